internal import Language
internal import Speech
internal import TextCore

/// By what a speaker of one article is found in another: the parts of a person's name, or a role's or group's words.
struct SpeakerKey: Hashable, Sendable {
    /// The name of a person.
    private let person: PersonName?
    /// Hash of all words of a role or group.
    private let words: UInt64

    /// The key of a speaker; nil for a name without words.
    init?(_ speaker: Speaker) {
        if speaker.kind == .person {
            self.init(name: speaker.name)
        } else {
            let words = speaker.name.split(separator: " ")
            guard !words.isEmpty else { return nil }
            self.init(person: nil, words: Hash64.folded(words.joined(separator: " ")))
        }
    }

    /// The key of a person's name; nil for one without words.
    init?(name: String) {
        guard let person = PersonName(words: name.split { $0 == " " || $0 == "," }) else { return nil }
        self.init(person: person, words: 0)
    }

    private init(person: PersonName?, words: UInt64) {
        self.person = person
        self.words = words
    }

    /// Whether two keys may stand for one speaker: one surname, and no first name, middle name or generation that differs.
    func isCompatible(with other: SpeakerKey) -> Bool {
        guard let person, let its = other.person else { return self == other }
        return person.mayBe(its)
    }
}

extension Set<SpeakerKey> {
    /// Whether no speaker of one set may be one of the other. O(*a b*) in the speakers of two sentences, of which few count.
    func isStrange(to other: Set<SpeakerKey>) -> Bool {
        if !isDisjoint(with: other) { return false }
        guard count <= 16, other.count <= 16 else { return true }
        return !contains { key in other.contains { key.isCompatible(with: $0) } }
    }
}
