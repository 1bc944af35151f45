internal import Grammar
internal import TextCore

/// Brings the grammar's tokens and the annotation's together: both are in the order of the text, but each cuts some words that
/// the other leaves whole.
///
/// - Complexity: O(*n*) in tokens of both.
struct SyntaxBuilder {
    private let tokens: [Token]
    /// Meanings of the grammar's codes.
    private let tagOfCode: [PennTag]
    private let relationOfCode: [DependencyRelation]
    private var tags: [PennTag]
    private var heads: [Int32]
    private var relations: [DependencyRelation]

    /// Starts with tokens of which nothing is known.
    init(tokens: [Token], tags: [PennTag], relations: [DependencyRelation]) {
        self.tokens = tokens
        tagOfCode = tags
        relationOfCode = relations
        self.tags = Array(repeating: .unknown, count: tokens.count)
        heads = (0..<Int32(clamping: tokens.count)).map { $0 }
        self.relations = Array(repeating: .unknown, count: tokens.count)
    }

    /// The grammar of all tokens.
    func syntax() -> Syntax { Syntax(tags: tags, heads: heads, relations: relations) }

    /// Takes what is known of the tokens of one section.
    /// - Parameter offset: where the analyzed text starts in the annotation's.
    mutating func add(_ analysis: GrammarAnalysis, at offset: Int, tokens section: Range<Int>) {
        let words = analysis.tokens
        let depths = Self.depths(of: words)
        var token = section.lowerBound
        /// For each grammar token, the annotation's token that stands for it.
        var standsFor = [Int](repeating: -1, count: words.count)
        /// For each of the annotation's tokens, the topmost grammar token that it stands for, or -1, and the one that it is in.
        var topmost = [Int](repeating: -1, count: section.count)
        var around = [Int](repeating: -1, count: section.count)
        for (index, word) in words.enumerated() {
            let start = word.range.lowerBound + offset
            let end = word.range.upperBound + offset
            while token < section.upperBound, Int(tokens[token].end) <= start { token += 1 }
            var inside = token
            var best: Int?
            while inside < section.upperBound, Int(tokens[inside].start) < end {
                if around[inside - section.lowerBound] < 0 { around[inside - section.lowerBound] = index }
                if best.map({ !tokens[$0].isWord && tokens[inside].isWord }) ?? true { best = inside }
                inside += 1
            }
            guard let best else { continue }
            standsFor[index] = best
            let other = topmost[best - section.lowerBound]
            if other < 0 || depths[index] < depths[other] { topmost[best - section.lowerBound] = index }
        }
        for place in section.indices {
            let local = place - section.lowerBound
            if topmost[local] >= 0 {
                let word = words[topmost[local]]
                tags[place] = meaning(of: word.tag, in: tagOfCode) ?? .unknown
                relations[place] = meaning(of: word.dependency, in: relationOfCode) ?? .unknown
                let head = Int(word.head)
                if words.indices.contains(head), standsFor[head] >= 0 { heads[place] = Int32(clamping: standsFor[head]) }
            } else if around[local] >= 0, standsFor[around[local]] >= 0 {
                tags[place] = meaning(of: words[around[local]].tag, in: tagOfCode) ?? .unknown
                relations[place] = .pieceOfWord
                heads[place] = Int32(clamping: standsFor[around[local]])
            }
        }
    }

    private func meaning<Value>(of code: UInt8, in values: [Value]) -> Value? {
        values.indices.contains(Int(code)) ? values[Int(code)] : nil
    }

    /// How many arcs lie between each token and its root.
    private static func depths(of words: [GrammarToken]) -> [Int] {
        var depths = [Int](repeating: -1, count: words.count)
        var path: [Int] = []
        for word in words.indices where depths[word] < 0 {
            var at = word
            path.removeAll(keepingCapacity: true)
            while words.indices.contains(at), depths[at] < 0, path.count <= words.count {
                path.append(at)
                let head = Int(words[at].head)
                if head == at { break }
                at = head
            }
            var depth = words.indices.contains(at) && depths[at] >= 0 ? depths[at] + 1 : 0
            for place in path.reversed() where depths[place] < 0 {
                depths[place] = depth
                depth += 1
            }
        }
        return depths
    }
}
