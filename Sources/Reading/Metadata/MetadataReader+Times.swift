internal import HTMLTree
internal import TextCore

/// When the article was published and last changed.
extension MetadataReader {
    typealias Time = PageMetadata.Candidate<CivilTime>

    mutating func readTimes() {
        var published: [Time] = []
        var modified: [Time] = []
        for object in linked.objects.prefix(6) where object.score >= 20 {
            append(object, "datePublished", to: &published)
            append(object, "dateModified", to: &modified)
        }
        for object in linked.objects.prefix(6) where object.score >= 20 {
            append(object, "dateCreated", to: &published)
            append(object, "uploadDate", to: &published)
        }
        for source in [MetadataSource.openGraph, .dublinCore, .meta] {
            append(metas(.published).filter { $0.name.source == source }, to: &published)
            append(metas(.modified).filter { $0.name.source == source }, to: &modified)
        }
        appendProperties(&published, &modified)
        appendVisible(&published, &modified)
        append(metas(.date), to: &published)
        if let address = result.canonicalURL.value ?? url, let date = Self.date(inAddress: address) {
            published.append(PageMetadata.Candidate(value: date, source: .url, label: "address", place: nil, node: nil))
        }
        var chosen = published.first
        var reason = "the first of JSON-LD, Open Graph, Dublin Core, other meta elements, microdata, visible times, the address"
        if chosen == nil, let changed = modified.first {
            chosen = changed
            reason = "the time of the last change, as none of publication is given"
        }
        result.published = finding(chosen, reason, among: published) { $0.date == $1.date }
        result.modified = finding(
            modified.first,
            "the first of JSON-LD, meta elements, microdata, visible times",
            among: modified
        ) {
            $0.date == $1.date
        }
        result.nodes.times = (published + modified).compactMap { $0.source == .visible ? $0.node : nil }
    }

    // MARK: Candidates

    private func append(_ object: LinkedData.Object, _ key: StaticString, to times: inout [Time]) {
        guard let string = linked.text(key, of: object.reference), let time = Self.time(string) else { return }
        times.append(candidate(object, key, time))
    }

    private func append(_ metas: [PageScan.Meta], to times: inout [Time]) {
        for meta in metas.sorted(by: { $0.name.rank < $1.name.rank }) {
            if let time = Self.time(text(meta)) { times.append(candidate(meta, time)) }
        }
    }

    private func appendProperties(_ published: inout [Time], _ modified: inout [Time]) {
        for found in scan.properties {
            guard !found.context.isElsewhere, let name = document.attribute(.itemprop, of: found.node) else { continue }
            let isPublished = document.hasToken("datepublished", in: name) || document.hasToken("datecreated", in: name)
            guard isPublished || document.hasToken("datemodified", in: name), let time = time(of: found.node) else { continue }
            let said = candidate(found.node, time, source: .microdata, label: "itemprop=\(document.string(name).prefix(32))")
            if isPublished { published.append(said) } else { modified.append(said) }
        }
    }

    /// `time` elements and those that are called dates, the nearest after the headline first.
    private func appendVisible(_ published: inout [Time], _ modified: inout [Time]) {
        let headline = scan.headings.first { $0.node == result.nodes.headline }?.order ?? scan.headings.first?.order ?? 0
        func distance(_ found: PageScan.Found) -> Int {
            found.order >= headline ? found.order - headline : (headline - found.order) * 3
        }
        let elements = (scan.times + scan.dated).filter { !$0.context.isElsewhere }
            .sorted { distance($0) != distance($1) ? distance($0) < distance($1) : $0.order < $1.order }
        for found in elements.prefix(24) {
            guard let time = time(of: found.node), time.day != nil, time.year != nil else { continue }
            let said = candidate(found.node, time)
            if found.words.contains(.updated) { modified.append(said) } else { published.append(said) }
        }
    }

    /// The time of an element: of its attribute, or of its text when that is short.
    private func time(of node: NodeID) -> CivilTime? {
        for attribute in [AttributeName.datetime, .content, .title] {
            if let value = document.attribute(attribute, of: node), value.count <= 64,
                let time = Self.time(document.string(value))
            {
                return time
            }
        }
        let text = PageText.text(of: node, in: document)
        guard text.utf8.count <= 120 else { return nil }
        return Self.time(text)
    }

    /// A time with a whole date, of years in which there are web pages or of the articles in their archives.
    static func time(_ string: String) -> CivilTime? {
        guard string.utf8.count <= 200, let time = PublicationTime.parse(string), let year = time.year,
            (1700...2100).contains(year),
            time.isPossibleDate
        else { return nil }
        return time
    }

    /// `/2021/10/18/`, `/2021-10-18-`, `/20211018/` in an address.
    static func date(inAddress url: String) -> CivilTime? {
        let bytes = Array(path(of: url).utf8)
        var at = 0
        func number(_ count: Int) -> Int? {
            guard at + count <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[at..<at + count] {
                guard byte &- 0x30 < 10 else { return nil }
                value = value * 10 + Int(byte & 0x0F)
            }
            at += count
            return value
        }
        func isDigit(_ index: Int) -> Bool { index >= 0 && index < bytes.count && bytes[index] &- 0x30 < 10 }
        func separator() -> Bool {
            guard at < bytes.count,
                bytes[at] == UInt8(ascii: "/") || bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "_")
            else { return false }
            at += 1
            return true
        }
        for start in bytes.indices where isDigit(start) && !isDigit(start - 1) {
            at = start
            guard let year = number(4), (1990...2099).contains(year) else { continue }
            let isApart = separator()
            guard let month = number(2), (1...12).contains(month) else { continue }
            guard separator() == isApart, let day = number(2), (1...31).contains(day), !isDigit(at) else { continue }
            let time = CivilTime(year: year, month: month, day: day)
            if time.isPossibleDate { return time }
        }
        return nil
    }
}
