internal import TextCore

/// Where a page says something about itself.
enum MetaField: String, Sendable, CaseIterable {
    case headline, description, author, published, modified, date, outlet, url, language, section, keywords
    case image, type, access
}

/// What a word of a class name speaks for.
struct ClassWords: OptionSet, Sendable {
    let rawValue: UInt16

    static let author = ClassWords(rawValue: 1)
    static let date = ClassWords(rawValue: 1 << 1)
    static let updated = ClassWords(rawValue: 1 << 2)
    static let standfirst = ClassWords(rawValue: 1 << 3)
    static let headline = ClassWords(rawValue: 1 << 4)
    static let kicker = ClassWords(rawValue: 1 << 5)
    static let aside = ClassWords(rawValue: 1 << 6)
    static let comments = ClassWords(rawValue: 1 << 7)
    static let navigation = ClassWords(rawValue: 1 << 8)
    static let biography = ClassWords(rawValue: 1 << 9)
    static let paywall = ClassWords(rawValue: 1 << 10)
    static let caption = ClassWords(rawValue: 1 << 11)
    static let credit = ClassWords(rawValue: 1 << 12)
    static let article = ClassWords(rawValue: 1 << 13)
    /// What stands beside an author's name: role, place, picture.
    static let role = ClassWords(rawValue: 1 << 14)

    fileprivate static let named: [(String, ClassWords)] = [
        ("author", .author), ("date", .date), ("updated", .updated), ("standfirst", .standfirst), ("headline", .headline),
        ("kicker", .kicker), ("aside", .aside), ("comments", .comments), ("navigation", .navigation),
        ("biography", .biography), ("paywall", .paywall), ("caption", .caption), ("credit", .credit), ("article", .article),
        ("role", .role),
    ]
}

/// A hash of a word of ASCII letters and digits. A page has tens of thousands of bytes of class names and addresses: one
/// rotation a byte costs a third of a multiplication, and tells the words of the lexicon from all others as well.
private struct ClassWordHash {
    private var state: UInt64 = 0
    private var length: UInt64 = 0

    init() {}

    init(_ word: String) {
        for byte in word.utf8 { combine(byte | 0x20) }
    }

    var isEmpty: Bool { length == 0 }

    /// Never 0 for a word.
    var value: UInt64 { (state ^ length &<< 57) &* 0x9E37_79B9_7F4A_7C15 | 1 }

    @inline(__always)
    mutating func combine(_ byte: UInt8) {
        state = (state &<< 7 | state &>> 57) ^ UInt64(byte)
        length &+= 1
    }
}

/// The names of meta elements and the words of class names, by their hashes.
struct MetadataLexicon: Sendable {
    static let standard = MetadataLexicon(LexiconFile(PackageResources.metadata_txt))

    struct MetaName: Sendable {
        let field: MetaField
        let source: MetadataSource
        /// Its place among the names of its field and source: the first are trusted most.
        let rank: Int
    }

    private let metaNames: [UInt64: MetaName]
    /// Open addressing over the hashes of words: class names are the bulk of what is scanned.
    private let slots: [(hash: UInt64, words: ClassWords)]

    init(_ lexicon: LexiconFile) {
        var names: [UInt64: MetaName] = [:]
        for row in lexicon["meta"] where row.count >= 3 {
            guard let field = MetaField(rawValue: row[0]), let source = MetadataSource(rawValue: row[1]) else { continue }
            for (rank, name) in row.dropFirst(2).enumerated() {
                let hash = Hash64.folded(name)
                if names[hash] == nil { names[hash] = MetaName(field: field, source: source, rank: rank) }
            }
        }
        metaNames = names
        var words: [UInt64: ClassWords] = [:]
        for row in lexicon["class words"] {
            guard let group = ClassWords.named.first(where: { $0.0 == row.first })?.1 else { continue }
            for word in row.dropFirst() { words[ClassWordHash(word).value, default: []].formUnion(group) }
        }
        var slots = [(hash: UInt64, words: ClassWords)](repeating: (0, []), count: Self.slotCount)
        for (hash, group) in words where hash != 0 {
            var at = Self.slot(hash)
            while slots[at].hash != 0 { at = (at + 1) & (Self.slotCount - 1) }
            slots[at] = (hash, group)
        }
        self.slots = slots
    }

    private static var slotCount: Int { 1024 }
    private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> 54) }

    /// What a meta element's `name` or `property` stands for. O(length).
    func metaName(_ bytes: Span<UInt8>) -> MetaName? {
        guard bytes.count <= 64 else { return nil }
        var hash = Hash64()
        for index in 0..<bytes.count where bytes[index] > 0x20 {
            hash.combine(bytes[index] &- 0x41 < 26 ? bytes[index] | 0x20 : bytes[index])
        }
        return metaNames[hash.value]
    }

    @inline(__always)
    private func find(_ hash: UInt64) -> ClassWords {
        var at = Self.slot(hash)
        while slots[at].hash != 0 {
            if slots[at].hash == hash { return slots[at].words }
            at = (at + 1) & (Self.slotCount - 1)
        }
        return []
    }

    /// What the words of a class name or id speak for. Words are runs of letters and digits, or parts of them that start
    /// with a capital: `ArticleByline_author-name` is four words. O(length).
    func words(in bytes: Span<UInt8>) -> ClassWords {
        var found: ClassWords = []
        var hash = ClassWordHash()
        var isLower = false
        for index in 0..<min(bytes.count, 512) {
            let byte = bytes[index]
            let isCapital = byte &- 0x41 < 26
            if isCapital || byte &- 0x61 < 26 || byte &- 0x30 < 10 {
                if isCapital, isLower {
                    found.formUnion(find(hash.value))
                    hash = ClassWordHash()
                }
                hash.combine(byte | 0x20)
                isLower = !isCapital
            } else {
                if !hash.isEmpty {
                    found.formUnion(find(hash.value))
                    hash = ClassWordHash()
                }
                isLower = false
            }
        }
        if !hash.isEmpty { found.formUnion(find(hash.value)) }
        return found
    }
}
