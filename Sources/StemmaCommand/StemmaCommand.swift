import ArgumentParser
import Foundation

/// The root of the command line.
struct StemmaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stemma",
        abstract: "Compares what news outlets say about one event.",
        version: "0.1.0",
        subcommands: [Compare.self, Read.self, Quotes.self, Analyze.self]
    )
}

/// Runs a command and maps how it ends to a message and an exit code.
@main
enum Main {
    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        let ending: Ending
        do {
            var command = try StemmaCommand.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            ending = Ending(.ok)
        } catch {
            ending = Ending(error, in: StemmaCommand.self)
        }
        if let message = ending.message, !message.isEmpty {
            let stream = ending.isData ? FileHandle.standardOutput : .standardError
            try? stream.write(contentsOf: Data((message + "\n").utf8))
        }
        exit(ending.status.rawValue)
    }
}
