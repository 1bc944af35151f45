internal import TextCore

/// Titles and offices whose words do not all stand in the run of a name.
extension NameSegmenter {
    /// “Foreign Minister Ana Silva” at the start of a sentence, where the first capital says nothing and no run of a name begins:
    /// the words in front that belong to the title.
    func opening(ofTitleAt index: Int, in sentence: Range<Int>) -> Int {
        var start = index
        while start > sentence.lowerBound, index - start < 3, context.tokens[start - 1].kind == .word,
            context.tokens[start - 1].isCapitalized, has(start - 1, [.roleModifier, .role]), !has(start - 1, .function)
        {
            start -= 1
        }
        return start
    }

    /// “the Prince of Wales”: a title that ends a run, with the name of the place that it is of; nil for others.
    func style(endingRun run: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
        guard context.vocabulary.language == "en",
            let title = run.first(where: { scanner.contexts.styles.contains(context.tokens[$0].hash) }),
            context.tokens[title].isCapitalized
        else { return nil }
        let place = title + 2
        guard place < sentence.upperBound, context.tokens[title + 1].hash == Self.of, context.tokens[place].kind == .word,
            context.tokens[place].isCapitalized, !context.tokens[place].shape.contains(.allCaps), !has(place, .function)
        else { return nil }
        return title..<(scanner.gazetteer(place, sentence.upperBound)?.end ?? place + 1)
    }

    private static let of = Hash64.folded("of")

    /// Where an office ends whose noun stands in front of a run and whose field is the first part of it; nil where none does.
    func office(reachingInto run: Range<Int>, in sentence: Range<Int>) -> Int? {
        let window = max(sentence.lowerBound, run.lowerBound - 4)..<run.lowerBound
        // "Chief of Staff Ann Moss", "Secretary of Defense Ann Moss"
        for start in window where has(start, .roleStart) {
            if let phrase = context.vocabulary.roles.longestMatch(in: context.tokens, at: start, limit: run.upperBound - 1),
                phrase.endIndex > run.lowerBound
            {
                return phrase.endIndex
            }
        }
        guard let lexicon = OfficeLexicon.of(context.vocabulary.language), !lexicon.headComesLast else { return nil }
        for start in window
        where has(start, [.role, .roleStart]) && context.tokens[start].kind == .word {
            guard let phrase = lexicon.phrase(context.tokens, context.stems, start, limit: run.upperBound - 1), phrase.isOffice,
                phrase.end > run.lowerBound
            else { continue }
            return phrase.end
        }
        return nil
    }

    /// The office that ends at `end`, its noun first: more than one word, or one with an adjective for what it is of
    /// (« le président français », « la ministre russe de la Défense »).
    func office(endingAt end: Int, in sentence: Range<Int>) -> Range<Int>? {
        guard end > sentence.lowerBound, let lexicon = OfficeLexicon.of(context.vocabulary.language), !lexicon.headComesLast
        else {
            return nil
        }
        let window = max(sentence.lowerBound, end - 8)..<end
        let words = window.filter { !isPeopleAdjective($0) }
        guard let last = words.last else { return nil }
        let tokens = words.map { context.tokens[$0] }
        let stems = context.stems.isEmpty ? [] : words.map { context.stems[$0] }
        for (at, start) in words.enumerated() where has(start, [.role, .roleStart]) && context.tokens[start].kind == .word {
            guard at + 1 < words.count || last + 1 < end,
                let phrase = lexicon.phrase(tokens, stems, at), phrase.isOffice, phrase.end == words.count
            else { continue }
            // "ancien ministre de la Défense"
            let isModified = start > sentence.lowerBound && has(start - 1, .roleModifier)
            return (isModified ? start - 1 : start)..<end
        }
        return nil
    }

    /// Whether a token is an adjective of a country or people, written small as French and Spanish do: « français ».
    func isPeopleAdjective(_ index: Int) -> Bool {
        guard context.flags[index].contains(.gazetteerStart), !context.tokens[index].isCapitalized,
            let phrase = scanner.gazetteer(index, index + 1)
        else { return false }
        return phrase.entry.kind == .people
    }

    // MARK: Genitives

    /// «губернатор Самарской области»: an adjective whose noun is written small behind it, and nobody's name; nil for others.
    func region(endingBehind name: Range<Int>, in sentence: Range<Int>) -> NameCandidate? {
        let noun = name.upperBound
        guard context.vocabulary.bearsGenitives, name.count == 1, noun < sentence.upperBound,
            !context.tokens[noun].isCapitalized, context.tokens[noun].followsSpace,
            has(noun, [.geographicHead, .organisationHead])
        else { return nil }
        let kind: NameMention.Kind = has(noun, .geographicHead) ? .place : .organisation
        let tokens = name.lowerBound..<(noun + 1)
        return NameCandidate(tokens: tokens, full: tokens, kind: kind)
    }

