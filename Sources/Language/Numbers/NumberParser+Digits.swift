internal import TextCore

/// Numbers in digits, with the separators of a language.
extension NumberParser {
    func digits(at index: Int, end: Int) -> ParsedNumber? {
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
            } else if let digit = arabicDigit(at) {
                groups[groups.count - 1].digits += 1
                groups[groups.count - 1].value = groups[groups.count - 1].value * 10 + Double(digit)
                at += 1
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
            guard suffix(at..<stop, &number, end: end) else { return nil }
        } else if separators.isEmpty || groups.dropFirst().allSatisfy({ $0.digits == 3 }) {
            spacedGroups(&number, end: end)
        }
        fraction(&number, end: end)
        if !number.isOrdinal, !number.hasScale, number.unit == nil, !number.isShare { scale(&number, end: end) }
        return number.value.isFinite ? number : nil
    }

    /// The value of a digit as Arabic or Persian writes it (٣, ۳), which are two bytes long.
    private func arabicDigit(_ offset: Int) -> UInt32? {
        guard context.text.bytes[offset] & 0xFC == 0xD8 else { return nil }
        switch context.text.span.scalar(at: offset).value {
        case let value where (0x660...0x669).contains(value): return value - 0x660
        case let value where (0x6F0...0x6F9).contains(value): return value - 0x6F0
        default: return nil
        }
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
            // Spanish texts of the Americas write "2,000".
            lastIsDecimal = separators[0] == decimal && lexicon.language != "es"
        }
        // Texts write "17.000" and "17,000" by the habit of their language, but "3,5" in English is a decimal too.
        let whole = lastIsDecimal ? groups.dropLast() : groups[...]
        var value = 0.0
        for (offset, group) in whole.enumerated() {
            if offset > 0 { guard group.digits == 3 else { return nil } }
            value = value * 1000 + group.value
        }
        if whole.count == 1 { value = groups[0].value }
        guard lastIsDecimal else { return value }
        // One division rounds once; where the digits are more than a number holds, the parts are added.
        let power = power(last.digits)
        let digits = value * power + last.value
        return digits < 1e15 ? digits / power : value + last.value / power
    }

    private func power(_ digits: Int) -> Double {
        var result = 1.0
        for _ in 0..<min(digits, 300) { result *= 10 }
        return result
    }

    /// Letters that touch the digits. False when they make the token something else than a number.
    private func suffix(_ range: Range<Int>, _ number: inout ParsedNumber, end: Int) -> Bool {
        let letters = context.text.bytes[range].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        guard letters.count <= 6 else { return false }
        if let unit = degrees(range, number) ?? metres(range, number, end: end) {
            number.unit = unit
            return true
        }
        switch String(decoding: letters, as: UTF8.self) {
        case "st", "nd", "rd", "th", "er", "ère", "e", "ème", "nde", "º", "ª": number.isOrdinal = true
        case "k": number.value = number.value.scaled(by: 1000); number.hasScale = true
        case "m", "mn", "mln": number.value = number.value.scaled(by: 1_000_000); number.hasScale = true
        case "b", "bn": number.value = number.value.scaled(by: 1_000_000_000); number.hasScale = true
        case "tn", "trn": number.value = number.value.scaled(by: 1_000_000_000_000); number.hasScale = true
        case let letter where lexicon.hundredthSuffixes[Hash64.folded(letter)] != nil:
            // "60p", but "1080p"
            guard !Self.resolutions.contains(number.value) else { return false }
            number.hundredthOf = lexicon.hundredthSuffixes[Hash64.folded(letter)]
        case let unit where lexicon.units[Hash64.folded(unit)] != nil: number.unit = lexicon.units[Hash64.folded(unit)]
        default: return false
        }
        return true
    }

    /// Lines of pictures on screens.
    private static let resolutions: Set<Double> = [240, 360, 480, 576, 720, 1080, 1440, 2160, 4320]

    /// "38C", "100.4F": temperatures as British papers write them, in numbers that the air may have; "seat 27C" is none.
    private func degrees(_ range: Range<Int>, _ number: ParsedNumber) -> String? {
        guard lexicon.language == "en", range.count == 1, number.value >= 10, let letter = range.first,
            number.tokens.lowerBound == 0 || !context.flags[number.tokens.lowerBound - 1].contains(.labelNoun)
        else { return nil }
        switch context.text.bytes[letter] {
        case UInt8(ascii: "C") where number.value <= 60: return "degree"
        case UInt8(ascii: "F") where number.value <= 150: return "degree F"
        default: return nil
        }
    }

    /// "17 000": groups of three digits behind a no-break or thin space, or behind a plain one where that is the habit.
    private func spacedGroups(_ number: inout ParsedNumber, end: Int) {
        guard number.isPlain, number.integerDigits <= 3 else { return }
        var next = number.tokens.upperBound
        var count = 0
        while next < end, count < 5 {
            // Swiss texts write "17'000".
            if lexicon.language == "de", next + 1 < end, tokens[next].kind == .quote, tokens[next].end - tokens[next].start <= 3,
                !tokens[next].followsSpace, !tokens[next + 1].followsSpace, tokens[next + 1].kind == .number, isGroup(next + 1)
            {
                next += 1
            } else {
                guard tokens[next].kind == .number, isGroup(next), gapAllows(next) else { break }
            }
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
}
