internal import TextCore

/// Finds place, date and agency at the start of a body: "PARIS, October 18. /TASS/.", "WASHINGTON (AP) —",
/// "LONDON, Oct 18 (Reuters) -", "Berlin (dpa) -", "МОСКВА, 18 октября. /ТАСС/.".
struct DatelineParser: Sendable {
    static let standard = DatelineParser(LexiconFile(PackageResources.people_txt))

    private let notPlaces: Set<UInt64>
    /// Places whose first word is one of ``notPlaces``: "NEW YORK".
    private let notablePlaces: PhraseTable
    private let calendar = Calendar.standard
    private let agencies = Agencies.standard

    init(_ lexicon: LexiconFile) {
        notPlaces = lexicon.vocabulary("not places")
        notablePlaces = PhraseTable(lexicon, "places all the same")
    }

    /// The dateline that `range` starts with, or, when it may stand `alone`, is. O(1): it reads the first forty tokens.
    func parse(_ text: UTF8Text, _ range: Range<Int>, alone: Bool = false) -> Dateline? {
        let tokens = LineToken.scan(text.span, range, limit: 40)
        guard let first = tokens.first, first.kind == .word || first.isSign("(") || first.kind == .number else { return nil }
        var parts = Parts(tokens: tokens)
        // "October 18, PARIS. /AGENCY/" is rarer than a place first.
        readPlace(&parts)
        readDate(&parts)
        readAgency(&parts)
        if parts.date == nil { readDate(&parts) }
        guard readEnd(&parts) else { return nil }
        if alone, parts.at == tokens.count {
            guard parts.place != nil, parts.agency != nil, parts.isKnownAgency || parts.isShouted || parts.date != nil else {
                return nil
            }
        } else {
            guard parts.isPlausible, parts.at < tokens.count else { return nil }
        }
        let end = tokens[parts.at - 1].range.upperBound
        return Dateline(
            range: range.lowerBound..<end,
            place: parts.place.map { text[$0] },
            date: parts.date,
            agency: parts.agency.map { text[$0] }
        )
    }

    /// What has been read so far.
    private struct Parts {
        let tokens: [LineToken]
        var at = 0
        var place: Range<Int>?
        var isShouted = false
        var date: CivilTime?
        var agency: Range<Int>?
        var isKnownAgency = false
        /// The place opens with a word that is seldom a place's, and no list has it: an agency has to follow.
        var isDoubtful = false
        var endsWithDash = false
        var isInSlashes = false
        var isInBrackets = false

        /// A place in capitals before a dash, or a place with an agency, or with a date and an agency, or an agency alone.
        var isPlausible: Bool {
            let nextIsCapital = at < tokens.count && (tokens[at].isCapitalized || tokens[at].kind != .word)
            if isDoubtful { return nextIsCapital && isKnownAgency && (isInBrackets || isInSlashes || date != nil) }
            if place == nil {
                return isKnownAgency && nextIsCapital && (endsWithDash || isInBrackets) || isInSlashes && isKnownAgency
            }
            if agency != nil { return nextIsCapital && (isKnownAgency || isShouted || isInSlashes || date != nil) }
            return endsWithDash && nextIsCapital && (isShouted || date != nil)
        }
    }

