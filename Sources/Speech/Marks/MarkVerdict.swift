/// What the rules make of a marked span.
enum MarkVerdict: Sendable, Hashable {
    /// A title, a term, words at arm's length: read as if it had no marks.
    case aside
    /// The same, inside words that are retold.
    case held
    /// A cue owns it.
    case claimed
    /// It is a part of content that is longer.
    case mixed
    /// No cue owns it, but it reads as somebody's words.
    case speech
    /// No cue owns it, and it does not.
    case noSpeech

    /// Whether it is reported as words that were said.
    var isSpeech: Bool {
        switch self {
        case .aside, .noSpeech: false
        case .held, .claimed, .mixed, .speech: true
        }
    }
}
