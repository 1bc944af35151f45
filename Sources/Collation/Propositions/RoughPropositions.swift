internal import Language
internal import TextCore

/// Guesses the propositions of an English sentence without a grammar of it: what stands between marks and conjunctions is a
/// clause, its predicates the words that read as verbs by their form and by what stands in front, their arguments the noun
/// phrases in front and behind.
///
/// - Complexity: O(*n*) in tokens.
struct RoughPropositions {
    private static let longest = 16

    let text: AnnotatedText
    let referents: StoryReferents
    let lexicon: ActLexicon
    let function: Set<UInt64>
    let words: GrammarWords

    /// Words of one noun phrase.
    private struct Phrase {
        var preposition: UInt64 = 0
        var tokens: [Int] = []
        var isNegated = false
    }

    func propositions(in tokens: Range<Int>) -> [Proposition] {
        var found: [Proposition] = []
        var at = tokens.lowerBound
        var subject: [Argument] = []
        while at < tokens.upperBound {
            var end = at
            while end < tokens.upperBound, !isBoundary(end, from: at) { end += 1 }
            read(at..<end, &found, &subject, opener: at > tokens.lowerBound ? at - 1 : nil)
            at = max(end + 1, at + 1)
        }
        placeFigures(&found, in: tokens)
        return found
    }

    private func isBoundary(_ token: Int, from start: Int) -> Bool {
        switch text.tokens[token].kind {
        case .word, .clitic, .number, .ideograph:
            return token > start && words.subordinators.contains(text.tokens[token].hash)
        default:
            // `U.S.`, `$2.3` and `62-38` are no ends.
            guard token + 1 < text.tokens.count else { return true }
            return text.tokens[token + 1].followsSpace && !isAbbreviation(token)
        }
    }

    private func isAbbreviation(_ token: Int) -> Bool {
        token > 0 && text.tokens[token - 1].range.count <= 3 && text.tokens[token - 1].isCapitalized
            && text.text.bytes[text.tokens[token].range].first == UInt8(ascii: ".")
    }

    /// Whether a token reads as a verb that could be a predicate.
    private func isPredicate(_ token: Int, in clause: Range<Int>) -> Bool {
        let word = text.tokens[token]
        guard word.kind == .word, text.stems[token] != 0, !function.contains(word.hash),
            !word.isCapitalized || token == clause.lowerBound
        else { return false }
        let stem = text.stems[token]
        let before = token > clause.lowerBound ? text.tokens[token - 1].hash : 0
        if words.determiners.contains(before) { return false }
        if words.auxiliaries.contains(before) || before == words.to || words.negations.contains(before) || words.isSubject(before)
        {
            return lexicon.isVerb(lexicon.base(of: stem))
        }
        if lexicon.isIrregular(stem) { return true }
        let bytes = text.text.bytes[word.range]
        let base = lexicon.base(of: stem)
        guard lexicon.isVerb(base) else { return false }
        if bytes.suffix(2).elementsEqual("ed".utf8) { return true }
        if bytes.suffix(3).elementsEqual("ing".utf8) { return true }
        return lexicon.isMostlyVerb(base) && !words.prepositions.contains(before)
    }

    /// Reads a clause verb by verb. A clause without a subject of its own goes on with the last one's.
    private func read(_ clause: Range<Int>, _ found: inout [Proposition], _ last: inout [Argument], opener: Int?) {
        let copula = clause.first { words.copulas.contains(text.tokens[$0].hash) }
        let verbs = verbs(of: clause, copula)
        let goesOn = opener.map { words.relatives.contains(text.tokens[$0].hash) } ?? true
        var subject: [Argument] = []
        var start = clause.lowerBound
        for (number, verb) in verbs.enumerated() {
            let end = number + 1 < verbs.count ? verbs[number + 1] : clause.upperBound
            let front = phrases(start..<verb)
            var reading = reading(of: verb, behind: start..<verb)
            // `refused to`, `plans to`: the verb in front governs.
            if number > 0, let governor = found.last, governor.token == verbs[number - 1], verb > start,
                text.tokens[verb - 1].hash == words.to || isGerund(verb)
            {
                govern(&reading, by: governor)
            }
            if number == 0, let lead = front.first(where: { $0.preposition == 0 }) { subject = [argument(lead, .agent)] }
            if subject.isEmpty, goesOn { subject = last }
            let proposition =
                verb == copula
                ? copular(verb, until: end, subject, front, reading) : verbal(verb, until: end, subject, front, reading)
            guard let proposition else { continue }
            found.append(proposition)
            start = verb + 1
            if number == 0, !subject.isEmpty { last = subject }
        }
    }

