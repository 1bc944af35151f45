/// Encodings from before UTF-8, by the names that iconv knows.
package struct LegacyEncoding: Sendable, Hashable {
    /// As iconv names it.
    package let name: String
    /// Whether a character takes several bytes.
    package let isMultibyte: Bool
}

/// Guesses the encoding of bytes that are no UTF-8: decodes a sample by each candidate and asks how likely its letters are in
/// the languages that were written in it.
///
/// Letters are weighed by their rank among the letters of a language (Zipf's law over ranks), a capital inside a word, two
/// scripts in one word and control characters by penalties. What tells Windows-1251 from KOI8-R is case; what tells Windows-1250
/// from -1252, the letters.
package struct EncodingDetector: Sendable {
    /// The one with the letters of `Lexicons/letters.txt`.
    package static let standard = EncodingDetector(LexiconFile(PackageResources.letters_txt))

    /// How many bytes beyond ASCII are looked at, with their neighbours.
    static let sampleSize = 16_384

    private struct Candidate: Sendable {
        let encoding: LegacyEncoding
        /// The cost of each letter in each language.
        let languages: [[UInt32: Float]]
    }

    private let candidates: [Candidate]

    init(_ lexicon: LexiconFile) {
        var letters: [String: [UInt32: Float]] = [:]
        for row in lexicon["letters"] where row.count >= 2 {
            var costs: [UInt32: Float] = [:]
            var rank: Float = 0
            for scalar in row[1].unicodeScalars where costs[scalar.value] == nil {
                rank += 1
                costs[scalar.value] = 1.5 + rank.squareRoot() * 0.55
            }
            letters[row[0]] = costs
        }
        candidates = lexicon["encodings"].compactMap { row in
            guard row.count >= 3 else { return nil }
            return Candidate(
                encoding: LegacyEncoding(name: row[0], isMultibyte: row[1] == "multi"),
                languages: row.dropFirst(2).compactMap { letters[$0] }
            )
        }
    }

    /// The likeliest encoding; nil when no candidate makes words, so that the bytes are damage. O(candidates · sample).
    package func detect(_ bytes: [UInt8]) -> LegacyEncoding? {
        let sample = Self.sample(bytes)
        var best: LegacyEncoding?
        var lowest = Float.infinity
        for candidate in candidates {
            guard let decoded = Iconv.decode(sample, from: candidate.encoding.name) else { continue }
            for costs in candidate.languages {
                let cost = Self.cost(decoded.text, costs, invalid: decoded.invalid)
                if cost < lowest {
                    lowest = cost
                    best = Self.makesWords(decoded.text, costs) ? candidate.encoding : nil
                }
            }
        }
        return best
    }

    /// The lines that hold bytes beyond ASCII, up to a limit: whole lines, so that no character is cut.
    private static func sample(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > sampleSize else { return bytes }
        var sample: [UInt8] = []
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: true) {
            guard line.contains(where: { $0 >= 0x80 }) else { continue }
            sample += line.prefix(sampleSize)
            sample.append(0x0A)
            if sample.count > sampleSize { break }
        }
        return sample
    }

    /// How unlikely a decoded text is: the sum over its characters beyond ASCII.
    static func cost(_ text: [UInt8], _ costs: [UInt32: Float], invalid: Int) -> Float {
        var total = Float(invalid) * 25
        let bytes = text.span
        var at = 0
        var previous: (value: UInt32, kind: CharacterClass) = (0x20, .space)
        while at < bytes.count {
            let scalar = bytes.scalar(at: at)
            at += scalar.length
            let kind = CharacterClass.of(scalar.value)
            if scalar.value >= 0x80 {
                total += cost(scalar.value, kind, costs)
            }
            if kind.isLetter, previous.kind.isLetter, scalar.value >= 0x80 || previous.value >= 0x80 {
                // "пРИВЕТ": case the wrong way round. "Ã©t": a letter of another script beside it.
                if kind == .upper, previous.kind == .lower { total += 5 }
                if script(scalar.value) != script(previous.value) { total += 6 }
            }
            previous = (scalar.value, kind)
        }
        return total
    }

    /// Whether more of the characters beyond ASCII are letters of words or signs of print than are not: line drawing and
    /// letters that stand alone speak for damaged bytes. O(*n*).
    static func makesWords(_ text: [UInt8], _ costs: [UInt32: Float]) -> Bool {
        let bytes = text.span
        var (plausible, implausible, ascii, foreign) = (0, 0, 0, 0)
        // The run of letters that is being read.
        var (known, odd, others, hasASCII, previous) = (0, 0, 0, false, CharacterClass.space)
        func endRun() {
            if others > 0 {
                foreign += others
                // Another script beside ASCII letters is no word, nor is one letter alone.
                if hasASCII || others == 1 { implausible += others } else { plausible += others }
            }
            if hasASCII { plausible += known } else { implausible += known }
            implausible += odd
            (known, odd, others, hasASCII) = (0, 0, 0, false)
        }
        var at = 0
        while at < bytes.count {
            let scalar = bytes.scalar(at: at)
            at += scalar.length
            let kind = CharacterClass.of(scalar.value)
            if kind.isLetter || kind == .ideograph {
                if scalar.value < 0x80 {
                    ascii += 1
                    hasASCII = true
                } else if script(scalar.value) != 0 {
                    others += 1
                } else if kind == .upper, previous == .lower {
                    odd += 1
                } else if costs[scalar.value] ?? costs[CaseFolding.fold(scalar.value)] != nil {
                    known += 1
                }
            } else {
                endRun()
                switch scalar.value {
                case 0..<0x80, 0xA0: break
                case 0xAB, 0xBB, 0x2013, 0x2014, 0x2018...0x201E, 0x2026, 0x20AC, 0xA3, 0x3000...0x300F: plausible += 1
                default: implausible += 1
                }
            }
            previous = kind
        }
        endRun()
        // A few letters of another script in a text of ASCII letters are no language of its.
        if foreign * 8 < ascii { plausible -= foreign }
        return plausible > implausible
    }

    private static func cost(_ value: UInt32, _ kind: CharacterClass, _ costs: [UInt32: Float]) -> Float {
        if let known = costs[value] ?? costs[CaseFolding.fold(value)] { return known }
        switch value {
        // What word processors put for quotation marks, dashes and spaces.
        case 0xA0, 0xAB, 0xBB, 0x2013, 0x2014, 0x2018...0x201E, 0x2026, 0x3000...0x3002, 0x300C...0x300F, 0x2116, 0xB0, 0x20AC,
            0xA9,
            0xA7, 0xFF0C, 0xFF1A, 0xFF01, 0xFF1F, 0xFF08, 0xFF09, 0x2022:
            return 3
        case 0x80..<0xA0: return 14
        case 0xFFFD: return 25
        case 0x3041...0x30FE: return 5
        case 0xAC00...0xD7A3: return 6
        default: break
        }
        switch kind {
        case .ideograph: return 11
        case .upper, .lower, .letter: return 7.5
        case .space: return 6
        default: return 8
        }
    }

    /// Latin, Greek, Cyrillic, Hebrew, Arabic or East Asian, roughly.
    private static func script(_ value: UInt32) -> UInt8 {
        switch value {
        case 0..<0x370: 0
        case 0x370..<0x400: 1
        case 0x400..<0x530: 2
        case 0x590..<0x600: 3
        case 0x600..<0x700: 4
        default: 5
        }
    }
}
