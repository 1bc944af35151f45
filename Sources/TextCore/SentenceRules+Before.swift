extension SentenceRules {
    // MARK: What stands before a full stop

    enum Before {
        case plain, initial, ordinal, marker
        case known(SentenceLexicon.Abbreviation)
    }

    func kind(of index: Int) -> Before {
        let previous = tokens[index - 1]
        switch previous.kind {
        case .number:
            let length = previous.range.count
            if index - 1 == start, length <= 3, isDigits(previous) { return .marker }
            return lexicon.hasOrdinalStops && length <= 2 && isDigits(previous) ? .ordinal : .plain
        case .word:
            let isSingle = isSingleLetter(previous)
            if previous.range.count <= 8, let chain = chain(endingAt: index - 1) {
                if let known = lexicon.abbreviations[chain] { return .known(known) }
                if isSingle { return .known(.ambiguous) }
            }
            if index - 1 == start, isSingle || isRomanNumeral(previous) { return .marker }
            if let known = lexicon.abbreviations[previous] {
                if known == .ambiguousCapital, !previous.isCapitalized { return .plain }
                if isSingle, previous.isCapitalized, known != .title { return .initial }
                // `EST` is a time zone, `est.` is not.
                if known == .inner, previous.shape.contains(.allCaps), previous.range.count >= 3 { return .plain }
                return .known(known)
            }
            if isSingle { return .initial }
            if lexicon.capitalizesNouns, isStreet(previous) { return .known(.numbered) }
            if lexicon.hasOrdinalStops, lexicon.capitalizesNouns, isRomanNumeral(previous) { return .ordinal }
            return .plain
        default:
            return .plain
        }
    }

    private func isDigits(_ token: Token) -> Bool {
        for at in token.range where !(0x30...0x39).contains(bytes[at]) { return false }
        return true
    }

    func isSingleLetter(_ token: Token) -> Bool {
        bytes.scalar(at: Int(token.start)).length == token.range.count
            && CharacterClass.of(bytes.scalar(at: Int(token.start)).value) != .digit
    }

    /// `Hafenstr.`
    private func isStreet(_ token: Token) -> Bool {
        let end = token.range.upperBound
        return token.range.count > 3 && bytes[end - 3] | 0x20 == UInt8(ascii: "s") && bytes[end - 2] | 0x20 == UInt8(ascii: "t")
            && bytes[end - 1] | 0x20 == UInt8(ascii: "r")
    }

    private func isRomanNumeral(_ token: Token) -> Bool {
        guard token.range.count <= 5 else { return false }
        for at in token.range where bytes[at] != 0x49 && bytes[at] != 0x56 && bytes[at] != 0x58 { return false }
        return true
    }

    /// The hash of letters with stops between them that end with token `index` (`u.s` of `the U.S.`, `ph.d`), when
    /// there are at least two.
    private func chain(endingAt index: Int) -> UInt64? {
        var first = index
        while first >= start + 2, index - first < 12, !tokens[first].followsSpace, tokens[first - 1].kind == .terminator,
            tokens[first - 1].range.count == 1, !tokens[first - 1].followsSpace, tokens[first - 2].kind == .word,
            tokens[first - 2].range.count <= 6
        {
            first -= 2
        }
        guard first < index else { return nil }
        var hash = Hash64()
        var at = Int(tokens[first].start)
        let stop = Int(tokens[index].end)
        while at < stop {
            let (value, length) = bytes.scalar(at: at)
            hash.combine(scalar: CaseFolding.fold(value))
            at += length
        }
        return hash.value
    }

    // MARK: Attributions after a closed quotation

    /// `“Why?” Boris Johnson asked.`: a name, a verb of attribution, and the end or the circumstances of the saying. After
    /// a full stop, where a comma was meant, only the end: `“It is over.” Johnson said.`
    func nameAttributes(from index: Int, andEnds: Bool = false) -> Bool {
        guard tokens[index].kind == .word, tokens[index].isCapitalized, !lexicon.starters.contains(tokens[index]) else {
            return false
        }
        var at = index + 1
        while at < end, at - index < 8 {
            let token = tokens[at]
            if token.kind == .word, lexicon.attribution.contains(token) {
                guard at + 1 < end else { return true }
                let next = tokens[at + 1]
                if next.kind == .terminator { return true }
                return !andEnds && (next.kind == .punctuation || lexicon.attributionFollow.contains(next))
            }
            // `“Why?” Ann Roe, the mayor, asked.`
            if !andEnds, let after = endOfApposition(from: at) {
                at = after
                continue
            }
            let isStop = token.kind == .terminator && !token.followsSpace && (isSingleLetter(tokens[at - 1]) || isTitle(at - 1))
            guard token.isCapitalized || isStop || (token.kind == .dash && !token.followsSpace) else { return false }
            at += 1
        }
        return false
    }

    /// The token behind the two commas of an apposition that starts at `index`, when a verb of attribution stands there.
    private func endOfApposition(from index: Int) -> Int? {
        guard tokens[index].kind == .punctuation, scalar(index) == 0x2C else { return nil }
        var at = index + 1
        while at + 1 < end, at - index < 8 {
            if tokens[at].kind == .punctuation {
                return scalar(at) == 0x2C && lexicon.attribution.contains(tokens[at + 1]) ? at + 1 : nil
            }
            guard tokens[at].kind == .word || tokens[at].kind == .number || tokens[at].kind == .dash else { return nil }
            at += 1
        }
        return nil
    }

    private func isTitle(_ index: Int) -> Bool { lexicon.abbreviations[tokens[index]] == .title }

    /// `“……？”他问。`: a few ideographs that end with a verb of attribution, when none introduced the quotation (`他问：“……？”`).
    func ideographsAttribute(from index: Int) -> Bool {
        if isIntroduced(before: index) { return false }
        var at = index
        while at < end, at - index < 10, tokens[at].kind == .ideograph { at += 1 }
        guard at > index, at < end, tokens[at].kind == .terminator || tokens[at].kind == .punctuation else { return false }
        // A colon introduces what is said next.
        return scalar(at) != 0xFF1A && scalar(at) != 0x3A && lexicon.attribution.contains(tokens[at - 1])
    }

    /// Whether a colon stands before the quotation that closes right before token `index`.
    private func isIntroduced(before index: Int) -> Bool {
        var at = index - 1
        let low = max(start, index - Self.longestQuotation)
        while at > low {
            at -= 1
            guard tokens[at].kind == .quote else { continue }
            switch scalar(at) {
            case 0x201C, 0x2018, 0x300C, 0x300E, 0x22: return at > start && (scalar(at - 1) == 0xFF1A || scalar(at - 1) == 0x3A)
            default: continue
            }
        }
        return false
    }

    /// How far back the opening mark of a quotation is looked for, in tokens.
    private static var longestQuotation: Int { 200 }
}
