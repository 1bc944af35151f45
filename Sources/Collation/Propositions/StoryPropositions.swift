internal import Language
internal import TextCore

/// The propositions of all units of a story, and the words of acts with which ones are their kin.
///
/// - Complexity: O(*n*) in tokens, and for kin O(*s* · *k*) in the story's stems and the entries that the lexicon has for one.
struct StoryPropositions: Sendable {
    /// At most this many propositions of a unit are kept: pairs of units cost the product of theirs.
    static let most = 24

    /// For each unit, its propositions.
    let ofUnit: [[Proposition]]
    /// For each unit, the keys of its words of acts and states, ascending, each once.
    let kinWords: [[UInt64]]
    /// For each unit, the act that each of its terms tells; 0 for none.
    let actOfTerm: [[UInt64]]
    /// For each article, whom each of its tokens stands for, 0 for nobody; empty where it is not English.
    let referentOfToken: [[UInt64]]
    /// How rare acts and referents are in the story.
    let acts: BagSpace
    let referents: BagSpace
    /// For each word that has any, the other words of the story that tell the same.
    private let kin: WordTable<[Kin]>

    /// Another word that tells the same.
    private struct Kin: Sendable {
        let key: UInt64
        /// How nearly the two do, times the weight of the commoner one.
        let weight: Float
    }

    init(_ story: Story) {
        let cast = StoryCast(story.articles)
        let lexicon = ActLexicon.english
        let readers = story.articles.enumerated().map { index, article -> PropositionReader? in
            article.annotated.language == "en" ? PropositionReader(article, index, cast, story.lists[index]) : nil
        }
        ofUnit = story.units.map { readers[$0.article]?.propositions(in: $0.tokens, terms: $0.terms) ?? [] }
        referentOfToken = readers.map { $0?.referents.keys ?? [] }
        actOfTerm = story.units.map { unit in readers[unit.article]?.acts(of: unit) ?? [] }
        kinWords = actOfTerm.map { Set($0.filter { $0 != 0 }).sorted() }
        let owners = story.units.map(\.article)
        acts = BagSpace(rows: zip(ofUnit, kinWords).map { $0.map(\.act) + $1 }, articles: owners)
        referents = BagSpace(
            rows: ofUnit.map { $0.flatMap { $0.arguments.map(\.referent).filter { $0 != 0 } } },
            articles: owners
        )
        kin = Self.kin(of: Set(kinWords.joined()), acts, lexicon)
    }

    /// Which of some words tell the same: found through the lexicon's numbers, so that not all pairs are compared.
    private static func kin(of words: Set<UInt64>, _ acts: BagSpace, _ lexicon: ActLexicon) -> WordTable<[Kin]> {
        var holders: [Int32: [UInt64]] = [:]
        let words = words.sorted()
        for word in words {
            for number in lexicon.ties(of: word) { holders[number, default: []].append(word) }
        }
        var kin = WordTable<[Kin]>()
        for word in words {
            var seen: Set<UInt64> = [word]
            for number in lexicon.ties(of: word) {
                for other in (holders[number] ?? []).prefix(64) where seen.insert(other).inserted {
                    let likeness = lexicon.likeness(word, other)
                    guard likeness >= Self.near else { continue }
                    let weight = likeness * min(acts.weight(ofKey: word), acts.weight(ofKey: other))
                    kin[word, default: []].append(Kin(key: other, weight: weight))
                }
            }
        }
        return kin
    }

    /// The summed weight of the words of one unit that tell the same as other words of the other.
    ///
    /// - Complexity: O(*a* + *k* *b*) for *a* and *b* words, *k* of the kin of the former.
    func kinship(_ a: Int, _ b: Int) -> Float { kinship(kinWords[a], kinWords[b]) }

    /// The same of words, ascending.
    func kinship(_ x: [UInt64], _ y: [UInt64]) -> Float {
        guard !x.isEmpty, !y.isEmpty else { return 0 }
        var sum: Float = 0
        for word in x {
            // Most words have no kin in a story; and lists are short, so that looking through them beats hashing.
            guard let kin = kin[word], !y.contains(word) else { continue }
            var best: Float = 0
            for other in kin where y.contains(other.key) { best = max(best, other.weight) }
            sum += best
        }
        return sum
    }

    /// Whether a unit has the word of an act, or one that tells the same.
    func tells(_ unit: Int, _ act: UInt64) -> Bool {
        kinWords[unit].contains(act) || (kin[act] ?? []).contains { kinWords[unit].contains($0.key) }
    }

    /// Words less near each other than those of one sense are of one kind, and tell too much.
    static let near: Float = 0.8
}

/// Reads the propositions of one article by the means that there are.
struct PropositionReader {
    let referents: StoryReferents
    private let text: AnnotatedText
    private let headed: HeadedPropositions?
    private let rough: RoughPropositions
    private let lexicon = ActLexicon.english

    init(_ article: AnalyzedArticle, _ index: Int, _ cast: StoryCast, _ lists: WordLists) {
        text = article.annotated
        let referents = StoryReferents(article, index, cast)
        self.referents = referents
        headed = article.annotated.syntax.map {
            HeadedPropositions(
                text: article.annotated,
                syntax: $0,
                referents: referents,
                lexicon: .english,
                function: lists.function,
                words: .english
            )
        }
        rough = RoughPropositions(
            text: article.annotated,
            referents: referents,
            lexicon: .english,
            function: lists.function,
            words: .english
        )
    }

    func propositions(in tokens: Range<Int>, terms: [Term]) -> [Proposition] {
        let found = headed?.propositions(in: tokens) ?? rough.propositions(in: tokens)
        return Array(found.prefix(StoryPropositions.most))
    }

    /// The acts that a unit's content words tell, verbs with their particles as one; 0 for words that tell none.
    func acts(of unit: Unit) -> [UInt64] {
        unit.terms.map { term in
            guard !term.isFrame else { return 0 }
            let base = lexicon.base(of: term.stem)
            var key = base
            for next in (term.token + 1)..<min(term.token + 3, max(term.token + 1, unit.tokens.upperBound)) {
                let phrase = ActLexicon.key(base, particle: text.tokens[next].hash)
                if lexicon.knows(phrase) { key = phrase }
            }
            return key != base || !lexicon.governs(base).contains(.light) ? key : 0
        }
    }
}
