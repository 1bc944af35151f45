internal import TextCore

/// The parts of a person's name by which bearers of one surname are told apart: first name, middle name, generation.
///
/// Parts that a form leaves out agree with any: “John F. Kerry”, “J. Kerry” and “Kerry” may be one person, “George W. Bush”
/// and “George H.W. Bush” may not.
public struct PersonName: Sendable, Hashable {
    /// Key of the surname, spellings brought together.
    public let surname: UInt64
    /// Key of the first name, short forms as their long one; nil for an initial or none.
    public internal(set) var first: UInt64?
    /// The folded first letter of the first name as it stands.
    public internal(set) var initial: UInt32?
    /// The folded first letter of the middle name.
    public internal(set) var middle: UInt32?
    /// Key of “Jr.”, “Sr.”, “II”.
    public internal(set) var generation: UInt64?

    /// The parts of a name given as its words in order; nil for a name without words. Titles that end in a dot (“Ms.”) are
    /// left out. O(length).
    public init?(words: [some StringProtocol]) {
        var rest: [String] = []
        var generation: UInt64?
        for word in words {
            var folded = CaseFolding.fold(word)
            let isAbbreviated = folded.utf8.last == UInt8(ascii: ".")
            if isAbbreviated { folded.removeLast() }
            if !rest.isEmpty, Self.generations.contains(folded) {
                generation = Hash64.folded(folded)
            } else if !folded.isEmpty, !(isAbbreviated && rest.isEmpty && words.count > 1) || Self.isInitial(folded) {
                rest.append(folded)
            }
        }
        guard let last = rest.popLast() else { return nil }
        surname = NameKey.word(last)
        self.generation = generation
        // `W. Douglas Parker` goes by his second name.
        if rest.count > 1, Self.isInitial(rest[0]), !Self.isInitial(rest[1]) { rest.removeFirst() }
        // “De Niro” has no first name.
        while let opening = rest.first, Self.isParticle(opening, isSmall: words.contains { $0 == opening }) { rest.removeFirst() }
        guard let given = rest.first else { return }
        initial = given.unicodeScalars.first?.value
        if !Self.isInitial(given) {
            first = NameKey.firstName(given)
        } else if given.unicodeScalars.count > 1 {
            middle = given.unicodeScalars.dropFirst().first { $0 != "." }?.value
        }
        if rest.count > 1 { middle = rest[1].unicodeScalars.first?.value }
    }

    private static func isParticle(_ folded: String, isSmall: Bool) -> Bool {
        let hash = Hash64.folded(folded)
        return NameContexts.shared.particles.contains(hash)
            && (isSmall || !NameContexts.shared.particlesOrFirstNames.contains(hash))
    }

    /// “J”, “j.f”: letters with dots.
    private static func isInitial(_ word: String) -> Bool {
        word.unicodeScalars.count == 1 || word.utf8.contains(UInt8(ascii: ".")) && word.unicodeScalars.count <= 4
    }

    private static let generations: Set<String> = ["jr", "sr", "ii", "iii", "iv", "junior", "senior"]

    /// `Ted Holm Jr.`: a generation without a middle name is given where a namesake without it is known, while formal style
    /// (`Ted Q. Holm Jr.`) gives every name in full.
    private var isToldByGeneration: Bool { generation != nil && middle == nil }

    /// Whether nothing in two names keeps them from being one person's.
    public func mayBe(_ other: PersonName) -> Bool {
        guard surname == other.surname else { return false }
        if let generation, let its = other.generation {
            if generation != its { return false }
        } else if first != nil, first == other.first, isToldByGeneration || other.isToldByGeneration {
            return false
        }
        if let first, let its = other.first {
            if first != its { return false }
        } else if let initial, let its = other.initial, initial != its {
            return false
        }
        if let middle, let its = other.middle, middle != its { return false }
        return true
    }

    /// The name with the parts that another form of it gives.
    mutating func complete(with other: PersonName) {
        if first == nil, let its = other.first {
            first = its
            initial = other.initial
        }
        if initial == nil { initial = other.initial }
        if middle == nil { middle = other.middle }
        if generation == nil { generation = other.generation }
    }
}
