internal import Language
internal import TextCore

/// What English words of acts and states have to do with each other: synonyms, word families, kinds, opposites, the same act
/// told from the other side.
///
/// The data are two lexicons: `predicates-1.txt` to `-4.txt` from WordNet 3.0, and `acts.txt`, written by hand for what news
/// says and WordNet does not have. Words are known by the hash of their Snowball stem, so that most inflections and many
/// derivations need no entry; a verb with its particle has a key of its own (``key(_:particle:)``). The stems of WordNet's words
/// stand in its files, for stemming eight thousand words at the start of every run would cost more than reading the rest.
struct ActLexicon: Sendable {
    /// What a word makes of the clause or noun that it governs.
    struct Governing: OptionSet, Sendable, Hashable {
        let rawValue: UInt8
        static let negating = Governing(rawValue: 1)
        static let doubting = Governing(rawValue: 2)
        static let planned = Governing(rawValue: 4)
        static let required = Governing(rawValue: 8)
        static let allowed = Governing(rawValue: 16)
        static let forbidden = Governing(rawValue: 32)
        /// So common as a verb that it tells no act by itself.
        static let light = Governing(rawValue: 64)
        /// Who does it with whom makes no difference.
        static let mutual = Governing(rawValue: 128)
    }

    /// How the arguments of two words for one act stand to each other.
    enum Converse: Sendable, Hashable {
        /// The one's giver is the other's source: sell to, buy from.
        case give
        /// The one's object is the other's `to`: beat, lose to.
        case beat
        /// Subject and object change places: precede, follow.
        case swap
    }

    /// The lexicon. Read when the first English story is compared.
    static let english = ActLexicon(
        [
            PackageResources.predicates_1_txt, PackageResources.predicates_2_txt, PackageResources.predicates_3_txt,
            PackageResources.predicates_4_txt,
        ].map { LexiconFile($0) },
        LexiconFile(PackageResources.acts_txt)
    )

    /// One word's numbers: parts of ``numbers``.
    private struct Entry {
        var families: Range<Int32> = 0..<0
        var senses: Range<Int32> = 0..<0
        var kinds: Range<Int32> = 0..<0
        var opposites: Range<Int32> = 0..<0
        /// Whether it is a verb, and more often than anything else.
        var isVerb = false
        var isMostlyVerb = false
    }

    /// A side of a row of words that are opposed, or that tell one act from two sides.
    private struct Side: Sendable, Hashable {
        let row: Int
        let isSecond: Bool
    }

    private var entries = WordTable<Entry>(minimumCapacity: 8192)
    private var numbers: [Int32] = []
    private var baseOfForm = WordTable<UInt64>(minimumCapacity: 512)
    private var same = WordTable<[Int32]>(minimumCapacity: 1024)
    private var opposed = WordTable<[Side]>(minimumCapacity: 512)
    private var converses = WordTable<[Side]>(minimumCapacity: 512)
    private var converseOfRow: [Converse] = []
    private var governing = WordTable<Governing>(minimumCapacity: 512)

    /// The key of a verb with its particle.
    static func key(_ verb: UInt64, particle: UInt64) -> UInt64 {
        var hash = Hash64()
        hash.combine(verb)
        hash.combine(particle)
        return hash.value
    }

    /// The key of a word of `acts.txt`.
    private static func key(_ word: Span<UInt8>, _ stemmer: Stemmer) -> UInt64 {
        guard let gap = word.indices.first(where: { word[$0] == Self.gap }) else { return stemmer.stemHash(ofUnfolded: word) }
        return key(
            stemmer.stemHash(ofUnfolded: word.extracting(0..<gap)),
            particle: Hash64.folded(word.extracting((gap + 1)..<word.count))
        )
    }

    /// The key of a stem as the files from WordNet have it.
    private static func key(ofStem stem: Span<UInt8>) -> UInt64 {
        guard let gap = stem.indices.first(where: { stem[$0] == Self.gap }) else { return Hash64.folded(stem) }
        return key(Hash64.folded(stem.extracting(0..<gap)), particle: Hash64.folded(stem.extracting((gap + 1)..<stem.count)))
    }

    /// Between a verb and its particle.
    private static let gap = UInt8(ascii: "_")

