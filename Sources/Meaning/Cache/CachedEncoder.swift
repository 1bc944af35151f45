public import TextCore

/// An encoder that keeps the vectors of its texts on disk.
public struct CachedEncoder: SentenceEncoder {
    /// Where they are kept.
    public let cache: VectorCache
    private let base: any SentenceEncoder

    /// The model of the encoder below, as its vectors are the same.
    public var identity: EncoderIdentity { base.identity }

    /// Puts a cache before an encoder.
    /// - Parameter folder: Where caches are.
    public init(_ base: any SentenceEncoder, folder: String, limit: Int = VectorCache.standardLimit) {
        self.base = base
        cache = VectorCache(folder: folder, identity: base.identity, limit: limit)
    }

    /// The vectors of texts, in their order: those on disk, and those that are made now.
    public func encode(_ texts: [UTF8Text], workspace: EncoderWorkspace) -> SentenceVectors {
        cache.vectors(of: texts) { base.encode($0, workspace: workspace) }
    }
}
