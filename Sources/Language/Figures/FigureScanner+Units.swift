internal import TextCore

/// What a number is a number of: percent, money, a measure, an age (`FigureScanner+Ages.swift`), a noun (`FigureScanner+Nouns.swift`).
extension FigureScanner {
    /// Whether points are those of a percentage: of a fraction, a percentage stands a few words behind, and not as another way to say
    /// it ("fell 23.4 points, or 0.3%"); of any, one stands close in front ("was 60%, down 7 points").
    private func arePointsOfPercentage(_ draft: Draft, _ index: Int, _ end: Int) -> Bool {
        func isPercent(_ at: Int) -> Bool {
            context.isByte(at, UInt8(ascii: "%")) || lexicon.percents.longestMatch(in: tokens, at: at, limit: end) != nil
        }
        guard draft.value < 100 else { return false }
        let start = draft.tokens.lowerBound
        let front = max(0, start - Self.pointReach)..<start
        if let percent = front.last(where: isPercent),
            !(percent..<start).contains(where: { tokens[$0].kind == .terminator || roles.or.contains(tokens[$0].hash) })
        {
            return true
        }
        guard draft.value != draft.value.rounded(.down),
            let percent = (index..<min(end, index + Self.pointReach)).first(where: isPercent)
        else { return false }
        return !(index..<percent).contains { roles.or.contains(tokens[$0].hash) }
    }

    private static let pointReach = 8

    /// Percent, currency, measure, or the noun counted.
    func unit(_ draft: inout Draft, _ end: Int) {
        if magnitude(&draft) { return }
        var at = draft.tokens.upperBound
        guard at < end else { return }
        if feetAndInches(&draft, end) { return }
        let isHyphenated = context.isHyphen(at) && at + 1 < end && !tokens[at + 1].followsSpace
        if isHyphenated { at += 1 }
        if percentage(&draft, at, end) { return }
        // "50+ people"
        if context.isByte(at, UInt8(ascii: "+")), !tokens[at].followsSpace {
            draft.bound = .atLeast
            draft.tokens = draft.tokens.lowerBound..<(at + 1)
            at += 1
            guard at < end else { return }
        }
        if degrees(&draft, at, end) || sumOfMoney(&draft, at, end) || measured(&draft, at, end, isHyphenated: isHyphenated) {
            return
        }
        // "a four-page summary": the word behind the hyphen is what is counted.
        if isHyphenated {
            guard tokens[at].kind == .word, draft.value != 1 || draft.isDigits else { return }
            draft.counted = at..<(at + 1)
            draft.countedHead = at
            return
        }
        if let next = timesAs(draft, at, end) ?? timesBehindPreposition(draft, at) {
            take(.measure("fold"), upTo: next, &draft)
            return
        }
        if isAge(draft, at, end) {
            draft.unit = .measure("year")
            draft.hasUnit = true
            draft.isAge = true
            return
        }
        count(&draft, from: at, end)
    }

    /// Gives a figure a unit that is written up to `end`.
    private func take(_ unit: Figure.Unit, upTo end: Int, _ draft: inout Draft) {
        draft.unit = unit
        draft.hasUnit = true
        draft.tokens = draft.tokens.lowerBound..<end
    }

    /// "12%", "25 basis points", « 0,3 point à 5,2 % »: whether a word for percent or percentage points stands at `at`.
    private func percentage(_ draft: inout Draft, _ at: Int, _ end: Int) -> Bool {
        if let percent = lexicon.percents.longestMatch(in: tokens, at: at, limit: end) {
            take(percent.value ? .measure("percentage point") : .percent, upTo: percent.endIndex, &draft)
            partitive(&draft, end)
            return true
        }
        // "25 basis points": hundredths of a percentage point.
        if let basis = lexicon.basisPoints.longestMatch(in: tokens, at: at, limit: end) {
            draft.value /= 100
            take(.measure("percentage point"), upTo: basis.endIndex, &draft)
            return true
        }
        guard lexicon.points.contains(tokens[at].hash), arePointsOfPercentage(draft, at, end) else { return false }
        take(.measure("percentage point"), upTo: at + 1, &draft)
        return true
    }

