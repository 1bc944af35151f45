internal import Language
internal import TextCore

/// Chooses who speaks words in marks that no cue claims, by fitted weights: there rules can only guess.
///
/// Whom pronouns and descriptions stand for is left to the rules: of those, weights make no more right than wrong in news.
///
/// - Complexity: O(*n*) in drafts.
struct SpeakerChooser {
    /// Languages whose quotations the weights were fitted on.
    static let chosen: Set<String> = ["en"]

    private static let free = LogLinearModel<SpeakerFeature>(
        LexiconFile(PackageResources.speaker_weights_txt),
        section: SpeakerSituation.free.rawValue
    )

    let found: SpeechAnalyzer.Found

    /// The drafts and their speakers with those who were chosen. The place that names a speaker becomes the source.
    func chosen() -> (drafts: [Draft], speakers: [Speaker?]) {
        var (drafts, speakers) = (found.drafts, found.speakers)
        guard Self.chosen.contains(found.reading.text.language), !Self.free.isEmpty else { return (drafts, speakers) }
        let candidates = SpeakerCandidates(
            reading: found.reading,
            resolver: found.resolver,
            drafts: found.drafts,
            speakers: found.speakers
        )
        for index in drafts.indices where candidates.situation(of: drafts[index]) == .free {
            guard let choice = candidates.choice(of: index) else { continue }
            let best = Self.free.choice(choice.candidates.map(\.features), ruled: choice.ruled)
            guard best != choice.ruled else { continue }
            let candidate = choice.candidates[best]
            speakers[index] = candidate.speaker
            if let name = candidate.name {
                let tokens = found.resolver.names[name].tokens
                drafts[index].source = Attribution.Source(mention: tokens, head: tokens, reference: .inherited)
            }
        }
        return (drafts, speakers)
    }
}
