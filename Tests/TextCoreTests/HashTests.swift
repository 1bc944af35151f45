import TestSupport
import Testing
import TextCore

@Suite struct HashTests {
    /// A word hashes alike as a string, as a part of one, and as bytes, and as the token that it is.
    @Test(arguments: [
        "", "Word", "ÉTÉ", "cafe\u{301}", "Слово", "東京", "O’Brien", "A\u{AD}B", "ﬀ", "🙂", "İstanbul", "a\u{300}\u{323}b",
    ])
    func formsOfOneWord(_ word: String) {
        let hash = Hash64.folded(word)
        #expect(Hash64.folded(Substring(word)) == hash)
        #expect(Hash64.folded(Array(word.utf8).span) == hash)
        #expect(CaseFolding.folded(Array(word.utf8).span) == Array(CaseFolding.fold(word).utf8))
        let tokens = Tokenizer().tokens(of: UTF8Text(word))
        if tokens.count == 1, !word.contains("\u{AD}") { #expect(tokens[0].hash == hash) }
    }

    @Test(arguments: 0..<100)
    func anyBytesAreHashed(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let scalars: [Unicode.Scalar] = ["a", "Z", "é", "\u{301}", "\u{323}", "Ж", "ς", "\u{130}", "ｱ", "٣", "’", "\u{200D}"]
        var word = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...8, using: &random) { word.append(scalars.randomElement(using: &random) ?? "a") }
        let string = String(word)
        #expect(Hash64.folded(Array(string.utf8).span) == Hash64.folded(string))
        // Without marks, scalars are folded one by one.
        if !word.contains(where: { $0.value == 0x301 || $0.value == 0x323 }) {
            var hash = Hash64()
            for scalar in word { hash.combine(scalar: CaseFolding.fold(scalar.value)) }
            #expect(Hash64.folded(string) == hash.value)
        }
    }
}
