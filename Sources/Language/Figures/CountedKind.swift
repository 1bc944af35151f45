internal import TextCore

/// What kind of thing a figure counts, one in all languages: what one outlet calls "12 homes", another calls "12 houses",
/// « 12 maisons » or „12 Häuser“. The data are in `Lexicons/counted-kinds.txt`.
public struct CountedKind: Sendable, Hashable {
    /// The English name: "homes", "ships", "people", "killed".
    public let name: String
    /// Whether people are counted, whatever they are: soldiers, passengers, the injured.
    public let isPeople: Bool
    /// Whether groups of people are counted: families, to whom things happen as to people.
    let isGroup: Bool

    /// Whether what is counted can be killed or held.
    var isOfPeople: Bool { isPeople || isGroup }

    /// People of whom no more is said.
    static let people = CountedKind(name: "people", isPeople: true)
    static let money = CountedKind(name: "money", isPeople: false)
    static let votes = CountedKind(name: "votes", isPeople: false)

    /// People whom something happened to.
    init(_ casualty: Figure.Casualty) { self.init(name: casualty.rawValue, isPeople: true) }

    init(name: String, isPeople: Bool, isGroup: Bool = false) {
        self.name = name
        self.isPeople = isPeople
        self.isGroup = isGroup
    }

    /// Whether figures of two kinds may count the same things: those of one kind, and people of whom one side says more than the
    /// other ("12 people", "12 sailors"). The killed are not the injured, and neither are all who were there.
    public func canBe(_ other: CountedKind) -> Bool {
        if name == other.name { return true }
        return isPeople && other.isPeople && (self == .people || other == .people) && !isFate && !other.isFate
    }

    /// Whether the kind says what happened to people.
    private var isFate: Bool { Figure.Casualty(rawValue: name) != nil }
}

extension Figure {
    /// What kind of thing the figure counts: of casualties what happened to them, money, votes, else the kind of the noun counted. Nil
    /// where no lexicon knows that noun, and for what counts nothing: shares, measures, ordinals. O(1).
    public var kind: CountedKind? {
        // "killed 300 sheep": no casualties of the event's.
        if let casualty, countedKind?.isPeople ?? true { return CountedKind(casualty) }
        switch unit {
        case .money: return .money
        case .count: return countedKind
        case .ratio: return role == .vote ? .votes : nil
        default: return nil
        }
    }
}

/// The nouns of each kind in one language, by stem.
struct CountedKindLexicon: Sendable {
    private let kinds: WordTable<CountedKind>
    /// The words as they are listed: „Schulen“ and „Schüler“ have one stem.
    private let words: WordTable<CountedKind>
    /// Nouns that mean another thing with the word in front: «рабочих мест» are jobs, and «мест» seats. By the hashes of both.
    private let pairs: [[UInt64]: CountedKind]
    /// In scripts without spaces, where a noun is several tokens.
    let phrases: PhraseTable<CountedKind>

    private init(_ language: String) {
        var stems: [UInt64: CountedKind] = [:]
        var words: [UInt64: CountedKind] = [:]
        var pairs: [[UInt64]: CountedKind] = [:]
        var phrases: [(String, CountedKind)] = []
        if let column = Self.languages.firstIndex(of: language) {
            let hasSpaces = language != "zh" && language != "ja"
            let stemmer = Stemmer(language: language)
            for row in LexiconFile(PackageResources.counted_kinds_txt)["kind"] where row.count > column + 2 {
                let kind = CountedKind(name: row[0], isPeople: row[1] == "p", isGroup: row[1] == "g")
                for word in row[column + 2].split(separator: " ") {
                    if hasSpaces, word.contains("_") {
                        pairs[word.split(separator: "_").map { Hash64.folded($0) }] = kind
                    } else if hasSpaces {
                        let folded = CaseFolding.fold(String(word))
                        let stem = stemmer?.stemHash(Array(folded.utf8)) ?? Hash64.folded(word)
                        if stems[stem] == nil { stems[stem] = kind }
                        if words[Hash64.folded(word)] == nil { words[Hash64.folded(word)] = kind }
                    } else {
                        phrases.append((String(word), kind))
                    }
                }
            }
        }
        kinds = WordTable(hashes: stems.map { ($0.key, $0.value) })
        self.words = WordTable(hashes: words.map { ($0.key, $0.value) })
        self.pairs = pairs
        let tokenizer = Tokenizer()
        self.phrases = PhraseTable(
            hashes: phrases.map { (tokenizer.tokens(of: UTF8Text($0.0)).map(\.hash), $0.1) },
            keepingFirst: true
        )
    }

    /// The kind of a noun, by the hashes of itself, of its stem and of the words on both sides: where adjectives are not known, the first
    /// word of two is taken for the noun. O(1).
    func kind(of noun: UInt64, stem: UInt64, behind front: UInt64?, before next: UInt64?) -> CountedKind? {
        if !pairs.isEmpty {
            if let front, let kind = pairs[[front, noun]] { return kind }
            if let next, let kind = pairs[[noun, next]] { return kind }
        }
        return words[noun] ?? kinds[stem]
    }

    /// The lexicon of a language; an empty one where there is none. Vocabularies keep theirs; those of the scripts without spaces, which
    /// have no vocabulary of their own, are kept here.
    static func of(_ language: String) -> CountedKindLexicon {
        switch language {
        case "zh": chinese
        case "ja": japanese
        default: languages.contains(language) ? CountedKindLexicon(language) : none
        }
    }

    private static let languages = ["en", "fr", "de", "es", "ru", "ar", "zh", "ja", "it", "uk"]
    private static let none = CountedKindLexicon("und")
    private static let chinese = CountedKindLexicon("zh")
    private static let japanese = CountedKindLexicon("ja")
}
