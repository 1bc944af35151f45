internal import Speech

/// Who speaks in some articles of one story, by all of them: what ``Collator`` goes by, for those who want no comparison.
public enum StoryResolution {
    /// The articles in the order given, with each speaker by the fullest name of the story: “Peskov” is Dmitry Peskov where
    /// another article says so. Attitudes stay as they stand.
    ///
    /// - Complexity: O(*n*) expected in quotations and entities.
    public static func resolved(_ articles: [AnalyzedArticle]) -> [AnalyzedArticle] {
        guard articles.count > 1 else { return articles }
        let order = CanonicalOrder.of(articles)
        let speakers = StorySpeakers(order.map { articles[$0] }).resolved()
        var resolved = articles
        for (place, index) in order.enumerated() {
            let speech = speakers[place].speech
            resolved[index] = AnalyzedArticle(
                article: articles[index].article,
                annotated: articles[index].annotated,
                speech: SpeechAnalysis(
                    quotations: speech.quotations,
                    attitudes: articles[index].speech.attitudes,
                    statements: speech.statements
                )
            )
        }
        return resolved
    }
}
