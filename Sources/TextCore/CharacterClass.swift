/// The classes of characters that reading news needs to tell apart.
public enum CharacterClass: UInt8, Sendable {
    /// White space of any width, line ends and no-break and zero-width spaces included.
    case space
    /// A letter with case, upper.
    case upper
    /// A letter with case, lower.
    case lower
    /// A letter of a script without case (Arabic, Hebrew, Devanagari, Thai, Hangul, …), and modifier letters.
    case letter
    /// A Han ideograph, Hiragana or Katakana: a word by itself when no segmenter is at hand.
    case ideograph
    /// A decimal digit of any script.
    case digit
    /// A combining mark: stays with what precedes it.
    case mark
    /// An apostrophe or a sign used as one (', ’, ʼ).
    case apostrophe
    /// A hyphen or dash of any width.
    case dash
    /// `.`, `!`, `?`, `…` and their kin in other scripts.
    case terminator
    /// A quotation mark other than the apostrophes.
    case quote
    /// An opening bracket.
    case open
    /// A closing bracket.
    case close
    /// Any other punctuation.
    case punctuation
    /// Currency signs.
    case currency
    /// Other symbols.
    case symbol
    /// Controls, format characters and unassigned code points.
    case other

    /// Whether the class can be inside a word.
    @inlinable
    public var isWord: Bool {
        switch self {
        case .upper, .lower, .letter, .digit, .mark: true
        default: false
        }
    }

    /// Whether the class is a letter of any kind.
    @inlinable
    public var isLetter: Bool {
        switch self {
        case .upper, .lower, .letter, .ideograph: true
        default: false
        }
    }

    /// The class of a scalar. O(1): tables below U+0800 and of general punctuation, ranges for ideographs and Hangul, and
    /// the standard library's Unicode properties for the rest.
    @inlinable
    public static func of(_ scalar: UInt32) -> CharacterClass {
        // Most of what is read is letters and spaces of ASCII, which need no table.
        if (scalar | 0x20) &- 0x61 < 26 { return scalar < 0x60 ? .upper : .lower }
        if scalar == 0x20 { return .space }
        if scalar < 0x800 { return lowClass(scalar) }
        return classBeyondTables(scalar)
    }

    @usableFromInline
    static func lowClass(_ scalar: UInt32) -> CharacterClass { lowTable[Int(scalar)] }

    /// Classes of U+0000 ..< U+0800: what UTF-8 writes in one or two bytes.
    private static let lowTable: InlineArray<0x800, CharacterClass> = InlineArray { classify(UInt32($0)) }

    /// Classes of U+2000 ..< U+2070: curly quotation marks, dashes, ellipsis, spaces.
    private static let generalPunctuation: InlineArray<0x70, CharacterClass> = InlineArray { classify(0x2000 + UInt32($0)) }

    @usableFromInline
    static func classBeyondTables(_ scalar: UInt32) -> CharacterClass {
        switch scalar {
        case 0x2000..<0x2070: generalPunctuation[Int(scalar - 0x2000)]
        case 0x4E00...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x4DBF: .ideograph
        case 0xAC00...0xD7A3: .letter
        default: classify(scalar)
        }
    }

    /// The class by special cases first, then by Unicode's general category.
    private static func classify(_ scalar: UInt32) -> CharacterClass {
        switch scalar {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
            return .space
        case 0x27, 0x2019, 0x2BC, 0xFF07: return .apostrophe
        case 0x2D, 0xAD, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return .dash
        case 0x21, 0x2E, 0x3F, 0x37E, 0x589, 0x61D...0x61F, 0x6D4, 0x700...0x702, 0x964, 0x965, 0x104A, 0x104B, 0x1362, 0x1367,
            0x1368, 0x17D4, 0x17D5, 0x1803, 0x1809, 0x203C, 0x203D, 0x2024...0x2026, 0x2047...0x2049, 0x2E2E, 0x3002, 0xFE52,
            0xFE56, 0xFE57, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61:
            return .terminator
        case 0x22, 0x60, 0xAB, 0xB4, 0xBB, 0x2018, 0x201A...0x201F, 0x2032...0x2037, 0x2039, 0x203A, 0x300C...0x300F,
            0x301D...0x301F, 0xFF02, 0xFE41...0xFE44, 0xFF62, 0xFF63:
            return .quote
        case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3031...0x3035, 0x303B, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA,
            0x30FC...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F,
            0x20000...0x3FFFD:
            return .ideograph
        default: break
        }
        guard let unicode = Unicode.Scalar(scalar) else { return .other }
        switch unicode.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: return .upper
        case .lowercaseLetter: return .lower
        case .otherLetter, .modifierLetter, .letterNumber: return .letter
        case .decimalNumber: return .digit
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        case .dashPunctuation: return .dash
        case .openPunctuation: return .open
        case .closePunctuation: return .close
        case .initialPunctuation, .finalPunctuation: return .quote
        case .connectorPunctuation, .otherPunctuation: return .punctuation
        case .currencySymbol: return .currency
        case .mathSymbol, .modifierSymbol, .otherSymbol, .otherNumber: return .symbol
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
        default: return .other
        }
    }

    /// Whether a scalar is an invisible format character between words: a mark of writing direction.
    @inlinable
    static func isDirectionMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C: true
        default: false
        }
    }
}
