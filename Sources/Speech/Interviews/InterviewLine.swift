internal import Language
internal import TextCore

/// A paragraph or heading of an article that may be an interview.
struct InterviewLine {
    /// Its tokens.
    let tokens: Range<Int>
    /// Its section.
    let section: Int
    /// Whether it is a heading.
    let isHeading: Bool
    /// Whether it ends with a question mark.
    let asks: Bool
    /// Who speaks, where the line opens with a label.
    let label: InterviewLabel?
}

/// What stands in front of a turn: `Ned Tolley:`, `Q.`, `— Тарасов:`.
struct InterviewLabel {
    /// Whom a label stands for.
    enum Owner: Hashable {
        /// Whoever asks, or answers, without a name.
        case asker, answerer
        /// Somebody whom the article names.
        case entity(Int)
        /// Something else, by its last word: an outlet, a title.
        case word(UInt64)
    }

    let owner: Owner
    /// The words of the label.
    let mention: Range<Int>
    /// The colon or stop behind them.
    let mark: Range<Int>
    /// Whether the words behind it have marks of their own, so that they need no label.
    let opensMarks: Bool
    /// Whether nobody speaks under such a label: `Correction:`.
    let isNote: Bool
}

/// Reads the lines of a text and their labels.
struct InterviewLineReader {
    /// How many tokens a label may have.
    private static let longestLabel = 8
    /// How many bytes a word has that a full stop shortens ("Dr.", "Gov.").
    private static let longestAbbreviation = 5

    let text: AnnotatedText
    let lexicon: InterviewLexicon
    /// Those whom the text names, by surname and by initials; nil where two share them.
    private let bySurname: [UInt64: Int?]
    private let byInitials: [UInt64: Int?]

    init(text: AnnotatedText, lexicon: InterviewLexicon) {
        self.text = text
        self.lexicon = lexicon
        var bySurname: [UInt64: Int?] = [:]
        var byInitials: [UInt64: Int?] = [:]
        for (index, entity) in text.entities.enumerated() where entity.kind == .person {
            let words = entity.name.split(separator: " ")
            guard words.count > 1, let surname = words.last else { continue }
            let initials = words.compactMap(\.first).map(String.init).joined()
            Self.add(index, at: Hash64.folded(surname), to: &bySurname)
            Self.add(index, at: Hash64.folded(initials), to: &byInitials)
        }
        self.bySurname = bySurname
        self.byInitials = byInitials
    }

    private static func add(_ entity: Int, at key: UInt64, to table: inout [UInt64: Int?]) {
        table.updateValue(table[key] == nil ? entity : nil, forKey: key)
    }

    /// The lines of all paragraphs and headings, in order, and of standfirsts that ask: the first question. O(*n*).
    func lines() -> [InterviewLine] {
        var lines: [InterviewLine] = []
        for (number, section) in text.sections.enumerated() {
            let tokens = text.sectionTokens[number]
            guard
                section.role == .body || section.role == .heading
                    || section.role == .standfirst && tokens.last.map({ isTerminator($0, UInt8(ascii: "?")) }) ?? false
            else { continue }
            var start = tokens.lowerBound
            for index in tokens where index + 1 == tokens.upperBound || text.tokens[index + 1].shape.contains(.afterLineBreak) {
                lines.append(line(start..<(index + 1), number, isHeading: section.role == .heading))
                start = index + 1
            }
        }
        return lines
    }

    private func line(_ tokens: Range<Int>, _ section: Int, isHeading: Bool) -> InterviewLine {
        let last = tokens.last { text.tokens[$0].kind != .quote }
        return InterviewLine(
            tokens: tokens,
            section: section,
            isHeading: isHeading,
            asks: last.map { isTerminator($0, UInt8(ascii: "?")) } ?? false,
            label: plainLabel(tokens) ?? nameLabel(tokens)
        )
    }

    private func isTerminator(_ index: Int, _ byte: UInt8) -> Bool {
        text.tokens[index].kind == .terminator && text.text.bytes[text.tokens[index].range].contains(byte)
    }

