internal import Language
internal import TextCore

/// Resolves sources to speakers: a surname, role or pronoun to the fullest name that the article gives.
///
/// - Complexity: O(*n*) in tokens and sources: each search looks back over a bounded number of names.
struct SpeakerResolver {
    /// How many names before a pronoun or role are weighed.
    static let memory = 24

    let reading: SpeechReading
    private let names: [NameMention]
    private let entities: [Entity]
    /// Entities by each word of their roles.
    private let entitiesByRoleWord: [UInt64: [Int]]
    /// For each name, whether it stands outside all quotations.
    private var speakerOf: [Range<Int>: Speaker] = [:]
    /// The latest speaker that is a person, and where.
    private var latest: (entity: Int, token: Int)?
    private var latestGroup: (speaker: Speaker, token: Int)?

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
    }

    /// The speakers of drafts, by index; nil where a draft has no source.
    mutating func speakers(of drafts: [Draft]) -> [Speaker?] {
        let order = drafts.indices.sorted {
            (drafts[$0].source?.mention.lowerBound ?? .max, $0) < (drafts[$1].source?.mention.lowerBound ?? .max, $1)
        }
        var speakers = [Speaker?](repeating: nil, count: drafts.count)
        for index in order {
            guard let source = drafts[index].source else { continue }
            speakers[index] = speaker(of: source)
        }
        return speakers
    }

    private mutating func speaker(of source: Attribution.Source) -> Speaker {
        if let known = speakerOf[source.mention] { return known }
        let speaker = resolve(source)
        speakerOf[source.mention] = speaker
        if let entity = speaker.entity, speaker.kind == .person {
            latest = (entity, source.mention.lowerBound)
        } else if speaker.kind != .unknown {
            latestGroup = (speaker, source.mention.lowerBound)
        }
        return speaker
    }

    // MARK: Kinds of mention

    private func resolve(_ source: Attribution.Source) -> Speaker {
        let head = source.head
        if head.count == 1, reading.has(head.lowerBound, [.subject, .masculine, .feminine]), names(in: head).isEmpty {
            return pronoun(head.lowerBound)
        }
        if let named = named(source) { return named }
        if let role = role(head) { return role }
        return plain(head)
    }

    private func speaker(_ entity: Int) -> Speaker {
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
    private func names(in range: Range<Int>) -> Range<Int> {
        let start = firstName(from: range.lowerBound)
        var end = start
        while end < names.count, names[end].tokens.upperBound <= range.upperBound { end += 1 }
        return start..<end
    }

    /// The first name that starts at or after a token. O(log *n*).
    private func firstName(from token: Int) -> Int {
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether a name owns what follows it: `Clinton’s campaign`, or stands behind a preposition: `a spokesman for Clinton`.
    private func isDependent(_ name: NameMention, in range: Range<Int>) -> Bool {
        if name.isDemonym { return true }
        let next = name.tokens.upperBound
        if next < range.upperBound {
            let token = reading.tokens[next]
            if token.kind == .clitic { return true }
            // `the Clinton campaign`.
            if token.kind == .word, !token.isCapitalized, name.kind == .person,
                reading.words[next].isDisjoint(with: [.preposition, .adverb, .time, .relative, .coordinator, .verbCue])
            {
                return true
            }
        }
        return (range.lowerBound..<name.tokens.lowerBound).contains { reading.has($0, .preposition) }
    }

    /// A source that holds a name of its own.
    private func named(_ source: Attribution.Source) -> Speaker? {
        let head = source.head
        let inHead = names(in: head)
        if let person = inHead.last(where: { names[$0].kind == .person && !isDependent(names[$0], in: head) }) {
            return speaker(names[person].entity)
        }
        let isRole =
            head.contains { reading.has($0, [.role, .collective]) && !reading.tokens[$0].isCapitalized }
            || reading.has(head.lowerBound, [.determiner, .possessive])
        if source.mention.upperBound > head.upperBound, isRole || inHead.isEmpty {
            // `the harbour minister, Ilse Varnach,`
            let apposition = head.upperBound..<source.mention.upperBound
            let start = (apposition.lowerBound..<apposition.upperBound).first { reading.tokens[$0].isWord }
            for index in names(in: apposition) where names[index].kind == .person {
                if let start, names[index].tokens.lowerBound - start <= 4,
                    !isDependent(names[index], in: start..<apposition.upperBound)
                {
                    return speaker(names[index].entity)
                }
            }
        }
        guard let last = inHead.last(where: { !isDependent(names[$0], in: head) }) else { return nil }
        let name = names[last]
        // `the Justice Department official`: the noun behind the name is the head.
        let behind = name.tokens.upperBound..<head.upperBound
        if behind.contains(where: { reading.tokens[$0].kind == .word && !reading.has($0, [.preposition, .adverb, .time]) }) {
            return nil
        }
        return spokesperson(of: name) ?? speaker(name.entity)
    }

    /// `the Kremlin insisted`, before its spokesman is named: the one person in the article who speaks for it.
    private func spokesperson(of name: NameMention) -> Speaker? {
        guard let word = name.tokens.last, let bearers = entitiesByRoleWord[RoleWords.canonical(reading.tokens[word].hash)] else {
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

    /// `Blumenthal's campaign`, `his campaign`: the owner by full name.
    private func owned(_ head: Range<Int>) -> String? {
        var owner: Int?
        var rest = head.lowerBound + 1
        if reading.has(head.lowerBound, .possessive),
            reading.has(head.lowerBound, [.masculine, .feminine]) || isHisOrHer(head.lowerBound)
        {
            let isHer = reading.tokens[head.lowerBound].hash == Self.her
            owner = salient(before: head.lowerBound, isHer ? .feminine : .masculine)
        } else if let first = names(in: head).first, names[first].tokens.upperBound < head.upperBound,
            reading.tokens[names[first].tokens.upperBound].kind == .clitic, names[first].kind == .person
        {
            owner = names[first].entity
            rest = names[first].tokens.upperBound + 1
        }
        guard let owner, rest < head.upperBound else { return nil }
        return entities[owner].name + "’s " + reading.text.text[reading.bytes(rest..<head.upperBound)]
    }

    private static let her = Hash64.folded("her")
    private static let his = Hash64.folded("his")

    private func isHisOrHer(_ index: Int) -> Bool {
        reading.tokens[index].hash == Self.her || reading.tokens[index].hash == Self.his
    }

    private func plain(_ head: Range<Int>) -> Speaker {
        if reading.text.language == "en", let name = owned(head) { return Speaker(name: name, kind: .role) }
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
        let name = reading.text.text[reading.bytes(head)]
        let kind: Speaker.Kind =
            if head.contains(where: { reading.has($0, .document) }) {
                .document
            } else if head.contains(where: { reading.has($0, .collective) }) {
                .collective
            } else if head.contains(where: { reading.has($0, .role) }) {
                .role
            } else {
                .unknown
            }
        return Speaker(name: name, kind: kind)
    }

    private static let articles = Set(
        ["the", "le", "la", "les", "l'", "der", "die", "das", "el", "los", "las", "il"].map { Hash64.folded($0) }
    )

    private func isArticle(_ index: Int) -> Bool { Self.articles.contains(reading.tokens[index].hash) }

    // MARK: Pronouns

    private func pronoun(_ index: Int) -> Speaker {
        let text = reading.text.text[reading.tokens[index].range]
        if reading.has(index, .relative) { return antecedent(of: index) ?? Speaker(name: text, kind: .unknown) }
        let isFeminine = reading.has(index, .feminine)
        let isMasculine = reading.has(index, .masculine)
        if isFeminine || isMasculine {
            if let entity = salient(before: index, isFeminine ? .feminine : .masculine) { return speaker(entity) }
        } else if reading.has(index, .plural), let group = latestGroup {
            return group.speaker
        } else if let group = organisation(before: index) {
            return group
        }
        return Speaker(name: text, kind: .unknown)
    }

    private func antecedent(of index: Int) -> Speaker? {
        let start = firstName(from: index) - 1
        if start >= 0, index - names[start].tokens.upperBound <= 2, !names[start].isDemonym {
            // `Sen. Amy Klobuchar of Minnesota, who`
            let person = (max(0, start - 2)...start).last {
                names[$0].kind == .person && index - names[$0].tokens.upperBound <= 6
            }
            return speaker(names[person ?? start].entity)
        }
        let finder = SourceFinder(reading: reading)
        var end = index
        while end > 0, reading.isOutside(end - 1), reading.isComma(end - 1) { end -= 1 }
        guard let source = finder.source(before: end, from: max(0, end - 8)), source.reference == .noun else { return nil }
        return named(source) ?? role(source.head) ?? plain(source.head)
    }

    private func organisation(before index: Int) -> Speaker? {
        var at = firstName(from: index) - 1
        let stop = max(0, at - Self.memory)
        while at >= stop {
            if names[at].kind == .organisation, reading.isOutside(names[at].tokens.lowerBound) {
                return speaker(names[at].entity)
            }
            at -= 1
        }
        return latestGroup?.speaker
    }

    /// The person whom a pronoun or role at a token most likely means: recent, a subject, a speaker, of fitting gender, and
    /// named outside quotations.
    private func salient(before index: Int, _ gender: Entity.Gender, among allowed: [Int]? = nil) -> Int? {
        let sentence = reading.text.sentence(ofToken: index) ?? 0
        var best: (entity: Int, score: Double)?
        var at = firstName(from: index) - 1
        let stop = max(0, at - Self.memory)
        var seen: Set<Int> = []
        while at >= stop, at >= 0 {
            defer { at -= 1 }
            let name = names[at]
            guard name.kind == .person || name.kind == .unknown && !name.isDemonym, reading.isOutside(name.tokens.lowerBound)
            else { continue }
            if let allowed, !allowed.contains(name.entity) { continue }
            let own = entities[name.entity].gender
            if own != .unknown, gender != .unknown, own != gender { continue }
            let its = reading.text.sentence(ofToken: name.tokens.lowerBound) ?? 0
            var score = -Double(sentence - its)
            if name.kind == .unknown { score -= 2 }
            if own == gender, gender != .unknown { score += 0.7 }
            if isSubject(name, in: its) { score += 1.4 }
            if name.tokens.lowerBound > 0, reading.has(name.tokens.lowerBound - 1, .preposition) { score -= 0.6 }
            if let latest, latest.entity == name.entity { score += sentence - its <= 6 ? 1.6 : 0.5 }
            if seen.insert(name.entity).inserted == false { score += 0.1 }
            let isPossessive =
                name.tokens.upperBound < reading.tokens.count && reading.tokens[name.tokens.upperBound].kind == .clitic
            if isPossessive { score -= 0.6 }
            if best.map({ score > $0.score }) ?? true { best = (name.entity, score) }
        }
        if best == nil, allowed == nil, let latest, gender == .unknown || fits(latest.entity, gender) { return latest.entity }
        return best?.entity
    }

    private func fits(_ entity: Int, _ gender: Entity.Gender) -> Bool {
        let own = entities[entity].gender
        return own == .unknown || own == gender
    }

    /// Whether a name stands where subjects stand: no preposition before it, first of its sentence outside quotations.
    private func isSubject(_ name: NameMention, in sentence: Int) -> Bool {
        let start = reading.text.sentences.indices.contains(sentence) ? reading.text.sentences[sentence].tokens.lowerBound : 0
        var index = name.tokens.lowerBound - 1
        while index >= start, reading.isOutside(index),
            reading.tokens[index].isCapitalized || reading.has(index, [.determiner, .role])
        {
            if reading.has(index, .preposition) { return false }
            index -= 1
        }
        guard index >= start else { return true }
        if !reading.isOutside(index) { return true }
        if reading.has(index, [.preposition, .verbCue, .possessive]) || reading.tokens[index].kind == .clitic {
            return reading.has(index, .speech)
        }
        return reading.isComma(index) || reading.has(index, [.subordinator, .coordinator, .adverb])
    }

    // MARK: Roles

    /// `the Kremlin press secretary`, `the mayor`, `the company`.
    private func role(_ head: Range<Int>) -> Speaker? {
        guard
            reading.has(head.lowerBound, .determiner) && isDefinite(head.lowerBound)
                || !reading.has(head.lowerBound, [.determiner, .possessive])
        else { return nil }
        let words = RoleWords.words(of: head, reading)
        guard let noun = words.last else { return nil }
        // `the 43-year-old`
        if isDefinite(head.lowerBound), head.count >= 6, reading.tokens[head.lowerBound + 1].kind == .number,
            reading.tokens[head.upperBound - 1].hash == Self.old, let entity = salient(before: head.lowerBound, .unknown)
        {
            return speaker(entity)
        }
        // `“…,” the statement said`: of whoever spoke just before.
        if isDefinite(head.lowerBound), head.count <= 3, Self.statements.contains(reading.tokens[head.upperBound - 1].hash),
            let latest,
            head.lowerBound - latest.token < 250
        {
            return speaker(latest.entity)
        }
        let isCollective = head.contains { reading.has($0, .collective) }
        if !isCollective, let bearers = entitiesByRoleWord[noun] {
            var best: (entities: [Int], score: Int) = ([], 0)
            for entity in bearers.prefix(32) {
                let roleWords = Set(entities[entity].roles.prefix(8).flatMap(RoleWords.words(of:)))
                let score = words.count { roleWords.contains($0) }
                if score > best.score { best = ([entity], score) } else if score == best.score { best.entities.append(entity) }
            }
            if best.entities.count == 1 { return speaker(best.entities[0]) }
            if let entity = salient(before: head.lowerBound, gender(head), among: best.entities) { return speaker(entity) }
            if let first = best.entities.first { return speaker(first) }
        }
        guard reading.has(head.lowerBound, .determiner), isDefinite(head.lowerBound), !isCollective,
            let nounToken = RoleWords.noun(of: head, reading), reading.has(nounToken, .role), !reading.has(nounToken, .document)
        else { return nil }
        if RoleWords.isGroup(reading.tokens[nounToken].hash) {
            let isAnaphor = words.count == 1 || words.count == 2 && RoleWords.isCompany(reading.tokens[nounToken].hash)
            guard isAnaphor, let group = organisation(before: head.lowerBound), group.entity != nil else { return nil }
            return group
        }
        guard words.count == 1 || words.count == 2 && reading.tokens[head.lowerBound + 1].isCapitalized,
            let entity = salient(before: head.lowerBound, gender(head))
        else { return nil }
        return speaker(entity)
    }

    private static let old = Hash64.folded("old")
    private static let statements = Set(
        ["statement", "release", "email", "e-mail", "post", "tweet", "message"].map { Hash64.folded($0) }
    )

    private static let definite = Set(
        ["the", "this", "le", "la", "les", "l'", "der", "die", "das", "dem", "el", "il"].map { Hash64.folded($0) }
    )

    private func isDefinite(_ index: Int) -> Bool { Self.definite.contains(reading.tokens[index].hash) }

    private func gender(_ head: Range<Int>) -> Entity.Gender {
        if head.contains(where: { reading.has($0, .feminineNoun) }) { return .feminine }
        return head.contains(where: { reading.has($0, .masculineNoun) }) ? .masculine : .unknown
    }
}
