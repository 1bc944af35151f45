internal import TextCore

/// Roles around a name: the title and the office in front of it, the apposition behind it.
extension NameSegmenter {
    /// Roles written small in front ("press secretary, Dmitry Peskov", "le ministre Bruno Le Maire") and behind ("Dmitry
    /// Peskov, the Kremlin spokesman,").
    func attach(_ candidate: inout NameCandidate, in sentence: Range<Int>) {
        attachLeft(&candidate, in: sentence)
        attachRight(&candidate, in: sentence)
        candidate.party = PartyTag(context).role(behind: candidate.tokens)
        if candidate.gender == .unknown { candidate.gender = firstNameGender(candidate.tokens) }
        if candidate.gender == .unknown { candidate.gender = verbGender(beside: candidate.full, in: sentence) }
    }

    /// «сказала Коваленко», «Петрова заявила»: the gender that a verb of saying in the past agrees with, in Russian and Ukrainian.
    private func verbGender(beside name: Range<Int>, in sentence: Range<Int>) -> Entity.Gender {
        guard context.vocabulary.bearsGenitives else { return .unknown }
        // «Источник агентства Интерфакс сообщил»: no person's name.
        if sentence.contains(name.lowerBound - 1), has(name.lowerBound - 1, .organisationHead) { return .unknown }
        for index in [name.upperBound, name.lowerBound - 1] where sentence.contains(index) && has(index, .saying) {
            let word = CaseFolding.fold(context.text[context.tokens[index].range])
            if Self.feminineVerbs.contains(where: word.hasSuffix) { return .feminine }
            let endings = context.vocabulary.language == "uk" ? Self.masculineUkrainianVerbs : Self.masculineVerbs
            if endings.contains(where: word.hasSuffix) { return .masculine }
        }
        return .unknown
    }

    private static let feminineVerbs = ["ла", "лась"]
    private static let masculineVerbs = ["л", "лся"]
    private static let masculineUkrainianVerbs = ["в", "вся"]

    /// The gender that a title and the name behind it tell: offices of women go by their masculine form, too, so that the first name
    /// knows better, but for forms of address.
    func gender(ofTitle title: Range<Int>, before name: Range<Int>) -> Entity.Gender {
        let own = gender(of: title)
        guard own != .feminine, !title.contains(where: { has($0, .honorific) }) else { return own }
        let given = firstNameGender(name)
        return given == .unknown ? own : given
    }

    private func firstNameGender(_ tokens: Range<Int>) -> Entity.Gender {
        tokens.count > 1 ? scanner.context.genderOfFirstName(tokens.lowerBound) : .unknown
    }

