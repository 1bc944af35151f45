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

    /// `negó este lunes haber cobrado`, `пообещал в понедельник закрыть мост`: behind a time.
    func infinitiveContent(behindTime index: Int) -> Int? {
        guard isOther, index + 2 < period.upperBound, reading.isOutside(index), reading.isOutside(index + 1),
            reading.has(index, [.determiner, .preposition]), reading.has(index + 1, .time)
        else { return nil }
        return infinitiveContent(at: index + 2)
    }

    /// `acusó a Tarn de violar el acuerdo`, « a appelé la population à ne pas céder »: behind whom a verb of blaming or calling has for its
    /// object.
    func infinitiveContent(ofAct cue: Int, behind frameEnd: Int) -> Int? {
        guard let link = Self.acts[reading.text.language]?[tokens[cue].hash] else { return nil }
        let limit = min(period.upperBound - 1, frameEnd + Self.longestObject)
        var index = frameEnd
        while index < limit, reading.isOutside(index), !reading.isComma(index), tokens[index].kind != .terminator {
            if tokens[index].hash == link || link == Self.de && tokens[index].hash == Self.elided {
                var verb = index + 1
                while verb + 1 < period.upperBound, Self.negations.contains(tokens[verb].hash) || tokens[verb].kind == .clitic {
                    verb += 1
                }
                if verb < period.upperBound, reading.isOutside(verb), isInfinitiveOfAct(verb) { return index + 1 }
            }
            index += 1
        }
        return nil
    }

    private func isInfinitiveOfAct(_ verb: Int) -> Bool {
        reading.isInfinitive(verb) || Self.auxiliaries.contains(tokens[verb].hash)
    }

    private static let de = Hash64.folded("de")
    private static let elided = Hash64.folded("d'")
    private static let negations = Set(["ne", "pas", "no", "n'", "se", "s'"].map { Hash64.folded($0) })
    private static let auxiliaries = Set(["avoir", "être", "haber", "ser", "estar"].map { Hash64.folded($0) })
    private static let longestObject = 14
    /// Verbs of blaming and calling by language, with the word that leads to what somebody is blamed for or called to.
    private static let acts: [String: [UInt64: UInt64]] = {
        let file = LexiconFile(PackageResources.cues_txt)
        var acts: [String: [UInt64: UInt64]] = [:]
        for language in ["fr", "es"] {
            for row in file["\(language) act"] {
                guard let link = row.first else { continue }
                for verb in row.dropFirst() { acts[language, default: [:]][Hash64.folded(verb)] = Hash64.folded(link) }
            }
        }
        return acts
    }()

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
        return Self.infinitives[text.language]?.end(bytes) ?? false && !(Self.nouns[text.language]?.end(bytes) ?? false)
    }

    private static let infinitives = WordEndings.of("infinitive", in: ["fr", "es", "ru", "uk"])
    /// Endings of nouns that look like infinitives: `готовность`.
    private static let nouns = WordEndings.of("noun", in: ["ru"])
}
