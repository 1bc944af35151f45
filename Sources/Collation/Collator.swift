internal import Language
internal import Speech
internal import TextCore

/// Compares the articles of one story.
public struct Collator: Sendable {
    /// Makes a collator.
    public init() {}

    /// Collates articles. With one article, everything is solo.
    public func collate(_ articles: [AnalyzedArticle]) -> Collation {
        var shared: [SharedStatement] = []
        for (a, first) in articles.enumerated() {
            for (b, second) in articles.enumerated().dropFirst(a + 1) {
                for one in first.speech.statements {
                    for other in second.speech.statements {
                        let x = Set(first.annotated.stems[one.tokens]), y = Set(second.annotated.stems[other.tokens])
                        guard 3 * x.intersection(y).count > x.union(y).count else { continue }
                        shared.append(
                            SharedStatement(
                                id: "s\(shared.count + 1)",
                                kind: one.kind,
                                speaker: nil,
                                strength: .moderate,
                                witnesses: [
                                    Witness(passage: Passage(article: a, range: one.range), form: .narrated),
                                    Witness(passage: Passage(article: b, range: other.range), form: .narrated),
                                ],
                                reasons: []
                            )
                        )
                    }
                }
            }
        }
        return Collation(articles: articles, shared: shared)
    }
}
