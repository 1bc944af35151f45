internal import TextCore

/// Words of times in one language. The data are in `Lexicons/times.txt`.
struct TimeLexicon: Sendable {
    struct Day: Sendable {
        let offset: Int
        let part: CivilTime.DayPart?
    }

    enum Unit: String, Sendable {
        case day, week, weekend, month, year, decade
    }

    private(set) var months: [UInt64: Int] = [:]
    private(set) var weekdays: [UInt64: Int] = [:]
    /// German writes a weekday and a part of the day as one word.
    private(set) var weekdayParts: [UInt64: (weekday: Int, part: CivilTime.DayPart)] = [:]
    private(set) var parts: [UInt64: CivilTime.DayPart] = [:]
    private(set) var seasons: [UInt64: CivilTime.Season] = [:]
    let days: PhraseTable<Day>
    /// What makes a season a time in front of it, seasons that are one by themselves ("летом"), and what none has behind it ("fall of").
    let seasonFronts: WordSet
    let seasonsAlone: WordSet
    let notBehindSeason: WordSet
    /// Parts of months, seasons and years: "early", "end of".
    private(set) var portions: [UInt64: TimeScanner.PortionWord] = [:]
    /// "Jahresende"
    private(set) var portionCompounds: [UInt64: (portion: TimeExpression.Portion, unit: Unit)] = [:]
    /// Of the words that look ahead, those that do so only right in front of a time: "until".
    let limits: WordSet
    /// "by": in front of a time that lies ahead where nothing speaks of the past.
    let deadlines: WordSet
    /// "previous": counts from a month or year that the sentence names, rather than from publication.
    let anchored: WordSet
    /// "Christmas Eve"
    let namedDays: PhraseTable<TimeScanner.NamedDay>
    /// "last" of "the last Sunday in October".
    let last: WordSet
    private(set) var relative: [UInt64: Int] = [:]
    private(set) var relativeAfter: [UInt64: Int] = [:]
    private(set) var units: [UInt64: Unit] = [:]
    let early: WordSet
    let prepositions: WordSet
    let ago: WordSet
    /// Months' short names, which take a dot.
    private(set) var shortMonths: Set<UInt64> = []
    /// What opens a span that lies ahead: "через два дня".
    let ahead: PhraseTable<Void>
    /// Words behind an hour of the day, and words in front of it that tell it from a duration.
    let hours: WordSet
    let hourFronts: WordSet
    /// A zone: its standard time in minutes east of UTC, nil where the place is not said ("local time"), and when its clocks are
    /// ahead.
    struct Zone: Sendable {
        let offset: Int?
        var daylight: DaylightSaving?
    }

    private(set) var zones: [UInt64: Zone] = [:]
    /// Zones of several words.
    let zonePhrases: PhraseTable<Zone>
    /// "du soir", "утра": whether an hour in front of it is in the second half of the day.
    let meridiems: PhraseTable<Bool>
    /// Between the days of a range: "to", "bis".
    let until: WordSet
    /// Of the words of ``early``, those that look forward.
    let later: WordSet
    let weekends: PhraseTable<Void>
    /// Days counted from one that the text names: "the following day", with how many.
    let elsewhere: PhraseTable<Int>
    /// Weeks counted from a day that the text names: "the following week", with how many.
    let elsewhereWeeks: PhraseTable<Int>
    /// "fortnight"
    let fortnights: WordSet
    /// Between two times that are one stretch, and in front of the first: "to", "from".
    let rangeLinks: WordSet
    let rangeFronts: WordSet
    /// Hours that have a name ("noon"), and what stands in front of them.
    private(set) var clockWords: [UInt64: Int] = [:]
    let clockFronts: WordSet
    /// How verbs in the simple future end ("arrivera"), and words that end so and are in the past ("expira").
    let futureEndings: [[UInt8]]
    let notFuture: WordSet
    /// Verbs in the present that speak of what is to come: "takes place"; those with a particle at the end of the clause, "findet …
    /// statt"; and verbs that do so behind a day.
    let futurePhrases: PhraseTable<Void>
    private(set) var futureParticles: [UInt64: Set<UInt64>] = [:]
    let wills: WordSet
    /// Verbs of what is possible or due, and the words behind them with which they do not speak of what is to come.
    let modals: WordSet
    let notAhead: WordSet
    let quarters: WordSet
    let halfYears: WordSet
    /// "Q3"
    private(set) var shortQuarters: [UInt64: Int] = [:]
    let fiscal: WordSet
    /// "années" of "années 90".
    let decadeFronts: WordSet
    /// "nineties"
    private(set) var decades: [UInt64: Int] = [:]
    let partsOfDecade: WordSet
    /// "Easter" of Easter Monday, "Santo" of Viernes Santo.
    let dayNames: WordSet
    let dayNamesBehind: WordSet
    /// Hours and minutes, in minutes.
    private(set) var clockUnits: [UInt64: Int] = [:]
    let language: String

