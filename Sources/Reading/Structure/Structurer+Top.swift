internal import TextCore

/// What stands above the body: headline, standfirst, byline, time, dateline.
extension Structurer {
    /// The most lines above the body in which bylines and times are looked for.
    private static let topLimit = 16

    /// The first line that is not furniture, unless it reads as running text.
    mutating func labelHeadline() {
        guard given.headline == nil else { return }
        var candidates = items.indices.filter { items[$0].label == nil }.prefix(2)
        // "World" above the headline names a section.
        if candidates.count == 2, let first = candidates.first, items[first].line.words <= 3, furniture.isSection(tokens(first)),
            isHeadline(items[candidates[1]].line)
        {
            items[first].label = Label(.navigation, "the name of a section above the headline")
            candidates.removeFirst()
        }
        // A byline or a date with other words may come first.
        guard let first = candidates.first, isHeadline(items[first].line) else { return }
        let tokens = tokens(first)
        if bylines.authors(items[first].line, tokens, text) != nil, candidates.count > 1 { return }
        if DatelineParser.standard.parse(text, items[first].line.range) != nil { return }
        items[first].label = Label(.headline, "the first line that is not furniture")
    }

    private func isHeadline(_ line: Line) -> Bool {
        guard !line.startsLower, line.innerEnds <= 2, line.range.count <= 400 else { return false }
        guard line.isTerminated else { return line.words <= 40 }
        // A sentence with a full stop is a headline only when it is as short as headlines are.
        // A question or a call may follow another sentence.
        let last = text.bytes[line.range.upperBound - 1]
        if last == UInt8(ascii: "?") || last == UInt8(ascii: "!") { return line.words <= 30 && line.innerEnds <= 1 }
        guard line.innerEnds == 0 else { return false }
        return last == UInt8(ascii: ".") ? line.words <= 16 && items.count > 1 : line.words <= 30
    }

    /// Where the body may start at the latest: the second line of running text (the first may be a standfirst, unless it is
    /// long), or the end of the top.
    var topEnd: Int {
        var running = 0
        for (index, item) in items.enumerated() {
            if index > Self.topLimit { return index }
            guard item.label == nil, item.line.isRunningText || item.line.isTerminated && item.line.words > 20 else { continue }
            running += 1
            if running > 1 || item.line.words > 60 { return index }
        }
        return items.count
    }

    /// Bylines and times between the headline and the body, and on the line after it that many pages put there.
    mutating func labelTop() {
        for index in items.indices.prefix(topEnd + 1) where items[index].label == nil {
            let line = items[index].line
            guard line.words <= 30, !line.isRunningText else { continue }
            let tokens = tokens(index)
            if let found = bylines.authors(line, tokens, text) {
                items[index].label = Label(.byline, "names the authors")
                if authors.isEmpty { authors = found }
                setTime(TimeLine(tokens))
                continue
            }
            let time = TimeLine(tokens)
            if time.dated != nil, time.time?.day != nil, time.otherWords <= 6, !line.isTerminated || time.isLabelled,
                line.words <= 16
            {
                items[index].label = Label(.time, "a line with a date above the body")
            }
        }
        for index in items.indices.prefix(topEnd + 1) {
            let line = items[index].line
            if items[index].label?.kind == .time { setTime(TimeLine(tokens(index))) }
            guard items[index].label == nil, index > 0 else { continue }
            let before = items[index - 1].label?.kind
            let after = index + 1 < items.count ? items[index + 1].label?.kind : nil
            if before == .byline, bylines.isRole(line, tokens(index)) {
                items[index].label = Label(.byline, "what the author is, below the name")
            } else if before == .time || after == .time || before == .byline && after == .byline {
                let tokens = tokens(index)
                guard bylines.isName(line, tokens, text), items[..<index].contains(where: { $0.label?.kind == .headline }) else {
                    continue
                }
                items[index].label = Label(.byline, "a name beside the publication time")
                if authors.isEmpty { authors = [text[line.range]] }
            }
        }
    }

    private mutating func setTime(_ found: TimeLine) {
        guard !given.isDated, let time = found.time, time.day != nil || time.month != nil, published?.year == nil else { return }
        published = time
    }

    /// Place, date and agency before the first sentence: in one of the first three paragraphs.
    mutating func findDateline() {
        var tried = 0
        for index in items.indices where items[index].label == nil {
            let line = items[index].line
            guard line.words >= 4 else { continue }
            tried += 1
            if let found = DatelineParser.standard.parse(text, line.range) {
                dateline = found
                datelineItem = index
                items[index].label = Label(.paragraph, "running text after the dateline")
                let tokens = LineToken.scan(text.span, found.range)
                for name in credits.agencies(in: tokens) where !agencies.contains(name) { agencies.append(name) }
                if let agency = found.agency, credits.agencies(in: tokens).isEmpty, !agencies.contains(agency) {
                    agencies.append(agency)
                }
                return
            }
            if tried >= 3 { return }
        }
    }

    /// The lines between headline and body that sum the article up.
    mutating func labelStandfirst() {
        guard given.standfirst == nil, let headline = items.firstIndex(where: { $0.label?.kind == .headline }) else { return }
        let end = datelineItem ?? topEnd
        // The last byline or time above the body.
        let lastMeta = items.indices.prefix(min(items.count, max(end, topEnd) + 1)).last { index in
            items[index].label?.kind == .byline || items[index].label?.kind == .time
        }
        var found = 0
        for index in items.indices.dropFirst(headline + 1).prefix(6) where items[index].label == nil {
            let line = items[index].line
            if datelineItem.map({ index < $0 }) == true, found == 0, labelUnmarkedByline(index) { continue }
            guard line.words >= 4, line.words <= 60, line.innerEnds <= 2, found < 2 else { break }
            let isBeforeMeta = lastMeta.map { index < $0 } ?? false
            let isBeforeDateline = datelineItem.map { index < $0 } ?? false
            let isOpen = !line.isTerminated && hasBody(after: index)
            guard isBeforeMeta || isBeforeDateline || isOpen && found == 0 && line.words >= 6 else { break }
            let reason =
                isBeforeMeta
                ? "between the headline and the byline or time"
                : isBeforeDateline ? "between the headline and the dateline" : "below the headline, without a full stop"
            items[index].label = Label(.standfirst, reason)
            found += 1
        }
    }

    /// "Jane Doe and John Roe" and "The Outlet" below it, between headline and dateline.
    private mutating func labelUnmarkedByline(_ index: Int) -> Bool {
        let line = items[index].line
        if items[index - 1].label?.kind == .byline, line.words <= 4, !line.isTerminated {
            items[index].label = Label(.byline, "below the authors' names, above the dateline")
            return true
        }
        let tokens = tokens(index)
        guard line.words <= 14, !line.isTerminated, let names = bylines.nameList(tokens, text) else { return false }
        items[index].label = Label(.byline, "names between the headline and the dateline")
        if authors.isEmpty { authors = names }
        return true
    }

    private func hasBody(after index: Int) -> Bool {
        items[(index + 1)...].contains { $0.label == nil && $0.line.isTerminated || $0.label?.kind == .paragraph }
    }
}
