import Testing
import TextCore

@Suite struct LexiconTests {
    private let file = LexiconFile(Array("# Source.\na\tb\n[en]\nsay\tsaid\r\n\n\t\n# no\nin fact\tso\n[de]\nsagen".utf8))

    @Test func readsSectionsRowsAndColumns() {
        #expect(file[""] == [["a", "b"]])
        #expect(file["en"] == [["say", "said"], ["in fact", "so"]])
        #expect(file["de"] == [["sagen"]])
        #expect(file["fr"].isEmpty)
    }

    @Test func makesTables() {
        #expect(file.words("en").contains(Hash64.folded("SAID")))
        #expect(file.wordSet("de").contains(Hash64.folded("Sagen")))
        let table = file.phraseTable("en") { $0[0] }
        let tokens = Tokenizer().tokens(of: UTF8Text("In fact he said so"))
        #expect(table.longestMatch(in: tokens, at: 0, limit: 5)?.endIndex == 2)
        #expect(table.longestMatch(in: tokens, at: 3, limit: 5)?.value == "say")
        #expect(table.longestMatch(in: tokens, at: 4, limit: 5)?.value == "in fact")
    }
}
