import Language
import TestSupport
import Testing
import TextCore

/// A line of a table: a sentence and what is found in it.
struct TableRow: Sendable, CustomTestStringConvertible {
    let language: String
    let text: String
    let expected: [String]
    var testDescription: String { language + ": " + text }

    /// The rows of a table; expected findings are apart by `; `, and a dash is none.
    static func rows(_ language: String, _ table: String) -> [TableRow] {
        table.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "|", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            func trimmed(_ part: Substring) -> String {
                let text = UTF8Text(part)
                return text[text.trimmed(text.range)]
            }
            let right = trimmed(parts[1])
            let expected = right == "-" ? [] : right.split(separator: ";").map(trimmed)
            return TableRow(language: language, text: trimmed(parts[0]), expected: expected)
        }
    }
}

extension Figure {
    /// `words = value[..second] [bound] unit [{noun counted}] [@role] [#casualty]`.
    func described(in text: UTF8Text) -> String {
        func number(_ value: Double) -> String {
            let rounded = (value * 1000).rounded() / 1000
            return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : String(rounded)
        }
        let unit =
            switch unit {
            case .count: "count"
            case .percent: "percent"
            case .money(let code): code
            case .ratio: "ratio"
            case .share: "share"
            case .ordinal: "ordinal"
            case .measure(let unit): unit
            }
        var line = "\(text[range]) = \(number(value))"
        if let second { line += "..\(number(second))" }
        if bound != .exact { line += " \(bound.rawValue)" }
        line += " \(unit)"
        if let counted { line += " {\(text[counted])}" }
        if role != .value { line += " @\(role.rawValue)" }
        if let casualty { line += " #\(casualty.rawValue)" }
        return line
    }
}

extension TimeExpression {
    /// `words = ISO 8601 value[ third][/end], precision`.
    func described(in text: UTF8Text) -> String {
        let (value, last) = resolved
        let until = end == nil ? "" : last.map { "/" + $0.iso8601 } ?? ""
        return "\(text[range]) = \(value.iso8601)\(portion.map { " " + $0.rawValue } ?? "")\(until), \(granularity.rawValue)"
    }
}

@Suite("Tables of figures and times")
struct TableTests {
    @Test(
        "figures",
        arguments: TableRow.rows("en", FigureTable.english) + TableRow.rows("fr", FigureTable.french)
            + TableRow.rows("de", FigureTable.german) + TableRow.rows("es", FigureTable.spanish)
            + TableRow.rows("ru", FigureTable.russian)
    )
    func figures(_ row: TableRow) { checkFigures(row) }

    @Test(
        "roles of figures",
        arguments: TableRow.rows("en", FigureRoleTable.english) + TableRow.rows("fr", FigureRoleTable.french)
            + TableRow.rows("de", FigureRoleTable.german) + TableRow.rows("es", FigureRoleTable.spanish)
            + TableRow.rows("ru", FigureRoleTable.russian)
    )
    func roles(_ row: TableRow) { checkFigures(row) }

    @Test(
        "what money, percentages and votes are for, and losses",
        arguments: TableRow.rows("en", PurposeTable.english) + TableRow.rows("fr", PurposeTable.french)
            + TableRow.rows("de", PurposeTable.german) + TableRow.rows("es", PurposeTable.spanish)
            + TableRow.rows("ru", PurposeTable.russian)
    )
    func purposes(_ row: TableRow) { checkFigures(row) }

    @Test(
        "metres and millions",
        arguments: TableRow.rows("en", MetreTable.english) + TableRow.rows("fr", MetreTable.french)
            + TableRow.rows("de", MetreTable.german) + TableRow.rows("es", MetreTable.spanish)
    )
    func metres(_ row: TableRow) { checkFigures(row) }

    private func checkFigures(_ row: TableRow) {
        let annotated = annotate(row.text, row.language, published: CivilTime(year: 2021, month: 10, day: 18))
        #expect(annotated.figures.map { $0.described(in: annotated.text) } == row.expected)
        #expect(faults(in: annotated).isEmpty)
    }

    @Test(
        "times",
        arguments: TableRow.rows("en", TimeTable.english) + TableRow.rows("fr", TimeTable.french)
            + TableRow.rows("de", TimeTable.german) + TableRow.rows("es", TimeTable.spanish)
            + TableRow.rows("ru", TimeTable.russian)
    )
    func times(_ row: TableRow) { checkTimes(row) }

    @Test(
        "stretches of time",
        arguments: TableRow.rows("en", TimeStretchTable.english) + TableRow.rows("fr", TimeStretchTable.french)
            + TableRow.rows("de", TimeStretchTable.german) + TableRow.rows("es", TimeStretchTable.spanish)
            + TableRow.rows("ru", TimeStretchTable.russian)
    )
    func stretches(_ row: TableRow) { checkTimes(row) }

    @Test(
        "days with times of the day, and days ahead",
        arguments: TableRow.rows("en", DayAndClockTable.english) + TableRow.rows("fr", DayAndClockTable.french)
            + TableRow.rows("de", DayAndClockTable.german) + TableRow.rows("es", DayAndClockTable.spanish)
            + TableRow.rows("ru", DayAndClockTable.russian)
    )
    func daysAndClocks(_ row: TableRow) { checkTimes(row) }

    @Test(
        "days counted in a month, thirds of months, seasons",
        arguments: TableRow.rows("en", CountedDayTable.english) + TableRow.rows("fr", CountedDayTable.french)
            + TableRow.rows("de", CountedDayTable.german) + TableRow.rows("es", CountedDayTable.spanish)
            + TableRow.rows("ru", CountedDayTable.russian)
    )
    func countedDays(_ row: TableRow) { checkTimes(row) }

    private func checkTimes(_ row: TableRow) {
        let annotated = annotate(row.text, row.language, published: CivilTime(year: 2021, month: 10, day: 18))
        #expect(annotated.times.map { $0.described(in: annotated.text) } == row.expected)
        #expect(faults(in: annotated).isEmpty)
    }
}
