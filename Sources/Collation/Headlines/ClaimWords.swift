internal import Language
internal import TextCore

/// What the body sentences of a story say in other words: the names in full of people whom they call by one name, their roles,
/// short forms of names, values of figures, and words that headlines use for others.
///
/// - Complexity: O(*n*) in tokens of the story.
struct ClaimWords: Sendable {
    /// For each unit, the hashes of words that stand for something in it.
    private let implied: [Set<UInt64>]
    /// For each unit, the rows of headline words that it has a word of.
    private let kin: [Set<Int32>]

    init(_ story: Story) {
        var implied: [Set<UInt64>] = []
        var kin: [Set<Int32>] = []
        implied.reserveCapacity(story.units.count)
        kin.reserveCapacity(story.units.count)
        for (article, range) in zip(story.articles.indices, story.unitsOfArticle) {
            let table = HeadlineWords.of(story.articles[article].annotated.language)
            let names = Names(story.articles[article].annotated, table)
            for unit in range.map({ story.units[$0] }) {
                guard unit.role == .body else {
                    implied.append([])
                    kin.append([])
                    continue
                }
                implied.append(names.implied(in: unit))
                kin.append(
                    unit.terms.reduce(into: []) { set, term in
                        set.formUnion(table.rows[term.stem] ?? [])
                        // "Left" is "leave".
                        set.formUnion(table.rows[ActLexicon.english.base(of: term.stem)] ?? [])
                    }
                )
            }
        }
        self.implied = implied
        self.kin = kin
    }

    /// Whether a unit has a word, or what stands for it.
    func implies(_ unit: Int, _ hash: UInt64) -> Bool { implied[unit].contains(hash) }

    /// Whether a unit has a word of one of some rows of ``HeadlineWords``.
    func hasKin(_ unit: Int, _ rows: [Int32]) -> Bool { rows.contains { kin[unit].contains($0) } }

    /// What the names of one text stand for.
    private struct Names {
        let text: AnnotatedText
        let table: HeadlineWords
        /// For each entity, the folded words of its names and roles.
        let words: [Set<UInt64>]
        /// For each token at which a name starts, its entity.
        let entity: [Int: Int]

        init(_ text: AnnotatedText, _ table: HeadlineWords) {
            self.text = text
            self.table = table
            words = text.entities.map { entity in
                var words: Set<UInt64> = []
                for name in [entity.name] + entity.aliases + entity.roles {
                    let parts = name.split { $0 == " " || $0 == "-" || $0 == "." }
                    for part in parts { words.insert(Hash64.folded(String(part))) }
                    if let short = Self.initials(parts) { words.insert(short) }
                }
                return words
            }
            entity = Dictionary(text.names.map { ($0.tokens.lowerBound, $0.entity) }, uniquingKeysWith: { first, _ in first })
        }

        func implied(in unit: Unit) -> Set<UInt64> {
            var result = unit.figures
            for figure in text.figures where figure.unit == .count && unit.tokens.contains(figure.tokens.lowerBound) {
                for vague in table.vague where !figure.isQuantifier && vague.values.contains(figure.value) {
                    result.insert(vague.word)
                }
            }
            for token in unit.tokens {
                if let entity = entity[token], words.indices.contains(entity) { result.formUnion(words[entity]) }
                if let short = text.dottedShortForm(at: token) { result.insert(short.hash) }
            }
            return result
        }

        /// "Republican National Committee" is RNC, too.
        private static func initials(_ parts: [Substring]) -> UInt64? {
            let capitals = parts.compactMap { part in part.first.flatMap { $0.isUppercase ? $0 : nil } }
            return capitals.count >= 2 && capitals.count <= 6 ? Hash64.folded(String(capitals)) : nil
        }
    }
}
