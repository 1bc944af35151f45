internal import TextCore

/// Measures of several words: areas, speeds, feet and inches, magnitudes.
extension FigureScanner {
    /// The unit at `index`, and where it ends: "miles", "square miles", "kilomètres carrés", "miles per hour", "km/h".
    func measure(_ index: Int, _ end: Int) -> (unit: String, end: Int)? {
        var at = index
        var power = lexicon.squares.contains(tokens[at].hash) ? 2 : lexicon.cubics.contains(tokens[at].hash) ? 3 : 1
        if power > 1 { at += 1 }
        // "кв. км"
        if power > 1, at + 1 < end, context.isByte(at, UInt8(ascii: ".")) { at += 1 }
        guard at < end, context.flags[at].contains(.unit), let unit = lexicon.units[tokens[at].hash] else { return nil }
        at += 1
        if power == 1, at < end {
            power = lexicon.squares.contains(tokens[at].hash) ? 2 : lexicon.cubics.contains(tokens[at].hash) ? 3 : 1
            if power > 1 { at += 1 }
        }
        if power > 1 {
            let isMetric = ["km", "m", "cm", "mm"].contains(unit)
            return (isMetric ? "\(unit)\(power)" : (power == 2 ? "square " : "cubic ") + unit, at)
        }
        if unit == "degree", at < end, Self.fahrenheits.contains(tokens[at].hash) { return ("degree F", at + 1) }
        if unit == "degree", at < end, Self.celsius.contains(tokens[at].hash) { return (unit, at + 1) }
        if unit == "mile" || unit == "km", let speed = lexicon.perHour.longestMatch(in: tokens, at: at, limit: end) {
            return (unit == "mile" ? "mph" : "km/h", speed.endIndex)
        }
        return (unit, at)
    }

    /// What a weight, a volume or an area is of: "5 million tonnes of grain", „5 Tonnen Weizen“, «5 млн тонн зерна».
    func substance(_ draft: inout Draft, _ end: Int) {
        guard let kind = draft.unit.dimension?.kind, kind == .mass || kind == .volume || kind == .area else { return }
        var at = draft.tokens.upperBound
        let isJuxtaposed = lexicon.language == "de" || context.vocabulary.bearsGenitives
        if at < end, Self.ofSubstance.contains(tokens[at].hash) { at += 1 } else if !isJuxtaposed { return }
        guard at < end, tokens[at].kind == .word, !isTime[at], context.flags[at].isDisjoint(with: [.function, .number, .saying])
        else { return }
        // A preposition and a name tell where: "50 hectares of Lornmark".
        guard lexicon.language == "de" || !tokens[at].isCapitalized || tokens[at].shape.contains(.allCaps) else { return }
        guard let noun = nounPhrase(from: at, end, plural: false, allowsMass: true) else { return }
        draft.counted = noun.range
        draft.countedHead = noun.head
    }

    private static let ofSubstance = WordSet(["of", "de", "d'", "d’", "di"])

    static let fahrenheit = Hash64.folded("f")
    private static let fahrenheits = WordSet(["fahrenheit", "f", "фаренгейта", "фаренгейту"])
    private static let celsius = WordSet(["celsius", "centigrade", "c", "цельсия"])

    /// "6'2"", with the marks of feet and inches; they touch their numbers, and closing inches tell them from quotations.
    func feetAndInches(_ draft: inout Draft, _ end: Int) -> Bool {
        let mark = draft.tokens.upperBound
        guard draft.isPlain, draft.value > 0, draft.value < 100, mark + 2 < end, isMark(mark, Self.minutes),
            !tokens[mark].followsSpace, let inches = smallNumber(mark + 1), inches < 12, isMark(mark + 2, Self.seconds),
            !tokens[mark + 2].followsSpace
        else { return false }
        draft.value += inches / 12
        draft.unit = .measure("foot")
        draft.hasUnit = true
        draft.tokens = draft.tokens.lowerBound..<(mark + 3)
        return true
    }

    /// Inches behind feet: "5-foot-10", "six feet two inches".
    func inches(_ draft: inout Draft, _ end: Int) {
        var at = draft.tokens.upperBound
        guard at < end else { return }
        let isHyphenated = context.isHyphen(at) && at + 1 < end && !tokens[at + 1].followsSpace
        if isHyphenated { at += 1 }
        if let inches = gluedInches(at), inches < 12, draft.value == draft.value.rounded(.down) {
            draft.value += inches / 12
            draft.tokens = draft.tokens.lowerBound..<(at + 1)
            return
        }
        guard let inches = smallNumber(at), inches < 12, draft.value == draft.value.rounded(.down) else { return }
        var stop = at + 1
        let unit = stop < end && context.isHyphen(stop) ? stop + 1 : stop
        if unit < end, lexicon.units[tokens[unit].hash] == "inch" { stop = unit + 1 } else if !isHyphenated { return }
        draft.value += inches / 12
        draft.tokens = draft.tokens.lowerBound..<stop
    }

    /// "4in" of "6ft 4in".
    private func gluedInches(_ index: Int) -> Double? {
        guard tokens.indices.contains(index), tokens[index].kind == .number else { return nil }
        let bytes = context.text.bytes[tokens[index].range]
        guard (3...4).contains(bytes.count), bytes.suffix(2).elementsEqual("in".utf8) else { return nil }
        return bytes.dropLast(2).reduce(0.0) { $1 &- 0x30 < 10 ? $0 * 10 + Double($1 &- 0x30) : .infinity }
    }

    /// A whole number of one token, in digits or words.
    private func smallNumber(_ index: Int) -> Double? {
        guard tokens.indices.contains(index), tokens[index].end - tokens[index].start <= 6 else { return nil }
        if tokens[index].kind == .word { return lexicon.numbers[tokens[index].hash] }
        guard tokens[index].kind == .number, tokens[index].end - tokens[index].start <= 2 else { return nil }
        var value = 0.0
        for byte in context.text.bytes[tokens[index].range] {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Double(byte &- 0x30)
        }
        return value
    }

    private func isMark(_ index: Int, _ marks: Set<UInt32>) -> Bool {
        tokens[index].kind == .quote && marks.contains(context.text.span.scalar(at: Int(tokens[index].start)).value)
    }

    private static let minutes: Set<UInt32> = [0x27, 0x2019, 0x2032]
    private static let seconds: Set<UInt32> = [0x22, 0x201D, 0x2033, 0x27, 0x2019]

    /// "magnitude 6.2", "der Stärke 6,2": the word stands in front.
    func magnitude(_ draft: inout Draft) -> Bool {
        var word = draft.tokens.lowerBound - 1
        guard draft.isDigits, draft.value > 0, draft.value < 11, word >= 0, !draft.hasScale else { return false }
        if word > 0, context.isHyphen(word) || Self.of.contains(tokens[word].hash) { word -= 1 }
        guard lexicon.magnitudes.contains(tokens[word].hash) else { return false }
        draft.unit = .measure("magnitude")
        draft.hasUnit = true
        draft.tokens = word..<draft.tokens.upperBound
        return true
    }
}
