internal import TextCore

/// Finds runs of tokens that are written as names.
///
/// - Complexity: O(*n*) in tokens.
struct NameScanner {
    let context: AnnotationContext
    let evidence: CaseEvidence
    /// Words that were surnames of full names: what makes a lone noun a name where all nouns are capitalised.
    var surnames: Set<Int32> = []
    /// Surnames that are trades, too („Klaus Richter“): names only where no article stands in front.
    var trades: Set<Int32> = []
    /// Surnames with the s of the genitive: „Merkels“.
    var genitives: Set<Int32> = []
    /// Months that are somebody's surname here ("Theresa May"): those that stand behind a first name or a form of address.
    private var monthSurnames: Set<Int32> = []
    /// How many particles stand in front of surnames that the text gives with them and a first name, by the surname.
    let particled: [Int32: Int]
    /// Nominatives of words that are capitalised inside sentences in other cases, by hash: «с Эрдоганом» shows «Эрдоган».
    private let nominatives: WordSet
    /// Words in other cases than the nominative, by hash, whose nominatives are capitalised inside sentences: «Байдена».
    private let obliques: WordSet
    /// The company that words keep, where all nouns are capitalised.
    let nouns: GermanNouns?
    let contexts = NameContexts.shared

    private static let longestRun = 14

    init(_ context: AnnotationContext) {
        self.context = context
        evidence = CaseEvidence(context)
        nouns = context.vocabulary.capitalizesNouns ? GermanNouns(context) : nil
        particled = Self.particled(context)
        (nominatives, obliques) = Self.cases(context, evidence)
        if nouns != nil { readGermanSurnames() }
        for index in context.tokens.indices.dropFirst() where isMonthBehindName(index) {
            monthSurnames.insert(context.words.ids[index])
        }
    }

    /// The runs of one sentence, in order.
    func runs(inSentence number: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        let range = context.sentences[number].tokens
        var index = range.lowerBound
        var opens = true
        while index < range.upperBound {
            if canStart(index, opens: opens, sentence: number, end: range.upperBound) {
                let end = runEnd(from: index, sentence: number, end: range.upperBound)
                let isListed = context.flags[index].contains(.gazetteerStart) && gazetteer(index, end) != nil
                let start = isListed ? index : particleStart(before: index, from: runs.last?.upperBound ?? range.lowerBound)
                runs.append(start..<end)
                index = end
                opens = false
            } else {
                let token = context.tokens[index]
                if token.kind != .clitic || token.isCapitalized { opens = CaseEvidence.opensAfter(token, context, index) }
                index += 1
            }
        }
        return runs
    }

    // MARK: Where names start

