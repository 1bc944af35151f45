internal import Language
internal import TextCore

/// Cuts a headline into claims.
///
/// At semicolons, spaced dashes, "rather than", and at conjunctions ("as", "after", ", but", "and") that have claims on
/// both sides. Who says it ("Kremlin says …", "… – Kremlin", "Kremlin: …") is no claim, nor is what only announces the text ("What we
/// know about the crash").
///
/// - Complexity: O(length of the headline).
struct ClaimSplitter {
    let text: AnnotatedText
    let lists: WordLists

    /// The token ranges of the claims of a headline's tokens, in order.
    func claims(in tokens: Range<Int>) -> [Range<Int>] {
        var parts: [Part] = [Part(tokens: tokens, startsContrast: false)]
        for cut in hardCuts(tokens) { split(&parts, at: cut) }
        parts = parts.flatMap(withoutAttribution)
        parts = parts.flatMap(atConjunctions)
        return parts.map { trimmed($0.tokens) }.filter { !$0.isEmpty && content($0) >= 2 && !isAnnouncement($0) }
    }

    /// Whether a part says only what the text is to tell. A number may stand in front: "Five things to know".
    private func isAnnouncement(_ tokens: Range<Int>) -> Bool {
        tokens.prefix(2).contains { lists.announcements.longestMatch(in: text.tokens, at: $0, limit: tokens.upperBound) != nil }
    }

    private struct Part {
        var tokens: Range<Int>
        var startsContrast: Bool
    }

    /// A place to cut: tokens that belong to neither side.
    private struct Cut {
        let before: Int
        let after: Int
    }

    /// Number of content words.
    func content(_ tokens: Range<Int>) -> Int { tokens.count { isContent($0) } }

    func isContent(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard token.kind == .word || token.kind == .number || token.kind == .ideograph else { return false }
        if lists.prefixes.contains(token.hash), index + 1 < text.tokens.count, text.tokens[index + 1].kind == .dash {
            return false
        }
        return !lists.function.contains(token.hash) && !isInsideShortForm(index)
    }

    /// Whether a letter goes on a short form with dots: it is one word with the letter in front ("G.O.P.").
    private func isInsideShortForm(_ index: Int) -> Bool {
        guard index >= 2, text.tokens[index].range.count == 1, isByte(index - 1, UInt8(ascii: ".")) else { return false }
        let first = text.tokens[index - 2]
        return !text.tokens[index].followsSpace && !text.tokens[index - 1].followsSpace && first.range.count == 1 && first.isWord
    }

    private func isByte(_ index: Int, _ byte: UInt8) -> Bool {
        let token = text.tokens[index]
        return token.range.count == 1 && text.text.bytes[Int(token.start)] == byte
    }

    // MARK: Punctuation

    private func hardCuts(_ tokens: Range<Int>) -> [Cut] {
        var cuts: [Cut] = []
        for index in tokens.dropFirst().dropLast() {
            let token = text.tokens[index]
            let isSpaced = token.followsSpace && text.tokens[index + 1].followsSpace
            if (token.kind == .dash && isSpaced) || isByte(index, UInt8(ascii: ";"))
                || (isByte(index, UInt8(ascii: ":")) && text.tokens[index + 1].followsSpace)
            {
                cuts.append(Cut(before: index, after: index + 1))
            }
        }
        return cuts
    }

    private func split(_ parts: inout [Part], at cut: Cut) {
        guard let last = parts.popLast() else { return }
        guard last.tokens.lowerBound < cut.before, cut.after < last.tokens.upperBound else { return parts.append(last) }
        let left = last.tokens.lowerBound..<cut.before
        let right = cut.after..<last.tokens.upperBound
        // A short side without a verb to be seen is a name: of the source, of the place, of the series.
        if !isSource(left) { parts.append(Part(tokens: left, startsContrast: last.startsContrast)) }
        if !isSource(right) { parts.append(Part(tokens: right, startsContrast: false)) }
    }

    /// Whether a part is no more than a name or two words.
    private func isSource(_ tokens: Range<Int>) -> Bool {
        let words = tokens.filter { text.tokens[$0].isWord }
        if words.count <= 2 { return true }
        return words.count <= 4 && words.allSatisfy { text.tokens[$0].isCapitalized || !isContent($0) } && !isTitleCase
    }

    /// Whether the headline writes all its words with capitals, so that capitals tell nothing.
    private var isTitleCase: Bool {
        guard let headline = text.sections.firstIndex(where: { $0.role == .headline }) else { return false }
        let words = text.sectionTokens[headline].filter { text.tokens[$0].isWord && isContent($0) }
        return 4 * words.count { text.tokens[$0].isCapitalized } >= 3 * words.count
    }

    // MARK: Who says it

