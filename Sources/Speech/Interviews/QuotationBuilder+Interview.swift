/// Turns of interviews, whose speakers labels name.
extension QuotationBuilder {
    /// Takes the turns of a period; what else stands in it is their labels. Gives whether there are any.
    mutating func takeTurns(_ period: Range<Int>, _ spans: [Int]) -> Bool {
        let turns = spans.filter { reading.spans[$0].turn != nil }
        guard !turns.isEmpty else { return false }
        for index in turns {
            var draft = draft(index, isSpeech: true)
            draft.isEnded = true
            draft.cue = reading.spans[index].turn?.cue
            draft.source = reading.spans[index].turn?.source.map {
                Attribution.Source(mention: $0.mention, head: $0.name, reference: .noun)
            }
            append(draft)
            draftOfSpan[index] = drafts.count - 1
            periodOfSpan[index] = period
            verdicts[index] = .claimed
        }
        (pending, narrated, opener, unspoken) = (nil, nil, nil, nil)
        unspokenAttributions = []
        lastSpoken = period.upperBound
        return true
    }
}
