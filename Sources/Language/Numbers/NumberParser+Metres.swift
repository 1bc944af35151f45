internal import TextCore

/// "50m": metres or millions.
extension NumberParser {
    /// The metre, where the letter that touches a number means it. English writes millions so, too ("£50m", "50m people", "3m
    /// copies"), and the words beside it tell; elsewhere a small m is a metre but beside a currency.
    ///
    /// - Complexity: O(1): at most the words of one sentence near the number are looked at.
    func metres(_ suffix: Range<Int>, _ number: ParsedNumber, end: Int) -> String? {
        guard suffix.count == 1, let letter = suffix.first, context.text.bytes[letter] == UInt8(ascii: "m"),
            let metre = lexicon.units[Hash64.folded("m")], !isBesideCurrency(number.tokens, end)
        else { return nil }
        switch lexicon.language {
        case "fr", "de", "es", "ru": return metre
        case "en": return isLength(number.tokens.lowerBound, number.value, end, depth: 0) ? metre : nil
        default: return nil
        }
    }

    /// "£50m", "£40m-50m", "EUR 50m", "50m euros", « 50m d'euros ».
    private func isBesideCurrency(_ number: Range<Int>, _ end: Int) -> Bool {
        var front = number.lowerBound - 1
        if front > 0, tokens[front].kind == .dash, tokens[front - 1].kind == .number { front -= 2 }
        if front >= 0, isCurrency(front) { return true }
        let next = number.upperBound
        guard next < end else { return false }
        return isCurrency(next) || next + 1 < end && FigureScanner.of.contains(tokens[next].hash) && isCurrency(next + 1)
    }

    private func isCurrency(_ index: Int) -> Bool {
        tokens[index].kind == .symbol
            ? lexicon.currencySigns[tokens[index].hash] != nil : lexicon.currencies[tokens[index].hash] != nil
    }

    /// Whether the English words around the number at `index` are those of a length.
    private func isLength(_ index: Int, _ value: Double, _ end: Int, depth: Int) -> Bool {
        let words = lexicon.metres
        var next = index + 1
        let isCompound = next + 1 < end && context.isHyphen(next) && !tokens[next + 1].followsSpace
        if isCompound { next += 1 }
        if next < end {
            if words.extents.contains(tokens[next].hash) { return true }
            // "1.5m cubic metres", "5m tonnes"
            if context.flags[next].contains(.unit) || lexicon.squares.contains(tokens[next].hash)
                || lexicon.cubics.contains(tokens[next].hash)
            {
                return false
            }
            if isRace(at: next, value, end) || isLengthy(at: next, value, end) { return true }
            if !isCompound, isFollowedByPlace(index, next, end) { return true }
        }
        if isHeight(index, value, end) { return true }
        // "a distance of 800m separates"
        if index > 1, tokens[index - 1].hash == Self.ofWord, words.nouns.contains(tokens[index - 2].hash) { return true }
        return isBare(next, end)
            && (isHeight(index, value, end) || isMeasured(index, value, next, end)
                || isTheRace(index, value, next, end, depth: depth))
    }

    /// "snow fell above 1,200m", "the camp at 5,300m"
    private func isHeight(_ index: Int, _ value: Double, _ end: Int) -> Bool {
        var front = index - 1
        if front > 0, context.flags[front].contains(.bound), !lexicon.metres.levels.contains(tokens[front].hash) { front -= 1 }
        return front >= 0 && value <= Self.highest && lexicon.metres.levels.contains(tokens[front].hash)
            && isNear(index, end, lexicon.metres.heights)
    }

    private static let highest = 9000.0

    /// "100m freestyle", "200m world record": of a length that races have.
    private func isRace(at index: Int, _ value: Double, _ end: Int) -> Bool {
        guard isRaceDistance(value) else { return false }
        var at = index
        while at < min(end, index + 4), lexicon.metres.raceModifiers.contains(tokens[at].hash) || context.isHyphen(at) { at += 1 }
        return at < end && lexicon.metres.races.contains(tokens[at].hash)
    }

    private func isRaceDistance(_ value: Double) -> Bool { Int(exactly: value).map(lexicon.metres.distances.contains) ?? false }

    /// "a 60m vessel", "a 12m concrete wall"
    private func isLengthy(at index: Int, _ value: Double, _ end: Int) -> Bool {
        guard value <= Self.longestThing else { return false }
        if lexicon.metres.lengthy.contains(tokens[index].hash) {
            // "a 200m drop in profits"
            let isChange = lexicon.roles.changes[context.stems[index]] != nil
            return !(isChange && index + 1 < end && tokens[index + 1].hash == Self.inWord)
        }
        return index + 1 < end && tokens[index].kind == .word && !context.flags[index].contains(.function)
            && lexicon.metres.lengthy.contains(tokens[index + 1].hash)
    }

    private static let longestThing = 1000.0

