internal import TextCore

/// The forms of an English verb, as written in lower case, and the plural of a noun. Words are bytes of ASCII.
///
/// - Complexity: O(*n*) in the length of the word.
struct EnglishInflection {
    /// What a form of a verb is.
    struct Forms: OptionSet, Sendable, Hashable {
        let rawValue: UInt8
        /// The infinitive and the present but for the third person.
        static let base = Forms(rawValue: 1)
        /// “claims”.
        static let thirdPerson = Forms(rawValue: 2)
        static let past = Forms(rawValue: 4)
        static let participle = Forms(rawValue: 8)
        /// “claiming”.
        static let gerund = Forms(rawValue: 16)
    }

    /// The forms of a verb with what each may be.
    /// - Parameters:
    ///   - base: the infinitive, a single word.
    ///   - past: the past, where it is irregular or doubles its consonant.
    ///   - participle: the past participle, where it is another word than the past.
    ///   - gerund: the form in -ing, where neither rule nor past shows it.
    static func forms(of base: [UInt8], past: [UInt8]?, participle: [UInt8]?, gerund: [UInt8]?) -> [(form: [UInt8], is: Forms)] {
        let past = past ?? regularPast(base)
        return [
            (base, .base), (thirdPerson(base), .thirdPerson), (past, .past), (participle ?? past, .participle),
            (gerund ?? Self.gerund(base, past: past), .gerund),
        ]
    }

    /// The plural of a noun.
    static func plural(of noun: Span<UInt8>) -> [UInt8] {
        let noun = noun.copied
        if ends(noun, "y"), !ends(noun, "ey") { return noun.dropLast() + "ies".utf8 }
        return ["s", "x", "z", "ch", "sh"].contains { ends(noun, $0) } ? noun + "es".utf8 : noun + "s".utf8
    }

    private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
        let start = word.count - ending.utf8CodeUnitCount
        guard start >= 0 else { return false }
        return ending.withUTF8Buffer { buffer in buffer.indices.allSatisfy { word[start + $0] == buffer[$0] } }
    }

    private static func isVowel(_ letter: UInt8?) -> Bool { letter.map { "aeiou".utf8.contains($0) } ?? false }

    private static func endsInConsonantY(_ verb: [UInt8]) -> Bool { ends(verb, "y") && !isVowel(verb.dropLast().last) }

    private static func thirdPerson(_ verb: [UInt8]) -> [UInt8] {
        if verb.elementsEqual("have".utf8) { return Array("has".utf8) }
        if endsInConsonantY(verb) { return verb.dropLast() + "ies".utf8 }
        let sibilants: [StaticString] = ["s", "x", "z", "ch", "sh", "o"]
        return sibilants.contains { ends(verb, $0) } ? verb + "es".utf8 : verb + "s".utf8
    }

    private static func regularPast(_ verb: [UInt8]) -> [UInt8] {
        if ends(verb, "e") { return verb + "d".utf8 }
        return endsInConsonantY(verb) ? verb.dropLast() + "ied".utf8 : verb + "ed".utf8
    }

    private static func gerund(_ verb: [UInt8], past: [UInt8]) -> [UInt8] {
        // `admitted` shows `admitting`.
        let stem = ends(past, "ed") ? past.dropLast(2) : []
        if stem.count == verb.count + 1, stem.last == verb.last { return stem + "ing".utf8 }
        if ends(verb, "ie") { return verb.dropLast(2) + "ying".utf8 }
        let keepsE = ["ee", "oe", "ye"].contains { ends(verb, $0) }
        return ends(verb, "e") && !keepsE ? verb.dropLast() + "ing".utf8 : verb + "ing".utf8
    }
}
