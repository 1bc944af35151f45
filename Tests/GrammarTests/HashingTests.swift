import Testing

@testable import Grammar

@Suite struct HashingTests {
    private func hash(_ bytes: [UInt8]) -> UInt64 { MurmurHash.string(bytes.span, bytes.indices) }

    private func find(_ bytes: [UInt8], in table: ByteTable, hash: UInt64? = nil) -> Int32? {
        table.find(bytes.span, bytes.indices, hash: hash ?? self.hash(bytes))
    }

    /// Numbers that spaCy gives (`spacy.strings.hash_string`).
    @Test(
        arguments: [
            ("a", 11_901_859_001_352_538_922), ("apple", 8_566_208_034_543_834_098), ("coffee", 3_197_928_453_018_144_401),
            ("abcdefgh", 17_751_780_907_874_141_760), ("Übergröße", 8_539_587_864_783_037_262),
            ("The quick brown fox", 2_038_920_700_722_414_812),
        ] as [(String, UInt64)]
    )
    func strings(text: String, number: UInt64) {
        #expect(hash(Array(text.utf8)) == number)
        #expect(StringNumber.of(text) == number)
    }

    @Test func stringsThatSpacyNumbersItself() {
        #expect(StringNumber.of("") == 0)
        #expect(StringNumber.of("X") == 101)
        #expect(StringNumber.of("det") == 415)
        #expect(StringNumber.of("possessive") == 441)
        #expect(StringNumber.of("Det") != 415)
    }

    /// Rows that Thinc gives (`NumpyOps.hash`) with the seed 8.
    @Test func rows() {
        #expect(MurmurHash.rows(of: 0, seed: 8) == SIMD4(0, 0, 0, 0))
        #expect(MurmurHash.rows(of: 1, seed: 8) == SIMD4(1_161_550_108, 2_247_783_286, 1_742_325_162, 1_224_191_281))
        #expect(
            MurmurHash.rows(of: 3_197_928_453_018_144_401, seed: 8)
                == SIMD4(2_399_055_680, 1_118_310_852, 3_598_583_520, 1_677_466_278)
        )
        #expect(MurmurHash.rows(of: .max, seed: 8) == SIMD4(2_488_739_950, 2_974_852_181, 1_585_626_277, 2_314_794_624))
    }

    @Test func tableOfBytes() {
        var table = ByteTable()
        let words = (0..<500).map { Array("word \($0 * $0)".utf8) }
        for (index, word) in words.enumerated() {
            #expect(find(word, in: table) == nil)
            table.insert(word.span, word.indices, hash: hash(word), value: Int32(index))
        }
        for (index, word) in words.enumerated() { #expect(find(word, in: table) == Int32(index)) }
        // Equal hashes do not make words equal.
        #expect(find(Array("other".utf8), in: table, hash: hash(words[7])) == nil)
    }
}
