internal import TextCore

/// Seasons: "the summer of 2019", "last winter", "in the autumn", « au printemps », «летом».
extension TimeScanner {
    /// A season with its year, or one that a preposition makes a time.
    func season(at index: Int, in sentence: Range<Int>) -> Draft? {
        guard let season = lexicon.seasons[tokens[index].hash] else { return nil }
        let end = sentence.upperBound
        if let dated = seasonOfYear(season, index, end) { return dated }
        if index + 1 < end, let offset = lexicon.relativeAfter[tokens[index + 1].hash] {
            return self.season(season, offset, index..<(index + 2))
        }
        guard isAdverbial(index, sentence) else { return nil }
        return nearest(season, index, sentence)
    }

    /// "the summer of 2019", "spring 2020", "летом 2019 года", "Winter 2022/23", "the summer of last year".
    private func seasonOfYear(_ season: CivilTime.Season, _ index: Int, _ end: Int) -> Draft? {
        guard index + 1 < end else { return nil }
        let yearAt = isLinking(index + 1, end) ? index + 2 : index + 1
        guard let year = year(yearAt, end) else {
            guard let (offset, stop) = relativeYear(index + 1, end), let published = published?.year else { return nil }
            let value = CivilTime(year: published &+ offset, season: season)
            return Draft(tokens: index..<stop, value: value, isRelative: true)
        }
        // "winter of 2022-23", "Winter 2022/23": the one that begins in the first year.
        if season == .winter, isWinterOfTwoYears(yearAt, end) {
            var draft = Draft(tokens: index..<(yearAt + 3), value: CivilTime(year: year, season: season))
            draft.end = CivilTime(year: year &+ 1, month: 2)
            return draft
        }
        var stop = yearAt + 1
        if stop < end, Self.yearWords.contains(tokens[stop].hash) { stop += 1 }
        return Draft(tokens: index..<stop, value: CivilTime(year: year, season: season))
    }

    private func isWinterOfTwoYears(_ index: Int, _ end: Int) -> Bool {
        if isOfSeason(index, end) { return true }
        guard index + 2 < end, byte(index + 1, "/") || tokens[index + 1].kind == .dash, !tokens[index + 1].followsSpace,
            !tokens[index + 2].followsSpace, let first = integer(index), let second = integer(index + 2)
        else { return false }
        return second.value == first.value + 1 || second.digits == 2 && (first.value + 1) % 100 == second.value
    }

    /// Whether a preposition in front of a season, perhaps with an article and "early", makes it a time; of Russian the instrumental
    /// is one by itself. Not "the fall of the city", "the Winter Games", « il a été ».
    private func isAdverbial(_ index: Int, _ sentence: Range<Int>) -> Bool {
        let next = index + 1
        if sentence.contains(next) {
            if lexicon.notBehindSeason.contains(tokens[next].hash) { return false }
            // "in the Winter Games": a name.
            let nounsAreSmall = !context.vocabulary.capitalizesNouns
            if nounsAreSmall, tokens[index].isCapitalized, tokens[next].isCapitalized, tokens[next].kind == .word { return false }
        }
        if lexicon.seasonsAlone.contains(tokens[index].hash) { return true }
        var at = index - 1
        let limit = max(sentence.lowerBound, index - Self.seasonReach)
        while at >= limit {
            let hash = tokens[at].hash
            if lexicon.seasonFronts.contains(hash) { return true }
            guard
                Self.articles.contains(hash) || Self.seasonArticles.contains(hash) || lexicon.portions[hash] != nil
                    || isLinking(at, sentence.upperBound) || context.isHyphen(at)
            else { return false }
            at -= 1
        }
        return false
    }

    private static let seasonReach = 4
    private static let seasonArticles = WordSet(["den", "das", "d'"])

    /// The latest season that has begun, or the next where the words look ahead.
    private func nearest(_ season: CivilTime.Season, _ index: Int, _ sentence: Range<Int>) -> Draft {
        let range = index..<(index + 1)
        guard let year = published?.year, let month = published?.month else {
            return Draft(tokens: range, value: CivilTime(season: season))
        }
        let start = Self.firstMonth(season)
        let isAhead = looksAhead(index, sentence) || isFollowedByFuture(range, sentence)
        let isPast = start <= month
        let value = CivilTime(
            year: isAhead ? (start + 2 < month && season != .winter ? year &+ 1 : year) : isPast ? year : year &- 1,
            season: season
        )
        return Draft(tokens: range, value: value, isRelative: true)
    }

    /// The month that a season begins in; winter's that of January, for it is named by the year that most of it lies in.
    private static func firstMonth(_ season: CivilTime.Season) -> Int {
        switch season {
        case .winter: 0
        case .spring: 3
        case .summer: 6
        case .autumn: 9
        }
    }

    /// "last summer", "next spring": a season some years away.
    func season(_ season: CivilTime.Season, _ offset: Int, _ tokens: Range<Int>) -> Draft {
        var value = CivilTime(season: season)
        guard let pubYear = published?.year else { return Draft(tokens: tokens, value: value) }
        guard let pubMonth = published?.month else {
            if offset == 0 { value.year = pubYear }
            return Draft(tokens: tokens, value: value, isRelative: value.year != nil)
        }
        let start = Self.firstMonth(season)
        switch offset {
        case -1: value.year = start + 3 > pubMonth ? pubYear - 1 : pubYear
        case 1: value.year = start <= pubMonth ? pubYear + 1 : pubYear
        default: value.year = pubYear
        }
        return Draft(tokens: tokens, value: value, isRelative: true)
    }
}
