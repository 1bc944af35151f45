internal import Language
internal import TextCore

/// A person's name as it is compared across the articles, languages and alphabets of a story.
///
/// Within one alphabet spellings must be near (“Sergei Petrov”, “Sergey Petroff”); between alphabets the consonants decide
/// (`Сергей`, “Sergei”), as everywhere where transliteration stands between (see ``NameFolding``).
struct CastName: Sendable {
    /// One word of a name.
    private struct Word: Sendable {
        /// Key of its spelling, which light transliteration does not change.
        let spelling: UInt64
        let sounds: [UInt8]
        /// Keys that other alphabets share.
        let keys: [UInt64]
        let isLatin: Bool

        /// Sounds of other readings of the letters: German ch is Russian х, French ch is ш.
        let readings: [[UInt8]]
        /// The skeleton without v, which Arabic does not tell from u; nil where little would be left.
        let looseSkeleton: [UInt8]?
        /// Its letters in Latin ones.
        let letters: [UInt8]
        /// The script that it is written in, where that has not all Latin consonants.
        let script: NameFolding.TranscribingScript?

        /// Whether two words are spellings of one name. O(length²) in words of a few letters.
        func isSpelling(of other: Word) -> Bool {
            if spelling == other.spelling || sounds == other.sounds { return true }
            let all = [sounds] + readings
            let others = [other.sounds] + other.readings
            if script != other.script {
                if let script, NameFolding.transcribes(letters, other.letters, script) { return true }
                if let script = other.script, NameFolding.transcribes(other.letters, letters, script) { return true }
            }
            if isLatin != other.isLatin {
                if let looseSkeleton, looseSkeleton == other.looseSkeleton { return true }
                return keys.contains { other.keys.contains($0) }
                    || all.contains { one in others.contains { Self.haveOneSkeleton(one, $0) } }
            }
            return all.contains { one in
                others.contains { its in
                    // Petrov and Petrova are two, and Marin is no Marina.
                    guard Self.haveOneSkeleton(one, its), Self.isOpen(one) == Self.isOpen(its) else { return false }
                    let length = max(one.count, its.count)
                    return length >= 5 && EditDistance.isWithin(length >= 7 ? 2 : 1, one, its)
                }
            }
        }

        private static func haveOneSkeleton(_ a: [UInt8], _ b: [UInt8]) -> Bool {
            let skeleton = NameFolding.skeleton(a)
            return skeleton.count >= 2 && skeleton == NameFolding.skeleton(b)
        }

        private static func isOpen(_ sounds: [UInt8]) -> Bool { sounds.last == UInt8(ascii: "a") }
    }

    private let words: [Word]
    /// Surname, first and middle name, generation.
    let person: PersonName?
    /// Whether it is written without spaces, so that its given name is one word.
    private let isJoined: Bool

    /// The parts of a name; nil for one without words. O(length).
    init?(_ name: String, language: String) {
        var parts = name.unicodeScalars
            .split { $0 == " " || $0 == "," || $0 == "\u{A0}" || $0 == "\u{B7}" || $0 == "\u{30FB}" }
            .prefix(8).map { String(String.UnicodeScalarView($0)) }
        // 习近平: the surname comes first, without a space behind it.
        var surname: String?
        if parts.count == 1, let only = parts.first, Self.isEastAsian(only), TransliteratedNames.latin(only) == nil,
            language != "zh" || only.unicodeScalars.count < 4,
            let split = CharacterReadings.shared.surname(of: only, language: language)
        {
            parts = [split.given, split.surname]
            surname = split.reading
        }
        person = PersonName(words: parts)
        isJoined = parts.last.map(Self.isEastAsian) ?? false
        let count = parts.count
        words = parts.enumerated().compactMap { index, part in
            guard !Self.generations.contains(CaseFolding.fold(part)), let key = PersonName(words: [part]) else { return nil }
            let known = TransliteratedNames.latin(part)
            let reading = known ?? (index + 1 == count ? surname ?? part : part)
            let bytes = Array(reading.utf8)
            let sounds = NameFolding.sounds(NameFolding.latin(bytes[...]))
            guard !sounds.isEmpty else { return nil }
            return Word(
                spelling: key.surname,
                sounds: sounds,
                keys: NameFolding.keys(of: bytes[...], language: language),
                isLatin: known != nil || part.unicodeScalars.allSatisfy { $0.value < 0x250 || $0 == "’" },
                readings: Self.readings(NameFolding.latin(bytes[...]), language),
                looseSkeleton: Self.looseSkeleton(sounds),
                letters: NameFolding.latin(bytes[...]),
                script: known == nil ? Self.script(of: part, language) : nil
            )
        }
        if words.isEmpty { return nil }
    }

