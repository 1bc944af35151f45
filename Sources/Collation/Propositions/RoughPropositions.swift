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

    private func read(_ clause: Range<Int>, _ found: inout [Proposition], _ last: inout [Argument], opener: Int?) {
        let predicates = clause.filter { isPredicate($0, in: clause) }
        let copula = clause.first { words.copulas.contains(text.tokens[$0].hash) }
        var verbs = predicates
        if let copula, !predicates.contains(where: { $0 > copula && $0 - copula <= 3 }) { verbs.append(copula) }
        verbs.sort()
        var subject: [Argument] = []
        var start = clause.lowerBound
        for (number, verb) in verbs.enumerated() {
            let end = number + 1 < verbs.count ? verbs[number + 1] : clause.upperBound
            let front = phrases(start..<verb)
            let behind = phrases((verb + 1)..<max(verb + 1, end))
            var isNegated = false
            var modality = Proposition.Modality.real
            var isPassive = false
            for token in start..<verb {
                let hash = text.tokens[token].hash
                if words.negations.contains(hash) || text.tokens[token].isNegatedForm(in: text.text) {
                    if token + 1 >= text.tokens.count || text.tokens[token + 1].hash != words.only { isNegated.toggle() }
                }
                if let own = words.modality(hash) { modality = own }
                if words.copulas.contains(hash), verb - token <= 3, !isGerund(verb) { isPassive = true }
            }
            // `refused to`, `plans to`: the verb in front governs.
            if let previous = number > 0 ? verbs[number - 1] : nil, let proposition = found.last, proposition.token == previous,
                verb > start, text.tokens[verb - 1].hash == words.to || isGerund(verb)
            {
                let governing = lexicon.governs(proposition.act)
                if governing.contains(.negating) { isNegated.toggle() }
                if governing.contains(.forbidden) { isNegated.toggle() }
                if proposition.isNegated { isNegated.toggle() }
                modality = modalityUnder(governing) ?? modality
            }
            if number == 0, let lead = front.first(where: { $0.preposition == 0 }) { subject = [argument(lead, .agent)] }
            if subject.isEmpty, opener.map({ words.relatives.contains(text.tokens[$0].hash) }) ?? true { subject = last }
            var act = lexicon.base(of: text.stems[verb])
            var skipped = 0
            if verb + 1 < end {
                let key = ActLexicon.key(act, particle: text.tokens[verb + 1].hash)
                if lexicon.knows(key) { (act, skipped) = (key, 1) }
            }
            var arguments = subject.map { one in
                var one = one
                one.role = isPassive ? .patient : .agent
                return one
            }
            var isCopular = false
            for (place, phrase) in behind.enumerated() {
                if phrase.isNegated { isNegated.toggle() }
                let role: Argument.Role =
                    phrase.preposition == 0 || place == 0 && skipped == 1
                    ? .patient : isPassive && phrase.preposition == words.by ? .agent : .oblique(phrase.preposition)
                arguments.append(argument(phrase, role))
            }
            if front.first?.isNegated == true { isNegated = true }
            if verb == copula, let first = behind.first, first.preposition == 0, let head = first.tokens.last {
                act = lexicon.base(of: text.stems[head])
                isCopular = true
                arguments = subject + arguments.filter { $0.head != head && $0.role != .patient }
            } else if verb == copula {
                continue
            }
            guard act != 0 else { continue }
            found.append(
                Proposition(
                    token: verb,
                    act: act,
                    arguments: arguments,
                    isNegated: isNegated,
                    modality: modality,
                    isCopular: isCopular
                )
            )
            start = verb + 1
            if number == 0, !subject.isEmpty { last = subject }
        }
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
