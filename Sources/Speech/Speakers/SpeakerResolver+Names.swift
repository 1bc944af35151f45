internal import Language
internal import TextCore

/// Sources that hold a name: of the speaker, in an apposition, of the office that somebody speaks for.
extension SpeakerResolver {
    /// Whether a name owns what follows it: `Clinton’s campaign`, or stands behind a preposition: `a spokesman for Clinton`.
    func isDependent(_ name: NameMention, in range: Range<Int>) -> Bool {
        if name.isDemonym { return true }
        if isOfOffice(name, in: range) || isInCompound(name, in: range) { return true }
        let next = name.tokens.upperBound
        if next < range.upperBound {
            let token = reading.tokens[next]
            if token.kind == .clitic || isPossessiveMark(next) { return true }
            // `Lund Aide` in a headline, but not `Pavel Dresk Mayor`.
            if token.isCapitalized, name.kind == .person, name.tokens.count == 1, next + 1 == range.upperBound,
                reading.has(next, [.role, .collective])
            {
                return true
            }
            // `the Clinton campaign`.
            if token.kind == .word, !token.isCapitalized, name.kind == .person,
                reading.words[next].isDisjoint(with: [.preposition, .adverb, .time, .relative, .coordinator, .verbCue])
            {
                return true
            }
        }
        // `In defending the decision on Friday, Ms. Reed said`: a preposition does not reach a person behind a comma.
        var start = name.tokens.lowerBound
        while start > range.lowerBound, name.kind != .person || !reading.isComma(start - 1) { start -= 1 }
        return (start..<name.tokens.lowerBound).contains { reading.has($0, .preposition) && !isInsideName($0, in: range) }
    }

    /// `Bank of England governor Ada Lund`: the “of” inside an organisation's name or an office, in front of its bearer.
    private func isInsideName(_ preposition: Int, in range: Range<Int>) -> Bool {
        guard reading.text.language == "en" else { return false }
        let before = firstName(from: preposition) - 1
        if before >= 0, names[before].kind == .organisation, names[before].tokens.contains(preposition) { return true }
        // `Chancellor of the Exchequer Ada Lund`: what the bearer's name reaches back to.
        return names(in: preposition..<range.upperBound).contains { index in
            names[index].kind == .person && names[index].fullRange.lowerBound < reading.tokens[preposition].range.lowerBound
                && names[index].tokens.lowerBound > preposition
        }
    }

    /// „CDU-Politiker“, « Seine-et-Marne »: a name of one word that a hyphen joins to what stands in front of it.
    private func isInCompound(_ name: NameMention, in range: Range<Int>) -> Bool {
        guard reading.text.language != "en", name.tokens.count == 1, name.kind != .person,
            name.tokens.lowerBound - 1 > range.lowerBound
        else { return false }
        return reading.tokens[name.tokens.lowerBound - 1].kind == .dash && !reading.tokens[name.tokens.lowerBound].followsSpace
            && !reading.tokens[name.tokens.lowerBound - 1].followsSpace
    }

    /// «президент Франции», «Министерство обороны Ирана»: what an office or institution is of, without a preposition; not «агентство
    /// Портинфо», which is one thing.
    private func isOfOffice(_ name: NameMention, in range: Range<Int>) -> Bool {
        guard let phrase = SlavicPhrase(range, reading), phrase.isOf(name.tokens) else { return false }
        // «представитель Минобороны Ирана»: no person, though a title stands in front.
        return name.kind == .place || name.kind == .organisation || phrase.isOfInstitution(name.tokens)
    }

