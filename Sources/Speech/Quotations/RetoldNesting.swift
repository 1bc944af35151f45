/// Retold speech inside retold speech: of `A said that B had said that …`, what B said stands in what A said.
///
/// Marks inside marks are linked where they are paired (``QuotationBuilder/addNested()``): there the whole is one speaker's.
/// Here each has a speaker of its own.
enum RetoldNesting {
    /// How many quotations before and behind one may enclose it: they are in order of their starts.
    private static let reach = 12

    /// For each of some drafts in order of their starts, the one whose retold words hold its cue and its words; the innermost
    /// of several. O(*n*).
    static func enclosing(of drafts: [Draft]) -> [Int?] {
        drafts.indices.map { index in
            guard drafts[index].isSpeech, let cue = drafts[index].cue, !drafts[index].contents.isEmpty else { return nil }
            let near = max(0, index - reach)..<min(drafts.count, index + reach + 1)
            return near.filter { $0 != index && holds(drafts[$0], cue, drafts[index].contents) }
                .min { length(drafts[$0]) < length(drafts[$1]) }
        }
    }

    private static func holds(_ outer: Draft, _ cue: Range<Int>, _ contents: [Range<Int>]) -> Bool {
        guard outer.isSpeech, outer.kind != .direct else { return false }
        return outer.contents.contains { content in
            ([cue] + contents).allSatisfy { content.lowerBound <= $0.lowerBound && content.upperBound >= $0.upperBound }
        }
    }

    private static func length(_ draft: Draft) -> Int { draft.contents.reduce(0) { $0 + $1.count } }
}
