internal import TextCore

/// The words around the names of authors.
final class AuthorLexicon: Sendable {
    static let standard = AuthorLexicon(
        LexiconFile(PackageResources.metadata_txt),
        people: LexiconFile(PackageResources.people_txt),
        agencies: LexiconFile(PackageResources.agencies_txt)
    )

    let roles, particles, afterNames, organizations, notAuthors, credentials, conjunctions, shortConjunctions: Set<UInt64>
    /// News and photo agencies, as keys of whole names.
    let agencies: Set<WordKey>
    /// The first words of those.
    let startsOfAgencies: Set<UInt64>
    /// Words that follow names though they are written as names are: "Jane Doe For The Herald".
    let capitalAfterNames: Set<UInt64>
    /// Words that stand before and behind names without a space, for authors, for others and for reports; the longest first.
    let gluedLabels, gluedOthers, gluedReports: [String]
    private let labels, otherLabels: [UInt64: [[UInt64]]]

    init(_ lexicon: LexiconFile, people: LexiconFile, agencies: LexiconFile) {
        roles = people.vocabulary("roles").union(lexicon.vocabulary("jobs"))
        particles = people.vocabulary("particles")
        afterNames = people.vocabulary("after names")
        organizations = lexicon.vocabulary("organization words")
        notAuthors = lexicon.vocabulary("not authors")
        credentials = lexicon.vocabulary("credentials")
        conjunctions = lexicon.vocabulary("between names")
        shortConjunctions = lexicon.vocabulary("between names, short")
        self.agencies = Set(
            ["news", "photo"].flatMap { section in agencies[section].flatMap { $0.map { WordKey($0) } } }
        )
        startsOfAgencies = Set(self.agencies.compactMap(\.words.first))
        func phrases(_ rows: [[String]]) -> [UInt64: [[UInt64]]] {
            var table: [UInt64: [[UInt64]]] = [:]
            for phrase in rows.flatMap({ $0.dropFirst() }) {
                let words = WordKey(phrase).words
                if let first = words.first { table[first, default: []].append(words) }
            }
            return table.mapValues { $0.sorted { $0.count > $1.count } }
        }
        capitalAfterNames = lexicon.vocabulary("after names, capital")
        func glued(_ section: String) -> [String] { lexicon[section].flatMap { $0.dropFirst() }.sorted { $0.count > $1.count } }
        gluedLabels = glued("glued labels")
        gluedOthers = glued("glued labels of others")
        gluedReports = glued("glued reports")
        labels = phrases(lexicon["author labels"] + people["byline labels"])
        otherLabels = phrases(lexicon["other labels"])
    }

    /// How many of the first words are a label of authors; 0 for none.
    func label(_ words: some Collection<UInt64>) -> Int { Self.longest(labels, words) }

    /// How many of the first words are a label of others; 0 for none.
    func otherLabel(_ words: some Collection<UInt64>) -> Int { Self.longest(otherLabels, words) }

    /// Whether the last words are a label of others.
    func endsWithOtherLabel(_ words: [UInt64]) -> Bool {
        (1...3).contains { length in
            length <= words.count && otherLabel(words.suffix(length)) == length
        }
    }

    private static func longest(_ table: [UInt64: [[UInt64]]], _ words: some Collection<UInt64>) -> Int {
        guard let first = words.first, let phrases = table[first] else { return 0 }
        return phrases.first { words.starts(with: $0) }?.count ?? 0
    }
}
