internal import HTMLTree

/// A page cut into the blocks that a reader sees: paragraphs, headings, list items, cells, captions, menu entries.
///
/// A block is a run of text that no block-level element and no empty line interrupts. Its words lie in ``text``, white
/// space collapsed, with an empty line between blocks. Containers are the block-level elements around blocks.
struct SegmentedPage: Sendable {
    /// The words of all blocks, in document order.
    var text: [UInt8] = []
    var blocks: [PageBlock] = []
    /// Containers, each behind the one that it lies in; the first is the page's body.
    var containers: [Container] = []
    /// The hashes of what elements are called, by ranges that containers and blocks hold.
    var names: [UInt32] = []
    /// The links in blocks, by ranges that blocks hold.
    var links: [ByteRange] = []
    /// Whether the page goes on behind its last block.
    var isCutOff = false

    /// A block-level element with text below it.
    struct Container: Sendable {
        let node: NodeID
        let tag: Tag
        /// The index of the container that it lies in; -1 for the outermost.
        let parent: Int
        let depth: Int
        let traits: PageTraits
        /// What its `class`, `id` and the like call it.
        let names: Range<Int>
    }
}

/// A run of text on a page, with what its marking up says of it.
struct PageBlock: Sendable {
    /// Its bytes in ``SegmentedPage/text``.
    var range: Range<Int>
    /// The index of the innermost container.
    let container: Int
    /// The element of its first text.
    let node: NodeID
    let traits: PageTraits
    /// Bytes of its text that lie in links, in strong type, in italics.
    var linked = 0
    var strong = 0
    var italic = 0
    /// Whether a picture, a frame or a video stands between the block before and this one.
    var isAfterMedia = false
    /// Whether it has a `time` element.
    var hasTime = false
    /// Inline elements that it opens, up to a few: what they are called.
    var names: Range<Int>
    var links: Range<Int>
}

/// What the elements around a block say of it.
struct PageTraits: OptionSet, Sendable, Hashable {
    let rawValue: UInt32

    static let article = PageTraits(rawValue: 1 << 0)
    static let main = PageTraits(rawValue: 1 << 1)
    static let aside = PageTraits(rawValue: 1 << 2)
    static let navigation = PageTraits(rawValue: 1 << 3)
    static let header = PageTraits(rawValue: 1 << 4)
    static let footer = PageTraits(rawValue: 1 << 5)
    static let figure = PageTraits(rawValue: 1 << 6)
    static let caption = PageTraits(rawValue: 1 << 7)
    static let quote = PageTraits(rawValue: 1 << 8)
    static let list = PageTraits(rawValue: 1 << 9)
    static let table = PageTraits(rawValue: 1 << 10)
    static let form = PageTraits(rawValue: 1 << 11)
    static let details = PageTraits(rawValue: 1 << 12)
    static let hidden = PageTraits(rawValue: 1 << 13)
    /// In the element that microdata calls the body of the article.
    static let articleBody = PageTraits(rawValue: 1 << 14)
    static let dialog = PageTraits(rawValue: 1 << 15)
    static let preformatted = PageTraits(rawValue: 1 << 16)
    static let address = PageTraits(rawValue: 1 << 17)
    static let button = PageTraits(rawValue: 1 << 18)
    /// In a link that holds whole blocks.
    static let link = PageTraits(rawValue: 1 << 19)
}
