internal import Language
internal import Speech

/// Two sentences of two articles with what is measured on them: for fitting weights and for explaining a score.
public struct MeasuredPair: Sendable {
    /// The sentence of the one article.
    public let first: Passage
    /// That of the other.
    public let second: Passage
    /// Values by ``Collator/featureNames``.
    public let features: [Float]
    /// The probability that they make one statement, by the embedded weights.
    public let probability: Double
}

extension Collator {
    /// Names of the features of a ``MeasuredPair``, in order.
    public static var featureNames: [String] { PairFeature.allCases.map { "\($0)" } }

    /// All pairs of sentences that are worth comparing, as ``collate(_:)`` measures them.
    /// - Complexity: as ``collate(_:)``.
    public func measure(_ articles: [AnalyzedArticle]) -> [MeasuredPair] {
        let order = CanonicalOrder.of(articles)
        let story = Story(order.map { articles[$0] })
        let scored = ScoredPairs(story, vectors: vectors(of: story))
        return scored.features.pairs.indices.map { index in
            let pair = scored.features.pairs[index]
            func passage(_ unit: Int) -> Passage {
                Passage(article: order[story.units[unit].article], range: story.units[unit].range)
            }
            return MeasuredPair(
                first: passage(pair.first),
                second: passage(pair.second),
                features: Array(scored.features[index]),
                probability: scored.probability[index]
            )
        }
    }

    /// Names of the evidence between languages, in order.
    public static var crossLanguageFeatureNames: [String] { CrossLanguageFeature.allCases.map { "\($0)" } }

    /// The pairs of sentences in different languages as ``collate(_:)`` measures them, without what a third article adds;
    /// features are those of ``crossLanguageFeatureNames``.
    /// - Complexity: as ``collate(_:)``.
    public func measureBetweenLanguages(_ articles: [AnalyzedArticle]) -> [MeasuredPair] {
        let order = CanonicalOrder.of(articles)
        let story = Story(order.map { articles[$0] })
        let vectors = vectors(of: story)
        let pairs = CandidateIndex.pairs(of: story, vectors)
        let scored = CrossLanguage(pairs, PairGraph(pairs, story), story, vectors)
        return scored.pairs.indices.map { index in
            let pair = pairs[scored.pairs[index]]
            func passage(_ unit: Int) -> Passage {
                Passage(article: order[story.units[unit].article], range: story.units[unit].range)
            }
            return MeasuredPair(
                first: passage(pair.first),
                second: passage(pair.second),
                features: scored.evidence[index].values,
                probability: scored.probability[index]
            )
        }
    }
}
