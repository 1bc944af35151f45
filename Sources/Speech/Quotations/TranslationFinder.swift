internal import Language
internal import TextCore

/// Finds where an article says that quoted words were spoken in another language.
///
/// - Complexity: O(*n*) in tokens: each phrase looks at a bounded number of quotations around it.
struct TranslationFinder {
    /// How many quotations to each side of a phrase it may speak of.
    static let reach = 8
    /// How many tokens may stand between a cue and a language's name that belongs to it: `told a crowd of supporters in Russian`.
    static let nearest = 6

    private struct Evidence {
        var tokens: Range<Int>
        var language: String?
        var lead: TranslationLexicon.Lead
    }

    private let reading: SpeechReading
    private let lexicon: TranslationLexicon
    /// In order of their contents.
    private let drafts: [Draft]

    /// For each draft, where its words are said to be translated.
    /// - Parameter drafts: in the order of their contents.
    static func translations(of drafts: [Draft], in reading: SpeechReading) -> [Translation?] {
        var found = [Translation?](repeating: nil, count: drafts.count)
        guard !drafts.isEmpty, let lexicon = TranslationLexicon.of(reading.text.language) else { return found }
        let finder = TranslationFinder(reading: reading, lexicon: lexicon, drafts: drafts)
        for evidence in finder.evidence() {
            for index in finder.translated(by: evidence) where found[index] == nil {
                found[index] = Translation(evidence: reading.bytes(evidence.tokens), language: evidence.language)
            }
        }
        return found
    }

    // MARK: Phrases

    /// What the text says, outside of quotation marks, in order.
    private func evidence() -> [Evidence] {
        var found: [Evidence] = []
        var index = 0
        let tokens = reading.tokens
        while index < tokens.count {
            guard reading.isOutside(index), !reading.isInAside[index], let evidence = evidence(at: index) else {
                index += 1
                continue
            }
            found.append(evidence)
            index = evidence.tokens.upperBound
        }
        return found
    }

    private func evidence(at start: Int) -> Evidence? {
        let tokens = reading.tokens
        let limit = tokens.count
        if let lead = lexicon.leads.longestMatch(in: tokens, at: start, limit: limit),
            let name = lexicon.names.longestMatch(in: tokens, at: lead.endIndex, limit: limit)
        {
            var end = withTail(name.endIndex)
            // An article in the language that was spoken translates nothing.
            guard name.value != reading.text.language else { return nil }
            if lead.value == .verbLast {
                guard end < limit, lexicon.verbs.contains(tokens[end].hash) else { return nil }
                end += 1
            } else if !standsAlone(end) {
                return nil
            }
            return Evidence(tokens: start..<end, language: name.value, lead: lead.value)
        }
        guard let phrase = lexicon.phrases.longestMatch(in: tokens, at: start, limit: limit) else { return nil }
        let end = withTail(phrase.endIndex)
        guard phrase.value.language == nil || phrase.value.language != reading.text.language && standsAlone(end) else {
            return nil
        }
        return Evidence(tokens: start..<end, language: phrase.value.language, lead: phrase.value.lead)
    }

    private func withTail(_ end: Int) -> Int {
        end < reading.tokens.count && lexicon.tails.contains(reading.tokens[end].hash) ? end + 1 : end
    }

    /// Whether a language's name stands for the language: `in Russian.`, not `in Russian state media`.
    private func standsAlone(_ end: Int) -> Bool {
        guard end < reading.tokens.count, !reading.endsSentence[end - 1] else { return true }
        let token = reading.tokens[end]
        guard token.isWord || token.kind == .number else { return token.kind != .dash || token.followsSpace }
        return reading.text.isFunctionWord[end] || reading.has(end, [.time, .complementizer])
    }

    // MARK: Quotations

    /// The quotations that a phrase speaks of.
    private func translated(by evidence: Evidence) -> [Int] {
        guard let number = reading.text.sentence(ofToken: evidence.tokens.lowerBound) else { return [] }
        let sentence = reading.text.sentences[number].tokens
        let place = firstDraft(from: evidence.tokens.lowerBound)
        let near = max(0, place - Self.reach)..<min(drafts.count, place + Self.reach)
        let beside = near.filter { index in
            let draft = drafts[index]
            guard draft.isSpeech || draft.enclosing != nil else { return false }
            let holdsEvidence = touches(draft, evidence.tokens)
            return !holdsEvidence && (touches(draft, sentence) || draft.cue.map { $0.overlaps(sentence) } ?? false)
        }
        switch evidence.lead {
        case .spoken: return beside.filter { follows(evidence.tokens.lowerBound, drafts[$0], sentence) }
        case .translated, .verbLast:
            if !beside.isEmpty { return beside }
            // `“…” (Translated from German.)`: a sentence of its own behind the quotation.
            guard opens(evidence.tokens.lowerBound, sentence), place > 0, drafts[place - 1].isSpeech,
                let last = drafts[place - 1].contents.last, number > 0,
                reading.text.sentences[number - 1].section == reading.text.sentences[number].section,
                last.upperBound >= reading.text.sentences[number - 1].tokens.lowerBound
            else { return [] }
            return [place - 1]
        }
    }

    /// Whether content of a quotation lies in a range of tokens.
    private func touches(_ draft: Draft, _ tokens: Range<Int>) -> Bool {
        guard let first = draft.contents.first, let last = draft.contents.last,
            (first.lowerBound..<last.upperBound).overlaps(tokens)
        else { return false }
        return draft.contents.contains { $0.overlaps(tokens) }
    }

    /// Whether a phrase stands behind a quotation's cue or source, in the same sentence.
    private func follows(_ token: Int, _ draft: Draft, _ sentence: Range<Int>) -> Bool {
        [draft.cue, draft.source?.mention].compactMap { $0 }.contains { range in
            range.overlaps(sentence) && range.lowerBound < token && token <= range.upperBound + Self.nearest
                && (range.lowerBound..<token).allSatisfy { reading.isOutside($0) && !reading.endsSentence[$0] }
        }
    }

    /// Whether only marks stand before a token in its sentence.
    private func opens(_ token: Int, _ sentence: Range<Int>) -> Bool {
        token - sentence.lowerBound <= 3 && (sentence.lowerBound..<token).allSatisfy { !reading.tokens[$0].isWord }
    }

    /// The first draft whose content starts at or after a token. O(log *n*).
    private func firstDraft(from token: Int) -> Int {
        var low = 0
        var high = drafts.count
        while low < high {
            let middle = (low + high) / 2
            if drafts[middle].contents.first?.lowerBound ?? 0 < token { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
