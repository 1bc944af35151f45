internal import TextCore

/// Keys under which spellings of one name come together across articles, outlets and alphabets.
///
/// "Sergei", "Sergey", "Сергей" and "Sergej" have one key, so have "Putin", "Poutine" and "Путин". The folding is coarse
/// on purpose: keys are compared inside one story, where two names that fold alike are seldom two people.
enum NameKey {
    /// The key of one word of a name. O(length).
    static func word(_ word: some StringProtocol) -> UInt64 {
        var hash = Hash64()
        for byte in folded(word) { hash.combine(byte) }
        return hash.value
    }

    /// The key of a whole name: of its words in order.
    static func name(_ words: some Sequence<Substring>) -> UInt64 {
        var hash = Hash64()
        for word in words {
            for byte in folded(word) { hash.combine(byte) }
            hash.combine(UInt8(ascii: " "))
        }
        return hash.value
    }

    /// The key of a city or region without a code.
    static func place(_ name: some StringProtocol) -> UInt64 {
        let folded = CaseFolding.fold(name)
        return Hash64.folded("place:" + (placeVariants[folded] ?? folded))
    }

    /// First names that stand for each other ("Bill", "William"; "Volodymyr", "Vladimir"): the key of the full form.
    static func firstName(_ word: some StringProtocol) -> UInt64 {
        let key = Self.word(word)
        return nicknames[key] ?? key
    }

    private static let variants = LexiconFile(PackageResources.variants_txt)
    private static let placeVariants = firsts(of: "place")
    private static let nicknames: [UInt64: UInt64] = {
        var full: [UInt64: UInt64] = [:]
        for (form, first) in firsts(of: "nickname") { full[word(form)] = word(first) }
        return full
    }()

    private static func firsts(of section: String) -> [String: String] {
        var firsts: [String: String] = [:]
        for row in variants[section] {
            let words = row.joined(separator: " ").split(separator: " ").map(String.init)
            for word in words where firsts[word] == nil { firsts[word] = words[0] }
        }
        return firsts
    }

    // MARK: Folding

    /// Latin letters without marks, then sounds that transliterations write differently brought together.
    static func folded(_ word: some StringProtocol) -> [UInt8] {
        var letters: [UInt8] = []
        for scalar in word.unicodeScalars { append(CaseFolding.fold(scalar.value), to: &letters) }
        return simplified(letters)
    }

    private static func append(_ scalar: UInt32, to letters: inout [UInt8]) {
        if scalar < 0x80 {
            let byte = UInt8(truncatingIfNeeded: scalar)
            if (byte &- 0x61) < 26 || (byte &- 0x30) < 10 { letters.append(byte) }
            return
        }
        if scalar >= 0x430, scalar <= 0x44F {
            letters += cyrillic[Int(scalar - 0x430)].utf8
            return
        }
        switch scalar {
        case 0x451: letters += "e".utf8
        case 0x454: letters += "e".utf8
        case 0x456, 0x457: letters += "i".utf8
        case 0x491: letters += "g".utf8
        case 0xDF: letters += "ss".utf8
        case 0xE0...0xE5, 0x101, 0x103, 0x105: letters.append(UInt8(ascii: "a"))
        case 0xE6: letters += "ae".utf8
        case 0xE7, 0x107, 0x10D: letters.append(UInt8(ascii: "c"))
        case 0xE8...0xEB, 0x113, 0x117, 0x119, 0x11B: letters.append(UInt8(ascii: "e"))
        case 0xEC...0xEF, 0x12B, 0x131: letters.append(UInt8(ascii: "i"))
        case 0xF1, 0x144, 0x148: letters.append(UInt8(ascii: "n"))
        case 0xF2...0xF6, 0xF8, 0x14D, 0x151: letters.append(UInt8(ascii: "o"))
        case 0xF9...0xFC, 0x16B, 0x16F, 0x171: letters.append(UInt8(ascii: "u"))
        case 0xFD, 0xFF: letters.append(UInt8(ascii: "y"))
        case 0x11F: letters.append(UInt8(ascii: "g"))
        case 0x142: letters.append(UInt8(ascii: "l"))
        case 0x159: letters.append(UInt8(ascii: "r"))
        case 0x15B, 0x15F, 0x161, 0x219: letters.append(UInt8(ascii: "s"))
        case 0x163, 0x165, 0x21B: letters.append(UInt8(ascii: "t"))
        case 0x17A, 0x17C, 0x17E: letters.append(UInt8(ascii: "z"))
        case 0x300...0x36F: break
        default:
            var hash = Hash64()
            hash.combine(scalar: scalar)
            letters.append(UInt8(truncatingIfNeeded: hash.value))
        }
    }

