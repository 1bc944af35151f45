public import Collation
internal import Reading
internal import Speech
internal import TextCore

/// Quotations and attitudes as a table for spreadsheets: RFC 4180 (rows end with CR LF), one row for each piece of content.
///
/// Cells are made harmless like all output for people, with their line breaks kept as LF; JSON gives the exact words.
///
/// A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line end) gets an
/// apostrophe in front, as OWASP ("CSV Injection") advises. Offsets are Unicode code points.
public struct QuotationsCSV: Sendable {
    /// Makes a presenter.
    public init() {}

    /// Header and rows. O(size of the output).
    public func render(_ articles: [AnalyzedArticle]) -> String {
        var text =
            "article,outlet,published,speaker,mention,cue,kind,speech,form,damage,start,end,group,text,brackets,ellipses,translated,repeats,type,via\r\n"
        for analyzed in articles {
            let article = analyzed.article
            let points = CodePointIndex(article.text)
            for (group, quotation) in analyzed.speech.attributions {
                for range in quotation.content {
                    let place = points.codePoints(range)
                    var cells = [
                        article.id, article.outlet?.name ?? "", article.published?.iso8601 ?? "",
                        quotation.speaker?.name ?? "", quotation.mention.map { article.text[$0] } ?? "",
                        quotation.cue.map { article.text[$0] } ?? "", quotation.kind.rawValue,
                        quotation.isSpeech ? "true" : "false", quotation.form.rawValue, quotation.damage?.rawValue ?? "",
                        String(place.lowerBound), String(place.upperBound), String(group), article.text[range],
                    ]
                    cells += Self.editing(of: quotation, in: range, article.text)
                    cells += [quotation.type.rawValue, quotation.via?.name ?? ""]
                    text += cells.map(Self.cell).joined(separator: ",") + "\r\n"
                }
            }
        }
        return text
    }

    /// One cell, guarded and quoted where it must be.
    static func cell(_ value: String) -> String {
        let value = SafeText.lines(value)
        guard let first = value.utf8.first else { return "" }
        let isFormula = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A].contains(first) || value.hasPrefix("＝")
        let guarded = isFormula ? "'" + value : value
        guard guarded.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return guarded }
        var quoted = "\""
        for scalar in guarded.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
