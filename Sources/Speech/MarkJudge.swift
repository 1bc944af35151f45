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
        func number(_ section: String, _ name: String) -> Double? {
            file[section].first { $0.first == name }?.dropFirst().first.flatMap { Double($0) }
        }
        intercept = number("decision", "intercept") ?? 0
        threshold = number("decision", "threshold") ?? 0
        weights = MarkFeature.allCases.map { number("weights", "\($0)") ?? 0 }
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
    private static let judged: Set<String> = ["en"]

    /// What is measured of the spans, as the rules left them.
    var features: MarkFeatures {
        MarkFeatures(reading: reading, verdicts: verdicts, periods: periodOfSpan, attributions: attributionsByPeriod)
    }

    /// Judges every span that no other encloses, and changes what the rules made of it where the judge sees it otherwise.
    mutating func judgeMarks() {
        guard Self.judged.contains(reading.text.language), !reading.spans.isEmpty else { return }
        let features = features
        var spoken: Set<Int> = []
        var refused: [Int] = []
        for index in reading.spans.indices where reading.spans[index].enclosing == nil {
            let isSpeech = MarkJudge.fitted.isSpeech(features.values(index))
            if let holder = holderOfSpan[index] {
                if isSpeech { spoken.insert(holder) } else { refused.append(index) }
            } else if isSpeech != verdicts[index].isSpeech, let draft = draftOfSpan[index] {
                if isSpeech { accept(index, draft) } else { refuse(draft) }
            }
        }
        // Retold words whose only marks are a title's or a term's are retold without any quotation in them.
        for index in refused {
            guard let holder = holderOfSpan[index], !spoken.contains(holder) else { continue }
            drafts[holder].kind = .indirect
            if drafts[holder].span == index { drafts[holder].span = nil }
            drafts.append(draft(index, isSpeech: false))
            draftOfSpan[index] = drafts.count - 1
        }
    }

    /// Takes words that the rules set aside for somebody's: the nearest source of the period, or its subject.
    private mutating func accept(_ index: Int, _ draft: Int) {
        let span = reading.spans[index]
        let period = periodOfSpan[index]
        drafts[draft].isSpeech = true
        drafts[draft].kind = .mixed
        guard drafts[draft].source == nil else { return }
        let sources = (attributionsByPeriod[period.lowerBound] ?? []).filter { $0.source != nil }
        if let owner = sources.min(by: { distance($0, span) < distance($1, span) }) {
            drafts[draft].source = owner.source
            drafts[draft].cue = owner.cue
        } else {
            drafts[draft].source = finder.subject(from: period.lowerBound, before: span.tokens.lowerBound)
        }
    }

    private func distance(_ attribution: Attribution, _ span: MarkedSpan) -> Int {
        attribution.cue.lowerBound < span.tokens.lowerBound
            ? span.tokens.lowerBound - attribution.cue.lowerBound : attribution.cue.lowerBound - span.tokens.lowerBound
    }

    private mutating func refuse(_ draft: Int) {
        drafts[draft].isSpeech = false
    }
}
