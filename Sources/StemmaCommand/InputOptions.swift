import ArgumentParser
import Foundation
import Reading
import TextCore

/// What every command reads, and what holds for articles that do not say it themselves.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            """
            Web pages, texts, feeds, WARC files, JSONL or JSON files, addresses (https://…), folders, quoted patterns \
            ("news/**/*.html"), or - for standard input.
            """,
            valueName: "file"
        ),
        completion: .file()
    )
    var files: [String] = []

    @Option(help: ArgumentHelp("Language of articles that do not say theirs (ISO 639-1: en, fr, …).", valueName: "code"))
    var language: LanguageCode?

    @Option(help: ArgumentHelp("Publication time of articles that do not say theirs (ISO 8601).", valueName: "time"))
    var published: PublicationTimeOption?

    @Flag(help: "Fetch from private addresses, too: this machine, the local network.")
    var allowPrivate = false

    @Flag(help: "Fetch what a site's robots.txt asks programs not to fetch.")
    var ignoreRobots = false

    /// Reads every article in turn. Those that cannot be read are reported and counted; the others go on.
    func forEach(_ diagnostics: Diagnostics, writingTo output: Output, _ body: (Article) throws -> Void) throws {
        try forEachResult(diagnostics, writingTo: output, format: .automatic, makesIDsUnique: true) { result in
            if case .success(let article) = result { try body(article) }
        }
    }

    /// The same for commands whose output has a place for what could not be read.
    func forEachResult(
        _ diagnostics: Diagnostics,
        writingTo output: Output,
        format: ReadingOptions.Format,
        makesIDsUnique: Bool,
        _ body: (Result<Article, ReadingError>) throws -> Void
    ) throws {
        try forEachUnread(diagnostics, writingTo: output, format: format, makesIDsUnique: makesIDsUnique) { unread in
            let result = complete(unread.read())
            diagnostics.note(result)
            try body(result)
        }
    }

    /// Finds every article in turn, and leaves it to the body to read them, on other threads maybe.
    func forEachUnread(
        _ diagnostics: Diagnostics,
        writingTo output: Output,
        format: ReadingOptions.Format,
        makesIDsUnique: Bool,
        _ body: (UnreadArticle) throws -> Void
    ) throws {
        let inputs = InputCollector().collect(files)
        let web = webSource(of: inputs.sources.compactMap { try? $0.get() })
        defer { web?.cancel() }
        var options = ReadingOptions(format: format, language: language?.code, makesIDsUnique: makesIDsUnique)
        if let web { options.fetch = { web.document(at: $0) } }
        let articles = ArticleReader(options).articles(from: inputs)
        if let place = output.place(among: articles.inputs) { throw Failure.outputIsInput(place) }
        diagnostics.warn(of: articles.inputs)
        var iterator = articles.makeIterator()
        while let unread = iterator.nextUnread() { try body(unread) }
    }

    /// What fetches the addresses among some arguments; nil where there are none.
    func webSource(of arguments: [String]) -> WebSource? {
        let addresses = arguments.filter(WebDocument.isAddress)
        return addresses.isEmpty ? nil : WebSource(addresses, allowsPrivate: allowPrivate, respectsRobots: !ignoreRobots)
    }

    /// The article with the publication time that the user gave, where it has none, or with its year, where it leaves that out.
    func complete(_ result: Result<Article, ReadingError>) -> Result<Article, ReadingError> {
        guard case .success(var article) = result, let published else { return result }
        article.complete(publishedAbout: published.time)
        return .success(article)
    }
}

/// A language as its ISO 639 code of two or three letters; anything after them (`en-GB`) is left out.
struct LanguageCode: ExpressibleByArgument {
    let code: String

    init?(argument: String) {
        let letters = argument.utf8.prefix { ($0 | 0x20) &- UInt8(ascii: "a") < 26 }
        guard (2...3).contains(letters.count) else { return nil }
        let rest = argument.utf8.dropFirst(letters.count).first
        guard rest == nil || rest == UInt8(ascii: "-") || rest == UInt8(ascii: "_") else { return nil }
        code = CaseFolding.fold(String(decoding: letters, as: UTF8.self))
        guard Locale.LanguageCode(code).isISOLanguage else { return nil }
    }
}

/// `2021-10-18`, `2021-10-18T14:05`, `2021-10-18 14:05:30+03:00`, `…Z`.
struct PublicationTimeOption: ExpressibleByArgument {
    let time: CivilTime

    init?(argument: String) {
        var rest = argument.utf8[...]
        func number(_ digits: Int, in range: ClosedRange<Int>, after separators: String = "") -> Int? {
            var trial = rest
            if !separators.isEmpty {
                guard let first = trial.popFirst(), separators.utf8.contains(first) else { return nil }
            }
            let text = trial.prefix(digits)
            guard text.count == digits, text.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else { return nil }
            guard let value = Int(String(decoding: text, as: UTF8.self)), range.contains(value) else { return nil }
            rest = trial.dropFirst(digits)
            return value
        }
        guard let year = number(4, in: 1...9999), let month = number(2, in: 1...12, after: "-"),
            let day = number(2, in: 1...31, after: "-")
        else { return nil }
        var time = CivilTime(year: year, month: month, day: day)
        // The 31st of a month of 30 days would come back as another date.
        guard let dayNumber = time.dayNumber, CivilTime(dayNumber: dayNumber) == time else { return nil }
        if let hour = number(2, in: 0...23, after: "T ") {
            guard let minute = number(2, in: 0...59, after: ":") else { return nil }
            time.hour = hour
            time.minute = minute
            time.second = number(2, in: 0...60, after: ":")
            if rest.first == UInt8(ascii: "Z") {
                time.offset = 0
                rest = rest.dropFirst()
            } else if let sign = rest.first, let hours = number(2, in: 0...14, after: "+-") {
                let minutes = number(2, in: 0...59, after: ":") ?? 0
                time.offset = (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
            }
        }
        guard rest.isEmpty else { return nil }
        self.time = time
    }
}

extension InputOptions {
    /// Ends with a usage message when nothing was named.
    func requireFiles() throws {
        if files.isEmpty { throw ValidationError("name at least one file, folder or pattern, or - for standard input") }
    }
}
