public import Collation
public import Reading
internal import TextCore

extension LinksFile {
    /// Links in the articles of one run.
    public struct Resolved: Sendable {
        /// The links whose passages were all found.
        public let links: [StatementLink]
        /// Entries with a passage whose words were not found in its article.
        public let issues: [Issue]
        /// How many entries name an article that is not among those given. A file may hold the links of many stories.
        public let elsewhere: Int
    }

    /// Finds the passages in articles: at their place where it holds their text; else where the text stands nearest to it; else
    /// where the same words stand, white space, punctuation and case aside.
    /// - Complexity: linear in the articles, for each passage that is not at its place.
    public func resolved(in articles: [Article]) -> Resolved {
        var finder = PassageFinder(articles)
        var links: [StatementLink] = []
        var issues: [Issue] = []
        var elsewhere = 0
        for entry in entries {
            let owners = entry.places.map { finder.article($0.article) }
            guard owners.allSatisfy({ $0 != nil }) else {
                elsewhere += 1
                continue
            }
            var passages: [Passage] = []
            for (place, owner) in zip(entry.places, owners.compactMap(\.self)) {
                guard let range = finder.range(of: place, in: owner) else {
                    issues.append(
                        Issue(
                            entry: entry.number,
                            message: "the words of passage \(passages.count + 1) are not found in \(articles[owner].origin.place)"
                        )
                    )
                    break
                }
                passages.append(Passage(article: owner, range: range))
            }
            guard passages.count == entry.places.count else { continue }
            links.append(
                StatementLink(
                    entry: entry.number,
                    verdict: entry.verdict,
                    passages: passages,
                    author: entry.author,
                    note: entry.note
                )
            )
        }
        return Resolved(links: links, issues: issues, elsewhere: elsewhere)
    }
}

/// Finds articles by name and words in them.
private struct PassageFinder {
    private let articles: [Article]
    private let codePoints: [CodePointIndex]
    /// The words of articles in which they were looked for.
    private var wordsOfArticle: [Int: [Token]] = [:]
    private var numbers: [String: Int] = [:]
    private var byAddress: [String: Int] = [:]
    /// By the paths of their files; nil for a file of several articles.
    private var byPath: [String: Int?] = [:]
    /// By the last part of their ids; nil where two have the same.
    private var byFileName: [Substring: Int?] = [:]

    init(_ articles: [Article]) {
        self.articles = articles
        codePoints = articles.map { CodePointIndex($0.text) }
        for (index, article) in articles.enumerated() {
            numbers[article.id] = numbers[article.id] ?? index
            byPath.updateValue(byPath[article.origin.path] == nil ? index : nil, forKey: article.origin.path)
            if let url = article.url { byAddress[url] = byAddress[url] ?? index }
            let name = Self.fileName(article.id)
            byFileName.updateValue(byFileName[name] == nil ? index : nil, forKey: name)
        }
    }

    /// The last part of a path without its extension.
    private static func fileName(_ id: String) -> Substring {
        let name = id.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return name[..<dot]
    }

    /// The article of an id, else of an address or a path, else the only one of that file name.
    func article(_ name: String) -> Int? {
        numbers[name] ?? byAddress[name] ?? (byPath[name] ?? nil) ?? (byFileName[Self.fileName(name)] ?? nil)
    }

    mutating func range(of place: LinksFile.Place, in article: Int) -> Range<Int>? {
        let text = articles[article].text
        let words = Array(place.text.utf8)
        if let start = place.start, let end = place.end, start >= 0, start < end {
            let range = codePoints[article].bytes(start..<end)
            if text.bytes[range].elementsEqual(words) { return range }
        }
        let wanted = place.start.map { codePoints[article].byte(atCodePoint: $0) } ?? 0
        func nearest(_ starts: [Int]) -> Int? { starts.min { ($0 - wanted).magnitude < ($1 - wanted).magnitude } }
        if let start = nearest(Self.occurrences(of: words, in: text.bytes)) { return start..<(start + words.count) }
        let tokens = wordsOfArticle[article] ?? Self.words(of: text)
        wordsOfArticle[article] = tokens
        let its = Self.words(of: UTF8Text(place.text))
        let starts = Self.occurrences(of: its.map(\.hash), in: tokens.map(\.hash))
        guard let start = nearest(starts.map { Int(tokens[$0].start) }),
            let first = tokens.firstIndex(where: { Int($0.start) == start })
        else { return nil }
        return start..<Int(tokens[first + its.count - 1].end)
    }

    private static func words(of text: UTF8Text) -> [Token] {
        Tokenizer().tokens(of: text).filter { $0.isWord || $0.kind == .number || $0.kind == .ideograph }
    }

    /// Where a sequence begins in another, by the algorithm of Knuth, Morris and Pratt (1977). O(both lengths).
    private static func occurrences<Element: Equatable>(of pattern: [Element], in text: [Element]) -> [Int] {
        guard !pattern.isEmpty, pattern.count <= text.count else { return [] }
        // For each element, how long a beginning of the pattern ends there.
        var borders = [0]
        var length = 0
        for element in pattern.dropFirst() {
            while length > 0, element != pattern[length] { length = borders[length - 1] }
            if element == pattern[length] { length += 1 }
            borders.append(length)
        }
        var found: [Int] = []
        length = 0
        for (index, element) in text.enumerated() {
            while length > 0, length == pattern.count || element != pattern[length] { length = borders[length - 1] }
            if element == pattern[length] { length += 1 }
            if length == pattern.count { found.append(index + 1 - length) }
        }
        return found
    }
}
