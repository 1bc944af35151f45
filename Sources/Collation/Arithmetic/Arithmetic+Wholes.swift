internal import Language
internal import TextCore

/// Parts told in the sentence behind their total, and shares of one vote or stock against 100.
extension Arithmetic {
    // MARK: The sentence behind

    /// "Fourteen people were killed. The dead were nine men and three children.": who they were, against how many.
    func checkRoster(_ total: Figure, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard total.unit == .count, total.bound == .exact, !total.isQuantifier, total.counted != nil || total.casualty != nil,
            total.role == .value || total.role == .total, let home = sentence(of: total),
            text.sentences.indices.contains(home + 1),
            text.sentences[home].section == text.sentences[home + 1].section,
            figures.count(where: { sentence(of: $0) == home && $0.unit == .count }) == 1, opensRoster(home + 1)
        else { return nil }
        let parts = Array(figures[(at + 1)...].prefix { sentence(of: $0).map { $0 <= home + 1 } ?? false })
        guard parts.count >= 2, parts.allSatisfy({ sentence(of: $0) == home + 1 && isPart($0, of: total) && $0.role == .value }),
            parts.allSatisfy({ $0.countedStem != total.countedStem }), isEnumeration(parts), endsRoster(parts, home + 1)
        else { return nil }
        return mismatch(total, parts)
    }

    /// "The ten victims were six men, three women and a child."
    func isRoster(_ total: Figure, _ parts: [Figure], _ home: Int) -> Bool {
        let behind = self.behind(total)
        guard total.unit == .count, total.counted != nil, let first = parts.first, first.tokens.lowerBound == behind + 1,
            lists.copulas.contains(text.tokens[behind].hash)
        else { return false }
        let front = text.sentences[home].tokens.lowerBound..<total.tokens.lowerBound
        return front.count <= 2 && !front.contains { lists.among.contains(text.tokens[$0].hash) } && endsRoster(parts, home)
    }

    /// "The dead were", "The victims were": not "among the dead were".
    private func opensRoster(_ home: Int) -> Bool {
        let tokens = text.sentences[home].tokens
        let opening = tokens.prefix(4)
        guard let word = opening.first(where: { lists.roster.contains(text.tokens[$0].hash) }), word + 1 < tokens.upperBound
        else {
            return false
        }
        return lists.copulas.contains(text.tokens[word + 1].hash)
            && (tokens.lowerBound..<word).allSatisfy { lists.function.contains(text.tokens[$0].hash) }
            && !(tokens.lowerBound..<word).contains { lists.among.contains(text.tokens[$0].hash) }
    }

    /// Whether a list of who they were closes its sentence: "and others" would leave it open.
    private func endsRoster(_ parts: [Figure], _ home: Int) -> Bool {
        guard let last = parts.last else { return false }
        return (behind(last)..<max(behind(last), text.sentences[home].tokens.upperBound)).count { text.tokens[$0].isWord } <= 3
    }

    // MARK: Places

    /// "Killed 12 people, seven in Varden and four in Brannock": how many were where, against how many in all.
    func checkPlaces(_ total: Figure, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard total.unit == .count, total.bound == .exact, !total.isQuantifier, total.counted != nil || total.casualty != nil,
            total.role == .value || total.role == .total, let home = sentence(of: total)
        else { return nil }
        let end = text.sentences[home].tokens.upperBound
        let parts = Array(figures[(at + 1)...].prefix { sentence(of: $0) == home && $0.tokens.upperBound <= end })
        guard parts.count >= 2, let first = parts.first,
            parts.allSatisfy({
                $0.unit == .count && $0.bound == .exact && !$0.isQuantifier && $0.counted == nil && $0.value < total.value
                    && isOfPlace($0)
            })
        else { return nil }
        // Nothing but a comma, colon or dash stands in front of the list, and each part follows the last one's place.
        let front = behind(total)..<max(behind(total), first.tokens.lowerBound)
        guard front.count == 1, !text.tokens[front.lowerBound].isWord else { return nil }
        let follow = zip(parts, parts.dropFirst()).allSatisfy { one, next in
            (one.tokens.upperBound..<max(one.tokens.upperBound, next.tokens.lowerBound)).count { text.tokens[$0].isWord } <= 5
        }
        guard follow else { return nil }
        return mismatch(total, parts)
    }

    /// "seven in Varden"
    private func isOfPlace(_ figure: Figure) -> Bool {
        let next = figure.tokens.upperBound
        guard text.tokens.indices.contains(next), lists.locative.contains(text.tokens[next].hash) else { return false }
        return text.names.contains { $0.kind != .person && (next + 1...next + 2).contains($0.tokens.lowerBound) }
    }

    // MARK: Shares of one vote

    /// "Weil won 58 percent of the vote, Berg 33 and Kroll 21 percent": shares of one vote or stock in a sentence come to no more
    /// than 100; those of the next sentence, too, where it tells what others had of that vote.
    func checkShares(_ first: Figure, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard isShare(first), let home = sentence(of: first) else { return nil }
        if at > 0, isShare(figures[at - 1]), sentence(of: figures[at - 1]) == home { return nil }
        return checkShares(of: [home], from: at, figures)
            ?? (goesOn(home) ? checkShares(of: [home, home + 1], from: at, figures) : nil)
    }

