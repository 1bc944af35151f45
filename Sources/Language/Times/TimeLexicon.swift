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
    private(set) var days = PhraseTable<Day>()
    /// What makes a season a time in front of it, seasons that are one by themselves ("летом"), and what none has behind it ("fall of").
    private(set) var seasonFronts = WordSet()
    private(set) var seasonsAlone = WordSet()
    private(set) var notBehindSeason = WordSet()
    /// Parts of months, seasons and years: "early", "end of".
    private(set) var portions: [UInt64: TimeScanner.PortionWord] = [:]
    /// "Jahresende"
    private(set) var portionCompounds: [UInt64: (portion: TimeExpression.Portion, unit: Unit)] = [:]
    /// Of the words that look ahead, those that do so only right in front of a time: "until".
    private(set) var limits = WordSet()
    /// "by": in front of a time that lies ahead where nothing speaks of the past.
    private(set) var deadlines = WordSet()
    /// "previous": counts from a month or year that the sentence names, rather than from publication.
    private(set) var anchored = WordSet()
    /// "Christmas Eve"
    private(set) var namedDays = PhraseTable<TimeScanner.NamedDay>()
    /// "last" of "the last Sunday in October".
    private(set) var last = WordSet()
    private(set) var relative: [UInt64: Int] = [:]
    private(set) var relativeAfter: [UInt64: Int] = [:]
    private(set) var units: [UInt64: Unit] = [:]
    private(set) var early = WordSet()
    private(set) var prepositions = WordSet()
    private(set) var ago = WordSet()
    /// Months' short names, which take a dot.
    private(set) var shortMonths: Set<UInt64> = []
    /// What opens a span that lies ahead: "через два дня".
    private(set) var ahead = PhraseTable<Void>()
    /// Words behind an hour of the day, and words in front of it that tell it from a duration.
    private(set) var hours = WordSet()
    private(set) var hourFronts = WordSet()
    /// A zone: its standard time in minutes east of UTC, nil where the place is not said ("local time"), and when its clocks are
    /// ahead.
    struct Zone: Sendable {
        let offset: Int?
        var daylight: DaylightSaving?
    }

    private(set) var zones: [UInt64: Zone] = [:]
    /// Zones of several words.
    private(set) var zonePhrases = PhraseTable<Zone>()
    /// "du soir", "утра": whether an hour in front of it is in the second half of the day.
    private(set) var meridiems = PhraseTable<Bool>()
    /// Between the days of a range: "to", "bis".
    private(set) var until = WordSet()
    /// Of the words of ``early``, those that look forward.
    private(set) var later = WordSet()
    private(set) var weekends = PhraseTable<Void>()
    /// Days counted from one that the text names: "the following day", with how many.
    private(set) var elsewhere = PhraseTable<Int>()
    /// Weeks counted from a day that the text names: "the following week", with how many.
    private(set) var elsewhereWeeks = PhraseTable<Int>()
    /// "fortnight"
    private(set) var fortnights = WordSet()
    /// Between two times that are one stretch, and in front of the first: "to", "from".
    private(set) var rangeLinks = WordSet()
    private(set) var rangeFronts = WordSet()
    /// Hours that have a name ("noon"), and what stands in front of them.
    private(set) var clockWords: [UInt64: Int] = [:]
    private(set) var clockFronts = WordSet()
    /// How verbs in the simple future end ("arrivera"), and words that end so and are in the past ("expira").
    private(set) var futureEndings: [[UInt8]] = []
    private(set) var notFuture = WordSet()
    /// Verbs in the present that speak of what is to come: "takes place"; those with a particle at the end of the clause, "findet …
    /// statt"; and verbs that do so behind a day.
    private(set) var futurePhrases = PhraseTable<Void>()
    /// Verbs in the plural of the present that do so behind a noun: "the talks start".
    private(set) var pluralPlans = WordSet()
    private(set) var futureParticles: [UInt64: Set<UInt64>] = [:]
    private(set) var wills = WordSet()
    /// Verbs of what is possible or due, and the words behind them with which they do not speak of what is to come.
    private(set) var modals = WordSet()
    private(set) var notAhead = WordSet()
    private(set) var quarters = WordSet()
    private(set) var halfYears = WordSet()
    /// "Q3"
    private(set) var shortQuarters: [UInt64: Int] = [:]
    private(set) var fiscal = WordSet()
    /// "années" of "années 90".
    private(set) var decadeFronts = WordSet()
    /// "nineties"
    private(set) var decades: [UInt64: Int] = [:]
    private(set) var partsOfDecade = WordSet()
    /// "Easter" of Easter Monday, "Santo" of Viernes Santo.
    private(set) var dayNames = WordSet()
    private(set) var dayNamesBehind = WordSet()
    /// "past" of "the past two years"; and what stands between "three months" and the month in which they end: "to".
    private(set) var pastSpans = WordSet()
    private(set) var upTo = PhraseTable<Void>()
    /// Words of what happens on many days: "daily".
    private(set) var repeating = WordSet()
    /// Hours and minutes, in minutes.
    private(set) var clockUnits: [UInt64: Int] = [:]
    let language: String

    init(language: String, flags: inout VocabularyBuilder) {
        self.language = language
        let file = LexiconFile(PackageResources.times_txt)
        let rows = LanguageSections(file, language: language, orNoneWithout: "month")
        for word in NameContexts.shared.times(language) + rows.words("name") { flags.add(.time, to: String(word)) }
        for word in rows.words("opening") { flags.add(.timeStart, to: word) }
        readMonths(rows, &flags)
        readWeekdays(rows, &flags)
        readDays(rows, &flags)
        readSeasons(rows, &flags)
        readPortions(rows, &flags)
        readUnits(rows, &flags)
        readStretches(rows, &flags)
        readYears(rows, &flags)
        readClock(rows, &flags)
        readZones(rows)
        readTense(rows, &flags)
    }

    /// Short forms of months have up to as many bytes: `sept`.
    private static let shortMonthLimit = 5

    private mutating func readMonths(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        for row in rows.rows("month", columns: 2) {
            for (offset, word) in row[1].split(separator: " ").enumerated() {
                if offset > 0, word.utf8.count <= Self.shortMonthLimit { shortMonths.insert(Hash64.folded(word)) }
                months[Hash64.folded(word)] = Int(row[0])
                flags.add([.time, .timeStart], to: word)
            }
        }
    }

    private mutating func readWeekdays(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        let suffixes = rows.values("weekdayPart") { CivilTime.DayPart(rawValue: $0) }
        for (word, number) in rows.values("weekday", { Int($0) }) {
            weekdays[Hash64.folded(word)] = number
            flags.add([.time, .timeStart], to: word)
            for (suffix, part) in suffixes {
                weekdayParts[Hash64.folded(word + suffix)] = (number, part)
                flags.add([.time, .timeStart], to: word + suffix)
            }
        }
        for (word, part) in rows.values("part", { CivilTime.DayPart(rawValue: $0) }) { parts[Hash64.folded(word)] = part }
        dayNames = rows.set("dayName")
        dayNamesBehind = rows.set("dayNameBehind")
    }

    /// Days counted from publication, and those that have a name.
    private mutating func readDays(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        let near = rows.phrases("day", at: 1) { row in
            let columns = row[0].split(separator: " ")
            return columns.first.flatMap { Int($0) }.map { offset in
                Day(offset: offset, part: columns.count > 1 ? CivilTime.DayPart(rawValue: String(columns[1])) : nil)
            }
        }
        for day in near {
            if let first = day.hashes.first {
                flags.add(day.hashes.count == 1 ? [.time, .timeStart] : .timeStart, toHash: first)
            }
        }
        days = PhraseTable(near)
        let named = rows.phrases("namedDay", at: 1) { TimeScanner.NamedDay($0[0]) }
        flags.add(.timeStart, toStartsOf: named)
        namedDays = PhraseTable(named)
        last = rows.set("last")
        for word in rows.words("last") { flags.add(.timeStart, to: word) }
    }

    private mutating func readSeasons(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        // « été » is more often a participle.
        let areTimes = !rows.words("seasonIsTime").isEmpty
        for (word, season) in rows.values("season", { CivilTime.Season(rawValue: $0) }) {
            seasons[Hash64.folded(word)] = season
            flags.add(areTimes ? [.time, .timeStart] : .timeStart, to: word)
        }
        seasonFronts = rows.set("seasonFront")
        seasonsAlone = rows.set("seasonAlone")
        notBehindSeason = rows.set("notBehindSeason")
    }

    private mutating func readPortions(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        let words = rows.values("portion") { kind -> TimeScanner.PortionWord? in
            let columns = kind.split(separator: " ")
            return columns.first.flatMap { TimeExpression.Portion(rawValue: String($0)) }.map {
                TimeScanner.PortionWord(portion: $0, needsOf: columns.count > 1)
            }
        }
        for (word, portion) in words {
            portions[Hash64.folded(word)] = portion
            flags.add(.timeStart, to: word)
        }
        let compounds = rows.values("portionCompound") { kind -> (portion: TimeExpression.Portion, unit: Unit)? in
            let columns = kind.split(separator: " ").map(String.init)
            guard columns.count == 2, let portion = TimeExpression.Portion(rawValue: columns[0]),
                let unit = Unit(rawValue: columns[1])
            else { return nil }
            return (portion, unit)
        }
        for (word, compound) in compounds {
            portionCompounds[Hash64.folded(word)] = compound
            flags.add(.timeStart, to: word)
        }
        partsOfDecade = rows.set("partOfDecade")
    }

    /// Weeks, months, years, and what counts them from publication.
    private mutating func readUnits(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        for (word, offset) in rows.values("relative", { Int($0) }) {
            relative[Hash64.folded(word)] = offset
            flags.add(.timeStart, to: word)
        }
        for (word, offset) in rows.values("relativeAfter", { Int($0) }) { relativeAfter[Hash64.folded(word)] = offset }
        for (word, unit) in rows.values("unit", { Unit(rawValue: $0) }) {
            units[Hash64.folded(word)] = unit
            // A compound is several tokens.
            if !word.contains("-") { flags.add(.timeStart, to: word) }
        }
        fortnights = rows.set("fortnight")
        anchored = rows.set("anchored")
        pastSpans = rows.set("pastSpan")
        for word in rows.words("pastSpan") { flags.add(.timeStart, to: word) }
        upTo = rows.phraseTable("upTo")
        repeating = rows.set("repeating")
    }

    /// Spans before and after, ranges, weekends, and days counted from one that the text names.
    private mutating func readStretches(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        early = rows.set("early")
        later = rows.set("later")
        prepositions = rows.set("in")
        ago = rows.set("ago")
        for word in rows.words("early") + rows.words("in") { flags.add(.timeStart, to: word) }
        let spans = rows.phrases("ahead", columns: 1) { _ in () }
        flags.add(.timeStart, toStartsOf: spans)
        ahead = PhraseTable(spans)
        until = rows.set("until")
        rangeLinks = rows.set("rangeLink")
        rangeFronts = rows.set("rangeFront")
        let weekends = rows.phrases("weekend", columns: 1) { _ in () }
        self.weekends = PhraseTable(weekends)
        let elsewhere = rows.phrases("elsewhere", at: 1) { Int($0[0]) }
        self.elsewhere = PhraseTable(elsewhere)
        let elsewhereWeeks = rows.phrases("elsewhereWeek", at: 1) { Int($0[0]) }
        self.elsewhereWeeks = PhraseTable(elsewhereWeeks)
        flags.add([.timeStart, .stretch], toStartsOf: elsewhere + elsewhereWeeks)
        // The weekend is looked for from its last word, for articles stand everywhere.
        for word in weekends.compactMap(\.hashes.last) { flags.add([.timeStart, .stretch], toHash: word) }
    }

    /// Quarters, halves, financial years, decades and centuries.
    private mutating func readYears(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        quarters = rows.set("quarter")
        halfYears = rows.set("halfYear")
        for (word, number) in rows.values("shortQuarter", { Int($0) }) {
            shortQuarters[Hash64.folded(word)] = number
            flags.add([.timeStart, .stretch], to: word)
        }
        fiscal = rows.set("fiscal")
        for word in rows.words("fiscal") { flags.add([.timeStart, .stretch], to: word) }
        decadeFronts = rows.set("decadeFront")
        for (word, year) in rows.values("decade", { Int($0) }) {
            decades[Hash64.folded(word)] = year
            flags.add([.timeStart, .stretch], to: word)
        }
        for word in rows.words("century") { flags.add(.century, to: word) }
    }

    private mutating func readClock(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        hours = rows.set("hours")
        hourFronts = rows.set("at")
        meridiems = PhraseTable(rows.phrases("meridiem") { $0[1] == "PM" })
        clockFronts = rows.set("clockFront")
        for (word, hour) in rows.values("clockWord", { Int($0) }) {
            clockWords[Hash64.folded(word)] = hour
            flags.add(.timeStart, to: word)
        }
        for (word, minutes) in rows.values("clockUnit", { Int($0) }) { clockUnits[Hash64.folded(word)] = minutes }
    }

    private mutating func readZones(_ rows: LanguageSections) {
        func zone(_ row: [String]) -> Zone {
            Zone(offset: row.count > 1 ? Int(row[1]) : nil, daylight: row.count > 2 ? DaylightSaving(rawValue: row[2]) : nil)
        }
        zonePhrases = PhraseTable(rows.phrases("zone", columns: 1, zone))
        for row in rows.file["zone"] where row.count > 1 {
            for word in row[0].split(separator: " ") { zones[Hash64.folded(word)] = zone(row) }
        }
    }

    /// What tells whether a time lies ahead.
    private mutating func readTense(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        for word in rows.words("future") { flags.add(.future, to: word) }
        for word in rows.words("past") { flags.add(.past, to: word) }
        for word in rows.words("saying") { flags.add(.saying, to: word) }
        limits = rows.set("limit")
        deadlines = rows.set("deadline")
        futureEndings = rows.words("futureEnding").map { Array($0.utf8) }
        notFuture = rows.set("notFuture")
        futurePhrases = rows.phraseTable("futurePhrase")
        pluralPlans = rows.set("pluralPlan")
        for row in rows.rows("futureParticle", columns: 2) {
            for verb in row[1].split(separator: " ") {
                futureParticles[Hash64.folded(verb), default: []].insert(Hash64.folded(row[0]))
            }
        }
        wills = rows.set("will")
        modals = rows.set("modal")
        notAhead = rows.set("notAhead")
    }
}