    /// A source that holds a name of its own.
    func named(_ source: Attribution.Source) -> Speaker? {
        let head = source.head
        let inHead = names(in: head)
        // «Источник агентства Интерфакс»: who goes unnamed is not whom he works for or speaks to.
        let unnamed = reading.text.language == "en" ? nil : ProvenanceLexicon.of(reading.text.language)?.unnamed
        let isUnnamed = head.contains { unnamed?.contains(reading.tokens[$0]) == true }
        if let person = inHead.last(where: { names[$0].kind == .person && !isDependent(names[$0], in: head) }),
            !isUnnamed || names[person].tokens.count > 1
        {
            return speaker(names[person].entity)
        }
        let isRole =
            head.contains { reading.has($0, [.role, .collective]) && !reading.tokens[$0].isCapitalized }
            || reading.has(head.lowerBound, [.determiner, .possessive]) || isOwned(head)
        if source.mention.upperBound > head.upperBound, isRole || inHead.isEmpty {
            // `the harbour minister, Ilse Varnach,`
            let apposition = head.upperBound..<source.mention.upperBound
            let start = (apposition.lowerBound..<apposition.upperBound).first { reading.tokens[$0].isWord }
            if let alone = nameAlone(in: apposition, isRole: isRole) { return speaker(names[alone].entity) }
            for index in names(in: apposition) where names[index].kind == .person || isBehindRole(names[index]) {
                if let start, names[index].tokens.lowerBound - start <= 4 || isTitled(start..<names[index].tokens.lowerBound),
                    !isDependent(names[index], in: start..<apposition.upperBound)
                {
                    return speaker(names[index].entity)
                }
            }
        }
        if isUnnamed { return nil }
        guard let last = inHead.last(where: { !isDependent(names[$0], in: head) }) else { return nil }
        let name = names[last]
        // `the Justice Department official`: the noun behind the name is the head.
        let behind = name.tokens.upperBound..<head.upperBound
        if behind.contains(where: { reading.tokens[$0].kind == .word && !reading.has($0, [.preposition, .adverb, .time]) }) {
            return nil
        }
        return spokesperson(of: name) ?? speaker(name.entity)
    }

    /// `Croft’s barrister, Piers Vaughan KC,`: a noun that somebody owns, who is not meant himself.
    private func isOwned(_ head: Range<Int>) -> Bool {
        guard let last = head.last, !reading.tokens[last].isCapitalized, reading.tokens[last].kind == .word else { return false }
        return head.dropLast().contains { reading.tokens[$0].kind == .clitic || isPossessiveMark($0) }
    }

    /// `The mayors of Leeds and York, Ann Cole and Bob Price,`: people who are named one by one behind what they are.
    func apposedPeople(_ source: Attribution.Source) -> Speaker? {
        let head = source.head
        guard source.mention.upperBound > head.upperBound, !names(in: head).contains(where: { names[$0].kind == .person }) else {
            return nil
        }
        var apposition = head.upperBound..<source.mention.upperBound
        while let first = apposition.first, !reading.tokens[first].isWord { apposition = apposition.dropFirst() }
        guard let first = names(in: apposition).first, names[first].tokens.lowerBound - apposition.lowerBound <= 2 else {
            return nil
        }
        return several(apposition)
    }

    /// `the maker, Corvia Biotech,`: the name that is a whole apposition, of two words or more, whatever it is of.
    private func nameAlone(in apposition: Range<Int>, isRole: Bool) -> Int? {
        var range = apposition
        while let first = range.first, !reading.tokens[first].isWord { range = range.dropFirst() }
        while let last = range.last, !reading.tokens[last].isWord { range = range.dropLast() }
        guard isRole || reading.text.language == "en", let name = names(in: range).first, names[name].tokens == range,
            range.count > 1,
            !names[name].isDemonym, names[name].kind == .unknown || names[name].kind == .organisation
        else { return nil }
        return name
    }

    /// `fish wholesaler Anka Boyd`: of a name of two words that nothing is known of, the word before says that it is a person's.
    private func isBehindRole(_ name: NameMention) -> Bool {
        guard name.kind == .unknown, name.tokens.count > 1, name.tokens.lowerBound > 0 else { return false }
        let before = name.tokens.lowerBound - 1
        return reading.has(before, .role) && !reading.has(before, .document) && !reading.tokens[before].isCapitalized
            && !RoleWords.isGroup(reading.tokens[before].hash)
    }

    /// `ex-Maryland Gov.`, `former Ohio Rep.`: nothing but a title in front of a name.
    private func isTitled(_ range: Range<Int>) -> Bool {
        range.count <= 8
            && range.allSatisfy {
                let token = reading.tokens[$0]
                return token.isCapitalized || token.kind == .dash || token.kind == .terminator || reading.has($0, .role)
                    || $0 == range.lowerBound
            }
    }

    /// `the Kremlin insisted`, before its spokesman is named: the one person in the article who speaks for it.
    func spokesperson(of name: NameMention) -> Speaker? {
        guard let word = name.tokens.last, let bearers = entitiesByRoleWord[RoleWords.canonical(word, reading)] else {
            return nil
        }
        let speaking = bearers.prefix(16).filter { bearer in
            entities[bearer].kind == .person && entities[bearer].roles.contains { RoleWords.isSpokesperson($0) }
        }
        guard speaking.count == 1, let person = speaking.first, let first = names.first(where: { $0.entity == person }),
            first.tokens.lowerBound > word
        else { return nil }
        return speaker(person)
    }
}
