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
    /// The currency of which a letter that touches the digits makes them hundredths: "60p".
    var hundredthOf: String?
    /// How many digits stand before the decimal mark.
    var integerDigits = 0
}

/// Reads numbers from tokens: digits with the separators of a language, words, words that multiply, fractions.
///
/// - Complexity: O(length of the number).
struct NumberParser {
    let context: AnnotationContext
    var lexicon: FigureLexicon { context.vocabulary.figures }
    var tokens: [Token] { context.tokens }

    /// The number that starts at `index`.
    func number(at index: Int, end: Int) -> ParsedNumber? {
        guard index < end else { return nil }
        if tokens[index].kind == .number {
            guard var number = digits(at: index, end: end) else { return nil }
            if isRussianOrdinal(number, end) {
                number.tokens = index..<(number.tokens.upperBound + 2)
                number.isOrdinal = true
                return number
            }
            half(&number, end: end)
            return number
        }
        guard tokens[index].kind == .word else { return nil }
        let flags = context.flags[index]
        if flags.contains(.number) {
            guard var number = words(at: index, end: end) else { return nil }
            half(&number, end: end)
            return number
        }
        guard writesNumbersTogether, tokens[index].end - tokens[index].start >= 7 else { return nil }
        let word = folded(index)
        if let adjective = NumberAdjective.measure(word, language: lexicon.language, numbers: lexicon.numbers) {
            var number = ParsedNumber(tokens: index..<(index + 1), value: adjective.value)
            number.unit = adjective.unit
            return number
        }
        if lexicon.language == "de", let value = GermanNumber.value(of: word) {
            var number = ParsedNumber(tokens: index..<(index + 1), value: value)
            scale(&number, end: end)
            return number
        }
        return nil
    }

    /// Whether a number may be part of a longer word.
    var writesNumbersTogether: Bool { lexicon.language == "de" || lexicon.language == "ru" }

    /// "20-й", "20-ю": digits with the ending of an ordinal.
    private func isRussianOrdinal(_ number: ParsedNumber, _ end: Int) -> Bool {
        let at = number.tokens.upperBound
        return lexicon.language == "ru" && number.isPlain && at + 1 < end && context.isHyphen(at) && !tokens[at + 1].followsSpace
            && Self.russianEndings.contains(tokens[at + 1].hash)
    }

    private static let russianEndings = WordSet(["й", "я", "е", "го", "му", "ю", "х", "м", "ом", "ой", "ый", "ая", "ое", "ую"])

    func folded(_ index: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        context.text.appendFolded(tokens[index].range, to: &bytes)
        return bytes
    }

    /// Words that multiply, behind a number: "3.5 million", "17 тыс.", "€40 Mio.".
    func scale(_ number: inout ParsedNumber, end: Int) {
        var next = number.tokens.upperBound
        while next < end {
            var word = next
            if context.isHyphen(word), word + 1 < end, !tokens[word + 1].followsSpace { word += 1 }
            if scaleLetter(&number, word, end) { return }
            guard tokens[word].kind == .word, let scale = lexicon.scales[tokens[word].hash],
                scale >= 1000 || number.isShare == false && scale == 12,
                (number.value * scale).isFinite
            else { return }
            number.value = number.value.scaled(by: scale)
            number.hasScale = true
            number.isPlain = false
            next = word + 1
            if next + 1 < end, context.isByte(next, UInt8(ascii: ".")), !tokens[next].followsSpace,
                tokens[word].end - tokens[word].start <= 8, isShortScale(word)
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

    private static let shortScales = WordSet(["mio", "mrd", "tsd", "тыс", "млн", "млрд", "трлн", "bn", "mn"])
}
