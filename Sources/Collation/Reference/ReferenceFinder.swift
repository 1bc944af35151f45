internal import Language
internal import TextCore

/// Words of a unit that take up what the article has said before: “this”, “the decision”, “doing so”, an answer.
struct Reference: Sendable, Hashable {
    /// What kind of words take it up.
    enum Kind: Sendable, Hashable {
        /// “This”, “doing so”: the clause before.
        case demonstrative
        /// “It”, which opens a sentence.
        case pronoun
        /// “The decision”: a noun for what a clause told. With the noun's stem.
        case noun(UInt64)
        /// An answer to a question that stands before it.
        case answer
    }

    let kind: Kind
    /// The tokens of the words, a noun's determiner included; of an answer, its first.
    let tokens: Range<Int>
}

/// Finds the words of one article that take up what it has said before.
///
/// By dependency heads where there are any, else by the forms around a word. Where neither is clear, nothing is taken up.
struct ReferenceFinder: Sendable {
    private let text: AnnotatedText
    private let words: ReferenceWords

    /// Reads an article; nil in a language without words for it.
    init?(_ text: AnnotatedText) {
        guard let words = ReferenceWords.of(text.language) else { return nil }
        (self.text, self.words) = (text, words)
    }

    /// The first words of a unit that take something up. O(its tokens).
    func reference(in unit: Unit) -> Reference? {
        for token in unit.tokens where text.tokens[token].isWord {
            if let reference = reference(at: token, in: unit) { return reference }
        }
        return nil
    }

    private func reference(at token: Int, in unit: Unit) -> Reference? {
        let hash = text.tokens[token].hash
        if words.demonstratives.contains(hash), standsAlone(token, in: unit) {
            return Reference(kind: .demonstrative, tokens: token..<(token + 1))
        }
        if words.pronouns.contains(hash), opens(token, unit), !announces(token, in: unit) {
            return Reference(kind: .pronoun, tokens: token..<(token + 1))
        }
        if words.nouns.contains(hash), let determiner = determiner(of: token, in: unit), !isCompleted(token, in: unit) {
            return Reference(kind: .noun(text.stems[token]), tokens: determiner..<(token + 1))
        }
        return nil
    }

    private func hash(_ token: Int, _ unit: Unit) -> UInt64? {
        unit.tokens.contains(token) && text.tokens[token].isWord ? text.tokens[token].hash : nil
    }

    /// Whether a demonstrative is no article of a noun and opens no clause.
    private func standsAlone(_ token: Int, in unit: Unit) -> Bool {
        let next = hash(token + 1, unit)
        if let next, words.complements.contains(next), !words.prepositions.contains(next) || next == Self.of { return false }
        if let syntax = text.syntax {
            switch syntax.relations[token] {
            case .subject, .passiveSubject, .directObject, .prepositionalObject: return syntax.tags[token] == .determiner
            default: return false
            }
        }
        guard let next else { return hash(token - 1, unit).map { words.prepositions.contains($0) } ?? false }
        return words.auxiliaries.contains(next) && (text.tokens[token].hash != Self.that || opens(token, unit))
    }

    /// Whether no content word stands before a token in its sentence.
    private func opens(_ token: Int, _ unit: Unit) -> Bool { unit.terms.first.map { $0.token > token } ?? true }

    /// Whether “it” announces a clause behind it: “it is clear that …”.
    private func announces(_ token: Int, in unit: Unit) -> Bool {
        if let head = text.syntax?.head(of: token), let syntax = text.syntax {
            guard syntax.relations[token] == .subject || syntax.relations[token] == .passiveSubject else { return true }
            if syntax.child(of: head, .clausalComplement, .clausalSubject, .openComplement) != nil { return true }
        }
        return (token + 1..<min(token + 7, unit.tokens.upperBound)).contains { words.expletives.contains(text.tokens[$0].hash) }
    }

    /// The determiner that points back before a noun, with at most one word between.
    private func determiner(of token: Int, in unit: Unit) -> Int? {
        guard let one = hash(token - 1, unit) else { return nil }
        if words.determiners.contains(one) { return token - 1 }
        guard !words.complements.contains(one), let two = hash(token - 2, unit), words.determiners.contains(two)
        else { return nil }
        return token - 2
    }

    /// Whether a noun says itself what it is about: “the decision to leave”.
    private func isCompleted(_ token: Int, in unit: Unit) -> Bool {
        if let next = hash(token + 1, unit), words.complements.contains(next) { return true }
        guard let syntax = text.syntax else { return false }
        // A noun that only describes another one: “the policy institute”.
        return syntax.relations[token] == .compound
            || syntax.child(of: token, .adnominalClause, .relativeClause, .preposition) != nil
    }

    private static let that = Hash64.folded("that")
    private static let of = Hash64.folded("of")
}
