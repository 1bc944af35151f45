internal import TextCore

/// What the words of a text tell about its language: their scripts, and whose function words they are.
///
/// Long texts are sampled: a few runs of words from beginning, middle and end.
struct LanguageEvidence {
    /// The script of most words, and how many of the sampled words are in it.
    private(set) var script: WritingSystem?
    private(set) var count = 0
    /// The sampled words in that script, divided by spaces: what CLD2 reads. UTF-8.
    private(set) var letters: [UInt8] = []
    /// How many words are in each script.
    private var scripts = [Int](repeating: 0, count: WritingSystem.allCases.count)
    /// For each word that is a function word of some languages, these as a set of bits.
    private var masks: [UInt64] = []

    /// Reads the words of `tokens`. O(1) in long texts.
    init(_ text: UTF8Text, _ tokens: [Token]) {
        let span = text.span
        let sample = Self.sample(tokens)
        for run in sample {
            for token in tokens[run] where token.isWord {
                if let script = WritingSystem.of(span.scalar(at: Int(token.start)).value) { scripts[Int(script.rawValue)] += 1 }
            }
        }
        script = dominantScript()
        guard let script else { return }
        count = self[script]
        guard script.onlyLanguage == nil else { return }
        let lexicon = LanguageLexicon.shared
        letters.reserveCapacity(Self.longestSample)
        for run in sample {
            for token in tokens[run] {
                let isClitic = token.kind == .clitic
                guard isClitic || token.isWord, WritingSystem.of(span.scalar(at: Int(token.start)).value) == script || isClitic
                else { continue }
                if let mask = lexicon.languages[token.hash] { masks.append(mask) }
                let range = token.range
                guard range.count <= Self.longestWord, letters.count + range.count < Self.longestSample else { continue }
                if token.isWord, token.kind != .ideograph || token.followsSpace { letters.append(0x20) }
                for at in range { letters.append(span[at]) }
            }
        }
    }

    /// The number of words in a script.
    subscript(script: WritingSystem) -> Int { scripts[Int(script.rawValue)] }

    /// Kana and ideographs are one script here, since Japanese mixes them; any script but Latin wins with more words.
    private func dominantScript() -> WritingSystem? {
        var best: WritingSystem?
        var most = 0
        for script in WritingSystem.allCases where script != .kana {
            let count = script == .han ? self[.han] + self[.kana] : self[script]
            if count > most {
                most = count
                best = script
            }
        }
        return best == .han && self[.kana] * 10 > most ? .kana : best
    }

    // MARK: Function words

    /// How many words each language of ``LanguageLexicon/codes`` has.
    func votes() -> [Int] {
        var votes = [Int](repeating: 0, count: LanguageLexicon.shared.codes.count)
        for mask in masks {
            var rest = mask
            while rest != 0 {
                votes[rest.trailingZeroBitCount] += 1
                rest &= rest &- 1
            }
        }
        return votes
    }

    /// How many words are those of one language alone among the languages of `group`, for each of its bits.
    func exclusiveVotes(in group: UInt64) -> [Int: Int] {
        var votes: [Int: Int] = [:]
        for mask in masks {
            let within = mask & group
            if within.nonzeroBitCount == 1 { votes[within.trailingZeroBitCount, default: 0] += 1 }
        }
        return votes
    }

    // MARK: Sampling

    private static let tokensPerRun = 120
    private static let longestWord = 120
    private static let longestSample = 4096

    /// All tokens of a short text; runs from its beginning, middle and end otherwise.
    private static func sample(_ tokens: [Token]) -> [Range<Int>] {
        let runs = 4
        guard tokens.count > runs * tokensPerRun else { return [tokens.indices] }
        let stride = (tokens.count - tokensPerRun) / (runs - 1)
        return (0..<runs).map { $0 * stride..<$0 * stride + tokensPerRun }
    }
}
