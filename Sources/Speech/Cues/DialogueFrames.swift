internal import Language
internal import TextCore

/// Finds the frames that stand inside a quotation without marks of their own: `«Мы уйдём, — сказал он. — Завтра»`,
/// `—No lo sé —dijo ella—. Vamos.`, `« Nous partons, a-t-il dit, et demain »`.
///
/// - Complexity: O(*n*) in tokens: each dash or comma looks a bounded way ahead.
struct DialogueFrames {
    /// How many tokens a frame may take.
    private static let reach = 30
    /// How many tokens a verb may take before its subject: `a-t-il dit` has six.
    private static let longestVerb = 6
    /// How many letters a title in front of a name has: `Sra.`
    private static let longestAbbreviation = 3

    private let text: AnnotatedText
    private let words: [WordClass]
    /// Languages that set frames between dashes.
    private let usesDashes: Bool
    /// Languages that set frames between commas, with the verb first.
    private let usesCommas: Bool

    /// Languages that write dialogue with dashes: a German or East Asian dash is no mark of speech, an English one only where its
    /// paragraph has a frame.
    static func hasDashes(_ language: String) -> Bool {
        SpeechLexicon.languages.contains(language) && !["en", "de", "zh", "ja", "ko", "ar", "th", "nl"].contains(language)
    }

    init(_ text: AnnotatedText, words: [WordClass]) {
        self.text = text
        self.words = words
        usesDashes = Self.hasDashes(text.language)
        usesCommas = ["fr", "it", "es", "pt", "tr", "en"].contains(text.language)
    }

    /// Whether frames stand inside marks as well: an English one closes them before it.
    var areInMarks: Bool { text.language != "en" }

    /// Whether the language of the text has such frames at all.
    var isUsed: Bool { usesDashes || usesCommas }