    /// "12°", "80°F".
    private func degrees(_ draft: inout Draft, _ at: Int, _ end: Int) -> Bool {
        guard context.text.bytes[Int(tokens[at].start)] == Self.degreeSign.lead,
            context.text.span.scalar(at: Int(tokens[at].start)).value == Self.degreeSign.scalar
        else { return false }
        let letter = at + 1
        let hasLetter =
            letter < end && tokens[letter].kind == .word && tokens[letter].end - tokens[letter].start == 1
            && tokens[letter].isCapitalized
        let isFahrenheit = hasLetter && tokens[letter].hash == Self.fahrenheit
        take(.measure(isFahrenheit ? "degree F" : "degree"), upTo: hasLetter ? letter + 1 : letter, &draft)
        return true
    }

    /// U+00B0, with the first byte of its UTF-8.
    private static let degreeSign: (lead: UInt8, scalar: UInt32) = (0xC2, 0xB0)

    /// "40 million euros", "50 cents".
    private func sumOfMoney(_ draft: inout Draft, _ at: Int, _ end: Int) -> Bool {
        if let code = currency(at, draft, end) {
            take(.money(code.code), upTo: code.end, &draft)
            return true
        }
        // "50 cents", "20 pence": hundredths of what they are part of.
        guard let code = lexicon.hundredths[tokens[at].hash] else { return false }
        draft.value /= 100
        take(.money(code), upTo: at + 1, &draft)
        return true
    }

    /// "5 km", "two years and a half", "42-year-old".
    private func measured(_ draft: inout Draft, _ at: Int, _ end: Int, isHyphenated: Bool) -> Bool {
        guard let (unit, next) = measure(at, end), allowsUnit(at, draft) else { return false }
        var stop = next
        // "two years and a half": said behind the unit.
        if let half = lexicon.halves.longestMatch(in: tokens, at: stop, limit: end), !draft.isDigits || draft.isPlain {
            draft.value += half.value
            stop = half.endIndex
        }
        if let old = behindOld(unit, at: stop, end) {
            stop = old
            draft.isAge = true
        }
        take(.measure(unit), upTo: stop, &draft)
        if unit == "year", !draft.isAge { draft.isAge = isAgeInYears(draft, at, stop, end) }
        if Self.unitsOfBabies.contains(unit), !draft.isAge { draft.isAge = isOfBaby(draft) }
        if unit == "foot" { inches(&draft, end) }
        if stop < end, unit == "pound", draft.hasScale { draft.unit = .money("GBP") }
        if !isHyphenated { substance(&draft, end) }
        return true
    }

    static let of = WordSet(
        "of de des du d' di der von vom del la los las le les из the its their all his her our".split(separator: " ")
    )

    /// "three times as many": where the comparison starts.
    private func timesAs(_ draft: Draft, _ at: Int, _ end: Int) -> Int? {
        guard lexicon.language == "en", at + 1 < end, tokens[at].hash == Self.timesWord,
            Self.compared.contains(tokens[at + 1].hash)
        else { return nil }
        return at + 1
    }

    private static let timesWord = Hash64.folded("times")
    private static let compared = WordSet(["as", "more", "higher", "larger", "greater", "bigger", "the", "faster", "longer"])

    /// «в 1,8 раза»: by how many times something changed, as Russian and Ukrainian say it.
    private func timesBehindPreposition(_ draft: Draft, _ at: Int) -> Int? {
        let front = draft.tokens.lowerBound - 1
        guard context.vocabulary.bearsGenitives, front >= 0, Self.by.contains(tokens[front].hash),
            context.stems[at] == lexicon.times
        else { return nil }
        return at + 1
    }

    private static let by = WordSet(["в", "во", "у"])

    /// One letter is a unit only behind digits ("5 m", not "one m"), and in lower case ("11-M" is a day in March).
    private func allowsUnit(_ index: Int, _ draft: Draft) -> Bool {
        let letters = tokens[index].end - tokens[index].start
        return letters > 2 || (draft.isDigits && !(letters == 1 && tokens[index].isCapitalized))
    }
}
