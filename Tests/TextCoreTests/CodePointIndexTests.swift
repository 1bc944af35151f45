import TestSupport
import Testing
import TextCore

@Suite struct CodePointIndexTests {
    private func check(_ string: String) {
        let text = UTF8Text(string)
        let index = CodePointIndex(text)
        var byte = 0
        var point = 0
        for scalar in string.unicodeScalars {
            let length = UTF8.width(scalar)
            #expect(index.codePoint(atByte: byte) == point)
            #expect(index.byte(atCodePoint: point) == byte)
            byte += length
            point += 1
        }
        #expect(index.codePointCount == point)
        #expect(index.codePoint(atByte: byte) == point && index.codePoint(atByte: byte + 9) == point)
        #expect(index.byte(atCodePoint: point) == byte && index.byte(atCodePoint: point + 9) == byte)
        #expect(index.codePoint(atByte: -1) == 0 && index.byte(atCodePoint: -1) == 0)
    }

    @Test func agreesWithTheStandardLibrary() {
        var random = SeededRandom(seed: 5)
        let pieces = ["a", "é", "北", "😀", " ", "е́", "plain ASCII words that are longer than the rest ", "\r\n"]
        check("")
        check(String(repeating: "a", count: 200))
        for length in 0..<150 {
            check((0..<length).map { _ in pieces.randomElement(using: &random) ?? "" }.joined())
        }
        // Around the checkpoints.
        for pad in 60..<70 { check(String(repeating: "x", count: pad) + "é😀" + String(repeating: "y", count: pad)) }
    }

    @Test func holdsForRepairedBytes() {
        var random = SeededRandom(seed: 6)
        for _ in 0..<400 {
            let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            let text = UTF8Text(repairing: bytes)
            let index = CodePointIndex(text)
            #expect(index.codePointCount == text.string.unicodeScalars.count)
            var last = 0
            for byte in 0...text.count {
                let point = index.codePoint(atByte: byte)
                #expect(point >= last && point <= index.codePointCount)
                last = point
            }
            for point in 0...index.codePointCount { #expect(index.codePoint(atByte: index.byte(atCodePoint: point)) == point) }
        }
    }

    @Test func translatesRanges() {
        let text = UTF8Text("né à 北京")
        let index = CodePointIndex(text)
        #expect(index.codePoints(0..<3) == 0..<2)
        #expect(index.bytes(5..<7) == 7..<13)
        #expect(text[index.bytes(5..<7)] == "北京")
    }
}
