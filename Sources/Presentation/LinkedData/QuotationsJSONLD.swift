public import Collation
internal import Reading
internal import Speech
internal import TextCore

/// The quotations of one or more articles as one JSON-LD document: `{"@context": "https://schema.org", "@graph": […]}`, each
/// member a schema.org [Quotation](https://schema.org/Quotation). What `stemma quotes --format jsonld` prints.
///
/// | property | holds |
/// |---|---|
/// | `text` | the words; pieces of an interrupted quotation with a space between them |
/// | `additionalType` | `direct speech`, `mixed speech` or `indirect speech` |
/// | `spokenByCharacter` | whom the article gives the words to: a Person or an Organization |
/// | `creator` | the same, where the words are his: in direct speech |
/// | `isBasedOn` | the document that the words stand in; the quotation in the body that a headline's repeats |
/// | `creditText` | a group without a name ("officials") |
/// | `translationOfWork` | the original, where the article says that the words are translated |
/// | `isPartOf` | the NewsArticle: `headline`, `publisher`, `datePublished`, `url`, `inLanguage`, as far as they are known |
///
/// The last member is a CreateAction that names the mode.
///
/// What nobody knows is left out: no speaker, no property. What stands in marks and is no speech is no quotation and is left
/// out, too. Articles are added one by one, so that a stream of them takes the memory of one.
public struct QuotationsJSONLD: Sendable {
    private var isEmpty = true
    private var mode = Collation.Mode.lexical

    /// How many code points of a headline, an outlet or a name are repeated with each quotation.
    static let longestName = 300

    /// Makes an empty document.
    public init() {}

    /// A whole document. O(size of the output).
    public static func render(_ articles: [AnalyzedArticle]) -> String {
        var document = QuotationsJSONLD()
        var bytes: [UInt8] = []
        for article in articles { bytes += document.add(article) }
        return String(decoding: bytes + document.end(), as: UTF8.self)
    }

    /// The next part of the document, as UTF-8: an article's quotations. O(size of the part).
    public mutating func add(_ analyzed: AnalyzedArticle) -> [UInt8] {
        if mode == .lexical { mode = Collation.Mode(of: [analyzed]) }
        let source = ArticleNode(analyzed)
        var bytes: [UInt8] = []
        for (number, quotation) in analyzed.speech.quotations.enumerated()
        where quotation.isSpeech && !analyzed.speech.isWording(number) {
            var writer = JSONWriter()
            writer.object { writer in Self.write(quotation, number, of: source, &writer) }
            bytes += isEmpty ? Array(Self.opening.utf8) : [0x2C, 0x0A]
            bytes += writer.bytes
            isEmpty = false
        }
        return bytes
    }

    /// The last part of the document: by what it was made.
    public mutating func end() -> [UInt8] {
        var writer = JSONWriter()
        writer.object { Self.writeMaking(mode, &$0) }
        return (isEmpty ? Array(Self.opening.utf8) : [0x2C, 0x0A]) + writer.bytes + Array("\n]}\n".utf8)
    }

    /// A [CreateAction](https://schema.org/CreateAction): what a document was made with, and by which means.
    static func writeMaking(_ mode: Collation.Mode, _ writer: inout JSONWriter) {
        writer.member("@type", "CreateAction")
        writer.member("description", "\(mode.words) mode")
        writer.member("instrument") { writer in
            writer.member("@type", "SoftwareApplication")
            writer.member("name", "Stemma")
        }
    }

    private static let opening = #"{"@context":"https://schema.org","@graph":["# + "\n"

    // MARK: One quotation

    private static func write(_ quotation: Quotation, _ number: Int, of source: ArticleNode, _ writer: inout JSONWriter) {
        writer.member("@type", "Quotation")
        writer.member("@id", source.quotationID(number))
        writer.member("additionalType", "\(quotation.kind.rawValue) speech")
        writer.member("text", quotation.content.map { source.text[$0] }.joined(separator: " "))
        if let language = source.language { writer.member("inLanguage", language) }
        writer.member("position", number)
        if let speaker = quotation.speaker, !speaker.name.isEmpty {
            credit(speaker, isWordForWord: quotation.kind == .direct, &writer)
        }
        let bases = quotation.repeats.map { [source.quotationID($0)] } ?? []
        let documents = quotation.speaker.flatMap { $0.kind == .document && !$0.name.isEmpty ? $0.name : nil }
        if !bases.isEmpty || documents != nil {
            writer.key("isBasedOn")
            writer.array { writer in
                for base in bases { writer.object { writer in writer.member("@id", base) } }
                if let documents { node("CreativeWork", "name", documents, &writer) }
            }
        }
        if let translation = quotation.translation {
            writer.member("translationOfWork") { writer in
                writer.member("@type", "Quotation")
                if let language = translation.language { writer.member("inLanguage", language) }
            }
        }
        writer.member("isPartOf") { writer in source.write(&writer) }
    }

    /// Whom the words are given to, as far as schema.org has a type for it.
    static func credit(_ speaker: Speaker, isWordForWord: Bool, _ writer: inout JSONWriter) {
        let (type, property): (String, StaticString)
        switch speaker.kind {
        case .person: (type, property) = ("Person", "name")
        case .organisation: (type, property) = ("Organization", "name")
        // Somebody who is known by what he is.
        case .role: (type, property) = ("Person", "jobTitle")
        case .document: return
        default:
            writer.member("creditText", bounded(speaker.name))
            return
        }
        writer.key("spokenByCharacter")
        node(type, property, speaker.name, &writer)
        guard isWordForWord else { return }
        writer.key("creator")
        node(type, property, speaker.name, &writer)
    }

    static func node(_ type: String, _ property: StaticString, _ value: String, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("@type", type)
            writer.member(property, bounded(value))
        }
    }

    /// A name that stands with every quotation, cut where it is longer than names are, so that output grows with its input.
    static func bounded(_ name: String) -> String {
        guard name.utf8.count > longestName else { return name }
        var scalars = String.UnicodeScalarView()
        var count = 0
        for scalar in name.unicodeScalars {
            guard count < longestName else {
                scalars.append("…")
                break
            }
            scalars.append(scalar)
            count += 1
        }
        return String(scalars)
    }
}
