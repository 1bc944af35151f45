internal import TextCore

/// What sums of money and percentages are for or of, and what votes are on: "a $2.4 million fine", "3m euros for the port",
/// "inflation of 3%", "voted 97-1 on the bill".
extension FigureScanner {
    /// A noun with the words in front of it, and its last word.
    typealias Noun = (range: Range<Int>, head: Int)

    /// Sets what a figure is for or of where it counts nothing yet. O(1): a dozen words on either side are looked at.
    /// - Parameter previous: the figure in front of it in its sentence.
    func setPurpose(_ draft: inout Draft, after previous: Draft?, in sentence: Range<Int>) {
        guard draft.countedHead == nil, draft.second == nil || draft.unit == .ratio || draft.bound == .range else { return }
        let found: Noun? =
            switch draft.unit {
            case .money:
                modified(draft, sentence) ?? purpose(draft, sentence, among: roles.kinds) ?? amount(draft, sentence)
                    ?? purpose(draft, sentence, among: roles.purposes)
            case .percent: modified(draft, sentence) ?? amount(draft, sentence) ?? changed(draft, sentence)
            case .ratio where draft.role == .vote: motion(draft, sentence)
            case .count: predicate(draft, sentence)
            default: nil
            }
        draft.counted = found?.range
        draft.countedHead = found?.head
        if found == nil, draft.isMoney, let act = act(draft, after: previous, sentence) {
            draft.counted = act.verb..<(act.verb + 1)
            draft.act = act
        }
    }

    // MARK: Verbs

    /// "paid $3 million to the widow", "was fined €2m", "$5m was stolen": the verb that says what money is, where no noun does.
    private func act(_ draft: Draft, after previous: Draft?, _ sentence: Range<Int>) -> (verb: Int, noun: UInt64)? {
        guard !isChange(draft) else { return nil }
        // "owes £3m and 400,000 francs"
        if let previous, let act = previous.act, act.verb < previous.tokens.lowerBound,
            previous.tokens.upperBound < draft.tokens.lowerBound,
            (previous.tokens.upperBound..<draft.tokens.lowerBound).allSatisfy({
                lexicon.ands.contains(tokens[$0].hash) || context.isByte($0, UInt8(ascii: ","))
            })
        {
            return act
        }
        var at = draft.tokens.lowerBound - 1
        // An apposition is no part of the way.
        let skipped = at - inFrontOfApposition(at + 1, sentence) + 1
        let limit = max(sentence.lowerBound, draft.tokens.lowerBound - Self.actReach - skipped)
        while true {
            // "paid the town, its largest creditor, $3 million"
            at = inFrontOfApposition(at + 1, sentence) - 1
            guard at >= limit, isBetweenVerbAndMoney(at, isNext: at + 1 == draft.tokens.lowerBound) else { break }
            if let act = roles.acts[tokens[at].hash] { return (at, act) }
            if !context.flags[at].isDisjoint(with: [.past, .saying]) { break }
            at -= 1
        }
        at = draft.tokens.upperBound
        // „hat der Witwe 3 Millionen Euro als Entschädigung gezahlt“: German verbs close the clause.
        let isLast = lexicon.language == "de"
        let end = min(sentence.upperBound, at + (isLast ? Self.actReach : 3))
        while at < end, tokens[at].kind == .word {
            if let act = roles.acts[tokens[at].hash] { return (at, act) }
            guard isLast || roles.auxiliaries.contains(tokens[at].hash) || context.flags[at].contains(.function),
                !roles.ofWhat.contains(tokens[at].hash) || isLast
            else { break }
            at += 1
        }
        return nil
    }

    /// Whether a word can stand between a verb and the money that it tells of: whom or what the verb is done to. Behind another verb or
    /// preposition the money is another matter: "fined for hiding $3 million".
    private func isBetweenVerbAndMoney(_ index: Int, isNext: Bool) -> Bool {
        guard tokens[index].kind == .word || tokens[index].kind == .clitic, !isTime[index],
            !lexicon.ands.contains(tokens[index].hash)
        else { return false }
        if roles.acts[tokens[index].hash] != nil { return true }
        return (isNext || !roles.ofWhat.contains(tokens[index].hash))
            && (lexicon.language != "en" || !isParticipleLike(index))
    }

    private static let actReach = 7

