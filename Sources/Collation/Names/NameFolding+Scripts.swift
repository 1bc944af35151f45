internal import Language
internal import TextCore

/// Latin readings of letters and characters of other scripts, as far as names need them: consonants count, vowels are seldom
/// written or change with the transcription (see ``NameFolding/skeleton(_:)``).
extension NameFolding {
    /// The reading of a scalar of Arabic, Hebrew, Japanese syllables, Korean, or of a Chinese character that names have; nil for
    /// others. O(1).
    /// - Parameters:
    ///   - opens: whether it opens the word: there semivowels are consonants.
    ///   - next: the scalar behind it; 0 at the word's end.
    static func reading(_ scalar: UInt32, opens: Bool, next: UInt32 = 0) -> String? {
        switch scalar {
        case 0x5D0...0x5EA: hebrew(scalar, opens: opens)
        case 0x621...0x64A, 0x67E...0x6CC: arabic(scalar, opens: opens, next: next)
        case 0x3041...0x3096: kana(scalar)
        case 0x30A1...0x30F6: kana(scalar - 0x60)
        case 0xAC00...0xD7A3: hangul(scalar, opens: opens)
        case 0x3400...0x9FFF: CharacterReadings.shared.readings[scalar]
        default: nil
        }
    }

    private static func arabic(_ scalar: UInt32, opens: Bool, next: UInt32) -> String? {
        switch scalar {
        // A vowel in front of its letter, and else no more than the breath before one that is not written: عيسى, عمر.
        case 0x639: opens && next != 0x648 && next != 0x64A && next != 0x627 ? "a" : ""
        // A vowel carries it: أولاف, إيلون.
        case 0x623, 0x625, 0x627: opens && (next == 0x648 || next == 0x64A) ? "" : "a"
        // نواف: between vowels it is a consonant.
        case 0x648: opens || next == 0x627 ? "w" : "u"
        case 0x64A, 0x6CC: opens ? "y" : "i"
        case 0x622, 0x629, 0x649: "a"
        case 0x67E: "p"
        case 0x686: "ch"
        case 0x698: "zh"
        case 0x6A9: "k"
        case 0x6AF: "g"
        case 0x628...0x63A: arabicLetters[Int(scalar - 0x628)]
        case 0x641...0x647: arabicEnds[Int(scalar - 0x641)]
        default: ""
        }
    }

    /// ب to غ; ف to ه.
    private static let arabicLetters = [
        "b", "a", "t", "th", "j", "h", "kh", "d", "d", "r", "z", "s", "sh", "s", "d", "t", "z", "", "gh",
    ]
    private static let arabicEnds = ["f", "q", "k", "l", "m", "n", "h"]

    private static func hebrew(_ scalar: UInt32, opens: Bool) -> String? {
        switch scalar {
        case 0x5D5: opens ? "v" : "u"
        case 0x5D9: opens ? "y" : "i"
        case 0x5E4: opens ? "p" : "f"
        default: hebrewLetters[Int(scalar - 0x5D0)]
        }
    }

    /// א to ת.
    private static let hebrewLetters = [
        "a", "b", "g", "d", "h", "v", "z", "kh", "t", "i", "k", "k", "l", "m", "m", "n", "n", "s", "", "f", "f", "ts", "ts", "k",
        "r",
        "sh", "t",
    ]

    private static func kana(_ scalar: UInt32) -> String {
        let place = Int(scalar) - 0x3041
        return syllables.indices.contains(place) ? syllables[place] : ""
    }

    /// ぁ to ゔ, in the order of Unicode.
    private static let syllables =
        ("a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji u tsu zu te de to do na ni nu"
        + " ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo a ya u yu o yo ra ri ru re ro wa wa i e o n vu ka ke")
        .split(separator: " ").map(String.init)

    private static func hangul(_ scalar: UInt32, opens: Bool) -> String {
        let index = Int(scalar) - 0xAC00
        let initial = koreanInitials[index / 588]
        return (opens && initial == "g" ? "k" : initial) + koreanVowels[index % 588 / 28] + koreanFinals[index % 28]
    }

    private static let koreanInitials = [
        "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h",
    ]
    private static let koreanVowels = [
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui",
        "i",
    ]
    private static let koreanFinals = [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "l", "l", "m", "p", "p", "t", "t", "ng", "t", "t",
        "k", "t",
        "p", "t",
    ]
}

/// The data of `Lexicons/syllables.txt`: readings of characters, and of surnames.
struct CharacterReadings: Sendable {
    static let shared = CharacterReadings()

    /// Readings of characters.
    let readings: [UInt32: String]
    /// Readings of surnames by their characters.
    private let surnames: [String: String]

    private init() {
        let file = LexiconFile(PackageResources.syllables_txt)
        var readings: [UInt32: String] = [:]
        for row in file["reading"] where row.count > 1 {
            for scalar in row[1].unicodeScalars { readings[scalar.value] = row[0] }
        }
        var surnames: [String: String] = [:]
        for row in file["surname"] where row.count > 1 {
            for form in row[1].split(separator: ";") { surnames[String(form)] = row[0] }
        }
        self.readings = readings
        self.surnames = surnames
    }

    /// The surname that opens a name without spaces, as its reading, and the characters behind it.
    /// - Parameter language: in Chinese, characters are read one by one.
    func surname(of name: String, language: String) -> (reading: String?, surname: String, given: String)? {
        let characters = name.unicodeScalars.map { String($0) }
        guard (2...4).contains(characters.count) else { return nil }
        for count in stride(from: min(3, characters.count - 1), through: 1, by: -1) {
            let surname = characters[..<count].joined()
            if language != "zh", let reading = surnames[surname] { return (reading, surname, characters[count...].joined()) }
        }
        if language == "ja", let parts = JapaneseNames.parts(of: name) {
            return parts.given.isEmpty ? nil : (nil, parts.family, parts.given)
        }
        return (nil, characters[0], characters[1...].joined())
    }
}
