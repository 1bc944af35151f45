internal import Language
internal import TextCore

/// Japanese marks a source and a quotation by particles: `岸田首相は「…」と述べた`, `「…」と彼は言った`.
extension CueReader {
    /// Particles behind a subject.
    private static let subjectParticles: Set<UInt64> = Set(["は", "が", "も"].map { Hash64.folded($0) })
    /// The particle behind a quotation.
    private static let quotative = Hash64.folded("と")

    /// A source without the particles around it; nil when nothing is left.
    func withoutParticles(_ source: Attribution.Source?) -> Attribution.Source? {
        guard var source, reading.text.language == "ja" else { return source }
        var start = source.mention.lowerBound
        var end = source.mention.upperBound
        if end - start > 1, Self.subjectParticles.contains(tokens[end - 1].hash) { end -= 1 }
        if end - start > 1, tokens[start].hash == Self.quotative, start > 0, !reading.isOutside(start - 1) { start += 1 }
        source.mention = start..<end
        source.head = max(start, source.head.lowerBound)..<min(end, source.head.upperBound)
        return source
    }

    /// The token behind the particle that follows a source at `index`.
    func behindParticle(_ index: Int) -> Int {
        guard reading.text.language == "ja", index < period.upperBound, reading.isOutside(index),
            Self.subjectParticles.contains(tokens[index].hash)
        else { return index }
        return index + 1
    }

    /// `“…”고 김민수 장관이 말했다`, `“…” diye konuştu`: a frame that starts with the particle behind its quotation.
    private func withParticle(_ frame: Range<Int>) -> Range<Int> {
        guard reading.text.language == "ko" || reading.text.language == "tr" else { return frame }
        let low = max(period.lowerBound + 1, frame.lowerBound - 10)
        guard low < frame.lowerBound else { return frame }
        for index in (low..<frame.lowerBound).reversed() {
            guard reading.isOutside(index) else { return frame }
            if !reading.isOutside(index - 1) {
                return Self.particles.contains(tokens[index].hash) ? index..<frame.upperBound : frame
            }
        }
        return frame
    }

    /// The subject of `Bakan, “…” diye konuştu`: before the quotation, when a particle stands right before the cue.
    func subjectOverParticle(_ before: Int) -> Attribution.Source? {
        guard reading.text.language == "tr", before > period.lowerBound, reading.isOutside(before),
            !reading.isOutside(before - 1),
            Self.particles.contains(tokens[before].hash)
        else { return nil }
        return finder.subject(from: period.lowerBound, before: before)
    }

    private static let particles = Set(["고", "라고", "이라고", "며", "라며", "diye", "şeklinde"].map { Hash64.folded($0) })

    /// A frame with the particle that joins it to the quotation before it.
    func withQuotative(_ frame: Range<Int>) -> Range<Int> {
        let before = frame.lowerBound - 1
        guard reading.text.language == "ja", before > period.lowerBound, tokens[before].hash == Self.quotative,
            reading.isOutside(before), !reading.isOutside(before - 1)
        else { return withParticle(frame) }
        return before..<frame.upperBound
    }
}
