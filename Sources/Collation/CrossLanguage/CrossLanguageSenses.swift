internal import Language
internal import TextCore

/// Chooses, for each word of a story in several languages, the word of the story's main language that it stands for.
///
/// A word has several translations; the one that an article of the story uses is the likeliest. So words of one concept, and
/// the spellings of one name, get one key in ``WordLists/concepts``, and all that compares by concepts compares between
/// languages too. In a story of one language nothing changes.
///
/// - Complexity: O(*n*) in tokens.
struct CrossLanguageSenses {
    /// The lists of each article, with the senses chosen for this story.
    static func lists(of articles: [AnalyzedArticle]) -> [WordLists] {
        let lists = articles.map { WordLists.of($0.annotated.language) }
        let languages = Set(articles.map(\.annotated.language))
        guard languages.count > 1 else { return lists }
        let main = mainLanguage(articles)
        guard let hub = Hub(articles.filter { $0.annotated.language == main }, main) else { return lists }
        var tables: [String: [UInt64: UInt64]] = [:]
        for language in languages where language != main {
            tables[language] = hub.concepts(of: articles.filter { $0.annotated.language == language }, language)
        }
        return zip(articles, lists).map { article, lists in
            tables[article.annotated.language].map { lists.with(concepts: $0) } ?? lists
        }
    }

    /// The language of most articles; of equals, the first in the lexicon's order.
    private static func mainLanguage(_ articles: [AnalyzedArticle]) -> String {
        var counts: [String: Int] = [:]
        for article in articles { counts[article.annotated.language, default: 0] += 1 }
        func rank(_ language: String) -> Int { TranslationLexicon.languages.firstIndex(of: language) ?? Int.max }
        return counts.min { a, b in
            a.value != b.value ? a.value > b.value : (rank(a.key), a.key) < (rank(b.key), b.key)
        }?.key ?? "en"
    }

    /// The words of the main language that occur in the story.
    private struct Hub {
        /// For each concept of the lexicon, the first of these words that it has.
        private var words: [Int32: UInt64] = [:]
        /// For each name as it sounds, its stem.
        private var names: [UInt64: UInt64] = [:]
        private let lists: WordLists

        init?(_ articles: [AnalyzedArticle], _ language: String) {
            lists = WordLists.of(language)
            let table = TranslationLexicon.table(language)
            for article in articles {
                let text = article.annotated
                for (index, token) in text.tokens.enumerated() where text.stems[index] != 0 && token.isWord {
                    if lists.function.contains(token.hash) { continue }
                    let stem = text.stems[index]
                    for concept in table?[stem] ?? [] where words[concept] == nil { words[concept] = stem }
                    guard token.isCapitalized, table?[stem].isEmpty ?? true else { continue }
                    for key in NameFolding.keys(of: text.bytes(of: token), language: language) where names[key] == nil {
                        names[key] = stem
                    }
                }
            }
            if words.isEmpty, names.isEmpty { return nil }
        }

        /// From each stem of articles in another language to the key of the word that it stands for.
        func concepts(of articles: [AnalyzedArticle], _ language: String) -> [UInt64: UInt64] {
            var result = WordLists.of(language).concepts
            let table = TranslationLexicon.table(language)
            var seen: Set<UInt64> = []
            for article in articles {
                let text = article.annotated
                for (index, token) in text.tokens.enumerated() where token.isWord && seen.insert(text.stems[index]).inserted {
                    let stem = text.stems[index]
                    let concepts = table?[stem] ?? []
                    let word = concepts.lazy.compactMap { words[$0] }.first
                    var name: UInt64?
                    if word == nil, concepts.isEmpty, token.isCapitalized {
                        name = NameFolding.keys(of: text.bytes(of: token), language: language).lazy.compactMap { names[$0] }.first
                    }
                    if let own = word ?? name { result[stem] = lists.concepts[own] ?? own }
                }
            }
            return result
        }
    }
}

extension AnnotatedText {
    /// The bytes of a token.
    func bytes(of token: Token) -> ArraySlice<UInt8> { text.bytes[token.range.clamped(to: 0..<text.bytes.count)] }
}
