internal import TextCore

/// Names that stand for people who are called otherwise: “Stefan Varga, also known as Big Steve”, “Henrik, the Prince of Wales”.
extension EntityResolver {
    /// Gives the people who bear a style, in an apposition or by the style alone, its mentions.
    mutating func resolveStyles(_ candidates: [NameCandidate], _ owner: inout [Int]) {
        var holders: [UInt64: Int] = [:]
        for (index, candidate) in candidates.enumerated() where candidate.isStyle {
            let key = styleKey(candidate)
            guard holders[key] == nil, let holder = neighbour(of: index, candidates), owner[holder] >= 0,
                records[owner[holder]].person != nil, !isCrossing(candidate, owner[holder])
            else { continue }
            holders[key] = owner[holder]
        }
        for (index, candidate) in candidates.enumerated() where candidate.isStyle {
            let key = styleKey(candidate)
            owner[index] = holders[key] ?? record(forKey: key, kind: .person)
            if holders[key] != nil { bynames.insert(index) }
        }
    }

    private func styleKey(_ candidate: NameCandidate) -> UInt64 {
        NameKey.name(context.text[context.byteRange(candidate.tokens)].split(separator: " "))
    }

    /// The person between whom and a style stands nothing but a comma and an article.
    private func neighbour(of index: Int, _ candidates: [NameCandidate]) -> Int? {
        let style = candidates[index].tokens
        return [index - 1, index + 1].first { other in
            guard candidates.indices.contains(other), candidates[other].kind == .person, !candidates[other].isStyle else {
                return false
            }
            let name = candidates[other].full
            let gap = other < index ? candidates[other].tokens.upperBound..<style.lowerBound : style.upperBound..<name.lowerBound
            guard let comma = gap.first, context.isByte(comma, UInt8(ascii: ",")), gap.count <= 2 else { return false }
            // “the Duchess of Kessen, Anna Lorn, was”: one of a list has no comma behind it.
            return gap.dropFirst().allSatisfy { context.flags[$0].contains(.function) }
                && (other < index || candidates[other].tokens.count > 1 || candidates[other].isTitled)
        }
    }

    /// Joins people with the names that the text says they are known by. O(*n*) in mentions.
    mutating func joinBynames(_ candidates: [NameCandidate], _ owner: inout [Int]) {
        let phrases = NameContexts.shared.bynames
        // By records of bynames, those of their bearers, and the other way round: no byname has a byname.
        var bearers: [Int: Int] = [:]
        var bearing: Set<Int> = []
        for index in candidates.indices.dropLast() {
            let (bearer, other) = (candidates[index], candidates[index + 1])
            let (old, new) = (owner[index + 1], bearers[owner[index]] ?? owner[index])
            guard old != new, bearers[old] == nil, !bearing.contains(old), records[owner[index]].kind == .person,
                records[owner[index]].person != nil,
                other.entry == nil, isByname(other)
            else { continue }
            var at = bearer.tokens.upperBound
            let limit = other.full.lowerBound
            guard at < limit, limit - at <= Self.bynameReach else { continue }
            if context.isByte(at, UInt8(ascii: ",")) || context.isByte(at, UInt8(ascii: "(")) { at += 1 }
            guard let phrase = phrases.longestMatch(in: context.tokens, at: at, limit: limit) else { continue }
            // An article, a mark or a first word of the byname may stand between.
            guard
                (phrase.endIndex..<limit).allSatisfy({ token in
                    context.tokens[token].kind == .quote || context.tokens[token].isCapitalized
                        || context.flags[token].contains(.function) && token == phrase.endIndex
                })
            else { continue }
            records[new].keys += records[old].keys + [records[old].person?.surname].compactMap { $0 }
            bearers[old] = new
            bearing.insert(new)
        }
        guard !bearers.isEmpty else { return }
        for mention in candidates.indices {
            guard let bearer = bearers[owner[mention]] else { continue }
            owner[mention] = bearer
            bynames.insert(mention)
        }
    }

    /// Whether a name is all of what somebody may be called: not “known as the Kessen ripper”.
    private func isByname(_ candidate: NameCandidate) -> Bool {
        let next = candidate.tokens.upperBound
        guard next < context.tokens.count, context.tokens[next].kind == .word else { return true }
        return !context.flags[next].isDisjoint(with: [.function, .saying, .past])
    }

    private static let bynameReach = 10
}
