internal import Language
internal import TextCore

/// German sources without a verb of speech of their own: `nach Angaben der Polizei`, `laut Bild`, `Berichten zufolge`, `wie
/// die Polizei mitteilte`, and nouns with what they say: `die Ansicht, dass`.
extension CueReader {
    /// The attribution that starts at a token by a preposition or a noun; nil where there is none.
    func germanSourceClause(at index: Int) -> Attribution? {
        guard reading.text.language == "de", tokens[index].kind == .word else { return nil }
        let hash = tokens[index].hash
        if let emergence = germanEmergence(at: index) { return emergence }
        // Inside a clause, „seiner Meinung nach“ belongs to what is retold.
        if hash == GermanWords.nach, index - 2 == period.lowerBound,
            let account = germanAccountBehind(owner: index - 2, noun: index - 1)
        {
            return account
        }
        if hash == GermanWords.nach || GermanWords.laut.contains(hash) { return germanAccount(at: index) }
        if reading.has(index, .sourceAfter) { return germanAccountBefore(index) }
        if hash == GermanWords.für, let opinion = germanOpinion(at: index) { return opinion }
        if tokens[index].isCapitalized, Self.claims.contains(hash) { return germanNounClaim(at: index) }
        return nil
    }

    // MARK: nach, laut, zufolge

    private func germanAccount(at index: Int) -> Attribution? {
        guard var source = germanAccountSource(at: index) else { return nil }
        source.mention = withApposition(source.mention)
        var end = source.mention.upperBound
        // `nach seinen Angaben`: the noun stands behind its owner.
        if source.reference == .pronoun, tokens[index + 1].hash == Self.own {
            // `Nach eigenen Angaben hat sie zehn Jahre gewartet`
            end = index + 3
        } else if source.reference == .pronoun {
            while end < period.upperBound, reading.isOutside(end), tokens[end].kind == .word, !tokens[end].isCapitalized {
                end += 1
            }
            if end < period.upperBound, GermanWords.accounts.contains(tokens[end].hash) { end += 1 }
        }
        return around(frame: index..<end, cue: index..<(index + 1), source: source)
    }

    private func germanAccountSource(at index: Int) -> Attribution.Source? {
        let end = period.upperBound
        guard index + 1 < end, reading.isOutside(index + 1) || GermanWords.laut.contains(tokens[index].hash) else { return nil }
        if GermanWords.laut.contains(tokens[index].hash) {
            // `wurde laut`: an adverb.
            guard tokens[index + 1].isCapitalized || reading.has(index + 1, [.determiner, .possessive]) || isAdjective(index + 1)
            else { return nil }
            guard let source = finder.source(after: index + 1, before: end) else { return nil }
            return Attribution.Source(mention: source.head, head: source.head, reference: source.reference)
        }
        // `nach bisherigen Angaben der Polizei`
        var noun = index + 1
        while noun < end, noun < index + 6, reading.isOutside(noun), tokens[noun].kind == .word, !tokens[noun].isCapitalized {
            noun += 1
        }
        guard noun < end, reading.isOutside(noun), tokens[noun].isCapitalized else { return nil }
        let isOwn = isOwnAccount(noun)
        guard isOwn || GermanWords.accounts.contains(tokens[noun].hash) else { return nil }
        var start = noun + 1
        if start < end, reading.isOutside(start) {
            if GermanWords.von.contains(tokens[start].hash) { start += 1 }
            let isGenitive = start > noun + 1 || reading.has(start, [.determiner, .possessive]) || tokens[start].isCapitalized
            if isGenitive, let source = finder.source(after: start, before: end), source.reference == .noun {
                return Attribution.Source(mention: source.head, head: source.head, reference: .noun)
            }
        }
        if reading.has(index + 1, .possessive) {
            return Attribution.Source(mention: (index + 1)..<(index + 2), head: (index + 1)..<(index + 2), reference: .pronoun)
        }
        if tokens[index + 1].hash == Self.own {
            return finder.subject(from: index > period.lowerBound ? period.lowerBound : noun + 1, before: end)
        }
        guard isOwn || noun > index + 1 else { return nil }
        return Attribution.Source(mention: (index + 1)..<(noun + 1), head: (index + 1)..<(noun + 1), reference: .noun)
    }

