internal import Language
internal import TextCore

/// A cue with its source and the content that it owns, all as token ranges of one reading.
struct Attribution: Sendable {
    /// How the source is given.
    enum Reference: Sendable, Hashable {
        case noun, pronoun, relative
        /// Taken over from an attribution before.
        case inherited
    }

    /// The words of the source as they stand, apposition included.
    struct Source: Sendable, Hashable {
        var mention: Range<Int>
        /// Its first noun phrase, without apposition.
        var head: Range<Int>
        var reference: Reference
    }

    /// The cue's words.
    var cue: Range<Int>
    var word: WordClass
    var source: Source?
    /// The frame that is no content: cue, source, addressee.
    var frame: Range<Int>
    /// Content before the frame.
    var left: Range<Int>?
    /// Content behind the frame.
    var right: Range<Int>?
    /// Whether the right content opens with a complementizer, colon or mark, so that it is content for certain.
    var isMarked = false
    /// Whether the frame stands inside one content: left and right belong together.
    var isSplit = false
    /// Whether it is passive ("was asked"): it goes on with the content that it stands in.
    var isPassive = false
    /// Whether nobody in particular says it: a passive without an agent, a plural without a subject.
    var isImpersonal = false
    /// Whether the end of the right content is known.
    var isEnded = false
    /// Whether the frame ends in a colon with nothing behind it: the next period holds the content.
    var isPending = false
    /// Whether somebody else is quoted in the right content: `Moss said that Hill had told her: “…”`.
    var holdsQuoted = false

    /// Whether it gives words that another has said: «цитирует Пескова РИА Новости».
    func isQuoting(in reading: SpeechReading) -> Bool {
        guard let lexicon = ProvenanceLexicon.of(reading.text.language) else { return false }
        return cue.contains { lexicon.quoting.contains(reading.tokens[$0]) }
    }
}
