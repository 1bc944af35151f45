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
        // "half-staff", "half-brother": half of nothing.
        if isHalf, lexicon.language == "en", at + 1 < end, context.isHyphen(at + 1), at + 2 < end, !tokens[at + 2].followsSpace,
            lexicon.scales[tokens[at + 2].hash] == nil
        {
            guard let unit = lexicon.units[tokens[at + 2].hash] else { return nil }
            var number = ParsedNumber(tokens: index..<(at + 3), value: 0.5)
            number.unit = unit
            return number
        }
        // "tres cuartas partes", "la tercera parte"
        let hasPartWord = at + 1 < end && lexicon.partWords.contains(tokens[at + 1].hash)
        if hasPartWord {
            var number = ParsedNumber(tokens: index..<(at + 2), value: numerator / denominator)
            number.isShare = true
            return number
        }
        if lexicon.language == "es", Self.feminine.contains(tokens[at].hash) { return nil }
        if numerator == 1, !isHalf, isNextOfSeveral(index, at, denominator, end) { return nil }
        // "a third person", "a fifth term": a share needs "of", unless several parts are named.
        if numerator == 1, !isHalf || !hasNumerator {
            guard followsPartitive(at + 1, end) || isSubjectOfVerb(index, at, end),
                hasNumerator || isHalf || lexicon.ordinals[tokens[at].hash] == nil
            else {
                return nil
            }
        }
        // "quarters" of a house, "half" of a game.
        if !hasNumerator, !isHalf, lexicon.language != "ru" { return nil }
        var number = ParsedNumber(tokens: index..<(at + 1), value: numerator / denominator)
        number.isShare = true
        // "half a million", "a quarter of a million", "un quart de million", "eine halbe Million", "half a dozen".
        var next = at + 1
        if next + 1 < end, tokens[next].kind == .word, FigureScanner.of.contains(tokens[next].hash),
            lexicon.articles.contains(tokens[next + 1].hash) || lexicon.language == "fr" || lexicon.language == "es"
        {
            next += 1
        }
        if next + 1 < end, isHalf || next > at + 1,
            lexicon.articles.contains(tokens[next].hash) || (context.isHyphen(next) && !tokens[next + 1].followsSpace)
        {
            next += 1
        }
        if next < end, let scale = lexicon.scales[tokens[next].hash], scale >= 1000 || scale == 12,
            isHalf || next == at + 1 || !isPlural(next)
        {
            number.value *= scale
            number.isShare = false
            number.hasScale = true
            number.tokens = index..<(next + 1)
        } else if isHalf, next > at + 1, next < end, let unit = lexicon.units[tokens[next].hash] {
            // "half a year"
            number.isShare = false
            number.unit = unit
            number.tokens = index..<(next + 1)
        } else if isHalf, next > at + 1, next < end,
            lexicon.percents.longestMatch(in: tokens, at: next, limit: end) != nil
                || FigureScanner.points.contains(tokens[next].hash)
        {
            // "half a point", "half a percentage point"
            number.isShare = false
            number.tokens = index..<next
        }
        return number
    }

    /// “A third said no”: a verb stands behind it, and it is not the third of several, of whom a second is named in front.
    private func isSubjectOfVerb(_ index: Int, _ part: Int, _ end: Int) -> Bool {
        guard lexicon.language == "en", part + 1 < end, tokens[part + 1].kind == .word, !tokens[part + 1].isCapitalized,
            !context.flags[part + 1].isDisjoint(with: [.saying, .past])
        else { return false }
        return !(max(0, index - Self.countingReach)..<index).contains { Self.counting.contains(tokens[$0].hash) }
    }

    /// "Two people died and a third was injured": the one behind as many others as stand in front.
    private func isNextOfSeveral(_ index: Int, _ part: Int, _ denominator: Double, _ end: Int) -> Bool {
        guard lexicon.language == "en", part > index, lexicon.articles.contains(tokens[index].hash),
            part + 1 >= end || !FigureScanner.of.contains(tokens[part + 1].hash)
        else { return false }
        return (max(0, index - Self.countingReach)..<index).contains { lexicon.numbers[tokens[$0].hash] == denominator - 1 }
    }

    private static let countingReach = 40
    private static let counting = WordSet(["second", "another", "first", "one", "other", "two"])

    /// Spanish ordinals that are shares only in front of "partes".
    private static let feminine = WordSet(["tercera", "terceras", "cuarta", "cuartas", "quinta", "quintas", "sexta", "sextas"])

    /// Whether "of" or its like, an article or nothing more stands at `index`.
    private func followsPartitive(_ index: Int, _ end: Int) -> Bool {
        guard index < end else { return true }
        let token = tokens[index]
        if token.kind != .word && token.kind != .clitic { return true }
        if lexicon.language == "de" { return true }
        return context.flags[index].contains(.function) || lexicon.scales[token.hash] != nil || lexicon.language == "ru"
    }
}
