import Feeds
import TextCore

/// A ``Feed`` under the names that feedparser gives to its parts.
enum FeedparserView {
    static func names(_ feed: Feed) -> [String: PythonValue] {
        var encoding: PythonValue = .string("utf-8")
        // The names of what Stemma decodes with, which are supersets of those that feedparser says.
        let names = ["CP949": "EUC-KR", "CP932": "SHIFT_JIS", "GB18030": "GB2312", "WINDOWS-1255": "windows-1255"]
        for case .decoded(let name) in feed.warnings { encoding = .string(names[name] ?? name) }
        return [
            "feed": .dictionary(members(of: feed)), "entries": .list(feed.entries.map { .dictionary(members(of: $0)) }),
            "version": .string(version(feed)), "encoding": encoding,
        ]
    }

    private static func version(_ feed: Feed) -> String {
        let digits = (feed.version ?? "").filter(\.isNumber)
        switch feed.kind {
        case .rss: return digits.isEmpty ? "rss" : digits.hasPrefix("2") ? "rss20" : digits == "091" ? "rss091u" : "rss" + digits
        case .rdf: return digits == "90" || digits == "090" ? "rss090" : "rss10"
        case .atom: return "atom" + digits
        case .jsonFeed: return "json" + digits
        }
    }

    private static func members(of feed: Feed) -> [String: PythonValue] {
        var members: [String: PythonValue] = [:]
        members.add("title", feed.title)
        for name in ["subtitle", "tagline", "description"] { members.add(name, feed.subtitle) }
        for name in ["rights", "copyright"] { members.add(name, feed.rights) }
        members.add("info", feed.info)
        for name in ["id", "guid"] { members.add(name, feed.id) }
        members.add("link", feed.link)
        members.add("language", feed.language)
        members.add("generator", feed.generator)
        members["links"] = .list(feed.links.map { link($0, selfType: feed.kind == .atom ? "application/atom+xml" : nil) })
        members.add("published", feed.published)
        members.add("updated", feed.updated ?? feed.published)
        members.add("created", feed.created)
        members.add(authors: feed.authors, feed.contributors, feed.publisher)
        members.add(feed.categories)
        if let image = feed.image {
            var parts: [String: PythonValue] = [:]
            for name in ["url", "href"] { parts.add(name, image.url) }
            parts.add("title", image.title)
            parts.add("link", image.link)
            members["image"] = .dictionary(parts)
        }
        return members
    }

    private static func members(of entry: FeedEntry) -> [String: PythonValue] {
        var members: [String: PythonValue] = [:]
        members.add("title", entry.title)
        // feedparser's summary is the content where there is no other.
        for name in ["summary", "description"] { members.add(name, entry.summary ?? entry.content.first) }
        for name in ["rights", "copyright"] { members.add(name, entry.rights) }
        for name in ["id", "guid"] { members.add(name, entry.id) }
        members.add("link", entry.link)
        members.add("language", entry.language)
        members.add("comments", entry.comments)
        members["guidislink"] = .bool(entry.isPermaLink == true && entry.link == entry.id)
        members["content"] = .list(entry.content.map { detail($0) })
        members["links"] = .list(entry.links.map { link($0) })
        members["enclosures"] = .list(entry.media.filter { $0.role == .enclosure }.map { media($0) })
        members["media_thumbnail"] = .list(entry.media.filter { $0.role == .thumbnail }.map { media($0) })
        members.add("published", entry.published)
        members.add("updated", entry.updated ?? entry.published)
        members.add("created", entry.created)
        members.add("expired", entry.expires)
        members.add(authors: entry.authors, entry.contributors, entry.publisher)
        members.add(entry.categories)
        if let source = entry.source {
            var parts: [String: PythonValue] = [:]
            parts.add("title", source.title)
            parts.add("subtitle", source.subtitle)
            for name in ["id", "guid"] { parts.add(name, source.id) }
            for name in ["link", "href"] { parts.add(name, source.link) }
            for name in ["rights", "copyright"] { parts.add(name, source.rights) }
            parts["links"] = .list(source.links.map { link($0) })
            parts.add("updated", source.updated)
            parts.add(authors: source.authors, source.contributors, nil)
            parts.add(source.categories)
            members["source"] = .dictionary(parts)
        }
        return members
    }

