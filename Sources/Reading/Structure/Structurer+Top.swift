internal import TextCore

/// What stands above the body: headline, standfirst, byline, time, dateline.
extension Structurer {
    /// The most lines above the body in which bylines and times are looked for.
    private static let topLimit = 16

    /// The first line that is not furniture, unless it reads as running text.
    mutating func labelHeadline() {
        guard given.headline == nil else { return }
        var candidates = items.indices.filter { items[$0].label == nil }.prefix(8)
        // "World" above the headline names a section, and so may more than one line; "The Herald" above these names the site.
        while candidates.count >= 2, let first = candidates.first, items[first].line.words <= 4,
            candidates.dropFirst().contains(where: { items[$0].line.words >= 3 && isHeadline(items[$0].line) }),
            let reason = nameAboveHeadline(first)
        {
            items[first].label = Label(.navigation, reason)
            candidates.removeFirst()
        }
        dropPageTitle(&candidates)
        while candidates.count > 1, let first = candidates.first, labelAboveHeadline(first, candidates[candidates.startIndex + 1])
        {
            candidates.removeFirst()
        }
        // A byline or a date with other words may come first.
        guard let first = candidates.first, isHeadline(items[first].line) else { return }
        let tokens = tokens(first)
        if bylines.authors(items[first].line, tokens, text) != nil, candidates.count > 1 { return }
        if DatelineParser.standard.parse(text, items[first].line.range) != nil { return }
        items[first].label = Label(.headline, "the first line that is not furniture")
    }

    /// "Headline | The Herald", as the page is called, above the headline itself.
    private mutating func dropPageTitle(_ candidates: inout ArraySlice<Int>) {
        guard let first = candidates.first else { return }
        let title = items[first].line.range
        let real = candidates.dropFirst().first { index in
            let range = items[index].line.range
            guard range.count >= 12, range.count + 3 < title.count,
                text.bytes[title].starts(with: text.bytes[range])
            else { return false }
            let rest = LineToken.scan(text.span, title.lowerBound + range.count..<title.upperBound, limit: 2)
            return rest.first.map { $0.isSign("|") || $0.isDash || $0.isSign("·") || $0.isSign("•") } ?? false
        }
        guard let real else { return }
        for index in candidates.prefix(while: { $0 < real }) {
            items[index].label = Label(.navigation, index == first ? "the title of the page" : "a short line above the headline")
        }
        candidates = candidates.drop { $0 < real }
    }

    /// Labels a line above the headline that is none: a date whose words run together, a name with an agency, a word above
    /// the headline of which it names the topic.
    private mutating func labelAboveHeadline(_ index: Int, _ next: Int) -> Bool {
        let line = items[index].line
        let tokens = tokens(index)
        let time = TimeLine(tokens)
        if time.isLabelled, time.dated != nil, time.otherWords <= 2, line.words <= 12 {
            items[index].label = Label(.time, "a line with a date above the body")
            return true
        }
        if let found = bylines.namesWithAgency(line, tokens, text) {
            items[index].label = Label(.byline, "a name with an agency")
            authors = found
            addAgencies(tokens)
            return true
        }
        let isBelowMenu = index > 0 && items[index - 1].label?.kind == .navigation
        if isBelowMenu, line.words <= 2, next == index + 1, !items[next].line.isAfterBlank, items[next].line.words >= 3,
            isHeadline(items[next].line)
        {
            items[index].label = Label(.navigation, "the topic above the headline")
            return true
        }
        return false
    }

    /// Why a short line above the headline is no headline itself.
    private func nameAboveHeadline(_ index: Int) -> String? {
        let tokens = tokens(index)
        if furniture.isSection(tokens) { return "the name of a section above the headline" }
        guard bylines.isTitleCased(items[index].line, tokens) else { return nil }
        if isNameOfSite(tokens) { return "the name of the site, as in its address" }
        let next = index + 1
        guard next < items.count, items[index].line.words <= 3 else { return nil }
        let isAboveMenu = items[next].label.map { $0.kind == .navigation } ?? furniture.isSection(self.tokens(next))
        return isAboveMenu ? "a name above the names of sections" : nil
    }

    /// Whether the words of a line, run together, stand in the host of the article's address.
    private func isNameOfSite(_ tokens: [LineToken]) -> Bool {
        guard let host = (given.url ?? url).flatMap(OutletTable.host(of:)) else { return false }
        let words = tokens.filter { $0.kind == .word }.map { CaseFolding.fold(text[$0.range]) }.joined()
        let letters = CaseFolding.fold(host).utf8.filter { $0 != UInt8(ascii: "-") }
        return words.utf8.count >= 3 && String(decoding: letters, as: UTF8.self).contains(words)
    }

