internal import Language
internal import TextCore

/// Whom an outlet has its news from: `Reuters reported, citing two officials`, `The newspaper said, citing police, that …`.
extension ProvenanceFinder {
    /// The drafts with whoever is cited for their source, and the outlet as the way by which the words came.
    func withCited(_ drafts: [Draft]) -> [Draft] {
        guard isEnglish else { return drafts }
        return drafts.map { draft in
            guard draft.isSpeech, draft.kind != .direct, let cue = draft.cue, let source = draft.source,
                reading.has(cue.lowerBound, .speech), isMedium(source) || isReport(cue.lowerBound) && isCapitalized(source),
                let cited = cited(by: source, cue: cue)
            else { return draft }
            var draft = draft
            draft.relay = source.head
            draft.source = cited
            return draft
        }
    }

    /// Whether a source is an outlet by name, or a kind of outlet.
    private func isMedium(_ source: Attribution.Source) -> Bool {
        source.reference == .noun
            && source.head.contains { lexicon.outlet.contains(tokens[$0]) || lexicon.medium.contains(tokens[$0]) }
    }

    /// Whether a cue is what outlets alone do with the words of those whom they cite.
    private func isReport(_ cue: Int) -> Bool { Self.reports.contains(tokens[cue].hash) }

    /// Whether a source is a name: capitals alone.
    private func isCapitalized(_ source: Attribution.Source) -> Bool {
        source.reference == .noun
            && source.head.allSatisfy { tokens[$0].isCapitalized && reading.words[$0].isDisjoint(with: [.role, .collective]) }
    }

    private static let reports = Set(["reported", "reports"].map { Hash64.folded($0) })

    /// The people or the office behind “citing” in the sentence of a cue; nil where it cites a text, another outlet or a reason.
    private func cited(by outlet: Attribution.Source, cue: Range<Int>) -> Attribution.Source? {
        let sentence = sentence(around: cue.lowerBound)
        guard
            let citing = sentence.first(where: {
                $0 > outlet.head.lowerBound && reading.isOutside($0) && reading.has($0, .gerund)
                    && lexicon.publishing.contains(tokens[$0]) && reading.isOutside($0 - 1) && reading.isComma($0 - 1)
            }), citing + 1 < sentence.upperBound,
            (min(outlet.head.upperBound, cue.upperBound)..<citing).allSatisfy({ isAround($0, outlet, cue) }),
            let source = SourceFinder(reading: reading).source(after: citing + 1, before: sentence.upperBound),
            source.reference == .noun, !isMedium(source), namesPeople(source.head)
        else { return nil }
        return source
    }

    /// Whether nothing but the frame itself, a time or a place stands at a token.
    private func isAround(_ token: Int, _ outlet: Attribution.Source, _ cue: Range<Int>) -> Bool {
        outlet.mention.contains(token) || cue.contains(token)
            || reading.isOutside(token)
                && (reading.isComma(token) || reading.has(token, [.time, .preposition, .adverb])
                    || tokens[token].kind == .number || tokens[token].isCapitalized)
    }

    private func namesPeople(_ head: Range<Int>) -> Bool {
        guard !head.contains(where: { reading.has($0, .document) || SpeakerResolver.findings.contains(tokens[$0].hash) }) else {
            return false
        }
        return head.contains { reading.has($0, [.role, .collective]) || lexicon.unnamed.contains(tokens[$0]) }
            || reading.text.names.contains { $0.tokens.overlaps(head) && ($0.kind == .person || $0.kind == .organisation) }
    }
}
