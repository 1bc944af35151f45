internal import Language
internal import TextCore

/// Finds the turns of an interview: `Mary Lund: How did it begin?`, `Ned Tolley: With a letter.`, and the paragraphs that go on.
///
/// A colon behind a name is no interview yet. That people take turns shows it: two labels recur and take turns, one of them
/// the name of a person, or question and answer; or the questions before one person's label, or before answers in the first
/// person, in an article that says that it is an interview. Lists, scores and recipes have labels, but nobody who asks or
/// says “I” under them.
///
/// - Complexity: O(*n*) in tokens.
struct InterviewReader {
    /// How many times a label stands before it is a speaker's, and how many questions without labels make an interview.
    private static let (fewestTurns, fewestQuestions) = (2, 3)
    /// How many tokens a question without a label may have.
    private static let longestQuestion = 90

    private let text: AnnotatedText
    private let lexicon: InterviewLexicon
    private let reader: InterviewLineReader
    private let lines: [InterviewLine]
    /// For each token, whether marks stand around it.
    private let isMarked: [Bool]
    /// Where the one is named who is interviewed.
    private let interviewee: Range<Int>?
    /// The longest label of each speaker.
    private var fullest: [InterviewLabel.Owner: Range<Int>] = [:]
    /// Where each entity is named first.
    private var firstNames: [Int: Range<Int>] = [:]
    private var spans: [MarkedSpan] = []

    private init(_ text: AnnotatedText, words: [WordClass], marked: [MarkedSpan], _ lexicon: InterviewLexicon) {
        self.text = text
        self.lexicon = lexicon
        reader = InterviewLineReader(text: text, lexicon: lexicon)
        lines = reader.lines()
        var isMarked = [Bool](repeating: false, count: text.tokens.count)
        for span in marked where span.family != .dash { for token in span.tokens { isMarked[token] = true } }
        self.isMarked = isMarked
        interviewee = Self.interviewee(of: text, lines, words, lexicon)
    }

    /// The turns of an interview as spans, in order; none where the text is no interview.
    /// - Parameter marked: the spans that marks make.
    /// - Parameter words: for each token, its classes.
    static func turns(of text: AnnotatedText, words: [WordClass], marked: [MarkedSpan]) -> [MarkedSpan] {
        guard let lexicon = InterviewLexicon.of(text.language) else { return [] }
        var reader = InterviewReader(text, words: words, marked: marked, lexicon)
        reader.read()
        return reader.spans
    }

    private mutating func read() {
        guard lines.count >= 2 * Self.fewestTurns else { return }
        let speakers = recurringSpeakers()
        if takesTurns(speakers) {
            readTurns(of: speakers)
        } else if let asked = questions(before: speakers) {
            readTurns(of: speakers, questions: asked)
        } else if let asked = questionsWithoutLabels() {
            readTurns(of: [.asker], questions: asked)
        }
    }

    // MARK: What an interview is

    /// The labels that recur.
    private func recurringSpeakers() -> Set<InterviewLabel.Owner> {
        var counts: [InterviewLabel.Owner: Int] = [:]
        for label in lines.lazy.compactMap(\.label) where !label.opensMarks && !label.isNote {
            counts[label.owner, default: 0] += 1
        }
        return Set(counts.filter { $0.value >= Self.fewestTurns }.keys)
    }

    /// Whether two or more speakers talk to each other under their labels.
    private func takesTurns(_ speakers: Set<InterviewLabel.Owner>) -> Bool {
        guard speakers.count > 1, speakers.contains(where: isPerson) || interviewee != nil && isQuestionsAndAnswers(speakers)
        else { return false }
        let turns = lines.filter { turn(of: $0, speakers) != nil }
        let changes = zip(turns, turns.dropFirst()).count { $0.label?.owner != $1.label?.owner }
        let talk = turns.count { $0.asks || isInFirstPerson($0) }
        return changes * 2 >= turns.count - 1 && talk * 3 >= turns.count
    }

