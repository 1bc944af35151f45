/// Adds to the reason of each block what spoke for and against its being body.
struct BlockExplainer {
    private let model: BlockModel
    private let features: BlockFeatures
    private let page: SegmentedPage

    /// How many facts are named on each side.
    private static let named = 3
    /// Log-odds below which a fact is not worth naming.
    private static let threshold: Float = 0.3

    init(_ model: BlockModel, _ features: BlockFeatures, _ page: SegmentedPage) {
        self.model = model
        self.features = features
        self.page = page
    }

    func explain(_ labels: inout [BlockLabeller.Labelled]) {
        for index in labels.indices {
            let influences = model.influences(on: index, features, page)
            let sorted = influences.sorted { $0.1 > $1.1 }
            let speaking = sorted.prefix(Self.named).filter { $0.1 >= Self.threshold }.map(\.0.words)
            let against = sorted.reversed().prefix(Self.named).filter { $0.1 <= -Self.threshold }.map(\.0.words)
            if !speaking.isEmpty { labels[index].reason += "; for: " + speaking.joined(separator: ", ") }
            if !against.isEmpty { labels[index].reason += "; against: " + against.joined(separator: ", ") }
        }
    }
}

extension BlockFeatures.Fact {
    /// What the fact is about, for people.
    var words: String {
        switch self {
        case .tag, .parentTag, .grandTag, .tagPair: "its elements"
        case .length, .words: "its length"
        case .density, .densityOfLength, .links, .linkKinds: "its links"
        case .edgeFirst, .edgeLast, .edgeBeforeLast, .endsByLength: "how it begins and ends"
        case .sentences, .commas, .running: "its sentences"
        case .digits, .capitals, .upper: "its letters and digits"
        case .strong, .italic: "its type"
        case .flags: "pictures and times by it"
        case .traits, .articleTraits: "what it lies in"
        case .depth, .place, .order: "its place on the page"
        case .fromHeadline: "its distance from the headline"
        case .sameAsHeadline, .sameAsStandfirst, .sameAsAuthor, .node: "what the metadata says"
        case .inArticleBody: "the body in JSON-LD"
        case .repeats, .startRepeats: "its words recur"
        case .parentShare, .grandShare, .greatShare, .core, .halfCore, .coreDepth: "how much running text is around it"
        case .fromFirst, .fromLast, .gapBefore, .gapAfter, .sameParentBefore, .sameParentAfter:
            "its distance from running text"
        case .parentDensity, .grandDensity, .parentMean, .grandMean, .parentCount: "the blocks beside it"
        case .ownNames: "the names of its elements"
        case .pageRunning, .pageBlocks: "the page as a whole"
        case .kindByWords: "its words"
        case .kindShare, .kindCore, .kindCount, .kindDensity, .kindMean: "blocks that look like it"
        }
    }
}
