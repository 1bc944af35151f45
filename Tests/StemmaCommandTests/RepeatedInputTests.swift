import Foundation
import Testing

/// The same article given twice is compared once, and a message says so; it is no failure. An output that is an input is one.
struct RepeatedInputTests {
    let workspace: Workspace
    let gate, barges: String

    init() throws {
        workspace = try Workspace()
        gate = try workspace.write("gate.txt", Sample.gate)
        barges = try workspace.write("barges.txt", Sample.barges)
    }

    private func expect(_ arguments: [String], read ids: [String], saying message: String, input: String = "") throws {
        let run = try CommandRun.run(["compare", "--json"] + arguments, input: input)
        #expect(run.status == 0)
        #expect(run.err == "stemma: \(message)\n")
        #expect((try run.json()["articles"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ids)
    }

    @Test func theSamePath() throws {
        try expect([gate, barges, gate], read: ["gate", "barges"], saying: "\(gate): named twice; it is read once")
    }

    @Test func theSameBytes() throws {
        let copy = try workspace.write("copy.txt", Sample.gate)
        try expect(
            [gate, barges, copy],
            read: ["gate", "barges"],
            saying: "\(copy): the same bytes as \(gate); they are read once"
        )
    }

    @Test func aLink() throws {
        let link = workspace.path("link.txt")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: gate)
        try expect([gate, barges, link], read: ["gate", "barges"], saying: "\(link): the same file as \(gate); it is read once")
    }

    @Test func aFileAndItsFolder() throws {
        let folder = workspace.folder.path
        try expect([gate, folder], read: ["gate", "barges"], saying: "\(folder)/gate.txt: named twice; it is read once")
    }

    @Test func standardInputTwice() throws {
        try expect(
            ["-", gate, "-"],
            read: ["stdin", "gate"],
            saying: "standard input: named twice; it is read once",
            input: Sample.barges
        )
    }

    @Test func alone() throws {
        let run = try CommandRun.stemma("compare", "--json", gate, gate)
        #expect(run.status == 0)
        #expect(run.messages.count == 2)
        #expect(run.messages.last?.contains("one article only") == true)
    }

    @Test func manyAreCounted() throws {
        let names = Array(repeating: gate, count: 30)
        let run = try CommandRun.run(["read", "--format", "text", barges] + names)
        #expect(run.messages.count == 11)
        #expect(run.messages.last == "stemma: 19 more inputs named before; each is read once")
    }

    @Test func anOutputThatIsAnInputIsLeftAlone() throws {
        for command in [["compare"], ["read"], ["quotes"], ["analyze"]] {
            for output in [gate, workspace.path("./gate.txt")] {
                let run = try CommandRun.run(command + [barges, gate, "-o", output])
                #expect(run.status == 2)
                #expect(run.out == "")
                #expect(run.err == "stemma: \(output): an input, too; write to another file\n")
            }
        }
        let appended = ["/bin/bash", "-c", "exec \"$0\" \"$@\" >> \"${@: -1}\""]
        let run = try CommandRun.run(["analyze", gate], through: appended)
        #expect(run.status == 2)
        #expect(run.err == "stemma: standard output: an input, too; write to another file\n")
        #expect(try String(contentsOf: URL(filePath: gate), encoding: .utf8) == Sample.gate)
    }
}
