internal import TextCore

/// The words and ideographs that tell languages apart: `Lexicons/identification.txt` and the function words.
struct LanguageLexicon: Sendable {
    /// The languages that have words, in the order of their bits; at most 64.
    let codes: [String]
    /// The languages of each word, as a set of bits.
    let languages: WordTable<UInt64>
    /// Languages that are easily taken for each other, with the bits of the group.
    private let near: [String: UInt64]
    /// Hashes of ideographs of simplified Chinese, traditional Chinese and Japanese alone.
    let simplified: WordSet
    let traditional: WordSet
    let japanese: WordSet
    /// The languages whose alphabets are known, in the order of their bits, and those that have a letter.
    let alphabets: [String]
    let alphabetsOfLetter: [UInt32: UInt64]

    static let shared = LanguageLexicon()

    private init() {
        let file = LexiconFile(PackageResources.identification_txt)
        let functionWords = Vocabulary.functionWords
        // Chinese, Japanese, Korean and Thai are told by script.
        func isLanguage(_ section: String) -> Bool {
            (2...3).contains(section.utf8.count) && !["zh", "ja", "ko", "th"].contains(section)
        }
        let sections = Set((file.sectionNames + functionWords.sectionNames).filter(isLanguage))
        codes = Array(sections.sorted().prefix(64))
        var bits: [String: UInt64] = [:]
        var languages = WordTable<UInt64>(minimumCapacity: 4096)
        for (index, code) in codes.enumerated() {
            let bit: UInt64 = 1 << UInt64(index)
            bits[code] = bit
            for words in [functionWords, file] {
                words.forEachWord(of: code) { word in
                    // One letter is an initial as often as a word, but for the words that Slavic languages have.
                    if word.count == 1, !"iwzav".utf8.contains(word[0]) { return }
                    languages[Hash64.folded(word), default: 0] |= bit
                }
            }
        }
        self.languages = languages
        var near: [String: UInt64] = [:]
        for group in file["near"] {
            let mask = group.reduce(into: UInt64(0)) { $0 |= bits[$1] ?? 0 }
            for code in group { near[code, default: 0] |= mask }
        }
        self.near = near
        alphabets = file["letters"].compactMap(\.first)
        var alphabetsOfLetter: [UInt32: UInt64] = [:]
        for (index, row) in file["letters"].enumerated() {
            for letter in row.dropFirst().joined().unicodeScalars {
                alphabetsOfLetter[letter.value, default: 0] |= 1 << UInt64(index)
            }
        }
        self.alphabetsOfLetter = alphabetsOfLetter
        func ideographs(_ section: String) -> WordSet {
            var set = WordSet()
            file.forEachCell(of: section) { cell in
                var at = 0
                while at < cell.count {
                    let length = cell.scalar(at: at).length
                    set.insert(Hash64.folded(cell.extracting(at..<(at + length))))
                    at += length
                }
            }
            return set
        }
        simplified = ideographs("Hans")
        traditional = ideographs("Hant")
        japanese = ideographs("Jpan")
    }

    /// The languages that `code` is easily taken for, itself included, as a set of bits.
    func group(of code: String) -> UInt64 { near[code] ?? 0 }
}
