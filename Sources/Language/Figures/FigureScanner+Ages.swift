internal import TextCore

/// Ages of people: "Weiner, 46, said", "42-year-old", « âgé de 34 ans », „der 34-Jährige“.
extension FigureScanner {
    /// "Weiner, 46, said": a number between commas behind a name.
    func isAge(_ draft: Draft, _ at: Int, _ end: Int) -> Bool {
        let start = draft.tokens.lowerBound
        guard draft.isPlain, draft.value >= 1, draft.value < 120, start >= 1, !isAddress(draft) else { return false }
        if isAged(start) || isAgeOfPronoun(start, at) { return true }
        // "ein Mann (60)", "Anna Lorn (54)"
        if lexicon.language == "de", isInBrackets(start, at), draft.value >= 10,
            lexicon.people.contains(tokens[start - 2].hash) || endsFullName(start - 2)
        {
            return true
        }
        // "Dr Malhotra, now 63, will"
        if lexicon.nows.contains(tokens[start - 1].hash), start >= 3, context.isByte(start - 2, UInt8(ascii: ",")),
            tokens[start - 3].isCapitalized || lexicon.people.contains(tokens[start - 3].hash), tokens[at].kind != .word
        {
            return true
        }
        // « una mujer de 60 y un hombre de 45 fueron »
        if lexicon.language == "es", start >= 2, Self.of.contains(tokens[start - 1].hash),
            lexicon.people.contains(tokens[start - 2].hash), draft.value >= 10, isEndOfNoun(at)
        {
            return true
        }
        // «su abuela, de 71,»
        if lexicon.language == "es", start >= 3, Self.of.contains(tokens[start - 1].hash),
            context.isByte(start - 2, UInt8(ascii: ",")), context.isByte(at, UInt8(ascii: ",")),
            tokens[start - 3].isCapitalized || lexicon.people.contains(tokens[start - 3].hash)
        {
            return true
        }
        guard start >= 2, context.isByte(start - 1, UInt8(ascii: ",")), tokens[start - 2].kind == .word,
            tokens[start - 2].isCapitalized || lexicon.people.contains(tokens[start - 2].hash), !isTime[start - 2]
        else { return false }
        return context.isByte(at, UInt8(ascii: ",")) || tokens[at].kind == .terminator
    }

    /// Whether nothing that a number could count stands at `index`.
    private func isEndOfNoun(_ index: Int) -> Bool {
        tokens[index].kind != .word || lexicon.ands.contains(tokens[index].hash) || roles.auxiliaries.contains(tokens[index].hash)
    }

    private func isInBrackets(_ start: Int, _ stop: Int) -> Bool {
        start >= 2 && stop < tokens.count && context.isByte(start - 1, UInt8(ascii: "("))
            && context.isByte(stop, UInt8(ascii: ")"))
    }

    /// Whether a word is the last of two with capitals of which the first is somebody's first name.
    private func endsFullName(_ index: Int) -> Bool {
        index > 0 && [index - 1, index].allSatisfy { tokens[$0].kind == .word && tokens[$0].isCapitalized }
            && !context.flags[index - 1].isDisjoint(with: .firstName)
    }

    /// "42-year-old", "46 years old", "a six-month-old baby", „eine 60 Jahre alte Frau“, but „eine 60 Jahre alte Brücke“: behind the word
    /// for old that makes an age of a unit of time in front of `at`.
    func behindOld(_ unit: String, at index: Int, _ end: Int) -> Int? {
        guard unit == "year" || Self.unitsOfBabies.contains(unit) else { return nil }
        let old = index < end && context.isHyphen(index) ? index + 1 : index
        if old < end, tokens[old].kind == .word, lexicon.old.contains(tokens[old].hash),
            unit == "year" || isOfPerson(old, isHyphenated: old > index, end)
        {
            return old + 1
        }
        guard old + 1 < end, lexicon.oldInflected.contains(tokens[old].hash), isPerson(old + 1) else { return nil }
        return old + 1
    }

    /// Units in which the ages of small children are told.
    static let unitsOfBabies: Set<String> = ["month", "week", "day"]

    /// Whether "old" is said of a person: "a six-month-old baby", "the two-month-old was", not "a two-month-old war".
    private func isOfPerson(_ old: Int, isHyphenated: Bool, _ end: Int) -> Bool {
        guard old + 1 < end, tokens[old + 1].kind == .word else { return isHyphenated }
        if isPerson(old + 1) { return true }
        return isHyphenated
            && (context.flags[old + 1].contains(.function) || roles.auxiliaries.contains(tokens[old + 1].hash)
                || casualty(old + 1) != nil)
    }

    /// « un bébé de six mois », «un bebé de seis meses»: behind a small child.
    func isOfBaby(_ draft: Draft) -> Bool {
        let start = draft.tokens.lowerBound
        return start > 1 && (lexicon.language == "fr" || lexicon.language == "es") && Self.of.contains(tokens[start - 1].hash)
            && lexicon.people.contains(tokens[start - 2].hash)
    }

    /// Whether the noun at `index` is one for people: a known one, somebody's office, a first name, or one whose ending only people have.
    private func isPerson(_ index: Int) -> Bool {
        if lexicon.people.contains(tokens[index].hash) || kind(ofNoun: index)?.isOfPeople == true { return true }
        guard lexicon.language == "de", tokens[index].isCapitalized else { return false }
        if !context.flags[index].isDisjoint(with: [.role, .masculineName, .feminineName]) { return true }
        let noun = context.text.bytes[tokens[index].range]
        return lexicon.personEndings.contains { noun.count > $0.count + 1 && noun.suffix($0.count).elementsEqual($0) }
    }