    /// Where what an office is of ends behind it: countries, institutions, and other words in front of a first name («глава Росатома
    /// Алексей Лихачёв»). Adds them to the candidates.
    func scopeEnd(_ run: Range<Int>, into candidates: inout [NameCandidate]) -> Int {
        var at = run.lowerBound
        while at < run.upperBound, !has(at, .firstName) || isCountry(at, in: run) {
            if let phrase = scanner.gazetteer(at, run.upperBound) {
                candidates.append(candidate(of: at..<phrase.end, phrase.entry))
                at = phrase.end
                continue
            }
            // «головнокомандувач ЗСУ Олександр Сирський»
            if isAcronym(at), at + 1 < run.upperBound, !isAcronym(at + 1) {
                candidates.append(NameCandidate(tokens: at..<(at + 1), full: at..<(at + 1), kind: .organisation))
                at += 1
                continue
            }
            if isTown(at, in: run) {
                candidates.append(NameCandidate(tokens: at..<(at + 1), full: at..<(at + 1), kind: .place))
                at += 1
                continue
            }
            guard let given = run.first(where: { $0 > at && has($0, .firstName) }), given + 1 < run.upperBound else { break }
            candidates.append(plainCandidate(at..<given))
            at = given
        }
        return at
    }

    /// Whether a word that looks like a first name is a place: «Германии» at the end of a run, or in front of a first name.
    private func isCountry(_ index: Int, in run: Range<Int>) -> Bool {
        guard let end = scanner.gazetteer(index, run.upperBound)?.end else { return false }
        return end == run.upperBound || end + 1 < run.upperBound && has(end, .firstName)
    }

    /// «мэр Кессена Эдмон Варга»: the first of three words behind an office, in the genitive, where a name in another case follows.
    private func isTown(_ index: Int, in run: Range<Int>) -> Bool {
        guard run.upperBound - index == 3, !has(index, .firstName) else { return false }
        let words = (index..<run.upperBound).map { context.text[context.tokens[$0].range] }
        guard (index..<run.upperBound).allSatisfy({ context.tokens[$0].kind == .word && !isAcronym($0) }),
            let town = words[0].last, Self.genitiveEndings.contains(town), words[0].unicodeScalars.count >= 5,
            let given = words[1].last, words[1].unicodeScalars.count >= 3
        else { return false }
        // A first name in the genitive, too, would be one of three names: «Кессена Эдмона Варги».
        return has(index + 1, .firstName) || !Self.genitiveEndings.contains(given) || town != given && "ыиі".contains(town)
    }

    private static let genitiveEndings: Set<Character> = ["а", "я", "ы", "и", "і", "ї"]

    /// Where the office begins that has another one in the genitive behind it: «пресс-секретарь президента».
    private func headStart(_ office: Int, in sentence: Range<Int>) -> Int {
        var start = office
        while start > sentence.lowerBound, has(start - 1, .role), !has(start - 1, .function) {
            start -= 1
            while start > sentence.lowerBound + 1, context.isHyphen(start - 1), !context.tokens[start].followsSpace,
                has(start - 2, [.role, .roleStart, .roleModifier])
            {
                start -= 2
            }
        }
        return start
    }

    /// «министр обороны России Андрей Белоусов»: a run behind an office whose noun is written small opens with what it is of.
    func splitBehindOffice(_ run: Range<Int>, in sentence: Range<Int>, into candidates: inout [NameCandidate]) -> Bool {
        guard run.lowerBound > sentence.lowerBound else { return false }
        if context.vocabulary.language == "en" { return splitBehindOf(run, in: sentence, into: &candidates) }
        guard context.vocabulary.bearsGenitives else { return splitBehindField(run, in: sentence, into: &candidates) }
        let before = run.lowerBound - 1
        let office =
            office(endingAt: run.lowerBound, in: sentence)
            ?? (has(before, .role) && context.tokens[before].kind == .word ? before..<run.lowerBound : nil)
        guard let office else { return false }
        var scopes: [NameCandidate] = []
        let start = scopeEnd(run, into: &scopes)
        guard start > run.lowerBound else { return false }
        candidates += scopes
        guard start < run.upperBound else { return true }
        let opening = opening(ofTitleAt: headStart(office.lowerBound, in: sentence), in: sentence)
        var person = NameCandidate(tokens: start..<run.upperBound, full: opening..<run.upperBound, kind: .person)
        person.isTitled = true
        person.roles.append(opening..<start)
        person.gender = gender(ofTitle: office, before: person.tokens)
        attach(&person, in: sentence)
        candidates.append(person)
        return true
    }

