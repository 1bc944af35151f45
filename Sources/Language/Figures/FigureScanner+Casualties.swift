internal import TextCore

/// What happened to the people that figures count: killed, injured, missing.
extension FigureScanner {
    /// Sets the casualty of a count from the noun counted, the verb in front or the verb behind.
    func setCasualty(_ draft: inout Draft, _ previous: Draft?, _ sentence: Range<Int>) {
        guard draft.unit == .count, !draft.countsTimes, !roles.nonesBehind.contains(tokens[draft.tokens.lowerBound].hash) else {
            return
        }
        // "7 of the 12 people were killed": not all twelve.
        if let previous, previous.counted != nil, previous.counted == draft.counted, previous.role != .from {
            // But in "two of the 14 people hurt" all fourteen are.
            let next = behind(draft)
            if sentence.contains(next), lexicon.language == "en", !roles.finiteLosses.contains(tokens[next].hash) {
                draft.casualty = casualty(next)
            }
            return
        }
        if let head = draft.countedHead, let own = casualty(head) {
            draft.casualty = own
        } else if countsLives(draft, sentence) || isBehindLoss(draft, sentence) || isBehindLosing(draft, sentence) {
            draft.casualty = .killed
            draft.isCasualtyInFront = true
        } else if let front = casualtyInFront(draft, sentence) {
            draft.casualty = front
            draft.isCasualtyInFront = true
        } else if let back = casualtyBehind(draft, sentence) ?? casualtyAround(draft, sentence) {
            draft.casualty = back
        } else if draft.role == .value, let back = casualtyOfCompany(draft, sentence) {
            // Not all of whom it is told, so that "three people" may be the same victims.
            draft.casualty = back
            draft.role = .part
        } else if let previous, previous.isCasualtyInFront, joins(previous, draft) {
            // "killed 12 soldiers and 3 civilians"
            draft.casualty = previous.casualty
            draft.isCasualtyInFront = true
        } else if let previous, draft.role == .part {
            // "killed 300 people, including 12 children"
            draft.casualty = previous.casualty
        } else if draft.countedHead.map({ roles.people.contains(tokens[$0].hash) }) ?? true,
            let toll = toll(draft, previous, sentence)
        {
            draft.casualty = toll
        }
        // «112 рейсов задержаны», "14 flights were hit": things come to no harm as people do.
        if let head = draft.countedHead, casualty(head) == nil, let kind = kind(ofNoun: head), !kind.isOfPeople {
            draft.casualty = nil
        }
        guard draft.casualty != nil else {
            // "A crowd of 62,000"
            if draft.countedHead == nil, endsInFront(roles.crowds, draft, sentence) { draft.countsPeople = true }
            return
        }
        if let head = draft.countedHead {
            let noun = tokens[head].hash
            draft.countsPeople =
                casualty(head) != nil || roles.people.contains(noun) || roles.lives.contains(noun)
                || roles.livesLost.contains(noun)
        } else {
            draft.countsPeople = true
        }
    }

    /// "The death toll rose from 38 to 45", "die Zahl der Toten stieg auf 45": what the sentence has the number of.
    private func toll(_ draft: Draft, _ previous: Draft?, _ sentence: Range<Int>) -> Figure.Casualty? {
        var at = draft.tokens.lowerBound - 1
        let limit = max(sentence.lowerBound, at - Self.tollReach)
        // "rose to 87 on Friday from 74"
        if draft.role == .from, let previous, previous.role == .to { return previous.casualty }
        if let previous, behind(previous) > limit {
            // "Two more died, bringing the death toll to 19."
            let between = behind(previous)..<max(behind(previous), draft.tokens.lowerBound)
            for index in between.reversed() {
                if let toll = roles.tolls.longestMatch(in: tokens, at: index, limit: between.upperBound) { return toll.value }
            }
            // The other end of one change.
            guard draft.role == .to, previous.role == .from || previous.role == .increase || previous.role == .decrease,
                behind(previous) + 1 >= draft.tokens.lowerBound
            else { return nil }
            return previous.casualty ?? toll(previous, nil, sentence)
        }
        while at >= limit {
            if tokens[at].kind == .quote || tokens[at].kind == .terminator || context.flags[at].contains(.saying) { return nil }
            if let toll = roles.tolls.longestMatch(in: tokens, at: at, limit: sentence.upperBound) { return toll.value }
            at -= 1
        }
        return nil
    }

