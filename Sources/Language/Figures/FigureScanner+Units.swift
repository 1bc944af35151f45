internal import TextCore

/// What a number is a number of: percent, money, a measure, an age.
extension FigureScanner {
    /// Whether points are those of a percentage: of a fraction, a percentage stands a few words behind, and not as another way to say
    /// it ("fell 23.4 points, or 0.3%"); of any, one stands close in front ("was 60%, down 7 points").
    private func arePointsOfPercentage(_ draft: Draft, _ index: Int, _ end: Int) -> Bool {
        func isPercent(_ at: Int) -> Bool {
            context.isByte(at, UInt8(ascii: "%")) || lexicon.percents.longestMatch(in: tokens, at: at, limit: end) != nil
        }
        guard draft.value < 100 else { return false }
        let start = draft.tokens.lowerBound
        let front = max(0, start - Self.pointReach)..<start
        if let percent = front.last(where: isPercent),
            !(percent..<start).contains(where: { tokens[$0].kind == .terminator || roles.or.contains(tokens[$0].hash) })
        {
            return true
        }
        guard draft.value != draft.value.rounded(.down),
            let percent = (index..<min(end, index + Self.pointReach)).first(where: isPercent)
        else { return false }
        return !(index..<percent).contains { roles.or.contains(tokens[$0].hash) }
    }

    private static let pointReach = 8

    /// Percent, currency, measure, or the noun counted.
    func unit(_ draft: inout Draft, _ end: Int) {
        if magnitude(&draft) { return }
        var at = draft.tokens.upperBound
        guard at < end else { return }
        if feetAndInches(&draft, end) { return }
        let isHyphenated = context.isHyphen(at) && at + 1 < end && !tokens[at + 1].followsSpace
        if isHyphenated { at += 1 }
        if let percent = lexicon.percents.longestMatch(in: tokens, at: at, limit: end) {
            draft.unit = percent.value ? .measure("percentage point") : .percent
            draft.hasUnit = true
            draft.tokens = draft.tokens.lowerBound..<percent.endIndex
            partitive(&draft, end)
            return
        }
        // "25 basis points": hundredths of a percentage point.
        if let basis = lexicon.basisPoints.longestMatch(in: tokens, at: at, limit: end) {
            draft.value /= 100
            draft.unit = .measure("percentage point")
            draft.hasUnit = true
            draft.tokens = draft.tokens.lowerBound..<basis.endIndex
            return
        }
        // « 0,3 point à 5,2 % »
        if lexicon.points.contains(tokens[at].hash), arePointsOfPercentage(draft, at, end) {
            draft.unit = .measure("percentage point")
            draft.hasUnit = true
            draft.tokens = draft.tokens.lowerBound..<(at + 1)
            return
        }
        if context.isByte(at, UInt8(ascii: "+")), !tokens[at].followsSpace {
            draft.bound = .atLeast
            draft.tokens = draft.tokens.lowerBound..<(at + 1)
            at += 1
            guard at < end else { return }
        }
        if context.text.bytes[Int(tokens[at].start)] == 0xC2, context.text.span.scalar(at: Int(tokens[at].start)).value == 0xB0 {
            draft.unit = .measure("degree")
            draft.hasUnit = true
            at += 1
            if at < end, tokens[at].kind == .word, tokens[at].end - tokens[at].start == 1, tokens[at].isCapitalized {
                if tokens[at].hash == Self.fahrenheit { draft.unit = .measure("degree F") }
                at += 1
            }
            draft.tokens = draft.tokens.lowerBound..<at
            return
        }
        if let code = currency(at, draft, end) {
            draft.unit = .money(code.code)
            draft.hasUnit = true
            draft.tokens = draft.tokens.lowerBound..<code.end
            return
        }
        // "50 cents", "20 pence": hundredths of what they are part of.
        if let code = lexicon.hundredths[tokens[at].hash] {
            draft.value /= 100
            draft.unit = .money(code)
            draft.hasUnit = true
            draft.tokens = draft.tokens.lowerBound..<(at + 1)
            return
        }
        if let (unit, next) = measure(at, end), allowsUnit(at, draft) {
            draft.unit = .measure(unit)
            draft.hasUnit = true
            var stop = next
            // "two years and a half": said behind the unit.
            if let half = lexicon.halves.longestMatch(in: tokens, at: stop, limit: end), !draft.isDigits || draft.isPlain {
                draft.value += half.value
                stop = half.endIndex
            }
            // "42-year-old", "46 years old", "a six-month-old baby"
            let old = stop < end && context.isHyphen(stop) ? stop + 1 : stop
            if old < end, tokens[old].kind == .word, lexicon.old.contains(tokens[old].hash),
                unit == "year" || Self.unitsOfBabies.contains(unit) && isOfPerson(old, isHyphenated: old > stop, end)
            {
                stop = old + 1
                draft.isAge = true
            } else if old + 1 < end, unit == "year" || Self.unitsOfBabies.contains(unit),
                lexicon.oldInflected.contains(tokens[old].hash),
                isPerson(old + 1)
            {
                // „eine 60 Jahre alte Frau“, but „eine 60 Jahre alte Brücke“
                stop = old + 1
                draft.isAge = true
            }
            draft.tokens = draft.tokens.lowerBound..<stop
            if unit == "year", !draft.isAge { draft.isAge = isAgeInYears(draft, at, stop, end) }
            if Self.unitsOfBabies.contains(unit), !draft.isAge { draft.isAge = isOfBaby(draft) }
            if unit == "foot" { inches(&draft, end) }
            if stop < end, unit == "pound", draft.hasScale { draft.unit = .money("GBP") }
            if !isHyphenated { substance(&draft, end) }
            return
        }
        // "a four-page summary": the word behind the hyphen is what is counted.
        if isHyphenated {
            guard tokens[at].kind == .word, draft.value != 1 || draft.isDigits else { return }
            draft.counted = at..<(at + 1)
            draft.countedHead = at
            return
        }
        if let next = timesAs(draft, at, end) ?? timesBehindPreposition(draft, at) {
            draft.unit = .measure("fold")
            draft.hasUnit = true
            draft.tokens = draft.tokens.lowerBound..<next
            return
        }
        if isAge(draft, at, end) {
            draft.unit = .measure("year")
            draft.hasUnit = true
            draft.isAge = true
            return
        }
        count(&draft, from: at, end)
    }

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

