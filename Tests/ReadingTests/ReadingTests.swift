import Foundation
import TestSupport
import Testing

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
}
