internal import TextCore

/// Organisations that have people's names: “the law firm Harlan Voss”, “Voss Harlan analyst Ada Lund”.
///
/// What stands beside one mention holds for all mentions of the name in a text.
struct FirmNames {
    private let context: AnnotationContext
    private let contexts = NameContexts.shared

    init(_ context: AnnotationContext) { self.context = context }

    /// The candidates with these organisations told. O(candidates).
    func told(_ candidates: [NameCandidate]) -> [NameCandidate] {
        var firms: Set<[Int32]> = []
        for candidate in candidates where mayBeFirm(candidate) && isFirm(candidate) { firms.insert(words(candidate)) }
        guard !firms.isEmpty else { return candidates }
        return candidates.map { candidate in
            guard mayBeFirm(candidate), firms.contains(words(candidate)) else { return candidate }
            var candidate = candidate
            candidate.kind = .organisation
            return candidate
        }
    }

    private func words(_ candidate: NameCandidate) -> [Int32] { candidate.tokens.map { context.words.ids[$0] } }

    private func mayBeFirm(_ candidate: NameCandidate) -> Bool {
        candidate.entry == nil && candidate.kind != .place && !candidate.isTitled && candidate.roles.isEmpty
            && candidate.tokens.count > 1
    }

    private func isFirm(_ candidate: NameCandidate) -> Bool {
        let (before, behind) = (candidate.tokens.lowerBound - 1, candidate.tokens.upperBound)
        if isSmallWord(before), contexts.beforeFirms.contains(context.tokens[before].hash) { return true }
        return isSmallWord(behind) && contexts.behindFirms.contains(context.tokens[behind].hash)
    }

    private func isSmallWord(_ index: Int) -> Bool {
        context.tokens.indices.contains(index) && context.tokens[index].kind == .word && !context.tokens[index].isCapitalized
    }
}
