/// The state of one tokenizing pass. See ``Tokenizer`` for the rules.
@usableFromInline
struct TokenScanner: ~Copyable, ~Escapable {
    let bytes: Span<UInt8>
    let end: Int
    var at: Int
    /// The rest of a word whose elided front was returned first (`homme` of `l’homme`), or the clitic after a word.
    var pendingSpace: TokenShape

    @usableFromInline
    @_lifetime(copy bytes)
    init(bytes: Span<UInt8>, range: Range<Int>) {
        self.bytes = bytes
        self.end = min(min(range.upperBound, bytes.count), Int(UInt32.max))
        self.at = max(0, range.lowerBound)
        self.pendingSpace = .afterSpace
    }

    /// The next token, or nil at the end.
    @usableFromInline
    mutating func next() -> Token? {
        skipSpace()
        guard at < end else { return nil }
        let before = pendingSpace
        pendingSpace = []
        let byte = bytes[at]
        if Self.isASCIILetter(byte) { return word(before) }
        if Self.isASCIIDigit(byte) { return number(before) }
        let (value, length) = bytes.scalar(at: at)
        switch CharacterClass.of(value) {
        case .upper, .lower, .letter, .mark: return word(before)
        case .digit: return number(before)
        case .ideograph: return single(.ideograph, length, value, before)
        case .apostrophe, .quote: return quote(value, length, before)
        case .terminator: return run(of: .terminator, as: .terminator, before)
        case .dash: return run(of: .dash, as: .dash, before)
        case .open, .close, .punctuation: return single(.punctuation, length, value, before)
        case .currency, .symbol, .other, .space: return single(.symbol, length, value, before)
        }
    }

    private mutating func skipSpace() {
        while at < end {
            let byte = bytes[at]
            if byte == 0x20 {
                pendingSpace.insert(.afterSpace)
                at += 1
            } else if byte == 0x0A || byte == 0x0D {
                pendingSpace.formUnion([.afterSpace, .afterLineBreak])
                at += 1
            } else if byte < 0x80 {
                guard byte < 0x20 || byte == 0x7F else { return }
                pendingSpace.insert(.afterSpace)
                at += 1
            } else {
                let (value, length) = bytes.scalar(at: at)
                guard CharacterClass.of(value) == .space else { return }
                pendingSpace.insert(.afterSpace)
                at += length
            }
        }
    }

    // MARK: Words

    private mutating func word(_ before: TokenShape) -> Token {
        let start = at
        var hash = Hash64()
        var shape = before
        var uppers = 0
        var lowers = 0
        while at < end {
            let byte = bytes[at]
            if byte < 0x80 {
                if Self.isASCIILetter(byte) {
                    if byte & 0x20 == 0 {
                        if at == start { shape.insert(.capitalized) }
                        if lowers > 0 { shape.insert(.mixedCase) }
                        uppers += 1
                    } else {
                        lowers += 1
                    }
                    hash.combine(byte | 0x20)
                    at += 1
                } else if Self.isASCIIDigit(byte) {
                    shape.insert(.hasDigit)
                    hash.combine(byte)
                    at += 1
                } else if byte == 0x27 {
                    if joins(apostropheLength: 1, from: start) {
                        hash.combine(0x27)
                        at += 1
                    } else {
                        break
                    }
                } else {
                    break
                }
                continue
            }
            let (value, length) = bytes.scalar(at: at)
            let kind = CharacterClass.of(value)
            if kind == .apostrophe {
                guard joins(apostropheLength: length, from: start) else { break }
                hash.combine(0x27)
                at += length
                continue
            }
            guard kind.isWord || value == 0xAD || value == 0x200C || value == 0x200D else { break }
            shape.insert(.beyondASCII)
            if kind == .upper {
                if at == start { shape.insert(.capitalized) }
                if lowers > 0 { shape.insert(.mixedCase) }
                uppers += 1
            } else if kind == .lower {
                lowers += 1
            }
            if value != 0xAD { hash.combine(scalar: CaseFolding.fold(value)) }
            at += length
        }
        if lowers == 0, uppers >= 2 { shape.insert(.allCaps) }
        at = min(at, end)
        if let elision = elision(from: start, before: shape) { return elision }
        return token(start, hash.value, .word, shape)
    }

    /// Whether an apostrophe at `at` joins the word before it to the letters behind it, so that all are one token.
    private func joins(apostropheLength: Int, from start: Int) -> Bool {
        let next = at + apostropheLength
        guard next < end, letter(at: next) else { return false }
        return cliticEnd(from: next) == nil && !isElided(start..<at)
    }