    /// The address that stands above the article, or alone below it.
    mutating func findAddress() {
        guard given.url == nil else { return }
        let addresses = items.indices.filter { items[$0].label?.reason == Furniture.address }
        let body = items.firstIndex { $0.label == nil && $0.line.isTerminated } ?? items.count
        guard let index = addresses.first, index < body && index < 3 || addresses.count == 1 && index == items.count - 1 else {
            return
        }
        let words = text[items[index].line.range]
        let address = words.contains("://") ? words : "https://" + words
        guard !OutletTable.standard.isPlatform(url: address) else { return }
        url = address
        items[index].label = Label(.other, "the article's address")
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
                addAgencies(tokens)
                continue
            }
            let time = TimeLine(tokens)
            // Below another time, a date with other words belongs to another article.
            let most = items[..<index].contains { $0.label?.kind == .time } && !time.isLabelled ? 1 : 6
            if time.dated != nil, time.time?.day != nil, time.otherWords <= most,
                !line.isTerminated || time.opensWithLabel || time.isLabelled && time.otherWords <= 2,
                line.words <= 16, DatelineParser.standard.parse(text, line.range, alone: true) == nil
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
            } else if before == .byline, isHandle(tokens(index)) {
                items[index].label = Label(.byline, BylineRules.handle)
            } else if before == .byline, !line.isAfterBlank, index + 1 < items.count, items[index + 1].line.isAfterBlank,
                bylines.isTitleCased(line, tokens(index))
            {
                items[index].label = Label(.byline, BylineRules.outlet)
            } else {
                labelUnmarkedByline(index, before: before, after: after)
            }
        }
    }

    private func isHandle(_ tokens: [LineToken]) -> Bool {
        tokens.count >= 2 && tokens[0].isSign("@") && tokens.dropFirst().allSatisfy { !$0.isAfterSpace }
    }

    /// A name, or names, that no "By" marks: beside the publication time, or with the outlet between them and it.
    private mutating func labelUnmarkedByline(_ index: Int, before: Block.Kind?, after: Block.Kind?) {
        guard authors.isEmpty, items[..<index].contains(where: { $0.label?.kind == .headline }) else { return }
        let line = items[index].line
        let isBeside = before == .time || after == .time || before == .byline && after == .byline
        // "Jane Doe", "The Capital Courier", the time; "Jane Doe Political correspondent", "@janedoe", the time.
        let isAbove =
            index + 2 < items.count && items[index + 2].label?.kind == .time && items[index + 1].label == nil
            && (isHandle(tokens(index + 1)) || bylines.isTitleCased(items[index + 1].line, tokens(index + 1)))
        guard isBeside || isAbove else { return }
        let tokens = tokens(index)
        let found =
            bylines.authors(line, tokens, text, allowsSmall: true) ?? bylines.nameList(tokens, text) ?? bylines.nameWithRole(
                line,
                tokens,
                text
            ).map { [$0] } ?? bylines.namesWithPlace(line, tokens, text)
        guard let found else { return }
        items[index].label = Label(.byline, "a name beside the publication time")
        authors = found
        if isAbove, !isBeside {
            let isHandle = isHandle(self.tokens(index + 1))
            items[index + 1].label = Label(.byline, isHandle ? BylineRules.handle : BylineRules.outlet)
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
            guard line.words >= 3 else { continue }
            // Lines without a full stop are no paragraphs, and cost little.
            tried += line.isTerminated ? 4 : 1
            if let found = DatelineParser.standard.parse(text, line.range, alone: true) {
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
            if tried >= 12 { return }
        }
    }

    /// The lines between headline and body that sum the article up.
    mutating func labelStandfirst() {
        guard given.standfirst == nil, let headline = items.firstIndex(where: { $0.label?.kind == .headline }) else { return }
        // The last byline or time above the body: below a pointer to another article, it would be that one's.
        let end = items[headline...].firstIndex { [.promo, .relatedLink, .newsletter, .agencyTag].contains($0.label?.kind) }
        let lastMeta = items.indices.prefix(min(end ?? items.count, datelineItem ?? topEnd + 1)).last { index in
            items[index].label?.kind == .byline || items[index].label?.kind == .time
        }
        var found = 0
        for index in items.indices.dropFirst(headline + 1).prefix(6) where items[index].label == nil {
            let line = items[index].line
            if datelineItem.map({ index < $0 }) == true, found == 0 || authors.isEmpty, labelBylineAboveDateline(index) {
                continue
            }
            guard line.words >= 4, line.words <= 60, line.innerEnds <= 2, found < 2 else { break }
            let isBeforeMeta = lastMeta.map { index < $0 } ?? false
            let isBeforeDateline = datelineItem.map { index < $0 } ?? false
            // "Here are five of our takeaways:" opens the body.
            let isOpen = !line.isTerminated && text.span[line.range.upperBound - 1] != UInt8(ascii: ":") && hasBody(after: index)
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
    private mutating func labelBylineAboveDateline(_ index: Int) -> Bool {
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
