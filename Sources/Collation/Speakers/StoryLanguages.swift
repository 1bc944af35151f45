internal import Language
internal import Reading
internal import TextCore

/// In which language a story calls its people and places: that of its first article, where the articles say when they were published,
/// else the one that most are in, and one in Latin letters among equals.
struct StoryLanguages {
    /// How much a language counts.
    struct Standing: Comparable {
        let isFirst: Bool
        let articles: Int
        let isLatin: Bool

        static func < (a: Standing, b: Standing) -> Bool {
            if a.isFirst != b.isFirst { return b.isFirst }
            if a.articles != b.articles { return a.articles < b.articles }
            return !a.isLatin && b.isLatin
        }
    }

    private let counts: [String: Int]
    private let first: String?

    init(_ articles: [AnalyzedArticle]) {
        counts = Dictionary(articles.map { ($0.annotated.language, 1) }, uniquingKeysWith: +)
        let times = articles.map(\.article.published)
        let haveHours = times.allSatisfy { $0?.hour != nil }
        let published = times.map { $0.flatMap { Self.minute($0, isExact: haveHours) } }
        // Where one does not tell, it may be the first.
        guard !published.contains(nil), let earliest = published.compactMap({ $0 }).min() else {
            first = nil
            return
        }
        // Of several at one time, the canonical order says nothing.
        let languages = Set(articles.indices.filter { published[$0] == earliest }.map { articles[$0].annotated.language })
        first = languages.count == 1 ? languages.first : nil
    }

    /// A number that grows with time, for times of which the day is known.
    private static func minute(_ time: CivilTime, isExact: Bool) -> Int? {
        guard let year = time.year, let month = time.month, let day = time.day else { return nil }
        let days = (year * 12 + month) * 31 + day
        guard isExact else { return days }
        return days * 24 * 60 + (time.hour ?? 0) * 60 + (time.minute ?? 0) - (time.offset ?? 0)
    }

    func standing(of language: String) -> Standing {
        Standing(isFirst: language == first, articles: counts[language] ?? 0, isLatin: !Self.otherAlphabets.contains(language))
    }

    private static let otherAlphabets: Set<String> = [
        "ar", "be", "bg", "el", "fa", "he", "hi", "hy", "ja", "ka", "ko", "mk", "ru", "sr", "th", "uk", "ur", "zh",
    ]
}
