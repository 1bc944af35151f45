public import Collation
public import Grammar
internal import Language
public import Reading
internal import Speech
internal import TextCore

/// The whole way of the data: articles in, a collation out.
public struct Pipeline: Sendable {
    private let annotator: Annotator
    private let analyzer = SpeechAnalyzer()
    private let collator: Collator

    /// Makes a pipeline. Every result says what it was made with (``Collation/Collation/mode``).
    /// - Parameters:
    ///   - english: the grammar of English; without it, everything is found by rules and lexicons.
    ///   - encoders: the encoders of sentences; without them, statements are compared by words alone.
    public init(english: (any GrammarSource)? = nil, encoders: MeaningEncoders = MeaningEncoders()) {
        annotator = Annotator(english: english)
        collator = Collator(encoders: encoders)
    }

    /// Annotates an article and finds its speech.
    public func analyze(_ article: Article) -> AnalyzedArticle {
        let annotated = annotator.annotate(
            article.text,
            sections: article.sections,
            declared: article.language,
            published: article.written
        )
        return AnalyzedArticle(article: article, annotated: annotated, speech: analyzer.analyze(annotated))
    }

    /// The article with its language, identified from the body where nothing says it.
    public func withLanguage(_ article: Article) -> Article {
        if article.language != nil, !mayBeTemplates(article) { return article }
        var article = article
        let isGiven = article.language != nil
        let all = article.body
        let body = UTF8Text(isGiven ? String(all.prefix(Self.longestSample)) : all)
        guard !isGiven || body.count >= Self.shortestSample else { return article }
        let tokens = Tokenizer().tokens(of: body)
        let language = LanguageIdentifier().language(of: body, tokens: tokens, declared: article.language)
        if !language.isEmpty, !isGiven || language != "und" { article.language = language }
        return article
    }

    /// How much of a text is asked whether it is in the language that its page claims, in characters and bytes.
    private static let longestSample = 600
    private static let shortestSample = 120

    /// Whether a page's language may be its template's, which is English where nobody has changed it, and not the text's.
    private func mayBeTemplates(_ article: Article) -> Bool {
        guard article.language == "en", let said = article.page?.language else { return false }
        return said.chosen?.label == "html[lang]" && said.agreeing.allSatisfy { $0.source == .meta }
    }

    /// Compares the articles of one story. One that leaves out the year of its publication takes it from the others.
    /// - Parameter links: what a person says of passages of these articles (see ``LinksFile``), which is obeyed.
    public func collate(_ articles: [Article], links: [StatementLink] = []) -> Collation {
        collator.collate(Article.completingYears(articles).map(analyze), links: links)
    }
}

extension Article {
    /// The day that "today" means: that of the dateline, where it lies no more than two weeks before publication; else the time
    /// of publication.
    var written: CivilTime? {
        guard var day = dateline?.date, let month = day.month, day.day != nil else { return published }
        if day.year == nil, let year = published?.year { day.year = month > published?.month ?? 12 ? year - 1 : year }
        guard let number = day.dayNumber else { return published }
        guard let last = published?.dayNumber else { return published?.year == nil ? day : published }
        return (1...14).contains(last - number) ? day : published
    }

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