    private static let tollReach = 16

    /// "claimed 19 lives", "19 lives were lost", "forderte 19 Menschenleben".
    private func countsLives(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
        guard let head = draft.countedHead else { return false }
        if roles.livesLost.contains(tokens[head].hash) { return true }
        guard roles.lives.contains(tokens[head].hash) else { return false }
        let near =
            max(sentence.lowerBound, draft.tokens.lowerBound - 3)..<min(sentence.upperBound, behind(draft) + Self.claimReach)
        return near.contains { roles.claims.contains(tokens[$0].hash) }
    }

    private static let claimReach = 4

    /// "claimed the lives of 19 people", "a coûté la vie à 19 personnes".
    private func isBehindLoss(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
        let start = draft.tokens.lowerBound
        return (max(sentence.lowerBound, start - Self.lossReach)..<start).contains {
            roles.losses.longestMatch(in: tokens, at: $0, limit: start)?.endIndex == start
        }
    }

    private static let lossReach = 6

    /// "Ein Mensch kam ums Leben", "Une personne est morte": an article in front of a word for people whom something happened to.
    private func singlePerson(at index: Int, in sentence: Range<Int>) -> Draft? {
        guard lexicon.language != "en", roles.people.contains(tokens[index + 1].hash) else { return nil }
        var draft = Draft(tokens: index..<(index + 1), value: 1)
        draft.counted = (index + 1)..<(index + 2)
        draft.countedHead = index + 1
        return casualtyBehind(draft, sentence) == nil && casualtyInFront(draft, sentence) == nil ? nil : draft
    }

    /// "Un mort et deux blessés", "L'accident a fait un mort": an article in front of a victim is the number one where casualties
    /// are listed. Elsewhere it is but an article: "Ein Verletzter sagte".
    func singleVictim(at index: Int, in sentence: Range<Int>) -> Draft? {
        guard lexicon.articles.contains(tokens[index].hash), index + 1 < sentence.upperBound else { return nil }
        if let person = singlePart(at: index, in: sentence) ?? singlePerson(at: index, in: sentence) { return person }
        guard roles.victims.contains(tokens[index + 1].hash), isListed(index, in: sentence) else { return nil }
        var draft = Draft(tokens: index..<(index + 1), value: 1)
        draft.counted = (index + 1)..<(index + 2)
        draft.countedHead = index + 1
        return draft
    }

    /// Whether an article and the victim behind it stand in a list with another number of casualties, or behind what leaves them.
    private func isListed(_ index: Int, in sentence: Range<Int>) -> Bool {
        if index > sentence.lowerBound, roles.leaves.contains(tokens[index - 1].hash) { return true }
        func isJoint(_ at: Int) -> Bool {
            sentence.contains(at) && (lexicon.ands.contains(tokens[at].hash) || context.isByte(at, UInt8(ascii: ",")))
        }
        func isNumber(_ at: Int) -> Bool {
            sentence.contains(at) && (tokens[at].kind == .number || context.flags[at].contains(.number))
        }
        let behind = index + 2
        if isJoint(behind), isNumber(behind + 1), sentence.contains(behind + 2), casualty(behind + 2) != nil { return true }
        let front = index - 1
        return isJoint(front) && sentence.contains(front - 2) && casualty(front - 1) != nil && isNumber(front - 2)
    }

    /// “No one was killed”, “no casualties”, „Verletzt wurde niemand“: none of those whom something happens to; nil where nothing of the
    /// kind is told, and where it is told of some people only (“no passengers were hurt”).
    func countingNobody(_ draft: Draft, in sentence: Range<Int>) -> Draft? {
        guard draft.value == 0, draft.bound == .exact else { return nil }
        var nobody = draft
        nobody.unit = .count
        let next = behind(draft)
        if next < sentence.upperBound, roles.modals.contains(tokens[next].hash) { return nil }
        // “No victims were identified” counts nobody's victims; “no casualties were reported” does.
        if draft.countedHead != nil, isToldOtherwise(behind: behind(draft), sentence) { return nil }
        if let head = draft.countedHead {
            if casualty(head) == nil, !roles.people.contains(tokens[head].hash) {
                guard roles.noVictims.contains(tokens[head].hash) else { return nil }
                nobody.casualty = .killed
                return nobody
            }
            nobody.casualty = casualty(head)
        }
        nobody.casualty = nobody.casualty ?? casualtyBehind(nobody, sentence) ?? casualtyBeforeAuxiliary(nobody, sentence)
        return nobody.casualty == nil ? nil : nobody
    }

