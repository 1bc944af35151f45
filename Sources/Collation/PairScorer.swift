internal import TextCore

/// Fitted weights of ``PairFeature``s: a logistic regression (Cox 1958) whose output is a probability that two units
/// make one statement.
///
/// The numbers are data, in `Lexicons/pair-weights.txt`; its header says how they were fitted.
struct ScoringWeights: Sendable {
    /// Log odds of a pair whose features are all zero.
    let intercept: Double
    /// Weight of each feature, in log odds per unit of the feature.
    let weights: [Double]
    /// The probability from which on a pair is taken for one statement: the best F1 in cross-validation.
    let threshold: Double

    /// The embedded weights.
    static let fitted = ScoringWeights(LexiconFile(PackageResources.pair_weights_txt))

    /// Reads rows `name TAB weight` of section `weights` and of section `decision`. Features without a row weigh nothing.
    init(_ file: LexiconFile) {
        func number(_ section: String, _ name: String) -> Double? {
            file[section].first { $0.first == name }.flatMap { $0.count > 1 ? Double($0[1]) : nil }
        }
        intercept = number("decision", "intercept") ?? 0
        threshold = number("decision", "threshold") ?? 0.5
        weights = PairFeature.allCases.map { number("weights", "\($0)") ?? 0 }
    }

    /// The probability that a pair with these features makes one statement. O(features).
    func probability(_ features: ArraySlice<Float>) -> Double {
        var logOdds = intercept
        for (weight, value) in zip(weights, features) { logOdds += weight * Double(value) }
        return .logistic(logOdds)
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
    let graph: PairGraph
    let features: PairFeatures
    let probability: [Double]
    let weights: ScoringWeights

    /// Finds, measures and scores the candidate pairs of a story.
    init(_ story: Story, weights: ScoringWeights = .fitted) {
        let features = PairFeatures(CandidateIndex.pairs(of: story), of: story)
        self.features = features
        self.weights = weights
        graph = PairGraph(features.pairs, story)
        probability = features.pairs.indices.map { index in
            let pair = features.pairs[index]
            // Two units that read the same make the same statement, whatever their surroundings say.
            let (a, b) = (story.units[pair.first], story.units[pair.second])
            if a.terms.count >= 3, a.words == b.words { return 0.99 }
            if CrossLanguage.applies(to: a, b, in: story) { return CrossLanguage.probability(pair, in: story) }
            return weights.probability(features[index])
        }
    }

    /// The pairs from the threshold on.
    var accepted: [Int] { probability.indices.filter { probability[$0] >= weights.threshold } }

    /// The probability of a pair of units; nil when it was not worth comparing.
    func probability(_ a: Int, _ b: Int) -> Double? { graph.pair(a, b).map { probability[$0] } }
}
