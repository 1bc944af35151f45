internal import Language
internal import TextCore

extension Token {
    /// Whether it is an English contraction of "not" (`n't`).
    func isNegatedForm(in text: UTF8Text) -> Bool {
        let bytes = text.bytes
        let end = Int(self.end)
        guard range.count >= 3, end <= bytes.count, bytes[end - 1] | 0x20 == UInt8(ascii: "t") else { return false }
        if bytes[end - 2] == UInt8(ascii: "'") { return bytes[end - 3] | 0x20 == UInt8(ascii: "n") }
        // ’ is E2 80 99.
        guard range.count >= 5, bytes[end - 2] == 0x99, bytes[end - 3] == 0x80, bytes[end - 4] == 0xE2 else { return false }
        return bytes[end - 5] | 0x20 == UInt8(ascii: "n")
    }
}

/// Which word a negation governs: the first content word behind it, when that is near and no mark parts them.
struct NegationScope {
    /// How many words a negation reaches.
    private static let reach = 5
    private var left = 0

    mutating func open() { left = Self.reach }
    mutating func close() { left = 0 }
    mutating func step() { left = max(0, left - 1) }

    /// Whether the content word at hand is governed; the next is not any more.
    mutating func take() -> Bool {
        defer { left = 0 }
        return left > 0
    }
}

/// What the negation and the denial in front of a word govern: "not" and "never" negate, "denied" and "refused" deny.
struct NegationScopes {
    var negation = NegationScope()
    var denial = NegationScope()

    mutating func open(isDenial: Bool) {
        negation.open()
        if isDenial { denial.open() }
    }

    mutating func close() {
        negation.close()
        denial.close()
    }

    mutating func step() {
        negation.step()
        denial.step()
    }
}
