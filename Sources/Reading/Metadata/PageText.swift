internal import HTMLTree
internal import TextCore

/// The visible text of elements and the clean text of attributes and strings, one line each.
enum PageText {
    /// The longest text that a field of metadata can have, in bytes; longer ones are cut off.
    static let longest = 4096
    /// How many nodes are looked at below one element.
    static let mostNodes = 512

    /// The text of an element as a reader sees it: without scripts and the like, white space folded, a space between blocks.
    /// - Complexity: O(1): ``mostNodes`` and ``longest`` bound it.
    static func text(
        of node: NodeID,
        in document: HTMLDocument,
        longest: Int = PageText.longest,
        skipping isSkipped: (NodeID) -> Bool = { _ in false }
    ) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(128)
        var visited = 0
        var upcoming = document.firstChild(of: node)
        while let current = upcoming, visited < mostNodes, bytes.count < longest {
            visited += 1
            switch document.kind(of: current) {
            case .text: append(document.bytes(document.text(of: current)), to: &bytes)
            case .element:
                let tag = document.tag(of: current)
                if isInvisible(tag) || isSkipped(current) {
                    upcoming = document.nextAfterSubtree(of: current, in: node)
                    if tag != .svg, !isReadingAid(tag) { separate(&bytes) }
                    continue
                }
                if !isInline(tag) { separate(&bytes) }
            case .document, .doctype, .comment: break
            }
            if document.firstChild(of: current) == nil { closeBlocks(current, below: node, document, &bytes) }
            upcoming = document.next(after: current, in: node)
        }
        return finished(&bytes)
    }

    /// The pieces of text below a node, as borders of elements part them.
    static func pieces(of node: NodeID, in document: HTMLDocument, longest: Int) -> [String]? {
        var pieces: [String] = []
        var visited = 0
        var length = 0
        var upcoming = document.firstChild(of: node)
        while let current = upcoming {
            visited += 1
            if document.kind(of: current) == .text {
                let range = document.text(of: current)
                length += Int(range.count)
                guard length <= longest * 4 else { return nil }
                let piece = folded(document.bytes(range))
                if !piece.isEmpty { pieces.append(piece) }
            } else if document.kind(of: current) == .element {
                let tag = document.tag(of: current)
                if isInvisible(tag) || tag == .button {
                    upcoming = document.nextAfterSubtree(of: current, in: node)
                    continue
                }
            }
            // A byline with pictures and buttons takes some dozens of nodes.
            guard visited <= mostNodes / 2 else { return nil }
            upcoming = document.next(after: current, in: node)
        }
        return pieces.reduce(0) { $0 + $1.utf8.count } <= longest ? pieces : nil
    }

    /// The end of a block that ends with its last node parts words too.
    private static func closeBlocks(_ node: NodeID, below scope: NodeID, _ document: HTMLDocument, _ bytes: inout [UInt8]) {
        var node = node
        while node != scope, document.nextSibling(of: node) == nil, let parent = document.parent(of: node), parent != scope {
            node = parent
            if !isInline(document.tag(of: node)) {
                separate(&bytes)
                return
            }
        }
    }

    /// Elements whose content nobody reads.
    static func isInvisible(_ tag: Tag) -> Bool {
        switch tag {
        case .script, .style, .noscript, .template, .svg, .iframe, .select, .textarea, .object, .video, .audio: true
        default: isReadingAid(tag)
        }
    }

    /// How ideographs are read aloud, and the brackets around that: beside the text, not in it.
    private static func isReadingAid(_ tag: Tag) -> Bool {
        switch tag {
        case .rt, .rtc, .rp: true
        default: false
        }
    }

    static func isInline(_ tag: Tag) -> Bool {
        switch tag {
        case .a, .abbr, .acronym, .b, .bdi, .bdo, .big, .cite, .code, .em, .font, .i, .ins, .kbd, .mark, .q, .rb, .ruby, .s,
            .samp, .small,
            .span, .strike, .strong, .sub, .sup, .time, .tt, .u, .var, .wbr, .data, .del, .dfn, .other:
            true
        default: false
        }
    }

    /// Text of a string, as a page would show it: references such as `&amp;` replaced, tags left out, white space folded.
    static func clean(_ string: String) -> String {
        var text = string
        if text.utf8.count > longest * 4 { text = String(decoding: text.utf8.prefix(longest * 4), as: UTF8.self) }
        // Some are escaped twice.
        for _ in 0..<2 where hasMarkup(text.utf8Span.span) {
            var options = HTMLParser.Options()
            options.context = HTMLParser.Context("div")
            let fragment = HTMLParser.parse(Array(text.utf8), options: options)
            let plain = self.text(of: fragment.root, in: fragment)
            if plain == text { break }
            text = plain
        }
        return folded(text.utf8)
    }

    /// Text of bytes with white space folded.
    static func folded(_ text: some Sequence<UInt8>) -> String {
        text.withContiguousStorageIfAvailable { folded($0.span) } ?? folded(Array(text).span)
    }

    static func folded(_ text: Span<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(text.count, longest))
        append(text, to: &bytes)
        return finished(&bytes)
    }

    /// The same as ``clean(_:)`` of a string of the bytes.
    static func clean(_ text: Span<UInt8>) -> String {
        text.count <= longest && !hasMarkup(text)
            ? folded(text) : clean(text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    }

    private static func hasMarkup(_ text: Span<UInt8>) -> Bool {
        var at = 0
        while at + 1 < text.count {
            let byte = text[at]
            at += 1
            guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") else { continue }
            let next = text[at]
            if next | 0x20 &- 0x61 < 26 || next == (byte == UInt8(ascii: "&") ? UInt8(ascii: "#") : UInt8(ascii: "/")) {
                return true
            }
        }
        return false
    }

    private static func separate(_ bytes: inout [UInt8]) {
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
    }

    /// Adds bytes; every run of white space becomes one space.
    private static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
        var at = 0
        while at < text.count, bytes.count < longest {
            let byte = text[at]
            if byte <= 0x20 {
                separate(&bytes)
                at += 1
            } else if byte < 0x80 {
                var end = at + 1
                let limit = min(text.count, at + longest - bytes.count)
                // Words with one space between are copied in one piece.
                while end < limit {
                    let next = text[end]
                    let isPlain =
                        next &- 0x21 < 0x5F || next == 0x20 && end + 1 < limit && text[end + 1] &- 0x21 < 0x5F
                    guard isPlain else { break }
                    end += 1
                }
                text.extracting(at..<end).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
                at = end
            } else {
                let scalar = text.scalar(at: at)
                if isSpace(scalar.value) {
                    separate(&bytes)
                } else if scalar.value != 0xFFFD || scalar.length == 3 {
                    for index in at..<at + scalar.length { bytes.append(text[index]) }
                }
                at += scalar.length
            }
        }
    }

    /// No-break, typographic and zero-width spaces, marks of direction, and what is not even meant to be printed.
    private static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x80...0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
        default: false
        }
    }

    private static func finished(_ bytes: inout [UInt8]) -> String {
        if bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// Without white space and the signs that part a kicker from a headline at its two ends.
    func trimmingSigns() -> String {
        // With its counterpart it is a quotation mark.
        let hasQuotation = unicodeScalars.contains("«")
        func isSign(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case "»": !hasQuotation
            case " ", ":", "|", "-", "–", "—", "·", "•", "/", ",", ";", ">", "+", "*": true
            default: false
            }
        }
        let scalars = unicodeScalars.drop(while: isSign)
        let end = scalars.lastIndex { !isSign($0) }.map { scalars.index(after: $0) } ?? scalars.startIndex
        return String(self[scalars.startIndex..<end])
    }
}
