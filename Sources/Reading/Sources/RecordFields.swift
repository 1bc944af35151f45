internal import FoundationEssentials

/// The fields of one JSON record, under Stemma's own names or other common ones.
struct RecordFields: Decodable {
    var id: String?
    var outlet: String?
    var published: TimeField?
    var language: String?
    var headline: String?
    var standfirst: String?
    var authors: [String] = []
    var url: String?
    var text: String?
    /// Whether ``text`` was given as a body, to which the headline does not belong.
    var isBody = false
    /// Whether its publisher has withdrawn it.
    var isWithdrawn = false
    var blocks: [BlockField]?

    /// A publication time as records write it.
    enum TimeField {
        case text(String)
        /// Seconds since 1970 (milliseconds and finer are recognised by their size).
        case number(Double)
    }

    /// A block as Stemma itself writes it: code points from `start` up to `end`.
    struct BlockField: Decodable {
        let kind: String
        let start: Int
        let end: Int
    }

    /// Names of each field, the first found wins.
    enum Names {
        static let id = ["id", "_id", "uid", "guid", "doc_id", "article_id", "uri"]
        static let outlet = [
            "outlet", "publisher", "source", "source_name", "sourceName", "site_name", "siteName", "site", "publication",
            "domain",
            "hostname", "sitename",
        ]
        static let published = [
            "published", "published_at", "publishedAt", "date", "pubDate", "pub_date", "pubdate", "publication_date",
            "date_published",
            "datePublished", "publish_date", "date_publish", "datetime", "timestamp", "created_at",
        ]
        static let language = ["language", "lang", "inLanguage"]
        static let headline = ["headline", "title"]
        static let standfirst = ["standfirst", "subtitle", "subheadline", "dek"]
        static let authors = ["authors", "author", "byline", "creator"]
        static let url = ["url", "link", "canonical_url", "web_url", "source_url"]
        static let text = ["text"]
        static let body = [
            "body", "content", "article", "maintext", "full_text", "article_text", "body_text", "bodyText", "articleBody",
        ]
    }

    struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        id = try Self.first(Names.id, in: fields, as: NameField.self, "a string or a number")?.names.first
        outlet = try Self.first(Names.outlet, in: fields, as: NameField.self, "a string, or an object with a name")?.names.first
        language = try Self.first(Names.language, in: fields, as: String.self, "a string")
        headline = try Self.first(Names.headline, in: fields, as: String.self, "a string")
        standfirst = try Self.first(Names.standfirst, in: fields, as: String.self, "a string")
        url = try Self.first(Names.url, in: fields, as: String.self, "a string")
        let people = "a string, an object with a name, or a list of them"
        authors = try Self.first(Names.authors, in: fields, as: NameField.self, people)?.names ?? []
        published = try Self.first(Names.published, in: fields, as: TimeValue.self, "a string or a number")?.value
        let given = "a string, or a list of paragraphs"
        text = try Self.first(Names.text, in: fields, as: TextField.self, given)?.text
        isBody = text == nil
        if isBody { text = try Self.first(Names.body, in: fields, as: TextField.self, given)?.text }
        let news = try NewsObject(fields)
        headline = headline ?? news.headline
        standfirst = standfirst ?? news.standfirst
        outlet = outlet ?? news.provider
        published = published ?? news.published.map { .text($0) }
        if authors.isEmpty, let byline = news.byline { authors = [byline] }
        if url == nil, let id, id.hasPrefix("http://") || id.hasPrefix("https://") { url = id }
        // The texts of a news object are its bodies; others in it are teasers.
        text = news.text ?? text ?? news.parts ?? news.description
        if text == standfirst { standfirst = nil }
        isWithdrawn = news.isWithdrawn
        // A byline is a line, which may name several.
        if authors.count == 1, ["byline", "by"].contains(where: { fields.contains(Key(stringValue: $0)) }) {
            let names = AuthorNames(authors[0], isSite: { _ in false })
            if !names.isEmpty { authors = names.people.isEmpty ? names.organizations : names.people }
        }
        let blockList = "a list of objects with kind, start and end"
        blocks = try Self.first(["blocks"], in: fields, as: [BlockField].self, blockList)
    }

    /// The first of `names` that has a value; null and the empty string are no values.
    private static func first<Value: Decodable>(
        _ names: [String],
        in fields: KeyedDecodingContainer<Key>,
        as type: Value.Type,
        _ expected: String
    ) throws -> Value? {
        for name in names {
            let key = Key(stringValue: name)
            guard fields.contains(key) else { continue }
            do {
                guard let value = try fields.decodeIfPresent(type, forKey: key) else { continue }
                if let text = value as? String, text.utf8.allSatisfy({ $0 <= 0x20 }) { continue }
                return value
            } catch {
                throw FieldError(field: name, expected: expected)
            }
        }
        return nil
    }
}

/// A field of the wrong type.
struct FieldError: Error {
    let field: String
    let expected: String
}

/// A name, however records write it: a string, a number, an object with a name, or a list of them.
private struct NameField: Decodable {
    let names: [String]

    private struct Object: Decodable {
        let name: String?
        let title: String?
        let domain: String?
        let id: String?
        let url: String?

        /// Whatever of the object names it best.
        var best: String? { name ?? title ?? domain ?? id ?? url }
    }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            names = text.isEmpty ? [] : [text]
        } else if let number = try? value.decode(Int.self) {
            names = [String(number)]
        } else if let list = try? value.decode([String].self) {
            names = list.filter { !$0.isEmpty }
        } else if let list = try? value.decode([Object].self) {
            names = list.compactMap(\.best)
        } else {
            names = [try value.decode(Object.self).best].compactMap { $0 }
        }
    }
}

private struct TimeValue: Decodable {
    let value: RecordFields.TimeField

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self.value = .text(text)
        } else {
            self.value = .number(try value.decode(Double.self))
        }
    }
}

private struct TextField: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self.text = text
        } else {
            text = try value.decode([String].self).joined(separator: "\n\n")
        }
    }
}
