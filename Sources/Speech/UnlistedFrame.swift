internal import Language
internal import TextCore

/// A frame behind marks whose verb no lexicon has: `« C’est fini », lâche sa femme.`, `«Всё кончено», — вздыхает его жена.` Where
/// a verb stands between marks and a subject that ends its clause, it speaks, whatever it says elsewhere.
struct UnlistedFrame {
    let cue: Range<Int>
    let source: Attribution.Source

    /// Languages that set the verb of such a frame before its subject; those whose frames a dash opens.
    private static let inverting: Set<String> = ["fr", "es", "it", "pt", "de"]
    private static let dashing: Set<String> = ["ru", "uk"]

    /// The frame behind a span; nil without one.
    init?(behind span: MarkedSpan, in reading: SpeechReading) {
        let isDashing = Self.dashing.contains(reading.text.language)
        guard isDashing || Self.inverting.contains(reading.text.language), Self.opens(span, reading) else { return nil }
        let tokens = reading.tokens
        var verb = span.tokens.upperBound
        guard verb + 2 < tokens.count, reading.isComma(verb) else { return nil }
        verb += 1
        if isDashing {
            guard reading.isBreak(verb) else { return nil }
            verb += 1
        }
        guard verb + 1 < tokens.count, tokens[verb].kind == .word, !tokens[verb].isCapitalized, !reading.startsLine(verb),
            reading.words[verb].isEmpty, !reading.text.isFunctionWord[verb],
            reading.has(verb + 1, [.determiner, .possessive, .role, .collective]) || tokens[verb + 1].isCapitalized,
            let sentence = reading.text.sentence(ofToken: verb),
            let source = SourceFinder(reading: reading)
                .source(after: verb + 1, before: reading.text.sentences[sentence].tokens.upperBound),
            source.reference == .noun, source.head.lowerBound == verb + 1
        else { return nil }
        let end = source.mention.upperBound
        guard end >= tokens.count || tokens[end].kind == .terminator || tokens[end].kind == .punctuation || reading.isBreak(end)
        else { return nil }
        self.cue = verb..<(verb + 1)
        self.source = source
    }

    /// Whether nothing of its sentence stands before a span.
    private static func opens(_ span: MarkedSpan, _ reading: SpeechReading) -> Bool {
        let before = span.tokens.lowerBound - 1
        if before < 0 || reading.startsLine(before + 1) || reading.endsSentence[before] { return true }
        return reading.tokens[before].kind == .terminator
    }
}
