internal import TextCore

/// Where names end: the words, initials, hyphens and connectors that go on with one.
extension NameScanner {
    func runEnd(from start: Int, sentence: Int, end: Int) -> Int {
        // A phrase of the gazetteer is whole ("U.S.", "House of Representatives").
        var at = gazetteer(start, end)?.end ?? start + 1
        let limit = min(end, start + Self.longestRun)
        if context.vocabulary.capitalizesNouns, at == start + 1 { return germanRunEnd(from: start, end: limit) }
        if !context.tokens[start].isCapitalized { return at }
        if let letters = initials(start, limit), at == start + 1 { at = letters.upperBound }
        while at < limit {
            let token = context.tokens[at]
            if token.kind == .word, token.isCapitalized, token.followsSpace, continues(at, sentence) {
                if let phrase = gazetteer(at, end) {
                    at = phrase.end
                } else {
                    at += 1
                    // "George W. Bush", "Ted Cruz Jr."
                    if at < limit, context.isByte(at, UInt8(ascii: ".")), !context.tokens[at].followsSpace,
                        context.isInitial(at - 1),
                        at + 1 < limit, context.tokens[at + 1].isCapitalized
                    {
                        at += 1
                    }
                }
                continue
            }
            if context.isByte(at, UInt8(ascii: ".")), at + 1 < limit, context.tokens[at + 1].isCapitalized,
                context.tokens[at + 1].kind == .word, isAbbreviation(at - 1)
            {
                at += 1
                continue
            }
            if context.isHyphen(at), at + 1 < limit, !context.tokens[at + 1].followsSpace, context.tokens[at + 1].kind == .word,
                context.tokens[at + 1].isCapitalized
            {
                // "U.S.-Israel", "Trump-Russia": two names. "Jean-Pierre" is one, though Pierre is a town.
                if !isDoubleName(at, from: start), gazetteer(at + 1, limit) != nil { break }
                at += 2
                continue
            }
            if isSyllableName(at, from: start, limit) {
                at += 2
                continue
            }
            if let next = joined(at, from: start, sentence: sentence, limit: limit) {
                at = next
                continue
            }
            break
        }
        // "Boehner Jr." after a comma.
        if at + 1 < limit, context.isByte(at, UInt8(ascii: ",")), context.flags[at + 1].contains(.suffix),
            context.tokens[at + 1].isCapitalized
        {
            at += 2
        }
        return at
    }

    /// Whether a hyphen joins two first names, at the start of a name or behind a first name or form of address: "Jean-Pierre", "Karine
    /// Jean-Pierre", "Ms. Jean-Pierre".
    private func isDoubleName(_ hyphen: Int, from start: Int) -> Bool {
        let first = hyphen - 1
        guard !context.flags[first].isDisjoint(with: .firstName), !context.flags[hyphen + 1].isDisjoint(with: .firstName) else {
            return false
        }
        if first == start { return true }
        var front = first - 1
        if front > start, context.isByte(front, UInt8(ascii: ".")) { front -= 1 }
        return front >= start && !context.flags[front].isDisjoint(with: [.masculineName, .feminineName, .honorific])
    }

    /// Whether a capitalised word inside a sentence goes on with a name.
    private func continues(_ index: Int, _ sentence: Int) -> Bool {
        let flags = context.flags[index]
        if isMonthBehindName(index) { return true }
        // `John A. Boehner`: a letter that is a word, too.
        if context.isInitial(index), index + 2 < context.tokens.count, context.isByte(index + 1, UInt8(ascii: ".")),
            !context.tokens[index + 1].followsSpace, isNameBehindInitials(index + 2)
        {
            return true
        }
        if flags.contains(.time) { return false }
        if flags.contains(.function) {
            return context.tokens[index].shape.contains(.allCaps) && !evidence.titleCase[sentence]
                || flags.contains(.particle) && !evidence.titleCase[sentence]
        }
        guard evidence.titleCase[sentence] else { return true }
        if evidence.capitalized[word(index)] > 0 { return true }
        // A surname behind a first name.
        if index > 0, !context.flags[index - 1].intersection(.firstName).isEmpty, evidence.lower[word(index)] == 0,
            !flags.contains(.common)
        {
            return true
        }
        return flags.contains(.gazetteerStart) && gazetteer(index, context.sentences[sentence].tokens.upperBound) != nil
    }

