internal import Language
internal import TextCore

/// Resolves sources to speakers: a surname, role or pronoun to the fullest name that the article gives.
///
/// - Complexity: O(*n*) in tokens and sources: each search looks back over a bounded number of names.
struct SpeakerResolver {
    /// How many names before a pronoun or role are weighed.
    static let memory = 24

    let reading: SpeechReading
    let names: [NameMention]
    let entities: [Entity]
    /// Entities by each word of their roles.
    let entitiesByRoleWord: [UInt64: [Int]]
    /// People by the offices that they are given, whatever each is of.
    let peopleByOffice: [UInt64: [Int]]
    /// People with offices: the first of them, for texts may hold any number.
    let officials: [Int]
    /// Organisations by the last word of their names.
    let organisationsByLastWord: [UInt64: [Int]]
    /// For each name, whether it stands outside all quotations.
    var speakerOf: [Range<Int>: Speaker] = [:]
    /// The latest speaker that is a person, and where.
    var latest: (entity: Int, token: Int)?
    var latestGroup: (speaker: Speaker, token: Int)?
    /// The latest speaker of whom nothing is known but the name.
    var latestUnknown: (speaker: Speaker, token: Int)?
    /// Those whom a role without a name introduced: “a spokesman for the port”, for “the spokesman” behind it.
    var introduced: [(noun: UInt64, speaker: Speaker, token: Int)] = []

    init(_ reading: SpeechReading) {
        self.reading = reading
        names = reading.text.names
        entities = reading.text.entities
        var byRole: [UInt64: [Int]] = [:]
        for (index, entity) in entities.enumerated() {
            for role in entity.roles {
                for hash in RoleWords.words(of: role) {
                    if byRole[hash]?.last != index { byRole[hash, default: []].append(index) }
                }
            }
        }
        entitiesByRoleWord = byRole
        var byOffice: [UInt64: [Int]] = [:]
        for (index, entity) in entities.enumerated() where entity.kind == .person {
            for key in Set(entity.offices.map(\.key)) { byOffice[key, default: []].append(index) }
        }
        peopleByOffice = byOffice
        officials = Array(entities.indices.lazy.filter { !reading.text.entities[$0].offices.isEmpty }.prefix(32))
        var byLastWord: [UInt64: [Int]] = [:]
        for (index, entity) in entities.enumerated() where entity.kind == .organisation {
            guard let last = entity.name.split(separator: " ").last else { continue }
            byLastWord[RoleWords.canonical(Hash64.folded(last)), default: []].append(index)
        }
        organisationsByLastWord = byLastWord
    }

    mutating func speaker(of source: Attribution.Source) -> Speaker? {
        if let known = speakerOf[source.mention] { return known }
        guard let speaker = resolve(source) else { return nil }
        speakerOf[source.mention] = speaker
        if speaker.kind == .role, speaker.entity == nil, introduced.count < 64,
            !isDefinite(source.head.lowerBound) || belonging(of: source.head) != nil,
            let noun = RoleWords.words(of: source.head, reading).last
        {
            introduced.append((noun, speaker, source.mention.lowerBound))
        }
        // `Mr. Moore’s assertion`: what somebody said before gives nobody the floor.
        let next = source.mention.upperBound
        let isOwner = next < reading.tokens.count && (reading.tokens[next].kind == .clitic || isPossessiveMark(next))
        if isOwner { return speaker }
        if let entity = speaker.entity, speaker.kind == .person {
            latest = (entity, source.mention.lowerBound)
        } else if speaker.kind != .unknown {
            latestGroup = (speaker, source.mention.lowerBound)
        } else {
            latestUnknown = (speaker, source.mention.lowerBound)
        }
        return speaker
    }

    /// `the owner of the Red Lion`: the name of what, or whose, somebody is, behind the noun.
    func belonging(of head: Range<Int>) -> NameMention? {
        guard let noun = RoleWords.noun(of: head, reading) else { return nil }
        return belonging(behind: noun, before: head.upperBound)
    }

    func belonging(behind noun: Int, before end: Int) -> NameMention? {
        guard noun + 2 < min(end, reading.tokens.count), reading.has(noun + 1, .preposition) else { return nil }
        return names(in: (noun + 2)..<end).first.map { names[$0] }
    }

    /// The latest speaker, person or group; documents do not count.
    var latestSpeaker: (speaker: Speaker, token: Int)? {
        guard let latestGroup, latestGroup.speaker.kind != .document, latestGroup.token > latest?.token ?? -1 else {
            return latest.map { (speaker($0.entity), $0.token) }
        }
        return latestGroup
    }

    // MARK: Kinds of mention

