public import Collation
internal import Reading
internal import Speech
internal import TextCore

/// The quotations of one or more articles as a collection of the W3C
/// [Web Annotation Data Model](https://www.w3.org/TR/annotation-model/): one page of annotations, each of which says of words
/// of an article what they are (`classifying`), whose they are (`identifying`) and what introduces them (`describing`). What
/// `stemma quotes --format annotation` prints.
///
/// A target is a piece of an article's text, by two selectors that select the same: its exact words with up to
/// ``context`` code points to each side, and its place in code points. Places are those of the text that Stemma reads (a
/// file as it stands, or headline, blank line and body of a record), which the source is, or of which it is a copy: its name
/// is made of its SHA-256 (RFC 6920). An interrupted quotation has a target for each piece.
///
/// Articles are added one by one, so that a stream of them takes the memory of one.
public struct QuotationAnnotations: Sendable {
    /// How many code points before and behind a piece are given, to find it again where its place has moved.
    public static let context = 32

    private var total = 0
    /// A name made of all annotations so far.
    private var identity = "urn:stemma:quotations"

    /// Makes an empty collection.
    public init() {}

    /// A whole collection. O(size of the output).
    public static func render(_ articles: [AnalyzedArticle]) -> String {
        var collection = QuotationAnnotations()
        var bytes: [UInt8] = []
        for article in articles { bytes += collection.add(article) }
        return String(decoding: bytes + collection.end(), as: UTF8.self)
    }

    /// The next part of the collection, as UTF-8: an article's annotations. O(size of the part).
    public mutating func add(_ analyzed: AnalyzedArticle) -> [UInt8] {
        let source = AnnotatedSource(analyzed)
        var bytes: [UInt8] = []
        for quotation in analyzed.speech.quotations where !quotation.content.isEmpty {
            let id = source.annotationID(of: quotation)
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("id", id)
                source.write(quotation, &writer)
            }
            bytes += total == 0 ? Array(Self.opening.utf8) : [0x2C, 0x0A]
            bytes += writer.bytes
            total += 1
            identity = LinkedNames.uuid(of: identity + " " + id)
        }
        return bytes
    }

    /// The last part of the collection. Names and total come last, when all is known: the order of members means nothing.
    public mutating func end() -> [UInt8] {
        let page = LinkedNames.uuid(of: identity + " page")
        let collection = LinkedNames.uuid(of: identity + " collection")
        var text = total == 0 ? Self.opening + "]" : "\n]"
        text += ",\"id\":\"\(page)\",\"startIndex\":0,\"partOf\":\"\(collection)\"},\"last\":\"\(page)\",\"id\":\"\(collection)\""
        text += ",\"total\":\(total)}\n"
        return Array(text.utf8)
    }

    private static let opening =
        #"{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection","label":"Quotations","#
        + #""generator":{"type":"Software","name":"Stemma"},"first":{"type":"AnnotationPage","items":["# + "\n"
}

/// An article as what annotations are about.
private struct AnnotatedSource {
    private let text: UTF8Text
    private let codePoints: CodePointIndex
    private let content: String
    private let address: String?
    private let label: String
    private let language: String?

    init(_ analyzed: AnalyzedArticle) {
        text = analyzed.article.text
        codePoints = CodePointIndex(text)
        content = LinkedNames.content(of: text)
        address = LinkedNames.address(of: analyzed.article)
        label = QuotationsJSONLD.bounded(analyzed.article.id)
        language = analyzed.displayLanguage.map(QuotationsJSONLD.bounded)
    }

    func annotationID(of quotation: Quotation) -> String {
        let place = codePoints.codePoints(quotation.range)
        return LinkedNames.uuid(of: "\(content)#char=\(place.lowerBound),\(place.upperBound) annotation")
    }

    func write(_ quotation: Quotation, _ writer: inout JSONWriter) {
        writer.member("type", "Annotation")
        let speaker = quotation.speaker.flatMap { $0.name.isEmpty ? nil : $0.name }
        writer.member(
            "motivation",
            ["classifying"] + (speaker == nil ? [] : ["identifying"]) + (quotation.cue == nil ? [] : ["describing"])
        )
        writer.key("body")
        writer.array { writer in
            body("classifying", quotation.isSpeech ? "\(quotation.kind.rawValue) speech" : "no speech", language: "en", &writer)
            if let speaker { body("identifying", QuotationsJSONLD.bounded(speaker), language: nil, &writer) }
            if let cue = quotation.cue {
                body("describing", QuotationsJSONLD.bounded(text[cue]), language: language, &writer)
            }
        }
        writer.key("target")
        if quotation.content.count == 1 {
            target(quotation.range, &writer)
        } else {
            writer.array { writer in
                for piece in quotation.content { target(piece, &writer) }
            }
        }
    }

    private func body(_ purpose: String, _ value: String, language: String?, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("type", "TextualBody")
            writer.member("purpose", purpose)
            writer.member("value", value)
            writer.member("format", "text/plain")
            if let language { writer.member("language", language) }
        }
    }

    private func target(_ piece: Range<Int>, _ writer: inout JSONWriter) {
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
