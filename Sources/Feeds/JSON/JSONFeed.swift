internal import FoundationEssentials
internal import TextCore

/// JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). A member of the wrong type counts as absent, as the format
/// asks readers to be lenient.
struct JSONFeed: Decodable {
    let version: String?
    let title: String?
    let pageURL: String?
    let feedURL: String?
    let description: String?
    let icon: String?
    let language: String?
    let authors: [Author]
    let items: [Item]?

    struct Author: Decodable {
        let name: String?
        let url: String?

        init(from decoder: any Decoder) throws {
            let members = try Members(decoder)
            name = members.string("name")
            url = members.string("url")
        }
    }

    struct Item: Decodable {
        let id: String?
        let url, externalURL, title, html, text, summary, image, banner, published, modified, language: String?
        let authors: [Author]
        let tags: [String]
        let attachments: [Attachment]

        init(from decoder: any Decoder) throws {
            let members = try Members(decoder)
            // The format asks for a string, and to make one of what else stands there.
            id =
                members.string("id") ?? members.number("id").map { $0 == $0.rounded() ? String(Int64(clamping: $0)) : String($0) }
            url = members.string("url")
            externalURL = members.string("external_url")
            title = members.string("title")
            html = members.string("content_html")
            text = members.string("content_text")
            summary = members.string("summary")
            image = members.string("image")
            banner = members.string("banner_image")
            published = members.string("date_published")
            modified = members.string("date_modified")
            language = members.string("language")
            authors = members.list("authors") + members.value("author", Author.self).map { [$0] }.orEmpty
            tags = members.list("tags")
            attachments = members.list("attachments")
        }
    }

    struct Attachment: Decodable {
        let url, mediaType, title: String?
        let size, duration: Double?

        init(from decoder: any Decoder) throws {
            let members = try Members(decoder)
            url = members.string("url")
            mediaType = members.string("mime_type")
            title = members.string("title")
            size = members.number("size_in_bytes")
            duration = members.number("duration_in_seconds")
        }
    }

    init(from decoder: any Decoder) throws {
        let members = try Members(decoder)
        version = members.string("version")
        title = members.string("title")
        pageURL = members.string("home_page_url")
        feedURL = members.string("feed_url")
        description = members.string("description")
        icon = members.string("icon")
        language = members.string("language")
        authors = members.list("authors") + members.value("author", Author.self).map { [$0] }.orEmpty
        items = members.value("items", [Lossy<Item>].self).map { $0.compactMap(\.value) }
    }

    /// Members of an object by name.
    private struct Members {
        private struct Key: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        private let container: KeyedDecodingContainer<Key>

        init(_ decoder: any Decoder) throws { container = try decoder.container(keyedBy: Key.self) }

        func value<Value: Decodable>(_ name: String, _ type: Value.Type) -> Value? {
            try? container.decodeIfPresent(type, forKey: Key(stringValue: name))
        }

        func string(_ name: String) -> String? {
            value(name, String.self).flatMap { $0.trimmingXMLSpace.isEmpty ? nil : $0.trimmingXMLSpace }
        }

        func number(_ name: String) -> Double? { value(name, Double.self) }

        func list<Value: Decodable>(_ name: String) -> [Value] { value(name, [Lossy<Value>].self).orEmpty.compactMap(\.value) }
    }

    /// A value, or nothing where it is of another type.
    private struct Lossy<Value: Decodable>: Decodable {
        let value: Value?

        init(from decoder: any Decoder) throws { value = try? decoder.singleValueContainer().decode(Value.self) }
    }
}

extension Optional where Wrapped: RangeReplaceableCollection {
    fileprivate var orEmpty: Wrapped { self ?? Wrapped() }
}

extension Int64 {
    /// A number as a whole one, the nearest there is.
    fileprivate init(clamping number: Double) {
        self = number >= 9.2e18 ? .max : number <= -9.2e18 ? .min : number.isNaN ? 0 : Int64(number)
    }
}
