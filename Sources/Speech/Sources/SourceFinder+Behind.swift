internal import Language
internal import TextCore

extension SourceFinder {
    // MARK: Behind the cue

    /// The source that starts at token `start`, before `end`: `said Ned Tolley, a dredging engineer`.
    func source(after start: Int, before end: Int) -> Source? {
        var index = start
        while index < end, reading.has(index, [.adverb, .time, .coordinator]),
            !reading.has(index, [.determiner, .collective, .subject])
        {
            index += 1
        }
        // `ajoute-t-elle`, `a déclaré en vellois la ministre`.
        while index + 1 < end, tokens[index].kind == .dash && !reading.isBreak(index) || tokens[index].hash == Self.euphonic {
            index += 1
        }
        if reading.text.language != "de", index + 2 < end, reading.has(index, .preposition), reading.has(index + 2, .determiner),
            tokens[index + 1].isWord
        {
            index += 2
        }
        // `schrieb „Die Zeit“`, `сообщает «Утро»`: a name in marks.
        if reading.text.language != "en", index + 1 < end, tokens[index].kind == .quote, reading.isInAside[index] { index += 1 }
        // `Según publicó eldiario.es`: an address is a name.
        if let address = address(at: index, before: end) { return Source(mention: address, head: address, reference: .noun) }
        // `laut „hafen.de“`: an address in marks, where nothing else tells where the name ends.
        if reading.text.language == "de", index > start, reading.isInAside[index], tokens[index - 1].kind == .quote,
            !tokens[index].isCapitalized,
            let close = (index..<min(end, index + Self.reach)).first(where: { tokens[$0].kind == .quote })
        {
            let name = (index - 1)..<(close + 1)
            return Source(mention: name, head: name, reference: .noun)
        }
        let low = index
        let high = min(end, low + Self.reach)
        guard low < high, reading.isOutside(low), !opensTime(low, high) else { return nil }
        if reading.has(low, [.subject, .masculine, .feminine]),
            !reading.has(low, [.determiner, .possessive]) || isAlone(low, high)
        {
            return Source(mention: low..<(low + 1), head: low..<(low + 1), reference: .pronoun)
        }
        guard opensPhrase(low) else { return nil }
        var head = low..<withoutClosingMark(low, phraseEnd(low, high))
        guard !head.isEmpty else { return nil }
        head = withoutAddressee(head)
        if let end = listEnd(head, before: high) { head = low..<end }
        // `laut „Bild“ will er`: the name with its marks.
        if reading.text.language == "de", low > start, tokens[low - 1].kind == .quote, head.upperBound < high,
            tokens[head.upperBound].kind == .quote
        {
            let name = (low - 1)..<(head.upperBound + 1)
            return Source(mention: name, head: name, reference: .noun)
        }
        var mention = head
        if head.upperBound < high, reading.isComma(head.upperBound), isApposition(head.upperBound + 1),
            head.upperBound + 1 < high,
            !tells(head.upperBound + 1, high)
        {
            mention = low..<appositionEnd(head.upperBound + 1, high)
        }
        return Source(mention: mention, head: head, reference: .noun)
    }

    /// `dijo el candidato, quien añadió que`, « a dit le maire, qui a ajouté que »: whether a relative clause says something more.
    private func tells(_ relative: Int, _ end: Int) -> Bool {
        guard ["es", "fr", "it", "pt"].contains(reading.text.language), relative + 2 < end, reading.has(relative, .relative)
        else {
            return false
        }
        let cue = (relative + 1..<min(end - 1, relative + 4)).first { reading.has($0, .speech) }
        return cue.map { !reading.isOutside($0 + 1) || reading.has($0 + 1, .complementizer) } ?? false
    }

    /// `laut „Bild“ will er`: the mark that closes what was opened in front of a phrase is no part of it.
    private func withoutClosingMark(_ start: Int, _ end: Int) -> Int {
        guard end - start > 1, start > 0, tokens[end - 1].kind == .quote, tokens[start - 1].kind == .quote,
            !(start..<end - 1).contains(where: { tokens[$0].kind == .quote })
        else { return end }
        return end - 1
    }

