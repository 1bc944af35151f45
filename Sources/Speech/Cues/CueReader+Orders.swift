internal import Language
internal import TextCore

/// Who is told inside of retold words to do something: `Moss said that Hill had told him to pay`, `testified that Hill had told her to
/// “keep quiet”`.
extension CueReader {
    /// How many words those who are told may take.
    private static let longestAddressee = 6

    /// Adds what is told inside the retold words of others.
    func addOrders(_ found: inout [Attribution]) {
        guard reading.text.language == "en" else { return }
        for outer in found.indices.reversed() {
            guard found[outer].source != nil, !found[outer].word.isDisjoint(with: [.speech, .tell, .source]),
                let content = found[outer].right, let order = order(in: content, of: found[outer]), let words = order.right
            else { continue }
            if let known = found.firstIndex(where: { $0.cue == order.cue }) {
                // `told him to say that …`: the whole is told.
                guard found[known].right.map({ $0.lowerBound > words.lowerBound }) ?? true else { continue }
                found[known] = order
            } else {
                found.insert(order, at: found.firstIndex { $0.cue.lowerBound > order.cue.lowerBound } ?? found.endIndex)
            }
            // What stands in marks is what is told.
            found[outer].holdsQuoted = found[outer].holdsQuoted || hasSpan(words)
        }
    }

    /// The first order that is told in retold words; nil where marked words stand in front of it, which are the outer speaker's.
    private func order(in content: Range<Int>, of outer: Attribution) -> Attribution? {
        for verb in content
        where reading.isOutside(verb) && Self.orders.contains(tokens[verb].hash) && !tokens[verb].isCapitalized {
            let group = verbGroup(before: verb)
            guard !group.isPassive, !group.isInfinitive, group.start > content.lowerBound,
                let source = finder.source(before: group.start, from: content.lowerBound), source.reference != .relative,
                source.mention.lowerBound >= content.lowerBound, source != outer.source, !reading.isComma(group.start - 1),
                let start = infinitive(behindAddresseeOf: verb, before: content.upperBound),
                !hasSpan(content.lowerBound..<start)
            else { continue }
            return Attribution(
                cue: verb..<(verb + 1),
                word: [.speech, .tell],
                source: source,
                frame: source.mention.lowerBound..<start,
                right: start..<content.upperBound,
                isMarked: true
            )
        }
        return nil
    }

    /// Where `to pay`, `not to pay` starts behind whoever is told.
    private func infinitive(behindAddresseeOf verb: Int, before end: Int) -> Int? {
        var index = verb + 1
        while index + 1 < end, index - verb <= Self.longestAddressee + 1, reading.isOutside(index) {
            if tokens[index].hash == Self.to {
                guard index > verb + 1, isBareVerb(index + 1) else { return nil }
                let isDenied = index > verb + 2 && reading.has(index - 1, .negation)
                return isDenied ? index - 1 : index
            }
            guard tokens[index].isWord || tokens[index].kind == .clitic,
                !reading.has(index, [.auxiliary, .complementizer, .coordinator, .relative]),
                index > verb + 1 || !reading.has(index, .preposition)
            else { return nil }
            index += 1
        }
        return nil
    }

    /// Whether a verb may stand at a token: `told him to pay`, not `told him to the face`.
    private func isBareVerb(_ index: Int) -> Bool {
        guard reading.isOutside(index) else { return true }
        return tokens[index].kind == .word && !tokens[index].isCapitalized
            && !reading.has(index, [.determiner, .possessive, .subject, .preposition, .coordinator, .subordinator, .time])
    }

    private static let orders = SpeechLexicon.cues(of: "en").words("en order")

    // MARK: Content of two cues

    /// `kritisierte Brandt und forderte den Konzern auf, die Pläne zurückzunehmen`: words that stand behind two cues are the nearer
    /// one's.
    func leaveToNearerCue(_ found: inout [Attribution]) {
        for index in found.indices.dropLast() {
            guard let right = found[index].right, let nearer = found[index + 1].right, right == nearer,
                found[index + 1].cue.upperBound <= right.lowerBound, found[index].source == found[index + 1].source,
                found[index].left != nil || reading.text.language == "de"
            else { continue }
            found[index].right = nil
        }
    }

    // MARK: …, without giving details

    /// `it would pay, without giving details`: what a speaker does not say is the writer's.
    func endBeforeDetails(_ attribution: inout Attribution) {
        guard reading.text.language == "en", let right = attribution.right, right.count > 3,
            let comma = right.dropFirst(2).dropLast(2).first(where: {
                reading.isOutside($0) && reading.isComma($0) && withholds($0 + 1)
            })
        else { return }
        attribution.right = right.lowerBound..<comma
        attribution.isEnded = true
    }

    /// Whether a phrase says what a speaker did not tell: `without elaborating`, `without giving a date`.
    func withholds(_ index: Int) -> Bool {
        reading.text.language == "en" && index + 1 < period.upperBound && reading.isOutside(index)
            && tokens[index].hash == Self.without && reading.isOutside(index + 1)
            && Self.withholding.contains(tokens[index + 1].hash)
    }

    private static let without = Hash64.folded("without")
    private static let withholding = SpeechLexicon.cues(of: "en").words("en withholding")
}
