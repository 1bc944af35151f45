internal import Language
internal import Speech
internal import TextCore

/// A witness, and the unit in which it stands.
struct PlacedWitness: Sendable {
    let unit: Int
    let witness: Witness
}

/// Turns a group of clauses into the places and forms of its witnesses: clauses of one unit that follow on each other are
/// one witness.
struct WitnessPlacing {
    let story: Story
    let table: ClauseTable

    /// The witnesses of a group, by unit and place. O(words of the clauses).
    func witnesses(of group: StatementGroup) -> [PlacedWitness] {
        let byPerson = Set(group.byPerson)
        var runs: [(unit: Int, clauses: Range<Int>)] = []
        for clause in group.clauses {
            let unit = table.clauses[clause].unit
            if let last = runs.last, last.unit == unit, last.clauses.upperBound == clause {
                runs[runs.count - 1].clauses = last.clauses.lowerBound..<(clause + 1)
            } else {
                runs.append((unit, clause..<(clause + 1)))
            }
        }
        let wordings = runs.map { story.wording(of: story.units[$0.unit], in: range($0.clauses)) }
        var articlesByWording: [[UInt64]: Set<Int>] = [:]
        for (run, wording) in zip(runs, wordings) {
            articlesByWording[wording, default: []].insert(story.units[run.unit].article)
        }
        return zip(runs, wordings).map { run, wording in
            let owner = story.units[run.unit]
            let range = range(run.clauses)
            let speech = speech(of: owner, in: range)
            let isVerbatim = wording.count >= 3 && (articlesByWording[wording]?.count ?? 0) > 1
            return PlacedWitness(
                unit: run.unit,
                witness: Witness(
                    passage: Passage(article: owner.article, range: range),
                    form: isVerbatim ? .verbatim : speech.form,
                    speaker: speech.speaker,
                    basis: run.clauses.allSatisfy(byPerson.contains) ? .person : .found
                )
            )
        }
    }

    /// From the first of some clauses of a unit to the last.
    private func range(_ clauses: Range<Int>) -> Range<Int> {
        let (start, end) = (
            table.clauses[clauses.lowerBound].range.lowerBound, table.clauses[clauses.upperBound - 1].range.upperBound
        )
        return start..<max(start, end)
    }

    /// Whose words stand in a range, and whether in quotation marks: those of the quotation that has most of it.
    func speech(of unit: Unit, in range: Range<Int>) -> (form: Witness.Form, speaker: String?) {
        let speech = story.articles[unit.article].speech
        var best: (length: Int, quotation: Quotation)?
        for statement in speech.statements[unit.statements] {
            guard let index = statement.quotation, speech.quotations.indices.contains(index) else { continue }
            let quotation = speech.quotations[index]
            guard quotation.isSpeech else { continue }
            let length = quotation.content.reduce(0) { $0 + $1.clamped(to: range).count }
            guard length > 0 || statement.range.overlaps(range) else { continue }
            if best.map({ length > $0.length }) ?? true { best = (length, quotation) }
        }
        guard let best else { return (.narrated, nil) }
        // A direct quotation is one whatever stands beside it; of a mixed one, the quoted part has to count.
        let isDirect = best.quotation.kind == .direct && best.length > 0 && best.quotation.form == .sentence
        return (isDirect || isQuoted(unit, in: range) ? .quoted : .retold, best.quotation.speaker?.name)
    }

    /// Whether at least two fifths of the content words in a range stand between quotation marks: a quoted word in a retold
    /// sentence does not make it a quotation.
    private func isQuoted(_ unit: Unit, in range: Range<Int>) -> Bool {
        let terms = story.terms(of: unit, in: range)
        return 5 * terms.count(where: \.isQuoted) >= 2 * max(1, terms.count)
    }
}
