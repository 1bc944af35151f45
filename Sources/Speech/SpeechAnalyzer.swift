public import Language
internal import TextCore

/// What one article says and who says it: its quotations and its statements.
public struct SpeechAnalysis: Sendable {
    /// Quotations in order of their places.
    public let quotations: [Quotation]
    /// What somebody judges, thinks, wants or knows without words of his own being given, and what speech was about, in order
    /// of their places. None overlaps a quotation. They are kept apart from quotations: what “she wants” and “he criticized” is
    /// no statement of hers and his.
    public let attitudes: [Quotation]
    /// Statements in order of their places; every sentence has one that says more than who spoke.
    public let statements: [Statement]

    /// Makes an analysis.
    public init(quotations: [Quotation], attitudes: [Quotation] = [], statements: [Statement]) {
        self.quotations = quotations
        self.attitudes = attitudes
        self.statements = statements
    }
}

/// Finds quotations, their cues and speakers, and the statements of a text.
///
/// Rules, in this order: quotation marks are paired (``QuotationMarkScanner``), titles and terms set aside (``Aside``),
/// the text is cut into periods (``SpeechReading``), each period's cues get source and content (``CueReader``), quoted
/// sentences without a cue go on with the speaker before (``QuotationBuilder``), and sources are resolved to speakers.
///
/// - Complexity: O(*n*) in tokens.
public struct SpeechAnalyzer: Sendable {
    /// Makes an analyzer; lexicons are read once per process.
    public init() {}

    /// Analyzes an annotated text.
    public func analyze(_ text: AnnotatedText) -> SpeechAnalysis {
        let reading = SpeechReading(text)
        let drafts = QuotationBuilder.drafts(of: reading)
        var resolver = SpeakerResolver(reading)
        let speakers = resolver.speakers(of: drafts)
        let order = drafts.indices.sorted {
            (drafts[$0].contents.first?.lowerBound ?? 0, $0) < (drafts[$1].contents.first?.lowerBound ?? 0, $1)
        }
        var place = [Int](repeating: 0, count: drafts.count)
        for (rank, index) in order.enumerated() { place[index] = rank }
        let quotations = order.map { index in
            let draft = drafts[index]
            return Quotation(
                kind: draft.kind,
                type: type(of: draft, in: reading),
                content: draft.contents.map(reading.bytes),
                isSpeech: draft.isSpeech,
                cue: draft.cue.map(reading.bytes),
                mention: draft.source.map { reading.bytes($0.mention) },
                speaker: speakers[index],
                form: QuotationForm.form(of: draft, in: reading),
                damage: draft.span.flatMap { reading.spans[$0].damage },
                damagedMark: draft.span.flatMap { reading.spans[$0].damagedMark }.map { reading.bytes($0..<($0 + 1)) },
                enclosing: draft.enclosing.map { place[$0] },
                section: draft.section
            )
        }
        let statements = StatementCutter(reading, drafts: order.map { drafts[$0] }).statements()
        return SpeechAnalysis(quotations: quotations, attitudes: attitudes(of: reading, drafts), statements: statements)
    }

    /// The type of a quotation's cue; words in marks without a cue are asserted.
    private func type(of draft: Draft, in reading: SpeechReading) -> AttributionType {
        guard let cue = draft.cue?.lowerBound, let lexicon = AttitudeLexicon.of(reading.text.language) else { return .assertion }
        return lexicon.type(ofCue: reading.tokens[cue].hash) ?? .assertion
    }

    private func attitudes(of reading: SpeechReading, _ drafts: [Draft]) -> [Quotation] {
        guard let lexicon = AttitudeLexicon.of(reading.text.language) else { return [] }
        let found =
            if let syntax = reading.text.syntax {
                HeadedAttitudeReader(reading: reading, syntax: syntax, lexicon: lexicon).drafts()
            } else {
                PlainAttitudeReader(reading: reading, lexicon: lexicon).drafts()
            }
        var selection = AttitudeSelection(reading, quotations: drafts)
        let selected = selection.select(found)
        let attitudes = selected.map { $0.draft(in: reading) }
        // Speakers are resolved with those of the quotations around them, whose own stay as they are.
        var resolver = SpeakerResolver(reading)
        let speakers = resolver.speakers(of: drafts + attitudes).dropFirst(drafts.count)
        return zip(zip(selected, attitudes), speakers).map { pair, speaker in
            Quotation(
                kind: pair.1.kind,
                type: pair.0.type,
                content: pair.1.contents.map(reading.bytes),
                isSpeech: true,
                cue: pair.1.cue.map(reading.bytes),
                mention: pair.1.source.map { reading.bytes($0.mention) },
                speaker: speaker,
                section: pair.1.section
            )
        }
    }
}
