public import Language
internal import TextCore

/// Links a quotation to the one that it repeats or shortens: a headline's to the body's, a later one in the body to the first.
///
/// What counts is what was said: words that carry meaning, by their stems, in their order. A headline may leave words out. Of
/// two or three words in a headline's marks, the body has just these in marks, side by side; of one, marks around it alone.
///
/// - Complexity: O(*n*) in tokens of quotations.
struct RepeatFinder {
    /// How many words a quotation has in common with another by their stems; fewer than that anybody says.
    static let fewest = 3

    /// Where a quotation stands.
    private enum Place { case title, standfirst, body }

    private let drafts: [Draft]
    private let speakers: [Speaker?]
    private let places: [Place]
    /// For each draft, the stems of the words that carry meaning.
    private let stems: [[UInt64]]
    /// For each draft, the words themselves, as far as they stand in marks.
    private let words: [[UInt64]]
    /// For each draft, all its words as they are written, case aside.
    private let allWords: [[UInt64]]
    /// For each draft, the words in marks as they are written, case aside.
    private let markedWords: [[UInt64]]
    private let byStems: WordSequenceIndex
    /// The marked words by twos.
    private let byPairs: WordSequenceIndex

    /// For each draft, the index of the one that it repeats.
    /// - Parameters:
    ///   - drafts: in the order of their contents.
    ///   - speakers: whom each is given to.
    static func repeats(of drafts: [Draft], by speakers: [Speaker?], in reading: SpeechReading) -> [Int?] {
        guard drafts.count > 1 else { return Array(repeating: nil, count: drafts.count) }
        let finder = RepeatFinder(drafts, speakers, reading)
        return drafts.indices.map { finder.repeated(by: $0) }
    }

    private init(_ drafts: [Draft], _ speakers: [Speaker?], _ reading: SpeechReading) {
        self.drafts = drafts
        self.speakers = speakers
        let text = reading.text
        places = drafts.map { draft in
            guard text.sections.indices.contains(draft.section) else { return .body }
            return switch text.sections[draft.section].role {
            case .headline, .heading, .caption: .title
            case .standfirst: .standfirst
            case .body: .body
            }
        }
        let stems = drafts.map { text.meaningfulTokens(in: $0.contents).map { text.stems[$0] } }
        let words = drafts.map { draft -> [UInt64] in
            guard draft.enclosing == nil, draft.kind != .indirect else { return [] }
            return text.meaningfulTokens(in: draft.contents)
                .filter { draft.kind == .direct || !reading.isOutside($0) || reading.isInAside[$0] }
                .map { text.tokens[$0].hash }
        }
        // Only what may be repeated is looked up.
        let isSource = drafts.map { $0.isSpeech && $0.enclosing == nil }
        byStems = WordSequenceIndex(drafts.indices.map { isSource[$0] ? stems[$0] : [] })
        byPairs = WordSequenceIndex(drafts.indices.map { isSource[$0] ? Self.pairs(words[$0]) : [] })
        self.stems = stems
        self.words = words
        func written(_ draft: Draft, where isCounted: (Int) -> Bool) -> [UInt64] {
            draft.contents.flatMap {
                $0.filter { (text.tokens[$0].isWord || text.tokens[$0].kind == .number) && isCounted($0) }
                    .map { text.tokens[$0].hash }
            }
        }
        allWords = drafts.map { written($0) { _ in true } }
        markedWords = drafts.map { draft in
            draft.kind == .indirect ? [] : written(draft) { draft.kind == .direct || !reading.isOutside($0) }
        }
    }

    /// Words that stand side by side, as one each; a word alone as itself.
    private static func pairs(_ words: [UInt64]) -> [UInt64] {
        if words.count == 1 { return words }
        return zip(words, words.dropFirst()).map { ($0 &* 0x9E37_79B9_7F4A_7C15) ^ $1 }
    }

    private func repeated(by number: Int) -> Int? {
        let draft = drafts[number]
        guard draft.enclosing == nil, draft.isSpeech || draft.kind == .direct && places[number] != .body else { return nil }
        if let found = match(for: number, among: .body) { return found }
        return places[number] == .title ? match(for: number, among: .standfirst) : nil
    }

    private func match(for number: Int, among place: Place) -> Int? {
        let isInBody = places[number] == .body
        let kind = drafts[number].kind
        // Who retells says much twice.
        if isInBody, kind == .indirect { return nil }
        func admits(_ other: Int) -> Bool {
            guard other != number, places[other] == place, !isInBody || other < number else { return false }
            // What the body only retells makes nobody's words of marked ones.
            if isInBody || kind == .direct, drafts[other].kind == .indirect { return false }
            return !isPart(number, other) && isCompatible(number, other)
        }
        func matchOfMarked() -> Int? {
            // A word alone is only found where one stands alone in marks.
            guard let found = byPairs.best(for: Self.pairs(words[number]), where: admits) else { return nil }
            return found.holdsNearlyAll ? found.sequence : nil
        }
        if !isInBody, let found = matchOfAllWords(number, among: place) ?? matchOfSpeaker(number, among: place) { return found }
        if !isInBody, kind == .direct, stems[number].count <= Self.fewest { return matchOfMarked() }
        if stems[number].count >= Self.fewest, let found = byStems.best(for: stems[number], where: admits), found.holdsNearlyAll {
            return found.sequence
        }
        // `Moss says council ‘betrayed the town’`: what a headline retells around its marks the body may say in other words.
        return !isInBody && kind == .mixed && words[number].count > 1 ? matchOfMarked() : nil
    }

