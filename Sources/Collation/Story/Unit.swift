internal import Language
internal import Speech
internal import TextCore

/// A content word of a unit.
struct Term: Sendable, Hashable {
    /// Hash of its stem.
    let stem: UInt64
    /// Index of its token in the article.
    let token: Int
    /// Whether it stands inside quotation marks.
    let isQuoted: Bool
    /// Whether it only says who speaks: a word of a cue or a source.
    let isFrame: Bool
    /// Whether a negation governs it: the first content word behind "not", "no", "never".
    let isNegated: Bool
    /// Whether a verb that negates governs it: the first content word behind "denied", "ruled out", but for days.
    let isDenied: Bool
    /// Whether it is written as a name.
    let isName: Bool
}

/// What is compared: one sentence of one article, with its statements (clauses) as the places that witnesses point at.
///
/// Sentences, because readers judge whole sentences alike and clauses alone say too little; the clause that carries a
/// match is found afterwards, when the witnesses of a statement are placed.
struct Unit: Sendable {
    /// Index of its article.
    let article: Int
    /// Index of its sentence in the article's text.
    let sentence: Int
    /// Index of its section.
    let section: Int
    /// What its section is.
    let role: TextSection.Role
    /// Its bytes.
    let range: Range<Int>
    /// Its tokens.
    let tokens: Range<Int>
    /// Number among its article's units, and how many those are.
    let order: Int
    let count: Int
    /// Its content words in order.
    let terms: [Term]
    /// Hashes of all its words in order, those of grammar too.
    let words: [UInt64]
    /// Stems of content words written as names.
    let names: Set<UInt64>
    /// Stems of people that it speaks of by name, or by pronoun.
    let people: Set<UInt64>
    /// Stems of people that only a pronoun, or being quoted, refers to.
    let referents: Set<UInt64>
    /// Values of its figures, as text hashes.
    let figures: Set<UInt64>
    /// Days that it names.
    let days: Set<UInt64>
    let isNegated: Bool
    /// Share of its content words inside quotation marks, 0–1.
    let quotedShare: Double
    /// Statements of the article's ``SpeechAnalysis`` in this sentence.
    let statements: Range<Int>
    /// Who speaks in it, by what the articles have in common: folded last name, or the words of a role.
    let speakers: Set<SpeakerKey>
}

extension Unit {
    var isHeadline: Bool { role == .headline }

    /// Hash of all its words: equal for units that read the same.
    var wording: UInt64 {
        var hash = Hash64()
        for word in words { hash.combine(word) }
        return hash.value
    }
}

extension Hash64 {
    /// Adds the eight bytes of a hash.
    mutating func combine(_ other: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { combine(UInt8(truncatingIfNeeded: other >> UInt64(shift))) }
    }
}
