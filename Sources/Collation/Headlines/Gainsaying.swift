internal import Language
internal import TextCore

/// What a body sentence says otherwise than a claim of which it has the other words: another figure of the same thing, the opposite
/// act, the act denied, only possible, or done by the one to whom the claim has it done, and another offence.
///
/// - Complexity: O(words of the claim · words of the sentence).
struct Gainsaying {
    /// A claim of a headline, by the tokens of its article.
    struct Claim {
        let tokens: Range<Int>
        /// The unit in which it stands.
        let unit: Int
    }

    /// What is said otherwise.
    struct Said {
        /// Tokens of the claim.
        var words: Set<Int> = []
        /// Tokens of the sentence: what it has instead.
        var instead: [Int] = []
        var isEmpty: Bool { instead.isEmpty }

        mutating func insert(_ word: Int?, instead token: Int) {
            if let word { words.insert(word) }
            if !instead.contains(token) { instead.append(token) }
        }
    }

    let story: Story
    let propositions: StoryPropositions

    /// A content word.
    private struct Word {
        let term: Term
        /// The act that it tells; 0 for none.
        let act: UInt64
        /// The stem of its base form: that of "know" for "knew".
        let base: UInt64
        let concept: Int32?

        /// Whether it can be a verb, and whether it mostly is.
        var isVerb: Bool { ActLexicon.english.isVerb(base) }
        var isMostlyVerb: Bool { ActLexicon.english.isMostlyVerb(base) }

        /// Whether both are one word, or tell one act.
        func isLike(_ other: Word) -> Bool { base == other.base || act != 0 && act == other.act }
    }

    /// What a sentence says otherwise than a claim.
    /// - Parameter holds: whether the sentence has what the claim's word at a token says, in any form.
    func said(otherwiseThan claim: Claim, by unit: Int, holds: (Int) -> Bool) -> Said {
        var said = Said()
        let above = words(of: claim.unit).filter { claim.tokens.contains($0.term.token) }
        let below = words(of: unit)
        addFigures(claim, unit, to: &said)
        addOpposites(claim, above, unit, below, to: &said)
        addDenied(claim, above, unit, below, to: &said)
        addOffences(claim, above, unit, below, holds, to: &said)
        addPossible(claim, above, unit, below, to: &said)
        addSwapped(claim, above, unit, below, to: &said)
        return said
    }

    private func text(_ unit: Int) -> AnnotatedText { story.articles[story.units[unit].article].annotated }

    private func lists(_ unit: Int) -> WordLists { story.lists[story.units[unit].article] }

    private func words(of index: Int) -> [Word] {
        let unit = story.units[index]
        let acts = propositions.actOfTerm[index]
        return unit.terms.enumerated().map { at, term in
            Word(
                term: term,
                act: acts.indices.contains(at) ? acts[at] : 0,
                base: ActLexicon.english.base(of: term.stem),
                concept: story.key(of: term, in: unit)
            )
        }
    }

    private func areOne(_ a: Word, _ b: Word) -> Bool { a.isLike(b) || a.concept != nil && a.concept == b.concept }

    /// Whether a word is negated or denied. Words that negate ("rejects") are no more than what they are.
    private func isTurned(_ word: Word, _ unit: Int) -> Bool {
        isNegated(word, unit) || word.term.isDenied
    }

    private func isNegated(_ word: Word, _ unit: Int) -> Bool {
        word.term.isNegated && !lists(unit).negation.contains(text(unit).tokens[word.term.token].hash)
    }

    // MARK: Figures