    /// «заявил Песков агентству ТАСС», «цитирует Пескова РИА Новости», «приводит слова Лаврова ТАСС»: Slavic languages set whom
    /// something was told, and who quotes somebody, right behind the name.
    private func withoutAddressee(_ head: Range<Int>) -> Range<Int> {
        guard RoleWords.headsGenitives(reading), let lexicon = ProvenanceLexicon.of(reading.text.language) else { return head }
        var start = head.lowerBound
        let cue = (max(0, start - 2)..<start).contains { lexicon.quoting.contains(tokens[$0]) }
        if cue, head.count > 1, lexicon.words.contains(tokens[start]) { start += 1 }
        let end = (start + 1..<max(start + 1, head.upperBound)).first { index in
            lexicon.told.contains(tokens[index])
                || cue && (lexicon.outlet.contains(tokens[index]) || tokens[index].kind == .quote)
        }
        return start..<(end ?? head.upperBound)
    }

    /// Words that dots join without white space: `eldiario.es`.
    private func address(at start: Int, before end: Int) -> Range<Int>? {
        var index = start
        while index + 2 < end, tokens[index].kind == .word, !tokens[index].isCapitalized, tokens[index + 1].kind == .terminator,
            reading.isMark(index + 1, "."), !tokens[index + 1].followsSpace, tokens[index + 2].kind == .word,
            !tokens[index + 2].followsSpace
        {
            index += 2
        }
        return index > start ? start..<(index + 1) : nil
    }

    static let euphonic = Hash64.folded("t")

    func isAlone(_ index: Int, _ end: Int) -> Bool {
        index + 1 >= end || !reading.isOutside(index + 1) || !tokens[index + 1].isWord
    }

    /// Whether a token can start a noun phrase.
    func opensPhrase(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.kind == .number || token.kind == .ideograph { return true }
        guard token.kind == .word || token.kind == .clitic else { return false }
        if token.isCapitalized { return true }
        if reading.has(index, [.determiner, .possessive, .role, .collective]) { return true }
        return reading.words[index].isDisjoint(with: [
            .preposition, .subordinator, .complementizer, .auxiliary, .coordinator, .adverb, .subject, .time,
        ]) && reading.words[index].isDisjoint(with: .verbCue)
    }

    /// The end of the noun phrase that starts at `start`.
    func phraseEnd(_ start: Int, _ end: Int) -> Int {
        if reading.text.language == "de" { return germanPhraseEnd(start, end) }
        var index = start
        while index < end, reading.isOutside(index) {
            switch tokens[index].kind {
            case .word, .number, .clitic, .ideograph, .symbol:
                if index > start {
                    if endsName(index, start) || opensTime(index, end) { return index }
                    if reading.has(index, .phraseEnd), !reading.has(index, .determiner) { return index }
                    if reading.has(index, .preposition), !isInnerPreposition(index) { return index }
                    if reading.has(index, .time), !reading.has(index, .adverb) || !tokens[index].isCapitalized,
                        !tokens[index].isCapitalized || !isInsideNamedThing(index)
                    {
                        return index
                    }
                    if reading.has(index, .coordinator), !joinsNames(index, start) { return index }
                    if reading.has(index, .verbCue), !tokens[index].isCapitalized, !reading.has(index, .role),
                        tokens[index - 1].kind != .clitic, !isOwned(index), !isNamedNoun(index), !isBehindArticle(index),
                        !isFinding(index)
                    {
                        return index
                    }
                    if reading.has(index, .adverb), !reading.has(index, .determiner) { return index }
                }
                index += 1
            case .terminator, .dash, .punctuation, .quote:
                guard let next = afterMark(index, end, isInName: isInsideName(index, start)) else { return index }
                index = next
            }
        }
        return index
    }

    /// « a dit Dupont ce lundi », «dijo Pérez el lunes»: an article with a time behind it.
    private func opensTime(_ index: Int, _ end: Int) -> Bool {
        ["es", "fr"].contains(reading.text.language) && reading.has(index, .determiner) && index + 1 < end
            && reading.has(index + 1, .time)
    }

    /// `familiar with her thinking`: a form that is a verb elsewhere, behind a possessive.
    private func isOwned(_ index: Int) -> Bool {
        reading.text.language == "en" && reading.has(index - 1, .possessive) && reading.has(index, [.gerund, .present])
    }

    /// `the state news agency`: what stands between an English article and a noun is no verb.
    func isBehindArticle(_ index: Int) -> Bool {
        guard reading.text.language == "en", index > 0, index + 1 < tokens.count, reading.isOutside(index - 1) else {
            return false
        }
        return Self.articles.contains(tokens[index - 1].hash) && tokens[index + 1].kind == .word
            && !reading.has(index + 1, [.preposition, .complementizer])
    }

