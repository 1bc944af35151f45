internal import TextCore

/// The sections of a lexicon file that are about one language: `[fr.month]` is ``words(_:)`` of `"month"`.
struct LanguageSections {
    let file: LexiconFile
    let language: String

    /// Opens the sections of `language`, or those of no language (`und`) where the file has no `required` section for it.
    init(_ file: LexiconFile, language: String, orNoneWithout required: String? = nil) {
        self.file = file
        let isThere = required.map { !file["\(language).\($0)"].isEmpty } ?? true
        self.language = isThere ? language : "und"
    }

    /// The rows of a section, each with as many columns as are asked for.
    func rows(_ section: String, columns: Int = 1) -> [[String]] {
        file["\(language).\(section)"].filter { $0.count >= columns }
    }

    /// The words of a section whose columns are lists divided by spaces.
    func words(_ section: String) -> [Substring] { file.spacedWords("\(language).\(section)") }

    func set(_ section: String) -> WordSet { file.spacedWordSet("\(language).\(section)") }

    /// Words with what `read` makes of the first column of their row; rows of which it makes nothing are left out.
    func values<Value>(_ section: String, _ read: (String) -> Value?) -> [(word: Substring, value: Value)] {
        rows(section, columns: 2).flatMap { row in
            guard let value = read(row[0]) else { return [(word: Substring, value: Value)]() }
            return row[1].split(separator: " ").map { ($0, value) }
        }
    }

    /// Words that stand in front of their values: `zero 0 one 1`.
    func pairs(_ section: String) -> [(word: Substring, value: Substring)] {
        let words = words(section)
        return stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
    }

    /// Phrases in the column `place`, with what `read` makes of their rows; rows of which it makes nothing are left out.
    func phrases<Value>(
        _ section: String,
        at place: Int = 0,
        columns: Int = 2,
        _ read: ([String]) -> Value?
    ) -> [LexiconPhrase<Value>] {
        rows(section, columns: columns).compactMap { row in
            guard let value = read(row) else { return nil }
            return LexiconPhrase(hashes: VocabularyBuilder.tokenHashes(row[place]), value: value)
        }
    }

    /// A table of the phrases of a section.
    func phraseTable(_ section: String) -> PhraseTable<Void> {
        PhraseTable(phrases(section, columns: 1) { _ in () })
    }
}

/// A phrase of a lexicon by the hashes of its words.
struct LexiconPhrase<Value> {
    let hashes: [UInt64]
    let value: Value
}

extension PhraseTable {
    /// A table of phrases, in which the first of two that are alike counts.
    init(_ phrases: [LexiconPhrase<Value>]) {
        self.init(hashes: phrases.lazy.map { ($0.hashes, $0.value) }, keepingFirst: true)
    }
}

extension VocabularyBuilder {
    /// Flags the first words of phrases, by which scanners find them.
    mutating func add(_ new: WordFlags, toStartsOf phrases: [LexiconPhrase<some Any>]) {
        for phrase in phrases { if let first = phrase.hashes.first { add(new, toHash: first) } }
    }
}