    /// «Погибших нет», «Постраждалих немає»: none of those named in front.
    func nobodyBehind(at index: Int, in sentence: Range<Int>) -> Draft? {
        guard roles.nonesBehind.contains(tokens[index].hash), index > sentence.lowerBound else { return nil }
        let noun = index - 1
        guard let casualty = casualty(noun) ?? (roles.noVictims.contains(tokens[noun].hash) ? .killed : nil) else { return nil }
        var draft = Draft(tokens: index..<(index + 1), value: 0)
        draft.counted = noun..<index
        draft.countedHead = noun
        draft.casualty = casualty
        draft.isQuantifier = true
        return draft
    }

    /// Whether an auxiliary with another participle than that of a report or a loss stands at a token.
    private func isToldOtherwise(behind start: Int, _ sentence: Range<Int>) -> Bool {
        var at = start
        while at < sentence.upperBound, tokens[at].kind == .clitic { at += 1 }
        guard at < sentence.upperBound, roles.auxiliaries.contains(tokens[at].hash) else { return false }
        return !(at + 1..<min(sentence.upperBound, at + Self.participleReach)).contains {
            roles.reports.contains(tokens[$0].hash) || casualty($0) != nil
        }
    }

    private static let participleReach = 4

    /// „Verletzt wurde niemand“
    private func casualtyBeforeAuxiliary(_ draft: Draft, _ sentence: Range<Int>) -> Figure.Casualty? {
        let verb = draft.tokens.lowerBound - 1
        guard verb > sentence.lowerBound, roles.auxiliaries.contains(tokens[verb].hash) else { return nil }
        return casualty(verb - 1)
    }

    /// “The army lost 12 soldiers”
    private func isBehindLosing(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
        guard let head = draft.countedHead, roles.forces.contains(tokens[head].hash) else { return false }
        let front = draft.tokens.lowerBound - 1
        return front >= sentence.lowerBound && roles.losing.contains(tokens[front].hash)
    }

    /// “Four people, including a baby, died”: an article behind the word that tells of parts, in front of one person.
    private func singlePart(at index: Int, in sentence: Range<Int>) -> Draft? {
        guard lexicon.people.contains(tokens[index + 1].hash) else { return nil }
        var draft = Draft(tokens: index..<(index + 1), value: 1)
        draft.counted = (index + 1)..<(index + 2)
        draft.countedHead = index + 1
        guard endsInFront(roles.including, draft, sentence), sentence.contains(where: { casualty($0) != nil }) else { return nil }
        return draft
    }

    /// What a word says of people: killed, injured, missing, ….
    func casualty(_ index: Int) -> Figure.Casualty? {
        tokens[index].kind == .word ? roles.casualties[context.stems[index]] : nil
    }

    /// "killing at least 12 people", "tötete 12 Menschen": nothing but articles and "another" may stand between.
    private func casualtyInFront(_ draft: Draft, _ sentence: Range<Int>) -> Figure.Casualty? {
        var at = draft.tokens.lowerBound - 1
        // Arabic has its verb in front of the subject: «اعتقلت الشرطة 7 أشخاص».
        let isVerbFirst = lexicon.language == "ar"
        let limit = max(sentence.lowerBound, at - (isVerbFirst ? Self.verbFirstReach : 2))
        // "Жертвами взрыва стали 19 человек"
        if at >= limit, roles.becoming.contains(tokens[at].hash) {
            let front = max(sentence.lowerBound, at - Self.lossReach)..<at
            return front.reversed().lazy.compactMap { casualty($0) }.first
        }
        while at >= limit {
            if let found = casualty(at) { return found }
            let hash = tokens[at].hash
            // «Ранения получили 29 человек»
            if at > limit, roles.receiving.contains(hash), let found = casualty(at - 1) { return found }
            let isSubject = isVerbFirst && tokens[at].kind == .word && context.flags[at].isDisjoint(with: [.number, .saying])
            guard
                isSubject || lexicon.articles.contains(hash) || roles.further.contains(hash) || Self.the.contains(hash)
            else { return nil }
            at -= 1
        }
        return nil
    }

    private static let verbFirstReach = 5

    private static let the = WordSet(["the", "les", "die", "los", "des", "de", "a", "other"])

