import Models
import Testing

struct WordPieceTests {
    static let vocabulary = """
        [PAD]\n[UNK]\n[CLS]\n[SEP]\nlock\n##s\n##keeper\ngate\n.\n$\nzurich\n大\n水\n##a\na\ni\nᄒ\n##ᅡ\n##ᆫ\nss
        """

    private func tokenizer(_ text: String = vocabulary) throws(ModelFileError) -> WordPieceTokenizer {
        WordPieceTokenizer(try WordPieceVocabulary(MappedFile(Array(text.utf8), name: "vocab.txt")))
    }

    @Test(arguments: [
        ("", []), ("Locks", ["lock", "##s"]), ("LOCKKEEPERS.", ["lock", "##keeper", "##s", "."]), ("Zürich", ["zurich"]),
        ("Zu\u{308}rich", ["zurich"]), ("大水", ["大", "水"]), ("lock$gate", ["lock", "$", "gate"]),
        ("locksmith gate", ["[UNK]", "gate"]),
        ("lo\u{AD}ck\u{200B}s\u{7}", ["lock", "##s"]), ("gate\u{A0}\t\u{3000}gate", ["gate", "gate"]),
        ("[SEP]", ["[UNK]", "[UNK]", "[UNK]"]),
        ("한", ["ᄒ", "##ᅡ", "##ᆫ"]), ("İ", ["i"]), ("ẞ", ["[UNK]"]), ("\u{FFFD}a", ["a"]),
    ])
    func wordsInTheirLongestPieces(text: String, expected: [String]) throws {
        let tokenizer = try tokenizer()
        let names = Self.vocabulary.split(separator: "\n").map(String.init)
        let bytes = Array(text.utf8)
        #expect(tokenizer.pieces(bytes.span).map { names[Int($0)] } == expected)
    }

    @Test func limits() throws {
        let tokenizer = try tokenizer()
        #expect(tokenizer.encode("locks gate") == [2, 4, 5, 7, 3])
        #expect(tokenizer.encode("locks gate", limit: 4) == [2, 4, 5, 3])
        #expect(tokenizer.encode("locks gate", limit: 3) == [2, 4, 3])
        #expect(tokenizer.encode("locks gate", limit: 0) == [2, 3])
        let word = String(repeating: "a", count: 100)
        #expect(tokenizer.encode(word).count == 102)
        #expect(tokenizer.encode(word + "a") == [2, 1, 3], "more than 100 letters are unknown")
        // Bytes that are no UTF-8 are not there.
        let bytes: [UInt8] = [0x61, 0xFF, 0xE2, 0x82, 0x61]
        #expect(tokenizer.pieces(bytes.span) == [14, 13])
    }

    @Test(arguments: [
        ("", "[UNK]"), ("a\na\n", "a"), ("a\n\nb", "0 bytes"), ("[UNK]\n[CLS]\n[SEP]\n", "none"),
        ("a\n" + String(repeating: "b", count: 2000), "2000 bytes"),
    ])
    func refusesWhatIsWrong(text: String, found: String) {
        let error = #expect(throws: ModelFileError.self) { try tokenizer(text) }
        #expect(error?.message.contains(found) == true, "\(error.map(\.description) ?? "")")
    }

    @Test func linesMayEndAsOnWindows() throws {
        let vocabulary = try WordPieceVocabulary(
            MappedFile(Array(Self.vocabulary.replacing("\n", with: "\r\n").utf8), name: "vocab.txt")
        )
        #expect(vocabulary.count == 20 && vocabulary["gate"] == 7 && vocabulary["door"] == nil)
    }

    @Test func damageIsAnError() {
        let bytes = Array(Self.vocabulary.utf8)
        let (read, refused) = forEachDamage(of: bytes) { file throws(ModelFileError) in
            let tokenizer = WordPieceTokenizer(try WordPieceVocabulary(file))
            #expect(tokenizer.encode("Lockkeepers 大 gate").allSatisfy { $0 >= 0 && Int($0) < tokenizer.vocabulary.count })
        }
        #expect(read + refused == bytes.count * 5 && refused > 0)
    }
}