    /// “Director of Public Prosecutions Ada Lund”, “Secretary of State for Health Ned Tolley”: a run behind an office and “of” opens with
    /// what it is of, and a first name opens its bearer's name.
    private func splitBehindOf(_ run: Range<Int>, in sentence: Range<Int>, into candidates: inout [NameCandidate]) -> Bool {
        guard let (office, field) = officeOf(run, in: sentence), !has(run.lowerBound, [.honorific, .role]) else { return false }
        let listed = scanner.gazetteer(run.lowerBound, run.upperBound)?.end ?? run.lowerBound
        let first = field < run.lowerBound ? run.lowerBound : max(listed, run.lowerBound + 1)
        guard first < run.upperBound, var given = (first..<run.upperBound).last(where: { opensBearer($0, in: run) }) else {
            return false
        }
        // “Mary Jane Lund”
        while given > first, opensBearer(given - 1, in: run) { given -= 1 }
        if let phrase = scanner.gazetteer(run.lowerBound, given), phrase.end == given {
            candidates.append(candidate(of: run.lowerBound..<given, phrase.entry))
        } else if given > run.lowerBound {
            candidates.append(plainCandidate(run.lowerBound..<given))
        }
        let start = opening(ofTitleAt: office, in: sentence)
        var person = NameCandidate(tokens: given..<run.upperBound, full: start..<run.upperBound, kind: .person)
        person.isTitled = true
        person.roles.append(start..<given)
        person.gender = gender(ofTitle: office..<(office + 1), before: person.tokens)
        attach(&person, in: sentence)
        candidates.append(person)
        return true
    }

    /// The office that a run behind “of”, “for” or “to” is what it is of, and where that begins: in front of the run with adjectives.
    private func officeOf(_ run: Range<Int>, in sentence: Range<Int>) -> (office: Int, field: Int)? {
        var at = run.lowerBound - 1
        // “of Public Prosecutions”: the adjective of the field.
        while at > sentence.lowerBound, context.tokens[at].isCapitalized, has(at, .roleModifier), !has(at, .role) { at -= 1 }
        let field = at + 1
        guard run.count > (field < run.lowerBound ? 1 : 2), at > sentence.lowerBound, isLinkOfOffice(at) else { return nil }
        while at > sentence.lowerBound, run.lowerBound - at < 7, !has(at, .role) || isLinkOfOffice(at) {
            guard isLinkOfOffice(at) || context.tokens[at].kind == .word && context.tokens[at].isCapitalized else { return nil }
            at -= 1
        }
        return has(at, .role) && !isLinkOfOffice(at) && context.tokens[at].kind == .word ? (at, field) : nil
    }

    private func isLinkOfOffice(_ index: Int) -> Bool { Self.officeLinks.contains(context.tokens[index].hash) }

    private static let officeLinks = WordSet("of for to the and".split(separator: " "))

    /// Whether a first name opens what is left of a run, and that is a person's.
    private func opensBearer(_ index: Int, in run: Range<Int>) -> Bool {
        has(index, .firstName) && !has(index, [.role, .organisationHead, .geographicHead, .time]) && index + 1 < run.upperBound
            && run.upperBound - index <= 5 && context.tokens[index].followsSpace && !isAcronym(index)
            && !has(run.upperBound - 1, [.organisationHead, .geographicHead])
    }

    /// « le président de la République Emmanuel Macron »: what an office is of, and a first name behind it.
    private func splitBehindField(_ run: Range<Int>, in sentence: Range<Int>, into candidates: inout [NameCandidate]) -> Bool {
        guard let lexicon = OfficeLexicon.of(context.vocabulary.language), !lexicon.headComesLast,
            let given = run.dropFirst().first(where: { has($0, .firstName) }), given + 1 < run.upperBound,
            !has(run.lowerBound, .firstName), context.tokens[given].followsSpace
        else { return false }
        var at = run.lowerBound - 1
        while at > sentence.lowerBound, run.lowerBound - at < 5, !has(at, .role),
            lexicon.prepositions.contains(context.tokens[at].hash) || context.tokens[at].kind == .clitic || has(at, .function)
                || isPeopleAdjective(at)
        {
            at -= 1
        }
        guard at < run.lowerBound - 1, has(at, .role), context.tokens[at].kind == .word else { return false }
        let field = run.lowerBound..<given
        if let phrase = scanner.gazetteer(field.lowerBound, given), phrase.end == given {
            candidates.append(candidate(of: field, phrase.entry))
        } else {
            candidates.append(plainCandidate(field))
        }
        var person = NameCandidate(tokens: given..<run.upperBound, full: given..<run.upperBound, kind: .person)
        attach(&person, in: sentence)
        candidates.append(person)
        return true
    }
}
