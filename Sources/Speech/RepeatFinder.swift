public import Language
internal import TextCore

/// Links a quotation to the one that it repeats or shortens: a headline's to the body's, a later one in the body to the first.
///
/// What counts is what was said: words that carry meaning, by their stems, in their order. A headline may leave words out; a
/// fragment of one word is a repetition only of the same word in marks.
///
/// - Complexity: O(*n*) in tokens of quotations.
struct RepeatFinder {
    /// How many words a quotation in the body has in common with one before; fewer than that anybody says twice.
    static let fewestInBody = 3
    /// The same for one in a headline, standfirst, heading or caption.
    static let fewestInTitle = 2

    /// Where a quotation stands.
    private enum Place { case title, standfirst, body }

    private let reading: SpeechReading
    private let drafts: [Draft]
    private let speakers: [Speaker?]
    private let places: [Place]
    private let words: [[UInt64]]
    private let index: WordSequenceIndex
    /// For partly quoted speech, the words in marks; filled when it is asked.
    private var markedWords: [Int: Set<UInt64>] = [:]

    /// For each draft, the index of the one that it repeats.
    /// - Parameters:
    ///   - drafts: in the order of their contents.
    ///   - speakers: whom each is given to.
    static func repeats(of drafts: [Draft], by speakers: [Speaker?], in reading: SpeechReading) -> [Int?] {
        guard drafts.count > 1 else { return Array(repeating: nil, count: drafts.count) }
        var finder = RepeatFinder(drafts, speakers, reading)
        return drafts.indices.map { finder.repeated(by: $0) }
    }

    private init(_ drafts: [Draft], _ speakers: [Speaker?], _ reading: SpeechReading) {
        self.reading = reading
        self.drafts = drafts
        self.speakers = speakers
        places = drafts.map { draft in
            guard reading.text.sections.indices.contains(draft.section) else { return .body }
            return switch reading.text.sections[draft.section].role {
            case .headline, .heading, .caption: .title
            case .standfirst: .standfirst
            case .body: .body
            }
        }
        let words = drafts.map { reading.text.meaningfulStems(of: $0.contents) }
        self.words = words
        // Only what may be repeated is looked up.
        index = WordSequenceIndex(
            drafts.indices.map { drafts[$0].isSpeech && drafts[$0].enclosing == nil ? words[$0] : [] }
        )
    }

    private mutating func repeated(by number: Int) -> Int? {
        let draft = drafts[number]
        guard draft.enclosing == nil, draft.isSpeech || draft.kind == .direct && places[number] != .body else { return nil }
        switch places[number] {
        case .body: return match(for: number, among: .body)
        case .standfirst: return match(for: number, among: .body)
        case .title: return match(for: number, among: .body) ?? match(for: number, among: .standfirst)
        }
    }

    private mutating func match(for number: Int, among place: Place) -> Int? {
        let query = words[number]
        let isInBody = places[number] == .body
        let found = index.best(for: query) { other in
            other != number && places[other] == place && (!isInBody || other < number) && !isPart(number, other)
                && isCompatible(number, other)
        }
        guard let found else { return nil }
        let other = found.sequence
        if query.count == 1 {
            return !isInBody && found.shared == 1 && isMarked(query[0], in: other) ? other : nil
        }
        guard found.holdsNearlyAll else { return nil }
        if isInBody, drafts[number].kind == .indirect || drafts[other].kind == .indirect { return nil }
        let fewest = isInBody || drafts[number].kind == .indirect ? Self.fewestInBody : Self.fewestInTitle
        return query.count >= fewest ? other : nil
    }

    /// Whether a word stands in marks in a quotation: all of it, or a part of retold speech. O(1) amortised.
    private mutating func isMarked(_ word: UInt64, in number: Int) -> Bool {
        if drafts[number].kind != .mixed { return drafts[number].kind == .direct && words[number].count <= 2 }
        if markedWords[number] == nil {
            let marked = drafts[number].contents.joined().filter { !reading.isOutside($0) || reading.isInAside[$0] }
            markedWords[number] = Set(reading.text.meaningfulStems(of: marked.map { $0..<($0 + 1) }))
        }
        return markedWords[number]?.contains(word) ?? false
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
        return places[one] != .body && first.kind != .person && words[one].count > Self.fewestInBody
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
    /// The stems of the words and numbers in token ranges that are no function words.
    func meaningfulStems(of ranges: [Range<Int>]) -> [UInt64] {
        var found: [UInt64] = []
        for range in ranges {
            for token in range where stems.indices.contains(token) {
                let kind = tokens[token].kind
                if kind == .word || kind == .ideograph || kind == .number, !isFunctionWord[token] { found.append(stems[token]) }
            }
        }
        return found
    }

    /// The stems of a quotation's words and numbers that are no function words, in order: what it says, to compare it with
    /// others. O(words of the quotation + log *n*).
    public func meaningfulStems(of quotation: Quotation) -> [UInt64] {
        meaningfulStems(of: quotation.content.map { tokens(in: $0) })
    }
}