    /// The words of a quotation without the frames inside it, in order; the whole range when there are none.
    func pieces(of range: Range<Int>) -> [Range<Int>] {
        guard isUsed else { return [range] }
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            guard index > start, let frame = frame(at: index, before: range.upperBound) else {
                index += 1
                continue
            }
            pieces.append(start..<frame.lowerBound)
            start = frame.upperBound
            while start < range.upperBound, isStop(start) || !areInMarks && isDash(start) { start += 1 }
            index = start
        }
        if start < range.upperBound { pieces.append(start..<range.upperBound) }
        return pieces
    }

    /// Whether frames were found: words are left out.
    func hasFrame(_ range: Range<Int>, _ pieces: [Range<Int>]) -> Bool { pieces.count != 1 || pieces.first != range }

    // MARK: One frame

    private func frame(at index: Int, before end: Int) -> Range<Int>? {
        if usesDashes, isDash(index), opensFrame(index + 1, before: end) {
            let limit = min(end, index + Self.reach)
            guard let close = ((index + 2)..<max(index + 2, limit)).first(where: isDash) else {
                // `— Нет, — сказал он.`: to the end of its sentence, or of what is quoted.
                return index..<sentenceEnd(index, before: end)
            }
            return index..<(close + 1)
        }
        guard usesCommas, isComma(index) || isStop(index), opensInverted(index + 1, before: end) else { return nil }
        let limit = min(end, index + Self.reach)
        var close = index + 2
        while close < limit, !isComma(close), !(text.tokens[close].kind == .terminator && endsSentence(close, before: end)) {
            close += 1
        }
        guard close < limit || limit == end else { return nil }
        return (index + 1)..<min(end, (appositionEnd(behind: close, before: end) ?? close) + 1)
    }

    /// `, a dit M. Dupont, le maire de Lyon, …`: the comma behind an apposition that says what somebody is.
    private func appositionEnd(behind comma: Int, before end: Int) -> Int? {
        guard comma + 2 < end, isComma(comma) else { return nil }
        var noun = comma + 1
        if words[noun].contains(.determiner) || text.tokens[noun].kind == .clitic { noun += 1 }
        guard noun < end, words[noun].contains(.role), !text.tokens[noun].isCapitalized else { return nil }
        return (noun + 1..<min(end, noun + Self.longestApposition)).first { isComma($0) || isStop($0) }.flatMap {
            isComma($0) ? $0 : nil
        }
    }

    private static let longestApposition = 10

    private func sentenceEnd(_ index: Int, before end: Int) -> Int {
        let limit = min(end, index + 2 * Self.reach)
        return ((index + 1)..<max(index + 1, limit)).first {
            text.tokens[$0].kind == .terminator && endsSentence($0, before: end)
        }
        .map { $0 + 1 } ?? limit
    }

    private func endsSentence(_ index: Int, before end: Int) -> Bool {
        // `M. Dupont`, `Sra. Ruiz`
        if index > 0, index + 1 < end, text.tokens[index - 1].end == text.tokens[index].start,
            text.tokens[index - 1].kind == .word, text.tokens[index - 1].isCapitalized,
            text.tokens[index - 1].range.count <= Self.longestAbbreviation, text.tokens[index].range.count == 1,
            text.tokens[index + 1].kind == .word, text.tokens[index + 1].isCapitalized,
            text.text.bytes[Int(text.tokens[index].start)] == UInt8(ascii: ".")
        {
            return false
        }
        return index + 1 >= end || text.tokens[index + 1].followsSpace && text.tokens[index + 1].isCapitalized
            || isDash(index + 1)
            || text.tokens[index + 1].kind == .quote
    }

    /// A cue behind a dash, perhaps behind a pronoun or auxiliary: `—le respondió`, `— он сказал`, `— ha detto`.
    private func opensFrame(_ start: Int, before end: Int) -> Bool {
        var index = start
        while index < min(end, start + 3) {
            guard text.tokens[index].kind == .word, !text.tokens[index].isCapitalized else { return false }
            if !words[index].isDisjoint(with: [.speech, .manner, .tell]), !words[index].contains(.gerund) { return true }
            guard !words[index].isDisjoint(with: [.adverb, .auxiliary, .subject]) else { return false }
            index += 1
        }
        return false
    }

    /// A verb with its subject behind it, right behind a comma: `, dit-il,`, `, a déclaré la ministre,`, `, ha detto Rossi`.
    private func opensInverted(_ start: Int, before end: Int) -> Bool {
        var index = start
        while index < min(end, start + Self.longestVerb) {
            let token = text.tokens[index]
            if token.kind == .dash, !token.followsSpace {
                index += 1
                continue
            }
            guard token.kind == .word || token.kind == .clitic, !token.isCapitalized else { return false }
            if words[index].contains(.speech) { break }
            guard
                !words[index].isDisjoint(with: [.auxiliary, .adverb])
                    || index > start && !words[index].isDisjoint(with: [.subject])
                    || Hash64.folded("t") == token.hash
            else { return false }
            index += 1
        }
        guard index < min(end, start + Self.longestVerb), text.tokens[index].kind == .word, words[index].contains(.speech) else {
            return false
        }
        let next = index + 1
        if index > start + 1, text.tokens[index - 1].kind == .word, words[index - 1].contains(.subject) { return true }
        guard next < end else { return true }
        let after = text.tokens[next]
        if after.kind == .dash, !after.followsSpace, next + 1 < end {
            return !words[next + 1].isDisjoint(with: [.subject, .masculine, .feminine])
                || text.tokens[next + 1].hash == Hash64.folded("t")
        }
        return after.isCapitalized || !words[next].isDisjoint(with: [.determiner, .subject])
            || after.kind == .clitic
    }

    // MARK: Tokens

    /// A dash that parts, not a hyphen.
    func isDash(_ index: Int) -> Bool {
        guard index < text.tokens.count, text.tokens[index].kind == .dash else { return false }
        switch text.text.bytes.span.scalar(at: Int(text.tokens[index].start)).value {
        case 0x2012, 0x2013, 0x2014, 0x2015: return true
        default: return text.tokens[index].followsSpace
        }
    }

    private func isComma(_ index: Int) -> Bool {
        text.tokens[index].kind == .punctuation && text.text.bytes[Int(text.tokens[index].start)] == UInt8(ascii: ",")
    }

    private func isStop(_ index: Int) -> Bool { text.tokens[index].kind == .terminator || isComma(index) }
}
