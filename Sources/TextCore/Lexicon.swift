/// A lexicon file, as Stemma's modules embed them: UTF-8 lines, `#` comments, `[section]` headers, tab-separated columns.
///
/// The first line is a comment that names source and licence. Rows before the first header belong to section `""`. Rows of
/// sections of one name belong together.
///
/// ```
/// # Cue verbs. Written for Stemma, Apache-2.0.
/// [en]
/// say<TAB>said<TAB>saying
/// ```
///
/// Opening a file only finds its headers. The rows of a section are cut when they are asked for: most sections of most files are
/// about languages that a run has no text in, and every run of the command waits for its lexicons.
public struct LexiconFile: Sendable {
    /// A header with the lines below it.
    private struct Section {
        let name: Range<Int>
        let lines: Range<Int>
    }

    private let bytes: [UInt8]
    private let sections: [Section]

    /// Opens embedded bytes. O(*n*).
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var sections: [Section] = []
        var (name, start) = (0..<0, 0)
        Self.forEachLine(of: bytes.span, in: 0..<bytes.count) { line in
            guard line.count > 1, bytes[line.lowerBound] == UInt8(ascii: "["), bytes[line.upperBound - 1] == UInt8(ascii: "]")
            else { return }
            sections.append(Section(name: name, lines: start..<line.lowerBound))
            (name, start) = (line.dropFirst().dropLast(), line.upperBound)
        }
        sections.append(Section(name: name, lines: start..<bytes.count))
        self.sections = sections
    }

    /// The names of the sections that have rows, each once, in the order of the file. O(*n*).
    public var sectionNames: [String] {
        var names: [String] = []
        var known: Set<String> = []
        for section in sections {
            let name = String(decoding: bytes[section.name], as: UTF8.self)
            if hasRows(section), known.insert(name).inserted { names.append(name) }
        }
        return names
    }

    /// The rows of a section, each a list of columns, in file order; none when there is no such section. O(*n*) in the bytes of
    /// the section.
    public subscript(section: String) -> [[String]] {
        var rows: [[String]] = []
        forEachRow(of: section) { rows.append($0.strings) }
        return rows
    }

    /// Calls `body` with each row of a section in file order, without making strings. O(*n*) in the bytes of the section.
    public func forEachRow(of section: String, _ body: (LexiconRow) -> Void) {
        let name = Array(section.utf8)
        for section in sections where section.name.count == name.count && bytes[section.name].elementsEqual(name) {
            forEachRow(of: section, body)
        }
    }

    private func forEachRow(of section: Section, _ body: (LexiconRow) -> Void) {
        var row = LexiconRow(of: bytes)
        Self.forEachLine(of: bytes.span, in: section.lines) { line in
            // Lines of tabs alone are no rows.
            if bytes[line.lowerBound] != UInt8(ascii: "#"), row.take(line) { body(row) }
        }
    }

    private func hasRows(_ section: Section) -> Bool {
        var hasRows = false
        Self.forEachLine(of: bytes.span, in: section.lines) { line in
            hasRows = hasRows || bytes[line.lowerBound] != UInt8(ascii: "#") && bytes[line].contains { $0 != UInt8(ascii: "\t") }
        }
        return hasRows
    }

    /// Calls `body` with each line that has a byte, without its line end.
    private static func forEachLine(of bytes: Span<UInt8>, in range: Range<Int>, _ body: (Range<Int>) -> Void) {
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, bytes[end] != UInt8(ascii: "\n") { end += 1 }
            let line = start..<(end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end)
            if !line.isEmpty { body(line) }
            start = end + 1
        }
    }

    /// Calls `body` with every column of every row of a section that has something in it, as UTF-8 bytes. O(*n*).
    public func forEachCell(of section: String, _ body: (Span<UInt8>) -> Void) {
        forEachRow(of: section) { row in
            for column in 0..<row.count {
                let cell = row.bytes(column)
                if !cell.isEmpty { body(cell) }
            }
        }
    }

    /// Calls `body` with every word of a section whose columns are lists divided by `separator`, as UTF-8 bytes. O(*n*).
    public func forEachWord(of section: String, separator: UInt8 = UInt8(ascii: " "), _ body: (Span<UInt8>) -> Void) {
        forEachRow(of: section) { row in
            for column in 0..<row.count { row.forEachWord(column, separator: separator, body) }
        }
    }

    /// The hashes of every column of every row of a section: for sets of single words.
    public func words(_ section: String) -> Set<UInt64> {
        var words: Set<UInt64> = []
        forEachCell(of: section) { words.insert(Hash64.folded($0)) }
        return words
    }

    /// Every column of every row of a section, as a set of single words that hot paths ask.
    public func wordSet(_ section: String) -> WordSet {
        var words = WordSet()
        forEachCell(of: section) { words.insert(Hash64.folded($0)) }
        return words
    }

    /// Every column of every row of a section as a phrase, with the value that `value` makes of its row.
    public func phraseTable<Value>(_ section: String, _ value: ([String]) -> Value) -> PhraseTable<Value> {
        PhraseTable(self[section].flatMap { row in row.filter { !$0.isEmpty }.map { ($0, value(row)) } })
    }
}
