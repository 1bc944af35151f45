internal import Language
internal import TextCore

/// Resolves sources to speakers: mentions to the fullest name that the article gives.
struct SpeakerResolver {
    let reading: SpeechReading

    init(_ reading: SpeechReading) { self.reading = reading }

    /// The quotations of drafts, in order of their places.
    func quotations(of drafts: [Draft]) -> [Quotation] {
        let order = drafts.indices.sorted {
            (drafts[$0].contents.first?.lowerBound ?? 0, $0) < (drafts[$1].contents.first?.lowerBound ?? 0, $1)
        }
        return order.map { index in
            let draft = drafts[index]
            let contents = draft.contents.map(reading.bytes)
            return Quotation(
                kind: draft.kind,
                content: contents,
                isSpeech: draft.isSpeech,
                cue: draft.cue.map(reading.bytes),
                mention: draft.source.map { reading.bytes($0.mention) },
                speaker: draft.source.map { Speaker(name: reading.text.text[reading.bytes($0.head)], kind: .unknown) },
                form: .sentence,
                damage: draft.span.flatMap { reading.spans[$0].damage },
                enclosing: nil,
                section: draft.section
            )
        }
    }
}
