internal import Language
internal import TextCore

/// Which quotation marks and brackets belong together, so that a range of tokens shows both of a pair or none.
struct MarkPairs {
    /// For each token, the token of its partner; -1 for tokens that are no mark, and for marks without a partner.
    private var partners: [Int32]

    init(_ reading: SpeechReading) {
        partners = Array(repeating: -1, count: reading.tokens.count)
        for span in reading.spans {
            let first = span.tokens.lowerBound
            let last = span.tokens.upperBound - 1
            guard first < last, span.contents.count == 1, reading.tokens[first].kind == .quote,
                reading.tokens[last].kind == .quote,
                !span.content.contains(first), !span.content.contains(last)
            else { continue }
            pair(first, last)
        }
        for sentence in reading.text.sentences {
            var open: [Int] = []
            for index in sentence.tokens where reading.tokens[index].kind == .punctuation {
                switch CharacterClass.of(reading.text.text.span.scalar(at: Int(reading.tokens[index].start)).value) {
                case .open: open.append(index)
                case .close: if let first = open.popLast() { pair(first, index) }
                default: break
                }
            }
        }
    }

    private mutating func pair(_ first: Int, _ last: Int) {
        partners[first] = Int32(clamping: last)
        partners[last] = Int32(clamping: first)
    }

    /// The partner of a mark, if it has one.
    func partner(of index: Int) -> Int? { partners[index] < 0 ? nil : Int(partners[index]) }
}
