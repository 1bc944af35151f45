internal import Language
internal import TextCore

/// Whom “it” takes up: firms, ministries and papers that speak, and what is said to speak for them.
extension SpeakerResolver {
    /// How many sentences back a firm or a group is looked for.
    private static let memoryOfThings = 4

    /// Whoever spoke last and is no person for all that is known.
    private var latestThing: (speaker: Speaker, token: Int)? {
        guard let latestUnknown, latestUnknown.token > latestGroup?.token ?? -1 else { return latestGroup }
        return latestUnknown
    }

    /// Whom “it” stands for: the subject of its own sentence, whoever just spoke and is one group, or the firm named last. Outlets
    /// that only tell of others come last of all.
    func thing(before index: Int) -> Speaker? {
        if let own = ownSubject(before: index) { return own }
        if let latestGroup = latestThing, isThing(latestGroup.speaker), !isOutlet(latestGroup.speaker.name),
            let its = reading.text.sentence(ofToken: latestGroup.token), let sentence = reading.text.sentence(ofToken: index),
            sentence - its <= Self.memoryOfThings
        {
            let named = firm(before: index).flatMap { speaker in
                names[..<firstName(from: index)].suffix(Self.memory).last { $0.entity == speaker.entity }
            }
            let isNearer = named.map { name in
                name.tokens.lowerBound <= latestGroup.token
                    || (reading.text.sentence(ofToken: name.tokens.lowerBound) ?? 0) <= its || !isFirm(name)
            }
            if isNearer ?? true { return latestGroup.speaker }
        }
        return firm(before: index)
    }

    /// `The retailer expects savings, it said`: the subject of the words that a frame behind them gives.
    private func ownSubject(before index: Int) -> Speaker? {
        guard let number = reading.text.sentence(ofToken: index) else { return nil }
        let start = reading.text.sentences[number].tokens.lowerBound
        guard index - start > 3, !reading.isOutside(index - 1) || reading.isComma(index - 1),
            let source = SourceFinder(reading: reading).subject(from: start, before: index), source.reference == .noun
        else { return nil }
        if let name = names(in: source.head).last, names[name].tokens.upperBound == source.head.upperBound {
            return isFirm(names[name]) && !isOutlet(entities[names[name].entity].name) ? asFirm(names[name].entity) : nil
        }
        guard let noun = RoleWords.noun(of: source.head, reading), RoleWords.isGroup(reading.tokens[noun].hash),
            isDefinite(source.head.lowerBound)
        else { return nil }
        return role(source.head) ?? plain(source.head)
    }

    /// The organisation named last before a token, or a name of one word that may be a firm's; no outlet.
    func firm(before index: Int) -> Speaker? {
        guard let sentence = reading.text.sentence(ofToken: index) else { return nil }
        var best: (entity: Int, score: Double)?
        var at = firstName(from: index) - 1
        let stop = max(0, at - Self.memory)
        while at >= stop, at >= 0 {
            defer { at -= 1 }
            let name = names[at]
            guard canBeMeant(name), isFirm(name), !isOutlet(entities[name.entity].name),
                let its = reading.text.sentence(ofToken: name.tokens.lowerBound)
            else { continue }
            var score = -Double(sentence - its)
            if name.kind == .organisation { score += 1 }
            if isSubject(name, in: its) { score += 1.5 }
            if name.tokens.lowerBound > 0, reading.has(name.tokens.lowerBound - 1, .preposition) { score -= 0.6 }
            if best.map({ score > $0.score }) ?? true { best = (name.entity, score) }
        }
        return best.map { asFirm($0.entity) }
    }

    /// Whether a name is an organisation's, or one of a single word of which nothing tells that it is a person's.
    private func isFirm(_ name: NameMention) -> Bool {
        if name.kind == .organisation { return true }
        guard name.kind == .person || name.kind == .unknown, !name.isDemonym, name.tokens.count == 1,
            let its = reading.text.sentence(ofToken: name.tokens.lowerBound)
        else { return false }
        let entity = entities[name.entity]
        return entity.gender == .unknown && entity.roles.isEmpty && !entity.name.contains(" ")
            && isSubject(name, in: its)
    }

    private func asFirm(_ entity: Int) -> Speaker {
        let speaker = speaker(entity)
        return speaker.kind == .organisation ? speaker : Speaker(name: speaker.name, kind: .organisation, entity: entity)
    }

    /// Whether a speaker is one group or text, which “it” takes up, and no several people.
    private func isThing(_ speaker: Speaker) -> Bool {
        switch speaker.kind {
        case .organisation, .document: true
        case .unknown where !speaker.name.contains(" "): speaker.name.last != "s"
        case .collective, .role, .unknown:
            speaker.name.split(separator: " ").contains { RoleWords.isGroup(Hash64.folded($0)) }
        case .person: false
        }
    }

    // MARK: The Fed chief

    /// `the U.N. chief`, `the Fed boss`: the one person who is told to lead what the noun is of.
    func leader(_ head: Range<Int>) -> Speaker? {
        guard reading.text.language == "en", head.count >= 3, isDefinite(head.lowerBound), let last = head.last,
            RoleWords.leads(reading.tokens[last].hash), reading.tokens[head.lowerBound + 1].isCapitalized
        else { return nil }
        let group = withoutDots(reading.text.text[reading.bytes((head.lowerBound + 1)..<last)])
        var leaders: [Int] = []
        for (index, entity) in entities.enumerated() where entity.kind == .person {
            let leads = entity.roles.prefix(8).contains { role in
                let role = withoutDots(role)
                return RoleWords.isLeader(role) && isOf(role, group)
            }
            if leads { leaders.append(index) }
        }
        return leaders.count == 1 ? leaders.first.map { speaker($0) } : nil
    }

    /// “U.N.” as “un”.
    private func withoutDots(_ text: String) -> String { CaseFolding.fold(text.filter { $0 != "." }) }

    /// Whether a role names a group, or one that it is short for (“Fed” for the Federal Reserve).
    private func isOf(_ role: String, _ group: String) -> Bool {
        if role.hasPrefix(group + " ") || role.contains(" " + group + " ") || role.hasSuffix(" " + group) { return true }
        return group.utf8.count >= 3 && !group.contains(" ") && role.split(separator: " ").contains { $0.hasPrefix(group) }
    }
}
