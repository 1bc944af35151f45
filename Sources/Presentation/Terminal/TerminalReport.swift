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
    func sections(_ sections: [Report.Section]) -> String {
        var canvas = TerminalCanvas(width: options.width, usesColor: options.usesColor)
        for section in sections { self.section(section, &canvas) }
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
            for remark in card.remarks {
                canvas.row(indent: 0, columns: [("", width, nil)], content: remark, paint: .faint)
            }
            for line in card.leftOut {
                canvas.row(
                    indent: width + 2,
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
        for (index, finding) in section.findings.enumerated() {
            self.finding(finding, number: finding.isNumbered ? index + 1 : nil, columns, &canvas)
        }
        if section.folded > 0 {
            canvas.paragraph("… and \(section.folded) more; --all shows them", indent: 2, paint: .faint)
        }
    }

    private func finding(_ finding: Report.Finding, number: Int?, _ columns: Columns, _ canvas: inout TerminalCanvas) {
        let digits = columns.number
        let indent = number == nil ? 2 : digits + 2
        if let number {
            let shown = String(repeating: " ", count: digits - String(number).count) + "\(number)"
            let parts = [finding.title, finding.badge].compactMap { $0 }
            canvas.row(indent: 0, columns: [(shown, digits, .bold)], content: parts.joined(separator: " · "), paint: .bold)
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
        }
        if finding.folded > 0 {
            canvas.paragraph("… and \(finding.folded) more; --all shows them", indent: indent, paint: .faint)
        }
        for remark in finding.remarks {
            canvas.paragraph("\(remark.lead) \(remark.text)", indent: indent, hanging: indent + 2, paint: remark.tone.paint)
        }
    }

    /// Columns for the names of articles: as wide as the widest, up to a quarter of the line.
    private func labelWidth(_ labels: [String]) -> Int {
        min(labels.map { DisplayWidth.of($0) }.max() ?? 0, max(options.width, 40) / 4)
    }

    /// The widths that the lines of one section have in common.
    private struct Columns {
        var number: Int
        var label: Int
        var place: Int
        var mark: Int

        init(_ section: Report.Section, width: Int) {
            func widest(_ path: (Report.Evidence) -> String?, limit: Int) -> Int {
                let widths = section.findings.flatMap(\.lines).map { DisplayWidth.of(path($0) ?? "") }
                return min(widths.max() ?? 0, limit)
            }
            number = String(section.findings.count).count
            label = widest(\.label, limit: width / 4)
            place = widest(\.place, limit: width / 8)
            mark = widest(\.mark, limit: width / 5)
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