    private init(_ predicates: [LexiconFile], _ acts: LexiconFile) {
        guard let stemmer = Stemmer(language: "en") else { return }
        numbers.reserveCapacity(32768)
        for file in predicates { read(file) }
        read(acts, stemmer)
    }

    /// Reads rows of a word, its stem where that is another, families, senses, kinds, opposites, with verbs marked by `!` where
    /// they mostly are verbs and else by `?`; and in section `forms` irregular forms with their words and the stems of both. O(*n*).
    private mutating func read(_ file: LexiconFile) {
        file.forEachRow(of: "") { row in
            // A word that no number ties to others.
            guard row.count > 2 else { return }
            var word = row.bytes(0)
            var entry = Entry()
            let mark = word.isEmpty ? nil : word[word.count - 1]
            entry.isMostlyVerb = mark == UInt8(ascii: "!")
            entry.isVerb = entry.isMostlyVerb || mark == UInt8(ascii: "?")
            if entry.isVerb { word = word.extracting(0..<(word.count - 1)) }
            let stem = row.bytes(1)
            entry.families = append(row.bytes(2))
            entry.senses = append(row.bytes(3))
            entry.kinds = append(row.bytes(4))
            entry.opposites = append(row.bytes(5))
            let key = Self.key(ofStem: stem.isEmpty ? word : stem)
            let known = entries[key]
            entries[key, default: entry] = known.map { merged($0, entry) } ?? entry
        }
        file.forEachRow(of: "forms") { row in
            func key(_ column: Int) -> UInt64 { Self.key(ofStem: row.bytes(row.bytes(column + 2).isEmpty ? column : column + 2)) }
            let (form, base) = (key(0), key(1))
            if form != base { baseOfForm[form, default: base] = base }
        }
    }

    /// Reads a column of numbers, divided by commas.
    private mutating func append(_ column: Span<UInt8>) -> Range<Int32> {
        let start = Int32(clamping: numbers.count)
        guard !column.isEmpty else { return start..<start }
        var value: Int32 = 0
        for index in column.indices {
            let byte = column[index]
            if byte == UInt8(ascii: ",") {
                numbers.append(value)
                value = 0
            } else {
                value = value &* 10 &+ Int32(byte &- UInt8(ascii: "0"))
            }
        }
        numbers.append(value)
        return start..<Int32(clamping: numbers.count)
    }

    private mutating func read(_ acts: LexiconFile, _ stemmer: Stemmer) {
        var row: Int32 = 0
        acts.forEachRow(of: "same") { words in
            for column in 0..<words.count where !words.bytes(column).isEmpty {
                let key = Self.key(words.bytes(column), stemmer)
                if same[key]?.last != row { same[key, default: []].append(row) }
            }
            row += 1
        }
        var number = 0
        acts.forEachRow(of: "opposite") { cells in
            if cells.count == 2 { Self.add(cells, row: number, to: &opposed, stemmer) }
            number += 1
        }
        for (section, converse) in [("give", Converse.give), ("beat", .beat), ("swap", .swap)] {
            acts.forEachRow(of: section) { cells in
                guard cells.count == 2 else { return }
                Self.add(cells, row: converseOfRow.count, to: &converses, stemmer)
                converseOfRow.append(converse)
            }
        }
        let classes: [(String, Governing)] = [
            ("negating", .negating), ("doubting", .doubting), ("planned", .planned), ("required", .required),
            ("allowed", .allowed), ("forbidden", .forbidden), ("light", .light), ("mutual", .mutual),
        ]
        for (section, value) in classes {
            acts.forEachCell(of: section) { governing[Self.key($0, stemmer), default: []].insert(value) }
        }
    }

    /// Adds the words of the two sides of a row.
    private static func add(_ cells: LexiconRow, row: Int, to sides: inout WordTable<[Side]>, _ stemmer: Stemmer) {
        for column in 0..<2 {
            cells.forEachWord(column) { word in
                sides[key(word, stemmer), default: []].append(Side(row: row, isSecond: column == 1))
            }
        }
    }

