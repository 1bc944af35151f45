internal import TextCore

/// The dateline that opens a report: "PARIS, Oct. 18 (Agency) —".
extension TimeScanner {
    /// The day that the dateline of the first paragraph names; nil where there is none, where its year is not known, or where
    /// it is not a day of the last two weeks before publication.
    func dateline() -> CivilTime? {
        guard let sentence = context.sentences.first(where: { context.sections[$0.section].role == .body })?.tokens,
            let first = sentence.first, tokens[first].kind == .word, tokens[first].isCapitalized,
            tokens[first].end - tokens[first].start >= 3
        else { return nil }
        // „Berlin, 12. März –“: in English towns are in capitals there; where they are not, an agency or a dash must follow, and no word else stand in between.
        let isLoud = tokens[first].shape.contains(.allCaps)
        guard isLoud || lexicon.language != "en" else { return nil }
        // Dots of months may end what looks like a sentence.
        let end = min(tokens.count, first + 16)
        var at = first + 1
        while at < end {
            if !isLoud, tokens[at].kind == .word, !tokens[at].isCapitalized { return nil }
            if let month = lexicon.months[tokens[at].hash], month > 0 || tokens[at].kind == .number { break }
            if tokens[at].kind == .number { break }
            if tokens[at].kind == .quote || tokens[at].kind == .dash && tokens[at].followsSpace { return nil }
            at += 1
        }
        guard at < end, byte(at - 1, ",") || byte(at - 1, "("), let date = dated(at: at, in: first..<tokens.count),
            date.end == nil, date.value.day != nil, let day = date.value.dayNumber
        else { return nil }
        let stop = date.tokens.upperBound
        guard stop < tokens.count,
            tokens[stop].kind == .dash || byte(stop, "(") || byte(stop, ")") || byte(stop, ":")
                || byte(stop, ".") || byte(stop, ",")
        else { return nil }
        guard isLoud || tokens[stop].kind == .dash || byte(stop, "(") else { return nil }
        if let published = published?.dayNumber, !(0...14).contains(published - day) { return nil }
        return CivilTime(dayNumber: day)
    }
}
