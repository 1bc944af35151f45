import TestSupport
import Testing
import TextCore

/// Classes, folding, hashes and scanning against the standard library.
@Suite struct CharacterTests {
    /// All scalars of the first two planes, and one in 257 of the others.
    private static let allScalars =
        (0...0x10FFFF as ClosedRange<UInt32>).lazy.filter { $0 < 0x1FFFF || $0 % 257 == 0 }
        .compactMap { Unicode.Scalar($0) } as [Unicode.Scalar]

    @Test func classesAgreeWithUnicode() {
        for scalar in Self.allScalars {
            let found = CharacterClass.of(scalar.value)
            let properties = scalar.properties
            let agrees: Bool =
                switch found {
                case .space: properties.isWhitespace || [0x200B, 0x2060, 0xFEFF].contains(scalar.value)
                case .upper: properties.generalCategory == .uppercaseLetter || properties.generalCategory == .titlecaseLetter
                case .lower: properties.generalCategory == .lowercaseLetter
                case .letter:
                    properties.isAlphabetic || properties.generalCategory == .modifierLetter
                        || properties.generalCategory == .otherLetter
                case .digit: properties.numericType == .decimal
                case .mark: [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory)
                case .currency: properties.generalCategory == .currencySymbol
                case .ideograph, .apostrophe, .dash, .terminator, .quote, .open, .close, .punctuation, .symbol, .other:
                    !properties.isWhitespace && !properties.isUppercase || properties.generalCategory != .uppercaseLetter
                }
            if !agrees { Issue.record("\(found) for U+\(String(scalar.value, radix: 16))") }
            if properties.isWhitespace, found != .space, scalar.value >= 0x20 {
                Issue.record("white space U+\(String(scalar.value, radix: 16))")
            }
            if properties.isIdeographic, found != .ideograph, properties.generalCategory == .otherLetter, scalar.value < 0x10000 {
                Issue.record("ideograph U+\(String(scalar.value, radix: 16))")
            }
        }
        #expect(CharacterClass.of(0xD800) == .other)
        #expect(CharacterClass.of(.max) == .other)
    }

    /// Greek vowels with oxia, which fold to those with tonos.
    private static let oxia: Set<UInt32> = [
        0x1F71, 0x1F73, 0x1F75, 0x1F77, 0x1F79, 0x1F7B, 0x1F7D, 0x1FBB, 0x1FC9, 0x1FCB, 0x1FDB, 0x1FF9, 0x1FEB, 0x1FFB, 0x1FD3,
        0x1FE3,
    ]

    /// Digits of scripts that news writes numbers in, which fold to those of ASCII.
    private static let digits: [ClosedRange<UInt32>] = [
        0x660...0x669, 0x6F0...0x6F9, 0x966...0x96F, 0x9E6...0x9EF, 0xE50...0xE59, 0xFF10...0xFF19,
    ]

    @Test func foldsToTheLowerCase() {
        let exceptions = Set<UInt32>([0x2018, 0x2019, 0x2BC, 0xFF07, 0xB4, 0x2212, 0xFF0D, 0x3C2, 0x130, 0x6A9, 0x6CC]).union(
            Self.oxia
        )
        for scalar in Self.allScalars {
            let folded = CaseFolding.fold(scalar.value)
            if CaseFolding.fold(folded) != folded { Issue.record("folding U+\(String(scalar.value, radix: 16)) twice") }
            if Self.digits.contains(where: { $0.contains(scalar.value) }) {
                #expect((0x30...0x39).contains(folded) && Int(folded) - 0x30 == scalar.properties.numericValue.map { Int($0) })
                continue
            }
            if exceptions.contains(scalar.value) || (0x2010...0x2015).contains(scalar.value) { continue }
            let lower = Array(scalar.properties.lowercaseMapping.unicodeScalars)
            if folded != (lower.count == 1 ? lower[0] : scalar).value {
                Issue.record("fold of U+\(String(scalar.value, radix: 16))")
            }
        }
        #expect(CaseFolding.fold("ÉCOLE d’Été — МИР ΣΟΦΟΣ") == "école d'été - мир σοφοσ")
    }

    @Test func hashesAreFNV1a() {
        func hash(_ string: String) -> UInt64 {
            var hash = Hash64()
            for byte in string.utf8 { hash.combine(byte) }
            return hash.value
        }
        // Test vectors of the FNV authors.
        #expect(hash("") == 0xCBF2_9CE4_8422_2325)
        #expect(hash("a") == 0xAF63_DC4C_8601_EC8C)
        #expect(hash("foobar") == 0x8594_4171_F739_67E8)
        for string in ["naïve", "Привет", "北京", "😀"] {
            var scalars = Hash64()
            for scalar in string.unicodeScalars { scalars.combine(scalar: scalar.value) }
            #expect(scalars.value == hash(string))
        }
        #expect(Hash64.folded("ÉCOLE") == hash("école"))
    }

    @Test func readsScalarsAsTheStandardLibraryDoes() {
        for scalar in Self.allScalars where scalar.value < 0x3000 || scalar.value % 97 == 0 {
            let bytes = Array(String(scalar).utf8)
            let span = bytes.span
            #expect(span.scalar(at: 0) == (scalar.value, bytes.count))
            #expect(span.scalar(before: bytes.count) == (scalar.value, bytes.count))
        }
        var random = SeededRandom(seed: 4)
        for _ in 0..<20_000 {
            // Lead and continuation bytes more often than others, so that many sequences are nearly well formed.
            let bytes = (0..<6).map { _ -> UInt8 in
                [
                    UInt8.random(in: 0x80...0xBF, using: &random), .random(in: 0xC0...0xFF, using: &random),
                    .random(in: 0...255, using: &random),
                ]
                .randomElement(using: &random) ?? 0
            }
            let span = bytes.span
            for index in 0..<6 {
                let (value, length) = span.scalar(at: index)
                let decoded = String(validating: bytes[index..<(index + length)], as: UTF8.self)
                let isScalar = decoded?.unicodeScalars.count == 1 && decoded?.unicodeScalars.first?.value == value
                #expect(isScalar || (value == 0xFFFD && length == 1))
                if !isScalar {
                    for longer in 1...min(4, 6 - index) {
                        #expect(String(validating: bytes[index..<(index + longer)], as: UTF8.self)?.unicodeScalars.count != 1)
                    }
                }
            }
        }
    }

    @Test func trims() {
        let text = UTF8Text(" \u{A0}\n a b\u{3000}\u{200B} ")
        #expect(text[text.trimmed(text.range)] == "a b")
        #expect(text.trimmed(0..<999) == text.trimmed(text.range))
        #expect(UTF8Text("  ").trimmed(0..<2).isEmpty)
        #expect(UTF8Text("ab").trimmed(1..<1) == 1..<1)
    }

    @Test func repairsInvalidBytes() {
        #expect(UTF8Text(repairing: [0x61, 0xFF, 0x62]).string == "a\u{FFFD}b")
        #expect(UTF8Text("né")[1..<99] == "é")
    }
}
