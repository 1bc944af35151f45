internal import TextCore

/// The words of dates in the languages that are read.
final class Calendar: Sendable {
    static let standard = Calendar(LexiconFile(PackageResources.calendar_txt))

    let months: [UInt64: Int]
    let weekdays: Set<UInt64>
    let labels: Set<UInt64>
    let updateLabels: Set<UInt64>
    let fillers: Set<UInt64>
    /// "hours", "ago" after them, "vor" before them, and "yesterday".
    let units, agoAfter, agoBefore, days: Set<UInt64>
    /// Minutes east of UTC.
    let zones: [UInt64: Int]
    /// Zones of North America by names that hold all year ("ET"), with their offset in winter.
    let americanZones: [UInt64: Int]
    /// Words for the two halves of the day, and what follows the numbers of hours, years and months in East Asia.
    let beforeNoon, afterNoon, hourMarks, yearMarks, monthMarks: Set<UInt64>
    /// The months of Iran's calendar.
    let persianMonths: [UInt64: Int]

    init(_ lexicon: LexiconFile) {
        func numbered(_ section: String) -> [UInt64: Int] {
            var values: [UInt64: Int] = [:]
            lexicon.forEachRow(of: section) { row in
                guard let number = Int(row[0]) else { return }
                for column in 1..<max(1, row.count) { values[Hash64.folded(row.bytes(column))] = number }
            }
            return values
        }
        func words(_ section: String) -> Set<UInt64> {
            var words: Set<UInt64> = []
            lexicon.forEachRow(of: section) { row in
                for column in 1..<max(1, row.count) { row.forEachWord(column) { words.insert(Hash64.folded($0)) } }
            }
            return words
        }
        months = numbered("months")
        zones = numbered("zones")
        americanZones = numbered("zones with summer time")
        weekdays = words("weekdays")
        labels = words("labels")
        updateLabels = words("update labels")
        fillers = words("fillers")
        units = words("relative units")
        agoAfter = words("ago after")
        agoBefore = words("ago before")
        days = words("days")
        beforeNoon = words("before noon")
        afterNoon = words("after noon")
        hourMarks = words("hour marks")
        yearMarks = words("year marks")
        monthMarks = words("month marks")
        persianMonths = numbered("Persian months")
    }

    static let a = Hash64.folded("a")
    static let p = Hash64.folded("p")
    static let m = Hash64.folded("m")
    static let h = Hash64.folded("h")
    static let uhr = Hash64.folded("uhr")
    static let noon = Hash64.folded("午")
    static let above = Hash64.folded("上")
    static let below = Hash64.folded("下")
    static let before = Hash64.folded("前")
    static let after = Hash64.folded("後")
    static let afterSimplified = Hash64.folded("后")
    static let t = Hash64.folded("t")
    static let z = Hash64.folded("z")
}
