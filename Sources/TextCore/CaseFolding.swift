/// Simple case folding: one scalar to one scalar, apostrophes to `'` and dashes to `-`.
///
/// Scalars fold to their lower case by the Unicode Character Database, as the standard library has it, with three
/// exceptions that let the forms of one word meet: final sigma folds to sigma, dotted capital I to `i`, and scalars whose
/// lower case takes several scalars stay as they are. Persian kaf and ya fold to the Arabic ones, digits of other scripts to
/// those of ASCII. Folding is idempotent.
///
/// Letters followed by combining marks are composed with them where words are hashed or folded whole (``forEachFolded(in:_:_:)``),
/// so that canonically equivalent spellings are one word.
public enum CaseFolding {
    /// The folded form of a scalar. O(1).
    @inlinable
    public static func fold(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return (scalar &- 0x41) < 26 ? scalar | 0x20 : scalar }
        return foldBeyondASCII(scalar)
    }

    @usableFromInline
    static func foldBeyondASCII(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x800 { return UInt32(lowTable[Int(scalar)]) }
        switch scalar {
        case 0x2E80...0xA63F, 0xAC00...0xD7A3: return scalar
        default: return compute(scalar)
        }
    }

    /// Folded forms of U+0000 ..< U+0800.
    private static let lowTable: InlineArray<0x800, UInt16> = InlineArray { index in
        UInt16(exactly: compute(UInt32(index))) ?? UInt16(index)
    }

    /// Whether a scalar inside a word is no letter of it: soft hyphen and joiners, the stretching stroke and vowel signs of
    /// Arabic, the points of Hebrew. News writes these or leaves them out; hashes and folded forms are without them. O(1).
    @inlinable
    public static func isIgnored(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x200C,
            0x200D:
            true
        default: false
        }
    }

    private static func compute(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x2018, 0x2019, 0x2BC, 0xFF07, 0xB4: return 0x27
        case 0x2010...0x2015, 0x2212, 0xFF0D: return 0x2D
        case 0x3C2: return 0x3C3
        case 0x130: return 0x69
        // Persian kaf and ya are those of Arabic; digits of all scripts are those of ASCII.
        case 0x6A9: return 0x643
        case 0x6CC: return 0x64A
        case 0x660...0x669: return scalar - 0x630
        case 0x6F0...0x6F9: return scalar - 0x6C0
        case 0x966...0x96F: return scalar - 0x936
        case 0x9E6...0x9EF: return scalar - 0x9B6
        case 0xE50...0xE59: return scalar - 0xE20
        case 0xFF10...0xFF19: return scalar - 0xFEE0
        // Greek vowels with oxia are those with tonos.
        case 0x1F71, 0x1FBB: return 0x3AC
        case 0x1F73, 0x1FC9: return 0x3AD
        case 0x1F75, 0x1FCB: return 0x3AE
        case 0x1F77, 0x1FDB: return 0x3AF
        case 0x1F79, 0x1FF9: return 0x3CC
        case 0x1F7B, 0x1FEB: return 0x3CD
        case 0x1F7D, 0x1FFB: return 0x3CE
        case 0x1FD3: return 0x390
        case 0x1FE3: return 0x3B0
        default: break
        }
        guard let unicode = Unicode.Scalar(scalar) else { return scalar }
        let lower = unicode.properties.lowercaseMapping.unicodeScalars
        guard let first = lower.first, lower.count == 1 else { return scalar }
        return first.value
    }

    /// The folded form of a string, for lexicons and tests. O(*n*).
    public static func fold(_ string: some StringProtocol) -> String {
        var string = String(string)
        return string.withUTF8 { String(decoding: folded($0.span), as: UTF8.self) }
    }

    /// The folded form of UTF-8 bytes. O(*n*).
    public static func folded(_ bytes: Span<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count)
        forEachFolded(in: bytes, bytes.indices) { scalar in
            if scalar < 0x80 {
                folded.append(UInt8(truncatingIfNeeded: scalar))
            } else {
                folded.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
            }
        }
        return folded
    }
}