    private func attachLeft(_ candidate: inout NameCandidate, in sentence: Range<Int>) {
        guard !candidate.isTitled else { return }
        var last = candidate.tokens.lowerBound - 1
        let isLong = candidate.tokens.count > 1
        // "…'s press secretary, Dmitry Peskov": a comma between, for full names only.
        let isApposed = isLong && last > sentence.lowerBound && context.isByte(last, UInt8(ascii: ","))
        if isApposed { last -= 1 }
        let end = last + 1
        // "министр обороны Олег Орлов", "la ministre des Affaires étrangères, Claire Dubois": an office and its field.
        if isLong || last >= sentence.lowerBound && isPeopleAdjective(last), let office = office(endingAt: last + 1, in: sentence)
        {
            candidate.gender = gender(ofTitle: office, before: candidate.tokens)
            candidate.isTitled = true
            candidate.roles.append(office)
            candidate.full = min(office.lowerBound, candidate.full.lowerBound)..<candidate.full.upperBound
            return
        }
        // "la ministre des Ports, Ilse Varnach", "президент России Владимир Путин": what the role is of stands between.
        if isLong, last >= sentence.lowerBound, !has(last, [.role, .honorific]), isApposed || !isPreposition(last) {
            let isInflected = context.vocabulary.bearsGenitives
            var back = last
            while back > sentence.lowerBound, last - back < 5,
                context.tokens[back].kind == .word || context.tokens[back].kind == .clitic,
                context.tokens[back].isCapitalized || Self.genitives.contains(context.tokens[back].hash)
                    || isPeopleAdjective(back) || isInflected && isGenitive(back),
                !has(back, .role)
            {
                back -= 1
            }
            // “head of Global Policy”: what the role is of, and nobody's name.
            let isScoped = (back + 1..<last + 1).contains { context.tokens[$0].isCapitalized || isPeopleAdjective($0) }
            if back < last, has(back, .role), isScoped || isInflected,
                isInflected || context.vocabulary.usesStems || Self.genitives.contains(context.tokens[back + 1].hash)
                    || isPeopleAdjective(back + 1)
            {
                last = back
            } else if isApposed, let head = head(ofAppositionEndingAt: last, in: sentence) {
                candidate.gender = gender(ofTitle: head, before: candidate.tokens)
                candidate.isTitled = true
                candidate.roles.append(head.lowerBound..<end)
                candidate.full = min(head.lowerBound, candidate.full.lowerBound)..<candidate.full.upperBound
                return
            }
        }
        if isLong, !isApposed, let head = bareHead(endingAt: last, in: sentence) {
            candidate.gender = gender(ofTitle: head, before: candidate.tokens)
            candidate.isTitled = true
            candidate.roles.append(head.lowerBound..<end)
            candidate.full = min(head.lowerBound, candidate.full.lowerBound)..<candidate.full.upperBound
            return
        }
        guard last >= sentence.lowerBound, context.tokens[last].kind == .word, has(last, [.role, .honorific]) else { return }
        if last > sentence.lowerBound, isVerb(last) { return }
        var start = last
        while start > sentence.lowerBound, last - start < 5 {
            let previous = start - 1
            if context.tokens[previous].kind == .word, has(previous, [.roleModifier, .role, .roleStart, .gazetteerStart]),
                !has(previous, .function)
            {
                start = previous
            } else if context.isHyphen(previous), previous - 1 >= sentence.lowerBound, context.tokens[previous - 1].kind == .word
            {
                start = previous - 1
            } else {
                break
            }
        }
        candidate.gender = gender(ofTitle: start..<(last + 1), before: candidate.tokens)
        candidate.isTitled = true
        if has(last, .role) { candidate.roles.append(start..<end) }
        candidate.full = min(start, candidate.full.lowerBound)..<candidate.full.upperBound
    }

    /// « ministre russe des »: a name behind it is what the office is of.
    private func isPreposition(_ index: Int) -> Bool {
        OfficeLexicon.of(context.vocabulary.language)?.prepositions.contains(context.tokens[index].hash) ?? false
    }

    /// «речниця міністерства Олена Дорн»: a noun or adjective behind an office, written small, which says what the office is of.
    private func isGenitive(_ index: Int) -> Bool {
        if has(index, [.organisationHead, .geographicHead]) { return true }
        return has(index, [.function, .saying, .past, .he, .she, .time])
            ? false : SlavicCases.isGenitive(context.text[context.tokens[index].range])
    }

    /// The role that heads a noun phrase in front of a comma and a full name, whatever the phrase says it is of: « la présidente du
    /// Rassemblement national, Marine Le Pen », „die Präsidentin der EU-Kommission, Ursula von der Leyen“, “the head of the space
    /// agency, Ada Lund”. It opens the phrase, behind an article at most with its adjectives.
    private func head(ofAppositionEndingAt last: Int, in sentence: Range<Int>) -> Range<Int>? {
        var at = last
        while at > sentence.lowerBound, last - at < 10 {
            let token = context.tokens[at]
            guard token.kind == .word || token.kind == .clitic || token.kind == .number || context.isHyphen(at),
                !has(at, [.saying, .he, .she])
            else { return nil }
            if token.kind == .word, has(at, [.role, .roleStart]), let end = titleEnd(at, last + 1), end <= last,
                opensPhrase(at, in: sentence), isOfSomething(end)
            {
                return at..<end
            }
            at -= 1
        }
        return nil
    }

