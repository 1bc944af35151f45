internal import Language
internal import TextCore

/// Groups: organisations by a part of their name, several people that “they” takes up, and what a letter or statement is of.
extension SpeakerResolver {
    // MARK: Several people

    /// How many sentences back “they” is looked for.
    private static let groupMemory = 2
    /// How many tokens the noun of a sentence's subject may stand behind the sentence's start.
    private static let longestSubject = 6

    /// Whom “they” stands for: those who spoke last as a group, or the several people that a sentence just before was about.
    func group(before index: Int) -> Speaker? {
        let named = people(before: index)
        // `Some senators are calling for it, but they cite …`: those whom the sentence itself is about.
        if let named, let latestGroup, latestGroup.token < named.token, let sentence = reading.text.sentence(ofToken: index),
            (0...Self.longestSubject).contains(named.token - reading.text.sentences[sentence].tokens.lowerBound)
        {
            return named.speaker
        }
        // `Ada Lund and Ned Tolley own the pier. They said`, whoever else spoke since, unless it was a group of people.
        if let joint = joint(before: index), joint.token > groupToken(.collective), !isPast(joint.token, by: named?.token) {
            return joint.speaker
        }
        if let latestGroup, latestGroup.speaker.kind == .collective || named.map({ $0.token <= latestGroup.token }) ?? true,
            latestGroup.speaker.kind != .document, !isOutlet(latestGroup.speaker.name)
        {
            return latestGroup.speaker
        }
        if let named { return named.speaker }
        guard let other = organisation(before: index), other.kind != .document, !isOutlet(other.name) else { return nil }
        return other
    }

    private func groupToken(_ kind: Speaker.Kind) -> Int {
        guard let latestGroup, latestGroup.speaker.kind == kind else { return -1 }
        return latestGroup.token
    }

    /// Whether a sentence after that of one token holds another.
    private func isPast(_ token: Int, by other: Int?) -> Bool {
        guard let other, let its = reading.text.sentence(ofToken: token), let later = reading.text.sentence(ofToken: other) else {
            return false
        }
        return later > its
    }

    /// An outlet or agency tells what others say: “they” are seldom it.
    func isOutlet(_ name: String) -> Bool {
        guard let lexicon = ProvenanceLexicon.of(reading.text.language) else { return false }
        return name.split(separator: " ").contains { lexicon.outlet.contains(Hash64.folded($0)) }
    }

    // MARK: People who are named together

    /// How many sentences back people who were named together are looked for.
    private static let jointMemory = 4

    /// The last people before a token who are named one by one as the subject of a sentence, and how many they are.
    func joint(before index: Int, count wanted: Int? = nil) -> (speaker: Speaker, token: Int)? {
        guard let sentence = reading.text.sentence(ofToken: index) else { return nil }
        let start = reading.text.sentences[max(0, sentence - Self.jointMemory)].tokens.lowerBound
        var last = firstName(from: index) - 1
        let stop = max(0, last - Self.memory)
        while last > stop, names[last].tokens.lowerBound >= start {
            var first = last
            while first > stop, last - first < Self.mostNamed, isJoined(first - 1, first) { first -= 1 }
            defer { last = first - 1 }
            guard first < last, names[last].tokens.upperBound <= index, canBeMeant(names[first]), canBeMeant(names[last]),
                wanted == nil || wanted == last - first + 1,
                let its = reading.text.sentence(ofToken: names[first].tokens.lowerBound), isSubject(names[first], in: its),
                let speaker = several(names[first].tokens.lowerBound..<names[last].tokens.upperBound)
            else { continue }
            return (speaker, names[first].tokens.lowerBound)
        }
        return nil
    }

    /// Whether nothing but a comma, “and” and titles stand between two names that follow each other.
    private func isJoined(_ first: Int, _ second: Int) -> Bool {
        let between = names[first].tokens.upperBound..<max(names[first].tokens.upperBound, names[second].tokens.lowerBound)
        return between.count <= 6 && between.contains { reading.isComma($0) || reading.has($0, .coordinator) }
            && between.allSatisfy { isTitlePart($0) || reading.isComma($0) || reading.has($0, .coordinator) }
            && !between.contains { reading.endsSentence[$0] }
    }

