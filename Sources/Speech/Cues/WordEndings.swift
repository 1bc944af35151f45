internal import TextCore

/// The endings of words of one form in one language, for words that no list has: `ru infinitive`, `es preterite`.
struct WordEndings: Sendable {
    private static let file = LexiconFile(PackageResources.endings_txt)

    private let endings: [[UInt8]]

    /// Those of a language and a form; none where the lexicon has no such section.
    init(_ language: String, _ form: String) {
        endings = Self.file["\(language) \(form)"].joined().map { Array($0.utf8) }
    }

    /// Those of one form in each of some languages.
    static func of(_ form: String, in languages: [String]) -> [String: WordEndings] {
        Dictionary(uniqueKeysWithValues: languages.map { ($0, WordEndings($0, form)) })
    }

    /// Whether a word, as UTF-8 bytes, ends so. O(1) in the text.
    func end(_ word: some BidirectionalCollection<UInt8>) -> Bool {
        endings.contains { word.suffix($0.count).elementsEqual($0) }
    }
}
