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
/// sentences without a cue go on with the speaker before (``QuotationBuilder``), sources are resolved to speakers, and what
/// an article gives more than once is linked (``RepeatFinder``).
///
/// - Complexity: O(*n*) in tokens.
public struct SpeechAnalyzer: Sendable {
    /// Makes an analyzer; lexicons are read once per process.
    public init() {}

    /// Analyzes an annotated text.
    public func analyze(_ text: AnnotatedText) -> SpeechAnalysis {
        let reading = SpeechReading(text)
        let unordered = QuotationBuilder.drafts(of: reading)
        var resolver = SpeakerResolver(reading)
        let unorderedSpeakers = resolver.speakers(of: unordered)
        let order = unordered.indices.sorted {
            (unordered[$0].contents.first?.lowerBound ?? 0, $0) < (unordered[$1].contents.first?.lowerBound ?? 0, $1)
        }
        var place = [Int](repeating: 0, count: unordered.count)
        for (rank, index) in order.enumerated() { place[index] = rank }
        var drafts = order.map { unordered[$0] }
        var speakers = order.map { unorderedSpeakers[$0] }
        let repeats = RepeatFinder.repeats(of: drafts, by: speakers, in: reading)
        for (index, repeated) in repeats.enumerated() {
            guard let repeated else { continue }
            // Words that the body gives as somebody's are his in the headline, too.
            drafts[index].isSpeech = true
            if speakers[index] == nil { speakers[index] = speakers[repeated] }
        }
        let translations = TranslationFinder.translations(of: drafts, in: reading)
        let editorial = EditorialMarks(reading)
        let quotations = drafts.indices.map { index in
            let draft = drafts[index]
            var quotation = Quotation(
                kind: draft.kind,
                content: draft.contents.map(reading.bytes),
                isSpeech: draft.isSpeech,
                cue: draft.cue.map(reading.bytes),
                mention: draft.source.map { reading.bytes($0.mention) },
                speaker: speakers[index],
                form: QuotationForm.form(of: draft, in: reading),
                damage: draft.span.flatMap { reading.spans[$0].damage },
                enclosing: draft.enclosing.map { place[$0] },
                section: draft.section
            )
            (quotation.brackets, quotation.ellipses) = editorial.marks(of: draft)
            quotation.translation = translations[index]
            quotation.repeats = repeats[index]
            return quotation
        }
        let statements = StatementCutter(reading, drafts: drafts).statements()
        return SpeechAnalysis(quotations: quotations, statements: statements)
    }
}
