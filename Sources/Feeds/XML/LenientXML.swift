internal import HTMLTree

/// The lenient way through a document: whatever the bytes are, they make elements that open and close in order.
///
/// On a well-formed document without entities of its own the events are those of ``StrictXML``. Beyond that: an ampersand that
/// begins no reference is text, as is a reference to an unknown name; HTML's names are known; an end tag closes the innermost
/// element of its name, and the elements inside it, or nothing; HTML's void elements need no end; a `<` that begins no tag is
/// text; attribute values need no quotation marks, and one without its closing mark ends before the next tag; a section or
/// comment without its end goes to the end of the element, or of the tag.
///
/// Linear in time: every search either finds what the scanner then moves behind, or is bounded by the next `<`, or is not
/// repeated once it has failed.
struct LenientXML<Handler: XMLEventHandler> {
    private let document: [UInt8]
    private let limits: FeedLimits
    private(set) var handler: Handler
    /// The first thing that is wrong, and where.
    private(set) var fault: (offset: Int, what: String)?
    /// Whether the document ends inside of what it lists: only its outermost elements may lack an end tag otherwise.
    private(set) var isCutOff = false
    /// Whether the document declares entities.
    private(set) var declaresEntities = false

    private var open: [String] = []
    private var at = 0
    /// What is not to be found any more from here on.
    private var isWithoutSectionEnd = false
    private var isWithoutCommentEnd = false
    private var isWithoutDeclarationEnd = false
    private var buffer: [UInt8] = []

    private init(_ document: [UInt8], limits: FeedLimits, handler: Handler) {
        self.document = document
        self.limits = limits
        self.handler = handler
    }

    /// Parses UTF-8 and hands its events to the handler. O(*n*).
    static func parse(_ document: [UInt8], limits: FeedLimits, into handler: Handler) throws(FeedError) -> LenientXML {
        var scanner = LenientXML(document, limits: limits, handler: handler)
        try scanner.run()
        return scanner
    }

    private mutating func note(_ what: String, at offset: Int) {
        if fault == nil { fault = (offset, what) }
    }

    private mutating func run() throws(FeedError) {
        while at < document.count {
            guard let tag = document.span.index(of: UInt8(ascii: "<"), from: at) else {
                try readText(at..<document.count)
                break
            }
            try readText(at..<tag)
            at = tag
            try readMarkup()
        }
        isCutOff =
            open.count > 2 || open.count == 2 && Self.holdsChannel(open[0]) || open.count == 1 && !Self.holdsChannel(open[0])
        if let last = open.last { note("<\(last)> is not closed", at: document.count) }
        while !open.isEmpty { try closeInnermost() }
    }

    /// Whether a root has a channel in it that has the entries.
    private static func holdsChannel(_ root: String) -> Bool {
        let local = root.split(separator: ":").last.map { String($0).asciiLowercased }
        return local == "rss" || local == "rdf"
    }

    // MARK: Markup

    private mutating func readMarkup() throws(FeedError) {
        let start = at
        guard start + 1 < document.count else { return try readLiteral() }
        switch document[start + 1] {
        case UInt8(ascii: "!"): try readDeclaration()
        case UInt8(ascii: "?"):
            let end = document.span.index(of: "?>", from: start + 2).map { $0 + 2 }
            at = end ?? endOfTag(from: start)
            if end == nil { note("an instruction is not closed", at: start) }
        case UInt8(ascii: "/"): try readEndTag()
        case let byte where byte.beginsXMLName: try readStartTag()
        default: try readLiteral()
        }
    }

    /// A `<` that begins nothing.
    private mutating func readLiteral() throws(FeedError) {
        note("a < begins no tag", at: at)
        at += 1
        try emit([UInt8(ascii: "<")])
    }

