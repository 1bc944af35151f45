public import TextCore

/// Finds the year that a dateline or publication time leaves out ("PARIS, October 18."), where the article has it elsewhere.
struct YearEvidence {
    /// How far a date may lie from the publication to speak for its year, in days.
    private static let reach = 31

    let article: Article

    /// The year of `date` by, in this order: the address, a copyright line, a whole date in the text near it in the calendar,
    /// the file's name; and which of them it was. O(*n*).
    func year(of date: CivilTime) -> (year: Int, source: YearSource)? {
        guard date.year == nil, date.month != nil, date.day != nil else { return nil }
        if let url = article.url, let year = Self.nearest(Self.dates(in: UTF8Text(url)), date) { return (year, .address) }
        if let year = copyright() { return (year, .copyright) }
        if let year = Self.nearest(Self.dates(in: article.text), date) { return (year, .text) }
        return Self.nearest(Self.dates(in: UTF8Text(article.origin.path)), date).map { ($0, .fileName) }
    }

    /// The year of "© 2021 TASS".
    private func copyright() -> Int? {
        for block in article.blocks where block.kind == .credit || block.kind == .other || block.kind == .agencyTag {
            let tokens = LineToken.scan(article.text.span, block.range, limit: 40)
            guard let mark = tokens.firstIndex(where: { $0.isSign("©") || $0.value == Self.copyright }) else { continue }
            if let year = tokens[mark...].prefix(4).compactMap(\.number).first(where: { (1990...2199).contains($0) }) {
                return year
            }
        }
        return nil
    }

    private static let copyright = Hash64.folded("copyright")

    /// The year in which `date` lies nearest to one of `dates`, within `reach` days.
    static func nearest(_ dates: [CivilTime], _ date: CivilTime, reach: Int = Self.reach) -> Int? {
        var best: (distance: Int, year: Int)?
        for found in dates {
            guard let year = found.year, let month = found.month else { continue }
            let middle = CivilTime(year: year, month: month, day: found.day ?? 15)
            for candidate in year - 1...year + 1 {
                let dated = CivilTime(year: candidate, month: date.month, day: date.day)
                guard let a = dated.dayNumber, let b = middle.dayNumber else { continue }
                let distance = abs(a - b)
                if distance <= reach, distance < best?.distance ?? .max { best = (distance, candidate) }
            }
        }
        return best?.year
    }

    /// The whole dates of a text: the surroundings of every number from 1990 to 2199. O(*n*).
    static func dates(in text: UTF8Text) -> [CivilTime] {
        let bytes = text.span
        var dates: [CivilTime] = []
        var at = 0
        while at + 4 <= bytes.count, dates.count < 64 {
            guard bytes[at] == 0x31 || bytes[at] == 0x32, isYear(bytes, at) else {
                at += 1
                continue
            }
            // A day and a month before or after it, at most.
            let window = boundary(bytes, max(0, at - 28))..<boundary(bytes, min(bytes.count, at + 16))
            let tokens = LineToken.scan(bytes, window).filter { !($0.isSign("/") && $0.range.lowerBound + 1 == at) }
            if let time = TimeLine(tokens).time, time.year != nil, time.month != nil { dates.append(time) }
            at += 4
        }
        return dates
    }

    private static func isYear(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
        for index in at..<at + 4 where bytes[index] < 0x30 || bytes[index] > 0x39 { return false }
        if at > 0, (0x30...0x39).contains(bytes[at - 1]) { return false }
        if at + 4 < bytes.count, (0x30...0x39).contains(bytes[at + 4]) { return false }
        return bytes[at] == 0x32 && bytes[at + 1] <= 0x31 || bytes[at + 1] == 0x39 && bytes[at + 2] == 0x39
    }

    private static func boundary(_ bytes: Span<UInt8>, _ at: Int) -> Int {
        var at = at
        while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
        return at
    }
}

extension Article {
    /// Gives the publication time and the dateline a year, when they lack it and the article has it elsewhere.
    mutating func completeYear() {
        guard let date = published ?? dateline?.date, date.year == nil, let found = YearEvidence(article: self).year(of: date)
        else { return }
        setYear(found.year, from: found.source)
    }

    private mutating func setYear(_ year: Int, from source: YearSource) {
        if published?.year == nil, published?.month != nil { published?.year = year }
        if let old = dateline, var date = old.date, date.year == nil {
            date.year = year
            dateline = Dateline(range: old.range, place: old.place, date: date, agency: old.agency)
        }
        warnings.append(.inferredYear(year, from: source))
    }

    /// Takes the publication time that a person gives: whole where the article has none, else the year in which its own day lies
    /// nearest to it, where it leaves that out.
    public mutating func complete(publishedAbout given: CivilTime) {
        guard let own = published else {
            published = given
            warnings.removeAll { $0 == .noPublicationTime }
            return
        }
        guard own.year == nil, own.month != nil, own.day != nil, let year = YearEvidence.nearest([given], own, reach: .max) else {
            return
        }
        setYear(year, from: .given)
    }

    /// Articles of one story, of which those whose publication lacks its year take the year in which it lies nearest to
    /// that of another, within a month. A warning names each year that was inferred. O(*n*²) in the articles without a year.
    public static func completingYears(_ articles: [Article]) -> [Article] {
        let known = articles.compactMap { $0.published?.year == nil ? nil : $0.published?.date }
        guard !known.isEmpty else { return articles }
        return articles.map { article in
            guard let date = article.published, date.year == nil, let year = YearEvidence.nearest(known, date), date.day != nil
            else {
                return article
            }
            var article = article
            article.setYear(year, from: .story)
            return article
        }
    }
}
