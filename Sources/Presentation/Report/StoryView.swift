internal import Collation
internal import Language
internal import Reading
internal import Speech
internal import TextCore

/// A collation as people read it: short unique names for articles, paragraph numbers for places, excerpts for ranges.
struct StoryView {
    let collation: Collation
    /// One short, unique name for each article: the outlet's, or the file's.
    let labels: [String]
    /// One id for each shared statement, the same in every output.
    let ids: [String]
    /// In what way the witnesses of each shared statement agree.
    private(set) var agreements: [Agreement] = []
    /// For each article, for each block, its paragraph number; nil for blocks that are no running text.
    private let paragraphs: [[Int?]]

    init(_ collation: Collation) {
        self.collation = collation
        labels = OutletLabels.labels(collation.articles)
        ids = Self.ids(collation.shared)
        paragraphs = collation.articles.map { analyzed in
            var number = 0
            return analyzed.article.blocks.map { block in
                guard block.kind == .paragraph || block.kind == .listItem else { return nil }
                number += 1
                return number
            }
        }
        agreements = collation.shared.map { agreement($0) }
    }

    /// A view of one article by itself.
    init(_ article: AnalyzedArticle) {
        self.init(Collation(articles: [article]))
    }

    var articles: [AnalyzedArticle] { collation.articles }

    func label(_ passage: Passage) -> String {
        labels.indices.contains(passage.article) ? labels[passage.article] : "?"
    }

    /// The article's language where it is not the first article's.
    func foreignLanguage(_ article: Int) -> String? {
        guard articles.indices.contains(article), let language = articles[article].displayLanguage,
            language != articles.first?.displayLanguage
        else { return nil }
        return SafeText.line(language)
    }

    // MARK: Places

