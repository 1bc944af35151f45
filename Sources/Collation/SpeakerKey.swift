internal import Speech
internal import TextCore

/// By what a speaker of one article is found in another: a surname with the first name, or a role's or group's words.
struct SpeakerKey: Hashable, Sendable {
    /// Hash of the last word of a name that is no suffix, or of all words of a role or group.
    private let last: UInt64
    /// The folded first name or initial; empty where none is given.
    private let first: String

    /// The key of a speaker; nil for a name without words.
    init?(_ speaker: Speaker) {
        if speaker.kind == .person {
            self.init(name: speaker.name)
        } else {
            let words = speaker.name.split(separator: " ")
            guard !words.isEmpty else { return nil }
            self.init(last: Hash64.folded(words.joined(separator: " ")), first: "")
        }
    }

    /// The key of a name; nil for one without words.
    init?(name: String) {
        var words = name.split { $0 == " " || $0 == "," }.map { CaseFolding.fold($0) }
        while words.count > 1, let suffix = words.last, Self.suffixes.contains(suffix) { words.removeLast() }
        // `Ms. Reed`: a title is no first name.
        while words.count > 1, let title = words.first, title.utf8.count > 2, title.utf8.last == UInt8(ascii: ".") {
            words.removeFirst()
        }
        guard let last = words.last else { return nil }
        self.init(
            last: NameFolding.key(of: last),
            first: words.count > 1 ? NameFolding.spelling(of: String(words[0].split(separator: ".").first ?? "")) : ""
        )
    }

    private init(last: UInt64, first: String) {
        self.last = last
        self.first = first
    }

    /// Whether two keys may stand for one speaker: one surname, and first names that are equal, an initial, or not given.
    func isCompatible(with other: SpeakerKey) -> Bool {
        guard last == other.last else { return false }
        if first.isEmpty || other.first.isEmpty || first == other.first { return true }
        guard first.unicodeScalars.count == 1 || other.first.unicodeScalars.count == 1 else { return false }
        return first.unicodeScalars.first == other.first.unicodeScalars.first
    }

    private static let suffixes: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]
}

extension Set<SpeakerKey> {
    /// Whether no speaker of one set may be one of the other. O(*a b*) in the speakers of two sentences, of which few count.
    func isStrange(to other: Set<SpeakerKey>) -> Bool {
        if !isDisjoint(with: other) { return false }
        guard count <= 16, other.count <= 16 else { return true }
        return !contains { key in other.contains { key.isCompatible(with: $0) } }
    }
}