    /// "Four were women", "Four of them were women": who or what is counted, behind the verb.
    private func predicate(_ draft: Draft, _ sentence: Range<Int>) -> Noun? {
        guard draft.casualty == nil, !draft.isQuantifier, draft.value > 1 else { return nil }
        var at = draft.tokens.upperBound
        if let them = roles.ofThem.longestMatch(in: tokens, at: at, limit: sentence.upperBound) { at = them.endIndex }
        guard at + 1 < sentence.upperBound, roles.copulas.contains(tokens[at].hash) else { return nil }
        at += 1
        // « quatre étaient des femmes »
        if lexicon.language == "fr", Self.partitives.contains(tokens[at].hash) { at += 1 }
        guard at < sentence.upperBound, tokens[at].kind == .word, context.flags[at].isDisjoint(with: [.function, .past]) else {
            return nil
        }
        let isEnglish = lexicon.language == "en"
        let noun =
            isEnglish
            ? englishNoun(from: at, sentence.upperBound)
            : nounPhrase(from: at, sentence.upperBound, plural: true, allowsMass: false)
        guard let noun, roles.casualties[context.stems[noun.head]] == nil, !isEnglish || isEnglishPlural(noun.head) else {
            return nil
        }
        return noun
    }

    // MARK: Money and percentages

    /// "a $2.4 million fine", "its 5% tax", "$9,587 worth of furniture": the noun right behind.
    private func modified(_ draft: Draft, _ sentence: Range<Int>) -> Noun? {
        guard lexicon.language == "en" else { return nil }
        var at = draft.tokens.upperBound
        if let worth = roles.worth.longestMatch(in: tokens, at: at, limit: sentence.upperBound) {
            let noun = noun(from: worth.endIndex, sentence.upperBound)
            // "60% of those aged 18"
            return noun.flatMap { !draft.isMoney && $0.range.count == 1 && isParticipleLike($0.head) ? nil : $0 }
        }
        guard isDetermined(draft.tokens.lowerBound, sentence), sentence.contains(at) else { return nil }
        if context.isHyphen(at) { at += 1 }
        guard sentence.contains(at), direction(at) == nil else { return nil }
        return englishNoun(from: at, sentence.upperBound)
    }

    /// Whether an article or owner stands in front of a figure, with at most two adjectives between: "a record $5 million fine".
    private func isDetermined(_ start: Int, _ sentence: Range<Int>) -> Bool {
        for at in (max(sentence.lowerBound, start - 3)..<max(sentence.lowerBound, start)).reversed() {
            if roles.determiners.contains(tokens[at].hash) { return true }
            let isAdjective =
                looksLikeAdjective(at) || endsInED(at) || lexicon.adjectives.contains(tokens[at].hash)
                || roles.amountAdjectives.contains(tokens[at].hash)
            guard tokens[at].kind == .word, !tokens[at].isCapitalized, isAdjective else { return false }
        }
        return false
    }

    /// "a fine of up to $250,000", "eine Strafe in Höhe von 3 Millionen Euro": the noun in front of the preposition.
    private func amount(_ draft: Draft, _ sentence: Range<Int>) -> Noun? {
        guard !isChange(draft) else { return nil }
        let start = draft.tokens.lowerBound
        let first = (max(sentence.lowerBound, start - 4)..<max(sentence.lowerBound, start)).first {
            roles.amounts.longestMatch(in: tokens, at: $0, limit: start)?.endIndex == start
        }
        guard let first, first > sentence.lowerBound else { return nil }
        let word = first - 1
        let token = tokens[word]
        guard token.kind == .word, !context.flags[word].contains(.function), !isTime[word],
            !roles.notAmounts.contains(token.hash),
            direction(word) == nil, context.flags[word].isDisjoint(with: [.saying, .past, .number, .bound])
        else { return nil }
        switch lexicon.language {
        case "en": guard !endsInED(word), !endsInLY(word), !token.isCapitalized || word == sentence.lowerBound else { return nil }
        case "de": guard token.isCapitalized else { return nil }
        case "ru": guard !token.isCapitalized, !isRussianVerb(word) else { return nil }
        default: guard !token.isCapitalized, !isRomanceParticiple(word) else { return nil }
        }
        return (word..<(word + 1), word)
    }

    private func isChange(_ draft: Draft) -> Bool {
        switch draft.role {
        case .increase, .decrease, .from, .to: true
        default: false
        }
    }

