public import Collation
internal import Language
internal import Reading
internal import Speech
internal import TextCore

/// Prints the quotations of one or more articles by who said them. What `stemma quotes` prints.
public struct LedgerRenderer: Sendable {
    /// How a ledger can be printed.
    public enum Format: String, Sendable, Hashable, CaseIterable {
        /// Text for a terminal or a log file.
        case terminal
        /// One JSON object a line and article: see ``QuotationsJSON``.
        case json
        /// A table for spreadsheets, RFC 4180.
        case csv
        /// GitHub-flavoured Markdown.
        case markdown
        /// One JSON-LD document of schema.org Quotations: see ``QuotationsJSONLD``.
        case jsonLD = "jsonld"
        /// One W3C annotation collection: see ``QuotationAnnotations``.
        case annotation
    }

    /// The format.
    public let format: Format
    /// The layout.
    public let options: RenderOptions

    /// Makes a renderer.
    public init(format: Format, options: RenderOptions = RenderOptions()) {
        self.format = format
        self.options = options
    }

    /// The whole output, ending with a line end. O(size of the output).
    public func render(_ articles: [AnalyzedArticle]) -> String {
        switch format {
        case .json: articles.map { QuotationsJSON(isPretty: options.isPretty).render($0) + "\n" }.joined()
        case .csv: QuotationsCSV().render(articles)
        case .jsonLD: QuotationsJSONLD.render(articles)
        case .annotation: QuotationAnnotations.render(articles)
        case .terminal: TerminalReport(options: options).sections(report(articles), note: Self.mode(of: articles))
        case .markdown: MarkdownReport().sections(report(articles), note: Self.mode(of: articles))
        }
    }

    /// By what means quotations and speakers were found, in a line.
    private static func mode(of articles: [AnalyzedArticle]) -> String {
        articles.contains { $0.annotated.means == .full }
            ? "full mode for English: a grammar model finds heads and names" : "lexical mode: rules and lexicons alone"
    }

    private func report(_ articles: [AnalyzedArticle]) -> [Report.Section] {
        let view = StoryView(Collation(articles: articles))
        let ledger = QuotationLedger(articles)
        var sections = ledger.accounts.map { account in
            section("❝", account.speaker.map { SafeText.line($0) } ?? "Speaker unknown", account.entries, view)
        }
        if !ledger.notSpeech.isEmpty {
            sections.append(section("○", "In quotation marks, but no speech", ledger.notSpeech, view))
        }
        if sections.isEmpty {
            sections = [
                Report.Section(symbol: "❝", title: "Quotations", explanation: "None found.", findings: [])
            ]
        }
        return sections
    }

    private func section(_ symbol: String, _ title: String, _ entries: [QuotationLedger.Entry], _ view: StoryView)
        -> Report.Section
    {
        let utterances = QuotationUtterances(entries, in: view.articles)
        let shown = utterances.entries.prefix(options.showsAll ? .max : 20)
        return Report.Section(
            symbol: symbol,
            title: "",
            subject: title,
            count: entries.count,
            findings: [
                Report.Finding(
                    lines: shown.enumerated().map { place, entry in
                        let kind = entry.quotation.kind.rawValue
                        return Report.Evidence(
                            label: view.articles.count > 1 ? view.labels[entry.article] : "",
                            place: view.place(entry.passage),
                            mark: utterances.isAgain[place] ? "↳ \(kind)" : kind,
                            text: view.words(of: entry),
                            note: view.note(on: entry)
                        )
                    },
                    folded: entries.count - shown.count
                )
            ]
        )
    }
}

extension StoryView {
    /// The words of a quotation, its pieces joined by an ellipsis in brackets where the article interrupts it.
    func words(of entry: QuotationLedger.Entry) -> String {
        entry.quotation.content.map { range in
            let passage = Passage(article: entry.article, range: range)
            return entry.quotation.kind == .indirect ? excerpt(passage) : quotedExcerpt(passage)
        }.joined(separator: " […] ")
    }

    /// Mention and cue as they stand ("Peskov said"): what tells how the words are given; nil without both.
    func cueWords(of entry: QuotationLedger.Entry) -> String? {
        let quotation = entry.quotation
        let given = [quotation.mention, quotation.cue].compactMap { $0 }.sorted { $0.lowerBound < $1.lowerBound }
        guard let first = given.first, let last = given.last else { return nil }
        let start = first.lowerBound
        let end = max(first.upperBound, last.upperBound)
        let isTogether = last.lowerBound - first.upperBound <= 24 && !quotation.content.contains { $0.overlaps(start..<end) }
        let ranges = isTogether ? [start..<end] : given
        return ranges.map { excerpt(entry.article, $0) }.joined(separator: " … ")
    }

    /// That the words are translated, with the article's words for it where the cue's do not hold them.
    private func translationWords(of entry: QuotationLedger.Entry) -> String? {
        entry.quotation.translation.map { "translated: “\(excerpt(entry.article, $0.evidence))”" }
    }

    /// How the words came to the article: through which outlet, from a source that goes unnamed, retold by somebody.
    private func chainWords(of entry: QuotationLedger.Entry) -> [String] {
        let quotation = entry.quotation
        var parts: [String] = []
        if let via = quotation.via { parts.append("via \(SafeText.line(via.name))") }
        if let anonymity = quotation.anonymity {
            parts.append(anonymity.reason.map { "not named: “\(excerpt(entry.article, $0))”" } ?? "not named")
        }
        let quotations = articles[entry.article].speech.quotations
        if quotation.isSpeech, let outer = quotation.enclosing, quotations.indices.contains(outer),
            let teller = quotations[outer].speaker?.name
        {
            parts.append("retold by \(SafeText.line(teller))")
        }
        return parts
    }

    /// Cue, mention, how the words came, what the article says of the language, and what is wrong with the marks.
    func note(on entry: QuotationLedger.Entry) -> String? {
        let own = [translationWords(of: entry), entry.quotation.damage?.words]
        let parts = ([cueWords(of: entry)] + chainWords(of: entry) + own).compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
