internal import Language
internal import Speech
internal import TextCore

/// A day, month or year of a unit with the words that say what happened then.
struct TimeSite: Sendable {
    /// The unit that it stands in.
    let unit: Int
    let time: TimeExpression
    /// The days that it can mean.
    let days: [ClosedRange<Int>]
    /// How long the stretch is: days are compared with days, months with months.
    let precision: Precision
    /// The day of the week, where only that was said.
    let weekday: Int?
    /// Keys, in ``Story/concepts``, of the words that say what happened: not those that only say that it happens or who says it.
    let context: Set<Int32>
    /// Those of them that are names.
    let names: Set<Int32>
    /// Keys of the word that the time belongs to, a verb with the verbs that complete it ("voted to override"); without grammar,
    /// of the content words next to it on both sides. Empty where that word only says that something happens.
    let heads: Set<Int32>

    enum Precision: Sendable {
        case day, month, year
    }

    /// How many tokens in front of a time and behind it say what happened.
    static let front = 14
    static let back = 12
    /// How many tokens from the start of its sentence do, where another time stands between.
    static let opening = 6
}

extension Story {
    /// The days, months and years of a unit with what happened then. O(times · terms) of the unit.
    /// - Parameter speech: for each token of the article, in which speech it stands (``SpeechOfTokens``).
    func timeSites(of unit: Int, speech: [Int32]) -> [TimeSite] {
        let owner = units[unit]
        guard !owner.isHeadline, !isSignature(owner) else { return [] }
        let all = Array(times(of: owner, in: owner.range))
        let text = articles[owner.article].annotated
        let words = lists[owner.article]
        return all.enumerated().compactMap { index, time in
            guard let precision = precision(time), let days = time.days, !isDateline(time, in: owner) else { return nil }
            guard precision != .year || !isSpan(time, in: owner) else { return nil }
            // "Today" in somebody's words is any day.
            if speech[time.tokens.lowerBound] != 0, isDeictic(time, in: owner) { return nil }
            let weekday = weekday(time, in: owner)
            // Of the words between two times, those in front of a comma belong to the first: "in A on Monday, in B on Friday".
            func comma(_ between: Range<Int>) -> Int? { between.first { text.isByte($0, UInt8(ascii: ",")) } }
            var start = owner.tokens.lowerBound
            if index > 0 {
                let between = all[index - 1].tokens.upperBound..<max(all[index - 1].tokens.upperBound, time.tokens.lowerBound)
                start = comma(between) ?? between.lowerBound
            }
            var end = owner.tokens.upperBound
            if index + 1 < all.count {
                let between = time.tokens.upperBound..<max(time.tokens.upperBound, all[index + 1].tokens.lowerBound)
                end = comma(between) ?? between.upperBound
            }
            let first = min(time.tokens.lowerBound, max(start, time.tokens.lowerBound - TimeSite.front))
            let front = first..<time.tokens.lowerBound
            let back = time.tokens.upperBound..<max(time.tokens.upperBound, min(end, time.tokens.upperBound + TimeSite.back))
            // What the times of one sentence share stands at its start: "The vote is to begin in A on Wednesday, and in B on Friday".
            let opening = opening(of: owner, before: index > 0 ? all[0].tokens.lowerBound : front.lowerBound)
            func isMeant(_ term: Term) -> Bool {
                let hash = text.tokens[term.token].hash
                // When something is said is not when what is said happens.
                return speech[term.token] == speech[time.tokens.lowerBound] && !term.isFrame && !words.attribution.contains(hash)
                    && !words.staging.contains(hash)
                    && !words.common.contains(hash) && !time.tokens.contains(term.token)
                    && text.tokens[term.token].kind != .number
            }
            func keys(_ isNeeded: (Term) -> Bool) -> Set<Int32> {
                [opening, front, back].reduce(into: Set<Int32>()) { set, range in
                    set.formUnion(self.keys(owner, range) { isMeant($0) && isNeeded($0) })
                }
            }
            return TimeSite(
                unit: unit,
                time: time,
                days: (weekday != nil ? [-7, 0, 7] : [0]).map { (days.lowerBound &+ $0)...(days.upperBound &+ $0) }
                    + (time.value.dayInUTC.map { [$0...$0] } ?? []),
                precision: precision,
                weekday: weekday,
                context: keys { _ in true },
                names: keys { $0.isName },
                heads: heads(of: time, in: owner, where: isMeant)
            )
        }
    }

    /// Whether a unit is who posted a message, and when: "— Ilse Varnach (@varnach) 1 April 2018".
    private func isSignature(_ unit: Unit) -> Bool {
        let text = articles[unit.article].annotated
        return unit.tokens.contains { index in
            guard text.isByte(index, UInt8(ascii: "@")) || text.text.bytes[Int(text.tokens[index].start)] == UInt8(ascii: "@")
            else { return false }
            return text.isByte(index - 1, UInt8(ascii: "("))
        }
    }

    /// Whether a day is that of a dateline: "NEW YORK, May 5 (Reuters) -", in front of a bracket or dash, behind words in capitals.
    private func isDateline(_ time: TimeExpression, in unit: Unit) -> Bool {
        let text = articles[unit.article].annotated
        let behind = time.tokens.upperBound
        guard text.tokens.indices.contains(behind), text.isByte(behind, UInt8(ascii: "(")) || text.tokens[behind].kind == .dash
        else { return false }
        let front = unit.tokens.lowerBound..<max(unit.tokens.lowerBound, time.tokens.lowerBound)
        return (1...6).contains(front.count) && text.tokens[front.lowerBound].shape.contains(.allCaps)
            && front.allSatisfy { text.tokens[$0].kind != .word || text.tokens[$0].isCapitalized }
    }