    /// "3m euros for the port", "$5 million in aid".
    private func purpose(_ draft: Draft, _ sentence: Range<Int>, among prepositions: WordSet) -> Noun? {
        let preposition = draft.tokens.upperBound
        let start = preposition + 1
        guard start < sentence.upperBound, prepositions.contains(tokens[preposition].hash) else { return nil }
        // "$5 million in London", "$5 million in the north": only bare nouns say what the money is.
        let isName = tokens[start].isCapitalized && lexicon.language == "en"
        if roles.kinds.contains(tokens[preposition].hash), isName || context.flags[start].contains(.function) { return nil }
        guard let noun = noun(from: start, sentence.upperBound) else { return nil }
        // "for not carrying insurance", "for dumping waste": acts.
        let first = noun.range.lowerBound
        let isAct = lexicon.language == "en" && first < noun.head && ends(first, UInt8(ascii: "n"), UInt8(ascii: "g"))
        return isAct ? nil : noun
    }

    /// "a 3% rise in prices", "an increase of 3% in prices".
    private func changed(_ draft: Draft, _ sentence: Range<Int>) -> Noun? {
        guard draft.role == .increase || draft.role == .decrease, lexicon.language == "en" else { return nil }
        var at = draft.tokens.upperBound
        let isBehind = sentence.contains(at) && direction(at) != nil
        if isBehind { at += 1 }
        let front = draft.tokens.lowerBound - 1
        guard isBehind || front > sentence.lowerBound && Self.of.contains(tokens[front].hash) else { return nil }
        guard at + 1 < sentence.upperBound, Self.inOrOf.contains(tokens[at].hash), !tokens[at + 1].isCapitalized else {
            return nil
        }
        return noun(from: at + 1, sentence.upperBound)
    }

    private static let inOrOf = WordSet(["in", "of"])

    // MARK: Votes

    /// What a vote is on: "97-1 on the bill", "97-1 to override the veto", "passed the bill 97-1", "The bill passed 97-1".
    private func motion(_ draft: Draft, _ sentence: Range<Int>) -> Noun? {
        var at = draft.tokens.upperBound
        while at < min(sentence.upperBound, draft.tokens.upperBound + 3), roles.votes.contains(tokens[at].hash) || isTime[at] {
            at += 1
        }
        if at + 1 < sentence.upperBound {
            if roles.motions.contains(tokens[at].hash), let noun = noun(from: at + 1, sentence.upperBound) { return noun }
            // "to override the veto": behind the verb.
            if lexicon.language == "en", roles.to.contains(tokens[at].hash), at + 2 < sentence.upperBound,
                !context.flags[at + 1].contains(.function), roles.determiners.contains(tokens[at + 2].hash)
            {
                return noun(from: at + 2, sentence.upperBound)
            }
        }
        guard lexicon.language == "en" else { return nil }
        var front = draft.tokens.lowerBound - 1
        while front > sentence.lowerBound,
            roles.votes.contains(tokens[front].hash) && !roles.passing.contains(tokens[front].hash)
                || isTime[front] || Self.voteLinks.contains(tokens[front].hash)
        {
            front -= 1
        }
        guard front > sentence.lowerBound, tokens[front].kind == .word, !context.flags[front].contains(.function) else {
            return nil
        }
        if roles.passing.contains(tokens[front].hash) {
            // "The Senate approved, 51-49," has no noun of what it approved.
            return subject(inFrontOf: front, sentence).flatMap { range in
                roles.votes.contains(tokens[range.upperBound - 1].hash) ? nil : (range, range.upperBound - 1)
            }
        }
        // The object of the verb that passes it: "passed the harbour bill 97-1".
        guard
            let determiner = (max(sentence.lowerBound, front - 4)..<front).last(where: {
                roles.determiners.contains(tokens[$0].hash)
            }),
            determiner > sentence.lowerBound, roles.passing.contains(tokens[determiner - 1].hash)
        else { return nil }
        return ((determiner + 1)..<(front + 1), front)
    }

    /// Between a verb that passes something and the votes: "by a vote of", "on a".
    private static let voteLinks = WordSet(["by", "on", "in", "with", "a", "an", "the", "of"])

    // MARK: Nouns

    private func noun(from start: Int, _ end: Int) -> Noun? {
        var at = start
        while at < end, at < start + 2, isSmall(at) { at += 1 }
        guard at < end, !isTime[at] else { return nil }
        return lexicon.language == "en" ? englishNoun(from: at, end) : nounPhrase(from: at, end, plural: false, allowsMass: true)
    }

