internal import TextCore

/// Keys under which spellings of one name come together across articles, outlets and alphabets.
///
/// "Sergei", "Sergey", "Сергей" and "Sergej" have one key, so have "Putin", "Poutine" and "Путин". The folding is coarse
/// on purpose: keys are compared inside one story, where two names that fold alike are seldom two people.
enum NameKey {
    /// The key of one word of a name. O(length).
    static func word(_ word: some StringProtocol) -> UInt64 {
        var word = String(word)
        return word.withUTF8 { Self.word($0.span) }
    }

    private static func word(_ word: Span<UInt8>) -> UInt64 {
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
        var name = String(name)
        return name.withUTF8 { place($0.span) }
    }

    /// The key of a city or region without a code, named in UTF-8.
    static func place(_ name: Span<UInt8>) -> UInt64 {
        let (variant, key) = placeKeys(ofFolded: CaseFolding.folded(name).span)
        return placeVariants[variant] ?? key
    }

    /// The key of a place of which other spellings are listed, by one of them; nil for others.
    static func knownPlace(_ name: some StringProtocol) -> UInt64? {
        var name = String(name)
        return name.withUTF8 { placeVariants[placeKeys(ofFolded: CaseFolding.folded($0.span).span).hash] }
    }

    /// First names that stand for each other ("Bill", "William"; "Volodymyr", "Vladimir"): the key of the full form.
    static func firstName(_ word: some StringProtocol) -> UInt64 {
        let key = Self.word(word)
        return nicknames[key] ?? key
    }

    // MARK: Variants

    private static let variants = LexiconFile(PackageResources.variants_txt)

    /// Keys of places by the hashes of their other names.
    private static let placeVariants: WordTable<UInt64> = {
        var keys = WordTable<UInt64>()
        forEachVariant("place") { form, first in
            let form = placeKeys(ofFolded: form).hash
            keys[form, default: 0] = keys[form] ?? placeKeys(ofFolded: first).key
        }
        return keys
    }()

    private static let nicknames: WordTable<UInt64> = {
        var full = WordTable<UInt64>()
        forEachVariant("nickname") { form, first in
            let form = word(form)
            full[form, default: 0] = full[form] ?? word(first)
        }
        return full
    }()

    /// Calls `body` with every form of a section, and the first of its row.
    private static func forEachVariant(_ section: String, _ body: (_ form: Span<UInt8>, _ first: Span<UInt8>) -> Void) {
        for row in variants[section] {
            let words = row.flatMap { $0.utf8.split(separator: UInt8(ascii: " ")).map { Array($0) } }
            guard let first = words.first else { continue }
            for word in words { body(word.span, first.span) }
        }
    }

    /// The hash of a folded name as it is written, and of the place that has no other name.
    private static func placeKeys(ofFolded name: Span<UInt8>) -> (hash: UInt64, key: UInt64) {
        var (hash, key) = (Hash64(), Hash64())
        for byte in "place:".utf8 { key.combine(byte) }
        for index in name.indices {
            hash.combine(name[index])
            key.combine(name[index])
        }
        return (hash.value, key.value)
    }

    // MARK: Folding

    /// Latin letters without marks, then sounds that transliterations write differently brought together.
    static func folded(_ word: some StringProtocol) -> [UInt8] {
        var word = String(word)
        return word.withUTF8 { folded($0.span) }
    }

