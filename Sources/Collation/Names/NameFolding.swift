internal import Language
internal import TextCore

/// Brings the spellings of one name in several languages and alphabets together.
///
/// Three steps: letters without marks and Cyrillic or Greek ones in Latin (`Шольц` → `sholc`), the spellings of one sound
/// brought together (`Scholz`, `sholc` → `solz`), and the consonants alone, in classes (`slz`). Coarse on purpose: keys are
/// compared inside one story, where two names that fold alike are seldom two.
enum NameFolding {
    /// Latin letters of a word, without marks; other scripts are transliterated. O(length).
    static func latin(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity(bytes.count)
        let span = bytes.span
        var at = 0
        while at < span.count {
            let (value, length) = span.scalar(at: at)
            let next = at + length < span.count ? span.scalar(at: at + length).value : 0
            if value >= 0x5D0, let reading = Self.reading(value, opens: at == 0, next: next) {
                letters += reading.utf8
            } else {
                append(CaseFolding.fold(value), to: &letters)
            }
            at += length
        }
        return letters
    }

    /// The sounds of a word in Latin letters: doubled letters once, spellings of one sound alike. O(length).
    static func sounds(_ letters: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(letters.count)
        var at = 0
        while at < letters.count {
            let (sound, length) = self.sound(letters, at)
            for letter in sound.utf8 where out.last != letter { out.append(letter) }
            at += length
        }
        return out
    }

    /// The consonants of a word's sounds, and its first letter when that is a vowel. O(length).
    static func skeleton(_ sounds: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        for (index, letter) in sounds.enumerated() {
            switch letter {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"):
                if index == 0 { out.append(UInt8(ascii: "a")) }
            case UInt8(ascii: "h"):
                // Cyrillic writes it as g or kh; silent in French and Spanish.
                if index == 0 { out.append(UInt8(ascii: "g")) }
            default:
                let letter = letter == UInt8(ascii: "z") || letter == UInt8(ascii: "c") ? UInt8(ascii: "s") : letter
                if out.last != letter { out.append(letter) }
            }
        }
        return out
    }

