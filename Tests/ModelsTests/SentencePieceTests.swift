import Models
import Testing

struct SentencePieceTests {
    private func tokenizer(_ bytes: [UInt8] = FileWriter.sentencePieceModel()) throws(ModelFileError) -> SentencePieceTokenizer {
        try SentencePieceTokenizer(SentencePieceModel(MappedFile(bytes, name: "sp.model")))
    }

    private func pieces(_ text: String) throws -> [String] {
        let tokenizer = try tokenizer()
        return tokenizer.encode(text).map { tokenizer.model.pieces[Int($0)].text }
    }

    @Test func theModelSaysWhatItIs() throws {
        let model = try tokenizer().model
        #expect(model.pieces.count == 14)
        #expect(model.pieces[5].text == "▁lock" && model.pieces[5].score == -4 && model.pieces[5].type == .normal)
        #expect((model.unknownID, model.beginID, model.endID) == (0, 1, 2))
        #expect(model.normalizerName == "test" && model.algorithm == .unigram)
    }

    @Test(arguments: [
        ("", []), ("   ", []), ("Lock", ["▁lock"]), ("lock  gate ", ["▁lock", "▁gate"]), ("Lock~~GATE", ["▁lock", "▁gate"]),
        ("LOCKS", ["▁locks"]), ("lockkeeper", ["▁lock", "keeper"]), ("lo", ["▁", "l", "o"]), ("ж", ["▁", "<unk>"]),
        ("жжж lock", ["▁", "<unk>", "▁lock"]), ("lock<mark>", ["▁lock", "<mark>"]), ("<s>", ["▁", "<unk>", "s", "<unk>"]),
    ])
    func theMostProbablePieces(text: String, expected: [String]) throws {
        #expect(try pieces(text) == expected)
    }

    @Test func normalizationIsTheModels() throws {
        let tokenizer = try tokenizer()
        #expect(tokenizer.normalized("~The  Gate ~ ") == "▁the▁gate")
        #expect(tokenizer.normalized("A<mark>B") == "▁a<mark>b")
        // Bytes that are no UTF-8, cut short, overlong or surrogates, are one unknown letter each.
        let bytes: [UInt8] = [0x6C, 0xFF, 0xC3, 0xED, 0xA0, 0x80, 0xF0, 0x9F, 0x98]
        let ids = tokenizer.encode(bytes.span)
        #expect(ids.first == 4 && ids.contains(0))
    }

    @Test func unknownLettersMayBeCounted() throws {
        var tokenizer = try tokenizer()
        #expect(tokenizer.encode("жжж") == [4, 0])
        tokenizer.mergesUnknown = false
        #expect(tokenizer.encode("жжж") == [4, 0, 0, 0])
    }

    @Test func refusesWhatIsWrong() {
        typealias Writer = FileWriter
        let long = String(repeating: "x", count: 600)
        let cases: [([UInt8], String)] = [
            ([], "0"), (Writer.piece("a", 0), "0"), (Writer.piece("<unk>", 0, .unknown) + Writer.piece("u", 0, .unknown), "2"),
            (Writer.sentencePieceModel(trainer: Writer.field(3, 2)), "bytePairs"),
            (Writer.sentencePieceModel(trainer: Writer.field(3, 9)), "9"),
            (Writer.sentencePieceModel(trainer: Writer.field(35, 1)), "one of them"),
            (Writer.sentencePieceModel(more: Writer.piece("s", -1)), "“s”"),
            (Writer.sentencePieceModel(more: Writer.piece("", -1)), "none"),
            (Writer.sentencePieceModel(more: Writer.piece("q", .nan)), "nan"),
            (Writer.sentencePieceModel(more: [0x0B]), "kind 3"),
            (Writer.sentencePieceModel(more: [0x00]), "0"),
            (Writer.sentencePieceModel(more: [0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]), "34359738367"),
            (Writer.sentencePieceModel(more: [UInt8](repeating: 0xFF, count: 12)), "longer"),
            (Writer.sentencePieceModel(characterMap: [1, 2]), "2"),
            (Writer.sentencePieceModel(characterMap: [0xFF, 0xFF, 0, 0, 1, 2, 3, 4]), "65535"),
            (Writer.sentencePieceModel(characterMap: Writer.characterMap([(0x41, long)])), "600"),
            (Writer.sentencePieceModel(characterMap: Writer.characterMap([(0x41, "a")]) + [0x61]), "another"),
        ]
        for (bytes, found) in cases {
            let error = #expect(throws: ModelFileError.self) { try tokenizer(bytes) }
            #expect(error?.found.contains(found) == true, "\(error.map(\.description) ?? "")")
        }
    }

    @Test func damageIsAnError() {
        let file = FileWriter.sentencePieceModel(characterMap: Array(FileWriter.characterMap([(0x41, "a")]).suffix(2)))
        let small = FileWriter.sentencePieceModel(characterMap: [4, 0, 0, 0, 0, 4, 0, 0, 0x61, 0])
        for bytes in [file, small] {
            let (read, refused) = forEachDamage(of: bytes) { file throws(ModelFileError) in
                let tokenizer = try SentencePieceTokenizer(SentencePieceModel(file))
                let pieces = tokenizer.encode("Lock keepers ж~<mark>")
                #expect(pieces.allSatisfy { tokenizer.model.pieces.indices.contains(Int($0)) })
            }
            #expect(read + refused == bytes.count * 5 && refused > 0)
        }
    }

    @Test func aDamagedTrieEndsNowhere() throws {
        // Every unit leads back to the root with every byte: what is replaced stays bounded.
        var map = FileWriter.littleEndian(1024 as UInt32)
        for index in 0..<256 { map += FileWriter.littleEndian(UInt32(index) | 0x100 | UInt32(index % 7) << 10) }
        map += Array("abc".utf8) + [0]
        let tokenizer = try tokenizer(FileWriter.sentencePieceModel(characterMap: map))
        let text = String(repeating: "lock Gate ", count: 2_000)
        #expect(tokenizer.normalized(text).utf8.count <= 512 * text.utf8.count)
    }
}