    /// “MSF head of mission Claire Nicolet”, “director of operations Ada Lund”: a role, “of” and a plain noun in front of a full name.
    private func bareHead(endingAt last: Int, in sentence: Range<Int>) -> Range<Int>? {
        guard headComesLast, last - 2 >= sentence.lowerBound else { return nil }
        var at = last
        while at > sentence.lowerBound + 1, last - at < 2, context.tokens[at].kind == .word, !context.tokens[at].isCapitalized,
            context.flags[at].isDisjoint(with: [.function, .saying, .past, .time, .role, .honorific])
        {
            at -= 1
        }
        guard at < last, Self.of.contains(context.tokens[at].hash), has(at - 1, .role), !has(at - 1, .function),
            at - 2 < sentence.lowerBound || !isVerb(at - 1)
        else { return nil }
        return (at - 1)..<at
    }

    private static let of = WordSet(["of"])

    /// Whether only adjectives and other titles stand between an article and a role.
    private func opensPhrase(_ role: Int, in sentence: Range<Int>) -> Bool {
        var at = role - 1
        while at > sentence.lowerBound, role - at < 4, !isArticle(at),
            has(at, [.roleModifier, .role, .roleStart]) && !has(at, .function) || isPeopleAdjective(at)
        {
            at -= 1
        }
        // “MSF's head of mission”
        return at >= sentence.lowerBound && (isArticle(at) || context.tokens[at].kind == .clitic && headComesLast)
    }

    private var headComesLast: Bool { OfficeLexicon.of(context.vocabulary.language)?.headComesLast ?? false }

    /// Whether what stands behind a role says what it is of.
    private func isOfSomething(_ behind: Int) -> Bool {
        let next = context.tokens[behind]
        return OfficeLexicon.of(context.vocabulary.language).map { lexicon in
            lexicon.prepositions.contains(next.hash) || next.kind == .clitic
                || !lexicon.headComesLast && next.kind == .word && !next.isCapitalized
        } ?? false
    }

    private func attachRight(_ candidate: inout NameCandidate, in sentence: Range<Int>) {
        var at = candidate.tokens.upperBound
        guard at < sentence.upperBound, context.isByte(at, UInt8(ascii: ",")) else { return }
        // “near Kandira, the minister said”: a place has no office.
        if candidate.tokens.count == 1, !candidate.isTitled, candidate.tokens.lowerBound > sentence.lowerBound,
            NameContexts.shared.beforePlaces.contains(context.tokens[candidate.tokens.lowerBound - 1].hash)
        {
            return
        }
        at += 1
        let start = at
        var roleEnd: Int?
        var roleStart = at
        var titles: [Range<Int>] = []
        // “Susan Rice, President Obama’s adviser”: the title in front of another's name is not hers.
        var isOthers = false
        while at < sentence.upperBound, at - start < 9 {
            let token = context.tokens[at]
            if token.kind == .punctuation || token.kind == .terminator || token.kind == .quote { break }
            if token.kind == .clitic, roleEnd == nil, at == start { break }
            if isOthers, token.kind == .clitic {
                (roleEnd, roleStart, titles, isOthers) = (nil, at + 1, [], false)
                at += 1
                continue
            }
            if at == roleEnd, isNameBehindTitle(at) { isOthers = true }
            if at == start, token.kind == .number { return }
            if has(at, .function), roleEnd != nil { break }
            // A finite verb or pronoun first means a clause, not an apposition.
            if at == start, has(at, [.she, .he, .saying]) { return }
            if at == start, has(at, .function) { roleStart = at + 1 }
            if let end = titleEnd(at, sentence.upperBound), has(at, [.role, .roleStart]) {
                roleEnd = end
                titles.append(at..<end)
                at = end
                continue
            }
            at += 1
        }
        if isOthers { return }
        if let own = ownRole(roleStart, titles) { (roleStart, roleEnd) = (own.lowerBound, own.upperBound) } else { return }
        // A lone function word in front may be a pronoun or conjunction: "who", "whose", "and".
        guard let roleEnd, roleStart < roleEnd, roleEnd - start <= 8 else { return }
        for index in roleStart..<roleEnd where context.tokens[index].isCapitalized && has(index, .firstName) && !has(index, .role)
        {
            return
        }
        for index in roleStart..<roleEnd where has(index, [.saying, .he, .she]) { return }
        if context.flags[start].contains(.function), !isArticle(start) { return }
        // "Scott Brell, interviewed the congressman": an article behind a word that takes an object.
        for index in roleStart..<roleEnd
        where index > roleStart && isArticle(index) && !context.flags[index - 1].contains(.function)
            && context.tokens[index - 1].kind == .word && !has(index - 1, [.role, .organisationHead])
        {
            return
        }
        // "He would not meet Mark Todd, the minister said": a role with its verb behind it and a clause in front
        // says so itself.
        if roleEnd < sentence.upperBound, has(roleEnd, .saying), isArticle(start),
            isBehindClause(candidate, in: sentence)
        {
            return
        }
        // "Rehling, juge la décision trop sévère": an article behind shows a verb.
        if roleEnd < sentence.upperBound, isArticle(roleEnd) { return }
        candidate.roles.append(roleStart..<roleEnd)
        candidate.full = candidate.full.lowerBound..<max(roleEnd, candidate.full.upperBound)
        if candidate.gender == .unknown { candidate.gender = gender(of: roleStart..<roleEnd) }
    }