    /// "when he was 13,", "she turned 40 in May".
    private func isAgeOfPronoun(_ start: Int, _ at: Int) -> Bool {
        guard start >= 2, lexicon.language == "en", Self.beings.contains(tokens[start - 1].hash) else { return false }
        let subject = context.flags[start - 2]
        guard !subject.intersection([.he, .she]).isEmpty || Self.subjects.contains(tokens[start - 2].hash) else { return false }
        return tokens[at].kind != .word || Self.whens.contains(tokens[at].hash)
    }

    private static let beings = WordSet(["was", "is", "turned", "turns", "'s", "'m", "am", "were"])
    private static let subjects = WordSet(["i", "who", "they", "we"])
    private static let whens = WordSet(["when", "and", "at", "in", "but", "while", "or", "on"])

    /// "âgé de 34 ans", "La fille, 11 ans,", "de 34 años de edad", "der 34-Jährige", "34-летний мужчина".
    func isAgeInYears(_ draft: Draft, _ unit: Int, _ stop: Int, _ end: Int) -> Bool {
        let start = draft.tokens.lowerBound
        guard draft.value >= 1, draft.value < 120, lexicon.language != "en" else { return false }
        // "der 34-Jährige", "das 11-jährige Kind"
        if lexicon.old.contains(tokens[unit].hash) {
            if lexicon.language == "de", tokens[unit].isCapitalized { return true }
            guard stop < end else { return false }
            // «36-летний Андрей», „der 44-jährige Jens Wiechert“: of nouns with a capital only first names.
            let isName =
                lexicon.language == "de"
                ? !context.flags[stop].isDisjoint(with: .firstName) : lexicon.language == "ru" && tokens[stop].isCapitalized
            return isName || lexicon.people.contains(tokens[stop].hash)
        }
        guard start > 0 else { return false }
        if lexicon.aged.contains(tokens[start - 1].hash) { return true }
        if start > 1, Self.of.contains(tokens[start - 1].hash), lexicon.aged.contains(tokens[start - 2].hash) { return true }
        if stop + 1 < end, Self.of.contains(tokens[stop].hash), lexicon.aged.contains(tokens[stop + 1].hash) { return true }
        // «murió a los 87 años», but «a los dos años de su muerte»
        if draft.value >= Self.leastTold,
            (max(0, start - Self.agedReach)..<start).contains(where: {
                lexicon.agedFront.longestMatch(in: tokens, at: $0, limit: start)?.endIndex == start
            }), stop >= end || !Self.of.contains(tokens[stop].hash)
        {
            return true
        }
        // "une femme de 43 ans", "su hijo de siete años"
        if start > 1, lexicon.language == "fr" || lexicon.language == "es", Self.of.contains(tokens[start - 1].hash),
            lexicon.people.contains(tokens[start - 2].hash)
        {
            return true
        }
        // «женщина 60 лет», «мужчину 35 лет задержали», but «женщина 10 лет жила одна»
        if context.vocabulary.bearsGenitives, lexicon.people.contains(tokens[start - 1].hash),
            stop >= end || tokens[stop].kind != .word || casualty(stop) != nil
        {
            return true
        }
        // « Karl Brandt (61 ans) »
        if isInBrackets(start, stop), tokens[start - 2].isCapitalized || lexicon.people.contains(tokens[start - 2].hash) {
            return true
        }
        // Between commas behind a name or a person.
        var comma = start - 1
        if lexicon.language == "es", comma > 0, Self.of.contains(tokens[comma].hash) { comma -= 1 }
        guard comma > 0, context.isByte(comma, UInt8(ascii: ",")), tokens[comma - 1].kind == .word,
            tokens[comma - 1].isCapitalized && lexicon.language != "de" || lexicon.people.contains(tokens[comma - 1].hash)
        else { return false }
        return stop >= end || context.isByte(stop, UInt8(ascii: ",")) || tokens[stop].kind == .terminator
    }

    private static let leastTold = 12.0
    private static let agedReach = 3

    /// "siebenjähriger Junge", "ein Siebenjähriger", "семилетний мальчик": not "zehnjährige Haft".
    func isAgeInOneWord(_ draft: Draft, _ end: Int) -> Bool {
        let (word, next) = (draft.tokens.lowerBound, draft.tokens.upperBound)
        guard draft.value >= 1, draft.value < 120 else { return false }
        let isNoun = lexicon.language == "de" && tokens[word].isCapitalized
        guard next < end, tokens[next].kind == .word else { return isNoun }
        if lexicon.people.contains(tokens[next].hash) { return true }
        return lexicon.language == "de" ? isNoun && !tokens[next].isCapitalized : tokens[next].isCapitalized
    }

    /// "aged 5 and 7".
    private func isAged(_ start: Int) -> Bool {
        if lexicon.aged.contains(tokens[start - 1].hash) { return true }
        if start >= 2, Self.of.contains(tokens[start - 1].hash), lexicon.aged.contains(tokens[start - 2].hash) { return true }
        guard start >= 3, lexicon.ands.contains(tokens[start - 1].hash), tokens[start - 2].kind == .number else { return false }
        let word = start >= 4 && Self.of.contains(tokens[start - 3].hash) ? start - 4 : start - 3
        return lexicon.aged.contains(tokens[word].hash)
    }
}
