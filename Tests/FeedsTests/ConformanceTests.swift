import Feeds
import Foundation
import HTMLTree
import TestSupport
import Testing
import TextCore

/// feedparser's test cases (BSD-2-Clause), read from `../shared/data/feeds`.
///
/// In scope by rule: the cases whose expectations ask for the keys below, outside of the folders that are about other things.
/// `bozo` is ignored. A text with markup is right when it is the same tree of HTML.
@Suite struct ConformanceTests {
    private static let folder = "data/feeds/tests"

    /// How many of the cases in scope pass.
    private static let floor = 827

    /// Folders about what Stemma does not do: cleaning of HTML, podcasts, places, chapters, Microsoft's CDF of 1997.
    private static let otherFolders: Set<String> = ["sanitize", "itunes", "geo", "psc", "cdf"]

    /// The keys that the reader is held to.
    private static let keys: Set<String> = [
        "feed", "entries", "encoding", "version", "title", "title_detail", "subtitle", "subtitle_detail", "tagline",
        "tagline_detail",
        "description", "info", "info_detail", "rights", "rights_detail", "copyright", "copyright_detail", "summary",
        "summary_detail",
        "content", "value", "type", "base", "language", "src", "id", "guid", "guidislink", "link", "links", "href", "url", "rel",
        "hreflang", "length", "published", "published_parsed", "updated", "updated_parsed", "created", "created_parsed",
        "expired",
        "expired_parsed", "author", "author_detail", "authors", "contributors", "publisher", "publisher_detail", "name", "email",
        "tags", "category", "term", "scheme", "label", "enclosures", "comments", "source",
    ]

    struct Case {
        var path: String
        var expression: String
        var headers: [String: String] = [:]
        var bytes: [UInt8]

        var folder: String { path.split(separator: "/").dropLast().last.map(String.init) ?? "" }
        var name: String { path.split(separator: "/").suffix(2).joined(separator: "/") }

        /// Reads a case; nil where a file is none.
        init?(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
            let head = String(decoding: bytes.prefix(8192).filter { $0 != 0 }, as: UTF8.self)
            guard let start = head.range(of: "Expect:") else { return nil }
            let rest = head[start.upperBound...]
            expression = String(rest[..<(rest.range(of: "-->")?.lowerBound ?? rest.endIndex)]).trimmingCharacters(
                in: .whitespacesAndNewlines
            )
            for line in head[..<start.lowerBound].split(whereSeparator: \.isNewline) {
                let parts = line.split(separator: ":", maxSplits: 2).map { $0.trimmingCharacters(in: .whitespaces) }
                if parts.count == 3, parts[0] == "Header" { headers[parts[1].lowercased()] = parts[2] }
            }
        }

        /// The address that feedparser's tests serve it from, where they do.
        var url: String? {
            let isServed = path.split(separator: "/").last?.hasPrefix("http_") == true || !headers.isEmpty
            guard isServed else { return nil }
            let own = "http://127.0.0.1:8097/" + path
            guard let location = headers["content-location"] else { return own }
            let resolved = URLReference.resolve(location, against: own)
            return resolved.hasPrefix("http") ? resolved : own
        }

        func read() throws(FeedError) -> Feed? {
            let document = try FeedReader().read(
                bytes,
                contentType: headers["content-type"],
                url: url,
                contentLanguage: headers["content-language"]
            )
            if case .feed(let feed) = document { return feed }
            return nil
        }
    }

    static func cases() throws -> [Case] {
        let root = SharedData.directory.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".xml") }.sorted()
            .compactMap { Case(path: $0, bytes: try SharedData.bytes("\(folder)/\($0)")) }
    }

    /// Whether values are the same, texts with markup as HTML.
    static func isSame(_ left: PythonValue, _ right: PythonValue) -> Bool {
        if left == right { return true }
        guard case .string(let first) = left, case .string(let second) = right else { return false }
        return first.contains("<") && second.contains("<") && tree(first) == tree(second)
    }

    /// The nodes of a fragment, attributes in the order of their names.
    private static func tree(_ markup: String) -> [String] {
        var options = HTMLParser.Options()
        options.context = .init("div")
        let document = HTMLParser.parse(Array(markup.utf8), options: options)
        return document.descendants(of: document.root).map { node in
            let depth = document.ancestors(of: node).reduce(0) { count, _ in count + 1 }
            guard document.kind(of: node) == .element else { return "\(depth) \(document.string(document.text(of: node)))" }
            let attributes = document.attributes(of: node)
                .map { "\(document.name(of: $0.id, on: node))=\(document.string($0.value))" }.sorted()
            return "\(depth) <\(document.name(of: node))> \(attributes)"
        }
    }

    @Test(.enabled(if: SharedData.isPresent, "no ../shared beside the checkout"))
    func conformance() throws {
        let isTalking = ProcessInfo.processInfo.environment["STEMMA_SHOW_FAILURES"] != nil
        var (passed, inScope, skipped) = (0, 0, 0)
        var others: [String: Int] = [:]
        for test in try Self.cases() {
            guard !Self.otherFolders.contains(test.folder) else {
                others[test.folder + "/", default: 0] += 1
                continue
            }
            let feed = Result { () throws(FeedError) in try test.read() }
            let names = (try? feed.get()).flatMap { $0 }.map(FeedparserView.names) ?? FeedparserView.names(Feed(kind: .rss))
            var expression = PythonExpression(test.expression, names: names, isEqual: Self.isSame)
            let value: PythonValue
            do throws(PythonExpression.Unsupported) {
                value = try expression.evaluate()
            } catch {
                others[error.what, default: 0] += 1
                continue
            }
            let asked = expression.keys
            if let other = asked.first(where: { !Self.keys.contains($0) }) {
                others[other, default: 0] += 1
                continue
            }
            guard asked.contains(where: { $0 != "feed" && $0 != "entries" }) else {
                others["(nothing but bozo)", default: 0] += 1
                continue
            }
            inScope += 1
            if ConformanceSkips.reasons[test.name] != nil {
                skipped += 1
                #expect(!value.isTrue, "\(test.name) passes and is skipped")
            } else if value.isTrue {
                passed += 1
            } else if isTalking {
                print("FAIL \(test.name): \(test.expression)")
                if case .failure(let error) = feed { print("     \(error)") }
            }
        }
        print("feedparser: \(inScope) in scope, \(passed) passed, \(skipped) skipped with reasons")
        print(
            "out of scope, by key or folder: \(others.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" })"
        )
        #expect(passed >= Self.floor, "\(passed) of \(inScope)")
        #expect(skipped == ConformanceSkips.reasons.count, "a skip that names no case in scope")
    }
}
