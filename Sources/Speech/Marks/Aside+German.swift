internal import Language
internal import TextCore

/// German writes nouns with capitals: marked words that start small are a wording, not a name.
extension Aside {
    /// Whether a German span is no speech; nil where the general rules decide.
    static func germanVerdict(_ span: MarkedSpan, words: Int, hasBefore: Bool, in reading: SpeechReading) -> Bool? {
        let tokens = reading.tokens
        let before = span.tokens.lowerBound - 1
        let after = span.tokens.upperBound
        // `„Gewalt im Hafen“, so lautet der Titel`
        if words <= 9, let last = reading.lastContentToken(span), tokens[last].kind != .terminator, isLabel(span, reading) {
            return true
        }
        // `„Seehund7“ erwähnte auch …`: a subject; German speech has a comma in front of its frame.
        if !hasBefore, words <= 2, after < tokens.count, reading.has(after, .verbCue),
            let last = reading.lastContentToken(span), tokens[last].kind != .terminator, !reading.isComma(last)
        {
            return true
        }
        guard hasBefore, let first = span.content.first(where: { tokens[$0].isWord || tokens[$0].kind == .number }),
            let last = reading.lastContentToken(span)
        else { return nil }
        let endsOpen = tokens[last].kind != .terminator && !reading.isComma(last)
        if opensFramedSentence(span, reading) { return false }
        if words <= 4, endsOpen, callsObject(before, reading) { return false }
        if words <= 6, endsOpen, isClassNoun(before, reading) || isAnnounced(before, reading) { return true }
        if isName(span, words: words, reading) { return true }
        // `„dreist“ und „dumm“`: like the marked words that a conjunction joins them to.
        if before > 1, reading.has(before, .coordinator), tokens[before - 1].kind == .quote || reading.outer[before - 1] >= 0 {
            if reading.outer[before - 1] >= 0 { return false }
            if reading.isInAside[before - 1], !isGermanWording(span.content, words: words, reading) { return true }
        }
        if words == 1, reading.isColon(before), before > 0, GermanWords.nameGiving.contains(tokens[before - 1].hash) {
            return true
        }
        // `galt als „letzter Don“`, `als „Dschungel“ bekannt`
        if words <= 5, endsOpen, tokens[before].hash == GermanWords.als, isKnownAs(span, reading) { return true }
        // `genannt „das Ohr“`, `„das Ohr“ genannt`, `kurz „KW“`
        if words <= 6, GermanWords.nameGiving.contains(tokens[before].hash) { return true }
        if words <= 4, after < tokens.count, tokens[after].hash == named { return true }
        if followsUtterance(before, reading) { return false }
        // `schrieb „Die Zeit“ in einem Nachruf`: the source of the words before.
        if words <= 3, reading.has(before, .verbCue), before > 0, reading.isComma(before - 1), tokens[first].isCapitalized,
            endsOpen,
            after < tokens.count, tokens[after].kind != .terminator
        {
            return true
        }
        let names = namesSo(span, in: reading)
        if isGermanWording(span.content, words: words, reading) {
            // `ein „running mate“`: small words throughout behind an article are a foreign term.
            let isForeign =
                reading.has(before, [.determiner, .possessive]) && !names && !hasGermanWord(span.content, reading)
            return isForeign
        }
        guard words > 0, endsOpen,
            tokens[first].isCapitalized || tokens[first].kind == .number || tokens[first].shape.contains(.mixedCase)
        else { return nil }
        if names { return words == 1 && reading.isColon(before) ? nil : false }
        // `die Nachrichtenagentur „Petra“`: a name behind its noun.
        if words <= 4, tokens[before].kind == .word, tokens[before].isCapitalized, !hasVerb(span.content, reading),
            !isPersonName(before, reading)
        {
            return true
        }
        // `die „Aktion Hafen“ teilte mit`
        if words == 2, definite.contains(tokens[before].hash), !isRetold(span, in: reading) { return true }
        // `konstatierte eine wachsende „Kluft zwischen Arm und Reich“`: a wording behind an adjective or indefinite article.
        if words >= 3, indefinite.contains(tokens[before].hash) || isAdjective(before, reading), hasCue(before: before, reading) {
            return false
        }
        // `sei ein „Papiertiger“`, `ein „Papiertiger“ sei`
        if indefinite.contains(tokens[before].hash),
            (max(0, before - 3)..<min(tokens.count, after + 2)).contains(where: {
                !span.tokens.contains($0) && being.contains(tokens[$0].hash)
            })
        {
            return false
        }
        // One noun or name by itself is speech only where somebody calls something so.
        if words == 1, !reading.isColon(before), !reading.isComma(before) { return true }
        return nil
    }

