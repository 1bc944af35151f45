/// Simple case folding: one scalar to one scalar, apostrophes to `'` and dashes to `-`.
public enum CaseFolding {
    /// The folded form of a scalar. Scalars whose lower case takes several scalars stay as they are.
    @inlinable
    public static func fold(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return (scalar &- 0x41) < 26 ? scalar | 0x20 : scalar }
        return foldBeyondASCII(scalar)
    }

    @usableFromInline
    static func foldBeyondASCII(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xC0...0xDE: return scalar == 0xD7 ? scalar : scalar + 0x20
        case 0xDF...0xFF: return scalar
        case 0x410...0x42F: return scalar + 0x20
        case 0x400...0x40F: return scalar + 0x50
        case 0x430...0x45F: return scalar
        case 0x2018, 0x2019, 0x2BC, 0xFF07, 0xB4: return 0x27
        case 0x2010...0x2015, 0x2212, 0xFF0D: return 0x2D
        case 0x2E80...0xABFF, 0xAC00...0xD7A3: return scalar
        default: break
        }
        guard let unicode = Unicode.Scalar(scalar) else { return scalar }
        let lower = unicode.properties.lowercaseMapping.unicodeScalars
        guard let first = lower.first, lower.count == 1 else { return scalar }
        return first.value
    }

    /// The folded form of a string, for lexicons and tests. O(*n*).
    public static func fold(_ string: some StringProtocol) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in string.unicodeScalars {
            folded.append(Unicode.Scalar(fold(scalar.value)) ?? scalar)
        }
        return String(folded)
    }
}
