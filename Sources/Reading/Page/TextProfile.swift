internal import TextCore

/// What can be told of a block by its bytes alone, in one pass.
struct TextProfile: Sendable {
    /// Characters that matter at the ends of a block.
    enum Edge: UInt8, Sendable {
        case none, upper, lower, letter, digit, stop, question, exclamation, ellipsis, colon, comma, quote, bracket, dash
        case bullet, bar, arrow, other
    }

    var length = 0
    var words = 0
    var capitalized = 0
    var upper = 0
    var letters = 0
    var digits = 0
    var commas = 0
    /// Ends of sentences, the one at the end of the block with them.
    var sentenceEnds = 0
    var first = Edge.none
    var last = Edge.none
    /// The character before the last, where the last is a closing quotation mark or bracket.
    var beforeLast = Edge.none
    /// Hashes of the first word, the first two, the last one and the whole, of small letters.
    var firstWord: UInt32 = 0
    var firstPair: UInt32 = 0
    var lastWord: UInt32 = 0
    var whole: UInt32 = 0

    /// What is known of the text in front of a byte.
    private struct Scan {
        /// Of the word at hand, and of all words before.
        var word = Self.empty
        var text = Self.empty
        var isInWord = false
        /// Whether an end of a sentence stands in front, with nothing but closing marks between.
        var isAfterEnd = false

        /// FNV-1a.
        static let empty: UInt32 = 0x811C_9DC5

        @inline(__always)
        static func combine(_ hash: UInt32, _ value: UInt32) -> UInt32 { (hash ^ value) &* 0x0100_0193 }
    }

    /// - Complexity: O(length of the range).
    init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        length = range.count
        var scan = Scan()
        var at = range.lowerBound
        while at < range.upperBound {
            if bytes[at] < 0x80 {
                readASCII(bytes, &at, range.upperBound, &scan)
            } else {
                readScalar(bytes, &at, &scan)
            }
        }
        endWord(&scan)
        if scan.isAfterEnd { sentenceEnds += 1 }
        whole = scan.text
        findEdges(bytes, range)
    }

    @inline(__always)
    private mutating func readASCII(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, _ scan: inout Scan) {
        let byte = bytes[at]
        let isLetter = (byte | 0x20) &- 0x61 < 26
        guard isLetter || byte &- 0x30 < 10 else {
            endWord(&scan)
            readMark(byte, &scan)
            at += 1
            return
        }
        if !scan.isInWord { startWord(isCapital: byte &- 0x41 < 26, &scan) }
        guard isLetter else {
            digits += 1
            scan.word = Scan.combine(scan.word, UInt32(byte))
            at += 1
            return
        }
        // The rest of a word is mostly letters: a loop with nothing else to decide.
        let start = at
        var letter = byte
        repeat {
            upper &+= letter < 0x60 ? 1 : 0
            scan.word = Scan.combine(scan.word, UInt32(letter | 0x20))
            at += 1
            letter = at < end ? bytes[at] : 0
        } while (letter | 0x20) &- 0x61 < 26
        letters += at - start
    }

    @inline(__always)
    private mutating func readMark(_ byte: UInt8, _ scan: inout Scan) {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): scan.isAfterEnd = true
        case UInt8(ascii: "\""), UInt8(ascii: ")"): break
        case UInt8(ascii: " "):
            if scan.isAfterEnd { sentenceEnds += 1 }
            scan.isAfterEnd = false
        default:
            if byte == UInt8(ascii: ",") { commas += 1 }
            scan.isAfterEnd = false
        }
    }

    private mutating func readScalar(_ bytes: Span<UInt8>, _ at: inout Int, _ scan: inout Scan) {
        let scalar = bytes.scalar(at: at)
        at += scalar.length
        let kind = CharacterClass.of(scalar.value)
        if kind.isLetter || kind == .ideograph || kind == .mark {
            if !scan.isInWord || kind == .ideograph {
                endWord(&scan)
                startWord(isCapital: kind == .upper, &scan)
            }
            letters += 1
            if kind == .upper { upper += 1 }
            scan.word = Scan.combine(scan.word, CaseFolding.fold(scalar.value))
            return
        }
        endWord(&scan)
        switch scalar.value {
        case 0x3002, 0xFF01, 0xFF1F: sentenceEnds += 1
        case 0x2026: scan.isAfterEnd = true
        case 0x060C, 0x3001, 0xFF0C: commas += 1
        case 0x2019, 0x201D, 0x00BB, 0x2018, 0x201C: break
        default: scan.isAfterEnd = false
        }
    }

    @inline(__always)
    private mutating func startWord(isCapital: Bool, _ scan: inout Scan) {
        scan.isInWord = true
        scan.word = Scan.empty
        words += 1
        if isCapital { capitalized += 1 }
    }

    @inline(__always)
    private mutating func endWord(_ scan: inout Scan) {
        guard scan.isInWord else { return }
        scan.isInWord = false
        if words == 1 { firstWord = scan.word }
        if words == 2 { firstPair = (firstWord ^ scan.word &* 0x9E37_79B1) | 1 }
        lastWord = scan.word
        scan.text = Scan.combine(scan.text, scan.word)
    }

    private mutating func findEdges(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        first = Self.edge(bytes.scalar(at: range.lowerBound).value)
        var at = Self.start(ofScalarBefore: range.upperBound, in: bytes, from: range.lowerBound)
        last = Self.edge(bytes.scalar(at: at).value)
        if last == .quote || last == .bracket, at > range.lowerBound {
            at = Self.start(ofScalarBefore: at, in: bytes, from: range.lowerBound)
            beforeLast = Self.edge(bytes.scalar(at: at).value)
        }
    }

    private static func start(ofScalarBefore end: Int, in bytes: Span<UInt8>, from start: Int) -> Int {
        var at = end - 1
        while at > start, bytes[at] & 0xC0 == 0x80 { at -= 1 }
        return at
    }

    private static func edge(_ scalar: UInt32) -> Edge {
        switch scalar {
        case 0x2E, 0x3002: .stop
        case 0x3F, 0xFF1F, 0x061F: .question
        case 0x21, 0xFF01: .exclamation
        case 0x2026: .ellipsis
        case 0x3A, 0xFF1A: .colon
        case 0x2C, 0x3B: .comma
        case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x300C...0x300F: .quote
        case 0x28, 0x29, 0x5B, 0x5D: .bracket
        case 0x2D, 0x2013, 0x2014, 0x2015: .dash
        case 0x2022, 0xB7, 0x25AA, 0x25CF, 0x2A: .bullet
        case 0x7C, 0x2F: .bar
        case 0x3E, 0x2192, 0x203A, 0x2190, 0x25BA, 0x25B6: .arrow
        default:
            switch CharacterClass.of(scalar) {
            case .upper: .upper
            case .lower: .lower
            case .letter, .ideograph, .mark: .letter
            case .digit: .digit
            default: .other
            }
        }
    }

    /// Whether it reads as sentences: enough words, and an end.
    var isSentences: Bool {
        switch last {
        case .stop, .question, .exclamation, .ellipsis: words >= 6
        case .quote, .bracket:
            words >= 6
                && (beforeLast == .stop || beforeLast == .question || beforeLast == .exclamation || beforeLast == .comma
                    || sentenceEnds > 0)
        default: sentenceEnds > 0 && words >= 15 || words >= 40
        }
    }
}
