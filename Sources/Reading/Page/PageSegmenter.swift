internal import HTMLTree
internal import TextCore

/// Cuts a parsed page into blocks in one walk over its tree.
///
/// - Complexity: O(nodes + bytes of text + bytes of the names that elements are called by).
struct PageSegmenter {
    private(set) var page = SegmentedPage()

    /// Elements around the place of the walk that the walk must do something for when it leaves them.
    private var open: [Open] = []
    private var current: PageBlock?
    private var container = -1
    private var traits: PageTraits = []
    private var linkDepth = 0
    private var strongDepth = 0
    private var italicDepth = 0
    private var hasSpace = false
    private var lineBreaks = 0
    /// Where the text of the last link of the open block is.
    private var lastLink = 0..<0
    private var isAfterMedia = false
    private var namesOfBlock = 0
    private let nameAttributes: [AttributeID]

    private struct Open {
        let node: NodeID
        let container: Int
        let traits: PageTraits
        let effect: Effect
    }

    private enum Effect { case block, link, strong, italic, none }

    /// The most blocks of a page, and containers: no article has so many, and what is known of millions takes gigabytes.
    static let mostBlocks = 1 << 16
    private static let mostContainers = 1 << 18
    /// How many inline elements of a block are asked what they are called.
    private static let inlineNameLimit = 4
    /// How many words an element is called by at most.
    private static let maximumNames = 14

    private init(_ document: HTMLDocument) {
        nameAttributes = ["data-testid", "data-component", "data-qa", "data-test-id", "data-block", "data-type"]
            .compactMap { document.attributeID(named: $0) }
    }

    /// The document goes from function to function, for none of them could hold its bytes and change what it holds itself.
    static func segment(_ document: HTMLDocument) -> SegmentedPage {
        var segmenter = PageSegmenter(document)
        segmenter.run(document)
        return segmenter.page
    }

    private mutating func run(_ document: HTMLDocument) {
        page.text.reserveCapacity(document.source.count / 8)
        let root = document.first(.body) ?? document.root
        enter(root, .body, in: document)
        var node = document.firstChild(of: root)
        while let here = node {
            guard page.blocks.count < Self.mostBlocks, page.containers.count < Self.mostContainers else {
                page.isCutOff = true
                break
            }
            if visit(here, in: document), let child = document.firstChild(of: here) {
                node = child
                continue
            }
            var place = here
            leaveIfOpen(place)
            while document.nextSibling(of: place) == nil, let parent = document.parent(of: place), parent != root {
                place = parent
                leaveIfOpen(place)
            }
            node = document.nextSibling(of: place)
            if document.parent(of: place) == root, node == nil { break }
        }
        endBlock()
    }

    /// Looks at a node; whether its children are to be visited.
    private mutating func visit(_ node: NodeID, in document: HTMLDocument) -> Bool {
        switch document.kind(of: node) {
        case .text:
            append(document.bytes(document.text(of: node)), of: node, in: document)
            return false
        case .element: break
        default: return false
        }
        guard document.namespace(of: node) == .html else { return false }
        let tag = document.tag(of: node)
        let role = PageElements.role(of: tag)
        if role == .inline, current != nil, isReadOutOnly(node, in: document) { return false }
        switch role {
        case .skipped: return false
        case .media:
            if current == nil { isAfterMedia = true }
            return false
        case .lineBreak:
            lineBreaks += 1
            if lineBreaks >= 2 { endBlock() } else { hasSpace = true }
            return false
        case .rule:
            endBlock()
            return false
        case .block:
            endBlock()
            enter(node, tag, in: document)
        case .link:
            let effect: Effect = document.attribute(.href, of: node) == nil ? .none : .link
            open(node, effect, in: document)
        case .strong: open(node, .strong, in: document)
        case .italic: open(node, .italic, in: document)
        case .inline: open(node, .none, in: document)
        }
        return true
    }

    /// Whether an element inside a line is read out to those who do not see the page, and shown to nobody: "(opens in a new
    /// tab)". In headings it is the colon behind the kicker, which stands on a line of its own.
    private func isReadOutOnly(_ node: NodeID, in document: HTMLDocument) -> Bool {
        guard let value = document.attribute(.class, of: node), container < 0 || !page.containers[container].tag.isHeading else {
            return false
        }
        return PageElements.isForScreenReaders(value, in: document)
    }

    // MARK: Elements

