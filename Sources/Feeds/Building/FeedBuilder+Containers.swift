/// What of an entry decides only at its end.
struct EntryParts {
    /// RSS's own `link`.
    var link: String?
    var guid: String?
    var mediaTitle: FeedText?
    var mediaDescription: FeedText?
    /// Whether `published` came from Atom 0.3's `issued`, or nothing better.
    var isIssued = false
    var media: [FeedMedia] = []
}

extension FeedBuilder {
    /// Begins a container; false when the element is none here.
    mutating func begin(_ kind: FeedElement, _ element: ElementContext, in container: Container) -> Bool {
        switch kind {
        case .channel:
            guard container == .document else { return ignore() }
            containers.append(.feed)
            beginFeed(element)
        case .entry:
            guard container != .source else { return ignore() }
            // Entries do not stand in each other: the one before was never closed.
            if let open = containers.lastIndex(of: .entry) {
                endEntry()
                containers[open] = .ignored
            }
            containers.append(.entry)
            beginEntry(element)
        case .source:
            guard container == .entry else { return ignore() }
            containers.append(.source)
            source = FeedSource()
            looseText = []
            source.link = element.attribute("url").map { resolver.resolve($0, in: element) }
        case .image:
            guard container == .feed || container == .document else { return ignore() }
            containers.append(.image)
            image = FeedImage()
        case .group:
            guard container == .entry || container == .feed else { return ignore() }
            containers.append(.group)
        case .mediaContent:
            guard container == .entry || container == .group else { return ignore() }
            containers.append(.media)
            media = media(.content, element)
        case .person(let role):
            guard container == .feed || container == .entry || container == .source else { return ignore() }
            containers.append(.person(role))
            person = FeedPerson()
            looseText = []
        default: return false
        }
        return true
    }

    private mutating func ignore() -> Bool {
        containers.append(.ignored)
        return true
    }

    private mutating func beginEntry(_ element: ElementContext) {
        entry = FeedEntry()
        entryParts = EntryParts()
        entry.id = element.attribute(.rdf, "about").flatMap { $0.isEmpty ? nil : $0 }
        // A language of the feed is not said of the entry.
        entry.language = element.attribute(.xml, "lang").flatMap { $0.isEmpty ? nil : $0.languageTag }
    }

    /// Ends a container.
    mutating func end(_ container: Container) {
        switch container {
        case .document, .feed, .ignored, .group: break
        case .entry: endEntry()
        case .source:
            if source.title == nil, let title = Self.line(looseText) { source.title = FeedText(title) }
            if source.link == nil { source.link = Self.pageLink(source.links) }
            entry.source = source
        case .image: feed.image = image
        case .media:
            if let media, !media.url.isEmpty { entryParts.media.append(media) }
            media = nil
        case .person(let role): endPerson(role)
        }
    }

    private mutating func endEntry() {
        defer {
            entry = FeedEntry()
            entryParts = EntryParts()
        }
        guard feed.entries.count < limits.entries else {
            if !isFull { feed.warnings.append(.truncated(limit: limits.entries)) }
            isFull = true
            return
        }
        if let guid = entryParts.guid { entry.id = guid }
        entry.link = entryParts.link ?? Self.pageLink(entry.links)
        if entry.link == nil, entry.isPermaLink == true { entry.link = entryParts.guid }
        if entry.title == nil { entry.title = entryParts.mediaTitle }
        if entry.summary == nil { entry.summary = entryParts.mediaDescription }
        entry.media += entryParts.media
        feed.entries.append(entry)
    }

    private mutating func endPerson(_ role: FeedElement.PersonRole) {
        if person.name == nil, person.email == nil, let text = Self.line(looseText) {
            person = FeedPerson(text: text, url: person.url)
        }
        guard !person.isEmpty else { return }
        let person = person
        self.person = FeedPerson()
        switch (containers.last, role) {
        case (.feed, .author): feed.authors.append(person)
        case (.feed, .contributor): feed.contributors.append(person)
        case (.feed, .publisher): feed.publisher = person
        case (.entry, .author): if !entry.authors.contains(person) { entry.authors.append(person) }
        case (.entry, .contributor): entry.contributors.append(person)
        case (.entry, .publisher): entry.publisher = person
        case (.source, .author): source.authors.append(person)
        case (.source, .contributor): source.contributors.append(person)
        default: break
        }
    }

    /// A text on one line; nil when there is none.
    static func line(_ bytes: [UInt8]) -> String? {
        let text = FeedText(String(decoding: bytes, as: UTF8.self)).plainText
        return text.isEmpty ? nil : text
    }
}

extension FeedPerson {
    /// A person as RSS has them: `me@example.com (Name)`, `Name (me@example.com)`, `Name <me@example.com>`, an address or a
    /// name alone. O(*n*).
    init(text: String, url: String? = nil) {
        let separators: Set<UInt8> = [
            0x20, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ","),
        ]
        let words = text.utf8.split { separators.contains($0) }
        guard let address = words.first(where: Self.isAddress), let mail = String(address) else {
            self.init(name: text, url: url)
            return
        }
        var rest = Array(text.utf8[..<address.startIndex]) + Array(text.utf8[address.endIndex...])
        // Brackets around the address or the name are no part of it.
        while let last = rest.last, separators.contains(last) { rest.removeLast() }
        let name = rest.drop { separators.contains($0) }
        var mailbox = mail
        if mailbox.asciiLowercased.hasPrefix("mailto:") { mailbox = String(mailbox.dropFirst(7)) }
        self.init(name: name.isEmpty ? nil : String(decoding: name, as: UTF8.self), email: mailbox, url: url)
    }

    private static func isAddress(_ word: Substring.UTF8View) -> Bool {
        guard let at = word.firstIndex(of: UInt8(ascii: "@")), at != word.startIndex else { return false }
        return word[word.index(after: at)...].contains(UInt8(ascii: "."))
    }
}
