import Foundation
import Testing

@testable import Reading

/// What is named twice is read once.
@Suite struct RepeatedInputsTests {
    @Test func namesFilesAndBytes() throws {
        let text = Array("Hello there".utf8)
        let folder = try TemporaryFolder([
            "d/a.txt": text, "d/copy.txt": text, "d/other.txt": Array("Hello where".utf8), "e1.txt": [], "e2.txt": [],
            "long1.txt": Array(repeating: 0x61, count: 600_000), "long2.txt": Array(repeating: 0x61, count: 600_000),
            "long3.txt": Array(repeating: 0x61, count: 599_999) + [0x62],
        ])
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link.txt", withDestinationPath: "d/a.txt")
        func repeated(_ names: String...) -> [String] {
            let inputs = InputCollector().collect(names.map { folder.path + "/" + $0 })
            func name(_ path: String) -> Substring { path.dropFirst(folder.path.count + 1) }
            return inputs.repeated.map { "\(name($0.path)) \(name($0.first)) \($0.evidence)" }
        }
        #expect(repeated("d/a.txt", "d/a.txt") == ["d/a.txt d/a.txt name"])
        #expect(repeated("d/a.txt", "./d/a.txt", "link.txt") == ["./d/a.txt d/a.txt file", "link.txt d/a.txt file"])
        #expect(repeated("d/other.txt", "d") == ["d/copy.txt d/a.txt bytes", "d/other.txt d/other.txt name"])
        #expect(repeated("d", "d/*.txt").count == 1 + 3)
        #expect(repeated("long1.txt", "long3.txt", "long2.txt") == ["long2.txt long1.txt bytes"])
        #expect(repeated("e1.txt", "e2.txt") == [])
        #expect(repeated("d/a.txt", "missing.txt", "missing.txt") == [])
    }

    @Test func standardInputIsOneSource() {
        let inputs = InputCollector().collect(["-", "-"])
        #expect(inputs.sources.count == 1)
        #expect(inputs.repeated.map(\.evidence) == [.name])
    }
}