    /// `Q: … A: …`: an interview rather than an outlet's answers to its readers, where somebody answers in the first person.
    private func isQuestionsAndAnswers(_ speakers: Set<InterviewLabel.Owner>) -> Bool {
        guard speakers.contains(.asker), speakers.contains(.answerer) else { return false }
        let answers = lines.filter { $0.label?.owner == .answerer }
        return answers.count(where: isInFirstPerson) * 3 >= answers.count
    }

    private func isPerson(_ owner: InterviewLabel.Owner) -> Bool {
        if case .entity(let entity) = owner { return text.entities[entity].kind == .person }
        return false
    }

    private func turn(of line: InterviewLine, _ speakers: Set<InterviewLabel.Owner>) -> InterviewLabel? {
        line.label.flatMap { speakers.contains($0.owner) && !$0.opensMarks ? $0 : nil }
    }

    /// `How did it begin? ¶ Tolley: With a letter.`: the questions before the one label that recurs.
    private func questions(before speakers: Set<InterviewLabel.Owner>) -> Set<Int>? {
        guard speakers.count == 1, speakers.contains(where: isPerson) else { return nil }
        let asked = lines.indices.dropLast().filter { isQuestion(lines[$0]) && turn(of: lines[$0 + 1], speakers) != nil }
        return asked.count >= Self.fewestTurns ? Set(asked) : nil
    }

    private func isQuestion(_ line: InterviewLine) -> Bool {
        guard line.asks, line.tokens.count <= Self.longestQuestion, line.tokens.contains(where: { !isMarked[$0] }) else {
            return false
        }
        return line.label == nil || line.label?.owner == .asker
    }

    /// `How did it begin? ¶ With a letter. I read it twice.`: questions to one person, whose answers are in the first person.
    private func questionsWithoutLabels() -> Set<Int>? {
        guard interviewee != nil, lines.allSatisfy({ $0.label.map { $0.owner == .asker || !isPerson($0.owner) } ?? true }),
            !lines.contains(where: opensWithMarkedLabel)
        else { return nil }
        let asked = lines.indices.filter { isQuestion(lines[$0]) }
        let addressed = asked.count { lines[$0].tokens.contains { lexicon.asked.contains(text.tokens[$0]) } }
        guard asked.count >= Self.fewestQuestions, addressed * 2 >= asked.count, let first = asked.first,
            isCalledInterview(before: lines[first].tokens.lowerBound)
        else { return nil }
        var answers = 0
        var own = 0
        for (place, question) in asked.enumerated() {
            let answer = (question + 1)..<(place + 1 < asked.count ? asked[place + 1] : min(lines.count, question + 3))
            guard !answer.isEmpty else { continue }
            answers += 1
            if answer.contains(where: { isInFirstPerson(lines[$0]) }) { own += 1 }
        }
        return answers >= Self.fewestQuestions && own * 3 >= answers * 2 ? Set(asked) : nil
    }

    /// `“Host”: Why now?`: a label that is not read.
    private func opensWithMarkedLabel(_ line: InterviewLine) -> Bool {
        guard let first = line.tokens.first, isMarked[first], let end = line.tokens.first(where: { !isMarked[$0] }) else {
            return false
        }
        return text.text.bytes[Int(text.tokens[end].start)] == UInt8(ascii: ":")
    }

    private func isCalledInterview(before end: Int) -> Bool {
        (0..<end).contains { lexicon.interview.contains(text.tokens[$0]) }
    }

    /// Whether somebody speaks of himself outside marks.
    private func isInFirstPerson(_ line: InterviewLine) -> Bool {
        line.tokens.contains { !isMarked[$0] && lexicon.own.contains(text.tokens[$0]) }
    }

    // MARK: Who is interviewed

