/// A lexicon file, as Stemma's modules embed them: UTF-8 lines, `#` comments, `[section]` headers, tab-separated columns.
///
/// The first line is a comment that names source and licence. Rows before the first header belong to section `""`.
///
/// ```
/// # Cue verbs. Written for Stemma, Apache-2.0.
/// [en]
/// say<TAB>said<TAB>saying
/// ```
public struct LexiconFile: Sendable {
    /// Rows by section, each a list of columns, in file order.
    public let sections: [String: [[String]]]

    /// Parses embedded bytes. O(*n*).
    public init(_ bytes: [UInt8]) {
        var sections: [String: [[String]]] = [:]
        var section = ""
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            // By bytes: every run of the command starts with this, and splitting by characters is ten times slower.
            let line = line.last == 0x0D ? line.dropLast() : line
            if line.first == UInt8(ascii: "#") { continue }
            if line.first == UInt8(ascii: "["), line.last == UInt8(ascii: "]") {
                section = String(decoding: line.dropFirst().dropLast(), as: UTF8.self)
                continue
            }
            let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard columns.contains(where: { !$0.isEmpty }) else { continue }
            sections[section, default: []].append(columns)
        }
        self.sections = sections
    }

    /// The rows of a section; none when there is no such section.
    public subscript(section: String) -> [[String]] { sections[section] ?? [] }

    /// The hashes of every column of every row of a section: for sets of single words.
    public func words(_ section: String) -> Set<UInt64> {
        Set(self[section].joined().filter { !$0.isEmpty }.map { Hash64.folded($0) })
    }

    /// Every column of every row of a section, as a set of single words that hot paths ask.
    public func wordSet(_ section: String) -> WordSet {
        WordSet(self[section].joined().filter { !$0.isEmpty })
    }

    /// Every column of every row of a section as a phrase, with the value that `value` makes of its row.
    public func phraseTable<Value>(_ section: String, _ value: ([String]) -> Value) -> PhraseTable<Value> {
        PhraseTable(self[section].flatMap { row in row.filter { !$0.isEmpty }.map { ($0, value(row)) } })
    }
}
