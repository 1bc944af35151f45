public import Language
internal import TextCore

/// Links a quotation to the one that it repeats or shortens: a headline's to the body's, a later one in the body to the first.
///
/// What counts is what was said: words that carry meaning, by their stems, in their order. A headline may leave words out; a
/// fragment of one word is a repetition only of the same word in marks.
///
/// - Complexity: O(*n*) in tokens of quotations.
struct RepeatFinder {
    /// How many words, and how many of a hundred of them, a quotation in the body has in common with one before.
    static let (fewestInBody, shareInBody) = (4, 85)
    /// The same for one in a headline, standfirst, heading or caption.
    static let (fewestInTitle, shareInTitle) = (2, 80)

    /// Where a quotation stands.
    private enum Place { case title, standfirst, body }

    private let drafts: [Draft]
    private let speakers: [Speaker?]
    private let places: [Place]
    private let words: [[UInt64]]
    private let index: WordSequenceIndex

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

    private func repeated(by number: Int) -> Int? {
        let draft = drafts[number]
        guard draft.enclosing == nil, draft.isSpeech || draft.kind == .direct && places[number] != .body else { return nil }
        switch places[number] {
        case .body: return match(for: number, among: .body)
        case .standfirst: return match(for: number, among: .body)
        case .title: return match(for: number, among: .body) ?? match(for: number, among: .standfirst)
        }
    }

    private func match(for number: Int, among place: Place) -> Int? {
        let query = words[number]
        let isInBody = places[number] == .body
        let found = index.best(for: query) { other in
            other != number && places[other] == place && (!isInBody || other < number) && !isPart(number, other)
                && isCompatible(number, other)
        }
        guard let found else { return nil }
        let other = found.sequence
        if isInBody {
            guard drafts[number].kind != .indirect, drafts[other].kind != .indirect, query.count >= Self.fewestInBody,
                found.holds(percent: Self.shareInBody)
            else { return nil }
            return other
        }
        guard found.holds(percent: Self.shareInTitle) else { return nil }
        if query.count == 1 { return drafts[other].kind == .direct && words[other].count <= 2 ? other : nil }
        let fewest = drafts[number].kind == .indirect ? Self.fewestInBody : Self.fewestInTitle
        // Of a few words, all.
        return query.count >= fewest && (query.count > 4 || found.shared == query.count) ? other : nil
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
        return places[one] != .body && first.kind != .person && words[one].count >= Self.fewestInBody
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