    fileprivate static func detail(_ text: FeedText) -> PythonValue {
        var parts: [String: PythonValue] = ["value": .string(text.value), "type": .string(text.mediaType)]
        parts["language"] = PythonValue(text.language)
        parts["base"] = PythonValue(text.base)
        parts.add("src", text.source)
        return .dictionary(parts)
    }

    private static func link(_ link: FeedLink, selfType: String? = nil) -> PythonValue {
        var parts: [String: PythonValue] = ["href": .string(link.href), "rel": .string(link.relation)]
        // feedparser gives links a media type that do not say one.
        parts.add("type", link.mediaType ?? (link.relation == "self" ? selfType : nil) ?? "text/html")
        parts.add("title", link.title)
        parts.add("hreflang", link.language)
        parts.add("length", link.length)
        return .dictionary(parts)
    }

    private static func media(_ file: FeedMedia) -> PythonValue {
        var parts: [String: PythonValue] = ["href": .string(file.url)]
        parts.add("type", file.mediaType)
        parts.add("length", file.length.map(String.init))
        return .dictionary(parts)
    }

    static func person(_ person: FeedPerson) -> PythonValue {
        var parts: [String: PythonValue] = [:]
        parts.add("name", person.name)
        parts.add("email", person.email)
        parts.add("href", person.url)
        return .dictionary(parts)
    }

    /// `time.struct_time` in UTC: year, month, day, hour, minute, second, weekday from Monday 0, day of the year, 0.
    static func structTime(_ time: CivilTime) -> PythonValue? {
        guard let number = CivilTime(year: time.year, month: time.month ?? 1, day: time.day ?? 1).dayNumber else { return nil }
        let minutes = (time.hour ?? 0) * 60 + (time.minute ?? 0) - (time.offset ?? 0)
        let days = number + (minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440)
        let inDay = minutes - (days - number) * 1440
        let date = CivilTime(dayNumber: days)
        guard let first = CivilTime(year: date.year, month: 1, day: 1).dayNumber else { return nil }
        let parts = [
            date.year, date.month, date.day, inDay / 60, inDay % 60, time.second ?? 0, date.weekday.map { $0 - 1 },
            days - first + 1, 0,
        ]
        return .list(parts.map { .number($0 ?? 0) })
    }
}

extension [String: PythonValue] {
    mutating func add(_ name: String, _ value: String?) {
        if let value { self[name] = .string(value) }
    }

    mutating func add(_ name: String, _ text: FeedText?) {
        guard let text else { return }
        self[name] = .string(text.value)
        self[name + "_detail"] = FeedparserView.detail(text)
    }

    mutating func add(_ name: String, _ time: FeedTime?) {
        guard let time else { return }
        self[name] = .string(time.text)
        if let value = time.value.flatMap(FeedparserView.structTime) { self[name + "_parsed"] = value }
    }

    mutating func add(authors: [FeedPerson], _ contributors: [FeedPerson], _ publisher: FeedPerson?) {
        add(person: authors.first, "author")
        add(person: publisher, "publisher")
        self["authors"] = .list(authors.map(FeedparserView.person))
        self["contributors"] = .list(contributors.map(FeedparserView.person))
    }

    mutating func add(person: FeedPerson?, _ name: String) {
        guard let person else { return }
        self[name + "_detail"] = FeedparserView.person(person)
        switch (person.name, person.email) {
        case (let full?, let email?): self[name] = .string("\(full) (\(email))")
        case (let full?, nil): self[name] = .string(full)
        case (nil, let email?): self[name] = .string(email)
        case (nil, nil): break
        }
    }

    mutating func add(_ categories: [FeedCategory]) {
        add("category", categories.first?.term)
        self["tags"] = .list(
            categories.map { category in
                .dictionary([
                    "term": .string(category.term), "scheme": PythonValue(category.scheme), "label": PythonValue(category.label),
                ])
            }
        )
    }
}
