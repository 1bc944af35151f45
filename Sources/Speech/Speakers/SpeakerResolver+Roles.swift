internal import Language
internal import TextCore

/// Descriptions of people and groups: `the mayor`, `the Russian president`, `the company`.
extension SpeakerResolver {
    /// Whom a description stands for: `the Kremlin press secretary`, `the mayor`, `the company`.
    func role(_ head: Range<Int>) -> Speaker? {
        guard
            reading.has(head.lowerBound, .determiner) && isDefinite(head.lowerBound)
                || !reading.has(head.lowerBound, [.determiner, .possessive])
        else { return nil }
        let words = RoleWords.words(of: head, reading)
        guard let noun = words.last else { return nil }
        if let entity = personOfAge(head) { return speaker(entity) }
        if let speaker = speakerOfStatement(head) { return speaker }
        if isDefinite(head.lowerBound), let organisation = organisation(withWords: words) { return organisation }
        if let known = aide(head, noun) ?? introducedAgain(head, noun, words) { return known }
        // "the police chief" is one person; "the police" and "the president's party" are none.
        let isCollective = isCollective(head)
        if !isCollective, !isPossession(head), let person = holder(ofOffice: head) ?? bearer(of: noun, words, head) {
            return speaker(person)
        }
        if let leader = leader(head) { return leader }
        if isCollective { return nil }
        return headOf(whatIsNamed: head).map(speaker) ?? lastMeant(head, noun, words)
    }

    /// `the 43-year-old`, „die 48-Jährige“: of whom the text has just spoken.
    private func personOfAge(_ head: Range<Int>) -> Int? {
        guard isDefinite(head.lowerBound) else { return nil }
        if head.count >= 6, reading.tokens[head.lowerBound + 1].kind == .number,
            reading.tokens[head.upperBound - 1].hash == Self.old, let entity = salient(before: head.lowerBound, .unknown)
        {
            return entity
        }
        // „so die 48-Jährige“
        guard reading.text.language == "de", head.count <= 4, isAged(head.upperBound - 1) else { return nil }
        return salient(before: head.lowerBound, gender(head))
    }

    /// `“…,” the statement said`: of whoever spoke just before.
    private func speakerOfStatement(_ head: Range<Int>) -> Speaker? {
        guard isDefinite(head.lowerBound), head.count <= 3, Self.statements.contains(reading.tokens[head.upperBound - 1].hash),
            let said = latestSpeaker, head.lowerBound - said.token < Self.introductionReach
        else { return nil }
        return said.speaker
    }

    /// Who bears a role by the words that the text has for him: of several the one whose words fit best, then the one meant last.
    private func bearer(of noun: UInt64, _ words: [UInt64], _ head: Range<Int>) -> Int? {
        guard let bearers = entitiesByRoleWord[noun] else { return nil }
        var best: (entities: [Int], score: Int) = ([], 0)
        for entity in bearers.prefix(Self.bearersAsked) where isBearer(entity, of: noun, words, head) {
            let roleWords = Set(entities[entity].roles.prefix(Self.rolesAsked).flatMap(RoleWords.words(of:)))
            let score = words.count { roleWords.contains($0) }
            if score > best.score { best = ([entity], score) } else if score == best.score { best.entities.append(entity) }
        }
        // "the president" is the president rather than the vice president.
        if best.entities.count > 1, case let exact = best.entities.filter({ hasExactly(words, $0) }), !exact.isEmpty {
            best.entities = exact
        }
        if best.entities.count == 1 { return best.entities[0] }
        return salient(before: head.lowerBound, gender(head), among: best.entities) ?? best.entities.first
    }

    /// Whether nothing that the text says of an entity speaks against its bearing a role.
    private func isBearer(_ entity: Int, of noun: UInt64, _ words: [UInt64], _ head: Range<Int>) -> Bool {
        // A spokesperson for the office is no office.
        guard entities[entity].kind != .person || !RoleWords.isGroup(noun), !isNamed(entity, in: head) else { return false }
        let roles = entities[entity].roles.prefix(Self.rolesAsked).map(RoleWords.words(of:))
        // A campaign chairman is no campaign.
        return roles.contains { $0.last == noun || !RoleWords.isGroup(noun) && $0.contains(noun) }
            && RoleWords.mayMean(words, roles)
            && !isOfAnother(head, entity) && !belongsElsewhere(head, noun, entity)
            && (!RoleWords.isPartyMember(noun) || hasExactly(words, entity))
    }

