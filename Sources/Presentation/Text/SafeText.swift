internal import TextCore

/// Article text made harmless to show to people. JSON gives the exact text; everything else goes through here.
///
/// White space is folded to single blanks. Control characters, with which a text could drive a terminal, turn into their
/// visible pictures (ESC → ␛). Directional overrides, embeddings and isolates, with which it could reorder what stands
/// beside it, and invisible format characters are dropped; the marks and joiners that scripts need stay.
enum SafeText {
    /// One line of a byte range. O(length of the range).
    static func line(_ text: UTF8Text, _ range: Range<Int>) -> String {
        let range = range.clamped(to: text.range)
        let span = text.span
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        var at = range.lowerBound
        var pendingSpace = false
        while at < range.upperBound {
            let scalar = span.scalar(at: at)
            defer { at += scalar.length }
            switch fate(of: scalar.value) {
            case .space: pendingSpace = true
            case .dropped: continue
            case .shown(let value):
                if pendingSpace, !bytes.isEmpty { bytes.append(0x20) }
                pendingSpace = false
                if value == scalar.value, at + scalar.length <= range.upperBound, value != 0xFFFD {
                    for index in at..<(at + scalar.length) { bytes.append(span[index]) }
                } else {
                    bytes.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
                }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// One line of a string.
    static func line(_ text: String) -> String {
        let text = UTF8Text(text)
        return line(text, text.range)
    }

    /// A text whose line breaks and tabs count: line breaks of every kind become LF, everything else is as in ``line(_:)``.
    /// O(*n*).
    static func lines(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        var previous: UInt32 = 0
        for scalar in text.unicodeScalars {
            defer { previous = scalar.value }
            switch scalar.value {
            case 0x0A where previous == 0x0D: continue
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: shown.append("\n")
            case 0x09, 0x20: shown.append(scalar)
            default:
                if case .shown(let value) = fate(of: scalar.value) { shown.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
            }
        }
        return String(shown)
    }

    private enum Fate {
        case shown(UInt32), space, dropped
    }

    private static func fate(of scalar: UInt32) -> Fate {
        switch scalar {
        case 0x20, 0x09...0x0D, 0x85, 0x2028, 0x2029: .space
        case 0x00..<0x20: .shown(0x2400 + scalar)
        case 0x7F: .shown(0x2421)
        case 0x80...0x9F: .shown(0xFFFD)
        case 0xAD, 0x200B, 0x2060, 0x2061...0x206F, 0x202A...0x202E, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: .dropped
        default: .shown(scalar)
        }
    }

    /// Whether a line holds letters of a script that runs from right to left.
    static func isRightToLeft(_ line: String) -> Bool {
        line.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
            default: false
            }
        }
    }
}
