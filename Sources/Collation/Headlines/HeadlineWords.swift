internal import Language
internal import TextCore

/// Words that headlines use for others ("probe" for an investigation), and forms of verbs that stems do not bring together.
struct HeadlineWords: Sendable {
    /// For the stem of each word of a body, the rows that it carries.
    private(set) var rows = WordTable<[Int32]>()
    /// For the stem of each word of a headline, the rows that carry it.
    private(set) var heads = WordTable<[Int32]>()
    /// Words for many, and the values that they are said of: "hundreds" of 300.
    private(set) var vague: [(word: UInt64, values: ClosedRange<Double>)] = []

    /// The words of a language; none where there is no list.
    static func of(_ language: String) -> HeadlineWords { language == "en" ? english : none }

    private static let english = HeadlineWords("en")
    private static let none = HeadlineWords()

    private init() {}

    private init(_ language: String) {
        rows = WordTable(minimumCapacity: 2048)
        heads = WordTable(minimumCapacity: 1024)
        let file = LexiconFile(PackageResources.headline_words_txt)
        let stemmer = Stemmer(language: language)
        var number: Int32 = 0
        for (section, areAllHeads) in [(language, false), (language + ".forms", true)] {
            file.forEachRow(of: section) { row in
                for column in 0..<row.count where !row.bytes(column).isEmpty {
                    let word = row.bytes(column)
                    let key = stemmer?.stemHash(ofUnfolded: word) ?? Hash64.folded(word)
                    rows[key, default: []].append(number)
                    if areAllHeads || column == 0 { heads[key, default: []].append(number) }
                }
                number += 1
            }
        }
        file.forEachRow(of: language + ".vague") { row in
            guard row.count == 3, let least = Double(row[1]), let most = Double(row[2]), least <= most else { return }
            vague.append((Hash64.folded(row.bytes(0)), least...most))
        }
    }
}
