internal import TextCore

/// What stands around names of all kinds and tells that they are shorter, of another kind, or no names at all.
struct NameCorrections {
    private let context: AnnotationContext
    private let contexts = NameContexts.shared
    /// Tokens that belong to dates and times.
    private let isTime: [Bool]

    init(_ context: AnnotationContext, times: [TimeExpression]) {
        self.context = context
        var isTime = [Bool](repeating: false, count: context.tokens.count)
        for time in times { for index in time.tokens where isTime.indices.contains(index) { isTime[index] = true } }
        self.isTime = isTime
    }

    /// The candidates that are left, corrected. O(candidates).
    func corrected(_ candidates: [NameCandidate]) -> [NameCandidate] {
        var corrected: [NameCandidate] = []
        corrected.reserveCapacity(candidates.count)
        for var candidate in candidates {
            if isWord(candidate) { continue }
            dropLetters(&candidate)
            if isResidence(candidate, after: corrected.last) { candidate.kind = .place }
            corrected.append(candidate)
        }
        return corrected
    }

    /// “Christmas Eve”, “3pm GMT”: part of a time; “Oscar-winning”: a prize. Places have zones called after them (“Moscow time”).
    private func isWord(_ candidate: NameCandidate) -> Bool {
        guard candidate.entry == nil, !candidate.isTitled, candidate.roles.isEmpty else { return false }
        if candidate.kind != .place, candidate.tokens.allSatisfy({ isTime[$0] }) { return true }
        let next = candidate.tokens.upperBound
        return candidate.kind == .person && candidate.tokens.count == 1 && next + 1 < context.tokens.count
            && context.isHyphen(next) && contexts.behindPrizes.contains(context.tokens[next + 1].hash)
    }

    /// “Fiona Keats KC”
    private func dropLetters(_ candidate: inout NameCandidate) {
        guard candidate.kind == .person else { return }
        while candidate.tokens.count > 2, let last = candidate.tokens.last,
            contexts.postNominals.contains(context.tokens[last].hash), context.tokens[last].isCapitalized
        {
            candidate.tokens = candidate.tokens.lowerBound..<last
        }
    }

    /// “Kyle Reddy, 29, of Long Lane, Westcote”: behind somebody's age is where he lives.
    private func isResidence(_ candidate: NameCandidate, after previous: NameCandidate?) -> Bool {
        guard candidate.kind == .person || candidate.kind == .unknown, candidate.entry == nil, !candidate.isTitled,
            candidate.roles.isEmpty
        else { return false }
        let first = candidate.tokens.lowerBound
        if let previous, previous.kind == .place, previous.entry == nil, previous.tokens.upperBound + 1 == first,
            isComma(first - 1),
            isBehindAge(previous.tokens.lowerBound)
        {
            return true
        }
        return isBehindAge(first)
    }

    /// Whether “, 29, of” or “, 29, from” stands in front.
    private func isBehindAge(_ index: Int) -> Bool {
        index > 4 && Self.of.contains(context.tokens[index - 1].hash) && isComma(index - 2)
            && context.tokens[index - 3].kind == .number && isComma(index - 4)
    }

    private func isComma(_ index: Int) -> Bool { context.isByte(index, UInt8(ascii: ",")) }

    private static let of = WordSet(["of", "from"])
}
