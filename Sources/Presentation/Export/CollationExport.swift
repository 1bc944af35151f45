public import Collation

/// The formats of other programs in which a comparison can be given.
public enum ExportFormat: String, Sendable, Hashable, CaseIterable {
    /// A critical apparatus of the Text Encoding Initiative (TEI P5).
    case tei
    /// A collection of W3C Web Annotations (JSON-LD).
    case annotation
    /// schema.org Claims, Quotations and NewsArticles (JSON-LD).
    case jsonLD = "jsonld"
    /// A table, a row for each place.
    case csv
    /// A graph of articles, statements and speakers.
    case graphML = "graphml"
}

/// Gives a comparison in the format of another program.
///
/// All formats give the same findings under the ids that people see (`s1`, `o1`, `f1`, `h1`, `r1`), each place as Unicode code
/// points with its exact words, and say which of them rest on a person's word.
public struct CollationExport: Sendable {
    /// The format.
    public let format: ExportFormat

    /// Makes an exporter.
    public init(format: ExportFormat) { self.format = format }

    /// The whole document, ending with a line end. O(size of the output).
    public func render(_ collation: Collation) -> String {
        let story = ExportedStory(collation)
        return switch format {
        case .tei: CollationTEI(story).render()
        case .annotation: CollationAnnotations(story).render()
        case .jsonLD: CollationJSONLD(story).render()
        case .csv: CollationCSV(story).render()
        case .graphML: CollationGraphML(story).render()
        }
    }
}
