internal import HTMLTree
internal import TextCore

/// Pointers to other articles that stand between the paragraphs of a text in its own markup: an opener such as “Read also:”
/// and a link that is the rest of the line, or a list of links below such an opener.
///
/// - Complexity: O(blocks of the lists asked for); a line is looked at in O(1) before its words are read.
struct LinkedPointers {
    private let page: SegmentedPage
    private let features: BlockFeatures
    /// The most words of a line that points to another article: an opener and a title.
    private static let mostWords = 40

    init(_ page: SegmentedPage, _ features: BlockFeatures) {
        self.page = page
        self.features = features
    }

    static let opened = Label(.relatedLink, "an opener and a link to another article")
    static let alone = Label(.relatedLink, "nothing but a link between the paragraphs")
    /// The most words of a title that stands alone.
    static let mostWordsOfTitle = 24
    static let listed = Label(.relatedLink, "in a list of links to other articles")

    /// Whether a block opens as pointers to other articles do, whatever of it is linked.
    func isOpened(_ index: Int) -> Bool {
        let tokens = LineToken.scan(page.text.span, page.blocks[index].range, limit: 24)
        return Furniture.standard.titleAfterOpener(tokens) != nil
    }

    /// Whether a block opens with a word in capitals, behind arrows at most.
    func isShouted(_ index: Int) -> Bool {
        let tokens = LineToken.scan(page.text.span, page.blocks[index].range, limit: 6)
        return tokens.first { $0.kind != .sign }.map { $0.isAllCaps && $0.length >= Self.shortestShouted } ?? false
    }

    private static let shortestShouted = 4

    /// Whether a block is an opener and a link that is the rest of it.
    func isPointer(_ index: Int) -> Bool {
        let block = page.blocks[index]
        let words = features.profiles[index].words
        // Most of the line is the link: openers are short.
        guard block.linked > 0, block.linked * 3 > block.range.count, (2...Self.mostWords).contains(words) else { return false }
        let tokens = LineToken.scan(page.text.span, block.range, limit: 24)
        guard let rest = Furniture.standard.titleAfterOpener(tokens) else { return false }
        // What is not linked is no more than the opener, and a sign behind the link.
        let unlinked = block.range.count - block.linked
        return unlinked <= tokens[rest].range.lowerBound - block.range.lowerBound + 2
    }

    /// Whether a block is a link behind the sentence before it, in the same element, that says "read more" only.
    func isTail(_ index: Int) -> Bool {
        guard index > 0, page.blocks[index - 1].container == page.blocks[index].container, isAllLink(index),
            features.profiles[index].words <= 5
        else { return false }
        return Furniture.standard.isPointerTail(LineToken.scan(page.text.span, page.blocks[index].range, limit: 12))
    }

    /// Whether a block reads like the title of an article: not in capitals alone, no address, no entry of a numbered list.
    func isTitle(_ index: Int) -> Bool {
        let tokens = LineToken.scan(page.text.span, page.blocks[index].range, limit: 60)
        guard let first = tokens.first, first.number == nil else { return false }
        return tokens.contains { $0.kind == .word && $0.length >= 4 && !$0.isAllCaps } && !Furniture.standard.isAddress(tokens)
    }

    /// Whether a block is nothing but a link.
    func isAllLink(_ index: Int) -> Bool {
        let block = page.blocks[index]
        return block.linked > 0 && block.linked + 2 >= block.range.count
    }

    /// The list that a block is an item of: the innermost element of a list around it.
    func list(of index: Int) -> Int? {
        var container = page.blocks[index].container
        for _ in 0..<Self.depthOfItems where container >= 0 {
            switch page.containers[container].tag {
            case .ul, .ol: return container
            default: container = page.containers[container].parent
            }
        }
        return nil
    }

    private static let depthOfItems = 4

    /// The blocks of a list around one of them.
    func items(of list: Int, around index: Int) -> Range<Int> {
        var (start, end) = (index, index + 1)
        while start > 0, lies(start - 1, in: list) { start -= 1 }
        while end < page.blocks.count, lies(end, in: list) { end += 1 }
        return start..<end
    }

    private func lies(_ index: Int, in list: Int) -> Bool {
        var container = page.blocks[index].container
        // Containers stand behind those that they lie in.
        while container > list { container = page.containers[container].parent }
        return container == list
    }
}
