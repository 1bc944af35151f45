import TextCore

/// The properties of characters as Python defines them, by which spaCy's rules are stated.
enum PythonText {
    /// `str.isspace`: white space by bidirectional class or category.
    static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// `str.isalpha`: a letter of any category.
    static func isAlphabetic(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return UInt8(truncatingIfNeeded: scalar | 0x20) &- 0x61 < 26 }
        guard let unicode = Unicode.Scalar(scalar) else { return false }
        switch unicode.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }

    /// `str.isupper` of one character.
    static func isUppercase(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A }
        return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
    }

    /// `str.isdigit`: decimal digits, and others such as superscripts.
    static func isDigit(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar >= 0x30 && scalar <= 0x39 }
        guard let type = Unicode.Scalar(scalar)?.properties.numericType else { return false }
        return type == .digit || type == .decimal
    }

    /// `\d` of regular expressions: decimal digits of any script.
    static func isDecimal(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar >= 0x30 && scalar <= 0x39 }
        return Unicode.Scalar(scalar)?.properties.generalCategory == .decimalNumber
    }

    /// `\w` of regular expressions: letters, numerals and the underscore.
    static func isWord(_ scalar: UInt32) -> Bool {
        if scalar == 0x5F || isAlphabetic(scalar) || isDigit(scalar) { return true }
        return scalar >= 0x80 && Unicode.Scalar(scalar)?.properties.numericType != nil
    }

    /// `str.lower`: full case mapping, with the final form of sigma at the end of a word. O(*n*).
    static func lowercased(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]) {
        output.removeAll(keepingCapacity: true)
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = bytes[at]
            if byte < 0x80 {
                output.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
                at += 1
                continue
            }
            let found = bytes.scalar(at: at)
            if found.value == 0x3A3 {
                let isFinal =
                    isAfterCased(bytes, range.lowerBound..<at) && !isBeforeCased(bytes, at + found.length..<range.upperBound)
                output.append(contentsOf: isFinal ? [0xCF, 0x82] : [0xCF, 0x83])
            } else if let unicode = Unicode.Scalar(found.value) {
                output.append(contentsOf: unicode.properties.lowercaseMapping.utf8)
            }
            at += found.length
        }
    }

    /// How far the search for a cased letter goes past marks: longer runs of marks are no words.
    private static let reach = 64

    private static func isAfterCased(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var at = range.upperBound
        var steps = 0
        while at > range.lowerBound, steps < reach {
            let found = bytes.scalar(before: at)
            guard let unicode = Unicode.Scalar(found.value) else { return false }
            if !unicode.properties.isCaseIgnorable { return unicode.properties.isCased }
            at -= found.length
            steps += 1
        }
        return false
    }

    private static func isBeforeCased(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var at = range.lowerBound
        var steps = 0
        while at < range.upperBound, steps < reach {
            let found = bytes.scalar(at: at)
            guard let unicode = Unicode.Scalar(found.value) else { return false }
            if !unicode.properties.isCaseIgnorable { return unicode.properties.isCased }
            at += found.length
            steps += 1
        }
        return false
    }
}
