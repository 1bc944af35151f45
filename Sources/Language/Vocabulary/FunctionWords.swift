public import TextCore

/// The function words of a language: articles, pronouns, adpositions, conjunctions, auxiliaries, particles.
///
/// ``AnnotatedText/isFunctionWord`` has them for tokens. Chinese and Japanese tokens are single ideographs and kana, of which a
/// word may begin with any; there, ask with the words of ``WordSegmenter``.
public struct FunctionWords: Sendable {
    private let words: WordSet

    /// The function words of a language by its ISO 639 code or tag; nil when there is no list.
    public init?(language: String) {
        guard let code = LanguageCode.primary(language) else { return nil }
        let words = Vocabulary.functionWords.spacedWords(code)
        guard !words.isEmpty else { return nil }
        self.words = WordSet(words)
    }

    /// How many there are.
    public var count: Int { words.count }

    /// Whether a word is among them, in any case. O(length).
    public func contains(_ word: some StringProtocol) -> Bool { words.contains(Hash64.folded(word)) }

    /// Whether the word of a token is among them. O(1).
    public func contains(_ token: Token) -> Bool { words.contains(token) }
}