    /// Where the one is named who is interviewed: of those whom the text names before its first question, the one who is said to be
    /// interviewed, or nobody but whom it names; nil where that is not told.
    private static func interviewee(
        of text: AnnotatedText,
        _ lines: [InterviewLine],
        _ words: [WordClass],
        _ lexicon: InterviewLexicon
    ) -> Range<Int>? {
        guard let first = lines.first(where: { $0.asks || $0.label?.owner == .asker }) else { return nil }
        var scores: [Int: Int] = [:]
        var isTold: Set<Int> = []
        var places: [Int: Range<Int>] = [:]
        for name in text.names.prefix(while: { $0.tokens.lowerBound < first.tokens.lowerBound }) where name.kind == .person {
            let section = text.sentence(ofToken: name.tokens.lowerBound).map { text.sentences[$0].section }
            let isAbove = section.map { text.sections[$0].role != .body } ?? false
            scores[name.entity, default: text.entities[name.entity].roles.isEmpty ? 0 : 1] += isAbove ? 2 : 1
            if isSaidToTalk(name.tokens, text, words, lexicon) { isTold.insert(name.entity) }
            if places[name.entity].map({ $0.count < name.tokens.count }) ?? true { places[name.entity] = name.tokens }
        }
        let ranked = scores.filter { isTold.isEmpty || isTold.contains($0.key) }
            .sorted { ($0.value, -$0.key) > ($1.value, -$1.key) }
        guard let best = ranked.first, ranked.count == 1 || !isTold.isEmpty && ranked[1].value < best.value else { return nil }
        return places[best.key]
    }

    /// `spoke to Ned Tolley`, `interview with port chief Ned Tolley`, `Марина Орлова рассказала`, `Ned Tolley: “…”`.
    private static func isSaidToTalk(
        _ name: Range<Int>,
        _ text: AnnotatedText,
        _ words: [WordClass],
        _ lexicon: InterviewLexicon
    ) -> Bool {
        let next = name.upperBound
        if next < text.tokens.count {
            let section = text.sentence(ofToken: name.lowerBound).map { text.sentences[$0].section }
            let opens = section.map { text.sectionTokens[$0].lowerBound == name.lowerBound } ?? false
            if opens, text.text.bytes[Int(text.tokens[next].start)] == UInt8(ascii: ":") { return true }
            if lexicon.answering.contains(text.tokens[next]) { return true }
        }
        // Titles and roles between the preposition and the name.
        var before = name.lowerBound - 1
        let low = max(0, name.lowerBound - Self.longestTitle)
        while before > low, !words[before].contains(.preposition), text.tokens[before].kind != .terminator,
            text.tokens[before].kind != .punctuation
        {
            before -= 1
        }
        guard before >= low, lexicon.with.contains(text.tokens[before]) else { return false }
        return (max(0, before - 2)..<before).contains { lexicon.interview.contains(text.tokens[$0]) }
    }

    /// How many tokens stand between `interview with` and a name.
    private static let longestTitle = 7

    // MARK: Turns

