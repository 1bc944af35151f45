internal import Language
internal import TextCore

/// A frame that says how somebody put what marks hold: `“A budget for bankers” is how Joan Pike summed it up.`
struct HowFrame {
    let cue: Range<Int>
    let source: Attribution.Source

    /// The frame right behind a span; nil without one.
    init?(behind span: MarkedSpan, in reading: SpeechReading) {
        let tokens = reading.tokens
        let copula = span.tokens.upperBound
        guard reading.text.language == "en", copula + 3 < tokens.count, reading.isOutside(copula),
            Self.copulas.contains(tokens[copula].hash), Self.openings.contains(tokens[copula + 1].hash),
            let sentence = reading.text.sentence(ofToken: copula)
        else { return nil }
        let end = reading.text.sentences[sentence].tokens.upperBound
        let lexicon = ClauseLexicon.of("en")
        let start = copula + 2
        // The subject ends before the verb.
        guard
            let verb = (start + 1..<min(end, start + Self.reach)).first(where: {
                tokens[$0].kind == .word && !tokens[$0].isCapitalized && reading.isOutside($0)
                    && (ClauseCutter.isVerb($0, reading, lexicon) || Self.summing.contains(tokens[$0].hash))
            }), let source = SourceFinder(reading: reading).source(before: verb, from: start)
        else { return nil }
        cue = verb..<(verb + 1)
        self.source = source
    }

    /// How far behind the conjunction the verb may stand.
    private static let reach = 16
    private static let copulas = Set(["is", "was"].map { Hash64.folded($0) })
    private static let openings = Set(["how", "what"].map { Hash64.folded($0) })
    private static let summing = Set(["put", "puts", "summed", "sums"].map { Hash64.folded($0) })
}
