import Foundation
import TestSupport
import Testing

/// Files whose bytes are no UTF-8 text.
struct BrokenBytesTests {
    let workspace: Workspace
    let good: String

    init() throws {
        workspace = try Workspace()
        good = try workspace.write("good.txt", Sample.gate)
    }

    @Test func binaryFile() throws {
        var random = SeededRandom(seed: 7)
        let bytes = (0..<20_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        try expectUnreadable(workspace.write("photo.txt", bytes), beside: good, saying: "not a text file")
    }

    @Test func invalidUTF8IsReadAndSaid() throws {
        let bytes = Array(Sample.gate.utf8) + [0x0A, 0x0A] + Array("A barge".utf8) + [0xFF, 0xFE, 0xC3] + Array(" is red.".utf8)
        let path = try workspace.write("bytes.txt", bytes)
        let run = try CommandRun.stemma("compare", "--json", path, good)
        #expect(run.status == 0)
        #expect(run.err.contains("stemma: \(path): warning: 3 "))
        #expect(run.out.contains("\u{FFFD}"))
        #expect((try run.json()["articles"] as? [Any])?.count == 2)
    }

    @Test func aFewNULBytesAreDroppedAndSaid() throws {
        let path = try workspace.write("nul.txt", Array(Sample.gate.utf8) + [0] + Array(" Done.".utf8))
        let run = try CommandRun.stemma("compare", "--json", path, good)
        #expect(run.status == 0)
        #expect(run.err.contains("stemma: \(path): warning: 1 NUL byte dropped"))
    }
}
