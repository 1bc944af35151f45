internal import Language
internal import TextCore

/// German retold speech: sentence after sentence in the subjunctive, marked words inside them, and `Das teilte … mit`.
extension QuotationBuilder {
    /// The words in marks inside retold German speech are quotations of their own, beside the clause that holds them: German
    /// retells in the subjunctive, and only what stands in marks is the speaker's wording.
    mutating func addFragments(_ spans: [Int], of holder: Int) {
        guard reading.text.language == "de" else { return }
        for span in spans {
            var fragment = draft(span, isSpeech: true)
            fragment.cue = drafts[holder].cue
            fragment.source = drafts[holder].source
            fragment.enclosing = holder
            drafts.append(fragment)
        }
    }

    /// `Der Trainer war froh: „Ein guter Start“, sagte er`, `Von einer „Farce“ sprach Kern`: words before a quotation that are
    /// no part of it.
    func isGermanLead(_ lead: Range<Int>) -> Bool {
        guard reading.text.language == "de", let last = lead.last, reading.isOutside(last) else { return false }
        return reading.isColon(last)
            || lead.count <= 3
                && lead.allSatisfy { reading.isOutside($0) && reading.has($0, [.determiner, .preposition, .adverb]) }
    }

    /// Whether all but two small words of a region stand in marks: then the quotation is what they hold.
    func isNearlyMarked(_ region: Range<Int>, _ spans: [Int]) -> Bool {
        guard reading.text.language == "de" else { return false }
        var count = 0
        for index in region where reading.isOutside(index) && reading.tokens[index].isWord {
            if reading.has(index, .auxiliary) && count > 0 || GermanWords.subjunctive.contains(reading.tokens[index].hash) {
                return false
            }
            count += 1
            if count > 2 { return false }
        }
        return true
    }

    /// Whether marked words that stand in the main clause of a cue are the source's: always behind verbs of speech, behind
    /// verbs that also mean something else only where they are a wording or what something is called.
    func isObject(_ span: Int, of attribution: Attribution) -> Bool {
        guard reading.text.language == "de" else { return true }
        if attribution.cue.count == 1, Self.clauseVerbs.contains(reading.tokens[attribution.cue.lowerBound].hash),
            !attribution.isMarked
        {
            return false
        }
        guard attribution.word.isDisjoint(with: [.speech, .source]) else { return true }
        let content = reading.spans[span].content
        return Aside.namesSo(reading.spans[span], in: reading)
            || Aside.isGermanWording(content, words: reading.wordCount(content, limit: 2), reading)
    }

    /// Verbs that say something only with a clause, or a particle: marked words as their object are a thing.
    static let clauseVerbs = Set(
        [
            "findet", "finden", "fand", "fanden", "geht", "gehen", "ging", "gingen", "stellt", "stellte", "stellten", "führt",
            "führte",
            "teilt", "teilte", "teilten", "entschied", "entschieden", "heißen", "ermittelte", "fügt", "fügte", "räumt", "räumte",
            "raten", "geraten", "gestanden", "angaben", "gab", "gaben", "gibt", "geben",
        ].map { Hash64.folded($0) }
    )

    /// `zunächst ist laut Zeitung an den Bau gedacht`: one content around its frame.
    mutating func takeSplit(_ attribution: Attribution, _ spans: [Int]) -> Bool {
        guard attribution.isSplit, let left = attribution.left, let right = attribution.right,
            !spans.contains(where: { reading.spans[$0].tokens.overlaps(left.lowerBound..<right.upperBound) })
        else { return false }
        let parts = [trimmed(left), trimmed(right)].filter { !$0.isEmpty }
        guard let first = parts.first, parts.reduce(0, { $0 + reading.wordCount($1, limit: 4) }) >= 3 else { return true }
        add(first, attribution, kind: .indirect, span: nil)
        drafts[drafts.count - 1].contents = parts
        return true
    }

    /// Whether what stands before a cue at the head of a period takes up the sentence before: `Das teilte`, `Об этом сообщил`.
    private func takesUp(_ period: Range<Int>, _ cue: Int) -> Bool {
        guard reading.text.language == "de" else { return CueReader(reading, period: period).opensWithAnaphor(cue) }
        return GermanWords.anaphors.contains(reading.tokens[period.lowerBound].hash) && cue == period.lowerBound + 1
    }

    /// `Das teilte die Polizei mit.`: the sentence before is what was said.
    mutating func takeAnaphor(_ period: Range<Int>, _ attributions: [Attribution]) {
        guard let narrated = unspoken, narrated.upperBound == period.lowerBound,
            attributions.count == 1, let said = attributions.first, said.left == nil, said.right == nil, !said.isPending,
            said.source != nil, !said.word.isDisjoint(with: [.speech]),
            takesUp(period, said.cue.lowerBound),
            section(narrated.lowerBound) == section(period.lowerBound)
        else { return }
        let region = trimmed(narrated)
        guard reading.wordCount(region, limit: 3) >= 3 else { return }
        add(region, said, kind: .indirect, span: nil)
    }

