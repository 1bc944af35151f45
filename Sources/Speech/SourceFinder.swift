internal import Language
internal import TextCore

/// Finds the noun phrase that is the source of a cue, without a parser: by function words, case and punctuation.
///
/// - Complexity: each search looks at no more than ``reach`` tokens.
struct SourceFinder {
    typealias Source = Attribution.Source

    /// How many tokens a source may take.
    static let reach = 40

    let reading: SpeechReading

    private var tokens: [Token] { reading.tokens }

    // MARK: Before the cue

    /// The source that ends right before token `end`, at or after `start`.
    func source(before end: Int, from start: Int) -> Source? {
        var low = max(start, end - Self.reach)
        if let blocked = (low..<end).last(where: { !reading.isOutside($0) }) { low = blocked + 1 }
        guard low < end else { return nil }
        let last = end - 1
        if reading.has(last, .relative) {
            return Source(mention: last..<end, head: last..<end, reference: .relative)
        }
        if reading.isComma(last) || reading.isMark(last, ")") { return apposed(before: last, from: low) }
        return plain(before: end, from: low)
    }

    /// A noun phrase that runs up to `end` without a comma.
    private func plain(before end: Int, from low: Int) -> Source? {
        let last = end - 1
        if reading.has(last, .subject) {
            return Source(mention: last..<end, head: last..<end, reference: .pronoun)
        }
        var start = end
        var index = last
        while index >= low {
            let token = tokens[index]
            switch token.kind {
            case .word, .number, .clitic, .ideograph, .symbol:
                if reading.has(index, .phraseEnd), !reading.has(index, [.determiner, .role]), index != last { break }
                if reading.has(index, .subject), !reading.has(index, [.relative, .determiner]), index != last {
                    // `He paused, then added`: a clause; its subject.
                    return Source(mention: index..<(index + 1), head: index..<(index + 1), reference: .pronoun)
                }
                if reading.has(index, [.determiner, .possessive]), !reading.has(index, .subject), index > low,
                    !reading.has(index - 1, [.preposition, .determiner, .adverb]), !isConnected(index - 1)
                {
                    return trimmed(index..<end, from: low)
                }
                if reading.has(index, .verbCue), !token.isCapitalized, index != last, !reading.has(index, .role) { break }
                if reading.has(index, .coordinator), !joinsNames(index, low) { break }
                start = index
                index -= 1
                continue
            case .terminator:
                if reading.endsSentence[index] || !token.followsSpace && token.range.count > 1 { break }
                index -= 1
                continue
            case .dash:
                if reading.isBreak(index) { break }
                index -= 1
                continue
            case .punctuation:
                if reading.isMark(index, ")"), let open = bracket(closing: index, from: low) {
                    index = open - 1
                    continue
                }
                if isInsideName(index, low) || isSign(index) {
                    index -= 1
                    continue
                }
                break
            case .quote:
                // A nickname or title inside the phrase.
                index -= 1
                continue
            }
            break
        }
        guard start < end else { return nil }
        return trimmed(start..<end, from: low)
    }

    private func isConnected(_ index: Int) -> Bool {
        reading.tokens[index].kind == .clitic || reading.has(index, .coordinator) || tokens[index].kind == .dash
    }

    /// `Sanders, I-Vt., said`: a comma between capitalized words of a name with initials and places.
    private func isInsideName(_ index: Int, _ low: Int) -> Bool {
        guard index > low, index + 1 < tokens.count, reading.isComma(index) else { return false }
        let after = tokens[index + 1]
        return after.isCapitalized && after.range.count <= 3 && index + 2 < tokens.count
            && (tokens[index + 2].kind == .dash || tokens[index + 2].kind == .terminator) && tokens[index - 1].isCapitalized
    }

    /// `7% said`, `Belt & Sound Lines`.
    private func isSign(_ index: Int) -> Bool {
        reading.isMark(index, "%") || reading.isMark(index, "&") && index + 1 < tokens.count && tokens[index + 1].isCapitalized
    }

    private func joinsNames(_ index: Int, _ low: Int) -> Bool {
        guard index > low, index + 1 < tokens.count else { return false }
        let before = tokens[index - 1]
        let after = tokens[index + 1]
        return (before.isCapitalized && after.isCapitalized)
            || (reading.has(index - 1, [.role, .collective]) && (reading.has(index + 1, [.role, .collective, .determiner])))
    }

