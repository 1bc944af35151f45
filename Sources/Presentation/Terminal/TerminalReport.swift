/// Lays a report out for a terminal.
struct TerminalReport {
    let options: RenderOptions

    func render(_ report: Report) -> String {
        var canvas = TerminalCanvas(width: options.width, usesColor: options.usesColor)
        header(report, &canvas)
        for section in report.sections { self.section(section, &canvas) }
        canvas.blank()
        for note in report.notes { canvas.paragraph(note, indent: 0, hanging: 2, paint: .faint) }
        return canvas.text
    }

    /// Sections alone.
    func sections(_ sections: [Report.Section], note: String? = nil) -> String {
        var canvas = TerminalCanvas(width: options.width, usesColor: options.usesColor)
        for section in sections { self.section(section, &canvas) }
        if let note {
            canvas.blank()
            canvas.paragraph(note, paint: .faint)
        }
        return canvas.text
    }

    private func header(_ report: Report, _ canvas: inout TerminalCanvas) {
        canvas.paragraph(report.title, paint: .bold)
        canvas.paragraph(report.facts.joined(separator: " · "), paint: .faint)
        if !report.summary.isEmpty { canvas.paragraph(report.summary.joined(separator: " · ")) }
        let width = labelWidth(report.articles.map(\.label))
        for card in report.articles {
            canvas.blank()
            canvas.row(indent: 0, columns: [(card.label, width, .label)], content: card.headline, paint: .bold)
            canvas.row(indent: 0, columns: [("", width, nil)], content: card.facts.joined(separator: " · "))
            for remark in [card.notCompared.map { "not compared: " + $0 }].compactMap({ $0 }) + card.remarks {
                canvas.row(indent: 0, columns: [("", width, nil)], content: remark, paint: .faint)
            }
            for line in card.leftOut {
                canvas.row(
                    indent: options.width < 60 ? 2 : width + 2,
                    columns: [("– " + line.kind, 17, .faint)],
                    content: line.reason.isEmpty ? line.text : "\(line.text) (\(line.reason))",
                    paint: .faint
                )
            }
        }
    }

    private func section(_ section: Report.Section, _ canvas: inout TerminalCanvas) {
        if !canvas.text.isEmpty { canvas.blank() }
        var title = [section.symbol, section.title.uppercased(), section.subject ?? ""].filter { !$0.isEmpty }
            .joined(separator: " ")
        if let count = section.count { title += " (\(count))" }
        let rule = canvas.width - DisplayWidth.of(title) - 1
        if rule > 0 {
            canvas.line(canvas.painted(title, .section) + " " + canvas.painted(String(repeating: "─", count: rule), .faint))
        } else {
            canvas.paragraph(title, paint: .section)
        }
        if let explanation = section.explanation, !explanation.isEmpty {
            canvas.paragraph(explanation, indent: 2, paint: .faint)
        }
        let columns = Columns(section, width: canvas.width)
        for finding in section.findings { self.finding(finding, columns, &canvas) }
        if section.folded > 0 {
            canvas.paragraph("… and \(section.folded) more; --all shows them", indent: 2, paint: .faint)
        }
    }

    private func finding(_ finding: Report.Finding, _ columns: Columns, _ canvas: inout TerminalCanvas) {
        let indent = columns.id == 0 ? 2 : columns.id + 2
        if let id = finding.id {
            let parts = [finding.title, finding.badge].compactMap { $0 }
            canvas.row(
                indent: 0,
                columns: [(id, columns.id, .bold)],
                content: parts.joined(separator: " · "),
                paint: finding.tone.paint ?? .bold
            )
        } else if let title = finding.title {
            canvas.paragraph(title, indent: indent, paint: .bold)
        }
        var last = ""
        for line in finding.lines {
            // A name is not repeated for the next line of the same article.
            let label = line.label == last ? "" : line.label
            last = line.label
            canvas.row(
                indent: indent,
                columns: [
                    (label, columns.label, .label), (line.place, columns.place, .faint),
                    (line.mark ?? "", columns.mark, .bold),
                ],
                content: line.text + (line.note.map { "  [\($0)]" } ?? ""),
                paint: line.tone.paint
            )
            if let footnote = line.footnote {
                canvas.row(
                    indent: indent,
                    columns: [("", columns.label, .label), ("", columns.place, .faint), ("", columns.mark, .bold)],
                    content: footnote,
                    paint: .faint
                )
            }
        }
        if finding.folded > 0 {
            canvas.paragraph("… and \(finding.folded) more; --all shows them", indent: indent, paint: .faint)
        }
        for remark in finding.remarks {
            canvas.paragraph("\(remark.lead) \(remark.text)", indent: indent, hanging: indent + 2, paint: remark.tone.paint)
        }
    }

    private func labelWidth(_ labels: [String]) -> Int { Columns.labelWidth(labels, width: options.width) }

    /// The widths that the lines of one section have in common.
    private struct Columns {
        var id: Int
        var label: Int
        var place: Int
        var mark: Int

        init(_ section: Report.Section, width: Int) {
            let lines = section.findings.flatMap(\.lines)
            id = section.findings.map { DisplayWidth.of($0.id ?? "") }.max() ?? 0
            label = Self.labelWidth(lines.map(\.label), width: width)
            // The words for places are few and short: they are never broken.
            place = lines.map { DisplayWidth.of($0.place) }.max() ?? 0
            mark = Self.labelWidth(lines.map { $0.mark ?? "" }, width: width)
        }

        /// As wide as the widest up to a quarter of the line; more where a word needs it.
        static func labelWidth(_ labels: [String], width: Int) -> Int {
            let widest = labels.map { DisplayWidth.of($0) }.max() ?? 0
            let longestWord = labels.flatMap { $0.split(separator: " ") }.map { DisplayWidth.of(String($0)) }.max() ?? 0
            return min(widest, max(width / 4, longestWord))
        }
    }
}

extension Report.Tone {
    /// The colour on top.
    var paint: TerminalCanvas.Paint? {
        switch self {
        case .plain: nil
        case .faint: .faint
        case .good: .good
        case .warning: .warning
        case .bad: .bad
        }
    }
}
