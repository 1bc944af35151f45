internal import Language

/// What a comparison could not tell about one article, because its words could not be compared with those of others.
///
/// Presenters say so beside what is only in one article: without it "not in these articles" would be false evidence.
public struct ComparisonLimit: Sendable, Hashable {
    /// How far an article was compared.
    public enum Extent: String, Sendable, Hashable {
        /// With no other article by words: only names, figures and dates were compared, so what only this article has cannot
        /// be told, and it has no solos.
        case namesAndFigures
        /// With some others by words, and with the rest by names, figures and dates only.
        case partly
        /// With all others, of which some are in other languages; some of its statements could be theirs too, but not for
        /// sure. These are neither shared nor solos.
        case undecided
    }

    /// Index of the article.
    public let article: Int
    /// Its language, ISO 639-1.
    public let language: String
    /// How far it was compared.
    public let extent: Extent
    /// How many of its sentences have something that is neither shared nor solo, because the comparison could not tell.
    public let undecided: Int

    /// Makes a limit.
    public init(article: Int, language: String, extent: Extent, undecided: Int) {
        self.article = article
        self.language = language
        self.extent = extent
        self.undecided = undecided
    }
}

/// Finds what a comparison between languages cannot tell.
///
/// - Complexity: O(*p* + *n*) in pairs and tokens.
struct ComparisonLimits {
    /// A sentence with less of its weight in words that the lexicon has cannot be told from one without a translation.
    static let known: Float = 0.5

    /// How far each article was compared; none in a story of one language.
    private var extents: [ComparisonLimit.Extent] = []
    /// Units that are not called solo.
    private var undecided: Set<Int> = []
    private let story: Story

    /// Reads the limits off a scored story; a story of one language has none.
    init(story: Story, scored: ScoredPairs, vectors: StoryVectors? = nil) {
        self.story = story
        guard !story.crossLanguage.terms.isEmpty else { return }
        let languages = story.articles.map(\.annotated.language)
        var likely: Set<Int> = []
        for (index, pair) in scored.features.pairs.enumerated() {
            let isBetween = languages[story.units[pair.first].article] != languages[story.units[pair.second].article]
            if scored.probability[index] >= scored.weights.threshold {
                // Which clauses of a sentence its translation has is not told.
                if isBetween { likely.formUnion([pair.first, pair.second]) }
            } else if isBetween, scored.probability[index] >= CrossLanguage.doubtful {
                likely.formUnion([pair.first, pair.second])
            }
        }
        for article in story.articles.indices {
            let others = story.articles.indices.filter { $0 != article }
            let comparable = others.filter { Self.areComparable(languages[article], languages[$0], vectors) }
            let hasOwnLanguage = others.contains { languages[$0] == languages[article] }
            for unit in story.unitsOfArticle[article] where !story.units[unit].isHeadline {
                let isUnknown = !hasOwnLanguage && vectors == nil && share(unit) < Self.known
                if comparable.isEmpty || likely.contains(unit) || isUnknown { undecided.insert(unit) }
            }
            extents.append(
                comparable.isEmpty ? .namesAndFigures : comparable.count < others.count ? .partly : .undecided
            )
        }
    }

    /// The solos that the comparison can tell, and how much it left out for each article. O(*s* log *u*) for *s* solos and
    /// *u* units.
    func told(_ solos: [Solo]) -> (solos: [Solo], limits: [ComparisonLimit]) {
        guard !extents.isEmpty else { return (solos, []) }
        var untold: [Set<Int>] = Array(repeating: [], count: extents.count)
        let told = solos.filter { solo in
            guard let unit = story.unit(at: solo.passage), undecided.contains(unit) else { return true }
            untold[story.units[unit].article].insert(unit)
            return false
        }
        let limits = extents.indices.compactMap { article -> ComparisonLimit? in
            let count = untold[article].count
            guard count > 0 || extents[article] != .undecided else { return nil }
            let language = story.articles[article].annotated.language
            return ComparisonLimit(article: article, language: language, extent: extents[article], undecided: count)
        }
        return (told, limits)
    }

    /// Whether the words of two languages can be compared, or the vectors of their sentences.
    private static func areComparable(_ a: String, _ b: String, _ vectors: StoryVectors?) -> Bool {
        let known = TranslationLexicon.languages + (vectors == nil ? [] : StoryVectors.languages)
        return a == b || (known.contains(a) && known.contains(b))
    }

    /// The share of a unit's weight in terms that the lexicon has, or that need none.
    private func share(_ unit: Int) -> Float {
        let terms = story.crossLanguage.terms[unit].terms
        let all = terms.reduce(0) { $0 + $1.weight }
        return all > 0 ? terms.reduce(0) { $0 + ($1.isKnown ? $1.weight : 0) } / all : 0
    }
}

extension Story {
    /// The unit that a passage starts in. O(log of the article's units).
    func unit(at passage: Passage) -> Int? {
        guard unitsOfArticle.indices.contains(passage.article) else { return nil }
        let range = unitsOfArticle[passage.article]
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if units[middle].range.upperBound <= passage.range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < range.upperBound ? low : nil
    }
}
