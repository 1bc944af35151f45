internal import TextCore

/// What figures count, quantifiers, and what looks like a figure and is none.
extension FigureScanner {
    // MARK: Nouns

    /// The noun behind a share or percentage: "of voters", "der Wähler", "des électeurs", "избирателей".
    func partitive(_ draft: inout Draft, _ end: Int) {
        var at = draft.tokens.upperBound
        var steps = 0
        while at < end, steps < 4, tokens[at].kind == .word || tokens[at].kind == .clitic, context.flags[at].contains(.function) {
            // "7% in May", "35% said": only "of" and articles lead to what the share is of.
            guard Self.partitives.contains(tokens[at].hash) else { return }
            at += 1
            steps += 1
        }
        guard steps > 0 || lexicon.language == "ru" || lexicon.language == "de" else { return }
        count(&draft, from: at, end)
    }

    private static let partitives = Set(
        "of the its their all his her our these those de des du d' la le les l' der die das den dem del los las el aller ihrer seiner"
            .split(separator: " ").map { Hash64.folded($0) }
    )

    /// Sets the noun phrase that starts at `index`, as far as form tells where it ends.
    func count(_ draft: inout Draft, from index: Int, _ end: Int) {
        var at = index
        // "17 of them", "two million de personnes".
        if draft.hasScale || (lexicon.language == "en" && draft.unit == .count) {
            let limit = at + (draft.hasScale ? 1 : 2)
            while at < min(end, limit), Self.partitives.contains(tokens[at].hash) { at += 1 }
        }
        let isPart = draft.unit == .percent || draft.unit == .share
        guard at < end,
            let phrase = nounPhrase(
                from: at,
                end,
                plural: isPart || (draft.value != 1 && draft.unit != .ordinal),
                allowsMass: isPart
            )
        else { return }
        draft.counted = phrase.range
        draft.countedHead = phrase.head
    }

    private func nounPhrase(from origin: Int, _ end: Int, plural: Bool, allowsMass: Bool) -> (range: Range<Int>, head: Int)? {
        var start = origin
        var at = start
        var first: Int?
        let language = lexicon.language
        while at < end, at - origin < 8 {
            let token = tokens[at]
            if context.isHyphen(at), at > start, at + 1 < end, !tokens[at + 1].followsSpace {
                at += 1
                continue
            }
            // "two of the mayor's aides": what is counted stands behind the possessor.
            if token.kind == .clitic, at > start, lexicon.language == "en" {
                at += 1
                start = at
                first = nil
                continue
            }
            guard token.kind == .word, !context.flags[at].contains(.function), !isTime[at] else { break }
            if first == nil { first = at }
            if at + 1 < end, tokens[at + 1].kind == .clitic, lexicon.language == "en" {
                at += 1
                continue
            }
            switch language {
            case "en":
                // "member states" ends here: what follows is a verb or another noun's phrase.
                if plural, isEnglishPlural(at) { return (start..<(at + 1), at) }
                if !plural || allowsMass, !isEnglishAdjective(at) { return (start..<(at + 1), at) }
            case "de":
                if token.isCapitalized { return (start..<(at + 1), at) }
            case "ru":
                if !isRussianAdjective(at) { return (start..<(at + 1), at) }
            default:
                if !lexicon.adjectives.contains(token.hash) { return (start..<(at + 1), at) }
            }
            at += 1
        }
        guard let first, language == "en" || language == "und" else { return nil }
        // No plural in sight: the word right behind may be a verb or an adjective, unless a single thing is counted.
        guard !plural, first == start, !tokens[first].isCapitalized, !context.flags[first].contains(.saying), !endsInLY(first),
            !endsInED(first)
        else { return nil }
        return (first..<(first + 1), first)
    }

    private func isEnglishPlural(_ index: Int) -> Bool {
        let token = tokens[index]
        if lexicon.irregularPlurals.contains(token.hash) { return true }
        guard token.end - token.start >= 4, !lexicon.singulars.contains(token.hash) else { return false }
        let bytes = context.text.bytes
        let last = bytes[Int(token.end) - 1]
        let before = bytes[Int(token.end) - 2]
        return last == UInt8(ascii: "s") && before != UInt8(ascii: "s") && before != UInt8(ascii: "u")
            && before != UInt8(ascii: "i")
    }

    private func ends(_ index: Int, _ a: UInt8, _ b: UInt8) -> Bool {
        let token = tokens[index]
        guard token.end - token.start > 3 else { return false }
        return context.text.bytes[Int(token.end) - 2] == a && context.text.bytes[Int(token.end) - 1] == b
    }

    /// Words that stand in front of nouns rather than being one, by list and ending.
    private func isEnglishAdjective(_ index: Int) -> Bool {
        lexicon.adjectives.contains(tokens[index].hash) || tokens[index].isCapitalized || endsInLY(index) || endsInED(index)
            || looksLikeAdjective(index)
    }

