internal import TextCore

/// Builds a ``Feed`` from the elements of RSS or Atom. All formats share one way: an element is what ``FeedElement`` says it
/// is, and belongs to the container around it.
struct FeedBuilder {
    /// A container that is open.
    enum Container: Hashable {
        /// Around the feed: `rss`, `RDF`.
        case document
        case feed, entry, source, image, group, media
        case person(FeedElement.PersonRole)
        /// An element that is not read, with all in it.
        case ignored
    }

    /// A value whose text is being gathered.
    struct Capture {
        var kind: FeedElement
        var element: ElementContext
        var form: TextForm
        var hasMarkup = false
    }

    let limits: FeedLimits
    /// The root's prefix, where its namespace is none that is known: then that one is the feed's own.
    private let ownPrefix: String?
    private let isAtom: Bool
    private let isVersion03: Bool

    var feed: Feed
    var containers: [Container] = []
    private var capture: Capture?
    /// The text of the capture, apart from it so that a piece of text is appended in place.
    private var writer = MarkupWriter()
    /// Whether the text of the capture is escaped as markup; nil when nothing is captured.
    private var isEscaping: Bool?
    var resolver: ReferenceResolver
    private var hasFeed: Bool
    var isFull = false

    // What is being built.
    var entry = FeedEntry()
    var source = FeedSource()
    var image = FeedImage()
    var person = FeedPerson()
    /// The text of a person without parts, and of a source in RSS.
    var looseText: [UInt8] = []
    var media: FeedMedia?
    var entryParts = EntryParts()
    var feedLink: String?

    init(root: ElementContext, limits: FeedLimits) {
        self.limits = limits
        resolver = ReferenceResolver(budget: limits.documentSize)
        let vocabulary = root.name.vocabulary
        let isRDF = root.name.local == "rdf"
        isAtom = root.name.local == "feed"
        // RDF is much else.
        hasFeed = !isRDF || root.attributes.contains { Vocabulary.byAddress[$0.value.asciiLowercased] == .rss10 }
        let version = root.attribute("version")
        isVersion03 = isAtom && (vocabulary == .atom03 || version == "0.3")
        feed = Feed(kind: isRDF ? .rdf : isAtom ? .atom : .rss)
        feed.version = version
        if isAtom, version == nil { feed.version = vocabulary == .atom03 ? "0.3" : vocabulary == .atom ? "1.0" : nil }
        if isRDF { feed.version = root.attributes.contains { $0.value.contains("/rdf/simple/0.9") } ? "0.90" : "1.0" }
        if vocabulary == .other {
            let prefix = root.name.qualified.split(separator: ":", maxSplits: 1)
            ownPrefix = prefix.count == 2 ? String(prefix[0]) : ""
        } else {
            ownPrefix = nil
        }
    }

    /// The feed; nil when the document has none.
    mutating func finish() -> Feed? {
        guard hasFeed || !feed.entries.isEmpty else { return nil }
        feed.link = feedLink ?? Self.pageLink(feed.links)
        return feed
    }

    // MARK: Events

    mutating func start(_ element: ElementContext) throws(FeedError) {
        let isCore = isCore(element.name)
        let kind = FeedElement(element.name, isCore: isCore)
        if capture != nil {
            // An element that was never closed must not swallow the entries behind it.
            guard isCore, kind == .entry, capture?.form.encoding == .escaped, containers.last != .source else {
                startMarkup(element)
                return
            }
            let openTags = writer.depth + 1
            endCapture()
            containers += repeatElement(.ignored, count: openTags)
        }
        guard let container = containers.last else {
            // The root: Atom's is the feed itself.
            containers.append(isAtom ? .feed : .document)
            if isAtom { beginFeed(element) }
            return
        }
        guard let kind, container != .ignored || kind == .entry && isCore else {
            containers.append(.ignored)
            return
        }
        if kind.isContainer, begin(kind, element, in: container) { return }
        guard isWanted(kind, in: container) else {
            containers.append(.ignored)
            return
        }
        beginCapture(kind, element)
    }

