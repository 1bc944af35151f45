import TestSupport
import Testing
import TextCore

@Suite("Canonical composition")
struct CanonicalCompositionTests {
    private func hashes(_ text: String) -> [UInt64] { Tokenizer().tokens(of: UTF8Text(text)).map(\.hash) }

    @Test(arguments: [
        ("e\u{301}te\u{301}", "été"), ("E\u{301}TE\u{301}", "ÉTÉ"), ("Mu\u{308}nchen", "München"), ("n\u{303}andu", "ñandu"),
        ("и\u{306}од", "йод"), ("е\u{308}лка", "ёлка"), ("И\u{306}од", "Йод"), ("α\u{301}λφα", "άλφα"), ("\u{1F71}λφα", "άλφα"),
        ("Vie\u{323}\u{302}t", "Việt"), ("Vie\u{302}\u{323}t", "Việt"), ("Viê\u{323}t", "Việt"), ("Viẹ\u{302}t", "Việt"),
        ("l’e\u{301}te\u{301}", "l’été"), ("5e\u{300}me", "5ème"), ("c\u{327}a", "ça"), ("A\u{30A}", "\u{212B}"),
    ])
    func equivalent(_ decomposed: String, _ composed: String) {
        if composed.unicodeScalars.count < decomposed.unicodeScalars.count {
            #expect(hashes(decomposed) == hashes(composed))
            #expect(Hash64.folded(decomposed) == Hash64.folded(composed))
        }
        #expect(hashes(decomposed) == hashes(decomposed.lowercased()))
        #expect(Array(CaseFolding.fold(decomposed).unicodeScalars) == Array(CaseFolding.fold(composed).unicodeScalars))
    }

    @Test("tokens keep the bytes of the text")
    func ranges() {
        let text = UTF8Text("Ete\u{301} a\u{300} Nice")
        #expect(Tokenizer().tokens(of: text).map(\.range) == [0..<5, 6..<9, 10..<14])
    }

    @Test("marks without a letter, and more marks than any letter has")
    func strayMarks() {
        let many = "a" + String(repeating: "\u{301}\u{323}", count: 5000)
        for text in ["\u{301}", "1\u{301}", " \u{301}a", many, "ب\u{301}", "a\u{AD}\u{301}b"] {
            let tokens = Tokenizer().tokens(of: UTF8Text(text))
            #expect(tokens.allSatisfy { !$0.range.isEmpty && $0.range.upperBound <= text.utf8.count })
        }
    }

    @Test("words differ as their letters do")
    func different() {
        #expect(Hash64.folded("pe\u{302}che") != Hash64.folded("pe\u{301}che"))
        #expect(hashes("résume\u{301}") == hashes("résumé"))
        #expect(hashes("resume") != hashes("resume\u{301}"))
    }
}
