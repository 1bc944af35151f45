/// Universal parts of speech (https://universaldependencies.org/u/pos/), and white space.
public enum PartOfSpeech: UInt8, Sendable, CaseIterable {
    /// Not known.
    case unknown
    /// ADJ: adjectives.
    case adjective
    /// ADP: prepositions and postpositions.
    case adposition
    /// ADV: adverbs.
    case adverb
    /// AUX: auxiliary verbs.
    case auxiliary
    /// CCONJ: coordinating conjunctions.
    case coordinatingConjunction
    /// DET: determiners.
    case determiner
    /// INTJ: interjections.
    case interjection
    /// NOUN: common nouns.
    case noun
    /// NUM: numerals.
    case numeral
    /// PART: particles.
    case particle
    /// PRON: pronouns.
    case pronoun
    /// PROPN: proper nouns.
    case properNoun
    /// PUNCT: punctuation.
    case punctuation
    /// SCONJ: subordinating conjunctions.
    case subordinatingConjunction
    /// SYM: symbols.
    case symbol
    /// VERB: verbs.
    case verb
    /// X: other.
    case other
    /// SPACE: white space that is a token.
    case space

    /// The standard's name, such as “PROPN”; empty where it is not known.
    public var name: String { Self.names[Int(rawValue)] }

    /// The part of speech of a name.
    public init?(name: String) {
        guard let index = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    private static let names = [
        "", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
        "VERB", "X", "SPACE",
    ]
}