    /// `des Parteichefs, Jan Voll, handelt es sich`: a name between commas before the verb.
    private func withApposition(_ mention: Range<Int>) -> Range<Int> {
        let comma = mention.upperBound
        let limit = min(period.upperBound - 1, comma + 14)
        guard comma + 2 < limit, reading.isOutside(comma), reading.isComma(comma),
            tokens[comma + 1].isCapitalized || reading.has(comma + 1, [.determiner, .possessive]),
            let close = ((comma + 2)..<limit).first(where: { reading.isOutside($0) && reading.isComma($0) }),
            tokens[close + 1].kind == .word,
            !tokens[close + 1].isCapitalized
                || close - comma <= 5 && ((comma + 1)..<close).allSatisfy({ tokens[$0].isCapitalized }),
            ((comma + 1)..<close).allSatisfy({ reading.words[$0].isDisjoint(with: .auxiliary) })
        else { return mention }
        return mention.lowerBound..<close
    }

    private func isOwnAccount(_ index: Int) -> Bool {
        let bytes = reading.text.text.bytes[tokens[index].range]
        return GermanWords.ownAccounts.contains { bytes.count > $0.count + 2 && bytes.suffix($0.count).elementsEqual($0) }
    }

    private func isAdjective(_ index: Int) -> Bool {
        index + 1 < period.upperBound && !tokens[index].isCapitalized && tokens[index + 1].isCapitalized
            && tokens[index].range.count > 4
    }

    private func germanAccountBefore(_ index: Int) -> Attribution? {
        let start = finder.germanPhraseStart(before: index, from: period.lowerBound)
        guard start < index else { return nil }
        var from = start
        while from < index, !tokens[from].isCapitalized, !reading.has(from, [.determiner, .possessive]) { from += 1 }
        // `Angaben der Polizei zufolge`
        if GermanWords.accounts.contains(tokens[from].hash), from + 1 < index {
            from += GermanWords.von.contains(tokens[from + 1].hash) && from + 2 < index ? 2 : 1
        }
        guard from < index else { return nil }
        if let account = germanAccountBehind(owner: from, noun: index - 1) { return account }
        let source = Attribution.Source(mention: from..<index, head: from..<index, reference: .noun)
        return around(frame: start..<(index + 1), cue: index..<(index + 1), source: source)
    }

    /// `Wie aus dem Bericht hervorgeht, fehlen Millionen`, `Aus dem Bericht geht hervor, dass Millionen fehlen`
    private func germanEmergence(at index: Int) -> Attribution? {
        let isParted = tokens[index].hash == Self.hervor
        guard isParted || Self.emerging.contains(tokens[index].hash),
            let out = (max(period.lowerBound, index - SourceFinder.reach)..<index).last(where: {
                reading.isOutside($0) && tokens[$0].hash == Self.aus
            }), let source = finder.source(after: out + 1, before: index), source.reference == .noun,
            index + 3 < period.upperBound,
            reading.isOutside(index + 1), reading.isComma(index + 1)
        else { return nil }
        let head = Attribution.Source(mention: source.head, head: source.head, reference: .noun)
        var start = index + 2
        if isParted {
            guard reading.has(start, .complementizer), (period.lowerBound..<index).contains(where: { isGoing($0) }) else {
                return nil
            }
            start += 1
        } else {
            guard out > period.lowerBound, tokens[out - 1].hash == GermanWords.wie else { return nil }
            guard out - 1 == period.lowerBound else {
                return around(frame: (out - 1)..<(index + 1), cue: index..<(index + 1), source: head)
            }
            // `…, der der Zeitung vorliegt, fehlen Millionen`
            if GermanWords.relative.contains(tokens[start].hash),
                let comma = (start..<period.upperBound - 2).first(where: { reading.isOutside($0) && reading.isComma($0) }),
                tokens[comma + 1].kind == .word, !tokens[comma + 1].isCapitalized
            {
                start = comma + 1
            }
        }
        return Attribution(
            cue: index..<(index + 1),
            word: .source,
            source: head,
            frame: min(out, index)..<(index + 1),
            right: start..<period.upperBound,
            isMarked: true
        )
    }

    private func isGoing(_ index: Int) -> Bool { reading.isOutside(index) && Self.going.contains(tokens[index].hash) }

    private static let aus = Hash64.folded("aus")
    private static let hervor = Hash64.folded("hervor")
    private static let emerging = Set(["hervorgeht", "hervorging", "hervorgehe"].map { Hash64.folded($0) })
    private static let going = Set(["geht", "ging", "gehe"].map { Hash64.folded($0) })

