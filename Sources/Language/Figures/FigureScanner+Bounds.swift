internal import TextCore

/// Bounds in front of figures ("more than", "between") and behind them ("or more").
extension FigureScanner {
    func expression(at index: Int, in sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        if context.flags[index].contains(.bound) {
            if lexicon.between.contains(tokens[index].hash), let draft = between(index, sentence) { return draft }
            if let phrase = lexicon.bounds.longestMatch(in: tokens, at: index, limit: end) {
                var start = phrase.endIndex
                // "more than the 12", "au moins un", "over a million".
                // "over the 17 months", "about the two states": a preposition of one word in front of what is known.
                let isPreposition =
                    lexicon.language == "en" && start == index + 1 && Self.prepositions.contains(tokens[index].hash)
                if start < end, tokens[start].kind == .word, isArticle(start), !isPreposition || tokens[start].hash != Self.the,
                    core(at: start, in: sentence) == nil
                {
                    start += 1
                }
                if start < end, !isTime[start], var draft = core(at: start, in: sentence), draft.unit != .ordinal,
                    allowsBound(index, draft)
                {
                    closeGenitive(&draft)
                    draft.bound = draft.bound == .exact || draft.bound == .about ? phrase.value : draft.bound
                    draft.tokens = index..<draft.tokens.upperBound
                    return draft
                }
            }
        }
        return core(at: index, in: sentence)
    }

    /// "Более тысячи", "около сотни": behind a bound it is the genitive of one thousand, not "thousands".
    private func closeGenitive(_ draft: inout Draft) {
        guard lexicon.language == "ru", draft.isQuantifier, draft.hasScale, draft.tokens.count == 1,
            let token = draft.tokens.first, let scale = lexicon.scales[tokens[token].hash]
        else { return }
        draft.value = scale
        draft.bound = .exact
        draft.isQuantifier = false
    }

    private static let prepositions = WordSet(["over", "under", "above", "below", "around", "about", "some"])
    private static let the = Hash64.folded("the")

    private func isArticle(_ index: Int) -> Bool {
        context.flags[index].contains(.function) && tokens[index].end - tokens[index].start <= 3
    }

    /// Prepositions that are bounds only in front of figures that stand by themselves: "over two days", "below 5%".
    private func allowsBound(_ index: Int, _ draft: Draft) -> Bool {
        // "talk about all of them"
        if lexicon.language == "en", draft.isQuantifier, draft.value == 1, Self.prepositions.contains(tokens[index].hash) {
            return false
        }
        if isStretch(index, draft) { return false }
        return !(lexicon.language == "ru" && tokens[index].end - tokens[index].start == 4 && draft.unit == .ratio)
    }

    /// “$1.2bn over five years”: for so long, and not for longer; “for over five years”, “over five years ago” is.
    private func isStretch(_ index: Int, _ draft: Draft) -> Bool {
        guard tokens[index].hash == Self.over, case .measure(let unit) = draft.unit, Self.durations.contains(unit), !draft.isAge,
            index > 0
        else { return false }
        let behind = draft.tokens.upperBound
        return !lexicon.longer.contains(tokens[index - 1].hash)
            && !(behind < tokens.count && lexicon.longer.contains(tokens[behind].hash))
            && (tokens[index - 1].kind == .word || tokens[index - 1].kind == .number
                || context.isByte(index - 1, UInt8(ascii: "%")))
            && index > 1
    }

    private static let over = Hash64.folded("over")
    private static let durations: Set = ["second", "minute", "hour", "day", "week", "month", "year"]

    func between(_ index: Int, _ sentence: Range<Int>) -> Draft? {
        let end = sentence.upperBound
        guard index + 1 < end, var first = bounded(at: index + 1, in: sentence) else { return nil }
        let and = first.tokens.upperBound
        guard and + 1 < end, lexicon.ands.contains(tokens[and].hash) || tokens[and].end - tokens[and].start <= 3,
            tokens[and].kind == .word, let second = bounded(at: and + 1, in: sentence)
        else { return nil }
        merge(&first, second)
        guard first.second != nil else { return nil }
        first.tokens = index..<second.tokens.upperBound
        // "aged between 17 and 23"
        if index > sentence.lowerBound, lexicon.aged.contains(tokens[index - 1].hash),
            first.unit == .count && first.countedHead == nil || first.unit == .measure("year")
        {
            first.unit = .measure("year")
            first.hasUnit = true
            first.isAge = true
        }
        return first
    }

    /// An end of “between … and …”: Spanish and French put an article in front, « entre el 10 % y el 15 % ».
    private func bounded(at index: Int, in sentence: Range<Int>) -> Draft? {
        if let draft = core(at: index, in: sentence, joins: false) { return draft }
        guard lexicon.language != "en", index + 1 < sentence.upperBound, isArticle(index) else { return nil }
        return core(at: index + 1, in: sentence, joins: false)
    }

    func boundBehind(_ draft: inout Draft, _ end: Int) {
        let at = draft.tokens.upperBound
        guard at < end, draft.bound == .exact, draft.unit != .ordinal,
            let phrase = lexicon.after.longestMatch(in: tokens, at: at, limit: end)
        else { return }
        draft.bound = phrase.value
        draft.tokens = draft.tokens.lowerBound..<phrase.endIndex
    }
}
