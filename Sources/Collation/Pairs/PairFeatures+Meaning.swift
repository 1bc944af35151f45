extension PairFeatures {
    /// What the vectors of two sentences say: how alike they are, plain and as seen from the story's mean, and how that stands
    /// among the likenesses of their rivals.
    ///
    /// - Complexity: O(*p* · *d*) for *p* pairs and vectors of *d* numbers.
    mutating func measureMeaning(_ vectors: StoryVectors, _ graph: PairGraph, _ story: Story) {
        let centered = pairs.map { vectors.centeredCosine($0.first, $0.second) }
        let rivals = Rivals(centered, graph, story)
        for (index, pair) in pairs.enumerated() {
            self[index, .meaningCosine] = vectors.cosine(pair.first, pair.second)
            self[index, .meaningCentered] = centered[index]
            let standing = rivals.standing(index)
            self[index, .meaningRank] = Float.log(1 + Float(standing.rowRank)) + Float.log(1 + Float(standing.columnRank))
            self[index, .meaningMargin] = standing.margin
        }
    }
}