    /// `the three said`, « les deux », „die beiden“: the last people of that number who were named together.
    func counted(_ head: Range<Int>) -> Speaker? {
        guard head.count <= 2, let last = head.last, let count = Self.counts[reading.tokens[last].hash],
            head.count == 1 || reading.has(head.lowerBound, .determiner)
        else { return nil }
        return joint(before: head.lowerBound, count: count)?.speaker
    }

    private static let counts: [UInt64: Int] = {
        var counts: [UInt64: Int] = [:]
        for row in LexiconFile(PackageResources.nouns_txt)["count"] {
            guard let count = row.first.flatMap({ Int($0) }) else { continue }
            for word in row.dropFirst() { counts[Hash64.folded(word)] = count }
        }
        return counts
    }()

    /// The last phrase for several people before a token, outside quotations: “five Ohio senators urged …”.
    private func people(before index: Int) -> (speaker: Speaker, token: Int)? {
        guard let sentence = reading.text.sentence(ofToken: index) else { return nil }
        let first = max(0, sentence - Self.groupMemory)
        let start = reading.text.sentences[first].tokens.lowerBound
        var at = index - 1
        while at >= start {
            defer { at -= 1 }
            guard isPeople(at), at + 1 < reading.tokens.count, reading.tokens[at + 1].kind == .word,
                !reading.has(at + 1, [.preposition, .coordinator]) || reading.has(at + 1, .relative)
            else { continue }
            var low = at
            while low > start, at - low < 5, reading.tokens[low - 1].kind == .word, reading.isOutside(low - 1),
                reading.tokens[low - 1].isCapitalized || reading.has(low - 1, [.role, .collective])
            {
                low -= 1
            }
            // An object is seldom taken up: `criticized the senators. They …` is, `of the senators` is not.
            if low > start, reading.has(low - 1, .preposition) { continue }
            while low < at, reading.has(low, [.determiner, .possessive, .subordinator, .adverb]) { low += 1 }
            return (Speaker(name: reading.text.text[reading.bytes(low..<(at + 1))], kind: .collective), at)
        }
        return nil
    }

    /// Whether a token is a noun for people in the plural.
    private func isPeople(_ index: Int) -> Bool {
        guard reading.tokens[index].kind == .word, reading.isOutside(index) else { return false }
        if reading.has(index, .collective) { return true }
        guard reading.text.language == "en", reading.has(index, .role), reading.tokens[index].range.count > 4 else {
            return false
        }
        return reading.text.text.bytes[Int(reading.tokens[index].end) - 1] == UInt8(ascii: "s")
    }

    /// How many people a phrase may name one by one.
    private static let mostNamed = 6

    /// `Ada Lund and Ned Tolley said`: people who are named one by one speak together.
    func several(_ head: Range<Int>) -> Speaker? {
        // A name of two words that nothing is known of may be a person's beside one who is.
        let people = names(in: head).filter { index in
            let name = names[index]
            let mayBe = name.kind == .person || name.kind == .unknown && name.tokens.count > 1 && !name.isDemonym
            return mayBe && !isDependent(name, in: head)
        }
        return people.contains { names[$0].kind == .person } ? joined(people) : bodies(head)
    }

    /// `Apple and Google said`, `Russia and China`: firms, countries and others whose names end the phrase, so that no noun behind them
    /// (`the Apple and Google lawyers`) is who speaks.
    private func bodies(_ head: Range<Int>) -> Speaker? {
        let named = names(in: head).filter { !names[$0].isDemonym && !isDependent(names[$0], in: head) }
        guard let last = named.last, names[last].tokens.upperBound == head.upperBound else { return nil }
        return joined(named)
    }

    /// Names that stand one behind the other, with commas and a coordinator; nil for one, or where anything else stands between.
    private func joined(_ people: [Int]) -> Speaker? {
        guard (2...Self.mostNamed).contains(people.count), Set(people.map { names[$0].entity }).count == people.count else {
            return nil
        }
        var list = entities[names[people[0]].entity].name
        for (place, pair) in zip(people, people.dropFirst()).enumerated() {
            let between = names[pair.0].tokens.upperBound..<names[pair.1].tokens.lowerBound
            let name = entities[names[pair.1].entity].name
            let joint = between.first { reading.isComma($0) || reading.has($0, .coordinator) }
            // Titles and offices may stand between them: `Rep. Ada Lund and Sen. Ned Tolley`.
            guard let joint, joint == between.lowerBound,
                between.allSatisfy({ isTitlePart($0) || $0 == joint || reading.has($0, .coordinator) })
            else { return nil }
            let isLast = place + 2 == people.count
            guard let coordinator = between.first(where: { reading.has($0, .coordinator) }) else {
                if isLast { return nil }
                list += ", " + name
                continue
            }
            list += " " + reading.text.text[reading.tokens[coordinator].range] + " " + name
        }
        return Speaker(name: list, kind: .collective)
    }

