internal import TextCore

/// What shows people's names in Arabic: `Lexicons/names-ar.txt`.
struct ArabicNameLexicon: Sendable {
    static let shared = ArabicNameLexicon()

    let given: WordSet
    /// What belongs to the word behind it: عبد, أبو.
    let parts: WordSet
    /// Syllables of Chinese and Korean given names, which Arabic writes apart.
    let syllables: WordSet
    let titles: PhraseTable<Void>
    let verbs: WordSet
    let ends: WordSet
    /// Nouns that verbs of speech have as subjects, and that open no name.
    let openings: WordSet
    /// What verbs of the present and the future open with, and what foreign names do that open so, too.
    let verbOpenings: [[UInt8]]
    let nameOpenings: [[UInt8]]

    private init() {
        let file = LexiconFile(PackageResources.names_ar_txt)
        given = file.spacedWordSet("given")
        parts = file.spacedWordSet("part")
        syllables = file.spacedWordSet("syllable")
        titles = file.phraseTable("title") { _ in () }
        verbs = file.spacedWordSet("saying")
        ends = file.spacedWordSet("end")
        openings = file.spacedWordSet("opening")
        verbOpenings = file.spacedWords("verb opening").map { Array($0.utf8) }
        nameOpenings = file.spacedWords("name opening").map { Array($0.utf8) }
    }
}

/// People's names in Arabic, which has no capitals: a title in front, or a first name of the lexicon.
///
/// - Complexity: O(*n*) in tokens.
struct ArabicNameScanner {
    let context: AnnotationContext
    private let lexicon = ArabicNameLexicon.shared

    init(_ context: AnnotationContext) { self.context = context }

    /// The names of the text, in order, none overlapping another.
    func candidates() -> [NameCandidate] {
        let full = scan { start, end, isTitled in name(at: start, end, isTitled: isTitled) }
        // A surname by itself, of somebody whom the text names in full.
        var surnames = WordSet()
        for candidate in full where candidate.tokens.count > 1 || candidate.isTitled {
            if let last = candidate.tokens.last { surnames.insert(context.tokens[last].hash) }
        }
        return scan { start, end, isTitled in
            if let end = name(at: start, end, isTitled: isTitled) { return end }
            let hash = context.tokens[start].hash
            return surnames.contains(hash) && !lexicon.given.contains(hash) ? start + 1 : nil
        }
    }

    private func scan(_ name: (_ start: Int, _ end: Int, _ isTitled: Bool) -> Int?) -> [NameCandidate] {
        var found: [NameCandidate] = []
        for sentence in context.sentences {
            var index = sentence.tokens.lowerBound
            let end = sentence.tokens.upperBound
            while index < end {
                guard context.tokens[index].kind == .word else {
                    index += 1
                    continue
                }
                if let title = lexicon.titles.longestMatch(in: context.tokens, at: index, limit: end)?.endIndex {
                    // الرئيس الروسي فلاديمير بوتين: what the title is of stands between.
                    var start = title
                    while start < end, start - title < 3, isQualifier(start) { start += 1 }
                    if start < end, let last = name(start, end, true) {
                        found.append(candidate(start..<last, title: index..<start))
                        index = last
                    } else {
                        index = title
                    }
                    continue
                }
                if let last = name(index, end, false) {
                    found.append(candidate(index..<last, title: nil))
                    index = last
                } else {
                    index += 1
                }
            }
        }
        return found
    }

    private func candidate(_ tokens: Range<Int>, title: Range<Int>?) -> NameCandidate {
        var candidate = NameCandidate(tokens: tokens, full: tokens, kind: .person)
        candidate.isTitled = title != nil
        return candidate
    }

