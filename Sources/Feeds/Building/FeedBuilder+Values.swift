extension FeedBuilder {
    /// Whether a value belongs to a container.
    func isWanted(_ kind: FeedElement, in container: Container) -> Bool {
        switch container {
        case .feed, .entry, .source: return kind != .imageURL || container == .feed
        case .document, .ignored: return false
        case .image:
            switch kind {
            case .title, .link, .personURL: return true
            default: return false
            }
        case .person:
            switch kind {
            case .personName, .personEmail, .personURL: return true
            default: return false
            }
        case .group, .media:
            switch kind {
            case .mediaThumbnail, .mediaTitle, .mediaDescription, .mediaCredit, .mediaCategory, .tags: return true
            default: return false
            }
        }
    }

    // MARK: Texts

    /// Sets a text of the container that is open.
    mutating func set(_ kind: FeedElement, _ text: FeedText) {
        switch containers.last {
        case .feed: setFeed(kind, text)
        case .entry, .group: setEntry(kind, text)
        case .source:
            switch kind {
            case .title: source.title = text
            case .subtitle, .description: source.subtitle = text
            case .rights: source.rights = text
            default: break
            }
        case .image: if kind == .title { image.title = text.plainText }
        case .media:
            switch kind {
            case .mediaTitle: media?.title = text.plainText
            case .mediaDescription: media?.caption = text.plainText
            default: break
            }
            setEntry(kind, text)
        default: break
        }
    }

    private mutating func setFeed(_ kind: FeedElement, _ text: FeedText) {
        switch kind {
        case .title: feed.title = text
        case .subtitle, .description: feed.subtitle = text
        case .info: feed.info = text
        case .rights: feed.rights = text
        case .mediaDescription, .summary: if feed.subtitle == nil { feed.subtitle = text }
        default: break
        }
    }

    private mutating func setEntry(_ kind: FeedElement, _ text: FeedText) {
        switch kind {
        case .title: entry.title = text
        // Of two abstracts the first is it, and the other the longer text, as far as one can tell.
        case .summary, .description:
            if entry.summary == nil { entry.summary = text } else { addContent(text) }
        case .content, .encodedContent: addContent(text)
        case .rights: entry.rights = text
        case .mediaTitle: if entryParts.mediaTitle == nil { entryParts.mediaTitle = text }
        case .mediaDescription: if entryParts.mediaDescription == nil { entryParts.mediaDescription = text }
        default: break
        }
    }

    private mutating func addContent(_ text: FeedText) {
        guard entry.content.count < 64, text.source != nil || !text.value.isEmpty else { return }
        entry.content.append(text)
    }

    // MARK: Values

    /// Sets a value of the container that is open.
    mutating func set(_ kind: FeedElement, _ value: String, _ element: ElementContext) {
        switch (containers.last, kind) {
        case (.person, .personName): person.name = value.isEmpty ? nil : FeedText(value).plainText
        case (.person, .personEmail): person.email = value.isEmpty ? nil : value
        case (.person, .personURL): person.url = value.isEmpty ? nil : resolver.resolve(value, in: element)
        case (.image, .personURL): image.url = resolver.resolve(value, in: element)
        case (.image, .link): image.link = resolver.resolve(value, in: element)
        case (.feed, _): setFeed(kind, value, element)
        case (.entry, _), (.group, _), (.media, _): setEntry(kind, value, element)
        case (.source, _): setSource(kind, value, element)
        default: break
        }
    }

    private mutating func setFeed(_ kind: FeedElement, _ value: String, _ element: ElementContext) {
        switch kind {
        case .link:
            guard feed.links.count < 1024, let link = link(value, element) else { return }
            if isTextLink(element), feedLink == nil { feedLink = link.href }
            feed.links.append(link)
        case .id, .guid: feed.id = identifier(value, element)
        case .published, .issued: feed.published = time(value, element) ?? feed.published
        case .updated: feed.updated = time(value, element) ?? feed.updated
        case .created: feed.created = time(value, element) ?? feed.created
        case .language: if !value.isEmpty { feed.language = value.languageTag }
        case .generator: feed.generator = value
        case .category, .tags, .mediaCategory: add(categories(kind, value, element), to: &feed.categories)
        case .imageURL, .mediaThumbnail:
            let url = element.attribute("url") ?? element.attribute("href") ?? value
            if feed.image == nil, !url.isEmpty {
                var image = FeedImage()
                image.url = resolver.resolve(url, in: element)
                feed.image = image
            }
        default: break
        }
    }

    private mutating func setEntry(_ kind: FeedElement, _ value: String, _ element: ElementContext) {
        switch kind {
        case .link:
            guard entry.links.count < 1024, let link = link(value, element) else { return }
            if isTextLink(element), entryParts.link == nil { entryParts.link = link.href }
            entry.links.append(link)
            if link.relation == "enclosure" { add(enclosure(link)) }
        case .id: entry.id = identifier(value, element)
        case .guid:
            guard !value.isEmpty else { return }
            entry.isPermaLink = element.attribute("ispermalink")?.asciiLowercased != "false"
            entryParts.guid = value
        case .published:
            entry.published = time(value, element) ?? entry.published
            entryParts.isIssued = false
        case .issued:
            if entry.published == nil || entryParts.isIssued {
                entry.published = time(value, element) ?? entry.published
                entryParts.isIssued = true
            }
        case .updated: entry.updated = time(value, element) ?? entry.updated
        case .created: entry.created = time(value, element) ?? entry.created
        case .expires: entry.expires = time(value, element) ?? entry.expires
        case .language: if !value.isEmpty { entry.language = value.languageTag }
        case .comments: entry.comments = value.isEmpty ? nil : resolver.resolve(value, in: element)
        case .category, .tags, .mediaCategory: add(categories(kind, value, element), to: &entry.categories)
        case .enclosure:
            guard let url = element.attribute("url") ?? element.attribute("href"), !url.isEmpty else { return }
            var file = FeedMedia(.enclosure, url: resolver.resolve(url, in: element))
            file.mediaType = element.attribute("type")
            file.length = element.attribute("length").flatMap { Int($0) }
            add(file)
            if entry.links.count < 1024 {
                let length = element.attribute("length")
                entry.links.append(FeedLink(href: file.url, relation: "enclosure", mediaType: file.mediaType, length: length))
            }
        case .mediaThumbnail:
            if let file = media(.thumbnail, element) { add(file) }
        case .mediaCredit: if !value.isEmpty { media?.credit = value }
        default: break
        }
    }

    private mutating func setSource(_ kind: FeedElement, _ value: String, _ element: ElementContext) {
        switch kind {
        case .link:
            guard let link = link(value, element), source.links.count < 1024 else { return }
            source.links.append(link)
        case .id, .guid: source.id = identifier(value, element)
        case .updated: source.updated = time(value, element) ?? source.updated
        case .category, .tags: add(categories(kind, value, element), to: &source.categories)
        default: break
        }
    }

    // MARK: Parts

    /// A link: Atom's by its attributes, RSS's by its text. Atom lets an element without `href` have its target as text.
    private mutating func link(_ value: String, _ element: ElementContext) -> FeedLink? {
        let reference = element.attribute("href") ?? element.attribute(.rdf, "resource")
        // An empty reference is the document itself, but an empty text is nothing.
        guard let target = reference ?? (value.isEmpty ? nil : value), !target.isEmpty || element.base != nil else { return nil }
        var link = FeedLink(href: resolver.resolve(target, in: element))
        if let relation = element.attribute("rel"), !relation.isEmpty { link.relation = relation }
        link.mediaType = element.attribute("type")
        link.title = element.attribute("title")
        link.language = element.attribute("hreflang")
        link.length = element.attribute("length")
        return link
    }

    /// Whether a link is RSS's, which is its text and always the page.
    private func isTextLink(_ element: ElementContext) -> Bool {
        element.attribute("href") == nil && element.attribute("rel") == nil
    }

    private func enclosure(_ link: FeedLink) -> FeedMedia {
        var file = FeedMedia(.enclosure, url: link.href)
        file.mediaType = link.mediaType
        file.length = link.length.flatMap { Int($0) }
        file.title = link.title
        return file
    }

    private mutating func add(_ file: FeedMedia) {
        if entry.media.count < 1024 { entry.media.append(file) }
    }

    /// An id as it is written; one that begins with a slash stands on the base, as it would name a thing of every site.
    private mutating func identifier(_ value: String, _ element: ElementContext) -> String? {
        guard !value.isEmpty else { return nil }
        return value.utf8.first == UInt8(ascii: "/") ? resolver.resolve(value, in: element) : value
    }

    private mutating func time(_ value: String, _ element: ElementContext) -> FeedTime? {
        guard !value.isEmpty else { return nil }
        let time = FeedTime(String(value.prefix(256)))
        if time.value == nil, feed.warnings.count < 64 {
            feed.warnings.append(.unreadableValue(element: element.name.qualified, text: time.text))
        }
        return time
    }

    private func categories(_ kind: FeedElement, _ value: String, _ element: ElementContext) -> [FeedCategory] {
        if kind == .tags {
            return value.split(separator: ",").map { $0.trimmingXMLSpace }.filter { !$0.isEmpty }.map { FeedCategory(term: $0) }
        }
        var scheme = element.attribute("scheme") ?? element.attribute("domain")
        if kind == .mediaCategory, scheme == nil { scheme = "http://search.yahoo.com/mrss/category_schema" }
        let term = element.attribute("term") ?? value
        let label = element.attribute("label")
        guard !term.isEmpty || label != nil else { return [] }
        return [FeedCategory(term: term.isEmpty ? label ?? "" : term, scheme: scheme, label: label)]
    }

    private func add(_ new: [FeedCategory], to categories: inout [FeedCategory]) {
        for category in new where categories.count < 1024 { categories.append(category) }
    }

    /// A file of Media RSS by its attributes.
    mutating func media(_ role: FeedMedia.Role, _ element: ElementContext) -> FeedMedia? {
        guard let url = element.attribute("url") ?? element.attribute("href"), !url.isEmpty else {
            return role == .content ? FeedMedia(role, url: "") : nil
        }
        var file = FeedMedia(role, url: resolver.resolve(url, in: element))
        file.mediaType = element.attribute("type")
        file.medium = element.attribute("medium")
        file.length = element.attribute("filesize").flatMap { Int($0) }
        file.width = element.attribute("width").flatMap { Int($0) }
        file.height = element.attribute("height").flatMap { Int($0) }
        file.duration = element.attribute("duration").flatMap { Double($0) }
        return file
    }
}
