/// Scripts without a full stop, where spaces part clauses: Thai and Lao; and the dates of Korean.
extension SentenceRules {
    /// Whether the space before token `index` ends a sentence.
    func spaceEndsSentence(before index: Int) -> Bool {
        guard lexicon.spacesEndSentences, tokens[index].followsSpace, index > start else { return false }
        let length = Int(tokens[index - 1].end) - Int(tokens[start].start)
        guard length >= Self.shortestSentence, isLetters(index), !begins(index, with: lexicon.clauseHeads),
            !isInQuotation(before: index)
        else { return false }
        switch tokens[index - 1].kind {
        case .word: return isLetters(index - 1) && !ends(index - 1, with: lexicon.clauseTails)
        case .quote: return isLetters(index - 2) && index - 2 >= start
        case .punctuation: return CharacterClass.of(scalar(index - 1)) == .close
        default: return false
        }
    }

    /// Whether a token is letters of a script without case.
    private func isLetters(_ index: Int) -> Bool {
        guard tokens.indices.contains(index), tokens[index].kind == .word else { return false }
        return CharacterClass.of(scalar(index)) == .letter
    }

    /// Whether the text from the start of a token begins with one of `forms`: a segmenter may have cut them.
    private func begins(_ index: Int, with forms: [[UInt8]]) -> Bool {
        forms.contains { has($0, at: Int(tokens[index].start)) }
    }

    private func ends(_ index: Int, with forms: [[UInt8]]) -> Bool {
        forms.contains { has($0, at: Int(tokens[index].end) - $0.count) }
    }

    private func has(_ form: [UInt8], at offset: Int) -> Bool {
        guard offset >= 0, offset + form.count <= bytes.count else { return false }
        for (place, byte) in form.enumerated() where bytes[offset + place] != byte { return false }
        return true
    }

    /// Whether a quotation mark stands open in the sentence, not too far back.
    private func isInQuotation(before index: Int) -> Bool {
        if straightIsOpen { return true }
        var at = index
        let low = max(start, index - 60)
        while at > low {
            at -= 1
            guard tokens[at].kind == .quote else { continue }
            switch scalar(at) {
            case 0x201C, 0x2018: return true
            case 0x201D, 0x2019: return false
            default: continue
            }
        }
        return false
    }

    /// A clause of fewer bytes, some fourteen letters, is the beginning of what follows.
    private static var shortestSentence: Int { 42 }

    /// Whether the stop at `index` stands in or behind a date of Korean: `2021. 10. 18. 열렸다`.
    func isInDate(_ index: Int, before next: Int) -> Bool {
        guard lexicon.datesHaveStops, index > start, isShortNumber(index - 1, 4) else { return false }
        if isShortNumber(next, 2) { return true }
        return index >= start + 3 && isShortNumber(index - 1, 2) && tokens[index - 2].kind == .terminator
            && isShortNumber(index - 3, 4)
    }

    private func isShortNumber(_ index: Int, _ digits: Int) -> Bool {
        tokens[index].kind == .number && tokens[index].range.count <= digits
    }
}
