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

    // MARK: Roles

    /// `the Kremlin press secretary`, `the mayor`, `the company`.
    func role(_ head: Range<Int>) -> Speaker? {
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
        // „so die 48-Jährige“
        if reading.text.language == "de", isDefinite(head.lowerBound), head.count <= 4, isAged(head.upperBound - 1),
            let entity = salient(before: head.lowerBound, gender(head))
        {
            return speaker(entity)
        }
        // `“…,” the statement said`: of whoever spoke just before.
        if isDefinite(head.lowerBound), head.count <= 3, Self.statements.contains(reading.tokens[head.upperBound - 1].hash),
            let said = latestSpeaker, head.lowerBound - said.token < 250
        {
            return said.speaker
        }
        // "the police chief" is one person; "the police" and "the president's party" are none.
        let isCollective = isCollective(head)
        if isDefinite(head.lowerBound), let organisation = organisation(withWords: words) { return organisation }
        if let known = aide(head, noun) ?? introducedAgain(head, noun, words) { return known }
        if !isCollective, !isPossession(head), let holder = holder(ofOffice: head) { return speaker(holder) }
        if !isCollective, !isPossession(head), let bearers = entitiesByRoleWord[noun] {
            var best: (entities: [Int], score: Int) = ([], 0)
            // A spokesperson for the office is no office.
            for entity in bearers.prefix(32)
            where (entities[entity].kind != .person || !RoleWords.isGroup(noun)) && !isNamed(entity, in: head) {
                let roles = entities[entity].roles.prefix(8).map(RoleWords.words(of:))
                // A campaign chairman is no campaign.
                guard roles.contains(where: { $0.last == noun || !RoleWords.isGroup(noun) && $0.contains(noun) }),
                    RoleWords.mayMean(words, roles),
                    !isOfAnother(head, entity), !belongsElsewhere(head, noun, entity),
                    !RoleWords.isPartyMember(noun) || hasExactly(words, entity)
                else { continue }
                let roleWords = Set(roles.joined())
                let score = words.count { roleWords.contains($0) }
                if score > best.score { best = ([entity], score) } else if score == best.score { best.entities.append(entity) }
            }
            // "the president" is the president rather than the vice president.
            if best.entities.count > 1, case let exact = best.entities.filter({ hasExactly(words, $0) }), !exact.isEmpty {
                best.entities = exact
            }
            if best.entities.count == 1 { return speaker(best.entities[0]) }
            if let entity = salient(before: head.lowerBound, gender(head), among: best.entities) { return speaker(entity) }
            if let first = best.entities.first { return speaker(first) }
        }
        if let leader = leader(head) { return leader }
        if !isCollective, let chief = headOf(whatIsNamed: head) { return speaker(chief) }
        guard reading.has(head.lowerBound, .determiner), isDefinite(head.lowerBound), !isCollective,
            let nounToken = RoleWords.noun(of: head, reading), reading.has(nounToken, .role), !reading.has(nounToken, .document)
        else { return nil }
        if RoleWords.isGroup(reading.tokens[nounToken].hash) {
            let isAnaphor = words.count == 1 || words.count == 2 && RoleWords.isCompany(reading.tokens[nounToken].hash)
            guard isAnaphor else { return nil }
            return institution(reading.tokens[nounToken].hash, at: nounToken, before: head.lowerBound)
        }
        // `the mayor of Tarn`, `the lawyer for Ann Moss`, of whom the text has not spoken by name.
        if belonging(of: head) != nil
            || names(in: head).contains(where: { index in
                names[index].kind != .person && names[index].tokens.lowerBound > nounToken
            })
        {
            return nil
        }
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
        let roles = entities[entity].roles.prefix(8).map(RoleWords.words(of:))
        return mayBear(entity, nounToken, of: head) && RoleWords.mayMean(words, roles) ? speaker(entity) : nil
    }

    /// «речник МЗС»: what somebody is of bears no role of his.
    private func isNamed(_ entity: Int, in head: Range<Int>) -> Bool {
        RoleWords.headsGenitives(reading) && names(in: head).contains { names[$0].entity == entity }
    }

    /// „der Kanzler“ for Bundeskanzler Scherz, « le président » for the head of state rather than his predecessor: the one person who is
    /// told to hold an office, by whatever word for it.
    private func holder(ofOffice head: Range<Int>) -> Int? {
        guard let office = office(of: head), office.isSingular || !office.scope.isEmpty else { return nil }
        let holders = (peopleByOffice[office.key] ?? []).prefix(32).filter { office.isHeld(by: entities[$0].offices) }
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
        entities[entity].roles.prefix(8).contains { RoleWords.words(of: $0) == words }
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
            head.lowerBound - known.token < 250
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
            head.lowerBound - known.token < 250
        else { return nil }
        let bearers = (entitiesByRoleWord[noun] ?? []).prefix(32)
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
