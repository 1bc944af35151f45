internal import HTMLTree
internal import TextCore

/// When the article was published and last changed.
extension MetadataReader {
    typealias Time = PageMetadata.Candidate<CivilTime>

    mutating func readTimes() {
        var published: [Time] = []
        var modified: [Time] = []
        // What is no article nor the page itself (a video) has times of its own, which count last.
        let objects = linked.objects.prefix(6).filter { $0.score >= 20 && !$0.isBeside }
        let (articles, others) = (objects.filter { $0.weight >= 100 || $0.weight == 20 }, objects.filter { $0.weight == 40 })
        for object in articles {
            append(object, "datePublished", to: &published)
            append(object, "dateModified", to: &modified)
        }
        for object in articles { append(object, "dateCreated", to: &published) }
        for source in [MetadataSource.openGraph, .dublinCore, .meta] {
            append(metas(.published).filter { $0.name.source == source }, to: &published)
            append(metas(.modified).filter { $0.name.source == source }, to: &modified)
        }
        for object in others {
            append(object, "datePublished", to: &published)
            append(object, "uploadDate", to: &published)
            append(object, "dateModified", to: &modified)
        }
        appendProperties(&published, &modified)
        append(metas(.date), to: &published)
        appendVisible(&published, &modified)
        if let address = result.canonicalURL.value ?? url, let date = Self.date(inAddress: address) {
            published.append(PageMetadata.Candidate(value: date, source: .url, label: "address", place: nil, node: nil))
        }
        if published.isEmpty, modified.isEmpty {
            for (text, node) in ScriptTimes.candidates(in: document) {
                guard let time = time(text), time.day != nil else { continue }
                published.append(candidate(node, time, source: .meta, label: "script"))
            }
        }
        var chosen = published.first
        var reason = "the first of JSON-LD, Open Graph, meta elements, microdata, visible times, the address"
        if chosen == nil, let changed = modified.first {
            chosen = changed
            reason = "the time of the last change, as none of publication is given"
        }
        if let first = chosen, let other = outvoted(first, published) {
            chosen = other
            reason = "what two kinds of places say, against one"
        }
        if let first = chosen, let zoned = sameInstant(as: first, in: published) {
            chosen = zoned
            reason = "the same moment with its zone"
        }
        if let zone = chosen.flatMap({ zone(of: $0.value, shown: published) }) {
            chosen?.value = zone
            reason += ", put into the local time that the page shows"
        }
        result.published = finding(chosen, reason, among: published, by: { $0.date })
        result.modified = finding(
            modified.first,
            "the first of JSON-LD, meta elements, microdata, visible times",
            among: modified,
            by: { $0.date }
        )
        result.nodes.times = (published + modified).compactMap { $0.source == .visible ? $0.node : nil }
    }

    // MARK: Candidates

    private func append(_ object: LinkedData.Object, _ key: StaticString, to times: inout [Time]) {
        guard let string = linked.text(key, of: object.reference), let time = self.time(string) else { return }
        times.append(candidate(object, key, time))
    }

    private func append(_ metas: [PageScan.Meta], to times: inout [Time]) {
        for meta in metas.sorted(by: { $0.name.rank < $1.name.rank }) {
            if let time = self.time(text(meta)) { times.append(candidate(meta, time)) }
        }
    }

    private func appendProperties(_ published: inout [Time], _ modified: inout [Time]) {
        for found in scan.properties {
            guard !found.context.isElsewhere, let name = document.attribute(.itemprop, of: found.node) else { continue }
            let isPublished = document.hasToken("datepublished", in: name) || document.hasToken("datecreated", in: name)
            guard isPublished || document.hasToken("datemodified", in: name), let time = self.time(of: found.node) else {
                continue
            }
            let said = candidate(found.node, time, source: .microdata, label: "itemprop=\(document.string(name).prefix(32))")
            if isPublished { published.append(said) } else { modified.append(said) }
        }
    }

