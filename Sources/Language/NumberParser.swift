internal import TextCore

/// A number as it stands: digits or words.
struct ParsedNumber {
    /// Its tokens.
    var tokens: Range<Int>
    var value: Double
    /// Written in digits.
    var isDigits = false
    /// Digits without separators: what years and labels look like.
    var isPlain = false
    var isOrdinal = false
    /// A share of a whole: two-thirds, half.
    var isShare = false
    /// Has a word or letter of magnitude (million, bn).
    var hasScale = false
    /// Letters that touch the digits and are a unit ("km").
    var unit: String?
    /// How many digits stand before the decimal mark.
    var integerDigits = 0
}

/// Reads numbers from tokens: digits with the separators of a language, words, words that multiply, fractions.
///
/// - Complexity: O(length of the number).
struct NumberParser {
    let context: AnnotationContext
    private var lexicon: FigureLexicon { context.vocabulary.figures }
    private var tokens: [Token] { context.tokens }

    /// The number that starts at `index`.
    func number(at index: Int, end: Int) -> ParsedNumber? {
        guard index < end else { return nil }
        if tokens[index].kind == .number { return digits(at: index, end: end) }
        guard tokens[index].kind == .word else { return nil }
        let flags = context.flags[index]
        if flags.contains(.number) { return words(at: index, end: end) }
        if lexicon.language == "de", tokens[index].end - tokens[index].start >= 7,
            let value = GermanNumber.value(of: folded(index))
        {
            var number = ParsedNumber(tokens: index..<(index + 1), value: value)
            scale(&number, end: end)
            return number
        }
        return nil
    }