    /// “to host Super Bowl”, “will judge Lund”; “to director Lund” is none.
    private func isVerb(_ index: Int) -> Bool {
        guard !context.tokens[index].isCapitalized else { return false }
        let (token, before) = (context.tokens[index], context.tokens[index - 1])
        return scanner.contexts.beforeVerbs.contains(before.hash)
            || before.hash == Self.to && scanner.contexts.rolesOrVerbs.contains(token.hash)
    }

    private static let to = Hash64.folded("to")

    /// Whether a word behind an English title is a name, so that the title is that of its bearer.
    private func isNameBehindTitle(_ index: Int) -> Bool {
        let token = context.tokens[index]
        return context.vocabulary.language == "en" && token.kind == .word && token.isCapitalized
            && context.flags[index].isDisjoint(with: [.role, .roleModifier, .organisationHead, .group, .function, .time])
            && !context.flags[index].contains(.gazetteerStart)
    }

    /// The part of an English apposition that says what somebody is, rather than whom they are with: not “traveling with the
    /// president”, nor the president in “an aide to the president”. Elsewhere all of it; nil where nothing is left.
    private func ownRole(_ start: Int, _ titles: [Range<Int>]) -> Range<Int>? {
        guard let last = titles.last else { return nil }
        guard context.vocabulary.language == "en", let lexicon = OfficeLexicon.of("en"), start < last.lowerBound,
            let first = (start..<last.lowerBound).first(where: { lexicon.prepositions.contains(context.tokens[$0].hash) })
        else { return start..<last.upperBound }
        // “a Republican of Ohio and a candidate”
        if let and = (first..<last.lowerBound).last(where: { scanner.contexts.coordinators.contains(context.tokens[$0].hash) }) {
            let opening = and + 1 < last.lowerBound && isArticle(and + 1) ? and + 2 : and + 1
            return opening..<last.upperBound
        }
        return titles.last { $0.upperBound <= first }.map { start..<$0.upperBound }
    }

    /// Whether a word stands right in front of a name with its titles, so that the name belongs to what is said before it.
    private func isBehindClause(_ candidate: NameCandidate, in sentence: Range<Int>) -> Bool {
        let before = candidate.full.lowerBound - 1
        return before >= sentence.lowerBound && context.tokens[before].kind == .word
    }

    /// Articles and possessives are up to five letters and open appositions; "who", "when", "which" do not.
    func isArticle(_ index: Int) -> Bool {
        Self.openers.contains(context.tokens[index].hash)
    }

    private static let genitives = WordSet("of the de des du d' del la l' der".split(separator: " "))

    private static let openers = WordSet(
        ("the a an his her its their former le la l' les un une son sa der die das ein eine sein seine ihr ihre el la un una su")
            .split(separator: " ")
    )
}