    /// `time` elements and those that are called dates, the nearest after the headline first.
    private func appendVisible(_ published: inout [Time], _ modified: inout [Time]) {
        let headline = scan.headings.first { $0.node == result.nodes.headline }?.order ?? scan.headings.first?.order ?? 0
        func distance(_ found: PageScan.Found) -> Int {
            // Links with dates lead to other articles more often than to this one.
            (found.order >= headline ? found.order - headline : (headline - found.order) * 3)
                + (found.context.contains(.link) ? 200 : 0)
        }
        let elements = (scan.times + scan.dated)
            .sorted { distance($0) != distance($1) ? distance($0) < distance($1) : $0.order < $1.order }
        for found in elements.prefix(24) {
            guard !found.context.isElsewhere, let time = self.time(of: found.node), time.day != nil, time.year != nil else {
                continue
            }
            let said = candidate(found.node, time)
            if found.words.contains(.updated) { modified.append(said) } else { published.append(said) }
        }
        guard published.isEmpty else { return }
        // Dates that nothing marks as such: short texts that say little else.
        let texts = scan.yearTexts.filter { !$0.context.isElsewhere }.sorted { distance($0) < distance($1) }
        for found in texts.prefix(16) {
            let text = UTF8Text(PageText.folded(document.bytes(document.text(of: found.node))))
            let tokens = LineToken.scan(text.span, text.range, limit: 60)
            let line = TimeLine(tokens)
            let time: CivilTime?
            if text.count <= 160, line.otherWords <= 6 {
                time = self.time(text.string)
            } else {
                // "18.05.2026 – The council has …"
                time = tokens.first?.kind == .number ? numericDate(text[0..<min(16, text.count)]) : nil
            }
            guard let time, time.day != nil, let element = document.parent(of: found.node) else { continue }
            published.append(candidate(element, time))
        }
        guard published.isEmpty, modified.isEmpty else { return }
        // Whatever looks like a date, where everything seems to stand beside the article.
        for found in elements.prefix(24) where !found.context.contains(.comments) {
            guard let time = self.time(of: found.node), time.day != nil, time.year != nil else { continue }
            published.append(candidate(found.node, time))
            return
        }
        for found in scan.yearTexts where !found.context.contains(.comments) && found.order > headline - 60 {
            let text = PageText.folded(document.bytes(document.text(of: found.node)))
            guard text.utf8.count <= 60, let time = self.time(text), time.day != nil,
                let element = document.parent(of: found.node)
            else { continue }
            published.append(candidate(element, time))
            return
        }
    }

    /// The time that two other kinds of places agree on, when no other kind says what the first one does.
    private func outvoted(_ first: Time, _ times: [Time]) -> Time? {
        var firsts: [Time] = []
        for time in times where !firsts.contains(where: { $0.source == time.source }) { firsts.append(time) }
        let others = firsts.filter { $0.source != first.source }
        guard first.value.day != nil, !others.contains(where: { isNear($0.value, first.value) }) else { return nil }
        return others.first { other in others.contains { $0.source != other.source && $0.value.date == other.value.date } }
    }

    /// Whether two dates are the same, or may be in two time zones.
    private func isNear(_ left: CivilTime, _ right: CivilTime) -> Bool {
        guard let left = left.dayNumber, let right = right.dayNumber else { return false }
        return abs(left - right) <= 1
    }

    /// The candidate that gives a moment in local time, when the first one gives it in UTC or without a zone.
    private func sameInstant(as first: Time, in times: [Time]) -> Time? {
        guard (first.value.offset ?? 0) == 0, let minutes = Self.minutes(first.value) else { return nil }
        return times.first { other in
            guard let offset = other.value.offset, offset != 0, let local = Self.minutes(other.value) else { return false }
            return abs(local - offset - minutes) <= 1 || first.value.offset == nil && abs(local - minutes) <= 1
        }
    }

