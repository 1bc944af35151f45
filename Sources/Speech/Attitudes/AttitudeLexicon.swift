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
        private(set) var frames: Frames = []
        /// The types of content, each with the frames that have it.
        private var types: [(frames: Frames, type: AttributionType)] = []

        init(particles: [UInt64], forms: EnglishInflection.Forms) {
            self.particles = particles
            self.forms = forms
        }

        /// The type of content in a frame, where the verb takes it.
        func type(_ frame: Frames) -> AttributionType? { types.first { $0.frames.contains(frame) }?.type }

        /// Adds frames; those that it has keep their type.
        mutating func add(_ new: Frames, _ type: AttributionType) {
            let added = new.subtracting(frames)
            guard !added.isEmpty else { return }
            frames.formUnion(added)
            types.append((added, type))
        }
    }

    /// A noun or adjective with the words that open its content.
    struct Governor: Sendable {
        let type: AttributionType
        let openings: Set<UInt64>
    }

    /// Readings of a verb's form; the ones with particles first.
    let verbs: WordTable<[Verb]>
    let nouns: WordTable<Governor>
    let adjectives: WordTable<Governor>
    let adverbs: WordTable<AttributionType>

    /// The lexicon of a language; nil without one.
    static func of(_ language: String) -> AttitudeLexicon? { language == "en" ? english : nil }

    /// The type of words or a clause behind a cue; nil for one that the lexicon does not know.
    func type(ofCue hash: UInt64) -> AttributionType? {
        let readings = verbs[hash]?.filter { $0.particles.isEmpty } ?? []
        return readings.compactMap { $0.type(.clause) }.first ?? readings.compactMap { $0.type(.object) ?? $0.type(.predicate) }
            .first
            ?? nouns[hash]?.type
    }

    /// Pronouns that are objects, verbs of writing, and what is written.
    static let objects = LexiconFile(PackageResources.attitudes_txt).words("objects")
    static let writing = LexiconFile(PackageResources.attitudes_txt).words("writing")
    static let works = LexiconFile(PackageResources.attitudes_txt).words("works")

    /// Verbs of making public that take what is won or earned as well ("posted a profit"), and verbs of denying.
    static let posting = LexiconFile(PackageResources.attitudes_txt).words("posting")
    static let denying = LexiconFile(PackageResources.attitudes_txt).words("denying")

    /// Verbs of talking that tell what was talked of.
    static let topics = LexiconFile(PackageResources.attitudes_txt).words("topics")

    private static let english = AttitudeLexicon("en", LexiconFile(PackageResources.attitudes_txt))

    private init(_ language: String, _ file: LexiconFile) {
        var verbs = WordTable<[Verb]>(minimumCapacity: 2048)
        var nouns = WordTable<Governor>()
        var adjectives = WordTable<Governor>()
        var adverbs = WordTable<AttributionType>()
        // In order, so that the first section of a frame gives its type.
        for header in file.sectionNames.sorted() {
            let words = header.split(separator: " ").map(String.init)
            guard words.count >= 3, words[0] == language, let type = AttributionType(rawValue: words[1]) else { continue }
            let frames = words.dropFirst(2).reduce(into: Frames()) { $0.formUnion(Frames.names[$1] ?? []) }
            file.forEachRow(of: header) { row in
                let word = row.bytes(0)
                switch words[2] {
                case "noun":
                    let governor = Governor(type: type, row)
                    nouns[Hash64.folded(word), default: governor] = governor
                    nouns[Hash64.folded(EnglishInflection.plural(of: word).span), default: governor] = governor
                case "adjective":
                    let governor = Governor(type: type, row)
                    adjectives[Hash64.folded(word), default: governor] = governor
                case "adverb":
                    adverbs[Hash64.folded(word), default: type] = type
                default:
                    Self.add(row, frames, type, to: &verbs)
                }
            }
        }
        self.verbs = verbs.mapValues { $0.count < 2 ? $0 : $0.sorted { $0.particles.count > $1.particles.count } }
        self.nouns = nouns
        self.adjectives = adjectives
        self.adverbs = adverbs
    }

    /// Adds the verb of a row: base form, perhaps with what belongs to it, past, participle, form in -ing.
    private static func add(_ row: LexiconRow, _ frames: Frames, _ type: AttributionType, to verbs: inout WordTable<[Verb]>) {
        var base: [UInt8] = []
        var particles: [UInt64] = []
        row.forEachWord(0) { word in
            if base.isEmpty { base = word.copied } else { particles.append(Hash64.folded(word)) }
        }
        guard !base.isEmpty else { return }
        func form(_ column: Int) -> [UInt8]? {
            var first: [UInt8]?
            row.forEachWord(column) { first = first ?? $0.copied }
            return first
        }
        var forms: [(hash: UInt64, is: EnglishInflection.Forms)] = []
        for (form, kind) in EnglishInflection.forms(of: base, past: form(1), participle: form(2), gerund: form(3)) {
            let hash = Hash64.folded(form.span)
            if let known = forms.firstIndex(where: { $0.hash == hash }) {
                forms[known].is.formUnion(kind)
            } else {
                forms.append((hash, kind))
            }
        }
        for (hash, kinds) in forms {
            let place = verbs[hash]?.firstIndex { $0.particles == particles && $0.forms == kinds }
            if let place {
                verbs[hash, default: []][place].add(frames, type)
            } else {
                var verb = Verb(particles: particles, forms: kinds)
                verb.add(frames, type)
                verbs[hash, default: []].append(verb)
            }
        }
    }
}

extension AttitudeLexicon.Governor {
    /// The governor of a row: the word, then what opens its content.
    fileprivate init(type: AttributionType, _ row: LexiconRow) {
        self.type = type
        openings = Set((1..<max(1, row.count)).map { Hash64.folded(row.bytes($0)) })
    }
}
