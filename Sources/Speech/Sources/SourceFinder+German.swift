internal import Language
internal import TextCore

/// German noun phrases: a small word right behind a noun is the verb, nouns are written with capitals.
extension SourceFinder {
    /// Prepositions that a noun phrase of an office or group goes on over: `der Sprecher für Umwelt im Land`.
    private static let germanInner = Set(
        ["von", "vom", "für", "in", "im", "aus", "bei", "beim", "an", "am", "ohne"].map { Hash64.folded($0) }
    )

    /// The end of the noun phrase that starts at `start`. O(reach).
    func germanPhraseEnd(_ start: Int, _ end: Int) -> Int {
        var index = start
        var awaitsNoun = !tokens[start].isCapitalized || reading.has(start, [.determiner, .possessive])
        while index < end, reading.isOutside(index) {
            let token = tokens[index]
            switch token.kind {
            case .word, .number, .clitic, .ideograph, .symbol:
                if index > start {
                    guard let next = afterWord(index, start, end, &awaitsNoun) else { return index }
                    index = next
                    continue
                }
                index += 1
            case .terminator, .dash, .punctuation, .quote:
                guard let next = afterMark(index, end, isInName: false) else { return index }
                index = next
            }
        }
        return index
    }

    /// The token behind a word that the phrase goes on over; nil where the phrase ends before it.
    private func afterWord(_ index: Int, _ start: Int, _ end: Int, _ awaitsNoun: inout Bool) -> Int? {
        let token = tokens[index]
        if token.kind != .word || token.isCapitalized {
            if reading.has(index, .time), !awaitsNoun { return nil }
            awaitsNoun = false
            return index + 1
        }
        if reading.has(index, .coordinator) {
            guard index + 1 < end, reading.isOutside(index + 1), !awaitsNoun,
                tokens[index + 1].isCapitalized || reading.has(index + 1, [.determiner, .possessive])
            else { return nil }
            return index + 1
        }
        if reading.has(index, [.determiner, .possessive]) {
            // `Angela Kern der Zeitung`: whom she told.
            let isName = tokens[start].isCapitalized && !reading.has(start, [.determiner, .possessive])
            // `Finanzminister Karl Vogt der „Rheinischen Post“`: who is named in full governs no genitive.
            if isName, Self.dative.contains(token.hash), index - start >= 2, person(endingAt: index) != nil { return nil }
            if isName, index + 1 < end, GermanWords.outlets.contains(tokens[index + 1].hash) { return nil }
            // `Lang der „Süddeutschen Zeitung“`, but `Chefredakteur der „Zeit“`
            if isName, index + 1 < end, tokens[index + 1].kind == .quote, reading.isInAside[index + 1],
                !(start..<index).contains(where: { reading.has($0, [.role, .collective]) })
            {
                return nil
            }
            if isName, index - start >= 2, !(start..<index).contains(where: { reading.has($0, [.role, .collective]) }) {
                return nil
            }
            // `ein Sprecher der Deutschen Presse-Agentur`, `der Verbandschef der „Augsburger Allgemeinen“`: who was told.
            if index > start, Self.dative.contains(token.hash), opensOutlet(index + 1, end), !isOfPress(start..<index) {
                return nil
            }
            // A noun phrase goes on with a genitive only: `Sprecher der Polizei`, but `laut Zeitung ein Umbau`.
            guard awaitsNoun || Self.genitive.contains(token.hash) else { return nil }
            awaitsNoun = true
            return index + 1
        }
        if reading.has(index, .preposition) {
            if awaitsNoun { return behindAttribute(index, end) }
            guard Self.germanInner.contains(token.hash), index + 1 < end, !reading.has(index + 1, .time),
                tokens[index + 1].kind != .number,
                reading.has(start, [.determiner, .possessive]) || !tokens[start].isCapitalized
                    || reading.has(index - 1, [.role, .collective]) || token.hash == Self.ohne,
                !Self.places.contains(token.hash) || opensOffice(index + 1, end) || precedesName(index + 1, end)
            else { return nil }
            awaitsNoun = reading.has(index + 1, .determiner)
            return index + 1
        }
        if isSmallPartOfName(index, start, end) { return index + 1 }
        if reading.has(index, .phraseEnd) || !awaitsNoun || GermanWords.subjunctive.contains(token.hash) { return nil }
        if reading.has(index, .verbCue), !reading.has(index, .role), index + 1 < end, !tokens[index + 1].isCapitalized {
            return nil
        }
        return index + 1
    }