    private func bracket(closing: Int, from low: Int) -> Int? {
        (max(low, closing - 12)..<closing).last { reading.isMark($0, "(") }
    }

    /// Drops adverbs, conjunctions and fronted adverbials from the start of a phrase.
    private func trimmed(_ range: Range<Int>, from low: Int) -> Source? {
        var start = range.lowerBound
        if range.allSatisfy({ reading.has($0, [.preposition, .time, .coordinator]) || !tokens[$0].isWord }), low < start {
            return nil
        }
        // `…, also on Fox News defended`: an adverbial between the subject and its verb.
        if reading.has(start, .preposition)
            || (reading.has(start, .adverb) && range.count > 1 && reading.has(start + 1, .preposition)),
            start > low, reading.isComma(start - 1)
        {
            return nil
        }
        while start < range.upperBound - 1,
            reading.has(start, [.adverb, .coordinator, .time]) && !reading.has(start, [.determiner, .collective, .role])
                || !tokens[start].isWord && tokens[start].kind != .number && tokens[start].kind != .symbol
        {
            start += 1
        }
        if reading.has(start, .preposition), !tokens[range.upperBound - 1].isCapitalized || true {
            // `In Iowa Clinton`, `On Monday the senator`: what follows the adverbial.
            var index = range.upperBound - 1
            while index > start, tokens[index].isCapitalized || tokens[index].kind == .terminator || tokens[index].kind == .dash {
                index -= 1
            }
            if index < range.upperBound - 1, !reading.has(index, .preposition) || index == start {
                start = index + 1
            } else if let determiner = (start..<range.upperBound).last(where: { reading.has($0, [.determiner, .possessive]) }) {
                start = determiner
            }
            if reading.has(start, .time), start + 1 < range.upperBound { start += 1 }
        }
        guard start < range.upperBound else { return nil }
        var end = range.upperBound
        while end > start + 1, tokens[end - 1].kind == .quote || tokens[end - 1].kind == .dash { end -= 1 }
        return Source(mention: start..<end, head: start..<end, reference: reference(start..<end))
    }

    private func reference(_ range: Range<Int>) -> Attribution.Reference {
        range.count == 1 && reading.has(range.lowerBound, .subject) ? .pronoun : .noun
    }

    /// `Doug Cole, a political consultant, said`: the phrase before the apposition that ends at `comma`.
    private func apposed(before comma: Int, from low: Int) -> Source? {
        var index = comma - 1
        var opening: Int?
        if reading.isMark(comma, ")") {
            guard let open = bracket(closing: comma, from: low), open > low else { return nil }
            return plain(before: open, from: low).map { extended($0, to: comma + 1) }
        }
        // Right behind a quotation the source opens the frame: its first comma opens the apposition.
        let opensFrame = low > 0 && !reading.isOutside(low - 1) && !reading.has(low, .preposition)
        while index > low {
            if reading.isComma(index), !isInsideName(index, low) {
                opening = index
                // A list inside the apposition: `, president of the Center, a lobby, said`.
                if !opensFrame, index - 1 > low, isApposition(index + 1) || reading.has(index + 1, .gerund) { break }
            }
            if tokens[index].kind == .terminator, reading.endsSentence[index] { break }
            index -= 1
        }
        guard let opening, opening > low, isApposition(opening + 1) || reading.has(opening + 1, .gerund) else {
            return plain(before: comma, from: low)
        }
        return plain(before: opening, from: low).map { extended($0, to: comma) }
    }

    private func extended(_ source: Source, to end: Int) -> Source {
        Source(mention: source.mention.lowerBound..<end, head: source.head, reference: source.reference)
    }

    /// Whether an apposition or relative clause starts at a token: lower case, a determiner, a role, a number.
    func isApposition(_ index: Int) -> Bool {
        guard index < tokens.count, reading.isOutside(index) else { return false }
        if tokens[index].kind == .number { return true }
        guard tokens[index].isWord else { return false }
        if reading.has(index, [.coordinator, .complementizer, .subordinator]) && !reading.has(index, .relative) {
            return tokens[index].hash == Self.whose
        }
        if reading.has(index, [.subject]) && !reading.has(index, .relative) { return false }
        if reading.has(index, .gerund) { return false }
        return true
    }

