internal import Language
internal import TextCore

/// Words in front of a quotation that its cue does not own, though they stand in one sentence with it.
extension QuotationBuilder {
    /// « Climat : « Nous devons agir », affirme Macron », `Climate: “We must act,” says Macron`: what a headline is about, in front of a
    /// colon, which is nobody's words.
    func isTopic(_ lead: Range<Int>) -> Bool {
        guard let last = lead.last, reading.isOutside(last), reading.isColon(last) else { return false }
        return reading.wordCount(lead, limit: Self.longestTopic + 1) <= Self.longestTopic
            && lead.allSatisfy { reading.isOutside($0) && !reading.has($0, [.auxiliary, .subject, .verbCue, .narrative]) }
    }

    private static let longestTopic = 4

    /// `岸田首相は4日、「…」と述べた`, `会見で「…」と述べた`: when or where, between the topic and the words.
    func isJapaneseAdverbial(_ lead: Range<Int>) -> Bool {
        guard reading.text.language == "ja", let last = lead.last, lead.count <= Self.longestAdverbial,
            lead.allSatisfy({ reading.isOutside($0) && !reading.endsSentence[$0] })
        else { return false }
        return reading.isComma(last) || Self.japaneseCases.contains(reading.tokens[last].hash)
    }

    private static let longestAdverbial = 20
    private static let japaneseCases = Set(["で", "に"].map { Hash64.folded($0) })
}
