internal import Language
internal import TextCore

/// Where a clause ends that a noun governs at the head of its sentence: `Moss’s claim that the bridge was safe drew laughter`.
extension CueReader {
    /// Where the main verb of the sentence begins, behind a clause in its subject; `end` where rules see none.
    ///
    /// Each clause has one finite verb, and what a conjunction joins to it: the next one is the sentence's.
    /// - Complexity: O(*n*) in tokens.
    func mainVerb(behindClause start: Int, before end: Int) -> Int {
        var verbs = 0
        // An infinitive has no finite verb of its own.
        var clauses = tokens[start].hash == Self.to ? 0 : 1
        var index = start
        while index < end {
            guard reading.isOutside(index) else {
                index += 1
                continue
            }
            if isFinite(index, from: start) || isFiniteByEnding(index) || isTransitivePast(index, from: start, before: end) {
                if isJoined(index, from: start) { clauses += 1 }
                verbs += 1
                if verbs > clauses { return index }
                let isAuxiliary = reading.has(index, .auxiliary)
                index += 1
                while index < end, reading.isOutside(index), reading.has(index, [.auxiliary, .adverb, .negation]) { index += 1 }
                if isAuxiliary, index < end, reading.has(index, .narrative) { index += 1 }
                continue
            }
            if index > start, reading.has(index, [.relative, .complementizer, .subordinator]) { clauses += 1 }
            index += 1
        }
        return end
    }

    /// `Ida Moss, who said the pier was old, left`, `Reuters, citing an official, said`: what a clause between commas says ends
    /// with the clause, where the verb comes whose subject stood before it.
    func endAside(_ attribution: inout Attribution) {
        guard reading.text.language == "en", let right = attribution.right else { return }
        let source = attribution.source?.mention.lowerBound
        // `Ida Moss, whose lawyer said she was ill, left`
        let isWhose = source.map { $0 > period.lowerBound + 1 && tokens[$0 - 1].hash == SourceFinder.whose } ?? false
        let isRelative = isWhose || attribution.source?.reference == .relative
        let opening = isRelative ? source.map { isWhose ? $0 - 1 : $0 } : attribution.cue.lowerBound
        guard isRelative || attribution.word.contains(.gerund), let opening, opening > period.lowerBound + 1,
            reading.isOutside(opening - 1), reading.isComma(opening - 1), opening < right.lowerBound
        else { return }
        // Content of a clause has a verb of its own, and one more in each clause inside of it.
        var missing = isRelative ? 1 : 0
        var isInGroup = false
        for index in right {
            guard reading.isOutside(index) else { return }
            if missing <= 0, index > right.lowerBound, reading.isComma(index), isPredicate(index + 1, from: right.lowerBound) {
                attribution.right = right.lowerBound..<index
                attribution.isEnded = true
                return
            }
            let isVerb = isPredicate(index, from: right.lowerBound)
            if isVerb, !isInGroup {
                missing -= 1
            } else if index > right.lowerBound, reading.has(index, [.relative, .subordinator]) {
                missing += 1
            }
            isInGroup = isVerb || isInGroup && reading.has(index, [.adverb, .negation])
        }
    }

    /// Whether a finite verb stands at a token, or behind adverbs there: an auxiliary, a verb of narration, a cue in the past.
    private func isPredicate(_ index: Int, from start: Int) -> Bool {
        var verb = index
        while verb < period.upperBound, reading.isOutside(verb), verb < index + 3,
            reading.has(verb, .adverb) && !reading.has(verb, [.determiner, .coordinator, .subject]) || reading.isLyAdverb(verb)
        {
            verb += 1
        }
        guard verb < period.upperBound, reading.isOutside(verb) else { return false }
        if isFinite(verb, from: start) { return true }
        return reading.has(verb, .verbCue) && !reading.has(verb, [.gerund, .present]) && !tokens[verb].isCapitalized
            && !reading.has(verb - 1, [.determiner, .possessive, .preposition, .auxiliary])
    }

