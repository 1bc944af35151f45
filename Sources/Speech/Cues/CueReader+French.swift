internal import Language
internal import TextCore

/// How French agencies name those whom they have news from: « a-t-on appris de source judiciaire », « a appris l’AFP auprès du parquet ».
extension CueReader {
    /// The frame whose verb stands at a token; nil without one.
    func learned(at verb: Int) -> Attribution? {
        guard reading.text.language == "fr", tokens[verb].hash == Self.learned, reading.isOutside(verb),
            let opening = opening(of: verb), opening > period.lowerBound, reading.isOutside(opening - 1),
            reading.isComma(opening - 1), let start = phraseOfSource(behind: verb),
            let source = learnedFrom(start)
        else { return nil }
        return Attribution(
            cue: verb..<(verb + 1),
            word: .speech,
            source: source,
            frame: opening..<source.mention.upperBound,
            left: period.lowerBound..<(opening - 1),
            isMarked: true
        )
    }

    /// Where the auxiliary and its inverted subject start.
    private func opening(of verb: Int) -> Int? {
        var start = verb
        while start > period.lowerBound, verb - start < Self.longestInversion, reading.isOutside(start - 1),
            !reading.isComma(start - 1)
        {
            start -= 1
        }
        return start < verb && Self.having.contains(tokens[start].hash) ? start : nil
    }

    /// The preposition in front of whom it was learned from, behind the agency that learned it.
    private func phraseOfSource(behind verb: Int) -> Int? {
        var index = verb + 1
        while index + 1 < period.upperBound, index - verb < Self.longestAgency, reading.isOutside(index), !reading.isComma(index)
        {
            if Self.from.contains(tokens[index].hash) { return index }
            index += 1
        }
        return nil
    }

    private func learnedFrom(_ preposition: Int) -> Attribution.Source? {
        var start = preposition + 1
        // « auprès du parquet », « auprès de la police »
        if tokens[preposition].hash == Self.besides, start < period.upperBound, reading.has(start, .preposition) { start += 1 }
        guard start < period.upperBound, reading.isOutside(start) else { return nil }
        if tokens[preposition].hash != Self.besides {
            guard Self.sources.contains(tokens[start].hash) else { return nil }
            // « de source judiciaire », « de sources proches du dossier »
            var end = start + 1
            while end < period.upperBound, reading.isOutside(end),
                tokens[end].isWord || tokens[end].kind == .clitic || tokens[end].kind == .dash
            {
                end += 1
            }
            return Attribution.Source(mention: start..<end, head: start..<end, reference: .noun)
        }
        return finder.source(after: start, before: period.upperBound)
    }

    private static let learned = Hash64.folded("appris")
    private static let besides = Hash64.folded("auprès")
    private static let from = Set(["de", "auprès"].map { Hash64.folded($0) })
    private static let sources = Set(["source", "sources"].map { Hash64.folded($0) })
    private static let having = Set(["a", "ont"].map { Hash64.folded($0) })
    private static let longestInversion = 5
    private static let longestAgency = 6
}
