internal import Language
internal import TextCore

/// Gives a clause the range that is good to show: without separators, conjunctions and half pairs of marks at its ends, with
/// the mark that ends it, and with both of a pair where it holds one.
struct StatementBounds {
    let reading: SpeechReading
    let pairs: MarkPairs
    let cutter: ClauseCutter

    /// The bounds of a clause inside a sentence.
    /// - Parameter floor: where the statement before ends; the range does not start before it.
    func bounded(_ clause: Range<Int>, in sentence: Range<Int>, floor: Int) -> Range<Int> {
        var start = max(clause.lowerBound, floor)
        var end = max(start, clause.upperBound)
        let isOpenEnd = end > start && end < sentence.upperBound && !isSeparator(end - 1) && goesOn(end)
        let first = start
        while start < end, isLeading(start, in: start..<end) { start += 1 }
        // `…, and that the board knew`: the word that opens content goes with the conjunction.
        if start > first, end - start > 2, cutter.opensContent(start, before: end) { start += 1 }
        while end > start, isTrailing(end - 1, in: start..<end) || isOpenEnd && dangles(end - 1, in: start..<end) { end -= 1 }
        guard start < end else { return start..<end }
        end = withClosing(start..<end, limit: sentence.upperBound)
        start = withOpening(start..<end, floor: max(floor, sentence.lowerBound))
        return start..<end
    }

    // MARK: Ends that are taken off

    private func isLeading(_ index: Int, in range: Range<Int>) -> Bool {
        switch reading.tokens[index].kind {
        case .quote: !isPaired(index, in: range)
        case .terminator, .dash: !isSign(index, before: range.upperBound)
        case .punctuation: isSeparator(index) || isBracket(index) && !isPaired(index, in: range)
        default: isConjunction(index) && range.count > 1
        }
    }

    private func isTrailing(_ index: Int, in range: Range<Int>) -> Bool {
        switch reading.tokens[index].kind {
        case .quote: !isPaired(index, in: range)
        case .dash: true
        case .punctuation: isSeparator(index) || isBracket(index) && !isPaired(index, in: range)
        default: isConjunction(index) && range.count > 3
        }
    }

    private func isPaired(_ index: Int, in range: Range<Int>) -> Bool {
        pairs.partner(of: index).map { range.contains($0) } ?? false
    }

    /// `-5`, `–5 °C`.
    private func isSign(_ index: Int, before end: Int) -> Bool {
        reading.tokens[index].kind == .dash && index + 1 < end && reading.tokens[index + 1].kind == .number
            && !reading.tokens[index + 1].followsSpace
    }

    /// A word that joins clauses; an initial is none (`А. В. Петров`, `E. Müller`).
    private func isConjunction(_ index: Int) -> Bool {
        reading.has(index, .coordinator) && !isInitial(index)
    }

    private func isInitial(_ index: Int) -> Bool {
        let next = index + 1
        return reading.tokens[index].isCapitalized && next < reading.tokens.count && reading.tokens[next].kind == .terminator
            && !reading.tokens[next].followsSpace
    }

    /// Whether a sentence goes on at a token without a mark: by a word, or by one that opens quoted words.
    private func goesOn(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        if token.kind == .quote { return pairs.partner(of: index).map { $0 > index } ?? false }
        return token.isWord || token.kind == .number || token.kind == .clitic
    }

    /// Whether a word at the end of a clause that goes on without a mark asks for more: `the vote in`, `he said that`.
    private func dangles(_ index: Int, in range: Range<Int>) -> Bool {
        range.count > 3
            && reading.has(index, [.complementizer, .determiner, .possessive, .preposition, .coordinator, .relative])
            && !reading.has(index, [.time])
    }

    private func isSeparator(_ index: Int) -> Bool {
        guard reading.tokens[index].kind == .punctuation else { return false }
        if reading.isComma(index) || reading.isColon(index) { return true }
        switch scalar(index) {
        case 0x3B, 0x61B, 0xFF1B, 0xB7, 0x2022, 0x2F, 0x5C, 0x5F, 0x2A: return true
        default: return false
        }
    }

    private func isBracket(_ index: Int) -> Bool {
        switch CharacterClass.of(scalar(index)) {
        case .open, .close: true
        default: false
        }
    }

    private func scalar(_ index: Int) -> UInt32 { reading.text.text.span.scalar(at: Int(reading.tokens[index].start)).value }

    // MARK: Marks that are taken along

    /// The end behind the full stop, question mark or abbreviation's stop, and behind the closing marks of what opens inside.
    private func withClosing(_ range: Range<Int>, limit: Int) -> Int {
        var end = range.upperBound
        var open: [Int] = []
        for index in range { if let partner = pairs.partner(of: index), partner >= end { open.append(partner) } }
        while end < limit {
            if let close = open.min(), close < limit, (end..<close).allSatisfy(isMark) {
                end = close + 1
                open.removeAll { $0 < end }
            } else if reading.tokens[end].kind == .terminator, !reading.tokens[end].followsSpace || endsWithMark(end) {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// French sets a space before its question mark.
    private func endsWithMark(_ index: Int) -> Bool {
        let value = scalar(index)
        return value == 0x21 || value == 0x3F
    }

    /// The start at the opening mark of what closes inside, when only marks stand between.
    private func withOpening(_ range: Range<Int>, floor: Int) -> Int {
        var start = range.lowerBound
        for index in range.reversed() {
            if let partner = pairs.partner(of: index), partner < start, partner >= floor,
                ((partner + 1)..<start).allSatisfy(isMark)
            {
                start = partner
            }
        }
        return start
    }

    private func isMark(_ index: Int) -> Bool {
        switch reading.tokens[index].kind {
        case .quote, .terminator, .punctuation: true
        default: false
        }
    }
}
