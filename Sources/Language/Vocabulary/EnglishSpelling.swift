internal import TextCore

/// American spellings of English words that are spelled in the British way: "labour", "organised", "centre", "travelling".
///
/// Two outlets that print one quotation, or one agency's copy, spell it each by its own house rules. Where words are compared,
/// they are compared in one spelling.
struct EnglishSpelling: Sendable {
    static let american = EnglishSpelling(LexiconFile(PackageResources.spellings_txt))

    /// Bytes that stand for others.
    private struct Pair {
        let british: [UInt8]
        let american: [UInt8]
    }

    private let words: WordTable<[UInt8]>
    /// By their first two letters: see ``slot(_:_:)``.
    private let parts: [[Pair]]
    /// The longest first, so that the first that fits is the whole end.
    private let ends: [Pair]
    private let kept: WordTable<Bool>

    /// Words with so many letters in front of an end have it as a suffix: "realise", not "raise" or "revise".
    private static let fewestInFront = 4

    private init(_ file: LexiconFile) {
        func pairs(_ section: String) -> [Pair] {
            file[section].compactMap { $0.count == 2 ? Pair(british: Array($0[0].utf8), american: Array($0[1].utf8)) : nil }
        }
        words = WordTable(hashes: pairs("words").map { (Hash64.folded($0.british.span), $0.american) })
        var parts = [[Pair]](repeating: [], count: 1 << 10)
        for pair in pairs("parts") { parts[Self.slot(pair.british[0], pair.british[1])].append(pair) }
        self.parts = parts
        ends = pairs("ends").sorted { $0.british.count > $1.british.count }
        kept = WordTable(file["kept"].compactMap(\.first).map { ($0, true) })
    }

    /// The American spelling of a case-folded word; nil where it is spelled so already. O(length).
    func spelling(of word: [UInt8]) -> [UInt8]? {
        guard word.count > 2 else { return nil }
        if let other = words[Hash64.folded(word.span)] { return other }
        let changed = replacingParts(of: word)
        return replacingEnd(of: changed ?? word) ?? changed
    }

    private func replacingParts(of word: [UInt8]) -> [UInt8]? {
        var result: [UInt8]?
        var at = 0
        while at < word.count {
            let next = at + 1 < word.count ? word[at + 1] : 0
            if let part = parts[Self.slot(word[at], next)].first(where: { Self.has(word, $0.british, at: at) }) {
                result = (result ?? Array(word[..<at])) + part.american
                at += part.british.count
            } else {
                result?.append(word[at])
                at += 1
            }
        }
        return result
    }

    private func replacingEnd(of word: [UInt8]) -> [UInt8]? {
        for end in ends {
            let front = word.count - end.british.count
            guard front > 0, Self.has(word, end.british, at: front) else { continue }
            guard front >= Self.fewestInFront, kept[Hash64.folded(Array(word[..<front]).span)] == nil else { return nil }
            return word[..<front] + end.american
        }
        return nil
    }

    /// Where the parts with two first letters are: others may share the place.
    private static func slot(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 31) << 5 | Int(second & 31) }

    private static func has(_ word: [UInt8], _ part: [UInt8], at start: Int) -> Bool {
        guard word.count - start >= part.count else { return false }
        for index in part.indices where word[start + index] != part[index] { return false }
        return true
    }
}
