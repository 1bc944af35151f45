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
        if let first = chosen, let zoned = sameInstant(as: first, in: published + modified.filter { $0.source == .visible }) {
            chosen = zoned
            reason = "the same moment with its zone"
        }
        if let time = chosen?.value, time.offset == 0, let offset = offset(time, published) ?? modifiedOffset(modified) {
            chosen?.value = Self.shifted(time, by: offset)
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
            .filter { PageText.text(of: $0, in: document, longest: Self.longestDateline).utf8.count < Self.longestDateline - 1 }
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
            guard !found.context.isElsewhere, !isOfAnotherText(found) else { continue }
            let times = self.times(of: found)
            if let time = times.published, time.day != nil, time.year != nil { published.append(candidate(found.node, time)) }
            if let time = times.modified, time.day != nil, time.year != nil { modified.append(candidate(found.node, time)) }
        }
        let texts = scan.yearTexts.filter { !$0.context.isElsewhere && !isOfAnotherText($0) }
            .sorted { distance($0) < distance($1) }
        if modified.isEmpty { appendChanges(texts, to: &modified) }
        guard published.isEmpty else { return }
        // Dates that nothing marks as such: short texts that say little else.
        for found in texts.prefix(16) {
            let text = UTF8Text(PageText.folded(document.bytes(document.text(of: found.node))))
            let tokens = LineToken.scan(text.span, text.range, limit: 60)
            let line = TimeLine(tokens)
            let time: CivilTime?
            if isLegal(tokens) || isSentence(tokens, line) { continue }
            // "2024年5月13日 08:30 来源：…": lines of names may follow a date.
            if text.count <= 160, line.otherWords <= 6 || line.dated?.lowerBound == 0 {
                time = self.time(DatedText(text.string).published)
            } else {
                // "18.05.2026 – The council has …"
                time = tokens.first?.kind == .number ? numericDate(text[0..<min(16, text.count)]) : nil
            }
            guard let time, time.day != nil, let element = document.parent(of: found.node) else { continue }
            published.append(candidate(element, time))
        }
        guard published.isEmpty, modified.isEmpty else { return }
        // Whatever looks like a date, where everything seems to stand beside the article.
        for found in elements.prefix(24) where !found.context.contains(.comments) && !isOfAnotherText(found) {
            guard let time = self.time(of: found.node), time.day != nil, time.year != nil else { continue }
            published.append(candidate(found.node, time))
            return
        }
        for found in scan.yearTexts
        where !found.context.contains(.comments) && found.order > headline - 60 && !isOfAnotherText(found) {
            let text = PageText.folded(document.bytes(document.text(of: found.node)))
            let bytes = UTF8Text(text)
            let tokens = LineToken.scan(bytes.span, bytes.range, limit: 60)
            guard text.utf8.count <= 60, !isLegal(tokens), !isSentence(tokens, TimeLine(tokens)), let time = self.time(text),
                time.day != nil,
                let element = document.parent(of: found.node)
            else { continue }
            published.append(candidate(element, time))
            return
        }
    }

    /// Visible texts that say when the article was changed.
    private func appendChanges(_ texts: [PageScan.Found], to modified: inout [Time]) {
        for found in texts.prefix(16) {
            let text = PageText.folded(document.bytes(document.text(of: found.node)))
            guard text.utf8.count <= 160, let said = DatedText(text).updated, let element = document.parent(of: found.node) else {
                continue
            }
            let bytes = UTF8Text(said)
            let tokens = LineToken.scan(bytes.span, bytes.range, limit: 60)
            let line = TimeLine(tokens)
            guard line.otherWords <= 4, !isLegal(tokens), !isSentence(tokens, line), let time = self.time(said), time.day != nil
            else { continue }
            modified.append(candidate(element, time))
        }
    }

    /// Whether a date stands in what is not about this page's article: below its first paragraph in a link, or beside the
    /// article, in a quoted post, or among the words of a paragraph.
    private func isOfAnotherText(_ found: PageScan.Found) -> Bool {
        if found.context.contains(.paragraph), isInSentences(found.node) { return true }
        guard let first = scan.firstParagraph, found.order > first else { return false }
        return found.context.contains(.link) || found.context.contains(.aside) && hasLinkBeside(found.node)
    }

    /// Whether an element around a date leads elsewhere, as the items of lists of other articles do.
    private func hasLinkBeside(_ node: NodeID) -> Bool {
        var place = document.parent(of: node)
        for _ in 0..<2 {
            guard let here = place else { return false }
            for below in document.descendants(of: here).prefix(24)
            where document.isHTML(below, .a) && document.attribute(.href, of: below) != nil { return true }
            place = document.parent(of: here)
        }
        return false
    }

    /// Paragraphs of more bytes say more than a date.
    private static let longestDateline = 200

    private func isInSentences(_ node: NodeID) -> Bool {
        var place = document.parent(of: node)
        for _ in 0..<4 {
            guard let here = place else { return false }
            if document.isHTML(here, .p) {
                let longest = Self.longestDateline
                let text = PageText.text(of: here, in: document, longest: longest)
                let own =
                    document.kind(of: node) == .text
                    ? PageText.folded(document.bytes(document.text(of: node)))
                    : PageText.text(of: node, in: document, longest: 40)
                // "29.11.2022 – The council has …": a date that opens the text.
                return text.utf8.count >= longest - 1 && !text.utf8.starts(with: own.utf8.prefix(8))
            }
            place = document.parent(of: here)
        }
        return false
    }

    /// "© 2019 … Updated 3 March 2018": of the site, not of the article.
    private func isLegal(_ tokens: [LineToken]) -> Bool {
        tokens.contains { $0.isSign("©") || $0.value == Self.copyright || $0.value == Self.privacy }
    }

    private static let copyright = Hash64.folded("copyright")
    private static let privacy = Hash64.folded("privacy")

    /// "The pier was inspected on 3 January 2020, the report says."
    private func isSentence(_ tokens: [LineToken], _ line: TimeLine) -> Bool {
        guard let last = tokens.last, last.isSign(".") || last.isSign("。"), !line.opensWithLabel else { return false }
        // "… at 9:12 a.m."
        if tokens.count > 1, tokens[tokens.count - 2].length == 1 { return false }
        return line.otherWords >= 3
    }

    /// The times of an element: by its words, those before it, and what it is called, one of publication or of a change, or
    /// both.
    private func times(of found: PageScan.Found) -> (published: CivilTime?, modified: CivilTime?) {
        let text = PageText.pieces(of: found.node, in: document, longest: 120)?.joined(separator: " ")
        let said = text.map { DatedText($0) }
        // What an attribute says is more precise, and is one time.
        if document.attribute(.datetime, of: found.node) == nil, let said, let updated = said.updated.flatMap(time) {
            return (time(said.published), updated)
        }
        let time = self.time(of: found.node)
        let isChange = found.words.contains(.updated) || said?.updated != nil || opensWithChange(before: found.node)
        return isChange ? (nil, time) : (time, nil)
    }

    /// Whether the words right before an element say that it tells of a change: "Updated <time>".
    private func opensWithChange(before node: NodeID) -> Bool {
        var place = node
        for _ in 0..<2 {
            if let previous = document.previousSibling(of: place) {
                let text =
                    document.kind(of: previous) == .text
                    ? PageText.folded(document.bytes(document.text(of: previous)))
                    : PageText.text(of: previous, in: document, longest: 60)
                if !text.isEmpty {
                    let bytes = UTF8Text(text)
                    let tokens = LineToken.scan(bytes.span, bytes.range, limit: 40).suffix(5)
                    guard !tokens.contains(where: { $0.kind == .number }) else { return false }
                    return tokens.contains { $0.kind == .word && Calendar.standard.updateLabels.contains($0.value) }
                }
                place = previous
            } else if let parent = document.parent(of: place), PageText.isInline(document.tag(of: parent)) {
                place = parent
            } else {
                return false
            }
        }
        return false
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

    /// How far the zone is from UTC in which the page shows a minute that it also says in UTC; nil when it shows none such.
    private func offset(_ time: CivilTime, _ shown: [Time]) -> Int? {
        guard time.offset == 0, let instant = Self.minutes(time) else { return nil }
        for candidate in shown where candidate.source == .visible && candidate.value.offset == nil {
            guard let local = Self.minutes(candidate.value) else { continue }
            let difference = local - instant
            let offset = Int((Double(difference) / 15).rounded()) * 15
            if abs(difference - offset) <= 1, offset != 0, abs(offset) <= 14 * 60 { return offset }
        }
        return nil
    }

    /// The same of the time of the last change, where both ways of saying it are there.
    private func modifiedOffset(_ modified: [Time]) -> Int? {
        modified.first { $0.source != .visible && $0.value.offset == 0 }.flatMap { offset($0.value, modified) }
    }

    private static func shifted(_ time: CivilTime, by offset: Int) -> CivilTime {
        guard let instant = minutes(time) else { return time }
        let local = instant + offset
        var shifted = CivilTime(dayNumber: local >= 0 ? local / 1440 : (local - 1439) / 1440)
        let inDay = (local % 1440 + 1440) % 1440
        shifted.hour = inDay / 60
        shifted.minute = inDay % 60
        shifted.second = time.second
        shifted.offset = offset
        return shifted
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
        let string = WesternDigits.of(string)
        var parsed = PublicationTime.parse(string)
        if parsed?.year.map({ $0 >= 1700 }) != true, let time = PersianDate.time(in: string) { parsed = time }
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
