internal import Language
internal import TextCore

/// Adverbials behind words: when, where or on what occasion they were said, which is the writer's to tell.
extension SpeechReading {
    /// `called it “a disgrace” on Monday`, `“baseless” in a statement`, `“absurd”) has resigned`: whether what stands behind marked
    /// words tells of the time, the place or another clause, and goes on with nothing that the marks hold.
    func endsNaming(_ index: Int, before end: Int) -> Bool {
        guard index < end, isOutside(index) else { return true }
        if isComma(index) || isMark(index, ")") { return true }
        return opensTime(index, before: end) || opensOccasion(index, before: end) || Self.parting.contains(tokens[index].hash)
    }

    /// `in a statement`, `at a summit in Brussels`, `during his speech`: whether a preposition opens the occasion of words.
    func opensOccasion(_ index: Int, before end: Int) -> Bool {
        guard Self.placing.contains(tokens[index].hash) else { return false }
        let phrase = (index + 1)..<min(end, index + 1 + Self.longestOccasion)
        for token in phrase {
            guard isOutside(token), tokens[token].isWord, !has(token, [.preposition, .auxiliary, .relative]) else { return false }
            if has(token, [.subject, .complementizer]), !has(token, .determiner) { return false }
            if Self.occasions.contains(tokens[token].hash) || SpeakerResolver.utterances.contains(tokens[token].hash) {
                return true
            }
        }
        return false
    }

    /// `on Monday`, `in February 2022`, `last week`, `in 2005`.
    private func opensTime(_ index: Int, before end: Int) -> Bool {
        let next = index + 1
        if has(index, .time), !has(index, .subordinator) { return true }
        guard next < end, isOutside(next) else { return false }
        if Self.relative.contains(tokens[index].hash) {
            return has(next, .time) || SourceFinder.timeNouns.contains(tokens[next].hash)
        }
        guard Self.placing.contains(tokens[index].hash) else { return false }
        return has(next, .time) || tokens[next].kind == .number && tokens[next].range.count == Self.digitsOfYear
    }

    /// How many tokens behind its preposition an occasion is looked for.
    private static let longestOccasion = 6
    private static let digitsOfYear = 4
    private static let occasions = LexiconFile(PackageResources.nouns_txt).words("occasions")
    private static let placing = words("in on at during")
    private static let relative = words("last this earlier next")
    private static let parting = words("after before when while by")

    private static func words(_ text: String) -> Set<UInt64> {
        Set(text.split(separator: " ").map { Hash64.folded($0) })
    }
}
