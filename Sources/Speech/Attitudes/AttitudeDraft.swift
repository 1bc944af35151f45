internal import Language
internal import TextCore

/// Content that a predicate gives to a source. Token ranges.
struct AttitudeDraft {
    var type: AttributionType
    /// The token of the predicate, and the words that belong to it.
    var cue: Range<Int>
    var content: Range<Int>
    /// Nobody, where somebody is only said to seem or to be expected.
    var source: Attribution.Source?
    /// What was said, in retold words, rather than what it was about.
    var isRetold = false

    /// As a draft of a quotation. Marks inside are those of titles and terms: they hold no words of the source.
    func draft(in reading: SpeechReading) -> Draft {
        let sentence = reading.text.sentence(ofToken: content.lowerBound)
        return Draft(
            kind: .indirect,
            contents: [content],
            isSpeech: true,
            cue: cue,
            source: source,
            span: nil,
            section: sentence.map { reading.text.sentences[$0].section } ?? 0
        )
    }
}
