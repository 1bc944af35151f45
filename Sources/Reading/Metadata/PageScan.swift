internal import HTMLTree
internal import TextCore

/// Everything on a page that may say something about its article, collected in one pass.
///
/// - Complexity: O(nodes + length of class names); what is kept is bounded by ``Limits``.
struct PageScan {
    enum Limits {
        static let metas = 400
        static let scripts = 64
        static let headings = 24
        static let times = 48
        static let authors = 64
        static let links = 32
        static let others = 32
    }

    /// What an element is inside of.
    struct Context: OptionSet {
        let rawValue: UInt8
        /// Related articles, advertisements, newsletters.
        static let aside = Context(rawValue: 1)
        static let comments = Context(rawValue: 1 << 1)
        static let navigation = Context(rawValue: 1 << 2)
        static let article = Context(rawValue: 1 << 3)
        static let figure = Context(rawValue: 1 << 4)
        static let biography = Context(rawValue: 1 << 5)
        static let link = Context(rawValue: 1 << 6)
        static let paragraph = Context(rawValue: 1 << 7)

        /// Whether what stands here is not about the page's article.
        var isElsewhere: Bool { !isDisjoint(with: [.aside, .comments, .navigation]) }
    }

    /// An element that may say something.
    struct Found {
        let node: NodeID
        let words: ClassWords
        let context: Context
        /// Its place in document order.
        let order: Int
    }

    struct Meta {
        let name: MetadataLexicon.MetaName
        let content: ByteRange
        let node: NodeID
    }

    private(set) var metas: [Meta] = []
    private(set) var linkedData: [NodeID] = []
    private(set) var title: NodeID?
    private(set) var canonical: NodeID?
    private(set) var htmlLanguage: ByteRange?
    private(set) var headings: [Found] = []
    private(set) var subheadings: [Found] = []
    private(set) var times: [Found] = []
    private(set) var dated: [Found] = []
    private(set) var bylines: [Found] = []
    private(set) var authorLinks: [Found] = []
    /// Links to the article's category (`rel="category"`).
    private(set) var sectionLinks: [Found] = []
    private(set) var standfirsts: [Found] = []
    private(set) var kickers: [Found] = []
    private(set) var headlines: [Found] = []
    private(set) var properties: [Found] = []
    private(set) var figures: [Found] = []
    private(set) var images: [Found] = []
    private(set) var paywalls: [Found] = []
    /// Short texts with a number that may be a year.
    private(set) var yearTexts: [Found] = []
    /// How many paragraphs there are: pages that are no articles have few.
    private(set) var paragraphCount = 0
    /// Where the first paragraph of some length stands after a heading of the first rank.
    private(set) var firstParagraph: Int?

    private let document: HTMLDocument
    private let lexicon: MetadataLexicon
    private var contexts: [Context] = []
    private var order = 0
    private var memo = ClassWordMemo()
    /// The address of the last link, when it is none to an author.
    private var lastTarget = ByteRange.empty

    init(_ document: HTMLDocument, lexicon: MetadataLexicon = .standard) {
        self.document = document
        self.lexicon = lexicon
        walk()
    }

    /// Where an element stands in the page, for those that were kept as headings.
    func order(of node: NodeID?) -> Int? {
        guard let node else { return nil }
        let found =
            headings.first { $0.node == node } ?? subheadings.first { $0.node == node } ?? headlines.first { $0.node == node }
        return found?.order
    }

    private mutating func walk() {
        let root = document.root
        var node = root
        var context: Context = []
        while true {
            order += 1
            var below = context
            var descends = true
            switch document.kind(of: node) {
            case .element:
                descends = visit(node, &below)
                // What holds a heading of the first rank is not beside the article, nor are comments: posts may have a
                // category that is called so.
                if document.isHTML(node, .h1) {
                    for index in contexts.indices { contexts[index].subtract([.aside, .comments]) }
                    context.subtract([.aside, .comments])
                }
            case .text: text(node, context)
            case .document, .doctype, .comment: break
            }
            if descends, let child = document.firstChild(of: node) {
                contexts.append(context)
                context = below
                node = child
                continue
            }
            while node != root, document.nextSibling(of: node) == nil {
                guard let parent = document.parent(of: node) else { return }
                node = parent
                context = contexts.popLast() ?? []
            }
            guard node != root, let sibling = document.nextSibling(of: node) else { return }
            node = sibling
        }
    }

