import Testing

@testable import Collation

@Suite("Words set against each other")
struct WordAlignmentTests {
    private func alignment(_ a: String, _ b: String) throws -> WordAlignment {
        func words(_ line: String) -> [WordAlignment.Word] {
            line.split(separator: " ").enumerated().map { WordAlignment.Word(hash: UInt64($1.utf8.first ?? 0), token: $0) }
        }
        return try #require(WordAlignment(words(a), words(b)))
    }

    @Test("the same words have no slots")
    func same() throws {
        let same = try alignment("a b c", "a b c")
        #expect(same.common == 3)
        #expect(same.slots.isEmpty)
    }

    @Test("what stands in one place of both is one slot")
    func substitution() throws {
        let found = try alignment("a b c d", "a x y d")
        #expect(found.common == 2)
        #expect(found.slots.map(\.first) == [[1, 2]])
        #expect(found.slots.map(\.second) == [[1, 2]])
    }

    @Test("what only one has is a slot with one side, at the ends, too")
    func oneSided() throws {
        let found = try alignment("a b c", "x a c y")
        #expect(found.common == 2)
        #expect(found.slots.map(\.first) == [[], [1], []])
        #expect(found.slots.map(\.second) == [[0], [], [3]])
    }

    @Test("nothing in common is one slot")
    func nothing() throws {
        let found = try alignment("a b", "x y")
        #expect(found.common == 0)
        #expect(found.slots.count == 1)
    }

    @Test("passages longer than the bound are not compared")
    func bound() {
        let words = (0...WordAlignment.most).map { WordAlignment.Word(hash: UInt64($0), token: $0) }
        #expect(WordAlignment(words, words) == nil)
    }
}