    private static let whose = Hash64.folded("whose")

    // MARK: Behind the cue

    /// The source that starts at token `start`, before `end`: `said Doug Cole, a political consultant`.
    func source(after start: Int, before end: Int) -> Source? {
        var index = start
        while index < end, reading.has(index, [.adverb, .time, .coordinator]),
            !reading.has(index, [.determiner, .collective, .subject])
        {
            index += 1
        }
        // `ajoute-t-elle`, `a déclaré en vellois la ministre`.
        while index + 1 < end, tokens[index].kind == .dash && !reading.isBreak(index) || tokens[index].hash == Self.euphonic {
            index += 1
        }
        if index + 2 < end, reading.has(index, .preposition), reading.has(index + 2, .determiner), tokens[index + 1].isWord {
            index += 2
        }
        let low = index
        let high = min(end, low + Self.reach)
        guard low < high, reading.isOutside(low) else { return nil }
        if reading.has(low, [.subject, .masculine, .feminine]),
            !reading.has(low, [.determiner, .possessive]) || isAlone(low, high)
        {
            return Source(mention: low..<(low + 1), head: low..<(low + 1), reference: .pronoun)
        }
        guard opensPhrase(low) else { return nil }
        let head = low..<phraseEnd(low, high)
        guard !head.isEmpty else { return nil }
        var mention = head
        if head.upperBound < high, reading.isComma(head.upperBound), isApposition(head.upperBound + 1), head.upperBound + 1 < high
        {
            mention = low..<appositionEnd(head.upperBound + 1, high)
        }
        return Source(mention: mention, head: head, reference: .noun)
    }

    private static let euphonic = Hash64.folded("t")

    private func isAlone(_ index: Int, _ end: Int) -> Bool {
        index + 1 >= end || !reading.isOutside(index + 1) || !tokens[index + 1].isWord
    }

    /// Whether a token can start a noun phrase.
    func opensPhrase(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.kind == .number || token.kind == .ideograph { return true }
        guard token.kind == .word || token.kind == .clitic else { return false }
        if token.isCapitalized { return true }
        if reading.has(index, [.determiner, .possessive, .role, .collective]) { return true }
        return reading.words[index].isDisjoint(with: [
            .preposition, .subordinator, .complementizer, .auxiliary, .coordinator, .adverb, .subject, .time,
        ]) && reading.words[index].isDisjoint(with: .verbCue)
    }

    /// The end of the noun phrase that starts at `start`.
    func phraseEnd(_ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, reading.isOutside(index) {
            switch tokens[index].kind {
            case .word, .number, .clitic, .ideograph, .symbol:
                if index > start {
                    if endsName(index, start) { return index }
                    if reading.has(index, .phraseEnd), !reading.has(index, .determiner) { return index }
                    if reading.has(index, .preposition), !isInnerPreposition(index) { return index }
                    if reading.has(index, .time), !reading.has(index, .adverb) || !tokens[index].isCapitalized { return index }
                    if reading.has(index, .coordinator), !joinsNames(index, start) { return index }
                    if reading.has(index, .verbCue), !tokens[index].isCapitalized, !reading.has(index, .role),
                        tokens[index - 1].kind != .clitic
                    {
                        return index
                    }
                    if reading.has(index, .adverb), !reading.has(index, .determiner) { return index }
                }
                index += 1
            case .terminator:
                if reading.endsSentence[index] { return index }
                index += 1
            case .dash:
                if reading.isBreak(index) { return index }
                index += 1
            case .punctuation:
                if reading.isMark(index, "(") {
                    let limit = min(end, index + 12)
                    guard let close = (index..<limit).first(where: { reading.isMark($0, ")") }) else { return index }
                    index = close + 1
                } else if isInsideName(index, start) || isSign(index) {
                    index += 1
                } else {
                    return index
                }
            case .quote:
                index += 1
            }
        }
        return index
    }

