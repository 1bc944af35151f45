internal import TextCore

/// Surnames that are names of places and peoples elsewhere.
extension EntityResolver {
    /// The candidates, with those as surnames that are places or peoples elsewhere: „Türk sagte“ where the text has a Volker Türk, and
    /// “London said” where it has a Jack London. O(*n*) in candidates.
    func surnamesTold(_ candidates: [NameCandidate]) -> [NameCandidate] {
        var surnames: Set<UInt64> = []
        for candidate in candidates where candidate.kind == .person && candidate.entry == nil && candidate.tokens.count > 1 {
            if let last = nameWords(candidate).last, context.flags[last].contains(.gazetteerStart) {
                surnames.insert(context.tokens[last].hash)
            }
        }
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