    /// `Ban Ki-moon`, `Tsai Ing-wen`: a second syllable written small behind a hyphen.
    func isSyllableName(_ hyphen: Int, from start: Int, _ limit: Int) -> Bool {
        guard start >= 0, context.isHyphen(hyphen), hyphen - start >= 2, hyphen + 1 < limit else { return false }
        let next = context.tokens[hyphen + 1]
        let before = context.tokens[hyphen - 1]
        guard next.kind == .word, !next.followsSpace, !next.isCapitalized, next.end - next.start <= 5,
            before.kind == .word, before.end - before.start <= 5, !context.isInitial(hyphen - 1),
            context.flags[hyphen + 1].intersection([.function, .common, .role]).isEmpty,
            !contexts.compounds.contains(next.hash)
        else { return false }
        // `Thai Prime Minister Prayuth Chan-ocha`: titles may open the run, so that the word in front of the syllables counts.
        let first = hyphen - 2
        return context.tokens[first].kind == .word && context.tokens[first].isCapitalized
            && context.tokens[first].end - context.tokens[first].start <= 8
            && (contexts.familyNames.contains(context.tokens[first].hash)
                || context.flags[first].isDisjoint(with: [.role, .organisationHead, .geographicHead, .group, .function]))
            && gazetteer(first, limit) == nil
    }

    private func isAbbreviation(_ index: Int) -> Bool {
        context.flags[index].contains(.honorific) || context.isInitial(index)
    }

    /// The end of a connector and the capitalised word behind it, when they belong to the name ("van der Bellen", "Bank of
    /// England", "Belt & Sound Lines").
    private func joined(_ index: Int, from start: Int, sentence: Int, limit: Int) -> Int? {
        let last = index - 1
        var at = index
        let token = context.tokens[at]
        if context.isByte(at, UInt8(ascii: "&")) {
            return at + 1 < limit && context.tokens[at + 1].isCapitalized && context.tokens[at + 1].kind == .word ? at + 2 : nil
        }
        // "Channel 4", "France 5": a number that ends the name.
        if token.kind == .number, token.end - token.start <= 2, token.followsSpace, last == start,
            !context.flags[last].intersection([.gazetteerStart, .organisationHead]).isEmpty
        {
            let next = at + 1
            guard
                next >= context.sentences[sentence].tokens.upperBound || context.tokens[next].kind == .terminator
                    || context.isByte(next, UInt8(ascii: ",")) || context.tokens[next].kind == .quote
                    || (context.tokens[next].shape.contains(.allCaps) && context.tokens[next].followsSpace)
            else { return nil }
            return next
        }
        guard token.kind == .word || token.kind == .clitic, token.followsSpace else { return nil }
        let flags = context.flags[at]
        // “European Commission President Ursula von der Leyen and …”: what stands in front of an office is not what goes on.
        let office = (start...last).last { !context.flags[$0].isDisjoint(with: [.role, .honorific]) } ?? start - 1
        let own = (office + 1)..<(last + 1)
        let isOrganisation = own.contains { !context.flags[$0].isDisjoint(with: [.organisationHead, .geographicHead]) }
        if flags.contains(.connector), isOrganisation {
            let wasConnected = own.contains { context.flags[$0].contains(.connector) }
            let isAnd =
                context.vocabulary.language == "en" && token.end - token.start == 3
                && context.text.bytes[Int(token.start)] | 0x20 == UInt8(ascii: "a")
            let lastIsHead = !context.flags[last].intersection([.organisationHead, .geographicHead]).isEmpty
            if isAnd ? wasConnected : lastIsHead, !context.flags[last].contains(.role) {
                at += 1
                while at < limit, context.flags[at].contains(.function), !context.tokens[at].isCapitalized, at < index + 3,
                    isArticle(at)
                { at += 1 }
                if at < limit, context.tokens[at].kind == .word, context.tokens[at].isCapitalized,
                    !context.flags[at].contains(.time)
                {
                    return gazetteer(at, limit)?.end ?? at + 1
                }
            }
        }
        guard flags.contains(.particle), !context.tokens[at].isCapitalized else { return nil }
        // In Romance languages a particle is also a preposition: only behind first names.
        switch context.vocabulary.language {
        case "fr", "es", "pt", "it", "und":
            guard index - start <= 2, !context.flags[start].intersection(.firstName).isEmpty else { return nil }
        default:
            if isOfOrFor(at) { return nil }
        }
        at = index
        while at < limit, at < index + 3, context.flags[at].contains(.particle), !context.tokens[at].isCapitalized,
            context.tokens[at].kind == .word || context.tokens[at].kind == .clitic
        {
            at += 1
            if at < limit, context.isHyphen(at) { at += 1 }
        }
        guard at < limit, context.tokens[at].kind == .word, context.tokens[at].isCapitalized,
            !context.flags[at].contains(.function),
            gazetteer(at, limit)?.entry.kind != .place || Self.patronymics.contains(context.tokens[at - 1].hash)
        else { return nil }
        return at + 1
    }

    /// Particles in front of a father's name, which no place stands behind: "Omar bin Salem".
    private static let patronymics = WordSet(["bin", "ibn", "bint"])

    private func isArticle(_ index: Int) -> Bool {
        let length = context.tokens[index].end - context.tokens[index].start
        return length <= 3
    }

    private func isOfOrFor(_ index: Int) -> Bool {
        Self.englishConnectors.contains(context.tokens[index].hash)
    }

    private static let englishConnectors = WordSet(["of", "for", "on", "and"])
}
