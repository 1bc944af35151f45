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

    /// Narrower terminals are taken for this wide.
    static let leastWidth = 20

    let width: Int
    let usesColor: Bool
    private(set) var text = ""

    init(width: Int, usesColor: Bool) {
        self.width = max(width, Self.leastWidth)
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

    /// A cell in front of a text.
    typealias Column = (text: String, width: Int, paint: Paint?)

    /// A row of columns and a text in the last one, all wrapped and none cut. Where too little room is left for the text, the
    /// columns stand on lines of their own above it.
    mutating func row(indent: Int, columns: [Column], content: String, paint: Paint? = nil) {
        let columns = columns.filter { $0.width > 0 }
        let start = columns.reduce(indent) { $0 + $1.width + 2 }
        guard columns.isEmpty || width - start >= min(28, width * 2 / 3) else {
            return stack(indent: indent, columns: columns, content: content, paint: paint)
        }
        let cells = columns.map { LineWrapper.wrap($0.text, width: $0.width) }
        let lines = LineWrapper.wrap(content, width: width - start)
        let isRightToLeft = SafeText.isRightToLeft(content)
        for index in 0..<(cells.map(\.count) + [lines.count]).reduce(0, max) {
            text += String(repeating: " ", count: indent)
            for (column, cell) in zip(columns, cells) {
                let shown = index < cell.count ? cell[index] : ""
                text += painted(Self.isolated(shown), column.paint)
                text += String(repeating: " ", count: max(column.width - DisplayWidth.of(shown), 0) + 2)
            }
            if index < lines.count { text += painted(Self.isolated(lines[index], isRightToLeft), paint) }
            endLine()
        }
    }

    /// The columns one after another, and the text below them.
    private mutating func stack(indent: Int, columns: [Column], content: String, paint: Paint?) {
        let room = width - indent
        var used = 0
        for column in columns where !column.text.isEmpty {
            let lines = LineWrapper.wrap(column.text, width: room)
            let length = DisplayWidth.of(lines[0])
            if used > 0, lines.count == 1, used + 2 + length <= room {
                text += "  "
                used += 2
            } else {
                if used > 0 { endLine() }
                text += String(repeating: " ", count: indent)
                used = 0
            }
            for (index, line) in lines.enumerated() {
                if index > 0 {
                    endLine()
                    text += String(repeating: " ", count: indent)
                    used = 0
                }
                text += painted(Self.isolated(line), column.paint)
                used += DisplayWidth.of(line)
            }
        }
        let isRightToLeft = SafeText.isRightToLeft(content)
        if used > 0 { endLine() }
        for line in LineWrapper.wrap(content, width: room - 2) {
            text += String(repeating: " ", count: indent + 2) + painted(Self.isolated(line, isRightToLeft), paint)
            endLine()
        }
    }

    /// A text from right to left, kept from reordering what stands beside it (Unicode Standard Annex 9).
    private static func isolated(_ text: String) -> String {
        SafeText.isRightToLeft(text) ? "\u{2068}\(text)\u{2069}" : text
    }

    /// A line of a text, isolated when the text is written from right to left, even if the line itself is not.
    private static func isolated(_ line: String, _ isRightToLeft: Bool) -> String {
        isRightToLeft ? "\u{2068}\(line)\u{2069}" : line
    }

    private mutating func endLine() {
        Self.trimTrailingBlanks(&text)
        text += "\n"
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
