import Foundation
import TestSupport
import Testing
import TextCore

@testable import Reading

/// A folder of files for one test, deleted when it goes.
final class TemporaryFolder {
    let path: String

    init(_ files: [String: [UInt8]] = [:]) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "stemma-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, bytes) in files {
            let url = URL(filePath: path).appending(path: name)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func read(_ arguments: String..., options: ReadingOptions = ReadingOptions()) -> [Result<Article, ReadingError>] {
        Array(ArticleReader(options).articles(from: arguments.map { path + "/" + $0 }))
    }
}

extension Result where Success == Article, Failure == ReadingError {
    var article: Article? { try? get() }
    var error: ReadingError? {
        if case .failure(let error) = self { error } else { nil }
    }
}

@Suite struct SourcesTests {
    @Test func aBrokenRecordDoesNotEndTheStream() throws {
        let folder = try TemporaryFolder([
            "a.jsonl": Array(
                "{\"id\":\"1\",\"text\":\"One.\"}\n{\"id\":\n\n[1]\n{\"id\":\"5\",\"text\":5}\r\n{\"id\":\"6\",\"body\":\"Six.\"}"
                    .utf8
            )
        ])
        let results = folder.read("a.jsonl")
        #expect(results.map { $0.article?.id } == ["1", nil, nil, nil, "6"])
        #expect(results.compactMap { $0.error?.line } == [2, 4, 5])
        #expect(results[3].error?.recordID == "5")
        #expect(results[3].error?.kind == .wrongType(field: "text", expected: "a string, or a list of paragraphs"))
        #expect(results[2].error?.kind == .notAnObject)
    }

    @Test func aLineAboveTheLimitIsOneError() throws {
        var bytes = Array("{\"text\":\"One.\"}\n{\"text\":\"".utf8)
        bytes += Array(repeating: UInt8(ascii: "x"), count: 3 << 20)
        bytes += Array("\"}\n{\"text\":\"Three.\"}\n".utf8)
        let folder = try TemporaryFolder(["a.jsonl": bytes])
        let results = folder.read("a.jsonl", options: ReadingOptions(maximumArticleSize: 1 << 20))
        #expect(results.map { $0.article?.origin.line } == [1, nil, 3])
        #expect(results[1].error?.kind == .tooLarge(limit: 1 << 20))
        #expect(results[1].error?.line == 2)
        #expect(results[1].error?.byteOffset == 16)
    }

    @Test func argumentsThatNameNothing() throws {
        let folder = try TemporaryFolder(["empty/.keep": [], "e.txt": [], "blank.txt": Array(" \n\n".utf8)])
        #expect(folder.read("missing.txt").map { $0.error?.kind } == [.notFound])
        #expect(folder.read("*.html").map { $0.error?.kind } == [.nothingMatches])
        #expect(folder.read("empty").map { $0.error?.kind } == [.emptyFolder])
        #expect(folder.read("e.txt").map { $0.error?.kind } == [.emptyFile])
        #expect(folder.read("blank.txt").map { $0.error?.kind } == [.emptyFile])
    }

    @Test func aLineOfFiftyMegabytesIsOneErrorAndTheRestIsRead() throws {
        var bytes = Array("{\"text\":\"One.\"}\n{\"text\":\"".utf8)
        bytes += Array(repeating: UInt8(ascii: "x"), count: 50 << 20)
        bytes += Array("\"}\n{\"text\":\"Three.\"}\n".utf8)
        let results = try TemporaryFolder(["a.jsonl": bytes]).read("a.jsonl")
        #expect(results.map { $0.article?.text.string } == ["One.", nil, "Three."])
        #expect(results[1].error?.description.hasSuffix("a.jsonl:2: larger than the limit of 16 MiB for one article") == true)
    }

    @Test func aPlainFileAboveTheLimit() throws {
        let folder = try TemporaryFolder([
            "a.txt": Array(repeating: UInt8(ascii: "x"), count: 2 << 20), "b.txt": Array("Hello there".utf8),
        ])
        let results = folder.read("a.txt", "b.txt", options: ReadingOptions(maximumArticleSize: 1 << 20))
        #expect(results.map { $0.error?.kind } == [.tooLarge(limit: 1 << 20), nil])
    }

