import Foundation
import Models
import Testing

struct MappedFileTests {
    @Test(arguments: [0, 1, 63, 20_000, 200_000], [MappedFile.Access.mapped, .copied])
    func holdsTheBytesOfAFile(count: Int, access: MappedFile.Access) throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let file = try MappedFile(path: folder.write("a", bytes), access: access)
        #expect(file.count == count)
        #expect(file.whole.array == bytes)
        try FileManager.default.removeItem(atPath: folder.path("a"))
        #expect(file.whole.array == bytes, "a file that is removed stays readable")
    }

    @Test func refusesWhatIsNoFile() throws {
        let folder = try TemporaryFolder()
        for path in [folder.path("missing"), folder.path(""), "/dev/null"] {
            let error = #expect(throws: ModelFileError.self) { try MappedFile(path: path) }
            #expect(error?.file == path)
        }
    }

    @Test func slicesLieInTheFile() throws {
        let file = MappedFile([1, 2, 3], name: "three")
        #expect(try file.slice(1..<3, of: "the end").array == [2, 3])
        #expect(try file.slice(3..<3, of: "nothing").array == [])
        for range in [0..<4, 3..<9, 7..<9] {
            let error = #expect(throws: ModelFileError.self) { try file.slice(range, of: "the end") }
            #expect(error?.description.hasPrefix("three: byte ") == true)
        }
    }
}

/// A folder of a test's own, gone with it.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "stemma-models-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    /// Writes a file, and the folders above it, and returns its path.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }
}
