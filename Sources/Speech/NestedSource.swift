internal import Language
internal import TextCore

/// Who is quoted inside a quotation: the cue in the outer speaker's own words, and the phrase in front of it.
struct NestedSource {
    private let reading: SpeechReading

    /// How many tokens stand between the cue and the marks, and between the source and the cue.
    private static let reach = (cue: 4, source: 3, phrase: 4)

    init(_ reading: SpeechReading) { self.reading = reading }

    /// The verb of speaking right in front of a span inside a span, its subject where that is a name or a noun phrase, and whether
    /// it is the outer speaker; nil where nobody is said to speak the words in the inner marks.
    func cue(of span: Int) -> (cue: Range<Int>, source: Attribution.Source?, isOwn: Bool)? {
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
        return (verb..<(verb + 1), source(before: verb, from: opening), isOwn(verb, from: opening))
    }

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
        guard last >= stop, reading.tokens[last].kind == .word, !reading.has(last, [.subject, .relative]) else { return nil }
        if let name = reading.text.names.last(where: { $0.tokens.upperBound == last + 1 }) {
            return Attribution.Source(mention: name.tokens, head: name.tokens, reference: .noun)
        }
        let first = (max(low, last - Self.reach.phrase)...last).last { reading.has($0, [.determiner, .possessive]) }
        guard let first, first < last, (first...last).allSatisfy({ reading.tokens[$0].kind == .word }) else { return nil }
        return Attribution.Source(mention: first..<(last + 1), head: first..<(last + 1), reference: .noun)
    }
}
