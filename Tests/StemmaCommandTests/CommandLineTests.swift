import Foundation
import TestSupport
import Testing

/// Options, destinations and exit codes.
struct CommandLineTests {
    let workspace: Workspace
    let files: [String]

    init() throws {
        workspace = try Workspace()
        files = [try workspace.write("gate.txt", Sample.gate), try workspace.write("barges.txt", Sample.barges)]
    }

    @Test(arguments: ["", "compare", "read", "quotes", "links", "analyze"])
    func help(command: String) throws {
        let run = command.isEmpty ? try CommandRun.stemma("--help") : try CommandRun.stemma(command, "--help")
        #expect(run.status == 0)
        #expect(run.err == "")
        #expect(run.out.contains("Exit codes: 0 done;"))
        try expectGolden(run.out, "help/\(command.isEmpty ? "stemma" : command).txt")
    }

    @Test func version() throws {
        let run = try CommandRun.stemma("--version")
        #expect(run.status == 0)
        #expect(run.out.split(separator: ".").count == 3)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let run = try CommandRun.stemma("--generate-completion-script", shell)
        #expect(run.status == 0)
        for command in ["compare", "read", "quotes", "analyze", "models"] { #expect(run.out.contains(command)) }
    }

    @Test(arguments: [
        [], ["--nonsense"], ["nonsense"], ["compare"], ["read"], ["quotes"], ["compare", "--format", "pdf", "x"],
        ["compare", "--width", "7", "x"], ["compare", "--color", "sometimes", "x"], ["compare", "--language", "English!", "x"],
        ["compare", "--language", "xx", "x"], ["compare", "--json", "--format", "html", "x"],
        ["read", "--format", "text", "--json", "x"], ["quotes", "--json", "-f", "jsonl", "x"],
        ["compare", "--published", "2021-02-30", "x"], ["analyze", "--jobs", "0"], ["compare", "--quiet", "x"],
        ["analyze", "--format", "json"], ["quotes", "--speaker"],
    ])
    func wrongCommandLines(arguments: [String]) throws {
        let run = try CommandRun.run(arguments)
        guard !arguments.isEmpty else { return #expect(run.status == 0 && run.out.contains("USAGE")) }
        #expect(run.status == 2)
        #expect(run.out == "")
        #expect(run.err.hasPrefix("stemma: "))
        #expect(run.err.contains("--help"))
    }

    @Test(arguments: ["terminal", "html", "json", "markdown"])
    func compareInEveryFormat(format: String) throws {
        let run = try CommandRun.run(["compare", "--format", format] + files)
        #expect(run.status == 0)
        #expect(run.err == "")
        #expect(run.out.contains("Ostrov"))
        #expect(run.out.hasSuffix("\n"))
        #expect(!run.out.contains("\u{1B}"))
    }

    @Test(arguments: ["terminal", "markdown", "json", "jsonl", "text"])
    func readInEveryFormat(format: String) throws {
        let run = try CommandRun.run(["read", "--format", format] + files)
        #expect(run.status == 0)
        #expect(run.err == "")
        #expect(run.out.contains("Barges queue below Varden"))
        switch format {
        case "json":
            let list = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [[String: Any]]
            #expect(list?.map { $0["id"] as? String } == ["gate", "barges"])
        case "jsonl": #expect(try run.records().map { $0["file"] as? String } == files)
        case "text": #expect(run.out.split(separator: "\u{0C}\n").count == 2)
        default: break
        }
    }

    @Test(arguments: ["terminal", "markdown", "json", "jsonl", "csv", "jsonld", "annotation"])
    func quotesInEveryFormat(format: String) throws {
        let run = try CommandRun.run(["quotes", "--format", format] + files)
        #expect(run.status == 0)
        #expect(run.err == "")
        #expect(run.out.contains("We will have it open by Thursday"))
        if format == "csv" { #expect(run.lines.filter { $0.hasPrefix("article,") }.count == 1) }
        if format == "jsonl" { #expect(try run.records().map { $0["article"] as? String } == ["gate", "barges"]) }
        if format == "jsonld" { #expect((try run.json()["@graph"] as? [Any])?.count == 3) }
        if format == "annotation" { #expect(try run.json()["total"] as? Int == 2) }
    }

    @Test func jsonIsShortForItsFormat() throws {
        for command in ["compare", "read", "quotes"] {
            let short = try CommandRun.run([command, "--json"] + files)
            #expect(short.out == (try CommandRun.run([command, "--format", "json"] + files)).out)
        }
    }

    @Test func aSpeakerIsFoundByAnyWholeWordOfTheName() throws {
        for (name, count) in [("ostrov", 1), ("LENA Ostrov", 1), ("Östrov", 1), ("Ostro", 0), ("Peter Ostrov", 0)] {
            let run = try CommandRun.run(["quotes", "--format", "jsonl", "--speaker", name, files[0]])
            #expect(((try run.records().first?["quotes"] as? [Any])?.count ?? -1) == count, "\(name)")
        }
    }

    /// One article gives the surname alone; another of the story says whose it is.
    @Test func aSpeakerIsFoundWhereAnotherArticleHasTheFullName() throws {
        let full = "Gate open soon\n\n“We will have the gate open by Thursday,” Ida Vesterby, the harbour master, said on Monday."
        let short = "Barges queue\n\nBarges have queued since the gate jammed. “The hinge broke,” Vesterby said in the evening."
        let paths = [try workspace.write("full.txt", full), try workspace.write("short.txt", short)]
        let run = try CommandRun.run(["quotes", "--format", "jsonl", "--speaker", "Ida Vesterby"] + paths)
        #expect(try run.records().map { ($0["quotes"] as? [Any])?.count } == [1, 1])
        let alone = try CommandRun.run(["quotes", "--format", "jsonl", "--speaker", "Ida Vesterby", paths[1]])
        #expect(try alone.records().map { ($0["quotes"] as? [Any])?.count } == [0])
    }

    @Test func whoIsNotThereIsAnsweredByWhoIs() throws {
        let run = try CommandRun.stemma("quotes", "--speaker", "nobody", files[0])
        #expect(run.status == 0)
        #expect(run.err == "stemma: no speaker is called \"nobody\"; speakers are Lena Ostrov\n")
        #expect(try CommandRun.stemma("quotes", "--speaker", "Ostrov", files[0]).err == "")
    }

    @Test(arguments: [["read", "--format", "text"], ["quotes", "--format", "csv"]])
    func noControlReachesTheTerminal(arguments: [String]) throws {
        let hostile = Sample.gate.replacing("open", with: "\u{1B}[2Jo\u{7}p\u{202E}en")
        let run = try CommandRun.run(arguments + [workspace.write("hostile.txt", hostile)])
        #expect(run.out.contains("␛[2Jo␇pen by Thursday"))
        for control in ["\u{1B}", "\u{7}", "\u{202E}"] { #expect(!run.out.contains(control)) }
    }

    @Test func colourIsOnlyThereWhenWanted() throws {
        func isColoured(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Bool {
            try CommandRun.run(["compare"] + arguments + files, environment: environment).out.contains("\u{1B}[")
        }
        #expect(try !isColoured([]))
        #expect(try isColoured(["--color", "always"]))
        #expect(try !isColoured(["--color", "never"]))
        #expect(try !isColoured(["--color", "auto"], ["NO_COLOR": "1"]))
        // What is asked for on the command line counts more than the environment.
        #expect(try isColoured(["--color", "always"], ["NO_COLOR": "1"]))
    }

    @Test func widthIsKept() throws {
        for width in [20, 30, 40, 72, 120] {
            let run = try CommandRun.run(["compare", "--width", "\(width)"] + files)
            #expect(run.out.split(separator: "\n").allSatisfy { $0.count <= width })
        }
        let run = try CommandRun.run(["compare"] + files, environment: ["COLUMNS": "50"])
        #expect(run.out.split(separator: "\n").allSatisfy { $0.count <= 50 })
    }

    @Test func standardInputIsAFileLikeAnyOther() throws {
        let run = try CommandRun.run(["compare", "--json", files[0], "-"], input: Sample.barges)
        #expect(run.status == 0)
        #expect((try run.json()["articles"] as? [[String: Any]])?.map { $0["id"] as? String } == ["gate", "stdin"])
    }

    @Test func aPublicationTimeHoldsForThoseThatDoNotSayTheirs() throws {
        let record = #"{"id":"r","published":"2020-01-02","text":"Gate\n\nIt jammed."}"#
        let run = try CommandRun.run(
            ["compare", "--json", "--published", "2021-05-03T14:05+02:00", files[1], "-"],
            input: record
        )
        let articles = try run.json()["articles"] as? [[String: Any]]
        #expect(articles?.map { $0["published"] as? String } == ["2021-05-03T14:05+02:00", "2020-01-02"])
    }

    @Test func aPublicationTimeLendsItsYearToADateWithoutOne() throws {
        let text =
            "Gate jams\n\n16 October\n\nThe gate jammed on Monday. It had been mended in early June, the harbour board said."
        let path = try workspace.write("undated.txt", text)
        let run = try CommandRun.stemma("analyze", "--lexical", "--published", "2021-10-18", path)
        let analysis = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any]
        #expect(analysis?["published"] as? String == "2021-10-16")
        let times = analysis?["times"] as? [[String: Any]] ?? []
        #expect(times.map { $0["value"] as? String } == ["2021-10-11", "2021-06"])
        #expect(times.map { $0["mod"] as? String } == [nil, "START"])
    }

    // MARK: Where the data goes

    @Test func anOutputFileIsWholeOrNotThere() throws {
        let page = workspace.path("page.html")
        let run = try CommandRun.run(["compare", "--format", "html", "-o", page] + files)
        #expect(run.status == 0)
        #expect(run.out == "")
        #expect(try String(contentsOf: URL(filePath: page), encoding: .utf8).hasSuffix("\n"))
        let names = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)
        #expect(names.sorted() == ["barges.txt", "gate.txt", "page.html"])
    }

    @Test func anOldOutputStaysWhenNothingCanBeRead() throws {
        let page = try workspace.write("page.html", "old")
        #expect(try CommandRun.stemma("compare", "-o", page, workspace.path("missing.txt")).status == 3)
        #expect(try String(contentsOf: URL(filePath: page), encoding: .utf8) == "old")
    }

    /// More than the buffer holds arrives, with the permissions that the umask or the old file gives.
    @Test func anOutputFileGrowsBesideItsPlace() throws {
        let stream = try workspace.write("many.jsonl", Array(repeating: Sample.record("r"), count: 100).joined(separator: "\n"))
        let file = workspace.path("out.jsonl")
        func mode() throws -> Int? { try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int }
        let masked = ["/bin/bash", "-c", "umask 027; exec \"$0\" \"$@\""]
        #expect(try CommandRun.run(["analyze", stream, "-o", file], through: masked).status == 0)
        let printed = try CommandRun.run(["analyze", stream]).out
        #expect(printed.utf8.count > 1 << 16)
        #expect(try String(contentsOf: URL(filePath: file), encoding: .utf8) == printed)
        #expect(try mode() == 0o640)
        try FileManager.default.setAttributes([.posixPermissions: 0o604], ofItemAtPath: file)
        #expect(try CommandRun.stemma("analyze", stream, "-o", file).status == 0)
        #expect(try mode() == 0o604)
        // A file-size limit stands for a full disk: the old file stays, and nothing is left beside it.
        let limited = ["/bin/bash", "-c", "trap '' XFSZ; ulimit -f 16; exec \"$0\" \"$@\""]
        let failed = try CommandRun.run(["analyze", stream, "-o", file], through: limited)
        #expect(failed.status == 4)
        #expect(try String(contentsOf: URL(filePath: file), encoding: .utf8) == printed)
        let names = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)
        #expect(names.sorted() == ["barges.txt", "gate.txt", "many.jsonl", "out.jsonl"])
    }

    @Test func outputsThatCannotBeWritten() throws {
        for path in [workspace.path("no/such/folder.html"), workspace.folder.path, "/dev/full"] {
            let run = try CommandRun.run(["compare", "-o", path] + files)
            #expect(run.status == 4)
            #expect(run.err.hasPrefix("stemma: \(path): cannot write: "), "\(run.err)")
        }
    }

    @Test func aClosedStandardOutputIsAnError() throws {
        let closed = ["/bin/bash", "-c", "exec \"$0\" \"$@\" >&-"]
        for arguments in [["compare", "--json"] + files, ["analyze", files[0]]] {
            let run = try CommandRun.run(arguments, through: closed)
            #expect(run.status == 4)
            #expect(run.err.hasPrefix("stemma: standard output: cannot write: "), "\(run.err)")
        }
    }

    @Test func aReaderThatGoesEarlyIsNoError() throws {
        let stream = try workspace.write("many.jsonl", Array(repeating: Sample.record("r"), count: 300).joined(separator: "\n"))
        let piped = ["/bin/bash", "-c", "set -o pipefail; \"$0\" \"$@\" | head -n 1"]
        for arguments in [["analyze", stream], ["quotes", "--format", "jsonl", stream]] {
            let run = try CommandRun.run(arguments, through: piped)
            #expect(run.status == 0)
            #expect(run.lines.count == 1)
            #expect(run.err == "")
        }
    }
}
