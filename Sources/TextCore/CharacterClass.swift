/// The classes of characters that reading news needs to tell apart.
public enum CharacterClass: UInt8, Sendable {
    /// White space other than line ends, no-break and zero-width spaces included.
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

    /// The class of a scalar. O(1): a table below U+0250, ranges for the scripts of news, and the standard
    /// library's Unicode properties for the rest.
    @inlinable
    public static func of(_ scalar: UInt32) -> CharacterClass {
        if scalar < 0x250 { return latinClass(scalar) }
        return classBeyondLatin(scalar)
    }

    @usableFromInline
    static func latinClass(_ scalar: UInt32) -> CharacterClass {
        latinTable[Int(scalar)]
    }

    /// Classes of U+0000 ..< U+0250.
    private static let latinTable: InlineArray<0x250, CharacterClass> = InlineArray { index in
        classify(UInt32(index))
    }

    @usableFromInline
    static func classBeyondLatin(_ scalar: UInt32) -> CharacterClass {
        switch scalar {
        case 0x410...0x42F, 0x400...0x40F: .upper
        case 0x430...0x45F: .lower
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
        case 0x21, 0x2E, 0x3F, 0x203C, 0x203D, 0x2026, 0x2047...0x2049, 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61, 0x61F, 0x6D4,
            0x964,
            0x965, 0x37E, 0x589:
            return .terminator
        case 0x22, 0x60, 0xAB, 0xB4, 0xBB, 0x2018, 0x201A...0x201F, 0x2032...0x2037, 0x2039, 0x203A, 0x300C...0x300F,
            0x301D...0x301F,
            0xFF02, 0xFE41...0xFE44:
            return .quote
        case 0x2E80...0x2FDF, 0x3005, 0x3007, 0x3031...0x3035, 0x303B, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FF,
            0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
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
}
