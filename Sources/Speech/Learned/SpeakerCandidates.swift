internal import Language
internal import TextCore

/// Who may have spoken each quotation whose source does not name its speaker, with what is measured of everyone.
///
/// - Complexity: O(*n*) in drafts: each looks at no more than ``SpeakerResolver/memory`` names.
struct SpeakerCandidates {
    /// How many are weighed.
    static let most = 10

    let reading: SpeechReading
    let resolver: SpeakerResolver
    let drafts: [Draft]
    /// What the rules say.
    let speakers: [Speaker?]
    /// Drafts that are speech, in order of their places, and for each draft its place among them.
    private let order: [Int]
    private let rank: [Int]
    /// How often each entity is named outside quotations, and at which name first.
    private let counts: [Int]
    private let firsts: [Int]
    private let mostNamed: Int?

    init(reading: SpeechReading, resolver: SpeakerResolver, drafts: [Draft], speakers: [Speaker?]) {
        self.reading = reading
        self.resolver = resolver
        self.drafts = drafts
        self.speakers = speakers
        let order = drafts.indices.filter { drafts[$0].isSpeech && !drafts[$0].contents.isEmpty }.sorted {
            (drafts[$0].contents[0].lowerBound, $0) < (drafts[$1].contents[0].lowerBound, $1)
        }
        self.order = order
        var rank = [Int](repeating: 0, count: drafts.count)
        for (place, index) in order.enumerated() { rank[index] = place }
        self.rank = rank
        var counts = [Int](repeating: 0, count: resolver.entities.count)
        var firsts = [Int](repeating: -1, count: resolver.entities.count)
        for (index, name) in resolver.names.enumerated() where !Self.isHeadline(name, reading) {
            counts[name.entity] += 1
            if firsts[name.entity] < 0 { firsts[name.entity] = index }
        }
        self.counts = counts
        self.firsts = firsts
        let people = counts.indices.filter { resolver.entities[$0].kind == .person && counts[$0] > 1 }
        mostNamed = people.max { (counts[$0], $1) < (counts[$1], $0) }
    }

    /// One of those who may have spoken.
    struct Candidate {
        let speaker: Speaker
        /// The name by which he is nearest; nil where he has none.
        let name: Int?
        let features: [Bool]
    }

    /// The choice that a draft leaves.
    struct Choice {
        let situation: SpeakerSituation
        let candidates: [Candidate]
        let ruled: Int
    }

    /// How a draft's source is given; nil where it names its speaker, or where it is none of one person's.
    func situation(of draft: Draft) -> SpeakerSituation? {
        guard draft.isSpeech, draft.enclosing == nil else { return nil }
        // Who asks in an interview, its labels say.
        if draft.span.map({ reading.spans[$0].family == .label }) ?? false { return nil }
        guard let source = draft.source else { return .free }
        if source.head.count == 1, reading.has(source.head.lowerBound, .subject), resolver.names(in: source.head).isEmpty {
            return reading.has(source.head.lowerBound, [.relative, .firstPerson]) ? nil : .pronoun
        }
        if draft.cue == nil || draft.isJudged { return .free }
        guard resolver.names(in: source.mention).isEmpty else { return nil }
        return resolver.isDefinite(source.head.lowerBound) ? .description : nil
    }

    /// Who may have spoken a draft; nil where its source names its speaker or nobody else is there.
    func choice(of index: Int) -> Choice? {
        guard let situation = situation(of: drafts[index]), let start = drafts[index].contents.first?.lowerBound else {
            return nil
        }
        let anchor = situation == .free ? start : drafts[index].source?.mention.lowerBound ?? start
        let nearest = self.nearestNames(from: anchor, of: drafts[index], situation)
        var found = nearest.map { (speaker: resolver.speaker(resolver.names[$0].entity), name: Optional($0)) }
        let ruled: Int
        if let speaker = speakers[index] {
            if let known = found.firstIndex(where: { isSame($0.speaker, speaker) }) {
                ruled = known
            } else {
                ruled = found.count
                found.append((speaker, nil))
            }
        } else {
            guard !found.isEmpty else { return nil }
            ruled = found.count
        }
        for speaker in spokenBefore(index).compactMap({ $0 }) where !found.contains(where: { isSame($0.speaker, speaker) }) {
            if speaker.kind != .document { found.append((speaker, nil)) }
        }
        let isNobody = speakers[index] == nil
        guard found.count > (isNobody ? 0 : 1) else { return nil }
        var candidates = found.enumerated().map { place, candidate in
            Candidate(
                speaker: candidate.speaker,
                name: candidate.name,
                features: features(of: candidate, place, nearest, index, anchor, situation)
            )
        }
        // Nobody is what the rules said.
        if isNobody {
            var features = Array(repeating: false, count: SpeakerFeature.allCases.count)
            features[SpeakerFeature.isRuled.rawValue] = true
            features[SpeakerFeature.isNoEntity.rawValue] = true
            candidates.insert(
                Candidate(speaker: Speaker(name: "", kind: .unknown), name: nil, features: features),
                at: min(ruled, candidates.count)
            )
        }
        return Choice(situation: situation, candidates: candidates, ruled: min(ruled, candidates.count - 1))
    }

