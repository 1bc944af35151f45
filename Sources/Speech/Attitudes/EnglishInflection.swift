/// The forms of an English verb, as written.
///
/// - Complexity: O(*n*) in the length of the verb.
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
    static func forms(of base: String, past: String?, participle: String?, gerund: String?) -> [(form: String, is: Forms)] {
        let past = past ?? regularPast(base)
        return [
            (base, .base), (thirdPerson(base), .thirdPerson), (past, .past), (participle ?? past, .participle),
            (gerund ?? Self.gerund(base, past: past), .gerund),
        ]
    }

    private static func isVowel(_ letter: Character?) -> Bool { letter.map { "aeiou".contains($0) } ?? false }

    private static func endsInConsonantY(_ verb: String) -> Bool { verb.last == "y" && !isVowel(verb.dropLast().last) }

    private static func thirdPerson(_ verb: String) -> String {
        if verb == "have" { return "has" }
        if endsInConsonantY(verb) { return verb.dropLast() + "ies" }
        let sibilants = ["s", "x", "z", "ch", "sh", "o"]
        return sibilants.contains { verb.hasSuffix($0) } ? verb + "es" : verb + "s"
    }

    private static func regularPast(_ verb: String) -> String {
        if verb.last == "e" { return verb + "d" }
        return endsInConsonantY(verb) ? verb.dropLast() + "ied" : verb + "ed"
    }

    private static func gerund(_ verb: String, past: String) -> String {
        // `admitted` shows `admitting`.
        let stem = past.hasSuffix("ed") ? past.dropLast(2) : ""
        if stem.count == verb.count + 1, stem.last == verb.last { return stem + "ing" }
        if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
        let keepsE = ["ee", "oe", "ye"].contains { verb.hasSuffix($0) }
        return verb.last == "e" && !keepsE ? verb.dropLast() + "ing" : verb + "ing"
    }
}
