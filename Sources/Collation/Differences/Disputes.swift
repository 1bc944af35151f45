internal import Language
internal import TextCore

/// The figures and times of a story that disagree, to ask whether two passages hold both sides of a disagreement.
struct Disputes: Sendable {
    private struct Side {
        let passage: Passage
        let finding: Int
        /// Which of the finding's values agree with it: those may stand beside it.
        let value: Int
    }

    private let isTime: [Bool]
    /// For each article, the sides in it by place.
    private let sides: [Int: [Side]]

    /// - Complexity: O(*v*²) in the values of a finding.
    init(_ findings: [FigureFinding] = []) {
        var isTime: [Bool] = []
        var sides: [Int: [Side]] = [:]
        func add(_ passages: [Passage], _ areOne: (Int, Int) -> Bool) {
            for (index, passage) in passages.enumerated() {
                let value = (0..<index).first { areOne($0, index) } ?? index
                sides[passage.article, default: []].append(Side(passage: passage, finding: isTime.count, value: value))
            }
        }
        for finding in findings {
            switch finding {
            case .conflict(_, let values):
                add(values.map(\.passage)) { FigureAgreement.agree(values[$0].figure, values[$1].figure) }
                isTime.append(false)
            case .times(_, let values):
                add(values.map(\.passage)) { values[$0].time.value == values[$1].time.value }
                isTime.append(true)
            case .update, .arithmetic: break
            }
        }
        self.isTime = isTime
        self.sides = sides
    }

    /// What two passages of two articles dispute, at most one figure and one time.
    ///
    /// - Complexity: O(*s t*) in the disputed values of the two articles.
    func reasons(_ a: Passage, _ b: Passage, in story: Story) -> [Reason] {
        let (x, y) = (inside(a), inside(b))
        func text(_ passage: Passage) -> String { story.articles[passage.article].annotated.text[passage.range] }
        var figures: Reason?
        var times: Reason?
        for one in x {
            for other in y where one.finding == other.finding && one.value != other.value {
                let words = [text(one.passage), text(other.passage)]
                if isTime[one.finding] {
                    times = times ?? .timesDiffer(words)
                } else {
                    figures = figures ?? .figuresDiffer(words)
                }
            }
        }
        return [figures, times].compactMap { $0 }
    }

    private func inside(_ passage: Passage) -> [Side] {
        (sides[passage.article] ?? []).filter { passage.range.overlaps($0.passage.range) }
    }
}