    /// « la critique Anne Roux »: a form that is a verb elsewhere, between an article and a name.
    private func isNamedNoun(_ index: Int) -> Bool {
        reading.text.language == "fr" && reading.has(index - 1, .determiner) && index + 1 < tokens.count
            && tokens[index + 1].isCapitalized && tokens[index + 1].kind == .word
    }

    /// The token behind a mark that a noun phrase goes on over: a dot that ends no sentence, a hyphen, brackets, `&`, a comma
    /// inside a name; nil where the phrase ends before the mark.
    func afterMark(_ index: Int, _ end: Int, isInName: Bool) -> Int? {
        switch tokens[index].kind {
        case .terminator: return reading.endsSentence[index] ? nil : index + 1
        case .dash: return reading.isBreak(index) ? nil : index + 1
        case .punctuation where reading.isMark(index, "("):
            return (index..<min(end, index + 12)).first { reading.isMark($0, ")") }.map { $0 + 1 }
        case .punctuation: return isInName || isSign(index) ? index + 1 : nil
        default: return index + 1
        }
    }

    /// `Ned Tolley echoed`: a lower-case word behind a name is its verb, unless an article opened the phrase.
    func endsName(_ index: Int, _ start: Int) -> Bool {
        let token = tokens[index]
        // `according to Ned Tolley the pier was old`: another noun phrase.
        if reading.text.language == "en", tokens[index - 1].isCapitalized, tokens[start].isCapitalized,
            !reading.has(start, .determiner), !token.isCapitalized, Self.articles.contains(token.hash), opensNounPhrase(index)
        {
            return true
        }
        guard token.kind == .word, !token.isCapitalized,
            reading.words[index].isDisjoint(with: [.role, .collective, .coordinator, .preposition]), !isFinding(index)
        else { return false }
        // `директор порта Анна Волкова журналистам`: to whom she speaks, behind her name.
        if reading.text.language != "en", index - start >= 2, tokens[index - 1].isCapitalized, tokens[index - 2].isCapitalized,
            tokens[index - 2].kind == .word, !reading.has(index, .determiner), !reading.has(index - 2, .determiner)
        {
            return true
        }
        if tokens[index - 1].isCapitalized, tokens[start].isCapitalized, !reading.has(start, [.determiner, .possessive]) {
            // `Kessenhavn harbor board chair`: a role is still to come.
            let leadsToRole = ((index + 1)..<min(tokens.count, index + 4)).contains {
                reading.has($0, .role) && !reading.has($0, .document) && !tokens[$0].isCapitalized
            }
            if reading.has(index, .determiner) { return false }
            // Elsewhere adjectives stand behind nouns, `Gobierno español`: only behind a name of two words.
            return (reading.text.language == "en" || index - start >= 2 && !reading.has(start, [.role, .collective]))
                && !leadsToRole
        }
        guard index + 1 < tokens.count, reading.text.language == "en",
            reading.text.text.bytes[Int(token.end) - 1] == UInt8(ascii: "d"),
            reading.text.text.bytes[Int(token.end) - 2] == UInt8(ascii: "e")
        else { return false }
        return reading.has(index + 1, [.determiner, .possessive, .preposition]) || tokens[index + 1].isCapitalized
    }

    /// `according to LSEG data`, `according to NATO estimates`: what somebody has found or reckoned, behind its name, where the phrase
    /// ends with it.
    private func isFinding(_ index: Int) -> Bool {
        guard reading.text.language == "en", SpeakerResolver.findings.contains(tokens[index].hash) else { return false }
        let next = index + 1
        return next >= tokens.count || !reading.isOutside(next) || !tokens[next].isWord
            || reading.has(next, [.preposition, .coordinator, .time, .relative])
    }

    /// Whether an article opens a phrase of its own, `the pier`, `the Harbor property`, and is no part of a name: `Ivan the
    /// Terrible said`.
    private func opensNounPhrase(_ article: Int) -> Bool {
        var noun = article + 1
        while noun < tokens.count, tokens[noun].kind == .word, tokens[noun].isCapitalized, noun - article < 5 { noun += 1 }
        guard noun < tokens.count else { return false }
        return noun == article + 1 || tokens[noun].kind == .word && reading.words[noun].isEmpty && !reading.endsSentence[noun - 1]
    }

