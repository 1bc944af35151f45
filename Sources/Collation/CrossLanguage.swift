internal import Language
internal import TextCore

/// Scores two units in different languages by what does not need a dictionary (names, figures, times, cognates) and by the
/// few hundred words of news that `Lexicons/translations.txt` has.
///
/// The fitted weights do not apply: sequences of letters and common words say nothing between languages. These weights are
/// set by hand, and high enough that a name in common alone is no match.
enum CrossLanguage {
    /// A pair at least this likely by itself may be carried by a third article.
    static let hint = 0.03

    /// Whether two units are in different languages.
    static func applies(to a: Unit, _ b: Unit, in story: Story) -> Bool {
        story.articles[a.article].annotated.language != story.articles[b.article].annotated.language
    }

    /// The probability that two units make one statement. O(terms of both).
    static func probability(_ pair: UnitPair, in story: Story) -> Double {
        let (a, b) = (story.units[pair.first], story.units[pair.second])
        let (x, y) = (known(pair.first, story), known(pair.second, story))
        let common = x.keys.intersection(y.keys)
        // What is common beside names: a name says who, not what.
        let facts = common.filter { !x.names.contains($0) && !y.names.contains($0) }
        guard facts.count >= 2 else { return 0 }
        let shared = Double(story.concepts.weight(of: common))
        let said = Double(story.concepts.weight(of: facts))
        let lighter = Double(min(story.concepts.weight(of: x.keys), story.concepts.weight(of: y.keys)))
        let coverage = lighter > 0 ? shared / lighter : 0
        var logOdds = -6 + 0.5 * min(shared, 4) + 1.0 * min(said, 3) + 4 * coverage
        if !a.figures.isDisjoint(with: b.figures) { logOdds += 0.7 }
        if a.quotedShare > 0.3, b.quotedShare > 0.3 { logOdds += 0.3 }
        if !a.speakers.isEmpty, !b.speakers.isEmpty {
            logOdds += a.speakers.isStrange(to: b.speakers) ? -0.5 : 0.7
        }
        return .logistic(logOdds)
    }

    /// The keys of a unit that could stand in another language too: names, figures and words with a translation.
    private static func known(_ unit: Int, _ story: Story) -> (keys: Set<Int32>, names: Set<Int32>) {
        let owner = story.units[unit]
        let table = story.lists[owner.article].concepts
        let tokens = story.articles[owner.article].annotated.tokens
        var keys: Set<Int32> = []
        var names: Set<Int32> = []
        for term in owner.terms {
            let key = table[term.stem]
            let isName = owner.names.contains(term.stem)
            guard key != nil || isName || tokens[term.token].kind == .number else { continue }
            guard let id = story.concepts.id(ofKey: key ?? term.stem) else { continue }
            keys.insert(id)
            if isName, key == nil { names.insert(id) }
        }
        return (keys, names)
    }
}
