internal import TextCore

/// Halves and quarters that stand behind a number, and magnitudes in one letter.
extension NumberParser {
    /// "2½", "2 1/2", "one and a half million", "un million et demi", "два с половиной".
    func half(_ number: inout ParsedNumber, end: Int) {
        let next = number.tokens.upperBound
        guard next < end, !number.isOrdinal, !number.isShare, number.unit == nil else { return }
        if number.isPlain, tokens[next].kind == .symbol, !tokens[next].followsSpace,
            let part = Self.vulgar[context.text.span.scalar(at: Int(tokens[next].start)).value]
        {
            add(part, upTo: next + 1, &number, end)
        } else if number.isPlain, number.integerDigits <= 3, tokens[next].kind == .number, tokens[next].followsSpace {
            var part = ParsedNumber(tokens: next..<(next + 1), value: 0, isDigits: true)
            guard let first = digits(at: next, end: end), first.isShare else { return }
            part = first
            add(part.value, upTo: part.tokens.upperBound, &number, end)
        } else if let phrase = lexicon.halves.longestMatch(in: tokens, at: next, limit: end) {
            // Behind a magnitude it is half of that: "un million et demi".
            let scale = lexicon.scales[tokens[next - 1].hash] ?? 1
            add(phrase.value * scale, upTo: phrase.endIndex, &number, end)
        }
    }

    private func add(_ part: Double, upTo stop: Int, _ number: inout ParsedNumber, _ end: Int) {
        number.value += part
        number.isPlain = false
        number.tokens = number.tokens.lowerBound..<stop
        scale(&number, end: end)
    }

    private static let vulgar: [UInt32: Double] = [
        0xBC: 0.25, 0xBD: 0.5, 0xBE: 0.75, 0x2153: 1.0 / 3, 0x2154: 2.0 / 3, 0x215B: 0.125,
    ]

    /// "3,5 M€", "12 k€", "2 Md€": a magnitude in front of a currency sign that it touches.
    func scaleLetter(_ number: inout ParsedNumber, _ index: Int, _ end: Int) -> Bool {
        guard index + 1 < end, tokens[index].kind == .word, tokens[index + 1].kind == .symbol, !tokens[index + 1].followsSpace,
            lexicon.currencySigns[tokens[index + 1].hash] != nil, let scale = Self.letters[tokens[index].hash],
            (number.value * scale).isFinite
        else { return false }
        number.value *= scale
        number.hasScale = true
        number.isPlain = false
        number.tokens = number.tokens.lowerBound..<(index + 1)
        return true
    }

    private static let letters: [UInt64: Double] = [
        Hash64.folded("k"): 1000, Hash64.folded("m"): 1_000_000, Hash64.folded("mn"): 1_000_000,
        Hash64.folded("md"): 1_000_000_000, Hash64.folded("bn"): 1_000_000_000,
    ]
}
