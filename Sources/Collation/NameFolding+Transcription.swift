internal import TextCore

/// Latin names and their transcriptions into scripts that have not all of their consonants.
///
/// Arabic has neither p nor v nor g; Chinese spells a name by syllables, of which some sound only near it: 弗拉基米尔 (fu-la-ji-mi-er) is
/// “Vladimir”. Here consonants are compared one by one, each with those that it may stand for.
extension NameFolding {
    /// The scripts whose transcriptions are compared in this way.
    enum TranscribingScript { case arabic, chinese }

    /// Whether a word in Latin letters may be what another script transcribes: three consonants or more, each of which fits.
    /// O(*n*) in letters.
    /// - Parameters:
    ///   - reading: how the other script's word reads in Latin letters.
    ///   - latin: the Latin word, without marks.
    static func transcribes(_ reading: [UInt8], _ latin: [UInt8], _ script: TranscribingScript) -> Bool {
        let (theirs, ours) = (consonants(reading), consonants(latin))
        guard theirs.count >= 3, ours.count >= 3, opensAlike(reading, latin) else { return false }
        var (at, matched) = (0, 0)
        for letter in ours {
            if at < theirs.count, fits(theirs[at], letter, script) {
                at += 1
                matched += 1
            } else if script == .chinese, letter == UInt8(ascii: "r") || letter == UInt8(ascii: "h"), matched > 0 {
                // Behind a vowel they are seldom written.
                continue
            } else {
                return false
            }
        }
        return at == theirs.count && matched >= 3
    }

    /// A key that a word's first consonant has in common with whatever may transcribe it; nil for a word without one.
    static func openingClass(_ letters: [UInt8]) -> UInt64? {
        guard let first = consonants(letters).first else { return nil }
        switch UnicodeScalar(first) {
        case "b", "p", "f", "v", "w": return 0x4E01
        case "m", "n": return 0x4E02
        case "l", "r": return 0x4E03
        default: return 0x4E04
        }
    }

    /// A vowel in front is in both or in neither.
    private static func opensAlike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard let first = a.first, let second = b.first else { return false }
        return isVowel(first) == isVowel(second)
    }

    /// The consonants of Latin letters: digraphs by their first letter, doubled ones once, c before e and i as s.
    private static func consonants(_ letters: [UInt8]) -> [UInt8] {
        var found: [UInt8] = []
        for (index, letter) in letters.enumerated() where !isVowel(letter) && letter != UInt8(ascii: "y") {
            let before: UInt8 = index > 0 ? letters[index - 1] : 0
            // ng, sh, zh, ch, kh, gh, th, ph, ck.
            if letter == UInt8(ascii: "h"), !isVowel(before), before != 0 { continue }
            if letter == UInt8(ascii: "g"), before == UInt8(ascii: "n") {
                let next: UInt8 = index + 1 < letters.count ? letters[index + 1] : 0
                if next == 0 || !isVowel(next) { continue }
            }
            if letter == before || letter == UInt8(ascii: "k") && before == UInt8(ascii: "c") { continue }
            found.append(letter)
        }
        return found
    }

    private static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }

    /// Whether a consonant of a transcription may stand for one of a Latin name.
    private static func fits(_ theirs: UInt8, _ ours: UInt8, _ script: TranscribingScript) -> Bool {
        if theirs == ours { return true }
        let others: StaticString
        switch (script, UnicodeScalar(theirs)) {
        case (.arabic, "b"): others = "p"
        case (.arabic, "f"), (.arabic, "w"): others = "vw"
        case (.arabic, "g"), (.arabic, "q"), (.arabic, "k"): others = "gkcq"
        case (.arabic, "j"): others = "g"
        case (.arabic, "s"): others = "cz"
        case (.arabic, "z"): others = "s"
        case (.chinese, "b"), (.chinese, "p"): others = "bp"
        case (.chinese, "m"), (.chinese, "n"): others = "mn"
        case (.chinese, "f"), (.chinese, "w"): others = "vwf"
        case (.chinese, "d"), (.chinese, "t"): others = "dt"
        case (.chinese, "l"), (.chinese, "r"): others = "lr"
        case (.chinese, "g"), (.chinese, "k"): others = "gkcqh"
        case (.chinese, "h"): others = "gk"
        case (.chinese, "j"), (.chinese, "q"): others = "jgkdtcz"
        case (.chinese, "x"), (.chinese, "s"), (.chinese, "z"), (.chinese, "c"): others = "sczxtj"
        default: return false
        }
        return others.withUTF8Buffer { $0.contains(ours) }
    }
}
