internal import TextCore

/// A quotation mark as one scalar or pair of scalars, and what it may do by its shape alone.
enum QuotationMark: Sendable, Hashable {
    /// Marks that can pair with each other.
    enum Family: UInt8, Sendable, Hashable {
        /// “ ” „ ‟
        case curly
        /// " and '' and ＂, and ,, that opens
        case straight
        /// ‘ ’ ‚ ‛
        case singleCurly
        /// '
        case singleStraight
        /// « »
        case guillemet
        /// ‹ ›
        case singleGuillemet
        /// 「 」
        case corner
        /// 『 』
        case whiteCorner
        /// A dash that opens a paragraph of dialogue.
        case dash
        /// A label in front of a turn of an interview.
        case label

        /// Families whose words stand in no marks.
        var isUnmarked: Bool { self == .dash || self == .label }

        /// Families whose marks also serve as apostrophes and primes.
        var isSingle: Bool { self == .singleCurly || self == .singleStraight }

        /// Whether a mark of this family may close one of `other`, as slips of the keyboard do.
        func mayClose(_ other: Family) -> Bool {
            self == other || (self == .curly && other == .straight) || (self == .straight && other == .curly)
                || (self == .singleCurly && other == .singleStraight) || (self == .singleStraight && other == .singleCurly)
        }
    }

    /// What a mark's shape says about its side.
    enum Side: UInt8, Sendable, Hashable {
        /// Opens in every convention.
        case opening
        /// Closes wherever something is open, else opens (” in Swedish).
        case closing
        /// “ and ‘: open in most conventions and close „ and ‚ in German.
        case openingOrGerman
        /// By context alone.
        case either
        /// « and »: open or close by language.
        case leftGuillemet, rightGuillemet
    }

    /// The family and side of the mark that `token` is; nil for other apostrophe-like signs.
    static func read(_ bytes: Span<UInt8>, _ token: Token) -> (family: Family, side: Side)? {
        guard token.kind == .quote, Int(token.start) < bytes.count else { return nil }
        let length = Int(token.end) - Int(token.start)
        switch bytes.scalar(at: Int(token.start)).value {
        case 0x22, 0xFF02: return (.straight, .either)
        case 0x27: return length == 2 ? (.straight, .either) : (.singleStraight, .either)
        case 0x2C: return length == 2 ? (.straight, .opening) : nil
        case 0x60: return length == 2 ? (.straight, .opening) : (.singleStraight, .opening)
        case 0x201C: return (.curly, .openingOrGerman)
        case 0x201D: return (.curly, .closing)
        case 0x201E, 0x201F: return (.curly, .opening)
        case 0x2018, 0x201B: return (.singleCurly, .openingOrGerman)
        case 0x2019: return (.singleCurly, .closing)
        case 0x201A: return (.singleCurly, .opening)
        case 0xAB: return (.guillemet, .leftGuillemet)
        case 0xBB: return (.guillemet, .rightGuillemet)
        case 0x2039: return (.singleGuillemet, .leftGuillemet)
        case 0x203A: return (.singleGuillemet, .rightGuillemet)
        case 0x300C, 0xFE41: return (.corner, .opening)
        case 0x300D, 0xFE42: return (.corner, .closing)
        case 0x300E, 0xFE43: return (.whiteCorner, .opening)
        case 0x300F, 0xFE44: return (.whiteCorner, .closing)
        case 0x301D: return (.curly, .opening)
        case 0x301E, 0x301F: return (.curly, .closing)
        default: return nil
        }
    }
}