    /// Whether a token goes on with the name that the one before is part of: `the Tarn Morning Herald`.
    private func isInsideNamedThing(_ index: Int) -> Bool {
        var low = 0
        var high = reading.text.names.count
        while low < high {
            let middle = (low + high) / 2
            if reading.text.names[middle].tokens.upperBound <= index { low = middle + 1 } else { high = middle }
        }
        return low < reading.text.names.count && reading.text.names[low].tokens.lowerBound < index
            && reading.text.names[low].tokens.contains(index)
    }

    private static let articles = Set(["the", "a", "an"].map { Hash64.folded($0) })

    static let inner: Set<UInt64> = Set(
        ["of", "for", "from", "at", "with", "von", "vom", "der", "des", "de", "du", "d'", "del", "della", "di", "do", "da"].map {
            Hash64.folded($0)
        }
    )

    func isInnerPreposition(_ index: Int) -> Bool { Self.inner.contains(tokens[index].hash) }

    func appositionEnd(_ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, reading.isOutside(index) {
            if tokens[index].kind == .terminator, reading.endsSentence[index] { return index }
            if reading.isComma(index), !isInsideName(index, start) { return index }
            if reading.isColon(index) || reading.isBreak(index) { return index }
            index += 1
        }
        return index
    }

    // MARK: The subject of a period

    /// The first noun phrase of a period that is no fronted adverbial, before token `end`.
    func subject(from start: Int, before end: Int) -> Source? {
        if reading.text.language == "de" { return germanSubject(from: start, before: end) }
        var index = start
        let high = min(end, start + 2 * Self.reach)
        while index < high {
            while index < high, !reading.isOutside(index) { index += 1 }
            while index < high, reading.isOutside(index),
                !tokens[index].isWord && tokens[index].kind != .number
                    || (reading.has(index, [.adverb, .coordinator])
                        && !reading.has(index, [.determiner, .role, .collective, .subject]))
            {
                index += 1
            }
            guard index < high, reading.isOutside(index) else { break }
            // `Earlier Sunday, Tolley …`, `A day after the vote, she …`
            if reading.has(index, .time) && !reading.has(index, .role)
                || index + 1 < high && (reading.has(index + 1, .time) || Self.timeNouns.contains(tokens[index + 1].hash))
                    && (reading.has(index, .determiner) || tokens[index].kind == .number)
            {
                let end = ((index + 1)..<high).first { !reading.isOutside($0) || reading.isComma($0) }
                if let end {
                    index = end + (reading.isOutside(end) ? 1 : 0)
                    continue
                }
            }
            if reading.has(index, [.preposition, .subordinator, .complementizer, .gerund]) && !reading.has(index, .subject)
                || isParticiple(index)
            {
                guard let comma = (index..<high).first(where: { reading.isComma($0) && reading.isOutside($0) }) else {
                    return nil
                }
                index = comma + 1
                continue
            }
            if reading.has(index, .subject), !reading.has(index, .relative) {
                return Source(mention: index..<(index + 1), head: index..<(index + 1), reference: .pronoun)
            }
            guard opensPhrase(index) else { return nil }
            let phrase = index..<phraseEnd(index, high)
            guard !phrase.isEmpty else { return nil }
            var mention = phrase
            if phrase.upperBound + 1 < high, reading.isOutside(phrase.upperBound), reading.isComma(phrase.upperBound),
                isApposition(phrase.upperBound + 1)
            {
                mention = index..<appositionEnd(phrase.upperBound + 1, high)
            }
            return Source(mention: mention, head: phrase, reference: .noun)
        }
        return nil
    }

    /// `Speaking to reporters, …`, `Asked about it, …`
    func isParticiple(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, token.range.count > 4, reading.text.language == "en" else { return false }
        let end = Int(token.end)
        let bytes = reading.text.text.bytes
        let isGerund =
            bytes[end - 3] == UInt8(ascii: "i") && bytes[end - 2] == UInt8(ascii: "n") && bytes[end - 1] == UInt8(ascii: "g")
        if isGerund { return index + 1 < tokens.count && !tokens[index + 1].isCapitalized }
        return reading.has(index, .verbCue) && bytes[end - 1] == UInt8(ascii: "d")
    }
}
