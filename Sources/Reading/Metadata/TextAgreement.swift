internal import TextCore

/// A text as its words without case and signs, to compare with others.
struct WordKey: Hashable {
    let words: [UInt64]

    init(_ text: some StringProtocol) {
        var words: [UInt64] = []
        var hash = Hash64()
        var isInWord = false
        for scalar in text.unicodeScalars {
            let kind = CharacterClass.of(scalar.value)
            if kind.isWord || kind == .ideograph {
                hash.combine(scalar: CaseFolding.fold(scalar.value))
                isInWord = true
            }
            if isInWord, !kind.isWord {
                words.append(hash.value)
                hash = Hash64()
                isInWord = false
            }
        }
        if isInWord { words.append(hash.value) }
        // Longer ones are no headlines, and comparing them would cost.
        self.words = Array(words.prefix(200))
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
