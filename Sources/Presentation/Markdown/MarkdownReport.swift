/// Lays a report out as GitHub-flavoured Markdown.
struct MarkdownReport {
    func render(_ report: Report) -> String {
        var text = "# \(escaped(report.title))\n\n"
        text += report.facts.map(escaped).joined(separator: " · ") + "\n"
        if !report.summary.isEmpty { text += "\n**" + report.summary.map(escaped).joined(separator: " · ") + "**\n" }
        if !report.articles.isEmpty { text += table(report.articles) }
        for card in report.articles where !card.leftOut.isEmpty {
            text += "\n**Not compared in \(escaped(card.label))**\n\n"
            for line in card.leftOut {
                text += "- _\(escaped(line.kind))_: \(escaped(line.text))"
                text += line.reason.isEmpty ? "\n" : " (\(escaped(line.reason)))\n"
            }
        }
        for section in report.sections { text += self.section(section) }
        text += "\n---\n\n" + report.notes.map { "_\(escaped($0))_\n" }.joined(separator: "\n")
        return text
    }

    /// Sections alone.
    func sections(_ sections: [Report.Section], note: String? = nil) -> String {
        let text = String(sections.map { section($0) }.joined().drop { (character: Character) in character == "\n" })
        return text + (note.map { "\n_\(escaped($0))_\n" } ?? "")
    }

    private func section(_ section: Report.Section) -> String {
        let title = [section.symbol, escaped(section.title), escaped(section.subject ?? "")].filter { !$0.isEmpty }
        var text = "\n## " + title.joined(separator: " ")
        if let count = section.count { text += " (\(count))" }
        text += "\n\n"
        if let explanation = section.explanation, !explanation.isEmpty { text += "_\(escaped(explanation))_\n\n" }
        for finding in section.findings { text += self.finding(finding) }
        if section.folded > 0 { text += "\n… and \(section.folded) more\n" }
        return text
    }

    /// A finding with an id is an item; its evidence and what is said about it stand below it.
    private func finding(_ finding: Report.Finding) -> String {
        var text = ""
        var indent = ""
        if finding.id != nil || finding.title != nil {
            let parts = [finding.title.map { "**\(escaped($0))**" }, finding.badge.map(escaped)].compactMap { $0 }
            text += "- " + (finding.id.map { "`\($0)` " } ?? "") + parts.joined(separator: " · ") + "\n"
            indent = "  "
        }
        for line in finding.lines {
            let place = [line.label, line.place].filter { !$0.isEmpty }.map(escaped).joined(separator: " ")
            var parts = place.isEmpty ? "" : "**\(place)**"
            if let mark = line.mark { parts += parts.isEmpty ? "_\(escaped(mark))_" : " _\(escaped(mark))_" }
            text += "\(indent)- \(parts)\(parts.isEmpty ? "" : ": ")\(escaped(line.text))"
            text += [line.note, line.footnote].compactMap { $0 }.map { " _(\(escaped($0)))_" }.joined() + "\n"
        }
        if finding.folded > 0 { text += "\(indent)- … and \(finding.folded) more\n" }
        for remark in finding.remarks { text += "\(indent)- \(escaped(remark.lead)) _\(escaped(remark.text))_\n" }
        return text
    }

    private func table(_ cards: [Report.Card]) -> String {
        let hasRemarks = cards.contains { !$0.remarks.isEmpty }
        let titles = ["article", "headline", "published, length", "not compared"] + (hasRemarks ? ["remarks"] : [])
        var text = "\n| \(titles.joined(separator: " | ")) |\n|\(String(repeating: " --- |", count: titles.count))\n"
        for card in cards {
            var cells = [
                "**\(escaped(card.label))**", escaped(card.headline), card.facts.map(escaped).joined(separator: " · "),
                escaped(card.notCompared ?? "–"),
            ]
            if hasRemarks { cells.append(card.remarks.map(escaped).joined(separator: "; ")) }
            text += "| " + cells.joined(separator: " | ") + " |\n"
        }
        return text
    }

    private func escaped(_ line: String) -> String { MarkdownText.escaped(line) }
}