    /// A time in UTC as local time, when the page shows the same minute in another zone; nil when it shows none such.
    private func zone(of time: CivilTime, shown: [Time]) -> CivilTime? {
        guard time.offset == 0, let instant = Self.minutes(time) else { return nil }
        for candidate in shown where candidate.source == .visible && candidate.value.offset == nil {
            guard let local = Self.minutes(candidate.value) else { continue }
            let difference = local - instant
            let offset = Int((Double(difference) / 15).rounded()) * 15
            guard abs(difference - offset) <= 1, offset != 0, abs(offset) <= 14 * 60 else { continue }
            var shifted = CivilTime(
                dayNumber: (instant + offset) >= 0 ? (instant + offset) / 1440 : (instant + offset - 1439) / 1440
            )
            let inDay = ((instant + offset) % 1440 + 1440) % 1440
            shifted.hour = inDay / 60
            shifted.minute = inDay % 60
            shifted.second = time.second
            shifted.offset = offset
            return shifted
        }
        return nil
    }

    /// Minutes since 1970 of a date and clock time as they stand.
    private static func minutes(_ time: CivilTime) -> Int? {
        guard let day = time.dayNumber, let hour = time.hour, let minute = time.minute else { return nil }
        return day * 1440 + hour * 60 + minute
    }

    /// The time of an element: of its attribute, or of its text when that is short.
    private func time(of node: NodeID) -> CivilTime? {
        for attribute in [AttributeName.datetime, .content, .title] {
            if let value = document.attribute(attribute, of: node), value.count <= 64,
                let time = self.time(document.string(value))
            {
                return time
            }
        }
        guard let pieces = PageText.pieces(of: node, in: document, longest: 120) else { return nil }
        return self.time(pieces.joined(separator: " "))
    }

    /// A time of years in which there are web pages, or articles in their archives.
    func time(_ string: String) -> CivilTime? {
        guard string.utf8.count <= 200 else { return nil }
        var parsed = PublicationTime.parse(string)
        // What is written in numbers only may be a day of either of two months; the page's language tells which.
        if parsed?.month == nil, let date = numericDate(string) {
            parsed = CivilTime(
                year: date.year,
                month: date.month,
                day: date.day,
                hour: parsed?.hour,
                minute: parsed?.minute,
                second: parsed?.second,
                offset: parsed?.offset
            )
        }
        guard let parsed, let year = parsed.year, parsed.month != nil, (1700...2100).contains(year), parsed.isPossibleDate else {
            return nil
        }
        return parsed
    }

    /// The first "18.10.2021", "18/10/2021", "10/18/2021", "18-10-2021": the month comes first only between slashes or hyphens,
    /// and only in American English.
    private func numericDate(_ string: String) -> CivilTime? {
        let text = UTF8Text(string)
        let tokens = LineToken.scan(text.span, text.range, limit: 100)
        guard tokens.count >= 5 else { return nil }
        for at in 0...tokens.count - 5 {
            guard let first = tokens[at].number, let second = tokens[at + 2].number, let year = tokens[at + 4].number,
                tokens[at].length <= 2, tokens[at + 2].length <= 2, [2, 4].contains(tokens[at + 4].length),
                tokens[at + 1].kind == .sign, tokens[at + 1].value == tokens[at + 3].value
            else { continue }
            let isDotted = tokens[at + 1].isSign(".")
            guard isDotted || tokens[at + 1].isSign("/") || tokens[at + 1].isDash else { continue }
            let isMonthFirst = !isDotted && isAmericanEnglish
            let (day, month) = isMonthFirst && first <= 12 || second > 12 ? (second, first) : (first, second)
            // Years of two digits are written between stops only, where nothing else is.
            let isShort = tokens[at + 4].length == 2
            if isShort, !isDotted || tokens[at].length != 2 || tokens[at + 2].length != 2 || at > 2 { continue }
            let date = CivilTime(year: isShort ? year + 2000 : year, month: month, day: day)
            if (1...12).contains(month), (1...31).contains(day), date.isPossibleDate { return date }
        }
        return nil
    }

    /// English of the United States, or of nowhere in particular.
    private var isAmericanEnglish: Bool {
        guard let language = scan.htmlLanguage.map(document.string)?.lowercased(), !language.isEmpty else { return true }
        return language == "en" || language.hasPrefix("en-us") || language.hasPrefix("en_us")
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