    func resolve(_ source: Attribution.Source) -> Speaker? {
        let head = source.head
        if head.count == 1, reading.has(head.lowerBound, [.subject, .masculine, .feminine, .relative]), names(in: head).isEmpty {
            return pronoun(head.lowerBound)
        }
        if head.count == 1, reading.has(head.lowerBound, [.possessive, .his, .hers]) {
            // `a su juicio`, `à son avis`: of him or of her.
            if ["es", "fr"].contains(reading.text.language), !reading.has(head.lowerBound, [.his, .hers]) {
                return salient(before: head.lowerBound, .unknown).map { speaker($0) }
            }
            guard isHisOrHer(head.lowerBound) || reading.has(head.lowerBound, [.his, .hers]) else { return nil }
            let isHer = reading.tokens[head.lowerBound].hash == Self.her || reading.has(head.lowerBound, .hers)
            if let owner = salient(before: head.lowerBound, isHer ? .feminine : .masculine) { return speaker(owner) }
            // „Die Behörde prüft. Ihren Angaben zufolge …“
            return isHer && reading.text.language == "de" ? group(before: head.lowerBound) : nil
        }
        if let covering = nameCovering(head) { return speaker(names[covering].entity) }
        if let several = several(head) ?? counted(head) ?? apposedPeople(source) { return several }
        // `the Virginia Democrat`: a name for nobody else, whatever its capitals look like.
        if let last = head.last, RoleWords.isPartyMember(reading.tokens[last].hash), let person = epithet(head) { return person }
        if let named = named(source) { return named }
        return role(head) ?? epithet(head) ?? lastNamed(describedBy: head) ?? plain(head)
    }

    /// „Von der Leyen sagte“: the name of which a mention is the end, where the particle in front is taken for a preposition.
    private func nameCovering(_ head: Range<Int>) -> Int? {
        let before = firstName(from: head.lowerBound) - 1
        guard before >= 0, names[before].kind == .person, names[before].tokens.lowerBound < head.lowerBound,
            names[before].tokens.upperBound == head.upperBound
        else { return nil }
        return before
    }

    func speaker(_ entity: Int) -> Speaker {
        let kind: Speaker.Kind =
            switch entities[entity].kind {
            case .person: .person
            case .organisation, .place: .organisation
            case .work: .document
            case .unknown: .unknown
            }
        return Speaker(name: entities[entity].name, kind: kind, entity: entity)
    }

    /// The names that lie in a token range, by index.
    func names(in range: Range<Int>) -> Range<Int> {
        let start = firstName(from: range.lowerBound)
        var end = start
        while end < names.count, names[end].tokens.upperBound <= range.upperBound { end += 1 }
        return start..<end
    }

