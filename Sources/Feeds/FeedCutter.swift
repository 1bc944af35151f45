/// Cuts a long feed (RSS, RDF, Atom) into feeds of some of its entries each, so that one of any length is read in bounded memory.
///
/// Each piece has what stands before the first entry, some entries, and the ends of the elements that are open around
/// them; the last has what stands behind the entries instead. What a feed says of itself between or behind its entries is
/// said in the pieces that hold it, and in no other. Memory is bounded by two pieces and one entry.
///
/// - Complexity: linear time in the length of the feed.
public struct FeedCutter {
    /// A part of a feed that is a feed, or why there is none.
    public enum Piece: Sendable {
        /// The part, and how many lines and bytes its entries stand further in the whole feed.
        case feed([UInt8], lines: Int, bytes: Int)
        /// An entry that is longer than the limit; nothing behind it is read.
        case entryTooLong(line: Int, offset: Int)
    }

    /// From how many bytes on a feed is long, and a piece long enough.
    public static let pieceSize = 4 << 20
    /// The longest tag; what seems longer has a quotation mark too few.
    private static let longestTag = 1 << 16

    private let pieceSize: Int
    private let limit: Int
    private let head: [UInt8]
    private let headLines: Int
    private let closings: [UInt8]
    /// The name of entries as the feed writes it.
    private let entry: [UInt8]
    /// What has been read and not been cut off yet.
    private var buffer: [UInt8]
    /// Where `buffer` starts in the feed, in bytes and lines.
    private var base: Int
    private var line: Int
    /// Up to where `buffer` has been looked at, and the end of the last whole entry before that.
    private var at = 0
    private var cut = 0
    private var isAtEnd = false

    /// Makes a cutter of the beginning of a feed, of which as much should be there as a piece has; nil when it is no feed in
    /// XML, or its first entry does not begin there.
    public init?(_ start: [UInt8], pieceSize: Int = FeedCutter.pieceSize, limit: Int) {
        guard !start.prefix(64).contains(0), let opening = Self.opening(start) else { return nil }
        self.pieceSize = pieceSize
        self.limit = limit
        head = Array(start[..<opening.end])
        closings = opening.elements.reversed().flatMap { Array("</".utf8) + $0 + Array(">".utf8) }
        entry = opening.entry
        buffer = Array(start[opening.end...])
        headLines = Self.lines(head)
        base = head.count
        line = headLines
    }

    /// The next piece; nil when the feed is over. `fill` appends what comes next, and says whether there was any.
    public mutating func next<Failure>(
        _ fill: (inout [UInt8]) throws(Failure) -> Bool
    ) throws(Failure) -> Piece? {
        while !isAtEnd {
            look()
            if cut >= pieceSize || cut > 0 && buffer.count > limit { return piece(buffer[..<cut] + closings, taking: cut) }
            if buffer.count > limit {
                isAtEnd = true
                return .entryTooLong(line: line + 1, offset: base)
            }
            if try fill(&buffer) { continue }
            isAtEnd = true
            return piece(buffer[...], taking: buffer.count)
        }
        return nil
    }

    private mutating func piece(_ entries: ArraySlice<UInt8>, taking count: Int) -> Piece {
        let piece = Piece.feed(head + entries, lines: line - headLines, bytes: base - head.count)
        line += Self.lines(buffer[..<count])
        base += count
        buffer.removeFirst(count)
        at = max(0, at - count)
        cut = 0
        return piece
    }

    /// Looks for ends of entries until there is enough for a piece.
    private mutating func look() {
        (at, cut) = looked(buffer.span)
    }

    private func looked(_ bytes: Span<UInt8>) -> (at: Int, cut: Int) {
        var (at, cut) = (at, cut)
        while cut < pieceSize, let sign = bytes.index(of: UInt8(ascii: "<"), from: at) {
            guard let (kind, end) = Self.markup(bytes, at: sign) else { return (sign, cut) }
            at = end
            if case .end(let name) = kind, Self.equals(bytes, name, entry) { cut = end }
        }
        return (cut < pieceSize ? bytes.count : at, cut)
    }

    // MARK: Markup

    private enum Markup {
        case start(name: Range<Int>, isEmpty: Bool)
        case end(name: Range<Int>)
        case other
    }

    /// What stands before the first entry: where it ends, the elements that are open there, and what entries are called.
    private static func opening(_ start: [UInt8]) -> (end: Int, elements: [[UInt8]], entry: [UInt8])? {
        let bytes = start.span
        var open: [[UInt8]] = []
        var at = 0
        while let sign = bytes.index(of: UInt8(ascii: "<"), from: at), let (kind, end) = markup(bytes, at: sign) {
            at = end
            switch kind {
            case .start(let range, let isEmpty):
                let name = Array(start[range])
                let local = String(decoding: name, as: UTF8.self).split(separator: ":").last.map { String($0).asciiLowercased }
                if open.isEmpty, local != "rss", local != "feed", local != "rdf" { return nil }
                if local == "item" || local == "entry" { return open.isEmpty ? nil : (sign, open, name) }
                if !isEmpty { open.append(name) }
            case .end(let range):
                if let last = open.lastIndex(where: { $0.elementsEqual(start[range]) }) { open.removeSubrange(last...) }
            case .other: break
            }
        }
        return nil
    }

    /// The markup that starts at a place and where it ends; nil when it does not end in these bytes.
    private static func markup(_ bytes: Span<UInt8>, at start: Int) -> (kind: Markup, end: Int)? {
        func other(until closing: StaticString) -> (Markup, Int)? {
            bytes.index(of: closing, from: start + 2).map { (.other, $0 + closing.utf8CodeUnitCount) }
        }
        if bytes.has("<!--", at: start) { return other(until: "-->") }
        if bytes.has("<![CDATA[", at: start) { return other(until: "]]>") }
        if bytes.has("<?", at: start) { return other(until: "?>") }
        guard let end = endOfTag(bytes, from: start) else { return nil }
        let isEnd = bytes.has("</", at: start)
        let first = start + (isEnd ? 2 : 1)
        var stop = first
        while stop < end - 1, !bytes[stop].isXMLSpace, bytes[stop] != UInt8(ascii: "/") { stop += 1 }
        // A sign of a text that was not escaped is no markup.
        guard stop > first, bytes[first].isNameStart else { return (.other, start + 1) }
        if isEnd { return (.end(name: first..<stop), end) }
        return (.start(name: first..<stop, isEmpty: bytes[end - 2] == UInt8(ascii: "/")), end)
    }

    /// Behind the bracket that closes a tag, which quoted values may hold, too.
    private static func endOfTag(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var quote: UInt8 = 0
        var at = start + 1
        while at < bytes.count, at - start < longestTag {
            let byte = bytes[at]
            at += 1
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return at
            }
        }
        return at - start < longestTag ? nil : bytes.index(of: UInt8(ascii: ">"), from: start).map { $0 + 1 }
    }

    private static func equals(_ bytes: Span<UInt8>, _ range: Range<Int>, _ name: [UInt8]) -> Bool {
        range.count == name.count && name.indices.allSatisfy { bytes[range.lowerBound + $0] == name[$0] }
    }

    private static func lines(_ bytes: some Sequence<UInt8>) -> Int {
        bytes.reduce(into: 0) { if $1 == 0x0A { $0 += 1 } }
    }
}

extension UInt8 {
    /// Whether it may start the name of an element: an ASCII letter, a low line or a byte of a longer character.
    fileprivate var isNameStart: Bool { (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: "_") || self >= 0x80 }
}
