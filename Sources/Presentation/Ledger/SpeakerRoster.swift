public import Collation
internal import Speech

/// The first speakers of some articles, to name them to somebody who asked for one that is not there.
public struct SpeakerRoster: Sendable {
    private var names: [String] = []
    private var hasMore = false
    private static let capacity = 8

    /// A roster without names.
    public init() {}

    /// Adds the speakers of an article that are not in it yet, as far as there is room. O(quotations).
    public mutating func add(_ analyzed: AnalyzedArticle) {
        for quotation in analyzed.speech.quotations where quotation.isSpeech {
            guard let speaker = quotation.speaker else { continue }
            let name = SafeText.line(speaker.name)
            guard !name.isEmpty, !names.contains(name) else { continue }
            guard names.count < Self.capacity else {
                hasMore = true
                return
            }
            names.append(name)
        }
    }

    /// The names in words: `speakers are A, B, …`.
    public var words: String {
        guard !names.isEmpty else { return "no speaker was found" }
        return "speakers are " + names.joined(separator: ", ") + (hasMore ? ", …" : "")
    }
}
