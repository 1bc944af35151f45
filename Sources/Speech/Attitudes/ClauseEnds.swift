internal import Language
internal import TextCore

/// Corrects retold content by heads: it ends where the clause that the cue governs ends, and there is none where the cue is a
/// noun before another (`state fairs`).
///
/// - Complexity: O(*n*) in drafts.
struct ClauseEnds {
    let reading: SpeechReading
    let syntax: Syntax

    /// The drafts that stand.
    func standing(among drafts: [Draft]) -> [Draft] {
        var places = [Int?](repeating: nil, count: drafts.count)
        var kept: [Draft] = []
        for (index, draft) in drafts.enumerated() where draft.kind != .indirect || !hasNounForCue(draft) {
            places[index] = kept.count
            kept.append(draft)
        }
        for index in kept.indices { kept[index].enclosing = kept[index].enclosing.flatMap { places[$0] } }
        return kept
    }

    /// Whether the grammar takes the cue for a common noun with words of its own before it, or before another noun. Capitals
    /// mislead it, and headlines have them.
    private func hasNounForCue(_ draft: Draft) -> Bool {
        guard let cue = draft.cue?.lowerBound, reading.has(cue, .verbCue), !reading.tokens[cue].isCapitalized,
            syntax.tags[cue] == .noun || syntax.tags[cue] == .plural
        else { return false }
        if syntax.relations[cue] == .compound { return true }
        // `repeated warnings from his attorney that`
        if CueReader.isMade(cue, reading) { return false }
        // `Tarrant’s claim that the pier was safe`: a noun that says.
        if cue + 1 < reading.tokens.count, reading.has(cue + 1, .complementizer), syntax.child(of: cue, .possessor) != nil {
            return false
        }
        return syntax.child(of: cue, .determiner, .numericModifier, .adjectivalModifier, .possessor, .compound).map { $0 < cue }
            ?? false
    }

    /// The drafts with their right ends by heads. Starts stay, and so does what the cue stands behind.
    func ended(_ drafts: [Draft]) -> [Draft] {
        drafts.map { draft in
            guard draft.kind != .direct, !draft.isEnded, draft.contents.count == 1, let content = draft.contents.first,
                let cue = draft.cue?.lowerBound, cue < content.lowerBound, let end = end(of: cue, content)
            else { return draft }
            var draft = draft
            draft.contents = [content.lowerBound..<end]
            return draft
        }
    }

    /// Where the clause that a cue governs ends; nil without one that starts with the content.
    private func end(of cue: Int, _ content: Range<Int>) -> Int? {
        guard
            let clause = syntax.children(of: cue).first(where: {
                $0 > cue && (syntax.relations[$0] == .clausalComplement || syntax.relations[$0] == .openComplement)
                    && content.contains($0)
            })
        else { return nil }
        let subtree = syntax.subtree(of: clause)
        guard subtree.lowerBound > cue, subtree.lowerBound <= content.lowerBound + 1, subtree.upperBound > content.lowerBound + 1
        else { return nil }
        var end = subtree.upperBound
        while end > content.lowerBound + 1, reading.isOutside(end - 1), isMark(end - 1) { end -= 1 }
        // Quoted words stay whole.
        if end < reading.tokens.count, !reading.isOutside(end), !reading.isOutside(end - 1),
            reading.outer[end] == reading.outer[end - 1]
        {
            return nil
        }
        if end < content.upperBound {
            // What is cut off holds no quoted words of its own.
            return (end..<content.upperBound).contains { !reading.isOutside($0) } ? nil : end
        }
        return (content.upperBound..<end).contains { !reading.isOutside($0) } ? nil : end
    }

    private func isMark(_ index: Int) -> Bool {
        let kind = reading.tokens[index].kind
        return !reading.tokens[index].isWord && kind != .number && kind != .symbol && !reading.isUnitSign(index)
    }
}