    /// One to six capitalised words, with hyphens, slashes, stops of abbreviations and a region after a comma.
    private func readPlace(_ parts: inout Parts) {
        let tokens = parts.tokens
        var at = 0
        var (words, shouted) = (0, 0)
        var end = 0
        while at < min(tokens.count, 14) {
            let token = tokens[at]
            if token.kind == .word, token.isCapitalized, !isMonth(tokens, at) || words == 0 && token.isAllCaps {
                if words == 0, notPlaces.contains(token.value), notablePlaces.end(tokens, from: 0) == nil {
                    // "NEW LORNMARK (Reuters)", but "BREAKING (AP)" and "NEW POLL (AP)"
                    guard at + 1 < tokens.count, tokens[at + 1].isCapitalized, tokens[at + 1].isAllCaps == token.isAllCaps,
                        !notPlaces.contains(tokens[at + 1].value)
                    else { return }
                    parts.isDoubtful = true
                }
                words += 1
                let isInitial = token.length <= 2 && at + 1 < tokens.count && tokens[at + 1].isSign(".")
                if token.isAllCaps || isInitial { shouted += 1 }
                guard words <= 6 else { return }
                end = at + 1
            } else if token.kind == .word, words > 0, token.length <= 3, at + 1 < tokens.count, tokens[at + 1].isCapitalized,
                !isMonth(tokens, at + 1)
            {
                // "Rio de Janeiro", "Frankfurt am Main".
            } else if token.isDash, !token.isAfterSpace, at + 1 < tokens.count, !tokens[at + 1].isAfterSpace {
            } else if token.isSign("/"), words > 0, at + 1 < tokens.count, !token.isAfterSpace, !tokens[at + 1].isAfterSpace {
            } else if token.isSign("'"), !token.isAfterSpace {
            } else if token.isSign("["), words > 0,
                let close = tokens[(at + 1)...].prefix(4).firstIndex(where: { $0.isSign("]") })
            {
                // "Kathmandu [Nepal], February 5 (ANI):"
                at = close
                end = close + 1
            } else if token.isSign("."), at > 0, tokens[at - 1].length <= 5, at + 1 < tokens.count,
                tokens[at + 1].isSign(",") || tokens[at + 1].isDash || tokens[at + 1].isSign("(") || tokens[at + 1].isSign(".")
                    || tokens[at + 1].isCapitalized && tokens[at - 1].length <= 3
            {
                // "ST. LOUIS", "Calif.", "D.C.".
                end = at + 1
            } else if token.isSign(","), words > 0, at + 1 < tokens.count, tokens[at + 1].isCapitalized,
                calendar.months[tokens[at + 1].value] == nil, !isDay(tokens, at + 1)
            {
                // A region.
            } else {
                break
            }
            at += 1
        }
        guard words > 0, end > 0, !Furniture.standard.isSection(Array(tokens[..<end])) else { return }
        parts.place = tokens[0].range.lowerBound..<tokens[end - 1].range.upperBound
        // The region after the place is not in capitals: "PHOENIX, Ariz.".
        parts.isShouted = tokens[0].isAllCaps || tokens[0].length <= 2 && shouted > 1
        parts.at = end
    }

    /// Whether a word is a month and no word of a place's name, as it is behind a small word and in front of no day: "Rio de Janeiro".
    private func isMonth(_ tokens: [LineToken], _ at: Int) -> Bool {
        guard calendar.months[tokens[at].value] != nil else { return false }
        let isOfName =
            at >= 2 && tokens[at - 1].kind == .word && tokens[at - 1].length <= 3 && tokens[at - 2].kind == .word
            && (at + 1 >= tokens.count || tokens[at + 1].kind != .number)
        return !isOfName
    }

    private func isDay(_ tokens: [LineToken], _ at: Int) -> Bool {
        calendar.weekdays.contains(tokens[at].value)
    }

    /// ", October 18", ", le 18 octobre 2021", " 18.10.2021 ".
    private func readDate(_ parts: inout Parts) {
        let tokens = parts.tokens
        var at = parts.at
        while at < tokens.count, at - parts.at < 2, tokens[at].isSign(",") || tokens[at].isSign(".") { at += 1 }
        guard at < tokens.count else { return }
        let window = Array(tokens[at..<min(tokens.count, at + 9)])
        // Up to the sign that ends the dateline, so that dates of the text do not count.
        var length = 0
        while length < window.count, !window[length].isSign("("), !(window[length].isDash && window[length].isAfterSpace),
            !window[length].isSign("/") || length > 0 && window[length - 1].kind == .number
        {
            length += 1
        }
        let head = Array(window[..<length])
        let found = TimeLine(head, calendar)
        guard let dated = found.dated, let time = found.time, time.day != nil,
            TimeLine(Array(head[..<dated.lowerBound])).otherWords == 0,
            dated.lowerBound <= 3
        else { return }
        parts.date = time.date
        parts.at = at + dated.upperBound
    }

