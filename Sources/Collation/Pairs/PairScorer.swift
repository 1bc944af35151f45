internal import Language
internal import Meaning
internal import TextCore

/// Fitted weights of ``PairFeature``s: a logistic regression (Cox 1958) whose output is a probability that two units
/// make one statement.
///
/// The numbers are data, in `Lexicons/pair-weights.txt`; its header says how they were fitted.
struct ScoringWeights: Sendable {
    /// How one feature counts.
    struct Weight: Sendable {
        var mean = 0.0
        var deviation = 1.0
        /// In log odds per deviation.
        var weight = 0.0
    }

    /// Beyond so many deviations a feature counts no more: texts unlike those of the fit must not run away.
    static let clamp = 4.0

    /// Log odds of a pair whose features all have their means.
    let intercept: Double
    /// Weight of each feature.
    let weights: [Weight]
    /// The probability from which on a pair is taken for one statement: the best F1 in cross-validation.
    let threshold: Double

    /// The embedded weights for texts without dependency heads, and for those with them: propositions read off heads are worth
    /// more than guessed ones.
    static let fitted = ScoringWeights(LexiconFile(PackageResources.pair_weights_txt))
    static let fittedWithHeads = ScoringWeights(LexiconFile(PackageResources.pair_weights_heads_txt))

    /// The embedded weights for stories with vectors of MiniLM.
    static let minilm = ScoringWeights(LexiconFile(PackageResources.pair_weights_minilm_txt))

    /// The weights for the means that a story was read with.
    static func fitted(hasHeads: Bool, model: SentenceModel?) -> ScoringWeights {
        model == .minilm ? .minilm : hasHeads ? .fittedWithHeads : .fitted
    }

    /// Reads rows `name, mean, deviation, weight` of section `weights`, and `name, number` of section `decision`. Features
    /// without a row weigh nothing.
    init(_ file: LexiconFile) {
        func numbers(_ section: String) -> [String: [Double]] {
            Dictionary(
                file[section].map { row in (row[0], row.dropFirst().compactMap { Double($0) }) },
                uniquingKeysWith: { first, _ in first }
            )
        }
        let decision = numbers("decision")
        intercept = decision["intercept"]?.first ?? 0
        threshold = decision["threshold"]?.first ?? 0.5
        let rows = numbers("weights")
        weights = PairFeature.allCases.map { feature in
            guard let row = rows["\(feature)"], row.count == 3, row[1] > 0 else { return Weight() }
            return Weight(mean: row[0], deviation: row[1], weight: row[2])
        }
    }

    /// The probability that a pair with these features makes one statement. O(features).
    func probability(_ features: ArraySlice<Float>) -> Double { .logistic(logOdds(features)) }

    /// The log odds of it. O(features).
    func logOdds(_ features: ArraySlice<Float>) -> Double {
        var logOdds = intercept
        for (weight, value) in zip(weights, features) {
            let standard = (Double(value) - weight.mean) / weight.deviation
            logOdds += weight.weight * min(max(standard, -Self.clamp), Self.clamp)
        }
        return logOdds
    }

    /// The band of a probability. Bands are calibrated on held-out events: see `Evaluation/collation.md`.
    func strength(_ probability: Double) -> Strength {
        switch probability {
        case 0.75...: .strong
        case 0.5...: .moderate
        default: .weak
        }
    }
}

/// Pairs taken for one statement, with their probabilities.
struct ScoredPairs: Sendable {
    /// The clauses of the units.
    let table: ClauseTable
    /// The propositions of the units.
    let propositions: StoryPropositions
    /// The clauses as what they speak of.
    let resolved: ResolvedClauses
    let graph: PairGraph
    let features: PairFeatures
    let probability: [Double]
    let weights: ScoringWeights

    /// Finds, measures and scores the candidate pairs of a story.
    /// - Parameter vectors: those of its sentences, where an encoder made them.
    init(_ story: Story, vectors: StoryVectors? = nil) {
        let weights = ScoringWeights.fitted(
            hasHeads: story.articles.contains { $0.annotated.syntax != nil },
            model: vectors?.model
        )
        let table = ClauseTable(story)
        let propositions = StoryPropositions(story)
        let resolved = ResolvedClauses(story, table, propositions)
        let pairs = CandidateIndex.pairs(of: story, vectors)
        let features = PairFeatures(
            pairs,
            of: story,
            cut: table,
            propositions: propositions,
            resolved: resolved,
            vectors: vectors
        )
        self.table = table
        self.propositions = propositions
        self.resolved = resolved
        self.features = features
        self.weights = weights
        graph = PairGraph(features.pairs, story)
        let crossLanguage = CrossLanguage(features.pairs, graph, story, vectors)
        let between = Dictionary(uniqueKeysWithValues: zip(crossLanguage.pairs, crossLanguage.probability))
        let direct = features.pairs.indices.map { index -> Double in
            let pair = features.pairs[index]
            // Two units that read the same make the same statement, whatever their surroundings say.
            let (a, b) = (story.units[pair.first], story.units[pair.second])
            if a.terms.count >= 3, a.words == b.words { return 0.99 }
            if let between = between[index] { return between }
            if vectors?.model == .multilingual, story.articles[a.article].annotated.language != "en" {
                return JointWeights.fitted.probability(wording: weights.logOdds(features[index]), features[index])
            }
            return weights.probability(features[index])
        }
        let graph = graph
        // Between two languages, a third article may know both wordings: a chain counts nearly as its weaker link.
        probability = features.pairs.indices.map { index in
            let pair = features.pairs[index]
            guard direct[index] >= CrossLanguage.hint, between[index] != nil else { return direct[index] }
            return max(direct[index], 0.9 * graph.bestChain(pair.first, pair.second, direct))
        }
    }

    /// The probability of a pair of units; nil when it was not worth comparing.
    func probability(_ a: Int, _ b: Int) -> Double? { graph.pair(a, b).map { probability[$0] } }
}
