internal import Language
internal import TextCore

/// Finds where a new assertion starts inside a sentence: a coordinated or contrasted main clause, a relative or participial
/// clause at the end that carries a fact.
///
/// A cut needs evidence of a verb on both sides, and none is made inside brackets or quotation marks that open in the same
/// piece: a clause too long still says what it says, half a clause does not.
///
/// - Complexity: O(*n*) in tokens: each comma looks at a bounded number of tokens, counts are sums.
struct ClauseCutter {
    /// How far a comma looks for the verb of what follows it.
    private static let reach = 6

    private let reading: SpeechReading
    private let lexicon: ClauseLexicon
    /// For each place between tokens, how many words stand before it.
    private let wordsBefore: [Int]
    /// For each place between tokens, how many tokens before it are evidence of a verb.
    private let verbsBefore: [Int]
    /// For each place between tokens, how many commas stand before it.
    private let commasBefore: [Int]
    private let pairs: MarkPairs

    init(_ reading: SpeechReading, _ pairs: MarkPairs) {
        self.reading = reading
        self.pairs = pairs
        lexicon = ClauseLexicon.of(reading.text.language)
        let count = reading.tokens.count
        var words = [0]
        var verbs = [0]
        var commas = [0]
        words.reserveCapacity(count + 1)
        verbs.reserveCapacity(count + 1)
        commas.reserveCapacity(count + 1)
        for (index, token) in reading.tokens.enumerated() {
            words.append((words.last ?? 0) + (token.isWord || token.kind == .number ? 1 : 0))
            verbs.append((verbs.last ?? 0) + (Self.isVerb(index, reading, lexicon) ? 1 : 0))
            commas.append((commas.last ?? 0) + (reading.isComma(index) ? 1 : 0))
        }
        wordsBefore = words
        verbsBefore = verbs
        commasBefore = commas
    }

    /// Whether a token is evidence that a clause has its verb.
    static func isVerb(_ index: Int, _ reading: SpeechReading, _ lexicon: ClauseLexicon) -> Bool {
        let token = reading.tokens[index]
        if reading.has(index, [.auxiliary, .narrative]) || lexicon.verb.contains(token.hash) { return true }
        if reading.has(index, .verbCue), !reading.has(index, .gerund) { return true }
        guard token.kind == .word, !token.isCapitalized else { return false }
        return ClauseLexicon.ends(token, in: reading.text.text.span, with: lexicon.verbEndings)
    }

    /// How many words a token range has. O(1): a text of commas asks at each of them.
    func wordCount(_ range: Range<Int>) -> Int { wordsBefore[range.upperBound] - wordsBefore[range.lowerBound] }

    /// Whether a token range has evidence of a verb. O(1).
    func hasVerb(_ range: Range<Int>) -> Bool { verbsBefore[range.upperBound] > verbsBefore[range.lowerBound] }

    private func hasComma(_ range: Range<Int>) -> Bool { commasBefore[range.upperBound] > commasBefore[range.lowerBound] }