    /// Where a name ends that starts at a token; nil where none does.
    private func name(at start: Int, _ limit: Int, isTitled: Bool) -> Int? {
        guard isNameWord(start), !lexicon.openings.contains(hash(start)), !isDefinite(start) else { return nil }
        let isGiven = lexicon.given.contains(hash(start)) || lexicon.parts.contains(hash(start))
        if !isGiven, let end = closedName(at: start, limit, isTitled) { return end }
        guard isGiven || isTitled && !looksLikeVerb(start) else { return nil }
        guard let first = word(at: start, limit) else { return nil }
        guard let second = word(at: first, limit) else { return isTitled ? first : nil }
        // Of a name whose first word no lexicon knows, the second is a verb as often: one behind which a clause goes on.
        if !isGiven, second < limit, isNameWord(second) { return first }
        // A third one where it is a surname by its form, or more of given names: شي جين بينغ.
        guard let third = word(at: second, limit) else { return second }
        let isSyllabic = lexicon.syllables.contains(hash(first)) && lexicon.syllables.contains(hash(second))
        return isSurname(second) || isSyllabic || lexicon.given.contains(hash(first)) ? third : second
    }

    /// الرئيس رجب طيب أردوغان إن, قال لافروف إن: unknown words between a title, or a verb of speech, and what no name goes on with.
    private func closedName(at start: Int, _ limit: Int, _ isTitled: Bool) -> Int? {
        guard isTitled || isBehindVerb(start), !looksLikeVerb(start) else { return nil }
        let most = isTitled ? Self.mostTitled : Self.mostUntitled
        var (at, count) = (start, 0)
        while count < most, let end = word(at: at, limit) {
            // An adjective with the article belongs to a noun: مبعوث الأمم المتحدة
            if !isTitled, isQualifier(at) { return nil }
            (at, count) = (end, count + 1)
        }
        guard at > start, at < limit, lexicon.ends.contains(hash(at)) else { return nil }
        return at
    }

    private static let mostTitled = 4
    private static let mostUntitled = 2

    /// Whether a verb of speech stands in front whose subject is a man: institutions and countries, which are named alone as people are,
    /// are mostly feminine.
    private func isBehindVerb(_ index: Int) -> Bool {
        guard index > 0, lexicon.verbs.contains(hash(index - 1)) else { return false }
        return !context.text.bytes[context.tokens[index - 1].range].suffix(2).elementsEqual("ت".utf8)
    }

    /// The end of one word of a name, with what belongs to it in front.
    private func word(at start: Int, _ limit: Int) -> Int? {
        guard start < limit, isNameWord(start) else { return nil }
        // فون دير لاين: of several small words, all belong to the last.
        var last = start
        while last < min(limit, start + Self.mostParts), lexicon.parts.contains(hash(last)) { last += 1 }
        if last == start { return start + 1 }
        return last < limit && isNameWord(last) ? last + 1 : nil
    }

    private static let mostParts = 3

    /// الرئيس يؤكد, الوزير سيزور: a word that opens as verbs of the present and the future do. Foreign names that open so are
    /// spelled with what no verb has there (تشارلز).
    private func looksLikeVerb(_ index: Int) -> Bool {
        let bytes = context.text.bytes[context.tokens[index].range]
        return lexicon.verbOpenings.contains { bytes.starts(with: $0) }
            && !lexicon.nameOpenings.contains { bytes.starts(with: $0) }
    }

    private func hash(_ index: Int) -> UInt64 { context.tokens[index].hash }

    private func isNameWord(_ index: Int) -> Bool {
        let token = context.tokens[index]
        return token.kind == .word && token.end - token.start >= 4 && !context.flags[index].contains(.function)
            && !lexicon.ends.contains(token.hash) && !lexicon.verbs.contains(token.hash)
    }

    /// Whether a word opens with the article.
    private func isDefinite(_ index: Int) -> Bool {
        context.text.bytes[context.tokens[index].range].starts(with: "ال".utf8)
    }

    /// الروسي, الأمريكية: an adjective of a country or field.
    private func isQualifier(_ index: Int) -> Bool {
        let token = context.tokens[index]
        guard token.kind == .word, isDefinite(index), !lexicon.ends.contains(token.hash) else { return false }
        let bytes = context.text.bytes[token.range]
        return bytes.suffix(2).elementsEqual("ي".utf8) || bytes.suffix(2).elementsEqual("ة".utf8)
    }

    /// السيسي behind two given names: a word with the article that is no adjective of the title's.
    private func isSurname(_ index: Int) -> Bool {
        isDefinite(index) && !context.text.bytes[context.tokens[index].range].suffix(2).elementsEqual("ة".utf8)
            || lexicon.parts.contains(hash(index))
    }
}
