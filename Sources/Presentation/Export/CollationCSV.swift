internal import Collation
internal import Reading
internal import Speech
internal import TextCore

/// A comparison as a table (see ``CSV``): a row for each place of each finding. Offsets are Unicode code points.
///
/// | column | holds |
/// |---|---|
/// | `finding`, `kind` | the finding's id; `shared`, `solo`, `figures`, `headline`, `copied` |
/// | `agreement`, `strength`, `by` | how the articles agree, how sure that is, on whose word the place is a witness |
/// | `statement` | `speech` or `fact` |
/// | `speaker`, `form` | who says it there, and in what form; for figures, headlines and copies the part that the place plays |
/// | `article`, `outlet`, `published`, `language` | where |
/// | `start`, `end`, `text` | the place and its words |
/// | `rank`, `of`, `depth` | how far down the article the statement stands |
/// | `articles`, `note` | how many articles have the statement; why, or what was found |
/// | `mode` | with which means |
struct CollationCSV {
    private let story: ExportedStory

    init(_ story: ExportedStory) { self.story = story }

    private static let columns = [
        "finding", "kind", "agreement", "strength", "by", "statement", "speaker", "form", "article", "outlet", "published",
        "language", "start", "end", "rank", "of", "depth", "articles", "text", "note", "mode",
    ]

    func render() -> String {
        CSV.row(Self.columns) + shared() + solos() + figures() + headlines() + copies()
    }

    private struct Row {
        var finding: String
        var kind: String
        var agreement = ""
        var strength = ""
        var basis = Basis.found
        var statement = ""
        var speaker = ""
        var form = ""
        var standing: Coverage.Standing?
        var articles = 1
        var note = ""
    }

    private func line(_ row: Row, _ passage: Passage) -> String {
        guard story.articles.indices.contains(passage.article) else { return "" }
        let article = story.articles[passage.article].article
        let place = story.place(passage)
        return CSV.row([
            row.finding, row.kind, row.agreement, row.strength, row.basis.word, row.statement, row.speaker, row.form, article.id,
            article.outlet?.name ?? "", article.published?.iso8601 ?? "", story.language(passage.article) ?? "",
            String(place.lowerBound), String(place.upperBound), row.standing.map { String($0.rank) } ?? "",
            row.standing.map { String($0.count) } ?? "", row.standing.map { $0.depth.hundredths } ?? "", String(row.articles),
            story.words(passage), row.note, story.collation.mode.words,
        ])
    }

    private func shared() -> String {
        story.collation.shared.indices.map { index in
            let shared = story.collation.shared[index]
            let row = story.coverage.rows[index]
            return shared.witnesses.enumerated().map { place, witness in
                line(
                    Row(
                        finding: story.view.ids[index],
                        kind: "shared",
                        agreement: story.view.agreements[index].title,
                        strength: shared.strength.rawValue,
                        basis: witness.basis,
                        statement: shared.kind.rawValue,
                        speaker: witness.speaker ?? "",
                        form: witness.form.rawValue,
                        standing: row.standings[place],
                        articles: row.cells.count,
                        note: shared.reasons.map(\.words).joined(separator: "; ")
                    ),
                    witness.passage
                )
            }.joined()
        }.joined()
    }

    private func solos() -> String {
        story.collation.solo.enumerated().map { index, solo in
            line(
                Row(
                    finding: StoryView.soloID(index),
                    kind: "solo",
                    statement: solo.kind.rawValue,
                    speaker: solo.speaker ?? "",
                    standing: story.coverage.solos[index]
                ),
                solo.passage
            )
        }.joined()
    }

    private func figures() -> String {
        story.collation.figures.enumerated().map { index, finding in
            let places = story.places(of: finding)
            let articles = Set(places.map(\.passage.article)).count
            return places.map { part, passage, _ in
                line(
                    Row(finding: "f\(index + 1)", kind: "figures", form: part, articles: articles, note: story.words(finding)),
                    passage
                )
            }.joined()
        }.joined()
    }

    private func headlines() -> String {
        story.collation.headlines.enumerated().map { index, finding in
            ([("claim", finding.claim)] + finding.witnesses.map { ("support", $0) }).map { part, passage in
                line(Row(finding: "h\(index + 1)", kind: "headline", form: part, note: finding.support.words), passage)
            }.joined()
        }.joined()
    }

    private func copies() -> String {
        story.collation.reuse.enumerated().map { index, run in
            [run.first, run.second].map { passage in
                line(Row(finding: "r\(index + 1)", kind: "copied", articles: 2, note: run.count), passage)
            }.joined()
        }.joined()
    }
}

extension Double {
    /// From 0 to 1 with two digits behind the point ("0.05").
    var hundredths: String {
        guard isFinite else { return "" }
        let hundredths = Int((min(max(self, 0), 1) * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