    /// `the minister`, `the ministry` of whom no role is told: whoever was introduced so, or the one meant last.
    private func lastMeant(_ head: Range<Int>, _ noun: UInt64, _ words: [UInt64]) -> Speaker? {
        guard reading.has(head.lowerBound, .determiner), isDefinite(head.lowerBound),
            let nounToken = RoleWords.noun(of: head, reading), reading.has(nounToken, .role), !reading.has(nounToken, .document)
        else { return nil }
        if RoleWords.isGroup(reading.tokens[nounToken].hash) {
            let isAnaphor = words.count == 1 || words.count == 2 && RoleWords.isCompany(reading.tokens[nounToken].hash)
            guard isAnaphor else { return nil }
            return institution(reading.tokens[nounToken].hash, at: nounToken, before: head.lowerBound)
        }
        if isOfUnnamed(head, nounToken) { return nil }
        if let known = introduced.last(where: { $0.noun == noun && $0.token < head.lowerBound && !areTwo(head, $0.speaker) }) {
            return known.speaker
        }
        let isPlain = words.count == 1 || words.count == 2 && reading.tokens[head.lowerBound + 1].isCapitalized
        guard isPlain || words.count <= 6 && !head.contains(where: { reading.has($0, .preposition) }),
            let entity = salient(before: head.lowerBound, gender(head))
        else { return nil }
        // `the presumptive Republican nominee`: the one of whom the text has just spoken.
        if !isPlain, !isAlone(entity, before: head) { return nil }
        if isOfAnother(head, entity) { return nil }
        let roles = entities[entity].roles.prefix(Self.rolesAsked).map(RoleWords.words(of:))
        return mayBear(entity, nounToken, of: head) && RoleWords.mayMean(words, roles) ? speaker(entity) : nil
    }

    /// `the mayor of Tarn`, `the lawyer for Ann Moss`, of whom the text has not spoken by name.
    private func isOfUnnamed(_ head: Range<Int>, _ noun: Int) -> Bool {
        belonging(of: head) != nil
            || names(in: head).contains { names[$0].kind != .person && names[$0].tokens.lowerBound > noun }
    }

    /// How many of those who bear a word of a role, and how many roles of each, are looked at.
    private static let bearersAsked = 32
    private static let rolesAsked = 8
    /// How many tokens back somebody may have been introduced.
    private static let introductionReach = 250

    /// «речник МЗС»: what somebody is of bears no role of his.
    private func isNamed(_ entity: Int, in head: Range<Int>) -> Bool {
        RoleWords.headsGenitives(reading) && names(in: head).contains { names[$0].entity == entity }
    }

    /// „der Kanzler“ for Bundeskanzler Scherz, « le président » for the head of state rather than his predecessor: the one person who is
    /// told to hold an office, by whatever word for it.
    private func holder(ofOffice head: Range<Int>) -> Int? {
        guard let office = office(of: head), office.isSingular || !office.scope.isEmpty else { return nil }
        let holders = (peopleByOffice[office.key] ?? []).prefix(Self.bearersAsked).filter {
            office.isHeld(by: entities[$0].offices)
        }
        return holders.count == 1 ? holders.first : nil
    }

    /// “The NATO chief” for its secretary-general, “the Ukrainian leader” for the president: the one person who heads what a weaker word
    /// for an office is of.
    private func headOf(whatIsNamed head: Range<Int>) -> Int? {
        guard let office = office(of: head) else { return nil }
        let fits = officials.compactMap { person in office.headFit(of: entities[person].offices).map { (person, $0) } }
        guard let best = fits.map(\.1).min(), case let heads = fits.filter({ $0.1 == best }), heads.count == 1 else { return nil }
        return heads[0].0
    }

