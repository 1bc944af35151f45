internal import TextCore

/// Runs of capitalised words without a title in front: what of them is a name, and whose.
extension NameSegmenter {
    func split(_ run: Range<Int>, in sentence: Range<Int>, into candidates: inout [NameCandidate]) {
        let run = withoutTitles(run)
        if splitBehindOffice(run, in: sentence, into: &candidates) { return }
        guard let first = run.first, !isLoneHead(run) else { return }
        if splitBehindLetters(run, in: sentence, into: &candidates) { return }
        if let phrase = scanner.gazetteer(first, run.upperBound) {
            splitListed(run, phrase.entry, phrase.end, in: sentence, into: &candidates)
            return
        }
        if appendWithHead(run, in: sentence, into: &candidates) { return }
        if scanner.opensWithParticle(run) {
            appendSurname(run, in: sentence, into: &candidates)
            return
        }
        let opensAsPerson = has(first, .firstName) || context.isInitial(first)
        if opensAsPerson, let end = nameEnd(run) {
            appendPerson(first..<end, in: sentence, into: &candidates)
            split(end..<run.upperBound, in: sentence, into: &candidates)
            return
        }
        if opensAsPerson || hasMiddleInitial(run) || hasSmallSyllable(run), run.count > 1 {
            appendPerson(run, in: sentence, into: &candidates)
            return
        }
        appendUntold(run, in: sentence, into: &candidates)
    }

    /// Titles and party words by themselves are no names: "the President", "Republicans".
    private func withoutTitles(_ run: Range<Int>) -> Range<Int> {
        var run = run
        while let first = run.first, has(first, [.role, .roleModifier, .honorific, .group]), !has(first, .firstName),
            !scanner.isTradeAsSurname(first), !(run.count == 1 && isSurname(first)),
            scanner.gazetteer(first, run.upperBound) == nil || has(first, .group),
            !endsInHead(run) || run.count == 1 || scanner.gazetteer(first + 1, run.upperBound)?.end == run.upperBound
        {
            let end = titleEnd(first, run.upperBound) ?? first + 1
            run = min(end, run.upperBound)..<run.upperBound
            while let next = run.first,
                context.tokens[next].kind != .word
                    || (context.flags[next].contains(.function) && !context.tokens[next].isCapitalized)
            {
                run = (next + 1)..<run.upperBound
            }
        }
        return run
    }

    /// "Council", "River" and everyday words by themselves are no names.
    private func isLoneHead(_ run: Range<Int>) -> Bool {
        let first = run.lowerBound
        return run.count == 1 && has(first, [.organisationHead, .geographicHead, .common])
            && scanner.gazetteer(first, run.upperBound) == nil
            && !context.tokens[first].shape.contains(.allCaps) && !scanner.familyNames.contains(context.words.ids[first])
    }

    /// «з міністром США Ллойдом Остіном»: letters in front of a name are not part of it.
    private func splitBehindLetters(_ run: Range<Int>, in sentence: Range<Int>, into candidates: inout [NameCandidate]) -> Bool {
        let first = run.lowerBound
        guard context.vocabulary.bearsGenitives, run.count > 2, isAcronym(first), !isAcronym(first + 1),
            context.tokens[first + 1].kind == .word
        else { return false }
        let entry = scanner.gazetteer(first, first + 1)?.entry
        candidates.append(
            entry.map { self.candidate(of: first..<(first + 1), $0) }
                ?? NameCandidate(tokens: first..<(first + 1), full: first..<(first + 1), kind: .organisation)
        )
        split((first + 1)..<run.upperBound, in: sentence, into: &candidates)
        return true
    }