    /// "Jailed for ten years", "was jailed for seven years".
    private func addFigures(_ claim: Claim, _ unit: Int, to said: inout Said) {
        func isPlain(_ figure: Figure) -> Bool {
            !figure.isQuantifier && figure.second == nil && figure.role != .age
                && ![.ordinal, .ratio, .share].contains(figure.unit)
        }
        let above = story.figures(of: story.units[claim.unit]).filter { claim.tokens.overlaps($0.tokens) && isPlain($0) }
        guard !above.isEmpty else { return }
        let below = story.figures(of: story.units[unit]).filter(isPlain)
        for figure in above where !below.contains(where: { FigureAgreement.agree(figure, $0) }) {
            let other = below.first { other in
                FigureAgreement.conflict(figure, other) && FigureAgreement.haveOneRole(figure, other) && isApart(figure, other)
                    && areOfOneThing(figure, other, above, below)
            }
            guard let other else { continue }
            let number = figure.tokens.first { token in
                !below.contains { $0.tokens.contains { text(unit).tokens[$0].hash == text(claim.unit).tokens[token].hash } }
            }
            said.insert(number ?? figure.tokens.lowerBound, instead: other.tokens.lowerBound)
        }
    }

    /// Whether a figure is no round number for another: headlines leave digits out.
    private func isApart(_ figure: Figure, _ other: Figure) -> Bool {
        let isRound = figure.value >= 10 && figure.value.truncatingRemainder(dividingBy: 10) == 0
        return !isRound || abs(figure.value - other.value) > FigureAgreement.about * max(figure.value, other.value)
    }

    private func areOfOneThing(_ a: Figure, _ b: Figure, _ above: [Figure], _ below: [Figure]) -> Bool {
        if a.unit == .count {
            return a.countedStem != nil && a.countedStem == b.countedStem || a.casualty != nil && a.casualty == b.casualty
        }
        func isAlone(_ figure: Figure, _ figures: [Figure]) -> Bool {
            figures.count { FigureAgreement.unit($0.unit) == FigureAgreement.unit(figure.unit) } == 1
        }
        return isAlone(a, above) && isAlone(b, below)
    }

    // MARK: Opposites

    /// "Oil price falls", "the oil price rose".
    private func addOpposites(_ claim: Claim, _ above: [Word], _ unit: Int, _ below: [Word], to said: inout Said) {
        for (at, word) in above.enumerated() where !isTurned(word, claim.unit) && !below.contains(where: word.isLike) {
            let beside = [at - 1, at + 1].filter(above.indices.contains).map { above[$0] }
            let held = beside.compactMap { neighbour in
                let places = below.indices.filter { areOne(neighbour, below[$0]) }
                return places.isEmpty ? nil : places
            }
            guard !held.isEmpty else { continue }
            func isBeside(_ place: Int) -> Bool { held.allSatisfy { $0.contains { isNear($0, place, below, unit) } } }
            // In "the oil price rose after OPEC cut its output", what is cut is not the price.
            guard !below.indices.contains(where: { areOne(word, below[$0]) && isBeside($0) }) else { continue }
            let opposed = below.indices.first { place in
                !isTurned(below[place], unit) && areOpposed(word, claim.unit, below[place], unit) && isBeside(place)
            }
            if let opposed { said.insert(word.term.token, instead: below[opposed].term.token) }
        }
    }

    private func areOpposed(_ a: Word, _ unit: Int, _ b: Word, _ other: Int) -> Bool {
        // Not "illegal" and "legally": of other words than verbs it is not told what they are said of.
        if a.act != 0, b.act != 0, a.isMostlyVerb, b.isMostlyVerb, ActLexicon.english.areOpposed(a.act, b.act) { return true }
        let (x, y) = (text(unit).tokens[a.term.token].hash, text(other).tokens[b.term.token].hash)
        return lists(unit).directions.contains { axis in
            axis.up.contains(x) && axis.down.contains(y) || axis.down.contains(x) && axis.up.contains(y)
        }
    }

    /// Whether few words stand between two words of a sentence, and no clause begins there.
    private func isNear(_ a: Int, _ b: Int, _ words: [Word], _ unit: Int, reach: Int = Self.reach) -> Bool {
        guard abs(a - b) <= reach else { return false }
        let (text, lists) = (text(unit), lists(unit))
        let (x, y) = (words[min(a, b)].term.token, words[max(a, b)].term.token)
        return !(x..<y).contains { lists.clause.contains(text.tokens[$0].hash) || text.isByte($0, UInt8(ascii: ",")) }
    }

