import Models
import Testing

struct CacheFolderTests {
    @Test func standardFolders() {
        #expect(CacheFolder.standard("vectors", environment: ["XDG_CACHE_HOME": "/c", "HOME": "/h"]) == "/c/stemma/vectors")
        #expect(
            CacheFolder.standard("vectors", environment: ["XDG_CACHE_HOME": "c", "HOME": "/h"]) == "/h/.cache/stemma/vectors"
        )
        #expect(CacheFolder.standard("vectors", environment: [:]) == nil)
    }

    @Test func aFolderUnderAFileCannotBeMade() {
        do throws(CacheError) {
            try CacheFolder.make("/dev/null/stemma")
            Issue.record("a folder under a file")
        } catch {
            #expect(error.path == "/dev/null/stemma" && error.action == "make")
        }
    }
}
