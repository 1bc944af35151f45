internal import Language
internal import TextCore

/// Cuts a text into statements: what a speaker says apart from who says it, and coordinated clauses apart from each other.
///
/// Every sentence has at least one statement. A frame ("he told reporters") is left out when its content has one, unless
/// it says more than that somebody spoke.
///
/// - Complexity: O(*n*) in tokens.
struct StatementCutter {
    /// How many words that are no function words a statement needs.
    static let fewest = 3

    private struct Piece {
        var tokens: Range<Int>
        var quotation: Int?
    }

    private let reading: SpeechReading
    /// Content that stands outside other content, with the index of its quotation, in order.
    private let contents: [Piece]
    /// For each token, whether it belongs to a cue or a source.
    private let isFrame: [Bool]
    /// For each place between tokens, how many words stand before it.
    private let wordsBefore: [Int]

    /// - Parameter drafts: in the order of the quotations that are made of them.
    init(_ reading: SpeechReading, drafts: [Draft]) {
        self.reading = reading
        var isFrame = [Bool](repeating: false, count: reading.tokens.count)
        var contents: [Piece] = []
        var end = 0
        for (index, draft) in drafts.enumerated() where draft.isSpeech {
            for token in draft.cue ?? 0..<0 { isFrame[token] = true }
            if let source = draft.source, source.mention.count <= SourceFinder.reach {
                for token in source.mention { isFrame[token] = true }
            }
            for content in draft.contents where content.lowerBound >= end {
                contents.append(Piece(tokens: content, quotation: index))
                end = content.upperBound
            }
        }
        self.isFrame = isFrame
        self.contents = contents
        var wordsBefore = [0]
        wordsBefore.reserveCapacity(reading.tokens.count + 1)
        var words = 0
        for token in reading.tokens {
            if token.isWord || token.kind == .number { words += 1 }
            wordsBefore.append(words)
        }
        self.wordsBefore = wordsBefore
    }

    /// The statements in order.
    func statements() -> [Statement] {
        var statements: [Statement] = []
        var next = 0
        for (index, sentence) in reading.text.sentences.enumerated() {
            while next < contents.count, contents[next].tokens.upperBound <= sentence.tokens.lowerBound { next += 1 }
            let before = statements.count
            for piece in pieces(of: sentence.tokens, from: next) {
                for clause in clauses(of: piece.tokens) where isWorthwhile(clause, piece) {
                    statements.append(statement(clause, piece.quotation, index, sentence.section))
                }
            }
            if statements.count == before {
                let quotation =
                    next < contents.count && contents[next].tokens.overlaps(sentence.tokens) ? contents[next].quotation : nil
                statements.append(statement(sentence.tokens, quotation, index, sentence.section))
            }
        }
        return statements
    }

    private func statement(_ tokens: Range<Int>, _ quotation: Int?, _ sentence: Int, _ section: Int) -> Statement {
        Statement(
            kind: quotation == nil ? .fact : .speech,
            range: reading.bytes(tokens),
            tokens: tokens,
            sentence: sentence,
            section: section,
            quotation: quotation,
            isNegated: tokens.contains { reading.has($0, .negation) }
        )
    }

    /// A sentence's content and the text between it, in order.
    private func pieces(of sentence: Range<Int>, from first: Int) -> [Piece] {
        var pieces: [Piece] = []
        var start = sentence.lowerBound
        var index = first
        while index < contents.count, contents[index].tokens.lowerBound < sentence.upperBound {
            let content = contents[index].tokens.clamped(to: sentence)
            if start < content.lowerBound { pieces.append(Piece(tokens: start..<content.lowerBound)) }
            if !content.isEmpty { pieces.append(Piece(tokens: content, quotation: contents[index].quotation)) }
            start = max(start, content.upperBound)
            index += 1
        }
        if start < sentence.upperBound { pieces.append(Piece(tokens: start..<sentence.upperBound)) }
        return pieces
    }