    /// `Umfrage von Infratest dimap sind`: a word of no kind behind a name that a preposition opens, with the verb behind it.
    private func isSmallPartOfName(_ index: Int, _ start: Int, _ end: Int) -> Bool {
        index - 2 > start && index + 1 < end && tokens[index].kind == .word && reading.words[index].isEmpty
            && tokens[index - 1].isCapitalized && reading.words[index - 1].isEmpty && reading.has(index - 2, .preposition)
            && reading.has(index + 1, .auxiliary) && reading.isOutside(index + 1)
    }

    /// `der Staatssekretär im Finanzministerium`: whether a place where somebody has an office stands behind a preposition; not `der Minister
    /// in Berlin`, which is where he said it.
    private func opensOffice(_ start: Int, _ end: Int) -> Bool {
        let noun = (start..<min(end, start + Self.longestAttribute)).first {
            tokens[$0].kind == .word && tokens[$0].isCapitalized && !($0 + 1 < end && tokens[$0 + 1].isCapitalized)
        }
        guard let noun else { return false }
        return Self.offices.contains { CaseFolding.fold(reading.text.text[tokens[noun].range]).hasSuffix($0) }
    }

    /// `der Leiter des Verbands in Vellen, Jan Voll, sagte`: whether a place stands between somebody and the name in apposition.
    private func precedesName(_ start: Int, _ end: Int) -> Bool {
        let place = (start..<min(end, start + Self.longestAttribute)).prefix {
            reading.isOutside($0) && tokens[$0].kind == .word && (tokens[$0].isCapitalized || reading.has($0, .determiner))
        }
        guard let last = place.last, last + 2 < end, reading.isOutside(last + 1), reading.isComma(last + 1) else { return false }
        return reading.isOutside(last + 2) && tokens[last + 2].isCapitalized && !reading.has(last + 2, .determiner)
    }

    /// Whether the name of an outlet, or a name in marks, stands behind an article, with its adjectives.
    private func opensOutlet(_ start: Int, _ end: Int) -> Bool {
        guard start < end else { return false }
        if tokens[start].kind == .quote, reading.isInAside[start] { return true }
        let outlets = ProvenanceLexicon.of("de")?.outlet
        return (start..<min(end, start + Self.longestAttribute)).prefix { tokens[$0].isCapitalized || tokens[$0].kind == .dash }
            .contains {
                GermanWords.outlets.contains(tokens[$0].hash) || outlets?.contains(tokens[$0]) == true
            }
    }

    /// `Chefredakteur der „Zeit“`: those who work for outlets.
    private func isOfPress(_ range: Range<Int>) -> Bool {
        range.contains { index in
            let word = CaseFolding.fold(reading.text.text[tokens[index].range])
            return Self.press.contains { word.hasSuffix($0) }
        }
    }

    /// How many tokens an adjective and its noun may take.
    private static let longestAttribute = 4
    private static let places = Set(["in", "im", "an", "am", "bei", "beim"].map { Hash64.folded($0) })
    private static let grammar = LexiconFile(PackageResources.grammar_txt)
    private static let offices = grammar["de office place"].joined().map { CaseFolding.fold($0) }
    private static let press = grammar["de press"].joined().map { CaseFolding.fold($0) }

    private static let genitive = Set(
        [
            "der", "des", "eines", "einer", "seiner", "seines", "ihrer", "ihres", "dieser", "dieses", "unserer", "unseres",
            "mehrerer",
            "vieler", "einiger", "aller", "beider", "zweier", "dreier",
        ].map { Hash64.folded($0) }
    )
    private static let ohne = Hash64.folded("ohne")
    /// Articles that open whom somebody told.
    private static let dative = Set(["der", "dem"].map { Hash64.folded($0) })

    /// `Der Sprecher des Ministeriums erklärte`: whether an article opens a genitive that the noun before it governs; not
    /// `Angela Kern der Zeitung`, whom she told.
    func opensGenitive(_ index: Int) -> Bool {
        guard reading.text.language == "de", Self.genitive.contains(tokens[index].hash), !tokens[index].isCapitalized, index > 0,
            index + 1 < tokens.count,
            tokens[index - 1].kind == .word, tokens[index - 1].isCapitalized, !reading.has(index - 1, .time)
        else { return false }
        return reading.has(index - 1, [.role, .collective]) || !GermanWords.outlets.contains(tokens[index + 1].hash)
    }

    /// `einer am Dienstag veröffentlichten Mitteilung`: the participle that ends an attribute before its noun.
    private func behindAttribute(_ index: Int, _ end: Int) -> Int? {
        let limit = min(end - 1, index + 10)
        guard index + 1 < limit else { return nil }
        return ((index + 1)..<limit).first {
            reading.isOutside($0) && tokens[$0].kind == .word && !tokens[$0].isCapitalized && tokens[$0].range.count > 4
                && tokens[$0 + 1].isCapitalized && !reading.has($0, [.determiner, .preposition])
        }.map { $0 + 1 }
    }

