internal import Language
internal import TextCore

extension SpeakerResolver {
    // MARK: Pronouns

    /// Whom a pronoun stands for; nil when the article does not say: “he” is nobody's name.
    func pronoun(_ index: Int) -> Speaker? {
        // `“He told me, ‘Go home,’” Moss said`: of those whom a speaker speaks of, the article need not have spoken.
        if !reading.isOutside(index) { return nil }
        if reading.has(index, .relative) { return antecedent(of: index) }
        if isGermanPlural(index) { return group(before: index) }
        let isFeminine = reading.has(index, .feminine)
        let isMasculine = reading.has(index, .masculine)
        if isFeminine || isMasculine {
            if let entity = salient(before: index, isFeminine ? .feminine : .masculine) { return speaker(entity) }
            return nameless(before: index)
        } else if reading.has(index, .plural) {
            return group(before: index)
        } else if let thing = reading.tokens[index].hash == Self.it ? thing(before: index) : nil {
            return thing
        } else if let group = organisation(before: index) {
            return group
        }
        return nil
    }

    private static let it = Hash64.folded("it")

    /// `The minister said it would fall. He said …`: somebody without a name who has just spoken.
    private func nameless(before index: Int) -> Speaker? {
        guard let latestGroup, latestGroup.speaker.kind == .role, !isService(latestGroup.speaker.name),
            let sentence = reading.text.sentence(ofToken: index),
            let its = reading.text.sentence(ofToken: latestGroup.token), sentence - its <= Self.namelessMemory
        else { return nil }
        return latestGroup.speaker
    }

    /// «пресс-служба правительства»: no person, whatever pronoun follows.
    private func isService(_ name: String) -> Bool {
        name.split { $0 == " " || $0 == "-" }.contains { RoleWords.isGroup(Hash64.folded($0)) }
    }

    /// How many sentences back somebody without a name is looked for.
    private static let namelessMemory = 3

    /// „sagten sie“, „Sie haben gesagt“: what verb stands beside it tells “they” from “she”.
    private func isGermanPlural(_ index: Int) -> Bool {
        guard reading.text.language == "de", reading.has(index, .feminine) else { return false }
        return [index - 1, index + 1].contains { beside in
            guard reading.tokens.indices.contains(beside), reading.tokens[beside].kind == .word, reading.isOutside(beside),
                reading.has(beside, [.verbCue, .auxiliary]), !reading.tokens[beside].isCapitalized
            else { return false }
            let bytes = reading.text.text.bytes[reading.tokens[beside].range]
            return bytes.last == UInt8(ascii: "n") || bytes.elementsEqual("sind".utf8)
        }
    }

    /// Whom or what a relative pronoun is about: the name or phrase in front of it.
    func antecedent(of index: Int) -> Speaker? {
        let start = firstName(from: index) - 1
        if start >= 0, index - names[start].tokens.upperBound <= 2, !names[start].isDemonym,
            names[start].tokens.upperBound <= index
        {
            // `Sen. Ada Lund of Ohio, who`
            let person = (max(0, start - 2)...start).last {
                names[$0].kind == .person && index - names[$0].tokens.upperBound <= 6
            }
            return speaker(names[person ?? start].entity)
        }
        let finder = SourceFinder(reading: reading)
        var end = index
        while end > 0, reading.isOutside(end - 1), reading.isComma(end - 1) || reading.isMark(end - 1, "(") { end -= 1 }
        // It stands in the pronoun's own sentence: the one before may be a headline.
        let opening = reading.text.sentence(ofToken: index).map { reading.text.sentences[$0].tokens.lowerBound } ?? 0
        guard let source = finder.source(before: end, from: max(opening, end - 8)), source.reference == .noun else { return nil }
        return named(source) ?? role(source.head) ?? plain(source.head)
    }

    func organisation(before index: Int) -> Speaker? {
        var at = firstName(from: index) - 1
        let stop = max(0, at - Self.memory)
        while at >= stop {
            if names[at].kind == .organisation, canBeMeant(names[at]) {
                return speaker(names[at].entity)
            }
            at -= 1
        }
        return latestGroup?.speaker
    }

    /// What counts for a person, in sentences of distance: fitting gender; having spoken last, with the floor or without it;
    /// having been taken up since the last mention by name; and what counts against one whose first name alone is of another gender.
    private static let weights = (gender: 1.0, latest: 1.2, over: 0.8, recency: 0.5, guessed: 3.0)

