internal import TextCore

/// The nouns that figures count.
extension FigureScanner {
    /// The noun behind a share or percentage: "of voters", "der Wähler", "des électeurs", "избирателей".
    func partitive(_ draft: inout Draft, _ end: Int) {
        var at = draft.tokens.upperBound
        var steps = 0
        while at < end, steps < 4, tokens[at].kind == .word || tokens[at].kind == .clitic, context.flags[at].contains(.function) {
            // "7% in May", "35% said": only "of" and articles lead to what the share is of.
            guard Self.partitives.contains(tokens[at].hash) else { return }
            at += 1
            steps += 1
        }
        guard steps > 0 || lexicon.language == "ru" || lexicon.language == "de" else { return }
        count(&draft, from: at, end)
    }

    static let partitives = WordSet(
        """
        of the its their all his her our these those de des du d' la le les l' der die das den dem del los las el aller ihrer \
        seiner ihres seines von vom из su sus son sa ses leur leurs di della dei degli delle
        """
        .split(separator: " ")
    )

    /// Sets the noun phrase that starts at `index`, as far as form tells where it ends.
    ///
    /// - Parameter isSingle: whether one thing is counted, so that its noun need not be a plural.
    func count(_ draft: inout Draft, from index: Int, _ end: Int, isSingle: Bool = false) {
        var at = index
        // "7 of the 12 judges"
        if draft.unit == .count, !isSingle, let whole = whole(of: draft, at: index, end) {
            at = whole
            draft.isOfWhole = true
        }
        // "17 of them", "two million de personnes".
        if draft.hasScale || (lexicon.language == "en" && draft.unit == .count) {
            let limit = at + (draft.hasScale ? 1 : 2)
            while at < min(end, limit), Self.partitives.contains(tokens[at].hash) { at += 1 }
        }
        // "one of the most Republican states": whatever follows "of" is several.
        let isOneOf = at > index && lexicon.language == "en" && draft.unit == .count
        let isPart = draft.unit == .percent || draft.unit == .share
        // "None of the 12 ships": the noun behind the number is what the share is of.
        if draft.unit == .share, at < end, !isTime[at], tokens[at].kind == .number || context.flags[at].contains(.number),
            !lexicon.articles.contains(tokens[at].hash), let whole = parser.number(at: at, end: end), whole.value > 1,
            !whole.isOrdinal, !whole.isShare, whole.unit == nil
        {
            at = whole.tokens.upperBound
        }
        // "the 19 Sept. 11 hijackers": a day that tells the things counted from others.
        if lexicon.language == "en", at + 1 < end, isTime[at], context.vocabulary.times.months[tokens[at].hash] != nil {
            while at < end, isTime[at] { at += 1 }
        }
        guard at < end else { return }
        var phrase = nounPhrase(
            from: at,
            end,
            plural: !isSingle && (isPart || isOneOf || ((draft.value > 1 || draft.value <= 0) && draft.unit != .ordinal)),
            allowsMass: isPart && !isSingle
        )
        if isPart, !isSingle, lexicon.language == "en" { phrase = wholeNoun(from: at, end, atLeast: phrase) }
        draft.counted = phrase?.range
        draft.countedHead = phrase?.head
    }

    /// What a share is of: all that a compound names ("40% of Kessen coal miners"), where no plural ends it before.
    private func wholeNoun(from start: Int, _ end: Int, atLeast short: Noun?) -> Noun? {
        var short = short
        if let plural = short, isEnglishPlural(plural.head) {
            // "two-thirds of Kessen backs the plan": a verb.
            let isVerb = plural.range.count > 1 && plural.head + 1 < end && roles.objects.contains(tokens[plural.head + 1].hash)
            guard isVerb else { return plural }
            short = nil
        }
        guard let long = englishNoun(from: start, end) else { return short }
        if let short { return long.head > short.head ? long : short }
        let isNoun =
            !isParticipleLike(long.head) && !looksLikeAdjective(long.head) && !lexicon.adjectives.contains(tokens[long.head].hash)
        return isNoun || tokens[long.head].isCapitalized ? long : nil
    }