    private func goesOn(_ home: Int) -> Bool {
        text.sentences.indices.contains(home + 1) && text.sentences[home].section == text.sentences[home + 1].section
    }

    private func checkShares(of homes: [Int], from at: Int, _ figures: [Figure]) -> ArithmeticFinding? {
        let all = figures[at...].prefix { sentence(of: $0).map(homes.contains) ?? false }
        let parts = Array(all.filter(isShare))
        guard parts.count >= 2, let first = parts.first, let last = parts.last, let start = homes.first, let end = homes.last,
            homes.allSatisfy({ home in parts.contains { sentence(of: $0) == home } })
        else { return nil }
        let tokens = text.sentences[start].tokens.lowerBound..<text.sentences[end].tokens.upperBound
        guard isOfOneVote(parts, tokens) || homes.count == 1 && areListedOfOneVote(parts) else { return nil }
        let row = first.tokens.lowerBound..<min(tokens.upperBound, last.tokens.upperBound + 2)
        // Before and after, men and women, here and there: shares of two wholes.
        guard !row.contains(where: { isApart($0) }), !text.times.contains(where: { tokens.contains($0.tokens.lowerBound) }),
            all.allSatisfy({ $0.unit == .percent || $0.unit == .ordinal || $0.isQuantifier && isOfVote($0) })
        else { return nil }
        let sum = parts.reduce(0) { $0 + $1.value }
        let rounded = parts.reduce(0) { $0 + written($1).upperBound - $1.value }
        guard sum > 100 + rounded + 0.5, sum < 200 else { return nil }
        return notTheWhole(parts, from: first, to: last, sum: sum)
    }

    /// "36.4 percent, 35.1 percent, 21.9 percent and 8.6 percent of the vote"
    private func areListedOfOneVote(_ parts: [Figure]) -> Bool {
        parts.count >= 3 && parts.last.map(isOfVote) == true
            && zip(parts, parts.dropFirst()).allSatisfy { one, next in
                (one.tokens.upperBound..<max(one.tokens.upperBound, next.tokens.lowerBound)).allSatisfy {
                    text.isByte($0, UInt8(ascii: ",")) || lists.additive.contains(text.tokens[$0].hash)
                }
            }
    }

    private func isOfVote(_ part: Figure) -> Bool {
        part.counted.map { lists.wholes.contains(text.tokens[text.tokens(in: $0).upperBound - 1].hash) } ?? false
    }

    private func isShare(_ figure: Figure) -> Bool {
        figure.unit == .percent && figure.bound == .exact && figure.role == .value && figure.second == nil && figure.value > 0
    }

    /// Whether one share at least is said to be of the vote, and all that are said to be of something are of that; and whether each
    /// has a name of its own in front of it.
    private func isOfOneVote(_ parts: [Figure], _ tokens: Range<Int>) -> Bool {
        let wholes = Set(parts.compactMap { part in part.counted.map { text.text[$0] } })
        // "Took 36.4% with all votes counted", and what three at least took.
        let isVote =
            parts.contains(where: isOfVote)
            || parts.count >= 3 && wholes.isEmpty && tokens.contains { lists.wins.contains(text.tokens[$0].hash) }
        guard isVote, wholes.count <= 1, let first = parts.first, let last = parts.last else { return false }
        // "Took 60% in Varden": a vote of that place.
        let row = first.tokens.upperBound..<max(first.tokens.upperBound, min(tokens.upperBound, last.tokens.upperBound + 2))
        let isOfPlace = row.contains { index in
            lists.locative.contains(text.tokens[index].hash) && tokens.contains(index + 1) && text.tokens[index + 1].isCapitalized
        }
        guard !isOfPlace else { return false }
        var start = tokens.lowerBound
        var named: Set<Int> = []
        for part in parts {
            let front = start..<max(start, part.tokens.lowerBound)
            let owners = text.names.filter { front.contains($0.tokens.lowerBound) }
            guard !owners.contains(where: { $0.kind == .place }), let owner = owners.last?.entity, named.insert(owner).inserted
            else { return false }
            start = part.tokens.upperBound
        }
        return true
    }

    /// Words that set one whole against another, or say how often a share counts.
    private func isApart(_ index: Int) -> Bool {
        let hash = text.tokens[index].hash
        return lists.contrast.contains(hash) || lists.restricting.contains(hash) || lists.relative.contains(hash)
            || lists.clause.contains(hash) && !lists.additive.contains(hash)
            || GrammarWords.english.distributives.contains(hash) && !isWhole(index + 1)
    }

    /// "with all votes counted"
    private func isWhole(_ index: Int) -> Bool {
        text.tokens.indices.contains(index) && lists.wholes.contains(text.tokens[index].hash)
    }
}
