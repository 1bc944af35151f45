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

    private var frame = AnnotationFrame(label: "Quotations", identity: "urn:stemma:quotations")

    private var mode = Collation.Mode.lexical

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
        if mode == .lexical { mode = Collation.Mode(of: [analyzed]) }
        let source = AnnotatedSource(analyzed)
        var bytes: [UInt8] = []
        for (number, quotation) in analyzed.speech.quotations.enumerated()
        where !quotation.content.isEmpty && !analyzed.speech.isWording(number) {
            let id = source.annotationID(of: quotation)
            bytes += frame.add(id) { writer in source.write(quotation, &writer) }
        }
        return bytes
    }

    /// The last part of the collection. Names and total come last, when all is known: the order of members means nothing.
    public mutating func end() -> [UInt8] { frame.end(mode: mode) }
}

extension AnnotatedSource {
    fileprivate func annotationID(of quotation: Quotation) -> String {
        LinkedNames.uuid(of: name(of: quotation.range) + " annotation")
    }

    fileprivate func write(_ quotation: Quotation, _ writer: inout JSONWriter) {
        writer.member("type", "Annotation")
        let speaker = quotation.speaker.flatMap { $0.name.isEmpty ? nil : $0.name }
        writer.member(
            "motivation",
            ["classifying"] + (speaker == nil ? [] : ["identifying"]) + (quotation.cue == nil ? [] : ["describing"])
        )
        writer.key("body")
        writer.array { writer in
            Self.body(
                "classifying",
                quotation.isSpeech ? "\(quotation.kind.rawValue) speech" : "no speech",
                language: "en",
                &writer
            )
            if let speaker { Self.body("identifying", QuotationsJSONLD.bounded(speaker), language: nil, &writer) }
            if let cue = quotation.cue {
                Self.body("describing", QuotationsJSONLD.bounded(text[cue]), language: language, &writer)
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
}
