internal import Language
internal import Speech
internal import TextCore

/// Finds the quotations of a story that have the same words: who said them in one article said them in the other.
///
/// - Complexity: O(*n*) in the quoted words: lists of places are bounded.
struct SharedQuotes {
    /// Quotations that one sequence of words is looked up in.
    private static let mostPlaces = 24
    /// How long the sequences are.
    private static let length = 3

    /// The quoted words of one quotation, as hashes.
    struct Words: Sendable {
        let all: [UInt64]
        /// How many are no words of grammar.
        let content: Int
    }

    private var words: [[UInt64]] = []
    private var index: [UInt64: [Int]] = [:]

    /// Adds a quotation; its number is how many were added before it.
    mutating func add(_ words: Words) {
        let number = self.words.count
        self.words.append(words.all)
        for count in 1...Self.length {
            for key in Set(Self.sequences(count, of: words.all)) where (index[key]?.count ?? 0) < Self.mostPlaces {
                index[key, default: []].append(number)
            }
        }
    }

    /// The numbers of the quotations that hold some words, or most of them, or that these words hold.
    func matches(_ words: Words) -> [Int] {
        guard !words.all.isEmpty else { return [] }
        if words.all.count <= Self.length {
            return Self.sequences(words.all.count, of: words.all).first.flatMap { index[$0] } ?? []
        }
        var shared: [Int: Int] = [:]
        let own = Set(Self.sequences(Self.length, of: words.all))
        for key in own { for number in index[key] ?? [] { shared[number, default: 0] += 1 } }
        return shared.compactMap { number, count in
            let other = self.words[number].count - Self.length + 1
            // Four words in a row at least, and nearly all of the shorter one.
            guard count >= 2, 5 * count >= 4 * min(own.count, other) else { return nil }
            return number
        }.sorted()
    }

    private static func sequences(_ count: Int, of words: [UInt64]) -> [UInt64] {
        guard words.count >= count else { return [] }
        return (0...(words.count - count)).map { start in
            var hash = Hash64()
            hash.combine(UInt8(truncatingIfNeeded: count))
            for word in words[start..<(start + count)] { hash.combine(word) }
            return hash.value
        }
    }

    /// The words of a quotation that stand between its marks.
    static func words(of quotation: Quotation, in article: AnalyzedArticle, isQuoted: [Bool]) -> Words {
        let text = article.annotated
        var all: [UInt64] = []
        var content = 0
        for range in quotation.content {
            text.forEachComparedWord(in: text.tokens(in: range).clamped(to: isQuoted.indices)) { word in
                let token = word.tokens.lowerBound
                guard isQuoted[token] || !quotation.isSpeech, text.tokens[token].kind != .clitic, all.count < 512 else { return }
                all.append(word.hash)
                if !text.isFunctionWord[token], text.tokens[token].range.count > 3 { content += 1 }
            }
        }
        return Words(all: all, content: content)
    }
}
