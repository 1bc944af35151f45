internal import Language
internal import TextCore

/// What an editor did to quoted words: brackets with words that were not said, and dots for words left out.
///
/// Square brackets (and 〔 〕) are an editor's wherever they stand in quoted words. Round ones are when nothing but an editor's
/// note stands in them ("(sic)", "(Anm. d. Red.)", "(Applause)"), and in Chinese and Japanese.
///
/// - Complexity: O(*n*) in tokens of the content.
struct EditorialMarks {
    /// How many tokens may stand in brackets: what is longer is a bracket that nothing closes.
    static let longest = 60

    let reading: SpeechReading
    private let notes: PhraseTable<Bool>?

    init(_ reading: SpeechReading) {
        self.reading = reading
        notes = TranslationLexicon.of(reading.text.language)?.notes
    }

    /// The brackets and ellipses of a quotation's marked words, as bytes.
    func marks(of draft: Draft) -> (brackets: [Range<Int>], ellipses: [Range<Int>]) {
        var brackets: [Range<Int>] = []
        var ellipses: [Range<Int>] = []
        for content in draft.kind == .indirect ? [] : draft.contents {
            var index = content.lowerBound
            while index < content.upperBound {
                guard draft.kind == .direct || !reading.isOutside(index) || reading.isInAside[index] else {
                    index += 1
                    continue
                }
                if let end = bracketEnd(from: index, in: content) {
                    if let inner = ellipsisEnd(from: index + 1, in: index..<end), inner == end - 1 {
                        ellipses.append(reading.bytes(index..<end))
                    } else {
                        brackets.append(reading.bytes(index..<end))
                    }
                    index = end
                } else if let end = ellipsisEnd(from: index, in: content) {
                    ellipses.append(reading.bytes(index..<end))
                    index = end
                } else {
                    index += 1
                }
            }
        }
        return (brackets, ellipses)
    }

    // MARK: Brackets

    /// Where the bracket ends that opens at a token, when it is an editor's.
    private func bracketEnd(from start: Int, in content: Range<Int>) -> Int? {
        guard reading.tokens[start].kind == .punctuation, let closing = Self.closing(of: scalar(start)) else { return nil }
        let limit = min(content.upperBound, start + Self.longest)
        var depth = 0
        for index in start..<limit where reading.tokens[index].kind == .punctuation {
            let mark = scalar(index)
            if mark == scalar(start) { depth += 1 }
            if mark == closing {
                depth -= 1
                if depth == 0 { return isEditors(start..<(index + 1)) ? index + 1 : nil }
            }
        }
        return nil
    }

    private func isEditors(_ tokens: Range<Int>) -> Bool {
        guard tokens.count > 2 else { return false }
        switch scalar(tokens.lowerBound) {
        case 0x5B, 0x3014, 0xFF3B: return true
        case 0xFF08: return reading.text.language == "zh" || reading.text.language == "ja"
        default:
            let inside = (tokens.lowerBound + 1)..<(tokens.upperBound - 1)
            if ellipsisEnd(from: inside.lowerBound, in: inside) == inside.upperBound { return true }
            return isNote(inside)
        }
    }

    /// Whether words end with a note of an editor's: `die Stadt – Anm. d. Red.`, `sic`.
    private func isNote(_ tokens: Range<Int>) -> Bool {
        guard let notes else { return false }
        // From the front a note must be all there is; behind a dash or comma it ends what is there.
        for start in tokens where start == tokens.lowerBound || isSeparator(start - 1) {
            if let note = notes.longestMatch(in: reading.tokens, at: start, limit: tokens.upperBound),
                (note.endIndex..<tokens.upperBound).allSatisfy({ !reading.tokens[$0].isWord })
            {
                return true
            }
        }
        return false
    }

    private func isSeparator(_ index: Int) -> Bool {
        reading.tokens[index].kind == .dash || reading.isComma(index) || reading.isColon(index)
    }

    private static func closing(of opening: UInt32) -> UInt32? {
        switch opening {
        case 0x5B: 0x5D
        case 0x28: 0x29
        case 0x3014: 0x3015
        case 0xFF08: 0xFF09
        case 0xFF3B: 0xFF3D
        default: nil
        }
    }

    // MARK: Ellipses

    /// Where the dots end that start at a token: `…`, `...`, `. . .`.
    private func ellipsisEnd(from start: Int, in range: Range<Int>) -> Int? {
        guard range.contains(start), reading.tokens[start].kind == .terminator else { return nil }
        if dots(start) >= 3 { return start + 1 }
        guard dots(start) == 1 else { return nil }
        var end = start + 1
        while end < range.upperBound, end - start < 4, reading.tokens[end].kind == .terminator, dots(end) == 1,
            reading.tokens[end].followsSpace
        {
            end += 1
        }
        return end - start >= 3 ? end : nil
    }

    /// For how many dots a token stands; 0 when it is another mark. U+2026 stands for three.
    private func dots(_ index: Int) -> Int {
        let bytes = reading.text.text.bytes[reading.tokens[index].range]
        if bytes.elementsEqual([0xE2, 0x80, 0xA6]) { return 3 }
        var count = 0
        var at = bytes.startIndex
        while at < bytes.endIndex {
            if bytes[at] == UInt8(ascii: ".") {
                count += 1
                at += 1
            } else if bytes[at...].starts(with: [0xE2, 0x80, 0xA6]) {
                count += 3
                at += 3
            } else {
                // `?..`, `!…`: the dots follow another mark.
                return count >= 3 ? count : 0
            }
        }
        return count
    }

    private func scalar(_ index: Int) -> UInt32 { reading.text.text.span.scalar(at: Int(reading.tokens[index].start)).value }
}
