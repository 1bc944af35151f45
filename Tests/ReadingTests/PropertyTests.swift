import TestSupport
import Testing
import TextCore

@testable import Reading

@Suite struct ReadingPropertyTests {
    /// Pieces that rules react to, thrown together at random.
    static let pieces = [
        "Read more:", "Also on rt.com", "By Jane Doe", "PARIS, October 18. /TASS/.", "©", "(AP)", "/", "|", ">", "18.10.2021",
        "14:05", "2021",
        "(Photo: Jane Doe/AFP)", "Share this story!", "All news", "\n", "\n\n", "\r\n", "\r", "\u{2028}", "\u{A0}", "“", "”", "«",
        "»", "—", "-",
        " ", "The council voted.", "It said why.", "Все новости", "МОСКВА", "é", "日本", "😀", "\u{0}", "\u{FEFF}", ".", "…", "!",
        "?", ":", "\"",
        "'", "[caption]", "1.", "•", "https://x.example/a", "\t", "Related articles", "e\u{301}", "\u{85}", "12", "Oct", "a.m.",
    ]

    private func check(_ article: Article) {
        var end = 0
        let bytes = article.text.bytes
        for block in article.blocks {
            guard block.range.lowerBound >= end, block.range.upperBound <= bytes.count, !block.range.isEmpty else {
                Issue.record("block \(block) after \(end) of \(bytes.count)")
                return
            }
            for edge in [block.range.lowerBound, block.range.upperBound] where edge < bytes.count {
                #expect(bytes[edge] & 0xC0 != 0x80)
            }
            #expect(
                article.text.trimmed(end..<block.range.lowerBound).isEmpty
                    || isLineEnds(article.text, end..<block.range.lowerBound)
            )
            #expect(!block.reason.isEmpty)
            end = block.range.upperBound
        }
        #expect(article.text.trimmed(end..<bytes.count).isEmpty)
    }

    private func isLineEnds(_ text: UTF8Text, _ range: Range<Int>) -> Bool {
        text[range].unicodeScalars.allSatisfy { CharacterClass.of($0.value) == .space }
    }

    @Test func blocksCoverEverythingButWhiteSpace() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<1500 {
            let count = Int.random(in: 0...40, using: &random)
            let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined(
                separator: Bool.random(using: &random) ? " " : ""
            )
            check(PlainTextReader().read(UTF8Text(text), origin: Origin(path: "a.txt")))
        }
    }

    @Test func randomBytesNeverTrap() {
        var random = SeededRandom(seed: 8)
        for _ in 0..<100 {
            let count = Int.random(in: 1...300, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            check(PlainTextReader().read(TextDecoder().decode(bytes).text, origin: Origin(path: "a.txt")))
            _ = try? ArticleReader().article(fromPlainText: bytes, path: "a.txt")
        }
    }

    @Test func randomRecordsNeverTrap() {
        var random = SeededRandom(seed: 9)
        let signs = Array(#"{}[]":,\u0n1e-.truefalsl "id"text"date"#.utf8)
        for _ in 0..<600 {
            let count = Int.random(in: 1...60, using: &random)
            var bytes = Array(#"{"text":""#.utf8)
            for _ in 0..<count { bytes.append(signs.randomElement(using: &random) ?? 0x20) }
            if let article = try? RecordReader().read(bytes + Array("\"}".utf8), origin: Origin(path: "a", line: 1)) {
                check(article)
            }
        }
    }

    @Test func linesOverChunksAreTheSameLines() throws {
        var random = SeededRandom(seed: 10)
        var expected: [String] = []
        var bytes: [UInt8] = []
        for number in 0..<400 {
            let text = "\(number) " + String(repeating: "x", count: Int.random(in: 0...4000, using: &random))
            expected.append(text)
            bytes += Array("{\"text\":\"\(text)\"}\(number.isMultiple(of: 3) ? "\r\n" : "\n")".utf8)
        }
        let folder = try TemporaryFolder(["a.jsonl": bytes])
        let results = folder.read("a.jsonl")
        #expect(results.compactMap { $0.article?.text.string } == expected)
        #expect(results.compactMap { $0.article?.origin.line } == Array(1...400))
    }
}
