internal import TextCore

/// People's names in Chinese, which has no capitals: a family name with one or two characters where a title or a verb of speech
/// shows a person, and foreign names by the characters that spell them.
///
/// - Complexity: O(*n*) in tokens: what is tried at one is of bounded length.
struct HanNameScanner {
    private let context: AnnotationContext
    private let lexicon = HanNameLexicon.shared
    /// Tokens that end with a title.
    private var isTitleEnd: [Bool]
    /// Tokens at which a word of several characters of the dictionary starts, and where it ends.
    private var words: [Int: Int] = [:]

    init(_ context: AnnotationContext) {
        self.context = context
        isTitleEnd = [Bool](repeating: false, count: context.tokens.count + 1)
        for index in context.tokens.indices where isCharacter(index) {
            if let end = end(of: lexicon.titles, at: index) { isTitleEnd[end] = true }
        }
        guard let segmenter = WordSegmenter() else { return }
        var token = 0
        for range in segmenter.words(of: context.text, tokens: context.tokens) {
            while token < context.tokens.count, Int(context.tokens[token].start) < range.lowerBound { token += 1 }
            let start = token
            while token < context.tokens.count, Int(context.tokens[token].end) <= range.upperBound { token += 1 }
            if token > start + 1 { words[start] = token }
        }
    }

    /// The names of the text, in order, none overlapping another.
    func candidates() -> [NameCandidate] {
        var found: [Range<Int>] = []
        scan { start, end, opens in name(at: start, end, opens: opens) }
            .forEach { found.append($0) }
        // A name that was shown once is one wherever it stands, and so is the last part of one with a dot.
        var forms: [(tokens: [UInt64], ())] = []
        for range in found.prefix(512) {
            forms.append((context.tokens[range].map(\.hash), ()))
            if let dot = range.last(where: { isDot($0) }), range.upperBound - dot > 2 {
                forms.append((context.tokens[(dot + 1)..<range.upperBound].map(\.hash), ()))
            }
        }
        let names = PhraseTable<Void>(hashes: forms.map { ($0.tokens, ()) })
        return scan { start, end, opens in
            name(at: start, end, opens: opens) ?? names.longestMatch(in: context.tokens, at: start, limit: end)?.endIndex
        }.map { candidate($0) }
    }