    private func isTitlePart(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        return token.kind == .word && (token.isCapitalized || reading.has(index, [.role, .determiner]))
            || token.kind == .terminator
            || token.kind == .dash
    }

    // MARK: Nobody

    /// A paragraph that is one quotation, without a source: the words of the one person whom the paragraph before is about.
    func topic(before draft: Draft) -> Speaker? {
        guard draft.isSpeech, draft.kind == .direct, draft.contents.count == 1, let content = draft.contents.first,
            reading.text.sectionTokens.indices.contains(draft.section), draft.section > 0
        else { return nil }
        let section = reading.text.sectionTokens[draft.section]
        // Its marks alone stand around it.
        guard content.lowerBound - section.lowerBound <= 1, section.upperBound - content.upperBound <= 1, content.count >= 8
        else {
            return nil
        }
        let before = reading.text.sectionTokens[draft.section - 1]
        guard reading.text.sections[draft.section - 1].role == .body, let last = before.last,
            before.allSatisfy(reading.isOutside), let sentence = reading.text.sentence(ofToken: last)
        else { return nil }
        let range = reading.text.sentences[sentence].tokens.clamped(to: before)
        let subjects = names(in: range).filter { names[$0].kind == .person && isSubject(names[$0], in: sentence) }
        guard Set(subjects.map { names[$0].entity }).count == 1, let subject = subjects.first else { return nil }
        return speaker(names[subject].entity)
    }

    // MARK: Organisations

    /// `the Democratic committee` for the Democratic National Committee: all words of a description are in the name of one
    /// organisation of the article, and it ends as the name does.
    func organisation(withWords words: [UInt64]) -> Speaker? {
        guard words.count > 1, let last = words.last, let candidates = organisationsByLastWord[last] else { return nil }
        let fitting = candidates.prefix(16).filter { candidate in
            let own = Set(RoleWords.words(of: CaseFolding.fold(entities[candidate].name)))
            return own.count > words.count && words.allSatisfy(own.contains)
        }
        return fitting.count == 1 ? speaker(fitting[0]) : nil
    }

    // MARK: Documents

    /// `the Republicans' letter`, `a statement from the harbour committee`: those whose words it holds.
    func author(ofDocument head: Range<Int>) -> Speaker? {
        guard reading.text.language == "en", let noun = RoleWords.noun(of: head, reading),
            Self.utterances.contains(reading.tokens[noun].hash)
        else { return nil }
        if let mark = (head.lowerBound + 1..<max(head.lowerBound + 1, noun)).last(where: {
            reading.tokens[$0].kind == .clitic || isPossessiveMark($0)
        }) {
            return group(in: head.lowerBound..<mark)
        }
        guard noun + 2 < head.upperBound, Self.from.contains(reading.tokens[noun + 1].hash) else { return nil }
        // `An email from Cole to Price`
        let author = (noun + 2)..<head.upperBound
        let end = author.dropFirst().first {
            reading.has($0, .preposition) && !SourceFinder.inner.contains(reading.tokens[$0].hash)
        }
        return group(in: author.lowerBound..<(end ?? author.upperBound))
    }

    private func group(in phrase: Range<Int>) -> Speaker? {
        if let name = names(in: phrase).last, !isDependent(names[name], in: phrase),
            names[name].tokens.upperBound == phrase.upperBound
        {
            return speaker(names[name].entity)
        }
        let words = RoleWords.words(of: phrase, reading)
        if let organisation = organisation(withWords: words) { return organisation }
        guard phrase.contains(where: { reading.has($0, [.collective, .role]) }) || !names(in: phrase).isEmpty else { return nil }
        var head = phrase
        while head.count > 1, reading.has(head.lowerBound, .determiner) { head = (head.lowerBound + 1)..<head.upperBound }
        return Speaker(name: reading.text.text[reading.bytes(head)], kind: .collective)
    }

    private static let from = Set(["from", "by"].map { Hash64.folded($0) })
}