    /// `Ryan Zinke echoed`: a lower-case word behind a name is its verb, unless an article opened the phrase.
    private func endsName(_ index: Int, _ start: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, !token.isCapitalized,
            reading.words[index].isDisjoint(with: [.role, .collective, .coordinator, .preposition])
        else { return false }
        if tokens[index - 1].isCapitalized, tokens[start].isCapitalized, !reading.has(start, [.determiner, .possessive]) {
            // `Kessenhavn harbor board chair`: a role is still to come.
            let leadsToRole = ((index + 1)..<min(tokens.count, index + 4)).contains {
                reading.has($0, .role) && !reading.has($0, .document) && !tokens[$0].isCapitalized
            }
            return reading.text.language == "en" && !leadsToRole
        }
        guard index + 1 < tokens.count, reading.text.language == "en",
            reading.text.text.bytes[Int(token.end) - 1] == UInt8(ascii: "d"),
            reading.text.text.bytes[Int(token.end) - 2] == UInt8(ascii: "e")
        else { return false }
        return reading.has(index + 1, [.determiner, .possessive, .preposition]) || tokens[index + 1].isCapitalized
    }

    private static let inner: Set<UInt64> = Set(
        ["of", "for", "from", "at", "with", "von", "vom", "der", "des", "de", "du", "d'", "del", "della", "di", "do", "da"].map {
            Hash64.folded($0)
        }
    )

    private func isInnerPreposition(_ index: Int) -> Bool { Self.inner.contains(tokens[index].hash) }

    private func appositionEnd(_ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, reading.isOutside(index) {
            if tokens[index].kind == .terminator, reading.endsSentence[index] { return index }
            if reading.isComma(index), !isInsideName(index, start) { return index }
            if reading.isColon(index) || reading.isBreak(index) { return index }
            index += 1
        }
        return index
    }

    // MARK: The subject of a period

    /// The first noun phrase of a period that is no fronted adverbial, before token `end`.
    func subject(from start: Int, before end: Int) -> Source? {
        var index = start
        let high = min(end, start + 2 * Self.reach)
        while index < high {
            while index < high, !reading.isOutside(index) { index += 1 }
            while index < high, reading.isOutside(index),
                !tokens[index].isWord && tokens[index].kind != .number
                    || (reading.has(index, [.adverb, .coordinator])
                        && !reading.has(index, [.determiner, .role, .collective, .subject]))
            {
                index += 1
            }
            guard index < high, reading.isOutside(index) else { break }
            // `Earlier Sunday, Clinton …`, `A day after the vote, she …`
            if reading.has(index, .time) && !reading.has(index, .role)
                || index + 1 < high && reading.has(index + 1, .time)
                    && (reading.has(index, .determiner) || tokens[index].kind == .number)
            {
                let end = ((index + 1)..<high).first { !reading.isOutside($0) || reading.isComma($0) }
                if let end {
                    index = end + (reading.isOutside(end) ? 1 : 0)
                    continue
                }
            }
            if reading.has(index, [.preposition, .subordinator, .complementizer, .gerund]) && !reading.has(index, .subject)
                || isParticiple(index)
            {
                guard let comma = (index..<high).first(where: { reading.isComma($0) && reading.isOutside($0) }) else {
                    return nil
                }
                index = comma + 1
                continue
            }
            if reading.has(index, .subject), !reading.has(index, .relative) {
                return Source(mention: index..<(index + 1), head: index..<(index + 1), reference: .pronoun)
            }
            guard opensPhrase(index) else { return nil }
            let phrase = index..<phraseEnd(index, high)
            guard !phrase.isEmpty else { return nil }
            var mention = phrase
            if phrase.upperBound + 1 < high, reading.isOutside(phrase.upperBound), reading.isComma(phrase.upperBound),
                isApposition(phrase.upperBound + 1)
            {
                mention = index..<appositionEnd(phrase.upperBound + 1, high)
            }
            return Source(mention: mention, head: phrase, reference: .noun)
        }
        return nil
    }

    /// `Speaking to reporters, …`, `Asked about it, …`
    private func isParticiple(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, token.range.count > 4, reading.text.language == "en" else { return false }
        let end = Int(token.end)
        let bytes = reading.text.text.bytes
        let isGerund =
            bytes[end - 3] == UInt8(ascii: "i") && bytes[end - 2] == UInt8(ascii: "n") && bytes[end - 1] == UInt8(ascii: "g")
        if isGerund { return index + 1 < tokens.count && !tokens[index + 1].isCapitalized }
        return reading.has(index, .verbCue) && bytes[end - 1] == UInt8(ascii: "d")
    }
}
