internal import Language
internal import TextCore

/// A frame behind marks whose verb no lexicon has: `« C’est fini », lâche sa femme.`, `«Всё кончено», — вздыхает его жена.` Where
/// a verb stands between marks and a subject that ends its clause, it speaks, whatever it says elsewhere: also a reflexive one
/// (`„Toll!“, freute sich Ute Lenz.`), and one that elsewhere tells what somebody thinks.
struct UnlistedFrame {
    let cue: Range<Int>
    let source: Attribution.Source

    /// Languages that set the verb of such a frame before its subject; those whose frames a dash opens.
    private static let inverting: Set<String> = ["fr", "es", "it", "pt", "de"]
    private static let dashing: Set<String> = ["ru", "uk"]
    /// Reflexive pronouns before a verb and behind it.
    private static let reflexivesBefore = Set(["se", "si"].map { Hash64.folded($0) })
    private static let reflexiveBehind = Hash64.folded("sich")

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
        let start = verb
        if Self.reflexivesBefore.contains(tokens[verb].hash), verb + 2 < tokens.count { verb += 1 }
        guard verb + 1 < tokens.count, tokens[verb].kind == .word, !tokens[verb].isCapitalized, !reading.startsLine(verb),
            reading.words[verb].isSubset(of: .attitude), !reading.text.isFunctionWord[verb]
        else { return nil }
        let subject = tokens[verb + 1].hash == Self.reflexiveBehind && verb + 2 < tokens.count ? verb + 2 : verb + 1
        guard reading.has(subject, [.determiner, .possessive, .role, .collective]) || tokens[subject].isCapitalized,
            let sentence = reading.text.sentence(ofToken: verb),
            let source = SourceFinder(reading: reading)
                .source(after: subject, before: reading.text.sentences[sentence].tokens.upperBound),
            source.reference == .noun, source.head.lowerBound == subject
        else { return nil }
        let end = source.mention.upperBound
        guard end >= tokens.count || tokens[end].kind == .terminator || tokens[end].kind == .punctuation || reading.isBreak(end)
        else { return nil }
        self.cue = start..<subject
        self.source = source
    }

    /// Whether nothing of its sentence stands before a span.
    private static func opens(_ span: MarkedSpan, _ reading: SpeechReading) -> Bool {
        let before = span.tokens.lowerBound - 1
        if before < 0 || reading.startsLine(before + 1) || reading.endsSentence[before] { return true }
        return reading.tokens[before].kind == .terminator
    }
}