    /// "(AP)", "/TASS/", ". /TASS/", "— РИА Новости.".
    private func readAgency(_ parts: inout Parts) {
        let tokens = parts.tokens
        var at = parts.at
        while at < tokens.count, at - parts.at < 3,
            tokens[at].isSign(".") || tokens[at].isSign(",")
                || tokens[at].kind == .word && parts.date != nil && isYearWord(tokens[at])
        {
            at += 1
        }
        guard at < tokens.count else { return }
        if tokens[at].isSign("(") || tokens[at].isSign("/") {
            let close: Unicode.Scalar = tokens[at].isSign("(") ? ")" : "/"
            guard let end = tokens[(at + 1)...].prefix(8).firstIndex(where: { $0.isSign(close) }), end > at + 1 else {
                return
            }
            var last = end
            // "/ТАСС/Иван Иванов/" does not occur, "(dpa/lno)" does.
            let known = agencies.newsAgency(tokens, at: at + 1)
            let isName = tokens[at + 1..<end].allSatisfy {
                $0.kind == .word && $0.isCapitalized || $0.kind == .sign && !$0.isSign(",")
            }
            guard known != nil || isName && tokens[at + 1..<end].filter({ $0.kind == .word }).count <= 4 else { return }
            parts.agency = tokens[at + 1].range.lowerBound..<tokens[end - 1].range.upperBound
            parts.isKnownAgency = known != nil
            parts.isInSlashes = close == "/"
            parts.isInBrackets = close == ")"
            if parts.isInSlashes, last + 1 < tokens.count, tokens[last + 1].isSign(".") { last += 1 }
            parts.at = last + 1
        } else if tokens[at].isDash || parts.date != nil,
            let known = agencies.newsAgency(tokens, at: tokens[at].isDash ? at + 1 : at)
        {
            // "МОСКВА, 18 окт — РИА Новости.", "Киев. 18 октября. ИНТЕРФАКС-УКРАИНА -".
            let start = tokens[at].isDash ? at + 1 : at
            guard known.end < tokens.count, tokens[known.end].isSign(".") || tokens[known.end].isDash else { return }
            parts.agency = tokens[start].range.lowerBound..<tokens[known.end - 1].range.upperBound
            parts.isKnownAgency = true
            parts.isInSlashes = tokens[known.end].isSign(".")
            parts.at = tokens[known.end].isSign(".") ? known.end + 1 : known.end
        }
    }

    private func isYearWord(_ token: LineToken) -> Bool { token.length <= 5 && calendar.fillers.contains(token.value) }

    /// The dash, or nothing after an agency between slashes, after a date's stop or after brackets.
    private func readEnd(_ parts: inout Parts) -> Bool {
        let tokens = parts.tokens
        var at = parts.at
        if at < tokens.count, tokens[at].isSign(".") || tokens[at].isSign(":"), parts.agency != nil { at += 1 }
        var dashes = 0
        while at < tokens.count, tokens[at].isDash, dashes < 3 {
            at += 1
            dashes += 1
        }
        if dashes > 0 {
            // A hyphen inside a word is no dash.
            let dash = tokens[at - dashes]
            guard dash.isAfterSpace || parts.agency != nil || dash.length > 1 || dashes > 1 else { return false }
            parts.endsWithDash = true
            parts.at = at
            return true
        }
        if parts.agency != nil, parts.isInSlashes || at > parts.at || parts.isKnownAgency {
            parts.at = at
            return true
        }
        return false
    }
}