    /// "12 people were killed", "30 others injured", "12 Menschen wurden bei dem Angriff getötet".
    func casualtyBehind(_ draft: Draft, _ sentence: Range<Int>) -> Figure.Casualty? {
        casualtyBehind(draft, from: behindInsertion(behind(draft), sentence.upperBound), sentence)
    }

    /// The same from the index where the verb may stand.
    private func casualtyBehind(_ draft: Draft, from start: Int, _ sentence: Range<Int>) -> Figure.Casualty? {
        let end = sentence.upperBound
        var at = start
        let isGerman = lexicon.language == "de"
        var limit = min(end, at + (isGerman ? 10 : 5))
        var sawAuxiliary = false
        var isJoined = false
        while at < limit {
            // „kamen am Dienstag bei einem Brand ums Leben“
            if isGerman, sawAuxiliary, isTime[at] {
                at += 1
                limit = min(end, limit + 1)
                continue
            }
            guard tokens[at].kind == .word || tokens[at].kind == .clitic, !isTime[at] else { return nil }
            if let found = casualty(at) { return found }
            if roles.lossesBehind.longestMatch(in: tokens, at: at, limit: end) != nil { return .killed }
            // „zwölf weitere verletzt“
            if at == start, roles.furtherBehind.contains(tokens[at].hash) {
                at += 1
                limit = min(end, limit + 1)
                continue
            }
            if !isJoined, let next = behindJoined(at, end) {
                isJoined = true
                at = next
                limit = min(end, at + 3)
                continue
            }
            // "three people in the lorry were hurt"
            if at == behind(draft), roles.inside.contains(tokens[at].hash), let verb = behindPlace(at, end) {
                at = verb
                limit = min(end, at + 5)
                continue
            }
            // « trois membres d'équipage ont été blessés»
            if at == behind(draft), at + 1 < end, Self.ofWords.contains(tokens[at].hash), tokens[at + 1].kind == .word,
                !context.flags[at + 1].contains(.function)
            {
                at += 2
                limit = min(end, at + 5)
                continue
            }
            if lexicon.ands.contains(tokens[at].hash) || roles.including.longestMatch(in: tokens, at: at, limit: end) != nil {
                return nil
            }
            let isFunction =
                context.flags[at].contains(.function) || roles.auxiliaries.contains(tokens[at].hash)
                || roles.receiving.contains(tokens[at].hash)
            if isFunction { sawAuxiliary = true }
            // German verbs stand at the end.
            let steps = isFunction || endsInLY(at) || roles.reported.contains(tokens[at].hash) || isGerman && sawAuxiliary
            guard steps, !context.flags[at].contains(.number) || lexicon.articles.contains(tokens[at].hash) else { return nil }
            at += 1
        }
        return nil
    }

    /// The auxiliary behind a preposition and where those counted were; nil where none stands near.
    private func behindPlace(_ index: Int, _ end: Int) -> Int? {
        for at in (index + 1)..<max(index + 1, min(end, index + Self.placeReach)) {
            guard tokens[at].kind == .word || tokens[at].kind == .clitic, !isTime[at],
                context.flags[at].isDisjoint(with: [.number, .saying])
            else { return nil }
            if at > index + 1, roles.auxiliaries.contains(tokens[at].hash) { return at }
            if casualty(at) != nil { return nil }
        }
        return nil
    }

    private static let placeReach = 6

    private static let ofWords = WordSet(["d'", "d’", "de", "del"])

    /// „Die Polizei nahm 23 Demonstranten fest“: a verb in front and its particle behind, in one clause.
    private func casualtyAround(_ draft: Draft, _ sentence: Range<Int>) -> Figure.Casualty? {
        guard !roles.splitVerbs.isEmpty else { return nil }
        let start = draft.tokens.lowerBound
        for front in (max(sentence.lowerBound, start - Self.verbFirstReach)..<start).reversed() {
            guard tokens[front].kind == .word else { return nil }
            guard let verb = roles.splitVerbs[tokens[front].hash] else { continue }
            for at in behind(draft)..<min(sentence.upperBound, behind(draft) + Self.particleReach) {
                guard tokens[at].kind == .word || tokens[at].kind == .number else { return nil }
                if tokens[at].hash == verb.particle { return verb.casualty }
            }
            return nil
        }
        return nil
    }

    private static let particleReach = 8

