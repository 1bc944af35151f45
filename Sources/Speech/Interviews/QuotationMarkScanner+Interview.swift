internal import Language

/// The turns of interviews among the spans: what stands in marks inside them is quoted there.
extension QuotationMarkScanner {
    /// Adds the turns of an interview; `words` are the classes of the tokens. A dash that opens a turn opens no dialogue; marks reach over no end of a turn.
    mutating func addInterview(_ words: [WordClass]) {
        let turns = InterviewReader.turns(of: text, words: words, marked: spans)
        guard !turns.isEmpty else { return }
        var kept: [MarkedSpan] = []
        var next = 0
        var covered: Set<Int> = []
        spans.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        for span in spans {
            while next < turns.count, turns[next].tokens.upperBound <= span.tokens.lowerBound { next += 1 }
            guard next < turns.count, turns[next].tokens.overlaps(span.tokens) else {
                kept.append(span)
                continue
            }
            if span.family == .dash { continue }
            let turn = turns[next].tokens
            if span.tokens.lowerBound < turn.lowerBound {
                covered.insert(next)
                kept.append(span)
            } else {
                kept.append(span.tokens.upperBound > turn.upperBound ? span.cut(before: turn.upperBound) : span)
            }
        }
        spans = kept + turns.indices.filter { !covered.contains($0) }.map { turns[$0] }
    }
}