    private func endOfTag(from start: Int) -> Int {
        document.span.index(of: UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? document.count
    }

    private mutating func readDeclaration() throws(FeedError) {
        let start = at
        let document = document
        let bytes = document.span
        if bytes.has("<!--", at: start) {
            let end = isWithoutCommentEnd ? nil : bytes.index(of: "-->", from: start + 4).map { $0 + 3 }
            if end == nil {
                isWithoutCommentEnd = true
                note("a comment is not closed", at: start)
            }
            at = end ?? endOfTag(from: start)
        } else if bytes.has("<![CDATA[", at: start) {
            try readSection()
        } else {
            readDoctype()
        }
    }

    private mutating func readSection() throws(FeedError) {
        let start = at + 9
        var end = isWithoutSectionEnd ? nil : document.span.index(of: "]]>", from: start)
        at = end.map { $0 + 3 } ?? document.count
        if end == nil {
            isWithoutSectionEnd = true
            note("a CDATA section is not closed", at: start - 9)
            // To the end tag of the element that it stands in.
            var here = start
            let name = Array((open.last ?? "").utf8)
            while let close = document.span.index(of: "</", from: here) {
                here = close + 2
                if document[here...].starts(with: name) {
                    end = close
                    at = close
                    break
                }
            }
        }
        let section = start..<(end ?? document.count)
        if !open.isEmpty { try emit(section) }
    }

    /// A document type declaration, or what else begins with `<!`: to its `>`, over quoted text and a part in brackets.
    private mutating func readDoctype() {
        let start = at
        at += 2
        var quote: UInt8 = 0
        var isInBrackets = false
        while at < document.count, !isWithoutDeclarationEnd {
            let byte = document[at]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
                case UInt8(ascii: "["): isInBrackets = true
                case UInt8(ascii: "]"): isInBrackets = false
                case UInt8(ascii: "<"):
                    if document.span.has("<!ENTITY", at: at) { declaresEntities = true }
                    if !isWithoutCommentEnd, document.span.has("<!--", at: at) {
                        let end = document.span.index(of: "-->", from: at + 4)
                        if let end { at = end + 2 } else { isWithoutCommentEnd = true }
                    }
                case UInt8(ascii: ">") where !isInBrackets:
                    at += 1
                    return
                default: break
                }
            }
            at += 1
        }
        // A quotation mark or bracket too few: the declaration ends with its first tag.
        isWithoutDeclarationEnd = true
        note("a declaration is not closed", at: start)
        at = endOfTag(from: start)
    }

    private mutating func readEndTag() throws(FeedError) {
        let start = at
        let nameEnd = endOfName(from: start + 2)
        let name = String(decoding: document[(start + 2)..<nameEnd], as: UTF8.self)
        var end = nameEnd
        while end < document.count, document[end] != UInt8(ascii: ">"), document[end] != UInt8(ascii: "<") { end += 1 }
        at = end < document.count && document[end] == UInt8(ascii: ">") ? end + 1 : end
        if open.last == name { return try closeInnermost() }
        note("</\(name)> closes no innermost element", at: start)
        let lowercased = name.asciiLowercased
        guard let match = open.lastIndex(where: { $0 == name || $0.asciiLowercased == lowercased }) else { return }
        while open.count > match { try closeInnermost() }
    }

    private mutating func closeInnermost() throws(FeedError) {
        open.removeLast()
        try handler.endElement()
    }

    private func endOfName(from start: Int) -> Int {
        var end = start
        while end < document.count, !document[end].endsXMLName { end += 1 }
        return end
    }

    // MARK: Start tags

    private mutating func readStartTag() throws(FeedError) {
        let start = at
        let nameEnd = endOfName(from: start + 1)
        let name = String(decoding: document[(start + 1)..<nameEnd], as: UTF8.self)
        at = nameEnd
        var attributes: [(name: String, value: String)] = []
        var isEmpty = false
        reading: while true {
            while at < document.count, document[at].isXMLSpace { at += 1 }
            guard at < document.count else {
                note("a tag is not closed", at: start)
                break
            }
            switch document[at] {
            case UInt8(ascii: ">"):
                at += 1
                break reading
            case UInt8(ascii: "<"):
                note("a tag is not closed", at: start)
                break reading
            case UInt8(ascii: "/"):
                at += 1
                isEmpty = at < document.count && document[at] == UInt8(ascii: ">")
                if !isEmpty { note("a stray / in a tag", at: at - 1) }
            default:
                if let attribute = readAttribute() {
                    guard attributes.count < limits.attributes else {
                        throw FeedError.at(start, of: document, .tooManyAttributes, expected: "at most \(limits.attributes)")
                    }
                    attributes.append(attribute)
                }
            }
        }
        guard open.count < limits.depth else {
            throw FeedError.at(start, of: document, .tooDeep, expected: "at most \(limits.depth) levels")
        }
        Self.sort(&attributes)
        open.append(name)
        try handler.startElement(name, attributes)
        if isEmpty || VoidElements.names.contains(name) { try closeInnermost() }
    }

    /// By name, the first of those of one name alone. O(*n* log *n*): elements can have many.
    private static func sort(_ attributes: inout [(name: String, value: String)]) {
        guard attributes.count > 1 else { return }
        let sorted = attributes.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
        attributes.removeAll(keepingCapacity: true)
        for (_, attribute) in sorted where attributes.last?.name != attribute.name { attributes.append(attribute) }
    }

    /// An attribute, or nil where what stands here is none.
    private mutating func readAttribute() -> (name: String, value: String)? {
        let start = at
        while at < document.count, !document[at].endsXMLName, document[at] != UInt8(ascii: "=") { at += 1 }
        let name = String(decoding: document[start..<at], as: UTF8.self)
        while at < document.count, document[at].isXMLSpace { at += 1 }
        guard at < document.count, document[at] == UInt8(ascii: "=") else {
            note("an attribute without value", at: start)
            return name.isEmpty ? nil : (name, "")
        }
        at += 1
        while at < document.count, document[at].isXMLSpace { at += 1 }
        let value = readValue()
        return name.isEmpty ? nil : (name, value)
    }

    private mutating func readValue() -> String {
        guard at < document.count else { return "" }
        let quote = document[at]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = at + 1
            var end = start
            while end < document.count, document[end] != quote, document[end] != UInt8(ascii: "<") { end += 1 }
            if end < document.count, document[end] == quote {
                at = end + 1
                return attributeValue(start..<end)
            }
            // No mark before the next tag: the value ends with this one.
            note("a value without its quotation mark", at: at)
            at = start
        } else {
            note("a value without quotation marks", at: at)
        }
        let start = at
        while at < document.count, !document[at].isXMLSpace, document[at] != UInt8(ascii: ">"), document[at] != UInt8(ascii: "<")
        {
            at += 1
        }
        return attributeValue(start..<at)
    }

    /// Section 3.3.3 of XML: white space is spaces, but not that of references.
    private mutating func attributeValue(_ range: Range<Int>) -> String {
        buffer.removeAll(keepingCapacity: true)
        var here = range.lowerBound
        while here < range.upperBound {
            let byte = document[here]
            if byte == UInt8(ascii: "&") {
                here = appendReference(at: here, before: range.upperBound)
            } else {
                buffer.append(byte.isXMLSpace ? 0x20 : byte)
                here += 1
            }
        }
        return String(decoding: buffer, as: UTF8.self)
    }

    // MARK: Text

    private mutating func readText(_ range: Range<Int>) throws(FeedError) {
        guard !range.isEmpty, !open.isEmpty else { return }
        var here = range.lowerBound
        while here < range.upperBound {
            let ampersand = document.span.index(of: UInt8(ascii: "&"), in: here..<range.upperBound) ?? range.upperBound
            try emit(here..<ampersand)
            here = ampersand
            guard here < range.upperBound else { return }
            buffer.removeAll(keepingCapacity: true)
            while here < range.upperBound, document[here] == UInt8(ascii: "&") {
                here = appendReference(at: here, before: range.upperBound)
            }
            try emit(buffer)
        }
    }

    private mutating func emit(_ range: Range<Int>) throws(FeedError) {
        guard !range.isEmpty else { return }
        // A reference of its own: the handler changes while the bytes are borrowed.
        let document = document
        try handler.text(document.span.extracting(range))
    }

    private mutating func emit(_ bytes: [UInt8]) throws(FeedError) {
        if !open.isEmpty { try handler.text(bytes.span) }
    }

    /// Appends what the `&` at a place stands for, and returns where it ends.
    private mutating func appendReference(at start: Int, before end: Int) -> Int {
        // No name is longer, and no number has reason to be.
        let limit = min(end, start + 40)
        guard let semicolon = document.span.index(of: UInt8(ascii: ";"), in: start..<limit) else {
            note("an & begins no reference", at: start)
            buffer.append(UInt8(ascii: "&"))
            return start + 1
        }
        let name = document[(start + 1)..<semicolon]
        if let scalar = XMLReference.scalar(name) {
            buffer.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            return semicolon + 1
        }
        if let byte = XMLReference.predefined(name) {
            buffer.append(byte)
            return semicolon + 1
        }
        note("an unknown reference", at: start)
        if let characters = NamedReference.characters(named: name) {
            buffer += characters
            return semicolon + 1
        }
        buffer.append(UInt8(ascii: "&"))
        return start + 1
    }
}

