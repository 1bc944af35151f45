internal import TextCore

/// A line of text (or a paragraph that was wrapped over several) with what rules ask about it.
struct Line {
    /// Its bytes, without white space at the ends.
    var range: Range<Int>
    /// Whether a blank line, or the text's start, comes before it.
    let isAfterBlank: Bool
    /// How many words it has, counted by white space.
    var words: Int
    /// How many sentences end inside it, before its own end.
    var innerEnds: Int
    /// Whether it ends with `.`, `!`, `?`, `…` or their kin, closing marks and brackets aside.
    var isTerminated: Bool
    /// Whether its first letter is a lower-case one.
    var startsLower: Bool

    /// Whether it reads as running text: two sentences or more, or a long one.
    var isRunningText: Bool { innerEnds >= 1 && words > 12 || words > 45 }
}

extension Line {
    /// The lines of a text that are not blank. Line ends are LF, CRLF, CR, vertical tab, form feed, U+0085, U+2028 and U+2029; they
    /// stay in the text, so that offsets are those of the file. O(*n*).
    static func split(_ text: UTF8Text) -> [Line] {
        let bytes = text.span
        var lines: [Line] = []
        var start = 0
        var at = 0
        var isAfterBlank = true
        while at <= bytes.count {
            var length = 0
            if at < bytes.count {
                let byte = bytes[at]
                if byte > 0x0D, byte != 0xC2, byte != 0xE2 {
                    at += 1
                    continue
                }
                length = lineEnd(bytes, at)
                if length == 0 {
                    at += 1
                    continue
                }
            }
            let trimmed = bytes.trimmed(start..<at)
            if trimmed.isEmpty {
                isAfterBlank = true
            } else {
                lines.append(measured(bytes, trimmed, isAfterBlank))
                isAfterBlank = false
            }
            if at >= bytes.count { break }
            at += length
            start = at
        }
        return lines
    }

    /// How many bytes the line end at `at` takes; 0 when there is none.
    private static func lineEnd(_ bytes: Span<UInt8>, _ at: Int) -> Int {
        switch bytes[at] {
        case 0x0A, 0x0B, 0x0C: 1
        case 0x0D: at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
        case 0xC2: at + 1 < bytes.count && bytes[at + 1] == 0x85 ? 2 : 0
        case 0xE2: at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] & 0xFE == 0xA8 ? 3 : 0
        default: 0
        }
    }

    /// Counts words and sentence ends of a line. O(*n*).
    static func measured(_ bytes: Span<UInt8>, _ range: Range<Int>, _ isAfterBlank: Bool) -> Line {
        var words = 0
        var ends = 0
        var isInWord = false
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = bytes[at]
            if byte == 0x20 || byte == 0x09 || byte == 0xC2 && at + 1 < range.upperBound && bytes[at + 1] == 0xA0 {
                isInWord = false
            } else {
                if !isInWord { words += 1 }
                isInWord = true
                if byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0xE3 {
                    if endsSentence(bytes, at, range) { ends += 1 }
                }
            }
            at += 1
        }
        return Line(
            range: range,
            isAfterBlank: isAfterBlank,
            words: words,
            innerEnds: ends,
            isTerminated: terminates(bytes, range),
            startsLower: startsLower(bytes, range)
        )
    }

    /// Whether a sentence ends at `at` and another follows. A rough answer: an end mark after a lower-case letter, digit or
    /// closing mark, then a space and a capital, a digit or an opening mark.
    private static func endsSentence(_ bytes: Span<UInt8>, _ at: Int, _ range: Range<Int>) -> Bool {
        if bytes[at] == 0xE3 {
            return at + 3 < range.upperBound && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x82
        }
        guard at > range.lowerBound else { return false }
        var next = at + 1
        while next < range.upperBound {
            let scalar = bytes.scalar(at: next)
            let kind = CharacterClass.of(scalar.value)
            guard kind == .quote || kind == .close || kind == .apostrophe || kind == .terminator else { break }
            next += scalar.length
        }
        guard next < range.upperBound, CharacterClass.of(bytes.scalar(at: next).value) == .space else { return false }
        if bytes[at] == 0x2E {
            // "St. Louis", "J. Smith", "U.S. Senate": short or capitalised words before the stop end no sentence.
            let before = bytes.scalar(before: at)
            guard CharacterClass.of(before.value) != .upper else { return false }
            var start = at
            while start > range.lowerBound, bytes[start - 1] > 0x20, bytes[start - 1] != 0x2E { start -= 1 }
            let isShort = at - start <= 3
            if isShort, start < at, CharacterClass.of(bytes.scalar(at: start).value) == .upper { return false }
        }
        while next < range.upperBound {
            let scalar = bytes.scalar(at: next)
            switch CharacterClass.of(scalar.value) {
            case .space, .dash: next += scalar.length
            case .lower: return false
            default: return true
            }
        }
        return false
    }

    private static func terminates(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var end = range.upperBound
        while end > range.lowerBound {
            let scalar = bytes.scalar(before: end)
            switch CharacterClass.of(scalar.value) {
            case .terminator: return true
            case .quote, .apostrophe, .close, .space: end -= scalar.length
            default: return false
            }
        }
        return false
    }

    private static func startsLower(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var at = range.lowerBound
        while at < range.upperBound {
            let scalar = bytes.scalar(at: at)
            switch CharacterClass.of(scalar.value) {
            case .lower: return true
            case .quote, .apostrophe, .open, .space: at += scalar.length
            default: return false
            }
        }
        return false
    }
}

extension Line {
    /// Joins lines that are one paragraph wrapped at a fixed width, as e-mail and old archives have them: in a text of short
    /// lines whose next line's first word would not have fitted. O(*n*).
    static func unwrapped(_ lines: [Line], _ text: UTF8Text) -> [Line] {
        let bytes = text.span
        var width = 0
        var (pairs, continued) = (0, 0)
        for (index, line) in lines.enumerated() {
            width = max(width, line.range.count)
            guard index > 0, !line.isAfterBlank else { continue }
            pairs += 1
            if line.startsLower, !lines[index - 1].isTerminated { continued += 1 }
        }
        // Bytes, not characters: Cyrillic lines take twice as many.
        guard width <= 240, pairs >= 4, continued * 5 >= pairs * 2 else { return lines }
        var joined: [Line] = []
        for (index, line) in lines.enumerated() {
            if index > 0, let last = joined.last, !line.isAfterBlank {
                if lines[index - 1].range.count + 1 + firstWord(bytes, line.range) > width * 9 / 10 {
                    joined[joined.count - 1] = measured(
                        bytes,
                        last.range.lowerBound..<line.range.upperBound,
                        last.isAfterBlank
                    )
                    continue
                }
            }
            joined.append(line)
        }
        return joined
    }

    private static func firstWord(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var at = range.lowerBound
        while at < range.upperBound, bytes[at] > 0x20 { at += 1 }
        return at - range.lowerBound
    }
}
