internal import Language
internal import TextCore

/// A frame behind marks whose verb no lexicon has: `« C’est fini », lâche sa femme.`, `«Всё кончено», — вздыхает его жена.` Where
/// a verb stands between marks and a subject that ends its clause, it speaks, whatever it says elsewhere: also a reflexive one
/// (`„Toll!“, freute sich Ute Lenz.`), and one that elsewhere tells what somebody thinks, and one that needs another word (`„Toll“, ist Ute Lenz überzeugt.`).
struct UnlistedFrame {
    let cue: Range<Int>
    let source: Attribution.Source

    /// The frame behind a span; nil without one.
    init?(behind span: MarkedSpan, in reading: SpeechReading) {
        guard let lexicon = FrameLexicon.of(reading.text.language), Self.opens(span, reading) else { return nil }
        let tokens = reading.tokens
        var verb = span.tokens.upperBound
        guard verb + 2 < tokens.count, reading.isComma(verb) else { return nil }
        verb += 1
        if lexicon.opensWithDash {
            guard reading.isBreak(verb) else { return nil }
            verb += 1
        }
        let start = verb
        if lexicon.reflexiveBefore.contains(tokens[verb].hash), verb + 2 < tokens.count { verb += 1 }
        let hasSupport = lexicon.supporting.contains(tokens[verb].hash)
        guard verb + 1 < tokens.count, tokens[verb].kind == .word, !tokens[verb].isCapitalized, !reading.startsLine(verb),
            hasSupport || reading.words[verb].isSubset(of: [.attitude, .manner]) && !reading.text.isFunctionWord[verb]
        else { return nil }
        let subject = lexicon.reflexiveBehind.contains(tokens[verb + 1].hash) && verb + 2 < tokens.count ? verb + 2 : verb + 1
        guard Self.opensSubject(subject, lexicon, reading),
            let sentence = reading.text.sentence(ofToken: verb),
            let source = SourceFinder(reading: reading)
                .source(after: subject, before: reading.text.sentences[sentence].tokens.upperBound),
            source.reference == .noun, source.head.lowerBound == subject
        else { return nil }
        var end = source.mention.upperBound
        // `ist Karl Moor überzeugt`, `machte Ute Lenz klar`
        let isSupported = end < tokens.count && lexicon.completing.contains(tokens[end].hash)
        if isSupported { end += 1 }
        guard !hasSupport || isSupported else { return nil }
        guard
            end >= tokens.count || tokens[end].kind == .terminator || tokens[end].kind == .punctuation || reading.isBreak(end)
                || ClauseLexicon.of(reading.text.language).restrictive.contains(tokens[end].hash)
        else { return nil }
        self.cue = start..<subject
        self.source = source
    }

    /// Whether a noun phrase for somebody starts at a token: its article, a name, a role, or small words before a name.
    private static func opensSubject(_ index: Int, _ lexicon: FrameLexicon, _ reading: SpeechReading) -> Bool {
        if reading.has(index, [.determiner, .possessive, .role, .collective]) || reading.tokens[index].isCapitalized {
            return true
        }
        guard lexicon.opensWithDash else { return false }
        // `призналась медсестра детской больницы Ольга Иванова`
        var noun = index
        while noun < reading.tokens.count, noun - index < longestRole, reading.isOutside(noun),
            reading.tokens[noun].kind == .word,
            !reading.tokens[noun].isCapitalized, reading.words[noun].isEmpty
        {
            noun += 1
        }
        return noun > index && noun < reading.tokens.count
            && (reading.tokens[noun].isCapitalized || noun == index + 1 && reading.tokens[noun].kind == .terminator)
    }

    /// How many small words may stand before a name.
    private static let longestRole = 5

    /// Whether nothing of its sentence stands before a span.
    private static func opens(_ span: MarkedSpan, _ reading: SpeechReading) -> Bool {
        let before = span.tokens.lowerBound - 1
        if before < 0 || reading.startsLine(before + 1) || reading.endsSentence[before] { return true }
        return reading.tokens[before].kind == .terminator
    }
}

/// How the languages build frames behind marks: sections "<language> frame…" of `Lexicons/clauses.txt`.
struct FrameLexicon: Sendable {
    /// Whether a dash opens the frame.
    let opensWithDash: Bool
    /// Reflexive pronouns before the verb and behind it.
    let reflexiveBefore: Set<UInt64>
    let reflexiveBehind: Set<UInt64>
    /// Verbs that make a frame only with another word, and those words ("ist … überzeugt", "machte … klar").
    let supporting: Set<UInt64>
    let completing: Set<UInt64>

    /// The lexicon of a language; nil for one that sets the subject first.
    static func of(_ language: String) -> FrameLexicon? { languages.contains(language) ? all[language] : nil }

    private static let file = LexiconFile(PackageResources.clauses_txt)
    private static let languages = Set(
        file.sectionNames.filter { $0.hasSuffix(" frame") }.compactMap { $0.split(separator: " ").first.map(String.init) }
    )
    private static let all = LanguageCache { FrameLexicon($0, file) }

    private init(_ language: String, _ file: LexiconFile) {
        opensWithDash = file.words("\(language) frame").contains(Hash64.folded("dash"))
        reflexiveBefore = file.words("\(language) frameReflexive")
        reflexiveBehind = file.words("\(language) frameReflexiveBehind")
        supporting = file.words("\(language) frameVerb")
        completing = file.words("\(language) frameEnd")
    }
}
