import Foundation
import Testing

@Suite("--links and the formats of other programs")
struct LinksOptionTests {
    /// The first shared statement as an entry of a file of links, made of what `--json` prints.
    private static func entry(_ verdict: String, of statement: [String: Any]) throws -> String {
        let witnesses = try #require(statement["witnesses"] as? [[String: Any]])
        let object: [String: Any] = ["verdict": verdict, "passages": witnesses]
        return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }

    private static func file(_ entries: [String]) -> String {
        #"{"schema":"stemma.links/1","links":[\#(entries.joined(separator: ","))]}"#
    }

    @Test("a statement that is rejected with the witnesses of --json is gone, and the file says so in JSON")
    func rejected() throws {
        let workspace = try Workspace()
        let inputs = [try workspace.write("gate.txt", Sample.gate), try workspace.write("barges.txt", Sample.barges)]
        let before = try CommandRun.run(["compare", "--json"] + inputs).json()
        let shared = try #require(before["shared"] as? [[String: Any]])
        let statement = try #require(shared.first)
        let links = try workspace.write("links.json", Self.file([try Self.entry("rejected", of: statement)]))
        let run = try CommandRun.run(["compare", "--json", "--links", links] + inputs)
        #expect(run.status == 0, "\(run.err)")
        #expect(run.err.isEmpty)
        let after = try run.json()
        #expect((after["shared"] as? [[String: Any]])?.count == shared.count - 1)
        let told = try #require((after["links"] as? [[String: Any]])?.first)
        #expect(told["outcome"] as? String == "obeyed")
        #expect(told["found"] as? Bool == true)
        #expect(told["by"] as? String == "person")
        // What is printed can be given again.
        let again = try workspace.write(
            "again.json",
            Self.file([String(decoding: try JSONSerialization.data(withJSONObject: told), as: UTF8.self)])
        )
        #expect(try CommandRun.run(["compare", "--json", "--links", again] + inputs).out == run.out)
    }

    @Test("bad entries are named with their file and number, the rest is obeyed, and the exit code says so")
    func badEntries() throws {
        let workspace = try Workspace()
        let inputs = [try workspace.write("gate.txt", Sample.gate), try workspace.write("barges.txt", Sample.barges)]
        let gone =
            #"{"verdict":"rejected","passages":[{"article":"\#(inputs[0])","text":"a lighthouse"},{"article":"\#(inputs[1])","text":"gate"}]}"#
        let elsewhere =
            #"{"verdict":"rejected","passages":[{"article":"x.txt","text":"gate"},{"article":"y.txt","text":"gate"}]}"#
        let links = try workspace.write("links.json", Self.file(["{}", gone, elsewhere]))
        let run = try CommandRun.run(["compare", "--json", "--links", links] + inputs)
        #expect(run.status == 1)
        #expect(run.err.contains("stemma: \(links): entry 1: \"verdict\""))
        #expect(run.err.contains("stemma: \(links): entry 2: the words of passage 1 are not found in \(inputs[0])"))
        #expect(run.err.contains("1 entry is about articles that are not compared here"))
        #expect((try run.json()["articles"] as? [Any])?.count == 2)
    }

    @Test(
        "a file that is none of links, or is the output, is a wrong command line",
        arguments: ["{", "[]", #"{"schema":"x","links":[]}"#]
    )
    func otherFiles(_ text: String) throws {
        let workspace = try Workspace()
        let input = try workspace.write("gate.txt", Sample.gate)
        let links = try workspace.write("links.json", text)
        for path in [links, workspace.path("missing.json"), workspace.folder.path] {
            let run = try CommandRun.stemma("compare", "--json", "--links", path, input)
            #expect(run.status == 2)
            #expect(run.out.isEmpty)
            #expect(run.messages.count == 1 && run.err.contains(path), "\(run.err)")
        }
        let same = try CommandRun.stemma("compare", "--links", links, "-o", links, input)
        #expect(same.status == 2)
        #expect(try String(contentsOfFile: links, encoding: .utf8) == text)
    }

    @Test("each format of another program is printed", arguments: ["tei", "annotation", "jsonld", "csv", "graphml"])
    func formats(_ format: String) throws {
        let workspace = try Workspace()
        let inputs = [try workspace.write("gate.txt", Sample.gate), try workspace.write("barges.txt", Sample.barges)]
        let run = try CommandRun.run(["compare", "--format", format] + inputs)
        #expect(run.status == 0, "\(run.err)")
        #expect(run.out.contains("open by Thursday"))
        #expect(run.out.utf8.last == UInt8(ascii: "\n"))
    }
}
