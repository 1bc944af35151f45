internal import Language
internal import TextCore

/// What the characters around a mark leave it to be: an opening mark, a closing one, an apostrophe, a sign for inches.
extension QuotationMarkScanner {
    /// Whether a mark stands right behind a comma or a full stop, where nothing opens.
    func follows(_ index: Int, in range: Range<Int>) -> Bool {
        guard index > range.lowerBound else { return false }
        let token = text.tokens[index - 1]
        return token.kind == .terminator || token.kind == .punctuation && text.text.bytes[Int(token.start)] == UInt8(ascii: ",")
    }

    func isCorner(_ family: QuotationMark.Family) -> Bool { family == .corner || family == .whiteCorner }

    /// Whether what stands right before a mark leaves it only to open: an opening bracket, a dash, another opening mark.
    func followsOpening(_ index: Int, in range: Range<Int>) -> Bool {
        guard index > range.lowerBound else { return true }
        let token = text.tokens[index - 1]
        switch token.kind {
        case .punctuation:
            let byte = text.text.bytes[Int(token.start)]
            return byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "/")
        case .dash: return innermost(.straight) == nil
        case .quote: return stack.last?.token == index - 1 || isElided(index - 1, in: range)
        case .clitic: return endsInApostrophe(token)
        default: return false
        }
    }

    /// `d’« une erreur »`, `qu’« il faut partir »`: an apostrophe that stands for a vowel before the mark.
    func isElided(_ index: Int, in range: Range<Int>) -> Bool {
        guard index > range.lowerBound, !text.tokens[index].followsSpace, endsInApostrophe(text.tokens[index]) else {
            return false
        }
        let before = text.tokens[index - 1]
        return before.kind == .word && (before.range.count == 1 || before.hash == Self.qu)
    }

    func endsInApostrophe(_ token: Token) -> Bool {
        let bytes = text.text.bytes[token.range]
        return bytes.last == UInt8(ascii: "'") || bytes.suffix(3).elementsEqual("’".utf8)
    }

    private static let qu = Hash64.folded("qu")

    /// Whether what stands right behind a mark leaves it only to close: a comma, a stop, a closing bracket, a dash.
    func precedesClosing(_ index: Int, in range: Range<Int>) -> Bool {
        guard index + 1 < range.upperBound else { return true }
        let token = text.tokens[index + 1]
        switch token.kind {
        case .terminator: return Int(token.end) - Int(token.start) < 3
        case .punctuation:
            let byte = text.text.bytes[Int(token.start)]
            return byte != UInt8(ascii: "(") && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "@")
                && byte != UInt8(ascii: "#")
                && byte != UInt8(ascii: "*")
        case .dash: return true
        case .quote, .clitic: return true
        default: return false
        }
    }

    /// Whether a mark that opens by its shape stands right behind one, as where no spaces are written: `说：“‘背叛’…”`.
    func precedesOpening(_ index: Int, in range: Range<Int>) -> Bool {
        guard index + 1 < range.upperBound, !text.tokens[index + 1].followsSpace, let next = mark(index + 1) else { return false }
        switch next.side {
        case .opening, .openingOrGerman, .leftGuillemet: return true
        case .closing, .rightGuillemet, .either: return false
        }
    }

    /// `'It is the workers' win.'`: a mark behind an s, before a small word, is an apostrophe when one behind a stop or
    /// comma closes further on. O(1): it looks a bounded way ahead.
    func isPluralPossessive(_ index: Int, in range: Range<Int>) -> Bool {
        guard innermost(.singleCurly) != nil, index > range.lowerBound, index + 2 < range.upperBound,
            text.tokens[index - 1].isWord, text.text.bytes[Int(text.tokens[index - 1].end) - 1] == UInt8(ascii: "s"),
            text.tokens[index + 1].kind == .word, text.tokens[index + 1].followsSpace, !text.tokens[index + 1].isCapitalized
        else { return false }
        for ahead in (index + 2)..<min(range.upperBound, index + 60) where text.tokens[ahead].kind == .quote {
            guard mark(ahead)?.family.isSingle == true else { continue }
            if text.tokens[ahead].followsSpace {
                if isElision(after: ahead, in: range) { continue }
                return false
            }
            if ahead + 1 < range.upperBound, !text.tokens[ahead + 1].followsSpace { continue }
            switch text.tokens[ahead - 1].kind {
            case .terminator: return true
            case .punctuation: return text.text.bytes[Int(text.tokens[ahead - 1].start)] == UInt8(ascii: ",")
            default: continue
            }
        }
        return false
    }

    /// Whether the apostrophe at `index` stands for left-out letters: ’90s, ’em, ’til, ’cause.
    func isElision(after index: Int, in range: Range<Int>) -> Bool {
        guard index + 1 < range.upperBound, !text.tokens[index + 1].followsSpace else { return true }
        let next = text.tokens[index + 1]
        if next.kind == .number {
            let length = Int(next.end) - Int(next.start)
            let last = text.text.bytes[Int(next.end) - 1]
            return length == 2 || (length == 3 && last | 0x20 == UInt8(ascii: "s"))
        }
        return Self.elided.contains(next.hash)
    }

    private static let elided: Set<UInt64> = Set(
        ["em", "til", "till", "cause", "twas", "tis", "n", "bout", "round", "s", "t", "ere", "im"].map { Hash64.folded($0) }
    )

    /// Whether a straight mark behind a number measures: 6'2", a 5" pipe.
    func isInchMark(_ index: Int, in range: Range<Int>) -> Bool {
        guard index > range.lowerBound, text.tokens[index - 1].kind == .number, !text.tokens[index].followsSpace else {
            return false
        }
        if index - 2 >= range.lowerBound, text.tokens[index - 2].kind == .quote, !text.tokens[index - 1].followsSpace,
            index - 3 >= range.lowerBound, text.tokens[index - 3].kind == .number
        {
            return true
        }
        return innermost(.straight) == nil && innermost(.curly) == nil
    }
}
