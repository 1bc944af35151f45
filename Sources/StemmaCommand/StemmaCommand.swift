import ArgumentParser

/// The root of the command line.
@main
struct StemmaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stemma",
        abstract: "Compares what news outlets say about one event.",
        version: "0.1.0",
        subcommands: [Compare.self]
    )
}
