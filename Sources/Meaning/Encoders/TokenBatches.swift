/// The tokens of texts, gathered until there are enough for products of matrices to be fast.
struct TokenBatches {
    /// The tokens of the texts of a batch, one behind the other.
    private(set) var tokens: [Int32] = []
    /// How many each of these texts has.
    private(set) var lengths: [Int] = []
    /// The number of the batch's first text.
    private(set) var first = 0
    private let size: Int

    /// - Parameter size: how many tokens are worked on at once, where no single text has more.
    init(size: Int) { self.size = size }

    /// Adds a text; what was gathered is given to `body` when there is no more room for it.
    mutating func add(_ text: [Int32], body: (TokenBatches) -> Void) {
        if !tokens.isEmpty, tokens.count + text.count > size { finish(body) }
        tokens += text
        lengths.append(text.count)
    }

    /// Gives the rest to `body`.
    mutating func finish(_ body: (TokenBatches) -> Void) {
        guard !lengths.isEmpty else { return }
        body(self)
        first += lengths.count
        tokens.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
    }
}
