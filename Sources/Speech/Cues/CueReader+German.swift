internal import Language
internal import TextCore

/// Subjects of German clauses: the verb stands second, so its subject stands before or behind it.
extension CueReader {
    /// The subject of the clause of a cue where word order tells: behind the verb when something else comes first; by the
    /// auxiliary when the cue is a participle. Nil where the phrase before the cue is it.
    func germanSubject(of cue: Int, _ cueEnd: Int, _ groupStart: Int, _ low: Int) -> (
        source: Attribution.Source, isInverted: Bool
    )? {
        let start = mainClauseStart(before: cue)
        if let subordinate = subordinateSubject(of: cue, cueEnd, low) { return (subordinate, false) }
        if let relative = relativeAntecedent(before: groupStart, low) { return (relative, false) }
        if let account = accountSubject(of: cue, cueEnd, start) { return (account, account.mention.lowerBound >= cueEnd) }
        if let auxiliary = (start..<cue).last(where: { reading.isOutside($0) && reading.has($0, .auxiliary) }),
            auxiliary < cue - 1,
            isParticiple(cue),
            // `…, kritisiert die Opposition`: right behind a comma it is finite.
            !(reading.isComma(cue - 1) && cueEnd < period.upperBound && tokens[cueEnd].isWord)
        {
            if Self.passive.contains(tokens[auxiliary].hash), let agent = agent(auxiliary + 1..<cue) { return (agent, false) }
            // `wird Musk wie folgt zitiert`, `In der Meldung hat die Firma bestätigt`
            if !isSubjectFirst(start, before: auxiliary), let found = finder.source(after: auxiliary + 1, before: cue),
                found.reference != .relative
            {
                return (found, false)
            }
            return finder.source(before: auxiliary, from: max(start, low)).map { ($0, false) }
        }
        guard cueEnd < period.upperBound, reading.isOutside(cueEnd), !isParticiple(cue) || tokens[cueEnd].isWord else {
            return nil
        }
        // `Der Verband nannte sie „fahrlässig“`: the object.
        let isObject =
            tokens[cueEnd].hash == Self.she && start < groupStart && isSubjectFirst(start, before: cue)
            && !GermanWords.anaphors.contains(tokens[start].hash)
        if !isObject, reading.has(cueEnd, [.masculine, .feminine]) || tokens[cueEnd].hash == Self.one,
            !reading.has(cueEnd, .possessive)
        {
            let pronoun = cueEnd..<(cueEnd + 1)
            return (Attribution.Source(mention: pronoun, head: pronoun, reference: .pronoun), true)
        }
        guard start < groupStart, !isSubjectFirst(start, before: cue), let found = inverted(cueEnd) else { return nil }
        return (found, true)
    }

    /// Whether a German cue is a participle of the passive without an agent, or its subject is `man`. Whoever is quoted speaks.
    func isNobodysPassive(_ cue: Int, _ source: Attribution.Source) -> Bool {
        if source.head.count == 1, tokens[source.head.lowerBound].hash == Self.one { return true }
        guard isParticiple(cue), tokens[cue].hash != Self.quoted, source.mention.upperBound <= cue else { return false }
        let clause = max(period.lowerBound, cue - SourceFinder.reach)..<cue
        guard let auxiliary = clause.last(where: { reading.isOutside($0) && reading.has($0, .auxiliary) }),
            Self.passive.contains(tokens[auxiliary].hash),
            !(auxiliary..<cue).contains(where: { reading.isOutside($0) && reading.isComma($0) })
        else { return false }
        return agent(auxiliary + 1..<cue) == nil
    }

    private static let quoted = Hash64.folded("zitiert")

    /// `Kern, der sagte`: whether a token is a relative pronoun behind its noun's comma.
    func isGermanRelative(_ index: Int) -> Bool {
        reading.text.language == "de" && index > period.lowerBound + 1 && reading.isOutside(index - 1)
            && reading.isComma(index - 1)
            && GermanWords.relative.contains(tokens[index].hash)
    }

