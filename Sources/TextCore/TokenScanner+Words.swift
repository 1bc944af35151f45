/// Words, and the clitics and elided forms that come off them.
extension TokenScanner {
    /// A word's hash and the case of its letters while it is being read.
    private struct WordState {
        var hash = Hash64()
        var shape: TokenShape
        var uppers = 0
        var hasLower = false

        mutating func upper(isFirst: Bool) {
            if isFirst { shape.insert(.capitalized) }
            if hasLower { shape.insert(.mixedCase) }
            uppers &+= 1
        }

        var finished: TokenShape { !hasLower && uppers >= 2 ? shape.union(.allCaps) : shape }
    }

    /// The word that starts at ``at``, which is a letter.
    mutating func word(_ before: TokenShape) -> Token {
        // Most words are ASCII letters up to a space or a comma: a loop for these alone.
        let start = at
        var at = start
        var state = WordState(shape: before)
        var hash = Hash64()
        var lower: UInt8 = 0
        var mixed: UInt8 = 0
        var uppers = 0
        while at < end {
            let byte = bytes[at]
            let folded = byte | 0x20
            guard folded &- 0x61 < 26 else { break }
            let isUpper = (byte >> 5) & 1 ^ 1
            mixed |= isUpper & lower
            lower |= isUpper ^ 1
            uppers &+= Int(isUpper)
            hash.combine(folded)
            at &+= 1
        }
        self.at = at
        if at > start, bytes[start] & 0x20 == 0 { state.shape.insert(.capitalized) }
        if mixed != 0 { state.shape.insert(.mixedCase) }
        state.uppers = uppers
        state.hasLower = lower != 0
        state.hash = hash
        if at < end {
            let byte = bytes[at]
            if byte >= 0x80 || byte == 0x27 || Self.isASCIIDigit(byte) { return rest(of: state, from: start) }
        }
        return token(start, state.hash.value, .word, state.finished)
    }

    /// The rest of a word of any letters, digits, marks and inner apostrophes.
    private mutating func rest(of initial: WordState, from start: Int) -> Token {
        var state = initial
        scan: while at < end {
            let byte = bytes[at]
            if byte < 0x80 {
                if Self.isASCIILetter(byte) {
                    if byte & 0x20 == 0 { state.upper(isFirst: at == start) } else { state.hasLower = true }
                    state.hash.combine(byte | 0x20)
                } else if Self.isASCIIDigit(byte) {
                    if isArabicPrefix(start..<at) { break scan }
                    state.shape.insert(.hasDigit)
                    state.hash.combine(byte)
                } else if byte == 0x27, joins(apostropheLength: 1, from: start) {
                    state.hash.combine(0x27)
                } else if byte == 0x22, isHebrew(before: at, from: start), isHebrew(at: at + 1) {
                    // Gershayim of an acronym, typed as a straight quotation mark.
                    state.hash.combine(scalar: 0x5F4)
                } else {
                    break scan
                }
                at += 1
                continue
            }
            if byte & 0xFE == 0xCC, compose(&state.hash, from: start) {
                state.shape.insert(.beyondASCII)
                continue
            }
            let (value, length) = bytes.scalar(at: at)
            switch CharacterClass.of(value) {
            case .lower: state.hasLower = true
            case .upper: state.upper(isFirst: at == start)
            case .letter, .mark: break
            case .digit:
                if isArabicPrefix(start..<at) { break scan }
                state.shape.insert(.hasDigit)
            case .apostrophe:
                guard joins(apostropheLength: length, from: start) else { break scan }
                state.hash.combine(0x27)
                at += length
                continue
            default:
                guard isInner(value, length) else { break scan }
                state.shape.insert(.beyondASCII)
                if !CaseFolding.isIgnored(value) { state.hash.combine(scalar: value) }
                at += length
                continue
            }
            state.shape.insert(.beyondASCII)
            if !CaseFolding.isIgnored(value) { state.hash.combine(scalar: CaseFolding.fold(value)) }
            at += length
        }
        at = min(at, end)
        if let elision = elision(from: start, before: state.finished) { return elision }
        return token(start, state.hash.value, .word, state.finished)
    }

    /// Whether a scalar at ``at`` that is no letter belongs to the word before it: soft hyphen, joiners, and between
    /// letters the Catalan middle dot (`col·lecció`), Hebrew geresh and gershayim.
    private func isInner(_ value: UInt32, _ length: Int) -> Bool {
        switch value {
        case 0xAD, 0x200C, 0x200D: true
        case 0xB7, 0x5F3, 0x5F4: at + length < end && letter(at: at + length)
        default: false
        }
    }

