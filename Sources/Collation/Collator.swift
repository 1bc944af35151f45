internal import Language
internal import Speech
internal import TextCore

/// Compares the articles of one story.
///
/// Works on the words alone: stems, names, figures, order and place (see ``PairFeature``). What it says does not depend on
/// the order in which articles are given, and does not change from run to run.
///
/// - Complexity: linear in the text, but for reuse among many copies: pairs of sentences come from an index with bounded
///   lists (see ``CandidateIndex``).
public struct Collator: Sendable {
    /// Makes a collator.
    public init() {}

    /// Collates articles. With one article, everything is solo.
    public func collate(_ articles: [AnalyzedArticle]) -> Collation {
        let order = CanonicalOrder.of(articles)
        let story = Story(order.map { articles[$0] })
        let scored = ScoredPairs(story)
        let groups = StatementGrouping.groups(of: scored, in: story)
        let placing = WitnessPlacing(story: story)
        let witnesses = groups.map { group in group.units.map { placing.witness(of: $0, in: group) } }
        let reasons = ReasonFinder(story: story)
        var shared: [SharedStatement] = []
        for (group, places) in zip(groups, witnesses) {
            let speaker = Self.agreedSpeaker(places)
            shared.append(
                SharedStatement(
                    id: "",
                    kind: places.contains { $0.form == .quoted || $0.form == .retold } ? .speech : .fact,
                    speaker: speaker,
                    strength: scored.weights.strength(group.probability),
                    witnesses: places,
                    reasons: reasons.reasons(for: group, scored: scored, speaker: speaker)
                )
            )
        }
        let solo = SoloStatements(story: story, groups: groups, witnesses: witnesses).find()
        return GivenOrder(order).collation(articles: articles, shared: shared, solo: solo)
    }

    /// The speaker whom at least one witness names and none contradicts, at the name's fullest.
    private static func agreedSpeaker(_ witnesses: [Witness]) -> String? {
        let names = witnesses.compactMap(\.speaker)
        guard let fullest = names.max(by: { ($0.utf8.count, $1) < ($1.utf8.count, $0) }) else { return nil }
        func last(_ name: String) -> String { name.split(separator: " ").last.map { CaseFolding.fold($0) } ?? "" }
        return names.allSatisfy { last($0) == last(fullest) } ? fullest : nil
    }
}

/// Translates findings from the canonical order of articles to the order given, and puts them in that order.
struct GivenOrder {
    private let order: [Int]

    init(_ order: [Int]) { self.order = order }

    func passage(_ passage: Passage) -> Passage {
        Passage(article: order.indices.contains(passage.article) ? order[passage.article] : passage.article, range: passage.range)
    }

    func collation(articles: [AnalyzedArticle], shared: [SharedStatement], solo: [Solo]) -> Collation {
        var statements = shared.map { statement in
            let witnesses = statement.witnesses.map { Witness(passage: passage($0.passage), form: $0.form, speaker: $0.speaker) }
                .sorted { $0.passage < $1.passage }
            return statement.with(id: "", witnesses: witnesses)
        }
        statements.sort { a, b in
            let (x, y) = (a.witnesses.map(\.passage), b.witnesses.map(\.passage))
            return x.lexicographicallyPrecedes(y)
        }
        return Collation(
            articles: articles,
            shared: statements.enumerated().map { $1.with(id: "s\($0 + 1)", witnesses: $1.witnesses) },
            solo: solo.map { Solo(passage: passage($0.passage), kind: $0.kind, speaker: $0.speaker) }
                .sorted { $0.passage < $1.passage }
        )
    }
}

extension SharedStatement {
    func with(id: String, witnesses: [Witness]) -> SharedStatement {
        SharedStatement(id: id, kind: kind, speaker: speaker, strength: strength, witnesses: witnesses, reasons: reasons)
    }
}

extension Passage: Comparable {
    /// By article, then place.
    public static func < (a: Passage, b: Passage) -> Bool {
        (a.article, a.range.lowerBound, a.range.upperBound) < (b.article, b.range.lowerBound, b.range.upperBound)
    }
}