    /// Words of one stem ("win", "winning") are one word here.
    private mutating func merged(_ a: Entry, _ b: Entry) -> Entry {
        func both(_ x: Range<Int32>, _ y: Range<Int32>) -> Range<Int32> {
            if x.isEmpty || y.isEmpty { return x.isEmpty ? y : x }
            let start = Int32(clamping: numbers.count)
            // One by one: a slice of the numbers would make the first append copy all of them.
            for old in [x, y] { for at in old { numbers.append(numbers[Int(at)]) } }
            return start..<Int32(clamping: numbers.count)
        }
        return Entry(
            families: both(a.families, b.families),
            senses: both(a.senses, b.senses),
            kinds: both(a.kinds, b.kinds),
            opposites: both(a.opposites, b.opposites),
            isVerb: a.isVerb || b.isVerb,
            isMostlyVerb: a.isMostlyVerb || b.isMostlyVerb
        )
    }

    private subscript(range: Range<Int32>) -> ArraySlice<Int32> { numbers[Int(range.lowerBound)..<Int(range.upperBound)] }
}

extension ActLexicon {
    /// The stem by which a word is known: that of “fall” for “fell”.
    func base(of stem: UInt64) -> UInt64 { baseOfForm[stem] ?? stem }

    /// Whether a stem is that of a form that only a verb has (“fell”).
    func isIrregular(_ stem: UInt64) -> Bool { baseOfForm[stem] != nil }

    /// Whether a word can be a verb, and whether it mostly is.
    func isVerb(_ key: UInt64) -> Bool { entries[key]?.isVerb ?? false }
    func isMostlyVerb(_ key: UInt64) -> Bool { entries[key]?.isMostlyVerb ?? false }

    /// Whether any list has a word, or a verb with its particle.
    func knows(_ key: UInt64) -> Bool { entries[key] != nil || same[key] != nil || opposed[key] != nil }

    /// Whether a noun has a verb in its family, as “endorsement” has.
    func isDerived(_ key: UInt64) -> Bool {
        if same[key] != nil { return true }
        return entries[key].map { !$0.families.isEmpty } ?? false
    }

    func governs(_ key: UInt64) -> Governing { governing[key] ?? [] }

    /// How nearly two words tell one act: 1 for one word, .9 for a family or a row of ``same``, .8 for a sense in common, .6 where
    /// one is a kind of the other, else 0. O(numbers of both), which are few.
    func likeness(_ a: UInt64, _ b: UInt64) -> Float {
        if a == b { return 1 }
        if areOpposed(a, b) { return 0 }
        if let x = same[a], let y = same[b], x.contains(where: y.contains) { return 0.9 }
        guard let x = entries[a], let y = entries[b] else { return 0 }
        if meet(x.families, y.families) { return 0.9 }
        if meet(x.senses, y.senses) { return 0.8 }
        return meet(x.kinds, y.senses) || meet(x.senses, y.kinds) ? 0.6 : 0
    }

    /// Whether two words tell opposite acts or states.
    func areOpposed(_ a: UInt64, _ b: UInt64) -> Bool {
        if a == b { return false }
        if let x = same[a], let y = same[b], x.contains(where: y.contains) { return false }
        if let x = opposed[a], let y = opposed[b], x.contains(where: { y.contains(Side(row: $0.row, isSecond: !$0.isSecond)) }) {
            return true
        }
        guard let x = entries[a], let y = entries[b] else { return false }
        return meet(x.opposites, y.senses) || meet(x.senses, y.opposites)
    }

    /// How the arguments of two words stand to each other, when they tell one act from two sides; whether the first is the one
    /// that gives, beats or goes before.
    func converse(_ a: UInt64, _ b: UInt64) -> (kind: Converse, isFirst: Bool)? {
        guard let x = converses[a], let y = converses[b] else { return nil }
        for side in x where y.contains(Side(row: side.row, isSecond: !side.isSecond)) {
            return (converseOfRow[side.row], !side.isSecond)
        }
        return nil
    }

    private func meet(_ a: Range<Int32>, _ b: Range<Int32>) -> Bool {
        guard !a.isEmpty, !b.isEmpty else { return false }
        let others = self[b]
        return self[a].contains { others.contains($0) }
    }
}

extension ActLexicon {
    /// Numbers by which words that have one in common may be alike: families, senses, kinds, rows.
    func ties(of key: UInt64) -> [Int32] {
        var ties: [Int32] = []
        if let entry = entries[key] {
            ties += self[entry.families]
            ties += self[entry.senses]
            ties += self[entry.kinds]
        }
        // Rows have numbers of their own.
        if let rows = same[key] { ties += rows.map { -1 - $0 } }
        return ties
    }
}