    /// Words in -ed, -ing and -ly, which are no nouns where none follows.
    func isParticipleLike(_ index: Int) -> Bool {
        endsInED(index) || endsInLY(index) || ends(index, UInt8(ascii: "n"), UInt8(ascii: "g"))
    }

    /// Where the number of a whole ends that a count is a part of: "7 of the 12 …", "7 der 12 …", "7 de los 12 …".
    func whole(of draft: Draft, at index: Int, _ end: Int) -> Int? {
        var at = index
        while at < end, at < index + 3, Self.partitives.contains(tokens[at].hash) || Self.outOf.contains(tokens[at].hash) {
            at += 1
        }
        guard at > index else { return nil }
        // "12 of the more than 300 ships"
        if at < end, context.flags[at].contains(.bound), let bound = lexicon.bounds.longestMatch(in: tokens, at: at, limit: end) {
            at = bound.endIndex
        }
        guard at < end, !isTime[at], tokens[at].kind == .number || context.flags[at].contains(.number),
            !lexicon.articles.contains(tokens[at].hash), let whole = parser.number(at: at, end: end), whole.value > draft.value,
            !whole.isOrdinal, !whole.isShare, whole.unit == nil
        else { return nil }
        return whole.tokens.upperBound
    }

    private static let outOf = WordSet(["out", "von", "из", "des"])

    func nounPhrase(from origin: Int, _ end: Int, plural: Bool, allowsMass: Bool) -> (range: Range<Int>, head: Int)? {
        var start = origin
        var at = start
        var first: Int?
        let language = lexicon.language
        while at < end, at - origin < 8 {
            let token = tokens[at]
            if context.isHyphen(at), at > start, at + 1 < end, !tokens[at + 1].followsSpace {
                at += 1
                continue
            }
            // "two of the pilot's dogs": what is counted stands behind the possessor.
            if token.kind == .clitic, at > start, lexicon.language == "en" {
                at += 1
                start = at
                first = nil
                continue
            }
            // "two other possible 2020 contenders"
            if isTime[at], token.kind == .number, plural, at > start, at + 1 < end, tokens[at + 1].kind == .word,
                language == "en",
                token.end - token.start == 4, !context.flags[at + 1].contains(.function)
            {
                at += 1
                continue
            }
            // "two Boeing 737 jets"
            if token.kind == .number, plural, at > start, tokens[at - 1].isCapitalized, language == "en" {
                at += 1
                continue
            }
            // "12 more people": people are counted.
            if first == nil, lexicon.roles.furtherBehind.contains(token.hash), at + 1 < end, tokens[at + 1].kind == .word,
                !context.flags[at + 1].contains(.function), language != "en" || !isEnglishPlural(at)
            {
                at += 1
                start = at
                continue
            }
            // "five past and present senators", "90 faculty and administrators"
            if plural, language == "en", first != nil, at + 1 < end, lexicon.ands.contains(token.hash),
                tokens[at + 1].kind == .word, !context.flags[at + 1].contains(.function)
            {
                at += 1
                continue
            }
            // "302 US companies": in capitals it is no pronoun.
            guard token.kind == .word, !context.flags[at].contains(.function) || isAcronym(at), !isTime[at] else { break }
            if lexicon.notNouns.contains(token.hash) || roles.receiving.contains(token.hash)
                || roles.voting.contains(token.hash) && language != "en"
                || first == nil && isForeignVerb(at)
            {
                return nil
            }
            if first == nil { first = at }
            if at + 1 < end, tokens[at + 1].kind == .clitic, lexicon.language == "en" {
                at += 1
                continue
            }
            switch language {
            case "en":
                // "member states" ends here: what follows is a verb or another noun's phrase.
                if plural, isEnglishPlural(at), !opensCompound(at, end) { return (start..<(at + 1), at) }
                if !plural || allowsMass, !isEnglishAdjective(at) { return (start..<(at + 1), at) }
            case "de":
                if token.isCapitalized { return (start..<(at + 1), at) }
            case "ru":
                if !isRussianAdjective(at) || isVictimInFrontOfVerb(at, end) || isRussianNounLikeAdjective(at, end) {
                    return (start..<(at + 1), at)
                }
            default:
                if !lexicon.adjectives.contains(token.hash) || !isFollowedByNoun(at, end) && at > start {
                    return (start..<(at + 1), at)
                }
                // «el 40 % de los jóvenes»
                if !isFollowedByNoun(at, end), lexicon.nounsToo.contains(token.hash) { return (start..<(at + 1), at) }
            }
            // "the 112th Congress met": a name ends where its capitals end.
            if !plural, token.isCapitalized, !context.flags[at].contains(.group), at + 1 < end, tokens[at + 1].kind == .word,
                !tokens[at + 1].isCapitalized,
                language == "en", !isNounBehindName(at + 1)
            {
                return (start..<(at + 1), at)
            }
            at += 1
        }
        guard let first, language == "en" || language == "und" else { return nil }
        // No plural in sight: the word right behind may be a verb or an adjective, unless a single thing is counted.
        guard !plural, first == start, !tokens[first].isCapitalized, !context.flags[first].contains(.saying), !endsInLY(first),
            !endsInED(first)
        else { return nil }
        return (first..<(first + 1), first)
    }