    /// `„Niemals“, fügte sie hinzu`: marked words that open a sentence, and behind their comma a verb of speech.
    private static func opensFramedSentence(_ span: MarkedSpan, _ reading: SpeechReading) -> Bool {
        let before = span.tokens.lowerBound - 1
        let after = span.tokens.upperBound
        guard after + 1 < reading.tokens.count, reading.isComma(after), reading.has(after + 1, .speech),
            !reading.tokens[after + 1].isCapitalized
        else { return false }
        return reading.tokens[before].kind == .terminator
            || reading.tokens[before].kind == .quote && before > 0 && reading.tokens[before - 1].kind == .terminator
    }

    /// Whether marked words are a wording: they start small and are more than one.
    static func isGermanWording(_ content: Range<Int>, words: Int, _ reading: SpeechReading) -> Bool {
        guard words >= 2, let first = content.first(where: { reading.tokens[$0].isWord || reading.tokens[$0].kind == .number }),
            content.contains(where: { $0 > first && reading.tokens[$0].followsSpace })
        else { return false }
        let token = reading.tokens[first]
        return token.kind == .word && !token.isCapitalized && !token.shape.contains(.mixedCase)
    }

    /// Whether a German text may hold the words: a noun with its capital, a function word, a verb form that rules know.
    private static func hasGermanWord(_ content: Range<Int>, _ reading: SpeechReading) -> Bool {
        content.contains {
            reading.tokens[$0].kind == .word
                && (reading.tokens[$0].isCapitalized || reading.text.isFunctionWord[$0]
                    || reading.has($0, [.determiner, .preposition, .auxiliary, .subject, .verbCue, .adverb]))
        }
    }

    private static func hasVerb(_ content: Range<Int>, _ reading: SpeechReading) -> Bool {
        content.contains { reading.has($0, [.auxiliary, .subject]) && !reading.has($0, .determiner) }
    }

    /// Whether a capitalized token ends a person's name, as in `sagte Kern „Wir gehen“`: no article stands before it.
    private static func isPersonName(_ index: Int, _ reading: SpeechReading) -> Bool {
        var low = 0
        var high = reading.text.names.count
        while low < high {
            let middle = (low + high) / 2
            if reading.text.names[middle].tokens.upperBound <= index { low = middle + 1 } else { high = middle }
        }
        guard low < reading.text.names.count else { return false }
        let name = reading.text.names[low]
        return name.tokens.contains(index) && name.kind == .person
    }

    /// Whether a cue near by calls something by the marked words: `nannte den Bericht eine „Zeitungsente“`, `sprach von
    /// „Lügen“`, `von vielen als „Held“ bezeichnet`. Nobody calls something so by `man nennt`, `nennt sich`, `wird genannt`.
    static func namesSo(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        let before = span.tokens.lowerBound - 1
        guard before >= 0 else { return false }
        let tokens = reading.tokens
        let isPredicate = GermanWords.predicative.contains(tokens[before].hash)
        let isObject = GermanWords.von.contains(tokens[before].hash) || speechPrepositions.contains(tokens[before].hash)
        let isSentence = reading.text.sentence(ofToken: span.tokens.lowerBound).map { reading.text.sentences[$0].tokens }
        guard isPredicate || isObject, let sentence = isSentence
        else { return false }
        let near = sentence.clamped(to: max(0, before - 25)..<min(tokens.count, span.tokens.upperBound + 12))
        var isNamed = false
        for index in near where !span.tokens.contains(index) && tokens[index].kind == .word && !tokens[index].isCapitalized {
            let word = reading.words[index]
            if word.contains(.naming), isPredicate {
                isNamed = isNamed || isActive(index, near, span, reading)
            } else if isObject || isPredicate, speakingOf.contains(tokens[index].hash) {
                isNamed = true
            }
        }
        return isNamed
    }

    /// `Die Partei nannte den Plan „Wahnsinn“`: whether somebody calls the thing in front of the marks so; not a ship or a work, which bear
    /// names.
    private static func callsObject(_ noun: Int, _ reading: SpeechReading) -> Bool {
        let tokens = reading.tokens
        guard tokens[noun].kind == .word, tokens[noun].isCapitalized, !isClassNoun(noun, reading), !reading.has(noun, .term)
        else { return false }
        var index = noun - 1
        while index > 0, noun - index < 5, reading.isOutside(index), tokens[index].kind == .word,
            !calls.contains(tokens[index].hash)
        {
            index -= 1
        }
        guard index > 0, calls.contains(tokens[index].hash), reading.isOutside(index), index + 1 < noun,
            reading.has(index + 1, [.determiner, .possessive]),
            tokens[index - 1].isCapitalized || reading.has(index - 1, [.masculine, .feminine, .role, .collective])
        else { return false }
        return !GermanWords.reflexive.contains(tokens[index + 1].hash)
    }

