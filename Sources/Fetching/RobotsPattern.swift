/// A path of a robots.txt rule: a prefix of paths with `*` for any bytes and `$` at the end for the end (RFC 9309, 2.2.3).
struct RobotsPattern: Sendable, Hashable {
    /// What stands between the stars.
    private let pieces: [Piece]
    private let isAnchored: Bool
    /// The length of the pattern, by which rules outrank one another, in bytes.
    let length: Int

    init(_ path: ArraySlice<UInt8>) {
        isAnchored = path.last == UInt8(ascii: "$")
        let text = Self.normalized(isAnchored ? path.dropLast() : path)
        length = text.count + (isAnchored ? 1 : 0)
        pieces = text.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map { Piece(Array($0)) }
    }

    /// Whether a normalized path starts with the pattern, or is all of it when the pattern says so. O(n + pattern).
    func matches(_ path: [UInt8]) -> Bool {
        guard let first = pieces.first, path.starts(with: first.bytes) else { return false }
        guard pieces.count > 1 else { return !isAnchored || path.count == first.bytes.count }
        var position = first.bytes.count
        for piece in pieces.dropFirst().dropLast() {
            // The leftmost place leaves the most for those after it.
            guard let end = piece.end(in: path, from: position) else { return false }
            position = end
        }
        guard let last = pieces.last else { return true }
        guard isAnchored else { return last.end(in: path, from: position) != nil }
        return path.count - position >= last.bytes.count && path.suffix(last.bytes.count).elementsEqual(last.bytes)
    }

    /// Bytes in the one form in which patterns and paths are compared (2.2.2): unreserved characters plain, everything outside
    /// ASCII percent-encoded, hexadecimal digits in upper case. Other encoded characters stay encoded: `%2F` is not `/`.
    static func normalized(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%"), let high = rest.first.flatMap(ASCII.hexValue),
                let low = rest.dropFirst().first.flatMap(ASCII.hexValue)
            else {
                if byte > 0x7E || byte < 0x21 { append(encoded: byte, to: &result) } else { result.append(byte) }
                continue
            }
            rest = rest.dropFirst(2)
            let value = high << 4 | low
            if ASCII.isUnreserved(value) { result.append(value) } else { append(encoded: value, to: &result) }
        }
        return result
    }

    private static func append(encoded byte: UInt8, to result: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    /// Bytes to look for, with the table of Knuth, Morris and Pratt, so that looking is linear for hostile patterns, too.
    private struct Piece: Sendable, Hashable {
        let bytes: [UInt8]
        /// For each prefix, the length of the longest shorter prefix that ends it.
        private let borders: [Int]

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            var borders = [Int](repeating: 0, count: bytes.count)
            var matched = 0
            for index in bytes.indices.dropFirst() {
                while matched > 0, bytes[index] != bytes[matched] { matched = borders[matched - 1] }
                if bytes[index] == bytes[matched] { matched += 1 }
                borders[index] = matched
            }
            self.borders = borders
        }

        /// Where the first occurrence at or after `start` ends.
        func end(in text: [UInt8], from start: Int) -> Int? {
            if bytes.isEmpty { return start }
            var matched = 0
            var index = start
            while index < text.count {
                while matched > 0, text[index] != bytes[matched] { matched = borders[matched - 1] }
                if text[index] == bytes[matched] { matched += 1 }
                index += 1
                if matched == bytes.count { return index }
            }
            return nil
        }
    }
}
