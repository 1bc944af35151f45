internal import TextCore

/// Parts of months, seasons and years: "early June", "the end of March", "Mitte März", « début juillet », «в конце марта».
extension TimeScanner {
    /// How a word that names a part stands in front of the stretch.
    struct PortionWord: Sendable {
        let portion: TimeExpression.Portion
        /// Needs "of" behind it: "the start of June", while "early June" does not.
        let needsOf: Bool
    }

    /// "The end of the year", "fin de l'année", "Jahresende", "конца года": a third of the year, month or week of publication.
    func portionOfCurrent(at index: Int, in sentence: Range<Int>) -> Draft? {
        if let compound = lexicon.portionCompounds[tokens[index].hash] {
            return current(compound.unit, compound.portion, index..<(index + 1))
        }
        guard let word = lexicon.portions[tokens[index].hash] else { return nil }
        var at = index + 1
        var hasOf = false
        while sentence.contains(at), at < index + Self.portionReach,
            isLinking(at, sentence.upperBound) || Self.portionLinks.contains(tokens[at].hash)
                || Self.articles.contains(tokens[at].hash) || tokens[at].hash == Self.inWord && !word.needsOf
        {
            hasOf = true
            at += 1
        }
        let needsOf = !context.vocabulary.bearsGenitives && (word.needsOf || lexicon.language != "es")
        guard sentence.contains(at), hasOf || !needsOf, let unit = lexicon.units[tokens[at].hash],
            [.year, .month, .week].contains(unit)
        else { return nil }
        let next = at + 1
        // "the end of the year 2019", "конца 2019 года" and "the end of the month of May" are told elsewhere.
        if sentence.contains(next), tokens[next].kind == .number || isLinking(next, sentence.upperBound) { return nil }
        return current(unit, word.portion, index..<next)
    }

    private func current(_ unit: TimeLexicon.Unit, _ portion: TimeExpression.Portion, _ tokens: Range<Int>) -> Draft {
        var draft = Draft(unit: unit, offset: 0, tokens: tokens, published)
        draft.portion = portion
        return draft
    }

    /// Sets which third of its stretch a time is, and takes the words that say so in.
    /// - Parameter limit: where the time in front of it ends.
    func setPortion(_ draft: inout Draft, after limit: Int, in sentence: Range<Int>) {
        guard draft.value.day == nil, draft.end == nil, draft.value.month ?? draft.value.year != nil || draft.value.season != nil,
            draft.value.hour == nil, draft.value.week == nil
        else { return }
        switch draft.granularity {
        case nil, .month, .season, .year, .decade: break
        default: return
        }
        // "early this month", "in late June"
        for index in draft.tokens.prefix(3) {
            if let word = lexicon.portions[tokens[index].hash], !word.needsOf {
                draft.portion = word.portion
                return
            }
        }
        let first = max(limit, sentence.lowerBound)
        var at = draft.tokens.lowerBound - 1
        var hasOf = false
        var steps = 0
        while at >= first, steps < Self.portionReach {
            if let word = lexicon.portions[tokens[at].hash] {
                guard !word.needsOf || hasOf else { return }
                draft.portion = word.portion
                draft.tokens = at..<draft.tokens.upperBound
                return
            }
            let hash = tokens[at].hash
            if isLinking(at, sentence.upperBound) || Self.portionLinks.contains(hash) {
                hasOf = hasOf || hash != Self.theWord
            } else {
                // "late in March", "le mois de", "mid-March"
                let isStep =
                    Self.articles.contains(hash) || context.isHyphen(at) || lexicon.units[hash] == .month
                    || hash == Self.inWord && at > first && lexicon.portions[tokens[at - 1].hash]?.needsOf == false
                guard isStep else { return }
            }
            at -= 1
            steps += 1
        }
    }

    private static let portionReach = 5
    private static let portionLinks = WordSet(["of", "de", "du", "des", "del", "d'"])
    private static let theWord = Hash64.folded("the")
    private static let inWord = Hash64.folded("in")
}
