internal import TextCore

/// A text as its words without case and signs, to compare with others.
struct WordKey: Hashable {
    let words: [UInt64]

    /// Longer ones are no headlines, and comparing them would cost.
    private static let longest = 200

    init(_ text: some StringProtocol) {
        words = text.utf8.withContiguousStorageIfAvailable { Self.words($0.span) } ?? Self.words(Array(text.utf8).span)
    }

    private static func words(_ bytes: Span<UInt8>) -> [UInt64] {
        var words: [UInt64] = []
        words.reserveCapacity(min(bytes.count / 6 + 1, longest))
        var hash = Hash64()
        var isInWord = false
        var at = 0
        while at < bytes.count, words.count < longest {
            let byte = bytes[at]
            let isWord: Bool
            if byte &- 0x61 < 26 || byte &- 0x30 < 10 {
                hash.combine(byte)
                isWord = true
                isInWord = true
                at += 1
            } else if byte &- 0x41 < 26 {
                hash.combine(byte | 0x20)
                isWord = true
                isInWord = true
                at += 1
            } else {
                let scalar = bytes.scalar(at: at)
                // Soft hyphens only say where a word may be broken.
                if scalar.value == 0xAD {
                    at += scalar.length
                    continue
                }
                let kind = CharacterClass.of(scalar.value)
                isWord = kind.isWord
                if isWord || kind == .ideograph {
                    hash.combine(scalar: CaseFolding.fold(scalar.value))
                    isInWord = true
                }
                at += scalar.length
            }
            if isInWord, !isWord {
                words.append(hash.value)
                hash = Hash64()
                isInWord = false
            }
        }
        if isInWord, words.count < longest { words.append(hash.value) }
        return words
    }

    var isEmpty: Bool { words.isEmpty }

    /// Whether the words of another stand in it in one piece.
    func contains(_ other: WordKey) -> Bool {
        guard !other.isEmpty, other.words.count <= words.count else { return false }
        for start in 0...words.count - other.words.count
        where words[start] == other.words[0] && words[start..<start + other.words.count].elementsEqual(other.words) {
            return true
        }
        return false
    }

    /// Whether it starts with the words of another.
    func starts(with other: WordKey) -> Bool { !other.isEmpty && words.starts(with: other.words) }

    /// The share of words that two have in common, of the longer one (0–1).
    func overlap(_ other: WordKey) -> Double {
        guard !isEmpty, !other.isEmpty else { return 0 }
        let mine = Set(words)
        let shared = Set(other.words).intersection(mine).count
        return Double(shared) / Double(max(mine.count, Set(other.words).count))
    }
}
