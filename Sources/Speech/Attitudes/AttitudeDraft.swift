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

/// Takes of all attitudes those that stand on their own: outside of quoted and retold speech and of each other.
///
/// - Complexity: O(*n* log *n*) in attitudes.
struct AttitudeSelection {
    private let reading: SpeechReading
    /// For each token, whether it lies in a quotation's content.
    private var isTaken: [Bool]

    init(_ reading: SpeechReading, quotations: [Draft]) {
        self.reading = reading
        isTaken = reading.outer.map { $0 >= 0 }
        for draft in quotations where draft.isSpeech {
            for content in draft.contents { for token in content { isTaken[token] = true } }
        }
    }

    /// The attitudes that stand, in order of their content. Of two that overlap, the one whose predicate comes first stands:
    /// a predicate stands before what it governs, mostly.
    mutating func select(_ drafts: [AttitudeDraft]) -> [AttitudeDraft] {
        var selected: [AttitudeDraft] = []
        for draft in drafts.sorted(by: { ($0.cue.lowerBound, $0.content.lowerBound) < ($1.cue.lowerBound, $1.content.lowerBound) }
        ) {
            var draft = draft
            draft.content = trimmed(draft.content)
            guard !draft.content.isEmpty, !draft.cue.contains(where: { isTaken[$0] }),
                !draft.content.contains(where: { isTaken[$0] })
            else { continue }
            for token in draft.content { isTaken[token] = true }
            selected.append(draft)
        }
        return selected.sorted { $0.content.lowerBound < $1.content.lowerBound }
    }

    /// Without marks and conjunctions at its ends.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, isMark(start) || reading.has(start, .coordinator) { start += 1 }
        while end > start, isMark(end - 1) || reading.has(end - 1, .coordinator) { end -= 1 }
        return start..<end
    }

    private func isMark(_ index: Int) -> Bool {
        switch reading.tokens[index].kind {
        case .terminator, .dash, .quote: true
        case .punctuation: !reading.isMark(index, "(") && !reading.isMark(index, ")") && !reading.isMark(index, "%")
        default: false
        }
    }
}
