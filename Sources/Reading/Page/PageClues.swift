internal import HTMLTree
internal import TextCore

/// What the page says elsewhere of its article, for blocks to be held against.
struct PageClues: Sendable {
    /// Hashes of the words of headline, standfirst, and authors.
    var headline: UInt32 = 0
    var standfirst: UInt32 = 0
    var authors: Set<UInt32> = []
    /// Hashes of all runs of four words of the body as linked data has it; empty when it has none.
    var articleBody: Set<UInt32> = []
    /// The elements that show headline, standfirst, bylines and times.
    private(set) var nodes: [NodeID: Shown] = [:]
    /// A bit for each remainder of their numbers by 64: most elements are told apart from them by it alone.
    private var nodeFilter: UInt64 = 0
    /// The element of a standfirst that only its place and words tell. The block model has not learned from these.
    private var otherStandfirst: NodeID?
    /// Whether the page calls itself a live blog.
    var isLive = false
    /// Whether the page calls its article news, and itself English.
    var isNews = false
    var isEnglish = false

    /// What an element shows of the article's metadata.
    enum Shown: Int, Sendable { case headline = 1, standfirst, kicker, byline, time }

    init() {}

    /// What the element at or a few steps above a node shows.
    func shown(at node: NodeID, in document: HTMLDocument) -> Shown? {
        guard !nodes.isEmpty else { return nil }
        var place: NodeID? = node
        for _ in 0..<6 {
            guard let here = place else { return nil }
            if nodeFilter >> UInt64(here.rawValue & 63) & 1 == 1, let shown = nodes[here] { return shown }
            place = document.parent(of: here)
        }
        return nil
    }

    /// Whether a node stands in a standfirst that only its place and words tell.
    func isInOtherStandfirst(_ node: NodeID, in document: HTMLDocument) -> Bool {
        guard let otherStandfirst else { return false }
        return node == otherStandfirst || document.ancestors(of: node).prefix(6).contains(otherStandfirst)
    }

    init(_ metadata: PageMetadata) {
        headline = Self.hash(metadata.headline.value)
        standfirst = metadata.nodes.standfirst == nil ? 0 : Self.hash(metadata.standfirst.value)
        otherStandfirst = metadata.nodes.otherStandfirst
        authors = Set((metadata.authors.value ?? []).map { Self.hash($0) })
        for node in metadata.nodes.times { nodes[node] = .time }
        for node in metadata.nodes.bylines { nodes[node] = .byline }
        if let node = metadata.nodes.kicker { nodes[node] = .kicker }
        if let node = metadata.nodes.standfirst { nodes[node] = .standfirst }
        if let node = metadata.nodes.headline { nodes[node] = .headline }
        for node in nodes.keys { nodeFilter |= 1 << UInt64(node.rawValue & 63) }
        isLive = metadata.types.contains("LiveBlogPosting")
        isNews = isLive || metadata.types.contains { $0.hasSuffix("NewsArticle") }
        isEnglish = metadata.language.value?.hasPrefix("en") ?? true
        if let body = metadata.articleBody, body.utf8.count > 200 {
            let text = UTF8Text(body)
            WordRuns.forEach(text.span, text.range) { articleBody.insert($0) }
        }
    }

    private static func hash(_ text: String?) -> UInt32 {
        guard let text, !text.isEmpty else { return 0 }
        let bytes = UTF8Text(text)
        return TextProfile(bytes.span, bytes.range).whole
    }
}
