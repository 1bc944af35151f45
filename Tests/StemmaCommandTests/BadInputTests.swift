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

    @Test func aLinkToNothing() throws {
        let link = workspace.path("link.txt")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "gone.txt")
        try expectUnreadable(link, beside: good, saying: "a link to a file that does not exist")
    }

    @Test func aPathThroughAFile() throws {
        try expectUnreadable(good + "/below.txt", beside: good, saying: "no such file")
    }

    @Test func aNamedPipeIsReadAsAFile() throws {
        let pipe = workspace.path("pipe.txt")
        let fed = ["/bin/bash", "-c", "mkfifo '\(pipe)'; cat '\(good)' > '\(pipe)' & exec \"$0\" \"$@\""]
        let barges = try workspace.write("barges.txt", Sample.barges)
        let run = try CommandRun.stemma("compare", "--json", pipe, barges, through: fed)
        #expect(run.status == 0)
        #expect(run.err == "")
        #expect((try run.json()["articles"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["pipe", "barges"])
    }

    @Test func aSocketIsNoInput() throws {
        let socket = workspace.path("s")
        let descriptor = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: socket.utf8.prefix(100)) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        try expectUnreadable(socket, beside: good, saying: "neither a file nor a folder")
    }

    @Test func patternWithoutMatch() throws {
        try expectUnreadable(workspace.path("*.news"), beside: good, saying: "no file matches")
    }

    @Test func folderWithoutArticles() throws {
        let folder = workspace.path("empty")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try expectUnreadable(folder, beside: good, saying: "the folder holds no file that its name calls articles")
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

    @Test func aBrokenElementOfAnArray() throws {
        let path = try workspace.write(
            "story.json",
            "[\n  \(Sample.record("one")),\n  {\"id\": \"two\", \"text\": \"never ends\n  },\n  \(Sample.record("three"))\n]\n"
        )
        let run = try CommandRun.stemma("compare", "--json", path)
        #expect(run.status == 1)
        #expect((try run.json()["articles"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["one", "three"])
        #expect(
            run.err
                == "stemma: \(path):3: record 2: not valid JSON: line 3, column 36: the line ends inside a string; correct the record\n"
        )
        let analyzed = try CommandRun.stemma("analyze", input: try String(contentsOfFile: path, encoding: .utf8))
        #expect(analyzed.status == 1)
        let records = try analyzed.records()
        #expect(records.compactMap { $0["id"] as? String } == ["one", "two", "three"])
        #expect(records.map { $0["record"] as? Int } == [nil, 2, nil])
    }
}
