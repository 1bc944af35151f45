internal import TextCore

/// Brings the mentions of one article together: full name, surname, title and surname, acronym and long form.
///
/// - Complexity: O(*n*) expected in mentions; mentions of one surname are compared with the people who bear it.
struct EntityResolver {
    private struct Record {
        var kind: NameMention.Kind
        var genders: [Entity.Gender: Int] = [:]
        var roles: [String] = []
        var forms: [String] = []
        var keys: [UInt64] = []
        /// For people: first name's key, or nil.
        var first: UInt64?
        var initial: UInt8?
        var last: UInt64?
        var longest = ""
    }

    private let context: AnnotationContext
    private var records: [Record] = []
    private var bySurname: [UInt64: [Int]] = [:]
    private var byFirstName: [UInt64: [Int]] = [:]
    private var byKey: [UInt64: Int] = [:]
    private var byInitials: [UInt64: Int] = [:]
    private var keyOfWord: [UInt64]
    /// Where a word last stands alone or behind a title, as surnames do.
    private var lastAlone: [UInt64: Int] = [:]
    /// Bearers of one surname that a full name is compared with, and forms and roles that an entity keeps: hostile texts must
    /// not make the work grow with the square of their length.
    private static let mostBearers = 32

    init(_ context: AnnotationContext) {
        self.context = context
        keyOfWord = [UInt64](repeating: 0, count: context.words.count)
    }

    /// Mentions in order, and the entities that they point to, in order of their first mention.
    mutating func resolve(_ candidates: [NameCandidate]) -> (names: [NameMention], entities: [Entity]) {
        var owner = [Int](repeating: -1, count: candidates.count)
        for candidate in candidates where candidate.entry == nil && (candidate.tokens.count == 1 || candidate.isTitled) {
            if let last = candidate.tokens.last { lastAlone[context.tokens[last].hash] = candidate.tokens.lowerBound }
        }
        // Who has a full name or an entry in the lexicons comes first, so that a headline's surname finds its bearer below.
        for (index, candidate) in candidates.enumerated() {
            if let entry = candidate.entry {
                owner[index] = record(forKey: entry.key, kind: candidate.kind, related: entry.related)
            } else if candidate.kind == .person, nameWords(candidate).count > 1 {
                owner[index] = person(candidate)
            } else if candidate.kind == .organisation || candidate.kind == .place, nameWords(candidate).count > 1 {
                owner[index] = thing(candidate)
            }
        }
        for (index, candidate) in candidates.enumerated() where owner[index] < 0 && nameWords(candidate).count > 1 {
            owner[index] = unknown(candidate)
        }
        addAcronyms(candidates, &owner)
        for (index, candidate) in candidates.enumerated() where owner[index] < 0 {
            owner[index] = single(candidate, at: index, owner)
        }
        for (index, candidate) in candidates.enumerated() { note(candidate, in: owner[index]) }
        promoteSpeakers(candidates, owner)
        addPronouns(candidates, owner)
        return build(candidates, owner)
    }

    // MARK: Keys

    /// The words of a name that carry it: without initials' dots, suffixes and particles in front of the last word.
    private func nameWords(_ candidate: NameCandidate) -> [Int] {
        candidate.tokens.filter { context.tokens[$0].kind == .word && !context.flags[$0].contains(.suffix) }
    }

    private mutating func key(_ token: Int) -> UInt64 {
        let word = Int(context.words.ids[token])
        if keyOfWord[word] == 0 { keyOfWord[word] = NameKey.word(context.text[context.tokens[token].range]) }
        return keyOfWord[word]
    }

    // MARK: People

    private mutating func person(_ candidate: NameCandidate) -> Int {
        let words = nameWords(candidate)
        guard let firstWord = words.first, let lastWord = words.last else { return single(candidate, at: 0, []) }
        let last = key(lastWord)
        let first = NameKey.firstName(context.text[context.tokens[firstWord].range])
        let initial = context.text.bytes[Int(context.tokens[firstWord].start)]
        let isInitial = context.isInitial(firstWord)
        for index in (bySurname[last] ?? []).suffix(Self.mostBearers) {
            if records[index].first == first {
                records[index].genders[candidate.gender, default: 0] += 1
                return index
            }
            if isInitial || records[index].first == nil, records[index].initial == nil || records[index].initial == initial {
                if !isInitial {
                    records[index].first = first
                    records[index].initial = initial
                }
                return index
            }
        }
        var record = Record(kind: .person)
        record.first = isInitial ? nil : first
        record.initial = initial
        record.last = last
        record.genders[candidate.gender] = 1
        records.append(record)
        let index = records.count - 1
        bySurname[last, default: []].append(index)
        if !isInitial { byFirstName[key(firstWord), default: []].append(index) }
        return index
    }

