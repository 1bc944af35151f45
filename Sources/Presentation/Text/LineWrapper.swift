/// Breaks a line into lines of a number of columns: at blanks, between ideographs (not before closing or after opening
/// punctuation), and inside a word only when it is longer than a line. O(*n*).
enum LineWrapper {
    /// The lines; at least one, empty for an empty text.
    /// - Parameters:
    ///   - first: Columns of the first line, when fewer are left there.
    static func wrap(_ text: String, width: Int, first: Int? = nil) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var lines: [String] = []
        var start = 0
        while start < scalars.count {
            let room = max(lines.isEmpty ? first ?? width : width, 2)
            var columns = 0
            var end = start
            // Where the line can end, and where the next one starts.
            var breakpoint: (end: Int, next: Int)?
            while end < scalars.count {
                let scalar = scalars[end]
                if scalar == " " {
                    breakpoint = (end, end + 1)
                } else if end > start, allowsBreak(between: scalars[end - 1], and: scalar) {
                    breakpoint = (end, end)
                }
                columns += DisplayWidth.of(scalar.value)
                if columns > room { break }
                end += 1
            }
            if end == scalars.count { breakpoint = (end, end) }
            let cut = breakpoint.flatMap { $0.end > start ? $0 : nil } ?? (end: max(end, start + 1), next: max(end, start + 1))
            var last = cut.end
            while last > start, scalars[last - 1] == " " { last -= 1 }
            lines.append(string(scalars[start..<last]))
            start = cut.next
            while start < scalars.count, scalars[start] == " " { start += 1 }
        }
        return lines.isEmpty ? [""] : lines
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func allowsBreak(between one: Unicode.Scalar, and other: Unicode.Scalar) -> Bool {
        guard isIdeographic(one) || isIdeographic(other) else { return one == "—" && other != " " && other != "—" }
        return !"、。，．！？；：」』）】〉》”’…)]}ー".unicodeScalars.contains(other)
            && !"「『（【〈《“‘([{".unicodeScalars.contains(one) && DisplayWidth.of(other.value) > 0
    }

    private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF60, 0x20000...0x3FFFD: true
        default: false
        }
    }
}
