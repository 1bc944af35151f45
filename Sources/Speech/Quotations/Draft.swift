/// Words given to a source, before the source is resolved to a speaker. Token ranges.
struct Draft {
    var kind: Quotation.Kind
    var contents: [Range<Int>]
    var isSpeech: Bool
    /// Whether it is speech by the judge of marks alone: a few words, too weak to make a statement of their own.
    var isJudged = false
    /// Whether rules know where the content ends, so that no fitted weights and no heads move it.
    var isEnded = false
    var cue: Range<Int>?
    var source: Attribution.Source?
    /// The outlet that tells what its source has said: `Reuters reported, citing two officials`.
    var relay: Range<Int>?
    var span: Int?
    var section: Int
    /// Index of the draft whose marks enclose this one's.
    var enclosing: Int?
}
