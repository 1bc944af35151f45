import TestSupport
import Testing
import TextCore

@Suite struct LexiconTests {
    private let file = LexiconFile(Array("# Source.\na\tb\n[en]\nsay\tsaid\r\n\n\t\n# no\nin fact\tso\n[de]\nsagen".utf8))

    @Test func readsSectionsRowsAndColumns() {
        #expect(file[""] == [["a", "b"]])
        #expect(file["en"] == [["say", "said"], ["in fact", "so"]])
        #expect(file["de"] == [["sagen"]])
        #expect(file["fr"].isEmpty)
        #expect(file.sectionNames == ["", "en", "de"])
    }

    @Test func sectionsOfOneNameBelongTogether() {
        let file = LexiconFile(Array("[a]\nx\n[b]\n\n#\n[a]\ny\t\tz\n[c]".utf8))
        #expect(file["a"] == [["x"], ["y", "", "z"]])
        #expect(file.sectionNames == ["a"])
    }

    @Test func rowsAreBytes() {
        let file = LexiconFile(Array("une  forme;autre\tб;;в\n".utf8))
        var words: [String] = []
        file.forEachRow(of: "") { row in
            #expect(row.count == 2)
            #expect(row[1] == "б;;в")
            let isEmpty = row.bytes(7).isEmpty
            #expect(isEmpty)
            row.forEachWord(0) { words.append(String(decoding: $0.copied, as: UTF8.self)) }
            row.forEachWord(1, separator: UInt8(ascii: ";")) { words.append(String(decoding: $0.copied, as: UTF8.self)) }
            row.forEachWord(2) { _ in Issue.record("There is no third column.") }
        }
        #expect(words == ["une", "forme;autre", "б", "в"])
    }

    @Test func makesTables() {
        #expect(file.words("en").contains(Hash64.folded("SAID")))
        #expect(file.wordSet("de").contains(Hash64.folded("Sagen")))
        let table = file.phraseTable("en") { $0[0] }
        let tokens = Tokenizer().tokens(of: UTF8Text("In fact he said so"))
        #expect(table.longestMatch(in: tokens, at: 0, limit: 5)?.endIndex == 2)
        #expect(table.longestMatch(in: tokens, at: 3, limit: 5)?.value == "say")
        #expect(table.longestMatch(in: tokens, at: 4, limit: 5)?.value == "in fact")
    }

    /// What a reader that makes a string of every cell finds is found in the bytes, whatever the file looks like.
    @Test(arguments: 0..<200)
    func readsWhatTheSimpleReaderReads(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let pieces = ["\n", "\n", "\t", "\t", " ", "#", "[", "]", "a", "b", "é", "слово", "\r", "[a]\n", "[b c]\r\n", "# x\n"]
        let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        let file = LexiconFile(Array(text.utf8))
        let expected = Self.simple(text)
        #expect(Set(file.sectionNames) == Set(expected.keys))
        for (name, rows) in expected {
            #expect(file[name] == rows)
            let cells = rows.joined().filter { !$0.isEmpty }
            #expect(file.words(name) == Set(cells.map { Hash64.folded($0) }))
            var words: [String] = []
            file.forEachWord(of: name) { words.append(String(decoding: $0.copied, as: UTF8.self)) }
            #expect(words == cells.flatMap { $0.split(separator: " ").map(String.init) })
        }
    }

    private static func simple(_ text: String) -> [String: [[String]]] {
        var sections: [String: [[String]]] = [:]
        var section = ""
        for line in text.utf8.split(separator: UInt8(ascii: "\n")).map({ String(Substring($0)) }) {
            let scalars = line.unicodeScalars
            let line = String(String.UnicodeScalarView(scalars.last == "\r" ? scalars.dropLast() : scalars[...]))
            if line.utf8.first == UInt8(ascii: "#") { continue }
            if line.utf8.first == UInt8(ascii: "["), line.utf8.last == UInt8(ascii: "]"), line.utf8.count > 1 {
                section = String(line.dropFirst().dropLast())
                continue
            }
            let columns = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(Substring($0)) }
            if columns.contains(where: { !$0.isEmpty }) { sections[section, default: []].append(columns) }
        }
        return sections
    }
}