    /// The block that holds the first byte of a passage. O(log *n*).
    func block(_ passage: Passage) -> Int? {
        guard articles.indices.contains(passage.article) else { return nil }
        let blocks = articles[passage.article].article.blocks
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].range.upperBound <= passage.range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < blocks.count && blocks[low].range.lowerBound <= passage.range.lowerBound ? low : nil
    }

    /// The paragraph's number, for blocks of running text.
    func paragraphNumber(article: Int, block: Int) -> Int? { paragraphs[article][block] }

    /// Where a passage stands: `¶3`, `headline`, `caption`, …
    func place(_ passage: Passage) -> String {
        guard let block = block(passage) else { return "" }
        if let number = paragraphs[passage.article][block] { return "¶\(number)" }
        return articles[passage.article].article.blocks[block].kind.words
    }

    // MARK: Excerpts

    /// The words of a passage on one line, made harmless.
    func excerpt(_ passage: Passage) -> String {
        excerpt(passage.article, passage.range)
    }

    /// The words of a range of an article on one line, made harmless.
    func excerpt(_ article: Int, _ range: Range<Int>) -> String {
        guard articles.indices.contains(article) else { return "" }
        return SafeText.line(articles[article].article.text, range)
    }

    /// A passage with the quotation marks that stand right around it in the article.
    func quotedExcerpt(_ passage: Passage) -> String {
        guard articles.indices.contains(passage.article) else { return "" }
        let text = articles[passage.article].article.text
        return SafeText.line(text, Self.withMarks(passage.range, text))
    }

    /// A range with the quotation marks around it: right beside it, or, for French guillemets, a blank away. « behind a
    /// blank opens the next quotation, so it is no mark of the range. A comma or full stop before the closing mark comes
    /// along with it.
    static func withMarks(_ range: Range<Int>, _ text: UTF8Text) -> Range<Int> {
        let range = range.clamped(to: text.range)
        let span = text.span
        func isMark(_ scalar: UInt32) -> Bool {
            let kind = CharacterClass.of(scalar)
            return kind == .quote || kind == .apostrophe
        }
        func opensAfterBlank(_ scalar: UInt32) -> Bool { scalar == 0xAB || scalar == 0x2039 }
        func closesAfterBlank(_ scalar: UInt32) -> Bool { scalar == 0xBB || scalar == 0x203A }
        var start = range.lowerBound
        if start > 0 {
            let before = span.scalar(before: start)
            if isMark(before.value) {
                start -= before.length
            } else if CharacterClass.of(before.value) == .space, start > before.length {
                let mark = span.scalar(before: start - before.length)
                if opensAfterBlank(mark.value) { start -= before.length + mark.length }
            }
        }
        var end = range.upperBound
        if end < text.count {
            let after = span.scalar(at: end)
            if isMark(after.value) {
                end += after.length
            } else if CharacterClass.of(after.value) == .space, end + after.length < text.count {
                let mark = span.scalar(at: end + after.length)
                if closesAfterBlank(mark.value) { end += after.length + mark.length }
            }
        }
        if end == range.upperBound { end = closing(of: start..<end, text) ?? end }
        return start..<min(end, text.count)
    }

    /// Where the mark ends that closes the one with which a range begins, if only punctuation stands between. O(length of
    /// the range).
    private static func closing(of range: Range<Int>, _ text: UTF8Text) -> Int? {
        let span = text.span
        guard !range.isEmpty, range.upperBound < text.count else { return nil }
        let opening = span.scalar(at: range.lowerBound)
        let partners = Self.partners(of: opening.value)
        guard !partners.isEmpty else { return nil }
        // Closed already.
        var at = range.lowerBound + opening.length
        while at < range.upperBound {
            let scalar = span.scalar(at: at)
            if partners.contains(scalar.value) { return nil }
            at += scalar.length
        }
        at = range.upperBound
        // "?!", "...", and the blank before ».
        for _ in 0..<5 where at < text.count {
            let scalar = span.scalar(at: at)
            at += scalar.length
            if partners.contains(scalar.value) { return at }
            switch scalar.value {
            case 0x2C, 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF0C, 0xFF01, 0xFF1F, 0xA0, 0x202F: continue
            case 0x20 where opening.value == 0xAB || opening.value == 0x2039: continue
            default: return nil
            }
        }
        return nil
    }

    /// The marks that close what a mark opens, in the conventions that have it as an opening mark.
    private static func partners(of opening: UInt32) -> [UInt32] {
        switch opening {
        case 0x22: [0x22]
        case 0x27: [0x27]
        case 0x201C: [0x201D]
        case 0x2018: [0x2019]
        case 0x201D: [0x201D]
        case 0x201E: [0x201C, 0x201D]
        case 0x201A: [0x2018, 0x2019]
        case 0xAB: [0xBB]
        case 0xBB: [0xAB, 0xBB]
        case 0x2039: [0x203A]
        case 0x203A: [0x2039]
        case 0x300C: [0x300D]
        case 0x300E: [0x300F]
        default: []
        }
    }

    // MARK: Articles

    /// The blocks that are shown of an article: all of a text; of a web page what lies between the first and the last that is
    /// compared, and the headline.
    func shownBlocks(ofArticle index: Int) -> [Int] {
        let article = articles[index].article
        guard article.page != nil, let first = article.blocks.firstIndex(where: { $0.kind.isCompared && $0.kind != .headline }),
            let last = article.blocks.lastIndex(where: { $0.kind.isCompared && $0.kind != .headline })
        else { return Array(article.blocks.indices) }
        return article.blocks.indices.filter { (first...last).contains($0) || article.blocks[$0].kind == .headline }
    }

    /// What stands in an article and is no part of what was compared.
    func leftOut(_ article: Int) -> [Block] {
        articles[article].article.blocks.filter { !$0.kind.isCompared }
    }

    /// Words of running text.
    func wordCount(_ article: Int) -> Int {
        articles[article].annotated.tokens.count { $0.isWord || $0.kind == .number }
    }
}

extension Block.Kind {
    /// The kind in words.
    var words: String {
        switch self {
        case .headline: "headline"
        case .standfirst: "standfirst"
        case .byline: "byline"
        case .dateline: "dateline"
        case .time: "time"
        case .paragraph: "paragraph"
        case .heading: "heading"
        case .listItem: "list item"
        case .caption: "caption"
        case .credit: "credit"
        case .promo: "promo"
        case .relatedLink: "related link"
        case .sharePrompt: "share prompt"
        case .navigation: "navigation"
        case .newsletter: "newsletter line"
        case .agencyTag: "agency tag"
        case .embed: "embed"
        case .comment: "comment"
        case .correction: "correction"
        case .liveEntry: "live entry"
        case .other: "other"
        }
    }

    /// The kind in words for a number of blocks ("2 captions").
    func counted(_ count: Int) -> String {
        guard count != 1 else { return "1 \(words)" }
        return switch self {
        case .navigation, .other: "\(count) \(words)"
        case .liveEntry: "\(count) live entries"
        default: "\(count) \(words)s"
        }
    }
}
