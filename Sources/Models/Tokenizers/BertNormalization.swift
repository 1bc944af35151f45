internal import TextCore

/// How uncased BERT models see a character, by the Unicode tables of the standard library. The models were trained with older ones: some
/// 650 marks and signs of Unicode 9 and later are treated as what they are now.
enum BertNormalization {
    enum Kind {
        /// Controls, formats and the like, which are not there.
        case dropped
        case space
        /// A character by itself, as Chinese ones are.
        case ideograph
        case punctuation
        case letter
    }

    /// What a scalar is. O(1).
    static func kind(_ scalar: UInt32) -> Kind {
        if scalar == 0xFFFD || scalar == 0 { return .dropped }
        if isIdeograph(scalar) { return .ideograph }
        guard let unicode = Unicode.Scalar(scalar) else { return .dropped }
        let properties = unicode.properties
        switch properties.generalCategory {
        case .control:
            return scalar == 0x09 || scalar == 0x0A || scalar == 0x0D ? .space : .dropped
        case .format, .privateUse, .surrogate: return .dropped
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
            .otherPunctuation:
            return .punctuation
        default: return isASCIIPunctuation(scalar) ? .punctuation : .letter
        }
    }

    /// BERT counts all of ASCII that is no letter, digit or space, `$` and `+` too.
    private static func isASCIIPunctuation(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    /// The blocks of CJK ideographs as the `tokenizers` package lists them (BERT itself has them from U+2B820); neither kana nor Hangul.
    private static func isIdeograph(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F, 0x2B920...0x2CEAF,
            0xF900...0xFAFF, 0x2F800...0x2FA1F:
            true
        default: false
        }
    }

    /// The scalars of a character in lower case and without accents: decomposed (NFD), nonspacing marks dropped.
    static func forEachFolded(_ scalar: UInt32, _ body: (UInt32) -> Void) {
        // Hangul syllables decompose by arithmetic (Unicode 16, 3.12).
        if (0xAC00...0xD7A3).contains(scalar) {
            let index = scalar - 0xAC00
            body(0x1100 + index / 588)
            body(0x1161 + index % 588 / 28)
            if index % 28 > 0 { body(0x11A7 + index % 28) }
            return
        }
        guard let parts = decompositions[scalar] else { return lower(scalar, body) }
        for part in parts { lower(part, body) }
    }

    private static func lower(_ scalar: UInt32, _ body: (UInt32) -> Void) {
        guard let unicode = Unicode.Scalar(scalar), unicode.properties.generalCategory != .nonspacingMark else { return }
        for folded in unicode.properties.lowercaseMapping.unicodeScalars { body(folded.value) }
    }

    /// Decompositions without their nonspacing marks.
    private static let decompositions: [UInt32: [UInt32]] = {
        var table: [UInt32: [UInt32]] = [:]
        for row in LexiconFile(PackageResources.decompositions_txt)[""] where row.count > 1 {
            guard let scalar = UInt32(row[0], radix: 16) else { continue }
            table[scalar] = row.dropFirst().compactMap { UInt32($0, radix: 16) }
        }
        return table
    }()
}
