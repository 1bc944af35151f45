internal import Foundation
internal import FoundationXML

/// The strict way through a document: Foundation's parser, without external entities.
///
/// Only documents that ``XMLPreflight`` has let pass are given to it.
enum StrictXML {
    /// What came of it.
    enum Outcome<Handler> {
        /// The document is well-formed.
        case wellFormed(Handler)
        /// It is not, and what the handler holds is of no use.
        case broken(line: Int, what: String)
    }

    /// Parses UTF-8 and hands its events to the handler. Errors are those of the handler. O(*n*).
    static func parse<Handler: XMLEventHandler>(_ document: [UInt8], into handler: Handler) throws(FeedError) -> Outcome<Handler>
    {
        let delegate = Delegate(handler)
        let parser = XMLParser(data: Data(document))
        parser.shouldResolveExternalEntities = false
        parser.shouldProcessNamespaces = false
        parser.delegate = delegate
        let isWellFormed = parser.parse()
        if let failure = delegate.failure { throw failure }
        guard isWellFormed, !delegate.isBroken, delegate.depth == 0, delegate.hasRoot else {
            let what = parser.parserError.map { words(of: ($0 as NSError).code) } ?? "the document ends too early"
            return .broken(line: max(1, parser.lineNumber), what: what)
        }
        return .wellFormed(delegate.handler)
    }

    /// What libxml2's number of an error says (xmlerror.h).
    private static func words(of code: Int) -> String {
        switch code {
        case 4, 5, 77: "the document ends before its elements do"
        case 6, 7, 8, 9: "a character that XML does not allow"
        case 23: "a reference without its semicolon"
        case 26, 27: "a reference to an entity that nothing declares"
        case 31, 32, 81: "bytes that are no text in the document's encoding"
        case 38: "a < in the value of an attribute"
        case 39, 40, 41: "an attribute without a value in quotation marks"
        case 42: "an attribute that is there twice"
        case 62, 63: "]]> or an unfinished section"
        case 65: "a space is missing"
        case 68: "a name is missing behind & or <"
        case 73, 74: "a tag without its >"
        case 76: "an end tag of another element than the innermost"
        case 201: "a prefix that no namespace is declared for"
        default: "libxml2's error \(code)"
        }
    }

    private final class Delegate<Handler: XMLEventHandler>: NSObject, XMLParserDelegate {
        var handler: Handler
        var failure: FeedError?
        var depth = 0
        var hasRoot = false
        var isBroken = false

        init(_ handler: Handler) { self.handler = handler }

        private func run(_ parser: XMLParser, _ step: (inout Handler) throws(FeedError) -> Void) {
            guard failure == nil, !isBroken else { return }
            do throws(FeedError) {
                try step(&handler)
            } catch {
                failure = error
                parser.abortParsing()
            }
        }

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String]
        ) {
            depth += 1
            hasRoot = true
            // Foundation has them in no order; both ways sort, so that one document is one result.
            let sorted = attributes.map { (name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
            run(parser) { handler throws(FeedError) in try handler.startElement(qualifiedName ?? name, sorted) }
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            depth -= 1
            run(parser) { handler throws(FeedError) in try handler.endElement() }
        }

        /// Ends at the first error, also at those that libxml2 goes on after (a prefix without declaration): Foundation leaks
        /// some bytes with each, and a document can have millions.
        func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
            if !isBroken { parser.abortParsing() }
            isBroken = true
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) {
            let bytes = Array(string.utf8)
            run(parser) { handler throws(FeedError) in try handler.text(bytes.span) }
        }

        func parser(_ parser: XMLParser, foundCDATA block: Data) {
            let bytes = Array(block)
            run(parser) { handler throws(FeedError) in try handler.text(bytes.span) }
        }
    }
}
