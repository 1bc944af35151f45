import Synchronization
import Testing
import TextCore

@Suite struct LanguageCacheTests {
    @Test func makesEachValueOnce() {
        let made = Mutex<[String]>([])
        let cache = LanguageCache { language in
            made.withLock { $0.append(language) }
            return language.uppercased()
        }
        #expect(made.withLock { $0 }.isEmpty)
        #expect(cache["en"] == "EN")
        #expect(cache["de"] == "DE")
        #expect(cache["en"] == "EN")
        #expect(made.withLock { $0 } == ["en", "de"])
    }

    @Test func threadsGetOneValue() async {
        final class Box: Sendable {}
        let cache = LanguageCache { _ in Box() }
        let boxes = await withTaskGroup(of: Box.self) { group in
            for _ in 0..<64 { group.addTask { cache["en"] } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(boxes.count == 64 && boxes.allSatisfy { $0 === boxes[0] })
    }
}
