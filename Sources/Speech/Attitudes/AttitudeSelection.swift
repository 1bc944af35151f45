internal import Language
internal import TextCore

/// Takes of all attitudes those that stand on their own: outside of quoted and retold speech and of each other.
///
/// - Complexity: O(*n* log *n*) in attitudes.
struct AttitudeSelection {
    private let reading: SpeechReading
    /// For each token, whether it lies in the content, the cue or the source of a quotation, or in an attitude's content.
    private var isTaken: [Bool]

    init(_ reading: SpeechReading, quotations: [Draft]) {
        self.reading = reading
        isTaken = reading.outer.map { $0 >= 0 }
        for draft in quotations where draft.isSpeech {
            for content in draft.contents {
                for token in content { isTaken[token] = true }
                // The word that opens a retold clause goes with it.
                if draft.kind != .direct, content.lowerBound > 0, reading.has(content.lowerBound - 1, .complementizer) {
                    isTaken[content.lowerBound - 1] = true
                }
            }
            for token in draft.cue ?? 0..<0 { isTaken[token] = true }
            for token in draft.source?.head ?? 0..<0 { isTaken[token] = true }
        }
    }

    /// `promised “jobs, jobs, jobs” and lower taxes`, `praised it as a “great day”`: where quoted words stand inside of what a
    /// predicate governs and no nearer cue claims them, the whole is mixed content.
    static func widen(_ quotations: inout [Draft], by attitudes: [AttitudeDraft], in reading: SpeechReading) {
        var starts: [Int: Int] = [:]
        for (index, draft) in quotations.enumerated() where draft.isSpeech && draft.kind == .direct && draft.contents.count == 1 {
            if let start = draft.contents.first?.lowerBound { starts[start] = index }
        }
        for attitude in attitudes {
            let marked = attitude.content.filter { starts[$0] != nil }
            guard let start = marked.first, marked.count == 1, let index = starts[start],
                let content = quotations[index].contents.first,
                let span = quotations[index].span.map({ reading.spans[$0].tokens }),
                attitude.content.lowerBound < span.lowerBound, attitude.content.upperBound >= content.upperBound,
                attitude.content.allSatisfy({ reading.isOutside($0) || span.contains($0) }),
                isNearer(attitude.cue, than: quotations[index].cue, to: content)
            else { continue }
            quotations[index].kind = .mixed
            let isNamed =
                MarkWords.english.naming.contains(reading.tokens[attitude.cue.lowerBound].hash)
                && reading.endsNaming(span.upperBound, before: attitude.content.upperBound)
            let end = isNamed ? span.upperBound : max(attitude.content.upperBound, span.upperBound)
            quotations[index].contents = [attitude.content.lowerBound..<end]
            quotations[index].isEnded = isNamed
            quotations[index].cue = attitude.cue
            quotations[index].source = attitude.source ?? quotations[index].source
        }
    }

    /// Whether a predicate stands between another cue and content, or is the only one.
    private static func isNearer(_ cue: Range<Int>, than other: Range<Int>?, to content: Range<Int>) -> Bool {
        guard cue.upperBound <= content.lowerBound else { return false }
        guard let other else { return true }
        return other == cue || other.upperBound <= cue.lowerBound
    }

    /// The attitudes that stand, in order of their content. Of two that overlap, the one whose predicate comes first stands:
    /// a predicate stands before what it governs, mostly.
    mutating func select(_ drafts: [AttitudeDraft]) -> [AttitudeDraft] {
        var selected: [AttitudeDraft] = []
        for draft in drafts.sorted(by: { ($0.cue.lowerBound, $0.content.lowerBound) < ($1.cue.lowerBound, $1.content.lowerBound) }
        ) {
            var draft = draft
            draft.content = trimmed(withoutOccasion(withoutAgent(draft.content, draft.source), of: draft.type))
            guard !draft.content.allSatisfy(isOnlyTime), !reading.isCompounded(draft.cue.lowerBound),
                !reading.isCitation(draft.cue.lowerBound),
                !draft.cue.contains(where: { isTaken[$0] }),
                !draft.content.contains(where: { isTaken[$0] })
            else { continue }
            for token in draft.content { isTaken[token] = true }
            selected.append(draft)
        }
        return selected.sorted { $0.content.lowerBound < $1.content.lowerBound }
    }

    /// `was asked to leave by the owner`: whoever asks is no part of what is asked.
    private func withoutAgent(_ content: Range<Int>, _ source: Attribution.Source?) -> Range<Int> {
        guard let agent = source?.mention.lowerBound, agent - 1 > content.lowerBound, content.contains(agent),
            reading.tokens[agent - 1].hash == CueReader.by
        else { return content }
        return content.lowerBound..<(agent - 1)
    }

    /// `confirmed the transfer in a statement`: on what occasion somebody says it is no part of what is said.
    private func withoutOccasion(_ content: Range<Int>, of type: AttributionType) -> Range<Int> {
        guard type == .assertion, reading.text.language == "en" else { return content }
        for index in content.dropFirst() {
            guard reading.isOutside(index), !reading.has(index, [.auxiliary, .complementizer, .relative]),
                reading.tokens[index].hash != CueReader.to
            else { return content }
            if reading.opensOccasion(index, before: content.upperBound) { return content.lowerBound..<index }
        }
        return content
    }

    /// Without marks and conjunctions at its ends.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, isMark(start) || reading.has(start, .coordinator) { start += 1 }
        while end > start, isMark(end - 1) || reading.has(end - 1, .coordinator) { end -= 1 }
        // `A “green corridor” was promised`: a title or term keeps both its marks.
        if end > start, end < reading.tokens.count, reading.tokens[end].kind == .quote, reading.isInAside[end],
            reading.isInAside[end - 1]
        {
            end += 1
        }
        return start..<end
    }

    /// `The council voted on Monday`: a day or a determiner is nothing that anybody thinks or wants.
    private func isOnlyTime(_ index: Int) -> Bool {
        reading.has(index, [.time, .determiner]) || reading.tokens[index].kind == .number
    }

    private func isMark(_ index: Int) -> Bool {
        switch reading.tokens[index].kind {
        case .terminator, .dash: true
        // The mark of a title or a term closes what the content holds.
        case .quote: !reading.isInAside[index]
        case .punctuation: !reading.isMark(index, "(") && !reading.isMark(index, ")") && !reading.isMark(index, "%")
        default: false
        }
    }
}
