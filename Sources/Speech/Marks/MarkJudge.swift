internal import Language
internal import TextCore

/// Weights of ``MarkFeature``s: a logistic regression (Cox 1958) of whether marked words are somebody's speech.
///
/// The numbers are data, in `Lexicons/mark-weights.txt`; its header says on what they were fitted, and by what.
struct MarkJudge: Sendable {
    /// The log odds of a span that has none of the features.
    let intercept: Double
    /// The log odds from which on a span is taken for speech.
    let threshold: Double
    /// What each feature adds.
    let weights: [Double]

    /// The embedded weights.
    static let fitted = MarkJudge(LexiconFile(PackageResources.mark_weights_txt))

    /// Reads rows `name, number` of the sections `decision` and `weights`. Features without a row weigh nothing.
    init(_ file: LexiconFile) {
        func numbers(_ section: String) -> [String: Double] {
            Dictionary(
                file[section].compactMap { row in row.count > 1 ? Double(row[1]).map { (row[0], $0) } : nil },
                uniquingKeysWith: { first, _ in first }
            )
        }
        let decision = numbers("decision")
        intercept = decision["intercept"] ?? 0
        threshold = decision["threshold"] ?? 0
        let weights = numbers("weights")
        self.weights = MarkFeature.allCases.map { weights["\($0)"] ?? 0 }
    }

    /// The log odds that a span with these features is speech. O(features).
    func logOdds(_ features: [Bool]) -> Double {
        zip(weights, features).reduce(intercept) { $1.1 ? $0 + $1.0 : $0 }
    }

    /// Whether a span with these features is speech.
    func isSpeech(_ features: [Bool]) -> Bool { logOdds(features) >= threshold }
}

/// The fitted judge has the last word on spans whose rules are weak.
extension QuotationBuilder {
    /// Languages whose spans the weights were fitted on.
    static let judged: Set<String> = ["en"]

    /// What is measured of the spans, as the rules left them.
    var features: MarkFeatures {
        MarkFeatures(reading: reading, verdicts: verdicts, periods: periodOfSpan, attributions: attributionsByPeriod)
    }

    /// Judges the spans of whose marks no cue says what they are, and changes what the rules made of them where the judge sees
    /// it otherwise. What a cue owns stays.
    mutating func judgeMarks() {
        guard Self.judged.contains(reading.text.language), !reading.spans.isEmpty else { return }
        let features = features
        for index in reading.spans.indices where reading.spans[index].enclosing == nil && holderOfSpan[index] == nil {
            // A line of dialogue and a turn of an interview have no marks.
            if reading.spans[index].family.isUnmarked { continue }
            guard verdicts[index] != .claimed, let draft = draftOfSpan[index],
                !isInHeadline(reading.spans[index].tokens.lowerBound)
            else {
                continue
            }
            if verdicts[index] == .aside, features.isCertain(index) { continue }
            let isSpeech = MarkJudge.fitted.isSpeech(features.values(index))
            guard isSpeech != verdicts[index].isSpeech else { continue }
            if isSpeech { accept(index, draft) } else { drafts[draft].isSpeech = false }
        }
    }

    /// Whether a token stands in a headline, which has too few words to judge marks by: what the body says of its words tells.
    func isInHeadline(_ token: Int) -> Bool {
        let section = section(token)
        return reading.text.sections.indices.contains(section) && reading.text.sections[section].role == .headline
    }

    /// Takes words that the rules set aside for somebody's: the nearest source of the period, or its subject.
    private mutating func accept(_ index: Int, _ draft: Int) {
        let span = reading.spans[index]
        let period = periodOfSpan[index]
        drafts[draft].isSpeech = true
        drafts[draft].isJudged = true
        // `called “a theft in slow motion” by Moss`: with whoever says so behind them, the marked words are all that is said.
        drafts[draft].kind = agent(behind: span) == nil ? .mixed : .direct
        if let phrase = phrase(around: span) { addTerm(index, draft, phrase) }
        guard drafts[draft].source == nil else { return }
        let sources = attributions(of: index).filter { $0.source != nil }
        if let owner = sources.min(by: { distance($0, span) < distance($1, span) }) {
            drafts[draft].source = owner.source
            drafts[draft].cue = owner.cue
        } else {
            drafts[draft].source = finder.subject(from: period.lowerBound, before: span.tokens.lowerBound)
            // `The “right to be forgotten” was established`: an article alone is nobody, and its noun no speech.
            if let source = drafts[draft].source, isOnlyArticle(source.head) {
                drafts[draft].source = nil
                drafts[draft].isSpeech = false
            }
        }
    }

    private func attributions(of span: Int) -> [Attribution] { attributionsByPeriod[periodOfSpan[span].lowerBound] ?? [] }

    /// The words that the marks of a term belong to: `the term “dead wood”`, `a “wait and see” policy`.
    private func phrase(around span: MarkedSpan) -> Range<Int>? {
        let before = span.tokens.lowerBound - 1
        if Aside.followsTerm(before, reading) { return before..<span.tokens.upperBound }
        let after = span.tokens.upperBound
        guard after < reading.tokens.count, reading.tokens[after].kind == .word, !reading.tokens[after].isCapitalized,
            !reading.startsLine(after), reading.wordCount(span.content, limit: 4) <= 3,
            !reading.has(
                after,
                [.auxiliary, .preposition, .coordinator, .subordinator, .verbCue, .complementizer, .adverb, .time]
            )
        else { return nil }
        return span.tokens.lowerBound..<(after + 1)
    }

    /// Gives the source the whole phrase, and the marks to the term in it.
    private mutating func addTerm(_ index: Int, _ draft: Int, _ phrase: Range<Int>) {
        var term = self.draft(index, isSpeech: false)
        term.enclosing = draft
        drafts[draft].contents = [phrase]
        drafts[draft].span = nil
        drafts.append(term)
    }

    private func distance(_ attribution: Attribution, _ span: MarkedSpan) -> Int {
        attribution.cue.lowerBound < span.tokens.lowerBound
            ? span.tokens.lowerBound - attribution.cue.lowerBound : attribution.cue.lowerBound - span.tokens.lowerBound
    }
}