    private func withoutAttribution(_ part: Part) -> [Part] {
        for index in part.tokens where isAttribution(index, in: part.tokens) {
            let left = part.tokens.lowerBound..<index
            let right = (index + 1)..<part.tokens.upperBound
            let follows = right.first.map { text.tokens[$0] }
            let afterMark = left.last.map { text.tokens[$0].kind == .quote || isByte($0, UInt8(ascii: ",")) } ?? false
            let (l, r) = (content(left), content(right))
            // "…, says Kremlin"
            if afterMark, l >= 2, r <= 6 { return [Part(tokens: left, startsContrast: part.startsContrast)] }
            // "Kremlin says …", "Kremlin: …"
            if l <= 4, r >= 2, follows != nil { return [Part(tokens: right, startsContrast: false)] }
            // "… officials say"
            if r == 0, l >= 3 { return [Part(tokens: withoutSource(left), startsContrast: part.startsContrast)] }
        }
        return [part]
    }

    /// Whether a word says that somebody says what follows or precedes: no infinitive ("has much to say"), and no word that tells what
    /// somebody announces or shows, unless a claim of its own follows.
    private func isAttribution(_ index: Int, in part: Range<Int>) -> Bool {
        let hash = text.tokens[index].hash
        guard lists.attribution.contains(hash) else { return false }
        if index > 0, lists.levelTo.contains(text.tokens[index - 1].hash) { return false }
        guard lists.announcing.contains(hash) else { return true }
        // "… a friend,” the mayor stressed": the last word, behind a comma or mark.
        if index + 1 == part.upperBound {
            return (max(part.lowerBound, index - 6)..<index).contains {
                isByte($0, UInt8(ascii: ",")) || text.tokens[$0].kind == .quote
            }
        }
        guard let syntax = text.syntax else { return false }
        return syntax.child(of: index, .clausalComplement) != nil
    }

    /// "Bridge may fall, engineers": what a comma parts from the end of an attributed claim is its source.
    private func withoutSource(_ tokens: Range<Int>) -> Range<Int> {
        guard let comma = tokens.last(where: { isByte($0, UInt8(ascii: ",")) }) else { return tokens }
        let claim = tokens.lowerBound..<comma
        return content(claim) >= 2 && content((comma + 1)..<tokens.upperBound) <= 4 ? claim : tokens
    }

    // MARK: Conjunctions

    private func atConjunctions(_ part: Part) -> [Part] {
        var parts: [Part] = []
        var start = part.tokens.lowerBound
        var isContrast = part.startsContrast
        for index in part.tokens where index > start {
            let hash = text.tokens[index].hash
            let opensContrast = lists.contrast.contains(hash) && index + 1 < part.tokens.upperBound
            guard opensContrast || lists.clause.contains(hash) else { continue }
            let left = start..<index
            let right = (index + 1)..<part.tokens.upperBound
            // "and" also joins two nouns: more is asked for.
            let isLoose = !opensContrast && !isByte(max(index - 1, 0), UInt8(ascii: ",")) && lists.additive.contains(hash)
            guard content(left) >= (isLoose ? 3 : 2), content(right) >= (isLoose ? 3 : 2),
                canBeClaim(right, behind: index, isLoose), !(isLoose && joinsAlike(index, in: part.tokens))
            else { continue }
            parts.append(Part(tokens: left, startsContrast: isContrast))
            start = opensContrast ? index : index + 1
            isContrast = opensContrast
        }
        parts.append(Part(tokens: start..<part.tokens.upperBound, startsContrast: isContrast))
        return parts
    }

    /// Whether what follows a conjunction claims something, as far as grammar tells: a preposition ("as moderator of the debate")
    /// and "and" between nouns start no claim.
    private func canBeClaim(_ tokens: Range<Int>, behind conjunction: Int, _ isLoose: Bool) -> Bool {
        guard let syntax = text.syntax else { return true }
        let hasVerb = tokens.contains { syntax.tags[$0].isVerb || syntax.tags[$0] == .modal }
        if isLoose { return hasVerb }
        return hasVerb || syntax.relations[conjunction] != .preposition
    }

    /// Whether "and" joins two words that the same word goes before: "a very large and very powerful country".
    private func joinsAlike(_ conjunction: Int, in tokens: Range<Int>) -> Bool {
        let (one, other) = (conjunction - 2, conjunction + 1)
        guard tokens.contains(one), tokens.contains(other) else { return false }
        return text.tokens[one].isWord && text.tokens[one].hash == text.tokens[other].hash
    }

    /// Without conjunctions and commas at the ends.
    private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
        var range = tokens
        while let first = range.first, isEdge(first) { range = (first + 1)..<range.upperBound }
        while let last = range.last, isEdge(last) { range = range.lowerBound..<last }
        return range
    }

    private func isEdge(_ index: Int) -> Bool {
        let token = text.tokens[index]
        switch token.kind {
        case .punctuation: return !isByte(index, UInt8(ascii: "%"))
        case .dash, .terminator: return true
        case .word: return lists.clause.contains(token.hash) && !lists.contrast.contains(token.hash)
        default: return false
        }
    }
}
