import Foundation
import TestSupport
import Testing

/// Inputs that are not what they should be: a message with file and line, the documented exit code, and every good
/// record still processed.
struct BadInputTests {
    let workspace: Workspace
    let good: String

    init() throws {
        workspace = try Workspace()
        good = try workspace.write("good.txt", Sample.gate)
    }

    @Test func emptyFile() throws {
        try expectUnreadable(workspace.write("empty.txt", ""), beside: good, saying: "the file is empty")
    }

    @Test func whiteSpaceOnly() throws {
        try expectUnreadable(workspace.write("blank.txt", " \n\n\t\r\n"), beside: good, saying: "the file is empty")
    }

    @Test func missingFile() throws {
        try expectUnreadable(workspace.path("missing.txt"), beside: good, saying: "no such file")
    }

    @Test func patternWithoutMatch() throws {
        try expectUnreadable(workspace.path("*.news"), beside: good, saying: "no file matches")
    }

    @Test func folderWithoutArticles() throws {
        let folder = workspace.path("empty")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try expectUnreadable(folder, beside: good, saying: "the folder holds no .txt")
    }

    @Test func folderIsReadWithAllBelowIt() throws {
        try FileManager.default.createDirectory(atPath: workspace.path("sub"), withIntermediateDirectories: true)
        try workspace.write("sub/barges.txt", Sample.barges)
        try workspace.write("photo.jpg", "no article")
        let run = try CommandRun.stemma("compare", "--json", workspace.folder.path)
        #expect(run.status == 0)
        #expect((try run.json()["articles"] as? [Any])?.count == 2)
        #expect(run.err.contains("photo.jpg"))
    }

    /// Root may read anything, so the command then runs as nobody.
    private static let withoutRights =
        getuid() == 0 ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

    @Test(
        .enabled(
            if: withoutRights.first.map { FileManager.default.isExecutableFile(atPath: $0) } ?? true,
            "run by root, and there is no setpriv to run the command as nobody"
        )
    )
    func noPermission() throws {
        let secret = try workspace.write("secret.txt", Sample.barges)
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: secret)
        let run = try CommandRun.stemma("compare", "--json", secret, good, through: Self.withoutRights)
        #expect(run.status == 1)
        #expect(run.err.contains("stemma: \(secret): no permission"))
        #expect((try run.json()["articles"] as? [Any])?.count == 1)
    }

    @Test func oneArticleOnlyIsAllOnlyHere() throws {
        let run = try CommandRun.stemma("compare", "--json", good)
        #expect(run.status == 0)
        #expect(run.err.contains("one article only"))
        let json = try run.json()
        #expect((json["shared"] as? [Any])?.isEmpty == true)
        #expect((json["solo"] as? [Any])?.isEmpty == false)
    }

    @Test func theSameFileTwiceIsTwoArticles() throws {
        let run = try CommandRun.stemma("compare", "--json", good, good)
        #expect(run.status == 0)
        let articles = try run.json()["articles"] as? [[String: Any]]
        #expect(articles?.compactMap { $0["id"] as? String } == ["good", "good-2"])
        #expect((try run.json()["shared"] as? [Any])?.isEmpty == false)
    }

    @Test func twoHundredMegabytesOfText() throws {
        let path = workspace.path("large.txt")
        try Self.writeLarge(path, megabytes: 200, prefix: "", line: Sample.gate + "\n\n")
        // Bounded memory: a quarter of the file's size more than the program itself maps would not be enough for all of it.
        let limit = ["/bin/bash", "-c", "ulimit -v 1500000; exec \"$0\" \"$@\""]
        let run = try CommandRun.stemma("compare", "--json", path, good, through: limit)
        #expect(run.status == 1)
        #expect(run.err.contains("stemma: \(path): larger than the limit of"))
        #expect((try run.json()["articles"] as? [Any])?.count == 1)
    }

    @Test func aLineOfFiftyMegabytes() throws {
        let plain = workspace.path("line.txt")
        try Self.writeLarge(plain, megabytes: 50, prefix: "", line: "barges ")
        let alone = try CommandRun.stemma("compare", "--json", plain)
        #expect(alone.status == 3)
        #expect(alone.err.contains("stemma: \(plain): larger than the limit of"))

        let records = workspace.path("line.jsonl")
        try Self.writeLarge(
            records,
            megabytes: 50,
            prefix: Sample.record("before") + "\n{\"id\":\"long\",\"text\":\"",
            line: "barges "
        )
        let file = try FileHandle(forWritingTo: URL(filePath: records))
        try file.seekToEnd()
        try file.write(contentsOf: Data(("\"}\n" + Sample.record("after") + "\n").utf8))
        try file.close()
        let run = try CommandRun.stemma("analyze", records)
        #expect(run.status == 1)
        #expect(run.err.contains("stemma: \(records):2: larger than the limit of"))
        let found = try run.records()
        #expect(found.count == 3)
        #expect(found.first?["id"] as? String == "before")
        #expect(found.dropFirst().first?["line"] as? Int == 2)
        #expect(found.last?["id"] as? String == "after")
    }

    private static func writeLarge(_ path: String, megabytes: Int, prefix: String, line: String) throws {
        try Data(prefix.utf8).write(to: URL(filePath: path))
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.seekToEnd()
        let chunk = Data(String(repeating: line, count: max(1, (1 << 20) / line.utf8.count)).utf8)
        for _ in 0...megabytes { try file.write(contentsOf: chunk) }
        try file.close()
    }

    @Test(arguments: ["\"", "“", "«", "‘", "„"])
    func tenThousandUnclosedQuotationMarks(mark: String) throws {
        let text = "Marks\n\n" + String(repeating: "\(mark)It opens, he said. ", count: 10_000)
        let path = try workspace.write("marks.txt", text)
        let run = try CommandRun.stemma("quotes", "--format", "jsonl", path, good)
        #expect(run.status == 0)
        #expect(try run.records().count == 2)
    }

    @Test func aBrokenLineInTheMiddle() throws {
        let path = try workspace.write(
            "stream.jsonl",
            [Sample.record("one"), "{\"id\":\"two\",\"text\":\"never ends", "", "[1]", "{\"id\":\"five\"}", Sample.record("six")]
                .joined(separator: "\r\n")
        )
        let run = try CommandRun.stemma("compare", "--json", path)
        #expect(run.status == 1)
        #expect((try run.json()["articles"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["one", "six"])
        for line in [2, 4, 5] { #expect(run.err.contains("stemma: \(path):\(line): "), "\(run.err)") }
        #expect(run.messages.count == 3)
    }
}
