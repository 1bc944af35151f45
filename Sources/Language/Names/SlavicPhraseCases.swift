internal import TextCore

/// Institutions, groups and offices of Russian and Ukrainian brought to the nominative, where a word in front of them tells their case:
/// «в Министерстве обороны» names Министерство обороны, «по словам экспертов» эксперты.
package struct SlavicPhraseCases: Sendable {
    /// A case that a word in front of a phrase asks for.
    package enum Case: String, CaseIterable, Sendable {
        case genitive, prepositional
    }

    private struct Pair: Sendable {
        let oblique: String
        let nominative: String
    }

    private let nouns: [Case: [Pair]]
    private let adjectives: [Case: [Pair]]
    private let governors: [Case: WordSet]
    private let indeclinable: [String]
    /// What the masculine endings of adjectives are before neuter nouns.
    private let neuter: [(masculine: String, neuter: String)]

    init(_ language: String) {
        neuter = language == "ru" ? [("ний", "нее"), ("ый", "ое"), ("ой", "ое"), ("ий", "ое")] : [("ній", "нє"), ("ий", "е")]
        let file = LexiconFile(PackageResources.cases_txt)
        var (nouns, adjectives, governors) = ([Case: [Pair]](), [Case: [Pair]](), [Case: WordSet]())
        for grammatical in Case.allCases {
            nouns[grammatical] = Self.pairs("\(language) \(grammatical)", file)
            adjectives[grammatical] = Self.pairs("\(language) \(grammatical) adjective", file)
            governors[grammatical] = file.wordSet("\(language) before \(grammatical)")
        }
        (self.nouns, self.adjectives, self.governors) = (nouns, adjectives, governors)
        indeclinable = file.spacedWords("\(language) indeclinable").map(String.init)
    }

    private static func pairs(_ section: String, _ file: LexiconFile) -> [Pair] {
        file.spacedWords(section).compactMap { pair in
            let sides = pair.split(separator: "=").map(String.init)
            return sides.count == 2 ? Pair(oblique: sides[0], nominative: sides[1] == "-" ? "" : sides[1]) : nil
        }
    }

    /// The case that a word, by the hash of its folded form, asks for; nil where it tells none.
    package func governed(by word: UInt64) -> Case? { Case.allCases.first { governors[$0]?.contains(word) == true } }

    /// What a lone noun may be in the nominative: several forms, of which a text may have one.
    func nominatives(of noun: String) -> [String] { Case.allCases.compactMap { nominative(noun, from: $0) } }

    /// A noun in the nominative; nil where its ending tells none. O(endings).
    package func nominative(_ noun: String, from grammatical: Case) -> String? {
        let folded = CaseFolding.fold(noun)
        if isIndeclinable(noun) { return noun }
        return Self.replaced(noun, folded, nouns[grammatical] ?? [])
    }

    /// Whether a name ends like those that have but one form: «Минобороны».
    package func isIndeclinable(_ name: String) -> Bool {
        let folded = CaseFolding.fold(name)
        return indeclinable.contains { folded.hasSuffix($0) }
    }

    /// The words of a phrase in the nominative: its adjectives and its noun, and what stands behind as it is. Nil where the noun's ending
    /// tells none. O(words).
    package func nominative(_ words: [String], from grammatical: Case) -> [String]? {
        guard let noun = words.indices.first(where: { !isAdjective(words[$0], grammatical) || $0 == words.count - 1 }) else {
            return nil
        }
        var nominative = words
        let isAcronym = words[noun].count > 1 && words[noun].allSatisfy { $0.isUppercase || !$0.isLetter }
        if !isAcronym {
            guard let known = self.nominative(words[noun], from: grammatical) else { return nil }
            nominative[noun] = known
        }
        let isNeuter = !isAcronym && ["о", "е", "ння"].contains { nominative[noun].hasSuffix($0) }
        for index in words.indices.prefix(noun) {
            let folded = CaseFolding.fold(words[index])
            guard var adjective = Self.replaced(words[index], folded, adjectives[grammatical] ?? []) else { return nil }
            if isNeuter, let ending = neuter.first(where: { adjective.hasSuffix($0.masculine) }) {
                adjective = adjective.dropLast(ending.masculine.count) + ending.neuter
            }
            nominative[index] = adjective
        }
        return nominative
    }

    /// Whether a word has an ending of adjectives in a case other than the nominative, or in the nominative.
    package func isAdjective(_ word: String) -> Bool {
        let folded = CaseFolding.fold(word)
        return word.unicodeScalars.count > 4
            && adjectives.values.contains { pairs in
                pairs.contains { folded.hasSuffix($0.oblique) || folded.hasSuffix($0.nominative) }
            }
    }

    /// Whether a word has an ending of adjectives in a case.
    private func isAdjective(_ word: String, _ grammatical: Case) -> Bool {
        let folded = CaseFolding.fold(word)
        return Self.replaced(word, folded, adjectives[grammatical] ?? []) != nil
    }

    /// Whether a name has an ending that names of one form alone do not have: «Хаменеи» may be a nominative, «Пескова» behind
    /// «по словам» is none.
    static func isSurelyDeclined(_ word: String) -> Bool {
        guard word.unicodeScalars.count > 3, !word.allSatisfy({ $0.isUppercase }) else { return false }
        let folded = CaseFolding.fold(word)
        return ["а", "ого", "его", "ой", "ої", "ля", "ея", "ая", "ы"].contains { folded.hasSuffix($0) }
    }

    private static func replaced(_ word: String, _ folded: String, _ pairs: [Pair]) -> String? {
        for pair in pairs where folded.hasSuffix(pair.oblique) {
            let stays = word.unicodeScalars.count - pair.oblique.unicodeScalars.count
            // A whole word keeps its capital.
            if stays == 0 {
                let isCapitalized = word.first?.isUppercase == true
                return (isCapitalized ? pair.nominative.prefix(1).uppercased() : String(pair.nominative.prefix(1)))
                    + pair.nominative.dropFirst()
            }
            if stays >= 2 || pair.oblique.unicodeScalars.count > 3 {
                return String(word.dropLast(pair.oblique.count)) + pair.nominative
            }
        }
        return nil
    }
}
