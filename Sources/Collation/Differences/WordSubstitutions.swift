internal import Language
internal import TextCore

/// What stands in the one of two passages where the other, alike word for word, has something else: words of opposite meaning, and
/// other names.
///
/// Rewritten copy and short reports are often alike but for a word or two ("Oil fell after producers agreed to raise output", "Oil
/// rose after producers agreed to cut output"). Then their order says what is set against what, whatever grammar makes of it.
struct WordSubstitutions {
    /// Tokens of the first and the second passage.
    struct Pair {
        let first: Int
        let second: Int
    }

    /// Words of opposite meaning.
    private(set) var opposites: [Pair] = []
    /// The last words of names that stand for each other.
    private(set) var names: [Pair] = []
    /// Other words, of which nothing is known that makes them opposites: at most one pair, which may mean the same.
    private(set) var others: [Pair] = []
    /// Whether a word of negation is all that the one has and the other has not.
    private(set) var isNegated = false

    /// The share of the longer passage's words that both have in common, and their least number.
    private static let share = 0.6
    private static let least = 2
    /// Where only a name differs, more has to be the same.
    private static let leastBesideNames = 5
    /// How many words may stand for how many others.
    private static let mostOthers = 2

    /// - Returns: nil where the passages differ in anything else, or have too little in common to tell.
    init?(_ a: ComparedWitness, _ b: ComparedWitness, in story: Story) {
        guard Self.mayBeAlike(a.words, b.words), let alignment = WordAlignment(a.words, b.words), alignment.common >= Self.least,
            Double(alignment.common) >= Self.share * Double(max(a.words.count, b.words.count))
        else { return nil }
        let words = Words(story: story, a: a, b: b)
        for slot in alignment.slots {
            let (x, y) = (a.content(slot.first), b.content(slot.second))
            if x.isEmpty, y.isEmpty, words.negates(slot.first, a) != words.negates(slot.second, b) { isNegated.toggle() }
            if x.count <= 1, y.count <= 1, let pair = words.opposites(slot) {
                // "Unsafe" is "not safe".
                if words.negates(slot.first, a) == words.negates(slot.second, b) { opposites.append(pair) }
            } else if let one = x.last, let other = y.last, x.allSatisfy(a.isName), y.allSatisfy(b.isName) {
                names.append(Pair(first: one, second: other))
            } else if Set(x.compactMap { words.key($0, a) }) != Set(y.compactMap { words.key($0, b) }) {
                guard let one = x.last, let other = y.last, max(x.count, y.count) <= Self.mostOthers else { return nil }
                others.append(Pair(first: one, second: other))
            }
        }
        guard others.isEmpty || others.count == 1 && names.isEmpty && opposites.isEmpty && !isNegated else { return nil }
        // On Monday it rose, on Tuesday it fell.
        if !opposites.isEmpty || isNegated, words.areOfOtherTimes { return nil }
        guard names.isEmpty || names.count == 1 && opposites.isEmpty && alignment.common >= Self.leastBesideNames else {
            return nil
        }
    }

    /// Whether enough words are in common in whatever order, which costs less to tell than their order does.
    private static func mayBeAlike(_ a: [WordAlignment.Word], _ b: [WordAlignment.Word]) -> Bool {
        let needed = share * Double(max(a.count, b.count))
        guard Double(min(a.count, b.count)) >= needed else { return false }
        let theirs = Set(b.map(\.hash))
        return Double(a.count { theirs.contains($0.hash) }) >= needed
    }

    /// The words of both passages, for what they mean.
    private struct Words {
        let story: Story
        let a: ComparedWitness
        let b: ComparedWitness

        func key(_ token: Int, _ witness: ComparedWitness) -> Int32? {
            witness.terms[token].flatMap { story.key(of: $0, in: witness.unit) }
        }

        /// The first two words of a slot that mean opposites.
        func opposites(_ slot: WordAlignment.Slot) -> Pair? {
            for one in slot.first {
                for other in slot.second where areOpposites(one, other) { return Pair(first: one, second: other) }
            }
            return nil
        }

        /// Whether both passages tell when, in other words.
        var areOfOtherTimes: Bool {
            func hashes(_ witness: ComparedWitness) -> [UInt64] {
                let text = story.articles[witness.unit.article].annotated
                return witness.timesInside.flatMap { text.tokens(in: $0.range).map { text.tokens[$0].hash } }
            }
            let (x, y) = (hashes(a), hashes(b))
            return !x.isEmpty && !y.isEmpty && x != y
        }

        func negates(_ tokens: [Int], _ witness: ComparedWitness) -> Bool {
            let text = story.articles[witness.unit.article].annotated
            let negation = story.lists[witness.unit.article].negation
            return tokens.contains { negation.contains(text.tokens[$0].hash) }
        }

        private func areOpposites(_ one: Int, _ other: Int) -> Bool {
            let (x, y) = (story.articles[a.unit.article].annotated, story.articles[b.unit.article].annotated)
            let (hash, theirs) = (x.tokens[one].hash, y.tokens[other].hash)
            let lists = story.lists[a.unit.article]
            if let row = lists.opposites[hash], row == lists.opposites[theirs], hash != theirs {
                return lists.ordinals[hash] == nil || a.measuresTheSame(as: b)
            }
            let isTurned = lists.directions.contains {
                $0.up.contains(hash) && $0.down.contains(theirs) || $0.down.contains(hash) && $0.up.contains(theirs)
            }
            guard !isTurned else { return true }
            guard x.language == "en", y.language == "en", isPredicate(one, x), isPredicate(other, y) else { return false }
            let lexicon = ActLexicon.english
            let (stem, their) = (x.stems[one], y.stems[other])
            // "Drunk" is a word of its own, and a form of "drink".
            return lexicon.areOpposed(lexicon.base(of: stem), lexicon.base(of: their)) || lexicon.areOpposed(stem, their)
        }

        /// Whether a word tells what is so rather than what it is so of: imports and exports are two things, and both can grow.
        private func isPredicate(_ token: Int, _ text: AnnotatedText) -> Bool {
            guard let syntax = text.syntax else {
                return ActLexicon.english.isMostlyVerb(ActLexicon.english.base(of: text.stems[token]))
            }
            return !syntax.tags[token].isNoun
        }
    }
}

extension ComparedWitness {
    /// The content words among some tokens, outside figures and times.
    fileprivate func content(_ tokens: [Int]) -> [Int] {
        tokens.filter { terms[$0] != nil && !isDetail[$0 - unit.tokens.lowerBound] }
    }

    fileprivate func isName(_ token: Int) -> Bool { terms[token]?.isName ?? false }
}
