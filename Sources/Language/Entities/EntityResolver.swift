internal import TextCore

/// Brings the mentions of one article together: full name, surname, title and surname, acronym and long form.
///
/// - Complexity: O(*n*) expected in mentions; mentions of one surname are compared with the people who bear it.
struct EntityResolver {
    struct Record {
        var kind: NameMention.Kind
        var genders: [Entity.Gender: Int] = [:]
        var roles: [String] = []
        var offices: Set<Office> = []
        var forms: [String] = []
        var keys: [UInt64] = []
        /// For people: surname, first and middle name, generation.
        var person: PersonName?
        /// Key of the first of two surnames: “Pérez” of Juan Pérez García.
        var paternal: UInt64?
        /// The gender of a first name that stands alone, as long as nothing else tells it.
        var guessedGender = Entity.Gender.unknown
        /// Whether nothing but the first name is told: “Sir Keir”.
        var isFirstName = false
        /// Key of a surname of two words with a hyphen ("Smith-Jones"); nil for others.
        var compound: UInt64?
        /// The candidate by which a person is introduced with a full name, outside headings where there is one.
        var introduced = Int.max
        /// The first candidate that is the surname alone.
        var alone = Int.max
        /// Words of the titles and roles in front of the name.
        var titles: Set<UInt64> = []
        var longest = ""
        /// Whether the longest form was read as a person's name by itself.
        var isSure = false
    }

    let context: AnnotationContext
    var records: [Record] = []
    var bySurname: [UInt64: [Int]] = [:]
    var byFirstName: [UInt64: [Int]] = [:]
    /// People by a word between first name and surname, which may be a surname of theirs; -1 where two share it.
    var byMiddle: [UInt64: Int] = [:]
    var byKey: [UInt64: Int] = [:]
    private var byInitials: [UInt64: Int] = [:]
    /// Organisations by the first words of a longer name; -1 where two share them.
    private var byOpening: [UInt64: Int] = [:]
    /// Names that a text gives to two generations, as it tells.
    var namesakes: Set<UInt64> = []
    /// Candidates by the ends of their names that have two words or more; -1 where two people share one.
    var ends: [UInt64: Int] = [:]
    var keyOfWord: [UInt64]
    /// Candidates that are no forms of their bearer's own name: they do not name him more fully.
    var bynames: Set<Int> = []
    /// Where a word last stands alone or behind a title, as surnames do.
    var lastAlone: [UInt64: Int] = [:]
    /// Bearers of one surname that a full name is compared with, and forms and roles that an entity keeps: hostile texts must
    /// not make the work grow with the square of their length.
    static let mostBearers = 32

    /// Surnames in other cases than the nominative by their words, with the nominative that the text has, too.
    let nominatives: [Int32: String]

    init(_ context: AnnotationContext) {
        self.context = context
        keyOfWord = [UInt64](repeating: 0, count: context.words.count)
        nominatives = Self.nominatives(context)
    }