    /// Collects an element; returns whether to look inside, with what holds for its content in `context`.
    private mutating func visit(_ node: NodeID, _ context: inout Context) -> Bool {
        guard document.namespace(of: node) == .html else { return false }
        let tag = document.tag(of: node)
        if let descends = visitUnshown(node, tag, context) { return descends }
        let (words, isProperty) = classWords(of: node)
        if isProperty { property(node, words, context) }
        let found = Found(node: node, words: words, context: context, order: order)
        switch tag {
        case .h1:
            if headings.count < Limits.headings { headings.append(found) }
            context.subtract([.aside, .comments])
        case .h2: if subheadings.count < Limits.headings { subheadings.append(found) }
        case .time: if times.count < Limits.times { times.append(found) }
        case .figure:
            if figures.count < Limits.others { figures.append(found) }
            context.insert(.figure)
        case .img: if images.count < Limits.others { images.append(found) }
        case .article: context.insert(.article)
        case .nav, .footer: context.insert(.navigation)
        // Posts that are quoted have times and authors of their own.
        case .aside, .blockquote: context.insert(.aside)
        case .p:
            paragraphCount += 1
            if firstParagraph == nil, !headings.isEmpty, isLong(node) { firstParagraph = order }
            context.insert(.paragraph)
        case .a:
            anchor(node, words, context)
            context.insert(.link)
        default: break
        }
        if !words.isEmpty { classify(node, tag, words, &context) }
        return true
    }

    /// Collects elements that say something of the page and are not shown, and those that hold it; returns whether to look
    /// inside, nil for all others.
    private mutating func visitUnshown(_ node: NodeID, _ tag: Tag, _ context: Context) -> Bool? {
        switch tag {
        case .meta:
            meta(node)
            // Some templates put properties of the article into meta elements in its body.
            property(node, [], context)
            return false
        case .link:
            link(node)
            property(node, [], context)
            return false
        case .script:
            script(node)
            return false
        case .style, .noscript, .template, .iframe: return false
        case .title:
            if title == nil { title = node }
            return false
        case .html:
            htmlLanguage = document.attribute(.lang, of: node)
            return true
        case .head, .body: return true
        default: return nil
        }
    }

    /// The words of an element's class and id that tell what it holds, and whether it is a property of microdata.
    private mutating func classWords(of node: NodeID) -> (words: ClassWords, isProperty: Bool) {
        var words: ClassWords = []
        var isProperty = false
        document.forEachAttribute(of: node) { name, value in
            if name == AttributeID(.class) {
                words.formUnion(memo.words(of: value, in: document, lexicon))
            } else if name == AttributeID(.id) {
                words.formUnion(lexicon.words(in: document.bytes(value)))
            } else if name == AttributeID(.itemprop) {
                isProperty = true
            }
        }
        return (words, isProperty)
    }

    private mutating func classify(_ node: NodeID, _ tag: Tag, _ words: ClassWords, _ context: inout Context) {
        let found = Found(node: node, words: words, context: context, order: order)
        if words.contains(.author), bylines.count < Limits.authors { bylines.append(found) }
        if words.contains(.date), tag != .time, dated.count < Limits.times { dated.append(found) }
        if words.contains(.standfirst), standfirsts.count < Limits.others { standfirsts.append(found) }
        if words.contains(.kicker), kickers.count < Limits.others { kickers.append(found) }
        if words.contains(.headline), tag != .h1, headlines.count < Limits.others { headlines.append(found) }
        if words.contains(.paywall), paywalls.count < Limits.others { paywalls.append(found) }
        if words.contains(.aside), tag != .article, tag != .main { context.insert(.aside) }
        if words.contains(.comments), tag != .a, tag != .span { context.insert(.comments) }
        if words.contains(.navigation) { context.insert(.navigation) }
        if words.contains(.biography) { context.insert(.biography) }
    }

    /// Whether a paragraph's first texts have some length: it is no line of names or times.
    private func isLong(_ node: NodeID) -> Bool {
        var length = 0
        var child = document.firstChild(of: node)
        for _ in 0..<8 {
            guard let here = child else { break }
            let text = document.kind(of: here) == .text ? here : document.firstChild(of: here) ?? here
            if document.kind(of: text) == .text { length += Int(document.text(of: text).count) }
            if length >= 120 { return true }
            child = document.nextSibling(of: here)
        }
        return false
    }

    /// Keeps short texts, and those that start, with four digits that start as years do: so dates are often printed.
    private mutating func text(_ node: NodeID, _ context: Context) {
        let range = document.text(of: node)
        guard range.count >= 8, yearTexts.count < Limits.times,
            Self.hasYear(document.bytes(range), to: range.count <= 160 ? Int(range.count) : 40)
                || range.count <= 80 && Self.isShortDate(document.bytes(range))
        else { return }
        yearTexts.append(Found(node: node, words: [], context: context, order: order))
    }