    private func endsInLY(_ index: Int) -> Bool { ends(index, UInt8(ascii: "l"), UInt8(ascii: "y")) }
    private func endsInED(_ index: Int) -> Bool { ends(index, UInt8(ascii: "e"), UInt8(ascii: "d")) }

    /// Adjectives in the genitive plural end in -ых or -их.
    private func isRussianAdjective(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.end - token.start >= 8 else { return false }
        let span = context.text.span
        let last = span.scalar(before: Int(token.end))
        let before = span.scalar(before: Int(token.end) - last.length)
        return last.value == 0x445 && (before.value == 0x44B || before.value == 0x438)
    }

    // MARK: Quantifiers

    func quantifier(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        guard context.flags[index].contains(.quantifier),
            let phrase = lexicon.quantifiers.longestMatch(at: index, below: end, word: { tokens[$0].hash })
        else { return nil }
        let quantifier = lexicon.quantifierValues[phrase.value]
        var draft = Draft(tokens: index..<phrase.end, value: quantifier.value)
        draft.bound = quantifier.bound
        draft.unit = .share
        draft.isQuantifier = true
        switch quantifier.rule {
        case .alone: partitive(&draft, end)
        case .of:
            guard phrase.end < end, Self.partitives.contains(tokens[phrase.end].hash) else { return nil }
            partitive(&draft, end)
        case .noun:
            // "the most", "at most", "a few": other words in front make another thing of it.
            if index > sentence.lowerBound, Self.superlatives.contains(tokens[index - 1].hash) { return nil }
            guard phrase.end < end, tokens[phrase.end].kind == .word, !endsInLY(phrase.end) else { return nil }
            if Self.partitives.contains(tokens[phrase.end].hash) {
                partitive(&draft, end)
            } else {
                guard !context.flags[phrase.end].contains(.function),
                    !looksLikeAdjective(phrase.end) || pluralIsNear(phrase.end, end)
                else { return nil }
                count(&draft, from: phrase.end, end)
                guard let head = draft.countedHead, lexicon.language != "en" || isEnglishPlural(head) else { return nil }
            }
        }
        return draft
    }

    private func pluralIsNear(_ index: Int, _ end: Int) -> Bool {
        index + 1 < end && (isEnglishPlural(index + 1)) && tokens[index].isCapitalized
    }

    /// "most important", "most recent" are superlatives.
    private func looksLikeAdjective(_ index: Int) -> Bool {
        let token = tokens[index]
        guard lexicon.language == "en", token.end - token.start > 4, !isEnglishPlural(index) else { return false }
        let word = context.text.bytes[(Int(token.end) - 3)..<Int(token.end)]
        return Self.adjectiveEndings.contains { word.elementsEqual($0.utf8) || word.dropFirst().elementsEqual($0.utf8) }
    }

    private static let adjectiveEndings = ["ful", "ous", "ive", "ant", "ent", "ble", "ic", "ed", "ing", "al"]
    private static let superlatives = Set(
        "the at 's 's ’s a his her its their our my your is are was were second third be who of past last next first".split(
            separator: " "
        ).map {
            Hash64.folded($0)
        }
    )

    /// "one in five", "two out of three", "un sur trois", "jeder Dritte", "uno de cada tres", "каждый третий".
    func oneIn(_ index: Int, _ sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        if Self.every.contains(tokens[index].hash), index + 1 < end, let ordinal = lexicon.ordinals[tokens[index + 1].hash],
            ordinal > 1
        {
            var draft = Draft(tokens: index..<(index + 2), value: 1 / ordinal)
            draft.unit = .share
            count(&draft, from: index + 2, end)
            return draft
        }
        let number: Double
        if let value = lexicon.numbers[tokens[index].hash] { number = value } else { return nil }
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
        var draft = Draft(tokens: index..<whole.tokens.upperBound, value: number / whole.value)
        draft.unit = .share
        if let noun {
            draft.counted = noun..<(noun + 1)
            draft.countedHead = noun
        } else {
            count(&draft, from: whole.tokens.upperBound, end)
        }
        return draft
    }

    private static let every = Set(["jeder", "jede", "jedes", "каждый", "каждая"].map { Hash64.folded($0) })
    private static let inOf = Set(["in", "out", "of", "sur", "von", "de", "cada", "из"].map { Hash64.folded($0) })
    private static let plainOf = Set(["of", "de", "out"].map { Hash64.folded($0) })

    // MARK: What is no figure

