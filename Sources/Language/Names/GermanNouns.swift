internal import TextCore

/// In what company the words of a German text stand: what tells a surname from a noun, for both have a capital.
struct GermanNouns {
    /// For each word, the one word that stands behind it wherever it stands; `none` before it is seen, `several` after two.
    private var followers: [Int32]
    private var behindArticle: [Bool]

    private static let none: Int32 = -1
    private static let several: Int32 = -2

    /// - Complexity: O(*n*) in tokens.
    init(_ context: AnnotationContext) {
        followers = [Int32](repeating: Self.none, count: context.words.count)
        behindArticle = [Bool](repeating: false, count: context.words.count)
        let ids = context.words.ids
        for index in ids.indices {
            let word = Int(ids[index])
            let next = index + 1 < ids.count ? ids[index + 1] : Self.several
            followers[word] = followers[word] == Self.none || followers[word] == next ? next : Self.several
            if index > 0, Self.articles.contains(context.tokens[index - 1]) { behindArticle[word] = true }
        }
    }

    /// Whether wherever a word stands another one stands behind it.
    func isFollowed(_ word: Int32, onlyBy next: Int32) -> Bool { followers[Int(word)] == next }

    /// Whether a word stands behind an article anywhere, as surnames seldom do.
    func isBehindArticle(_ word: Int32) -> Bool { behindArticle[Int(word)] }

    /// What shows a noun in front of which it stands.
    static let articles = WordSet(
        "der die das den dem des ein eine einen einem einer eines kein keine keinen".split(separator: " ")
    )
}
