/// A set of words by the hashes that tokens carry (``Token/hash``, or of stems): for lexicons that hot paths ask.
public struct WordSet: Sendable {
    @usableFromInline var index: HashIndex

    /// Makes a set of hashes. O(*n*).
    @inlinable
    public init(hashes: some Sequence<UInt64>) {
        index = HashIndex(minimumCapacity: hashes.underestimatedCount)
        for hash in hashes { index.insert(hash, 0) }
    }

    /// Makes a set without words.
    public init() { index = HashIndex() }

    /// Makes a set of single words, case-folded. O(*n*).
    @inlinable
    public init(_ words: some Sequence<some StringProtocol>) {
        self.init(hashes: words.map { Hash64.folded($0) })
    }

    /// Adds a word by its hash. O(1) amortised.
    public mutating func insert(_ hash: UInt64) { index.insert(hash, 0) }

    /// How many words it has.
    public var count: Int { index.count }

    /// Whether it has a word. O(1).
    @inlinable
    public func contains(_ hash: UInt64) -> Bool { index.find(hash) >= 0 }

    /// Whether it has a token's word. O(1).
    @inlinable
    public func contains(_ token: Token) -> Bool { contains(token.hash) }
}

/// Values of single words by the hashes that tokens carry (``Token/hash``, or of stems).
public struct WordTable<Value: Sendable>: Sendable {
    @usableFromInline var index: HashIndex
    @usableFromInline var values: [Value] = []

    /// Makes a table of hashes and their values; a later value of the same hash takes the place of an earlier one. O(*n*).
    @inlinable
    public init(hashes: some Sequence<(UInt64, Value)>) {
        index = HashIndex(minimumCapacity: hashes.underestimatedCount)
        for (hash, value) in hashes {
            index.insert(hash, Int32(clamping: values.count))
            values.append(value)
        }
    }

    /// Makes a table of words, case-folded, and their values. O(*n*).
    public init(_ words: some Sequence<(String, Value)>) {
        self.init(hashes: words.map { (Hash64.folded($0.0), $0.1) })
    }

    /// Makes a table without words.
    /// - Parameter minimumCapacity: how many words it is going to have, so that it need not grow.
    public init(minimumCapacity: Int = 0) {
        index = HashIndex(minimumCapacity: minimumCapacity)
        values.reserveCapacity(minimumCapacity)
    }

    /// How many words it has.
    public var count: Int { index.count }

    /// The value of a word, to be changed in place; `initial` for one that the table does not have yet. O(1) amortised.
    @inlinable
    public subscript(hash: UInt64, default initial: @autoclosure () -> Value) -> Value {
        get { self[hash] ?? initial() }
        _modify {
            var place = index.find(hash)
            if place < 0 {
                place = values.count
                index.insert(hash, Int32(clamping: place))
                values.append(initial())
            }
            yield &values[place]
        }
    }

    /// The value of a word. O(1).
    @inlinable
    public subscript(hash: UInt64) -> Value? {
        let found = index.find(hash)
        return found < 0 ? nil : values[found]
    }

    /// The value of a token's word. O(1).
    @inlinable
    public subscript(token: Token) -> Value? { self[token.hash] }

    /// The same words with other values. O(*n*).
    @inlinable
    public func mapValues<Mapped>(_ transform: (Value) -> Mapped) -> WordTable<Mapped> {
        WordTable<Mapped>(index: index, values: values.map(transform))
    }

    @usableFromInline
    init(index: HashIndex, values: [Value]) {
        self.index = index
        self.values = values
    }
}
