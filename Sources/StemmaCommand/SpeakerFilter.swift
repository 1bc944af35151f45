import Collation
import Foundation
import Speech
import TextCore

/// Picks the quotations of one speaker.
struct SpeakerFilter {
    private let words: [String]

    init(_ name: String) { words = Self.words(of: name) }

    /// The article with only the speaker's quotations and attitudes. Statements go, because they name quotations by index.
    func apply(to article: AnalyzedArticle) -> AnalyzedArticle {
        let quotations = article.speech.quotations
        let kept = quotations.indices.filter { quotations[$0].isSpeech && matches(quotations[$0].speaker?.name) }
        let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($0.element, $0.offset) })
        let picked = kept.map { index in
            var quotation = quotations[index]
            quotation.enclosing = quotation.enclosing.flatMap { place[$0] }
            quotation.repeats = quotation.repeats.flatMap { place[$0] }
            return quotation
        }
        return AnalyzedArticle(
            article: article.article,
            annotated: article.annotated,
            speech: SpeechAnalysis(
                quotations: picked,
                attitudes: article.speech.attitudes.filter { matches($0.speaker?.name) },
                statements: []
            )
        )
    }

    /// Whether every word asked for is a word of the name.
    func matches(_ name: String?) -> Bool {
        guard let name, !words.isEmpty else { return false }
        let given = Set(Self.words(of: name))
        return words.allSatisfy(given.contains)
    }

    private static func words(of name: String) -> [String] {
        CaseFolding.fold(name).folding(options: .diacriticInsensitive, locale: nil)
            .split { !$0.isLetter && !$0.isNumber }
            .map(String.init)
    }
}
