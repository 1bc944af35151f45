import ArgumentParser
import Foundation
import Reading
import TextCore

/// What every command reads, and what holds for articles that do not say it themselves.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Text files, JSONL or JSON files, folders, quoted patterns (\"news/**/*.txt\"), or - for standard input.",
            valueName: "file"
        ),
        completion: .file()
    )
    var files: [String] = []

    @Option(help: ArgumentHelp("Language of articles that do not say theirs (ISO 639-1: en, fr, …).", valueName: "code"))
    var language: LanguageCode?

    @Option(help: ArgumentHelp("Publication time of articles that do not say theirs (ISO 8601).", valueName: "time"))
    var published: PublicationTimeOption?

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
        let options = ReadingOptions(format: format, language: language?.code, makesIDsUnique: makesIDsUnique)
        let articles = ArticleReader(options).articles(from: files)
        if let place = output.place(among: articles.inputs) { throw Failure.outputIsInput(place) }
        diagnostics.warn(of: articles.inputs)
        for result in articles {
            switch result {
            case .success(var article):
                if article.published == nil, let published {
                    article.published = published.time
                    article.warnings.removeAll { $0 == .noPublicationTime }
                }
                diagnostics.countRead()
                diagnostics.warn(of: article)
                try body(.success(article))
            case .failure(let error):
                diagnostics.unreadable(error)
                try body(result)
            }
        }
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