    private func folded(_ index: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var at = Int(tokens[index].start)
        let span = context.text.span
        while at < Int(tokens[index].end) {
            let (value, length) = span.scalar(at: at)
            let folded = CaseFolding.fold(value)
            if folded < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: folded))
            } else {
                bytes.append(UInt8(truncatingIfNeeded: 0xC0 | folded >> 6))
                bytes.append(UInt8(truncatingIfNeeded: 0x80 | folded & 0x3F))
            }
            at += length
        }
        return bytes
    }

    // MARK: Digits

    private func digits(at index: Int, end: Int) -> ParsedNumber? {
        let token = tokens[index]
        let bytes = context.text.bytes
        var at = Int(token.start)
        let stop = Int(token.end)
        var groups: [(digits: Int, value: Double)] = [(0, 0)]
        var separators: [UInt8] = []
        while at < stop {
            let byte = bytes[at]
            if byte &- 0x30 < 10 {
                groups[groups.count - 1].digits += 1
                groups[groups.count - 1].value = groups[groups.count - 1].value * 10 + Double(byte &- 0x30)
            } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
                separators.append(byte)
                groups.append((0, 0))
            } else {
                break
            }
            at += 1
        }
        guard groups[0].digits > 0, groups.count <= 7 else { return nil }
        var number = ParsedNumber(tokens: index..<(index + 1), value: groups[0].value, isDigits: true)
        number.integerDigits = groups[0].digits
        number.isPlain = separators.isEmpty && at == stop
        if !separators.isEmpty {
            guard let value = combine(groups, separators) else { return nil }
            number.value = value
        }
        if at < stop {
            guard suffix(at..<stop, &number) else { return nil }
        } else if separators.isEmpty || groups.dropFirst().allSatisfy({ $0.digits == 3 }) {
            spacedGroups(&number, end: end)
        }
        fraction(&number, end: end)
        if !number.isOrdinal, !number.hasScale, number.unit == nil, !number.isShare { scale(&number, end: end) }
        return number.value.isFinite ? number : nil
    }

    /// The value of digit groups: which mark is decimal follows from the groups, and from the language where they leave it
    /// open ("1.234").
    private func combine(_ groups: [(digits: Int, value: Double)], _ separators: [UInt8]) -> Double? {
        let comma = UInt8(ascii: ",")
        let decimal: UInt8 = lexicon.language == "en" || lexicon.language == "und" ? UInt8(ascii: ".") : comma
        let last = groups[groups.count - 1]
        let allThree = groups.dropFirst().allSatisfy { $0.digits == 3 }
        let isMixed = separators.contains { $0 != separators[0] }
        var lastIsDecimal: Bool
        if isMixed {
            lastIsDecimal = true
        } else if separators.count > 1 {
            guard allThree else { return nil }
            lastIsDecimal = false
        } else if last.digits != 3 || groups[0].digits > 3 || (groups[0].digits == 1 && groups[0].value == 0) {
            lastIsDecimal = true
        } else {
            lastIsDecimal = separators[0] == decimal
        }
        // Spanish and English texts write "17.000" and "17,000" by their own habit, but "3,5" in English is a decimal too.
        let whole = lastIsDecimal ? groups.dropLast() : groups[...]
        var value = 0.0
        for (offset, group) in whole.enumerated() {
            if offset > 0 { guard group.digits == 3 else { return nil } }
            value = value * 1000 + group.value
        }
        if whole.count == 1 { value = groups[0].value }
        if lastIsDecimal { value += last.value / power(last.digits) }
        return value
    }

    private func power(_ digits: Int) -> Double {
        var result = 1.0
        for _ in 0..<min(digits, 300) { result *= 10 }
        return result
    }

    /// Letters that touch the digits. False when they make the token something else than a number.
    private func suffix(_ range: Range<Int>, _ number: inout ParsedNumber) -> Bool {
        let letters = context.text.bytes[range].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        guard letters.count <= 6 else { return false }
        switch String(decoding: letters, as: UTF8.self) {
        case "st", "nd", "rd", "th", "er", "ère", "e", "ème", "nde", "º", "ª": number.isOrdinal = true
        case "k": number.value *= 1000; number.hasScale = true
        case "m", "mn", "mln": number.value *= 1_000_000; number.hasScale = true
        case "b", "bn": number.value *= 1_000_000_000; number.hasScale = true
        case "tn", "trn": number.value *= 1_000_000_000_000; number.hasScale = true
        case let unit where lexicon.units[Hash64.folded(unit)] != nil: number.unit = lexicon.units[Hash64.folded(unit)]
        default: return false
        }
        return true
    }

    /// "17 000": groups of three digits behind a no-break or thin space, or behind a plain one where that is the habit.
    private func spacedGroups(_ number: inout ParsedNumber, end: Int) {
        guard number.isPlain, number.integerDigits <= 3 else { return }
        var next = number.tokens.upperBound
        var count = 0
        while next < end, count < 5, tokens[next].kind == .number, isGroup(next), gapAllows(next) {
            var value = 0.0
            for byte in context.text.bytes[Int(tokens[next].start)..<min(Int(tokens[next].start) + 3, Int(tokens[next].end))] {
                value = value * 10 + Double(byte &- 0x30)
            }
            number.value = number.value * 1000 + value
            if tokens[next].end - tokens[next].start > 3 {
                number.value += decimals(Int(tokens[next].start) + 4, Int(tokens[next].end))
                next += 1
                count += 1
                break
            }
            next += 1
            count += 1
        }
        guard count > 0 else { return }
        number.isPlain = false
        number.tokens = number.tokens.lowerBound..<next
    }

    /// Whether a token is three digits, perhaps with a decimal part behind them.
    private func isGroup(_ index: Int) -> Bool {
        let range = tokens[index].range
        guard range.count >= 3 else { return false }
        let bytes = context.text.bytes
        for (offset, at) in range.enumerated() {
            if offset == 3 {
                guard bytes[at] == UInt8(ascii: ","), range.count > 4 else { return false }
            } else if bytes[at] &- 0x30 >= 10 {
                return false
            }
        }
        return true
    }

    private func decimals(_ start: Int, _ end: Int) -> Double {
        var value = 0.0
        var place = 0.1
        for at in start..<max(start, end) {
            value += Double(context.text.bytes[at] &- 0x30) * place
            place /= 10
        }
        return value
    }

    private func gapAllows(_ index: Int) -> Bool {
        let gap = Int(tokens[index - 1].end)..<Int(tokens[index].start)
        let bytes = context.text.bytes
        if gap.count == 1, bytes[gap.lowerBound] == 0x20 {
            return lexicon.language != "en" && lexicon.language != "und"
        }
        let isNoBreak = gap.count == 2 && bytes[gap.lowerBound] == 0xC2 && bytes[gap.lowerBound + 1] == 0xA0
        let isThin = gap.count == 3 && bytes[gap.lowerBound] == 0xE2 && bytes[gap.lowerBound + 1] == 0x80
        return isNoBreak || isThin
    }

    /// "2/3".
    private func fraction(_ number: inout ParsedNumber, end: Int) {
        let slash = number.tokens.upperBound
        guard number.isPlain, number.integerDigits == 1, slash + 1 < end, context.isByte(slash, UInt8(ascii: "/")),
            !tokens[slash].followsSpace, tokens[slash + 1].kind == .number, !tokens[slash + 1].followsSpace,
            tokens[slash + 1].end - tokens[slash + 1].start == 1
        else { return }
        let denominator = Double(context.text.bytes[Int(tokens[slash + 1].start)] &- 0x30)
        guard denominator >= 2, denominator < 10, number.value < denominator, number.value > 0 else { return }
        guard slash + 2 >= end || !context.isByte(slash + 2, UInt8(ascii: "/")) else { return }
        number.value /= denominator
        number.isShare = true
        number.isPlain = false
        number.tokens = number.tokens.lowerBound..<(slash + 2)
    }

    // MARK: Words

    /// Words that multiply, behind a number: "3.5 million", "17 тыс.", "€40 Mio.".
    private func scale(_ number: inout ParsedNumber, end: Int) {
        var next = number.tokens.upperBound
        while next < end {
            var word = next
            if context.isHyphen(word), word + 1 < end, !tokens[word + 1].followsSpace { word += 1 }
            guard tokens[word].kind == .word, let scale = lexicon.scales[tokens[word].hash],
                scale >= 1000 || number.isShare == false && scale == 12,
                !(number.isDigits && scale == 12 && false)
            else { return }
            number.value *= scale
            number.hasScale = true
            number.isPlain = false
            next = word + 1
            if next + 1 < end, context.isByte(next, UInt8(ascii: ".")), !tokens[next].followsSpace,
                tokens[word].end - tokens[word].start <= 8, isShortScale(word), next + 1 < end
            {
                next += 1
            }
            number.tokens = number.tokens.lowerBound..<next
        }
    }

    /// Abbreviated magnitudes take a dot: Mio., тыс.
    private func isShortScale(_ index: Int) -> Bool {
        Self.shortScales.contains(tokens[index].hash)
    }

    private static let shortScales = Set(
        ["mio", "mrd", "tsd", "тыс", "млн", "млрд", "трлн", "bn", "mn"].map { Hash64.folded($0) }
    )

    private func words(at index: Int, end: Int) -> ParsedNumber? {
        if let half = share(at: index, end: end) { return half }
        if let ordinal = lexicon.ordinals[tokens[index].hash] {
            var number = ParsedNumber(tokens: index..<(index + 1), value: ordinal)
            number.isOrdinal = true
            return number
        }
        var total = 0.0
        var current = 0.0
        var seen = false
        var hasScale = false
        var at = index
        var stop = index
        // "a million", "ein Dutzend", "une centaine".
        if lexicon.articles.contains(tokens[at].hash) {
            guard at + 1 < end, lexicon.scales[tokens[at + 1].hash] != nil else {
                if isBareOne(at) { return nil }
                return cardinal(from: at, end: end)
            }
            current = 1
            at += 1
            seen = true
        }
        return cardinal(
            from: at,
            end: end,
            start: index,
            total: &total,
            current: &current,
            seen: &seen,
            hasScale: &hasScale,
            stop: &stop
        )
    }

    private func isBareOne(_ index: Int) -> Bool {
        guard let value = lexicon.numbers[tokens[index].hash], value == 1 else {
            return lexicon.numbers[tokens[index].hash] == nil
        }
        return true
    }

    private func cardinal(from index: Int, end: Int) -> ParsedNumber? {
        var (total, current, seen, hasScale, stop) = (0.0, 0.0, false, false, index)
        return cardinal(
            from: index,
            end: end,
            start: index,
            total: &total,
            current: &current,
            seen: &seen,
            hasScale: &hasScale,
            stop: &stop
        )
    }

    private func cardinal(
        from first: Int,
        end: Int,
        start: Int,
        total: inout Double,
        current: inout Double,
        seen: inout Bool,
        hasScale: inout Bool,
        stop: inout Int
    ) -> ParsedNumber? {
        var at = first
        while at < end, at - start < 14 {
            var word = at
            if at > first {
                if context.isHyphen(word), word + 1 < end, !tokens[word + 1].followsSpace {
                    word += 1
                } else if lexicon.ands.contains(tokens[word].hash), word + 1 < end, takesAnd(current, total, word + 1) {
                    word += 1
                }
            }
            guard word < end, tokens[word].kind == .word else { break }
            let hash = tokens[word].hash
            if let value = lexicon.numbers[hash] {
                guard adds(value, to: current, seen: seen) else { break }
                // "quatre-vingts"
                if lexicon.language == "fr", value == 20, current.truncatingRemainder(dividingBy: 100) == 4 {
                    current += 76
                } else {
                    current += value
                }
            } else if lexicon.language == "de", let value = GermanNumber.value(of: folded(word)), !seen {
                current += value
            } else if let scale = lexicon.scales[hash] {
                // "hundreds", "dozens" alone name no value that could be compared.
                if !seen, isPlural(word) { return nil }
                if scale == 100 {
                    guard current < 100 else { break }
                    current = max(current, 1) * 100
                } else if scale < 1000 {
                    current = max(current, 1) * scale
                } else {
                    total += max(current, seen ? current : 1) * scale
                    current = 0
                }
                hasScale = true
            } else {
                break
            }
            seen = true
            at = word + 1
            stop = at
        }
        guard seen, stop > start else { return nil }
        var number = ParsedNumber(tokens: start..<stop, value: total + current)
        number.hasScale = hasScale
        guard number.value.isFinite else { return nil }
        return number
    }

    private func isPlural(_ index: Int) -> Bool {
        let last = context.text.bytes[Int(tokens[index].end) - 1] | 0x20
        switch lexicon.language {
        case "en", "fr", "es": return last == UInt8(ascii: "s")
        case "de": return last == UInt8(ascii: "e") && tokens[index].isCapitalized
        default: return false
        }
    }

    /// Whether "and", "et" or "y" goes on with the number: "one hundred and five", "vingt et un", "treinta y dos".
    private func takesAnd(_ current: Double, _ total: Double, _ next: Int) -> Bool {
        guard next < tokens.count, let value = lexicon.numbers[tokens[next].hash] else { return false }
        switch lexicon.language {
        case "en":
            return (current >= 100 && current.truncatingRemainder(dividingBy: 100) == 0)
                || (current == 0 && total >= 1000 && value < 100)
        case "fr": return (value == 1 || value == 11) && current.truncatingRemainder(dividingBy: 10) == 0 && current >= 20
        case "es":
            return value < 10 && current.truncatingRemainder(dividingBy: 10) == 0
                && current.truncatingRemainder(dividingBy: 100) >= 30
        default: return false
        }
    }

    /// Whether a cardinal can follow what was read: "twenty" "one", "hundred" "five", not "ten" "two".
    private func adds(_ value: Double, to current: Double, seen: Bool) -> Bool {
        if current == 0 { return true }
        let hundreds = current.truncatingRemainder(dividingBy: 100)
        let french = lexicon.language == "fr"
        if value < 10 { return current.truncatingRemainder(dividingBy: 10) == 0 && (hundreds == 0 || hundreds >= 20) }
        if value < 20 { return hundreds == 0 || (french && (hundreds == 60 || hundreds == 80)) }
        if value < 100 { return hundreds == 0 || (french && value == 20 && hundreds == 4) }
        return current == 0
    }

    // MARK: Shares

    /// "half", "a third", "two-thirds", "zwei Drittel", "les deux tiers", "две трети".
    private func share(at index: Int, end: Int) -> ParsedNumber? {
        var numerator = 1.0
        var at = index
        if let value = lexicon.numbers[tokens[at].hash], value >= 1, value < 20 {
            numerator = value
            at += 1
        } else if lexicon.articles.contains(tokens[at].hash) {
            at += 1
        }
        let hasNumerator = at > index
        if at < end, hasNumerator, context.isHyphen(at), at + 1 < end, !tokens[at + 1].followsSpace { at += 1 }
        guard at < end, let denominator = lexicon.parts[tokens[at].hash], numerator < denominator else { return nil }
        let isHalf = denominator == 2
        // "a third person", "a fifth term": a share needs "of", unless several parts are named.
        if numerator == 1, !isHalf || !hasNumerator {
            guard followsPartitive(at + 1, end), hasNumerator || isHalf || lexicon.ordinals[tokens[at].hash] == nil else {
                return nil
            }
        }
        // "quarters" of a house, "half" of a game.
        if !hasNumerator, !isHalf, lexicon.language != "ru" { return nil }
        var number = ParsedNumber(tokens: index..<(at + 1), value: numerator / denominator)
        number.isShare = true
        // "half a million", "eine halbe Million", "half a dozen".
        var next = at + 1
        if isHalf, next + 1 < end,
            lexicon.articles.contains(tokens[next].hash) || (context.isHyphen(next) && !tokens[next + 1].followsSpace)
        {
            next += 1
        }
        if next < end, let scale = lexicon.scales[tokens[next].hash], scale >= 1000 || scale == 12 {
            number.value *= scale
            number.isShare = false
            number.hasScale = true
            number.tokens = index..<(next + 1)
        } else if isHalf, next > at + 1, next < end, let unit = lexicon.units[tokens[next].hash] {
            // "half a year"
            number.isShare = false
            number.unit = unit
            number.tokens = index..<(next + 1)
        }
        return number
    }

    /// Whether "of" or its like, an article or nothing more stands at `index`.
    private func followsPartitive(_ index: Int, _ end: Int) -> Bool {
        guard index < end else { return true }
        let token = tokens[index]
        if token.kind != .word && token.kind != .clitic { return true }
        if lexicon.language == "de" { return true }
        return context.flags[index].contains(.function) || lexicon.scales[token.hash] != nil || lexicon.language == "ru"
    }
}
