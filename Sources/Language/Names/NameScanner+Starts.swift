internal import TextCore

/// Where names start: what tells a name from a word that only opens a sentence or headline.
extension NameScanner {
    func canStart(_ index: Int, opens: Bool, sentence: Int, end: Int) -> Bool {
        let token = context.tokens[index]
        guard token.kind == .word else { return false }
        let flags = context.flags[index]
        guard token.isCapitalized else { return flags.contains(.gazetteerStart) && gazetteer(index, end) != nil }
        let isAcronym = token.shape.contains(.allCaps) && token.end - token.start >= 2
        if flags.contains(.gazetteerStart), gazetteer(index, end) != nil { return true }
        if isWordAsFirstName(index, end, opens: opens), !evidence.titleCase[sentence] { return true }
        if isMonthSurname(index) { return true }
        if flags.contains(.function) {
            return isAcronym && !evidence.titleCase[sentence] && evidence.lower[word(index)] == 0 && token.end - token.start >= 2
                && !opens && !context.vocabulary.capitalizesNouns
        }
        if flags.contains(.time) { return false }
        if let letters = initials(index, end), letters.count > 2 {
            // "J.D. Vance", and not "the G.R.U. was".
            return letters.upperBound < end && isNameBehindInitials(letters.upperBound)
        }
        if context.isInitial(index) {
            // "J. Edgar Hoover", but not the "A" of a list.
            return index + 2 < end && context.isByte(index + 1, UInt8(ascii: ".")) && context.tokens[index + 2].isCapitalized
                && context.tokens[index + 2].kind == .word
        }
        if evidence.titleCase[sentence] {
            return evidence.capitalized[word(index)] > 0 && (!context.vocabulary.capitalizesNouns || isGermanName(index, end))
                || (isAcronym && !evidence.allCaps[sentence] && !flags.contains(.common))
                || (!flags.intersection(.firstName).isEmpty && nextIsCapital(index, end) && evidence.lower[word(index)] == 0)
        }
        if context.vocabulary.capitalizesNouns { return isGermanName(index, end) }
        guard opens, !goesOn(index) else { return true }
        if evidence.capitalized[word(index)] > 0, evidence.lower[word(index)] <= evidence.capitalized[word(index)] { return true }
        if isAcronym || token.shape.contains(.mixedCase) { return true }
        if nominatives.contains(token.hash), evidence.lower[word(index)] == 0, flags.isDisjoint(with: Self.noName) { return true }
        if evidence.lower[word(index)] > 0 { return flags.contains(.honorific) && nextIsCapital(index, end) }
        if flags.contains(.common), flags.intersection(.firstName).isEmpty { return false }
        if !flags.intersection([.masculineName, .feminineName, .honorific, .role, .roleModifier, .group]).isEmpty {
            return nextIsCapital(index, end) || isLoneFirstName(index, end)
        }
        if looksAdverbial(index) { return false }
        if isHeadOfName(index, end) || actsAsPerson(index, end) { return true }
        // «Слова Байдена», «Визит Макрона»: a word in front of somebody's name in another case.
        if index + 1 < end, obliques.contains(context.tokens[index + 1].hash), flags.isDisjoint(with: .firstName) { return false }
        // «Команда Олександра Коваленка»: a word in front of somebody's first name and surname, where it is none itself.
        if context.vocabulary.bearsGenitives, index + 2 < end,
            !context.flags[index + 1].isDisjoint(with: [.masculineName, .feminineName]),
            flags.isDisjoint(with: .firstName), context.tokens[index + 1].isCapitalized, context.tokens[index + 2].isCapitalized
        {
            return false
        }
        // "Massive NATO drills": an unknown word in front of a known name is a word.
        if index + 1 < end, context.tokens[index + 1].kind == .word, gazetteer(index + 1, end) != nil { return false }
        return nextIsCapital(index, end)
    }

