/// The state of one tokenizing pass: white space, and which kind of token begins. See ``Tokenizer`` for the rules.
@usableFromInline
struct TokenScanner: ~Copyable, ~Escapable {
    let bytes: Span<UInt8>
    let end: Int
    var at: Int
    /// What stands before the next token: ``TokenShape/afterSpace`` and ``TokenShape/afterLineBreak``.
    var gap: TokenShape

    @usableFromInline
    @_lifetime(copy bytes)
    init(bytes: Span<UInt8>, range: Range<Int>) {
        self.bytes = bytes
        var end = min(range.upperBound, bytes.count)
        if end > Int(UInt32.max) {
            end = Int(UInt32.max)
            while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        }
        self.end = end
        self.at = max(0, range.lowerBound)
        self.gap = .afterSpace
    }

    /// The next token, or nil at the end.
    @usableFromInline
    mutating func next() -> Token? {
        skipSpace()
        guard at < end else { return nil }
        let before = gap
        gap = []
        let byte = bytes[at]
        if Self.isASCIILetter(byte) { return word(before) }
        if Self.isASCIIDigit(byte) { return number(before) }
        let (value, length) = bytes.scalar(at: at)
        switch CharacterClass.of(value) {
        case .upper, .lower, .letter: return word(before)
        case .digit: return number(before)
        case .ideograph: return single(.ideograph, length, value, before)
        case .apostrophe, .quote: return quote(value, length, before)
        case .terminator: return run(of: .terminator, as: .terminator, before)
        case .dash: return run(of: .dash, as: .dash, before)
        case .punctuation where value == 0x2C && opensInCommas(before): return quote(value, length, before)
        case .open, .close, .punctuation: return single(.punctuation, length, value, before)
        case .currency, .symbol, .mark, .other, .space: return symbol(length, value, before)
        }
    }

    private mutating func skipSpace() {
        while at < end {
            let byte = bytes[at]
            if byte == 0x20 {
                gap.insert(.afterSpace)
                at += 1
            } else if byte == 0x0A || byte == 0x0D {
                gap.formUnion([.afterSpace, .afterLineBreak])
                at += 1
            } else if byte < 0x80 {
                guard byte < 0x20 || byte == 0x7F else { return }
                gap.insert(.afterSpace)
                at += 1
            } else {
                // Letters of Latin, Greek, Cyrillic and Hebrew begin with a byte from C3 on and are no space.
                if byte >= 0xC3, byte <= 0xD7 { return }
                let (value, length) = bytes.scalar(at: at)
                if CharacterClass.of(value) == .space {
                    gap.insert(.afterSpace)
                    if value == 0x85 || value == 0x2028 || value == 0x2029 { gap.insert(.afterLineBreak) }
                } else if !CharacterClass.isDirectionMark(value) {
                    return
                }
                at += length
            }
        }
        at = min(at, end)
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
                if byte & 0xFE == 0xCC, compose(&hash, from: start) {
                    shape.insert(.beyondASCII)
                    continue
                }
                let (value, length) = bytes.scalar(at: at)
                guard CharacterClass.of(value).isWord else { break }
                shape.insert(.beyondASCII)
                if !CaseFolding.isIgnored(value) { hash.combine(scalar: CaseFolding.fold(value)) }
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
        // A typewriter's double marks: `` and '', and ,, in German and its neighbors.
        if value == 0x27 || value == 0x60 || value == 0x2C, at < end, UInt32(bytes[at]) == value { at += 1 }
        var hash = Hash64()
        for index in start..<at { hash.combine(bytes[index]) }
        return token(start, hash.value, .quote, before)
    }

    /// Whether two commas behind a space stand for „: a letter follows them.
    private func opensInCommas(_ before: TokenShape) -> Bool {
        before.contains(.afterSpace) && at + 2 < end && bytes[at + 1] == UInt8(ascii: ",") && letter(at: at + 2)
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

    /// A symbol with the marks that belong to it: `❤️` is a heart and a variation selector.
    private mutating func symbol(_ length: Int, _ value: UInt32, _ before: TokenShape) -> Token {
        let start = at
        var hash = Hash64()
        hash.combine(scalar: value)
        at = min(at + length, end)
        while at < end, bytes[at] >= 0x80 {
            let (value, length) = bytes.scalar(at: at)
            guard CharacterClass.of(value) == .mark else { break }
            hash.combine(scalar: value)
            at = min(at + length, end)
        }
        return token(start, hash.value, .symbol, before)
    }

    // MARK: Helpers

    @inline(__always)
    func token(_ start: Int, _ hash: UInt64, _ kind: TokenKind, _ shape: TokenShape) -> Token {
        Token(
            start: UInt32(truncatingIfNeeded: start),
            end: UInt32(truncatingIfNeeded: at),
            hash: hash,
            kind: kind,
            shape: shape
        )
    }

    func letter(at index: Int) -> Bool {
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
    static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    @inline(__always)
    static func isASCIIDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
