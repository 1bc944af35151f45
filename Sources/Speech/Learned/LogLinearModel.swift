internal import TextCore

/// Weights of a log-linear ranker (a conditional logit, McFadden 1974; a ranking model, Denis and Baldridge 2008): of several
/// candidates the one with the highest sum of weights is chosen.
///
/// The numbers are data, in `Lexicons/`; the header of each file says on what they were fitted, and by what.
struct LogLinearModel<Feature: CaseIterable & RawRepresentable & Sendable>: Sendable where Feature.RawValue == Int {
    /// By how much another candidate must be better than that of the rules.
    let margin: Double
    /// What each feature adds, by ``RawRepresentable/rawValue``.
    let weights: [Double]

    /// Reads the rows `name, number` of one section; `margin` is a row of its own. Features without a row weigh nothing.
    init(_ file: LexiconFile, section: String) {
        var byName: [String: Double] = [:]
        for row in file[section] {
            guard let name = row.first, let number = row.dropFirst().first.flatMap({ Double($0) }) else { continue }
            byName[name] = number
        }
        margin = byName["margin"] ?? 0
        weights = Feature.allCases.map { byName["\($0)"] ?? 0 }
    }

    /// Whether the file held any weight.
    var isEmpty: Bool { weights.allSatisfy { $0 == 0 } }

    /// The sum of the weights of those features that hold. O(features).
    func score(_ features: [Bool]) -> Double {
        zip(weights, features).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    }

    /// The index of the best candidate: that of the rules, unless another is better by more than the margin.
    func choice(_ candidates: [[Bool]], ruled: Int) -> Int {
        guard candidates.indices.contains(ruled) else { return ruled }
        let scores = candidates.map(score)
        var best = ruled
        for index in scores.indices where scores[index] > scores[best] { best = index }
        return scores[best] > scores[ruled] + margin ? best : ruled
    }
}
