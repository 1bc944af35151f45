internal import FoundationEssentials

/// The files that a command line names, in its order.
public struct Inputs: Sendable {
    /// Each file to read (`-` for standard input), or why an argument names none.
    public var sources: [Result<String, ReadingError>] = []
    /// Files in named folders that are not read, because their names do not say that they hold articles.
    public var skipped: [String] = []
    /// Sources that were named before, and are read once.
    public var repeated: [RepeatedInput] = []
    /// The regular files among the sources.
    var identities: Set<FileIdentity> = []

    /// No inputs.
    public init() {}

    /// Whether a path leads to a file that is read.
    public func hold(fileAt path: String) -> Bool {
        (try? PathStatus(of: path)).map { identities.contains($0.identity) } ?? false
    }

    /// Whether an open file is one that is read.
    public func hold(descriptor: Int32) -> Bool {
        PathStatus(ofDescriptor: descriptor).map { $0.kind == .file && identities.contains($0.identity) } ?? false
    }
}

/// Turns arguments into files: files as they are, `-` as standard input, folders with all that lies below them, sorted,
/// and patterns (`*`, `?`, `**`).
public struct InputCollector: Sendable {
    /// Endings of files that are read when a folder is given.
    static let articleEndings: [String] = [
        ".txt", ".text", ".jsonl", ".ndjson", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".warc", ".warc.gz", ".arc", ".arc.gz",
        ".html.gz", ".htm.gz", ".jsonl.gz", ".ndjson.gz", ".txt.gz", ".rss", ".atom",
    ]
    /// Folders nested deeper than this are left out, so that a loop of mounts ends.
    static let maximumDepth = 64

    /// Makes a collector.
    public init() {}

    /// The files that `arguments` name, each once. A path that exists is never taken for a pattern.
    /// - Complexity: O(*n* log *n*) in the entries of the folders that are looked through.
    public func collect(_ arguments: [String]) -> Inputs {
        var inputs = Inputs()
        for argument in arguments {
            if argument == "-" {
                inputs.sources.append(.success(argument))
                continue
            }
            do throws(ReadingError) {
                try add(argument, PathStatus(of: argument).kind, to: &inputs)
            } catch {
                if error.kind == .notFound, WebDocument.isAddress(argument) {
                    inputs.sources.append(.success(argument))
                    continue
                }
                guard error.kind == .notFound, let pattern = PathPattern(argument) else {
                    inputs.sources.append(.failure(error))
                    continue
                }
                let paths = expand(pattern)
                if paths.isEmpty { inputs.sources.append(.failure(ReadingError(path: argument, kind: .nothingMatches))) }
                for path in paths {
                    do throws(ReadingError) {
                        try add(path, PathStatus(of: path).kind, to: &inputs)
                    } catch {
                        inputs.sources.append(.failure(error))
                    }
                }
            }
        }
        inputs.dropRepeated()
        return inputs
    }

    private func add(_ path: String, _ kind: PathStatus.Kind, to inputs: inout Inputs) throws(ReadingError) {
        switch kind {
        case .file, .pipe: inputs.sources.append(.success(path))
        case .other: throw ReadingError(path: path, kind: .notAFile)
        case .folder:
            let before = inputs.sources.count
            try addFolder(path, to: &inputs)
            if inputs.sources.count == before { throw ReadingError(path: path, kind: .emptyFolder) }
        }
    }

    /// Adds what lies below a folder. Links to folders inside it are not followed: they could lead back.
    private func addFolder(_ root: String, to inputs: inout Inputs) throws(ReadingError) {
        var pending = [(path: root, depth: 0)]
        while let (folder, depth) = pending.popLast() {
            let names: [String]
            do throws(ReadingError) {
                names = try Self.names(in: folder)
            } catch {
                if depth == 0 { throw error }
                inputs.sources.append(.failure(error))
                continue
            }
            var folders: [(path: String, depth: Int)] = []
            for name in names where !name.hasPrefix(".") {
                let path = Self.join(folder, name)
                switch try? PathStatus(of: path).kind {
                case .folder:
                    if depth < Self.maximumDepth, !Self.isLink(path) { folders.append((path, depth + 1)) }
                case .file:
                    if Self.holdsArticles(name) {
                        inputs.sources.append(.success(path))
                    } else {
                        inputs.skipped.append(path)
                    }
                default: inputs.skipped.append(path)
                }
            }
            pending.append(contentsOf: folders.reversed())
        }
    }

    /// The paths that a pattern matches, sorted.
    private func expand(_ pattern: PathPattern) -> [String] {
        var paths: Set<String> = [pattern.isAbsolute ? "/" : ""]
        for (index, component) in pattern.components.enumerated() {
            var next: Set<String> = []
            for path in paths {
                if PathPattern.isAnyDepth(component) {
                    let below = Self.foldersBelow(path)
                    if index == pattern.components.count - 1 {
                        for folder in below {
                            for name in (try? Self.names(in: folder)) ?? [] where Self.holdsArticles(name) {
                                next.insert(Self.join(folder, name))
                            }
                        }
                    } else {
                        next.formUnion(below)
                    }
                } else if PathPattern.hasWildcard(component) {
                    for name in (try? Self.names(in: path)) ?? [] where PathPattern.matches(Array(name.utf8), component) {
                        next.insert(Self.join(path, name))
                    }
                } else {
                    next.insert(Self.join(path, String(decoding: component, as: UTF8.self)))
                }
            }
            paths = next
        }
        return paths.filter { Self.lies(at: $0) }.sorted()
    }

    /// Whether a name is taken, be it by a link to nothing: that one is told of by name.
    private static func lies(at path: String) -> Bool {
        do throws(ReadingError) {
            _ = try PathStatus(of: path)
            return true
        } catch {
            return error.kind == .brokenLink
        }
    }

    private static func foldersBelow(_ root: String) -> [String] {
        var found: [String] = []
        var pending = [(path: root, depth: 0)]
        while let (folder, depth) = pending.popLast() {
            found.append(folder)
            guard depth < maximumDepth else { continue }
            for name in (try? names(in: folder)) ?? [] where !name.hasPrefix(".") {
                let path = join(folder, name)
                if case .folder? = try? PathStatus(of: path).kind, !isLink(path) { pending.append((path, depth + 1)) }
            }
        }
        return found
    }

    /// Whether a file name says that the file holds articles.
    static func holdsArticles(_ name: String) -> Bool {
        let bytes = name.utf8
        return !name.hasPrefix(".")
            && articleEndings.contains { ending in
                bytes.count > ending.utf8.count
                    && zip(bytes.suffix(ending.utf8.count), ending.utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
            }
    }

    private static func names(in folder: String) throws(ReadingError) -> [String] {
        let path = folder.isEmpty ? "." : folder
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        } catch {
            throw ReadingError(path: path, kind: .permissionDenied)
        }
    }

    private static func isLink(_ path: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    }

    private static func join(_ folder: String, _ name: String) -> String {
        folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}
