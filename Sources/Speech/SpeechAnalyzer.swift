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
/// - Complexity: O(*n*) in tokens.
public struct SpeechAnalyzer: Sendable {
    /// Makes an analyzer; lexicons are read once per process.
    public init() {}

    /// Analyzes an annotated text.
    public func analyze(_ text: AnnotatedText) -> SpeechAnalysis {
        var quotations: [Quotation] = []
        for (section, tokens) in text.sectionTokens.enumerated() {
            var open: Int?
            for index in tokens where text.tokens[index].kind == .quote {
                if let start = open {
                    let range = Int(text.tokens[start].end)..<Int(text.tokens[index].start)
                    if !range.isEmpty {
                        quotations.append(Quotation(kind: .direct, content: [range], isSpeech: true, section: section))
                    }
                    open = nil
                } else {
                    open = index
                }
            }
        }
        let statements = text.sentences.enumerated().map { index, sentence in
            let quotation = quotations.firstIndex { $0.range.overlaps(sentence.range) }
            return Statement(
                kind: quotation == nil ? .fact : .speech,
                range: sentence.range,
                tokens: sentence.tokens,
                sentence: index,
                section: sentence.section,
                quotation: quotation
            )
        }
        return SpeechAnalysis(quotations: quotations, statements: statements)
    }
}
