/// SentencePiece's compiled rules of normalization (`precompiled_charsmap`): the length of a trie, the trie as a double array
/// (the format of darts-clone, https://github.com/s-yata/darts-clone), and the replacements, each ended by a zero byte.
public struct CharacterMap: Sendable {
    private let units: [UInt32]
    private let replacements: [UInt8]
    /// Whether any rule begins with an ASCII character; and with that and a second byte.
    private var asciiRules: [Bool] = Array(repeating: false, count: 128)

    /// The longest replacement; no rule of Unicode's needs a tenth. It bounds how much a text can grow.
    private static let longestReplacement = 512
    /// The longest string that is replaced.
    private static let longestKey = 128

    /// Reads the rules; none when there are no bytes. O(*n*).
    init(_ slice: FileSlice) throws(ModelFileError) {
        guard slice.count > 0 else {
            (units, replacements) = ([], [])
            return
        }
        func failure(_ expected: String, _ found: String, _ at: Int = 0) -> ModelFileError {
            ModelFileError(file: slice.file.name, offset: slice.range.lowerBound + at, expected: expected, found: found)
        }
        let bytes = slice.array
        guard bytes.count >= 4 else { throw failure("4 bytes: the size of the character map's trie", "\(bytes.count)") }
        let size = Int(bytes.span.littleEndian(at: 0, as: UInt32.self))
        guard size >= 4, size % 4 == 0, size <= bytes.count - 4 else {
            throw failure("a trie that fits into \(bytes.count - 4) bytes", "a size of \(size)")
        }
        units = stride(from: 4, to: 4 + size, by: 4).map { bytes.span.littleEndian(at: $0, as: UInt32.self) }
        replacements = Array(bytes[(4 + size)...])
        guard replacements.last ?? 0 == 0 else { throw failure("a zero byte at the end", "another", bytes.count - 1) }
        var start = 0
        while let end = replacements[start...].firstIndex(of: 0) {
            guard end - start <= Self.longestReplacement else {
                throw failure("replacements of at most \(Self.longestReplacement) bytes", "\(end - start)", 4 + size + start)
            }
            guard String(validating: replacements[start..<end], as: UTF8.self) != nil else {
                throw failure("replacements in UTF-8", String(excerpt: replacements[start..<end]), 4 + size + start)
            }
            start = end + 1
        }
        for byte in 0..<128 {
            if let node = child(of: root, UInt8(byte)) { asciiRules[byte] = units[node] != 0 }
        }
    }

    /// Whether there are no rules.
    var isEmpty: Bool { units.isEmpty }

    /// What the longest rule that fits at `index` has in the place of how many bytes; nil when none fits.
    func rule(_ text: Span<UInt8>, at index: Int) -> (replacement: Range<Int>, length: Int)? {
        guard index < text.count, !units.isEmpty else { return nil }
        let first = text[index]
        if first < 0x80, !asciiRules[Int(first)] { return nil }
        var position = root
        var found: (value: Int, length: Int)?
        let end = min(text.count, index + Self.longestKey)
        var at = index
        while at < end, let node = child(of: position, text[at]) {
            let unit = units[node]
            position = node ^ Self.offset(unit)
            at += 1
            if unit & 0x100 != 0, position < units.count { found = (Int(units[position] & 0x7FFF_FFFF), at - index) }
        }
        guard let found, found.value < replacements.count else { return nil }
        let stop = replacements[found.value...].firstIndex(of: 0) ?? replacements.endIndex
        return (found.value..<stop, found.length)
    }

    /// A byte of the replacements.
    func replacement(_ index: Int) -> UInt8 { replacements[index] }

    private var root: Int { Self.offset(units[0]) }

    /// The unit behind a byte, if its label is that byte. Units that do not lie in the trie are none.
    @inline(__always)
    private func child(of position: Int, _ byte: UInt8) -> Int? {
        let node = position ^ Int(byte)
        guard node < units.count, units[node] & 0x8000_00FF == UInt32(byte) else { return nil }
        return node
    }

    @inline(__always)
    private static func offset(_ unit: UInt32) -> Int { Int((unit >> 10) << ((unit & 0x200) >> 6)) }
}
