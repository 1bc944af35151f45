internal import TextCore

/// Weights that join what words say of a pair of sentences in one language with what vectors of the multilingual encoder say.
///
/// ``ScoringWeights`` were fitted on English articles. In other languages their words count as much, but no lexicon has the
/// synonyms; there the vectors decide what words leave open. Two numbers a pair, so few weights: data, in
/// `Lexicons/joint-weights.txt`; its header says how they were fitted.
struct JointWeights: Sendable {
    private let intercept: Double
    private let wording: Double
    private let features: [(feature: PairFeature, weight: Double)]

    /// The embedded weights.
    static let fitted = JointWeights(LexiconFile(PackageResources.joint_weights_txt))

    /// Reads rows `name, number`: `intercept`, `wording` (the log odds by words) and names of ``PairFeature``s.
    init(_ file: LexiconFile) {
        let numbers = Dictionary(
            file["weights"].compactMap { row in row.count > 1 ? Double(row[1]).map { (row[0], $0) } : nil },
            uniquingKeysWith: { first, _ in first }
        )
        intercept = numbers["intercept"] ?? 0
        wording = numbers["wording"] ?? 1
        features = PairFeature.allCases.compactMap { feature in numbers["\(feature)"].map { (feature, $0) } }
    }

    /// The probability that two sentences make one statement. O(1).
    /// - Parameters:
    ///   - wording: its log odds by words alone.
    ///   - features: what is measured of the pair.
    func probability(wording: Double, _ features: ArraySlice<Float>) -> Double {
        .logistic(
            self.features.reduce(intercept + self.wording * wording) { sum, row in
                sum + row.weight * Double(features[features.startIndex + row.feature.rawValue])
            }
        )
    }
}