    // MARK: Labels

    /// Where a label may start: behind the dash that opens the line.
    private func opening(_ line: Range<Int>) -> Int? {
        guard let first = line.first else { return nil }
        let start = text.tokens[first].kind == .dash ? first + 1 : first
        return start < line.upperBound && text.tokens[start].isWord && text.tokens[start].isCapitalized ? start : nil
    }

    /// `Q:`, `A.`, `P.`, `Frage:`, `Вопрос —`
    private func plainLabel(_ line: Range<Int>) -> InterviewLabel? {
        guard let start = opening(line) else { return nil }
        let isQuestion = lexicon.question.contains(text.tokens[start])
        guard isQuestion || lexicon.answer.contains(text.tokens[start]) else { return nil }
        var end = start + 1
        while end < line.upperBound, end - start <= 3, isLabelMark(end) { end += 1 }
        guard end > start + 1, end < line.upperBound, text.tokens[end].followsSpace else { return nil }
        return label(isQuestion ? .asker : .answerer, start..<(start + 1), (start + 1)..<end)
    }

    private func isLabelMark(_ index: Int) -> Bool {
        text.tokens[index].kind == .dash || isColon(index)
            || text.tokens[index].kind == .terminator && text.text.bytes[Int(text.tokens[index].start)] == UInt8(ascii: ".")
    }

    private func isColon(_ index: Int) -> Bool {
        text.tokens[index].kind == .punctuation && text.text.bytes[Int(text.tokens[index].start)] == UInt8(ascii: ":")
    }

    /// `Ned Tolley:`, `TOLLEY:`, `Dr. Tolley:`, `Anna von Lahn:`, `NT:`
    private func nameLabel(_ line: Range<Int>) -> InterviewLabel? {
        guard let start = opening(line) else { return nil }
        var end = start
        while end < line.upperBound, end - start < Self.longestLabel, isNamePart(end, from: start) { end += 1 }
        guard end > start, end + 1 < line.upperBound, isColon(end), text.tokens[end + 1].followsSpace,
            let last = (start..<end).last(where: { text.tokens[$0].kind == .word })
        else { return nil }
        return label(owner(start..<end, last), start..<end, end..<(end + 1))
    }

    private func isNamePart(_ index: Int, from start: Int) -> Bool {
        let token = text.tokens[index]
        switch token.kind {
        case .word: return token.isCapitalized || index > start && lexicon.particle.contains(token)
        case .dash: return !token.followsSpace
        case .terminator:
            return index > start && text.tokens[index - 1].range.count < Self.longestAbbreviation
                && text.text.bytes[Int(token.start)] == UInt8(ascii: ".")
        default: return false
        }
    }

    private func label(_ owner: InterviewLabel.Owner, _ mention: Range<Int>, _ mark: Range<Int>) -> InterviewLabel {
        let next = text.tokens[mark.upperBound]
        return InterviewLabel(
            owner: owner,
            mention: mention,
            mark: mark,
            opensMarks: next.kind == .quote,
            isNote: lexicon.note.contains(text.tokens[mention.lowerBound])
        )
    }

    private func owner(_ mention: Range<Int>, _ last: Int) -> InterviewLabel.Owner {
        if let entity = bySurname[text.tokens[last].hash] ?? nil { return .entity(entity) }
        if mention.count == 1, let entity = byInitials[text.tokens[last].hash] ?? nil { return .entity(entity) }
        if let name = names(in: mention).last, name.kind == .person, name.tokens == mention { return .entity(name.entity) }
        return .word(text.tokens[last].hash)
    }

    /// The names that start in a token range. O(log *n*) and the names of the range.
    func names(in range: Range<Int>) -> ArraySlice<NameMention> {
        var low = 0
        var high = text.names.count
        while low < high {
            let middle = (low + high) / 2
            if text.names[middle].tokens.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return text.names[low...].prefix { $0.tokens.lowerBound < range.upperBound }
    }
}
