import Foundation
import Presentation
import Reading

/// What a run has to say to people, on standard error, and the count that decides its exit code.
final class Diagnostics {
    /// Inputs that could be read.
    private(set) var read = 0
    /// Inputs that could not.
    private(set) var unread = 0
    private let progress = Progress()

    /// Counts an input that could be read.
    func countRead() {
        read += 1
        progress.report(read)
    }

    /// Reports an input that could not be read, and counts it.
    func unreadable(_ error: ReadingError) {
        if case .noticed(let what) = error.kind { return warn("\(error.place): warning: \(what)") }
        unread += 1
        let message = if case .system(let code) = error.kind { describe(code) } else { error.message }
        warn("\(error.place): \(message)\(error.advice.map { "; " + $0 } ?? "")")
    }

    /// Reports a part of an input that could not be used, and counts it.
    func unusable(_ message: String) {
        unread += 1
        warn(message)
    }

    /// Reports what was noticed in an article that could be read, where it may change what is found.
    func warn(of article: Article) {
        let notable = article.warnings.filter(\.isNotable)
        guard !notable.isEmpty else { return }
        warn("\(article.origin.place): warning: \(notable.map(\.words).joined(separator: "; "))")
    }

    /// Reports what was named and is not read: other files in folders, and what was named before.
    func warn(of inputs: Inputs) {
        let count = inputs.skipped.count
        if let first = inputs.skipped.first {
            warn(
                """
                \(count) file\(count == 1 ? "" : "s") in folders left out, not named .txt, .text, .jsonl or .ndjson \
                (\(first)\(count > 1 ? ", …" : "")); name a file itself to have it read
                """
            )
        }
        for repeated in inputs.repeated.prefix(Self.mostRepeated) { warn(repeated.words) }
        let rest = inputs.repeated.count - Self.mostRepeated
        if rest > 0 { warn("\(rest) more input\(rest == 1 ? "" : "s") named before; each is read once") }
    }

    /// Beyond this many, inputs that were named before are counted only.
    private static let mostRepeated = 10

    /// Reports something that does not stop anything.
    func warn(_ message: String) {
        progress.clear()
        FileHandle.standardError.write(Data("stemma: \(message)\n".utf8))
    }

    /// Counts an article, or reports why there is none.
    func note(_ result: Result<Article, ReadingError>) {
        switch result {
        case .success(let article):
            countRead()
            warn(of: article)
        case .failure(let error): unreadable(error)
        }
    }

    /// How the run ends as far as its inputs go.
    func finish() throws {
        progress.clear()
        guard unread > 0 else { return }
        throw StatusOnly(status: read == 0 ? .nothingRead : .someUnread)
    }
}

extension ReadingWarning {
    /// Whether the bytes were not what they should be. What an article merely lacks is part of the output, not a warning.
    fileprivate var isNotable: Bool {
        switch self {
        case .decoded, .replacedInvalidBytes, .droppedNULs, .unreadablePublicationTime, .paywalled, .noArticle, .cutOff,
            .readInPart, .digestDiffers, .bodyFromLinkedData, .withdrawn:
            true
        case .noHeadline, .noPublicationTime, .noBody, .inferredYear: false
        }
    }
}

extension RepeatedInput {
    /// That it is not read again, and why.
    fileprivate var words: String {
        let (path, first) = (Origin(path: path).place, Origin(path: first).place)
        return switch evidence {
        case .name: "\(path): named twice; it is read once"
        case .file: "\(path): the same file as \(first); it is read once"
        case .bytes: "\(path): the same bytes as \(first); they are read once"
        }
    }
}

extension ReadingError {
    /// What the user can do about it.
    fileprivate var advice: String? {
        switch kind {
        case .noticed: nil
        case .notFound: "check the spelling"
        case .brokenLink: "mend the link"
        case .nothingMatches: "quote the pattern and check it with ls"
        case .permissionDenied: "change its permissions or copy it"
        case .emptyFolder: "name the files themselves"
        case .notAFile: "copy it to a file first"
        case .emptyFile: "copy the article's text into it"
        case .noRecords: "put the records into it"
        case .binaryFile: "save the article as a web page or as plain text"
        case .webAddress: "save the page first"
        case .notFetched: nil
        case .archive: "get it again from where it came"
        case .feed: "check that it is a feed, a page or a text"
        case .listOfAddresses: nil
        case .tooLarge: "split it into one article each"
        case .invalidJSON, .notAnObject:
            origin.record == nil && path.suffix(5).lowercased() != ".json" ? "write one JSON object a line" : "correct the record"
        case .missingText, .wrongType, .invalidValue: "correct the record"
        case .system: nil
        }
    }
}
