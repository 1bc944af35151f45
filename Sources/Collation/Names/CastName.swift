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

        /// Its letters in Latin ones, and as English would write them where its language has other spellings (German ch is Russian х,
        /// French ch is ш), each with their sounds.
        let forms: [(letters: [UInt8], sounds: [UInt8])]
        /// The skeleton without v, which Arabic does not tell from u; nil where little would be left.
        let looseSkeleton: [UInt8]?
        /// The script that it is written in, where that has not all Latin consonants.
        let script: NameFolding.TranscribingScript?
        /// Whether its characters have settled readings, so that Latin letters spell each sound: a Chinese name.
        let isReadExactly: Bool

        /// Whether two words are spellings of one name. O(length²) in words of a few letters.
        func isSpelling(of other: Word) -> Bool {
            if spelling == other.spelling || haveOneSound(other) { return true }
            if isReadExactly && (other.isLatin || other.isReadExactly) || other.isReadExactly && isLatin { return false }
            if script != other.script, transcribes(other) || other.transcribes(self) { return true }
            if isLatin != other.isLatin {
                if let looseSkeleton, looseSkeleton == other.looseSkeleton { return true }
                return keys.contains { other.keys.contains($0) }
                    || forms.contains { one in other.forms.contains { Self.haveOneSkeletonAndVowels(one, $0) } }
            }
            return forms.contains { one in
                other.forms.contains { its in
                    // Petrov and Petrova are two, and Marin is no Marina.
                    guard Self.haveOneSkeleton(one.sounds, its.sounds), Self.isOpen(one.sounds) == Self.isOpen(its.sounds) else {
                        return false
                    }
                    let length = max(one.sounds.count, its.sounds.count)
                    return length >= 5 && EditDistance.isWithin(length >= 7 ? 2 : 1, one.sounds, its.sounds)
                }
            }
        }

        private func haveOneSound(_ other: Word) -> Bool {
            if sounds == other.sounds { return true }
            guard isReadExactly || other.isReadExactly else { return false }
            return forms.contains { one in other.forms.contains { $0.sounds == one.sounds } }
        }

        private func transcribes(_ other: Word) -> Bool {
            guard let script else { return false }
            return forms.contains { one in
                other.forms.contains { NameFolding.transcribes(one.letters, $0.letters, script) }
            }
        }

        private static func haveOneSkeleton(_ a: [UInt8], _ b: [UInt8]) -> Bool {
            let skeleton = NameFolding.skeleton(a)
            return skeleton.count >= 2 && skeleton == NameFolding.skeleton(b)
        }

        /// Two consonants or one fit too many names: there the vowels count, too.
        private static func haveOneSkeletonAndVowels(
            _ a: (letters: [UInt8], sounds: [UInt8]),
            _ b: (letters: [UInt8], sounds: [UInt8])
        ) -> Bool {
            let skeleton = NameFolding.skeleton(a.sounds)
            return !skeleton.isEmpty && skeleton == NameFolding.skeleton(b.sounds)
                && (skeleton.count > 2 || NameFolding.vowelsFit(a.letters, b.letters))
        }

        /// Whether it ends in an a.
        var isOpen: Bool { Self.isOpen(sounds) }

        private static func isOpen(_ sounds: [UInt8]) -> Bool { sounds.last == UInt8(ascii: "a") }
    }

    private let words: [Word]
    /// Surname, first and middle name, generation.
    let person: PersonName?
    /// Whether it is written without spaces, so that its given name is one word.
    private let isJoined: Bool
    /// The two syllables of a given name that a hyphen divides, behind a surname: “Kim Min-ho”; else none.
    private let syllables: [Word]
    /// The consonants of a name of three syllables, written apart or the last two with a hyphen, as Korean and Vietnamese ones are; else none.
    private let threeSyllables: [[UInt8]]
    /// Whether people have two surnames where it is from, of which the second is left out.
    private let hasTwoSurnames: Bool
    /// Whether it is a first name alone: “Sir Keir”.
    private let isFirstName: Bool
    /// Whether it is a family name alone that stands in front elsewhere: “Xi”.
    private let isFamilyNameInFront: Bool
    /// Whether its words may stand in the other order: “Kishida Fumio”, “Fumio Kishida”.
    private let isTurnable: Bool
    /// Whether a surname in -a is a woman's as it stands: where names have no cases.
    private let hasNoCases: Bool

    /// The parts of a name; nil for one without words. O(length).
    /// - Parameter isFirstName: whether it is known to be a first name alone.
    init?(_ name: String, language: String, isFirstName: Bool = false) {
        var parts = name.unicodeScalars
            .split { $0 == " " || $0 == "," || $0 == "\u{A0}" || $0 == "\u{B7}" || $0 == "\u{30FB}" }
            .prefix(8).map { String(String.UnicodeScalarView($0)) }
        // 潘基文: Chinese characters that are read in another language.
        if parts.count == 1, let latin = TransliteratedNames.latin(parts[0]), latin.contains(" ") {
            parts = latin.split(separator: " ").map(String.init)
        }
        // 习近平: the surname comes first, without a space behind it.
        var surname: String?
        var isChinese = false
        if parts.count == 1, let only = parts.first, Self.isEastAsian(only), TransliteratedNames.latin(only) == nil,
            language != "zh" || TransliteratedNames.isChinese(only),
            let split = CharacterReadings.shared.surname(of: only, language: language)
        {
            parts = [split.given, split.surname]
            surname = split.reading
            isChinese = language == "zh"
        }
        person = PersonName(words: parts)
        isJoined = parts.last.map(Self.isEastAsian) ?? false
        parts = Self.joined(parts)
        let count = parts.count
        words = parts.enumerated().compactMap { index, part in
            Self.word(part, reading: index + 1 == count ? surname : nil, language: language, isChinese: isChinese)
        }
        let given = count == 2 ? parts[1].split(separator: "-").map(String.init) : []
        let isDivided = given.count == 2 && given.allSatisfy { $0.utf8.count <= 5 }
        syllables = isDivided ? given.compactMap { Self.word($0, reading: nil, language: language, isChinese: false) } : []
        threeSyllables = Self.threeSyllables(parts)
        hasTwoSurnames = language == "es" || language == "pt"
        self.isFirstName = isFirstName && words.count == 1
        isFamilyNameInFront = parts.count == 1 && NameOrder.isFamilyNameInFront(parts[0])
        isTurnable = !words.contains { $0.script == .arabic } && !parts.allSatisfy(NameOrder.isGiven)
        hasNoCases = Self.withoutCases.contains(language)
        if words.isEmpty { return nil }
    }

    private static func threeSyllables(_ parts: [String]) -> [[UInt8]] {
        let syllables = parts.flatMap { $0.split(separator: "-") }
        guard syllables.count == 3, (2...3).contains(parts.count), !parts[0].contains("-"),
            syllables.allSatisfy({ (1...6).contains($0.unicodeScalars.count) })
        else { return [] }
        let sounds = syllables.map { NameFolding.syllable(NameFolding.latin(Array($0.utf8)[...])) }
        return sounds.joined().count >= 4 ? sounds : []
    }

    /// One word of a name; nil for a generation and for what has no sounds.
    /// - Parameter reading: how it reads in Latin letters, where a lexicon of surnames says so.
    private static func word(_ part: String, reading: String?, language: String, isChinese: Bool) -> Word? {
        guard !generations.contains(CaseFolding.fold(part)) else { return nil }
        let known = TransliteratedNames.latin(part) ?? (language == "ja" ? Transcriptions.shared.given[part] : nil)
        let bytes = Array(withoutArticle(known ?? reading ?? part).utf8)
        let letters = withoutServant(NameFolding.latin(bytes[...]))
        let sounds = NameFolding.sounds(letters)
        guard !sounds.isEmpty else { return nil }
        var forms = [(letters, sounds)]
        let other = isChinese ? taiwanese(part) : Transcriptions.shared.respelled(letters, language)
        var keys = NameFolding.keys(of: bytes[...], language: language)
        for other in [other].compactMap({ $0 }) + Transcriptions.shared.pinyin(part) {
            forms.append((other, NameFolding.sounds(other)))
            for key in NameFolding.keys(of: other[...], language: language) where !keys.contains(key) { keys.append(key) }
        }
        return Word(
            spelling: PersonName(words: [part])?.surname ?? Hash64.folded(part),
            sounds: sounds,
            keys: keys,
            isLatin: known != nil || part.unicodeScalars.allSatisfy { $0.value < 0x250 || $0 == "’" },
            forms: forms,
            looseSkeleton: looseSkeleton(sounds),
            script: known == nil && !isChinese ? script(of: part, language) : nil,
            isReadExactly: isChinese
        )
    }

    /// Words that Arabic writes apart and other alphabets in one, or the other way round, in one: نصر الله, “Abdel Fattah”. What comes
    /// last is left, for it stands alone elsewhere (“Gamal Abdel Nasser”, “Nasser”). O(length).
    private static func joined(_ parts: [String]) -> [String] {
        var out: [String] = []
        for (index, part) in parts.enumerated() {
            if let last = out.last, part == "الله" || index + 1 < parts.count && isServant(last) {
                out[out.count - 1] = last + part
            } else {
                out.append(part)
            }
        }
        return out
    }

    private static func isServant(_ word: String) -> Bool {
        word == "عبد" || Transcriptions.shared.servants.contains(Array(CaseFolding.fold(word).utf8))
    }

    /// What is left of “Abdelfattah” without the letters of the article inside.
    private static func withoutServant(_ letters: [UInt8]) -> [UInt8] {
        guard letters.starts(with: "abd".utf8), letters.count > 7,
            let servant = Transcriptions.shared.servants.first(where: { letters.starts(with: $0) })
        else { return letters }
        return Array("abd".utf8) + letters.dropFirst(servant.count)
    }

    /// The word behind an Arabic article: البشير, “al-Bashir”.
    private static func withoutArticle(_ word: String) -> String {
        if word.hasPrefix("ال"), word.unicodeScalars.count > 4 { return String(word.unicodeScalars.dropFirst(2)) }
        guard let hyphen = word.utf8.firstIndex(of: UInt8(ascii: "-")),
            Transcriptions.shared.articles.contains(Array(CaseFolding.fold(String(word[..<hyphen])).utf8))
        else { return word }
        let rest = word[word.utf8.index(after: hyphen)...]
        return rest.utf8.count > 2 ? String(rest) : word
    }

    /// A Chinese word in Taiwan's spelling.
    private static func taiwanese(_ word: String) -> [UInt8] {
        word.unicodeScalars.flatMap { scalar in
            Transcriptions.shared.taiwanese(NameFolding.latin(Array(String(scalar).utf8)[...]))
        }
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
        case 0x3041...0x30FC: return .japanese
        case 0xAC00...0xD7A3: return .korean
        default: return nil
        }
    }

    private static func looseSkeleton(_ sounds: [UInt8]) -> [UInt8]? {
        let loose = NameFolding.skeleton(sounds).filter { $0 != UInt8(ascii: "v") }
        return loose.count >= 3 ? loose : nil
    }

    /// Languages in which a name has one form, whatever its place in a sentence.
    private static let withoutCases: Set<String> = ["en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "no"]

    private static let generations: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "junior", "senior"]

    /// Keys of which two spellings of one surname share one: of the last word, and of the first, where surnames may come first.
    ///
    /// - Parameter isTranscribed: whether names are compared with transcriptions, which have only classes of sounds in common.
    func bucketKeys(isTranscribed: Bool) -> [UInt64] {
        var keys: [UInt64] = []
        for word in [words.last, words.count > 1 ? words.first : nil].compactMap({ $0 }) {
            keys.append(word.spelling)
            keys += word.keys
            // Two consonants are no key by themselves, but names that have the same two are worth comparing: Ляйен, “Leyen”.
            if case let skeleton = NameFolding.skeleton(word.sounds), skeleton.count == 2, word.forms[0].letters.count >= 4 {
                keys.append(NameFolding.hash(skeleton, salt: 0x32))
            }
            // Words too short for keys, as Chinese ones are: their sounds.
            if word.forms[0].letters.count < 4 { keys += word.forms.map { NameFolding.hash($0.sounds, salt: 0x53) } }
        }
        if !threeSyllables.isEmpty { keys.append(NameFolding.hash(Array(threeSyllables.joined()), salt: 0x4B)) }
        if hasTwoSurnames, words.count > 2 { keys.append(words[words.count - 2].spelling) }
        // Last, for it is coarse: what the others find comes first.
        if isTranscribed, let last = words.last {
            // شي جين بينغ: the given name is one word elsewhere.
            if !threeSyllables.isEmpty, words.count == 3, words[1].script == .arabic {
                keys += NameFolding.openingClasses(words[1].forms[0].letters + last.forms[0].letters)
            }
            keys += NameFolding.openingClasses(last.forms[0].letters)
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
        if isFirstName || other.isFirstName { return isFirst(of: other) || other.isFirst(of: self) }
        if isCouple(other) { return false }
        if let person, let its = other.person, person.surname == its.surname {
            // “Ted Holm” and “Ted Holm Jr.” are two.
            if person.mayBe(its) { return true }
            if person.first == its.first || person.first == nil || its.first == nil { return false }
        }
        guard let last = words.last, let its = other.words.last else { return false }
        if last.isSpelling(of: its), firstsFit(other) { return true }
        // “Kishida Fumio” and “Fumio Kishida”; 김정은 and “Kim Jong Un”.
        if words.count == 2, other.words.count == 2 {
            return isTurnable && other.isTurnable && words[0].isSpelling(of: other.words[1])
                && words[1].isSpelling(of: other.words[0])
        }
        if joinsSyllables(of: other) || other.joinsSyllables(of: self) { return true }
        if isJoined, words.count == 2, other.words.count == 3 { return other.isSpelled(by: self) }
        if other.isJoined, other.words.count == 2, words.count == 3 { return isSpelled(by: other) }
        return isDividedOtherwise(other) || isTranscribedBySyllables(other) || hasSyllables(of: other)
            || other.hasSyllables(of: self) || goesOn(other)
            || other.goesOn(self) || isSurname(of: other) || other.isSurname(of: self)
    }

    /// Whether a first name alone is that of a full name, or of another first name.
    private func isFirst(of other: CastName) -> Bool {
        isFirstName && (other.isFirstName || other.words.count > 1) && words[0].isSpelling(of: other.words[0])
    }

    /// “Petrov” and “Petrova”, where names have no cases: husband and wife.
    private func isCouple(_ other: CastName) -> Bool {
        guard hasNoCases, other.hasNoCases, let last = words.last, let its = other.words.last, last.isLatin, its.isLatin else {
            return false
        }
        return last.spelling == its.spelling && last.isOpen != its.isOpen
    }

    /// Whether it is a surname by itself that is not the last word of another name: “Xi” of Xi Jinping, “Pérez” of Juan Pérez García.
    private func isSurname(of other: CastName) -> Bool {
        guard words.count == 1, other.words.count > 1 else { return false }
        if isFamilyNameInFront, other.words.count <= 3, words[0].isSpelling(of: other.words[0]) { return true }
        return other.hasTwoSurnames && other.words.count > 2 && words[0].isSpelling(of: other.words[other.words.count - 2])
    }

    /// “Kim Min Ho” and “Kim Min-ho”, “Ben Turion” and “Ben-Turion”: the same letters in other words.
    private func isDividedOtherwise(_ other: CastName) -> Bool {
        words.count != other.words.count && min(words.count, other.words.count) > 1
            && words.flatMap { $0.forms[0].letters } == other.words.flatMap { $0.forms[0].letters }
    }

    /// Whether a name of three words in another alphabet is one whose given name has a hyphen: Ким Мин Хо, “Kim Min-ho”.
    private func hasSyllables(of other: CastName) -> Bool {
        guard words.count == 3, other.words.count == 2, words[2].isLatin != other.words[1].isLatin, other.syllables.count == 2
        else { return false }
        return words[0].isSpelling(of: other.words[0]) && words[2].isSpelling(of: other.syllables[1])
    }

    /// Whether a name of three words in Arabic is one whose given name is one word: شي جين بينغ, “Xi Jinping”, 习近平.
    private func joinsSyllables(of other: CastName) -> Bool {
        guard !threeSyllables.isEmpty, words.count == 3, other.words.count == 2, let script = words[1].script, script == .arabic
        else { return false }
        // Of one in characters, the given name is kept first.
        let (surname, given) = other.isJoined ? (other.words[1], other.words[0]) : (other.words[0], other.words[1])
        guard given.isLatin || given.isReadExactly, words[0].isSpelling(of: surname) else { return false }
        let syllables = words[1].forms[0].letters + words[2].forms[0].letters
        return given.forms.contains { NameFolding.transcribes(syllables, $0.letters, script) }
    }

    /// Ban Ki-moon, Пан Ги Мун: between alphabets, each of three syllables has the other's consonants.
    private func isTranscribedBySyllables(_ other: CastName) -> Bool {
        !threeSyllables.isEmpty && threeSyllables == other.threeSyllables && words[0].isLatin != other.words[0].isLatin
    }

    /// Whether another name of two words or more is the end of this one (“Luis Lona da Selva”, “Lona da Selva”), or, where people have
    /// two surnames, its start (“Nicolás Moreno Rojas”, “Nicolás Moreno”).
    private func goesOn(_ other: CastName) -> Bool {
        guard words.count > other.words.count, other.words.count > 1, words[0].isLatin == other.words[0].isLatin,
            other.words.allSatisfy({ $0.sounds.count > 1 })
        else { return false }
        func isSame(_ part: ArraySlice<Word>) -> Bool { zip(part, other.words).allSatisfy { $0.isSpelling(of: $1) } }
        if isSame(words.suffix(other.words.count)) { return true }
        return (hasTwoSurnames || other.hasTwoSurnames) && words.count == other.words.count + 1
            && isSame(words.prefix(other.words.count))
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
        // A given name of one character is no initial.
        if words[0].isReadExactly || other.words[0].isReadExactly { return words[0].isSpelling(of: other.words[0]) }
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