    /// Whether the word behind an adjective can be its noun.
    private func isFollowedByNoun(_ index: Int, _ end: Int) -> Bool {
        let next = index + 1
        return next < end && tokens[next].kind == .word && !context.flags[next].contains(.function) && !isTime[next]
            && !isForeignVerb(next) && !roles.auxiliaries.contains(tokens[next].hash) && !roles.voting.contains(tokens[next].hash)
            && isPluralEnding(next)
    }

    /// Spanish and French plurals end in -s, -x or -z, which verbs behind their subject do not.
    private func isPluralEnding(_ index: Int) -> Bool {
        let last = context.text.bytes[Int(tokens[index].end) - 1]
        return last == UInt8(ascii: "s") || last == UInt8(ascii: "x") || last == UInt8(ascii: "z")
    }

    /// Endings that verbs have and nouns behind a number do not: «38 sobrevivieron», «трое остаются».
    private func isForeignVerb(_ index: Int) -> Bool {
        guard !lexicon.verbEndings.isEmpty, !tokens[index].isCapitalized else { return false }
        let bytes = context.text.bytes[tokens[index].range]
        return lexicon.verbEndings.contains { bytes.count > $0.count + 2 && bytes.suffix($0.count).elementsEqual($0) }
    }

    /// "one Facebook user", "one Atlanta branch": a name in front of what is counted, rather than of a verb.
    private func isNounBehindName(_ index: Int) -> Bool {
        context.flags[index].isDisjoint(with: [.function, .saying, .past, .time]) && !endsInED(index) && !endsInLY(index)
            && !isEnglishPlural(index) && !ends(index, UInt8(ascii: "n"), UInt8(ascii: "g"))
            && roles.changes[context.stems[index]] == nil && roles.casualties[context.stems[index]] == nil
            && !roles.voting.contains(tokens[index].hash)
    }

    /// "six police officers", "12 women voters": a plural without -s, with another behind it.
    func opensCompound(_ index: Int, _ end: Int) -> Bool {
        let next = index + 1
        return lexicon.irregularPlurals.contains(tokens[index].hash) && next < end && tokens[next].kind == .word
            && !isTime[next] && !tokens[next].isCapitalized && context.flags[next].isDisjoint(with: [.function, .saying])
            && !lexicon.irregularPlurals.contains(tokens[next].hash) && isEnglishPlural(next)
            && roles.casualties[context.stems[next]] == nil && roles.changes[context.stems[next]] == nil
    }