    /// The first name that starts at or after a token. O(log *n*).
    func firstName(from token: Int) -> Int {
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Nouns for what somebody has found or reckoned ("data", "estimates"): with a name in front of them they are the source.
    static let findings = LexiconFile(PackageResources.nouns_txt).words("findings")

    /// Words of one's own: what they say their author says.
    static let utterances = Set(
        [
            "statement", "remarks", "comments", "comment", "apology", "speech", "tweet", "tweets", "post", "letter", "response",
            "reply", "answer", "email", "e-mail", "message", "testimony", "op-ed", "note", "words", "account", "monologue",
            "memoir", "ad", "essay",
        ].map { Hash64.folded($0) }
    )

    /// `Blumenthal's campaign`, `his campaign`: the owner by full name.
    private func owned(_ head: Range<Int>, _ owner: (entity: Int, rest: Int)) -> String {
        entities[owner.entity].name + "’s " + reading.text.text[reading.bytes(owner.rest..<head.upperBound)]
    }

    /// The person who owns what a phrase names, and where the owned thing starts.
    func owner(of head: Range<Int>) -> (entity: Int, rest: Int)? {
        var owner: Int?
        var rest = head.lowerBound + 1
        if reading.has(head.lowerBound, .possessive),
            reading.has(head.lowerBound, [.masculine, .feminine]) || isHisOrHer(head.lowerBound)
        {
            let isHer = reading.tokens[head.lowerBound].hash == Self.her
            owner = salient(before: head.lowerBound, isHer ? .feminine : .masculine)
        } else if let first = names(in: head).first, names[first].tokens.upperBound < head.upperBound,
            reading.tokens[names[first].tokens.upperBound].kind == .clitic || isPossessiveMark(names[first].tokens.upperBound),
            names[first].kind == .person
        {
            owner = names[first].entity
            rest = names[first].tokens.upperBound + 1
        }
        guard let owner, rest < head.upperBound else { return nil }
        return (owner, rest)
    }

    static let her = Hash64.folded("her")
    static let his = Hash64.folded("his")

    func isHisOrHer(_ index: Int) -> Bool {
        reading.tokens[index].hash == Self.her || reading.tokens[index].hash == Self.his
    }

    func plain(_ head: Range<Int>) -> Speaker? {
        guard namesSomebody(head) else { return nameInMarks(head) }
        if let author = author(ofDocument: head) { return author }
        if reading.text.language == "en", let owner = owner(of: head) {
            // `her statement said`, `Mr. Bray’s apology noted`: her own words.
            if let noun = RoleWords.noun(of: head, reading), Self.utterances.contains(reading.tokens[noun].hash) {
                return speaker(owner.entity)
            }
            return Speaker(name: owned(head, owner), kind: .role)
        }
        var head = head
        while head.count > 1, reading.has(head.lowerBound, .determiner), isArticle(head.lowerBound) {
            head = (head.lowerBound + 1)..<head.upperBound
        }
        if head.contains(where: { reading.has($0, .document) }),
            let author = names(in: head).last(where: { index in
                let before = names[index].tokens.lowerBound - 1
                return (max(head.lowerBound, before - 1)..<(before + 1)).contains { reading.has($0, .preposition) }
            })
        {
            // `a statement from the committee`.
            return speaker(names[author].entity)
        }
        guard !isJunk(head) else { return nil }
        let name =
            SlavicPhrase(head, reading)?.nominative ?? germanNominative(head) ?? reading.text.text[reading.bytes(withState(head))]
        let kind: Speaker.Kind =
            if head.contains(where: { reading.has($0, .document) }) {
                .document
            } else if isCollective(head)
                || nounOfRole(head).map({ RoleWords.isGroup(reading.tokens[$0].hash) }) ?? false
            {
                .collective
            } else if head.contains(where: { reading.has($0, .role) }) {
                .role
            } else if RoleWords.headsGenitives(reading), !names(in: head).isEmpty {
                // «Минобороны Ирана»
                .organisation
            } else {
                .unknown
            }
        return Speaker(name: name, kind: kind)
    }

    /// „die ‚Bild‘“, «газета «Утро»»: what a noun phrase that names nobody otherwise calls by a name in marks at its end, which other
    /// languages set around papers, firms and clubs.
    private func nameInMarks(_ head: Range<Int>) -> Speaker? {
        guard reading.text.language != "en", let last = head.last, reading.tokens[last].kind == .quote, reading.isInAside[last],
            let opening = head.dropLast().last(where: { reading.tokens[$0].kind == .quote }), opening + 1 < last
        else { return nil }
        let inner = (opening + 1)..<last
        if let name = names(in: inner).last, names[name].tokens == inner { return speaker(names[name].entity) }
        return Speaker(name: reading.text.text[reading.bytes(inner)], kind: .organisation)
    }

    /// `the mayor of Brask, N.Y.`: a place with the state or country behind it.
    private func withState(_ head: Range<Int>) -> Range<Int> {
        guard head.upperBound + 1 < reading.tokens.count, reading.isComma(head.upperBound),
            let town = names(in: head).last, names[town].kind == .place, names[town].tokens.upperBound == head.upperBound
        else { return head }
        let next = firstName(from: head.upperBound)
        // `Washington, DC`: a code of two letters, which is no name by itself.
        let code = reading.tokens[head.upperBound + 1]
        if code.shape.contains(.allCaps), code.range.count == 2 { return head.lowerBound..<(head.upperBound + 2) }
        guard names.indices.contains(next), names[next].kind == .place, names[next].tokens.lowerBound == head.upperBound + 1
        else {
            return head
        }
        return head.lowerBound..<names[next].tokens.upperBound
    }

    /// Whether a source can be a speaker's name: not a pronoun, a figure, an adverb or a time alone.
    func namesSomebody(_ head: Range<Int>) -> Bool {
        if !names(in: head).isEmpty || head.contains(where: { reading.has($0, [.role, .collective, .document]) }) { return true }
        guard let last = head.last else { return false }
        let token = reading.tokens[head.lowerBound]
        if token.kind == .ideograph {
            // 他, 她, 它: a pronoun, with the verb written to it or not.
            return ![0x4ED6, 0x5979, 0x5B83].contains(reading.text.text.bytes.span.scalar(at: Int(token.start)).value)
        }
        guard reading.tokens[last].isWord else { return false }
        let empty: WordClass = [
            .determiner, .relative, .subject, .masculine, .feminine, .adverb, .time, .preposition, .auxiliary,
        ]
        return head.contains { index in
            reading.tokens[index].isWord && !isFunctionWord(index) && !reading.has(index, empty)
                && !Self.notPeople.contains(reading.tokens[index].hash) && !isAdverb(index)
        }
    }

    /// „sagte Weil“: a conjunction that is a surname here has lost its classes.
    private func isFunctionWord(_ index: Int) -> Bool {
        reading.text.isFunctionWord[index]
            && !(reading.text.language == "de" && reading.tokens[index].isCapitalized && reading.words[index].isEmpty)
    }

    /// An English adverb in `-ly`.
    private func isAdverb(_ index: Int) -> Bool {
        guard reading.text.language == "en", !reading.tokens[index].isCapitalized else { return false }
        return reading.text.text.bytes[reading.tokens[index].range].suffix(2).elementsEqual("ly".utf8)
    }

    static let notPeople = Set(["day", "week", "month", "year", "hour", "minute"].map { Hash64.folded($0) })

    static let articles = Set(
        ["the", "le", "la", "les", "l'", "der", "die", "das", "el", "los", "las", "il"].map { Hash64.folded($0) }
    )

    func isArticle(_ index: Int) -> Bool { Self.articles.contains(reading.tokens[index].hash) }
}