/// What references of XML itself stand for.
enum XMLReference {
    /// The byte of one of XML's five names.
    static func predefined(_ name: ArraySlice<UInt8>) -> UInt8? {
        switch String(decoding: name, as: UTF8.self) {
        case "amp": UInt8(ascii: "&")
        case "lt": UInt8(ascii: "<")
        case "gt": UInt8(ascii: ">")
        case "quot": UInt8(ascii: "\"")
        case "apos": UInt8(ascii: "'")
        default: nil
        }
    }

    /// The scalar of a number (`#38`, `#x26`); nil when it is no character of XML.
    static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard name.first == UInt8(ascii: "#") else { return nil }
        var digits = name.dropFirst()
        let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        if isHexadecimal { digits = digits.dropFirst() }
        guard !digits.isEmpty, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
            value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D
        else { return nil }
        return Unicode.Scalar(value)
    }
}

/// HTML's elements without content that stand in feeds unescaped; `link` is not among them, which RSS has of its own.
private enum VoidElements {
    static let names: Set<String> = ["br", "hr", "img", "wbr", "BR", "HR", "IMG"]
}

extension UInt8 {
    /// Whether a tag's name can begin with the byte.
    fileprivate var beginsXMLName: Bool {
        (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: "_") || self == UInt8(ascii: ":") || self >= 0x80
    }

    /// White space, `/`, `>` or `<`.
    fileprivate var endsXMLName: Bool {
        isXMLSpace || self == UInt8(ascii: "/") || self == UInt8(ascii: ">") || self == UInt8(ascii: "<")
    }
}
