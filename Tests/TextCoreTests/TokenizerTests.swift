import Testing
import TextCore

@Suite struct TokenizerTests {
    private func words(_ string: String) -> [String] {
        let text = UTF8Text(string)
        return Tokenizer().tokens(of: text).map { text[$0.range] }
    }

    @Test func splitsCliticsAndElisions() {
        #expect(words("We’re in Moscow’s don't O’Brien") == ["We", "’re", "in", "Moscow", "’s", "don't", "O’Brien"])
        #expect(words("l’homme qu'il aujourd’hui") == ["l’", "homme", "qu'", "il", "aujourd’hui"])
    }

    @Test func keepsNumbersWhole() {
        #expect(
            words("17,000 people, 3.5% of 97-1 on the 5th.") == [
                "17,000", "people", ",", "3.5", "%", "of", "97", "-", "1", "on", "the", "5th", ".",
            ]
        )
    }

    @Test func cutsIdeographsOneByOne() {
        #expect(words("北京。OK") == ["北", "京", "。", "OK"])
    }
}
