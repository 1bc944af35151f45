internal import Language
internal import TextCore

/// Whether somebody whom the article names may be who a bare role or institution means: “the mayor”, “the court”.
extension SpeakerResolver {
    // MARK: Institutions

    /// The organisation that a definite institution takes up: the last one whose name holds its noun (“the ministry” for the
    /// Ministry of Ports); for nouns that say no more than that it is one (“the company”), the last one of all.
    func institution(_ noun: UInt64, at nounToken: Int, before index: Int) -> Speaker? {
        let isAny = RoleWords.isAnyOrganisation(noun)
        var at = firstName(from: index) - 1
        let stop = max(0, at - Self.memory)
        while at >= stop, at >= 0 {
            defer { at -= 1 }
            let name = names[at]
            // `its yard in Brevik`: a place, whatever it was taken for.
            let isPlace = name.tokens.lowerBound > 0 && reading.tokens[name.tokens.lowerBound - 1].hash == CueReader.inYear
            guard name.kind == .organisation, !isPlace, canBeMeant(name), isAny || holds(name.entity, nounToken) else { continue }
            return speaker(name.entity)
        }
        guard isAny, let latestGroup, latestGroup.speaker.entity != nil else { return nil }
        return latestGroup.speaker
    }

    /// Whether a noun is a word of an organisation's name, the end of one, or is hidden in its initials (“the commission” for
    /// the HSC).
    private func holds(_ entity: Int, _ noun: Int) -> Bool {
        let wanted = CaseFolding.fold(reading.text.text[reading.tokens[noun].range])
        let hash = RoleWords.canonical(reading.tokens[noun].hash)
        for form in [entities[entity].name] + entities[entity].aliases.prefix(8) {
            let words = form.split { !$0.isLetter && $0 != "-" }
            for word in words {
                let folded = CaseFolding.fold(word)
                if RoleWords.canonical(Hash64.folded(word)) == hash { return true }
                // „das Ministerium“ für das Hafenministerium.
                if reading.text.language == "de", wanted.utf8.count > 4, folded.hasSuffix(wanted) { return true }
            }
            if words.count == 1, let first = wanted.first, form.utf8.count < 7, form.allSatisfy(\.isUppercase),
                CaseFolding.fold(form).contains(first)
            {
                return true
            }
        }
        return false
    }

    // MARK: People

    /// Whether a role without a name may be that of a person of whom the article has not said that it is.
    ///
    /// An office has a holder of its own, whom the article need not have named: a baker who stands nearby is no mayor. What
    /// tells of a person rather than of an office (“the singer”, “the candidate”) may take up whom the article is about.
    func mayBear(_ entity: Int, _ noun: Int, of head: Range<Int>) -> Bool {
        let word = reading.text.text[reading.tokens[noun].range]
        if !Self.contenders.contains(reading.tokens[noun].hash), let office = Office(word, language: reading.text.language) {
            return entities[entity].offices.contains { $0.key == office.key && $0.isFormer == office.isFormer }
        }
        guard reading.text.language == "en", entities[entity].kind == .person,
            !Self.unnamed.contains(RoleWords.canonical(reading.tokens[noun].hash))
        else { return false }
        return isAlone(entity, before: head) || entities[entity].roles.isEmpty && isOftenNamed(entity, before: head.lowerBound)
    }

    /// Whether a person has been named again and again near a place.
    private func isOftenNamed(_ entity: Int, before index: Int) -> Bool {
        let end = firstName(from: index)
        return names[max(0, end - Self.memory)..<end].count { $0.entity == entity } >= 3
    }

    /// Offices that many strive for at a time.
    private static let contenders = Set(["candidate", "nominee", "contender"].map { Hash64.folded($0) })
    /// Those who are described because they are not named.
    private static let unnamed = Set(
        ["official", "source", "aide", "insider", "witness", "spokesman", "expert", "analyst", "officer", "resident"].map {
            RoleWords.canonical(Hash64.folded($0))
        }
    )
}
