public import Collation
internal import Language
public import Reading
internal import Speech
internal import TextCore

/// The whole way of the data: articles in, a collation out.
public struct Pipeline: Sendable {
    private let annotator = Annotator()
    private let analyzer = SpeechAnalyzer()
    private let collator = Collator()

    /// Makes a pipeline without model weights.
    public init() {}

    /// Annotates an article and finds its speech.
    public func analyze(_ article: Article) -> AnalyzedArticle {
        let annotated = annotator.annotate(
            article.text,
            sections: article.sections,
            declared: article.language,
            published: article.published
        )
        return AnalyzedArticle(article: article, annotated: annotated, speech: analyzer.analyze(annotated))
    }

    /// The article with its language, identified from the body where nothing says it.
    public func withLanguage(_ article: Article) -> Article {
        guard article.language == nil else { return article }
        var article = article
        let body = UTF8Text(article.body)
        let language = LanguageIdentifier().language(of: body, tokens: Tokenizer().tokens(of: body))
        if !language.isEmpty { article.language = language }
        return article
    }

    /// Compares the articles of one story. One that leaves out the year of its publication takes it from the others.
    public func collate(_ articles: [Article]) -> Collation {
        collator.collate(Article.completingYears(articles).map(analyze))
    }
}

extension Article {
    /// The blocks that are read as language, in order: headline, standfirst, headings and body.
    var sections: [TextSection] {
        blocks.compactMap { block in
            switch block.kind {
            case .headline: TextSection(range: block.range, role: .headline)
            case .standfirst: TextSection(range: block.range, role: .standfirst)
            case .heading: TextSection(range: block.range, role: .heading)
            case .paragraph, .listItem: TextSection(range: block.range, role: .body)
            default: nil
            }
        }
    }
}
