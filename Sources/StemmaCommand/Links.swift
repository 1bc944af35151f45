import ArgumentParser
import Feeds
import Foundation
import Presentation
import Reading
import TextCore

/// `stemma links`: what a feed, a sitemap or a list of feeds points at.
struct Links: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links",
        abstract: "List what feeds, sitemaps and lists of feeds (OPML) point at.",
        discussion: """
            Reads RSS, Atom, JSON Feed, sitemaps (XML or plain text), indexes of sitemaps and OPML, and prints an address a \
            line with its time and title. opml writes the feeds that were found as a list of feeds.

            EXAMPLES
              stemma links sitemap.xml
              stemma links --format jsonl https://news.example/feed
              stemma links --format opml feeds/*.xml -o feeds.opml

            \(ExitStatus.help)
            """
    )

    /// How links are printed.
    enum Format: String, ReportFormat {
        case terminal, json, jsonl, opml

        static let formatHelp = "How to print them"
    }

    @OptionGroup var inputs: InputOptions

    @OptionGroup var report: FormatOptions<Format>

    @OptionGroup var destination: OutputFile

    func validate() throws {
        try inputs.requireFiles()
    }

    func run() throws {
        let output = try Output(path: destination.output)
        let diagnostics = Diagnostics()
        let web = inputs.webSource(of: inputs.files)
        defer { web?.cancel() }
        var options = ReadingOptions()
        if let web { options.fetch = { web.document(at: $0) } }
        let reader = ListReader(options)
        let list = JSONList(output)
        var outlines = OutlineDocument()
        for path in inputs.files {
            let document: FeedDocument
            do {
                document = try reader.list(at: path)
            } catch {
                diagnostics.unreadable(error)
                continue
            }
            diagnostics.countRead()
            for warning in document.warnings { diagnostics.warn("\(path): warning: \(warning)") }
            switch report.chosen {
            case .opml: outlines.add(document, at: path)
            case .terminal: for link in document.linked { try output.write(link.line + "\n") }
            case .jsonl: for link in document.linked { try output.write(utf8: link.json(from: path) + [UInt8(ascii: "\n")]) }
            case .json: for link in document.linked { try list.add(link.json(from: path)) }
            }
        }
        if report.chosen == .json { try list.end() }
        if report.chosen == .opml { try output.write(outlines.opml + "\n") }
        try output.finish()
        try diagnostics.finish()
    }
}

/// An address in a list, with what the list says of it.
private struct ListedLink {
    let kind: String
    let url: String
    var title: String?
    var time: CivilTime?

    /// Address, time and title, parted by tabs; nothing in it can end the line.
    var line: String {
        [url, time?.iso8601 ?? "", title ?? ""].map { TerminalText.line($0) }.joined(separator: "\t")
    }

    func json(from source: String) -> [UInt8] {
        struct Record: Encodable {
            let source, kind, url: String
            let title, published: String?
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let record = Record(source: source, kind: kind, url: url, title: title, published: time?.iso8601)
        return (try? encoder.encode(record)).map(Array.init) ?? []
    }
}

extension FeedDocument {
    /// The addresses that it lists, in its order.
    fileprivate var linked: [ListedLink] {
        switch self {
        case .feed(let feed):
            feed.entries.compactMap { entry in
                feed.address(of: entry).map {
                    ListedLink(kind: "article", url: $0, title: entry.title?.plainText, time: entry.time)
                }
            }
        case .sitemap(let sitemap):
            sitemap.pages.map { page in
                let time = page.news?.published?.value ?? page.lastModified?.value
                return ListedLink(kind: "page", url: page.location, title: page.news?.title, time: time)
            }
        case .sitemapIndex(let index):
            index.sitemaps.map { ListedLink(kind: "sitemap", url: $0.location, time: $0.lastModified?.value) }
        case .outlines(let outlines):
            outlines.feeds.compactMap { feed in
                feed.outline.feedURL.map { ListedLink(kind: "feed", url: $0, title: feed.outline.title ?? feed.outline.text) }
            }
        }
    }
}

extension OutlineDocument {
    /// Adds the feeds of a document: those that a list of feeds names, or the feed itself.
    fileprivate mutating func add(_ document: FeedDocument, at path: String) {
        switch document {
        case .outlines(let other): outlines += other.outlines
        case .feed(let feed):
            let title = feed.title?.plainText ?? path
            outlines.append(Outline(text: title, feedURL: path, pageURL: feed.link))
        case .sitemap, .sitemapIndex: break
        }
    }
}