    /// Mentions in order, and the entities that they point to, in order of their first mention.
    mutating func resolve(_ candidates: [NameCandidate]) -> (names: [NameMention], entities: [Entity]) {
        let candidates = surnamesTold(candidates)
        var owner = [Int](repeating: -1, count: candidates.count)
        for candidate in candidates where candidate.entry == nil && (candidate.tokens.count == 1 || candidate.isTitled) {
            if let last = candidate.tokens.last { lastAlone[context.tokens[last].hash] = candidate.tokens.lowerBound }
        }
        tellNamesakes(candidates)
        tellEnds(candidates)
        let fulls = candidates.map { fullName(endingIn: $0) }
        // Who has a full name or an entry in the lexicons comes first, so that a headline's surname finds its bearer below.
        for (index, candidate) in candidates.enumerated() {
            if candidate.isStyle {
                continue
            } else if let entry = candidate.entry {
                owner[index] = record(forKey: entry.key, kind: candidate.kind, related: entry.related)
            } else if isHan(candidate) {
                owner[index] = han(candidate)
            } else if fulls[index] != nil {
                continue
            } else if candidate.kind == .person, nameWords(candidate).count > 1, loneCompound(candidate) == nil,
                !isSurnameWithParticle(candidate)
            {
                owner[index] = person(candidate, at: index)
            } else if candidate.kind == .organisation || candidate.kind == .place,
                nameWords(candidate).count > 1 || candidate.acronym != nil
            {
                owner[index] = thing(candidate)
            }
        }
        for (index, candidate) in candidates.enumerated()
        where owner[index] < 0 && fulls[index] == nil && nameWords(candidate).count > 1 && !isSurnameWithParticle(candidate)
            && !candidate.isStyle
        {
            owner[index] = compound(candidate, at: index, owner) ?? unknown(candidate, at: index)
        }
        for (index, full) in fulls.enumerated() where owner[index] < 0 {
            if let full, owner[full] >= 0, records[owner[full]].kind == .person { owner[index] = owner[full] }
        }
        addAcronyms(candidates, &owner)
        for (index, candidate) in candidates.enumerated() where owner[index] < 0 && !candidate.isStyle {
            owner[index] = single(candidate, at: index, owner)
        }
        resolveStyles(candidates, &owner)
        joinBynames(candidates, &owner)
        for (index, candidate) in candidates.enumerated() {
            note(candidate, in: owner[index], isByname: bynames.contains(index))
        }
        promoteSpeakers(candidates, owner)
        nameCities()
        tellPlaces(candidates, owner)
        addPronouns(candidates, owner)
        return build(candidates, owner)
    }

    // MARK: Everything else

    mutating func record(forKey key: UInt64, kind: NameMention.Kind, related: UInt64? = nil) -> Int {
        if let index = byKey[key] { return index }
        var record = Record(kind: kind)
        record.keys = [key] + (related.map { [$0] } ?? [])
        records.append(record)
        byKey[key] = records.count - 1
        return records.count - 1
    }

    mutating func thing(_ candidate: NameCandidate) -> Int {
        var hash = Hash64()
        var openings: [UInt64] = []
        var hasHead = false
        for token in candidate.tokens where context.tokens[token].kind == .word && !context.flags[token].contains(.function) {
            let key = key(token)
            for shift in stride(from: UInt64(0), to: 64, by: 8) { hash.combine(UInt8(truncatingIfNeeded: key >> shift)) }
            if context.flags[token].contains(.organisationHead) { hasHead = true }
            openings.append(hash.value)
        }
        // `the Safari Club` for Safari Club International.
        if hasHead, openings.count > 1, byKey[hash.value] == nil, let longer = byOpening[hash.value], longer >= 0 {
            return longer
        }
        let index = record(forKey: hash.value, kind: candidate.kind)
        for opening in openings.dropFirst().dropLast() where byOpening[opening] != index {
            byOpening[opening] = byOpening[opening] == nil ? index : -1
        }
        if records[index].kind == .unknown { records[index].kind = candidate.kind }
        for initials in [candidate.acronym, initials(candidate)].compactMap({ $0 }) where byInitials[initials] == nil {
            byInitials[initials] = index
        }
        return index
    }

    /// The hash of the initials of a long form's capitalised words.
    private func initials(_ candidate: NameCandidate) -> UInt64? {
        var hash = Hash64()
        var count = 0
        for token in candidate.tokens where context.tokens[token].kind == .word && context.tokens[token].isCapitalized {
            hash.combine(scalar: CaseFolding.fold(context.text.span.scalar(at: Int(context.tokens[token].start)).value))
            count += 1
        }
        return count >= 2 ? hash.value : nil
    }

