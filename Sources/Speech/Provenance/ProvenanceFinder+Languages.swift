internal import Language
internal import TextCore

/// Outlets in other languages than English, which name them behind a noun (“die Zeitung …”), and the ways to say that words came
/// through them.
extension ProvenanceFinder {
    /// How many tokens in front of an outlet are looked at: its article, its noun, an opening mark.
    private static let lead = 4

    /// The outlet's own name in a chain of capitalized words: without the noun that introduces it, and up to its last word that
    /// outlets are known by.
    func named(_ chain: Range<Int>) -> Range<Int>? {
        var start = chain.lowerBound
        while start + 1 < chain.upperBound, lexicon.generic.contains(tokens[start]) { start += 1 }
        guard let last = (start..<chain.upperBound).last(where: { lexicon.outlet.contains(tokens[$0]) }) else {
            return start < chain.upperBound ? start..<min(chain.upperBound, start + Self.lead) : nil
        }
        // `El País`, `Le Monde`: a capitalized article is the name's.
        let article = start - 1
        if article > 0, tokens[article].isCapitalized, reading.has(article, .determiner), !reading.startsLine(article),
            !reading.endsSentence[article - 1]
        {
            start = article
        }
        return start..<wholeName(last + 1, before: chain.upperBound)
    }

    /// `Deutschen Presse-Agentur`, `Funke Mediengruppe`: the end of a name behind its last word that outlets are known by.
    private func wholeName(_ end: Int, before limit: Int) -> Int {
        var end = end
        while end < tokens.count, reading.isOutside(end) {
            if end < limit, lexicon.appended.contains(tokens[end]) {
                end += 1
            } else if end + 1 < tokens.count, tokens[end].kind == .dash, !tokens[end].followsSpace,
                !tokens[end + 1].followsSpace, tokens[end + 1].isCapitalized, lexicon.appended.contains(tokens[end + 1])
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// Whether an unknown name stands behind a noun for outlets, or starts with one.
    func followsGeneric(_ chain: Range<Int>) -> Bool {
        if chain.count > 1, lexicon.generic.contains(tokens[chain.lowerBound]) { return true }
        var before = chain.lowerBound - 1
        if before >= 0, tokens[before].kind == .quote { before -= 1 }
        return before >= 0 && reading.isOutside(before) && lexicon.generic.contains(tokens[before])
            && !lexicon.generic.contains(tokens[chain.lowerBound])
    }

    /// Whether the words beside an outlet say that something was said to it (`gegenüber Reuters`, `à l'AFP`) or printed by it
    /// (`передаёт ТАСС`), other than by the cue itself.
    func isDrawnOn(_ outlet: Range<Int>, _ cue: Range<Int>) -> Bool {
        if outlet.allSatisfy({ lexicon.generic.contains(tokens[$0]) }) { return false }
        var before = outlet.lowerBound - 1
        let low = max(0, outlet.lowerBound - Self.lead)
        while before >= low, reading.isOutside(before) {
            // « a appris l'AFP »
            if cue.contains(before) {
                return isBareDative && before == outlet.lowerBound - 1 || lexicon.leading.contains(tokens[before])
            }
            if lexicon.leading.contains(tokens[before]) || lexicon.publishing.contains(tokens[before]) { return true }
            let isPassed =
                tokens[before].kind == .quote || tokens[before].kind == .clitic || reading.has(before, .determiner)
                || lexicon.generic.contains(tokens[before])
            guard isPassed else { break }
            before -= 1
        }
        var verb = outlet.upperBound
        while verb < tokens.count, verb < outlet.upperBound + 2, reading.isOutside(verb),
            tokens[verb].kind == .quote || reading.has(verb, [.adverb, .auxiliary])
        {
            verb += 1
        }
        return verb < tokens.count && reading.isOutside(verb) && lexicon.publishing.contains(tokens[verb]) && !cue.contains(verb)
    }

    /// `заявил РИА Новости`: languages without articles set whom something was told right behind the verb.
    private var isBareDative: Bool { reading.text.language == "ru" || reading.text.language == "uk" }
}