    private func canStart(_ index: Int, opens: Bool, sentence: Int, end: Int) -> Bool {
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
            return nextIsCapital(index, end)
        }
        if looksAdverbial(index) { return false }
        // «Слова Байдена», «Визит Макрона»: a word in front of somebody's name in another case.
        if index + 1 < end, obliques.contains(context.tokens[index + 1].hash), flags.isDisjoint(with: .firstName) { return false }
        // "Massive NATO drills": an unknown word in front of a known name is a word.
        if index + 1 < end, context.tokens[index + 1].kind == .word, gazetteer(index + 1, end) != nil { return false }
        return nextIsCapital(index, end)
    }

    private static let noName: WordFlags = [
        .common, .role, .roleModifier, .honorific, .group, .organisationHead, .geographicHead,
    ]

    private static func cases(_ context: AnnotationContext, _ evidence: CaseEvidence) -> (nominatives: WordSet, obliques: WordSet)
    {
        var (nominatives, obliques) = (WordSet(), WordSet())
        guard let cases = SlavicCases.of(context.vocabulary.language) else { return (nominatives, obliques) }
        var names: [Int32: String] = [:]
        for index in context.tokens.indices where context.tokens[index].isCapitalized && context.tokens[index].kind == .word {
            let word = context.words.ids[index]
            if names[word] == nil { names[word] = CaseFolding.fold(context.text[context.tokens[index].range]) }
        }
        let inside = Set(names.filter { evidence.capitalized[Int($0.key)] > evidence.lower[Int($0.key)] }.values)
        for name in names.values {
            let forms = cases.nominatives(ofSurname: name)
            if inside.contains(name) { for form in forms { nominatives.insert(Hash64.folded(form)) } }
            if name.unicodeScalars.count > 4, forms.contains(where: inside.contains) { obliques.insert(Hash64.folded(name)) }
        }
        return (nominatives, obliques)
    }

    /// Initials with their dots and without spaces between them that start at a token: `J.D.`; nil for none.
    private func initials(_ index: Int, _ end: Int) -> Range<Int>? {
        var at = index
        while at + 1 < end, context.isInitial(at), at == index || !context.tokens[at].followsSpace,
            context.isByte(at + 1, UInt8(ascii: ".")), !context.tokens[at + 1].followsSpace
        {
            at += 2
        }
        return at > index ? index..<at : nil
    }

    private func isNameBehindInitials(_ index: Int) -> Bool {
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

    private func word(_ index: Int) -> Int { Int(context.words.ids[index]) }

    private func nextIsCapital(_ index: Int, _ end: Int) -> Bool {
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

    /// "Theresa May", "Mrs. May", and not "told Chris May 5".
    private func isMonthBehindName(_ index: Int) -> Bool {
        guard index > 0, contexts.monthSurnames.contains(context.tokens[index].hash), context.tokens[index].isCapitalized,
            context.vocabulary.language == "en", !isNumber(index + 1)
        else { return false }
        var before = index - 1
        if before > 0, context.isByte(before, UInt8(ascii: ".")), !context.tokens[before].followsSpace { before -= 1 }
        return context.tokens[before].isCapitalized && context.tokens[index].followsSpace
            && !context.flags[before].isDisjoint(with: [.masculineName, .feminineName, .honorific])
            && context.flags[before].isDisjoint(with: [.time, .function])
    }

    /// A month's name that is somebody's here and is not used for the month.
    private func isMonthSurname(_ index: Int) -> Bool {
        guard !monthSurnames.isEmpty, monthSurnames.contains(context.words.ids[index]), context.tokens[index].isCapitalized,
            !isNumber(index + 1)
        else { return false }
        return index == 0
            || !contexts.beforeMonths.contains(context.tokens[index - 1].hash)
                && context.tokens[index - 1].kind != .number
    }

    private func isNumber(_ index: Int) -> Bool { index < context.tokens.count && context.tokens[index].kind == .number }

    /// English adverbs in -ly open sentences in front of names.
    private func looksAdverbial(_ index: Int) -> Bool {
        let token = context.tokens[index]
        guard context.vocabulary.language == "en", token.end - token.start > 4 else { return false }
        return context.text.bytes[Int(token.end) - 1] == UInt8(ascii: "y")
            && context.text.bytes[Int(token.end) - 2] == UInt8(ascii: "l")
    }

    /// The gazetteer's phrase at `index`, when it is written as there.
    func gazetteer(_ index: Int, _ end: Int) -> (end: Int, entry: Vocabulary.Entry)? {
        guard context.flags[index].contains(.gazetteerStart) else { return nil }
        let vocabulary = context.vocabulary
        let tokens = context.tokens
        var found = vocabulary.gazetteer.longestMatch(in: tokens, at: index, limit: end)
        if vocabulary.usesStems {
            let stems = context.stems
            let other = vocabulary.gazetteer.longestMatch(from: index, to: end) { stems[$0] == 0 ? tokens[$0].hash : stems[$0] }
            if let other, other.endIndex > found?.endIndex ?? index { found = other }
        }
        guard let found else { return nil }
        let entry = found.value
        let shape = tokens[index].shape
        switch entry.form {
        case .allCaps:
            guard found.endIndex - index > 1 ? shape.contains(.capitalized) : shape.contains(.allCaps) else { return nil }
        case .capitalized: guard shape.contains(.capitalized) else { return nil }
        case .lower: break
        }
        return (found.endIndex, entry)
    }

    // MARK: Where names end

    private func runEnd(from start: Int, sentence: Int, end: Int) -> Int {
        // A phrase of the gazetteer is whole ("U.S.", "House of Representatives").
        var at = gazetteer(start, end)?.end ?? start + 1
        let limit = min(end, start + Self.longestRun)
        if context.vocabulary.capitalizesNouns, at == start + 1 { return germanRunEnd(from: start, end: limit) }
        if !context.tokens[start].isCapitalized { return at }
        if let letters = initials(start, limit), at == start + 1 { at = letters.upperBound }
        while at < limit {
            let token = context.tokens[at]
            if token.kind == .word, token.isCapitalized, token.followsSpace, continues(at, sentence) {
                if let phrase = gazetteer(at, end) {
                    at = phrase.end
                } else {
                    at += 1
                    // "George W. Bush", "Ted Cruz Jr."
                    if at < limit, context.isByte(at, UInt8(ascii: ".")), !context.tokens[at].followsSpace,
                        context.isInitial(at - 1),
                        at + 1 < limit, context.tokens[at + 1].isCapitalized
                    {
                        at += 1
                    }
                }
                continue
            }
            if context.isByte(at, UInt8(ascii: ".")), at + 1 < limit, context.tokens[at + 1].isCapitalized,
                context.tokens[at + 1].kind == .word, isAbbreviation(at - 1)
            {
                at += 1
                continue
            }
            if context.isHyphen(at), at + 1 < limit, !context.tokens[at + 1].followsSpace, context.tokens[at + 1].kind == .word,
                context.tokens[at + 1].isCapitalized
            {
                // "U.S.-Israel", "Trump-Russia": two names. "Jean-Pierre" is one, though Pierre is a town.
                let isGivenName =
                    at - 1 == start && !context.flags[start].intersection(.firstName).isEmpty
                    && !context.flags[at + 1].intersection(.firstName).isEmpty
                if !isGivenName, gazetteer(at + 1, limit) != nil { break }
                at += 2
                continue
            }
            if isSyllableName(at, from: start, limit) {
                at += 2
                continue
            }
            if let next = joined(at, from: start, sentence: sentence, limit: limit) {
                at = next
                continue
            }
            break
        }
        // "Boehner Jr." after a comma.
        if at + 1 < limit, context.isByte(at, UInt8(ascii: ",")), context.flags[at + 1].contains(.suffix),
            context.tokens[at + 1].isCapitalized
        {
            at += 2
        }
        return at
    }

    /// Whether a capitalised word inside a sentence goes on with a name.
    private func continues(_ index: Int, _ sentence: Int) -> Bool {
        let flags = context.flags[index]
        if isMonthBehindName(index) { return true }
        // `John A. Boehner`: a letter that is a word, too.
        if context.isInitial(index), index + 2 < context.tokens.count, context.isByte(index + 1, UInt8(ascii: ".")),
            !context.tokens[index + 1].followsSpace, isNameBehindInitials(index + 2)
        {
            return true
        }
        if flags.contains(.time) { return false }
        if flags.contains(.function) {
            return context.tokens[index].shape.contains(.allCaps) && !evidence.titleCase[sentence]
                || flags.contains(.particle) && !evidence.titleCase[sentence]
        }
        guard evidence.titleCase[sentence] else { return true }
        if evidence.capitalized[word(index)] > 0 { return true }
        // A surname behind a first name.
        if index > 0, !context.flags[index - 1].intersection(.firstName).isEmpty, evidence.lower[word(index)] == 0,
            !flags.contains(.common)
        {
            return true
        }
        return flags.contains(.gazetteerStart) && gazetteer(index, context.sentences[sentence].tokens.upperBound) != nil
    }

    /// `Ban Ki-moon`, `Tsai Ing-wen`: a second syllable written small behind a hyphen.
    private func isSyllableName(_ hyphen: Int, from start: Int, _ limit: Int) -> Bool {
        guard context.isHyphen(hyphen), hyphen - start >= 2, hyphen + 1 < limit else { return false }
        let next = context.tokens[hyphen + 1]
        let before = context.tokens[hyphen - 1]
        guard next.kind == .word, !next.followsSpace, !next.isCapitalized, next.end - next.start <= 5,
            before.kind == .word, before.end - before.start <= 5, !context.isInitial(hyphen - 1),
            context.flags[hyphen + 1].intersection([.function, .common, .role]).isEmpty,
            !contexts.compounds.contains(next.hash)
        else { return false }
        // `Thai Prime Minister Prayuth Chan-ocha`: titles may open the run, so that the word in front of the syllables counts.
        let first = hyphen - 2
        return context.tokens[first].kind == .word && context.tokens[first].isCapitalized
            && context.tokens[first].end - context.tokens[first].start <= 8
            && context.flags[first].isDisjoint(with: [.role, .organisationHead, .geographicHead, .group, .function])
            && gazetteer(first, limit) == nil
    }

    private func isAbbreviation(_ index: Int) -> Bool {
        context.flags[index].contains(.honorific) || context.isInitial(index)
    }

    /// The end of a connector and the capitalised word behind it, when they belong to the name ("van der Bellen", "Bank of
    /// England", "Belt & Sound Lines").
    private func joined(_ index: Int, from start: Int, sentence: Int, limit: Int) -> Int? {
        let last = index - 1
        var at = index
        let token = context.tokens[at]
        if context.isByte(at, UInt8(ascii: "&")) {
            return at + 1 < limit && context.tokens[at + 1].isCapitalized && context.tokens[at + 1].kind == .word ? at + 2 : nil
        }
        // "Channel 4", "France 5": a number that ends the name.
        if token.kind == .number, token.end - token.start <= 2, token.followsSpace, last == start,
            !context.flags[last].intersection([.gazetteerStart, .organisationHead]).isEmpty
        {
            let next = at + 1
            guard
                next >= context.sentences[sentence].tokens.upperBound || context.tokens[next].kind == .terminator
                    || context.isByte(next, UInt8(ascii: ",")) || context.tokens[next].kind == .quote
                    || (context.tokens[next].shape.contains(.allCaps) && context.tokens[next].followsSpace)
            else { return nil }
            return next
        }
        guard token.kind == .word || token.kind == .clitic, token.followsSpace else { return nil }
        let flags = context.flags[at]
        let isOrganisation = (start...last).contains {
            !context.flags[$0].intersection([.organisationHead, .geographicHead]).isEmpty
        }
        if flags.contains(.connector), isOrganisation {
            let wasConnected = (start...last).contains { context.flags[$0].contains(.connector) }
            let isAnd =
                context.vocabulary.language == "en" && token.end - token.start == 3
                && context.text.bytes[Int(token.start)] | 0x20 == UInt8(ascii: "a")
            let lastIsHead = !context.flags[last].intersection([.organisationHead, .geographicHead]).isEmpty
            if isAnd ? wasConnected : lastIsHead, !context.flags[last].contains(.role) {
                at += 1
                while at < limit, context.flags[at].contains(.function), !context.tokens[at].isCapitalized, at < index + 3,
                    isArticle(at)
                { at += 1 }
                if at < limit, context.tokens[at].kind == .word, context.tokens[at].isCapitalized,
                    !context.flags[at].contains(.time)
                {
                    return gazetteer(at, limit)?.end ?? at + 1
                }
            }
        }
        guard flags.contains(.particle), !context.tokens[at].isCapitalized else { return nil }
        // In Romance languages a particle is also a preposition: only behind first names.
        switch context.vocabulary.language {
        case "fr", "es", "pt", "it", "und":
            guard index - start <= 2, !context.flags[start].intersection(.firstName).isEmpty else { return nil }
        default:
            if isOfOrFor(at) { return nil }
        }
        at = index
        while at < limit, at < index + 3, context.flags[at].contains(.particle), !context.tokens[at].isCapitalized,
            context.tokens[at].kind == .word || context.tokens[at].kind == .clitic
        {
            at += 1
            if at < limit, context.isHyphen(at) { at += 1 }
        }
        guard at < limit, context.tokens[at].kind == .word, context.tokens[at].isCapitalized,
            !context.flags[at].contains(.function),
            gazetteer(at, limit)?.entry.kind != .place
        else { return nil }
        return at + 1
    }

    private func isArticle(_ index: Int) -> Bool {
        let length = context.tokens[index].end - context.tokens[index].start
        return length <= 3
    }

    private func isOfOrFor(_ index: Int) -> Bool {
        Self.englishConnectors.contains(context.tokens[index].hash)
    }

    private static let englishConnectors = WordSet(["of", "for", "on", "and"])
}
