internal import Language

/// What stands around a cue that is a verb: all that says who its subject can be.
struct CueSite {
    /// The tokens of the cue.
    let cue: Range<Int>
    let word: WordClass
    /// Where the verb's auxiliaries and adverbs begin.
    let groupStart: Int
    let isInfinitive: Bool
    /// Whether the source is whoever “by” names.
    let isPassive: Bool
    /// Sources in front stand no further back.
    let low: Int
    /// The attribution in front, whose source may go on.
    let previous: Attribution?

    /// The token in front of the verb group.
    var before: Int { groupStart - 1 }
    var isAfterRelative: Bool { previous?.source?.reference == .relative }
    /// Whether the subject may stand behind the verb.
    var mayInvert: Bool { !word.isDisjoint(with: [.speech, .manner, .tell]) }
}

/// The subject of a cue, and where it stands.
struct CueSubject {
    /// None where the sentence does not say who.
    var source: Attribution.Source?
    /// Whether it stands behind the cue.
    var isInverted = false
    /// Whether the frame only says who spread words of which another is the source.
    var isTail = false
}
