internal import Language
internal import TextCore

/// Chooses where retold content ends among the places of its sentence, by fitted weights: rules of function words see where a
/// clause may end, but not whether it does.
///
/// - Complexity: O(*n*) in drafts and their sentences.
struct ContentEndChooser {
    /// Languages whose sentences the weights were fitted on.
    static let chosen: Set<String> = ["en"]

    let reading: SpeechReading
    let model: LogLinearModel<ContentEndFeature>

    /// The embedded weights: with heads the rules know more, so that their choice weighs more.
    private static let lexical = LogLinearModel<ContentEndFeature>(
        LexiconFile(PackageResources.content_end_weights_txt),
        section: "lexical"
    )
    private static let headed = LogLinearModel<ContentEndFeature>(
        LexiconFile(PackageResources.content_end_weights_txt),
        section: "heads"
    )

    init(reading: SpeechReading) {
        self.reading = reading
        model = reading.text.syntax == nil ? Self.lexical : Self.headed
    }

    init(reading: SpeechReading, model: LogLinearModel<ContentEndFeature>) {
        self.reading = reading
        self.model = model
    }

    /// The drafts with the ends that were chosen.
    func ended(_ drafts: [Draft]) -> [Draft] {
        guard Self.chosen.contains(reading.text.language), !model.isEmpty else { return drafts }
        var ended = drafts
        for (index, choice) in choices(among: drafts) {
            let best = model.choice(choice.features, ruled: choice.ruled)
            if best != choice.ruled { ended[index].contents = [choice.content.lowerBound..<choice.ends[best]] }
        }
        return ended
    }

    /// The choices that drafts leave, with their indices.
    func choices(among drafts: [Draft]) -> [(draft: Int, choice: ContentEnds.Choice)] {
        let places = ContentEnds(reading: reading)
        var isTaken = [Bool](repeating: false, count: reading.tokens.count)
        for draft in drafts where draft.isSpeech {
            for range in draft.contents + [draft.cue, draft.source?.mention].compactMap({ $0 }) {
                for token in range { isTaken[token] = true }
            }
        }
        return drafts.indices.compactMap { index in
            places.choice(of: drafts[index], isTaken: isTaken).map { (index, $0) }
        }
    }
}
