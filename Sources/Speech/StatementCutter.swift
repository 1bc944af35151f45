internal import Language
internal import TextCore

/// Cuts a text into statements.
struct StatementCutter {
    /// The statements of a text: each sentence, given to the quotation that covers most of it.
    static func statements(of reading: SpeechReading, _ quotations: [Quotation]) -> [Statement] {
        var next = 0
        return reading.text.sentences.enumerated().map { index, sentence in
            while next < quotations.count, quotations[next].range.upperBound <= sentence.range.lowerBound { next += 1 }
            var best: Int?
            var most = 0
            var at = next
            while at < quotations.count, quotations[at].range.lowerBound < sentence.range.upperBound, at < next + 16 {
                let overlap = quotations[at].range.clamped(to: sentence.range).count
                if quotations[at].isSpeech, overlap > most {
                    most = overlap
                    best = at
                }
                at += 1
            }
            return Statement(
                kind: best == nil ? .fact : .speech,
                range: sentence.range,
                tokens: sentence.tokens,
                sentence: index,
                section: sentence.section,
                quotation: best
            )
        }
    }
}
