internal import Language
internal import TextCore

/// A text as attribution reads it: each token's word classes, the marked spans, and periods.
///
/// A period is a sentence with the quoted sentences that belong to it: `“We won. They lost,” he said.` is one.
struct SpeechReading {
    let text: AnnotatedText
    let tokens: [Token]
    /// All marked spans, in order.
    let spans: [MarkedSpan]
    /// For each token, the outermost span that holds it and is not transparent; -1 outside.
    private(set) var outer: [Int32]
    /// For each token, its classes; a phrase's classes stand at its first token.
    let words: [WordClass]
    /// For each token, how many tokens its class spans.
    let lengths: [UInt8]
    /// For each token, whether it lies in a transparent span.
    private(set) var isInAside: [Bool]
    /// Whether each section is written with capitals throughout, as some headlines are.
    let isTitleCase: [Bool]
    /// For each span, whether it is a title, a term or a word at arm's length, read on as if it had no marks.
    private(set) var isTransparent: [Bool]
    /// For each token, whether a sentence ends with it.
    let endsSentence: [Bool]

    init(_ text: AnnotatedText) {
        self.text = text
        tokens = text.tokens
        let words: [WordClass]
        (words, lengths) = Self.classes(of: text)
        self.words = words
        spans = QuotationMarkScanner.spans(of: text, words: words).map {
            Self.withoutFrame($0, tokens: text.tokens, words: words, text)
        }
        isTitleCase = text.sectionTokens.map { Self.isTitleCase(text.tokens, $0) }
        outer = Array(repeating: -1, count: tokens.count)
        isTransparent = Array(repeating: false, count: spans.count)
        isInAside = Array(repeating: false, count: tokens.count)
        var ends = Array(repeating: false, count: tokens.count)
        for sentence in text.sentences where !sentence.tokens.isEmpty { ends[sentence.tokens.upperBound - 1] = true }
        for section in text.sectionTokens where !section.isEmpty { ends[section.upperBound - 1] = true }
        endsSentence = ends
        for index in spans.indices where spans[index].enclosing == nil {
            if Aside.isAside(spans[index], in: self) {
                isTransparent[index] = true
                for token in spans[index].tokens { isInAside[token] = true }
            } else {
                for token in spans[index].tokens { outer[token] = Int32(clamping: index) }
            }
        }
    }

    /// `"We won the vote, she said. "It was close."`: a mark that was forgotten stands before the frame.
    private static func withoutFrame(
        _ span: MarkedSpan,
        tokens: [Token],
        words: [WordClass],
        _ text: AnnotatedText
    ) -> MarkedSpan {
        guard span.damage == .unclosed, let last = span.contents.last, last.count > 4 else { return span }
        if let comma = ForgottenMark(text: text, words: words).comma(in: last) { return span.cut(behind: comma) }
        let low = max(last.lowerBound + 2, last.upperBound - 9)
        guard let comma = (low..<last.upperBound).last(where: { text.text.bytes[Int(tokens[$0].start)] == UInt8(ascii: ",") }),
            comma + 2 < last.upperBound, last.upperBound - comma <= 7,
            ((comma + 1)..<last.upperBound).contains(where: { !words[$0].isDisjoint(with: .speech) }),
            !((comma + 1)..<last.upperBound).contains(where: { words[$0].contains(.complementizer) })
        else { return span }
        return span.cut(behind: comma)
    }

    private static func classes(of text: AnnotatedText) -> ([WordClass], [UInt8]) {
        let lexicon = SpeechLexicon.of(text.language)
        let tokens = text.tokens
        var words = Array(repeating: WordClass(), count: tokens.count)
        var lengths = Array(repeating: UInt8(1), count: tokens.count)
        for index in tokens.indices {
            let token = tokens[index]
            guard token.isWord || token.kind == .clitic else { continue }
            if let word = lexicon.words[token.hash] { words[index].formUnion(word) }
            guard let phrases = lexicon.phrases[token.hash] else { continue }
            for phrase in phrases where index + phrase.hashes.count <= tokens.count {
                var place = 1
                while place < phrase.hashes.count, tokens[index + place].hash == phrase.hashes[place] { place += 1 }
                guard place == phrase.hashes.count else { continue }
                words[index].formUnion(phrase.word)
                lengths[index] = UInt8(clamping: phrase.hashes.count)
                break
            }
        }
        if text.language == "fr" {
            for index in tokens.indices where words[index].isEmpty && isInverted(index, tokens) { words[index] = .manner }
        }
        for index in tokens.indices where isAbbreviation(index, tokens) && !words[index].isDisjoint(with: pronouns) {
            words[index] = []
        }
        if text.language == "de" { clearSurnames(&words, text) }
        if text.language == "en" { clearStates(&words, tokens) }
        // `April Moss`, `Will Barrow`: what opens a person's name is no month and no verb.
        for name in text.names where name.kind == .person && name.tokens.count > 1 {
            words[name.tokens.lowerBound].subtract([.time, .auxiliary, .adverb])
        }
        return (words, lengths)
    }

