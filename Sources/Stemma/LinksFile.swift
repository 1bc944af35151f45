internal import Collation
internal import FoundationEssentials

/// A person's confirmed and rejected links as a file: JSON, schema `stemma.links/1`.
///
/// ```json
/// {"schema": "stemma.links/1",
///  "links": [{"verdict": "rejected", "by": "N. Aurel", "note": "two votes",
///             "passages": [{"article": "a.txt", "start": 10, "end": 90, "text": "…"},
///                          {"article": "b.txt", "start": 40, "end": 99, "text": "…"}]}]}
/// ```
///
/// A passage is `article` (an article's id, its address, or the name of its file), the exact `text`, and `start` and `end` in
/// Unicode code points: what every place in `stemma.collation/1` is made of, so that a witness can be copied as it stands. Where
/// the place does not hold the text (any more), the text is looked for. `by` and `note` are a person's own; other members are
/// ignored.
///
/// What is wrong with an entry is an ``Issue``; the other entries count.
public struct LinksFile: Sendable {
    /// The value of `schema`.
    public static let schema = "stemma.links/1"
    /// An entry has at most this many passages: links cost the product of theirs.
    public static let mostPassages = 256

    /// Why a file is none of links.
    public enum Fault: Error, Sendable, Hashable {
        /// It is no JSON.
        case noJSON
        /// It is JSON without a list `links`.
        case noLinks
        /// Its schema is another one, or not given.
        case otherSchema(String?)

        /// The fault in words.
        public var message: String {
            switch self {
            case .noJSON: "not valid JSON"
            case .noLinks: "no object with a list \"links\""
            case .otherSchema(let name?): "schema \"\(name)\" is not \"\(LinksFile.schema)\""
            case .otherSchema(nil): "no \"schema\": \"\(LinksFile.schema)\""
            }
        }
    }

    /// What is wrong with one entry.
    public struct Issue: Sendable, Hashable {
        /// The number of the entry, from 1.
        public let entry: Int
        /// What is wrong, in words.
        public let message: String

        /// Makes an issue.
        public init(entry: Int, message: String) {
            self.entry = entry
            self.message = message
        }
    }

    /// A passage as the file names it.
    struct Place: Sendable, Hashable, Decodable {
        let article: String
        let start: Int?
        let end: Int?
        let text: String
    }

    /// One link as the file has it.
    struct Entry: Sendable, Hashable {
        let number: Int
        let verdict: StatementLink.Verdict
        let places: [Place]
        let author: String?
        let note: String?
    }

    /// The entries that could be read.
    let entries: [Entry]
    /// What is wrong with the others.
    public let issues: [Issue]
    /// How many entries the file has.
    public let count: Int

    /// Reads a file's bytes. O(*n*).
    public init(_ bytes: [UInt8]) throws(Fault) {
        let document: Document
        do {
            document = try JSONDecoder().decode(Document.self, from: Data(bytes))
        } catch DecodingError.dataCorrupted {
            throw .noJSON
        } catch {
            throw .noLinks
        }
        guard document.schema == Self.schema else { throw .otherSchema(document.schema) }
        var entries: [Entry] = []
        var issues: [Issue] = []
        for (index, element) in document.links.enumerated() {
            switch element {
            case .broken(let message): issues.append(Issue(entry: index + 1, message: message))
            case .link(let verdict, let places, let author, let note):
                entries.append(
                    Entry(number: index + 1, verdict: verdict, places: places, author: author, note: note)
                )
            }
        }
        self.entries = entries
        self.issues = issues
        count = document.links.count
    }
}

/// The JSON of a file, entry by entry, so that a broken one costs only itself.
private struct Document: Decodable {
    let schema: String?
    let links: [Element]

    enum Key: String, CodingKey { case schema, links }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        schema = try? members.decode(String.self, forKey: .schema)
        links = try members.decode([Element].self, forKey: .links)
    }

    enum Element: Decodable {
        case link(StatementLink.Verdict, [LinksFile.Place], author: String?, note: String?)
        case broken(String)

        enum Key: String, CodingKey { case verdict, passages, by, note }

        init(from decoder: any Decoder) throws {
            guard let members = try? decoder.container(keyedBy: Key.self) else {
                self = .broken("not an object")
                return
            }
            let word = try? members.decode(String.self, forKey: .verdict)
            guard let verdict = word.flatMap(StatementLink.Verdict.init) else {
                self = .broken("\"verdict\" must be \"confirmed\" or \"rejected\"")
                return
            }
            guard let places = try? members.decode([Passage].self, forKey: .passages) else {
                self = .broken("\"passages\" must be a list of objects")
                return
            }
            for (index, place) in places.enumerated() {
                if case .broken(let message) = place {
                    self = .broken("passage \(index + 1): \(message)")
                    return
                }
            }
            guard (2...LinksFile.mostPassages).contains(places.count) else {
                self = .broken("\"passages\" must hold 2 to \(LinksFile.mostPassages)")
                return
            }
            self = .link(
                verdict,
                places.compactMap { if case .place(let place) = $0 { place } else { nil } },
                author: try? members.decode(String.self, forKey: .by),
                note: try? members.decode(String.self, forKey: .note)
            )
        }
    }

    enum Passage: Decodable {
        case place(LinksFile.Place)
        case broken(String)

        enum Key: String, CodingKey { case article, start, end, text }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: Key.self)
            guard let article = try? members.decode(String.self, forKey: .article), !article.isEmpty else {
                self = .broken("\"article\" must be the id of an article")
                return
            }
            guard let text = try? members.decode(String.self, forKey: .text), !text.isEmpty else {
                self = .broken("\"text\" must be the words of the passage")
                return
            }
            self = .place(
                LinksFile.Place(
                    article: article,
                    start: try? members.decode(Int.self, forKey: .start),
                    end: try? members.decode(Int.self, forKey: .end),
                    text: text
                )
            )
        }
    }
}
