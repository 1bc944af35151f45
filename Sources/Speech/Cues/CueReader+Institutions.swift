internal import Language
internal import TextCore

/// Russian and Ukrainian institutions that speak as a place: `В Министерстве обороны Ирана заявили`, `Как сообщили ТАСС в МЧС`.
extension CueReader {
    private var isSlavic: Bool { RoleWords.headsGenitives(reading) }

    /// `В пресс-службе мэрии сообщили`: a verb in the plural without a subject, and in front of it where it was said.
    func institution(before cue: Int) -> Attribution.Source? {
        guard isSlavic, isImpersonalPlural(cue) else { return nil }
        let end = verbGroup(before: cue).start
        let low = clauseStart(before: end)
        guard let preposition = (low..<end).first(where: isInside), preposition + 1 < end,
            (low..<preposition).allSatisfy({ reading.has($0, [.adverb, .coordinator, .time, .preposition]) || isNoSource($0) })
        else { return nil }
        let head = (preposition + 1)..<withoutTold(preposition + 1, end)
        guard !head.isEmpty, head.allSatisfy(isPhrasePart), !holdsSubject(head) else { return nil }
        return Attribution.Source(mention: head, head: head, reference: .noun)
    }

    private func clauseStart(before end: Int) -> Int {
        let low = max(period.lowerBound, end - SourceFinder.reach)
        let border = (low..<max(low, end)).last {
            !reading.isOutside($0) || reading.isComma($0) || reading.isBreak($0) || reading.isColon($0)
        }
        return border.map { $0 + 1 } ?? low
    }

    /// Whether a preposition of place stands at a token, with a place behind it where somebody can say something.
    private func isInside(_ index: Int) -> Bool {
        guard reading.isOutside(index), Self.inside.contains(tokens[index].hash), index + 1 < period.upperBound else {
            return false
        }
        let next = index + 1
        return tokens[next].kind == .word && !isNoSource(next) && !reading.has(next, [.time, .preposition])
            && (tokens[next].isCapitalized || !opensTime(next))
    }

    private func isNoSource(_ index: Int) -> Bool { Self.noSource.contains(tokens[index].hash) }

    private func isPhrasePart(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .word:
            tokens[index].isCapitalized
                || reading.words[index].isDisjoint(with: [
                    .auxiliary, .verbCue, .complementizer, .relative, .subject, .subordinator,
                ])
        case .dash: !reading.isBreak(index)
        case .quote, .number: true
        default: false
        }
    }

    /// The end of a phrase without whom it was told, and when: `В МЧС журналистам сообщили`, `В мэрии в среду сообщили`.
    private func withoutTold(_ start: Int, _ end: Int) -> Int {
        let lexicon = ProvenanceLexicon.of(reading.text.language)
        let border = (start + 1..<max(start + 1, end)).first { index in
            lexicon?.told.contains(tokens[index]) == true || lexicon?.outlet.contains(tokens[index]) == true
                || reading.has(index, .time)
                || reading.has(index, .preposition) && index + 1 < end && reading.has(index + 1, .time)
        }
        return border ?? end
    }

    /// Whether a subject stands in a phrase: `В Москве министры заявили`, `В Киеве Павел Орлов и Анна Волкова заявили`.
    private func holdsSubject(_ head: Range<Int>) -> Bool {
        if head.dropFirst().contains(where: { reading.has($0, .collective) && !isGenitive($0) || reading.has($0, .coordinator) })
        {
            return true
        }
        let names = names(in: head)
        if names.contains(where: { $0.kind == .person && $0.tokens.count > 1 }) { return true }
        // `В Вардене пожарные заявили`: a place has nothing of its own behind it.
        guard let first = names.first, first.kind == .place, first.tokens.lowerBound == head.lowerBound,
            SlavicPhrase(head, reading)?.nominative == nil
        else { return false }
        return first.tokens.upperBound < head.upperBound && !reading.has(first.tokens.upperBound, .preposition)
    }

    /// The names that start in a range. O(log *n*) and as many as there are.
    private func names(in range: Range<Int>) -> ArraySlice<NameMention> {
        let names = reading.text.names
        var (low, high) = (0, names.count)
        while low < high {
            let middle = (low + high) / 2
            if names[middle].tokens.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return names[low...].prefix { $0.tokens.lowerBound < range.upperBound }
    }

    private func isGenitive(_ index: Int) -> Bool {
        let bytes = reading.text.text.bytes[tokens[index].range]
        return Self.genitives.contains { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    /// `Как сообщили ТАСС в МЧС`, `заявил агентству «Интерфакс» мэр`: where a phrase starts behind the outlet that was told something;
    /// the token itself where none was.
    func behindOutlet(_ start: Int) -> Int {
        guard isSlavic, let lexicon = ProvenanceLexicon.of(reading.text.language) else { return start }
        var index = start
        var isTold = false
        while index < period.upperBound, reading.isOutside(index), index - start < Self.longestOutlet {
            if lexicon.told.contains(tokens[index]) || lexicon.outlet.contains(tokens[index]) && tokens[index].isCapitalized {
                isTold = true
            } else if !(tokens[index].kind == .quote && reading.isInAside[index]) {
                break
            }
            index += 1
        }
        guard isTold, index < period.upperBound, reading.isOutside(index), tokens[index].kind == .word,
            !reading.has(index, [.time, .adverb, .coordinator, .complementizer, .subordinator]),
            relayingPhrase(in: index..<(index + 1)) == nil
        else { return start }
        let isSubject = !reading.has(index, .preposition)
        return isSubject || Self.inside.contains(tokens[index].hash) && isInside(index) ? index : start
    }

    private static let longestOutlet = 6

    /// Whether a cue is a plural, which no subject may stand with.
    private func isImpersonalPlural(_ cue: Int) -> Bool {
        let bytes = reading.text.text.bytes[tokens[cue].range]
        return Self.pasts[reading.text.language]?.end(bytes) == true || Self.presents[reading.text.language]?.end(bytes) == true
    }

    private static let pasts = WordEndings.of("past plural", in: ["ru", "uk"])
    private static let presents = WordEndings.of("present plural", in: ["ru", "uk"])
    private static let genitives = ["ов", "ев", "ей", "ів", "ых", "их", "ии", "ії", "ции"]
    private static let inside = Set(["в", "во", "у", "на"].map { Hash64.folded($0) })
    private static let noSource = LexiconFile(PackageResources.grammar_txt).words("ru no source")
        .union(LexiconFile(PackageResources.grammar_txt).words("uk no source"))
}
