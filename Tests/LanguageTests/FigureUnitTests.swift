import Language
import TestSupport
import Testing
import TextCore

@Suite("Units of one system and days of times")
struct FigureUnitTests {
    @Test("exact multiples have one base; units of two systems do not")
    func bases() {
        func isMultiple(_ unit: String, _ factor: Double, of other: String) -> Bool {
            let (one, two) = (Figure.Unit.measure(unit).base, Figure.Unit.measure(other).base)
            return one.unit == two.unit && one.factor == factor * two.factor
        }
        #expect(isMultiple("km", 1000, of: "m"))
        #expect(isMultiple("mile", 5280, of: "foot"))
        #expect(isMultiple("t", 1000, of: "kg"))
        #expect(isMultiple("week", 7, of: "day"))
        #expect(Figure.Unit.measure("km").base.unit != Figure.Unit.measure("mile").base.unit)
        #expect(Figure.Unit.count.base == (.count, 1))
        #expect(Figure.Unit.money("EUR").base == (.money("EUR"), 1))
    }

    @Test("casualties whose nouns say no more are counted as people")
    func people() {
        let figures = annotate("12 people were killed. The blast left 14 dead. It killed 3 children.").figures
        #expect(figures.map(\.casualty) == [.killed, .killed, .killed])
        #expect(figures[0].countedStem == figures[1].countedStem)
        #expect(figures[0].countedStem != figures[2].countedStem)
    }

    private func days(_ text: String) -> [ClosedRange<Int>?] {
        annotate(text, published: CivilTime(year: 2021, month: 10, day: 20)).times.map(\.days)
    }

    private func day(_ month: Int, _ day: Int, _ year: Int = 2021) -> Int {
        CivilTime(year: year, month: month, day: day).dayNumber ?? 0
    }

    @Test("a weekday and a date are compared by the days that they mean")
    func daysOfTimes() {
        #expect(days("He spoke on Tuesday.") == [day(10, 19)...day(10, 19)])
        #expect(days("He spoke on 17 October.") == [day(10, 17)...day(10, 17)])
        #expect(days("He spoke last week.") == [day(10, 11)...day(10, 17)])
        #expect(days("He spoke in June.") == [day(6, 1)...day(6, 30)])
        #expect(days("It ran May 3-7.") == [day(5, 3)...day(5, 7)])
        #expect(days("It fell in the third quarter of 2014.") == [day(7, 1, 2014)...day(9, 30, 2014)])
        #expect(days("It grew in the 1990s.") == [day(1, 1, 1990)...day(12, 31, 1999)])
        #expect(days("It was a 19th-century house.") == [day(1, 1, 1801)...day(12, 31, 1900)])
        #expect(days("It fell in fiscal 2014 and two weeks earlier.") == [nil, nil])
    }

    @Test("hostile values have no days rather than an overflow")
    func hostileDays() {
        #expect(CivilTime(year: .max).days == nil)
        #expect(CivilTime(year: 2021, month: .max).days == nil)
        #expect(CivilTime(year: 2021, week: .min).days == nil)
    }

    @Test("a dateline says which day is today, where it lies shortly before publication")
    func dateline() {
        let published = CivilTime(year: 2021, month: 10, day: 18)
        func today(_ text: String) -> String? { annotate(text, published: published).times.last?.value.iso8601 }
        #expect(today("PARIS, October 13 (Agency) - He left today.") == "2021-10-13")
        #expect(today("PARIS, October 20 (Agency) - He left today.") == "2021-10-18")
        #expect(today("PARIS, May 13 (Agency) - He left today.") == "2021-10-18")
        #expect(today("Paris, October 13 (Agency) - He left today.") == "2021-10-18")
        #expect(annotate("PARIS, October 13, 2021 - He left today.").times.last?.value.iso8601 == "2021-10-13")
    }
}
