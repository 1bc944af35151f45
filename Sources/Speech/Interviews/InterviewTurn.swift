/// What one person says in an interview: paragraphs that no marks stand around.
struct InterviewTurn: Sendable, Hashable {
    /// The mark behind the label, which stands for the verb of speaking.
    var cue: Range<Int>?
    /// Who speaks: the label, or the place that names the one who is interviewed; nil for whoever asks, without a name.
    var source: Source?

    /// Whose turn it is.
    struct Source: Sendable, Hashable {
        /// The words that stand for the speaker.
        var mention: Range<Int>
        /// Where he or she is named: the label's own words, or a place elsewhere.
        var name: Range<Int>
    }
}
