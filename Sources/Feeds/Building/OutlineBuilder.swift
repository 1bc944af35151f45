/// Builds an ``OutlineDocument``.
struct OutlineBuilder {
    private let limits: FeedLimits
    private var document = OutlineDocument()
    private var path: [String] = []
    /// The outlines that are open, the outermost first.
    private var open: [OutlineDocument.Outline] = []
    private var count = 0
    private var text: [UInt8] = []

    init(limits: FeedLimits) { self.limits = limits }

    /// The list.
    func finish() -> OutlineDocument { document }

    mutating func start(_ element: ElementContext) {
        path.append(element.name.local)
        text.removeAll(keepingCapacity: true)
        guard element.name.local == "outline" else { return }
        count += 1
        if count == limits.entries + 1 { document.warnings.append(.truncated(limit: limits.entries)) }
        open.append(outline(element))
    }

    private func outline(_ element: ElementContext) -> OutlineDocument.Outline {
        func value(_ name: String) -> String? { element.attribute(name).flatMap { $0.isEmpty ? nil : $0 } }
        // Some have `title` alone; the attributes' names come in lower case.
        var outline = OutlineDocument.Outline(text: value("text") ?? value("title") ?? "")
        outline.title = value("title")
        outline.type = value("type")
        outline.feedURL = value("xmlurl") ?? value("xmlhref")
        outline.pageURL = value("htmlurl") ?? (value("type") == "link" ? value("url") : nil)
        outline.summary = value("description")
        outline.language = value("language").flatMap { $0 == "unknown" ? nil : $0 }
        outline.categories = (value("category") ?? "").split(separator: ",").map { $0.trimmingXMLSpace }.filter { !$0.isEmpty }
        return outline
    }

    mutating func text(_ bytes: Span<UInt8>) throws(FeedError) {
        guard text.count + bytes.count <= limits.textSize else {
            throw FeedError(.textTooLong, expected: "at most \(limits.textSize) bytes")
        }
        bytes.withUnsafeBufferPointer { text.append(contentsOf: $0) }
    }

    mutating func end() {
        let name = path.popLast() ?? ""
        if name == "outline" {
            guard let outline = open.popLast(), count <= limits.entries else { return }
            if open.isEmpty {
                document.outlines.append(outline)
            } else {
                open[open.count - 1].children.append(outline)
            }
            return
        }
        guard path.last == "head" else { return }
        let value = String(decoding: TextForm.trimmed(text), as: UTF8.self)
        guard !value.isEmpty else { return }
        switch name {
        case "title": document.title = value
        case "datecreated": document.created = FeedTime(value)
        case "datemodified": document.modified = FeedTime(value)
        case "ownername": setOwner(\.name, value)
        case "owneremail": setOwner(\.email, value)
        case "ownerid": setOwner(\.url, value)
        default: break
        }
    }

    private mutating func setOwner(_ part: WritableKeyPath<FeedPerson, String?>, _ value: String) {
        var owner = document.owner ?? FeedPerson()
        owner[keyPath: part] = value
        document.owner = owner
    }
}
