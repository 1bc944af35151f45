internal import TextCore

/// What looks like a figure and is none: labels, years, parts of names, pronouns.
extension FigureScanner {
    /// Whether a number is a figure rather than a label, a year, part of a name or a pronoun.
    func isFigure(_ draft: Draft, _ number: ParsedNumber, in sentence: Range<Int>) -> Bool {
        let start = draft.tokens.lowerBound
        if draft.unit == .ordinal { return isOrdinal(draft, number, sentence) }
        // "a third-party candidate"
        let behind = draft.tokens.upperBound
        if number.isShare, behind + 1 < sentence.upperBound, context.isHyphen(behind), !tokens[behind].followsSpace,
            !tokens[behind + 1].followsSpace, tokens[behind + 1].kind == .word
        {
            return false
        }
        guard draft.unit == .count, draft.second == nil, !draft.hasScale || (!number.isDigits && number.tokens.count == 1),
            !number.isShare
        else { return true }
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
            if isAddress(draft) || isCode(draft, sentence) { return false }
            // Years.
            if number.isPlain, number.integerDigits == 4, number.value >= 1500, number.value < 2100, draft.bound == .exact {
                return draft.countedHead != nil && !isYearContext(start, sentence)
                    && number.value.truncatingRemainder(dividingBy: 50) == 0
            }
            if isLabel(start, draft, sentence) || isPartOfName(draft, in: sentence) { return false }
            // A list's number: "1." at a sentence's start.
            if start == sentence.lowerBound, next < sentence.upperBound,
                context.isByte(next, UInt8(ascii: ".")) || context.isByte(next, UInt8(ascii: ")"))
            {
                return false
            }
            if sentence.count == 1 || (sentence.count == 2 && start == sentence.lowerBound) { return false }
            return true
        }
        // "7-Eleven"
        if start >= sentence.lowerBound + 2, tokens[start].isCapitalized, !tokens[start].followsSpace,
            context.isHyphen(start - 1), tokens[start - 2].kind == .number
        {
            return false
        }
        // "several dozen", "a few hundred"
        if start > sentence.lowerBound, lexicon.scales[tokens[start].hash] != nil, lexicon.vague.contains(tokens[start - 1].hash)
        {
            return false
        }
        // "cut in two", "coupée en deux"
        if draft.countedHead == nil, start > sentence.lowerBound, Self.into.contains(tokens[start - 1].hash), number.value < 10 {
            return false
        }
        // Words: "one" and its kin are pronouns and articles unless a noun follows.
        if number.value == 1, number.tokens.count == 1 {
            guard lexicon.language == "en" || lexicon.language == "ru" else { return false }
            // "the number one", "the one Democrats filibustered"
            if start > sentence.lowerBound,
                context.flags[start - 1].contains(.labelNoun)
                    || tokens[start - 1].hash == Self.the && draft.countedHead.map({ tokens[$0].isCapitalized }) ?? true
            {
                return false
            }
            return draft.countedHead != nil && tokens[start].followsSpace && Self.ones.contains(tokens[start].hash)
        }
        return true
    }

    /// Pieces of telephone numbers and the like: a zero in front, or bare digits beside other bare digits.
    private func isCode(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
        guard draft.isPlain, !draft.hasUnit else { return false }
        let (start, stop) = (draft.tokens.lowerBound, draft.tokens.upperBound)
        // Days and years of other calendars: "15 Ramadan 1442", "1443 AH".
        if sentence.contains(stop), lexicon.calendars.contains(tokens[stop].hash), tokens[stop].isCapitalized { return true }
        if start > sentence.lowerBound, lexicon.calendars.contains(tokens[start - 1].hash) { return true }
        if draft.integerDigits > 1, context.text.bytes[Int(tokens[start].start)] == UInt8(ascii: "0") { return true }
        guard draft.countedHead == nil || draft.counted?.lowerBound != stop else { return false }
        func isBare(_ index: Int) -> Bool {
            sentence.contains(index) && tokens[index].kind == .number && !isTime[index]
                && tokens[index].end - tokens[index].start <= 5
        }
        return isBare(start - 1) && tokens[start].followsSpace || isBare(stop) && tokens[stop].followsSpace
    }

    private static let the = Hash64.folded("the")
    private static let into = WordSet(["in", "en", "into", "надвое"])

    static func one(_ hash: UInt64) -> Bool { ones.contains(hash) }
    private static let ones = WordSet(["one", "один", "одна", "одно", "одного", "одной", "одну"])

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
        // "L 347", "B 27"
        if previous == start - 1, token.isCapitalized, token.end - token.start == 1, draft.countedHead == nil,
            !context.flags[previous].contains(.function)
        {
            return true
        }
        // "Blast Kills 3 in Market": where headlines write all words with capitals, what happens to people names nothing.
        guard previous == start - 1, token.isCapitalized, !context.flags[previous].contains(.function), casualty(previous) == nil
        else { return false }
        if lexicon.language == "de", !token.shape.contains(.allCaps) { return false }
        if previous == sentence.lowerBound, !token.shape.contains(.allCaps), !isPlace(previous) { return false }
        return draft.countedHead == nil || !tokens[draft.tokens.upperBound - 1].isWord && draft.counted?.count == 0
    }

    func isOrdinal(_ draft: Draft, _ number: ParsedNumber, _ sentence: Range<Int>) -> Bool {
        let start = draft.tokens.lowerBound
        if isOrdinalOfName(draft, number, sentence) { return false }
        // "First, …", "at first", "second": adverbs and units of time.
        let next = draft.tokens.upperBound
        guard next < sentence.upperBound, tokens[next].kind == .word, !context.flags[next].contains(.function) else {
            return number.isDigits
        }
        if lexicon.notOrdinals.contains(tokens[next].hash) { return false }
        if endsInED(next) || ends(next, UInt8(ascii: "n"), UInt8(ascii: "g")), lexicon.language == "en" { return false }
        if start > sentence.lowerBound, !number.isDigits {
            let previous = tokens[start - 1]
            if previous.kind == .word, previous.hash == Self.at { return false }
        }
        return true
    }

    static let at = Hash64.folded("at")
}
