internal import HTMLTree
internal import TextCore

/// Says of every block of a page what it is, and why.
struct BlockLabeller {
    /// A block with its label.
    struct Labelled: Sendable {
        private(set) var kind: Block.Kind
        private(set) var isBody: Bool
        var reason: String

        /// What stands on a page in the place of an article is no body of one.
        mutating func withhold() {
            guard isBody else { return }
            kind = .other
            isBody = false
            reason = "stands in the place of an article"
        }
    }

    let page: SegmentedPage
    let tables: PageTables
    let document: HTMLDocument
    let clues: PageClues
    let features: BlockFeatures
    /// The log-odds of each block that it is body.
    let logits: [Float]
    /// What is certain of blocks, whatever the model says.
    let certain: [Int: CertainLabels.Known]

    /// The labels of all blocks, in order.
    /// - Complexity: O(blocks · elements around them, bounded).
    func labels() -> [Labelled] {
        let headline = headlineBlock()
        // Most blocks lie far from the body for one of a few reasons, whose words are put together once.
        var reasons: [String: String] = [:]
        return page.blocks.indices.map { index in
            if index == headline { return Labelled(kind: .headline, isBody: false, reason: "the page's headline") }
            if clues.headline != 0, features.profiles[index].whole == clues.headline {
                return Labelled(kind: .other, isBody: false, reason: "repeats the headline")
            }
            if let known = certain[index] {
                let reason = "\(known.label.reason); body: \(Self.shares[percent(index)]) by its looks"
                return Labelled(kind: known.label.kind, isBody: known.isBody, reason: reason)
            }
            return logits[index] > 0 && !isUnread(index) ? body(index) : other(index, &reasons)
        }
    }

    private static let pictures = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"]

    /// Whether a block is markup left over, or the address of a picture.
    private func isUnread(_ index: Int) -> Bool {
        guard let label = features.words.labels[index] else { return false }
        guard label.reason == Furniture.address else { return Furniture.unread.contains(label.reason) }
        let end = CaseFolding.fold(String(decoding: page.text[page.blocks[index].range].suffix(5), as: UTF8.self))
        return Self.pictures.contains { end.hasSuffix($0) }
    }

    /// The block in the element that shows the headline, else an `h1` of the same words, else any of them.
    private func headlineBlock() -> Int? {
        if let index = page.blocks.indices.first(where: { clue($0) == .headline }) { return index }
        guard clues.headline != 0 else { return nil }
        let same = page.blocks.indices.filter { features.profiles[$0].whole == clues.headline }
        return same.first { page.containers[page.blocks[$0].container].tag.isHeading } ?? same.first
    }

    private func body(_ index: Int) -> Labelled {
        let block = page.blocks[index]
        let reason = Self.bodyReasons[percent(index)]
        if isStandfirst(index) { return Labelled(kind: .standfirst, isBody: true, reason: reason) }
        switch page.containers[block.container].tag {
        case .h1, .h2, .h3, .h4, .h5, .h6: return Labelled(kind: .heading, isBody: true, reason: reason)
        case .li, .dd, .dt: return Labelled(kind: .listItem, isBody: true, reason: reason)
        default:
            // A line in strong type alone heads what follows it.
            let profile = features.profiles[index]
            let isHeading =
                block.strong == profile.length && profile.words <= 12 && profile.last != .stop && profile.last != .comma
                && tables.cells[index] == nil && page.blocks.indices.contains(index + 1) && logits[index + 1] > 0
            return Labelled(kind: isHeading ? .heading : .paragraph, isBody: true, reason: reason)
        }
    }

    private func other(_ index: Int, _ unlikely: inout [String: String]) -> Labelled {
        let block = page.blocks[index]
        let label = known(index, block) ?? Label(.other, "does not read and lie like the body")
        guard isUnlikely(index) else {
            return Labelled(kind: label.kind, isBody: false, reason: "\(label.reason); body: \(Self.shares[percent(index)])")
        }
        if let reason = unlikely[label.reason] { return Labelled(kind: label.kind, isBody: false, reason: reason) }
        let reason = "\(label.reason); body: under 1%"
        unlikely[label.reason] = reason
        return Labelled(kind: label.kind, isBody: false, reason: reason)
    }

    private func known(_ index: Int, _ block: PageBlock) -> Label? {
        if isStandfirst(index) { return Label(.standfirst, "the page's standfirst") }
        switch clue(index) {
        case .byline: return Label(.byline, "names the authors")
        case .time: return Label(.time, "says when it was published or changed")
        case .kicker: return Label(.other, "the line above the headline")
        default: break
        }
        let words = features.words.labels[index]
        if block.traits.contains(.caption) {
            return words?.kind == .credit || words?.kind == .agencyTag ? words : Label(.caption, "in the caption of a picture")
        }
        if let words { return words }
        if block.traits.contains(.button) { return Label(.other, "a button") }
        if let sign = BlockSigns.label(block, in: page) { return sign }
        if !block.traits.isDisjoint(with: [.navigation, .footer, .header]) { return Label(.navigation, "in the page's frame") }
        if !block.traits.isDisjoint(with: [.form, .dialog]) { return Label(.other, "in a form or a dialog") }
        let isLink = block.linked * 5 >= features.profiles[index].length * 3
        if block.traits.contains(.aside) {
            return isLink ? Label(.relatedLink, "a link beside the article") : Label(.promo, "beside the article")
        }
        if isLink {
            return features.shape.isInHalfCore[block.container]
                ? Label(.relatedLink, "a link between the paragraphs") : Label(.navigation, "nothing but a link")
        }
        return nil
    }

    /// What the page's metadata says that the block shows: asked of its element and the few around it.
    private func clue(_ index: Int) -> PageClues.Shown? { clues.shown(at: page.blocks[index].node, in: document) }

    private func isStandfirst(_ index: Int) -> Bool {
        clue(index) == .standfirst || clues.isInOtherStandfirst(page.blocks[index].node, in: document)
    }

    /// Whether a block is body with a likelihood of less than 1%: those are the odds of 1 to 99.
    private func isUnlikely(_ index: Int) -> Bool { logits[index] < -4.59512 }

    /// How likely a block is body, in hundredths: 0 for less than one of them, 100 for more than 99.
    private func percent(_ index: Int) -> Int {
        if isUnlikely(index) { return 0 }
        let share = 100 / (1 + Double(-logits[index]).exponential)
        return share > 99 ? 100 : min(max(Int(share.rounded()), 1), 99)
    }

    /// The likelihoods in words; put together once, as are the reasons of body blocks, for a page has hundreds.
    private static let shares = (0...100).map { $0 == 0 ? "under 1%" : $0 == 100 ? "over 99%" : "\($0)%" }
    private static let bodyReasons = shares.map { "reads and lies like the body: \($0)" }
}

extension Double {
    /// *e* to the power of the number, near enough for two digits of a percentage, without a mathematical library.
    fileprivate var exponential: Double {
        if self > 30 { return 1e13 }
        if self < -30 { return 1e-13 }
        // (1 + x / 4096) ^ 4096
        var power = 1 + self / 4096
        for _ in 0..<12 { power *= power }
        return power
    }
}