    private static let pronouns: WordClass = [.subject, .relative, .firstPerson]

    /// `the WHO said`: capitals beside a word in lower case.
    private static func isAbbreviation(_ index: Int, _ tokens: [Token]) -> Bool {
        tokens[index].shape.contains(.allCaps)
            && [index - 1, index + 1].contains {
                tokens.indices.contains($0) && tokens[$0].kind == .word && !tokens[$0].isCapitalized
            }
    }

    /// „Stephan Weil sagte“: a conjunction that has a capital inside a sentence is a surname, there and, with a cue behind it, where
    /// it opens one.
    private static func clearSurnames(_ words: inout [WordClass], _ text: AnnotatedText) {
        let tokens = text.tokens
        var surnames: Set<UInt64> = []
        for index in tokens.indices.dropFirst()
        where tokens[index].isCapitalized && tokens[index - 1].kind == .word && tokens[index].followsSpace
            && !words[index].isDisjoint(with: [.subordinator, .coordinator])
            && text.sentence(ofToken: index) == text.sentence(ofToken: index - 1)
            && !tokens[index].shape.contains(.allCaps)
        {
            surnames.insert(tokens[index].hash)
            words[index] = []
        }
        for index in tokens.indices.dropLast()
        where tokens[index].isCapitalized && surnames.contains(tokens[index].hash) && words[index + 1].contains(.speech) {
            words[index] = []
        }
    }

    /// `state media`, `the state-run agency`: “state” in front of another noun is no verb.
    private static func clearStates(_ words: inout [WordClass], _ tokens: [Token]) {
        for index in tokens.indices.dropLast() where tokens[index].hash == state {
            let next = tokens[index + 1]
            let isJoined = next.kind == .dash && !next.followsSpace
            let isNoun =
                next.kind == .word && (!next.isCapitalized || next.shape.contains(.allCaps))
                && words[index + 1].isDisjoint(with: opensClause)
            if isJoined || isNoun { words[index] = [] }
        }
    }

    private static let state = Hash64.folded("state")
    /// What stands behind a verb of saying rather than behind an adjective.
    private static let opensClause: WordClass = [
        .complementizer, .subject, .determiner, .possessive, .preposition, .adverb, .time, .auxiliary, .coordinator,
    ]

    /// `lâche-t-il`, `soupire-t-elle`: a French verb with its subject behind it: beside quoted words it speaks, whatever it says.
    private static func isInverted(_ index: Int, _ tokens: [Token]) -> Bool {
        guard tokens[index].kind == .word, !tokens[index].isCapitalized else { return false }
        var next = index + 1
        func passesDash() -> Bool {
            guard next < tokens.count, tokens[next].kind == .dash, !tokens[next].followsSpace else { return false }
            next += 1
            return next < tokens.count && !tokens[next].followsSpace
        }
        guard passesDash() else { return false }
        if tokens[next].hash == euphonic {
            next += 1
            guard passesDash() else { return false }
        }
        return invertedSubjects.contains(tokens[next].hash)
    }

    private static let euphonic = Hash64.folded("t")
    private static let invertedSubjects = Set(["il", "elle", "ils", "elles", "on"].map { Hash64.folded($0) })

    private static func isTitleCase(_ tokens: [Token], _ range: Range<Int>) -> Bool {
        var capitalized = 0
        var long = 0
        for token in tokens[range] where token.kind == .word && Int(token.end) - Int(token.start) > 3 {
            long += 1
            if token.isCapitalized { capitalized += 1 }
        }
        return long >= 3 && capitalized * 10 >= long * 8
    }

    // MARK: Tokens

    /// Whether a token lies outside all quotations.
    func isOutside(_ index: Int) -> Bool { outer[index] < 0 }

    /// Whether a span stands in a headline that is written with capitals throughout. A paragraph may be full of names.
    func isInTitleCase(_ span: MarkedSpan) -> Bool {
        guard isTitleCase.indices.contains(span.section), isTitleCase[span.section] else { return false }
        let role = text.sections[span.section].role
        return role == .headline || role == .heading
    }

    /// Whether a token is the first of a line or of a section. Text between sections has no tokens, so that the first one of a
    /// section does not always know of the line break before it.
    func startsLine(_ index: Int) -> Bool {
        if index == 0 || tokens[index].shape.contains(.afterLineBreak) { return true }
        guard let sentence = text.sentence(ofToken: index) else { return true }
        return text.sectionTokens[text.sentences[sentence].section].lowerBound == index
    }