    func isCollective(_ head: Range<Int>) -> Bool {
        guard head.contains(where: { reading.has($0, .collective) }) else { return false }
        guard let noun = nounOfRole(head), !reading.has(noun, .collective), reading.has(noun, .role) else { return true }
        return RoleWords.isGroup(reading.tokens[noun].hash)
    }

    /// The noun that heads a role; behind an organisation's name the last, whatever stands inside that: “the Bank of England governor”.
    func nounOfRole(_ head: Range<Int>) -> Int? {
        guard reading.text.language == "en", let last = head.last, reading.has(last, .role),
            names(in: head).contains(where: { names[$0].kind == .organisation && names[$0].tokens.upperBound == last })
        else { return RoleWords.noun(of: head, reading) }
        return last
    }

    /// Whether one of somebody's roles has the words of a description and no others.
    private func hasExactly(_ words: [UInt64], _ entity: Int) -> Bool {
        entities[entity].roles.prefix(Self.rolesAsked).contains { RoleWords.words(of: $0) == words }
    }

    /// `the mayor of Tarn`, where the mayor of whom the article speaks by name is that of another town, `the Russian president` where
    /// he is that of another country, and `the former president` where he is it now.
    private func isOfAnother(_ head: Range<Int>, _ entity: Int) -> Bool {
        if office(of: head)?.isAnother(than: entities[entity].offices) == true { return true }
        // «президент Франции»: no preposition stands between.
        let bare = RoleWords.headsGenitives(reading) ? RoleWords.noun(of: head, reading).map { $0 + 1 } : nil
        guard let start = bare ?? head.first(where: { $0 > head.lowerBound && reading.has($0, .preposition) }),
            start < head.upperBound,
            names(in: start..<head.upperBound).contains(where: { names[$0].kind != .person }), let office = office(of: head)
        else { return false }
        let own = entities[entity].offices.filter { $0.key == office.key && !$0.scope.isEmpty }
        return !own.isEmpty && own.allSatisfy { $0.scope.isDisjoint(with: office.scope) }
    }

    /// The office that a description names, and what it is of.
    private func office(of head: Range<Int>) -> Office? {
        Office(reading.text.text[reading.bytes(head)], language: reading.text.language)
    }

    /// Whether two descriptions are those of two people: “the French president” and “the Ukrainian president”, “Poland's prime minister”
    /// and “the Polish defence minister”.
    private func areTwo(_ head: Range<Int>, _ known: Speaker) -> Bool {
        guard let office = office(of: head), let its = Office(known.name, language: reading.text.language) else { return false }
        return office.isAnother(than: [its]) || office.isOtherOffice(than: its)
    }

    /// `the aide` for the spokesman without a name who was just introduced.
    private func aide(_ head: Range<Int>, _ noun: UInt64) -> Speaker? {
        guard head.count == 2, isDefinite(head.lowerBound), Self.aides.contains(noun),
            let known = introduced.last(where: { $0.token < head.lowerBound }), Self.aides.contains(known.noun),
            head.lowerBound - known.token < Self.introductionReach
        else { return nil }
        return known.speaker
    }

    /// `the owner of the Red Lion`, where the one named is introduced as the owner of something else: `Tom Reed, owner of the Blue
    /// Anchor,`. O(1): looks at no more than ``SpeakerResolver/memory`` names.
    private func belongsElsewhere(_ head: Range<Int>, _ noun: UInt64, _ entity: Int) -> Bool {
        guard let wanted = belonging(of: head) else { return false }
        let last = firstName(from: head.lowerBound) - 1
        for at in stride(from: last, through: max(0, last - Self.memory), by: -1) where names[at].entity == entity {
            let comma = names[at].tokens.upperBound
            guard comma + 4 < head.lowerBound, reading.isComma(comma),
                let its = ((comma + 1)...(comma + 3)).first(where: { RoleWords.canonical($0, reading) == noun }),
                let own = belonging(behind: its, before: min(head.lowerBound, its + 8))
            else { continue }
            let words = Set(own.tokens.map { reading.tokens[$0].hash })
            return !wanted.tokens.contains { words.contains(reading.tokens[$0].hash) }
        }
        return false
    }

