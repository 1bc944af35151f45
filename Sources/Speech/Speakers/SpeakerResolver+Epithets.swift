internal import Language
internal import TextCore

/// Epithets: what an article calls somebody instead of his name, for what a reader knows of him.
extension SpeakerResolver {
    /// `the Virginia Democrat`, `the Labour leader`, `the Spaniard`, `the 24-time champion`: the one person of whom the text has just
    /// spoken, where nothing that it tells of him says otherwise.
    func epithet(_ head: Range<Int>) -> Speaker? {
        guard reading.text.language == "en", (2...Self.longestEpithet).contains(head.count), isDefinite(head.lowerBound),
            !head.contains(where: { reading.has($0, [.preposition, .collective, .document]) }),
            isEpithet(head), let entity = salient(before: head.lowerBound, gender(head)), entities[entity].kind == .person,
            isAlone(entity, before: withoutParty(head)), !isContradicted(head, by: entity)
        else { return nil }
        return speaker(entity)
    }

    /// The phrase as far as names in it may be of people: “Virginia Democrat” looks like one.
    private func withoutParty(_ head: Range<Int>) -> Range<Int> {
        head.last.map { RoleWords.isPartyMember(reading.tokens[$0].hash) } == true ? head.lowerBound..<head.lowerBound : head
    }

    /// How many tokens such a phrase has: `the 24-time Grand Slam champion`.
    private static let longestEpithet = 8

    /// Whether a phrase tells of a person by nation, party, rank in sports or calling.
    private func isEpithet(_ head: Range<Int>) -> Bool {
        guard let noun = RoleWords.noun(of: head, reading), noun == head.upperBound - 1 else { return false }
        if head.count == 2, names(in: head).contains(where: { names[$0].isDemonym }) { return true }
        let hash = reading.tokens[noun].hash
        return Self.epithets.contains(hash) || RoleWords.isPartyMember(hash)
    }

    /// Whether the article gives a person another party, or a rank that is of another country or body.
    private func isContradicted(_ head: Range<Int>, by entity: Int) -> Bool {
        let roles = entities[entity].roles.prefix(8).flatMap(RoleWords.words(of:))
        if roles.contains(where: RoleWords.isPartyMember),
            !head.contains(where: { roles.contains(RoleWords.canonical($0, reading)) })
        {
            return true
        }
        guard names(in: head).contains(where: { names[$0].isDemonym }) else { return false }
        let words = Set(roles)
        return entities[entity].offices.contains { !$0.scope.isEmpty }
            && !names(in: head).contains { names[$0].tokens.contains { words.contains(RoleWords.canonical($0, reading)) } }
    }

    private static let epithets = LexiconFile(PackageResources.nouns_txt).words("epithet")
}