    /// `“We will not yield”` and `“We will not yield to anyone”`: the words of a title that marked words of the body begin with or
    /// are, small ones among them.
    private func matchOfAllWords(_ number: Int, among place: Place) -> Int? {
        let wanted = allWords[number].drop { Self.articles.contains($0) }
        guard places[number] != .body, wanted.count >= Self.fewest, !stems[number].isEmpty else { return nil }
        return drafts.indices.prefix(Self.mostOpenings).first { other in
            other != number && places[other] == place && drafts[other].isSpeech && drafts[other].enclosing == nil
                && drafts[other].kind != .indirect && !isPart(number, other) && mayBeOne(number, other)
                && allWords[other].drop { Self.articles.contains($0) }.starts(with: wanted)
        }
    }

    /// `Moss says council ‘must answer’` and `“The council must answer for this,” Moss said`: marked words of a title that stand side by
    /// side in what the same speaker says in marks, small ones among them.
    private func matchOfSpeaker(_ number: Int, among place: Place) -> Int? {
        let wanted = markedWords[number]
        guard let speaker = speakers[number], wanted.count > 1, wanted.count <= Self.mostWords else { return nil }
        return drafts.indices.prefix(Self.mostOpenings).first { other in
            other != number && places[other] == place && drafts[other].isSpeech && drafts[other].enclosing == nil
                && !isPart(number, other) && speakers[other]?.isSame(as: speaker) == true
                && Self.holds(markedWords[other].prefix(WordSequenceIndex.longest), wanted)
        }
    }

    /// Whether words stand side by side in others.
    private static func holds(_ words: ArraySlice<UInt64>, _ wanted: [UInt64]) -> Bool {
        guard words.count >= wanted.count else { return false }
        return (words.startIndex...(words.endIndex - wanted.count)).contains {
            words[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
    }

    /// How many words a title's quotation has at most.
    private static let mostWords = 24
    /// How many quotations are looked through for the words of a title: an article gives them early.
    private static let mostOpenings = 64
    private static let articles = Set(["the", "a", "an"].map { Hash64.folded($0) })

    /// Whether a title's speaker may be the body's: the same, or nobody by name.
    private func mayBeOne(_ title: Int, _ other: Int) -> Bool {
        guard let first = speakers[title], let second = speakers[other] else { return true }
        return first.isSame(as: second) || first.kind != .person
    }

    /// Whether one lies in the other: retold words that hold quoted ones.
    private func isPart(_ one: Int, _ other: Int) -> Bool {
        guard let first = drafts[one].contents.first, let last = drafts[one].contents.last,
            let start = drafts[other].contents.first, let end = drafts[other].contents.last
        else { return true }
        return first.lowerBound < end.upperBound && start.lowerBound < last.upperBound
    }

    /// Whether nothing says that two people speak. A headline may give an office or a country for the person.
    private func isCompatible(_ one: Int, _ other: Int) -> Bool {
        guard let first = speakers[one], let second = speakers[other] else { return true }
        if first.isSame(as: second) { return true }
        // `Defense chief warns of ‘long war’`: an office that the article gives no other person for.
        return places[one] != .body
            && (first.kind != .person && stems[one].count > Self.fewest || first.kind == .role && drafts[one].kind == .direct)
    }
}

extension Speaker {
    /// Whether two mentions of one article name one speaker: the same entity, or a name that is the other's end.
    func isSame(as other: Speaker) -> Bool {
        if let entity, let second = other.entity, entity == second { return true }
        let (short, long) = name.utf8.count <= other.name.utf8.count ? (name.utf8, other.name.utf8) : (other.name.utf8, name.utf8)
        guard !short.isEmpty, long.reversed().starts(with: short.reversed()) else { return false }
        return short.count == long.count || long.dropLast(short.count).last == UInt8(ascii: " ")
    }
}

extension AnnotatedText {
    /// The words and numbers in token ranges that are no function words.
    func meaningfulTokens(in ranges: [Range<Int>]) -> [Int] {
        var found: [Int] = []
        for range in ranges {
            for token in range where stems.indices.contains(token) {
                let kind = tokens[token].kind
                if kind == .word || kind == .ideograph || kind == .number, !isFunctionWord[token] { found.append(token) }
            }
        }
        return found
    }

    /// All words and numbers of a quotation as they are written, case aside, in order. O(words of the quotation + log *n*).
    public func words(of quotation: Quotation) -> [UInt64] {
        quotation.content.flatMap { range in
            tokens(in: range).filter { tokens[$0].isWord || tokens[$0].kind == .number || tokens[$0].kind == .clitic }
                .map { tokens[$0].hash }
        }
    }

    /// The stems of a quotation's words and numbers that are no function words, in order: what it says, to compare it with
    /// others. O(words of the quotation + log *n*).
    public func meaningfulStems(of quotation: Quotation) -> [UInt64] {
        meaningfulTokens(in: quotation.content.map { tokens(in: $0) }).map { stems[$0] }
    }
}