    /// `The owner of the Red Lion said … “…,” the owner said`: nobody else who is one has been named since, and nobody is called
    /// just that.
    private func introducedAgain(_ head: Range<Int>, _ noun: UInt64, _ words: [UInt64]) -> Speaker? {
        guard words.count == 1, isDefinite(head.lowerBound), !head.contains(where: { reading.has($0, .document) }),
            let known = introduced.last(where: { $0.noun == noun && $0.token < head.lowerBound }),
            head.lowerBound - known.token < Self.introductionReach
        else { return nil }
        let bearers = (entitiesByRoleWord[noun] ?? []).prefix(Self.bearersAsked)
        guard !bearers.contains(where: { hasExactly(words, $0) }) else { return nil }
        let since = firstName(from: known.token)..<firstName(from: head.lowerBound)
        return since.contains { bearers.contains(names[$0].entity) } ? nil : known.speaker
    }

    private static let aides = Set(
        ["spokesman", "aide", "official", "representative"].map { RoleWords.canonical(Hash64.folded($0)) }
    )

    /// Whether a name in front of a role says what party or place somebody is of.
    private func isGroupName(_ name: NameMention) -> Bool { name.isDemonym || name.kind != .person }

    /// Whether no other person stands in the two sentences before a phrase, nor in it.
    func isAlone(_ entity: Int, before head: Range<Int>) -> Bool {
        guard names(in: head).allSatisfy({ isGroupName(names[$0]) }), let its = reading.text.sentence(ofToken: head.lowerBound)
        else { return false }
        var at = firstName(from: head.lowerBound) - 1
        let stop = max(0, at - Self.memory)
        var isNear = false
        while at >= stop, let sentence = reading.text.sentence(ofToken: names[at].tokens.lowerBound), its - sentence <= 2 {
            if names[at].kind == .person, canBeMeant(names[at]) {
                guard names[at].entity == entity else { return false }
                isNear = true
            }
            at -= 1
        }
        return isNear
    }

    /// `Varnach’s campaign`: somebody's group, which nobody bears as a role.
    private func isPossession(_ head: Range<Int>) -> Bool {
        guard let noun = RoleWords.noun(of: head, reading), RoleWords.isGroup(reading.tokens[noun].hash) else { return false }
        return head.dropLast().contains { reading.tokens[$0].kind == .clitic || isPossessiveMark($0) }
    }

    /// `Jones’ campaign`: an apostrophe that ends a word owns what follows.
    func isPossessiveMark(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        guard token.kind == .quote, index > 0, index + 1 < reading.tokens.count, reading.isOutside(index) else { return false }
        guard !token.followsSpace, reading.tokens[index + 1].followsSpace, reading.tokens[index - 1].isWord else { return false }
        // „Scholz’ Sprecherin“, „Marx’ Schriften“: German drops the s behind its like.
        let last = reading.text.text.bytes[Int(reading.tokens[index - 1].end) - 1]
        return last == UInt8(ascii: "s") || reading.text.language == "de" && "zx".utf8.contains(last)
    }

    static let old = Hash64.folded("old")

    /// „48-Jährige“, „Jährigen“: a German noun for somebody of an age.
    private func isAged(_ index: Int) -> Bool {
        let bytes = reading.text.text.bytes[reading.tokens[index].range]
        return Self.aged.contains { bytes.suffix($0.count).elementsEqual($0) }
    }

    private static let aged = ["ährige", "ähriger", "ährigen"].map { Array($0.utf8) }
    static let statements = Set(
        ["statement", "release", "email", "e-mail", "post", "tweet", "message"].map { Hash64.folded($0) }
    )

    static let definite = Set(
        ["the", "this", "le", "la", "les", "l'", "der", "die", "das", "dem", "el", "il"].map { Hash64.folded($0) }
    )

    func isDefinite(_ index: Int) -> Bool { Self.definite.contains(reading.tokens[index].hash) }

    func gender(_ head: Range<Int>) -> Entity.Gender {
        if head.contains(where: { reading.has($0, .feminineNoun) }) { return .feminine }
        return head.contains(where: { reading.has($0, .masculineNoun) }) ? .masculine : .unknown
    }
}
