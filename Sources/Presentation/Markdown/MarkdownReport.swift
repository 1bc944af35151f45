/// Lays a report out as GitHub-flavoured Markdown.
struct MarkdownReport {
    func render(_ report: Report) -> String {
        var text = "# \(escaped(report.title))\n\n"
        text += report.facts.map(escaped).joined(separator: " · ") + "\n"
        if !report.summary.isEmpty { text += "\n**" + report.summary.map(escaped).joined(separator: " · ") + "**\n" }
        text += "\n| article | headline | published, length | not compared |\n| --- | --- | --- | --- |\n"
        for card in report.articles {
            let cells = [
                "**\(escaped(card.label))**", escaped(card.headline), card.facts.map(escaped).joined(separator: " · "),
                card.remarks.map(escaped).joined(separator: "; "),
            ]
            text += "| " + cells.joined(separator: " | ") + " |\n"
        }
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
    func sections(_ sections: [Report.Section]) -> String {
        String(sections.map { section($0) }.joined().drop { (character: Character) in character == "\n" })
    }

    private func section(_ section: Report.Section) -> String {
        let title = [section.symbol, escaped(section.title), escaped(section.subject ?? "")].filter { !$0.isEmpty }
        var text = "\n## " + title.joined(separator: " ")
        if let count = section.count { text += " (\(count))" }
        text += "\n\n"
        if let explanation = section.explanation, !explanation.isEmpty { text += "_\(escaped(explanation))_\n\n" }
        for (index, finding) in section.findings.enumerated() {
            text += self.finding(finding, number: finding.isNumbered ? index + 1 : nil)
        }
        if section.folded > 0 { text += "\n… and \(section.folded) more\n" }
        return text
    }

    private func finding(_ finding: Report.Finding, number: Int?) -> String {
        var text = ""
        var indent = ""
        if let number {
            let title = finding.title.map { "**\(escaped($0))**" }
            text += "\(number). " + [title, finding.badge.map(escaped)].compactMap { $0 }.joined(separator: " · ") + "\n"
            indent = String(repeating: " ", count: "\(number). ".utf8.count)
        }
        for line in finding.lines {
            let place = [line.label, line.place].filter { !$0.isEmpty }.map(escaped).joined(separator: " ")
            var parts = place.isEmpty ? "" : "**\(place)**"
            if let mark = line.mark { parts += parts.isEmpty ? "_\(escaped(mark))_" : " _\(escaped(mark))_" }
            text += "\(indent)- \(parts)\(parts.isEmpty ? "" : ": ")\(escaped(line.text))"
            text += (line.note.map { " _(\(escaped($0)))_" } ?? "") + "\n"
        }
        if finding.folded > 0 { text += "\(indent)- … and \(finding.folded) more\n" }
        for remark in finding.remarks {
            text += "\(indent.isEmpty ? "  " : indent)- \(escaped(remark.lead)) _\(escaped(remark.text))_\n"
        }
        return text
    }

    private func escaped(_ line: String) -> String { MarkdownText.escaped(line) }
}
