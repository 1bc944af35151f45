public import Collation
internal import Reading
internal import Speech
internal import TextCore

/// Quotations and attitudes as a table for spreadsheets: RFC 4180 (rows end with CR LF), one row for each piece of content.
///
/// Cells are guarded as everywhere (``CSV``). Offsets are Unicode code points of the text as it was given.
public struct QuotationsCSV: Sendable {
    /// Makes a presenter.
    public init() {}

    /// Header and rows. O(size of the output).
    public func render(_ articles: [AnalyzedArticle]) -> String {
        var text = CSV.row([
            "article", "outlet", "published", "speaker", "mention", "cue", "kind", "speech", "form", "damage", "start", "end",
            "group", "text", "brackets", "ellipses", "translated", "repeats", "type", "via", "mode",
        ])
        for analyzed in articles {
            let article = analyzed.article
            let points = GivenText(article)
            let mode = Collation.Mode(of: [analyzed]).words
            for (group, quotation) in analyzed.speech.attributions where !analyzed.speech.isWording(group) {
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
                    cells += [quotation.type.rawValue, quotation.via?.name ?? "", mode]
                    text += CSV.row(cells)
                }
            }
        }
        return text
    }
}
