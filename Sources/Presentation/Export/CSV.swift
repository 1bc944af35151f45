/// Tables for spreadsheets: RFC 4180, rows ending with CR LF.
///
/// Cells are made harmless like all output for people, with their line breaks kept as LF; JSON gives the exact words. A cell that
/// a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line end) gets an apostrophe in front,
/// as OWASP ("CSV Injection") advises.
enum CSV {
    /// One row with its line end.
    static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    /// One cell, guarded and quoted where it must be.
    static func cell(_ value: String) -> String {
        let value = SafeText.lines(value)
        guard let first = value.utf8.first else { return "" }
        let isFormula = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A].contains(first) || isWideFormula(value)
        let guarded = isFormula ? "'" + value : value
        guard guarded.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return guarded }
        var quoted = "\""
        for scalar in guarded.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// Whether a cell begins with the full-width form of a sign that opens formulas.
    private static func isWideFormula(_ value: String) -> Bool {
        ["＝", "＋", "－", "＠"].contains { value.hasPrefix($0) }
    }
}
