/// Lines of text for a terminal or a log file, wrapped to a width, with colour on top where it is wanted.
struct TerminalCanvas {
    /// SGR attributes, ECMA-48: understood by every terminal in use, and readable on light and dark grounds.
    enum Paint: String {
        case bold = "1"
        case faint = "2"
        case label = "36"
        case good = "32"
        case warning = "33"
        case bad = "31"
        case section = "1;34"
    }

    let width: Int
    let usesColor: Bool
    private(set) var text = ""

    init(width: Int, usesColor: Bool) {
        self.width = max(width, 40)
        self.usesColor = usesColor
    }

    /// A text in a colour; the text itself where colours are off.
    func painted(_ text: String, _ paint: Paint?) -> String {
        guard usesColor, let paint, !text.isEmpty else { return text }
        return "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m"
    }

    mutating func blank() {
        text += "\n"
    }

    mutating func line(_ line: String) {
        text += line + "\n"
    }

    /// A wrapped paragraph.
    mutating func paragraph(_ content: String, indent: Int = 0, hanging: Int? = nil, paint: Paint? = nil) {
        let rest = hanging ?? indent
        let lines = LineWrapper.wrap(content, width: width - rest, first: width - indent)
        for (index, line) in lines.enumerated() {
            text += String(repeating: " ", count: index == 0 ? indent : rest) + painted(line, paint) + "\n"
        }
    }

    /// A row of columns of fixed width and a wrapped text in the last one.
    mutating func row(indent: Int, columns: [(text: String, width: Int, paint: Paint?)], content: String, paint: Paint? = nil) {
        var head = String(repeating: " ", count: indent)
        var start = indent
        for column in columns where column.width > 0 {
            let shown = Self.fitted(column.text, column.width)
            head += painted(shown, column.paint)
            head += String(repeating: " ", count: column.width - DisplayWidth.of(shown) + 2)
            start += column.width + 2
        }
        let isolated = SafeText.isRightToLeft(content)
        for (index, line) in LineWrapper.wrap(content, width: width - start).enumerated() {
            let shown = isolated ? "\u{2068}\(line)\u{2069}" : line
            text += (index == 0 ? head : String(repeating: " ", count: start)) + painted(shown, paint)
            Self.trimTrailingBlanks(&text)
            text += "\n"
        }
    }

    private static func trimTrailingBlanks(_ text: inout String) {
        while text.utf8.last == 0x20 { text.unicodeScalars.removeLast() }
    }

    /// A text cut to a width, with an ellipsis where something was cut.
    static func fitted(_ text: String, _ width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        var view = String.UnicodeScalarView()
        var columns = 0
        for scalar in text.unicodeScalars {
            let next = DisplayWidth.of(scalar.value)
            guard columns + next <= width - 1 else { break }
            view.append(scalar)
            columns += next
        }
        return String(view) + "…"
    }
}