    /// The person whom a pronoun or role at a token most likely means: recent, a subject, a speaker, of fitting gender, and
    /// named outside quotations.
    func salient(before index: Int, _ gender: Entity.Gender, among allowed: [Int]? = nil) -> Int? {
        let sentence = reading.text.sentence(ofToken: index) ?? 0
        var best: (entity: Int, score: Double)?
        var lastSubject = (sentence: -1, entity: -1)
        var at = firstName(from: index) - 1
        let stop = max(0, at - Self.memory)
        var seen: Set<Int> = []
        while at >= stop, at >= 0 {
            defer { at -= 1 }
            let name = names[at]
            // A name of two words that nothing is known of may be a person's, a lone one is a thing's.
            let isNameless = name.kind == .unknown && !name.isDemonym && name.tokens.count > 1
            guard name.kind == .person || isNameless, canBeMeant(name) else { continue }
            if let allowed, !allowed.contains(name.entity) { continue }
            let own = entities[name.entity].gender
            let clashes = own != .unknown && gender != .unknown && own != gender
            // A first name alone may be a surname: “Kelly said he”.
            if clashes, !entities[name.entity].isGenderGuessed { continue }
            let its = reading.text.sentence(ofToken: name.tokens.lowerBound) ?? 0
            var score = -Double(sentence - its)
            if isNameless { score -= 2 }
            if clashes { score -= Self.weights.guessed }
            if own == gender, gender != .unknown { score += Self.weights.gender }
            if isSubject(name, in: its), !isPossessive(name) {
                score += sentence - its <= 1 ? 2 : 1.4
                if its > lastSubject.sentence { lastSubject = (its, name.entity) }
            }
            if name.tokens.lowerBound > 0, reading.has(name.tokens.lowerBound - 1, .preposition) { score -= 0.6 }
            if let latest, latest.entity == name.entity {
                // A speaker is as near as the last words that were theirs, by name or not, unless another has the floor since.
                let spoke = reading.text.sentence(ofToken: latest.token) ?? its
                let isOver = lastSubject.entity != latest.entity && lastSubject.sentence > spoke
                score += sentence - spoke <= 6 ? (isOver ? Self.weights.over : Self.weights.latest) : 0.5
                score += Self.weights.recency * Double(max(0, min(spoke, sentence) - its))
            }
            if seen.insert(name.entity).inserted == false { score += 0.1 }
            if isPossessive(name) { score -= 0.6 }
            if best.map({ score > $0.score }) ?? true { best = (name.entity, score) }
        }
        if best == nil, allowed == nil, let latest, gender == .unknown || fits(latest.entity, gender) { return latest.entity }
        return best?.entity
    }

    /// `Doyle’s predecessor`: whether a name owns what stands behind it.
    private func isPossessive(_ name: NameMention) -> Bool {
        name.tokens.upperBound < reading.tokens.count && reading.tokens[name.tokens.upperBound].kind == .clitic
    }

    /// Whether a pronoun may refer to a name where it stands: not to one inside a quotation, nor to one in the title of a work.
    func canBeMeant(_ name: NameMention) -> Bool {
        reading.isOutside(name.tokens.lowerBound) && !reading.isInAside[name.tokens.lowerBound] && !isOfFinding(name)
    }

    /// `according to LSEG data`: whoever has reckoned something is nobody whom the text speaks of.
    private func isOfFinding(_ name: NameMention) -> Bool {
        let next = name.tokens.upperBound
        return reading.text.language == "en" && name.kind != .person && next < reading.tokens.count
            && Self.findings.contains(reading.tokens[next].hash)
    }

    func fits(_ entity: Int, _ gender: Entity.Gender) -> Bool {
        let own = entities[entity].gender
        return own == .unknown || own == gender || entities[entity].isGenderGuessed
    }

    /// Whether a name stands where subjects stand: no preposition before it, first of its sentence outside quotations.
    func isSubject(_ name: NameMention, in sentence: Int) -> Bool {
        let start = reading.text.sentences.indices.contains(sentence) ? reading.text.sentences[sentence].tokens.lowerBound : 0
        var index = name.tokens.lowerBound - 1
        while index >= start, reading.isOutside(index),
            reading.tokens[index].isCapitalized || reading.has(index, [.determiner, .role])
        {
            if reading.has(index, .preposition) { return false }
            index -= 1
        }
        guard index >= start else { return true }
        if !reading.isOutside(index) {
            // `“respects” Tarrant` is no subject, `“We won,” Tarrant` is.
            guard let last = reading.lastContentToken(reading.spans[Int(reading.outer[index])]) else { return true }
            return reading.tokens[last].kind == .terminator || reading.isComma(last)
        }
        if reading.has(index, [.preposition, .verbCue, .possessive]) || reading.tokens[index].kind == .clitic {
            // `…,” said Peskov`, but not `He said Peskov would …`.
            return reading.has(index, .speech) && !(index > start && reading.tokens[index - 1].isWord)
        }
        return reading.isComma(index) || reading.has(index, [.subordinator, .coordinator, .adverb])
    }
}
