import ArgumentParser
import Foundation
import Presentation
import Reading
import Stemma

/// `stemma read`: what an article is taken to consist of.
struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Read articles: web pages, feeds, archives and texts, every block with its label.",
        discussion: """
            Headline, standfirst, byline, dateline, paragraphs, captions, promos, share lines and so on. Nothing is \
            thrown away: what is not body keeps its label. text, markdown and html print headline and body only, as a \
            document (a form feed between texts). jsonl prints an object for each article: file, url, headline, authors, \
            times, body, and each block with its label and its place in code points; json the same as one array, with \
            what a web page says otherwise of itself. Pages are read on all cores and printed in order.

            EXAMPLES
              stemma read page.html
              stemma read --explain page.html
              stemma read --format jsonl downloads/ crawl.warc.gz > articles.jsonl
              stemma read --format text https://news.example/story
              stemma read --learn profiles.json downloads/ && stemma read --profiles profiles.json page.html

            \(ExitStatus.help)
            """
    )

    /// How articles are printed.
    enum Format: String, DetailedFormat {
        case terminal, markdown, html, json, jsonl, text

        static let formatHelp = "How to print them"
        static let allHelp = "Print every block of a page, and the rule that labelled it."
    }

    @OptionGroup var inputs: InputOptions

    @OptionGroup var report: FormatOptions<Format>

    @OptionGroup var detail: DetailOptions<Format>

    @Flag(help: "Show why each block was kept or left: its rule, and what spoke for and against it most.")
    var explain = false

    @Option(help: ArgumentHelp("Leave out blocks that a profile of the outlet knows as furniture.", valueName: "file"))
    var profiles: String?

    @Option(
        help: ArgumentHelp(
            "Learn from these pages which blocks recur at an outlet, add it to this file, print nothing.",
            valueName: "file"
        )
    )
    var learn: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("Articles read at once (default: one a core).", valueName: "number"))
    var jobs: Int?

    @OptionGroup var destination: OutputOptions

    func validate() throws {
        try inputs.requireFiles()
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs must be from 1 to 1024") }
        if explain, let format = report.format, format != .terminal {
            throw ValidationError("--explain is for terminal output; json holds the reasons, too")
        }
        if learn != nil, profiles != nil { throw ValidationError("--learn and --profiles are two runs") }
    }

    func run() throws {
        let output = try Output(path: destination.file.output)
        let diagnostics = Diagnostics()
        var options = PageOptions(explains: explain)
        if let profiles { options.profiles = try ProfileFile(path: profiles).read() }
        if let learn { return try self.learn(ProfileFile(path: learn), output, diagnostics) }
        let printer = ArticlePrinter(
            format: report.chosen,
            layout: destination.layout(on: output, showsAll: detail.all || explain),
            output: output
        )
        try readAll(output, diagnostics, options, render: { printer.bytes(of: $0) }, deliver: { try printer.print($0) })
        try printer.end()
        try output.finish()
        try diagnostics.finish()
    }

    /// Reads all articles on several threads, and delivers what is made of each in order.
    private func readAll<Value: Sendable>(
        _ output: Output,
        _ diagnostics: Diagnostics,
        _ options: PageOptions,
        render: @escaping @Sendable (Article) -> Value,
        deliver: @escaping (Value) throws -> Void
    ) throws {
        let inputs = inputs
        let pipeline = Pipeline()
        let stream = OrderedStream(
            jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            work: { (unread: UnreadArticle) -> (Result<Article, ReadingError>, Value?) in
                let result = inputs.complete(unread.read(options)).map { pipeline.withLanguage($0) }
                return (result, (try? result.get()).map(render))
            },
            deliver: { result, value in
                diagnostics.note(result)
                if let value { try deliver(value) }
            },
            flush: { try output.flush() }
        )
        do {
            try inputs.forEachUnread(diagnostics, writingTo: output, format: .automatic, makesIDsUnique: true) {
                try stream.submit($0)
            }
            try stream.finish()
        } catch {
            stream.cancel()
            output.discard()
            throw error
        }
    }

    private func learn(_ file: ProfileFile, _ output: Output, _ diagnostics: Diagnostics) throws {
        var profiles = file.exists ? try file.read() : OutletProfiles()
        try readAll(output, diagnostics, PageOptions(), render: { $0 }, deliver: { profiles.learn(from: $0) })
        try file.write(profiles)
        try output.finish()
        try diagnostics.finish()
    }
}

/// Prints articles in one format, one after the other.
private final class ArticlePrinter: @unchecked Sendable {
    private let format: Read.Format
    private let layout: RenderOptions
    private let output: Output
    private let list: JSONList
    private var isFirst = true

    init(format: Read.Format, layout: RenderOptions, output: Output) {
        self.format = format
        self.layout = layout
        self.output = output
        list = JSONList(output)
    }

    /// What is printed of an article. Any thread may ask.
    func bytes(of article: Article) -> [UInt8] {
        switch format {
        case .json: ReadArticleJSON(includesMetadata: true).bytes(article)
        case .jsonl: ReadArticleJSON().bytes(article) + [UInt8(ascii: "\n")]
        case .text: Array(ArticlePlainText().render(article).utf8)
        case .markdown: Array(ArticleMarkdown().render(article).utf8)
        case .html: Array(ArticleHTML().render(article).utf8)
        case .terminal: Array(ArticleRenderer(format: .terminal, options: layout).render(Pipeline().analyze(article)).utf8)
        }
    }

    /// Prints it. One thread at a time, in order.
    func print(_ bytes: [UInt8]) throws {
        defer { isFirst = false }
        switch format {
        case .json: return try list.add(bytes)
        case .jsonl, .html: break
        case .text: if !isFirst { try output.write("\u{0C}\n") }
        case .markdown, .terminal: if !isFirst { try output.write("\n") }
        }
        try output.write(utf8: bytes)
    }

    func end() throws { if format == .json { try list.end() } }
}
