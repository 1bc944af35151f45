/// The language of a text, as ``LanguageIdentifier`` sees it.
public struct IdentifiedLanguage: Sendable, Hashable {
    /// How Chinese is written.
    public enum ChineseScript: Sendable, Hashable {
        case simplified, traditional
    }

    /// ISO 639-1 code (639-2 where there is none); `und` when nothing tells. Both ways of writing Chinese are `zh`, Norwegian
    /// is `no` in Bokmål and `nn` in Nynorsk.
    public let code: String
    /// How the text is written when it is Chinese; nil for other languages, and where no character of it tells.
    public let chineseScript: ChineseScript?
    /// Whether to rely on ``code``; otherwise it is the best guess.
    public let isReliable: Bool

    /// Makes a result.
    public init(code: String, chineseScript: ChineseScript? = nil, isReliable: Bool = true) {
        self.code = code
        self.chineseScript = chineseScript
        self.isReliable = isReliable
    }

    /// The language tag (BCP 47): ``code``, with the script for Chinese (`zh-Hans`, `zh-Hant`).
    public var tag: String {
        switch chineseScript {
        case .simplified: code + "-Hans"
        case .traditional: code + "-Hant"
        case nil: code
        }
    }

    /// Nothing tells the language.
    static let unknown = IdentifiedLanguage(code: "und", isReliable: false)
}
