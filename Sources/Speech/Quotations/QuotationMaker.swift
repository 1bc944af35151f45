internal import Language
internal import TextCore

/// Makes quotations of drafts: token ranges become bytes.
struct QuotationMaker {
    let reading: SpeechReading
    let lexicon: AttitudeLexicon?
    private let provenance: ProvenanceFinder?

    init(reading: SpeechReading, lexicon: AttitudeLexicon?) {
        self.reading = reading
        self.lexicon = lexicon
        provenance = ProvenanceFinder(reading)
    }

    /// A draft as a quotation.
    /// - Parameters:
    ///   - type: how the source stands to the content; by default what the cue says.
    ///   - enclosing: index of the quotation whose marks enclose this one's.
    func quotation(
        _ draft: Draft,
        _ speaker: Speaker?,
        type: AttributionType? = nil,
        enclosing: Int? = nil
    ) -> Quotation {
        Quotation(
            kind: draft.kind,
            type: type ?? self.type(of: draft),
            content: contents(of: draft).map(reading.bytes),
            isSpeech: draft.isSpeech,
            cue: draft.cue.map(reading.bytes),
            mention: draft.source.map { reading.bytes(withoutStop($0.mention)) },
            speaker: speaker,
            via: draft.isSpeech ? provenance?.via(of: draft) : nil,
            anonymity: draft.isSpeech ? provenance?.anonymity(of: draft, speaker) : nil,
            form: QuotationForm.form(of: draft, in: reading),
            damage: draft.span.flatMap { reading.spans[$0].damage },
            damagedMark: draft.span.flatMap { reading.spans[$0].damagedMark }.map { reading.bytes($0..<($0 + 1)) },
            enclosing: enclosing,
            section: draft.section
        )
    }

    /// `сказала Анна Белова. — «…»`: a mention without the full stop of its sentence; that of `Jr.` stays.
    private func withoutStop(_ mention: Range<Int>) -> Range<Int> {
        guard mention.count > 1, let last = mention.last, reading.isMark(last, "."), reading.tokens[last - 1].range.count > 4
        else { return mention }
        return mention.lowerBound..<last
    }

    /// The type of a quotation's cue; words in marks without a cue are asserted.
    private func type(of draft: Draft) -> AttributionType {
        if reading.isHypothetical(draft) { return .eventuality }
        guard let cue = draft.cue?.lowerBound else { return .assertion }
        let hash = reading.tokens[cue].hash
        guard let lexicon else { return CueTypes.of(reading.text.language)?.type(ofCue: hash) ?? .assertion }
        return lexicon.type(ofCue: hash) ?? .assertion
    }

    /// The contents, with the word that opens a retold clause (“that”, “whether”), which PARC and PolNeAR count to the content.
    /// Statements do without it.
    private func contents(of draft: Draft) -> [Range<Int>] {
        guard draft.kind != .direct, reading.text.language == "en", draft.cue != nil, let first = draft.contents.first else {
            return draft.contents
        }
        let start = first.lowerBound - 1
        guard start >= 0, reading.isOutside(start), reading.has(start, .complementizer),
            draft.cue.map({ !$0.contains(start) }) ?? true
        else { return draft.contents }
        return [start..<first.upperBound] + draft.contents.dropFirst()
    }
}