    /// “Susan met Robert”: a first name that opens a sentence by itself, with a verb behind it.
    private func isLoneFirstName(_ index: Int, _ end: Int) -> Bool {
        let (next, flags) = (index + 1, context.flags[index])
        guard context.vocabulary.language == "en", next < end, !flags.isDisjoint(with: .firstName),
            flags.isDisjoint(with: [.common, .role, .roleModifier, .honorific, .group, .organisationHead, .geographicHead]),
            context.tokens[next].kind == .word, !context.tokens[next].isCapitalized
        else { return false }
        if actsAsPerson(index, end) { return true }
        guard !contexts.wordsAsFirstNames.contains(context.tokens[index].hash) else { return false }
        let verb = context.tokens[next]
        return context.flags[next].contains(.past) || context.vocabulary.figures.roles.auxiliaries.contains(verb.hash)
            || verb.range.count > 4 && context.text.bytes[verb.range].suffix(2).elementsEqual("ed".utf8)
    }

    /// “Lula told reporters”, “Modi met”: a lone word that opens a sentence without an article, and does what people do. Plurals and
    /// what else speaks without an article are none (“Witnesses said”, “Police said”).
    private func actsAsPerson(_ index: Int, _ end: Int) -> Bool {
        let (token, next) = (context.tokens[index], index + 1)
        guard ["en", "es", "fr"].contains(context.vocabulary.language), next < end, token.range.count > 1,
            context.tokens[next].kind == .word, !context.tokens[next].isCapitalized,
            !contexts.speakingNouns.contains(token.hash)
        else { return false }
        let isAct =
            context.flags[next].contains(.saying) || contexts.actsOfPeople.contains(context.tokens[next].hash)
            || context.vocabulary.language == "fr" && next + 1 < end && context.flags[next].contains(.function)
                && context.flags[next + 1].contains(.saying)
        guard isAct else { return false }
        let letters = context.text.bytes[token.range]
        return !Self.endingsOfNouns.contains {
            letters.count > $0.utf8.count && letters.suffix($0.utf8.count).elementsEqual($0.utf8)
        }
    }

    /// What plurals and nouns without an article end with.
    private static let endingsOfNouns = [
        "s", "ing", "ment", "ion", "ity", "ness", "ship", "ism", "ance", "ence", "ed", "ure", "eople",
    ]

    private static let noName: WordFlags = [
        .common, .role, .roleModifier, .honorific, .group, .organisationHead, .geographicHead,
    ]

    /// Initials with their dots and without spaces between them that start at a token: `J.D.`; nil for none.
    func initials(_ index: Int, _ end: Int) -> Range<Int>? {
        var at = index
        while at + 1 < end, context.isInitial(at), at == index || !context.tokens[at].followsSpace,
            context.isByte(at + 1, UInt8(ascii: ".")), !context.tokens[at + 1].followsSpace
        {
            at += 2
        }
        return at > index ? index..<at : nil
    }

    func isNameBehindInitials(_ index: Int) -> Bool {
        let token = context.tokens[index]
        return token.kind == .word && token.isCapitalized && token.followsSpace && token.end - token.start > 1
            && context.flags[index].isDisjoint(with: [.function, .time, .organisationHead, .role])
    }