    private static let calls = Set(["nannte", "nannten", "nennt", "nennen"].map { Hash64.folded($0) })

    /// Whether a verb has somebody who calls: no `sich`, no `man`, no passive without `von`, no attribute (`die als „Pakt“
    /// bezeichnete Einigung`).
    private static func isActive(_ cue: Int, _ near: Range<Int>, _ span: MarkedSpan, _ reading: SpeechReading) -> Bool {
        let before = span.tokens.lowerBound - 1
        if cue >= span.tokens.upperBound, cue + 1 < reading.tokens.count, reading.tokens[cue + 1].isCapitalized, before > 0,
            reading.has(before - 1, .determiner)
        {
            return false
        }
        var isPassive = false
        var hasAgent = false
        for index in near {
            let hash = reading.tokens[index].hash
            if GermanWords.reflexive.contains(hash), abs(index - cue) <= 6 { return false }
            if passive.contains(hash), abs(index - cue) <= 14 { isPassive = true }
            if GermanWords.von.contains(hash) { hasAgent = true }
            if index < before, reading.has(index, .coordinator) { hasAgent = false }
        }
        return !isPassive || hasAgent
    }

    /// `die Nachrichtenagentur „Petra“`: a noun for what bears a name, alone or at the end of a compound.
    private static func isClassNoun(_ index: Int, _ reading: SpeechReading) -> Bool {
        guard reading.tokens[index].kind == .word, reading.tokens[index].isCapitalized else { return false }
        let bytes = reading.text.text.bytes[reading.tokens[index].range]
        return classNouns.contains { bytes.count > $0.count && bytes.suffix($0.count).elementsEqual($0) }
    }

    /// `laut „hafen.de“`, `der „militanten Gruppe“ (mg)`, `Operation „Cast Lead“ („gegossenes Blei“)`, `nannte den „alten Don“ als`:
    /// a source, a name with its abbreviation, a gloss, somebody who is called something.
    private static func isName(_ span: MarkedSpan, words: Int, _ reading: SpeechReading) -> Bool {
        guard words <= 4 else { return false }
        let before = span.tokens.lowerBound - 1
        let after = span.tokens.upperBound
        if GermanWords.laut.contains(reading.tokens[before].hash), words <= 3 { return true }
        if words == 1, let first = span.content.first, reading.tokens[first].kind == .word,
            reading.text.text.bytes[reading.tokens[first].range].dropFirst().dropLast().contains(UInt8(ascii: "."))
        {
            return true
        }
        guard after < reading.tokens.count else { return false }
        if reading.isMark(before, "("), reading.isMark(after, ")"), before > 0, reading.tokens[before - 1].kind == .quote {
            return true
        }
        if reading.isMark(after, "("), after + 2 < reading.tokens.count, reading.isMark(after + 2, ")"),
            reading.tokens[after + 1].kind == .word, reading.tokens[after + 1].range.count <= 6
        {
            return true
        }
        guard definite.contains(reading.tokens[before].hash), reading.tokens[after].hash == GermanWords.als else { return false }
        return (max(0, before - 8)..<before).contains { reading.has($0, .naming) }
    }

    /// `(Motto: „Freie Fahrt“)`, `stellte ihr Album vor: „Meerblick“`: a colon behind a noun for what bears a name, without a verb
    /// of speech.
    private static func isAnnounced(_ before: Int, _ reading: SpeechReading) -> Bool {
        guard reading.isColon(before) else { return false }
        var isNamed = false
        for index in max(0, before - 8)..<before {
            if reading.endsSentence[index] { isNamed = false }
            if reading.has(index, .speech), !QuotationBuilder.clauseVerbs.contains(reading.tokens[index].hash) { return false }
            isNamed =
                isNamed || isClassNoun(index, reading) || labels.contains(reading.tokens[index].hash) || reading.has(index, .term)
        }
        return isNamed
    }

    /// `das Thema lautete „Zukunft im Hafen“`, `„Gewalt“, so lautet der Titel`.
    private static func isLabel(_ span: MarkedSpan, _ reading: SpeechReading) -> Bool {
        let near = max(0, span.tokens.lowerBound - 9)..<min(reading.tokens.count, span.tokens.upperBound + 7)
        var isCalled = false
        var isLabeled = false
        for index in near where !span.tokens.contains(index) {
            isCalled = isCalled || lauten.contains(reading.tokens[index].hash)
            isLabeled = isLabeled || labels.contains(reading.tokens[index].hash)
        }
        return isCalled && isLabeled
    }