    private func scan(_ name: (_ start: Int, _ end: Int, _ opens: Bool) -> Int?) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for sentence in context.sentences {
            var index = sentence.tokens.lowerBound
            let end = sentence.tokens.upperBound
            // Whether a clause opens here, so that a subject may.
            var opens = true
            while index < end {
                guard isCharacter(index) else {
                    opens = true
                    index += 1
                    continue
                }
                if let last = name(index, end, opens) {
                    found.append(index..<last)
                    index = last
                    opens = false
                } else if let last = self.end(of: lexicon.ends, at: index) ?? self.end(of: lexicon.titles, at: index) {
                    opens = true
                    index = min(last, end)
                } else {
                    opens = false
                    // A word of the dictionary is passed whole, so that no name starts inside of it.
                    index = min(max(words[index] ?? index + 1, index + 1), end)
                }
            }
        }
        return found
    }

    private func candidate(_ range: Range<Int>) -> NameCandidate {
        var candidate = NameCandidate(tokens: range, full: range, kind: .person)
        candidate.isTitled = isTitleEnd[range.lowerBound]
        return candidate
    }

    // MARK: One name

    /// Where a name ends that starts at a token; nil where none does.
    private func name(at start: Int, _ limit: Int, opens: Bool) -> Int? {
        if end(of: lexicon.countries, at: start) != nil { return nil }
        if let end = dotted(at: start, limit) { return end }
        if let end = end(of: lexicon.known, at: start), end - start > 1, end <= limit { return end }
        let isTitled = isTitleEnd[start]
        // 总统杜特尔特: longer than family and given name.
        if isTitled, let end = foreign(at: start, limit, isTitled: true, opens: opens), end - start > 3 { return end }
        if let end = domestic(at: start, limit, isTitled: isTitled, opens: opens) { return end }
        return foreign(at: start, limit, isTitled: isTitled, opens: opens)
    }

    /// 弗拉基米尔·普京
    private func dotted(at start: Int, _ limit: Int) -> Int? {
        let first = syllablesEnd(from: start, min(limit, start + 8))
        guard first > start, first + 1 < limit, isDot(first), isCharacter(first + 1) else { return nil }
        var end = first
        while end + 1 < limit, isDot(end) {
            let known = self.end(of: lexicon.known, at: end + 1)
            let next = known ?? syllablesEnd(from: end + 1, min(limit, end + 9))
            guard next > end + 1 else { break }
            end = next
        }
        return end > first ? end : nil
    }

    /// 习近平, 王毅: a family name, and what is given.
    private func domestic(at start: Int, _ limit: Int, isTitled: Bool, opens: Bool) -> Int? {
        guard isTitled || opens, let given = end(of: lexicon.surnames, at: start), given < limit else { return nil }
        for length in [2, 1] {
            let end = given + length
            guard end <= limit, (given..<end).allSatisfy({ isCharacter($0) && !isEnd($0) }), !isWord(start..<end) else {
                continue
            }
            if isPersonShown(behind: end, limit) { return end }
        }
        guard isTitled else { return nil }
        // The title alone shows a person: as long as names mostly are, but for a word that starts inside.
        let isLong = given + 1 < limit && isCharacter(given) && isCharacter(given + 1) && words[given + 1] == nil
        let end = isLong && !isEnd(given + 1) ? given + 2 : given + 1
        return end <= limit && isCharacter(given) && !isEnd(given) && !isWord(start..<end) ? end : nil
    }

    /// 普京总统, 总统普京
    private func foreign(at start: Int, _ limit: Int, isTitled: Bool, opens: Bool) -> Int? {
        guard isTitled || opens else { return nil }
        let end = syllablesEnd(from: start, min(limit, start + 8))
        guard end - start >= 2 else { return nil }
        if isTitled { return end }
        return !isWord(start..<end) && end - start >= 3 && isPersonShown(behind: end, limit) ? end : nil
    }

    /// Whether a title, a form of address or a verb of speech stands behind a name, or what ends it and such a verb later.
    private func isPersonShown(behind end: Int, _ limit: Int) -> Bool {
        guard end < limit else { return false }
        if isVerb(end) || self.end(of: lexicon.titles, at: end) != nil || self.end(of: lexicon.addresses, at: end) != nil {
            return true
        }
        guard self.end(of: lexicon.ends, at: end) != nil else { return false }
        var at = end
        while at < limit, at - end < 16, isCharacter(at) || context.tokens[at].kind == .number {
            if isVerb(at) { return true }
            at += 1
        }
        return false
    }

    private func syllablesEnd(from start: Int, _ limit: Int) -> Int {
        var at = start
        while at < limit, isCharacter(at), lexicon.syllables.contains(context.tokens[at].hash) {
            if at > start, isEnd(at) || end(of: lexicon.titles, at: at) != nil { break }
            at += 1
        }
        return at
    }

    // MARK: Tokens

    private func isCharacter(_ index: Int) -> Bool { context.tokens[index].kind == .ideograph }

    private func isVerb(_ index: Int) -> Bool { end(of: lexicon.verbs, at: index) != nil }

    private func isEnd(_ index: Int) -> Bool { isVerb(index) || end(of: lexicon.ends, at: index) != nil }

    /// Whether a range is one word of the dictionary: 高层, 方面.
    private func isWord(_ range: Range<Int>) -> Bool { words[range.lowerBound] == range.upperBound }

    private func isDot(_ index: Int) -> Bool {
        let scalar = context.text.span.scalar(at: Int(context.tokens[index].start)).value
        return scalar == 0xB7 || scalar == 0x30FB || scalar == 0x2022 || scalar == 0x2027
    }

    private func end(of phrases: PhraseTable<Void>, at index: Int) -> Int? {
        phrases.longestMatch(in: context.tokens, at: index, limit: min(context.tokens.count, index + 8))?.endIndex
    }
}