    /// The subject of the main clause between two tokens: before the verb, or behind it when something else comes first. O(reach).
    func germanSubject(from start: Int, before end: Int) -> Source? {
        let high = min(end, start + 2 * Self.reach)
        var index = start
        while index < high,
            !reading.isOutside(index) || !tokens[index].isWord && tokens[index].kind != .number
                || reading.has(index, .coordinator)
        {
            index += 1
        }
        guard index < high else { return nil }
        if reading.has(index, .subordinator),
            let comma = (index..<high).first(where: { reading.isOutside($0) && reading.isComma($0) }),
            comma + 1 < high
        {
            index = comma + 1
        } else if isNominative(index), let found = phrase(at: index, before: high) {
            return found
        }
        // The verb, then its subject: the first noun phrase that no preposition, article or adjective leads to.
        index += 1
        while index < high {
            if reading.isOutside(index), isNominative(index), isBehindVerb(index, from: start),
                let found = phrase(at: index, before: high)
            {
                return found
            }
            index += 1
        }
        return nil
    }

    private func phrase(at index: Int, before end: Int) -> Source? {
        guard let source = source(after: index, before: end) else { return nil }
        if source.reference == .pronoun { return source }
        return source.head.contains { tokens[$0].isCapitalized } ? source : nil
    }

    /// Whether a noun phrase or pronoun that can be a subject starts at a token.
    private func isNominative(_ index: Int) -> Bool {
        if reading.has(index, [.adverb, .preposition, .subordinator, .complementizer, .auxiliary, .time]) || isGermanAdverb(index)
        {
            return false
        }
        if reading.has(index, [.masculine, .feminine]) { return true }
        if reading.has(index, [.determiner, .possessive]) { return Self.nominative.contains(tokens[index].hash) }
        return tokens[index].kind == .word && tokens[index].isCapitalized
    }

    /// `Ursprünglich`, `Passend zu`: a word that only its place writes with a capital.
    func isGermanAdverb(_ index: Int) -> Bool {
        guard tokens[index].kind == .word, index + 1 < tokens.count, !tokens[index + 1].isCapitalized else { return false }
        let bytes = reading.text.text.bytes[tokens[index].range]
        if ["lich", "weise", "mals"].contains(where: { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }) { return true }
        return bytes.suffix(3).elementsEqual("end".utf8) && reading.has(index + 1, .preposition)
    }

    /// Whether the token before one can be a verb, a reflexive or an adverb behind it.
    private func isBehindVerb(_ index: Int, from start: Int) -> Bool {
        let before = index - 1
        guard before >= start, reading.isOutside(before), tokens[before].kind == .word, !tokens[before].isCapitalized else {
            return false
        }
        return reading.words[before].isDisjoint(with: [.determiner, .possessive, .preposition, .coordinator, .subordinator])
            && (!isDeclined(tokens[before]) || reading.has(before, [.verbCue, .auxiliary, .adverb])
                || reading.has(index, [.determiner, .possessive, .masculine, .feminine]))
    }

    private static let nominative = Set(
        [
            "der", "die", "das", "ein", "eine", "sein", "seine", "ihr", "ihre", "dieser", "diese", "dieses", "mehrere", "einige",
            "viele",
            "unser", "unsere", "zwei", "drei", "beide", "kein", "keine", "zahlreiche",
        ].map { Hash64.folded($0) }
    )

    /// Where the noun phrase that ends before `end` starts: `Berichten der Polizei` before `zufolge`. O(1): twelve tokens.
    func germanPhraseStart(before end: Int, from low: Int) -> Int {
        var start = end
        while start > low, end - start < 12, reading.isOutside(start - 1) {
            let token = tokens[start - 1]
            let isAdjective =
                token.kind == .word && !token.isCapitalized && token.range.count > 3 && start < end
                && (tokens[start].isCapitalized) && reading.words[start - 1].isDisjoint(with: [.auxiliary, .adverb, .verbCue])
                && isDeclined(token)
            let joins = reading.has(start - 1, [.determiner, .possessive]) || GermanWords.von.contains(token.hash)
            guard
                token.kind == .word && token.isCapitalized || joins || isAdjective
                    || token.kind == .dash && !reading.isBreak(start - 1)
                    || token.kind == .number || token.kind == .quote
            else { break }
            start -= 1
        }
        return start
    }

    private func isDeclined(_ token: Token) -> Bool {
        let bytes = reading.text.text.bytes[token.range]
        return ["en", "er", "es", "em"].contains { bytes.suffix(2).elementsEqual($0.utf8) } || bytes.last == UInt8(ascii: "e")
    }
}
