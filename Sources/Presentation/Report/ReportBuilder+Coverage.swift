internal import Collation
internal import TextCore

/// The story in brief, who has what, and what a person keeps apart.
extension ReportBuilder {
    /// Nil where both of two articles have all.
    func brief(_ coverage: Coverage) -> Report.Section? {
        guard view.showsCoverage, !coverage.brief.isEmpty else { return nil }
        let lines = coverage.brief.map { brief in
            let shared = view.collation.shared[brief.statement]
            let witness = shared.witnesses[brief.witness]
            var notes = [view.ids[brief.statement]]
            if let speaker = shared.speaker { notes.append(SafeText.line(speaker)) }
            if let language = view.foreignLanguage(witness.passage.article) { notes.append(language) }
            if shared.reasons.contains(where: \.isDifference) { notes.append("⚠ the articles differ") }
            return Report.Evidence(
                label: view.label(witness.passage),
                place: "\(brief.articles) of \(view.articles.count)",
                text: view.excerpt(witness),
                note: notes.joined(separator: ", ")
            )
        }
        return Report.Section(
            symbol: "▸",
            title: "In brief",
            explanation: "The statements that most articles carry, each in the words of one of them.",
            findings: [Report.Finding(lines: lines)]
        )
    }

    func coverage(_ coverage: Coverage) -> Report.Section? {
        guard view.showsCoverage else { return nil }
        let articles = coverage.articles.map { own in
            Report.Evidence(
                label: view.labels[own.article],
                place: "\(own.shared.count) of \(coverage.rows.count)",
                text: view.coverageWords(own)
            )
        }
        let outlets = coverage.outlets.compactMap { outlet in
            view.coverageWords(outlet).map { words in
                Report.Evidence(label: SafeText.line(outlet.name), place: "\(outlet.articles.count) articles", text: words)
            }
        }
        let lines = articles.prefix(lineLimit) + outlets.prefix(lineLimit)
        return Report.Section(
            symbol: "▦",
            title: "Coverage",
            explanation:
                "How many of the shared statements each article has, and where. Another article of an outlet may have more.",
            findings: [
                Report.Finding(
                    lines: Array(lines),
                    remarks: view.farApart(coverage, most: 3).map { .init(lead: "order:", text: $0) },
                    folded: articles.count + outlets.count - lines.count
                )
            ]
        )
    }

    func keptApart() -> Report.Section? {
        let links = view.keptApart
        guard !links.isEmpty else { return nil }
        let findings = links.prefix(limit).map { finding in
            Report.Finding(
                title: finding.link.author.map { SafeText.line($0) } ?? "a person",
                badge: "rejected link \(finding.link.entry)",
                lines: finding.link.passages.map { passage in
                    Report.Evidence(label: view.label(passage), place: view.place(passage), text: view.excerpt(passage))
                },
                remarks: finding.link.note.map { [.init(lead: "note:", text: SafeText.line($0))] } ?? []
            )
        }
        return Report.Section(
            symbol: "✂",
            title: "Kept apart by a person",
            count: links.count,
            explanation: "The comparison would have taken these for one statement.",
            findings: Array(findings),
            folded: links.count - findings.count
        )
    }
}