    /// `Das teilte die Polizei mit`: whether a token takes up the sentence before.
    func isGermanAnaphor(_ index: Int) -> Bool {
        reading.text.language == "de" && index == period.lowerBound && GermanWords.anaphors.contains(tokens[index].hash)
            && index + 1 < period.upperBound && reading.has(index + 1, [.verbCue, .auxiliary]) && !tokens[index + 1].isCapitalized
    }

    /// The noun phrase that a relative pronoun right before a cue stands for.
    private func relativeAntecedent(before groupStart: Int, _ low: Int) -> Attribution.Source? {
        let pronoun = groupStart - 1
        guard pronoun >= period.lowerBound, isGermanRelative(pronoun), pronoun - 1 > low else { return nil }
        return finder.source(before: pronoun - 1, from: low).flatMap { $0.reference == .noun ? $0 : nil }
    }

    /// `In der Mitteilung des Amtes heißt es`, `heißt es in der Mitteilung`: the text that says it.
    private func accountSubject(of cue: Int, _ cueEnd: Int, _ start: Int) -> Attribution.Source? {
        guard saysImpersonally(cue, cueEnd) else { return nil }
        let behind = cueEnd
        if behind + 1 < period.upperBound, reading.isOutside(behind), Self.inText.contains(tokens[behind].hash),
            let source = finder.source(after: behind + 1, before: period.upperBound), source.reference == .noun
        {
            return source
        }
        guard start < cue, Self.inText.contains(tokens[start].hash), start + 1 < cue else { return nil }
        return finder.source(after: start + 1, before: cue).flatMap { $0.reference == .noun ? $0 : nil }
    }

    /// `heißt es`, `hieß es`
    func saysImpersonally(_ cue: Int, _ cueEnd: Int) -> Bool {
        cueEnd - cue > 1 && (tokens[cueEnd - 1].hash == Self.it || tokens[cue].hash == Self.it)
    }

    private static let it = Hash64.folded("es")
    private static let inText = Set(["in", "im", "aus", "von", "vom", "seitens", "auf"].map { Hash64.folded($0) })

    /// `da die Partei angekündigt hatte, …`: the subject of a clause whose verbs stand at its end.
    private func subordinateSubject(of cue: Int, _ cueEnd: Int, _ low: Int) -> Attribution.Source? {
        var behind = cueEnd
        while behind < period.upperBound, behind < cueEnd + 3, reading.isOutside(behind), reading.has(behind, .auxiliary) {
            behind += 1
        }
        guard behind >= period.upperBound || !reading.isOutside(behind) || !tokens[behind].isWord else { return nil }
        let stop = max(period.lowerBound, cue - SourceFinder.reach)
        var opener = cue
        while opener > stop, reading.isOutside(opener - 1), !reading.isComma(opener - 1), !reading.isColon(opener - 1) {
            opener -= 1
        }
        if opener < cue, reading.has(opener, .coordinator) { opener += 1 }
        guard opener < cue else { return nil }
        if isGermanRelative(opener), behind > cueEnd || opener + 1 < cue {
            return opener - 1 > low
                ? finder.source(before: opener - 1, from: low).flatMap { $0.reference == .noun ? $0 : nil } : nil
        }
        guard reading.has(opener, [.subordinator, .complementizer]), opener + 1 < cue,
            let found = finder.source(after: opener + 1, before: cue), mayBeSubject(found)
        else { return nil }
        return found
    }

    /// Whether a phrase may be a subject: German articles tell.
    func mayBeSubject(_ source: Attribution.Source) -> Bool {
        guard reading.text.language == "de" else { return true }
        return !Self.objects.contains(tokens[source.head.lowerBound].hash)
    }

    private static let objects = Set(
        [
            "den", "dem", "des", "einen", "einem", "eines", "ihn", "ihm", "ihnen", "seinen", "seinem", "ihren", "ihrem", "diesen",
            "diesem", "keinen", "keinem",
        ].map { Hash64.folded($0) }
    )