    func has(_ index: Int, _ word: WordClass) -> Bool { !words[index].isDisjoint(with: word) }

    /// Whether a token is the one-byte mark `byte`.
    func isMark(_ index: Int, _ byte: Character) -> Bool {
        guard let value = byte.asciiValue else { return false }
        return text.text.bytes[Int(tokens[index].start)] == value
    }

    /// `would reach 4%`, `-3°`: a sign that belongs to the number in front.
    func isUnitSign(_ index: Int) -> Bool {
        index > 0 && tokens[index - 1].kind == .number && !tokens[index].followsSpace && !isComma(index) && !isColon(index)
            && !isMark(index, ";") && !isMark(index, "]") && !isMark(index, ")")
    }

    /// A comma of any script.
    func isComma(_ index: Int) -> Bool {
        guard tokens[index].kind == .punctuation else { return false }
        switch text.text.bytes.span.scalar(at: Int(tokens[index].start)).value {
        case 0x2C, 0xFF0C, 0x3001, 0x60C: return true
        default: return false
        }
    }

    /// A colon of any script; not one inside a figure: `1:2`.
    func isColon(_ index: Int) -> Bool {
        guard tokens[index].kind == .punctuation else { return false }
        if index > 0, index + 1 < tokens.count, tokens[index - 1].kind == .number, tokens[index + 1].kind == .number,
            !tokens[index].followsSpace, !tokens[index + 1].followsSpace
        {
            return false
        }
        switch text.text.bytes.span.scalar(at: Int(tokens[index].start)).value {
        case 0x3A, 0xFF1A: return true
        default: return false
        }
    }

    /// A dash with white space before it, or an em dash.
    func isBreak(_ index: Int) -> Bool {
        guard tokens[index].kind == .dash else { return false }
        if tokens[index].followsSpace { return true }
        return text.text.bytes.span.scalar(at: Int(tokens[index].start)).value == 0x2014
            || Int(tokens[index].end) - Int(tokens[index].start) == 2
    }

    /// The last token of a span's content that is no mark; nil when there is none.
    func lastContentToken(_ span: MarkedSpan) -> Int? {
        var index = span.content.upperBound - 1
        while index >= span.content.lowerBound, tokens[index].kind == .quote { index -= 1 }
        return index >= span.content.lowerBound ? index : nil
    }

    /// Whether a small English word ends as adverbs do.
    func isLyAdverb(_ index: Int) -> Bool {
        let token = tokens[index]
        guard text.language == "en", token.kind == .word, !token.isCapitalized, token.range.count > 4 else { return false }
        return text.text.bytes[token.range].suffix(2).elementsEqual("ly".utf8) && !Self.lyNouns.contains(token.hash)
            && words[index].isDisjoint(with: [.role, .collective, .document])
    }

    private static let lyNouns = Set(
        ["family", "assembly", "ally", "monopoly", "bully", "reply", "supply", "apply", "rely", "imply"].map { Hash64.folded($0) }
    )

    /// Whether a German clause stands in the subjunctive of retold speech ("sei", "habe", "müsse"). Nouns and adjectives
    /// that look like one are told apart by their capital letter.
    func isSubjunctive(_ range: Range<Int>) -> Bool { firstSubjunctive(range) != nil }

    /// The first verb in the subjunctive of retold speech; also the second subjunctive when asked for.
    /// - Parameter byForm: whether a verb that no list has counts, too, where its ending and its place tell.
    func firstSubjunctive(_ range: Range<Int>, second: Bool = false, byForm: Bool = true) -> Int? {
        range.first {
            isOutside($0) && tokens[$0].kind == .word && !tokens[$0].isCapitalized
                && (GermanWords.subjunctive.contains(tokens[$0].hash) || tokens[$0].hash == Self.hätten
                    || second && GermanWords.secondSubjunctive.contains(tokens[$0].hash)
                    || byForm && isSubjunctiveByForm($0, in: range))
        }
    }

    /// `die Regierung schließe die Brücke`: a German verb in -e right behind the noun or pronoun that is its subject. The
    /// indicative of the third person ends in -t, the past in -te; adjectives stand before their nouns.
    private func isSubjunctiveByForm(_ index: Int, in range: Range<Int>) -> Bool {
        let token = tokens[index]
        guard text.language == "de", index > range.lowerBound, token.range.count > 4, words[index].isEmpty, isOutside(index - 1),
            tokens[index - 1].kind == .word, !text.isFunctionWord[index], !GermanWords.adverbsInE.contains(token.hash)
        else { return false }
        let bytes = text.text.bytes[token.range]
        guard bytes.last == UInt8(ascii: "e"), !bytes.suffix(2).elementsEqual("te".utf8) else { return false }
        let subject = index - 1
        let isPronoun = has(subject, [.masculine, .feminine]) && !has(subject, .determiner)
        let isNoun =
            tokens[subject].isCapitalized && subject > range.lowerBound && isOutside(subject - 1)
            && GermanWords.nominative.contains(tokens[subject - 1].hash)
        guard isPronoun || isNoun else { return false }
        // `der Verein große Summen`: an adjective.
        return index + 1 >= tokens.count || !tokens[index + 1].isCapitalized || tokens[index + 1].kind != .word
    }

