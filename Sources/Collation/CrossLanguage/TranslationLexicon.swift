internal import Language
internal import TextCore

/// The words of news in five languages: a row of the files `Lexicons/translations*.txt` is one concept, a column one language.
///
/// A word may stand in several rows; each language's table is made when a story first needs it.
enum TranslationLexicon {
    /// The languages of the columns.
    static let languages = ["en", "fr", "de", "es", "ru"]

    /// The table of a language; nil for one without a column.
    static func table(_ language: String) -> TranslationTable? {
        switch language {
        case "en": english
        case "fr": french
        case "de": german
        case "es": spanish
        case "ru": russian
        default: nil
        }
    }

    /// For each row, the stem of its first English word.
    static let heads: [UInt64] = {
        guard let stemmer = Stemmer(language: "en") else { return [] }
        return rows.map { row in stemmer.stemHash(Array(words(column: 0, of: row).first ?? [])) }
    }()

    private static let english = TranslationTable(column: 0)
    private static let french = TranslationTable(column: 1)
    private static let german = TranslationTable(column: 2)
    private static let spanish = TranslationTable(column: 3)
    private static let russian = TranslationTable(column: 4)

    /// The lines of the files that are rows.
    static let rows: [ArraySlice<UInt8>] = [
        PackageResources.translations_txt, PackageResources.translations_topics_txt, PackageResources.translations_places_txt,
    ].flatMap { file in
        file.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") && $0.first != UInt8(ascii: "[") }
    }

    /// The words of one column of a row.
    static func words(column: Int, of row: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var start = row.startIndex
        var left = column
        while left > 0, start < row.endIndex {
            if row[start] == UInt8(ascii: "\t") { left -= 1 }
            start += 1
        }
        let end = row[start...].firstIndex(of: UInt8(ascii: "\t")) ?? row.endIndex
        return row[start..<end].split(separator: UInt8(ascii: " "))
    }
}

/// The concepts of one language's stems.
struct TranslationTable: Sendable {
    /// Rows of the lexicon by the hash of a stem, ascending.
    private(set) var concepts: [UInt64: [Int32]] = [:]
    private let language: String

    fileprivate init(column: Int) {
        language = TranslationLexicon.languages[column]
        guard let stemmer = Stemmer(language: language) else { return }
        concepts.reserveCapacity(4096)
        for (number, row) in TranslationLexicon.rows.enumerated() {
            for word in TranslationLexicon.words(column: column, of: row) {
                let stem = stemmer.stemHash(Array(word))
                if concepts[stem]?.last != Int32(number) { concepts[stem, default: []].append(Int32(number)) }
            }
        }
    }

    /// The concepts of a stem; empty when the lexicon has none.
    subscript(stem: UInt64) -> [Int32] { concepts[stem] ?? [] }

    /// The parts of a German compound that the lexicon has, the shortest first part first: `Sturmflut` is storm and flood.
    /// - Parameter word: the case-folded bytes of a word that the table does not have.
    /// - Complexity: O(length) look-ups.
    func parts(ofCompound word: [UInt8], _ stemmer: Stemmer) -> [Int32] {
        guard language == "de", word.count >= 8, word.count <= 48 else { return [] }
        var head: [Int32] = []
        for at in 3...(word.count - 4) where word[at] & 0xC0 != 0x80 {
            let found = self[stemmer.stemHash(Array(word[at...]))]
            guard !found.isEmpty else { continue }
            for first in Self.firstParts(word[..<at]) {
                let modifier = self[stemmer.stemHash(Array(first))]
                if !modifier.isEmpty { return modifier + found }
            }
            if head.isEmpty, word.count - at >= 5 { head = found }
        }
        return head
    }

    /// A first part without and with the letters that join it to the next.
    private static func firstParts(_ part: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var parts = [part]
        if part.count > 3, let last = part.last {
            if "sne".utf8.contains(last) { parts.append(part.dropLast()) }
            if ["es", "en"].contains(where: { part.suffix(2).elementsEqual($0.utf8) }) { parts.append(part.dropLast(2)) }
        }
        return parts.filter { $0.count >= 3 }
    }
}