    private mutating func open(_ node: NodeID, _ effect: Effect, in document: HTMLDocument) {
        if effect == .link { lastLink = page.text.count..<page.text.count }
        let element = Open(node: node, container: container, traits: traits, effect: effect)
        open.append(element)
        if current != nil { note(element, in: document) }
        switch effect {
        case .link: linkDepth += 1
        case .strong: strongDepth += 1
        case .italic: italicDepth += 1
        default: break
        }
    }

    private mutating func enter(_ node: NodeID, _ tag: Tag, in document: HTMLDocument) {
        open.append(Open(node: node, container: container, traits: traits, effect: .block))
        traits.formUnion(PageElements.traits(of: tag))
        if linkDepth > 0 { traits.insert(.link) }
        let start = page.names.count
        addNames(of: node, limit: Self.maximumNames, in: document)
        if Self.isNotShown(node, in: document) { traits.insert(.hidden) }
        if let value = document.attribute(.ariaHidden, of: node), document.equals(value, "true") { traits.insert(.hidden) }
        if let value = document.attribute(.itemprop, of: node), document.contains("articlebody", in: value) {
            traits.insert(.articleBody)
        }
        if let role = document.attribute(.role, of: node) { traits.formUnion(PageElements.traits(ofRole: role, in: document)) }
        let depth = container < 0 ? 0 : page.containers[container].depth + 1
        page.containers.append(
            SegmentedPage.Container(
                node: node,
                tag: tag,
                parent: container,
                depth: depth,
                traits: traits,
                names: start..<page.names.count
            )
        )
        container = page.containers.count - 1
    }

    /// Whether an element's own attributes say that it is not shown.
    static func isNotShown(_ node: NodeID, in document: HTMLDocument) -> Bool {
        if document.attribute(.hidden, of: node) != nil { return true }
        guard let style = document.attribute(.style, of: node) else { return false }
        return document.contains("display:none", in: style) || document.contains("display: none", in: style)
            || document.contains("visibility:hidden", in: style)
    }

    private mutating func leaveIfOpen(_ node: NodeID) {
        guard let last = open.last, last.node == node else { return }
        open.removeLast()
        switch last.effect {
        case .block: endBlock()
        case .link:
            linkDepth -= 1
            lastLink = min(lastLink.lowerBound, page.text.count)..<page.text.count
        case .strong: strongDepth -= 1
        case .italic: italicDepth -= 1
        case .none: break
        }
        container = last.container
        traits = last.traits
    }

    // MARK: Names

    /// Adds the hashes of the words that an element is called by.
    private mutating func addNames(of node: NodeID, limit: Int, in document: HTMLDocument) {
        let start = page.names.count
        document.forEachAttribute(of: node) { attribute, value in
            let isName =
                switch attribute.known {
                case .class, .id, .itemprop, .role: true
                case nil: nameAttributes.contains(attribute)
                default: false
                }
            let room = limit - (page.names.count - start)
            if isName { ElementNames.append(document.bytes(value), limit: room, to: &page.names) }
        }
    }

    // MARK: Text

    private mutating func append(_ bytes: Span<UInt8>, of node: NodeID, in document: HTMLDocument) {
        let isPreformatted = traits.contains(.preformatted)
        var at = 0
        let end = bytes.count
        while at < end {
            let byte = bytes[at]
            if byte <= 0x20 {
                if isPreformatted, byte == 0x0A, current != nil { page.text.append(0x0A) } else { hasSpace = true }
                at += 1
                continue
            }
            var stop = at + 1
            // Words with one space between them are taken together.
            while stop < end, bytes[stop] > 0x20 || bytes[stop] == 0x20 && stop + 1 < end && bytes[stop + 1] > 0x20 { stop += 1 }
            begin(at: node, in: document)
            let start = page.text.count
            if hasSpace, let last = page.text.last, last > 0x20 { page.text.append(0x20) }
            hasSpace = false
            lineBreaks = 0
            let words = bytes.extracting(at..<stop)
            words.withUnsafeBufferPointer { page.text.append(contentsOf: $0) }
            let length = page.text.count - start
            if linkDepth > 0 { current?.linked += length }
            if strongDepth > 0 { current?.strong += length }
            if italicDepth > 0 { current?.italic += length }
            at = stop
        }
    }

    /// Starts a block where none is open.
    private mutating func begin(at node: NodeID, in document: HTMLDocument) {
        if current == nil {
            let names = page.names.count
            let links = page.links.count
            namesOfBlock = 0
            current = PageBlock(
                range: page.text.count..<page.text.count,
                container: container,
                node: node,
                traits: traits,
                isAfterMedia: isAfterMedia,
                names: names..<names,
                links: links..<links
            )
            isAfterMedia = false
            hasSpace = false
            var index = open.count
            while index > 0, open[index - 1].effect != .block { index -= 1 }
            for element in open[index...] { note(element, in: document) }
        }
    }