    private static let hätten = Hash64.folded("hätten")

    /// Whether a person is named in a token range. O(log *n*) in names, and the names of the range.
    func namesPerson(_ range: Range<Int>) -> Bool {
        var low = 0
        var high = text.names.count
        while low < high {
            let middle = (low + high) / 2
            if text.names[middle].tokens.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return text.names[low...].prefix { $0.tokens.lowerBound < range.upperBound }.contains { $0.kind == .person }
    }

    /// How many words a token range has.
    func wordCount(_ range: Range<Int>, limit: Int = .max) -> Int {
        var count = 0
        for index in range {
            if tokens[index].isWord || tokens[index].kind == .number { count += 1 }
            if count >= limit { break }
        }
        return count
    }

    /// The bytes of a token range, without white space; empty for an empty range.
    func bytes(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
    }

    /// `best-known`, `long-promised`: whether an English participle is the end of a compound.
    func isCompounded(_ index: Int) -> Bool {
        guard text.language == "en", index > 1, tokens[index - 1].kind == .dash, isMark(index - 1, "-") else { return false }
        return !tokens[index].followsSpace && !tokens[index - 1].followsSpace && tokens[index - 2].isWord
    }

    // MARK: Periods

    /// How many words and spans a period may have: what is longer is no sentence, and rules look at pairs of its cues.
    static let longestPeriod = 400

    /// The periods of the text, in order.
    func periods() -> [Range<Int>] {
        var periods: [Range<Int>] = []
        var start = 0
        var index = 0
        var elements = 0
        while index < tokens.count {
            var ends: Bool
            if outer[index] >= 0 {
                let span = spans[Int(outer[index])]
                index = max(index + 1, span.tokens.upperBound)
                ends = periodEnds(after: span, at: index)
            } else {
                ends = endsSentence[index] || startsSentence(after: index)
                index += 1
            }
            elements += 1
            ends = ends || elements >= Self.longestPeriod
            if ends {
                if start < index { periods.append(start..<index) }
                start = index
                elements = 0
            }
        }
        if start < tokens.count { periods.append(start..<tokens.count) }
        return periods
    }

    /// `outcome". "This sort …`: a stop right behind a quotation ends the period whatever comes.
    private func startsSentence(after index: Int) -> Bool {
        guard tokens[index].kind == .terminator, index > 0, outer[index - 1] >= 0, index + 1 < tokens.count else { return false }
        return tokens[index + 1].followsSpace && (tokens[index + 1].isCapitalized || tokens[index + 1].kind == .quote)
    }

    private func periodEnds(after span: MarkedSpan, at next: Int) -> Bool {
        if next >= tokens.count || tokens[next].shape.contains(.afterLineBreak) || endsSection(next - 1) { return true }
        guard let last = lastContentToken(span), tokens[last].kind == .terminator else { return false }
        let token = tokens[next]
        switch token.kind {
        case .dash, .punctuation, .terminator: return false
        case .quote: return true
        default: break
        }
        guard token.isCapitalized || token.kind == .number else { return token.kind == .ideograph ? false : false }
        return !opensWithCue(next, strictly: isMark(last, "."))
    }

    private func endsSection(_ index: Int) -> Bool {
        guard let sentence = text.sentence(ofToken: index) else { return true }
        return text.sectionTokens[text.sentences[sentence].section].upperBound == index + 1
    }

    /// Whether a cue with its source starts at a token: `Trump asked`, `said Smith`. Strictly: and nothing follows it.
    private func opensWithCue(_ start: Int, strictly: Bool) -> Bool {
        var index = start
        let limit = min(tokens.count, start + 9)
        while index < limit, outer[index] < 0 {
            if has(index, .verbCue), index > start, !has(index, .gerund), !tokens[index].isCapitalized {
                guard strictly else { return true }
                let next = index + Int(lengths[index])
                guard next < tokens.count else { return true }
                return tokens[next].kind == .terminator || (isComma(next)) || (has(next, .preposition) && next + 4 < tokens.count)
                    || has(next, .time)
            }
            if tokens[index].kind == .terminator, endsSentence[index] { return false }
            if has(index, .phraseEnd) || isComma(index) { return false }
            index += 1
        }
        return false
    }
}
