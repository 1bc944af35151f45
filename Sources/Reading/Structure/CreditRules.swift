internal import TextCore

/// Credits: who took a picture, who reported, whose text it is.
final class CreditRules: Sendable {
    static let standard = CreditRules(LexiconFile(PackageResources.furniture_txt))

    private let label, start, inside, captionLabel: PhraseTable
    private let photoWords, sourceWords: Set<UInt64>
    private let agencies = Agencies.standard

    init(_ lexicon: LexiconFile) {
        label = PhraseTable(lexicon, "credit label")
        start = PhraseTable(lexicon, "credit start")
        inside = PhraseTable(lexicon, "credit inside")
        captionLabel = PhraseTable(lexicon, "caption label")
        photoWords = lexicon.vocabulary("photo words")
        sourceWords = lexicon.vocabulary("source words")
    }

    /// The label of a line that credits somebody. `tokens` are all of a line of up to 60 words.
    func label(_ line: Line, _ tokens: [LineToken]) -> Label? {
        if isAgencyTag(tokens) { return Label(.agencyTag, Self.agencyMark) }
        if isReportingCredit(line, tokens) { return Label(.credit, Self.reporting) }
        guard !line.isRunningText || line.words <= 60 else { return nil }
        if captionLabel.end(tokens, from: 0).map({ end in tokens[end...].allSatisfy { $0.kind == .sign } }) == true {
            return Label(.caption, Self.captionAbove)
        }
        if endsWithCaptionLabel(tokens) { return Label(.caption, "a caption by the label at its end") }
        if let end = captionLabel.end(tokens, from: 0), end < tokens.count, tokens[0].isCapitalized,
            tokens[end].isSign(":") || tokens[end].isDash && (end > 1 || tokens[0].isAllCaps)
        {
            return Label(.caption, Self.captionByLabel)
        }
        if let credit = pictureCredit(tokens) {
            if credit.lowerBound == 0 {
                if sourceWords.contains(tokens[0].value), line.words <= 8 { return Label(.credit, "names the source") }
                return line.words <= 20 && line.innerEnds == 0 ? Label(.credit, Self.picture) : nil
            }
            return Label(.caption, "a caption that ends with the credit of its picture")
        }
        return nil
    }

    /// The reasons of the marks of agencies, of credits of those who reported and of captions with a label.
    static let agencyMark = "the mark of a news agency"
    static let reporting = "credits those who reported"
    static let captionByLabel = "a caption by its label"
    /// The reason of a caption's label without the caption.
    static let captionAbove = "the label of a caption"
    /// The reason of a line that credits a picture.
    static let picture = "credits a picture"

    /// "The old bridge. File photo"
    private func endsWithCaptionLabel(_ tokens: [LineToken]) -> Bool {
        guard tokens.count >= 4, let stop = tokens.dropLast().lastIndex(where: { $0.isSign(".") || $0.isSign("(") }), stop >= 2
        else {
            return false
        }
        let rest = tokens[(stop + 1)...]
        guard let end = captionLabel.end(tokens, from: stop + 1), rest.first?.isCapitalized == true else { return false }
        return end - stop > 2 && tokens[end...].allSatisfy { $0.isSign(")") || $0.isSign("/") }
    }

    /// The news agencies that a credit or tag names.
    func agencies(in tokens: [LineToken]) -> [String] {
        var names: [String] = []
        var at = 0
        while at < tokens.count {
            if let found = agencies.newsAgency(tokens, at: at) {
                if !names.contains(found.name) { names.append(found.name) }
                at = found.end
            } else {
                at += 1
            }
        }
        return names
    }

    /// Names written in capitals after the words of a credit: an agency nobody listed, too, is one ("with reporting by NORDWIRE").
    func capitalNames(in tokens: [LineToken], _ text: UTF8Text) -> [String] {
        guard let end = start.end(tokens, from: tokens.firstIndex { $0.kind != .sign } ?? 0) else { return [] }
        return tokens[end...].filter { $0.isAllCaps && $0.length >= 3 }.map { text[$0.range] }
    }

    // MARK: Whose text it is

    /// "/TASS/", "(AP)", "© AFP", "dpa/AFP", "© 2021 AFP": agencies and signs only.
    func isAgencyTag(_ tokens: [LineToken]) -> Bool {
        guard tokens.count <= 14 else { return false }
        var at = 0
        var found = false
        // The initials of a desk before the agency: "mum/dpa".
        if tokens.count >= 3, tokens[0].kind == .word, tokens[0].length <= 4, !tokens[0].isCapitalized, tokens[1].isSign("/"),
            agencies.newsAgency(tokens, at: 2) != nil
        {
            at = 2
        }
        // "ih/jb (dpa, AFP)": the initials of those who edited it before the agencies in brackets.
        if let open = tokens.firstIndex(where: { $0.isSign("(") }), open > 0, tokens.last?.isSign(")") == true,
            tokens[..<open].allSatisfy({ $0.isSign("/") || $0.kind == .word && $0.length <= 4 && !$0.isCapitalized })
        {
            at = open
        }
        while at < tokens.count {
            if let agency = agencies.newsAgency(tokens, at: at) {
                found = true
                at = agency.end
            } else if tokens[at].kind == .sign || tokens[at].kind == .number && tokens[at].length == 4 {
                guard !tokens[at].isSign("?"), !tokens[at].isSign(":") else { return false }
                at += 1
            } else if found, at > 0, tokens[at - 1].isSign("/"), tokens[at].length <= 4, !tokens[at].isAfterSpace {
                // The initials of a desk: "dpa/tmn", "dpa/lno".
                at += 1
            } else {
                return false
            }
        }
        return found
    }