    /// "20 people, including five children, were killed": behind the second comma, where the verb stands there.
    private func behindInsertion(_ index: Int, _ end: Int) -> Int {
        guard index < end, context.isByte(index, UInt8(ascii: ",")) else { return index }
        for at in (index + 1)..<min(end, index + Self.insertionReach) {
            if tokens[at].kind == .quote || tokens[at].kind == .terminator { return index }
            guard context.isByte(at, UInt8(ascii: ",")) else { continue }
            guard at + 1 < end, at > index + 1 else { return index }
            let next = at + 1
            // «27 человек, в том числе 12 детей, погибли»
            let isVerb = casualty(next) != nil && (lexicon.language != "en" || roles.finiteLosses.contains(tokens[next].hash))
            return roles.auxiliaries.contains(tokens[next].hash) || isVerb ? next : index
        }
        return index
    }

    private static let insertionReach = 10

    /// "three soldiers and two civilians were killed": the verb of both, behind the second.
    private func behindJoined(_ index: Int, _ end: Int) -> Int? {
        guard lexicon.ands.contains(tokens[index].hash), index + 2 < end,
            tokens[index + 1].kind == .number || context.flags[index + 1].contains(.number)
        else { return nil }
        var at = index + 2
        while at < min(end, index + 6), tokens[at].kind == .word {
            if context.flags[at].contains(.function) || at > index + 2 && casualty(at) != nil { return at }
            at += 1
        }
        return nil
    }

    /// "Two children and their mother were killed": what happened to those counted and to somebody beside them who is not.
    private func casualtyOfCompany(_ draft: Draft, _ sentence: Range<Int>) -> Figure.Casualty? {
        guard draft.unit == .count, draft.countedHead != nil, opensSubject(draft, sentence),
            let verb = behindCompany(behind(draft), sentence.upperBound)
        else { return nil }
        return casualtyBehind(draft, from: verb, sentence)
    }

    /// Whether nothing in front of a figure could have it as its object: "has two children and her husband died".
    private func opensSubject(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
        let front = draft.tokens.lowerBound - 1
        guard sentence.contains(front), tokens[front].kind == .word || tokens[front].kind == .clitic else { return true }
        return context.flags[front].contains(.saying) || roles.clauseOpenings.contains(tokens[front].hash)
    }

    /// Behind "and their mother", "und eine Frau", «и их мать», where a verb of several follows; nil where none does.
    private func behindCompany(_ index: Int, _ end: Int) -> Int? {
        guard index + 2 < end, lexicon.ands.contains(tokens[index].hash) || roles.joins.contains(tokens[index].hash) else {
            return nil
        }
        var at = index + 1
        if lexicon.articles.contains(tokens[at].hash) || roles.owners.contains(tokens[at].hash) { at += 1 }
        // Russian has no articles: «двое детей и женщина погибли».
        guard at > index + 1 || context.vocabulary.bearsGenitives else { return nil }
        let first = at
        while at < min(end, first + Self.companyReach), tokens[at].kind == .word {
            let isVerb =
                roles.auxiliaries.contains(tokens[at].hash) || casualty(at) != nil
                || roles.lossesBehind.longestMatch(in: tokens, at: at, limit: end) != nil
            if isVerb { return at > first && !roles.singularVerbs.contains(tokens[at].hash) ? at : nil }
            guard !context.flags[at].contains(.number), !context.flags[at].contains(.saying) else { return nil }
            at += 1
        }
        return nil
    }

    private static let companyReach = 4

    /// Whether only "and" or a comma stands between two figures.
    private func joins(_ previous: Draft, _ draft: Draft) -> Bool {
        let gap = behind(previous)..<max(behind(previous), draft.tokens.lowerBound)
        return !gap.isEmpty && gap.count <= 2
            && gap.allSatisfy { lexicon.ands.contains(tokens[$0].hash) || context.isByte($0, UInt8(ascii: ",")) }
    }
}

extension Figure.Casualty {
    /// What a word by itself says happened to people: "died", "Tote"; nil for words that say nothing of the kind. O(1).
    /// - Parameters:
    ///   - stem: the hash of the word's stem (``AnnotatedText/stems``).
    ///   - language: the ISO 639-1 code of its language.
    public static func told(byStem stem: UInt64, language: String) -> Self? {
        Vocabulary.of(language).figures.roles.casualties[stem]
    }
}
