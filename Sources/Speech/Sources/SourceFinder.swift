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

    var tokens: [Token] { reading.tokens }

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
    func plain(before end: Int, from low: Int) -> Source? {
        guard end > max(low, 0) else { return nil }
        let last = end - 1
        if reading.has(last, .subject) {
            return Source(mention: last..<end, head: last..<end, reference: .pronoun)
        }
        // `The Courier and the Ledger both said`: of a phrase before it.
        if reading.text.language == "en", tokens[last].hash == Self.both, last > low, tokens[last - 1].isWord,
            reading.words[last - 1].isDisjoint(with: [.preposition, .coordinator, .determiner, .auxiliary])
        {
            guard let tail = plain(before: last, from: low), tail.head.lowerBound - 1 > low,
                reading.has(tail.head.lowerBound - 1, .coordinator),
                let first = plain(before: tail.head.lowerBound - 1, from: low)
            else { return plain(before: last, from: low) }
            let pair = first.head.lowerBound..<tail.head.upperBound
            return Source(mention: pair, head: pair, reference: .noun)
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
                    !reading.has(index - 1, [.preposition, .determiner, .adverb]), !isConnected(index - 1),
                    !opensGenitive(index), !opensComplement(index)
                {
                    return trimmed(index..<end, from: low)
                }
                if reading.has(index, .verbCue), !token.isCapitalized, index != last, !reading.has(index, .role),
                    !isText(index, low), !isBehindArticle(index)
                {
                    break
                }
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
                if isInsideName(index, low) || isSign(index) || partsAdjectives(index, low, end) {
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
        if let whole = agentOfParticiple(start, from: low) {
            return Source(mention: whole.mention.lowerBound..<end, head: whole.head, reference: whole.reference)
        }
        if index >= low, let first = listStart(index, start..<end, from: low) { start = first }
        return trimmed(start..<end, from: low)
    }

    /// `A petition signed by 412 people says`: the noun phrase before a participle and “by”, which the rest belongs to.
    private func agentOfParticiple(_ by: Int, from low: Int) -> Source? {
        guard reading.text.language == "en", tokens[by].hash == CueReader.by, by - 2 > low, reading.isOutside(by - 2),
            tokens[by - 1].kind == .word, !tokens[by - 1].isCapitalized,
            reading.text.text.bytes[tokens[by - 1].range].suffix(2).elementsEqual("ed".utf8), tokens[by - 2].isWord,
            !reading.has(by - 2, [.auxiliary, .adverb, .subject, .preposition, .coordinator])
        else { return nil }
        return plain(before: by - 1, from: low).flatMap { $0.reference == .noun ? $0 : nil }
    }

    /// « le ministre russe des Affaires étrangères »: « des » and « du » behind a noun or adjective say what it is of.
    private func opensComplement(_ index: Int) -> Bool {
        guard reading.text.language == "fr", Self.contracted.contains(tokens[index].hash), index > 0,
            !tokens[index].isCapitalized, tokens[index - 1].kind == .word
        else { return false }
        return reading.words[index - 1].isDisjoint(
            with: [.time, .adverb, .coordinator, .subordinator, .complementizer, .verbCue, .auxiliary, .subject]
        ) || reading.has(index - 1, .role)
    }

    private static let contracted = Set(["des", "du"].map { Hash64.folded($0) })

    /// `An email from Ann Cole said`, `A Facebook post by the port said`: a noun for a text that is a verb elsewhere.
    private func isText(_ index: Int, _ low: Int) -> Bool {
        // « Une note consultée par », “Un informe obtenido por”: behind an article that is no pronoun.
        if index > low, ClauseLexicon.of(reading.text.language).indefinite.contains(tokens[index - 1].hash) { return true }
        guard reading.text.language == "en",
            reading.has(index, .document) || SpeakerResolver.utterances.contains(tokens[index].hash)
        else { return false }
        var article = index - 1
        while article > low, index - article < 3, tokens[article].isCapitalized { article -= 1 }
        return article >= low && reading.isOutside(article)
            && (tokens[article].kind == .clitic || reading.has(article, [.determiner, .possessive]))
    }

    func isConnected(_ index: Int) -> Bool {
        reading.tokens[index].kind == .clitic || reading.has(index, .coordinator) || tokens[index].kind == .dash
    }

    /// `Sanders, I-Vt., said`: a comma between capitalized words of a name with initials and places.
    func isInsideName(_ index: Int, _ low: Int) -> Bool {
        // Elsewhere a short capitalized word and a dot are a title: `Selon l’AFP, M. Roux`.
        guard index > low, index + 1 < tokens.count, reading.isComma(index), reading.text.language == "en" else { return false }
        let after = tokens[index + 1]
        return after.isCapitalized && after.range.count <= 3 && index + 2 < tokens.count
            && (tokens[index + 2].kind == .dash || tokens[index + 2].kind == .terminator) && tokens[index - 1].isCapitalized
    }

    /// `7% said`, `Belt & Sound Lines`.
    func isSign(_ index: Int) -> Bool {
        reading.isMark(index, "%")
            || (reading.isMark(index, "&") || joinsPollsters(index)) && index + 1 < tokens.count
                && tokens[index + 1].isCapitalized
    }

    /// `A Reuters/Ipsos poll`: a slash between two names.
    private func joinsPollsters(_ index: Int) -> Bool {
        reading.isMark(index, "/") && index > 0 && tokens[index - 1].isCapitalized && !tokens[index].followsSpace
            && index + 1 < tokens.count && !tokens[index + 1].followsSpace
    }

    /// `the big, big boss`, `a tall, thin sailor`: a comma between adjectives behind an article. `In the north, local farmers`
    /// has a preposition in front of it.
    private func partsAdjectives(_ comma: Int, _ low: Int, _ end: Int) -> Bool {
        func isAdjective(_ index: Int) -> Bool {
            tokens[index].kind == .word && !tokens[index].isCapitalized && reading.words[index].isEmpty
                && !Self.timeNouns.contains(tokens[index].hash)
        }
        guard reading.text.language == "en", reading.isComma(comma), comma - 2 >= low, comma + 2 < end, isAdjective(comma - 1),
            isAdjective(comma + 1), tokens[comma + 2].kind == .word, reading.has(comma - 2, .determiner)
        else { return false }
        return comma - 3 < low || !reading.isOutside(comma - 3) || !reading.has(comma - 3, [.preposition, .verbCue])
    }

    func joinsNames(_ index: Int, _ low: Int) -> Bool {
        guard index > low, index + 1 < tokens.count else { return false }
        let before = tokens[index - 1]
        let after = tokens[index + 1]
        // `the estate mogul and television star`: one person of two callings.
        if reading.has(index - 1, .role), !reading.has(index + 1, [.determiner, .possessive, .subject]),
            (index + 1..<min(tokens.count, index + 4)).contains(where: { reading.has($0, .role) && !tokens[$0].isCapitalized }),
            (max(low, index - 5)..<index).contains(where: { reading.has($0, .determiner) })
        {
            return true
        }
        // `The head of Corvia and the mayor`: what opens the sentence, with what it is of.
        if reading.text.language == "en", before.isCapitalized, reading.has(index + 1, .determiner),
            let of = (max(low, index - 6)..<index).last(where: { tokens[$0].hash == Self.of }), of - 2 >= low,
            of - 2 == low || reading.has(of - 1, .role), reading.has(of - 2, .determiner),
            ((of + 1)..<index).allSatisfy({ tokens[$0].isCapitalized || reading.has($0, .determiner) })
        {
            return true
        }
        return (before.isCapitalized && after.isCapitalized)
            || (reading.has(index - 1, [.role, .collective]) && (reading.has(index + 1, [.role, .collective, .determiner])))
    }

    func bracket(closing: Int, from low: Int) -> Int? {
        (max(low, closing - 12)..<closing).last { reading.isMark($0, "(") }
    }

    /// Drops adverbs, conjunctions and fronted adverbials from the start of a phrase.
    func trimmed(_ range: Range<Int>, from low: Int) -> Source? {
        var start = range.lowerBound
        if range.contains(where: { reading.has($0, .time) }),
            range.allSatisfy({ reading.has($0, [.preposition, .time, .coordinator]) || !tokens[$0].isWord }), low < start
        {
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
            // «На вопрос журналистов министр ответил»: nothing but order tells the subject.
            if RoleWords.headsGenitives(reading), start == range.lowerBound,
                reading.has(range.upperBound - 1, [.role, .collective])
            {
                start = range.upperBound - 1
            }
        }
        guard start < range.upperBound else { return nil }
        var end = range.upperBound
        while end > start + 1, isTail(end - 1, after: start) { end -= 1 }
        end = withoutAdverbial(start, end)
        return Source(mention: start..<end, head: start..<end, reference: reference(start..<end))
    }

    /// Whether a source does not end with a token: a mark, a possessive, an adverb before the verb.
    private func isTail(_ index: Int, after start: Int) -> Bool {
        let token = tokens[index]
        if token.kind == .dash || token.kind == .clitic && reading.text.language == "en" { return true }
        if token.kind == .quote {
            // `the workers’` ends with its mark only as a slip.
            return true
        }
        guard token.kind == .word, !token.isCapitalized, reading.text.language == "en",
            reading.words[index].isDisjoint(with: [.role, .collective, .document, .subject, .determiner])
        else { return false }
        if reading.has(index, .adverb) { return true }
        return reading.isLyAdverb(index)
    }

    /// `Twitter at the time`, `Dunn in the past`, `Lund this week`: without the time.
    private func withoutAdverbial(_ start: Int, _ end: Int) -> Int {
        guard reading.text.language == "en", end - start > 2 else { return end }
        let isTime =
            reading.has(end - 1, .time) || Self.timeNouns.contains(tokens[end - 1].hash) && tokens[end - 1].range.count > 3
        guard isTime, !tokens[end - 1].isCapitalized || reading.has(end - 1, .time) else { return end }
        var index = end - 1
        while index > start, end - index < 4, reading.has(index - 1, [.determiner, .preposition, .time, .possessive]) {
            index -= 1
            if reading.has(index, .preposition) { break }
        }
        return index > start && index < end - 1 ? index : end
    }

    static let timeNouns = Set(
        [
            "day", "hour", "hours", "minutes", "week", "month", "year", "time", "past", "moment", "years", "days", "weeks",
            "months",
        ].map { Hash64.folded($0) }
    )

    func reference(_ range: Range<Int>) -> Attribution.Reference {
        range.count == 1 && reading.has(range.lowerBound, .subject) ? .pronoun : .noun
    }

    /// `Doug Cole, a political consultant, said`: the phrase before the apposition that ends at `comma`.
    func apposed(before comma: Int, from low: Int) -> Source? {
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
        if let opening, opening > low, reading.text.language != "en", reading.has(opening + 1, .subordinator),
            let source = plain(before: opening, from: low)
        {
            // `чиновник на условиях анонимности, поскольку не был уполномочен, сообщил`: before a clause in commas.
            let end = source.head.first { $0 > source.head.lowerBound && reading.has($0, .preposition) } ?? source.head.upperBound
            return extended(
                Source(mention: source.mention, head: source.head.lowerBound..<end, reference: source.reference),
                to: comma
            )
        }
        // `Ada Lund, 45, a nurse, said`: the age stands between commas of its own.
        if let number = opening.map({ $0 - 1 }), number - 1 > low, tokens[number].kind == .number, reading.isComma(number - 1) {
            opening = number - 1
        }
        guard let opening, opening > low,
            isApposition(opening + 1) || reading.has(opening + 1, .gerund) || opensFrenchParticiple(opening + 1)
        else {
            return plain(before: comma, from: low)
        }
        return plain(before: opening, from: low).map { extended($0, to: comma) }
    }

    /// « une source, s’exprimant sous couvert d’anonymat, »
    private func opensFrenchParticiple(_ index: Int) -> Bool {
        guard reading.text.language == "fr", index + 1 < tokens.count, reading.isOutside(index), tokens[index].kind == .clitic
        else { return false }
        return reading.text.text.bytes[tokens[index + 1].range].suffix(3).elementsEqual("ant".utf8)
    }

    func extended(_ source: Source, to end: Int) -> Source {
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

    private static let of = Hash64.folded("of")
    private static let both = Hash64.folded("both")
    static let whose = Hash64.folded("whose")
}
