import TestSupport
import Testing
import TextCore

@Suite struct TokenizerPropertyTests {
    /// What must hold of any token sequence over valid UTF-8; the first thing that does not, in words.
    private func flaw(of tokens: [Token], in bytes: [UInt8], range: Range<Int>) -> String? {
        var at = range.lowerBound
        for token in tokens {
            if token.range.isEmpty { return "empty token at \(token.start)" }
            if token.range.lowerBound < at || token.range.upperBound > range.upperBound {
                return "token out of order at \(token.start)"
            }
            if let flaw = flawOfGap(bytes, at..<token.range.lowerBound) { return flaw }
            if bytes[token.range.lowerBound] & 0xC0 == 0x80 { return "token starts inside a scalar at \(token.start)" }
            at = token.range.upperBound
            if at < bytes.count, bytes[at] & 0xC0 == 0x80 { return "token ends inside a scalar at \(at)" }
        }
        return flawOfGap(bytes, at..<range.upperBound)
    }

    /// Only white space, controls and marks of direction may stand between tokens.
    private func flawOfGap(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
            if CharacterClass.of(scalar.value) == .space || scalar.value < 0x20 || scalar.value == 0x7F { continue }
            switch scalar.value {
            case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C: continue
            default: return "\(scalar) at \(range) is in no token"
            }
        }
        return nil
    }

    private func check(_ string: String) {
        let text = UTF8Text(string)
        let tokens = Tokenizer().tokens(of: text)
        if let flaw = flaw(of: tokens, in: text.bytes, range: text.range) {
            Issue.record("\(flaw) in \(string.debugDescription)")
        }
        for token in tokens {
            switch token.kind {
            case .word, .number, .ideograph, .clitic:
                // A soft hyphen is no part of the word, but no mark goes over it to a letter.
                let pieces = text[token.range].unicodeScalars.split(separator: "\u{AD}").map { piece in
                    CaseFolding.fold(String(String.UnicodeScalarView(piece.map { $0 == "\"" ? "\u{5F4}" : $0 })))
                }
                let folded = pieces.joined()
                var hash = Hash64()
                for piece in pieces { for scalar in piece.unicodeScalars { hash.combine(scalar: scalar.value) } }
                if token.hash != hash.value { Issue.record("hash of \(folded) in \(string.debugDescription)") }
                let isPlain = text.bytes[token.range].allSatisfy { $0 < 0x80 }
                if token.kind == .word, isPlain == token.shape.contains(.beyondASCII), !text[token.range].contains("’") {
                    Issue.record("beyondASCII of \(folded) in \(string.debugDescription)")
                }
            default: break
            }
        }
    }

    @Test func holdsForAllShortTexts() {
        let alphabet = ["a", "S", "l", "1", "'", "’", ".", " ", "\n", "é", "北", "-", "\""]
        var texts = [""]
        for _ in 0..<4 {
            texts = texts.flatMap { text in alphabet.map { text + $0 } }
            for text in texts { check(text) }
        }
    }

    @Test func holdsForRandomScalars() {
        var random = SeededRandom(seed: 1)
        let ranges: [ClosedRange<UInt32>] = [
            0...0x7F, 0x20...0x7E, 0x41...0x7A, 0x80...0x24F, 0x300...0x36F, 0x370...0x52F, 0x590...0x6FF, 0x900...0x97F,
            0x2000...0x206F, 0x3000...0x30FF, 0x4E00...0x4E20, 0xAC00...0xAC10, 0xFE00...0xFEFF, 0xFF00...0xFFEF,
            0x1F600...0x1F64F,
            0xE0000...0x10FFFF, 0x27...0x27, 0x2019...0x2019, 0xAD...0xAD, 0x5D0...0x5EA, 0x22...0x22,
        ]
        for _ in 0..<4000 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...24, using: &random) {
                let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
                if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { scalars.append(scalar) }
            }
            check(String(scalars))
        }
    }

    @Test func staysInBoundsOnAnyBytes() {
        var random = SeededRandom(seed: 2)
        for _ in 0..<4000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ -> UInt8 in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random) : UInt8.random(in: 0x20...0x7A, using: &random)
            }
            let first = Int.random(in: 0...bytes.count, using: &random)
            let range = first..<Int.random(in: first...bytes.count, using: &random)
            var at = range.lowerBound
            for token in Tokenizer().tokens(in: bytes.span, range: range) {
                #expect(token.range.lowerBound >= at && token.range.upperBound <= range.upperBound && !token.range.isEmpty)
                at = token.range.upperBound
            }
        }
        #expect(Tokenizer().tokens(in: [UInt8]("ab".utf8).span, range: 0..<99).count == 1)
        #expect(Tokenizer().tokens(of: UTF8Text("ab"), in: 5..<9).isEmpty)
    }

    @Test func sectionsTogetherAreTheWhole() {
        var random = SeededRandom(seed: 3)
        let pieces = [
            "It's", "l’homme", "1,000.5", "“Yes”", "U.S.", "...", " ", ", ", "北京", "Привет", "--", "don't", "€5", "(", "’90s",
        ]
        for _ in 0..<500 {
            var string = ""
            var sections: [Range<Int>] = []
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let start = string.utf8.count
                for _ in 0..<Int.random(in: 0...8, using: &random) { string += pieces.randomElement(using: &random) ?? "" }
                sections.append(start..<string.utf8.count)
                string += "\n"
            }
            let text = UTF8Text(string)
            let whole = Tokenizer().tokens(of: text)
            let parts = sections.flatMap { Tokenizer().tokens(of: text, in: $0) }
            #expect(whole.map(\.range) == parts.map(\.range))
            #expect(whole.map(\.hash) == parts.map(\.hash))
            #expect(whole.map(\.kind) == parts.map(\.kind))
        }
    }

    @Test func forEachTokenAndTokensAgree() {
        let text = UTF8Text("The vote, 97-1, wasn’t close.")
        var tokens: [Token] = []
        Tokenizer().forEachToken(in: text.span, range: text.range) { tokens.append($0) }
        #expect(tokens == Tokenizer().tokens(of: text))
        var appended = Tokenizer().tokens(of: text, in: 0..<8)
        Tokenizer().append(tokensOf: text, in: 8..<text.count, to: &appended)
        #expect(appended.map(\.range) == tokens.map(\.range))
    }
}