    private mutating func unknown(_ candidate: NameCandidate) -> Int {
        let words = nameWords(candidate)
        guard let lastWord = words.last else { return thing(candidate) }
        let last = key(lastWord)
        if words.count <= 4, bySurname[last] != nil, !candidate.tokens.contains(where: { context.flags[$0].contains(.connector) })
        {
            return person(candidate)
        }
        // Its last word by itself later, as people's surnames come.
        if words.count <= 3 {
            let isRepeated = (lastAlone[context.tokens[lastWord].hash] ?? -1) > candidate.tokens.lowerBound
            if isRepeated { return person(candidate) }
        }
        return thing(candidate)
    }

    // MARK: Everything else

    private mutating func record(forKey key: UInt64, kind: NameMention.Kind, related: UInt64? = nil) -> Int {
        if let index = byKey[key] { return index }
        var record = Record(kind: kind)
        record.keys = [key] + (related.map { [$0] } ?? [])
        records.append(record)
        byKey[key] = records.count - 1
        return records.count - 1
    }

    private mutating func thing(_ candidate: NameCandidate) -> Int {
        var hash = Hash64()
        for token in candidate.tokens where context.tokens[token].kind == .word && !context.flags[token].contains(.function) {
            let key = key(token)
            for shift in stride(from: UInt64(0), to: 64, by: 8) { hash.combine(UInt8(truncatingIfNeeded: key >> shift)) }
        }
        let index = record(forKey: hash.value, kind: candidate.kind)
        if records[index].kind == .unknown { records[index].kind = candidate.kind }
        if let initials = initials(candidate), byInitials[initials] == nil { byInitials[initials] = index }
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

    private mutating func single(_ candidate: NameCandidate, at position: Int, _ owner: [Int]) -> Int {
        guard let token = nameWords(candidate).last else {
            return record(forKey: context.tokens[candidate.tokens.lowerBound].hash, kind: candidate.kind)
        }
        let key = key(token)
        if let bearers = bySurname[key] {
            if bearers.count == 1 { return bearers[0] }
            // Of two people of one surname: who fits the title, then who was named last.
            let fitting = bearers.suffix(Self.mostBearers).filter {
                candidate.gender == .unknown || gender($0) == candidate.gender
            }
            for earlier in stride(from: min(position, owner.count) - 1, through: max(0, position - 256), by: -1)
            where fitting.contains(owner[earlier]) {
                return owner[earlier]
            }
            if let first = fitting.first ?? bearers.first { return first }
        }
        if let index = byKey[key] {
            if records[index].kind == .unknown { records[index].kind = candidate.kind }
            return index
        }
        if !candidate.isTitled, let namesakes = byFirstName[key], namesakes.count == 1 { return namesakes[0] }
        if candidate.kind == .person {
            var record = Record(kind: .person)
            record.last = key
            records.append(record)
            bySurname[key] = [records.count - 1]
            return records.count - 1
        }
        return record(forKey: key, kind: candidate.kind)
    }

    // MARK: What mentions say

    private func gender(_ index: Int) -> Entity.Gender {
        let genders = records[index].genders
        let feminine = genders[.feminine] ?? 0
        let masculine = genders[.masculine] ?? 0
        return feminine > masculine ? .feminine : masculine > feminine ? .masculine : .unknown
    }

    private mutating func note(_ candidate: NameCandidate, in index: Int) {
        let form = context.text[context.byteRange(candidate.tokens)]
        if candidate.gender != .unknown { records[index].genders[candidate.gender, default: 0] += 3 }
        for role in candidate.roles {
            let words = role.map { CaseFolding.fold(context.text[context.tokens[$0].range]) }
            var text = ""
            for (offset, token) in role.enumerated() {
                if offset > 0, context.tokens[token].followsSpace { text += " " }
                text += words[offset]
            }
            if records[index].roles.count < Self.mostBearers, !records[index].roles.contains(text) {
                records[index].roles.append(text)
            }
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
        if form.utf8.count > records[index].longest.utf8.count { records[index].longest = form }
    }

    /// A lone name that says something and that nothing else is known of is most likely a person's.
    private mutating func promoteSpeakers(_ candidates: [NameCandidate], _ owner: [Int]) {
        for (index, candidate) in candidates.enumerated()
        where records[owner[index]].kind == .unknown && candidate.tokens.count == 1 {
            let token = candidate.tokens.lowerBound
            let next = token + 1
            guard next < context.tokens.count, context.flags[next].contains(.saying),
                !context.tokens[token].shape.contains(.allCaps),
                records[owner[index]].last == nil
            else { continue }
            records[owner[index]].kind = .person
            records[owner[index]].last = key(token)
        }
    }

    /// The first pronoun behind a person's mention, when no other person stands between.
    private mutating func addPronouns(_ candidates: [NameCandidate], _ owner: [Int]) {
        for (index, candidate) in candidates.enumerated() where records[owner[index]].kind == .person {
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
        if let last = record.last {
            keys.append(last)
            keys.append(NameKey.name(name.split(separator: " ")))
        }
        return Entity(
            name: name,
            kind: record.kind,
            gender: gender,
            roles: record.roles,
            aliases: record.forms.filter { $0 != name },
            keys: keys
        )
    }
}
