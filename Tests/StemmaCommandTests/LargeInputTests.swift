import Foundation
import TestSupport
import Testing

/// Inputs of 200 MB and lines of 50: the rest is processed, and the memory stays that of one article.
struct LargeInputTests {
    let workspace: Workspace
    let good: String

    init() throws {
        workspace = try Workspace()
        good = try workspace.write("good.txt", Sample.gate)
    }

    /// The most memory that reading may take here, of which some 40 MB are the program itself: see docs/cli.md.
    private static let most = 128 << 20
    /// What reading may take of it.
    private static let mostForReading = 37 << 20

    /// Runs the command and says how much memory it took at most: a small program in between asks the system, because what a
    /// process took before it became the command counts as the command's.
    private func measured(_ arguments: String...) throws -> (run: CommandRun, peak: Int) {
        let file = workspace.path("peak")
        let script = """
            import resource, subprocess, sys
            code = subprocess.call(sys.argv[2:])
            open(sys.argv[1], "w").write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
            sys.exit(code)
            """
        let run = try CommandRun.run(arguments, through: ["/usr/bin/env", "python3", "-c", script, file])
        let kilobytes = try #require(Int(try String(contentsOfFile: file, encoding: .utf8)))
        return (run, kilobytes << 10)
    }

    @Test func twoHundredMegabytesOfText() throws {
        let path = workspace.path("large.txt")
        try write(path, megabytes: 200, of: Sample.gate + "\n\n")
        let (run, peak) = try measured("compare", "--json", path, good)
        #expect(run.status == 1)
        #expect(run.err.contains("stemma: \(path): larger than the limit of 16 MiB for one article; split it"))
        #expect((try run.json()["articles"] as? [Any])?.count == 1)
        #expect(peak < Self.most, "\(peak >> 20) MiB")
    }

    /// Lines of records too long to be articles: JSONL is cut at line ends, a JSON array by its braces.
    @Test(arguments: [("jsonl", 4, 50), ("json", 1, 20)])
    func longRecords(ending: String, count: Int, megabytes: Int) throws {
        let path = workspace.path("large.\(ending)")
        let isArray = ending == "json"
        try write(path, "\(isArray ? "[" : "")\(Sample.record("first"))\(isArray ? "," : "")\n")
        for number in 1...count {
            try write(path, "{\"id\":\"long\",\"text\":\"")
            try write(path, megabytes: megabytes, of: "barges ")
            try write(
                path,
                "\"}\(isArray ? "," : "")\n\(Sample.record("good\(number)"))\(isArray && number < count ? "," : "")\n"
            )
        }
        if isArray { try write(path, "]\n") }
        // What the program is itself, its models among it, grows with what it knows; what reading takes must not.
        let small = workspace.path("small.jsonl")
        try write(small, Sample.record("first") + "\n")
        let itself = try measured("analyze", small).peak
        let (run, peak) = try measured("analyze", path)
        #expect(run.status == 1)
        let records = try run.records()
        #expect(records.compactMap { $0["id"] as? String } == ["first"] + (1...count).map { "good\($0)" })
        #expect(records.compactMap { $0["error"] as? String }.count == count)
        for number in 1...count {
            let place = "\(path):\(2 * number)\(isArray ? ": record 2" : ""): "
            #expect(run.err.contains("stemma: \(place)larger than the limit of"), "\(run.err)")
        }
        #expect(peak - itself < Self.mostForReading, "\(peak >> 20) MiB, of which \(itself >> 20) without")
        let lexical = try measured("analyze", "--lexical", path).peak
        #expect(lexical < Self.most, "\(lexical >> 20) MiB")
    }

    @Test func aLineOfFiftyMegabytesOfText() throws {
        let path = workspace.path("line.txt")
        try write(path, megabytes: 50, of: "barges ")
        let (run, peak) = try measured("compare", "--json", path)
        #expect(run.status == 3)
        #expect(run.err.contains("stemma: \(path): larger than the limit of"))
        #expect(peak < Self.most, "\(peak >> 20) MiB")
    }

    private func write(_ path: String, megabytes: Int, of words: String) throws {
        let chunk = String(repeating: words, count: max(1, (1 << 20) / words.utf8.count))
        let data = Data(chunk.utf8)
        let file = try handle(path)
        for _ in 0...megabytes { try file.write(contentsOf: data) }
        try file.close()
    }

    private func write(_ path: String, _ text: String) throws {
        let file = try handle(path)
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
    }

    private func handle(_ path: String) throws -> FileHandle {
        if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(filePath: path)) }
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.seekToEnd()
        return file
    }
}
