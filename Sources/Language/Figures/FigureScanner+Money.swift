internal import TextCore

/// Sums of money and their currencies.
extension FigureScanner {
    /// The currency that is written at `index`, with the end of its words: "US dollars", « d'euros », „US-Dollar“.
    func currency(_ index: Int, _ draft: Draft, _ end: Int) -> (code: String, end: Int)? {
        var at = index
        // "40 millions d'euros", "40 millones de dólares", "US dollars", "долларов США".
        if draft.hasScale, at + 1 < end, Self.of.contains(tokens[at].hash) { at += 1 }
        var qualifier: String?
        var isSwiss = false
        if at + 1 < end, let entry = place(at, end), lexicon.currencies[tokens[entry.end < end ? entry.end : at].hash] != nil,
            entry.end < end
        {
            qualifier = Self.dollars[entry.key]
            isSwiss = entry.key == Self.switzerland
            at = entry.end
        }
        let token = tokens[at]
        // „60 Milliarden US-Dollar“
        if token.shape.contains(.allCaps), at + 2 < end, context.isHyphen(at + 1), !tokens[at + 2].followsSpace,
            lexicon.currencies[tokens[at + 2].hash] == "USD", let code = lexicon.dollarPrefixes[token.hash]
        {
            return (code, at + 3)
        }
        if token.kind == .symbol, let code = lexicon.currencySigns[token.hash] { return (code, at + 1) }
        guard token.kind == .word, var code = lexicon.currencies[token.hash] else { return nil }
        // Codes are written in capitals, currency words are not everyday words here but "won" and "rand" are.
        if token.shape.contains(.allCaps) == false, code == "KRW" || code == "ZAR" || code == "TRY", !draft.hasScale,
            !draft.isDigits
        {
            return nil
        }
        if code == "USD" { code = qualifier ?? code }
        if code == "franc", isSwiss { code = "CHF" }
        return (code, at + 1)
    }

    private func place(_ index: Int, _ end: Int) -> (end: Int, key: UInt64)? {
        guard context.flags[index].contains(.gazetteerStart), tokens[index].isCapitalized,
            let found = context.vocabulary.gazetteer.longestMatch(in: tokens, at: index, limit: end)
        else { return nil }
        return (found.endIndex, found.value.key)
    }

    private static let switzerland = Hash64.folded("place:ch")
    private static let dollars: [UInt64: String] = [
        Hash64.folded("place:au"): "AUD", Hash64.folded("place:ca"): "CAD", Hash64.folded("place:nz"): "NZD",
        Hash64.folded("place:sg"): "SGD",
    ]

    /// "$5 million", "US$40", "EUR 12": a sum whose currency stands in front.
    func money(at index: Int, in sentence: Range<Int>, joins: Bool) -> Draft? {
        let end = sentence.upperBound
        var at = index
        var code: String?
        if tokens[at].kind == .symbol {
            code = lexicon.currencySigns[tokens[at].hash]
        } else if tokens[at].kind == .word, tokens[at].shape.contains(.capitalized) || tokens[at].shape.contains(.allCaps),
            at + 1 < end
        {
            if let prefixed = lexicon.dollarPrefixes[tokens[at].hash], tokens[at + 1].kind == .symbol,
                !tokens[at + 1].followsSpace,
                lexicon.currencySigns[tokens[at + 1].hash] == "USD"
            {
                code = prefixed
                at += 1
            } else if tokens[at].shape.contains(.allCaps), tokens[at].end - tokens[at].start == 3, tokens[at + 1].kind == .number
            {
                code = lexicon.currencies[tokens[at].hash]
            }
        }
        guard let code, at + 1 < end, tokens[at + 1].kind == .number, let number = parser.number(at: at + 1, end: end),
            !number.isOrdinal
        else { return nil }
        var draft = Draft(tokens: index..<number.tokens.upperBound, value: number.value)
        draft.unit = .money(code)
        draft.hasUnit = true
        draft.hasScale = number.hasScale
        draft.isDigits = true
        if joins, let joined = joined(draft, in: sentence) { return joined }
        // "$5 per barrel", "$40-a-day": the rate is left to the reader.
        boundBehind(&draft, end)
        return draft
    }
}
