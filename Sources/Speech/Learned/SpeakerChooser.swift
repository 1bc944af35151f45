internal import Language
internal import TextCore

/// Chooses who of those named near speaks words in marks that no cue claims, by fitted weights, where the rules name nobody, or a
/// phrase that can be nobody: “The mood was grim. ‘We sail at dawn.’”
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
        for index in drafts.indices where isStalled(drafts[index], speakers[index]) {
            guard candidates.situation(of: drafts[index]) == .free, let choice = candidates.choice(of: index) else { continue }
            let best = Self.free.choice(choice.candidates.map(\.features), ruled: choice.ruled)
            let candidate = choice.candidates[best]
            guard best != choice.ruled, candidate.speaker.kind == .person else { continue }
            speakers[index] = candidate.speaker
            if let name = candidate.name {
                let tokens = found.resolver.names[name].tokens
                drafts[index].source = Attribution.Source(mention: tokens, head: tokens, reference: .inherited)
            }
        }
        return (drafts, speakers)
    }

    /// Whether rules can only guess: whole words in marks without a cue, given to nobody or to a phrase that is no role, group or
    /// text.
    private func isStalled(_ draft: Draft, _ speaker: Speaker?) -> Bool {
        draft.kind == .direct && draft.cue == nil && !draft.isJudged
            && speaker.map { $0.kind == .unknown && $0.entity == nil } ?? true
    }
}
