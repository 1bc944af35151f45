internal import TextCore

/// Words that an editor put in front of a surname in a quotation: “[special counsel Robert] Mueller” is one person.
struct EditorialBrackets {
    private let context: AnnotationContext
    /// Words in brackets that are read: more are no name.
    private static let longest = 8

    init(_ context: AnnotationContext) { self.context = context }

    /// The candidates without those inside of brackets that belong to the name behind. O(candidates).
    func joined(_ candidates: [NameCandidate]) -> [NameCandidate] {
        var joined: [NameCandidate] = []
        joined.reserveCapacity(candidates.count)
        for candidate in candidates {
            var candidate = candidate
            if let given = joined.last, given.entry == nil, given.kind == .person || given.kind == .unknown,
                candidate.entry == nil, candidate.kind == .person || candidate.kind == .unknown,
                isGivenName(given, before: candidate), let opening = opening(before: given.tokens.lowerBound)
            {
                joined.removeLast()
                candidate.kind = .person
                candidate.roles = given.roles + candidate.roles
                candidate.isTitled = given.isTitled || candidate.isTitled
                if candidate.gender == .unknown { candidate.gender = given.gender }
                candidate.full = opening..<candidate.full.upperBound
            }
            joined.append(candidate)
        }
        return joined
    }

    /// Whether a name in brackets, and right in front of another one, ends in a first name or an initial.
    private func isGivenName(_ given: NameCandidate, before name: NameCandidate) -> Bool {
        guard let last = given.tokens.last(where: { context.tokens[$0].kind == .word }),
            last + 1 < name.tokens.lowerBound, context.isInitial(last) || !context.flags[last].isDisjoint(with: .firstName)
        else { return false }
        var bracket = last + 1
        if context.isByte(bracket, UInt8(ascii: ".")) { bracket += 1 }
        return bracket + 1 == name.tokens.lowerBound && context.isByte(bracket, UInt8(ascii: "]"))
    }

    /// The bracket that opens in front of a token, with nothing but words between; nil for none.
    private func opening(before token: Int) -> Int? {
        var at = token - 1
        while at >= 0, token - at < Self.longest {
            if context.isByte(at, UInt8(ascii: "[")) { return at }
            guard context.tokens[at].kind == .word || context.isByte(at, UInt8(ascii: ".")) else { return nil }
            at -= 1
        }
        return nil
    }
}
