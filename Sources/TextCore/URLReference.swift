/// References to resources and what they stand for: RFC 3986, sections 3 and 5, and RFC 3987 as far as letters beyond ASCII
/// pass as they are.
///
/// Nothing is normalized beyond what resolution asks for, so that two spellings of an address stay two.
public struct URLReference: Sendable, Hashable {
    /// `https`; nil for a relative reference. In the case that it was written in.
    public var scheme: String?
    /// `user@example.com:8080`, what follows `//`.
    public var authority: String?
    /// The path, maybe empty.
    public var path: String
    /// What follows `?`.
    public var query: String?
    /// What follows `#`.
    public var fragment: String?

    /// Splits a reference into its components (section 5.3 backwards): anything can be split. White space around it does not
    /// count, and tabs and line breaks inside go, as in browsers. O(*n*).
    public init(_ reference: some StringProtocol) {
        self.init(Self.cleaned(reference.utf8)[...])
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
            fragment = String(decoding: rest[(hash + 1)...], as: UTF8.self)
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            query = String(decoding: rest[(mark + 1)...], as: UTF8.self)
            rest = rest[..<mark]
        }
        if let colon = Self.schemeEnd(rest) {
            scheme = String(decoding: rest[..<colon], as: UTF8.self)
            rest = rest[(colon + 1)...]
        }
        if rest.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) {
            let start = rest.startIndex + 2
            let end = rest[start...].firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = String(decoding: rest[start..<end], as: UTF8.self)
            rest = rest[end...]
        }
        path = String(decoding: rest, as: UTF8.self)
    }

    /// The reference put together again (section 5.3). O(*n*).
    public var string: String {
        var text = scheme.map { $0 + ":" } ?? ""
        if let authority { text += "//" + authority }
        text += path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }

    /// Whether the reference stands without a base.
    public var isAbsolute: Bool { scheme != nil }

    /// The target of a reference in a document whose address is `base` (section 5.2). Where the base is itself relative, so
    /// is the result. O(*n*).
    public static func resolve(_ reference: String, against base: String) -> String {
        URLReference(reference).resolved(against: URLReference(base)).string
    }

    /// The target of this reference against a base (section 5.2.2). O(*n*).
    public func resolved(against base: URLReference) -> URLReference {
        var target = self
        if scheme != nil {
            target.path = Self.removingDotSegments(path)
            return target
        }
        target.scheme = base.scheme
        if authority != nil {
            target.path = Self.removingDotSegments(path)
            return target
        }
        target.authority = base.authority
        if path.isEmpty {
            target.path = base.path
            if query == nil { target.query = base.query }
        } else if path.utf8.first == UInt8(ascii: "/") {
            target.path = Self.removingDotSegments(path)
        } else {
            target.path = Self.removingDotSegments(Self.merge(path, onto: base))
        }
        return target
    }

    /// A relative path in the place of the last segment of the base's (section 5.2.3).
    private static func merge(_ path: String, onto base: URLReference) -> String {
        if base.authority != nil, base.path.isEmpty { return "/" + path }
        guard let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return String(base.path[...slash]) + path
    }

    /// A path without `.` and `..` segments (section 5.2.4). O(*n*): the section's string operations on an array of segments.
    private static func removingDotSegments(_ path: String) -> String {
        let bytes = Array(path.utf8)
        guard bytes.contains(UInt8(ascii: ".")) else { return path }
        let isRooted = bytes.first == UInt8(ascii: "/")
        var kept: [ArraySlice<UInt8>] = []
        var endsWithSlash = false
        let segments = bytes.dropFirst(isRooted ? 1 : 0).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for segment in segments {
            endsWithSlash = false
            switch segment.count {
            case 1 where segment.first == UInt8(ascii: "."): endsWithSlash = true
            case 2 where segment.allSatisfy({ $0 == UInt8(ascii: ".") }):
                if !kept.isEmpty { kept.removeLast() }
                endsWithSlash = true
            default: kept.append(segment)
            }
        }
        var result: [UInt8] = isRooted ? [UInt8(ascii: "/")] : []
        result += kept.joined(separator: [UInt8(ascii: "/")])
        if endsWithSlash, !kept.isEmpty { result.append(UInt8(ascii: "/")) }
        return String(decoding: result, as: UTF8.self)
    }

    /// Where the scheme's colon stands (section 3.1).
    private static func schemeEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first, isLetter(first) else { return nil }
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == UInt8(ascii: ":") { return index }
            let isDigit = byte &- 0x30 < 10
            guard isLetter(byte) || isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            else { return nil }
        }
        return nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static func cleaned(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for byte in bytes where byte != 0x09 && byte != 0x0A && byte != 0x0D {
            if byte <= 0x20, result.isEmpty { continue }
            result.append(byte)
        }
        while let last = result.last, last <= 0x20 { result.removeLast() }
        return result
    }
}
