/// Korean and Vietnamese names, whose syllables each system writes with other consonants: “Ban Ki-moon”, Пан Ги Мун.
extension NameFolding {
    /// The consonants of a syllable in classes that transcriptions keep apart: voiced and voiceless are one, and so are aspirated ones and
    /// plain ones; n and ng; r and l. Empty for a syllable of vowels alone. O(length).
    static func syllable(_ letters: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var at = 0
        while at < letters.count {
            let (sound, length) = consonant(letters[at...])
            if let sound, out.last != sound { out.append(sound) }
            at += length
        }
        return out
    }

    /// The class of the consonant that some letters start with, and how many letters spell it; nil for vowels and silent letters.
    private static func consonant(_ letters: ArraySlice<UInt8>) -> (UInt8?, Int) {
        for (spelling, sound) in clusters where letters.starts(with: spelling) { return (sound, spelling.count) }
        guard let letter = letters.first, let sound = classes[letter] else { return (nil, 1) }
        // The h of “chh”, чх, is breath.
        let isAspirated = letters.dropFirst().first == UInt8(ascii: "h")
        return (sound, isAspirated ? 2 : 1)
    }

    private static let clusters: [(spelling: [UInt8], sound: UInt8)] = [
        ("chkh", "c"), ("dzh", "c"), ("tkh", "t"), ("kkh", "k"), ("pkh", "p"), ("chzh", "c"), ("chh", "c"), ("ch", "c"),
        ("zh", "c"),
        ("tr", "c"), ("kh", "h"), ("ng", "n"), ("sh", "s"), ("rk", "k"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)[0]) }

    private static let classes: [UInt8: UInt8] = {
        var classes: [UInt8: UInt8] = [:]
        for group in ["pbf", "kgq", "td", "cj", "rl", "m", "n", "szx", "h", "v"] {
            guard let first = group.utf8.first else { continue }
            for letter in group.utf8 { classes[letter] = first }
        }
        return classes
    }()
}
