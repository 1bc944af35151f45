/// Values of phrases of one or more tokens, matched against token sequences: the multi-word counterpart of
/// ``WordTable``, as a trie whose edges are token hashes.
///
/// ```swift
/// let cues = PhraseTable([("according to", 1), ("according to reports from", 2)])
/// if let match = cues.longestMatch(in: tokens, at: index, limit: tokens.count) {
///     // match.value, tokens[index..<match.endIndex]
/// }
/// ```
///
/// Phrases are cut by ``Tokenizer``, so case, kind of apostrophe and amount of white space do not matter, and
/// punctuation inside a phrase (`U.S.`, `l'homme`, `vice-president`) is matched as the tokens it becomes.
public struct PhraseTable<Value: Sendable>: Sendable {
    /// From the hash of a path of tokens to its node.
    @usableFromInline var index: HashIndex
    /// Values of the nodes; nil where a path is only the start of phrases.
    @usableFromInline var values: [Value?] = []
    /// Whether longer phrases start with a node's path.
    @usableFromInline var goesOn: [Bool] = []

    @usableFromInline var phraseCount = 0
    @usableFromInline var longest = 0

    /// How many phrases it has.
    public var count: Int { phraseCount }
    /// The number of tokens of its longest phrase.
    public var longestPhrase: Int { longest }

    /// Makes a table without phrases.
    /// - Parameter minimumCapacity: how many phrases it is going to have, so that it need not grow.
    public init(minimumCapacity: Int = 0) {
        index = HashIndex(minimumCapacity: minimumCapacity)
    }

    /// Makes a table of phrases; a later value of the same phrase takes the place of an earlier one, and phrases
    /// without a token are left out. O(*n*) in bytes.
    public init(_ phrases: some Sequence<(String, Value)>) {
        let tokenizer = Tokenizer()
        self.init(hashes: phrases.lazy.map { (tokenizer.tokens(of: UTF8Text($0.0)).map(\.hash), $0.1) })
    }

    /// Makes a table of phrases given as hashes of their words, for instance of their stems. Of the values of one phrase
    /// the last stays, or with `keepingFirst` the first. O(*n*) in words.
    @inlinable
    public init(hashes phrases: some Sequence<([UInt64], Value)>, keepingFirst: Bool = false) {
        index = HashIndex(minimumCapacity: phrases.underestimatedCount)
        for (phrase, value) in phrases { insert(phrase, value, keepingFirst: keepingFirst) }
    }

    /// Adds a phrase given as hashes of its words, in place of an earlier value of the same phrase, or with `keepingFirst` only
    /// where it has none. A phrase without words is left out. O(*n*) in words.
    @inlinable
    public mutating func insert(_ phrase: [UInt64], _ value: Value, keepingFirst: Bool = false) {
        guard !phrase.isEmpty else { return }
        var path = Self.root
        var node = -1
        for (position, hash) in phrase.enumerated() {
            path = Self.step(path, hash)
            node = index.find(path)
            if node < 0 {
                node = values.count
                index.insert(path, Int32(clamping: node))
                values.append(nil)
                goesOn.append(false)
            }
            if position + 1 < phrase.count { goesOn[node] = true }
        }
        let isNew = values[node] == nil
        if isNew { phraseCount += 1 }
        if isNew || !keepingFirst { values[node] = value }
        longest = max(longest, phrase.count)
    }

    @usableFromInline static var root: UInt64 { 0xCBF2_9CE4_8422_2325 }

    @inlinable
    static func step(_ path: UInt64, _ hash: UInt64) -> UInt64 {
        let mixed = (path ^ hash) &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ (mixed >> 32)
    }

    /// The longest phrase that starts at token `start` and ends at or before token `limit` (at most `tokens.count`),
    /// with the index after its last token.
    /// - Complexity: O(length of the longest phrase), whatever the number of phrases.
    @inlinable
    public func longestMatch(in tokens: [Token], at start: Int, limit: Int) -> (value: Value, endIndex: Int)? {
        longestMatch(from: start, to: min(limit, tokens.count)) { tokens[$0].hash }
    }

    /// The longest phrase whose words' hashes stand at `start` of `hashes`, for instance of
    /// stems; as ``longestMatch(in:at:limit:)``.
    @inlinable
    public func longestMatch(inHashes hashes: [UInt64], at start: Int, limit: Int) -> (value: Value, endIndex: Int)? {
        longestMatch(from: start, to: min(limit, hashes.count)) { hashes[$0] }
    }

    /// The longest phrase whose words' hashes `hash` gives for the places from `start` up to `end`, for instance of stems
    /// where words have one; as ``longestMatch(in:at:limit:)``. `hash` is asked for no other places.
    @inlinable
    public func longestMatch(from start: Int, to end: Int, _ hash: (Int) -> UInt64) -> (value: Value, endIndex: Int)? {
        var best: (value: Value, endIndex: Int)?
        var path = Self.root
        var at = max(0, start)
        while at < end {
            path = Self.step(path, hash(at))
            at += 1
            let node = index.find(path)
            guard node >= 0 else { break }
            if let value = values[node] { best = (value, at) }
            guard goesOn[node] else { break }
        }
        return best
    }
}
