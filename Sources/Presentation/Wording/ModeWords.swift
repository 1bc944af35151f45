internal import Collation

extension Collation.Mode {
    /// The means of a run in few words: "lexical", "full", "full, minilm".
    var words: String { meaning == Self.lexical.meaning ? language : "\(language), \(meaning)" }
}