    /// A run that opens with a phrase of the gazetteer, which ends at `end`.
    private func splitListed(
        _ run: Range<Int>,
        _ entry: Vocabulary.Entry,
        _ end: Int,
        in sentence: Range<Int>,
        into candidates: inout [NameCandidate]
    ) {
        let first = run.lowerBound
        if end == run.upperBound {
            candidates.append(candidate(of: run, entry))
            return
        }
        let rest = end..<run.upperBound
        // "Supreme Court of Veldia": not the one that the phrase means by itself.
        if entry.kind == .organisation, has(rest.lowerBound, .connector) {
            candidates.append(plainCandidate(run))
            return
        }
        if appendHolder(rest, behind: first..<end, entry, in: sentence, into: &candidates) { return }
        // "Georgia Smith", "Jordan Klepper": a first name that is a place too.
        if entry.kind == .place, end == first + 1, has(first, .firstName), !endsInHead(run) {
            appendPerson(run, in: sentence, into: &candidates)
            return
        }
        let restOpens = context.tokens[rest.lowerBound].kind == .word ? rest.lowerBound : rest.lowerBound + 1
        let hasHead = rest.contains { has($0, [.organisationHead, .geographicHead]) }
        if hasHead, entry.kind != .organisation, !has(restOpens, .firstName) {
            candidates.append(plainCandidate(run))
            return
        }
        if entry.kind != .place || has(restOpens, [.masculineName, .feminineName, .role, .group, .roleModifier]) {
            candidates.append(candidate(of: first..<end, entry))
            if restOpens < run.upperBound { split(restOpens..<run.upperBound, in: sentence, into: &candidates) }
            return
        }
        candidates.append(plainCandidate(run))
    }

    /// «канцлер Германии Фридрих Мерц»: who holds the office in front of the place that it is of.
    private func appendHolder(
        _ name: Range<Int>,
        behind place: Range<Int>,
        _ entry: Vocabulary.Entry,
        in sentence: Range<Int>,
        into candidates: inout [NameCandidate]
    ) -> Bool {
        let first = place.lowerBound
        guard entry.kind == .place, context.vocabulary.bearsGenitives, name.count > 1, first > sentence.lowerBound,
            has(first - 1, .role)
        else { return false }
        candidates.append(candidate(of: place, entry))
        var person = NameCandidate(tokens: name, full: (first - 1)..<name.upperBound, kind: .person)
        person.isTitled = true
        person.roles = [(first - 1)..<place.upperBound]
        person.gender = gender(ofTitle: (first - 1)..<first, before: name)
        attach(&person, in: sentence)
        candidates.append(person)
        return true
    }

    /// A run with a word that only organisations or places have in their names.
    private func appendWithHead(_ run: Range<Int>, in sentence: Range<Int>, into candidates: inout [NameCandidate]) -> Bool {
        guard run.count > 1, let first = run.first, let last = run.last else { return false }
        let hasHead = run.contains { has($0, .organisationHead) }
        if hasHead, !(has(first, .firstName) && !has(last, .organisationHead) && run.count <= 3) {
            candidates.append(plainCandidate(run))
            return true
        }
        guard has(last, .geographicHead) else { return false }
        if isPersonCalledAsPlace(run, in: sentence) {
            appendPerson(run, in: sentence, into: &candidates)
        } else {
            candidates.append(plainCandidate(run))
        }
        return true
    }

    /// A run whose form says nothing: whose name it is, what stands around it tells.
    private func appendUntold(_ run: Range<Int>, in sentence: Range<Int>, into candidates: inout [NameCandidate]) {
        let first = run.lowerBound
        // A phrase of the gazetteer at the end: "Sunni Iraq"; in the middle it belongs to the name.
        var candidate = NameCandidate(tokens: run, full: run, kind: .unknown)
        if run.count == 1, context.tokens[first].shape.contains(.allCaps),
            context.tokens[first].end - context.tokens[first].start <= 6
        {
            candidate.kind = .organisation
        }
        attach(&candidate, in: sentence)
        if candidate.isTitled || !candidate.roles.isEmpty || isPerson(run, in: sentence), candidate.kind == .unknown {
            candidate.kind = .person
        }
        candidates.append(candidate)
    }

    /// `de Gaulle said`: a surname with particles is a person's where something is said or a role stands with it.
    private func appendSurname(_ run: Range<Int>, in sentence: Range<Int>, into candidates: inout [NameCandidate]) {
        var candidate = NameCandidate(tokens: run, full: run, kind: .unknown)
        attach(&candidate, in: sentence)
        let next = run.upperBound
        let says =
            next < sentence.upperBound && has(next, .saying)
            || run.lowerBound > sentence.lowerBound && has(run.lowerBound - 1, .saying)
        if candidate.isTitled || !candidate.roles.isEmpty || says { candidate.kind = .person }
        candidates.append(candidate)
    }

    private func appendPerson(_ run: Range<Int>, in sentence: Range<Int>, into candidates: inout [NameCandidate]) {
        var candidate = NameCandidate(tokens: run, full: run, kind: .person)
        attach(&candidate, in: sentence)
        candidates.append(candidate)
    }
}
