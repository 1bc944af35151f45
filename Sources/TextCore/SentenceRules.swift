/// The rules of ``SentenceSplitter`` over one section, and the little state that they need.
struct SentenceRules: ~Escapable {
    let bytes: Span<UInt8>
    let tokens: Span<Token>
    let end: Int
    let lexicon: SentenceLexicon
    /// First token of the sentence that is being read.
    private(set) var start = 0
    /// Whether that sentence has a word or figure yet.
    private var hasContent = false
    /// Whether a straight double quotation mark stands open in this paragraph.
    private(set) var straightIsOpen = false

    @_lifetime(copy bytes, copy tokens)
    init(bytes: Span<UInt8>, tokens: Span<Token>, end: Int, lexicon: SentenceLexicon) {
        self.bytes = bytes
        self.tokens = tokens
        self.end = end
        self.lexicon = lexicon
    }

    mutating func begin(at index: Int) {
        start = index
        hasContent = false
    }

    /// The sentence from ``start`` up to token `end`; the next begins there. `end` must be beyond ``start``.
    mutating func close(at end: Int, section: Int) -> Sentence {
        let range = start..<end
        let bytes = Int(tokens[start].start)..<Int(tokens[end - 1].end)
        begin(at: end)
        return Sentence(range: bytes, tokens: range, section: section)
    }

    /// Takes note of a token that is passed.
    mutating func see(_ index: Int) {
        switch tokens[index].kind {
        case .word, .number, .ideograph: hasContent = true
        case .quote where isStraightDouble(index): straightIsOpen.toggle()
        default: break
        }
    }

    /// Whether a blank line, or a paragraph separator, stands before a token.
    mutating func isParagraphBreak(before index: Int) -> Bool {
        let token = tokens[index]
        guard token.shape.contains(.afterLineBreak) || token.followsSpace else { return false }
        var at = Int(tokens[index - 1].end)
        var lineEnds = 0
        while at < Int(token.start) {
            let byte = bytes[at]
            // CR LF is one line end; CR alone is one as well.
            if byte == 0x0A || (byte == 0x0D && !(at + 1 < bytes.count && bytes[at + 1] == 0x0A)) { lineEnds += 1 }
            if byte == 0xE2, bytes.scalar(at: at).value == 0x2029 { lineEnds += 2 }
            at += 1
        }
        guard lineEnds >= 2 else { return false }
        straightIsOpen = false
        return true
    }

    // MARK: Terminators and what closes after them

    private enum Terminator {
        case stop, strong, wide, ellipsis
    }

    func isTerminator(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.kind == .terminator { return true }
        return lexicon.semicolonAsks && token.kind == .punctuation && bytes[Int(token.start)] == UInt8(ascii: ";")
    }

    private func terminator(_ index: Int) -> Terminator {
        let range = tokens[index].range
        let first = bytes.scalar(at: range.lowerBound)
        switch first.value {
        case 0x2E, 0x2024:
            if range.count == first.length {
                return index > start && tokens[index - 1].kind == .terminator ? .ellipsis : .stop
            }
            let last = bytes[range.upperBound - 1]
            return last == UInt8(ascii: "!") || last == UInt8(ascii: "?") ? .strong : .ellipsis
        case 0x2026:
            let last = bytes[range.upperBound - 1]
            return last == UInt8(ascii: "!") || last == UInt8(ascii: "?") ? .strong : .ellipsis
        case 0x21, 0x3F, 0x203C, 0x203D, 0x2047...0x2049, 0x3B, 0x37E: return .strong
        default: return .wide
        }
    }

    /// The first token after a terminator and the quotation marks and brackets that close right behind it.
    func endOfClosers(after index: Int) -> Int {
        var at = index + 1
        while at < end, closes(at) { at += 1 }
        return at
    }

    func scalar(_ index: Int) -> UInt32 { bytes.scalar(at: Int(tokens[index].start)).value }

    private func isStraightDouble(_ index: Int) -> Bool {
        let value = scalar(index)
        return value == 0x22 || value == 0xFF02 || (value == 0x27 && tokens[index].range.count == 2)
    }

