extension SpeakerResolver {
    /// The speakers of quotations and of attitudes, in one walk over the text: an attitude's “he” is understood by who spoke
    /// before it, but only who speaks is remembered for what follows.
    mutating func speakers(of drafts: [Draft], attitudes: [Draft]) -> (drafts: [Speaker?], attitudes: [Speaker?]) {
        // Quotations count up from 0, attitudes down from -1.
        var places: [(draft: Draft, index: Int)] = []
        for index in drafts.indices { places.append((drafts[index], index)) }
        for index in attitudes.indices { places.append((attitudes[index], ~index)) }
        let order = places.sorted { first, second in
            let start = first.draft.source?.mention.lowerBound ?? .max
            let other = second.draft.source?.mention.lowerBound ?? .max
            return start != other ? start < other : first.index < second.index
        }
        var speakers = [Speaker?](repeating: nil, count: drafts.count)
        var ofAttitudes = [Speaker?](repeating: nil, count: attitudes.count)
        for (draft, index) in order {
            guard let source = draft.source else { continue }
            if index >= 0 {
                speakers[index] = speaker(of: source)
            } else {
                ofAttitudes[~index] = speakerOf[source.mention] ?? resolve(source)
            }
        }
        for index in drafts.indices where drafts[index].source == nil { speakers[index] = topic(before: drafts[index]) }
        return (speakers, ofAttitudes)
    }
}
