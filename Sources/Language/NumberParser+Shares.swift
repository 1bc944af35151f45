internal import TextCore

/// Shares in words: halves, thirds.
extension NumberParser {
    /// "half", "a third", "two-thirds", "zwei Drittel", "les deux tiers", "две трети".
    func share(at index: Int, end: Int) -> ParsedNumber? {
        var numerator = 1.0
        var at = index
        if let value = lexicon.numbers[tokens[at].hash], value >= 1, value < 20 {
            numerator = value
            at += 1
        } else if lexicon.articles.contains(tokens[at].hash) {
            at += 1
        }
        let hasNumerator = at > index
        if at < end, hasNumerator, context.isHyphen(at), at + 1 < end, !tokens[at + 1].followsSpace { at += 1 }
        guard at < end, let denominator = lexicon.parts[tokens[at].hash], numerator < denominator else { return nil }
        let isHalf = denominator == 2
        // "a third person", "a fifth term": a share needs "of", unless several parts are named.
        if numerator == 1, !isHalf || !hasNumerator {
            guard followsPartitive(at + 1, end), hasNumerator || isHalf || lexicon.ordinals[tokens[at].hash] == nil else {
                return nil
            }
        }
        // "quarters" of a house, "half" of a game.
        if !hasNumerator, !isHalf, lexicon.language != "ru" { return nil }
        var number = ParsedNumber(tokens: index..<(at + 1), value: numerator / denominator)
        number.isShare = true
        // "half a million", "eine halbe Million", "half a dozen".
        var next = at + 1
        if isHalf, next + 1 < end,
            lexicon.articles.contains(tokens[next].hash) || (context.isHyphen(next) && !tokens[next + 1].followsSpace)
        {
            next += 1
        }
        if next < end, let scale = lexicon.scales[tokens[next].hash], scale >= 1000 || scale == 12 {
            number.value *= scale
            number.isShare = false
            number.hasScale = true
            number.tokens = index..<(next + 1)
        } else if isHalf, next > at + 1, next < end, let unit = lexicon.units[tokens[next].hash] {
            // "half a year"
            number.isShare = false
            number.unit = unit
            number.tokens = index..<(next + 1)
        }
        return number
    }

    /// Whether "of" or its like, an article or nothing more stands at `index`.
    private func followsPartitive(_ index: Int, _ end: Int) -> Bool {
        guard index < end else { return true }
        let token = tokens[index]
        if token.kind != .word && token.kind != .clitic { return true }
        if lexicon.language == "de" { return true }
        return context.flags[index].contains(.function) || lexicon.scales[token.hash] != nil || lexicon.language == "ru"
    }
}