    /// The verbs of a clause that a proposition is read of: its predicates, and its copula where none follows closely.
    private func verbs(of clause: Range<Int>, _ copula: Int?) -> [Int] {
        let predicates = clause.filter { isPredicate($0, in: clause) }
        guard let copula, !predicates.contains(where: { $0 > copula && $0 - copula <= Self.verbalReach }) else {
            return predicates
        }
        return (predicates + [copula]).sorted()
    }

    /// How many words an auxiliary may stand in front of its verb ("was not yet told").
    private static let verbalReach = 3

    /// What the words in front of a verb, or a verb that governs it, say of it.
    private struct Reading {
        var isNegated = false
        var modality = Proposition.Modality.real
        var isPassive = false
    }

    private func reading(of verb: Int, behind front: Range<Int>) -> Reading {
        var reading = Reading()
        for token in front {
            let hash = text.tokens[token].hash
            if words.negations.contains(hash) || text.tokens[token].isNegatedForm(in: text.text) {
                let isOnly = token + 1 < text.tokens.count && text.tokens[token + 1].hash == words.only
                if !isOnly { reading.isNegated.toggle() }
            }
            if let own = words.modality(hash) { reading.modality = own }
            if words.copulas.contains(hash), verb - token <= Self.verbalReach, !isGerund(verb) { reading.isPassive = true }
        }
        return reading
    }

    private func govern(_ reading: inout Reading, by governor: Proposition) {
        let governing = lexicon.governs(governor.act)
        if governing.contains(.negating) { reading.isNegated.toggle() }
        if governing.contains(.forbidden) { reading.isNegated.toggle() }
        if governor.isNegated { reading.isNegated.toggle() }
        reading.modality = modalityUnder(governing) ?? reading.modality
    }

    /// What a verb tells of its subject and of the phrases behind it.
    private func verbal(
        _ verb: Int,
        until end: Int,
        _ subject: [Argument],
        _ front: [Phrase],
        _ reading: Reading
    ) -> Proposition? {
        let behind = phrases((verb + 1)..<max(verb + 1, end))
        var act = lexicon.base(of: text.stems[verb])
        var isPhrasal = false
        if verb + 1 < end {
            let key = ActLexicon.key(act, particle: text.tokens[verb + 1].hash)
            if lexicon.knows(key) { (act, isPhrasal) = (key, true) }
        }
        guard act != 0 else { return nil }
        var arguments = subject.map { one in
            var one = one
            one.role = reading.isPassive ? .patient : .agent
            return one
        }
        for (place, phrase) in behind.enumerated() {
            let isObject = phrase.preposition == 0 || place == 0 && isPhrasal
            arguments.append(argument(phrase, isObject ? .patient : role(behind: phrase.preposition, reading)))
        }
        return Proposition(
            token: verb,
            act: act,
            arguments: arguments,
            isNegated: isNegated(reading, front, behind),
            modality: reading.modality,
            isCopular: false
        )
    }

