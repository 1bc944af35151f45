internal import TextCore

/// Which people the mentions of one article stand for.
extension EntityResolver {
    // MARK: Keys

    /// The words of a name that carry it: without initials' dots, suffixes and particles in front of the last word.
    func nameWords(_ candidate: NameCandidate) -> [Int] {
        candidate.tokens.filter { context.tokens[$0].kind == .word && !context.flags[$0].contains(.suffix) }
    }

    mutating func key(_ token: Int) -> UInt64 {
        let word = Int(context.words.ids[token])
        if keyOfWord[word] == 0 {
            keyOfWord[word] = NameKey.word(nominatives[context.words.ids[token]] ?? context.text[context.tokens[token].range])
        }
        return keyOfWord[word]
    }

    /// The parts of a name given as tokens.
    func personName(_ tokens: some Sequence<Int>) -> PersonName? {
        PersonName(words: nominative(tokens.filter { context.tokens[$0].kind == .word }))
    }

    /// Whether a candidate stands in a headline or heading, where everybody goes by the surname.
    private func isInHeading(_ candidate: NameCandidate) -> Bool {
        guard let sentence = sentence(of: candidate.tokens.lowerBound) else { return false }
        let section = context.sentences[sentence].section
        return context.sections.indices.contains(section) && context.sections[section].role != .body
    }