    /// `seinen Angaben zufolge`, `ihrer Ansicht nach`: whose account it is stands in front of the noun.
    private func germanAccountBehind(owner: Int, noun: Int) -> Attribution? {
        guard owner >= period.lowerBound, owner < noun, reading.has(owner, .possessive), reading.isOutside(owner),
            reading.isOutside(noun), GermanWords.accounts.contains(tokens[noun].hash)
        else { return nil }
        let source = Attribution.Source(mention: owner..<(owner + 1), head: owner..<(owner + 1), reference: .pronoun)
        return around(frame: owner..<(noun + 2), cue: noun..<(noun + 2), source: source)
    }

    /// An attribution whose content stands around its frame: behind it, before it, or both.
    private func around(frame: Range<Int>, cue: Range<Int>, source: Attribution.Source) -> Attribution? {
        var attribution = Attribution(cue: cue, word: .source, source: source, frame: frame)
        var right = frame.upperBound
        while right < period.upperBound, reading.isOutside(right), reading.isComma(right) { right += 1 }
        let isOpening = (period.lowerBound..<frame.lowerBound).allSatisfy {
            reading.isOutside($0) && (!tokens[$0].isWord || reading.has($0, [.adverb, .coordinator]))
        }
        attribution.isMarked = true
        if right < period.upperBound, tokens[right].kind != .terminator || !reading.endsSentence[right] {
            attribution.right = right..<period.upperBound
        }
        if isOpening { return attribution.right == nil ? nil : attribution }
        let left = clauseStart(before: frame.lowerBound)..<frame.lowerBound
        attribution.left = left.isEmpty ? nil : left
        attribution.isSplit = attribution.left != nil && attribution.right != nil
        return attribution
    }

    /// Where the clause around a token starts: behind the last comma, when a conjunction or relative pronoun follows it.
    private func clauseStart(before index: Int) -> Int {
        let low = max(period.lowerBound, index - SourceFinder.reach)
        let comma = (low..<index).last { at in
            reading.isOutside(at) && reading.isComma(at) && at + 1 < index
                && (reading.has(at + 1, [.coordinator, .complementizer]) || GermanWords.relative.contains(tokens[at + 1].hash)
                    || GermanWords.opensOther.contains(tokens[at + 1].hash))
        }
        return comma.map { $0 + 1 } ?? period.lowerBound
    }

    private static let own = Hash64.folded("eigenen")

    /// `Für die Ministerin ist der Plan „alarmierend“`: whose opinion marked words are.
    private func germanOpinion(at index: Int) -> Attribution? {
        guard index <= period.lowerBound + 1, index + 2 < period.upperBound,
            let source = finder.source(after: index + 1, before: period.upperBound), source.reference == .noun
        else { return nil }
        let verb = source.mention.upperBound
        guard verb < period.upperBound, reading.isOutside(verb), Self.being.contains(tokens[verb].hash),
            hasSpan((verb + 1)..<max(verb + 1, min(period.upperBound, verb + SourceFinder.reach)))
        else { return nil }
        return Attribution(
            cue: index..<(index + 1),
            word: .source,
            source: source,
            frame: index..<verb,
            right: (verb + 1)..<period.upperBound
        )
    }

    private static let being = Set(["ist", "sind", "war", "waren", "bleibt", "sei", "seien", "wäre"].map { Hash64.folded($0) })

    // MARK: wie … mitteilte

    /// `Wie die Polizei mitteilte, sei …` and `…, wie die Polizei mitteilte`: the clause of a cue that stands at its end.
    func germanManner(of cue: Int, _ cueEnd: Int) -> Attribution? {
        guard cueEnd >= period.upperBound || !reading.isOutside(cueEnd) || !tokens[cueEnd].isWord else { return nil }
        let low = max(period.lowerBound, cue - SourceFinder.reach)
        var opener = cue
        while opener > low, reading.outer[opener - 1] < 0, !reading.isComma(opener - 1), !reading.isColon(opener - 1),
            tokens[opener - 1].hash != GermanWords.wie
        {
            opener -= 1
        }
        opener -= 1
        guard opener >= low, tokens[opener].hash == GermanWords.wie, reading.isOutside(opener),
            opener + 1 < cue || tokens[cue].hash == Self.it
        else { return nil }
        var source = opener + 1 < cue ? finder.source(after: opener + 1, before: cue) : nil
        if let found = source, found.reference == .pronoun, tokens[found.head.lowerBound].hash == Self.it { source = nil }
        var attribution = Attribution(
            cue: cue..<cueEnd,
            word: reading.words[cue],
            source: source,
            frame: opener..<cueEnd,
            isMarked: true
        )
        let isOpening = (period.lowerBound..<opener).allSatisfy {
            reading.isOutside($0) && (!tokens[$0].isWord || reading.has($0, .coordinator))
        }
        var right = cueEnd
        while right < period.upperBound, reading.isOutside(right), reading.isComma(right) { right += 1 }
        if right < period.upperBound, right > cueEnd || !reading.isOutside(right) {
            attribution.right = right..<period.upperBound
        }
        if isOpening { return attribution.right == nil ? nil : attribution }
        guard opener > period.lowerBound, reading.isOutside(opener - 1) ? reading.isComma(opener - 1) : true else { return nil }
        let left = clauseStart(before: opener - 1)..<(reading.isOutside(opener - 1) ? opener - 1 : opener)
        attribution.left = left.isEmpty ? nil : left
        attribution.isSplit = attribution.left != nil && attribution.right != nil
        return attribution
    }