    private static let reach = 2

    // MARK: Denials

    /// "PM knew about leak", "denied that he had known about the leak"; and "did not resign", "resigned".
    private func addDenied(_ claim: Claim, _ above: [Word], _ unit: Int, _ below: [Word], to said: inout Said) {
        // In "a failed trade policy" no trade is denied.
        for word in above where word.isMostlyVerb && !word.term.isDenied {
            let tellers = below.filter(word.isLike)
            guard let first = tellers.first else { continue }
            if !negates(claim), tellers.allSatisfy({ isTurned($0, unit) }) {
                let negator = negator(of: first, unit)
                if negator.map({ isOnly($0 + 1, unit) }) != true {
                    said.insert(word.term.token, instead: negator ?? first.term.token)
                }
            } else if isNegated(word, claim.unit), !story.units[unit].isNegated, let negator = negator(of: word, claim.unit),
                claim.tokens.contains(negator)
            {
                said.insert(negator, instead: first.term.token)
            }
        }
    }

    /// Whether a sentence tells what a word of a claim tells, and each time says that it is not so: of "driver arrested", "he has not been
    /// arrested", whatever else it has of the claim.
    func denies(_ unit: Int, _ token: Int, of claim: Claim) -> Bool {
        guard !negates(claim), let word = words(of: claim.unit).first(where: { $0.term.token == token }), word.isMostlyVerb,
            !isTurned(word, claim.unit)
        else { return false }
        let tellers = words(of: unit).filter(word.isLike)
        return !tellers.isEmpty
            && tellers.allSatisfy { teller in
                isTurned(teller, unit) && negator(of: teller, unit).map { isOnly($0 + 1, unit) } != true
            }
    }

    /// The word in front that negates or denies a word.
    private func negator(of word: Word, _ unit: Int) -> Int? {
        let (text, lists) = (text(unit), lists(unit))
        let front = max(story.units[unit].tokens.lowerBound, word.term.token - Self.negationReach)..<word.term.token
        return front.last { lists.negation.contains(text.tokens[$0].hash) || text.tokens[$0].isNegatedForm(in: text.text) }
    }

    private func negates(_ claim: Claim) -> Bool {
        let (text, lists) = (text(claim.unit), lists(claim.unit))
        return claim.tokens.contains { index in
            lists.negation.contains(text.tokens[index].hash) || text.tokens[index].isNegatedForm(in: text.text)
        }
    }

    /// "Not only"
    private func isOnly(_ index: Int, _ unit: Int) -> Bool {
        text(unit).tokens.indices.contains(index) && lists(unit).restricting.contains(text(unit).tokens[index].hash)
    }

    private static let negationReach = 8

    // MARK: Offences

    /// "Arrested for murder", "was arrested on suspicion of fraud".
    private func addOffences(
        _ claim: Claim,
        _ above: [Word],
        _ unit: Int,
        _ below: [Word],
        _ holds: (Int) -> Bool,
        to said: inout Said
    ) {
        guard let one = offence(above, claim.unit), !holds(one.token), let other = offence(below, unit) else { return }
        said.insert(one.token, instead: other.token)
    }