    static let of = WordSet(
        "of de des du d' di der von vom del la los las le les из the its their all his her our".split(separator: " ")
    )

    /// "three times as many": where the comparison starts.
    private func timesAs(_ draft: Draft, _ at: Int, _ end: Int) -> Int? {
        guard lexicon.language == "en", at + 1 < end, tokens[at].hash == Self.timesWord,
            Self.compared.contains(tokens[at + 1].hash)
        else { return nil }
        return at + 1
    }

    private static let timesWord = Hash64.folded("times")

    /// «в 1,8 раза»: by how many times something changed, as Russian and Ukrainian say it.
    private func timesBehindPreposition(_ draft: Draft, _ at: Int) -> Int? {
        let front = draft.tokens.lowerBound - 1
        guard context.vocabulary.bearsGenitives, front >= 0, Self.by.contains(tokens[front].hash),
            context.stems[at] == lexicon.times
        else { return nil }
        return at + 1
    }

    private static let by = WordSet(["в", "во", "у"])

    /// Units in which the ages of small children are told.
    private static let unitsOfBabies: Set<String> = ["month", "week", "day"]

    /// Whether "old" is said of a person: "a six-month-old baby", "the two-month-old was", not "a two-month-old war".
    private func isOfPerson(_ old: Int, isHyphenated: Bool, _ end: Int) -> Bool {
        guard old + 1 < end, tokens[old + 1].kind == .word else { return isHyphenated }
        if isPerson(old + 1) { return true }
        return isHyphenated
            && (context.flags[old + 1].contains(.function) || roles.auxiliaries.contains(tokens[old + 1].hash)
                || casualty(old + 1) != nil)
    }

