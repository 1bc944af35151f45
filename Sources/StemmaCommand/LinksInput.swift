import ArgumentParser
import Collation
import Foundation
import Reading
import Stemma

/// `--links`: the file in which a person confirms and rejects links.
struct LinksOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Obey the links that a person confirmed or rejected: JSON, schema stemma.links/1.",
            valueName: "file"
        ),
        completion: .file()
    )
    var links: String?

    /// A file of links is no larger than this.
    private static let largest = 64 << 20

    /// The file that the option names, read before anything else, so that a wrong one fails now.
    func read(writingTo output: String?) throws -> LinksInput? {
        guard let path = links else { return nil }
        if let output, Self.identity(path) != nil, Self.identity(path) == Self.identity(output) {
            throw Failure.outputIsInput(path)
        }
        do {
            let handle = try FileHandle(forReadingFrom: URL(filePath: path))
            defer { try? handle.close() }
            let data = try handle.read(upToCount: Self.largest + 1) ?? Data()
            guard data.count <= Self.largest else { throw Failure.links("\(path): larger than 64 MiB; split it") }
            return LinksInput(path: path, file: try LinksFile(Array(data)))
        } catch let fault as LinksFile.Fault {
            throw Failure.links("\(path): \(fault.message)")
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure.links("\(path): cannot be read; check the path and its permissions")
        }
    }

    private struct FileIdentity: Equatable {
        let device: dev_t
        let inode: ino_t
    }

    private static func identity(_ path: String) -> FileIdentity? {
        var status = stat()
        return stat(path, &status) == 0 ? FileIdentity(device: status.st_dev, inode: status.st_ino) : nil
    }
}

/// A file of links, and what is to be said of it.
struct LinksInput {
    let path: String
    let file: LinksFile

    /// Beyond this many, entries that cannot be obeyed are counted only.
    private static let mostMessages = 20

    /// Compares articles with the links in them; says which entries could not be obeyed, and counts those that are at fault.
    func collate(_ articles: [Article], with pipeline: Pipeline, _ diagnostics: Diagnostics) -> Collation {
        let resolved = file.resolved(in: articles)
        let collation = pipeline.collate(articles, links: resolved.links)
        let issues = (file.issues + resolved.issues).sorted { $0.entry < $1.entry }
        for issue in issues.prefix(Self.mostMessages) { diagnostics.unusable("\(path): entry \(issue.entry): \(issue.message)") }
        if issues.count > Self.mostMessages {
            diagnostics.unusable("\(path): \(issues.count - Self.mostMessages) more entries cannot be obeyed")
        }
        let disobeyed = collation.links.filter { $0.outcome != .obeyed }
        for finding in disobeyed.prefix(Self.mostMessages) {
            diagnostics.warn("\(path): entry \(finding.link.entry): \(finding.outcome.words)")
        }
        if disobeyed.count > Self.mostMessages {
            diagnostics.warn("\(path): \(disobeyed.count - Self.mostMessages) more entries are not obeyed")
        }
        if resolved.elsewhere > 0 {
            let words = resolved.elsewhere == 1 ? "1 entry is" : "\(resolved.elsewhere) entries are"
            diagnostics.warn("\(path): \(words) about articles that are not compared here")
        }
        return collation
    }
}

extension LinkFinding.Outcome {
    /// Why a link was not obeyed.
    fileprivate var words: String {
        switch self {
        case .obeyed: "obeyed"
        case .overruled: "a later entry says otherwise, and counts"
        case .notCompared:
            "a passage stands where nothing is compared (a caption, a byline, another part that is no running text)"
        case .tooClose: "its passages are parts of one clause, or, to be confirmed, of one article"
        }
    }
}
