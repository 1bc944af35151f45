internal import Language
internal import TextCore

/// What words of one witness stand for, where a witness of another article says it in full: evidence that a reader would have to
/// look up.
extension ReasonFinder {
    /// At most this many are told.
    private static let mostReferences = 3
    /// At most this many witnesses of a statement are looked at.
    private static let mostWitnesses = 12

    /// What the witnesses take up from before, and whom their pronouns and roles stand for, each once.
    /// - Complexity: O(pairs of witnesses, at most ``mostWitnesses``², times their tokens and the names of their articles).
    func references(in places: [PlacedWitness], _ scored: ScoredPairs) -> [Reason] {
        let places = places.prefix(Self.mostWitnesses)
        var found: [Reason] = []
        for one in places {
            let others = places.filter { other in
                story.units[other.unit].article != story.units[one.unit].article
                    && !CrossLanguage.applies(to: story.units[one.unit], story.units[other.unit], in: story)
            }
            let taken = others.lazy.compactMap { takenUp(by: one, saidBy: $0, scored) }.first
            for reason in (taken.map { [$0] } ?? []) + others.flatMap({ mentions(of: one, namedBy: $0, scored) })
            where !found.contains(reason) {
                found.append(reason)
            }
        }
        return Array(found.prefix(Self.mostReferences))
    }

    private func takenUp(by one: PlacedWitness, saidBy other: PlacedWitness, _ scored: ScoredPairs) -> Reason? {
        guard let antecedent = scored.resolved.antecedents.ofUnit[one.unit], antecedent.isTold,
            one.witness.passage.range.contains(antecedent.place),
            scored.resolved.says(other.unit, whatIsTakenUpBy: one.unit),
            let from = antecedent.clauses.first, let to = antecedent.clauses.last
        else { return nil }
        let text = story.articles[one.witness.passage.article].annotated
        let said = text.text[scored.table.clauses[from].range.lowerBound..<scored.table.clauses[to].range.upperBound]
        guard antecedent.reference.kind != .answer else { return .answers(said) }
        return .refersTo(words(antecedent.reference.tokens, in: text), said)
    }

    /// Pronouns and roles of one passage for people whom the other names and the one does not.
    private func mentions(of one: PlacedWitness, namedBy other: PlacedWitness, _ scored: ScoredPairs) -> [Reason] {
        let (here, there) = (one.witness.passage, other.witness.passage)
        let referents = scored.propositions.referentOfToken
        let named = names(in: there, referents[there.article])
        guard !named.isEmpty, !referents[here.article].isEmpty else { return [] }
        let text = story.articles[here.article].annotated
        var told = Set(names(in: here, referents[here.article]).keys)
        return text.tokens(in: here.range).compactMap { token in
            let key = referents[here.article][token]
            guard let name = named[key], let start = mention(at: token, in: text), told.insert(key).inserted else { return nil }
            return .refersTo(words(start..<(token + 1), in: text), name)
        }
    }

    /// The first token of a pronoun (itself) or of a role with its article (“the special counsel”); nil for a title in front of a
    /// name.
    private func mention(at token: Int, in text: AnnotatedText) -> Int? {
        if StoryReferents.isPronoun(text.tokens[token].hash) { return token }
        return (1...StoryReferents.mostBetween).map { token - $0 }
            .first { $0 >= 0 && StoryReferents.isArticle(text.tokens[$0].hash) }
    }

    /// For each person whom a passage names, their fullest name in its article.
    private func names(in passage: Passage, _ referents: [UInt64]) -> [UInt64: String] {
        let text = story.articles[passage.article].annotated
        guard !referents.isEmpty else { return [:] }
        var names: [UInt64: String] = [:]
        for mention in text.names where passage.range.contains(mention.range.lowerBound) && mention.entity < text.entities.count {
            let entity = text.entities[mention.entity]
            guard entity.kind == .person, let token = mention.tokens.first, referents[token] != 0 else { continue }
            names[referents[token]] = entity.name
        }
        return names
    }

    private func words(_ tokens: Range<Int>, in text: AnnotatedText) -> String {
        guard let first = tokens.first, let last = tokens.last else { return "" }
        return text.text[Int(text.tokens[first].start)..<text.tokens[last].range.upperBound]
    }
}
