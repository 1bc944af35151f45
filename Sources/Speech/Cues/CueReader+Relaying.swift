internal import Language
internal import TextCore

/// Whom an outlet has its news from: `ТАСС со ссылкой на мэра`, `die dpa unter Berufung auf einen Beamten`.
extension CueReader {
    /// Where the first phrase of relaying in a range starts; nil without one, or in a language without such phrases.
    func relayingPhrase(in range: Range<Int>) -> Int? {
        guard let phrases = ProvenanceLexicon.of(reading.text.language)?.relaying, !phrases.isEmpty else { return nil }
        return range.first { start in
            reading.isOutside(start)
                && phrases.contains { phrase in
                    start + phrase.count < period.upperBound
                        && phrase.indices.allSatisfy { tokens[start + $0].hash == phrase[$0] }
                }
        }
    }

    /// `Порт закроют, со ссылкой на мэра сообщает ТАСС`: where the frame of a verb starts whose group starts at a token, with
    /// the phrase that a comma opens in front of it.
    func relayingStart(before groupStart: Int) -> Int {
        let low = max(period.lowerBound + 1, groupStart - SourceFinder.reach / 2)
        guard low < groupStart, let start = relayingPhrase(in: low..<groupStart), reading.isComma(start - 1),
            (start..<groupStart).allSatisfy({ reading.isOutside($0) && !reading.isComma($0) && !reading.has($0, .verbCue) })
        else { return groupStart }
        return start
    }

    /// A source without whom it has its news from.
    func withoutRelaying(_ source: Attribution.Source?) -> Attribution.Source? {
        guard var source, source.reference == .noun, source.head.count > 2,
            let start = relayingPhrase(in: (source.head.lowerBound + 1)..<source.head.upperBound)
        else { return source }
        source.head = source.head.lowerBound..<start
        return source
    }

    /// `сообщил, что порт закроют, со ссылкой на мэра`: the phrase behind a comma is the outlet's, not what it says.
    func endBeforeRelaying(_ attribution: inout Attribution) {
        guard let right = attribution.right, right.count > 4,
            let start = relayingPhrase(in: (right.lowerBound + 2)..<right.upperBound), reading.isComma(start - 1),
            (start..<right.upperBound).allSatisfy({ reading.isOutside($0) && reading.words[$0].isDisjoint(with: [.auxiliary]) })
        else { return }
        attribution.right = right.lowerBound..<(start - 1)
        attribution.isEnded = true
    }

    /// `Об этом сообщил мэр`, `Про це повідомила мерка`: the subject behind a cue whose object takes up the sentence before.
    func subjectBehindAnaphor(_ cue: Int, _ cueEnd: Int) -> Attribution.Source? {
        guard opensWithAnaphor(cue) else { return nil }
        // `Об этом сообщили ТАСС в МЧС`, `Об этом ТАСС сообщили в МЧС`
        return textSource(behind: cueEnd, cue: cue) ?? inverted(cueEnd)
    }

    /// Whether a cue stands behind `об этом`, `про це` at the start of its clause: right behind it, or behind the outlet that was told.
    func opensWithAnaphor(_ cue: Int) -> Bool {
        let low = max(period.lowerBound, cue - Self.longestAnaphor)
        guard let opening = (low..<cue).last(where: isAnaphor), opening + 2 <= cue,
            opening == period.lowerBound || reading.isOutside(opening - 1) && reading.isComma(opening - 1)
        else { return false }
        let lexicon = ProvenanceLexicon.of(reading.text.language)
        return ((opening + 2)..<cue).allSatisfy { index in
            reading.isOutside(index)
                && (lexicon?.outlet.contains(tokens[index]) == true || lexicon?.told.contains(tokens[index]) == true)
        }
    }

    /// How many tokens in front of a cue such an anaphor may start.
    private static let longestAnaphor = 6

    /// Whether `об этом`, `про це` starts at a token.
    func isAnaphor(_ opening: Int) -> Bool {
        guard opening + 1 < period.upperBound, reading.isOutside(opening), reading.isOutside(opening + 1) else { return false }
        switch reading.text.language {
        case "ru": return tokens[opening].hash == Self.about && tokens[opening + 1].hash == Self.this
        case "uk": return tokens[opening].hash == Self.aboutUkrainian && tokens[opening + 1].hash == Self.thisUkrainian
        default: return false
        }
    }

    private static let about = Hash64.folded("об")
    private static let this = Hash64.folded("этом")
    private static let aboutUkrainian = Hash64.folded("про")
    private static let thisUkrainian = Hash64.folded("це")
}