    /// The end of an English clitic whose letters start at `index`, when nothing follows it in the word.
    private func cliticEnd(from index: Int) -> Int? {
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

    /// Whether the letters of `range` are an elided French or Italian form (`l`, `d`, `qu`, `jusqu`, `dell`, …).
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
            let last = bytes[range.upperBound - 1] | 0x20
            let beforeLast = bytes[range.upperBound - 2] | 0x20
            if beforeLast == UInt8(ascii: "q"), last == UInt8(ascii: "u") { return true }
            return range.count == 4 && last == UInt8(ascii: "l") && beforeLast == UInt8(ascii: "l")
                && (lower(0) == UInt8(ascii: "d") || lower(0) == UInt8(ascii: "n")) && lower(1) == UInt8(ascii: "e")
        default: return false
        }
    }

    /// The token of an elided form, its apostrophe included, when one was just scanned from `start`.
    private mutating func elision(from start: Int, before shape: TokenShape) -> Token? {
        guard at < end, isElided(start..<at) else { return nil }
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

    // MARK: Numbers

    private mutating func number(_ before: TokenShape) -> Token {
        let start = at
        var hash = Hash64()
        var shape = before.union(.hasDigit)
        while at < end {
            let byte = bytes[at]
            if Self.isASCIIDigit(byte) {
                hash.combine(byte)
                at += 1
            } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
                guard at + 1 < end, Self.isASCIIDigit(bytes[at + 1]) else { break }
                hash.combine(byte)
                at += 1
            } else if Self.isASCIILetter(byte) {
                hash.combine(byte | 0x20)
                at += 1
            } else if byte < 0x80 {
                break
            } else {
                let (value, length) = bytes.scalar(at: at)
                guard CharacterClass.of(value).isWord else { break }
                shape.insert(.beyondASCII)
                hash.combine(scalar: CaseFolding.fold(value))
                at += length
            }
        }
        at = min(at, end)
        return token(start, hash.value, .number, shape)
    }

    // MARK: Marks

    private mutating func quote(_ value: UInt32, _ length: Int, _ before: TokenShape) -> Token {
        let start = at
        // A clitic right behind a word.
        if CharacterClass.of(value) == .apostrophe, !before.contains(.afterSpace), start > 0, at + length < end,
            letter(at: at + length), let stop = cliticEnd(from: at + length), letterOrDigit(before: start)
        {
            var hash = Hash64()
            hash.combine(0x27)
            for index in (at + length)..<stop { hash.combine(bytes[index] | 0x20) }
            at = stop
            return token(start, hash.value, .clitic, before)
        }
        at = min(at + length, end)
        // A typewriter's double marks: `` and ''.
        if value == 0x27 || value == 0x60, at < end, UInt32(bytes[at]) == value { at += 1 }
        var hash = Hash64()
        for index in start..<at { hash.combine(bytes[index]) }
        return token(start, hash.value, .quote, before)
    }

    private mutating func run(of kind: CharacterClass, as tokenKind: TokenKind, _ before: TokenShape) -> Token {
        let start = at
        var hash = Hash64()
        while at < end {
            let (value, length) = bytes.scalar(at: at)
            guard CharacterClass.of(value) == kind else { break }
            hash.combine(scalar: CaseFolding.fold(value))
            at += length
        }
        at = min(at, end)
        return token(start, hash.value, tokenKind, before)
    }

    private mutating func single(_ kind: TokenKind, _ length: Int, _ value: UInt32, _ before: TokenShape) -> Token {
        let start = at
        var hash = Hash64()
        hash.combine(scalar: CaseFolding.fold(value))
        at = min(at + length, end)
        return token(start, hash.value, kind, before)
    }

    private func token(_ start: Int, _ hash: UInt64, _ kind: TokenKind, _ shape: TokenShape) -> Token {
        Token(
            start: UInt32(truncatingIfNeeded: start),
            end: UInt32(truncatingIfNeeded: at),
            hash: hash,
            kind: kind,
            shape: shape
        )
    }

    private func letter(at index: Int) -> Bool {
        let byte = bytes[index]
        if byte < 0x80 { return Self.isASCIILetter(byte) }
        switch CharacterClass.of(bytes.scalar(at: index).value) {
        case .upper, .lower, .letter: return true
        default: return false
        }
    }

    private func letterOrDigit(before index: Int) -> Bool {
        CharacterClass.of(bytes.scalar(before: index).value).isWord
    }

    @inline(__always)
    private static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    @inline(__always)
    private static func isASCIIDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