    /// The noun phrase that starts at a word, up to its last noun: "gold-plated men's Rolex watch", "harbour bill". A word in -ed, -ing
    /// or -ly behind a noun is no longer part of it, nor is a verb with an object ("payment settles the case").
    func englishNoun(from start: Int, _ end: Int) -> Noun? {
        var (at, first) = (start, start)
        var head: Int?
        /// Words that by their form can be adjectives or participles ("grant", "funding") are the noun where none follows.
        var candidate: Int?
        var isCompound = false
        scan: while at < end, at - start < Self.nounReach {
            let token = tokens[at]
            switch token.kind {
            case .dash where context.isHyphen(at) && at > first && at + 1 < end && !tokens[at + 1].followsSpace:
                at += 1
                isCompound = true
                continue scan
            case .clitic where token.hash == Self.owner && candidate != nil:
                // "Martha's Vineyard" is one name.
                let isName = tokens[at - 1].isCapitalized && at + 1 < end && tokens[at + 1].isCapitalized
                if !isName { (first, head, candidate) = (at + 1, nil, nil) }
                at += 1
                continue scan
            case .word: break
            default: break scan
            }
            guard !context.flags[at].contains(.function) || isAcronym(at), !isTime[at],
                context.flags[at].isDisjoint(with: [.saying, .past, .number])
            else { break scan }
            let isVerbLike = endsInED(at) || ends(at, UInt8(ascii: "n"), UInt8(ascii: "g")) || endsInLY(at)
            if isCompound {
                // "gold-plated", "long-term"
                if isVerbLike { (head, candidate) = (nil, nil) }
            } else if let last = head ?? candidate {
                if isVerbLike {
                    // "border wall funding"
                    head = closesNoun(at, end) ? at : head
                    break scan
                }
                // "young German voters" is one noun, "the settlement Kessen signed" is not.
                if token.isCapitalized && !tokens[last].isCapitalized && (head != nil || isParticipleLike(last)),
                    !isInFrontOfPlural(at, end)
                {
                    break scan
                }
                if roles.finite.contains(token.hash) { break scan }
                if isEnglishPlural(at), at + 1 < end, roles.objects.contains(tokens[at + 1].hash) { break scan }
            }
            if token.isCapitalized || !isVerbLike && !looksLikeAdjective(at) && !lexicon.adjectives.contains(token.hash) {
                head = at
            }
            if !endsInLY(at), !isVerbLike || !isCompound { candidate = at }
            isCompound = false
            at += 1
            if head == at - 1, !token.isCapitalized, isEnglishPlural(at - 1), !opensCompound(at - 1, end),
                at >= end || tokens[at].hash != Self.owner
            {
                break scan
            }
        }
        // One letter is the start of what cannot be read here: "U.S."
        guard let last = head ?? candidate, tokens[last].range.count > 1 else { return nil }
        return (first..<(last + 1), last)
    }

    /// "border wall funding": a word in -ing behind a noun that nothing depends on.
    private func closesNoun(_ index: Int, _ end: Int) -> Bool {
        guard ends(index, UInt8(ascii: "n"), UInt8(ascii: "g")) else { return false }
        return index + 1 >= end || tokens[index + 1].kind != .word
            || context.flags[index + 1].contains(.function) && !roles.determiners.contains(tokens[index + 1].hash)
    }

    private func isInFrontOfPlural(_ index: Int, _ end: Int) -> Bool {
        index + 1 < end && tokens[index + 1].kind == .word && !tokens[index + 1].isCapitalized && isEnglishPlural(index + 1)
            && !roles.finite.contains(tokens[index + 1].hash)
    }

    private static let nounReach = 8

    /// Participles and past tenses: "multado con", "condamné à".
    private func isRomanceParticiple(_ index: Int) -> Bool {
        let bytes = context.text.bytes[tokens[index].range]
        return Self.participles.contains { bytes.count > $0.count + 1 && bytes.suffix($0.count).elementsEqual($0) }
    }

    private static let participles = [
        "é", "ée", "és", "ées", "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "ó", "ió",
    ]
    .map { Array($0.utf8) }

    private func isRussianVerb(_ index: Int) -> Bool {
        let bytes = context.text.bytes[tokens[index].range]
        return Self.russianVerbs.contains { bytes.count > $0.count + 2 && bytes.suffix($0.count).elementsEqual($0) }
    }

    private static let russianVerbs = ["л", "ла", "ло", "ли", "ся", "ет", "ют", "ит", "ят", "на", "но", "ны"].map {
        Array($0.utf8)
    }
}
