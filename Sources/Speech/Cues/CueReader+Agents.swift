internal import Language
internal import TextCore

/// Who does what a passive tells: `was told by the mayor`, `called “a theft in slow motion” by Moss`.
extension CueReader {
    /// The agent behind “by”, a few tokens behind a verb or right behind the marked words that it has.
    func passiveAgent(after start: Int) -> Attribution.Source? {
        // `called “a theft in slow motion” by Moss`: behind the marked words.
        let span = (start..<min(period.upperBound, start + 3)).first { !reading.isOutside($0) }
        let behind = span.map { reading.spans[Int(reading.outer[$0])].tokens.upperBound }
        let limit = min(period.upperBound, (behind ?? start) + 6)
        guard start < limit, let by = (start..<limit).first(where: { tokens[$0].hash == Self.by && reading.isOutside($0) }) else {
            return nil
        }
        return finder.source(after: by + 1, before: period.upperBound)
    }
}
