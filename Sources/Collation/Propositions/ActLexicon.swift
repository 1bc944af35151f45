internal import Language
internal import TextCore

/// What English words of acts and states have to do with each other: synonyms, word families, kinds, opposites, the same act
/// told from the other side.
///
/// The data are two lexicons: `predicates-1.txt` to `-3.txt` from WordNet 3.0, and `acts.txt`, written by hand for what news
/// says and WordNet does not have. Words are known by the hash of their Snowball stem, so that most inflections and many
/// derivations need no entry; a verb with its particle has a key of its own (``key(_:particle:)``).
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
        [PackageResources.predicates_1_txt, PackageResources.predicates_2_txt, PackageResources.predicates_3_txt],
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

    private var index: [UInt64: Int32] = [:]
    private var entries: [Entry] = []
    private var numbers: [Int32] = []
    private var baseOfForm: [UInt64: UInt64] = [:]
    private var same: [UInt64: [Int32]] = [:]
    private var opposed: [UInt64: [Side]] = [:]
    private var converses: [UInt64: [Side]] = [:]
    private var converseOfRow: [Converse] = []
    private var governing: [UInt64: Governing] = [:]

    /// The key of a verb with its particle.
    static func key(_ verb: UInt64, particle: UInt64) -> UInt64 {
        var hash = Hash64()
        hash.combine(verb)
        hash.combine(particle)
        return hash.value
    }

    /// The key of a word as the lexicons write it.
    private static func key(_ word: some Collection<UInt8>, _ stemmer: Stemmer) -> UInt64 {
        guard let gap = word.firstIndex(of: UInt8(ascii: "_")) else { return stemmer.stemHash(Array(word)) }
        return key(
            stemmer.stemHash(Array(word[..<gap])),
            particle: Hash64.folded(String(decoding: word[gap...].dropFirst(), as: UTF8.self))
        )
    }

    private init(_ predicates: [[UInt8]], _ acts: LexiconFile) {
        guard let stemmer = Stemmer(language: "en") else { return }
        let expected = 8192
        index.reserveCapacity(expected)
        entries.reserveCapacity(expected)
        numbers.reserveCapacity(4 * expected)
        for part in predicates { read(part, stemmer) }
        func keys(_ cell: String) -> [UInt64] { cell.split { $0 == " " }.map { Self.key($0.utf8, stemmer) } }
        for (row, words) in acts["same"].enumerated() {
            for word in words where !word.isEmpty {
                let key = Self.key(word.utf8, stemmer)
                if same[key]?.last != Int32(clamping: row) { same[key, default: []].append(Int32(clamping: row)) }
            }
        }
        for (row, cells) in acts["opposite"].enumerated() where cells.count == 2 {
            for (side, cell) in cells.enumerated() {
                for key in keys(cell) { opposed[key, default: []].append(Side(row: row, isSecond: side == 1)) }
            }
        }
        let kinds: [(String, Converse)] = [("give", .give), ("beat", .beat), ("swap", .swap)]
        for (section, converse) in kinds {
            for cells in acts[section] where cells.count == 2 {
                for (side, cell) in cells.enumerated() {
                    for key in keys(cell) {
                        converses[key, default: []].append(Side(row: converseOfRow.count, isSecond: side == 1))
                    }
                }
                converseOfRow.append(converse)
            }
        }
        let classes: [(String, Governing)] = [
            ("negating", .negating), ("doubting", .doubting), ("planned", .planned), ("required", .required),
            ("allowed", .allowed), ("forbidden", .forbidden), ("light", .light), ("mutual", .mutual),
        ]
        for (section, value) in classes {
            for word in acts[section].joined() where !word.isEmpty {
                governing[Self.key(word.utf8, stemmer), default: []].insert(value)
            }
        }
    }

    /// Reads `word, families, senses, kinds, opposites`, verbs marked by `!` where they mostly are verbs and else by `?`, and behind
    /// `[forms]` irregular forms with their words. O(*n*).
    private mutating func read(_ bytes: [UInt8], _ stemmer: Stemmer) {
        var areForms = false
        var columns: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            let end = Self.cutLine(of: bytes, from: start, into: &columns)
            defer { start = end + 1 }
            switch bytes[start] {
            case UInt8(ascii: "["): areForms = true
            case UInt8(ascii: "#"): break
            default:
                guard columns.count > 1 else { continue }
                if areForms {
                    let (form, base) = (Self.key(bytes[columns[0]], stemmer), Self.key(bytes[columns[1]], stemmer))
                    if form != base { baseOfForm[form] = base }
                } else {
                    add(columns, of: bytes, stemmer)
                }
            }
        }
    }

    /// Finds the columns of a line, and its end.
    private static func cutLine(of bytes: [UInt8], from start: Int, into columns: inout [Range<Int>]) -> Int {
        columns.removeAll(keepingCapacity: true)
        var (cell, at) = (start, start)
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") {
            if bytes[at] == UInt8(ascii: "\t") {
                columns.append(cell..<at)
                cell = at + 1
            }
            at += 1
        }
        columns.append(cell..<at)
        return at
    }

    private mutating func add(_ columns: [Range<Int>], of bytes: [UInt8], _ stemmer: Stemmer) {
        let mark = bytes[columns[0]].last
        var entry = Entry()
        entry.isMostlyVerb = mark == UInt8(ascii: "!")
        entry.isVerb = entry.isMostlyVerb || mark == UInt8(ascii: "?")
        let key = Self.key(bytes[columns[0]].dropLast(entry.isVerb ? 1 : 0), stemmer)
        entry.families = append(columns, 1, of: bytes)
        entry.senses = append(columns, 2, of: bytes)
        entry.kinds = append(columns, 3, of: bytes)
        entry.opposites = append(columns, 4, of: bytes)
        if let known = index[key] {
            entries[Int(known)] = merged(entries[Int(known)], entry)
        } else {
            index[key] = Int32(clamping: entries.count)
            entries.append(entry)
        }
    }

    private mutating func append(_ columns: [Range<Int>], _ column: Int, of bytes: [UInt8]) -> Range<Int32> {
        let start = Int32(clamping: numbers.count)
        guard column < columns.count, !columns[column].isEmpty else { return start..<start }
        var value: Int32 = 0
        for byte in bytes[columns[column]] {
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
    func isVerb(_ key: UInt64) -> Bool { index[key].map { entries[Int($0)].isVerb } ?? false }
    func isMostlyVerb(_ key: UInt64) -> Bool { index[key].map { entries[Int($0)].isMostlyVerb } ?? false }

    /// Whether any list has a word, or a verb with its particle.
    func knows(_ key: UInt64) -> Bool { index[key] != nil || same[key] != nil || opposed[key] != nil }

    /// Whether a noun has a verb in its family, as “endorsement” has.
    func isDerived(_ key: UInt64) -> Bool {
        if same[key] != nil { return true }
        guard let entry = index[key] else { return false }
        return !entries[Int(entry)].families.isEmpty
    }

    func governs(_ key: UInt64) -> Governing { governing[key] ?? [] }

    /// How nearly two words tell one act: 1 for one word, .9 for a family or a row of ``same``, .8 for a sense in common, .6 where
    /// one is a kind of the other, else 0. O(numbers of both), which are few.
    func likeness(_ a: UInt64, _ b: UInt64) -> Float {
        if a == b { return 1 }
        if areOpposed(a, b) { return 0 }
        if let x = same[a], let y = same[b], x.contains(where: y.contains) { return 0.9 }
        guard let i = index[a], let j = index[b] else { return 0 }
        let (x, y) = (entries[Int(i)], entries[Int(j)])
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
        guard let i = index[a], let j = index[b] else { return false }
        let (x, y) = (entries[Int(i)], entries[Int(j)])
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
        if let entry = index[key] {
            let entry = entries[Int(entry)]
            ties += self[entry.families]
            ties += self[entry.senses]
            ties += self[entry.kinds]
        }
        // Rows have numbers of their own.
        if let rows = same[key] { ties += rows.map { -1 - $0 } }
        return ties
    }
}
