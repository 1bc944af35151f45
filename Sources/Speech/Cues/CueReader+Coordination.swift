internal import Language
internal import TextCore

/// A second verb of the sentence's subject behind what is retold: `sagte, die Brücke sei sicher, und verließ den Saal`.
///
/// Languages show it each in its own way, and where they do not, the words stay with the content.
extension CueReader {
    func endBeforeSecondVerb(_ attribution: inout Attribution) {
        guard attribution.isMarked, !attribution.isSplit, attribution.word.isDisjoint(with: [.source, .gerund]),
            let right = attribution.right, right.count > 4, right.lowerBound > attribution.cue.lowerBound
        else { return }
        let end: Int? =
            switch reading.text.language {
            case "de": behindComma(in: right, isGermanSecondVerb)
            case "ru", "uk":
                slavicPast(attribution.cue.lowerBound).flatMap { form in
                    behindComma(in: right) { self.slavicPast($0) == form }
                }
            case "fr": frenchSecondVerb(in: right, cue: attribution.cue.lowerBound)
            case "es": spanishSecondVerb(in: right, cue: attribution.cue.lowerBound)
            default: nil
            }
        guard let end, end > right.lowerBound + 1 else { return }
        attribution.right = right.lowerBound..<end
        attribution.isEnded = true
    }

    /// The comma before `und`, `и` and a verb: it closes the clause of the content, and no subject stands behind it.
    private func behindComma(in range: Range<Int>, _ isVerb: (Int) -> Bool) -> Int? {
        (range.lowerBound..<(range.upperBound - 2)).first { index in
            reading.isOutside(index) && reading.isComma(index) && reading.isOutside(index + 1)
                && reading.has(index + 1, .coordinator) && reading.isOutside(index + 2) && isVerb(index + 2)
        }
    }

    /// Whether a small word behind `, und` is a verb in the indicative: no function word, no adjective before its noun, no verb in
    /// the subjunctive, which would go on with what is said.
    private func isGermanSecondVerb(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, !token.isCapitalized, token.range.count > 2, tokens[index - 1].hash == Self.und,
            !reading.has(
                index,
                [
                    .determiner, .possessive, .preposition, .adverb, .subject, .complementizer, .subordinator, .relative, .time,
                ]
            ), reading.has(index, [.auxiliary, .verbCue]) || !reading.text.isFunctionWord[index],
            reading.firstSubjunctive(index..<(index + 1), second: true) == nil
        else { return false }
        let bytes = reading.text.text.bytes[token.range]
        let mayBeAdjective = ["e", "en", "er", "es", "em"].contains { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
        let isBeforeNoun = index + 1 < period.upperBound && tokens[index + 1].isCapitalized
        return !(mayBeAdjective && isBeforeNoun)
    }

    static let und = Hash64.folded("und")

    private enum SlavicPast { case masculine, feminine, neuter, plural }

    /// Gender and number of a Russian or Ukrainian past; nil for other words. Who said it and left has one of them in both.
    private func slavicPast(_ index: Int) -> SlavicPast? {
        guard tokens[index].kind == .word, !tokens[index].isCapitalized, tokens[index].range.count > 6 else { return nil }
        let bytes = reading.text.text.bytes[tokens[index].range]
        return Self.slavicPasts[reading.text.language]?.first { $0.endings.end(bytes) }?.form
    }

    private static let slavicPasts = Dictionary(
        uniqueKeysWithValues: ["ru", "uk"].map { language in
            let forms: [(String, SlavicPast)] = [
                ("feminine", .feminine), ("neuter", .neuter), ("plural", .plural), ("masculine", .masculine),
            ]
            return (language, forms.map { (form: $1, endings: WordEndings(language, "past " + $0)) })
        }
    )

    /// `a déclaré que le pont était sûr et a quitté la salle`: the auxiliary of the cue again, behind content in the imperfect or
    /// conditional.
    private func frenchSecondVerb(in range: Range<Int>, cue: Int) -> Int? {
        guard cue > period.lowerBound, reading.has(cue - 1, .auxiliary), isBackshifted(range) else { return nil }
        return (range.lowerBound..<(range.upperBound - 2)).first { index in
            reading.isOutside(index) && reading.has(index, .coordinator) && reading.isOutside(index + 1)
                && tokens[index + 1].hash == tokens[cue - 1].hash && tokens[index + 2].kind == .word
                && !reading.has(index + 2, [.determiner, .preposition])
        }
    }

    /// `dijo que el puente era seguro y abandonó la sala`: a preterite like the cue's, behind content in the imperfect or
    /// conditional.
    private func spanishSecondVerb(in range: Range<Int>, cue: Int) -> Int? {
        guard isPreterite(cue), isBackshifted(range) else { return nil }
        return (range.lowerBound..<(range.upperBound - 1)).first { index in
            reading.isOutside(index) && reading.has(index, .coordinator) && reading.isOutside(index + 1) && isPreterite(index + 1)
        }
    }

    private func isPreterite(_ index: Int) -> Bool {
        guard tokens[index].kind == .word, !tokens[index].isCapitalized, tokens[index].range.count > 3 else { return false }
        return Self.preterites.end(reading.text.text.bytes[tokens[index].range])
    }

    private static let preterites = WordEndings("es", "preterite")

    /// Whether the first verb of retold words stands in the imperfect or conditional, as behind a verb of the past it does.
    private func isBackshifted(_ range: Range<Int>) -> Bool {
        let lexicon = ClauseLexicon.of(reading.text.language)
        guard
            let verb = range.first(where: {
                reading.isOutside($0) && ClauseCutter.isVerb($0, reading, lexicon) && !tokens[$0].isCapitalized
            })
        else { return false }
        return Self.imperfects[reading.text.language]?.end(reading.text.text.bytes[tokens[verb].range]) ?? false
    }

    private static let imperfects = WordEndings.of("imperfect", in: ["fr", "es"])
}