    private func isWorthwhile(_ clause: Range<Int>, _ piece: Piece) -> Bool {
        guard !clause.isEmpty else { return false }
        if piece.quotation != nil { return true }
        var count = 0
        for index in clause where !isFrame[index] && !reading.text.isFunctionWord[index] {
            let token = reading.tokens[index]
            if token.isWord || token.kind == .number, reading.words[index].isDisjoint(with: .cue) { count += 1 }
            if count >= Self.fewest { return true }
        }
        return false
    }

    // MARK: Clauses

    /// A piece cut where a new main clause starts, each without the marks and conjunctions at its ends.
    private func clauses(of range: Range<Int>) -> [Range<Int>] {
        var clauses: [Range<Int>] = []
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            if isCut(index, in: start..<range.upperBound) {
                clauses.append(trimmed(start..<index))
                start = index + 1
            }
            index += 1
        }
        clauses.append(trimmed(start..<range.upperBound))
        return clauses
    }

    /// How many words a token range has. O(1): a text of commas asks at each of them.
    func wordCount(_ range: Range<Int>) -> Int { wordsBefore[range.upperBound] - wordsBefore[range.lowerBound] }

    private func isCut(_ index: Int, in range: Range<Int>) -> Bool {
        let token = reading.tokens[index]
        guard token.kind == .punctuation || token.kind == .dash && reading.isBreak(index) else { return false }
        let isSemicolon = reading.isMark(index, ";")
        guard isSemicolon || token.kind == .dash || reading.isComma(index) || reading.isColon(index) else { return false }
        guard wordCount(range.lowerBound..<index) >= (isSemicolon ? 3 : 4),
            wordCount((index + 1)..<range.upperBound) >= (isSemicolon ? 3 : 4)
        else { return false }
        if isSemicolon { return true }
        var next = index + 1
        let isCoordinated = reading.has(next, .coordinator)
        let isContrast = isCoordinated && Self.contrast.contains(reading.tokens[next].hash)
        if isCoordinated || Self.contrast.contains(reading.tokens[next].hash) { next += 1 }
        while next < range.upperBound, reading.has(next, .adverb), !reading.has(next, [.subject, .determiner]) { next += 1 }
        guard next < range.upperBound else { return false }
        if isContrast, !reading.has(next, [.auxiliary, .preposition]) || reading.has(next, .subject) {
            return wordCount(next..<range.upperBound) >= 5
        }
        return opensClause(next, before: range.upperBound)
    }

    private static let contrast: Set<UInt64> = Set(
        ["but", "while", "whereas", "yet", "mais", "tandis", "aber", "sondern", "während", "pero", "mientras", "но", "а"].map {
            Hash64.folded($0)
        }
    )

    /// Whether a subject with its verb starts at a token: a pronoun, or a short noun phrase before an auxiliary.
    private func opensClause(_ start: Int, before end: Int) -> Bool {
        if reading.has(start, [.relative, .preposition, .subordinator, .complementizer]), !reading.has(start, .determiner) {
            return false
        }
        if reading.has(start, .subject), !reading.has(start, .determiner) {
            return start + 1 < end && reading.has(start + 1, .auxiliary)
        }
        guard reading.has(start, [.determiner, .possessive]) || reading.tokens[start].isCapitalized else { return false }
        for index in (start + 1)..<min(end, start + 6) {
            if reading.has(index, .auxiliary) { return true }
            if reading.has(index, [.preposition, .coordinator, .relative, .complementizer]) || !reading.tokens[index].isWord {
                return false
            }
        }
        return false
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, isEdge(start) || reading.has(start, .coordinator) && end - start > 1 { start += 1 }
        while end > start, isEdge(end - 1) || reading.has(end - 1, .complementizer) && end - start > 3 { end -= 1 }
        return start..<end
    }

    private func isEdge(_ index: Int) -> Bool {
        switch reading.tokens[index].kind {
        case .quote, .terminator, .dash: true
        case .punctuation: !reading.isMark(index, "(") && !reading.isMark(index, ")")
        default: false
        }
    }
}
