internal import TextCore

/// Surnames that are names of places and peoples elsewhere.
extension EntityResolver {
    /// The candidates, with those as surnames that are places or peoples elsewhere: „Türk sagte“ where the text has a Volker Türk, and
    /// “London said” where it has a Jack London. O(*n*) in candidates.
    func surnamesTold(_ candidates: [NameCandidate]) -> [NameCandidate] {
        var bearers: [UInt64: Set<UInt64>] = [:]
        for candidate in candidates where candidate.kind == .person && candidate.entry == nil && candidate.tokens.count > 1 {
            let words = nameWords(candidate)
            if let first = words.first, let last = words.last, context.flags[last].contains(.gazetteerStart) {
                bearers[context.tokens[last].hash, default: []].insert(context.tokens[first].hash)
            }
        }
        // Of two people of one surname it would be open who says so.
        let surnames = Set(bearers.filter { $0.value.count == 1 }.keys)
        if surnames.isEmpty { return candidates }
        return candidates.map { candidate in
            let token = candidate.tokens.lowerBound
            guard candidate.entry != nil, candidate.tokens.count == 1, surnames.contains(context.tokens[token].hash),
                says(beside: token)
            else { return candidate }
            var surname = candidate
            surname.entry = nil
            surname.kind = .person
            return surname
        }
    }

    private func says(beside token: Int) -> Bool {
        [token - 1, token + 1].contains { context.tokens.indices.contains($0) && context.flags[$0].contains(.saying) }
    }
}
