/// What a token is.
public enum TokenKind: UInt8, Sendable {
    /// Letters, perhaps with marks and inner digits.
    case word
    /// Starts with a digit: `1.5`, `17,000`, `1990s`, `5th`.
    case number
    /// One ideograph or kana.
    case ideograph
    /// A clitic split off a word: `'s`, `’re`, or an elided article in front of one (`l’`, `qu'`).
    case clitic
    /// A quotation mark, or an apostrophe outside a word, or two of them as a typewriter's quotation mark (``, '').
    case quote
    /// One or more sentence terminators: `.`, `?!`, `...`.
    case terminator
    /// A hyphen or dash, or several in a row.
    case dash
    /// Any other punctuation mark, one at a time.
    case punctuation
    /// A currency sign or other symbol.
    case symbol
}

/// How a word is written.
public struct TokenShape: OptionSet, Sendable, Hashable {
    /// The flags.
    public let rawValue: UInt8
    /// Makes a shape of flags.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The first letter is upper case.
    public static let capitalized = TokenShape(rawValue: 1)
    /// No letter is lower case and at least two are upper case.
    public static let allCaps = TokenShape(rawValue: 2)
    /// Holds an upper-case letter after a lower-case one (`McCain`, `iPhone`).
    public static let mixedCase = TokenShape(rawValue: 4)
    /// Holds a digit.
    public static let hasDigit = TokenShape(rawValue: 8)
    /// White space or the start of the text stands right before it.
    public static let afterSpace = TokenShape(rawValue: 16)
    /// A line end stands between it and the token before.
    public static let afterLineBreak = TokenShape(rawValue: 32)
    /// Holds bytes beyond ASCII.
    public static let beyondASCII = TokenShape(rawValue: 64)
}

/// A token: where it stands, what it is, and the hash of its case-folded form (``Hash64/folded(_:)``).
public struct Token: Sendable, Hashable {
    /// Byte offset of the first byte.
    public let start: UInt32
    /// Byte offset after the last byte.
    public let end: UInt32
    /// Hash of the case-folded bytes.
    public let hash: UInt64
    /// What it is.
    public let kind: TokenKind
    /// How it is written.
    public let shape: TokenShape

    /// Makes a token.
    @inlinable
    public init(start: UInt32, end: UInt32, hash: UInt64, kind: TokenKind, shape: TokenShape) {
        self.start = start
        self.end = end
        self.hash = hash
        self.kind = kind
        self.shape = shape
    }

    /// Its byte range.
    @inlinable
    public var range: Range<Int> { Int(start)..<Int(end) }

    /// Whether it is a word or an ideograph.
    @inlinable
    public var isWord: Bool { kind == .word || kind == .ideograph }

    /// Whether white space stands before it.
    @inlinable
    public var followsSpace: Bool { shape.contains(.afterSpace) }

    /// Whether its first letter is upper case.
    @inlinable
    public var isCapitalized: Bool { shape.contains(.capitalized) }
}