    /// « un bébé de six mois », «un bebé de seis meses»: behind a small child.
    private func isOfBaby(_ draft: Draft) -> Bool {
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
    private static let compared = WordSet(["as", "more", "higher", "larger", "greater", "bigger", "the", "faster", "longer"])

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
    private func isAgeInYears(_ draft: Draft, _ unit: Int, _ stop: Int, _ end: Int) -> Bool {
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

    /// One letter is a unit only behind digits ("5 m", not "one m"), and in lower case ("11-M" is a day in March).
    private func allowsUnit(_ index: Int, _ draft: Draft) -> Bool {
        let letters = tokens[index].end - tokens[index].start
        return letters > 2 || (draft.isDigits && !(letters == 1 && tokens[index].isCapitalized))
    }

    private func currency(_ index: Int, _ draft: Draft, _ end: Int) -> (code: String, end: Int)? {
        var at = index
        // "40 millions d'euros", "40 millones de dólares", "US dollars", "долларов США".
        if draft.hasScale, at + 1 < end, Self.of.contains(tokens[at].hash) { at += 1 }
        var qualifier: String?
        var isSwiss = false
        if at + 1 < end, let entry = place(at, end), lexicon.currencies[tokens[entry.end < end ? entry.end : at].hash] != nil,
            entry.end < end
        {
            qualifier = Self.dollars[entry.key]
            isSwiss = entry.key == Self.switzerland
            at = entry.end
        }
        let token = tokens[at]
        // „60 Milliarden US-Dollar“
        if token.shape.contains(.allCaps), at + 2 < end, context.isHyphen(at + 1), !tokens[at + 2].followsSpace,
            lexicon.currencies[tokens[at + 2].hash] == "USD", let code = lexicon.dollarPrefixes[token.hash]
        {
            return (code, at + 3)
        }
        if token.kind == .symbol, let code = lexicon.currencySigns[token.hash] { return (code, at + 1) }
        guard token.kind == .word, var code = lexicon.currencies[token.hash] else { return nil }
        // Codes are written in capitals, currency words are not everyday words here but "won" and "rand" are.
        if token.shape.contains(.allCaps) == false, code == "KRW" || code == "ZAR" || code == "TRY", !draft.hasScale,
            !draft.isDigits
        {
            return nil
        }
        if code == "USD" { code = qualifier ?? code }
        if code == "franc", isSwiss { code = "CHF" }
        return (code, at + 1)
    }

    private func place(_ index: Int, _ end: Int) -> (end: Int, key: UInt64)? {
        guard context.flags[index].contains(.gazetteerStart), tokens[index].isCapitalized,
            let found = context.vocabulary.gazetteer.longestMatch(in: tokens, at: index, limit: end)
        else { return nil }
        return (found.endIndex, found.value.key)
    }

    private static let switzerland = Hash64.folded("place:ch")
    private static let dollars: [UInt64: String] = [
        Hash64.folded("place:au"): "AUD", Hash64.folded("place:ca"): "CAD", Hash64.folded("place:nz"): "NZD",
        Hash64.folded("place:sg"): "SGD",
    ]

    func money(at index: Int, in sentence: Range<Int>, joins: Bool) -> Draft? {
        let end = sentence.upperBound
        var at = index
        var code: String?
        if tokens[at].kind == .symbol {
            code = lexicon.currencySigns[tokens[at].hash]
        } else if tokens[at].kind == .word, tokens[at].shape.contains(.capitalized) || tokens[at].shape.contains(.allCaps),
            at + 1 < end
        {
            if let prefixed = lexicon.dollarPrefixes[tokens[at].hash], tokens[at + 1].kind == .symbol,
                !tokens[at + 1].followsSpace,
                lexicon.currencySigns[tokens[at + 1].hash] == "USD"
            {
                code = prefixed
                at += 1
            } else if tokens[at].shape.contains(.allCaps), tokens[at].end - tokens[at].start == 3, tokens[at + 1].kind == .number
            {
                code = lexicon.currencies[tokens[at].hash]
            }
        }
        guard let code, at + 1 < end, tokens[at + 1].kind == .number, let number = parser.number(at: at + 1, end: end),
            !number.isOrdinal
        else { return nil }
        var draft = Draft(tokens: index..<number.tokens.upperBound, value: number.value)
        draft.unit = .money(code)
        draft.hasUnit = true
        draft.hasScale = number.hasScale
        draft.isDigits = true
        if joins, let joined = joined(draft, in: sentence) { return joined }
        // "$5 per barrel", "$40-a-day": the rate is left to the reader.
        boundBehind(&draft, end)
        return draft
    }
}
