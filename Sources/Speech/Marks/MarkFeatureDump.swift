package import Language
internal import TextCore

/// What ``MarkJudge`` sees of each marked span of a text, for the program that fits its weights.
package enum MarkFeatureDump {
    /// The names of the features, in order.
    package static var names: [String] { MarkFeature.allCases.map { "\($0)" } }

    /// A row for each span that no other encloses: the byte range between its marks, whether the rules take it for speech,
    /// and its features.
    package static func rows(_ text: AnnotatedText) -> [(range: Range<Int>, isSpeech: Bool, features: [Bool])] {
        let builder = QuotationBuilder.ruled(SpeechReading(text))
        let features = builder.features
        return builder.reading.spans.indices.filter { builder.reading.spans[$0].enclosing == nil }.map { index in
            (
                builder.reading.bytes(builder.reading.spans[index].content), builder.verdicts[index].isSpeech,
                features.values(index)
            )
        }
    }
}
