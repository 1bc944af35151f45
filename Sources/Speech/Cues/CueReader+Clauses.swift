internal import Language
internal import TextCore

/// Subjects and content that the clauses around a cue give.
extension CueReader {
    /// `he is expected to say`: auxiliaries and one participle between a subject and an infinitive.
    func leadsToInfinitive(_ range: Range<Int>) -> Bool {
        range.count <= 4 && reading.has(range.lowerBound, .auxiliary)
            && range.allSatisfy { reading.isOutside($0) && tokens[$0].kind == .word && !tokens[$0].isCapitalized }
    }

    /// `A day after telling reporters that …, Ned Tolley left`, `Calling it “mad,” Marit Oll walked out`: the subject comes behind the comma.
    func fronted(_ cue: Int, _ previous: Attribution?) -> Attribution.Source? {
        guard previous == nil, reading.text.language == "en", cue - period.lowerBound <= 5,
            cue == period.lowerBound ? opensParticiple(cue) : reading.has(cue - 1, [.preposition, .subordinator]),
            (period.lowerBound..<cue).allSatisfy({
                reading.isOutside($0) && reading.words[$0].isDisjoint(with: [.auxiliary, .masculine, .feminine])
                    && (reading.has($0, [.determiner, .time, .adverb, .preposition, .subordinator]) || tokens[$0].kind == .number
                        || SourceFinder.timeNouns.contains(tokens[$0].hash))
            })
        else { return nil }
        var index = cue + 1
        while index < period.upperBound {
            let ends = reading.isOutside(index) && reading.isComma(index)
            let endsSpan = !reading.isOutside(index) && index + 1 < period.upperBound && reading.isOutside(index + 1)
            if ends || endsSpan, index + 1 < period.upperBound, reading.isOutside(index + 1) {
                return finder.subject(from: index + 1, before: period.upperBound)
            }
            index += 1
        }
        return nil
    }

    /// `Calling the plan “mad,” Marit Oll walked out`: whether a participle that opens a sentence says something of an object; words
    /// that are a sentence of their own are the subject's, whatever the participle says.
    private func opensParticiple(_ cue: Int) -> Bool {
        guard reading.words[cue].isDisjoint(with: .manner), cue + 1 < period.upperBound, reading.isOutside(cue + 1),
            tokens[cue + 1].isWord
        else { return false }
        return !period.contains { index in
            guard !reading.isOutside(index), index > cue, reading.isOutside(index - 1) else { return false }
            let content = reading.spans[Int(reading.outer[index])].content
            return tokens[content.lowerBound].isCapitalized && reading.wordCount(content, limit: 9) > 8
        }
    }

    /// `Ned Tolley said it fell; Marit Oll disagreed, saying …`: the subject of the clause that a semicolon opens.
    func behindSemicolon(_ start: Int, _ previous: Attribution?) -> Attribution.Source? {
        guard let previous, let semicolon = semicolon(in: previous.cue.upperBound..<start) else { return nil }
        return finder.subject(from: semicolon + 1, before: start)
    }

    /// The last semicolon outside quotations in a range, no further back than a source may reach.
    func semicolon(in range: Range<Int>) -> Int? {
        guard !range.isEmpty else { return nil }
        return range.suffix(SourceFinder.reach).last { reading.isOutside($0) && reading.isMark($0, ";") }
    }

    /// `…, and Ned Tolley sent a letter saying`: the subject of the coordinated clause, not of the one before.
    func coordinated(_ start: Int, _ previous: Attribution?) -> Attribution.Source? {
        guard reading.text.language == "en", let previous, previous.cue.upperBound + 3 < start else { return nil }
        let range = previous.cue.upperBound..<start
        guard !hasSpan(range),
            let place = range.last(where: { reading.has($0, .coordinator) && $0 > range.lowerBound && reading.isComma($0 - 1) }),
            place + 1 < start, tokens[place + 1].isCapitalized || reading.has(place + 1, [.determiner, .subject])
        else { return nil }
        return finder.subject(from: place + 1, before: start)
    }

    /// `大臣は…と述べた`: the phrase that the first topic marker ends.
    func topic(before cue: Int, _ low: Int) -> Range<Int>? {
        guard let marker = (low..<cue).first(where: { reading.isOutside($0) && Self.topicMarkers.contains(tokens[$0].hash) }),
            marker > low, reading.isOutside(low)
        else { return nil }
        return low..<marker
    }

    private static let topicMarkers = Set(["は", "が", "も"].map { Hash64.folded($0) })

    /// Where a clause starts right behind a frame, without comma or mark.
    func clauseBehind(_ frame: Range<Int>) -> Int? {
        let next = frame.upperBound
        guard next < period.upperBound, reading.isOutside(next) else { return nil }
        if reading.has(next, .complementizer), !reading.has(next, .subordinator) { return next + 1 }
        return reading.has(next, .subject) ? next : nil
    }
}
