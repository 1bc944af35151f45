internal import TextCore

/// Numbers that are part of a name: addresses, aircraft, expeditions, days that events are named for.
extension FigureScanner {
    /// Whether a number in digits is part of a name rather than a count.
    func isPartOfName(_ draft: Draft, in sentence: Range<Int>) -> Bool {
        isAddress(draft) || isJoinedToName(draft, sentence) || isNumberedName(draft, sentence) || isGroupOf(draft, sentence)
    }

    /// "10 Downing Street", "12, rue de la Paix", "Hauptstraße 12", "calle Mayor 12", "улица Ленина, 12".
    func isAddress(_ draft: Draft) -> Bool {
        guard draft.isPlain, draft.value < 100_000 else { return false }
        let next = draft.tokens.upperBound
        if lexicon.language == "en" || lexicon.language == "und" {
            var at = next
            while at < tokens.count, at < next + 4, tokens[at].kind == .word, tokens[at].isCapitalized {
                if at > next, lexicon.streets.contains(tokens[at].hash) { return true }
                at += 1
            }
            return false
        }
        if lexicon.language == "fr" {
            let at = next < tokens.count && context.isByte(next, UInt8(ascii: ",")) ? next + 1 : next
            return at < tokens.count && lexicon.streets.contains(tokens[at].hash)
        }
        let start = draft.tokens.lowerBound
        for at in stride(from: start - 1, through: max(0, start - 4), by: -1) {
            if tokens[at].kind == .terminator, tokens[at].end - tokens[at].start > 1 { return false }
            if tokens[at].kind == .word, isStreet(at) { return lexicon.language != "de" || at == start - 1 }
        }
        return false
    }

    private func isStreet(_ index: Int) -> Bool {
        if lexicon.streets.contains(tokens[index].hash) { return lexicon.language != "de" || tokens[index].isCapitalized }
        // "Hauptstraße" is one word.
        guard lexicon.language == "de", tokens[index].isCapitalized else { return false }
        let word = parser.folded(index)
        return Self.germanStreets.contains { word.count > $0.utf8.count && word.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    private static let germanStreets = ["straße", "strasse", "allee", "gasse", "platz"]

    /// "3-D", "7-Eleven", "11-M", "13-Novembre".
    private func isJoinedToName(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
        let dash = draft.counted.map { $0.lowerBound - 1 } ?? draft.tokens.upperBound
        guard !draft.hasUnit, dash + 1 < sentence.upperBound, dash == draft.tokens.upperBound, context.isHyphen(dash),
            !tokens[dash + 1].followsSpace, tokens[dash + 1].kind == .word,
            tokens[dash + 1].isCapitalized || tokens[dash + 1].end - tokens[dash + 1].start == 1
        else { return false }
        return lexicon.language != "de" || tokens[dash + 1].end - tokens[dash + 1].start == 1
    }

    /// "the Apollo 11 crew", "two Boeing 737 jets": a name and its number between a determiner and what they qualify.
    private func isNumberedName(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
        let start = draft.tokens.lowerBound
        guard lexicon.language == "en", draft.isPlain, draft.countedHead != nil, start >= sentence.lowerBound + 2 else {
            return false
        }
        let name = tokens[start - 1]
        let flags = context.flags[start - 1]
        guard name.kind == .word, name.isCapitalized, tokens[start].followsSpace, !isTime[start - 1],
            flags.isDisjoint(with: [.function, .honorific, .role, .group]), !isPlace(start - 1)
        else { return false }
        let before = start - 2
        return tokens[before].kind == .word
            && (Self.determiners.contains(tokens[before].hash) || lexicon.numbers[tokens[before].hash] != nil)
    }

    func isPlace(_ index: Int) -> Bool {
        context.flags[index].contains(.gazetteerStart)
            && context.vocabulary.gazetteer.longestMatch(in: tokens, at: index, limit: index + 1)?.value.kind == .place
    }

    private static let determiners = WordSet(["the", "a", "an", "this", "that", "its", "his", "her", "their", "every", "each"])

    /// "the Group of 20".
    private func isGroupOf(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
        let start = draft.tokens.lowerBound
        return start >= sentence.lowerBound + 2 && Self.groupOf.contains(tokens[start - 1].hash)
            && Self.groups.contains(tokens[start - 2].hash) && tokens[start - 2].isCapitalized && start - 2 > sentence.lowerBound
    }

    private static let groupOf = WordSet(["of", "de", "des", "der", "los"])
    private static let groups = WordSet(["group", "groupe", "gruppe", "grupo"])

    /// "Second World War", "Fifth Avenue".
    func isOrdinalOfName(_ draft: Draft, _ number: ParsedNumber, _ sentence: Range<Int>) -> Bool {
        let (start, next) = (draft.tokens.lowerBound, draft.tokens.upperBound)
        guard !number.isDigits, tokens[start].isCapitalized, next < sentence.upperBound, tokens[next].isCapitalized,
            tokens[next].kind == .word
        else { return false }
        return lexicon.language != "de" || start > sentence.lowerBound
    }
}