    private static func isKnownAs(_ span: MarkedSpan, _ reading: SpeechReading) -> Bool {
        (max(0, span.tokens.lowerBound - 12)..<min(reading.tokens.count, span.tokens.upperBound + 4)).contains {
            !span.tokens.contains($0) && known.contains(reading.tokens[$0].hash)
        }
    }

    /// `Parolen wie „Nieder mit …“`, `die Aufschrift „Kein Krieg“`: what is called out or written.
    static func followsUtterance(_ before: Int, _ reading: SpeechReading) -> Bool {
        guard before >= 0, reading.text.language == "de" else { return false }
        if utterance.contains(reading.tokens[before].hash) { return true }
        return before > 0 && reading.tokens[before].hash == GermanWords.wie
            && utterances.contains(reading.tokens[before - 1].hash)
    }

    private static let utterance = Set(
        ["parole", "parolen", "aufschrift", "worten", "worte", "ausruf", "vorwurf", "rufe", "rufen", "schlachtruf", "fazit"]
            .map { Hash64.folded($0) }
    )
    private static let utterances = Set(
        [
            "parolen", "sprüche", "sprüchen", "slogans", "forderungen", "rufe", "rufen", "sätze", "sätzen", "worte", "worten",
            "aussagen",
            "äußerungen", "beschimpfungen", "beleidigungen", "kommentare", "kommentaren",
        ].map { Hash64.folded($0) }
    )
    private static func isAdjective(_ index: Int, _ reading: SpeechReading) -> Bool {
        let token = reading.tokens[index]
        guard token.kind == .word, !token.isCapitalized, token.range.count > 5,
            reading.words[index].isDisjoint(with: [.adverb, .preposition, .determiner, .auxiliary, .verbCue, .possessive])
        else { return false }
        let bytes = reading.text.text.bytes[token.range]
        return bytes.last == UInt8(ascii: "e") || ["en", "er", "es", "em"].contains { bytes.suffix(2).elementsEqual($0.utf8) }
    }

    /// Whether a verb of speech or judgement stands in the clause before a token.
    private static func hasCue(before index: Int, _ reading: SpeechReading) -> Bool {
        for at in (max(0, index - 12)..<index).reversed() {
            if reading.endsSentence[at] { return false }
            if reading.has(at, .verbCue), !reading.tokens[at].isCapitalized,
                !QuotationBuilder.clauseVerbs.contains(reading.tokens[at].hash)
            {
                return true
            }
        }
        return false
    }

    private static let indefinite = Set(["ein", "eine", "einen", "kein", "keine"].map { Hash64.folded($0) })
    private static let being = Set(["sei", "seien", "wäre", "wären", "darstelle", "bleibe"].map { Hash64.folded($0) })
    private static let definite = Set(["die", "der", "das", "dem", "den", "des"].map { Hash64.folded($0) })
    private static let lauten = Set(["lautet", "lautete", "lauten", "lauteten", "heißt", "hieß"].map { Hash64.folded($0) })
    private static let labels = Set(
        ["titel", "name", "thema", "motto", "überschrift", "bezeichnung", "artname", "untertitel", "slogan"].map {
            Hash64.folded($0)
        }
    )
    private static let known = Set(
        [
            "gilt", "galt", "gelten", "galten", "bekannt", "bekannte", "bekannten", "bekannter", "dient", "diente", "dienen",
            "firmiert",
        ]
        .map { Hash64.folded($0) }
    )
    private static let classNouns = [
        "agentur", "sender", "zeitung", "zeitschrift", "magazin", "partei", "schiff", "film", "serie", "album", "organisation",
        "gruppe",
        "bündnis", "titel", "sendung", "shop", "portal", "firma", "verein", "verband", "stiftung", "händler", "kampagne",
        "projekt",
        "programm", "museum", "theater", "festival", "ausstellung", "preis", "marke", "modelle", "modell", "rakete", "sonde",
        "satellit",
        "virus", "bakterium", "spiel", "roman", "buch", "lied", "band", "stück", "site", "seite", "dienst", "blatt", "flugzeug",
        "station",
        "name", "namen", "operation", "bewegung", "gesellschaft", "tournee", "tour",
    ].map { Array($0.utf8) }
    private static let passive = Set(["wird", "werden", "wurde", "wurden", "worden"].map { Hash64.folded($0) })
    private static let named = Hash64.folded("genannt")
    private static let speakingOf = Set(
        [
            "sprach", "sprachen", "spricht", "sprechen", "gesprochen", "warnte", "warnten", "warnt", "sieht", "sah", "sehen",
            "sahen",
            "rede",
        ].map { Hash64.folded($0) }
    )
    private static let speechPrepositions = Set(["vor", "den", "der", "dem", "über"].map { Hash64.folded($0) })
}