    /// "European Council on Foreign Relations (ECFR)", "ECFR (European …)", and initials anywhere in the article.
    private mutating func addAcronyms(_ candidates: [NameCandidate], _ owner: inout [Int]) {
        for (index, candidate) in candidates.enumerated() where owner[index] < 0 && candidate.tokens.count == 1 {
            let token = candidate.tokens.lowerBound
            guard context.tokens[token].shape.contains(.allCaps) else { continue }
            if let known = byInitials[context.tokens[token].hash] {
                owner[index] = known
                continue
            }
            let isBracketed = token > 0 && context.isByte(token - 1, UInt8(ascii: "("))
            if isBracketed, index > 0, candidates[index - 1].tokens.upperBound == token - 1,
                candidates[index - 1].tokens.count > 1,
                owner[index - 1] >= 0, records[owner[index - 1]].kind != .person
            {
                owner[index] = owner[index - 1]
                records[owner[index]].keys.append(key(token))
                byKey[key(token)] = owner[index]
            }
        }
    }

    // MARK: What mentions say

    private mutating func note(_ candidate: NameCandidate, in index: Int, isByname: Bool) {
        let form = self.form(candidate)
        if candidate.gender != .unknown { records[index].genders[candidate.gender, default: 0] += 3 }
        if candidate.tokens.count == 1, records[index].person?.first == nil {
            records[index].guessedGender = context.genderOfFirstName(candidate.tokens.lowerBound)
        }
        for role in candidate.roles {
            let noun = role.first { context.flags[$0].contains(.role) }
            let words = role.map { $0 == noun ? roleWord($0) : CaseFolding.fold(context.text[context.tokens[$0].range]) }
            var text = ""
            for (offset, token) in role.enumerated() {
                if offset > 0, context.tokens[token].followsSpace { text += " " }
                text += words[offset]
            }
            if records[index].roles.count < Self.mostBearers, !records[index].roles.contains(text) {
                records[index].roles.append(text)
            }
        }
        if let party = candidate.party, records[index].roles.count < Self.mostBearers, !records[index].roles.contains(party) {
            records[index].roles.append(party)
        }
        if records[index].kind == .person, records[index].offices.count < Self.mostBearers {
            records[index].offices.formUnion(offices(candidate))
        }
        if candidate.entry?.kind == .people {
            if records[index].longest.isEmpty, records[index].forms.count < Self.mostBearers, !records[index].forms.contains(form)
            {
                records[index].forms.append(form)
            }
            return
        }
        if records[index].forms.count < Self.mostBearers, !records[index].forms.contains(form) {
            records[index].forms.append(form)
        }
        if isByname { return }
        // `Crooked Hillary Clinton` in a headline does not name her more fully.
        let isSure = candidate.kind == .person || records[index].kind != .person
        if isSure == records[index].isSure ? form.utf8.count > records[index].longest.utf8.count : isSure {
            records[index].longest = form
            records[index].isSure = isSure
        }
    }

    /// A lone name that says something and that nothing else is known of is most likely a person's.
    private mutating func promoteSpeakers(_ candidates: [NameCandidate], _ owner: [Int]) {
        for (index, candidate) in candidates.enumerated()
        where records[owner[index]].kind == .unknown && (candidate.tokens.count == 1 || isSurnameWithParticle(candidate)) {
            let token = candidate.tokens.upperBound - 1
            let next = token + 1
            guard next < context.tokens.count, context.flags[next].contains(.saying),
                !context.tokens[token].shape.contains(.allCaps),
                records[owner[index]].person == nil
            else { continue }
            records[owner[index]].kind = .person
            records[owner[index]].person = personName([token])
        }
    }

    /// A name of which nothing else is known is a city's where there is a large one of that name.
    private mutating func nameCities() {
        for index in records.indices where records[index].kind == .unknown && records[index].person == nil {
            guard let key = CityIndex.key(of: records[index].longest) ?? NameKey.knownPlace(records[index].longest) else {
                continue
            }
            records[index].kind = .place
            records[index].keys.insert(key, at: 0)
        }
    }