    /// Whether a text is a date with a year of two digits, as in "18.05.26", and nothing else.
    private static func isShortDate(_ bytes: Span<UInt8>) -> Bool {
        var start = 0
        while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
        var end = bytes.count
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        guard end - start == 8 else { return false }
        for offset in 0..<8 {
            let byte = bytes[start + offset]
            guard offset == 2 || offset == 5 ? byte == UInt8(ascii: ".") : byte &- 0x30 < 10 else { return false }
        }
        return true
    }

    private static func hasYear(_ bytes: Span<UInt8>, to end: Int) -> Bool {
        var digits = 0
        // Most texts have no digits, as eight bytes at a time tell.
        let raw = bytes.bytes
        var start = 0
        while start + 8 <= end {
            let signs = raw.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self) ^ 0x3030_3030_3030_3030
            let isNone = (signs & 0x7F7F_7F7F_7F7F_7F7F &+ 0x7676_7676_7676_7676 | signs) & 0x8080_8080_8080_8080
            guard isNone == 0x8080_8080_8080_8080 else { break }
            start += 8
        }
        for index in start..<end {
            guard bytes[index] &- 0x30 < 10 else {
                digits = 0
                continue
            }
            digits += 1
            guard digits == 4, index + 1 == bytes.count || bytes[index + 1] &- 0x30 >= 10 else { continue }
            let (first, second) = (bytes[index - 3], bytes[index - 2])
            if first == 0x32 && second == 0x30 || first == 0x31 && second == 0x39 { return true }
        }
        return false
    }

    private mutating func meta(_ node: NodeID) {
        guard metas.count < Limits.metas, let content = document.attribute(.content, of: node), !content.isEmpty else { return }
        for attribute in [AttributeName.property, .name, .itemprop, .httpEquiv] {
            guard let value = document.attribute(attribute, of: node) else { continue }
            if attribute == .httpEquiv, !document.equals(value, "content-language"), !document.equals(value, "last-modified") {
                continue
            }
            guard attribute != .itemprop, let name = lexicon.metaName(document.bytes(value)) else { continue }
            metas.append(Meta(name: name, content: content, node: node))
            return
        }
    }

    private mutating func link(_ node: NodeID) {
        guard let rel = document.attribute(.rel, of: node), canonical == nil, document.hasToken("canonical", in: rel) else {
            return
        }
        canonical = node
    }

    private mutating func script(_ node: NodeID) {
        guard linkedData.count < Limits.scripts, let type = document.attribute(.type, of: node),
            document.contains("ld+json", in: type)
        else { return }
        linkedData.append(node)
    }

    private mutating func anchor(_ node: NodeID, _ words: ClassWords, _ context: Context) {
        guard authorLinks.count < Limits.links else { return }
        var isAuthor = false
        if let rel = document.attribute(.rel, of: node) {
            isAuthor = document.hasToken("author", in: rel)
            if sectionLinks.count < Limits.links, !context.contains(.aside), document.hasToken("category", in: rel) {
                sectionLinks.append(Found(node: node, words: words, context: context, order: order))
            }
        }
        if !isAuthor, !context.isElsewhere, let target = document.attribute(.href, of: node), target.count < 256 {
            isAuthor = isAuthors(target)
        }
        if isAuthor { authorLinks.append(Found(node: node, words: words, context: context, order: order)) }
    }

    /// Whether one of the words of an address speaks for authors. Addresses of one page start alike: what a link shares with
    /// the one before, of which none of the words do, is not looked at again.
    private mutating func isAuthors(_ target: ByteRange) -> Bool {
        let document = document
        let bytes = document.bytes(target)
        let last = document.bytes(lastTarget)
        var shared = 0
        while shared < bytes.count, shared < last.count, bytes[shared] == last[shared] { shared += 1 }
        while shared > 0, bytes[shared - 1] != UInt8(ascii: "/") { shared -= 1 }
        let isAuthors = lexicon.words(in: bytes.extracting(shared..<bytes.count)).contains(.author)
        if !isAuthors { lastTarget = target }
        return isAuthors
    }

    private mutating func property(_ node: NodeID, _ words: ClassWords, _ context: Context) {
        guard document.attribute(.itemprop, of: node) != nil, properties.count < Limits.metas else { return }
        properties.append(Found(node: node, words: words, context: context, order: order))
    }
}
