/// Parses HTML as the WHATWG HTML Standard (https://html.spec.whatwg.org/, section 13.2) prescribes: any bytes make a tree,
/// the same as in a browser whose scripts do not run.
///
/// Input is UTF-8; bytes that are none pass as they are, and a byte order mark at the start is skipped. To find out how a page is encoded, see ``EncodingSniffer``.
///
/// - Complexity: linear time and memory in the length of the input, whatever it holds: a news page takes about two bytes
///   of memory for each of its own, and the worst of pages (`<b>` over and over) about forty. Three bounds see to that, and
///   differ from the standard where a page exceeds them: ``Options/depthLimit``; copies of formatting elements that
///   misnesting makes (10,000 and one for every eight bytes; see ``HTMLDocument/isSimplified``); ``longestInput``.
public enum HTMLParser {
    /// The longest input in bytes, 256 MiB; what goes beyond is left out (``HTMLDocument/isTruncated``).
    public static let longestInput = 1 << 28

    /// How to parse.
    public struct Options: Sendable {
        /// Whether `noscript` is read as by a browser that runs scripts: its content as text.
        public var isScripting = false
        /// How many elements may be open at a time, 16 to 4096. Further ones are inserted into the deepest open element and
        /// have their content as siblings, as in browsers. A tree can be twice as deep where a page closes elements in
        /// another order than it opened them.
        public var depthLimit = 512
        /// The element whose content the input is; nil for a whole page.
        public var context: Context?

        /// The options of a browser without scripts.
        public init() {}
    }

    /// The element around a fragment.
    public struct Context: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Its namespace.
        public var namespace: Namespace

        /// An element by name and namespace.
        public init(_ name: String, namespace: Namespace = .html) {
            self.name = name
            self.namespace = namespace
        }
    }

    /// Parses a page, or a fragment where the options have a context: then the document's root has the fragment's nodes as
    /// children. The document keeps `bytes` without a copy if they have no CR. O(*n*).
    public static func parse(_ bytes: [UInt8], options: Options = Options()) -> HTMLDocument {
        let isTruncated = bytes.count > longestInput
        let source = normalized(isTruncated ? Array(bytes[..<longestInput]) : bytes)
        var builder = TreeBuilder(source.span, options: options)
        builder.run()
        return HTMLDocument(
            source: source,
            quirks: builder.quirks,
            doctype: builder.doctype,
            isTruncated: isTruncated,
            isSimplified: builder.isSimplified,
            side: builder.tokenizer.side,
            nodes: builder.nodes,
            attributeRecords: builder.tokenizer.attributes,
            names: builder.tokenizer.names
        )
    }

    /// Parses a copy of some bytes.
    public static func parse(_ bytes: Span<UInt8>, options: Options = Options()) -> HTMLDocument {
        var copy: [UInt8] = []
        copy.append(copying: bytes, 0..<min(bytes.count, longestInput + 1))
        return parse(copy, options: options)
    }

    /// CRLF and CR as LF (section 13.2.3.5).
    static func normalized(_ bytes: [UInt8]) -> [UInt8] {
        let span = bytes.span
        var at = span.firstIndex(ofRare: 0x0D, from: 0)
        guard at < span.count else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var copied = 0
        while at < span.count {
            result.append(copying: span, copied..<at)
            result.append(0x0A)
            copied = at + 1
            if copied < span.count, span[copied] == 0x0A { copied += 1 }
            at = span.firstIndex(ofRare: 0x0D, from: copied)
        }
        result.append(copying: span, copied..<span.count)
        return result
    }
}