    init(language: String, flags: inout VocabularyBuilder) {
        self.language = language
        let file = LexiconFile(PackageResources.times_txt)
        let own = ["en", "fr", "de", "es", "ru", "it", "uk"].contains(language) ? language : "und"
        func rows(_ section: String) -> [(String, [Substring])] {
            file["\(own).\(section)"].compactMap { row in row.count > 1 ? (row[0], row[1].split(separator: " ")) : nil }
        }
        for (number, words) in rows("month") {
            for (offset, word) in words.enumerated() {
                if offset > 0, own != "ru", own != "uk", word.utf8.count <= 5 { shortMonths.insert(Hash64.folded(word)) }
                months[Hash64.folded(word)] = Int(number)
                flags.add([.time, .timeStart], to: word)
            }
        }
        for (number, words) in rows("weekday") {
            guard let number = Int(number) else { continue }
            for word in words {
                weekdays[Hash64.folded(word)] = number
                flags.add([.time, .timeStart], to: word)
            }
            if own == "de", let name = words.first {
                let parts: [(String, CivilTime.DayPart)] = [
                    ("morgen", .morning), ("vormittag", .morning), ("mittag", .midday), ("nachmittag", .afternoon),
                    ("abend", .evening),
                    ("nacht", .night),
                ]
                for (suffix, part) in parts {
                    weekdayParts[Hash64.folded(name + suffix)] = (number, part)
                    flags.add([.time, .timeStart], to: name + suffix)
                }
            }
        }
        for word in NameContexts.shared.times(language) { flags.add(.time, to: String(word)) }
        for (code, words) in rows("part") {
            guard let part = CivilTime.DayPart(rawValue: code) else { continue }
            for word in words { parts[Hash64.folded(word)] = part }
        }
        for (code, words) in rows("season") {
            guard let season = CivilTime.Season(rawValue: code) else { continue }
            for word in words {
                seasons[Hash64.folded(word)] = season
                flags.add(own == "en" || own == "de" ? [.time, .timeStart] : .timeStart, to: word)
            }
        }
        seasonFronts = file.spacedWordSet("\(own).seasonFront")
        seasonsAlone = file.spacedWordSet("\(own).seasonAlone")
        notBehindSeason = file.spacedWordSet("\(own).notBehindSeason")
        last = file.spacedWordSet("\(own).last")
        for word in file.spacedWords("\(own).last") { flags.add(.timeStart, to: word) }
        for (kind, words) in rows("portion") {
            let columns = kind.split(separator: " ")
            guard let portion = columns.first.flatMap({ TimeExpression.Portion(rawValue: String($0)) }) else { continue }
            for word in words {
                portions[Hash64.folded(word)] = TimeScanner.PortionWord(portion: portion, needsOf: columns.count > 1)
                flags.add(.timeStart, to: word)
            }
        }
        limits = file.spacedWordSet("\(own).limit")
        deadlines = file.spacedWordSet("\(own).deadline")
        anchored = file.spacedWordSet("\(own).anchored")
        let named = file["\(own).namedDay"].compactMap { row in
            row.count > 1 ? TimeScanner.NamedDay(row[0]).map { (flags.tokenHashes(row[1]), $0) } : nil
        }
        for first in named.compactMap(\.0.first) { flags.add(.timeStart, toHash: first) }
        namedDays = PhraseTable(hashes: named, keepingFirst: true)
        for (kind, words) in rows("portionCompound") {
            let columns = kind.split(separator: " ")
            guard columns.count == 2, let portion = TimeExpression.Portion(rawValue: String(columns[0])),
                let unit = Unit(rawValue: String(columns[1]))
            else { continue }
            for word in words {
                portionCompounds[Hash64.folded(word)] = (portion, unit)
                flags.add(.timeStart, to: word)
            }
        }
        var days: [([UInt64], Day)] = []
        for row in file["\(own).day"] where row.count > 1 {
            let columns = row[0].split(separator: " ")
            guard let offset = columns.first.flatMap({ Int($0) }) else { continue }
            let hashes = flags.tokenHashes(row[1])
            guard let first = hashes.first else { continue }
            let part = columns.count > 1 ? CivilTime.DayPart(rawValue: String(columns[1])) : nil
            days.append((hashes, Day(offset: offset, part: part)))
            flags.add(hashes.count == 1 ? [.time, .timeStart] : .timeStart, toHash: first)
        }
        self.days = PhraseTable(hashes: days, keepingFirst: true)
        for (section, isAfter) in [("relative", false), ("relativeAfter", true)] {
            for (offset, words) in rows(section) {
                for word in words {
                    if isAfter {
                        relativeAfter[Hash64.folded(word)] = Int(offset)
                    } else {
                        relative[Hash64.folded(word)] = Int(offset)
                    }
                    if !isAfter { flags.add(.timeStart, to: word) }
                }
            }
        }
        for (name, words) in rows("unit") {
            guard let unit = Unit(rawValue: name) else { continue }
            for word in words {
                units[Hash64.folded(word)] = unit
                if !word.contains("-") { flags.add(.timeStart, to: word) }
            }
        }
        func words(_ section: String) -> [Substring] { file.spacedWords("\(own).\(section)") }
        func set(_ section: String) -> WordSet { file.spacedWordSet("\(own).\(section)") }
        early = set("early")
        prepositions = set("in")
        ago = set("ago")
        let spans = file["\(own).ahead"].map { flags.tokenHashes($0[0]) }
        for first in spans.compactMap(\.first) { flags.add(.timeStart, toHash: first) }
        ahead = PhraseTable(hashes: spans.map { ($0, ()) }, keepingFirst: true)
        hours = set("hours")
        hourFronts = set("at")
        for word in words("early") + words("in") { flags.add(.timeStart, to: word) }
        // "il y a deux jours", "hace dos días" open with words of their own.
        if own == "fr" { flags.add(.timeStart, to: "il") }
        if own == "es" { flags.add(.timeStart, to: "hace") }
        for word in words("future") { flags.add(.future, to: word) }
        for word in words("past") { flags.add(.past, to: word) }
        for word in words("saying") { flags.add(.saying, to: word) }
        let phrases = file["\(own).zone"].map { row in
            (
                flags.tokenHashes(row[0]),
                Zone(offset: row.count > 1 ? Int(row[1]) : nil, daylight: row.count > 2 ? DaylightSaving(rawValue: row[2]) : nil)
            )
        }
        zonePhrases = PhraseTable(hashes: phrases, keepingFirst: true)
        meridiems = PhraseTable(
            hashes: file["\(own).meridiem"].compactMap { $0.count > 1 ? (flags.tokenHashes($0[0]), $0[1] == "PM") : nil },
            keepingFirst: true
        )
        until = set("until")
        later = set("later")
        let weekends = file["\(own).weekend"].map { flags.tokenHashes($0[0]) }
        self.weekends = PhraseTable(hashes: weekends.map { ($0, ()) }, keepingFirst: true)
        let elsewhere = file["\(own).elsewhere"].compactMap { row in
            row.count > 1 ? Int(row[0]).map { (flags.tokenHashes(row[1]), $0) } : nil
        }
        self.elsewhere = PhraseTable(hashes: elsewhere, keepingFirst: true)
        let elsewhereWeeks = file["\(own).elsewhereWeek"].compactMap { row in
            row.count > 1 ? Int(row[0]).map { (flags.tokenHashes(row[1]), $0) } : nil
        }
        self.elsewhereWeeks = PhraseTable(hashes: elsewhereWeeks, keepingFirst: true)
        fortnights = set("fortnight")
        rangeLinks = set("rangeLink")
        rangeFronts = set("rangeFront")
        clockFronts = set("clockFront")
        futureEndings = words("futureEnding").map { Array($0.utf8) }
        notFuture = set("notFuture")
        futurePhrases = PhraseTable(
            hashes: file["\(own).futurePhrase"].map { (flags.tokenHashes($0[0]), ()) },
            keepingFirst: true
        )
        for row in file["\(own).futureParticle"] where row.count > 1 {
            for verb in row[1].split(separator: " ") {
                futureParticles[Hash64.folded(verb), default: []].insert(Hash64.folded(row[0]))
            }
        }
        wills = set("will")
        modals = set("modal")
        notAhead = set("notAhead")
        for (hour, words) in rows("clockWord") {
            for word in words {
                clockWords[Hash64.folded(word)] = Int(hour)
                flags.add(.timeStart, to: word)
            }
        }
        // The weekend is looked for from its last word, for articles stand everywhere.
        for word in weekends.compactMap(\.last) + elsewhere.compactMap(\.0.first) + elsewhereWeeks.compactMap(\.0.first) {
            flags.add([.timeStart, .stretch], toHash: word)
        }
        quarters = set("quarter")
        halfYears = set("halfYear")
        for (number, words) in rows("shortQuarter") {
            for word in words {
                shortQuarters[Hash64.folded(word)] = Int(number)
                flags.add([.timeStart, .stretch], to: word)
            }
        }
        fiscal = set("fiscal")
        for word in words("fiscal") { flags.add([.timeStart, .stretch], to: word) }
        decadeFronts = set("decadeFront")
        for (year, words) in rows("decade") {
            for word in words {
                decades[Hash64.folded(word)] = Int(year)
                flags.add([.timeStart, .stretch], to: word)
            }
        }
        partsOfDecade = set("partOfDecade")
        dayNames = set("dayName")
        dayNamesBehind = set("dayNameBehind")
        for (minutes, words) in rows("clockUnit") {
            for word in words { clockUnits[Hash64.folded(word)] = Int(minutes) }
        }
        for word in words("century") { flags.add(own == "es" ? [.century, .timeStart] : .century, to: word) }
        for row in file["zone"] where row.count > 1 {
            let daylight = row.count > 2 ? DaylightSaving(rawValue: row[2]) : nil
            for word in row[0].split(separator: " ") {
                zones[Hash64.folded(word)] = Zone(offset: Int(row[1]), daylight: daylight)
            }
        }
        if own == "und" {
            for word
                in "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday"
                .split(separator: " ")
            {
                flags.add(.time, to: word)
            }
        }
    }
}