    /// Whether a credit starts with a word for pictures and a colon with a name behind it: "Photo: Jane Doe".
    func isOfPhoto(_ tokens: [LineToken]) -> Bool {
        guard let first = tokens.first, photoWords.contains(first.value), let colon = tokens.firstIndex(where: { $0.isSign(":") })
        else { return false }
        return colon <= 3 && colon + 1 < tokens.count && !tokens[..<colon].contains { sourceWords.contains($0.value) }
    }

    /// "… without giving details. (dpa)": the tokens of an agency's mark behind the last sentence of a paragraph.
    func tag(atEndOf range: Range<Int>, _ text: UTF8Text) -> [LineToken]? {
        var boundary = max(range.lowerBound, range.upperBound - 40)
        while boundary < range.upperBound, text.bytes[boundary] & 0xC0 == 0x80 { boundary += 1 }
        let tokens = LineToken.scan(text.span, boundary..<range.upperBound)
        // From the last sentence's end on.
        guard
            let stop = tokens.dropLast().lastIndex(where: {
                $0.isSign(".") || $0.isSign("!") || $0.isSign("?") || $0.isSign("”") || $0.isSign("\"")
            })
        else { return nil }
        let tail = Array(tokens[(stop + 1)...])
        guard let first = tail.first, first.isAfterSpace,
            first.isSign("(") || first.isSign("/") || first.isDash || first.kind == .word,
            isAgencyTag(tail), range.lowerBound < first.range.lowerBound
        else { return nil }
        return tail
    }

    func isReportingCredit(_ line: Line, _ tokens: [LineToken]) -> Bool {
        let first = tokens.firstIndex { $0.kind != .sign } ?? 0
        if line.words <= 45, let end = start.end(tokens, from: first), end < tokens.count {
            // Names follow: a capital, or a second credit.
            let next = tokens[end...].first { $0.kind != .sign }
            if next?.isCapitalized == true || next.map({ agencies.newsAgency([$0], at: 0) != nil }) == true { return true }
        }
        return line.words <= 60 && line.innerEnds <= 2 && inside.first(in: tokens) != nil
    }

    // MARK: Who took a picture

    /// The tokens of a picture's credit: the whole line, or its end; nil where there is none.
    func pictureCredit(_ tokens: [LineToken]) -> Range<Int>? {
        let first = tokens.firstIndex { $0.kind != .sign || $0.isSign("©") } ?? 0
        if tokens.isEmpty { return nil }
        if tokens[first].isSign("©") || tokens[first].value == Self.copyright, tokens.count <= 24 { return 0..<tokens.count }
        if let end = label.end(tokens, from: first), end < tokens.count, tokens.count <= 30,
            tokens[end].isSign(":") || tokens[end].isSign("/") || tokens[end].isSign("|") || endsWithBy(tokens, first..<end)
                || tokens[end].isSign(",") && end - first >= 2 && tokens.count - end <= 8
        {
            return 0..<tokens.count
        }
        if isPhotoAgencyLine(tokens) { return 0..<tokens.count }
        return creditAtEnd(tokens)
    }

    private func endsWithBy(_ tokens: [LineToken], _ phrase: Range<Int>) -> Bool {
        guard phrase.count >= 2, phrase.upperBound < tokens.count else { return false }
        let last = tokens[phrase.upperBound - 1].value
        return (last == Self.by || last == Self.of) && tokens[phrase.upperBound].isCapitalized
    }

    private static let copyright = Hash64.folded("copyright")
    private static let by = Hash64.folded("by")
    private static let of = Hash64.folded("of")

    /// "Name/Getty Images", "REUTERS/Name", "Name | AP": short, capitals only, with an agency beside a bar or slash.
    private func isPhotoAgencyLine(_ tokens: [LineToken]) -> Bool {
        guard tokens.count <= 14, let at = tokens.firstIndex(where: { $0.isSign("/") || $0.isSign("|") }) else {
            return tokens.count <= 6 && agencies.photoAgency(tokens, at: 0)?.end == tokens.count
        }
        // More than a name before the bar is a caption with its credit.
        guard tokens[..<at].filter({ $0.kind == .word }).count <= 4,
            tokens.allSatisfy({ $0.kind == .sign || $0.isCapitalized || isParticle($0) })
        else { return false }
        return holdsAgency(tokens, at + 1..<tokens.count) || holdsAgency(tokens, 0..<at)
    }

    private func isParticle(_ token: LineToken) -> Bool { token.length <= 3 || photoWords.contains(token.value) }

