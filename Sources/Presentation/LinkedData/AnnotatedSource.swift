internal import Collation
internal import Reading
internal import TextCore

/// An article as what annotations are about.
struct AnnotatedSource {
    let text: UTF8Text
    private let codePoints: CodePointIndex
    private let content: String
    private let address: String?
    private let label: String
    let language: String?

    init(_ analyzed: AnalyzedArticle) {
        text = analyzed.article.text
        codePoints = CodePointIndex(text)
        content = LinkedNames.content(of: text)
        address = LinkedNames.address(of: analyzed.article)
        label = QuotationsJSONLD.bounded(analyzed.article.id)
        language = analyzed.displayLanguage.map(QuotationsJSONLD.bounded)
    }

    /// Where in the text a range stands, as a name: content and code points.
    func name(of range: Range<Int>) -> String {
        let place = codePoints.codePoints(range)
        return "\(content)#char=\(place.lowerBound),\(place.upperBound)"
    }

    /// A text that says something of the target.
    static func body(_ purpose: String, _ value: String, language: String?, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("type", "TextualBody")
            writer.member("purpose", purpose)
            writer.member("value", value)
            writer.member("format", "text/plain")
            if let language { writer.member("language", language) }
        }
    }

    /// A range by its exact words with what stands around them, and by its place.
    func target(_ range: Range<Int>, _ writer: inout JSONWriter) {
        let piece = range.clamped(to: text.range)
        writer.object { writer in
            writer.member("type", "SpecificResource")
            writer.member("source") { writer in
                writer.member("id", address ?? content)
                writer.member("type", "Text")
                if address == nil { writer.member("format", "text/plain") }
                if let language { writer.member("language", language) }
                writer.member("label", label)
            }
            // The text that was read at the address, which may say something else tomorrow.
            if address != nil {
                writer.member("state") { writer in
                    writer.member("type", "TimeState")
                    writer.member("cached", content)
                }
            }
            writer.key("selector")
            writer.array { writer in
                let place = codePoints.codePoints(piece)
                writer.object { writer in
                    writer.member("type", "TextQuoteSelector")
                    writer.member("exact", text, piece)
                    writer.member("prefix", text, start(before: piece.lowerBound)..<piece.lowerBound)
                    writer.member("suffix", text, piece.upperBound..<end(behind: piece.upperBound))
                }
                writer.object { writer in
                    writer.member("type", "TextPositionSelector")
                    writer.member("start", place.lowerBound)
                    writer.member("end", place.upperBound)
                }
            }
        }
    }

    private func start(before offset: Int) -> Int {
        var at = min(offset, text.count)
        var left = QuotationAnnotations.context
        while at > 0, left > 0 {
            at -= 1
            if text.bytes[at] & 0xC0 != 0x80 { left -= 1 }
        }
        return at
    }

    private func end(behind offset: Int) -> Int {
        var at = offset
        var left = QuotationAnnotations.context
        while at < text.count, left > 0 {
            at += 1
            while at < text.count, text.bytes[at] & 0xC0 == 0x80 { at += 1 }
            left -= 1
        }
        return at
    }
}