    private static let cyrillic = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts",
        "ch",
        "sh", "sh", "", "y", "", "e", "yu", "ya",
    ]

    /// Feminine and oblique forms of Slavic surnames, as they read after the folding, and how many letters stay.
    private static let slavicEndings: [(ending: ArraySlice<UInt8>, kept: Int)] = [
        ("ova", 2), ("ovu", 2), ("ovim", 2), ("ovoi", 2), ("ove", 2), ("eva", 2), ("evu", 2), ("evim", 2), ("evoi", 2),
        ("eve", 2),
        ("ina", 2), ("inu", 2), ("inim", 2), ("inoi", 2), ("skogo", 2), ("skomu", 2), ("skim", 2), ("skom", 2), ("skaia", 2),
        ("skuiu", 2), ("skoi", 2), ("ski", 2),
    ].map { (ArraySlice($0.0.utf8), $0.1) }

    /// Whether an "e" behind a vowel stands for its dots: "Mueller", "Goering", "Baer-": not "Joe", "Queen", "Noël".
    private static func isUmlaut(_ letters: [UInt8], _ at: Int) -> Bool {
        guard at > 0, at + 2 < letters.count, letters[at + 1] == UInt8(ascii: "e") else { return false }
        let isVowel: (UInt8) -> Bool = { "aeiouy".utf8.contains($0) }
        switch letters[at] {
        case UInt8(ascii: "a"), UInt8(ascii: "o"): break
        case UInt8(ascii: "u") where letters[at - 1] != UInt8(ascii: "q"): break
        default: return false
        }
        return !isVowel(letters[at - 1]) && !isVowel(letters[at + 2])
    }

    private static func simplified(_ letters: [UInt8]) -> [UInt8] {
        // Longest first; the Latin spellings of one sound in English, French, German and Polish transliterations.
        var out: [UInt8] = []
        var at = 0
        func rest(_ pattern: StaticString) -> Bool {
            let count = pattern.utf8CodeUnitCount
            guard at + count <= letters.count else { return false }
            for offset in 0..<count where letters[at + offset] != pattern.utf8Start[offset] { return false }
            return true
        }
        while at < letters.count {
            if rest("tsch") {
                out.append(UInt8(ascii: "c")); at += 4
            } else if rest("sch") {
                out.append(UInt8(ascii: "s")); at += 3
            } else if rest("tch") {
                out.append(UInt8(ascii: "c")); at += 3
            } else if rest("ch") || rest("cz") {
                out.append(UInt8(ascii: "c")); at += 2
            } else if rest("sh") || rest("sz") {
                out.append(UInt8(ascii: "s")); at += 2
            } else if rest("zh") {
                out.append(UInt8(ascii: "z")); at += 2
            } else if rest("kh") {
                out.append(UInt8(ascii: "h")); at += 2
            } else if rest("ou") {
                out.append(UInt8(ascii: "u")); at += 2
            } else if isUmlaut(letters, at) {
                // "Mueller" for "Müller"; the marks are gone by now.
                out.append(letters[at]); at += 2
            } else if rest("ck") {
                out.append(UInt8(ascii: "k")); at += 2
            } else if rest("ph") {
                out.append(UInt8(ascii: "f")); at += 2
            } else if rest("ts") || rest("tz") {
                out.append(UInt8(ascii: "z")); at += 2
            } else {
                var letter = letters[at]
                if letter == UInt8(ascii: "w") { letter = UInt8(ascii: "v") }
                if letter == UInt8(ascii: "y") || letter == UInt8(ascii: "j") { letter = UInt8(ascii: "i") }
                if letter == UInt8(ascii: "x") { out.append(UInt8(ascii: "k")); letter = UInt8(ascii: "s") }
                out.append(letter)
                at += 1
            }
            // Doubled letters say nothing about which name it is.
            while out.count > 1, out[out.count - 1] == out[out.count - 2] { out.removeLast() }
        }
        if out.count > 3, out.suffix(2) == Array("ff".utf8) { out.removeLast(2); out.append(UInt8(ascii: "v")) }
        // French "-ine" for "-in" (Poutine, Eltsine).
        if out.count > 4, out.suffix(3) == Array("ine".utf8) { out.removeLast() }
        if out.count > 3, out.last == UInt8(ascii: "f") { out[out.count - 1] = UInt8(ascii: "v") }
        for (ending, kept) in slavicEndings where out.count > ending.count + 2 && out.suffix(ending.count) == ending {
            out.removeLast(ending.count - kept)
            break
        }
        return out
    }
}