    private static let it = Hash64.folded("es")

    // MARK: Nouns

    /// `die Ansicht, dass …`, `seine Forderung, … zu …`.
    private func germanNounClaim(at index: Int) -> Attribution? {
        let limit = min(period.upperBound - 1, index + 16)
        guard index + 2 < limit,
            let comma = ((index + 1)..<limit).first(where: {
                !reading.isOutside($0) || !tokens[$0].isWord && tokens[$0].kind != .dash
            }),
            reading.isOutside(comma), reading.isComma(comma),
            ((index + 1)..<comma).allSatisfy({ reading.words[$0].isDisjoint(with: [.verbCue, .auxiliary]) }),
            let start = germanContent(behindComma: comma)
        else { return nil }
        var end = period.upperBound
        if let close = germanClauseEnd(from: start, before: end) { end = close }
        let source: Attribution.Source?
        let before = index - 1
        if before >= period.lowerBound, reading.has(before, .possessive), reading.isOutside(before) {
            source = Attribution.Source(mention: before..<index, head: before..<index, reference: .pronoun)
        } else if comma > index + 1, let found = ownerBehind(index, before: comma) {
            source = found
        } else {
            let found = finder.subject(from: period.lowerBound, before: index)
            source = found.flatMap { $0.mention.upperBound < index ? $0 : nil }
        }
        return Attribution(
            cue: index..<(index + 1),
            word: .speech,
            source: source,
            frame: index..<start,
            right: start..<end,
            isMarked: true
        )
    }

    /// `die Ansicht der Partei, dass`, `die Forderung von Jan Voll, dass`
    private func ownerBehind(_ noun: Int, before end: Int) -> Attribution.Source? {
        let isOf = GermanWords.von.contains(tokens[noun + 1].hash)
        guard isOf || reading.has(noun + 1, .determiner) || tokens[noun + 1].isCapitalized else { return nil }
        return finder.source(after: noun + (isOf ? 2 : 1), before: end).flatMap {
            $0.reference == .noun && isGermanSource($0) ? $0 : nil
        }
    }

    /// The comma that ends a subordinate clause: a finite verb of the main clause follows it.
    private func germanClauseEnd(from start: Int, before end: Int) -> Int? {
        (start..<min(end, start + 80)).first { at in
            reading.isOutside(at) && reading.isComma(at) && at + 1 < end && reading.isOutside(at + 1)
                && !tokens[at + 1].isCapitalized && reading.has(at + 1, [.auxiliary, .verbCue])
        }
    }

    private static let claims = Set(
        [
            "ansicht", "meinung", "auffassung", "überzeugung", "vorwurf", "vorwürfe", "behauptung", "behauptungen", "forderung",
            "aussage", "warnung", "hoffnung", "befürchtung", "befürchtungen", "verdacht", "einschätzung", "aufforderung",
            "vermutung", "vermutungen", "hinweis", "hinweise", "ankündigung", "versprechen", "begründung", "argument", "kritik",
            "these", "annahme", "vorschlag", "erklärung", "mitteilung", "bitte", "appell", "zusage", "schluss", "ergebnis",
            "kenntnis", "sorge", "feststellung", "zusicherung", "drohung", "anschuldigung", "anschuldigungen", "bemerkung",
            "botschaft", "nachricht", "meldung", "gerüchte", "gerücht", "standpunkt", "urteil", "bericht", "berichte",
        ].map { Hash64.folded($0) }
    )
}
