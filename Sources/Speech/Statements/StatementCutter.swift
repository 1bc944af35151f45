internal import Language
internal import TextCore

/// Cuts a text into statements: what a speaker says apart from who says it, and clauses that assert apart from each other.
///
/// Every sentence that says more than who spoke has at least one statement, and every content word of it that is no frame
/// stands in one. A frame ("he told reporters") is left out when its content has one, unless it says more than that
/// somebody spoke. A statement's range shows both marks of a pair or none, and the full stop that ends it.
///
/// - Complexity: O(*n*) in tokens.
struct StatementCutter {
    /// How many words that are no function words a statement needs.
    static let fewest = 3
    /// How many, when one is a verb for all that rules can tell and nobody is said to speak.
    static let fewestWithVerb = 2
    /// How many words a line with a dash before a name may have to be an attribution only.
    static let longestAttribution = 12

    private struct Piece {
        var tokens: Range<Int>
        var quotation: Int?
    }

    private let reading: SpeechReading
    private let cutter: ClauseCutter
    private let bounds: StatementBounds
    /// Content that stands outside other content, with the index of its quotation, in order.
    private let contents: [Piece]
    /// For each token, whether it belongs to a cue or a source.
    private let isFrame: [Bool]

    /// - Parameter drafts: in the order of the quotations that are made of them.
    init(_ reading: SpeechReading, drafts: [Draft]) {
        self.reading = reading
        let pairs = MarkPairs(reading)
        cutter = ClauseCutter(reading, pairs)
        bounds = StatementBounds(reading: reading, pairs: pairs, cutter: cutter)
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
    }

    /// The statements in order.
    func statements() -> [Statement] {
        var statements: [Statement] = []
        var next = 0
        for (index, sentence) in reading.text.sentences.enumerated() {
            while next < contents.count, contents[next].tokens.upperBound <= sentence.tokens.lowerBound { next += 1 }
            let before = statements.count
            var floor = sentence.tokens.lowerBound
            for unit in units(of: sentence.tokens, from: next) {
                let tokens = bounds.bounded(unit.tokens, in: sentence.tokens, floor: floor)
                guard !tokens.isEmpty else { continue }
                floor = tokens.upperBound
                statements.append(statement(tokens, unit.quotation, index, sentence.section))
            }
            if statements.count == before, !isAttribution(sentence.tokens) {
                let quotation =
                    next < contents.count && contents[next].tokens.overlaps(sentence.tokens) ? contents[next].quotation : nil
                let tokens = bounds.bounded(sentence.tokens, in: sentence.tokens, floor: sentence.tokens.lowerBound)
                statements.append(statement(tokens.isEmpty ? sentence.tokens : tokens, quotation, index, sentence.section))
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

    // MARK: Pieces and clauses

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

    /// The clauses of a sentence that are statements, with the words that are none given to the clause beside them.
    private func units(of sentence: Range<Int>, from first: Int) -> [Piece] {
        let pieces = pieces(of: sentence, from: first)
        var units: [Piece] = []
        /// Where the next clause starts, when words before it belong to it.
        var pending: Int?
        for (number, piece) in pieces.enumerated() {
            let clauses = cutter.clauses(of: piece.tokens, isContent: piece.quotation != nil)
            for (place, clause) in clauses.enumerated() {
                let tokens = (pending ?? clause.lowerBound)..<clause.upperBound
                pending = nil
                let isLast = place + 1 == clauses.count
                if isLast, piece.quotation == nil, number + 1 < pieces.count, asksForMore(tokens) {
                    // `the vote in | “a farce”`: quoted words that a phrase needs are no statement without it.
                    pending = tokens.lowerBound
                } else if piece.quotation != nil {
                    units.append(Piece(tokens: tokens, quotation: piece.quotation))
                } else {
                    switch content(of: tokens) {
                    case .statement: units.append(Piece(tokens: tokens))
                    case .nothing: break
                    case .remainder:
                        if let last = units.indices.last {
                            units[last].tokens = units[last].tokens.lowerBound..<tokens.upperBound
                        } else {
                            pending = tokens.lowerBound
                        }
                    }
                }
            }
        }
        return units
    }

    private enum Content {
        /// It says something by itself.
        case statement
        /// It has words that belong to the clause beside it.
        case remainder
        /// It is a frame, or has no words.
        case nothing
    }

    private func content(of clause: Range<Int>) -> Content {
        var count = 0
        var hasFrame = false
        for index in clause {
            if isFrame[index] { hasFrame = true }
            guard !isFrame[index], !reading.text.isFunctionWord[index] else { continue }
            let token = reading.tokens[index]
            if token.isWord || token.kind == .number, reading.words[index].isDisjoint(with: .cue) { count += 1 }
            if count >= Self.fewest { return .statement }
        }
        if count == 0 || hasFrame { return .nothing }
        return count >= Self.fewestWithVerb && cutter.hasVerb(clause) ? .statement : .remainder
    }

    /// Whether narration breaks off before quoted words that it needs: after a preposition, a determiner, an auxiliary.
    private func asksForMore(_ range: Range<Int>) -> Bool {
        var last = range.upperBound - 1
        while last > range.lowerBound, reading.tokens[last].kind == .quote { last -= 1 }
        if reading.has(last, .complementizer), last > range.lowerBound { last -= 1 }
        return reading.tokens[last].kind == .word && reading.has(last, [.preposition, .determiner, .possessive, .auxiliary])
            && !reading.has(last, [.time, .adverb, .subject])
    }

    /// Whether a sentence only says who spoke: `Peskov said.`, `— Marit Oll, fish wholesaler`.
    private func isAttribution(_ sentence: Range<Int>) -> Bool {
        let words = sentence.filter { reading.tokens[$0].isWord || reading.tokens[$0].kind == .number }
        if words.contains(where: { isFrame[$0] }), words.allSatisfy({ isFrame[$0] || reading.text.isFunctionWord[$0] }) {
            return true
        }
        guard reading.tokens[sentence.lowerBound].kind == .dash, !words.isEmpty, words.count <= Self.longestAttribution,
            reading.tokens[sentence.lowerBound + 1].isCapitalized
        else { return false }
        return !sentence.contains { reading.has($0, [.auxiliary, .narrative]) || reading.tokens[$0].kind == .terminator }
    }
}