    /// What a subject is told to be: the first noun phrase behind the copula. Nil where there is none.
    private func copular(
        _ copula: Int,
        until end: Int,
        _ subject: [Argument],
        _ front: [Phrase],
        _ reading: Reading
    ) -> Proposition? {
        let behind = phrases((copula + 1)..<max(copula + 1, end))
        guard let first = behind.first, first.preposition == 0, let head = first.tokens.last else { return nil }
        let act = lexicon.base(of: text.stems[head])
        guard act != 0 else { return nil }
        let others = behind.filter { $0.preposition != 0 }.map { argument($0, role(behind: $0.preposition, reading)) }
        return Proposition(
            token: copula,
            act: act,
            arguments: subject + others.filter { $0.head != head },
            isNegated: isNegated(reading, front, behind),
            modality: reading.modality,
            isCopular: true
        )
    }

    private func role(behind preposition: UInt64, _ reading: Reading) -> Argument.Role {
        reading.isPassive && preposition == words.by ? .agent : .oblique(preposition)
    }

    /// Whether it does not hold: each "no" in front of a phrase behind the verb turns the verb's own negation around, and one in
    /// front of the subject decides.
    private func isNegated(_ reading: Reading, _ front: [Phrase], _ behind: [Phrase]) -> Bool {
        if front.first?.isNegated == true { return true }
        return behind.reduce(reading.isNegated) { $0 != $1.isNegated }
    }

    private func modalityUnder(_ governing: ActLexicon.Governing) -> Proposition.Modality? {
        if governing.contains(.forbidden) { return .allowed }
        if governing.contains(.doubting) { return .possible }
        if governing.contains(.planned) { return .planned }
        if governing.contains(.required) { return .required }
        return governing.contains(.allowed) ? .allowed : nil
    }

    private func isGerund(_ token: Int) -> Bool {
        text.text.bytes[text.tokens[token].range].suffix(3).elementsEqual("ing".utf8)
    }

    /// The noun phrases of some tokens: words of content in a row, with the preposition in front.
    private func phrases(_ tokens: Range<Int>) -> [Phrase] {
        var phrases: [Phrase] = []
        var open = Phrase()
        func close() {
            if !open.tokens.isEmpty { phrases.append(open) }
            open = Phrase()
        }
        for token in tokens {
            let hash = text.tokens[token].hash
            if words.prepositions.contains(hash) {
                close()
                open.preposition = hash
            } else if hash == words.and {
                close()
            } else if isTime(token) {
                close()
            } else if words.negations.contains(hash) {
                open.isNegated = hash == words.no
            } else if text.stems[token] != 0, !function.contains(hash) || referents.keys[token] != 0 {
                open.tokens.append(token)
            }
        }
        close()
        return phrases
    }

    /// Whether a token belongs to a time. O(log of the times).
    private func isTime(_ token: Int) -> Bool {
        let after = Story.partition(text.times) { $0.tokens.lowerBound <= token }
        return after > 0 && text.times[after - 1].tokens.contains(token)
    }

    private func argument(_ phrase: Phrase, _ role: Argument.Role) -> Argument {
        var stems: [UInt64] = []
        for token in phrase.tokens.prefix(Self.longest) {
            let stem = lexicon.base(of: text.stems[token])
            if !stems.contains(stem) { stems.append(stem) }
        }
        let head = phrase.tokens.last ?? 0
        let referent = phrase.tokens.last(where: { referents.keys[$0] != 0 }).map { $0 == head ? referents.keys[$0] : 0 } ?? 0
        return Argument(role: role, head: head, stem: lexicon.base(of: text.stems[head]), referent: referent, words: stems)
    }

    /// Figures and times go to the last predicate in front of them, or the first of the sentence.
    private func placeFigures(_ found: inout [Proposition], in tokens: Range<Int>) {
        guard !found.isEmpty else { return }
        func owner(_ token: Int) -> Int { found.lastIndex { $0.token <= token } ?? 0 }
        for (index, figure) in text.figures.enumerated() where tokens.contains(figure.tokens.lowerBound) {
            found[owner(figure.tokens.lowerBound)].figures.append(index)
        }
        for (index, time) in text.times.enumerated() where tokens.contains(time.tokens.lowerBound) {
            found[owner(time.tokens.lowerBound)].times.append(index)
        }
    }
}