    /// "50m off the beach"; "20m from the road", but not "raised 20m from the sale" nor "up 20m from the year before".
    private func isFollowedByPlace(_ index: Int, _ next: Int, _ end: Int) -> Bool {
        let words = lexicon.metres
        if words.behind.longestMatch(in: tokens, at: next, limit: end) != nil { return true }
        // "within 100m of the shore"
        if index > 0, tokens[index - 1].hash == Self.within { return true }
        guard let phrase = words.behindMotion.longestMatch(in: tokens, at: next, limit: end), phrase.endIndex < end else {
            return false
        }
        let noun = phrase.endIndex
        guard tokens[noun].kind == .word, context.flags[noun].isDisjoint(with: [.timeStart, .time, .number]),
            !words.flows.contains(tokens[noun].hash)
        else { return false }
        return !(max(0, index - Self.reach)..<index).contains { words.flows.contains(tokens[$0].hash) }
    }

    private static let ofWord = Hash64.folded("of")
    private static let within = Hash64.folded("within")

    /// "a depth of 45m", "swam 300m", "the winning throw was 88.13m", "cleared 2.31m", "threw 67.22m in the javelin".
    private func isMeasured(_ index: Int, _ value: Double, _ next: Int, _ end: Int) -> Bool {
        let words = lexicon.metres
        let isFine = value < Self.farthestThrow && value != value.rounded(.down)
        // "jumped 1.5m to 20m" is a sum's.
        let isChange = next + 1 < end && tokens[next].hash == Self.to && tokens[next + 1].kind == .number
        var at = index - 1
        var steps = 0
        while at >= 0, steps < Self.linkReach, tokens[at].kind == .word {
            let hash = tokens[at].hash
            if words.nouns.contains(hash) || isFine && words.feats.contains(hash) { return true }
            let isDirect = steps == 0 || context.flags[at + 1].contains(.bound)
            if isDirect, !isChange, words.verbs.contains(hash) || isFine && words.featVerbs.contains(hash) { return true }
            guard context.flags[at].contains(.function) || context.flags[at].contains(.bound) else { break }
            at -= 1
            steps += 1
        }
        return isFine && !isChange && isNear(index, end, words.fieldEvents)
    }

    private static let farthestThrow = 100.0
    private static let linkReach = 4
    private static let to = Hash64.folded("to")

    /// "the 1,500m in 3:41", "won the 200m and 400m", "gold in the men's 800m", "the 100m and 200m champion".
    private func isTheRace(_ index: Int, _ value: Double, _ next: Int, _ end: Int, depth: Int) -> Bool {
        let words = lexicon.metres
        guard isRaceDistance(value) else { return false }
        // What is said of the next distance in a list holds for this one.
        if depth < 3, next + 1 < end, isJoint(next), isMetreLike(next + 1),
            isLength(next + 1, number(of: next + 1), end, depth: depth + 1)
        {
            return true
        }
        var front = index - 1
        while front > 1, isJoint(front), isMetreLike(front - 1) { front -= 2 }
        guard front >= 0, Self.determiners.contains(tokens[front].hash) else { return false }
        if next < end, Self.notRaces.contains(tokens[next].hash) { return false }
        if front > 0, words.raceVerbs.contains(tokens[front - 1].hash) { return true }
        if next + 1 < end, tokens[next].hash == Self.inWord, tokens[next + 1].kind == .number { return true }
        return isNear(index, end, words.sports)
    }

    private static let inWord = Hash64.folded("in")
    private static let determiners = WordSet(["the", "'s", "’s", "men", "women", "boys", "girls", "mixed", "his", "her"])
    /// Behind a sum that somebody owes or people who are many.
    private static let notRaces = WordSet(["that", "which", "who", "it", "he", "she", "they", "we", "of", "has", "have", "had"])

    private func isJoint(_ index: Int) -> Bool {
        lexicon.ands.contains(tokens[index].hash) || context.isByte(index, UInt8(ascii: ","))
    }

    /// "400m": digits with the letter.
    private func isMetreLike(_ index: Int) -> Bool {
        tokens[index].kind == .number && context.text.bytes[Int(tokens[index].end) - 1] == UInt8(ascii: "m")
    }

    /// The whole number that digits with separators are.
    private func number(of index: Int) -> Double {
        context.text.bytes[tokens[index].range].reduce(0.0) { $1 &- 0x30 < 10 ? $0 * 10 + Double($1 &- 0x30) : $0 }
    }

    private func isNear(_ index: Int, _ end: Int, _ words: WordSet) -> Bool {
        for step in 1...Self.sportReach {
            let front = index - step
            guard front >= 0, tokens[front].kind != .terminator else { break }
            if words.contains(tokens[front].hash) { return true }
        }
        return (index..<min(end, index + Self.sportReach)).contains { words.contains(tokens[$0].hash) }
    }

    private static let reach = 6
    private static let sportReach = 16

    /// Whether nothing that could be counted stands at `index`.
    private func isBare(_ index: Int, _ end: Int) -> Bool {
        guard index < end, tokens[index].kind == .word else { return true }
        return context.flags[index].contains(.function) || !context.flags[index].isDisjoint(with: [.timeStart, .time])
            || lexicon.metres.lengthAdverbs.contains(tokens[index].hash)
    }
}
