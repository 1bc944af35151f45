import TestSupport
import Testing
import TextCore

@Suite struct PhraseTableTests {
    private func matches(_ table: PhraseTable<Int>, _ string: String) -> [String] {
        let text = UTF8Text(string)
        let tokens = Tokenizer().tokens(of: text)
        var found: [String] = []
        var at = 0
        while at < tokens.count {
            if let match = table.longestMatch(in: tokens, at: at, limit: tokens.count) {
                found.append("\(match.value):" + text[tokens[at].range.lowerBound..<tokens[match.endIndex - 1].range.upperBound])
                at = match.endIndex
            } else {
                at += 1
            }
        }
        return found
    }

    @Test func prefersTheLongestPhrase() {
        let table = PhraseTable([("according to", 1), ("according to reports from", 2), ("vice-president", 3), ("to", 4)])
        #expect(table.count == 4)
        #expect(table.longestPhrase == 4)
        #expect(
            matches(table, "According to reports that, ACCORDING  TO\nreports from the Vice-President to us; according")
                == ["1:According to", "2:ACCORDING  TO\nreports from", "3:Vice-President", "4:to"]
        )
    }

    @Test func matchesWhateverTheApostrophe() {
        let table = PhraseTable([("l'homme d'affaires", 1), ("o'brien", 2), ("u.s.", 3)])
        #expect(matches(table, "L’homme d’affaires O’Brien, U.S. Senate") == ["1:L’homme d’affaires", "2:O’Brien", "3:U.S."])
    }

    @Test func keepsToItsLimit() {
        let table = PhraseTable([("a b c", 1), ("a b", 2)])
        let tokens = Tokenizer().tokens(of: UTF8Text("a b c"))
        #expect(table.longestMatch(in: tokens, at: 0, limit: 3)?.value == 1)
        #expect(table.longestMatch(in: tokens, at: 0, limit: 2)?.value == 2)
        #expect(table.longestMatch(in: tokens, at: 0, limit: 1) == nil)
        #expect(table.longestMatch(in: tokens, at: 0, limit: 99)?.endIndex == 3)
        #expect(table.longestMatch(in: tokens, at: 7, limit: 99) == nil)
        #expect(table.longestMatch(in: tokens, at: -1, limit: -1) == nil)
    }

    @Test func takesTheLaterValueAndLeavesOutNothings() {
        let table = PhraseTable([("a b", 1), ("A  B", 2), ("", 3), ("  ", 4)])
        #expect(table.count == 1)
        #expect(matches(table, "a b") == ["2:a b"])
        #expect(matches(PhraseTable([]), "a b") == [])
    }

    @Test func keepsTheFirstValueWhenTold() {
        let phrases: [([UInt64], Int)] = [([1, 2], 1), ([1, 2], 2), ([1], 3), ([], 4)]
        let table = PhraseTable(hashes: phrases, keepingFirst: true)
        #expect(table.count == 2)
        #expect(table.longestMatch(inHashes: [1, 2], at: 0, limit: 2)?.value == 1)
        #expect(PhraseTable(hashes: phrases).longestMatch(inHashes: [1, 2], at: 0, limit: 2)?.value == 2)
        #expect(table.longestMatch(from: 3, to: 5) { [3: 1, 4: 9][$0] ?? 0 }?.endIndex == 4)
    }

    @Test func agreesWithASearchOfAllPhrases() {
        var random = SeededRandom(seed: 7)
        let phrases = (0..<60).map { number in
            ((0..<Int.random(in: 1...4, using: &random)).map { _ in UInt64.random(in: 0..<5, using: &random) }, number)
        }
        let table = PhraseTable(hashes: phrases)
        for _ in 0..<500 {
            let hashes = (0..<Int.random(in: 0...9, using: &random)).map { _ in UInt64.random(in: 0..<6, using: &random) }
            for start in 0...hashes.count {
                let fitting = phrases.filter { hashes[start...].starts(with: $0.0) }
                let longest = fitting.map(\.0.count).max()
                let expected = fitting.last { $0.0.count == longest }
                let found = table.longestMatch(inHashes: hashes, at: start, limit: hashes.count)
                #expect(found?.value == expected?.1)
                #expect(found?.endIndex == longest.map { start + $0 })
            }
        }
    }

    @Test func wordTablesAgreeWithDictionaries() {
        var random = SeededRandom(seed: 8)
        var reference: [UInt64: Int] = [:]
        // Small keys too: 0 marks free slots inside.
        let keys = (0..<3000).map { $0 < 40 ? UInt64($0) : random.next() }
        for (value, key) in keys.enumerated() { reference[key] = value }
        let table = WordTable(hashes: keys.enumerated().map { ($1, $0) })
        let set = WordSet(hashes: keys)
        #expect(table.count == reference.count)
        #expect(set.count == reference.count)
        for key in keys + (0..<3000).map({ _ in random.next() }) {
            #expect(table[key] == reference[key])
            #expect(set.contains(key) == (reference[key] != nil))
        }
        #expect(WordSet(["Élysée"]).contains(Tokenizer().tokens(of: UTF8Text("ÉLYSÉE"))[0]))
        #expect(!WordSet([String]()).contains(0))
    }
}