    /// `Der Hafen sei voll.`: a sentence in the subjunctive goes on with what the speaker before said.
    mutating func takeRetold(_ period: Range<Int>, _ attributions: [Attribution], _ spans: [Int]) {
        guard reading.text.language == "de", let speaker = retellingSpeaker(of: period),
            attributions.allSatisfy({ $0.left == nil && $0.right == nil && !$0.isPending }),
            spans.allSatisfy({ draftOfSpan[$0] == nil && !isWhole(reading.spans[$0]) }), period.count <= 120
        else { return }
        let follows = lastSpoken == period.lowerBound
        guard let verb = reading.firstSubjunctive(period, second: follows), isMainClause(period, verb) else { return }
        let region = trimmed(period)
        guard reading.wordCount(region, limit: 3) >= 3 else { return }
        append(
            Draft(
                kind: spans.isEmpty ? .indirect : .mixed,
                contents: [region],
                isSpeech: true,
                cue: speaker.cue,
                source: speaker.source,
                span: spans.count == 1 ? spans.first : nil,
                section: section(region.lowerBound)
            )
        )
        let holder = drafts.count - 1
        for span in spans {
            draftOfSpan[span] = holder
            holderOfSpan[span] = holder
            verdicts[span] = .mixed
        }
        addFragments(spans, of: holder)
    }

    /// Whose words a sentence in the subjunctive retells: of whom the sentence before tells that he said something without saying
    /// what (`Der Minister wies die Kritik zurück. Die Lage sei ernst.`), else the speaker before.
    private func retellingSpeaker(of period: Range<Int>) -> (source: Attribution.Source, cue: Range<Int>?)? {
        if let narrated = unspoken, narrated.upperBound == period.lowerBound,
            section(narrated.lowerBound) == section(period.lowerBound), retellsInMainClause(period),
            let told = teller(of: narrated)
        {
            return told
        }
        guard let latest, drafts[latest].section >= section(period.lowerBound) - 1, let source = drafts[latest].source else {
            return nil
        }
        return (Attribution.Source(mention: source.mention, head: source.head, reference: .inherited), drafts[latest].cue)
    }

    /// Whether a verb in the subjunctive stands in a clause that no conjunction, question word or relative pronoun opens, and
    /// nobody says “I”.
    private func retellsInMainClause(_ period: Range<Int>) -> Bool {
        var clause = period.lowerBound
        var retells = false
        for index in period where reading.isOutside(index) {
            if reading.tokens[index].hash == Self.i { return false }
            if reading.isComma(index) { clause = index + 1 }
            guard clause <= index, !retells, reading.firstSubjunctive(index..<(index + 1), second: true) != nil else { continue }
            retells = !(clause..<min(clause + 2, index)).contains {
                reading.has($0, [.complementizer, .subordinator]) || GermanWords.opensContent.contains(reading.tokens[$0].hash)
                    || $0 > period.lowerBound + 1 && GermanWords.relative.contains(reading.tokens[$0].hash)
            }
        }
        return retells
    }

    private static let i = Hash64.folded("ich")

    /// Who may go on to speak behind a sentence of narration: the source of a cue without content, else its subject when that is
    /// a person or a body that speaks.
    private func teller(of period: Range<Int>) -> (source: Attribution.Source, cue: Range<Int>?)? {
        if let told = unspokenAttributions.last(where: { $0.source?.reference == .noun || $0.source?.reference == .pronoun }),
            let source = told.source
        {
            return (source, told.cue)
        }
        guard let subject = finder.subject(from: period.lowerBound, before: period.upperBound), subject.reference == .noun else {
            return nil
        }
        let speaks =
            subject.head.contains { reading.has($0, [.role, .collective]) }
            || reading.namesPerson(subject.head)
        return speaks ? (subject, nil) : nil
    }

    /// Whether a verb in the subjunctive stands in the main clause: no conjunction of doubt or condition opens the period.
    private func isMainClause(_ period: Range<Int>, _ verb: Int) -> Bool {
        guard let first = period.first(where: { reading.tokens[$0].isWord }) else { return false }
        if Self.wishes.contains(reading.tokens[first].hash) { return false }
        // `…, als sei nichts geschehen`, `…, als ob er schlafe`: a comparison.
        return !(max(period.lowerBound, verb - 3)..<verb).contains { reading.tokens[$0].hash == GermanWords.als }
    }

    private static let wishes = Set(["wenn", "falls", "möge", "sollte", "sei"].map { Hash64.folded($0) })
}