    /// Notes what an inline element of the open block is called, and where it leads.
    private mutating func note(_ element: Open, in document: HTMLDocument) {
        if element.effect == .link, let target = document.attribute(.href, of: element.node) { page.links.append(target) }
        if document.tag(of: element.node) == .time { current?.hasTime = true }
        guard namesOfBlock < Self.inlineNameLimit else { return }
        namesOfBlock += 1
        addNames(of: element.node, limit: 6, in: document)
    }

    private mutating func endBlock() {
        lineBreaks = 0
        hasSpace = false
        guard var block = current else { return }
        current = nil
        var end = page.text.count
        while end > block.range.lowerBound, page.text[end - 1] <= 0x20 { end -= 1 }
        page.text.removeLast(page.text.count - end)
        block.range = block.range.lowerBound..<end
        block.names = block.names.lowerBound..<page.names.count
        block.links = block.links.lowerBound..<page.links.count
        if let tail = pointerTail(of: block) {
            add(part(of: &block, from: tail), after: block)
        } else {
            add(block)
        }
    }

    private mutating func add(_ block: PageBlock) {
        page.text.append(0x0A)
        page.text.append(0x0A)
        page.blocks.append(block)
    }

    // MARK: Pointers behind sentences

    /// A link behind the last sentence of a block that has no more bytes may be "read more".
    private static let longestTail = 30

    /// Where a link begins that stands behind the last sentence of a block and says "read more" only: it is no part of it.
    private func pointerTail(of block: PageBlock) -> Int? {
        guard lastLink.upperBound == block.range.upperBound, lastLink.count <= Self.longestTail, isAfterParagraph(block) else {
            return nil
        }
        var start = lastLink.lowerBound
        while start < block.range.upperBound, page.text[start] <= 0x20 { start += 1 }
        guard start > block.range.lowerBound + 1, page.text[start - 1] == 0x20,
            Self.endsSentence(page.text.span, before: start - 1)
        else { return nil }
        let tokens = LineToken.scan(page.text.span, start..<block.range.upperBound, limit: 8)
        return Furniture.standard.isPointerTail(tokens) ? start : nil
    }

    /// How many blocks, headings at most, may stand between a paragraph and the next.
    private static let reachOfParagraph = 2

    /// Whether a sentence stands before the block in an element of the same kind beside it. Entries of lists of other articles
    /// have their titles before them, and lie in an element each.
    private func isAfterParagraph(_ block: PageBlock) -> Bool {
        let own = page.containers[block.container]
        for last in page.blocks.suffix(Self.reachOfParagraph).reversed() {
            let container = page.containers[last.container]
            guard container.parent == own.parent else { return false }
            if container.tag == own.tag { return Self.endsSentence(page.text.span, before: last.range.upperBound) }
            guard container.tag.isHeading else { return false }
        }
        return false
    }

    /// Whether a full stop, or a closing quotation mark or bracket, stands in front of a place.
    private static func endsSentence(_ bytes: Span<UInt8>, before end: Int) -> Bool {
        switch bytes[end - 1] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: ")"): true
        // “…”, “»”.
        case 0x9D, 0xA6: end >= 3 && bytes[end - 3] == 0xE2
        case 0xBB: end >= 2 && bytes[end - 2] == 0xC2
        default: false
        }
    }

    /// The end of a block as a block of its own; it is taken off the block.
    private func part(of block: inout PageBlock, from start: Int) -> PageBlock {
        var tail = block
        tail.range = start..<block.range.upperBound
        tail.linked = tail.range.count
        (tail.strong, tail.italic) = (0, 0)
        tail.isAfterMedia = false
        tail.links = max(block.links.lowerBound, block.links.upperBound - 1)..<block.links.upperBound
        block.range = block.range.lowerBound..<(start - 1)
        block.linked = max(0, block.linked - tail.range.count - 1)
        block.strong = min(block.strong, block.range.count)
        block.italic = min(block.italic, block.range.count)
        block.links = block.links.lowerBound..<tail.links.lowerBound
        return tail
    }

    private mutating func add(_ tail: PageBlock, after block: PageBlock) {
        let words = Array(page.text[tail.range])
        page.text.removeLast(page.text.count - block.range.upperBound)
        add(block)
        var moved = tail
        moved.range = page.text.count..<(page.text.count + words.count)
        page.text += words
        add(moved)
    }
}
