internal import Reading
internal import TextCore

/// Which article has which statement, where in it, and what each article and each outlet has alone.
///
/// Read off a ``Collation``; nothing is compared anew. What an article lacks is called "not in this article": another article
/// of its outlet may carry it.
public struct Coverage: Sendable, Hashable {
    /// One shared statement with the articles that have it: a row of the matrix of statements × articles.
    public struct Row: Sendable, Hashable {
        /// Index of the statement in ``Collation/shared``.
        public let statement: Int
        /// The articles that have it, ascending; one cell for each.
        public let cells: [Cell]
        /// For each witness of the statement, how prominent it is; for one in no article of the collation as if it opened one.
        public let standings: [Standing]
        /// How many outlets have it; an article without a known outlet counts as one of its own.
        public let outlets: Int
        /// The witness that has the statement in its best-evidenced wording: an index in ``SharedStatement/witnesses``.
        public let wording: Int

        /// The cell of an article; nil when the statement is not in it. O(cells).
        public func cell(ofArticle article: Int) -> Cell? { cells.first { $0.article == article } }

        /// How far down the articles the statement stands on average.
        public var depth: Double { cells.reduce(0) { $0 + $1.standing.depth } / Double(max(1, cells.count)) }
    }

    /// A shared statement in one article.
    public struct Cell: Sendable, Hashable {
        /// Index of the article.
        public let article: Int
        /// Its witnesses there: indices in the statement's ``SharedStatement/witnesses``, the first in the text first.
        public let witnesses: [Int]
        /// How prominent it is: where its first witness stands.
        public let standing: Standing
    }

    /// How far down its article a statement stands.
    public struct Standing: Sendable, Hashable {
        /// Its number among the statements that were found in the article, shared or only there, from 1.
        public let rank: Int
        /// How many statements were found in the article.
        public let count: Int
        /// The share of the compared text in front of it: 0 opens the article, 1 ends it.
        public let depth: Double
    }

    /// What one article has and has not.
    public struct Article: Sendable, Hashable {
        /// Index of the article.
        public let article: Int
        /// Statements that it shares: indices in ``Collation/shared``, in the order in which the article has them.
        public let shared: [Int]
        /// Statements that only it has: indices in ``Collation/solo``.
        public let onlyHere: [Int]
        /// Statements that other articles share and it has not: indices in ``Collation/shared``.
        public let notHere: [Int]
    }

    /// What the articles of one outlet have together; made for outlets with several articles in the story.
    public struct Outlet: Sendable, Hashable {
        /// The outlet's name as its first article has it.
        public let name: String
        /// Indices of its articles.
        public let articles: [Int]
        /// Statements that at least one of its articles shares with another outlet.
        public let shared: [Int]
        /// Statements that at least two of its articles have, and no other outlet.
        public let onlyHere: [Int]
        /// Statements that none of its articles has: "not in these articles of X".
        public let notHere: [Int]
    }

    /// A row for each shared statement, in the order of ``Collation/shared``.
    public let rows: [Row]
    /// For each solo, in the order of ``Collation/solo``, how prominent it is.
    public let solos: [Standing]
    /// For each article, what it has.
    public let articles: [Article]
    /// The outlets with several articles, in the order of their first.
    public let outlets: [Outlet]
    /// The story in brief; see ``StoryBrief``.
    public let brief: [BriefStatement]