    private func isFinite(_ index: Int, from start: Int) -> Bool {
        guard tokens[index].kind == .word, !tokens[index].isCapitalized,
            reading.has(index, .auxiliary) && !reading.has(index, [.subject, .determiner]) || reading.has(index, .narrative),
            !Self.infinite.contains(tokens[index].hash)
        else { return false }
        guard index > start else { return true }
        return !reading.has(index - 1, [.determiner, .possessive, .preposition]) || tokens[index - 1].hash == Self.as
    }

    /// `fue`, `rechazaba`: whether the ending of a word of another language is a finite verb's.
    private func isFiniteByEnding(_ index: Int) -> Bool {
        guard reading.text.language != "en", reading.text.language != "de", tokens[index].kind == .word,
            !tokens[index].isCapitalized
        else { return false }
        return ClauseLexicon.ends(
            tokens[index],
            in: reading.text.text.span,
            with: ClauseLexicon.of(reading.text.language).verbEndings
        )
    }

    /// `the union burned the files was dismissed`: an English past with its object behind it, which no participle of a noun phrase
    /// has.
    private func isTransitivePast(_ index: Int, from start: Int, before end: Int) -> Bool {
        guard reading.text.language == "en", index > start, index + 1 < end, tokens[index].kind == .word,
            !tokens[index].isCapitalized, tokens[index].range.count > 3,
            reading.text.text.bytes[tokens[index].range].suffix(2).elementsEqual("ed".utf8), reading.isOutside(index + 1),
            !reading.has(index - 1, [.determiner, .possessive, .preposition, .auxiliary, .adverb])
        else { return false }
        return reading.has(index + 1, [.determiner, .possessive]) || tokens[index + 1].isCapitalized
            || tokens[index + 1].kind == .number
    }

    private func isJoined(_ index: Int, from start: Int) -> Bool {
        var before = index - 1
        while before > start, reading.has(before, .adverb), !reading.has(before, .coordinator) { before -= 1 }
        return before >= start && reading.has(before, .coordinator)
    }

    private static let infinite = Set(
        ["be", "been", "being", "having", "être", "avoir", "été", "eu"].map { Hash64.folded($0) }
    )
    private static let `as` = Hash64.folded("as")

    /// Whether no verb stands before a token in its period, so that a noun phrase there is the subject.
    func opensSentence(_ index: Int) -> Bool {
        (period.lowerBound..<max(period.lowerBound, index)).allSatisfy {
            reading.isOutside($0) && !reading.has($0, [.auxiliary, .narrative, .verbCue, .subject])
        }
    }

    /// `la thèse de M. Roux selon laquelle le pont est sûr`: the clause is the owner's; nil where none is named.
    func thesis(_ cue: Range<Int>) -> Attribution? {
        let low = max(period.lowerBound, cue.lowerBound - 10)
        guard cue.upperBound + 1 < period.upperBound,
            let of = (low..<cue.lowerBound).last(where: { reading.isOutside($0) && Self.of.contains(tokens[$0].hash) }),
            let source = finder.source(before: cue.lowerBound, from: of + 1), source.reference == .noun
        else { return nil }
        let start = cue.upperBound + 1
        var end = period.upperBound
        if let comma = (start..<end).first(where: { reading.isOutside($0) && reading.isComma($0) }) { end = comma }
        if opensSentence(of) { end = mainVerb(behindClause: start, before: end) }
        return Attribution(
            cue: cue.lowerBound..<(cue.upperBound + 1),
            word: .source,
            source: source,
            frame: of..<start,
            right: start..<end,
            isMarked: true
        )
    }

    /// Whether a relative pronoun stands behind `selon`, `según`, `secondo`: a clause, no source.
    func opensThesis(_ cueEnd: Int) -> Bool {
        cueEnd < period.upperBound && reading.isOutside(cueEnd) && Self.which.contains(tokens[cueEnd].hash)
    }

    private static let of = Set(["de", "d'", "du", "des"].map { Hash64.folded($0) })
    private static let which = Set(["laquelle", "lequel", "lesquelles", "lesquels"].map { Hash64.folded($0) })
}
