internal import Language
internal import TextCore

/// Cuts a text into statements.
struct StatementCutter {
    /// The statements of a text: for now each sentence.
    static func statements(of reading: SpeechReading, _ quotations: [Quotation]) -> [Statement] {
        reading.text.sentences.enumerated().map { index, sentence in
            Statement(kind: .fact, range: sentence.range, tokens: sentence.tokens, sentence: index, section: sentence.section)
        }
    }
}
