extension PairFeatures {
    /// What two units have in common clause by clause, when mentions are taken for whom they stand for and words of one act for
    /// one another; and what the one says that the other takes up from before.
    ///
    /// - Complexity: O(*p* · *c*²) for *p* pairs of units of *c* clauses, at most ``ClauseTable/most``.
    mutating func measureReference(_ table: ClauseTable, _ resolved: ResolvedClauses) {
        for index in pairs.indices {
            let (a, b) = (pairs[index].first, pairs[index].second)
            self[index, .takenShared] = resolved.takenUp(a, b)
            let hasKin = self[index, .kinShared] > 0
            for x in table.clausesOfUnit[a] {
                for y in table.clausesOfUnit[b] {
                    let common = resolved.common(x, y, hasKin: hasKin)
                    guard common > 0 else { continue }
                    raise(index, .clauseKinShared, common)
                    raise(index, .clauseKinJaccard, resolved.share(common, of: x, y))
                }
            }
        }
    }
}
