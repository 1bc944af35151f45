internal import TextCore

/// Predicates that attribute content, with the frames in which they do so: verbs by their forms, nouns, adjectives, adverbs.
struct AttitudeLexicon: Sendable {
    /// What a verb takes as content.
    struct Frames: OptionSet, Sendable, Hashable {
        let rawValue: UInt8
        /// “thinks that X”, “asks whether X”.
        static let clause = Frames(rawValue: 1)
        /// “wants to X”.
        static let infinitive = Frames(rawValue: 2)
        /// “praises X”.
        static let object = Frames(rawValue: 4)
        /// “urges X to Y”, “tells X that Y”.
        static let causee = Frames(rawValue: 8)
        /// “seems to X”, “is expected to X”: nobody's.
        static let raising = Frames(rawValue: 16)
        /// “calls X a Y”.
        static let predicate = Frames(rawValue: 32)

        static let names: [String: Frames] = [
            "clause": .clause, "infinitive": .infinitive, "object": .object, "causee": .causee, "raising": .raising,
            "predicate": .predicate,
        ]
    }

    /// What a form of a verb, perhaps with a particle or prepositions behind it, takes.
    struct Verb: Sendable {
        /// Hashes of the words behind the verb that belong to it ("talk about").
        let particles: [UInt64]
        let forms: EnglishInflection.Forms
        var frames: Frames
        /// The type by frame.
        var types: [Frames: AttributionType]

        /// The type of content in a frame, where the verb takes it.
        func type(_ frame: Frames) -> AttributionType? { types[frame] }
    }

    /// A noun or adjective with the words that open its content.
    struct Governor: Sendable {
        let type: AttributionType
        let openings: Set<UInt64>
    }

    /// Readings of a verb's form; the ones with particles first.
    let verbs: [UInt64: [Verb]]
    let nouns: [UInt64: Governor]
    let adjectives: [UInt64: Governor]
    let adverbs: [UInt64: AttributionType]

    /// The lexicon of a language; nil without one.
    static func of(_ language: String) -> AttitudeLexicon? { language == "en" ? english : nil }

    /// The type of words or a clause behind a cue; nil for one that the lexicon does not know.
    func type(ofCue hash: UInt64) -> AttributionType? {
        let readings = verbs[hash]?.filter { $0.particles.isEmpty } ?? []
        return readings.compactMap { $0.type(.clause) }.first ?? readings.compactMap { $0.type(.object) ?? $0.type(.predicate) }
            .first
            ?? nouns[hash]?.type
    }

    private static let english = AttitudeLexicon("en", LexiconFile(PackageResources.attitudes_txt))

    private init(_ language: String, _ file: LexiconFile) {
        var verbs: [UInt64: [Verb]] = [:]
        var nouns: [UInt64: Governor] = [:]
        var adjectives: [UInt64: Governor] = [:]
        var adverbs: [UInt64: AttributionType] = [:]
        // In order, so that the first section of a frame gives its type.
        for (header, rows) in file.sections.sorted(by: { $0.key < $1.key }) {
            let words = header.split(separator: " ").map(String.init)
            guard words.count >= 3, words[0] == language, let type = AttributionType(rawValue: words[1]) else { continue }
            for row in rows {
                guard let word = row.first else { continue }
                switch words[2] {
                case "noun", "adjective":
                    let governor = Governor(type: type, openings: Set(row.dropFirst().map { Hash64.folded($0) }))
                    if words[2] == "noun" {
                        nouns[Hash64.folded(word)] = governor
                        nouns[Hash64.folded(Self.plural(word))] = governor
                    } else {
                        adjectives[Hash64.folded(word)] = governor
                    }
                case "adverb":
                    adverbs[Hash64.folded(word)] = type
                default:
                    Self.add(row, words.dropFirst(2).compactMap { Frames.names[$0] }, type, to: &verbs)
                }
            }
        }
        self.verbs = verbs.mapValues { $0.sorted { $0.particles.count > $1.particles.count } }
        self.nouns = nouns
        self.adjectives = adjectives
        self.adverbs = adverbs
    }

    private static func add(
        _ row: [String],
        _ frames: [Frames],
        _ type: AttributionType,
        to verbs: inout [UInt64: [Verb]]
    ) {
        let columns = row.map { $0.split(separator: " ").map(String.init) }
        guard let base = columns.first?.first else { return }
        let particles = (columns.first ?? []).dropFirst().map { Hash64.folded($0) }
        let irregular = columns.dropFirst().map { $0.first }
        let column = { (index: Int) -> String? in index < irregular.count ? irregular[index] : nil }
        var forms: [String: EnglishInflection.Forms] = [:]
        for (form, kind) in EnglishInflection.forms(of: base, past: column(0), participle: column(1), gerund: column(2)) {
            forms[form, default: []].formUnion(kind)
        }
        for (form, kinds) in forms {
            let hash = Hash64.folded(form)
            var readings = verbs[hash] ?? []
            let place = readings.firstIndex { $0.particles == particles && $0.forms == kinds }
            var verb = place.map { readings[$0] } ?? Verb(particles: particles, forms: kinds, frames: [], types: [:])
            for frame in frames where verb.types[frame] == nil {
                verb.frames.insert(frame)
                verb.types[frame] = type
            }
            if let place { readings[place] = verb } else { readings.append(verb) }
            verbs[hash] = readings
        }
    }

    private static func plural(_ noun: String) -> String {
        if noun.hasSuffix("y"), !noun.hasSuffix("ey") { return noun.dropLast() + "ies" }
        return ["s", "x", "z", "ch", "sh"].contains { noun.hasSuffix($0) } ? noun + "es" : noun + "s"
    }
}
