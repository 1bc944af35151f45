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
        guard reading.text.language == "de" else { return nil }
        return germanSubject(of: index, cueEnd, site.groupStart, site.low).map {
            CueSubject(source: $0.source, isInverted: $0.isInverted)
        }
    }

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
