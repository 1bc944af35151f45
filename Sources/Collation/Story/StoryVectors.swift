internal import Language
public import Meaning
internal import TextCore

/// The encoders that a collation may use. Which one a story needs is told by its languages; where that one is missing, words
/// alone are compared, and ``Collation/Mode/meaning`` says so.
public struct MeaningEncoders: Sendable {
    /// For stories in English alone: all-MiniLM-L6-v2.
    public var english: (any SentenceVectorSource)?
    /// For stories in several languages, or in one that is not English.
    public var multilingual: (any SentenceVectorSource)?

    /// Makes a choice of encoders.
    public init(english: (any SentenceVectorSource)? = nil, multilingual: (any SentenceVectorSource)? = nil) {
        self.english = english
        self.multilingual = multilingual
    }

    /// The encoder for a story in these languages (ISO 639-1). In one that the multilingual encoder has never read, its vectors are of
    /// letters, and say nothing.
    func encoder(for languages: Set<String>) -> (any SentenceVectorSource)? {
        if languages == ["en"] { return english }
        return languages.count > 1 || languages.isSubset(of: StoryVectors.readable) ? multilingual : nil
    }
}

/// The vectors of a story's sentences, plain and as seen from their mean: what all sentences of the story say makes none of
/// them alike. In a story in several languages each language has a mean of its own, so that the language of a sentence is no
/// part of what it says.
struct StoryVectors: Sendable {
    /// The model that made them.
    let model: SentenceModel
    private let source: any SentenceVectorSource
    private let plain: SentenceVectors
    private let centered: SentenceVectors

    /// Encodes the sentences of a story; nil where the model cannot be used.
    /// - Complexity: O(*n*) in the text.
    init?(_ story: Story, _ source: any SentenceVectorSource) {
        let texts = story.units.map { UTF8Text(story.articles[$0.article].annotated.text[$0.range]) }
        guard let plain = source.vectors(of: texts), plain.count == texts.count else { return nil }
        let languages = story.units.map { story.articles[$0.article].annotated.language }
        guard let centered = plain.centered(in: languages) else { return nil }
        model = source.identity.model
        self.source = source
        self.plain = plain
        self.centered = centered
    }

    /// The languages of the multilingual encoder (ISO 639-1), as its authors list them (Yang et al. 2019).
    static let languages = ["ar", "zh", "nl", "en", "fr", "de", "it", "ja", "ko", "pl", "pt", "es", "th", "tr", "ru"]

    /// The same, and one that shares most of its words and letters with one of them.
    static let readable = Set(languages + ["uk"])

    /// How alike two sentences are, −1 to 1.
    func cosine(_ a: Int, _ b: Int) -> Float { plain.similarity(a, b) }

    /// The vectors of other texts; nil where the model cannot be used.
    func encode(_ texts: [UTF8Text]) -> SentenceVectors? {
        source.vectors(of: texts).flatMap { $0.count == texts.count ? $0 : nil }
    }

    /// How alike one of such texts and a sentence are, −1 to 1.
    func cosine(_ texts: SentenceVectors, _ text: Int, _ unit: Int) -> Float { texts.similarity(text, to: unit, of: plain) }

    /// The same as seen from the story's mean.
    func centeredCosine(_ a: Int, _ b: Int) -> Float { centered.similarity(a, b) }
}

extension StoryVectors {
    /// Each sentence has this many candidates in each article in another language, and over all.
    private static let perArticle = 2
    private static let perUnit = 24
    /// Sentences less alike than this are no candidates.
    private static let least: Float = 0.2

    /// For each sentence, the nearest ones of articles in other languages, or in its own unless that is English.
    /// - Complexity: O(*u*² · *d*) for *u* sentences and vectors of *d* numbers: products of matrices, one article with another
    ///   at a time.
    func nearest(in story: Story) -> [UnitPair] {
        let own = story.unitsOfArticle.map { centered.rows($0) }
        let languages = story.articles.map(\.annotated.language)
        var found: [[(unit: Int, likeness: Float)]] = Array(repeating: [], count: story.units.count)
        for (a, rows) in story.unitsOfArticle.enumerated() {
            for (b, columns) in story.unitsOfArticle.enumerated() where a != b && (languages[a], languages[b]) != ("en", "en") {
                let likeness = own[a].similarities(to: own[b])
                for row in 0..<rows.count where !story.isRepeat(rows.lowerBound + row) {
                    let line = likeness[row * columns.count..<(row + 1) * columns.count]
                    let near = zip(columns, line).filter { $1 >= Self.least && !story.isRepeat($0) }
                        .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
                    found[rows.lowerBound + row] += near.prefix(Self.perArticle).map { ($0.0, $0.1) }
                }
            }
        }
        return found.enumerated().flatMap { unit, near in
            near.sorted { $0.likeness != $1.likeness ? $0.likeness > $1.likeness : $0.unit < $1.unit }.prefix(Self.perUnit)
                .map { UnitPair(first: min(unit, $0.unit), second: max(unit, $0.unit)) }
        }
    }
}

extension SentenceVectors {
    /// The vectors of a range of texts.
    fileprivate func rows(_ range: Range<Int>) -> SentenceVectors {
        SentenceVectors(Array(numbers[range.lowerBound * dimension..<range.upperBound * dimension]), dimension: dimension) ?? self
    }

    /// The vectors as seen from the mean of those of their own group (see ``centered()``); nil unless there is a group for each.
    /// O(count · dimension).
    fileprivate func centered(in groups: [String]) -> SentenceVectors? {
        guard groups.count == count else { return nil }
        var numbers = numbers
        for members in Dictionary(grouping: groups.indices, by: { groups[$0] }).values {
            guard let own = SentenceVectors(members.flatMap { self[$0] }, dimension: dimension)?.centered() else { return nil }
            for (row, index) in members.enumerated() {
                numbers.replaceSubrange(index * dimension..<(index + 1) * dimension, with: own[row])
            }
        }
        return SentenceVectors(numbers, dimension: dimension)
    }
}