    /// A name of which nothing else is known is a place's where it stands as places do: “in Zelmund”, “the town of Zelmund”, “Zelmund
    /// residents”.
    private mutating func tellPlaces(_ candidates: [NameCandidate], _ owner: [Int]) {
        for (index, candidate) in candidates.enumerated()
        where records[owner[index]].kind == .unknown && records[owner[index]].person == nil && standsAsPlace(candidate) {
            records[owner[index]].kind = .place
        }
    }

    private func standsAsPlace(_ candidate: NameCandidate) -> Bool {
        let (first, next) = (candidate.tokens.lowerBound, candidate.tokens.upperBound)
        let words = candidate.tokens.filter { context.tokens[$0].kind == .word }
        guard words.count <= 3, words.allSatisfy({ context.tokens[$0].isCapitalized }) else { return false }
        let contexts = NameContexts.shared
        if next < context.tokens.count, contexts.behindPlaces.contains(context.tokens[next].hash) { return true }
        guard first > 0 else { return false }
        let front = context.tokens[first - 1].hash
        if first > 1, contexts.ofPlaces.contains(front), contexts.nounsOfPlaces.contains(context.tokens[first - 2].hash) {
            return true
        }
        guard contexts.inPlaces(context.vocabulary.language).contains(front),
            !context.tokens[words[0]].shape.contains(.allCaps)
        else { return false }
        // “confidence in Starmer”
        return first < 2 || !contexts.notInPlaces.contains(context.tokens[first - 2].hash)
    }

    /// The first pronoun behind a person's mention, when no other person stands between, nor in front in the same sentence: whom it
    /// means would be open.
    private mutating func addPronouns(_ candidates: [NameCandidate], _ owner: [Int]) {
        for (index, candidate) in candidates.enumerated() where records[owner[index]].kind == .person {
            if index > 0, owner[index - 1] != owner[index], records[owner[index - 1]].kind == .person,
                sentence(of: candidates[index - 1].tokens.lowerBound) == sentence(of: candidate.tokens.lowerBound)
            {
                continue
            }
            let next = candidates.indices.contains(index + 1) ? candidates[index + 1].tokens.lowerBound : context.tokens.count
            let end = min(next, candidate.tokens.upperBound + 25)
            for token in candidate.tokens.upperBound..<max(candidate.tokens.upperBound, end) {
                let flags = context.flags[token]
                if flags.contains(.she) { records[owner[index]].genders[.feminine, default: 0] += 1; break }
                if flags.contains(.he) { records[owner[index]].genders[.masculine, default: 0] += 1; break }
            }
        }
    }

    private func build(_ candidates: [NameCandidate], _ owner: [Int]) -> (names: [NameMention], entities: [Entity]) {
        var number = [Int](repeating: -1, count: records.count)
        var entities: [Entity] = []
        var names: [NameMention] = []
        for (index, candidate) in candidates.enumerated() {
            let record = records[owner[index]]
            if number[owner[index]] < 0 {
                number[owner[index]] = entities.count
                entities.append(entity(record, gender: gender(owner[index])))
            }
            names.append(
                NameMention(
                    range: context.byteRange(candidate.tokens),
                    tokens: candidate.tokens,
                    fullRange: context.byteRange(candidate.full),
                    kind: record.kind,
                    entity: number[owner[index]],
                    isDemonym: candidate.entry?.kind == .people
                )
            )
        }
        return (names, entities)
    }

    private func entity(_ record: Record, gender: Entity.Gender) -> Entity {
        let name = record.longest.isEmpty ? record.forms.first ?? "" : record.longest
        var keys = record.keys
        if let person = record.person {
            keys.append(person.surname)
            keys.append(NameKey.name(name.split(separator: " ")))
        }
        let isGuessed = record.kind == .person && gender == .unknown && record.guessedGender != .unknown
        return Entity(
            name: name,
            kind: record.kind,
            gender: isGuessed ? record.guessedGender : gender,
            isGenderGuessed: isGuessed,
            roles: record.roles,
            offices: record.offices,
            aliases: record.forms.filter { $0 != name },
            keys: keys,
            isFirstName: record.isFirstName
        )
    }
}
