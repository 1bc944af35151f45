internal import Language
internal import Reading
internal import Speech
internal import TextCore

/// Finds the witness that has a shared statement in its best-evidenced wording.
///
/// It is the one that has most in common with the witnesses of other articles (a medoid of sets of stems), since its words are
/// the ones that more than one outlet stands for. Quotations in marks come before retold ones, whole sentences before parts of
/// them, and bodies before headlines.
///
/// - Complexity: O(*w*²) in the witnesses of a statement, at most ``compared``.
struct StatementWording {
    /// A wording is compared with at most so many others.
    static let compared = 24
    /// What marks, a whole sentence and a place in the body count beside the share of words in common.
    static let bonus = (quoted: 0.15, whole: 0.1, body: 0.15)

    private let collation: Collation

    init(_ collation: Collation) { self.collation = collation }

    /// The witness whose words the others bear out best; the first of equals, and 0 where there is none.
    func best(of shared: SharedStatement, among witnesses: [Int]) -> Int {
        let candidates = witnesses.prefix(Self.compared)
        let words = candidates.map { self.words(of: shared.witnesses[$0].passage) }
        var best: (witness: Int, score: Double)?
        for (place, index) in candidates.enumerated() {
            let witness = shared.witnesses[index]
            var common = 0.0
            var others = 0
            for (other, place2) in zip(candidates, candidates.indices)
            where shared.witnesses[other].passage.article != witness.passage.article {
                common += Self.likeness(words[place], words[place2])
                others += 1
            }
            var score = others > 0 ? common / Double(others) : 0
            if shared.kind == .speech, witness.form == .quoted { score += Self.bonus.quoted }
            if isWhole(witness.passage) { score += Self.bonus.whole }
            if !isHeadline(witness.passage) { score += Self.bonus.body }
            if best.map({ score > $0.score }) ?? true { best = (index, score) }
        }
        return best?.witness ?? 0
    }

    /// The stems of a passage's content words.
    private func words(of passage: Passage) -> Set<UInt64> {
        let text = collation.articles[passage.article].annotated
        return Set(
            text.tokens(in: passage.range).compactMap { index in
                guard text.stems.indices.contains(index), text.stems[index] != 0, !text.isFunctionWord[index] else { return nil }
                return text.stems[index]
            }
        )
    }

    private static func likeness(_ a: Set<UInt64>, _ b: Set<UInt64>) -> Double {
        let common = a.intersection(b).count
        let all = a.count + b.count - common
        return all > 0 ? Double(common) / Double(all) : 0
    }

    /// Whether a passage is a whole sentence: it begins and ends where one does, marks and full stop aside.
    private func isWhole(_ passage: Passage) -> Bool {
        let text = collation.articles[passage.article].annotated
        let tokens = text.tokens(in: passage.range)
        guard let sentence = tokens.first.flatMap({ text.sentence(ofToken: $0) }) else { return false }
        let owner = text.sentences[sentence].tokens
        return tokens.lowerBound - owner.lowerBound <= 1 && owner.upperBound - tokens.upperBound <= 2
    }

    private func isHeadline(_ passage: Passage) -> Bool {
        collation.articles[passage.article].article.headline?.range.overlaps(passage.range) ?? false
    }
}
