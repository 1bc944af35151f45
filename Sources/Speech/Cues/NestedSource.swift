internal import Language
internal import TextCore

/// Who is quoted inside a quotation: the cue in the outer speaker's own words, and the phrase in front of it.
struct NestedSource {
    private let reading: SpeechReading

    /// How many tokens stand between the cue and the marks, and between the source and the cue.
    private static let reach = (cue: 4, source: 3, phrase: 4, clause: 8)

    init(_ reading: SpeechReading) { self.reading = reading }

    /// What an outer speaker says of words in marks inside his own.
    struct Cue {
        /// The verb of speaking right in front of them.
        var cue: Range<Int>
        /// Its subject.
        var source: Attribution.Source?
        /// Whether that is the outer speaker.
        var isOwn: Bool
        /// Whether somebody did say the words: `he told me, ‘Go home’`; not `people will say ‘enough’`.
        var isTold: Bool
    }

    /// The verb of speaking right in front of a span inside a span; nil where nobody is said to speak the words in the inner
    /// marks.
    func cue(of span: Int) -> Cue? {
        guard let outer = reading.spans[span].enclosing else { return nil }
        let start = reading.spans[span].tokens.lowerBound
        let low = max(reading.spans[outer].content.lowerBound, start - Self.reach.cue)
        guard low < start,
            let verb = (low..<start).last(where: { index in
                reading.tokens[index].kind == .word && !reading.tokens[index].isCapitalized
                    && reading.has(index, [.speech, .tell]) && !reading.has(index, [.gerund, .document])
            }), !((verb + 1)..<start).contains(where: { reading.tokens[$0].kind == .terminator })
        else { return nil }
        let opening = reading.spans[outer].content.lowerBound
        return Cue(
            cue: verb..<(verb + 1),
            source: source(before: verb, from: opening),
            isOwn: isOwn(verb, from: opening),
            isTold: isTold(verb, before: start, from: opening)
        )
    }

    /// Whether a finite verb that nothing makes a supposition opens marks as frames do: with a comma, a colon, or nothing.
    private func isTold(_ verb: Int, before mark: Int, from low: Int) -> Bool {
        guard reading.isComma(mark - 1) || reading.isColon(mark - 1) || mark == verb + 1 && isSentence(behind: mark) else {
            return false
        }
        guard reading.text.language == "en" else { return true }
        let bytes = reading.text.text.bytes[reading.tokens[verb].range]
        if reading.has(verb, .present), bytes.last != UInt8(ascii: "s") { return false }
        if verb > low, reading.has(verb - 1, [.determiner, .possessive, .preposition]) { return false }
        var index = verb - 1
        while index >= low, verb - index <= Self.reach.clause, reading.tokens[index].kind != .terminator,
            reading.tokens[index].kind != .quote
        {
            if Self.supposing.contains(reading.tokens[index].hash) { return false }
            index -= 1
        }
        return true
    }

    /// Whether marked words start with a capital and end like a sentence.
    private func isSentence(behind mark: Int) -> Bool {
        guard mark + 1 < reading.tokens.count, reading.tokens[mark + 1].isCapitalized,
            let close = ((mark + 1)..<reading.tokens.count).first(where: { reading.tokens[$0].kind == .quote })
        else { return false }
        return reading.tokens[close - 1].kind == .terminator || reading.isComma(close - 1)
    }

    private static let supposing = Set(
        "would could might may can should must will 'll 'd to if whether unless not n't never nobody when whenever"
            .split(separator: " ").map { Hash64.folded($0) }
    )

    /// `“I told him, ‘Go home,’” she said`: whether the outer speaker quotes himself.
    private func isOwn(_ verb: Int, from low: Int) -> Bool {
        var index = verb - 1
        while index >= low, reading.has(index, [.adverb, .auxiliary]), !reading.has(index, .firstPerson) { index -= 1 }
        return index >= low && reading.has(index, .firstPerson) && reading.has(index, .subject)
    }

    private func source(before verb: Int, from low: Int) -> Attribution.Source? {
        var last = verb - 1
        let stop = max(low, verb - Self.reach.source)
        while last >= stop, reading.has(last, [.adverb, .auxiliary]) { last -= 1 }
        guard last >= stop, reading.tokens[last].kind == .word, !reading.has(last, .relative) else { return nil }
        if reading.has(last, .subject) {
            guard !reading.has(last, .firstPerson), reading.has(last, [.masculine, .feminine, .plural]) else { return nil }
            return Attribution.Source(mention: last..<(last + 1), head: last..<(last + 1), reference: .pronoun)
        }
        if let name = reading.text.names.last(where: { $0.tokens.upperBound == last + 1 }) {
            return Attribution.Source(mention: name.tokens, head: name.tokens, reference: .noun)
        }
        let first = (max(low, last - Self.reach.phrase)...last).last { reading.has($0, [.determiner, .possessive]) }
        guard let first, first < last, (first...last).allSatisfy({ reading.tokens[$0].kind == .word }) else { return nil }
        return Attribution.Source(mention: first..<(last + 1), head: first..<(last + 1), reference: .noun)
    }
}