    /// The keys under which a name's word is looked for: its skeleton, and that of the word without an ending of case.
    /// None for words too short to tell names apart. O(length).
    static func keys(of bytes: ArraySlice<UInt8>, language: String) -> [UInt64] {
        let letters = latin(bytes)
        guard letters.count >= 3 else { return [] }
        var keys: [UInt64] = []
        var forms = [letters] + withoutEnding(letters, language)
        // English J is Russian Дж, German and Spanish J are vowels or breath.
        if letters.first == UInt8(ascii: "j") { forms.append([UInt8(ascii: "c"), UInt8(ascii: "h")] + letters.dropFirst()) }
        // Slavic -ić loses its mark; German Qu sounds like kv.
        if letters.suffix(2).elementsEqual("ic".utf8) { forms.append(letters + [UInt8(ascii: "h")]) }
        if let at = letters.firstIndex(of: UInt8(ascii: "q")), at + 1 < letters.count, letters[at + 1] == UInt8(ascii: "u") {
            var form = letters
            form.replaceSubrange(at..<(at + 2), with: "kv".utf8)
            forms.append(form)
        }
        for form in forms {
            let sounds = sounds(form)
            let skeleton = skeleton(sounds)
            // Two consonants fit too many names: there the vowels count too.
            let key = hash(skeleton.count >= 3 ? skeleton : sounds, salt: 0x4E)
            if sounds.count >= 3, !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    /// The key of the first five sounds, for words that languages have in common; nil for short ones. O(length).
    static func cognate(of bytes: ArraySlice<UInt8>) -> UInt64? {
        let sounds = sounds(latin(bytes))
        guard sounds.count >= 6 else { return nil }
        return hash(Array(sounds.prefix(5)), salt: 0x43)
    }

    /// What is left of a word in the genitive of German and English, or in a case of Russian.
    private static func withoutEnding(_ letters: [UInt8], _ language: String) -> [[UInt8]] {
        let endings: [StaticString]
        switch language {
        case "de", "en": endings = ["s"]
        case "ru", "uk", "bg": endings = ["ogo", "omu", "ami", "ym", "im", "om", "em", "oi", "oy", "ov", "yh", "ykh"]
        case "pl", "cs", "sk": endings = ["iego", "iemu", "em", "owi"]
        default: return []
        }
        return endings.compactMap { ending in
            let count = ending.utf8CodeUnitCount
            guard letters.count >= count + 3 else { return nil }
            for offset in 0..<count where letters[letters.count - count + offset] != ending.utf8Start[offset] { return nil }
            return letters.dropLast(count)
        }
    }

    /// A key of some letters; keys of other salts are others. O(length).
    static func hash(_ bytes: [UInt8], salt: UInt8) -> UInt64 {
        var hash = Hash64()
        hash.combine(salt)
        for byte in bytes { hash.combine(byte) }
        return hash.value
    }
}

extension NameFolding {
    /// Spellings of one sound in English, French, German, Spanish and Polish, and in their transliterations; longest first.
    private static let spellings: [(letters: StaticString, sound: StaticString)] = [
        ("dzh", "c"), ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("ch", "c"), ("cz", "c"), ("sh", "s"), ("sz", "s"), ("zh", "z"),
        ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("rh", "r"), ("ck", "k"), ("qu", "k"), ("ou", "u"), ("oo", "u"),
        ("ts", "z"), ("tz", "z"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("ee", "i"), ("ce", "se"), ("ci", "si"), ("cy", "si"),
        ("x", "ks"), ("c", "k"), ("q", "k"),
        ("w", "v"), ("y", "i"), ("j", "i"),
    ]

    /// The sound at an index, and how many letters spell it.
    private static func sound(_ letters: [UInt8], _ at: Int) -> (String, Int) {
        for (spelling, sound) in spellings where spelling.utf8Start[0] == letters[at] {
            let count = spelling.utf8CodeUnitCount
            guard at + count <= letters.count else { continue }
            var isEqual = true
            for offset in 1..<max(1, count) where letters[at + offset] != spelling.utf8Start[offset] { isEqual = false }
            if isEqual { return (sound.description, count) }
        }
        // A final f is often a v of the original (Poroschenkof, Kirow).
        if letters[at] == UInt8(ascii: "f"), at + 1 == letters.count { return ("v", 1) }
        return (String(UnicodeScalar(letters[at])), 1)
    }

    private static func append(_ scalar: UInt32, to letters: inout [UInt8]) {
        switch scalar {
        case 0x61...0x7A, 0x30...0x39: letters.append(UInt8(truncatingIfNeeded: scalar))
        case 0x430...0x44F: letters += cyrillic[Int(scalar - 0x430)].utf8
        case 0x3B1...0x3C9: letters += greek[Int(scalar - 0x3B1)].utf8
        case 0x451, 0x454: letters.append(UInt8(ascii: "e"))
        case 0x456, 0x457: letters.append(UInt8(ascii: "i"))
        case 0x3AC: letters.append(UInt8(ascii: "a"))
        case 0x3AD: letters.append(UInt8(ascii: "e"))
        case 0x3AE, 0x3AF, 0x3CD: letters.append(UInt8(ascii: "i"))
        case 0x3CC, 0x3CE: letters.append(UInt8(ascii: "o"))
        case 0xDF: letters += "ss".utf8
        case 0xE6: letters += "ae".utf8
        case 0x153: letters += "oe".utf8
        case 0x101, 0x103, 0x105: letters.append(UInt8(ascii: "a"))
        case 0x107, 0x10D: letters.append(UInt8(ascii: "c"))
        case 0x113, 0x117, 0x119, 0x11B: letters.append(UInt8(ascii: "e"))
        case 0x11F, 0x491: letters.append(UInt8(ascii: "g"))
        case 0x12B, 0x131: letters.append(UInt8(ascii: "i"))
        case 0x142: letters.append(UInt8(ascii: "l"))
        case 0x144, 0x148: letters.append(UInt8(ascii: "n"))
        case 0x14D, 0x151: letters.append(UInt8(ascii: "o"))
        case 0x159: letters.append(UInt8(ascii: "r"))
        case 0x15B, 0x15F, 0x161, 0x219: letters.append(UInt8(ascii: "s"))
        case 0x163, 0x165, 0x21B: letters.append(UInt8(ascii: "t"))
        case 0x16B, 0x16F, 0x171: letters.append(UInt8(ascii: "u"))
        case 0x17A, 0x17C, 0x17E: letters.append(UInt8(ascii: "z"))
        default:
            let plain = Letters.unaccented(scalar)
            if (0x61...0x7A).contains(plain) { letters.append(UInt8(truncatingIfNeeded: plain)) }
        }
    }

    /// а to я.
    private static let cyrillic = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts",
        "ch", "sh", "sh", "", "y", "", "e", "yu", "ya",
    ]
    /// α to ω.
    private static let greek = [
        "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t", "y", "f", "ch",
        "ps", "o",
    ]
}