    private func isSame(_ one: Speaker, _ other: Speaker) -> Bool {
        one.entity != nil ? one.entity == other.entity : one.name == other.name
    }

    /// The speakers of the two quotations before, the latest first.
    private func spokenBefore(_ index: Int) -> [Speaker?] {
        let place = rank[index]
        return [place - 1, place - 2].map { order.indices.contains($0) && $0 < place ? speakers[order[$0]] : nil }
    }

    private static func isHeadline(_ name: NameMention, _ reading: SpeechReading) -> Bool {
        guard let sentence = reading.text.sentence(ofToken: name.tokens.lowerBound) else { return false }
        return reading.text.sections[reading.text.sentences[sentence].section].role != .body
    }

    /// The name of each entity that is nearest before a token, the nearest first; then, where nobody is given, those behind in
    /// the sentence.
    private func nearestNames(from anchor: Int, of draft: Draft, _ situation: SpeakerSituation) -> [Int] {
        var found: [Int] = []
        var seen: Set<Int> = []
        var at = resolver.firstName(from: anchor) - 1
        let stop = max(0, at - SpeakerResolver.memory)
        while at >= stop, found.count < Self.most {
            let name = resolver.names[at]
            let isOwn = draft.contents.contains { $0.contains(name.tokens.lowerBound) }
            if !isOwn, maySpeak(name), seen.insert(name.entity).inserted { found.append(at) }
            at -= 1
        }
        guard situation == .free, let sentence = reading.text.sentence(ofToken: anchor) else { return found }
        at = resolver.firstName(from: anchor)
        while at < resolver.names.count, resolver.names[at].tokens.lowerBound < reading.text.sentences[sentence].tokens.upperBound
        {
            let name = resolver.names[at]
            let isOwn = draft.contents.contains { $0.contains(name.tokens.lowerBound) }
            if !isOwn, maySpeak(name), found.count < Self.most + 3, seen.insert(name.entity).inserted { found.append(at) }
            at += 1
        }
        return found
    }

    private func maySpeak(_ name: NameMention) -> Bool {
        guard !name.isDemonym, name.kind != .work else { return false }
        return name.kind != .unknown || name.tokens.count > 1 || resolver.entities[name.entity].kind == .person
    }

    // MARK: What is measured

    private func features(
        of candidate: (speaker: Speaker, name: Int?),
        _ place: Int,
        _ nearest: [Int],
        _ index: Int,
        _ anchor: Int,
        _ situation: SpeakerSituation
    ) -> [Bool] {
        var values = Array(repeating: false, count: SpeakerFeature.allCases.count)
        func set(_ feature: SpeakerFeature, _ value: Bool) { if value { values[feature.rawValue] = true } }
        let draft = drafts[index]
        let isRuled = speakers[index].map { isSame($0, candidate.speaker) } ?? false
        set(.isRuled, isRuled)
        set(.isRuledByPhrase, isRuled && draft.cue != nil)
        kind(candidate.speaker, draft, situation, set)
        let before = spokenBefore(index)
        let spoke = before[0].map { isSame($0, candidate.speaker) } ?? false
        set(.spokeLast, spoke)
        set(.spokeLastInParagraph, spoke && drafts[order[rank[index] - 1]].section == draft.section)
        set(.spokeBeforeLast, before[1].map { isSame($0, candidate.speaker) } ?? false)
        let hasSpoken = order[..<rank[index]].suffix(12).contains { speakers[$0].map { isSame($0, candidate.speaker) } ?? false }
        set(.hasSpoken, hasSpoken)
        set(.neverSpoke, !hasSpoken)
        guard let sentence = reading.text.sentence(ofToken: anchor) else { return values }
        let range = reading.text.sentences[sentence].tokens
        set(
            .speaksInSentence,
            order[max(0, rank[index] - 2)..<min(order.count, rank[index] + 3)].contains { other in
                guard other != index, let cue = drafts[other].cue, range.contains(cue.lowerBound), let speaker = speakers[other]
                else { return false }
                return isSame(speaker, candidate.speaker)
            }
        )
        guard let nameIndex = candidate.name else { return values }
        let name = resolver.names[nameIndex]
        let isBehind = name.tokens.lowerBound >= anchor
        set(.onlyBehind, isBehind)
        set(.behindInSentence, isBehind && range.contains(name.tokens.lowerBound))
        let people = nearest.filter { resolver.names[$0].tokens.lowerBound < anchor }
        if !isBehind, let near = people.firstIndex(of: nameIndex) {
            set(.nearest, near == 0)
            set(.secondNearest, near == 1)
            set(.furtherNamed, near > 1)
        }
        distance(name, sentence, set)
        let its = reading.text.sentence(ofToken: name.tokens.lowerBound) ?? sentence
        let isSubject = resolver.isSubject(name, in: its)
        set(.isSubject, isSubject)
        set(.isSubjectInSentence, isSubject && its == sentence && !isBehind)
        set(.isSubjectOfSentenceBefore, isSubject && its == sentence - 1)
        form(name, nameIndex, its, set)
        let entity = name.entity
        set(.namedOnce, counts[entity] <= 1)
        set(.namedOften, counts[entity] > 3)
        set(.isMostNamed, mostNamed == entity)
        let content = draft.contents[0].lowerBound..<(draft.contents.last?.upperBound ?? draft.contents[0].upperBound)
        set(.isNamedInContent, resolver.names(in: content).prefix(32).contains { resolver.names[$0].entity == entity })
        set(.isInMention, draft.source.map { $0.mention.contains(name.tokens.lowerBound) } ?? false)
        if let cue = draft.cue {
            set(.isAddressed, name.tokens.lowerBound >= cue.upperBound && name.tokens.lowerBound - cue.upperBound < 3)
        }
        return values
    }

