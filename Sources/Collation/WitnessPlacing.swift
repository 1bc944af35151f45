internal import Language
internal import Speech
internal import TextCore

/// Turns a group of units into the places and forms of its witnesses.
///
/// A unit is a sentence; a witness points at the clauses of it that carry the statement. A clause is taken when its words
/// are in common with the other articles' units of the group nearly as much as the best clause's.
struct WitnessPlacing {
    /// A clause with less than this share of the best clause's common weight is left out.
    static let share: Float = 0.5
    /// A unit is compared with at most this many others of its group.
    static let most = 24

    let story: Story

    /// The witness of one unit of a group.
    func witness(of unit: Int, in group: UnitGroup) -> Witness {
        let range = place(of: unit, in: group)
        let owner = story.units[unit]
        let speech = speech(of: owner, in: range)
        return Witness(
            passage: Passage(article: owner.article, range: range),
            form: isVerbatim(unit, in: group) ? .verbatim : speech.form,
            speaker: speech.speaker
        )
    }

    /// The bytes of a unit that carry the group's statement.
    func place(of unit: Int, in group: UnitGroup) -> Range<Int> {
        let owner = story.units[unit]
        guard owner.statements.count > 1 else { return owner.range }
        let statements = story.articles[owner.article].speech.statements[owner.statements]
        let others = group.units.filter { story.units[$0].article != owner.article }
        let partners = Set(others.prefix(Self.most).flatMap { story.concepts.row($0) })
        let scores = statements.map { statement in
            story.concepts.weight(of: story.conceptKeys(of: unit, in: statement.range).intersection(partners))
        }
        guard let best = scores.max(), best > 0,
            let first = scores.firstIndex(where: { $0 >= best * Self.share }),
            let last = scores.lastIndex(where: { $0 >= best * Self.share })
        else { return owner.range }
        let start = statements[statements.startIndex + first].range.lowerBound
        let end = statements[statements.startIndex + last].range.upperBound
        return start < end ? start..<end : owner.range
    }

    /// Whether another article's unit of the group reads the same.
    private func isVerbatim(_ unit: Int, in group: UnitGroup) -> Bool {
        let words = story.units[unit].words
        return words.count >= 3
            && group.units.contains { story.units[$0].article != story.units[unit].article && story.units[$0].words == words }
    }

    /// Whose words stand in a range, and whether in quotation marks.
    func speech(of unit: Unit, in range: Range<Int>) -> (form: Witness.Form, speaker: String?) {
        let speech = story.articles[unit.article].speech
        var marked = 0
        var best: (length: Int, quotation: Quotation)?
        for statement in speech.statements[unit.statements] {
            guard let index = statement.quotation, speech.quotations.indices.contains(index) else { continue }
            let quotation = speech.quotations[index]
            guard quotation.isSpeech else { continue }
            let length = quotation.content.reduce(0) { $0 + $1.clamped(to: range).count }
            guard length > 0 || statement.range.overlaps(range) else { continue }
            if quotation.kind != .indirect, statement.range.overlaps(range) { marked = max(marked, length) }
            if best.map({ length > $0.length }) ?? true { best = (length, quotation) }
        }
        guard let best else { return (.narrated, nil) }
        let form: Witness.Form = 5 * marked >= 2 * range.count ? .quoted : .retold
        return (form, best.quotation.speaker?.name)
    }
}

extension Story {
    /// Keys, in ``concepts``, of the content words of a unit inside a byte range.
    func conceptKeys(of unit: Int, in range: Range<Int>) -> Set<Int32> {
        let owner = units[unit]
        let table = lists[owner.article].concepts
        let tokens = articles[owner.article].annotated.tokens
        var keys: Set<Int32> = []
        for term in owner.terms where range.contains(Int(tokens[term.token].start)) {
            if let key = concepts.id(ofKey: table[term.stem] ?? term.stem) { keys.insert(key) }
        }
        return keys
    }
}

extension BagSpace {
    /// The summed weight of keys.
    func weight(of keys: Set<Int32>) -> Float { keys.reduce(0) { $0 + weight(of: $1) } }
}
