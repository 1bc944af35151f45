public import Language
internal import TextCore

/// What one article says and who says it: its quotations and its statements.
public struct SpeechAnalysis: Sendable {
    /// Quotations in order of their places.
    public let quotations: [Quotation]
    /// Statements in order of their places; together they cover every sentence.
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
        let quotations = drafts.quotations(in: reading, speakers: resolver.speakers(of: drafts))
        return SpeechAnalysis(quotations: quotations, statements: StatementCutter.statements(of: reading, quotations))
    }
}

extension [Draft] {
    /// The drafts as quotations in order of their places.
    fileprivate func quotations(in reading: SpeechReading, speakers: [Speaker?]) -> [Quotation] {
        let order = indices.sorted {
            (self[$0].contents.first?.lowerBound ?? 0, $0) < (self[$1].contents.first?.lowerBound ?? 0, $1)
        }
        return order.map { index in
            let draft = self[index]
            return Quotation(
                kind: draft.kind,
                content: draft.contents.map(reading.bytes),
                isSpeech: draft.isSpeech,
                cue: draft.cue.map(reading.bytes),
                mention: draft.source.map { reading.bytes($0.mention) },
                speaker: speakers[index],
                form: .sentence,
                damage: draft.span.flatMap { reading.spans[$0].damage },
                enclosing: nil,
                section: draft.section
            )
        }
    }
}