    mutating func text(_ bytes: Span<UInt8>) throws(FeedError) {
        if let isEscaping {
            writer.text(bytes, escaping: isEscaping)
            guard writer.output.count <= limits.textSize else {
                let name = capture?.element.name.qualified ?? ""
                throw FeedError(.textTooLong, expected: "at most \(limits.textSize) bytes in <\(name)>")
            }
        } else if gathersLooseText {
            // Names are short.
            let piece = bytes.extracting(0..<min(bytes.count, 4096 - min(looseText.count, 4096)))
            piece.withUnsafeBufferPointer { looseText.append(contentsOf: $0) }
        }
    }

    private var gathersLooseText: Bool {
        switch containers.last {
        case .person, .source: true
        default: false
        }
    }

    mutating func end() {
        guard isEscaping == nil else {
            if writer.depth > 0 { writer.end() } else { endCapture() }
            return
        }
        guard let container = containers.popLast() else { return }
        end(container)
    }

    // MARK: Captures

    private mutating func beginCapture(_ kind: FeedElement, _ element: ElementContext) {
        var form = TextForm.unmarked
        if kind.isText {
            let vocabulary = element.name.vocabulary
            if vocabulary == .xhtml || element.name.local == "body" {
                form = TextForm(encoding: .inline, kind: .xhtml)
            } else if vocabulary == .content || element.name.local == "fullitem" {
                form = TextForm(encoding: .escaped, kind: .html)
            } else if vocabulary == .media {
                let isHTML = element.attribute("type")?.asciiLowercased == "html"
                form = TextForm(encoding: .escaped, kind: isHTML ? .html : .plain)
            } else if isAtom || vocabulary == .atom || vocabulary == .atom03 {
                form = TextForm(atom: element, isVersion03: isVersion03 || vocabulary == .atom03)
            }
        }
        capture = Capture(kind: kind, element: element, form: form)
        writer = MarkupWriter()
        isEscaping = form.encoding == .inline
    }

    private mutating func startMarkup(_ element: ElementContext) {
        guard var open = capture else { return }
        defer { capture = open }
        let isFirst = !open.hasMarkup
        // Plain text of Atom that turns out to hold markup: what came before was characters.
        if isFirst, isAtom, open.form.encoding == .escaped, open.form.kind != nil {
            writer.escapeOutput()
            isEscaping = true
            if open.form.kind == .plain {
                open.form.kind = .xhtml
                open.form.mediaType = "application/xhtml+xml"
            }
        }
        let isWrapper = isFirst && open.form.hasWrapper && element.name.local == "div"
        open.hasMarkup = true
        guard open.kind.isText else {
            writer.start(element, isLeftOut: true)
            return
        }
        writer.start(element, isLeftOut: isWrapper)
    }

    private mutating func endCapture() {
        guard let open = capture else { return }
        capture = nil
        isEscaping = nil
        let bytes = writer.output
        writer = MarkupWriter()
        if open.kind.isText {
            set(open.kind, open.form.text(bytes, of: open.element, &resolver))
        } else {
            let value = String(decoding: TextForm.trimmed(bytes), as: UTF8.self)
            set(open.kind, value, open.element)
        }
    }

    // MARK: Names

    private func isCore(_ name: XMLName) -> Bool {
        if name.vocabulary.isCore || name.vocabulary == .rdf && name.local == "rdf" { return true }
        guard let ownPrefix, name.vocabulary == .other else { return false }
        return ownPrefix.isEmpty ? !name.qualified.utf8.contains(UInt8(ascii: ":")) : name.qualified.hasPrefix(ownPrefix + ":")
    }

    mutating func beginFeed(_ element: ElementContext) {
        hasFeed = true
        if feed.language == nil { feed.language = element.language }
        if feed.kind == .rdf, let about = element.attribute(.rdf, "about"), !about.isEmpty { feed.id = about }
    }

    /// The first link to a page: HTML before other media types.
    static func pageLink(_ links: [FeedLink]) -> String? {
        let pages = links.filter { $0.relation == "alternate" }
        let html = pages.first { link in
            link.mediaType.map { $0.hasPrefix("text/html") || $0.hasPrefix("application/xhtml") } ?? true
        }
        return (html ?? pages.first)?.href
    }
}
