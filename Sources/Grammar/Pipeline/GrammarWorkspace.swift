internal import LinearAlgebra

/// Room for an ``EnglishPipeline`` at work, and what it has learned about words. Using one again saves time; two threads
/// must not use one at once. Grows to no more than about 60 MB, whatever the texts.
public final class GrammarWorkspace {
    var store: LexemeStore
    var tagCache = TokenEncoder.Cache()
    var nameCache = TokenEncoder.Cache()
    let buffers = EncoderBuffers()
    let scorer: ScorerBuffers
    let scores = FloatBuffer()
    private let known: LexemeStore

    /// How many words and chunks are kept.
    private static let limit = 20_000

    /// Makes room for a pipeline.
    public init(for pipeline: EnglishPipeline) {
        known = pipeline.exceptions
        store = known
        scorer = ScorerBuffers(shares: buffers.shares)
    }

    /// Forgets words where there are many. Only the numbers of words that exceptions name stay theirs.
    ///
    /// - Returns: whether words were forgotten.
    func forgetWords() -> Bool {
        guard store.count > Self.limit || store.chunkCount > Self.limit else { return false }
        store = known
        tagCache.removeAll()
        nameCache.removeAll()
        return true
    }
}
