internal import Language
internal import TextCore

/// Finds runs of words that two articles have in common, word for word (``ComparedWord``): copying, or quoting one source
/// alike.
///
/// Hashed sequences of ``seed`` words in an inverted index, each hit extended as far as it goes (the "seed and extend" of
/// text-reuse detection; Citron & Ginsparg 2015 for n-gram postings). Words of the body count: headlines, captions and
/// what is no article text do not. A run does not go beyond a paragraph.
///
/// - Complexity: O(*n*) in words for the index, plus the length of what is found. A sequence that stands in more than
///   ``longestPosting`` places is boilerplate and starts no run.
struct CopiedRuns {
    /// The shortest run, in words.
    static let seed = 8
    static let longestPosting = 256
    /// At most this many places of one article: a text that repeats itself is copied once.
    static let repeats = 4

    /// A word of an article's body.
    private struct Word {
        let hash: UInt64
        let first: Int32
        let last: Int32
        let section: Int32

        init(word: ComparedWord, section: Int32) {
            hash = word.hash
            first = Int32(clamping: word.tokens.lowerBound)
            last = Int32(clamping: word.tokens.upperBound - 1)
            self.section = section
        }
    }

    /// A place in the words of an article.
    private struct Place {
        let article: Int32
        let word: Int32
    }

    /// A run between two articles: where it starts in both, and how many words it has.
    private struct Run: Hashable {
        let first: Int
        let second: Int
        let a: Int
        let b: Int
        let length: Int
    }

    /// The runs of a story, by place in the earlier article.
    static func find(in story: Story) -> [Reuse] {
        let words = story.articles.map(bodyWords)
        var postings: [UInt64: [Place]] = [:]
        var runs: [Run] = []
        for (article, list) in words.enumerated() {
            // Where runs on each diagonal of this article with another end, so that none is found twice.
            var ends: [Diagonal: Int] = [:]
            let seeds = withoutEndlessRepeats(seeds(of: list))
            for (at, key) in seeds {
                for place in postings[key] ?? [] {
                    let diagonal = Diagonal(article: Int(place.article), offset: at - Int(place.word))
                    if let end = ends[diagonal], at < end { continue }
                    let length = extent(words[diagonal.article], Int(place.word), list, at)
                    guard length >= seed else { continue }
                    ends[diagonal] = at + length
                    runs.append(Run(first: diagonal.article, second: article, a: Int(place.word), b: at, length: length))
                }
            }
            for (at, key) in seeds {
                let known = postings[key] ?? []
                guard known.count < longestPosting, known.suffix(repeats).count(where: { $0.article == article }) < repeats else {
                    continue
                }
                postings[key, default: []].append(Place(article: Int32(clamping: article), word: Int32(clamping: at)))
            }
        }
        let quoted = story.articles.map(QuotedTokens.mark)
        return withoutContained(runs).map { run in
            let a = words[run.first][run.a..<(run.a + run.length)]
            let b = words[run.second][run.b..<(run.b + run.length)]
            let both = zip(a, b).count { quoted[run.first][Int($0.first)] && quoted[run.second][Int($1.first)] }
            return Reuse(
                first: Passage(article: run.first, range: range(a, story.articles[run.first])),
                second: Passage(article: run.second, range: range(b, story.articles[run.second])),
                words: run.length,
                quotedWords: both
            )
        }
    }

    private struct Diagonal: Hashable {
        let article: Int
        let offset: Int
    }

    private static func bodyWords(_ article: AnalyzedArticle) -> [Word] {
        let text = article.annotated
        var words: [Word] = []
        for (section, tokens) in text.sectionTokens.enumerated() where text.sections[section].role == .body {
            text.forEachComparedWord(in: tokens) { words.append(Word(word: $0, section: Int32(clamping: section))) }
        }
        return words
    }

    /// The seeds of a text in order: every ``seed`` words of one paragraph, hashed by a rolling polynomial.
    private static func seeds(of words: [Word]) -> [(at: Int, key: UInt64)] {
        guard words.count >= seed else { return [] }
        let base: UInt64 = 0x9E37_79B9_7F4A_7C15
        var lead: UInt64 = 1
        for _ in 1..<seed { lead = lead &* base }
        var key: UInt64 = 0
        var seeds: [(at: Int, key: UInt64)] = []
        for (index, word) in words.enumerated() {
            if index >= seed { key = key &- words[index - seed].hash &* lead }
            key = key &* base &+ word.hash
            let at = index - seed + 1
            if at >= 0, words[at].section == word.section { seeds.append((at, key)) }
        }
        return seeds
    }

    /// The seeds, of those that one text has again and again only the first: each would start a run with every other.
    private static func withoutEndlessRepeats(_ seeds: [(at: Int, key: UInt64)]) -> [(at: Int, key: UInt64)] {
        guard seeds.count > longestPosting else { return seeds }
        var counts: [UInt64: Int] = [:]
        return seeds.filter { seed in
            counts[seed.key, default: 0] += 1
            return counts[seed.key, default: 0] <= longestPosting
        }
    }

    /// How many words run alike from two places on, inside one paragraph of both.
    private static func extent(_ a: [Word], _ i: Int, _ b: [Word], _ j: Int) -> Int {
        var length = 0
        while i + length < a.count, j + length < b.count {
            let (x, y) = (a[i + length], b[j + length])
            guard x.hash == y.hash, x.section == a[i].section, y.section == b[j].section else { break }
            length += 1
        }
        return length
    }

    /// Drops runs that lie inside a longer run of the same two articles on either side: a repeat inside one article.
    private static func withoutContained(_ runs: [Run]) -> [Run] {
        let byPair = Dictionary(grouping: runs) { UnitPair(first: $0.first, second: $0.second) }
        var kept: [Run] = []
        for pair in byPair.keys.sorted() {
            var coveredA = CoveredWords()
            var coveredB = CoveredWords()
            for run in (byPair[pair] ?? []).sorted(by: { ($1.length, $0.a, $0.b) < ($0.length, $1.a, $1.b) }) {
                let (a, b) = (run.a..<(run.a + run.length), run.b..<(run.b + run.length))
                if coveredA.contains(a) || coveredB.contains(b) { continue }
                coveredA.insert(a)
                coveredB.insert(b)
                kept.append(run)
            }
        }
        return kept
    }

    private static func range(_ words: ArraySlice<Word>, _ article: AnalyzedArticle) -> Range<Int> {
        guard let first = words.first, let last = words.last else { return 0..<0 }
        let tokens = article.annotated.tokens
        return Int(tokens[Int(first.first)].start)..<Int(tokens[Int(last.last)].end)
    }
}

/// Words that runs cover, as stretches: ascending, with at least one word between two of them.
private struct CoveredWords {
    private var stretches: [Range<Int>] = []

    /// O(number of stretches).
    mutating func insert(_ range: Range<Int>) {
        let start = Story.partition(stretches) { $0.upperBound < range.lowerBound }
        let end = Story.partition(stretches) { $0.lowerBound <= range.upperBound }
        guard start < end else { return stretches.insert(range, at: start) }
        let whole = min(range.lowerBound, stretches[start].lowerBound)..<max(range.upperBound, stretches[end - 1].upperBound)
        stretches.replaceSubrange(start..<end, with: CollectionOfOne(whole))
    }

    /// O(log of the stretches).
    func contains(_ range: Range<Int>) -> Bool {
        let index = Story.partition(stretches) { $0.upperBound < range.upperBound }
        return index < stretches.count && stretches[index].lowerBound <= range.lowerBound
    }
}