    /// What somebody is arrested, charged or tried for.
    private func offence(_ words: [Word], _ unit: Int) -> Term? {
        let (text, lists) = (text(unit), lists(unit))
        for (one, next) in zip(words, words.dropFirst()) where lists.charging.contains(text.tokens[one.term.token].hash) {
            let between = (one.term.token + 1)..<max(one.term.token + 1, next.term.token)
            guard (1...Self.offenceReach).contains(between.count),
                // "On suspicion of fraud", not "on the island".
                (between + [next.term.token]).contains(where: { lists.chargedWith.contains(text.tokens[$0].hash) }),
                between.allSatisfy({ text.tokens[$0].isWord }), text.tokens[next.term.token].isWord, !next.term.isName,
                !story.figures(of: story.units[unit]).contains(where: { $0.tokens.contains(next.term.token) }),
                !text.times.contains(where: { $0.tokens.contains(next.term.token) })
            else { continue }
            // The offence is the next word.
            guard lists.chargedWith.contains(text.tokens[next.term.token].hash) else { return next.term }
            return words.first { $0.term.token > next.term.token && $0.term.token <= next.term.token + Self.offenceReach }?.term
        }
        return nil
    }

    private static let offenceReach = 3

    // MARK: What only may be

    /// "Bank to cut 800 jobs", "the bank may cut up to 800 jobs".
    private func addPossible(_ claim: Claim, _ above: [Word], _ unit: Int, _ below: [Word], to said: inout Said) {
        let text = text(claim.unit)
        guard
            !claim.tokens.contains(where: { index in
                lists(claim.unit).open.contains(text.tokens[index].hash) || text.isByte(index, UInt8(ascii: "?"))
            })
        else { return }
        // "Bank considers cutting 800 jobs" is open as well: the first verb alone is told for certain.
        guard let word = above.first(where: \.isMostlyVerb) else { return }
        let modals = below.filter(word.isLike).map { modal(of: $0, unit) }
        if let modal = modals.first, let modal, !modals.contains(nil) { said.insert(nil, instead: modal) }
    }

    /// "May" or "could" in front of a verb.
    private func modal(of word: Word, _ unit: Int) -> Int? {
        let (text, lists) = (text(unit), lists(unit))
        let front = max(story.units[unit].tokens.lowerBound, word.term.token - Self.modalReach)..<word.term.token
        for token in front.reversed() {
            if GrammarWords.english.modality(text.tokens[token].hash) == .possible { return token }
            guard lists.function.contains(text.tokens[token].hash) else { return nil }
        }
        return nil
    }

    private static let modalReach = 3

    // MARK: Roles

    /// "Dog bites minister", "the minister bit a dog".
    private func addSwapped(_ claim: Claim, _ above: [Word], _ unit: Int, _ below: [Word], to said: inout Said) {
        for (at, word) in above.enumerated().dropFirst().dropLast() where word.isVerb && !isTurned(word, claim.unit) {
            let (doer, goal) = (above[at - 1], above[at + 1])
            guard goal.term.token - doer.term.token == 2, !doer.isLike(goal),
                !ActLexicon.english.governs(word.base).contains(.mutual)
            else { continue }
            let places = below.indices.filter { word.isLike(below[$0]) }
            let doers = places.map { place in swappedDoer(doer, goal, at: place, unit, below) }
            if let first = doers.first, let first, !doers.contains(nil) { said.insert(nil, instead: first) }
        }
    }

    /// The token of who does an act at a place of a sentence, if that is to whom it is to be done, and the other way round.
    private func swappedDoer(_ doer: Word, _ goal: Word, at place: Int, _ unit: Int, _ below: [Word]) -> Int? {
        func isEither(_ index: Int) -> Bool { areOne(doer, below[index]) || areOne(goal, below[index]) }
        let left = (max(0, place - Self.subjectReach)..<place).last(where: isEither)
        let right = ((place + 1)..<min(below.count, place + 1 + Self.reach)).first(where: isEither)
        guard let left, let right, isNear(left, place, below, unit, reach: Self.subjectReach), isNear(place, right, below, unit)
        else { return nil }
        let between = below[place].term.token..<below[right].term.token
        let isPassive = between.contains { text(unit).tokens[$0].hash == GrammarWords.english.by }
        let (first, second) = isPassive ? (right, left) : (left, right)
        return areOne(goal, below[first]) && areOne(doer, below[second]) ? below[first].term.token : nil
    }

    private static let subjectReach = 4
}
