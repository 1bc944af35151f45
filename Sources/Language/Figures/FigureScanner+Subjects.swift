internal import TextCore

/// What percentages, sums of money and measures are of: "inflation" of "Inflation in Norland was 5.2%".
extension FigureScanner {
    /// The words of the noun that is the subject of the verb in front of a figure: those in front of its prepositions, without
    /// articles and owners ("the country's jobless rate in March was": "jobless rate"). Nil where nothing but the verb and its
    /// helpers stands between is not so, or where the subject is a pronoun. O(1): at most two dozen words are looked at.
    func subject(of draft: Draft, in sentence: Range<Int>) -> Range<Int>? {
        switch draft.unit {
        case .percent, .money, .measure: break
        case .count where draft.role == .to: break
        default: return nil
        }
        guard !roles.measures.isEmpty, let verb = verbOfMeasure(in: sentence, before: draft.tokens.lowerBound) else { return nil }
        return subject(inFrontOf: verb, sentence)
    }

    /// The verb in front of a figure; helpers, "by" and "to", times, and the other figures of a change stand between.
    private func verbOfMeasure(in sentence: Range<Int>, before start: Int) -> Int? {
        var at = start - 1
        let limit = max(sentence.lowerBound, at - Self.verbReach)
        while at > limit {
            if roles.measures.contains(context.stems[at]) && tokens[at].kind == .word || direction(at) != nil { return at }
            let isStep =
                isTime[at] || context.flags[at].contains(.function) || context.flags[at].contains(.bound)
                || tokens[at].kind == .number || tokens[at].kind == .symbol || context.flags[at].contains(.unit)
                || roles.steps.contains(tokens[at].hash) || context.isByte(at, UInt8(ascii: "%"))
            guard isStep, tokens[at].kind != .quote, !context.flags[at].contains(.saying) else { return nil }
            at -= 1
        }
        return nil
    }

    func subject(inFrontOf verb: Int, _ sentence: Range<Int>) -> Range<Int>? {
        // Helpers: "has been", "will be".
        var stop = verb
        while stop > sentence.lowerBound,
            isTime[stop - 1] || roles.auxiliaries.contains(tokens[stop - 1].hash)
                || Self.reflexives.contains(tokens[stop - 1].hash)
        { stop -= 1 }
        stop = inFrontOfApposition(stop, sentence)
        var start = stop
        let limit = max(sentence.lowerBound, stop - Self.subjectReach)
        while start > limit {
            let before = start - 1
            let isWord = tokens[before].kind == .word || tokens[before].kind == .clitic || tokens[before].kind == .dash
            if !isWord || context.flags[before].contains(.saying) || lexicon.ands.contains(tokens[before].hash) { break }
            start = before
        }
        // What stands in front of a verb farther back than this is no one noun.
        guard start < stop, start > limit || start == sentence.lowerBound else { return nil }
        // The noun begins behind articles and owners and ends in front of a preposition.
        var first = start
        while first < stop, isSmall(first) { first += 1 }
        guard first < stop else { return nil }
        var last = first
        while last < stop, !isTime[last], !isSmall(last) || tokens[last].hash == Self.owner {
            if tokens[last].hash == Self.owner { first = last + 1 }
            last += 1
        }
        // "Prices that rose", "it is the bank whose profit": clauses, not nouns with prepositions.
        guard first < last, last == stop || roles.ofWhat.contains(tokens[last].hash) || isTime[last] else { return nil }
        // "Up to 200 mm fell": an amount, not what fell.
        let isAmount =
            context.flags[last - 1].contains(.unit) && last - 1 > sentence.lowerBound && tokens[last - 2].kind == .number
        return tokens[last - 1].kind == .word && direction(last - 1) == nil && !isAmount ? first..<last : nil
    }

    /// Where an apposition between commas begins that ends right in front of `stop`: "The deficit, the largest since 2010, reached".
    /// One with a verb of saying or in the past is a clause; there `stop` stays.
    func inFrontOfApposition(_ stop: Int, _ sentence: Range<Int>) -> Int {
        guard stop > sentence.lowerBound, context.isByte(stop - 1, UInt8(ascii: ",")) else { return stop }
        let limit = max(sentence.lowerBound, stop - Self.appositionReach)
        for at in (limit..<(stop - 1)).reversed() {
            if context.isByte(at, UInt8(ascii: ",")) { return at }
            guard context.flags[at].isDisjoint(with: [.saying, .past]), tokens[at].kind != .quote, tokens[at].kind != .terminator
            else { return stop }
        }
        return stop
    }

    static let reflexives = WordSet(["se", "s'", "sich"])
    private static let appositionReach = 12

    func isSmall(_ index: Int) -> Bool {
        context.flags[index].contains(.function) || tokens[index].kind == .clitic || roles.ofWhat.contains(tokens[index].hash)
    }

    static let owner = Hash64.folded("'s")
    private static let verbReach = 9
    private static let subjectReach = 14
}
