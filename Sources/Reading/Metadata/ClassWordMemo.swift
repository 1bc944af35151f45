internal import HTMLTree
internal import TextCore

/// The words of class names that were looked up last: most elements of a page share their class with others.
struct ClassWordMemo {
    private static var size: Int { 256 }

    private var entries = [(value: ByteRange, words: ClassWords)](repeating: (.empty, []), count: ClassWordMemo.size)

    /// What the words of a class attribute speak for. O(length).
    mutating func words(of value: ByteRange, in document: HTMLDocument, _ lexicon: MetadataLexicon) -> ClassWords {
        let bytes = document.bytes(value)
        // Short ones are read as fast as they are compared.
        guard bytes.count >= 8 else { return lexicon.words(in: bytes) }
        let raw = bytes.bytes
        let ends =
            raw.unsafeLoadUnaligned(as: UInt64.self)
            ^ raw.unsafeLoadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self) &* 3
        let slot = Int(truncatingIfNeeded: ((ends ^ UInt64(bytes.count)) &* 0x9E37_79B9_7F4A_7C15) &>> 56)
        if entries[slot].value.count == value.count, Self.areEqual(raw, document.bytes(entries[slot].value).bytes) {
            return entries[slot].words
        }
        let words = lexicon.words(in: bytes)
        entries[slot] = (value, words)
        return words
    }

    /// Whether two runs of the same length, at least 8, are equal.
    private static func areEqual(_ left: RawSpan, _ right: RawSpan) -> Bool {
        let last = left.byteCount - 8
        var at = 0
        while true {
            guard
                left.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
                    == right.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
            else { return false }
            if at == last { return true }
            at = min(at + 8, last)
        }
    }
}
