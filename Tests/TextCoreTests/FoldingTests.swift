import Testing
import TextCore

/// Case folding where languages differ, and against all of Unicode.
@Suite struct FoldingTests {
    @Test func foldsWhatNewsHas() {
        let cases: [(Character, Character)] = [
            ("İ", "i"), ("I", "i"), ("ı", "ı"), ("ẞ", "ß"), ("ß", "ß"), ("Σ", "σ"), ("ς", "σ"), ("Ა", "ა"), ("Ա", "ա"),
            ("Ａ", "ａ"),
            ("Ж", "ж"), ("Ω", "ω"), ("Ǆ", "ǆ"), ("𐐀", "𐐨"), ("’", "'"), ("–", "-"),
        ]
        for (from, to) in cases {
            guard let from = from.unicodeScalars.first, let to = to.unicodeScalars.first else { continue }
            #expect(CaseFolding.fold(from.value) == to.value, "U+\(String(from.value, radix: 16))")
        }
        for mark in 0x300...0x344 as ClosedRange<UInt32> { #expect(CaseFolding.fold(mark) == mark) }
    }

    /// Every upper-case or title-case letter with a lower case of one scalar folds to what that folds to.
    @Test func bothCasesMeet() {
        for value in 0...0x1FFFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let lower = Array(scalar.properties.lowercaseMapping.unicodeScalars)
            guard lower.count == 1, lower[0] != scalar else { continue }
            if CaseFolding.fold(value) != CaseFolding.fold(lower[0].value) { Issue.record("U+\(String(value, radix: 16))") }
        }
    }

    /// Spellings of one word that news uses side by side.
    @Test(arguments: [
        // Vowel signs and the stretching stroke of Arabic, points of Hebrew.
        ("قَالَ", "قال"), ("الـــجسر", "الجسر"), ("שָׁלוֹם", "שלום"), ("مدرسةٌ", "مدرسة"),
        // Persian letters typed with an Arabic keyboard, and with or without the joiner.
        ("کتاب", "كتاب"), ("ایران", "ايران"), ("می‌شود", "میشود"),
        // Digits.
        ("٢٠٢١", "2021"), ("۲۰۲۱", "2021"), ("२०२१", "2021"), ("２０２１", "2021"), ("๒๕๖๔", "2564"),
        ("Zusammen\u{AD}arbeit", "zusammenarbeit"), ("İstanbul", "istanbul"), ("ΟΔΟΣ", "οδος"),
    ])
    func spellingsMeet(_ first: String, _ second: String) {
        #expect(CaseFolding.fold(first) == CaseFolding.fold(second))
        let hashes = [first, second].map { string in
            let text = UTF8Text(string)
            return Tokenizer().tokens(of: text).map(\.hash)
        }
        #expect(hashes[0] == hashes[1])
        #expect(hashes[0] == [Hash64.folded(second)])
    }

    @Test(arguments: [("كتاب", "كتب"), ("أب", "اب"), ("שלום", "שלומ"), ("ışık", "işik"), ("٣", "4")])
    func otherWordsStayApart(_ first: String, _ second: String) {
        #expect(CaseFolding.fold(first) != CaseFolding.fold(second))
    }
}
