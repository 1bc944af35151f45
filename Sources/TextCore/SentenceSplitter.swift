/// Cuts token sequences into sentences, by rules in the manner of Grefenstette and Tapanainen (1994): every terminator is
/// judged by what stands before it (abbreviations, initials, ordinals, list numbers) and after it (case, sentence
/// starters, quotation marks, brackets, attributions). Lexicons of many languages say which words are abbreviations.
///
/// - A quotation mark or bracket that closes after a terminator belongs to the sentence: `“It is over.” He left.`
/// - An attribution goes on after a question or exclamation: `“Why?” he asked.` is one sentence.
/// - A blank line, or the end of the section, ends a sentence whatever stands before it.
/// - Thai and Lao have no full stop: a space between two clauses ends a sentence unless the first is short, or the second
///   begins with a conjunction. A sentence of Thai is so a run of clauses that go together, and no stop ends one.
/// - Each sentence has at least one token, and together they hold all tokens of the section.
///
/// - Complexity: O(*n*) in tokens and the white space between them.
public struct SentenceSplitter: Sendable {
    private let lexicon: SentenceLexicon

    /// Makes a splitter for a language, by its ISO 639-1 code; for English when it is nil. A language without a lexicon
    /// is split by the general rules.
    public init(language: String? = nil) {
        lexicon = SentenceLexicon.of(language)
    }

    /// The sentences of one section (a block of text that no sentence leaves): `tokens[range]`.
    public func sentences(of text: UTF8Text, tokens: [Token], in range: Range<Int>, section: Int) -> [Sentence] {
        let range = range.clamped(to: tokens.indices)
        guard !range.isEmpty else { return [] }
        var rules = SentenceRules(bytes: text.span, tokens: tokens.span, end: range.upperBound, lexicon: lexicon)
        var sentences: [Sentence] = []
        var index = range.lowerBound
        rules.begin(at: index)
        while index < range.upperBound {
            if index > rules.start, rules.isParagraphBreak(before: index) || rules.spaceEndsSentence(before: index) {
                sentences.append(rules.close(at: index, section: section))
            }
            rules.see(index)
            if rules.isTerminator(index) {
                let next = rules.endOfClosers(after: index)
                if next < range.upperBound, rules.endsSentence(at: index, before: next) {
                    while index + 1 < next {
                        index += 1
                        rules.see(index)
                    }
                    sentences.append(rules.close(at: next, section: section))
                }
            }
            index += 1
        }
        if rules.start < range.upperBound {
            sentences.append(rules.close(at: range.upperBound, section: section))
        }
        return sentences
    }
}
