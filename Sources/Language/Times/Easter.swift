internal import TextCore

/// When Easter is, by which Good Friday, Whit Monday and the like go.
///
/// The algorithms are those of Jean Meeus, “Astronomical Algorithms” (1991), chapter 8. O(1).
enum Easter {
    /// Easter Sunday of a year of the Gregorian calendar, as the western churches have it; nil outside of 1583–9999.
    static func western(_ year: Int) -> CivilTime? {
        guard (1583...9999).contains(year) else { return nil }
        let (century, inCentury) = (year / 100, year % 100)
        let golden = year % 19
        let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
        let sunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - moon - inCentury % 4) % 7
        let shift = (golden + 11 * moon + 22 * sunday) / 451
        let days = moon + sunday - 7 * shift + 114
        return CivilTime(year: year, month: days / 31, day: days % 31 + 1)
    }

    /// Easter Sunday of a year as the orthodox churches have it, by the Julian calendar, given in the Gregorian one; nil outside of
    /// 1583–9999.
    static func orthodox(_ year: Int) -> CivilTime? {
        guard (1583...9999).contains(year) else { return nil }
        let moon = (19 * (year % 19) + 15) % 30
        let sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        let days = moon + sunday + 114
        let century = year / 100
        return CivilTime(year: year, month: days / 31, day: days % 31 + 1).adding(days: century - century / 4 - 2)
    }
}
