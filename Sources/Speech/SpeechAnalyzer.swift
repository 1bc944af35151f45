public import Language
internal import TextCore

/// What one article says and who says it: its quotations and its statements.
public struct SpeechAnalysis: Sendable {
    /// Quotations in order of their places.
    public let quotations: [Quotation]
    /// Statements in order of their places; every sentence has one that says more than who spoke.
    public let statements: [Statement]

    /// Makes an analysis.
    public init(quotations: [Quotation], statements: [Statement]) {
        self.quotations = quotations
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
        return SpeechAnalysis(quotations: quotations, statements: statements)
    }
}
