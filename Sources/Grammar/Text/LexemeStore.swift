/// The words and chunks that have been met: each is looked at once and known from then on.
struct LexemeStore: Sendable {
    /// What a token of a chunk is.
    struct ChunkToken: Sendable {
        /// From the start of the chunk.
        let start: Int32
        let end: Int32
        let lexeme: Int32
    }

    private(set) var features: [LexemeFeatures] = []
    private var words = ByteTable()
    private var chunks = ByteTable()
    private var chunkTokens: [ChunkToken] = []
    /// Where each known chunk's tokens start, and where those of the last end.
    private var chunkStarts: [Int32] = [0]
    private var scratch: [UInt8] = []

    /// Longer words and chunks are not kept.
    private static let longest = 64

    /// How many words are known.
    var count: Int { features.count }

    /// How many chunks are known.
    var chunkCount: Int { chunks.count }

    /// Adds a word that a rule gives a norm, apart from the same word without the rule.
    mutating func insert(_ bytes: Span<UInt8>, _ range: Range<Int>, norm: UInt64, _ lexicon: Lexicon) -> Int32 {
        features.append(lexicon.features(bytes, range, norm: norm, scratch: &scratch))
        return Int32(truncatingIfNeeded: features.count - 1)
    }

    /// The number of a word, which is made known if it is not. O(length of the word) expected.
    mutating func lexeme(_ bytes: Span<UInt8>, _ range: Range<Int>, _ lexicon: Lexicon) -> Int32 {
        guard range.count <= Self.longest else {
            features.append(lexicon.features(bytes, range, scratch: &scratch))
            return Int32(truncatingIfNeeded: features.count - 1)
        }
        let hash = MurmurHash.string(bytes, range)
        if let known = words.find(bytes, range, hash: hash) { return known }
        features.append(lexicon.features(bytes, range, scratch: &scratch))
        let number = Int32(truncatingIfNeeded: features.count - 1)
        words.insert(bytes, range, hash: hash, value: number)
        return number
    }

    /// The tokens of a chunk that has been met.
    func known(chunk bytes: Span<UInt8>, _ range: Range<Int>, hash: UInt64) -> ArraySlice<ChunkToken>? {
        guard range.count <= Self.longest, let chunk = chunks.find(bytes, range, hash: hash) else { return nil }
        return chunkTokens[Int(chunkStarts[Int(chunk)])..<Int(chunkStarts[Int(chunk) + 1])]
    }

    /// Keeps the tokens of a chunk.
    mutating func keep(chunk bytes: Span<UInt8>, _ range: Range<Int>, hash: UInt64, _ tokens: [ChunkToken]) {
        guard range.count <= Self.longest else { return }
        chunks.insert(bytes, range, hash: hash, value: Int32(truncatingIfNeeded: chunks.count))
        chunkTokens += tokens
        chunkStarts.append(Int32(truncatingIfNeeded: chunkTokens.count))
    }
}
