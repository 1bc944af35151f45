import Testing
import TextCore

/// The splitter on ``SentenceCases``.
@Suite struct SentenceTableTests {
    private func split(_ marked: String, _ language: String) -> String {
        let text = UTF8Text(marked.filter { $0 != "|" })
        let tokens = Tokenizer().tokens(of: text)
        let sentences = SentenceSplitter(language: language).sentences(of: text, tokens: tokens, in: tokens.indices, section: 0)
        var result = ""
        var at = 0
        for (index, sentence) in sentences.enumerated() {
            result += text[at..<sentence.range.upperBound] + (index + 1 < sentences.count ? "|" : "")
            at = sentence.range.upperBound
        }
        return result + text[at..<text.count]
    }

    @Test(arguments: SentenceCases.byLanguage.map(\.language))
    func splits(_ language: String) {
        for (name, cases) in SentenceCases.byLanguage + SentenceCases.more where name == language {
            for marked in cases { #expect(split(marked, language) == marked) }
        }
    }

    @Test(arguments: SentenceCases.furtherLanguages.map(\.language))
    func splitsFurther(_ language: String) {
        for (name, cases) in SentenceCases.furtherLanguages where name == language {
            for marked in cases { #expect(split(marked, language) == marked) }
        }
    }

    @Test func areMany() { #expect(SentenceCases.byLanguage.reduce(0) { $0 + $1.cases.count } >= 150) }
}
