import Collation
import Foundation
import Reading
import Speech
import TestSupport
import Testing
import TextCore

@testable import Language

/// An article built by hand: no reader, annotator or analyzer takes part, so snapshots change only when presentation does.
struct FixtureArticle {
    var article: Article
    private var entities: [Entity] = []
    private var names: [NameMention] = []
    private var quotations: [Quotation] = []
    private var figures: [Figure] = []

    /// - Parameter labels: For lines that are no paragraph: how they begin, and what they are.
    init(
        id: String,
        outlet: String?,
        language: String,
        published: CivilTime?,
        text: String,
        labels: [(start: String, kind: Block.Kind)] = []
    ) {
        let text = UTF8Text(text)
        var blocks: [Block] = []
        var start = 0
        for line in text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let range = text.trimmed(start..<(start + line.count))
            start += line.count + 1
            guard !range.isEmpty else { continue }
            let words = text[range]
            let label = labels.first { words.hasPrefix($0.start) }?.kind
            let kind = label ?? (blocks.contains { $0.kind == .headline } ? .paragraph : .headline)
            blocks.append(
                Block(kind: kind, range: range, reason: label == nil ? "running text" : "begins like a \(kind.rawValue)")
            )
        }
        article = Article(
            id: id,
            outlet: outlet.map { Outlet(name: $0, evidence: .given) },
            text: text,
            blocks: blocks,
            published: published,
            language: language,
            origin: Origin(path: id)
        )
    }

    init(file: String, outlet: String, language: String, published: CivilTime, labels: [(start: String, kind: Block.Kind)])
        throws
    {
        let url = SharedData.repository.appending(path: "Tests/Golden/presentation/articles/\(file)")
        self.init(
            id: "articles/\(file)",
            outlet: outlet,
            language: language,
            published: published,
            text: String(decoding: try Data(contentsOf: url), as: UTF8.self),
            labels: labels
        )
    }

    /// The bytes of words that stand in the text; an issue when they do not.
    func range(_ words: String, sourceLocation: SourceLocation = #_sourceLocation) -> Range<Int> {
        let text = article.text.string
        guard let found = text.range(of: words) else {
            Issue.record("“\(words)” is not in \(article.id)", sourceLocation: sourceLocation)
            return 0..<0
        }
        let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
        return start..<(start + words.utf8.count)
    }

    mutating func name(_ words: String, _ kind: NameMention.Kind = .person, gender: Entity.Gender = .unknown) {
        let range = range(words)
        names.append(NameMention(range: range, tokens: 0..<0, fullRange: range, kind: kind, entity: entities.count))
        entities.append(Entity(name: words, kind: kind, gender: gender))
    }

    mutating func quote(
        _ content: [String],
        by speaker: String? = nil,
        mention: String? = nil,
        cue: String? = nil,
        kind: Quotation.Kind = .direct,
        isSpeech: Bool = true,
        form: Quotation.Form = .sentence,
        damage: Quotation.Damage? = nil
    ) {
        quotations.append(
            Quotation(
                kind: kind,
                content: content.map { range($0) },
                isSpeech: isSpeech,
                cue: cue.map { range($0) },
                mention: mention.map { range($0) },
                speaker: speaker.map { Speaker(name: $0, kind: .person) },
                form: form,
                damage: damage
            )
        )
    }

    mutating func figure(_ words: String, _ value: Double, unit: Figure.Unit = .count, second: Double? = nil) -> Figure {
        let figure = Figure(range: range(words), tokens: 0..<0, value: value, second: second, unit: unit)
        figures.append(figure)
        return figure
    }

    /// The article with its parts, split into words at white space.
    var analyzed: AnalyzedArticle {
        let text = article.text
        var tokens: [Token] = []
        for block in article.blocks where [.headline, .standfirst, .paragraph].contains(block.kind) {
            var start = block.range.lowerBound
            for word in text.bytes[block.range].split(separator: 0x20, omittingEmptySubsequences: false) {
                if !word.isEmpty {
                    tokens.append(
                        Token(start: UInt32(start), end: UInt32(start + word.count), hash: 0, kind: .word, shape: [])
                    )
                }
                start += word.count + 1
            }
        }
        let annotated = AnnotatedText(
            text: text,
            language: article.language ?? "",
            sections: [],
            tokens: tokens,
            sectionTokens: [],
            stems: [],
            isFunctionWord: [],
            sentences: [],
            names: names,
            entities: entities,
            figures: figures,
            times: []
        )
        let ordered = quotations.sorted { $0.range.lowerBound < $1.range.lowerBound }
        return AnalyzedArticle(
            article: article,
            annotated: annotated,
            speech: SpeechAnalysis(quotations: ordered, statements: [])
        )
    }
}
