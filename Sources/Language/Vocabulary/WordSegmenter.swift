internal import CWordBreaks
public import TextCore

/// Finds the words of scripts that put no spaces between them, by the dictionaries of ICU: Chinese and Japanese, Thai, Lao,
/// Khmer, Burmese (Unicode Standard Annex #29, with dictionaries).
///
/// It is a layer over tokens: ``Tokenizer`` cuts Chinese and Japanese into single ideographs and kana, on which the rules for
/// speech and the comparison are built, and leaves a run of Thai whole. ``Annotator`` cuts these runs by it; the words of Chinese
/// and Japanese are for those who ask (``words(of:tokens:)``).
///
/// A segmenter has state: make one per thread of work. ICU (Debian's libicu72) is loaded when the first is made.
///
/// - Complexity: O(*n*) in the bytes of the runs.
public final class WordSegmenter {
    private let breaks: OpaquePointer
    private var ends = [Int32](repeating: 0, count: WordSegmenter.longestRun)

    /// Whether ICU is here; without it there are no segmenters.
    public static let isAvailable: Bool = stemma_word_breaks_load()

    /// Makes a segmenter; nil where ICU is not installed.
    public init?() {
        guard Self.isAvailable, let breaks = stemma_word_breaks_open() else { return nil }
        self.breaks = breaks
    }

    deinit { stemma_word_breaks_close(breaks) }

    /// The words of a text: of runs of ideographs and kana, and of Thai and its like, those of the dictionary; of all else the
    /// words and numbers that are tokens. Punctuation is in none.
    public func words(of text: UTF8Text, tokens: [Token]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            switch token.kind {
            case .ideograph:
                var end = index + 1
                while end < tokens.count, tokens[end].kind == .ideograph, tokens[end].start == tokens[end - 1].end { end += 1 }
                words += self.words(of: text, run: Int(token.start)..<Int(tokens[end - 1].end))
                index = end
            case .word where Self.needsDictionary(token, in: text):
                words += split(token, of: text).map(\.range)
                index += 1
            case .word, .number, .clitic:
                words.append(token.range)
                index += 1
            default:
                index += 1
            }
        }
        return words
    }

    /// Whether a token begins with a run of words of Thai, Lao, Khmer or Burmese.
    static func needsDictionary(_ token: Token, in text: UTF8Text) -> Bool {
        token.kind == .word && token.shape.contains(.beyondASCII) && isComplex(text, at: Int(token.start)).isComplex
    }

    /// Whether the scalar at a byte is of a script without spaces whose letters are no ideographs; and its length.
    private static func isComplex(_ text: UTF8Text, at offset: Int) -> (isComplex: Bool, length: Int) {
        guard text.bytes[offset] & 0xFE == 0xE0 else { return (false, text.span.scalar(at: offset).length) }
        let (value, length) = text.span.scalar(at: offset)
        switch value {
        case 0xE00..<0xF00, 0x1000..<0x10A0, 0x1780..<0x1800: return (true, length)
        default: return (false, length)
        }
    }

    /// `token` cut into the words of its run, and what stands in it without a space (`ประชากร70ล้าน`); the first keeps what stands
    /// before the token.
    func split(_ token: Token, of text: UTF8Text) -> [Token] {
        var tokens: [Token] = []
        var start = Int(token.start)
        while start < token.end {
            let isComplex = Self.isComplex(text, at: start).isComplex
            var end = start
            while end < token.end {
                let next = Self.isComplex(text, at: end)
                guard next.isComplex == isComplex else { break }
                end += next.length
            }
            end = min(end, Int(token.end))
            if isComplex {
                tokens += words(of: text, run: start..<end).map { word(of: text, $0) }
            } else {
                tokens += Tokenizer().tokens(of: text, in: start..<end)
            }
            start = end
        }
        let gap: TokenShape = [.afterSpace, .afterLineBreak]
        return tokens.enumerated().map { number, piece in
            let before = number == 0 ? token.shape.intersection(gap) : []
            return Token(
                start: piece.start,
                end: piece.end,
                hash: piece.hash,
                kind: piece.kind,
                shape: piece.shape.subtracting(gap).union(before)
            )
        }
    }

    private func word(of text: UTF8Text, _ range: Range<Int>) -> Token {
        var hash = Hash64()
        CaseFolding.forEachFolded(in: text.span, range) { hash.combine(scalar: $0) }
        return Token(
            start: UInt32(truncatingIfNeeded: range.lowerBound),
            end: UInt32(truncatingIfNeeded: range.upperBound),
            hash: hash.value,
            kind: .word,
            shape: .beyondASCII
        )
    }

    /// The words of a run without spaces: together they are the whole run.
    private func words(of text: UTF8Text, run: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = run.lowerBound
        while start < run.upperBound {
            // Nobody writes longer runs; those that are sent are cut, so that time and memory stay in bounds.
            var end = min(run.upperBound, start + Self.longestRun)
            while end < run.upperBound, end > start, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
            let count = text.bytes.withUnsafeBufferPointer { buffer -> Int32 in
                guard let base = buffer.baseAddress else { return -1 }
                return ends.withUnsafeMutableBufferPointer {
                    stemma_word_breaks_find(
                        breaks,
                        base + start,
                        Int32(clamping: end - start),
                        $0.baseAddress,
                        Int32(clamping: $0.count)
                    )
                }
            }
            var last = start
            for offset in ends.prefix(Int(max(0, count))) {
                let next = start + Int(offset)
                guard next > last, next <= end else { continue }
                words.append(last..<next)
                last = next
            }
            if last < end { words.append(last..<end) }
            start = end
        }
        return words
    }

    private static let longestRun = 8192
}
