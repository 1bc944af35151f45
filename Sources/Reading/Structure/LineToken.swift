internal import TextCore

/// A word, a number or a single sign of a line, as the rules for page furniture see it.
///
/// Finer than ``TextCore/Token``: "14h05" is three, "2021-10-18T14:05Z" eleven, so that dates and credits are plain
/// sequences.
struct LineToken {
    enum Kind: UInt8 {
        case word, number, sign
    }

    let kind: Kind
    /// Its bytes in the text.
    let range: Range<Int>
    /// Of a word: the hash of its folded form. Of a sign: its scalar, dashes as `-`. Of a number: its value.
    let value: UInt64
    /// Whether white space or the line's start comes before it.
    let isAfterSpace: Bool
    /// Of a word: whether it starts with an upper-case letter or has no case.
    let isCapitalized: Bool
    /// Of a word: whether it has two letters or more and no lower-case one.
    let isAllCaps: Bool

    /// A number's value when it is one of up to nine digits.
    var number: Int? { kind == .number ? Int(value) : nil }
    /// How many digits or bytes it has.
    var length: Int { range.count }

    /// Whether it is this sign.
    func isSign(_ scalar: Unicode.Scalar) -> Bool { kind == .sign && value == UInt64(scalar.value) }

    /// Whether it is a dash of any width.
    var isDash: Bool { kind == .sign && value == 0x2D }
}

extension LineToken {
    /// The tokens of `range`, at most `limit`. O(length of what is read).
    static func scan(_ bytes: Span<UInt8>, _ range: Range<Int>, limit: Int = .max) -> [LineToken] {
        var tokens: [LineToken] = []
        tokens.reserveCapacity(min(limit, range.count / 5 + 4))
        var at = range.lowerBound
        var isAfterSpace = true
        while at < range.upperBound, tokens.count < limit {
            let first = bytes.scalar(at: at)
            let kind = CharacterClass.of(first.value)
            switch kind {
            case .space:
                isAfterSpace = true
                at += first.length
                continue
            case .digit:
                tokens.append(number(bytes, &at, range.upperBound, isAfterSpace))
            case .upper, .lower, .letter, .mark:
                tokens.append(word(bytes, &at, range.upperBound, isAfterSpace))
            default:
                let end = min(at + first.length, range.upperBound)
                tokens.append(
                    LineToken(
                        kind: kind == .ideograph ? .word : .sign,
                        range: at..<end,
                        value: kind == .ideograph ? ideograph(first.value) : UInt64(sign(first.value, kind)),
                        isAfterSpace: isAfterSpace,
                        isCapitalized: kind == .ideograph,
                        isAllCaps: false
                    )
                )
                at = end
            }
            isAfterSpace = false
        }
        return tokens
    }

    /// Dashes and apostrophes have many forms, of which rules know one.
    private static func sign(_ scalar: UInt32, _ kind: CharacterClass) -> UInt32 {
        switch kind {
        case .dash: 0x2D
        case .apostrophe: 0x27
        default: scalar == 0xFF1A ? 0x3A : scalar
        }
    }

    private static func ideograph(_ scalar: UInt32) -> UInt64 {
        var hash = Hash64()
        hash.combine(scalar: scalar)
        return hash.value
    }

    private static func number(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, _ isAfterSpace: Bool) -> LineToken {
        let start = at
        var value: UInt64 = 0
        while at < end {
            let next = bytes.scalar(at: at)
            guard CharacterClass.of(next.value) == .digit, at + next.length <= end else { break }
            let digit = next.value < 0x80 ? UInt64(next.value & 0x0F) : 0
            value = value > 99_999_999 ? 999_999_999 : value * 10 + digit
            at += next.length
        }
        return LineToken(
            kind: .number,
            range: start..<max(at, start + 1),
            value: value,
            isAfterSpace: isAfterSpace,
            isCapitalized: false,
            isAllCaps: false
        )
    }

    private static func word(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, _ isAfterSpace: Bool) -> LineToken {
        let start = at
        var hash = Hash64()
        var (upper, lower) = (0, 0)
        var startsUpper = false
        var hasMark = false
        while at < end {
            // Most of a word is letters of ASCII: a loop with nothing else to decide.
            var byte = bytes[at]
            if at == start, byte &- 0x41 < 26 { startsUpper = true }
            while (byte | 0x20) &- 0x61 < 26 {
                upper += byte < 0x60 ? 1 : 0
                lower += byte < 0x60 ? 0 : 1
                hash.combine(byte | 0x20)
                at += 1
                guard at < end else { return made() }
                byte = bytes[at]
            }
            let next = bytes.scalar(at: at)
            guard at + next.length <= end else {
                at = end
                break
            }
            let kind = CharacterClass.of(next.value)
            switch kind {
            case .upper, .letter:
                if at == start { startsUpper = true }
                upper += 1
            case .lower: lower += 1
            case .mark: hasMark = true
            case .apostrophe:
                // Inside a word only: "l'information" is one word, as lexicons write it.
                let after = at + next.length
                guard after < end, at > start, CharacterClass.of(bytes.scalar(at: after).value).isLetter else {
                    return made()
                }
            default: return made()
            }
            hash.combine(scalar: CaseFolding.fold(next.value))
            at += next.length
        }
        return made()

        func made() -> LineToken {
            if hasMark {
                hash = Hash64()
                CaseFolding.forEachFolded(in: bytes, start..<at) { hash.combine(scalar: $0) }
            }
            return LineToken(
                kind: .word,
                range: start..<at,
                value: hash.value,
                isAfterSpace: isAfterSpace,
                isCapitalized: startsUpper,
                isAllCaps: upper >= 2 && lower == 0
            )
        }
    }
}
