internal import Language
internal import TextCore

/// Who a cue has for its subject: in front of it, behind it, or the one of the cue before.
extension CueReader {
    /// The subject of a cue; nil where there is none and the cue tells nothing.
    func subject(of site: CueSite) -> CueSubject? {
        if let found = fixedSubject(of: site) { return found }
        if site.isPassive { return CueSubject(source: passiveAgent(after: site.cue.upperBound)) }
        if site.word.contains(.gerund) || site.isInfinitive { return CueSubject(source: unfiniteSubject(of: site)) }
        let before = site.before
        if before < period.lowerBound { return subjectAtStart(of: site) }
        if let apposed = apposedByDashes(before, site.cue.upperBound, site.low) { return CueSubject(source: apposed) }
        if !reading.isOutside(before) || reading.isBreak(before) || tokens[before].kind == .terminator {
            if site.mayInvert, let found = inverted(site.cue.upperBound) { return CueSubject(source: found, isInverted: true) }
            return CueSubject(source: inheritedSubject(of: site))
        }
        if isVerbalAdverb(site.cue.lowerBound) {
            return CueSubject(source: subject(ofVerbalAdverb: site.cue.lowerBound, site.previous))
        }
        if let agency = agencyTail(site.cue.upperBound, behind: before, site.previous) {
            return CueSubject(source: agency, isInverted: true, isTail: true)
        }
        if reading.isComma(before) { return subjectBehindComma(of: site) }
        if reading.has(before, .coordinator) { return CueSubject(source: coordinatedSubject(of: site)) }
        if let found = verbSecond(site.cue.upperBound) { return CueSubject(source: found, isInverted: true) }
        let inFront =
            finder.antecedent(before: site.groupStart, from: period.lowerBound)
            ?? finder.source(before: site.groupStart, from: site.low).map { named(by: $0, site.low) }
        return CueSubject(source: inFront ?? inheritedSubject(of: site))
    }

    /// Subjects that particles, topics, texts and the order of German tell, whatever stands in front of the verb.
    private func fixedSubject(of site: CueSite) -> CueSubject? {
        let (index, cueEnd) = (site.cue.lowerBound, site.cue.upperBound)
        let isJapanese = reading.text.language == "ja"
        if let topic = (isJapanese ? topic(before: index, site.low) : nil) ?? koreanTopic(before: index, site.low) {
            return CueSubject(source: Attribution.Source(mention: topic, head: topic, reference: .noun))
        }
        if let subject = subjectOverParticle(site.before) { return CueSubject(source: subject) }
        if let subject = subjectBehindAnaphor(index, cueEnd) { return CueSubject(source: subject, isInverted: true) }
        if let text = textSource(behind: cueEnd, cue: index) { return CueSubject(source: text, isInverted: true) }
        if let text = textSource(before: index) { return CueSubject(source: text) }
        if isGerundive(index) {
            return CueSubject(source: site.previous?.source ?? finder.subject(from: period.lowerBound, before: index - 1))
        }
        guard reading.text.language == "de" else { return nil }
        // `Das sagte Weber und forderte die Bürger auf`: the verb behind “und” has the subject of the one before.
        if site.before > period.lowerBound, tokens[site.before].hash == Self.und, reading.isOutside(site.before),
            site.previous?.word.isDisjoint(with: .source) == true, let source = site.previous?.source
        {
            return CueSubject(source: source)
        }
        if let found = germanSubject(of: index, cueEnd, site.groupStart, site.low) {
            return CueSubject(source: found.source, isInverted: found.isInverted)
        }
        // `Der „schwarze Tag“ werde bleiben, hieß es`: nobody in particular says so.
        return saysImpersonally(index, cueEnd) ? CueSubject(isInverted: true) : nil
    }

    /// « tout en assurant que »: the subject is that of the sentence.
    func isGerundive(_ cue: Int) -> Bool {
        reading.text.language == "fr" && cue > period.lowerBound + 1 && reading.isOutside(cue - 1)
            && tokens[cue - 1].hash == Self.gerundive
            && reading.text.text.bytes[tokens[cue].range].suffix(3).elementsEqual("ant".utf8)
    }

    /// « tout en » belongs to the verb.
    func gerundiveStart(before start: Int, cue: Int) -> Int {
        guard isGerundive(cue), start > period.lowerBound, reading.isOutside(start - 1), tokens[start - 1].hash == Self.whole
        else {
            return start
        }
        return start - 1
    }

    private static let gerundive = Hash64.folded("en")
    private static let whole = Hash64.folded("tout")

    /// The subject of a participle or infinitive.
    private func unfiniteSubject(of site: CueSite) -> Attribution.Source? {
        let (index, previous) = (site.cue.lowerBound, site.previous)
        if site.word.contains(.gerund) {
            let own =
                relayedSource(before: index)
                ?? (site.before >= site.low ? gerundSubject(site.before, site.low) : nil)
                ?? behindSemicolon(site.groupStart, previous) ?? fronted(index, previous)
                ?? coordinated(site.groupStart, previous)
            if let own { return own }
        }
        return (site.isAfterRelative ? nil : previous?.source) ?? finder.subject(from: period.lowerBound, before: site.groupStart)
            ?? previous?.source
    }

    /// The subject of a verb that opens its sentence: `Said Moss: “…”`, `Añadió: “…”`.
    private func subjectAtStart(of site: CueSite) -> CueSubject? {
        let cueEnd = site.cue.upperBound
        if dropsSubject(cueEnd, site.word) { return CueSubject() }
        let isEnglishText = reading.text.language == "en" && !isTitleCase
        guard !isEnglishText || site.word.contains(.speech), let found = inverted(cueEnd),
            !isEnglishText || opensQuotation(found)
        else { return nil }
        return CueSubject(source: found, isInverted: true)
    }

    private func subjectBehindComma(of site: CueSite) -> CueSubject {
        let (before, cueEnd) = (site.before, site.cue.upperBound)
        let content = before > period.lowerBound ? before - 1 : before
        let touchesSpan = !reading.isOutside(content)
        let mayFollow =
            touchesSpan
            || (reading.text.language == "de"
                ? !endsApposition(before, cueEnd, site.low) : !hasComma(before: before, from: site.low))
        // `They are old, posted late hours and left`: a verb with its object.
        let mayTakeObject = !touchesSpan && QuotationBuilder.transitive.contains(tokens[site.cue.lowerBound].hash)
        // `“…,” Moss, a former counsel, told The Herald`: one who is told ends the sentence, too.
        let mayEnd = !site.word.contains(.tell) && endsWithSource(cueEnd)
        if site.mayInvert, mayFollow || mayEnd, !mayTakeObject, let found = inverted(cueEnd) {
            return CueSubject(source: found, isInverted: true)
        }
        return CueSubject(source: finder.source(before: site.groupStart, from: site.low) ?? inheritedSubject(of: site))
    }

    private func coordinatedSubject(of site: CueSite) -> Attribution.Source? {
        let previous = site.previous
        // `After the reporter finished his work, Tolley came in and said`: a cue without content is no speech to go on with.
        let isSpoken = previous.map { $0.left != nil || $0.right != nil && ($0.isMarked || $0.word.contains(.speech)) } ?? false
        return (isSpoken ? previous?.source : nil) ?? finder.subject(from: period.lowerBound, before: site.before)
            ?? previous?.source
    }

    /// The source of the attribution in front, or the first subject of the sentence.
    private func inheritedSubject(of site: CueSite) -> Attribution.Source? {
        site.previous?.source ?? finder.subject(from: period.lowerBound, before: site.groupStart)
    }
}