    /// Whether a word is of Chinese or Korean characters.
    private static func isEastAsian(_ word: String) -> Bool {
        word.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) || (0xAC00...0xD7A3).contains($0.value) }
    }

    private static func script(of word: String, _ language: String) -> NameFolding.TranscribingScript? {
        guard let first = word.unicodeScalars.first?.value else { return nil }
        switch first {
        case 0x621...0x6D3: return .arabic
        case 0x3400...0x9FFF where language == "zh": return .chinese
        default: return nil
        }
    }

    private static func looseSkeleton(_ sounds: [UInt8]) -> [UInt8]? {
        let loose = NameFolding.skeleton(sounds).filter { $0 != UInt8(ascii: "v") }
        return loose.count >= 3 ? loose : nil
    }

    /// Sounds of a word's letters as languages read them that write the same sounds otherwise.
    private static func readings(_ letters: [UInt8], _ language: String) -> [[UInt8]] {
        var other = letters
        switch language {
        case "de": other = read(letters, "ch", as: "kh")
        case "fr":
            other = read(read(letters, "ch", as: "sh"), "gu", as: "g")
            if other.last == UInt8(ascii: "e") { other.removeLast() }
        case "en" where letters.first == UInt8(ascii: "j"): other = read(letters, "j", as: "dzh")
        default: break
        }
        return other == letters ? [] : [NameFolding.sounds(other)]
    }

    /// Letters with one spelling in place of another, but for a part of a longer one (sch, tch).
    private static func read(_ letters: [UInt8], _ pattern: String, as sound: String) -> [UInt8] {
        let (from, to) = (Array(pattern.utf8), Array(sound.utf8))
        var out: [UInt8] = []
        var at = 0
        while at < letters.count {
            let isLonger = at > 0 && (letters[at - 1] == UInt8(ascii: "s") || letters[at - 1] == UInt8(ascii: "t"))
            if !isLonger, letters[at...].starts(with: from) {
                out += to
                at += from.count
            } else {
                out.append(letters[at])
                at += 1
            }
        }
        return out
    }

    private static let generations: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "junior", "senior"]

    /// Keys of which two spellings of one surname share one: of the last word, and of the first, where surnames may come first.
    ///
    /// - Parameter isTranscribed: whether names are compared with transcriptions, which have only classes of sounds in common.
    func bucketKeys(isTranscribed: Bool) -> [UInt64] {
        var keys: [UInt64] = []
        if isTranscribed, let key = words.last.flatMap({ NameFolding.openingClass($0.letters) }) { keys.append(key) }
        for word in [words.last, words.count > 1 ? words.first : nil].compactMap({ $0 }) {
            keys.append(word.spelling)
            keys += word.keys
        }
        return keys
    }

    /// Whether it is a surname alone, or with an initial.
    var isComplete: Bool { person?.first != nil && words.count > 1 }

    /// How much of a name it gives: a first name counts most.
    var specificity: Int {
        guard let person, words.count > 1 else { return 0 }
        return (person.first != nil ? 4 : person.initial != nil ? 1 : 0) + (person.middle != nil ? 1 : 0)
            + (person.generation != nil ? 1 : 0)
    }

    /// Whether two names may be one person's: spellings of one surname, and no other part that differs. O(length²).
    func mayBe(_ other: CastName) -> Bool {
        if let person, let its = other.person, person.surname == its.surname {
            // “Ted Holm” and “Ted Holm Jr.” are two.
            if person.mayBe(its) { return true }
            if person.first == its.first || person.first == nil || its.first == nil { return false }
        }
        guard let last = words.last, let its = other.words.last else { return false }
        if last.isSpelling(of: its), firstsFit(other) { return true }
        // “Kishida Fumio” and “Fumio Kishida”; 김정은 and “Kim Jong Un”.
        if words.count == 2, other.words.count == 2 {
            return words[0].isSpelling(of: other.words[1]) && words[1].isSpelling(of: other.words[0])
        }
        if isJoined, words.count == 2, other.words.count == 3 { return other.isSpelled(by: self) }
        if other.isJoined, other.words.count == 2, words.count == 3 { return isSpelled(by: other) }
        return false
    }

    /// Whether a name of three words is that of one without spaces: surname, then the given name in two syllables.
    private func isSpelled(by joined: CastName) -> Bool {
        guard words[0].isSpelling(of: joined.words[1]) else { return false }
        let given = NameFolding.skeleton(words[1].sounds + words[2].sounds)
        return given.count >= 2 && given == NameFolding.skeleton(joined.words[0].sounds)
    }

    private func firstsFit(_ other: CastName) -> Bool {
        if let person, let its = other.person {
            if let middle = person.middle, let second = its.middle, middle != second, words[0].isLatin == other.words[0].isLatin {
                return false
            }
            if let generation = person.generation, let second = its.generation, generation != second { return false }
        }
        guard words.count > 1, other.words.count > 1 else { return true }
        if let first = person?.first, let its = other.person?.first {
            return first == its || words[0].isSpelling(of: other.words[0])
        }
        return words[0].sounds.first == other.words[0].sounds.first
    }
}

/// Small differences between words.
enum EditDistance {
    /// Whether at most so many letters have to be changed, added or dropped. O(*a b*); words longer than 24 letters are only equal
    /// to themselves.
    static func isWithin(_ limit: Int, _ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard a.count <= 24, b.count <= 24 else { return a == b }
        guard abs(a.count - b.count) <= limit else { return false }
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let change = diagonal + (letter == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, diagonal + 1)
            }
        }
        return row[b.count] <= limit
    }
}