    /// Whether a year begins or ends a stretch: "from 1988 to 2006", "since 1990".
    private func isSpan(_ time: TimeExpression, in unit: Unit) -> Bool {
        let text = articles[unit.article].annotated
        let words = lists[unit.article]
        guard let before = unit.tokens.contains(time.tokens.lowerBound - 1) ? text.tokens[time.tokens.lowerBound - 1].hash : nil
        else { return false }
        return words.levelFrom.contains(before) || words.levelTo.contains(before) || words.spans.contains(before)
    }

    /// Whether a time says no more than how far it lies from now.
    private func isDeictic(_ time: TimeExpression, in unit: Unit) -> Bool {
        let text = articles[unit.article].annotated
        // "The end of June" is the same whoever says so; "next month" is not.
        let isNamed =
            text.language == "en" && time.granularity == .month
            && time.tokens.clamped(to: text.tokens.indices).contains { text.tokens[$0].isCapitalized }
        return time.isRelative && !isNamed && weekday(time, in: unit) == nil
            && (time.value.hour != nil
                || !time.tokens.clamped(to: text.tokens.indices).contains { text.tokens[$0].kind == .number })
    }

    /// The word above a time and its prepositions, with the verbs that complete it; without grammar, the words next to it.
    private func heads(of time: TimeExpression, in unit: Unit, where isMeant: (Term) -> Bool) -> Set<Int32> {
        let text = articles[unit.article].annotated
        let words = lists[unit.article]
        guard let syntax = text.syntax, let last = time.tokens.last, syntax.heads.indices.contains(last) else {
            // A comma ends what belongs to it.
            let near =
                max(unit.tokens.lowerBound, time.tokens.lowerBound - 3)..<min(unit.tokens.upperBound, time.tokens.upperBound + 4)
            let front = unit.terms.last { $0.token >= near.lowerBound && $0.token < time.tokens.lowerBound && isMeant($0) }
            let back = unit.terms.first { $0.token >= time.tokens.upperBound && $0.token < near.upperBound && isMeant($0) }
            // "Reacted Saturday to": what stands right in front has the time to itself.
            if let front, !front.isName, front.token + 1 == time.tokens.lowerBound {
                return Set([front].compactMap { key(of: $0, in: unit) })
            }
            return Set([front, back].compactMap { $0 }.compactMap { key(of: $0, in: unit) })
        }
        var at = last
        var steps = 0
        while time.tokens.contains(at) || syntax.relations[at] == .preposition {
            guard steps < 8, let head = syntax.head(of: at) else { return [] }
            at = head
            steps += 1
        }
        let hash = text.tokens[at].hash
        guard !words.staging.contains(hash), !words.function.contains(hash) else { return [] }
        let chain = [at] + syntax.children(of: at).filter { syntax.relations[$0] == .openComplement }
        return Set(chain.compactMap { concepts.id(ofKey: words.concepts[text.stems[$0]] ?? text.stems[$0]) })
    }

    /// The tokens from the start of a unit to its first comma.
    private func opening(of unit: Unit, before end: Int) -> Range<Int> {
        let text = articles[unit.article].annotated
        let start = unit.tokens.lowerBound
        let limit = min(end, start + TimeSite.opening)
        guard start < limit else { return start..<start }
        let comma = (start..<limit).first { text.isByte($0, UInt8(ascii: ",")) }
        return start..<(comma ?? limit)
    }

    private func precision(_ time: TimeExpression) -> TimeSite.Precision? {
        guard time.end == nil, time.value.year != nil else { return nil }
        switch time.granularity {
        case .day, .dayPart, .hour, .minute: return time.value.day == nil ? nil : .day
        case .month: return .month
        case .year: return .year
        default: return nil
        }
    }

    /// The day of the week of a time that says no more than that, which week being inferred.
    private func weekday(_ time: TimeExpression, in unit: Unit) -> Int? {
        let text = articles[unit.article].annotated
        guard time.isRelative, let day = time.value.date.weekday else { return nil }
        let tokens = time.tokens.clamped(to: text.tokens.indices)
        let names = lists[unit.article].weekdays
        return tokens.contains { names[text.tokens[$0].hash] != nil }
            && (time.value.hour != nil || !tokens.contains { text.tokens[$0].kind == .number }) ? day : nil
    }
}

/// In which speech each token of an article stands.
enum SpeechOfTokens {
    /// For each token, 1 + the quotation that has it among its contents, the innermost; 0 for none. O(*n*).
    static func mark(_ article: AnalyzedArticle) -> [Int32] {
        let text = article.annotated
        var owner = [Int32](repeating: 0, count: text.tokens.count)
        // Quotations inside others come behind them.
        for (number, quotation) in article.speech.quotations.enumerated() {
            for range in quotation.content {
                for token in text.tokens(in: range).clamped(to: owner.indices) { owner[token] = Int32(clamping: number + 1) }
            }
        }
        return owner
    }
}

extension CivilTime {
    /// The day in UTC of a time whose hour and zone are known: "9 p.m. EDT Tuesday" is a Wednesday there.
    fileprivate var dayInUTC: Int? {
        guard let dayNumber, let hour, let offset else { return nil }
        let minutes = hour * 60 + (minute ?? 0) - offset
        return dayNumber &+ (minutes < 0 ? -1 : minutes >= 24 * 60 ? 1 : 0)
    }
}

extension AnnotatedText {
    /// Whether a token is one ASCII byte.
    func isByte(_ index: Int, _ byte: UInt8) -> Bool {
        tokens.indices.contains(index) && tokens[index].range.count == 1 && text.bytes[Int(tokens[index].start)] == byte
    }
}
