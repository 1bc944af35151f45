internal import Language
internal import TextCore

/// English lines that say in a phrase without a verb whose words, or words on what, stand behind a colon: `Hero guard: “I just ran”`,
/// `Climate: “We have no time”`.
extension QuotationBuilder {
    /// How many words such a phrase may have.
    private static let longestLabel = 6

    /// Somebody who is described in front of a colon: `Hero guard: “…”`, `Mother of three: “…”` has a verb's place empty, and a person's
    /// noun at its end.
    func personBeforeColon(_ span: MarkedSpan, _ period: Range<Int>) -> Attribution.Source? {
        guard let phrase = label(before: span, period), phrase.count > 1, isPersonNoun(phrase.upperBound - 1) else { return nil }
        return Attribution.Source(mention: phrase, head: phrase, reference: .noun)
    }

    /// Whether the phrase in front of a colon says what the words are about rather than whose they are: `Royal visit: “A day to remember”`.
    func isTopicBeforeColon(_ span: MarkedSpan, _ period: Range<Int>) -> Bool {
        guard let phrase = label(before: span, period), let last = phrase.last, !reading.namesPerson(phrase) else { return false }
        if phrase.contains(where: { CueReader.labels.contains(reading.tokens[$0].hash) }) { return !isPersonNoun(last) }
        return phrase.count > 1 && !reading.tokens[last].isCapitalized && reading.words[last].isEmpty && !mayBeVerb(last)
    }

    /// The words of a sentence in front of the colon before a span, where none is a verb, a preposition or the like.
    private func label(before span: MarkedSpan, _ period: Range<Int>) -> Range<Int>? {
        let colon = span.tokens.lowerBound - 1
        guard reading.text.language == "en", colon > period.lowerBound, colon - period.lowerBound <= Self.longestLabel,
            reading.isOutside(colon), reading.isColon(colon)
        else { return nil }
        let phrase = period.lowerBound..<colon
        let isLabel = phrase.allSatisfy { index in
            reading.isOutside(index) && (reading.tokens[index].kind == .word || reading.tokens[index].kind == .dash)
                && reading.words[index].isDisjoint(with: [
                    .auxiliary, .preposition, .subject, .relative, .coordinator, .subordinator, .complementizer, .gerund, .time,
                ]) && (reading.words[index].isDisjoint(with: .verbCue) || reading.has(index, [.role, .collective]))
        }
        return isLabel ? phrase : nil
    }

    private func isPersonNoun(_ index: Int) -> Bool {
        if reading.has(index, .role) || Self.people.contains(reading.tokens[index].hash) { return true }
        let bytes = reading.text.text.bytes[reading.tokens[index].range]
        guard bytes.last == UInt8(ascii: "s") else { return false }
        return Self.people.contains(Hash64.folded(String(decoding: bytes.dropLast(), as: UTF8.self)))
    }

    /// Endings of verbs, which plurals have, too.
    private func mayBeVerb(_ index: Int) -> Bool {
        let bytes = reading.text.text.bytes[reading.tokens[index].range]
        return reading.isLyAdverb(index) || ["ed", "s", "ing"].contains { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    private static let people = LexiconFile(PackageResources.nouns_txt).words("en person")
}
