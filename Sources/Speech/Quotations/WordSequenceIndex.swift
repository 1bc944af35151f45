/// Finds, among sequences of words, the one that holds another's words in their order: a quotation that a headline shortens,
/// the same words in another article.
///
/// A search takes the rarest words of what is asked for, looks at the places where they stand, and measures the longest
/// common subsequence with the words around each place, with bit vectors (H. Hyyrö, "Bit-Parallel LCS-length Computation
/// Revisited", 2004). So words may be left out on both sides, and what is common everywhere costs nothing.
///
/// - Complexity: O(*n*) in words to make; O(*m*) in words asked for to search, whatever the index holds: rare words, places
///   of each and words around a place are bounded.
public struct WordSequenceIndex: Sendable {
    /// A sequence that holds words asked for.
    public struct Match: Sendable, Hashable {
        /// Index of the sequence.
        public let sequence: Int
        /// How many of the words asked for stand in it, in their order, in one place.
        public let shared: Int
        /// How many words were asked for; those beyond ``WordSequenceIndex/longest`` do not count.
        public let asked: Int

        /// Whether all of a few words are there, or four of five of more.
        public var holdsNearlyAll: Bool { asked > 4 ? shared * 5 >= asked * 4 : shared == asked }
    }

    /// How many words are compared; a sequence that begins like this goes on like this.
    public static let longest = 256
    /// How many of the rarest words are looked up, and how many places of each.
    static let (rareWords, places) = (3, 8)

    /// All sequences, one after the other.
    private let words: [UInt64]
    /// Where each sequence starts, and where the last ends.
    private let starts: [Int]
    /// For each word, its number.
    private let numbers: [UInt64: Int32]
    /// For each number, where its places start in `placesOfWords`; then where the last ends.
    private let firstPlace: [Int]
    private let placesOfWords: [Int32]

    /// Indexes sequences of words, given as hashes, for instance of their stems. O(*n*).
    public init(_ sequences: [[UInt64]]) {
        var words: [UInt64] = []
        var starts = [0]
        var numbers: [UInt64: Int32] = [:]
        var counts: [Int] = []
        for sequence in sequences {
            words += sequence
            starts.append(words.count)
        }
        var number = [Int32](repeating: 0, count: words.count)
        for (place, word) in words.enumerated() {
            let known = numbers[word]
            let found = known ?? Int32(clamping: counts.count)
            if known == nil {
                numbers[word] = found
                counts.append(0)
            }
            number[place] = found
            counts[Int(found)] += 1
        }
        var firstPlace = [0]
        for count in counts { firstPlace.append((firstPlace.last ?? 0) + count) }
        var next = firstPlace
        var placesOfWords = [Int32](repeating: 0, count: words.count)
        for place in words.indices {
            let word = Int(number[place])
            placesOfWords[next[word]] = Int32(clamping: place)
            next[word] += 1
        }
        self.words = words
        self.starts = starts
        self.numbers = numbers
        self.firstPlace = firstPlace
        self.placesOfWords = placesOfWords
    }

    /// The sequence that holds the most of `query`'s words in their order; the first of several; nil when none that `admits`
    /// allows has a rare word of it.
    public func best(for query: [UInt64], where admits: (Int) -> Bool) -> Match? {
        let query = Array(query.prefix(Self.longest))
        guard !query.isEmpty else { return nil }
        var pattern: BitPattern?
        var seen: [Range<Int>] = []
        var best: Match?
        for (position, number) in rarest(of: query) {
            var left = Self.places
            for place in placesOfWords[firstPlace[number]..<firstPlace[number + 1]].lazy.map(Int.init) {
                guard left > 0 else { break }
                left -= 1
                let sequence = sequence(at: place)
                guard admits(sequence), !seen.contains(where: { $0.contains(place) }) else { continue }
                // Words around it, with room for as many left out as are kept, twice.
                let low = max(starts[sequence], place - 3 * position - 16)
                let high = min(starts[sequence + 1], place + 3 * (query.count - position) + 16)
                seen.append(low..<high)
                if pattern == nil { pattern = BitPattern(query) }
                let shared = pattern?.longestCommon(with: words[low..<high]) ?? 0
                if shared > best?.shared ?? 0 || shared == best?.shared && sequence < best?.sequence ?? 0 {
                    best = Match(sequence: sequence, shared: shared, asked: query.count)
                }
            }
        }
        return best
    }

    /// The rarest words of a query that are known, with their positions in it.
    private func rarest(of query: [UInt64]) -> [(position: Int, number: Int)] {
        var rare: [(count: Int, position: Int, number: Int)] = []
        for (position, word) in query.enumerated() {
            guard let number = numbers[word].map(Int.init) else { continue }
            let count = firstPlace[number + 1] - firstPlace[number]
            if rare.count == Self.rareWords, let last = rare.last, last.count <= count { continue }
            if rare.contains(where: { $0.number == number }) { continue }
            rare.append((count, position, number))
            rare.sort { ($0.count, $0.position) < ($1.count, $1.position) }
            if rare.count > Self.rareWords { rare.removeLast() }
        }
        return rare.map { ($0.position, $0.number) }
    }

    /// The sequence that a place lies in. O(log *n*).
    private func sequence(at place: Int) -> Int {
        var low = 0
        var high = starts.count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= place { low = middle } else { high = middle }
        }
        return low
    }
}

/// Words as bit vectors, to measure what they have in common with others in order.
struct BitPattern {
    private let count: Int
    private let blocks: Int
    /// Where each word's vector starts in `masks`.
    private var vectors: [UInt64: Int] = [:]
    private var masks: [UInt64] = []

    init(_ words: [UInt64]) {
        count = words.count
        blocks = (words.count + 63) / 64
        for (position, word) in words.enumerated() {
            let vector = vectors[word] ?? masks.count
            if vector == masks.count {
                vectors[word] = vector
                masks += repeatElement(0, count: blocks)
            }
            masks[vector + position / 64] |= 1 << UInt64(position % 64)
        }
    }

    /// The length of the longest common subsequence. O(words × words of the pattern / 64).
    func longestCommon(with words: ArraySlice<UInt64>) -> Int {
        var state = [UInt64](repeating: .max, count: blocks)
        for word in words {
            guard let vector = vectors[word] else { continue }
            var carry: UInt64 = 0
            for block in 0..<blocks {
                let mask = masks[vector + block]
                let matched = state[block] & mask
                let (sum, overflow) = state[block].addingReportingOverflow(matched)
                let (total, carried) = sum.addingReportingOverflow(carry)
                carry = overflow || carried ? 1 : 0
                state[block] = total | (state[block] & ~mask)
            }
        }
        var length = 0
        for position in 0..<count where state[position / 64] & (1 << UInt64(position % 64)) == 0 { length += 1 }
        return length
    }
}