    func isAcronym(_ index: Int) -> Bool {
        lexicon.language == "en" && tokens[index].shape.contains(.allCaps) && tokens[index].end - tokens[index].start == 2
    }

    /// What is halved and counted: "half a point".
    static let points = WordSet(["point", "goal", "punkt", "tor", "punto", "dozen"])

    func isEnglishPlural(_ index: Int) -> Bool {
        let token = tokens[index]
        if lexicon.irregularPlurals.contains(token.hash) { return true }
        // "650 MPs"
        if token.end - token.start >= 3, context.text.bytes[Int(token.end) - 1] == UInt8(ascii: "s"),
            context.text.bytes[Int(token.start)..<(Int(token.end) - 1)].allSatisfy({ (0x41...0x5A).contains($0) })
        {
            return true
        }
        guard token.end - token.start >= 4, !lexicon.singulars.contains(token.hash) else { return false }
        let bytes = context.text.bytes
        let last = bytes[Int(token.end) - 1]
        let before = bytes[Int(token.end) - 2]
        return last == UInt8(ascii: "s") && before != UInt8(ascii: "s") && before != UInt8(ascii: "u")
            && before != UInt8(ascii: "i")
    }

    func ends(_ index: Int, _ a: UInt8, _ b: UInt8) -> Bool {
        let token = tokens[index]
        guard token.end - token.start > 3 else { return false }
        return context.text.bytes[Int(token.end) - 2] == a && context.text.bytes[Int(token.end) - 1] == b
    }

    /// Words that stand in front of nouns rather than being one, by list and ending.
    private func isEnglishAdjective(_ index: Int) -> Bool {
        lexicon.adjectives.contains(tokens[index].hash) || tokens[index].isCapitalized || endsInLY(index) || endsInED(index)
            || looksLikeAdjective(index)
    }

    /// "most important", "most recent" are superlatives.
    func looksLikeAdjective(_ index: Int) -> Bool {
        let token = tokens[index]
        guard lexicon.language == "en", token.end - token.start > 4, !isEnglishPlural(index) else { return false }
        let word = context.text.bytes[(Int(token.end) - 3)..<Int(token.end)]
        return Self.adjectiveEndings.contains { word.elementsEqual($0.utf8) || word.dropFirst().elementsEqual($0.utf8) }
    }

    private static let adjectiveEndings = ["ful", "ous", "ive", "ant", "ent", "ble", "ic", "ed", "ing", "al"]

    func endsInLY(_ index: Int) -> Bool { ends(index, UInt8(ascii: "l"), UInt8(ascii: "y")) }

    func endsInED(_ index: Int) -> Bool { ends(index, UInt8(ascii: "e"), UInt8(ascii: "d")) }

    /// "Трое раненых доставлены": a word for casualties is a noun where a verb follows, which ends in a vowel as no noun
    /// counted by its side does.
    private func isVictimInFrontOfVerb(_ index: Int, _ end: Int) -> Bool {
        guard roles.casualties[context.stems[index]] != nil else { return false }
        guard index + 1 < end, tokens[index + 1].kind == .word else { return true }
        return Self.russianVowels.contains(context.text.span.scalar(before: Int(tokens[index + 1].end)).value)
    }

    private static let russianVowels = Set("аеиоуыэюя".unicodeScalars.map(\.value))

    /// «400 пожарных.», «12 рабочих были»: people named by an adjective, where no noun follows.
    private func isRussianNounLikeAdjective(_ index: Int, _ end: Int) -> Bool {
        let next = index + 1
        return next >= end || tokens[next].kind != .word || context.flags[next].contains(.function)
            || roles.auxiliaries.contains(tokens[next].hash)
    }

    /// Adjectives in the genitive plural end in -ых or -их.
    private func isRussianAdjective(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.end - token.start >= 8 else { return false }
        let span = context.text.span
        let last = span.scalar(before: Int(token.end))
        let before = span.scalar(before: Int(token.end) - last.length)
        return last.value == 0x445 && (before.value == 0x44B || before.value == 0x438)
    }
}
