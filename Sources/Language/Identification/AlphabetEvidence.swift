internal import TextCore

/// Which alphabets hold the letters of a text: tells languages that share the Cyrillic or Arabic script.
struct AlphabetEvidence {
    /// How many letters the text has, and of these how many each language of ``LanguageLexicon/alphabets`` lacks.
    private var letters = 0
    private var foreign: [Int]

    /// Counts the letters of UTF-8 text. O(*n*).
    init(_ bytes: [UInt8]) {
        let lexicon = LanguageLexicon.shared
        foreign = [Int](repeating: 0, count: lexicon.alphabets.count)
        let all: UInt64 = (1 << UInt64(foreign.count)) - 1
        let span = bytes.span
        var at = 0
        while at < bytes.count {
            let (value, length) = span.scalar(at: at)
            at += length
            guard value >= 0x80, CharacterClass.of(value).isLetter else { continue }
            letters += 1
            // Folding would make the letters of Persian those of Arabic.
            var without = all & ~(lexicon.alphabetsOfLetter[value < 0x600 ? CaseFolding.fold(value) : value] ?? 0)
            guard without != all else { continue }
            while without != 0 {
                foreign[without.trailingZeroBitCount] += 1
                without &= without &- 1
            }
        }
    }

    /// Whether a language's alphabet lacks more letters of the text than names of other languages would bring; false when the
    /// alphabet is not known.
    func excludes(_ language: String) -> Bool {
        guard let index = LanguageLexicon.shared.alphabets.firstIndex(of: language) else { return false }
        return foreign[index] * 100 > letters
    }

    /// The languages whose alphabets hold the letters of the text.
    var fitting: [String] { LanguageLexicon.shared.alphabets.filter { !excludes($0) } }
}