    private func holdsAgency(_ tokens: [LineToken], _ range: Range<Int>) -> Bool {
        range.contains { agencies.newsAgency(tokens, at: $0) != nil || agencies.photoAgency(tokens, at: $0) != nil }
    }

    /// The credit at the end of a caption: in brackets, after a bar or dash, after ©, or "Name Name/AGENCY".
    private func creditAtEnd(_ tokens: [LineToken]) -> Range<Int>? {
        var end = tokens.count
        while end > 0, tokens[end - 1].isSign(".") { end -= 1 }
        guard end >= 3 else { return nil }
        if tokens[end - 1].isSign(")") || tokens[end - 1].isSign("]") {
            guard let open = tokens[..<end].lastIndex(where: { $0.isSign("(") || $0.isSign("[") }), open > 0, end - open <= 22
            else {
                return nil
            }
            if isPictureCredit(tokens, open + 1..<end - 1) { return open..<tokens.count }
            return end == tokens.count ? photographer(tokens, open, end) : nil
        }
        if let mark = tokens[..<end].lastIndex(where: { $0.isSign("©") }), end - mark <= 14, mark > 0 {
            return mark..<tokens.count
        }
        // "… Photo : Name / Outlet": a label before a colon near the end, after a sentence's end or a bar.
        let from = max(1, end - 16)
        for at in stride(from: end - 2, through: from, by: -1) where tokens[at].isSign(":") {
            var start = at - 1
            while start > 0, start > at - 3, label.end(tokens, from: start) != at { start -= 1 }
            guard start > 0, label.end(tokens, from: start) == at, tokens[start].isCapitalized else { continue }
            let before = tokens[start - 1]
            if before.isSign(".") || before.isSign("|") || before.isDash || before.isSign(")") || before.isSign("!") {
                return start..<tokens.count
            }
        }
        if let bar = tokens[..<end].lastIndex(where: { $0.isSign("|") }), end - bar <= 10, bar > 2,
            isPictureCredit(tokens, bar + 1..<end), !tokens[bar - 1].isSign("|")
        {
            return bar..<tokens.count
        }
        return slashCredit(tokens, end)
    }

    /// "… on Tuesday. Jane Doe (AFP)": a name between the last sentence and the agency in brackets at the end.
    private func photographer(_ tokens: [LineToken], _ open: Int, _ end: Int) -> Range<Int>? {
        guard
            agencies.newsAgency(tokens, at: open + 1)?.end == end - 1
                || agencies.photoAgency(tokens, at: open + 1)?.end == end - 1,
            let stop = tokens[..<open].lastIndex(where: { $0.isSign(".") && $0.length == 1 }), stop > 0,
            (3...5).contains(open - stop),
            tokens[(stop + 1)..<open].allSatisfy({ $0.kind == .word && $0.isCapitalized })
        else { return nil }
        return stop + 1..<tokens.count
    }

    /// "…Sergei Bobylev/TASS", "…REUTERS/Jane Doe" at the very end of a line without a full stop.
    private func slashCredit(_ tokens: [LineToken], _ end: Int) -> Range<Int>? {
        guard end == tokens.count, let slash = tokens[..<end].lastIndex(where: { $0.isSign("/") }), (2...5).contains(end - slash),
            slash >= 2,
            tokens[slash - 1].isCapitalized, tokens[(slash + 1)...].allSatisfy({ $0.kind == .sign || $0.isCapitalized })
        else { return nil }
        if tokens[slash - 1].isAllCaps, agencies.newsAgency(tokens, at: slash - 1)?.end == slash { return slash - 1..<end }
        guard holdsAgency(tokens, slash + 1..<end) else { return nil }
        var start = slash - 1
        while start > 0, slash - start < 3, tokens[start - 1].isCapitalized || tokens[start - 1].isDash { start -= 1 }
        return start > 0 ? start..<end : nil
    }

    /// What brackets at a caption's end hold: "AP Photo/Name", "Reuters photo: Name", "Name / Outlet", "Getty Images".
    private func isPictureCredit(_ tokens: [LineToken], _ range: Range<Int>) -> Bool {
        guard !range.isEmpty, range.count <= 20 else { return false }
        let words = tokens[range].filter { $0.kind == .word }
        let capitals = words.filter(\.isCapitalized).count
        let isMostlyNames = capitals * 2 > words.count && tokens[range].allSatisfy { $0.kind != .number || $0.length == 4 }
        if words.contains(where: { photoWords.contains($0.value) && $0.isCapitalized }) {
            return isMostlyNames
                || range.contains { label.end(tokens, from: $0) != nil } && tokens[range.lowerBound].kind == .word
        }
        if range.contains(where: { agencies.photoAgency(tokens, at: $0) != nil }) { return isMostlyNames && range.count <= 14 }
        guard let slash = tokens[range].firstIndex(where: { $0.isSign("/") }), range.count <= 12, slash > range.lowerBound else {
            return false
        }
        // Two words at least before or after the slash: "(CNN/ORC)" is a pollster, "(Rafael Imbert / Coast Tribune)" a credit.
        let before = slash - range.lowerBound
        return words.allSatisfy { $0.isCapitalized || isParticle($0) } && before >= 2 && capitals >= 3
    }
}