    private static func folded(_ word: Span<UInt8>) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity(word.count)
        var at = 0
        while at < word.count {
            let (scalar, length) = word.scalar(at: at)
            append(CaseFolding.fold(scalar), to: &letters)
            at += length
        }
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
            // As it is written, out of the way of Latin letters: 王 is none of them.
            guard let scalar = UnicodeScalar(scalar) else { return }
            letters += String(Character(scalar)).utf8
        }
    }

    private static let cyrillic = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts",
        "ch",
        "sh", "sh", "", "y", "", "e", "yu", "ya",
    ]

    /// Feminine and oblique forms of Slavic surnames, as they read after the folding, and how many letters stay.
    private static let slavicEndings: [(ending: StaticString, kept: Int)] = [
        ("ova", 2), ("ovu", 2), ("ovim", 2), ("ovoi", 2), ("ove", 2), ("eva", 2), ("evu", 2), ("evim", 2), ("evoi", 2),
        ("eve", 2),
        ("ina", 2), ("inu", 2), ("inim", 2), ("inoi", 2), ("skogo", 2), ("skomu", 2), ("skim", 2), ("skom", 2), ("skaia", 2),
        ("skuiu", 2), ("skoi", 2), ("ski", 2),
    ]

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

    /// The Latin spelling at a place of what English, French, German and Polish transliterations write with several letters:
    /// one letter, and how many it stands for. The longest of those that open with the same letter comes first.
    private static func sound(_ letters: [UInt8], _ at: Int) -> (letter: UInt8, count: Int)? {
        func reads(_ pattern: StaticString) -> Bool { has(pattern, in: letters, at: at) }
        switch letters[at] {
        case UInt8(ascii: "t"):
            if reads("tsch") { return (UInt8(ascii: "c"), 4) }
            if reads("tch") { return (UInt8(ascii: "c"), 3) }
            if reads("ts") || reads("tz") { return (UInt8(ascii: "z"), 2) }
        case UInt8(ascii: "s"):
            if reads("sch") { return (UInt8(ascii: "s"), 3) }
            if reads("sh") || reads("sz") { return (UInt8(ascii: "s"), 2) }
        case UInt8(ascii: "c"):
            if reads("ch") || reads("cz") { return (UInt8(ascii: "c"), 2) }
            if reads("ck") { return (UInt8(ascii: "k"), 2) }
        case UInt8(ascii: "z"):
            if reads("zh") { return (UInt8(ascii: "z"), 2) }
        case UInt8(ascii: "k"):
            if reads("kh") { return (UInt8(ascii: "h"), 2) }
        case UInt8(ascii: "p"):
            if reads("ph") { return (UInt8(ascii: "f"), 2) }
        case UInt8(ascii: "o"):
            if reads("ou") { return (UInt8(ascii: "u"), 2) }
            if isUmlaut(letters, at) { return (letters[at], 2) }
        case UInt8(ascii: "a"), UInt8(ascii: "u"):
            // "Mueller" for "Müller"; the marks are gone by now.
            if isUmlaut(letters, at) { return (letters[at], 2) }
        default: break
        }
        return nil
    }

    /// Whether the letters of a pattern stand at a place.
    private static func has(_ pattern: StaticString, in letters: [UInt8], at start: Int) -> Bool {
        let count = pattern.utf8CodeUnitCount
        guard start >= 0, start + count <= letters.count else { return false }
        return pattern.withUTF8Buffer { buffer in
            for offset in 0..<count where letters[start + offset] != buffer[offset] { return false }
            return true
        }
    }

    private static func ends(_ letters: [UInt8], _ pattern: StaticString) -> Bool {
        has(pattern, in: letters, at: letters.count - pattern.utf8CodeUnitCount)
    }

    private static func simplified(_ letters: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(letters.count + 2)
        var at = 0
        while at < letters.count {
            if let sound = sound(letters, at) {
                out.append(sound.letter)
                at += sound.count
            } else {
                var letter = letters[at]
                if letter == UInt8(ascii: "w") { letter = UInt8(ascii: "v") }
                if letter == UInt8(ascii: "y") || letter == UInt8(ascii: "j") { letter = UInt8(ascii: "i") }
                if letter == UInt8(ascii: "x") {
                    out.append(UInt8(ascii: "k"))
                    letter = UInt8(ascii: "s")
                }
                out.append(letter)
                at += 1
            }
            // Doubled letters say nothing about which name it is.
            while out.count > 1, out[out.count - 1] == out[out.count - 2] { out.removeLast() }
        }
        if out.count > 3, ends(out, "ff") {
            out.removeLast(2)
            out.append(UInt8(ascii: "v"))
        }
        // French "-ine" for "-in" (Poutine, Eltsine).
        if out.count > 4, ends(out, "ine") { out.removeLast() }
        if out.count > 3, out.last == UInt8(ascii: "f") { out[out.count - 1] = UInt8(ascii: "v") }
        for (ending, kept) in slavicEndings where out.count > ending.utf8CodeUnitCount + 2 && ends(out, ending) {
            out.removeLast(ending.utf8CodeUnitCount - kept)
            break
        }
        return out
    }
}