    /// A piece cut where a new clause starts. The clauses tile the piece.
    /// - Parameter isContent: whether the piece is what somebody says: then each `that` opens another content.
    func clauses(of range: Range<Int>, isContent: Bool) -> [Range<Int>] {
        var clauses: [Range<Int>] = []
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            // What is in brackets or marks of its own stays whole.
            if let partner = pairs.partner(of: index), partner > index, partner < range.upperBound {
                index = partner + 1
                continue
            }
            if isCut(index, in: start..<range.upperBound, inContent: isContent) {
                clauses.append(start..<index)
                start = index
            }
            index += 1
        }
        clauses.append(start..<range.upperBound)
        return clauses
    }

    /// Whether a clause starts at, or right behind the mark at, a token.
    private func isCut(_ index: Int, in range: Range<Int>, inContent: Bool) -> Bool {
        let token = reading.tokens[index]
        if token.kind == .word { return isCoordination(index, in: range) }
        guard token.kind == .punctuation || token.kind == .dash && reading.isBreak(index) else { return false }
        let left = range.lowerBound..<index
        let right = (index + 1)..<range.upperBound
        if reading.isMark(index, ";") { return wordCount(left) >= 3 && wordCount(right) >= 3 }
        guard token.kind == .dash || reading.isComma(index) || reading.isColon(index) else { return false }
        guard wordCount(left) >= 4, wordCount(right) >= 4, hasVerb(left), !isCondition(left) else { return false }
        var next = index + 1
        let isCoordinated = reading.has(next, .coordinator)
        if opensContent(isCoordinated ? next + 1 : next, before: range.upperBound) {
            return isCoordinated || inContent
        }
        let isContrast = lexicon.contrast.contains(reading.tokens[next].hash)
        if isCoordinated || isContrast { next += 1 }
        next = behindAdverbs(next, range.upperBound)
        guard next < range.upperBound else { return false }
        let rest = next..<range.upperBound
        if isContrast, !reading.has(next, [.auxiliary, .preposition]) || reading.has(next, .subject) {
            return wordCount(rest) >= 5 && hasVerb(rest)
        }
        if reading.isComma(index), !isCoordinated, carriesFact(next, in: rest) { return true }
        if opensClause(next, before: range.upperBound, isCoordinated: isCoordinated) { return true }
        // `…, and in the second week the mayor was …`: the clause starts before its adverbial.
        guard isCoordinated || token.kind == .dash, reading.has(next, .preposition),
            let comma = (next..<min(range.upperBound, next + 8)).first(where: { reading.isComma($0) }),
            comma + 1 < range.upperBound
        else { return false }
        return opensClause(comma + 1, before: range.upperBound, isCoordinated: true)
    }

    private func behindAdverbs(_ index: Int, _ end: Int) -> Int {
        var next = index
        while next < end, reading.has(next, .adverb), !reading.has(next, [.subject, .determiner]) { next += 1 }
        return next
    }

    /// Whether a range starts with what is not asserted by itself: its main clause belongs to it.
    private func isCondition(_ range: Range<Int>) -> Bool {
        guard let first = range.prefix(Self.reach).first(where: { reading.tokens[$0].isWord && !reading.has($0, .coordinator) })
        else { return false }
        return lexicon.condition.contains(reading.tokens[first].hash)
    }

    /// `The bridge was closed and it will be rebuilt`: a conjunction, a pronoun that can only be a subject, a verb.
    private func isCoordination(_ index: Int, in range: Range<Int>) -> Bool {
        guard reading.has(index, .coordinator), index + 2 < range.upperBound, !reading.tokens[index].isCapitalized else {
            return false
        }
        if opensContent(index + 1, before: range.upperBound) {
            return wordCount(range.lowerBound..<index) >= 3 && hasVerb(range.lowerBound..<index)
                && hasVerb((index + 1)..<range.upperBound)
        }
        guard reading.has(index + 1, .subject), !reading.has(index + 1, [.determiner, .relative, .collective]),
            reading.has(index + 2, .auxiliary)
        else { return false }
        let left = range.lowerBound..<index
        return wordCount(left) >= 5 && wordCount(index..<range.upperBound) >= 6 && hasVerb(left) && !isCondition(left)
    }

    /// `and that the board had known it`: a word that opens content, with a subject behind it.
    func opensContent(_ index: Int, before end: Int) -> Bool {
        guard index + 1 < end, lexicon.that.contains(reading.tokens[index].hash) else { return false }
        return reading.has(index + 1, [.determiner, .possessive, .subject]) || reading.tokens[index + 1].isCapitalized
    }

    /// Whether a subject with its verb starts at a token: a pronoun, or a short noun phrase before a verb.
    private func opensClause(_ start: Int, before end: Int, isCoordinated: Bool) -> Bool {
        if reading.has(start, [.relative, .preposition, .subordinator, .complementizer]), !reading.has(start, .determiner) {
            return false
        }
        if reading.has(start, .subject), !reading.has(start, .determiner) {
            return start + 1 < end && isFinite(start + 1, before: end)
        }
        if lexicon.isStrict, !isCoordinated { return false }
        guard reading.has(start, [.determiner, .possessive]) || reading.tokens[start].isCapitalized else { return false }
        for index in (start + 1)..<min(end, start + Self.reach) {
            if reading.has(index, .auxiliary) { return true }
            if isCoordinated, index >= start + 2, isFinite(index, before: end) { return true }
            if reading.has(index, [.preposition, .coordinator, .relative, .complementizer]) || !reading.tokens[index].isWord {
                return false
            }
        }
        return false
    }

    /// Whether a token is a finite verb for certain enough: an auxiliary, or a form with an object or clause behind it, so
    /// that it is no participle of a noun phrase.
    private func isFinite(_ index: Int, before end: Int) -> Bool {
        if reading.has(index, [.auxiliary, .narrative]) || lexicon.verb.contains(reading.tokens[index].hash) { return true }
        guard index + 1 < end, Self.isVerb(index, reading, lexicon) else { return false }
        return reading.has(index + 1, [.determiner, .possessive, .complementizer])
    }

    /// `…, which closed the harbour in 2019`, `…, forcing the board to close it`: a relative or participial clause at the end.
    private func carriesFact(_ start: Int, in rest: Range<Int>) -> Bool {
        guard wordCount(rest) >= 5, !hasComma(rest), start + 1 < rest.upperBound else { return false }
        let token = reading.tokens[start]
        if lexicon.relative.contains(token.hash) { return hasVerb((start + 1)..<rest.upperBound) }
        guard token.kind == .word, !token.isCapitalized, token.range.count >= 6, !reading.has(start, .preposition),
            ClauseLexicon.ends(token, in: reading.text.text.span, with: lexicon.participles)
        else { return false }
        return reading.has(start + 1, [.determiner, .possessive, .complementizer]) || reading.tokens[start + 1].kind == .number
    }
}