    /// Whether a German source can be one: a pronoun, or a phrase with a noun.
    func isGermanSource(_ source: Attribution.Source) -> Bool {
        guard reading.text.language == "de" else { return true }
        if source.head.count == 1, tokens[source.head.lowerBound].hash == Self.it { return false }
        guard source.reference == .noun else { return true }
        return source.head.contains {
            tokens[$0].isCapitalized || tokens[$0].kind == .number || tokens[$0].kind == .quote
                || reading.has($0, .count) || ProvenanceLexicon.small.contains(tokens[$0].hash)
        }
            && !(source.head.count == 1
                && reading.has(source.head.lowerBound, [.adverb, .preposition, .subordinator, .complementizer, .time])
                && reading.words[source.head.lowerBound].isDisjoint(with: [.role, .collective]))
    }

    /// `Jan Voll, der Leiter, sagte am Abend: „…“`: whether the comma before a cue ends an apposition to its subject, so that
    /// the content stands behind the cue.
    func endsApposition(_ comma: Int, _ cueEnd: Int, _ low: Int) -> Bool {
        guard (low..<comma).allSatisfy({ reading.isOutside($0) }), low < comma else { return false }
        var first = low
        while first < comma, !tokens[first].isWord || reading.has(first, .coordinator) { first += 1 }
        guard first < comma, isSubjectFirst(first, before: comma) else { return false }
        // A noun phrase that a comma ends right away.
        guard let opening = (first..<comma).first(where: { reading.isComma($0) }) else { return false }
        return finder.phraseEnd(first, comma) == opening
    }

    /// Where the main clause of a cue starts: behind the last span, semicolon or coordinated clause.
    private func mainClauseStart(before cue: Int) -> Int {
        var start = max(period.lowerBound, cue - SourceFinder.reach)
        if let span = (start..<cue).last(where: { !reading.isOutside($0) || reading.isMark($0, ";") }) { start = span + 1 }
        while start < cue, !tokens[start].isWord || reading.has(start, .coordinator) { start += 1 }
        return start
    }

    /// Whether what stands before a verb can be its subject: no adverb, preposition, subordinate clause or oblique case.
    private func isSubjectFirst(_ start: Int, before verb: Int) -> Bool {
        guard start < verb else { return true }
        if Self.oblique.contains(tokens[start].hash) || isGermanAnaphor(start) { return false }
        if reading.has(start, [.masculine, .feminine]) { return true }
        if reading.has(start, [.preposition, .subordinator, .time]) || finder.isGermanAdverb(start) { return false }
        if reading.has(start, .adverb) {
            // `Auch die Kommission kritisierte`: an adverb with the subject behind it.
            guard start + 1 < verb, tokens[start + 1].isWord, Self.focus.contains(tokens[start].hash) else { return false }
            return isSubjectFirst(start + 1, before: verb)
        }
        return true
    }

    /// Whether a cue is a participle or ends a clause with the auxiliary before it.
    private func isParticiple(_ cue: Int) -> Bool {
        let bytes = reading.text.text.bytes[tokens[cue].range]
        guard bytes.last == UInt8(ascii: "t") || bytes.suffix(2).elementsEqual("en".utf8) else { return false }
        return !bytes.suffix(2).elementsEqual("te".utf8)
    }

    /// `wurde von der Regierung beschuldigt`: the agent of a passive.
    private func agent(_ range: Range<Int>) -> Attribution.Source? {
        guard let von = range.first(where: { reading.isOutside($0) && GermanWords.von.contains(tokens[$0].hash) }),
            von + 1 < range.upperBound
        else { return nil }
        return finder.source(after: von + 1, before: range.upperBound).flatMap {
            $0.reference == .noun && isGermanSource($0) ? $0 : nil
        }
    }

    private static let passive = Set(["wird", "werden", "wurde", "wurden"].map { Hash64.folded($0) })
    private static let oblique = Set(
        ["dem", "den", "des", "einem", "einen", "eines", "seinem", "seinen", "ihrem", "ihren", "wie", "mit", "als"].map {
            Hash64.folded($0)
        }
    )
    private static let focus = Set(["auch", "selbst", "ebenfalls"].map { Hash64.folded($0) })
    private static let one = Hash64.folded("man")
    private static let she = Hash64.folded("sie")
}
