internal import Language
internal import TextCore

/// Lines of songs: `The crowd sang “…”`, `“…,” she raps`, `The lyrics include the line “…”`. They are the song's, whoever sings them,
/// unless to somebody.
extension Aside {
    /// How far before the marks and behind them the verb or noun may stand, in tokens.
    private static let reachOfSong = (before: 9, behind: 5)

    /// Whether a span is sung, or a part of a song by the words around it.
    static func isSung(_ span: MarkedSpan, in reading: SpeechReading) -> Bool {
        isSungBefore(span, reading) || isSungBehind(span, reading) || followsSong(span, reading)
    }

    private static func isSungBefore(_ span: MarkedSpan, _ reading: SpeechReading) -> Bool {
        var index = span.tokens.lowerBound - 1
        let low = max(0, span.tokens.lowerBound - reachOfSong.before)
        while index >= low, reading.isOutside(index), !reading.endsSentence[index], !reading.startsLine(index + 1) {
            if AsideWords.all.singing.contains(reading.tokens[index].hash) {
                // `nobody is to sing “…”`: nothing is sung there.
                return index == 0 || reading.tokens[index - 1].hash != CueReader.to
            }
            if reading.has(index, [.speech, .tell]) { return false }
            index -= 1
        }
        return false
    }

    private static func isSungBehind(_ span: MarkedSpan, _ reading: SpeechReading) -> Bool {
        var index = span.tokens.upperBound
        let high = min(reading.tokens.count, span.tokens.upperBound + reachOfSong.behind)
        while index < high, reading.isOutside(index), !reading.startsLine(index) {
            if AsideWords.all.singing.contains(reading.tokens[index].hash) {
                // `“…,” she sings to the mayor`: said to somebody.
                return index + 1 >= reading.tokens.count || reading.tokens[index + 1].hash != CueReader.to
            }
            if reading.has(index, [.speech, .tell]) || reading.endsSentence[index] { return false }
            index += 1
        }
        return false
    }

    /// `Her best-known song begins: “…”`, `The lyrics include the line “…”`: a noun for a song or its words, and what such a text
    /// does.
    private static func followsSong(_ span: MarkedSpan, _ reading: SpeechReading) -> Bool {
        var index = span.tokens.lowerBound - 1
        let low = max(0, span.tokens.lowerBound - reachOfSong.before)
        var verb: Int?
        while index >= low, reading.isOutside(index), !reading.endsSentence[index] || index == span.tokens.lowerBound - 1 {
            let hash = reading.tokens[index].hash
            if let verb, AsideWords.all.songs.contains(hash) || AsideWords.all.song.contains(hash) {
                return verb - index <= 3
            }
            if verb == nil, AsideWords.all.running.contains(hash) {
                verb = index
            } else if reading.has(index, [.speech, .tell]) {
                return false
            }
            index -= 1
        }
        return false
    }
}
