internal import TextCore

/// Shares in words: quantifiers ("most of") and one in so many.
extension FigureScanner {
    func quantifier(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        guard context.flags[index].contains(.quantifier),
            let phrase = lexicon.quantifiers.longestMatch(in: tokens, at: index, limit: end)
        else { return nil }
        let quantifier = phrase.value
        var draft = Draft(tokens: index..<phrase.endIndex, value: quantifier.value)
        draft.bound = quantifier.bound
        draft.unit = .share
        draft.isQuantifier = true
        switch quantifier.rule {
        case .alone:
            if phrase.endIndex < end, lexicon.notQuantified.contains(tokens[phrase.endIndex].hash) { return nil }
            partitive(&draft, end)
        case .casualty:
            count(&draft, from: phrase.endIndex, end)
            // “without being hurt” counts nobody.
            guard draft.countedHead != nil || draft.tokens.count > 1 else { return nil }
            return countingNobody(draft, in: sentence)
        case .single:
            // "not one passenger", "ни один пассажир"
            partitive(&draft, end)
            if draft.countedHead == nil { count(&draft, from: phrase.endIndex, end, isSingle: true) }
        case .of:
            guard phrase.endIndex < end, Self.partitives.contains(tokens[phrase.endIndex].hash) else { return nil }
            // "all the same"
            if phrase.endIndex + 1 < end, lexicon.notQuantified.contains(tokens[phrase.endIndex + 1].hash) { return nil }
            partitive(&draft, end)
        case .noun:
            // "the most", "at most", "a few": other words in front make another thing of it.
            // But “there were no casualties”.
            if index > sentence.lowerBound, Self.superlatives.contains(tokens[index - 1].hash) {
                guard quantifier.value == 0, phrase.endIndex < end else { return nil }
                count(&draft, from: phrase.endIndex, end)
                return countingNobody(draft, in: sentence)
            }
            guard phrase.endIndex < end, tokens[phrase.endIndex].kind == .word, !endsInLY(phrase.endIndex),
                !lexicon.notQuantified.contains(tokens[phrase.endIndex].hash)
            else { return nil }
            if Self.partitives.contains(tokens[phrase.endIndex].hash) {
                // "all the same"
                if phrase.endIndex + 1 < end, lexicon.notQuantified.contains(tokens[phrase.endIndex + 1].hash) { return nil }
                partitive(&draft, end)
            } else {
                guard !context.flags[phrase.endIndex].contains(.function),
                    !looksLikeAdjective(phrase.endIndex) || pluralIsNear(phrase.endIndex, end)
                else { return nil }
                count(&draft, from: phrase.endIndex, end)
                guard let head = draft.countedHead, lexicon.language != "en" || isEnglishPlural(head) else { return nil }
            }
        }
        return countingNobody(draft, in: sentence) ?? draft
    }

    private func pluralIsNear(_ index: Int, _ end: Int) -> Bool {
        index + 1 < end && (isEnglishPlural(index + 1)) && tokens[index].isCapitalized
    }

    static let superlatives = WordSet(
        "the at 's 's ’s a his her its their our my your is are was were second third be who of past last next first".split(
            separator: " "
        )
    )

    /// "one in five", "two out of three", "un sur trois", "jeder Dritte", "uno de cada tres", "каждый третий".
    func oneIn(_ index: Int, _ sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        if lexicon.every.contains(tokens[index].hash), index + 1 < end, let ordinal = lexicon.ordinals[tokens[index + 1].hash],
            ordinal > 1
        {
            var draft = Draft(tokens: index..<(index + 2), value: 1 / ordinal)
            draft.unit = .share
            count(&draft, from: index + 2, end)
            return draft
        }
        let number: Double
        if let value = lexicon.numbers[tokens[index].hash] {
            number = value
        } else if tokens[index].kind == .number, let digits = parser.number(at: index, end: index + 1), digits.isPlain {
            number = digits.value
        } else {
            return nil
        }
        var at = index + 1
        var steps = 0
        // "un Français sur trois"
        var noun: Int?
        if lexicon.language == "fr" || lexicon.language == "es", at + 1 < end, tokens[at].kind == .word,
            !context.flags[at].contains(.function),
            Self.inOf.contains(tokens[at + 1].hash), !Self.plainOf.contains(tokens[at + 1].hash)
        {
            noun = at
            at += 1
        }
        while at < end, steps < 2, Self.inOf.contains(tokens[at].hash) {
            at += 1
            steps += 1
        }
        guard steps > 0, at < end, let whole = parser.number(at: at, end: end), whole.value > number, whole.value <= 1000,
            number > 0,
            !whole.isOrdinal, !whole.hasScale, !whole.isShare, !isTime[at]
        else { return nil }
        // "one of ten" and "two in 2015" are other things.
        if steps == 1, Self.plainOf.contains(tokens[at - 1].hash) { return nil }
        if whole.isDigits, whole.value > 100 { return nil }
        // "scored two in five minutes", "3 in 12 games"
        if whole.tokens.upperBound < end, lexicon.units[tokens[whole.tokens.upperBound].hash] != nil { return nil }
        // "7 of 12" counts seven; only wholes that one thinks of shares in make one.
        if number != 1, ![3, 4, 5, 10, 20, 100, 1000].contains(whole.value) { return nil }
        var draft = Draft(tokens: index..<whole.tokens.upperBound, value: number / whole.value)
        draft.unit = .share
        if let noun {
            draft.counted = noun..<(noun + 1)
            draft.countedHead = noun
        } else if whole.tokens.upperBound < end, Self.partitives.contains(tokens[whole.tokens.upperBound].hash) {
            partitive(&draft, end)
        } else {
            count(&draft, from: whole.tokens.upperBound, end)
        }
        return draft
    }

    /// "dozens of ships", "hundreds of people", "tens of thousands", "several dozen", "a few hundred": at least twice the scale.
    func vagueNumber(at index: Int, in sentence: Range<Int>) -> Draft? {
        guard context.flags[index].contains(.vague) else { return nil }
        let end = sentence.upperBound
        guard let phrase = lexicon.vagueNumbers.longestMatch(in: tokens, at: index, limit: end) else { return nil }
        var stop = phrase.endIndex
        var draft = Draft(tokens: index..<stop, value: phrase.value)
        draft.bound = .atLeast
        draft.isQuantifier = true
        draft.hasScale = true
        // "dozens of millions of dollars", "centaines de milliers"
        var at = stop
        if at + 1 < end, Self.ofScale.contains(tokens[at].hash), lexicon.scales[tokens[at + 1].hash] ?? 0 >= 1000 { at += 1 }
        if at < end, let scale = lexicon.scales[tokens[at].hash], scale >= 1000, (draft.value * scale).isFinite {
            draft.value *= scale
            stop = at + 1
            draft.tokens = index..<stop
        }
        unit(&draft, end)
        // A bare "hundreds" may be anything, notes or lines of a book; but "hundreds were injured".
        return draft.countedHead != nil || draft.hasUnit || casualtyBehind(draft, sentence) != nil ? draft : nil
    }

    private static let ofScale = WordSet(["of", "de", "von"])

    private static let inOf = WordSet(["in", "out", "of", "sur", "von", "de", "cada", "из"])
    private static let plainOf = WordSet(["of", "de", "out"])
}
