internal import TextCore

/// The words by which a text takes up what it has said before, of one language, as hashes of case-folded forms.
struct ReferenceWords: Sendable {
    /// “This”, “such”: alone, they stand for what a clause tells.
    let demonstratives: Set<UInt64>
    /// “It”.
    let pronouns: Set<UInt64>
    /// What stands before a noun that takes something up.
    let determiners: Set<UInt64>
    /// Nouns for what a clause tells (“decision”, “claim”): shell nouns (Schmid 2000).
    let nouns: Set<UInt64>
    /// Nouns that stand for somebody or something named before (“the country”).
    let bearers: Set<UInt64>
    /// Words that tell what a noun is about: a noun before one needs no clause before it.
    let complements: Set<UInt64>
    /// Verb forms that show that a demonstrative before them stands alone.
    let auxiliaries: Set<UInt64>
    let prepositions: Set<UInt64>
    /// Words behind “it is” that say that “it” only announces what follows.
    let expletives: Set<UInt64>

    private static let file = LexiconFile(PackageResources.references_txt)
    private static let english = ReferenceWords("en")

    /// The words of a language; nil for one that has none.
    static func of(_ language: String) -> ReferenceWords? { language == "en" ? english : nil }

    private init(_ language: String) {
        func words(_ name: String) -> Set<UInt64> { Self.file.words("\(language).\(name)") }
        demonstratives = words("demonstrative")
        pronouns = words("pronoun")
        determiners = words("determiner")
        nouns = Set(words("noun").union(Self.plurals(of: Self.file["\(language).noun"])))
        bearers = words("bearer")
        complements = words("complement")
        auxiliaries = words("auxiliary")
        prepositions = words("preposition")
        expletives = words("expletive")
    }

    private static func plurals(of rows: [[String]]) -> [UInt64] {
        rows.joined().filter { !$0.isEmpty }.map { noun in
            let stem = noun.hasSuffix("y") && noun.dropLast().last.map { !"aeiou".contains($0) } ?? false
            return Hash64.folded(stem ? noun.dropLast() + "ies" : noun + (noun.hasSuffix("s") ? "es" : "s"))
        }
    }
}