    /// Makes spans of the turns of speakers and the paragraphs that go on with them.
    /// - Parameter questions: the lines that ask without a label of their own; who answers them without one is interviewed.
    private mutating func readTurns(of speakers: Set<InterviewLabel.Owner>, questions: Set<Int> = []) {
        let isTurn = lines.indices.map { questions.contains($0) || turn(of: lines[$0], speakers) != nil }
        guard let first = isTurn.firstIndex(of: true), let last = isTurn.lastIndex(of: true) else { return }
        let answers = speakers.contains(.asker) && !speakers.contains(.answerer) && speakers.count == 1
        let answerer = interviewee.map { InterviewTurn.Source(mention: $0, name: $0) }
        for label in lines.lazy.compactMap(\.label) where fullest[label.owner].map({ $0.count < label.mention.count }) ?? true {
            fullest[label.owner] = label.mention
        }
        for name in text.names where firstNames[name.entity] == nil { firstNames[name.entity] = name.tokens }
        let turns = lines.indices.filter { isTurn[$0] }
        let asksUnderLabels = turns.count { lines[$0].asks } * 3 >= turns.count
        var open: (turn: InterviewTurn, owner: Int?)?
        var isOver = false
        for index in first..<lines.count {
            let line = lines[index]
            if isTurn[index] {
                let label = turn(of: line, speakers) ?? (questions.contains(index) ? line.label : nil)
                let turn = InterviewTurn(cue: label?.mark, source: label.flatMap { source(of: $0, answerer) })
                open = (turn, label.flatMap { owner(of: $0) })
                add((label?.mark.upperBound ?? opening(of: line))..<line.tokens.upperBound, line, turn, goesOn: false)
                isOver = false
                continue
            }
            guard let current = open, !isOver || index < last else { break }
            // A question to all, before the next of them answers.
            if !asksUnderLabels, index < last, isTurn[index + 1], line.label == nil, isQuestion(line) {
                open = (InterviewTurn(cue: nil, source: nil), nil)
                add(opening(of: line)..<line.tokens.upperBound, line, InterviewTurn(cue: nil, source: nil), goesOn: false)
                continue
            }
            let opensAnswer = answers && index > first && questions.contains(index - 1)
            if opensAnswer { open = (InterviewTurn(cue: nil, source: answerer), owner(ofNameAt: answerer?.name)) }
            let turn = opensAnswer ? InterviewTurn(cue: nil, source: answerer) : current.turn
            guard continues(line, open?.owner, isLast: index > last, isResumed: isOver) || opensAnswer && !line.isHeading else {
                isOver = true
                continue
            }
            add(opening(of: line)..<line.tokens.upperBound, line, turn, goesOn: !opensAnswer && !isOver)
            isOver = false
        }
    }

    /// The first token of a line behind the dash that opens it.
    private func opening(of line: InterviewLine) -> Int {
        let isDash = line.tokens.count > 1 && text.tokens[line.tokens.lowerBound].kind == .dash
        return line.tokens.lowerBound + (isDash ? 1 : 0)
    }

    private func owner(of label: InterviewLabel) -> Int? {
        if case .entity(let entity) = label.owner { return entity }
        return label.owner == .answerer ? owner(ofNameAt: interviewee) : nil
    }

    private func owner(ofNameAt range: Range<Int>?) -> Int? { range.flatMap { reader.names(in: $0).first?.entity } }

    private func source(of label: InterviewLabel, _ answerer: InterviewTurn.Source?) -> InterviewTurn.Source? {
        switch label.owner {
        case .asker: return nil
        case .answerer: return answerer.map { InterviewTurn.Source(mention: label.mention, name: $0.name) }
        case .word: return InterviewTurn.Source(mention: label.mention, name: fullest[label.owner] ?? label.mention)
        case .entity(let entity):
            let own = reader.names(in: label.mention).first { $0.entity == entity }
            return InterviewTurn.Source(mention: label.mention, name: own?.tokens ?? firstNames[entity] ?? label.mention)
        }
    }

    /// Whether a paragraph goes on with a turn: not a heading, nor what the writer tells of the speaker. Behind the last label,
    /// and behind what the writer told, only what is said in the first person does.
    private func continues(_ line: InterviewLine, _ owner: Int?, isLast: Bool, isResumed: Bool) -> Bool {
        if line.isHeading || line.label.map({ $0.isNote || $0.opensMarks }) ?? false { return false }
        let isOwn = isInFirstPerson(line)
        if isLast, line.tokens.contains(where: { lexicon.closing.contains(text.tokens[$0]) }) { return false }
        if isLast || isResumed { return isOwn }
        return isOwn || !reader.names(in: line.tokens).contains { $0.entity == owner && !isMarked[$0.tokens.lowerBound] }
    }

    private mutating func add(_ content: Range<Int>, _ line: InterviewLine, _ turn: InterviewTurn, goesOn: Bool) {
        guard !content.isEmpty else { return }
        if goesOn, let last = spans.indices.last, spans[last].tokens.upperBound == content.lowerBound {
            spans[last].contents.append(content)
            spans[last].tokens = spans[last].tokens.lowerBound..<content.upperBound
            return
        }
        spans.append(
            MarkedSpan(tokens: content, contents: [content], section: line.section, family: .label, turn: turn)
        )
    }
}
