internal import Foundation

/// The two articles of the founding example and their annotation, `data/collation/seeds.json` beside the checkout: what the
/// tests read of it. Places are code points.
package struct Seeds: Decodable, Sendable {
    /// One article.
    package struct Document: Decodable, Sendable {
        package let doc: String
        package let file: String
        package let date: String
        package let headline: String
        package let text: String
        package let sentences: [Place]

        /// The name of its file below `seeds/`.
        package var name: String { file.split(separator: "/").last.map(String.init) ?? file }

        /// Its bytes as they were saved.
        package func bytes() throws -> [UInt8] { try SharedData.bytes("seeds/" + name) }
    }

    /// An annotated clause.
    package struct Place: Decodable, Sendable {
        package let id: String
        package let start: Int
        package let end: Int
    }

    /// A quotation and who is quoted.
    package struct Quote: Decodable, Sendable {
        package let sent: String
        package let start: Int
        package let end: Int
        package let speaker: String?
    }

    /// A piece of an article with what it is.
    package struct Segment: Decodable, Sendable {
        package let doc: String
        package let text: String
        package let kind: String
        package let speaker: String?
    }

    /// Segments of both articles that say the same.
    package struct Alignment: Decodable, Sendable {
        package let a: [String]
        package let b: [String]
        package let relation: String
        package let strength: String
    }

    /// A segment that only one article has.
    package struct Only: Decodable, Sendable {
        package let seg: String
    }

    /// Figures that do not add up.
    package struct Check: Decodable, Sendable {
        package let segs: [String]?
        package let claim: String?
        package let computed: String?
    }

    /// A time and what it stands for.
    package struct Time: Decodable, Sendable {
        package let doc: String
        package let text: String
        package let value: String
    }

    /// Somebody or something with a name.
    package struct Named: Decodable, Sendable {
        package let canonical: String
        package let type: String
    }

    /// The annotation of both articles together.
    package struct Detail: Decodable, Sendable {
        package let segments: [String: Segment]
        package let alignments: [Alignment]
        package let only_in_A: [Only]
        package let only_in_B: [Only]
        package let boilerplate: [String]
        package let number_checks: [Check]
        package let temporal: [Time]
        package let entities: [Named]
    }

    package let docs: [Document]
    package let quotes: [Quote]
    package let detail: Detail

    /// Reads them.
    package static func load() throws -> Seeds {
        try JSONDecoder().decode(Seeds.self, from: Data(SharedData.bytes("data/collation/seeds.json")))
    }
}
