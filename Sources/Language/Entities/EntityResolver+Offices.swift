internal import TextCore

/// What the roles around a name are of: “Kremlin” for a spokesman, “Kraslavia” for a president.
extension EntityResolver {
    /// Words that a role is of are looked for so many tokens away.
    private static let reach = 12

    /// The offices that stand with a name, what they are of included. O(1): roles and reach are bounded.
    func offices(_ candidate: NameCandidate) -> [Office] {
        guard let lexicon = OfficeLexicon.of(context.vocabulary.language) else { return [] }
        return candidate.roles.prefix(4).compactMap { role in
            var tokens = Array(context.tokens[withScope(role, candidate)])
            if role.lowerBound < candidate.tokens.lowerBound { tokens += context.tokens[home(behind: candidate)] }
            return Office(tokens[...], in: context.text, lexicon)
        }
    }

    /// A role with the words that say what it is of: in front of it (“Kraslavia's Foreign Minister”), between it and the name
    /// (« président de la Kraslavie Jan Oll »), or behind it up to the next mark (“Oll, president of Kraslavia,”).
    private func withScope(_ role: Range<Int>, _ candidate: NameCandidate) -> Range<Int> {
        let tokens = context.tokens
        if role.lowerBound < candidate.tokens.lowerBound {
            var start = role.lowerBound
            while start > 0, role.lowerBound - start < 6 {
                if isScope(start - 1) {
                    start -= 1
                } else if start < role.lowerBound, isInsideOrganisation(start - 1) {
                    start -= 2
                } else {
                    break
                }
            }
            return start..<max(role.upperBound, candidate.tokens.lowerBound)
        }
        var end = role.upperBound
        while end < tokens.count, end - role.upperBound < Self.reach {
            let token = tokens[end]
            switch token.kind {
            case .word, .clitic, .dash, .number: break
            default:
                let isClosed = token.kind == .terminator || token.kind == .quote || context.isByte(end, UInt8(ascii: ","))
                return role.lowerBound..<(isClosed ? end : role.upperBound)
            }
            if !context.flags[end].isDisjoint(with: [.saying, .he, .she]) { break }
            end += 1
        }
        return role
    }

    /// “Mayor Paul Lund of Tarn”: what stands behind a name with a title in front.
    private func home(behind candidate: NameCandidate) -> Range<Int> {
        let start = candidate.tokens.upperBound
        guard start < context.tokens.count, Self.homes.contains(context.tokens[start].hash) else { return start..<start }
        var end = start + 1
        while end < context.tokens.count, end - start < 5, context.tokens[end].kind == .word, context.tokens[end].isCapitalized {
            end += 1
        }
        return end > start + 1 ? start..<end : start..<start
    }

    private static let homes = WordSet("of de du von aus".split(separator: " "))

    /// Whether a token is the “of” of an organisation: “Bank of England Governor”.
    private func isInsideOrganisation(_ index: Int) -> Bool {
        context.tokens[index].hash == Self.of && index > 0 && context.tokens[index - 1].isCapitalized
            && context.flags[index - 1].contains(.organisationHead)
    }

    private static let of = Hash64.folded("of")

    /// Whether a token in front of a role says what it is of.
    private func isScope(_ index: Int) -> Bool {
        let token = context.tokens[index]
        switch token.kind {
        case .clitic, .dash: return true
        case .word:
            return token.isCapitalized
                || !context.flags[index].isDisjoint(with: [.gazetteerStart, .roleModifier, .role, .organisationHead])
        default: return false
        }
    }
}
