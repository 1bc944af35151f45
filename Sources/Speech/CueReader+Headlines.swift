internal import Language
internal import TextCore

extension CueReader {
    // MARK: Headlines

    /// `Kremlin: Russia seeks partners`, `Russia seeks partners – Kremlin`.
    func headlineSource() -> Attribution? {
        guard let sentence = reading.text.sentence(ofToken: period.lowerBound) else { return nil }
        let role = reading.text.sections[reading.text.sentences[sentence].section].role
        guard role == .headline || role == .standfirst, period.count >= 4 else { return nil }
        let limit = min(period.upperBound - 2, period.lowerBound + 6)
        var index = period.lowerBound
        while index < limit, reading.isOutside(index), isNamePart(index) { index += 1 }
        if index > period.lowerBound, index < limit, reading.isOutside(index), reading.isColon(index) {
            let source = period.lowerBound..<index
            return Attribution(
                cue: index..<(index + 1),
                word: .speech,
                source: .init(mention: source, head: source, reference: .noun),
                frame: period.lowerBound..<(index + 1),
                right: (index + 1)..<period.upperBound,
                isMarked: true
            )
        }
        var start = period.upperBound
        while start > period.upperBound - 6, start > period.lowerBound + 3, reading.isOutside(start - 1), isNamePart(start - 1) {
            start -= 1
        }
        let dash = start - 1
        guard start < period.upperBound, dash > period.lowerBound + 2, reading.isOutside(dash), reading.isBreak(dash),
            tokens[dash].followsSpace, tokens[start].followsSpace
        else { return nil }
        let source = start..<period.upperBound
        return Attribution(
            cue: dash..<(dash + 1),
            word: .speech,
            source: .init(mention: source, head: source, reference: .noun),
            frame: dash..<period.upperBound,
            left: period.lowerBound..<dash,
            isMarked: true
        )
    }

    func isNamePart(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word,
            reading.words[index].isDisjoint(with: [.verbCue, .auxiliary]) || token.isCapitalized && !isTitleCase
        else { return token.kind == .terminator && !reading.endsSentence[index] }
        return token.isCapitalized || reading.has(index, [.role, .collective]) && !isTitleCase
    }
}
