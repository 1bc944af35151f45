package import Language
internal import TextCore

/// What ``SpeakerChooser`` and ``ContentEndChooser`` see of a text, for the programs that fit their weights.
package enum RankingDump {
    /// The names of the features of ``SpeakerChooser``, in order.
    package static var speakerNames: [String] { SpeakerFeature.allCases.map { "\($0)" } }
    /// The names of the features of ``ContentEndChooser``, in order.
    package static var endNames: [String] { ContentEndFeature.allCases.map { "\($0)" } }

    /// One candidate of a choice.
    package struct Row {
        /// The bytes of the quotation whose speaker or end is chosen.
        package let content: Range<Int>
        /// How the source is given, or whether the content is of the lexical mode or ends by heads.
        package let situation: String
        /// The speaker's name; empty for nobody.
        package let name: String
        /// Where the content would end.
        package let end: Int
        /// Whether it is the rules' choice.
        package let isRuled: Bool
        /// Its features.
        package let features: [Bool]
    }

    /// A list of rows for each quotation whose speaker is to be chosen.
    package static func speakers(_ text: AnnotatedText) -> [[Row]] {
        let found = SpeechAnalyzer().find(in: text)
        let candidates = SpeakerCandidates(
            reading: found.reading,
            resolver: found.resolver,
            drafts: found.drafts,
            speakers: found.speakers
        )
        return found.drafts.indices.compactMap { index in
            guard let choice = candidates.choice(of: index) else { return nil }
            let range = Self.bytes(found.drafts[index].contents, found.reading)
            return choice.candidates.enumerated().map { place, candidate in
                Row(
                    content: range,
                    situation: choice.situation.rawValue,
                    name: candidate.speaker.name,
                    end: range.upperBound,
                    isRuled: place == choice.ruled,
                    features: candidate.features
                )
            }
        }
    }

    /// A list of rows for each retold quotation whose end is to be chosen.
    package static func ends(_ text: AnnotatedText) -> [[Row]] {
        let reading = SpeechReading(text)
        var drafts = QuotationBuilder.drafts(of: reading)
        if let syntax = text.syntax {
            let ends = ClauseEnds(reading: reading, syntax: syntax)
            drafts = ends.ended(ends.standing(among: drafts))
        }
        return ContentEndChooser(reading: reading).choices(among: drafts).map { _, choice in
            choice.ends.indices.map { place in
                let range = choice.content.lowerBound..<choice.ends[place]
                return Row(
                    content: reading.bytes(choice.content),
                    situation: text.syntax == nil ? "lexical" : "heads",
                    name: "",
                    end: reading.bytes(range).upperBound,
                    isRuled: place == choice.ruled,
                    features: choice.features[place]
                )
            }
        }
    }

    private static func bytes(_ contents: [Range<Int>], _ reading: SpeechReading) -> Range<Int> {
        guard let first = contents.first, let last = contents.last else { return 0..<0 }
        return reading.bytes(first.lowerBound..<last.upperBound)
    }
}