    @Test func binaryAndUnreadableFiles() throws {
        let folder = try TemporaryFolder(["a.txt": Array("%PDF-1.7 …".utf8), "b.txt": Array("Hello there".utf8)])
        #expect(folder.read("a.txt", "b.txt").map { $0.error?.kind } == [.binaryFile, nil])
        // Tests may run as root, whom nothing is forbidden: the mapping is what can be checked everywhere.
        #expect(ByteSource.error(13, "a.txt").kind == .permissionDenied)
        #expect(ByteSource.error(13, "a.txt").description == "a.txt: no permission to read it")
        #expect(ByteSource.error(5, "a.txt").kind == .system(5))
    }

    @Test func foldersAreReadInOrderAndOtherFilesAreNamed() throws {
        func text(_ name: String) -> [UInt8] { Array("Hello there, \(name)".utf8) }
        let folder = try TemporaryFolder([
            "d/b.txt": text("b"), "d/a.TXT": text("a"), "d/x/c.text": text("c"), "d/page.html": text("p"),
            "d/style.css": text("s"),
            "d/.hidden.txt": text("h"),
            "d/x/y/r.ndjson": Array("{\"text\":\"R.\"}".utf8),
        ])
        let inputs = InputCollector().collect([folder.path + "/d"])
        #expect(
            inputs.sources.map { (try? $0.get())?.split(separator: "/").last ?? "" }
                == ["a.TXT", "b.txt", "page.html", "c.text", "r.ndjson"]
        )
        #expect(inputs.skipped.map { $0.split(separator: "/").last ?? "" } == ["style.css"])
        #expect(folder.read("d").count { $0.article != nil } == 5)
    }

    @Test func patterns() throws {
        let paths = ["a1.txt", "a2.txt", "b1.txt", "x/a3.txt", "x/y/a4.txt", "[odd]*.txt"]
        let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: paths.map { ($0, Array("Hello, \($0)".utf8)) }))
        func names(_ pattern: String) -> [String] { folder.read(pattern).compactMap { $0.article?.id } }
        #expect(names("a*.txt") == ["a1", "a2"])
        #expect(names("?1.txt") == ["a1", "b1"])
        #expect(names("**/a?.txt") == ["a1", "a2", "a3", "a4"])
        #expect(names("x/**") == ["a3", "a4"])
        #expect(names("[odd]*.txt") == ["[odd]*"])
        #expect(PathPattern.matches(Array("été.txt".utf8), Array("?t?.txt".utf8)))
        #expect(!PathPattern.matches(Array(".hidden".utf8), Array("*".utf8)))
        let stars = String(repeating: "*a", count: 60)
        #expect(!PathPattern.matches(Array(repeating: UInt8(ascii: "a"), count: 59), Array(stars.utf8)))
    }

    @Test func idsAreUniqueInOneRun() throws {
        let folder = try TemporaryFolder([
            "a.txt": Array("Hello there".utf8), "x/a.txt": Array("Hello again".utf8),
            "r.jsonl": Array("{\"id\":\"a\",\"text\":\"R.\"}".utf8),
        ])
        #expect(folder.read("a.txt", "x", "r.jsonl").map { $0.article?.id } == ["a", "a-2", "a-3"])
    }

    @Test func aStreamOfOneIDIsNumberedInOnePass() throws {
        // Counting from 2 for each would try a name 200 million times.
        let count = 20_000
        let records = (0..<count).map { "{\"id\":\"a\",\"text\":\"Record \($0).\"}\n" }.joined()
        let folder = try TemporaryFolder(["r.jsonl": Array(records.utf8)])
        let ids = folder.read("r.jsonl").compactMap { $0.article?.id }
        #expect(ids.last == "a-\(count)")
        #expect(Set(ids).count == count)
    }

    @Test func recordsAreKnownByTheirFirstSigns() throws {
        let folder = try TemporaryFolder([
            "r.txt": Array("\u{FEFF} {\"text\":\"R.\"}\n{\"text\":\"S.\"}".utf8),
            "p.txt": Array("{curly} braces open this text".utf8),
            "wide.jsonl": [0xFF, 0xFE]
                + "{\"text\":\"Wide.\"}\n{\"text\":\"Wider.\"}".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            "only-blank.jsonl": Array("\n \n".utf8),
        ])
        #expect(folder.read("r.txt").map { $0.article?.text.string } == ["R.", "S."])
        #expect(folder.read("p.txt").map { $0.article?.id } == ["p"])
        #expect(folder.read("wide.jsonl").map { $0.article?.text.string } == ["Wide.", "Wider."])
        #expect(folder.read("only-blank.jsonl").map { $0.error?.kind } == [.emptyFile])
    }
}
