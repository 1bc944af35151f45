import ArgumentParser

/// The formats in which a command prints its findings; each command has a list of its own.
protocol ReportFormat: RawRepresentable<String>, ExpressibleByArgument, CaseIterable, Sendable {
    /// What `--json` is short for.
    static var json: Self { get }
    /// What people get who ask for none.
    static var terminal: Self { get }
    /// What `--help` says of `--format`.
    static var formatHelp: String { get }
}

/// A format of findings that may be printed in brief or whole.
protocol DetailedFormat: ReportFormat {
    /// What `--help` says of `--all`.
    static var allHelp: String { get }
}

/// `--format` and its short form `--json`.
struct FormatOptions<Format: ReportFormat>: ParsableArguments {
    @Option(name: .shortAndLong, help: ArgumentHelp("\(Format.formatHelp) (default: terminal).", valueName: "format"))
    var format: Format?

    @Flag(help: "Short for --format json.")
    var json = false

    /// The format that `--format` and `--json` ask for together.
    var chosen: Format { json ? .json : format ?? .terminal }

    func validate() throws {
        if json, let format, format.rawValue != Format.json.rawValue {
            throw ValidationError("--json and --format \(format.rawValue) contradict each other; give one of them")
        }
    }
}

/// How much of everything is printed.
struct DetailOptions<Format: DetailedFormat>: ParsableArguments {
    @Flag(help: ArgumentHelp(stringLiteral: Format.allHelp))
    var all = false
}