    private func kind(_ speaker: Speaker, _ draft: Draft, _ situation: SpeakerSituation, _ set: (SpeakerFeature, Bool) -> Void) {
        guard let entity = speaker.entity else { return set(.isNoEntity, true) }
        let its = resolver.entities[entity]
        set(.isPerson, its.kind == .person)
        set(.isOrganisation, its.kind == .organisation)
        set(.isPlace, its.kind == .place)
        set(.isUnknown, its.kind == .unknown)
        set(.hasRole, !its.roles.isEmpty)
        guard situation != .free, let head = draft.source?.head else { return }
        var gender = Entity.Gender.unknown
        var wantsPerson: Bool?
        if situation == .pronoun {
            let isFeminine = reading.has(head.lowerBound, .feminine)
            let isMasculine = reading.has(head.lowerBound, .masculine)
            if isFeminine || isMasculine { gender = isFeminine ? .feminine : .masculine }
            wantsPerson = isFeminine || isMasculine
        } else {
            gender = resolver.gender(head)
            if let noun = RoleWords.noun(of: head, reading), reading.has(noun, .role) {
                wantsPerson = !RoleWords.isGroup(reading.tokens[noun].hash)
            }
        }
        if gender != .unknown {
            set(.genderFits, its.gender == gender)
            let clashes = its.gender != .unknown && its.gender != gender
            set(.genderUnknown, its.gender == .unknown || clashes && its.isGenderGuessed)
            set(.genderClashes, clashes && !its.isGenderGuessed)
        }
        if let wantsPerson {
            let isGroup = its.kind == .organisation || its.kind == .place
            set(.kindFits, wantsPerson ? its.kind == .person : isGroup)
            set(.kindClashes, wantsPerson ? isGroup : its.kind == .person)
        }
    }

    private func distance(_ name: NameMention, _ sentence: Int, _ set: (SpeakerFeature, Bool) -> Void) {
        let sentences = reading.text.sentences
        guard let its = reading.text.sentence(ofToken: name.tokens.lowerBound) else { return }
        set(.inSentence, its == sentence)
        set(.inSentenceBefore, its == sentence - 1)
        set(.twoSentencesBefore, its == sentence - 2)
        set(.furtherBack, its < sentence - 2)
        set(.inParagraph, sentences[its].section == sentences[sentence].section)
        set(.inParagraphBefore, sentences[its].section == sentences[sentence].section - 1)
    }

    private func form(_ name: NameMention, _ index: Int, _ sentence: Int, _ set: (SpeakerFeature, Bool) -> Void) {
        let start = name.tokens.lowerBound
        let range = reading.text.sentences[sentence].tokens
        set(.opensSentence, resolver.firstName(from: range.lowerBound) == index)
        let section = reading.text.sectionTokens[reading.text.sentences[sentence].section]
        set(.opensParagraph, resolver.firstName(from: section.lowerBound) == index)
        set(.afterPreposition, start > 0 && reading.has(start - 1, .preposition))
        let next = name.tokens.upperBound
        set(
            .isPossessive,
            next < reading.tokens.count && (reading.tokens[next].kind == .clitic || resolver.isPossessiveMark(next))
        )
        set(.inQuotation, !reading.isOutside(start))
        set(.inHeadline, Self.isHeadline(name, reading))
        set(.isFirstMention, firsts[name.entity] == index)
    }
}