    /// Whether token `index`, behind a terminator or another closing mark, closes as well.
    private func closes(_ index: Int) -> Bool {
        let token = tokens[index]
        let glued = !token.followsSpace
        let gluedBehind = index + 1 < end && !tokens[index + 1].followsSpace
        switch token.kind {
        case .punctuation:
            return glued && CharacterClass.of(scalar(index)) == .close
        case .quote, .clitic:
            guard token.kind == .quote else { return false }
            if token.shape.contains(.afterLineBreak) { return false }
            switch scalar(index) {
            case 0x300D, 0x300F, 0x301E, 0x301F, 0xFE42, 0xFE44: return true
            case 0x300C, 0x300E, 0x201A, 0x201E, 0x301D: return false
            // ” ’ » ›: closing, but Swedish and Finnish open with them, and German with the last two.
            case 0x201D, 0x2019, 0xBB, 0x203A: return glued || !gluedBehind
            // “ ‘ « ‹: opening, but German closes with the first two, Danish with the others.
            case 0x201C, 0x2018, 0xAB, 0x2039: return glued && (!gluedBehind || goesOn(index + 1))
            default:
                guard glued else { return !gluedBehind && isStraightDouble(index) && straightIsOpen }
                return !gluedBehind || goesOn(index + 1) || straightIsOpen || tokens[index + 1].kind == .quote
            }
        default: return false
        }
    }

    /// Whether a token is punctuation that no sentence begins with.
    private func goesOn(_ index: Int) -> Bool {
        guard tokens[index].kind == .punctuation else { return tokens[index].kind == .dash }
        switch CharacterClass.of(scalar(index)) {
        case .close: return true
        case .open: return false
        default:
            switch scalar(index) {
            // ¿ ¡ # @ * • § † and the like may begin one.
            case 0xBF, 0xA1, 0x23, 0x40, 0x2A, 0x2022, 0xA7, 0x2020, 0x2021: return false
            default: return true
            }
        }
    }

    // MARK: What follows

    /// What a sentence would begin with.
    enum Head {
        case capital, small, caseless, number, symbol, goesOn
    }

    /// The first token at or after `index` that is no opening mark; whether opening quotation marks were passed.
    private func head(at index: Int) -> (index: Int, quoted: Bool, bracketed: Bool) {
        var at = index
        var quoted = false
        var bracketed = false
        while at + 1 < end {
            if tokens[at].kind == .quote {
                quoted = true
            } else if opens(at) {
                bracketed = bracketed || CharacterClass.of(scalar(at)) == .open
            } else {
                break
            }
            at += 1
        }
        return (at, quoted, bracketed)
    }

    /// Whether a token is an opening bracket, or an inverted Spanish mark.
    private func opens(_ index: Int) -> Bool {
        guard tokens[index].kind == .punctuation else { return false }
        let value = scalar(index)
        return value == 0xBF || value == 0xA1 || CharacterClass.of(value) == .open
    }

    private func classify(_ index: Int) -> Head {
        let token = tokens[index]
        switch token.kind {
        case .number: return .number
        case .ideograph: return .caseless
        case .symbol, .quote: return .symbol
        case .punctuation: return goesOn(index) ? .goesOn : .symbol
        case .terminator: return .goesOn
        case .dash:
            guard index + 1 < end else { return .goesOn }
            let next = tokens[index + 1]
            if next.kind == .number, !next.followsSpace { return .number }
            // `—Nada.` opens a line of Spanish dialogue.
            let opens = next.followsSpace || token.followsSpace && scalar(index) == 0x2014
            return next.kind == .word && next.isCapitalized && opens ? .symbol : .goesOn
        case .word, .clitic:
            if token.isCapitalized { return .capital }
            switch CharacterClass.of(scalar(index)) {
            case .lower: return beginsLikeAName(index) || isListLetter(index) ? .capital : .small
            case .upper: return .capital
            case .apostrophe: return token.kind == .clitic ? .goesOn : .symbol
            default: return .caseless
            }
        }
    }

    /// `iPhone`, `eBay`; `al-Shabab`.
    private func beginsLikeAName(_ index: Int) -> Bool {
        if tokens[index].shape.contains(.mixedCase) { return true }
        guard index + 2 < end, tokens[index].range.count <= 2, tokens[index + 1].kind == .dash, !tokens[index + 1].followsSpace
        else {
            return false
        }
        return tokens[index + 2].isCapitalized && !tokens[index + 2].followsSpace
    }

    /// `b) The second part.`
    private func isListLetter(_ index: Int) -> Bool {
        guard tokens[index].range.count == 1, index + 2 < end, !tokens[index + 1].followsSpace else { return false }
        return scalar(index + 1) == 0x29 && tokens[index + 2].followsSpace
    }

    /// Whether a word opens sentences and does so here: not as an initial or abbreviation (`A. Smith`, `No. 5`).
    private func isStarter(_ index: Int) -> Bool {
        guard tokens[index].kind == .clitic || lexicon.starters.contains(tokens[index]) else { return false }
        return !(index + 1 < end && tokens[index + 1].kind == .terminator && !tokens[index + 1].followsSpace)
    }