    /// Reads the coverage off a collation.
    /// - Complexity: O(*s* · *a* + *w* log *w*) for *s* statements, *a* articles and *w* witnesses and solos, and for each statement
    ///   what ``StatementWording`` costs.
    public init(of collation: Collation) {
        let standings = Standings(collation)
        let owners = Self.outletsOfArticles(collation)
        let wording = StatementWording(collation)
        rows = collation.shared.enumerated().map { index, statement in
            var cells: [Cell] = []
            let places = statement.witnesses.enumerated().filter {
                collation.articles.indices.contains($0.element.passage.article)
            }
            .sorted { $0.element.passage < $1.element.passage }
            for (article, group) in Dictionary(grouping: places, by: \.element.passage.article).sorted(by: { $0.key < $1.key }) {
                guard let first = group.first else { continue }
                cells.append(
                    Cell(article: article, witnesses: group.map(\.offset), standing: standings[first.element.passage])
                )
            }
            return Row(
                statement: index,
                cells: cells,
                standings: statement.witnesses.map { standings[$0.passage] },
                outlets: Set(cells.map { owners[$0.article] }).count,
                wording: wording.best(of: statement, among: cells.flatMap(\.witnesses))
            )
        }
        solos = collation.solo.map { standings[$0.passage] }
        let rows = rows
        articles = collation.articles.indices.map { article in
            let own = rows.compactMap { row in row.cell(ofArticle: article).map { (row.statement, $0.standing.rank) } }
            let has = Set(own.map(\.0))
            return Article(
                article: article,
                shared: own.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0),
                onlyHere: collation.solo.indices.filter { collation.solo[$0].passage.article == article },
                notHere: rows.map(\.statement).filter { !has.contains($0) }
            )
        }
        outlets = Self.outlets(rows, owners, collation)
        brief = StoryBrief(collation, rows: rows).statements()
    }

    /// For each article, the number of its outlet: names are the same when their letters are; articles without one have each
    /// a number of their own.
    private static func outletsOfArticles(_ collation: Collation) -> [Int] {
        var numbers: [String: Int] = [:]
        return collation.articles.enumerated().map { index, analyzed in
            guard let outlet = analyzed.article.outlet, !outlet.name.isEmpty else { return index }
            let name = CaseFolding.fold(outlet.name)
            if let number = numbers[name] { return number }
            numbers[name] = index
            return index
        }
    }

    private static func outlets(_ rows: [Row], _ owners: [Int], _ collation: Collation) -> [Outlet] {
        Dictionary(grouping: owners.indices, by: { owners[$0] }).filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
            .map { owner, articles in
                func isOwn(_ cell: Cell) -> Bool { owners[cell.article] == owner }
                let carried = rows.filter { $0.cells.contains(where: isOwn) }
                return Outlet(
                    name: collation.articles[owner].article.outlet?.name ?? "",
                    articles: articles,
                    shared: carried.filter { !$0.cells.allSatisfy(isOwn) }.map(\.statement),
                    onlyHere: carried.filter { $0.cells.allSatisfy(isOwn) }.map(\.statement),
                    notHere: rows.filter { !$0.cells.contains(where: isOwn) }.map(\.statement)
                )
            }
    }
}

/// How prominent the places of a collation's findings are.
private struct Standings {
    /// For each article, where its findings start, ascending, one for each.
    private var starts: [[Int]]
    /// For each article, its compared blocks with the number of compared bytes before each.
    private let blocks: [[(range: Range<Int>, before: Int)]]
    private let lengths: [Int]

    init(_ collation: Collation) {
        var starts = [Set<Int>](repeating: [], count: collation.articles.count)
        func add(_ passage: Passage) {
            if starts.indices.contains(passage.article) { starts[passage.article].insert(passage.range.lowerBound) }
        }
        for witness in collation.shared.flatMap(\.witnesses) { add(witness.passage) }
        for solo in collation.solo { add(solo.passage) }
        self.starts = starts.map { $0.sorted() }
        var lengths: [Int] = []
        blocks = collation.articles.map { analyzed in
            var length = 0
            let blocks = analyzed.article.blocks.filter(\.kind.isCompared).map { block in
                defer { length += block.range.count }
                return (block.range, length)
            }
            lengths.append(length)
            return blocks
        }
        self.lengths = lengths
    }

    /// O(log of the article's findings + blocks).
    subscript(passage: Passage) -> Coverage.Standing {
        guard starts.indices.contains(passage.article) else { return Coverage.Standing(rank: 1, count: 1, depth: 0) }
        let starts = starts[passage.article]
        let rank = Self.count(below: passage.range.lowerBound, starts.count) { starts[$0] } + 1
        let blocks = blocks[passage.article]
        let passed = Self.count(below: passage.range.lowerBound + 1, blocks.count) { blocks[$0].range.lowerBound }
        var before = 0
        if passed > 0 {
            let block = blocks[passed - 1]
            before = block.before + min(passage.range.lowerBound - block.range.lowerBound, block.range.count)
        }
        let room = lengths[passage.article] - passage.range.count
        return Coverage.Standing(
            rank: rank,
            count: max(rank, starts.count),
            depth: room > 0 ? min(1, Double(before) / Double(room)) : 0
        )
    }

    /// How many of so many ascending numbers lie below a bound.
    private static func count(below bound: Int, _ count: Int, _ number: (Int) -> Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if number(middle) < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
