internal import Language
internal import TextCore

/// Lists of people as sources: “Ann Moss, Tom Corle and Ida Vesterby”, “police, prosecutors and the mayor”.
extension SourceFinder {
    /// How many items a list may have in front of its last two, and how many tokens an item.
    private static let most = (items: 5, tokens: 8)

    /// Where a list starts whose last two items, a phrase behind a comma, a coordinator joins; nil where it is no list.
    func listStart(_ comma: Int, _ tail: Range<Int>, from low: Int) -> Int? {
        guard reading.isComma(comma), comma + 1 == tail.lowerBound,
            let joint = tail.first(where: { reading.has($0, .coordinator) }),
            joint == tail.lowerBound || isItem(tail.lowerBound..<joint), isItem((joint + 1)..<tail.upperBound)
        else { return nil }
        var first: Int?
        var comma = comma
        for _ in 0..<Self.most.items {
            var start = comma
            while start > low, comma - start < Self.most.tokens, !reading.isComma(start - 1), reading.isOutside(start - 1) {
                start -= 1
            }
            let isBounded = start == low || reading.isComma(start - 1)
            guard isBounded, isItem(start..<comma) else { break }
            first = start
            guard start > low else { break }
            comma = start - 1
        }
        return first
    }

    /// The end of a list of names that goes on behind a comma and that a coordinator closes.
    func listEnd(_ head: Range<Int>, before high: Int) -> Int? {
        guard isItem(head) else { return nil }
        var index = head.upperBound
        for _ in 0..<Self.most.items {
            guard index < high, reading.isOutside(index), reading.isComma(index) || reading.has(index, .coordinator) else {
                return nil
            }
            let closes = reading.has(index, .coordinator) || index + 1 < high && reading.has(index + 1, .coordinator)
            index += reading.isComma(index) && closes ? 2 : 1
            guard let name = person(startingAt: index), name.upperBound <= high else { return nil }
            index = name.upperBound
            if closes { return index }
        }
        return nil
    }

    /// Whether some tokens are a name, or a noun phrase for people, and no more.
    private func isItem(_ range: Range<Int>) -> Bool {
        guard let first = range.first, let last = range.last, range.count <= Self.most.tokens else { return false }
        let others: WordClass = [.preposition, .adverb, .subordinator, .auxiliary, .coordinator, .complementizer, .subject]
        guard
            range.allSatisfy({
                reading.isOutside($0) && (tokens[$0].kind == .word && !reading.has($0, others) || tokens[$0].kind == .terminator)
                    && (tokens[$0].isCapitalized || tokens[$0].kind == .terminator || reading.has($0, [.role, .collective])
                        || $0 == first && reading.has($0, .determiner))
            })
        else { return false }
        if !reading.has(last, .document), reading.has(last, .collective) { return true }
        if reading.has(last, .role), reading.has(first, .determiner) { return true }
        return range.contains { person(startingAt: $0)?.upperBound == range.upperBound }
    }

    /// The name of a person that ends right before a token.
    func person(endingAt end: Int) -> Range<Int>? {
        let low = max(0, end - 6)
        return (low..<max(low, end)).lazy.compactMap { self.person(startingAt: $0) }.first { $0.upperBound == end }
    }

    /// The name that starts at a token, which may be a person's.
    func person(startingAt token: Int) -> Range<Int>? {
        let names = reading.text.names
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        guard low < names.count, names[low].tokens.lowerBound == token, !names[low].isDemonym else { return nil }
        let name = names[low]
        return name.kind == .person || name.kind == .unknown && name.tokens.count > 1 ? name.tokens : nil
    }
}