    // MARK: The verdict

    /// Whether the sentence ends with the terminator at `index`, given that its closing marks end before token `next`.
    func endsSentence(at index: Int, before next: Int) -> Bool {
        guard hasContent else { return false }
        if tokens[next].kind == .terminator { return false }
        let head = head(at: next)
        let follow = classify(head.index)
        if follow == .goesOn { return false }
        let hasClosers = next > index + 1
        switch terminator(index) {
        case .wide:
            let goesOn =
                lexicon.particles.contains(tokens[next]) || follow == .caseless && lexicon.attribution.contains(tokens[next])
            return !(hasClosers && (goesOn || ideographsAttribute(from: next)))
        case .strong:
            guard hasGap(next, hasClosers) else { return false }
            if follow == .small { return false }
            if hasClosers, !head.quoted, nameAttributes(from: next) { return false }
            if hasClosers, follow == .caseless, lexicon.attribution.contains(tokens[next]) { return false }
            return !(index > start && lexicon.exclaimed.contains(tokens[index - 1]) && !isStarter(head.index))
        case .ellipsis:
            // Script without case does not tell whether the sentence goes on; then it does.
            guard tokens[next].followsSpace, follow != .small, follow != .caseless else { return false }
            return !(hasClosers && index > start && isBracket(index - 1))
        case .stop:
            return stopEnds(at: index, before: next, head: head, follow: follow)
        }
    }

    private func isBracket(_ index: Int) -> Bool { CharacterClass.of(scalar(index)) == .open }

    /// Whether white space stands before `next`, or is plainly missing there (`vote.The Senate`, `“Go!”He`).
    private func hasGap(_ next: Int, _ hasClosers: Bool) -> Bool {
        let token = tokens[next]
        if token.followsSpace { return true }
        if token.kind == .ideograph { return true }
        guard token.kind == .word, classify(next) == .capital, !token.shape.contains(.allCaps),
            token.range.count > 1 || hasClosers
        else { return false }
        // The word must be followed by another: not a file or host name.
        return next + 1 < end && tokens[next + 1].followsSpace
    }

    private func stopEnds(
        at index: Int,
        before next: Int,
        head: (index: Int, quoted: Bool, bracketed: Bool),
        follow: Head
    ) -> Bool {
        if lexicon.spacesEndSentences { return false }
        let hasClosers = next > index + 1
        guard index > start, !tokens[index].followsSpace else { return tokens[next].followsSpace && follow != .small }
        let previous = tokens[index - 1]
        if !tokens[next].followsSpace {
            // Before a capital without a space, a word in small letters has ended a sentence; `J.Smith`, `Node.JS` have not.
            guard hasGap(next, hasClosers) else { return false }
            return hasClosers || (previous.kind == .word && !previous.isCapitalized && previous.range.count > 2)
        }
        if isInDate(index, before: next) { return false }
        switch kind(of: index) {
        case .plain:
            if hasClosers, !head.quoted, nameAttributes(from: next, andEnds: true) { return false }
            if follow == .small { return head.quoted || (previous.kind == .word && previous.range.count > 8) }
            return true
        case .marker:
            return false
        case .ordinal:
            if follow == .number { return false }
            if follow == .small { return false }
            return lexicon.capitalizesNouns ? isStarter(head.index) || head.quoted : true
        case .known(.title), .known(.inner):
            return hasClosers && follow == .capital && isStarter(head.index)
        case .known(.numbered):
            // `у с. Покровского`
            if follow == .capital, isSingleLetter(previous), !previous.isCapitalized, !hasClosers { return isStarter(head.index) }
            return follow != .number && follow != .small && follow != .symbol
        case .known(.last):
            return follow != .small && follow != .number
        case .known(.time):
            if follow == .small || head.bracketed || tokens[next].kind == .dash || isTimeOfPlace(head.index) { return false }
            return !lexicon.timeFollow.contains(tokens[head.index])
        case .known(.ambiguous), .known(.ambiguousCapital):
            if follow == .capital, hasClosers || head.quoted { return true }
            return follow == .caseless || (follow == .capital && isStarter(head.index))
        case .initial:
            return follow == .capital && isStarter(head.index)
        }
    }

    /// `8 p.m. London time`, `9 a.m. New York time`: whose clock it is.
    private func isTimeOfPlace(_ index: Int) -> Bool {
        for noun in index + 1..<max(index + 1, min(index + 4, tokens.count)) {
            if lexicon.clockNouns.contains(tokens[noun]) { return !tokens[noun].isCapitalized }
            guard tokens[noun].kind == .word, tokens[noun].isCapitalized else { return false }
        }
        return false
    }
}
