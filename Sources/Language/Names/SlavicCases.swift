internal import TextCore

/// Names of people in the cases of Russian and Ukrainian, brought to the nominative: «Реджепом Эрдоганом» names Реджеп Эрдоган.
///
/// A first name that a list knows tells the case; the surname follows it. A surname by itself may be in several.
package final class SlavicCases: Sendable {
    private struct Ending: Sendable {
        let oblique: String
        let nominative: String
    }

    /// One case of one gender.
    private struct Declension: Sendable {
        let isFeminine: Bool
        let isGenitive: Bool
        let firstNames: [Ending]
        let surnames: [Ending]
    }

    private let declensions: [Declension]
    /// Institutions, groups and offices in the cases that words in front of them ask for.
    package let phrases: SlavicPhraseCases
    /// First names in the nominative, by hash, with the genders that they go with.
    private let firstNames: WordTable<WordFlags>

    /// Words of offices and titles, by hash.
    private let roles: WordSet

    private static let russian = SlavicCases("ru")
    private static let ukrainian = SlavicCases("uk")

    /// The cases of a language; nil for others.
    package static func of(_ language: String) -> SlavicCases? {
        switch language {
        case "ru": russian
        case "uk": ukrainian
        default: nil
        }
    }

    private init(_ language: String) {
        declensions = LexiconFile(PackageResources.cases_txt)[language].filter { $0.count == 3 }.map { row in
            Declension(
                isFeminine: row[0].hasSuffix(" f"),
                isGenitive: row[0].hasPrefix("genitive"),
                firstNames: Self.endings(row[1]),
                surnames: Self.endings(row[2])
            )
        }
        phrases = SlavicPhraseCases(language)
        var firstNames = WordTable<WordFlags>(minimumCapacity: 4096)
        for names in [LexiconFile(PackageResources.firstnames_txt), LexiconFile(PackageResources.firstnames_more_txt)] {
            for (section, gender) in Self.genders {
                names.forEachWord(of: section) { firstNames[Hash64.folded($0), default: []].formUnion(gender) }
            }
        }
        self.firstNames = firstNames
        var roles = WordSet()
        for row in LexiconFile(PackageResources.roles_txt)["\(language).role"] {
            if let word = row.first { roles.insert(Hash64.folded(word)) }
        }
        for form in OfficeLexicon.forms(in: language) { roles.insert(Hash64.folded(form.phrase)) }
        self.roles = roles
    }

    /// A word of Cyrillic letters, folded, without the ending of its case, where enough is left. A rough cut that tells words of one text
    /// from each other.
    package static func withoutEnding(_ word: String) -> Substring {
        let length = word.unicodeScalars.count
        let ending = nounEndings.first { word.hasSuffix($0) && length >= $0.unicodeScalars.count + 3 }
        return word.dropLast(ending?.count ?? 0)
    }

    /// Whether a word may be in the genitive. O(endings).
    static func isGenitive(_ word: String) -> Bool {
        word.unicodeScalars.count >= 4 && genitiveEndings.contains { word.hasSuffix($0) }
    }

    private static let genitiveEndings = LexiconFile(PackageResources.cases_txt).spacedWords("genitives").map(String.init)

    private static let nounEndings = LexiconFile(PackageResources.cases_txt).spacedWords("nouns").map(String.init)

    private static let genders: [(section: String, gender: WordFlags)] = [
        ("masculine", .masculineName), ("feminine", .feminineName), ("either", .firstName),
    ]

    private static func endings(_ cell: String) -> [Ending] {
        cell.split(separator: " ").compactMap { pair in
            let sides = pair.split(separator: "=").map(String.init)
            return sides.count == 2 ? Ending(oblique: sides[0], nominative: sides[1] == "-" ? "" : sides[1]) : nil
        }
    }

    /// A full name in the nominative; nil where its first word is no first name in another case.
    ///
    /// - Complexity: O(length).
    func nominative(_ words: [String]) -> [String]? {
        guard words.count > 1, let given = words.first, let last = words.last else { return nil }
        for declension in declensions {
            let gender: WordFlags = declension.isFeminine ? .feminineName : .masculineName
            guard let first = Self.nominative(given, declension.firstNames), genders(first).contains(gender)
            else { continue }
            let middle = words.dropFirst().dropLast().map { Self.nominative($0, declension.firstNames) ?? $0 }
            return [first] + middle + [Self.nominative(last, declension.surnames) ?? last]
        }
        return nil
    }

    /// Whether a word is the name of an office as the lists have it.
    func isRole(_ word: String) -> Bool { roles.contains(Hash64.folded(word)) }

    /// The genders of a first name in the nominative; empty for what is none.
    func genders(_ word: String) -> WordFlags { firstNames[Hash64.folded(word)] ?? [] }

    /// Calls `body` with the other cases of a first name, folded. O(endings).
    func forEachCase(ofFirstName name: String, isFeminine: Bool, _ body: (String) -> Void) {
        for declension in declensions where declension.isFeminine == isFeminine {
            for ending in declension.firstNames where name.hasSuffix(ending.nominative) {
                let stem = name.dropLast(ending.nominative.count)
                guard ending.nominative.isEmpty ? isConsonant(name.last) : !stem.isEmpty || name == ending.nominative else {
                    continue
                }
                body(stem + ending.oblique)
                break
            }
        }
    }

    private func isConsonant(_ letter: Character?) -> Bool { letter.map { !"аеёиіїоуыьэєюяй".contains($0) } ?? false }

    /// What a surname in some case may be in the nominative: several forms, of which a text may have one.
    func nominatives(ofSurname word: String) -> [String] {
        declensions.compactMap { Self.nominative(word, $0.surnames) }
    }

    /// What a lone name is in the nominative that stands in the genitive; nil where it may be one that has but one form. Surnames of
    /// women come first: no noun ends so.
    func nominative(ofGenitive word: String) -> String? {
        // «По словам Черных»
        if ["ых", "их"].contains(where: word.hasSuffix) { return nil }
        if let known = phrases.nominative(word, from: .genitive) { return known }
        guard SlavicPhraseCases.isSurelyDeclined(word) else { return nil }
        return declensions.lazy.filter(\.isGenitive).compactMap { Self.nominative(word, $0.surnames) }.first
    }

    /// A word with the ending of a nominative; nil where it has none of the endings, or little else.
    private static func nominative(_ word: String, _ endings: [Ending]) -> String? {
        let length = word.unicodeScalars.count
        let folded = CaseFolding.fold(word)
        for ending in endings where folded.hasSuffix(ending.oblique) {
            let stays = length - ending.oblique.unicodeScalars.count
            if stays == 0 { return String(word.prefix(1)) + ending.nominative.dropFirst() }
            if stays >= 2 { return String(word.dropLast(ending.oblique.count)) + ending.nominative }
        }
        return nil
    }
}