    /// Whether bytes are one of the Arabic words of a letter that touch the word behind them: «و5 جرحى» has a number.
    private func isArabicPrefix(_ range: Range<Int>) -> Bool {
        guard range.count == 2, bytes[range.lowerBound] & 0xFE == 0xD8 else { return false }
        switch bytes.scalar(at: range.lowerBound).value {
        case 0x628, 0x641, 0x643, 0x644, 0x648: return true
        default: return false
        }
    }

    private func isHebrew(at index: Int) -> Bool {
        index < end && bytes[index] >= 0xD7 && (0x5D0...0x5EA).contains(bytes.scalar(at: index).value)
    }

    private func isHebrew(before index: Int, from start: Int) -> Bool { index - 2 >= start && isHebrew(at: index - 2) }

    /// Whether an apostrophe at ``at`` joins the word before it to the letters behind it, so that all are one token.
    private func joins(apostropheLength: Int, from start: Int) -> Bool {
        let next = at + apostropheLength
        guard next < end, letter(at: next), !isHangul(at: next) else { return false }
        return cliticEnd(from: next) == nil && !isElided(start..<at)
    }

    /// Whether a Korean syllable starts at an offset: particles stand right behind a closing mark (`‘…’고`).
    private func isHangul(at index: Int) -> Bool {
        (0xEA...0xED).contains(bytes[index]) && (0xAC00...0xD7A3).contains(bytes.scalar(at: index).value)
    }

    /// The end of an English clitic whose letters start at `index`, when nothing follows it in the word.
    func cliticEnd(from index: Int) -> Int? {
        let first = bytes[index] | 0x20
        var stop = index + 1
        switch first {
        case UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "d"): break
        case UInt8(ascii: "r"), UInt8(ascii: "v"):
            guard stop < end, bytes[stop] | 0x20 == UInt8(ascii: "e") else { return nil }
            stop += 1
        case UInt8(ascii: "l"):
            guard stop < end, bytes[stop] | 0x20 == UInt8(ascii: "l") else { return nil }
            stop += 1
        default: return nil
        }
        return stop < end && (letter(at: stop) || Self.isASCIIDigit(bytes[stop])) ? nil : stop
    }

    /// Whether the letters of `range` are an elided French or Italian form (`l`, `d`, `qu`, `jusqu`, `un`, `dell`, …).
    private func isElided(_ range: Range<Int>) -> Bool {
        func lower(_ offset: Int) -> UInt8 { bytes[range.lowerBound + offset] | 0x20 }
        switch range.count {
        case 1:
            switch lower(0) {
            case UInt8(ascii: "l"), UInt8(ascii: "d"), UInt8(ascii: "j"), UInt8(ascii: "m"), UInt8(ascii: "t"),
                UInt8(ascii: "s"), UInt8(ascii: "n"), UInt8(ascii: "c"):
                return true
            default: return false
            }
        case 2...7:
            let last = lower(range.count - 1)
            let beforeLast = lower(range.count - 2)
            if beforeLast == UInt8(ascii: "q"), last == UInt8(ascii: "u") { return true }
            if range.count == 2 { return beforeLast == UInt8(ascii: "u") && last == UInt8(ascii: "n") }
            // all’ dall’ dell’ nell’ sull’ quell’ bell’
            if range.count <= 5, last == UInt8(ascii: "l"), beforeLast == UInt8(ascii: "l") { return true }
            for form in Self.italianElisions where form.count == range.count {
                var at = 0
                while at < form.count, lower(at) == form[at] { at += 1 }
                if at == form.count { return true }
            }
            return false
        default: return false
        }
    }

    /// Italian forms that end otherwise: quest’anno, anch’io, com’è, dov’è, cos’è, mezz’ora, tutt’altro.
    private static let italianElisions = ["quest", "anch", "com", "dov", "cos", "mezz", "tutt"].map { Array($0.utf8) }

    /// The token of an elided form, its apostrophe included, when one was just scanned from `start`.
    private mutating func elision(from start: Int, before shape: TokenShape) -> Token? {
        guard at < end, bytes[at] == 0x27 || bytes[at] >= 0x80, isElided(start..<at) else { return nil }
        let (value, length) = bytes.scalar(at: at)
        guard CharacterClass.of(value) == .apostrophe, at + length < end, letter(at: at + length),
            cliticEnd(from: at + length) == nil
        else { return nil }
        var hash = Hash64()
        for index in start..<at { hash.combine(bytes[index] | 0x20) }
        hash.combine(0x27)
        at += length
        return token(start, hash.value, .clitic, shape)
    }
}