    /// Whether a number is a figure rather than a label, a year, part of a name or a pronoun.
    func isFigure(_ draft: Draft, _ number: ParsedNumber, in sentence: Range<Int>) -> Bool {
        let start = draft.tokens.lowerBound
        if draft.unit == .ordinal { return isOrdinal(draft, number, sentence) }
        guard draft.unit == .count, draft.second == nil, !draft.hasScale, !number.isShare else { return true }
        if number.isDigits {
            // Glued to a word: "Covid-19", "F-16", "mid-20s".
            if start > sentence.lowerBound, tokens[start - 1].kind == .dash, !tokens[start].followsSpace,
                !tokens[start - 1].followsSpace
            {
                return false
            }
            let next = draft.tokens.upperBound
            if next < sentence.upperBound, context.isByte(next, UInt8(ascii: "/")) || tokens[next].kind == .dash,
                !tokens[next].followsSpace,
                next + 1 < sentence.upperBound, tokens[next + 1].kind == .number, !tokens[next + 1].followsSpace
            {
                return false
            }
            if start > sentence.lowerBound,
                context.isByte(start - 1, UInt8(ascii: "/")) || context.isByte(start - 1, UInt8(ascii: "#")),
                !tokens[start].followsSpace
            {
                return false
            }
            // Years.
            if number.isPlain, number.integerDigits == 4, number.value >= 1500, number.value < 2100, draft.bound == .exact {
                return draft.countedHead != nil && !isYearContext(start, sentence)
                    && number.value.truncatingRemainder(dividingBy: 50) == 0
            }
            if isLabel(start, draft, sentence) { return false }
            // A list's number: "1." at a sentence's start.
            if start == sentence.lowerBound, next < sentence.upperBound,
                context.isByte(next, UInt8(ascii: ".")) || context.isByte(next, UInt8(ascii: ")"))
            {
                return false
            }
            if sentence.count == 1 || (sentence.count == 2 && start == sentence.lowerBound) { return false }
            return true
        }
        // "cut in two", "coupée en deux"
        if draft.countedHead == nil, start > sentence.lowerBound, Self.into.contains(tokens[start - 1].hash), number.value < 10 {
            return false
        }
        // Words: "one" and its kin are pronouns and articles unless a noun follows.
        if number.value == 1, number.tokens.count == 1 {
            guard lexicon.language == "en" || lexicon.language == "ru" else { return false }
            return draft.countedHead != nil && !tokens[start].followsSpace == false && Self.one(tokens[start].hash)
        }
        return true
    }

    private static let into = Set(["in", "en", "into", "надвое"].map { Hash64.folded($0) })

    private static func one(_ hash: UInt64) -> Bool { ones.contains(hash) }
    private static let ones = Set(["one", "один", "одна", "одно", "одного", "одной", "одну"].map { Hash64.folded($0) })

    private func isYearContext(_ start: Int, _ sentence: Range<Int>) -> Bool {
        start > sentence.lowerBound && context.flags[start - 1].contains(.timeStart)
    }

    /// "SB 1062", "Boeing 737", "Article 50", "France 5".
    private func isLabel(_ start: Int, _ draft: Draft, _ sentence: Range<Int>) -> Bool {
        guard start > sentence.lowerBound, tokens[start].followsSpace || context.isByte(start - 1, UInt8(ascii: ".")) else {
            return false
        }
        var previous = start - 1
        if context.isByte(previous, UInt8(ascii: ".")), previous > sentence.lowerBound, !tokens[previous].followsSpace {
            previous -= 1
        }
        let token = tokens[previous]
        guard token.kind == .word else { return false }
        if context.flags[previous].contains(.labelNoun) {
            return draft.countedHead == nil || token.isCapitalized || lexicon.language != "de"
        }
        guard previous == start - 1, token.isCapitalized, !context.flags[previous].contains(.function) else { return false }
        if lexicon.language == "de", !token.shape.contains(.allCaps) { return false }
        if previous == sentence.lowerBound, !token.shape.contains(.allCaps) { return false }
        return draft.countedHead == nil || !tokens[draft.tokens.upperBound - 1].isWord && draft.counted?.count == 0
    }

    private func isOrdinal(_ draft: Draft, _ number: ParsedNumber, _ sentence: Range<Int>) -> Bool {
        let start = draft.tokens.lowerBound
        // "First, …", "at first", "second": adverbs and units of time.
        let next = draft.tokens.upperBound
        guard next < sentence.upperBound, tokens[next].kind == .word, !context.flags[next].contains(.function) else {
            return number.isDigits
        }
        if endsInED(next) || ends(next, UInt8(ascii: "n"), UInt8(ascii: "g")), lexicon.language == "en" { return false }
        if start > sentence.lowerBound, !number.isDigits {
            let previous = tokens[start - 1]
            if previous.kind == .word, previous.hash == Self.at { return false }
        }
        return true
    }

    private static let at = Hash64.folded("at")
}
