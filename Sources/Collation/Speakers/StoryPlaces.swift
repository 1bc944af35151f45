internal import Language

/// Brings the places of a story's articles together that speak: a government goes by the name of its capital, and “Kiev” in one
/// article is “Kyiv” in another. Names of one place have one key, whatever the spelling and the language (``Entity/keys``).
///
/// - Complexity: O(*n*) expected in entities.
struct StoryPlaces {
    /// The entities that stand for each place, in the order in which the articles name them.
    let clusters: [[StoryCast.Place]]
    private let articles: [AnalyzedArticle]
    private let languages: StoryLanguages

    init(_ articles: [AnalyzedArticle]) {
        self.articles = articles
        languages = StoryLanguages(articles)
        var clusters: [[StoryCast.Place]] = []
        var byKey: [UInt64: Int] = [:]
        for (index, article) in articles.enumerated() {
            for (number, entity) in article.annotated.entities.enumerated() where entity.kind == .place {
                // The first key is the place's own; others are what it may stand for, as Moscow does for Russia.
                guard let key = entity.keys.first else { continue }
                let place = StoryCast.Place(article: index, entity: number)
                if let known = byKey[key] {
                    clusters[known].append(place)
                } else {
                    byKey[key] = clusters.count
                    clusters.append([place])
                }
            }
        }
        self.clusters = clusters
    }

    /// The name that most articles have in the story's language; the first in order of letters among equals.
    func name(of places: [StoryCast.Place]) -> String {
        var counts: [String: (language: StoryLanguages.Standing, articles: Int)] = [:]
        for place in places {
            let text = articles[place.article].annotated
            let standing = languages.standing(of: text.language)
            let known = counts[text.entities[place.entity].name]
            counts[text.entities[place.entity].name] = (max(known?.language ?? standing, standing), (known?.articles ?? 0) + 1)
        }
        let best = counts.max { a, b in
            if a.value.language != b.value.language { return a.value.language < b.value.language }
            if a.value.articles != b.value.articles { return a.value.articles < b.value.articles }
            return a.key > b.key
        }
        return best?.key ?? ""
    }
}
