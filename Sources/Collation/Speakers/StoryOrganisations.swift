internal import Language
internal import TextCore

/// Brings the organisations of a story's articles together: the same name or key of the gazetteer, an acronym and its long
/// form, and a name that opens exactly one longer one (“Safari Club”, “Safari Club International”).
struct StoryOrganisations {
    private struct Bearer {
        let place: StoryCast.Place
        let text: String
        /// Folded words of the name, without an article in front.
        let words: [String]
        let keys: [UInt64]
        let initials: String
    }

    private let bearers: [Bearer]
    private var parent: [Int]
    /// For the root of each group, the articles that it is in.
    private var articles: [Set<Int>]
    private let indexOfPlace: [StoryCast.Place: Int]

    /// The entities that stand for each organisation.
    private(set) var clusters: [[StoryCast.Place]] = []

    init(_ articles: [AnalyzedArticle]) {
        var found: [Bearer] = []
        for (index, article) in articles.enumerated() {
            for (number, entity) in article.annotated.entities.enumerated() where entity.kind == .organisation {
                let words = entity.name.split(separator: " ").prefix(16).map(String.init)
                guard !words.isEmpty else { continue }
                found.append(
                    Bearer(
                        place: StoryCast.Place(article: index, entity: number),
                        text: entity.name,
                        words: words.map { CaseFolding.fold($0) },
                        keys: entity.keys,
                        initials: Self.initials(words)
                    )
                )
            }
        }
        bearers = found
        parent = Array(found.indices)
        self.articles = found.map { [$0.place.article] }
        indexOfPlace = Dictionary(found.enumerated().map { ($1.place, $0) }, uniquingKeysWith: { first, _ in first })
        joinKeys()
        joinAcronyms()
        joinOpenings()
        var byRoot: [Int: [StoryCast.Place]] = [:]
        for index in bearers.indices { byRoot[root(index), default: []].append(bearers[index].place) }
        clusters = byRoot.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The initials of a long form's capitalised words; empty for a single word.
    private static func initials(_ words: [String]) -> String {
        guard words.count > 1 else { return "" }
        let capitals = words.compactMap { word -> String? in
            guard let first = word.unicodeScalars.first, CharacterClass.of(first.value) == .upper else { return nil }
            return String(first)
        }
        return capitals.count > 2 ? CaseFolding.fold(capitals.joined()) : ""
    }

    private func root(_ index: Int) -> Int {
        var index = index
        while parent[index] != index { index = parent[index] }
        return index
    }

    private mutating func join(_ a: Int, _ b: Int) {
        let (first, second) = (root(a), root(b))
        guard first != second else { return }
        parent[max(first, second)] = min(first, second)
        articles[min(first, second)].formUnion(articles[max(first, second)])
    }

    /// Whether some article has both as two.
    private func areTold(_ a: Int, _ b: Int) -> Bool { !articles[root(a)].isDisjoint(with: articles[root(b)]) }

    private mutating func joinKeys() {
        var byKey: [UInt64: Int] = [:]
        var byName: [[String]: Int] = [:]
        for (index, bearer) in bearers.enumerated() {
            for key in bearer.keys {
                if let known = byKey[key] { join(known, index) } else { byKey[key] = index }
            }
            if let known = byName[bearer.words] { join(known, index) } else { byName[bearer.words] = index }
        }
    }

    /// An acronym and the one long form with its initials.
    private mutating func joinAcronyms() {
        var byInitials: [String: Set<Int>] = [:]
        for (index, bearer) in bearers.enumerated() where !bearer.initials.isEmpty {
            byInitials[bearer.initials, default: []].insert(root(index))
        }
        for (index, bearer) in bearers.enumerated() {
            guard bearer.words.count == 1, let word = bearer.words.first,
                bearer.text.unicodeScalars.allSatisfy({ CharacterClass.of($0.value) == .upper }),
                case let forms = Set((byInitials[word] ?? []).map(root)), forms.count == 1, let form = forms.first,
                !areTold(index, form)
            else { continue }
            join(index, form)
        }
    }

    /// A name of two words or more that opens a longer name of the story: the one with one word more, else with two.
    private mutating func joinOpenings() {
        var longer: [[String]: Set<Int>] = [:]
        for (index, bearer) in bearers.enumerated() {
            for count in max(2, bearer.words.count - 2)..<max(2, bearer.words.count) {
                longer[Array(bearer.words.prefix(count)) + ["\(bearer.words.count - count)"], default: []].insert(index)
            }
        }
        for (index, bearer) in bearers.enumerated() where bearer.words.count > 1 {
            for more in ["1", "2"] {
                guard let names = longer[bearer.words + [more]] else { continue }
                let others = Set(names.map(root)).subtracting([root(index)])
                if others.count == 1, let other = others.first, !areTold(index, other) { join(index, other) }
                break
            }
        }
    }

    /// The longest of its names; the first in order of letters among equals.
    func name(of places: [StoryCast.Place]) -> String {
        let names = places.compactMap { indexOfPlace[$0] }.map { bearers[$0].text }
        return names.max { ($0.utf8.count, $1) < ($1.utf8.count, $0) } ?? ""
    }

    /// Whether a name leaves something out that a longer one of the same organisation says: it opens it, or is its acronym. “Senate” and “U.S. Senate” say
    /// the same.
    static func isShort(_ name: String, for long: String) -> Bool {
        guard long.utf8.count > name.utf8.count else { return false }
        return (long + " ").hasPrefix(name + " ")
            || name.utf8.count > 1 && name.unicodeScalars.allSatisfy { CharacterClass.of($0.value) == .upper }
    }
}