    /// `April Moss said`, `Will Barrow, who`: a first name that is a month or another small word, too, in front of a surname.
    func isWordAsFirstName(_ index: Int, _ end: Int, opens: Bool) -> Bool {
        let flags = context.flags[index]
        guard flags.contains(.time) || flags.contains(.function), !flags.intersection(.firstName).isEmpty,
            !context.tokens[index].shape.contains(.allCaps)
        else { return false }
        let next = index + 1
        guard next < end, context.tokens[next].kind == .word, context.tokens[next].isCapitalized,
            !context.tokens[next].shape.contains(.allCaps),
            context.flags[next].isDisjoint(with: [.time, .function, .common, .role, .honorific, .organisationHead, .group]),
            gazetteer(next, end) == nil
        else { return false }
        // `In April Corvia Biotech said`, `last June Tolley said`: a time.
        if index > 0, context.tokens[index - 1].kind == .word || context.tokens[index - 1].kind == .number, !opens,
            context.flags[index - 1].contains(.function) || context.flags[index - 1].contains(.time)
                || context.tokens[index - 1].kind == .number || contexts.beforeFirstNames.contains(context.tokens[index - 1].hash)
        {
            return false
        }
        // `Regen April Sturm`: where all nouns have capitals, only what a person does shows one. A month that is cut short has a
        // full stop behind it: „Jan Berger“ is a name.
        if context.vocabulary.capitalizesNouns {
            return context.tokens[index].range.count == Self.shortMonth || surnames.contains(context.words.ids[next])
                || next + 1 < end && (context.flags[next + 1].contains(.saying) || context.isByte(next + 1, UInt8(ascii: ",")))
        }
        guard flags.contains(.function), opens else { return true }
        // `Will Barrow go?`: a question has no verb of saying behind, nor a comma.
        return next + 1 < end
            && (context.flags[next + 1].contains(.saying) || context.isByte(next + 1, UInt8(ascii: ","))
                || context.tokens[next + 1].kind == .clitic)
    }

    /// How many letters a month has that is cut short.
    private static let shortMonth = 3

    /// `“We won,” Korvan said`: behind a comma in marks a sentence goes on, so that a capital is a name's.
    private func goesOn(_ index: Int) -> Bool {
        // The mark closes: no space in front of it, one behind.
        guard index > 1, context.tokens[index - 1].kind == .quote, context.isByte(index - 2, UInt8(ascii: ",")),
            !context.tokens[index - 1].followsSpace, context.tokens[index].followsSpace
        else { return false }
        return context.flags[index].isDisjoint(with: [.common, .role, .roleModifier, .honorific, .group])
    }

    func nextIsCapital(_ index: Int, _ end: Int) -> Bool {
        var next = index + 1
        if next < end, context.isByte(next, UInt8(ascii: ".")), !context.tokens[next].followsSpace,
            context.flags[index].contains(.honorific) || context.tokens[index].end - context.tokens[index].start <= 4
        {
            next += 1
        }
        if next + 1 < end, context.isHyphen(next) || context.isByte(next, UInt8(ascii: "&")) { next += 1 }
        // `Ursula von der Leyen said`: a first name, or in English any word, and a surname with particles.
        if context.vocabulary.language == "en" || !context.flags[index].isDisjoint(with: .firstName) {
            next = particlesEnd(next, end)
        }
        guard next < end else { return false }
        let token = context.tokens[next]
        if isMonthSurname(next) { return true }
        return token.kind == .word && token.isCapitalized && !context.flags[next].contains(.time)
            && (!context.flags[next].contains(.function) || context.flags[next].contains(.particle))
    }

    /// `Bank of England`, `University of Oxford`: a noun without an article that a name begins with, at the start of a sentence.
    private func isHeadOfName(_ index: Int, _ end: Int) -> Bool {
        guard context.vocabulary.language == "en", context.flags[index].contains(.organisationHead), index + 2 < end,
            context.tokens[index + 1].hash == Self.of
        else { return false }
        let field = index + (Self.englishArticles.contains(context.tokens[index + 2].hash) ? 3 : 2)
        return field < end && context.tokens[field].kind == .word && context.tokens[field].isCapitalized
            && context.flags[field].isDisjoint(with: [.function, .time])
    }

    private static let of = Hash64.folded("of")
    private static let englishArticles = WordSet(["the"])

    /// English adverbs in -ly open sentences in front of names.
    private func looksAdverbial(_ index: Int) -> Bool {
        let token = context.tokens[index]
        guard context.vocabulary.language == "en", token.end - token.start > 4 else { return false }
        return context.text.bytes[Int(token.end) - 1] == UInt8(ascii: "y")
            && context.text.bytes[Int(token.end) - 2] == UInt8(ascii: "l")
    }
}
