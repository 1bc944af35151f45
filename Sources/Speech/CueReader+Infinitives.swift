internal import Language
internal import TextCore

/// Infinitives that verbs of speaking govern: `a promis de fermer le pont`, `negó haber mentido`, `пообещал закрыть мост`.
extension CueReader {
    /// Where the infinitive starts that stands at a token, with the word that leads to it.
    func infinitiveContent(at index: Int) -> Int? {
        guard index + 1 < period.upperBound, reading.isOutside(index), reading.isOutside(index + 1) else { return nil }
        if reading.isInfinitive(index) { return index }
        guard let leads = Self.leads[reading.text.language], leads.contains(tokens[index].hash) else { return nil }
        // `affirme ne rien savoir`
        let next = tokens[index].hash == Self.ne ? index + 2 : index + 1
        return next < period.upperBound && reading.isOutside(next) && reading.isInfinitive(next) ? index : nil
    }

    private static let ne = Hash64.folded("ne")
    private static let leads: [String: Set<UInt64>] = [
        "fr": Set(["de", "d'", "à", "ne"].map { Hash64.folded($0) }), "es": Set(["a", "no"].map { Hash64.folded($0) }),
        "ru": [Hash64.folded("не")], "uk": [Hash64.folded("не")],
    ]
}

extension SpeechReading {
    /// Whether a word has the form of an infinitive in French, Spanish, Russian or Ukrainian.
    func isInfinitive(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, !token.isCapitalized, token.range.count > 3,
            words[index].isDisjoint(with: [
                .determiner, .possessive, .preposition, .role, .collective, .document, .adverb, .time,
            ])
        else { return false }
        let bytes = text.text.bytes[token.range]
        func ends(_ endings: [String]?) -> Bool {
            (endings ?? []).contains { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
        }
        return ends(Self.infinitives[text.language]) && !ends(Self.nouns[text.language])
    }

    private static let infinitives: [String: [String]] = [
        "fr": ["er", "ir", "re", "oir"], "es": ["ar", "er", "ir", "arse", "erse", "irse", "arlo", "erlo", "irlo"],
        "ru": ["ть", "ться", "ти", "чь"], "uk": ["ти", "тися"],
    ]
    /// Endings of nouns that look like infinitives: `готовность`.
    private static let nouns: [String: [String]] = ["ru": ["сть", "ость"]]
}
