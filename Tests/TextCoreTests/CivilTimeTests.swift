import Testing
import TextCore

@Suite struct CivilTimeTests {
    @Test func agreesWithACalendarCountedDayByDay() {
        var (year, month, day) = (1895, 1, 1)
        guard let first = CivilTime(year: year, month: month, day: day).dayNumber else {
            Issue.record("no day number")
            return
        }
        // 1 January 1895 was a Tuesday, of the first week.
        var (weekday, weekYear, week) = (2, 1895, 1)
        for number in first..<(first + 90_000) {
            let time = CivilTime(year: year, month: month, day: day)
            #expect(time.dayNumber == number)
            #expect(CivilTime(dayNumber: number) == time)
            #expect(time.weekday == weekday)
            #expect(time.isoWeek?.week == week && time.isoWeek?.year == weekYear)
            #expect(time.isPossibleDate)
            let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            day += 1
            if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
            weekday = weekday % 7 + 1
            if weekday == 1 {
                // The week with 4 January is the first.
                let isFirst = (month == 12 && day >= 29) || (month == 1 && day <= 4)
                (week, weekYear) = isFirst ? (1, month == 12 ? year + 1 : year) : (week + 1, weekYear)
            }
        }
        #expect(CivilTime(dayNumber: 0) == CivilTime(year: 1970, month: 1, day: 1))
    }

    @Test func addsDaysAndMonths() {
        let date = CivilTime(year: 2024, month: 1, day: 31)
        #expect(date.adding(months: 1) == CivilTime(year: 2024, month: 2, day: 29))
        #expect(date.adding(months: 13) == CivilTime(year: 2025, month: 2, day: 28))
        #expect(date.adding(months: -2) == CivilTime(year: 2023, month: 11, day: 30))
        #expect(date.adding(days: 30) == CivilTime(year: 2024, month: 3, day: 1))
        #expect(date.adding(days: -31) == CivilTime(year: 2023, month: 12, day: 31))
        #expect(CivilTime(year: 2024, month: 5).adding(months: 8) == CivilTime(year: 2025, month: 1))
        #expect(CivilTime(year: 0, month: 1).adding(months: -1) == CivilTime(year: -1, month: 12))
        #expect(CivilTime(month: 5, day: 1).adding(days: 1) == nil)
    }

    @Test func neverTrapsOnNumbersFromOutside() {
        for extreme in [Int.min, Int.max, -1, 0, 13, 99_999_999_999] {
            _ = CivilTime(dayNumber: extreme).iso8601
            _ = CivilTime(year: extreme, month: extreme, day: extreme).dayNumber
            _ = CivilTime(year: extreme, month: 2, day: 1).weekday
            _ = CivilTime(year: extreme, month: 1, day: 1).adding(months: extreme)
            _ = CivilTime(year: 2000, month: 1, day: 1).adding(days: extreme)
            _ = CivilTime(year: 2000, month: 1, day: 1).adding(months: extreme)
            _ = CivilTime(year: extreme, month: extreme, hour: extreme, minute: extreme, offset: extreme).iso8601
            _ = CivilTime(year: extreme, month: 2, day: extreme).isPossibleDate
        }
        #expect(CivilTime(dayNumber: .max) == CivilTime(year: 1_000_000, month: 12, day: 31))
        #expect(CivilTime(dayNumber: .min) == CivilTime(year: -1_000_000, month: 1, day: 1))
        #expect(CivilTime(year: 2021, month: 13, day: 1).dayNumber == nil)
        #expect(!CivilTime(year: 2021, month: 4, day: 31).isPossibleDate)
        #expect(!CivilTime(year: 2021, month: 2, day: 29).isPossibleDate)
        #expect(CivilTime(month: 2, day: 29).isPossibleDate)
    }

    @Test func writesISO8601() {
        #expect(CivilTime(year: 2021, month: 10, day: 18, hour: 14, minute: 5).iso8601 == "2021-10-18T14:05")
        #expect(CivilTime(year: 2021, month: 10, day: 17, part: .evening).iso8601 == "2021-10-17TEV")
        #expect(CivilTime(year: 2021, week: 5).iso8601 == "2021-W05")
        #expect(CivilTime(year: 2021, season: .summer).iso8601 == "2021-SU")
        #expect(CivilTime(month: 10, day: 18).iso8601 == "XXXX-10-18")
        #expect(CivilTime(year: 50).iso8601 == "0050")
        #expect(CivilTime(year: -50).iso8601 == "-0050")
        #expect(CivilTime(year: 2021, month: 1, day: 2, hour: 3, offset: 0).iso8601 == "2021-01-02T03:00Z")
        #expect(CivilTime(year: 2021, month: 1, day: 2, hour: 3, second: 9, offset: -210).iso8601 == "2021-01-02T03:00:09-03:30")
    }
}
