internal import TextCore

/// Cardinals and ordinals in words.
extension NumberParser {
    func words(at index: Int, end: Int) -> ParsedNumber? {
        if let half = share(at: index, end: end) { return half }
        if let ordinal = lexicon.ordinals[tokens[index].hash] {
            var number = ParsedNumber(tokens: index..<(index + 1), value: ordinal)
            number.isOrdinal = true
            return number
        }
        if lexicon.articles.contains(tokens[index].hash) {
            // "a million", "ein Dutzend", "une centaine".
            if index + 1 < end, lexicon.scales[tokens[index + 1].hash] != nil {
                return cardinal(from: index + 1, end: end, article: index)
            }
            guard let value = lexicon.numbers[tokens[index].hash], value != 1 else { return nil }
        }
        return cardinal(from: index, end: end)
    }

    /// The cardinal whose words start at `first`; an article in front of them is a one.
    private func cardinal(from first: Int, end: Int, article: Int? = nil) -> ParsedNumber? {
        let start = article ?? first
        var total = 0.0
        var current = article == nil ? 0.0 : 1.0
        var seen = article != nil
        var hasScale = false
        var lastScale = Double.infinity
        var at = first
        var stop = start
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
            // "twenty-first"
            if seen, word > at, let ordinal = lexicon.ordinals[hash], ordinal < 10, current >= 20,
                current.truncatingRemainder(dividingBy: 10) == 0
            {
                var number = ParsedNumber(tokens: start..<(word + 1), value: total + current + ordinal)
                number.isOrdinal = true
                return number
            }
            if let value = lexicon.numbers[hash] {
                guard lexicon.language == "ar" ? addsInArabic(value, to: current, at: word, seen) : adds(value, to: current)
                else {
                    break
                }
                // "quatre-vingts"
                if lexicon.language == "fr", value == 20, current.truncatingRemainder(dividingBy: 100) == 4 {
                    current += 76
                } else {
                    current += value
                }
            } else if lexicon.language == "de", !seen || current == 0 && total > 0,
                let value = GermanNumber.value(of: folded(word))
            {
                current += value
            } else if let scale = lexicon.scales[hash] {
                // "hundreds", "dozens" alone name no value that could be compared.
                if !seen, isPlural(word) { return nil }
                if scale == 100 {
                    guard current < 100 else { break }
                    current = max(current, 1) * 100
                } else if scale < 1000 {
                    current = max(current, 1) * scale
                } else if total > 0, scale > lastScale {
                    // "dos mil trescientos millones"
                    total = (total + current) * scale
                    current = 0
                    lastScale = scale
                } else {
                    total += max(current, seen ? current : 1) * scale
                    current = 0
                    lastScale = scale
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

    func isPlural(_ index: Int) -> Bool {
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

    /// «ثلاثة وعشرون», «مئة وخمسون», «ثلاثة عشر»: the units stand in front of the tens, and what is added has "and" joined to it, but for
    /// the ten of 11 to 19.
    private func addsInArabic(_ value: Double, to current: Double, at word: Int, _ seen: Bool) -> Bool {
        guard seen else { return true }
        let rest = current.truncatingRemainder(dividingBy: 100)
        guard lexicon.joinedNumbers.contains(tokens[word].hash) else { return value == 10 && rest > 0 && rest < 10 }
        if value < 10 { return rest == 0 }
        if value < 100 { return value >= 20 && rest < 10 }
        return value < 1000 && current.truncatingRemainder(dividingBy: 1000) == 0
    }

    /// Whether a cardinal can follow what was read: "twenty" "one", "hundred" "five", not "ten" "two".
    private func adds(_ value: Double, to current: Double) -> Bool {
        if current == 0 { return true }
        let hundreds = current.truncatingRemainder(dividingBy: 100)
        let french = lexicon.language == "fr"
        // "dix-sept", "soixante-dix-huit"
        if french, value >= 7, value < 10, [10, 70, 90].contains(hundreds) { return true }
        if value < 10 { return current.truncatingRemainder(dividingBy: 10) == 0 && (hundreds == 0 || hundreds >= 20) }
        if value < 20 { return hundreds == 0 || (french && (hundreds == 60 || hundreds == 80)) }
        if value < 100 { return hundreds == 0 || (french && value == 20 && hundreds == 4) }
        return current == 0
    }
}