    func sentence(of token: Int) -> Int? {
        var low = 0
        var high = context.sentences.count
        while low < high {
            let middle = (low + high) / 2
            if context.sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return low < context.sentences.count ? low : nil
    }

    // MARK: Namesakes

    /// Finds the names that a text gives to two generations: the one without suffix is named before the other, or a word
    /// of kinship stands with him. “Joe Biden” for “Joseph R. Biden Jr.” behind him is one man.
    mutating func tellNamesakes(_ candidates: [NameCandidate]) {
        guard candidates.contains(where: { generation($0) != nil }) else { return }
        var plain: [UInt64: Int] = [:]
        var suffixed: [UInt64: (index: Int, surname: UInt64, hasKin: Bool)] = [:]
        var alone: [UInt64: Int] = [:]
        for (index, candidate) in candidates.enumerated()
        where candidate.entry == nil && candidate.kind != .organisation && !candidate.isStyle && !isInHeading(candidate) {
            guard let name = personName(candidate.tokens) else { continue }
            guard let first = name.first else {
                if name.generation == nil, alone[name.surname] == nil { alone[name.surname] = index }
                continue
            }
            let both = name.surname ^ (first &* 31)
            if name.generation == nil {
                if plain[both] == nil { plain[both] = index }
            } else {
                let known = suffixed[both]
                suffixed[both] = (
                    min(index, known?.index ?? index), name.surname, known?.hasKin == true || hasKin(candidate)
                )
            }
        }
        for (both, named) in suffixed
        where named.hasKin || plain[both].map({ $0 < named.index }) == true
            || alone[named.surname].map({ $0 < named.index }) == true
        {
            namesakes.insert(both)
        }
    }

    /// The suffix of a name.
    private func generation(_ candidate: NameCandidate) -> Int? {
        candidate.tokens.dropFirst().first { context.flags[$0].contains(.suffix) }
    }

    private func hasKin(_ candidate: NameCandidate) -> Bool {
        let low = max(0, candidate.tokens.lowerBound - 6)
        let high = min(context.tokens.count, candidate.tokens.upperBound + 6)
        return (low..<high).contains { Self.kin.contains(context.tokens[$0].hash) }
    }

    private static let kin = WordSet(
        "son father eldest oldest namesake dad sohn vater fils père hijo padre".split(separator: " ")
    )

    /// Whether two names may be one person's in this text.
    private func mayBe(_ name: PersonName, _ other: PersonName) -> Bool {
        if let first = name.first, first == other.first, (name.generation == nil) != (other.generation == nil) {
            if namesakes.contains(name.surname ^ (first &* 31)) { return false }
            // Of two forms in one article the shorter one is the same person, unless it was told otherwise.
            var bare = name
            bare.generation = other.generation
            return bare.mayBe(other)
        }
        return name.mayBe(other)
    }

    // MARK: Ends of full names

    /// Finds the ends of full names that may stand for them: “Lula da Silva” and “da Silva” for “Luiz Inácio Lula da Silva”.
    mutating func tellEnds(_ candidates: [NameCandidate]) {
        for (index, candidate) in candidates.enumerated()
        where candidate.kind == .person && candidate.entry == nil && candidate.tokens.count > 2 && !candidate.isStyle {
            let words = nameWords(candidate)
            guard (3...6).contains(words.count) else { continue }
            for start in words.dropFirst().dropLast()
            // “Pierre Dupont” is not Jean-Pierre.
            where !context.isHyphen(start - 1) {
                let end = hash(ofEnd: words.drop { $0 < start })
                if let known = ends[end], known >= 0, personName(candidates[known].tokens) != personName(candidate.tokens) {
                    ends[end] = -1
                } else if ends[end] == nil {
                    ends[end] = index
                }
            }
        }
    }

    private mutating func hash(ofEnd words: some Sequence<Int>) -> UInt64 {
        words.reduce(0) { ($0 &* 31) ^ key($1) }
    }

    /// The candidate of whose full name another candidate is the end; nil for none.
    mutating func fullName(endingIn candidate: NameCandidate) -> Int? {
        guard !ends.isEmpty, candidate.entry == nil, candidate.tokens.count > 1, !candidate.isStyle else { return nil }
        let words = nameWords(candidate)
        guard words.count > 1, let full = ends[hash(ofEnd: words)], full >= 0 else { return nil }
        return full
    }

    // MARK: Full names

    mutating func person(_ candidate: NameCandidate, at position: Int) -> Int {
        guard let name = personName(candidate.tokens), let firstWord = nameWords(candidate).first else {
            return single(candidate, at: position, [])
        }
        for index in (bySurname[name.surname] ?? []).suffix(Self.mostBearers) {
            guard let its = records[index].person, mayBe(name, its), its.first != nil || !isCrossing(candidate, index) else {
                continue
            }
            records[index].person?.complete(with: name)
            introduce(index, by: candidate, at: position)
            if candidate.gender != .unknown { records[index].genders[candidate.gender, default: 0] += 1 }
            return index
        }
        if let index = sameWithOtherSurnames(candidate, name) {
            introduce(index, by: candidate, at: position)
            if bySurname[name.surname]?.contains(index) != true { bySurname[name.surname, default: []].append(index) }
            noteMiddle(candidate, index)
            return index
        }
        var record = Record(kind: .person)
        record.person = name
        record.compound = compound(endOf: candidate)
        if candidate.gender != .unknown { record.genders[candidate.gender] = 1 }
        records.append(record)
        let index = records.count - 1
        introduce(index, by: candidate, at: position)
        bySurname[name.surname, default: []].append(index)
        if name.first != nil { byFirstName[key(firstWord), default: []].append(index) }
        noteMiddle(candidate, index)
        return index
    }

    private mutating func introduce(_ index: Int, by candidate: NameCandidate, at position: Int) {
        if records[index].introduced == .max, !isInHeading(candidate) { records[index].introduced = position }
        for token in candidate.full where token < candidate.tokens.lowerBound && context.tokens[token].kind == .word {
            records[index].titles.insert(context.tokens[token].hash)
        }
    }

    mutating func unknown(_ candidate: NameCandidate, at position: Int) -> Int {
        let words = nameWords(candidate)
        guard let lastWord = words.last else { return thing(candidate) }
        let isLong = candidate.tokens.contains { context.flags[$0].contains(.connector) }
        if words.count <= 4, !isLong, let bearers = bySurname[key(lastWord)] {
            // `Crooked Hillary Clinton`: her name with a word before it.
            let given = words.dropLast().map { NameKey.firstName(context.text[context.tokens[$0].range]) }
            if let known = bearers.prefix(Self.mostBearers).first(where: { bearer in
                records[bearer].person?.first.map { given.contains($0) } ?? false
            }) {
                return known
            }
            return person(candidate, at: position)
        }
        // Its last word by itself later, as people's surnames come.
        if words.count <= 3 {
            let isRepeated = (lastAlone[context.tokens[lastWord].hash] ?? -1) > candidate.tokens.lowerBound
            if isRepeated { return person(candidate, at: position) }
        }
        return thing(candidate)
    }

    // MARK: Surnames

    /// "Mme Le Pen", "De Niro", "von der Leyen": a surname of which a particle is part, and no first name. Particles that are first
    /// names or articles, too, need a title in front.
    func isSurnameWithParticle(_ candidate: NameCandidate) -> Bool {
        guard candidate.entry == nil else { return false }
        let words = nameWords(candidate)
        guard (2...4).contains(words.count) else { return false }
        if !candidate.isTitled {
            guard candidate.kind == .person || candidate.kind == .unknown else { return false }
            let contexts = NameContexts.shared
            return words.dropLast().allSatisfy {
                let hash = context.tokens[$0].hash
                guard context.tokens[$0].isCapitalized else {
                    return contexts.particles.contains(hash) || contexts.joinedParticles.contains(hash)
                }
                return contexts.particles.contains(hash) && !contexts.particlesOrFirstNames.contains(hash)
            }
        }
        return words.dropLast().allSatisfy {
            !context.flags[$0].isDisjoint(with: [.particle, .function]) && context.flags[$0].isDisjoint(with: .firstName)
        }
    }

    /// The key of "Smith-Jones" at the end of a name; nil where it ends in no such compound.
    private mutating func compound(endOf candidate: NameCandidate) -> UInt64? {
        let (tokens, last) = (context.tokens, candidate.tokens.upperBound - 1)
        guard candidate.tokens.count > 2, context.isHyphen(last - 1), !tokens[last - 1].followsSpace, !tokens[last].followsSpace,
            tokens[last].kind == .word, tokens[last].isCapitalized, tokens[last - 2].kind == .word,
            tokens[last - 2].isCapitalized
        else { return nil }
        return key(last - 2) ^ (key(last) &* 31)
    }

    /// The key of a name that is nothing but such a compound; "Anne-Marie" is somebody's first name.
    mutating func loneCompound(_ candidate: NameCandidate) -> UInt64? {
        guard candidate.tokens.count == 3, context.flags[candidate.tokens.lowerBound].isDisjoint(with: .firstName) else {
            return nil
        }
        return compound(endOf: candidate)
    }

    /// Whom a surname of two words with a hyphen stands for by itself; nil where nobody bears it.
    mutating func compound(_ candidate: NameCandidate, at position: Int, _ owner: [Int]) -> Int? {
        guard let compound = loneCompound(candidate), let last = nameWords(candidate).last else { return nil }
        let bearers = (bySurname[key(last)] ?? []).suffix(Self.mostBearers).filter { records[$0].compound == compound }
        if let bearer = bearer(of: candidate, at: position, among: bearers, owner) {
            if records[bearer].alone == .max { records[bearer].alone = position }
            return bearer
        }
        return candidate.kind == .person ? person(candidate, at: position) : nil
    }

    mutating func single(_ candidate: NameCandidate, at position: Int, _ owner: [Int]) -> Int {
        guard let token = nameWords(candidate).last else {
            return record(forKey: context.tokens[candidate.tokens.lowerBound].hash, kind: candidate.kind)
        }
        let key = genitiveKey(token) ?? key(token)
        if isBehindTitleOfFirstName(candidate) { return firstName(candidate, token, key) }
        if let index = bearer(ofFirstSurname: key) { return index }
        if let bearers = bySurname[key] {
            if let bearer = bearer(of: candidate, at: position, among: Array(bearers.suffix(Self.mostBearers)), owner) {
                if records[bearer].alone == .max { records[bearer].alone = position }
                return bearer
            }
            return surname(candidate, token, key)
        }
        if let index = byKey[key] {
            if records[index].kind == .unknown { records[index].kind = candidate.kind }
            return index
        }
        // `Mr. Xi` for Xi Jinping: a word that is no first name elsewhere may be a family name that comes first.
        let mayComeFirst = !candidate.isTitled || context.flags[token].isDisjoint(with: .firstName)
        if mayComeFirst, let namesakes = byFirstName[key], namesakes.count == 1 { return namesakes[0] }
        // "Pérez said", of whom the text has told that she is Ana Pérez Sol.
        if candidate.entry == nil, let index = byMiddle[key], index >= 0 { return index }
        if candidate.kind == .person { return surname(candidate, token, key) }
        return record(forKey: key, kind: candidate.kind)
    }

    // MARK: First names

    /// “Sir Keir”, “Dame Sharon”
    private func isBehindTitleOfFirstName(_ candidate: NameCandidate) -> Bool {
        candidate.isTitled && candidate.tokens.count == 1
            && (candidate.full.lowerBound..<candidate.tokens.lowerBound).contains {
                NameContexts.shared.firstNameTitles.contains(context.tokens[$0].hash)
            }
    }

    /// Whom a first name stands for behind a title that goes with one: who bears the title, else the first of that name.
    private mutating func firstName(_ candidate: NameCandidate, _ token: Int, _ key: UInt64) -> Int {
        let bearers = (byFirstName[key] ?? []).prefix(Self.mostBearers).filter { !isCrossing(candidate, $0) }
        let titles = candidate.full.lowerBound..<candidate.tokens.lowerBound
        let titled = bearers.first { bearer in titles.contains { records[bearer].titles.contains(context.tokens[$0].hash) } }
        if let known = titled ?? bearers.first { return known }
        let index = surname(candidate, token, key)
        records[index].isFirstName = true
        byFirstName[key, default: []].append(index)
        return index
    }

    // MARK: Two surnames

    /// Notes the words of a full name in front of its last that may stand for its bearer: where two words follow the first names,
    /// the first is the surname that most use of two (“Juan Pérez García”, “Pérez”).
    private mutating func noteMiddle(_ candidate: NameCandidate, _ index: Int) {
        let words = nameWords(candidate).filter { !context.flags[$0].contains(.particle) && !isSecondPart($0) }
        guard words.count > 2 else { return }
        let given = words.prefix { !context.flags[$0].isDisjoint(with: .firstName) }.count
        guard given > 0, words.count == given + 2 else { return }
        let middle = key(words[given])
        if hasTwoSurnames { records[index].paternal = middle }
        if byMiddle[middle] != index { byMiddle[middle] = byMiddle[middle] == nil ? index : -1 }
    }

    private var hasTwoSurnames: Bool { context.vocabulary.language == "es" }

    /// Whether a token is behind a hyphen: “Castejón” of “Pérez-Castejón”.
    private func isSecondPart(_ token: Int) -> Bool {
        token > 0 && context.isHyphen(token - 1) && !context.tokens[token].followsSpace
    }

    /// Who goes by the first of two surnames, rather than those of whom it is the second; nil where nobody does.
    private func bearer(ofFirstSurname key: UInt64) -> Int? {
        guard hasTwoSurnames, let index = byMiddle[key], index >= 0,
            (bySurname[key] ?? []).allSatisfy({ records[$0].paternal != nil && $0 != index })
        else { return nil }
        return index
    }

    /// A person whom the text has given with one surname less, or one more: “Juan Pérez” and “Juan Pérez García”.
    private mutating func sameWithOtherSurnames(_ candidate: NameCandidate, _ name: PersonName) -> Int? {
        guard hasTwoSurnames, let first = name.first else { return nil }
        if let index = byMiddle[name.surname], index >= 0, records[index].person?.first == first { return index }
        let words = nameWords(candidate).filter { !context.flags[$0].contains(.particle) && !isSecondPart($0) }
        guard words.count > 2 else { return nil }
        return bySurname[key(words[words.count - 2])]?.prefix(Self.mostBearers).first {
            records[$0].person?.first == first && records[$0].paternal == nil
        }
    }

    /// The key of a surname that stands in the German genitive: „Merkels“; nil for others.
    private mutating func genitiveKey(_ token: Int) -> UInt64? {
        let word = context.text[context.tokens[token].range]
        guard context.vocabulary.capitalizesNouns, word.utf8.count > 4, word.hasSuffix("s"), bySurname[key(token)] == nil else {
            return nil
        }
        let bare = NameKey.word(word.dropLast())
        return bySurname[bare] == nil ? nil : bare
    }

    /// A person of whom the text gives the surname alone.
    private mutating func surname(_ candidate: NameCandidate, _ token: Int, _ key: UInt64) -> Int {
        var record = Record(kind: .person)
        record.person = personName([token])
        if candidate.gender != .unknown { record.genders[candidate.gender] = 1 }
        records.append(record)
        bySurname[key, default: []].append(records.count - 1)
        return records.count - 1
    }

    /// Whether a title says another gender than a person has.
    func isCrossing(_ candidate: NameCandidate, _ index: Int) -> Bool {
        let its = gender(index)
        return candidate.gender != .unknown && its != .unknown && its != candidate.gender
    }

    /// Whom of those who bear a surname it stands for by itself: nobody of the other gender, nobody's son who is named
    /// later, else who bears the title, who was named last, unless the surname alone was another's before.
    private mutating func bearer(
        of candidate: NameCandidate,
        at position: Int,
        among bearers: [Int],
        _ owner: [Int]
    ) -> Int? {
        var fitting = bearers.filter { !isCrossing(candidate, $0) }
        // "Jones" is Tom Jones rather than Jane Smith-Jones.
        if loneCompound(candidate) == nil, case let plain = fitting.filter({ records[$0].compound == nil }), !plain.isEmpty {
            fitting = plain
        }
        let suffix = generation(candidate)
        let elders = fitting.filter { records[$0].person?.generation == nil }
        if suffix != nil {
            let juniors = fitting.filter { records[$0].person?.generation != nil }
            if !juniors.isEmpty { fitting = juniors }
        } else if !elders.isEmpty {
            fitting = elders
        } else if !isInHeading(candidate), !fitting.isEmpty, fitting.allSatisfy({ position < records[$0].introduced }),
            fitting.contains(where: { records[$0].person.map(isNamesake) ?? false })
        {
            return nil
        }
        guard fitting.count > 1 else { return fitting.first }
        let titles = candidate.full.lowerBound..<candidate.tokens.lowerBound
        let titled = fitting.filter { index in
            titles.contains { context.tokens[$0].kind == .word && records[index].titles.contains(context.tokens[$0].hash) }
        }
        if titled.count == 1 { return titled[0] }
        let known = fitting.filter { candidate.gender != .unknown && gender($0) == candidate.gender }
        if known.count == 1 { return known[0] }
        // "Miller said he was ill."
        if candidate.gender == .unknown, let pronoun = pronoun(behind: candidate),
            case let agreeing = fitting.filter({ gender($0) == pronoun }), agreeing.count == 1
        {
            return agreeing[0]
        }
        guard let principal = fitting.min(by: { records[$0].introduced < records[$1].introduced }) else { return nil }
        for earlier in stride(from: min(position, owner.count) - 1, through: max(0, position - 64), by: -1) {
            guard earlier >= 0, fitting.contains(owner[earlier]) else { continue }
            if records[principal].alone < records[owner[earlier]].introduced { return principal }
            return owner[earlier]
        }
        return principal
    }

    /// The gender of the pronoun that is the subject of what somebody says: mostly the speaker.
    private func pronoun(behind candidate: NameCandidate) -> Entity.Gender? {
        var at = candidate.tokens.upperBound
        guard at < context.tokens.count, context.flags[at].contains(.saying) else { return nil }
        at += 1
        if at < context.tokens.count, context.tokens[at].kind == .word, context.flags[at].contains(.function),
            context.flags[at].isDisjoint(with: [.he, .she])
        {
            at += 1
        }
        guard at < context.tokens.count else { return nil }
        return context.flags[at].contains(.he) ? .masculine : context.flags[at].contains(.she) ? .feminine : nil
    }

    private func isNamesake(_ name: PersonName) -> Bool {
        name.first.map { namesakes.contains(name.surname ^ ($0 &* 31)) } ?? false
    }

    // MARK: Gender

    func gender(_ index: Int) -> Entity.Gender {
        let genders = records[index].genders
        let feminine = genders[.feminine] ?? 0
        let masculine = genders[.masculine] ?? 0
        return feminine > masculine ? .feminine : masculine > feminine ? .masculine : .unknown
    }
}
