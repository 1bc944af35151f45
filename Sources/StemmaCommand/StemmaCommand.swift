import ArgumentParser
import Foundation

/// The root of the command line.
///
/// Every command says its own name: the parser would make one of its type, by looking through all that the program has for how
/// types are printed, which costs every run more than reading its articles.
struct StemmaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stemma",
        abstract: "Compare what news outlets say about one event: who says what, in whose words, and who else has it.",
        discussion: """
            Everything is worked out on this machine; nothing is sent anywhere, and only addresses that you name and models that you ask for are fetched. \
            Data goes to standard output, everything else to standard error.

            EXAMPLES
              stemma compare Examples/*.txt
              stemma compare https://one.example/story https://two.example/story
              stemma compare --format html -o story.html Examples/*.txt
              stemma quotes --speaker Varnach Examples/*.txt
              stemma analyze < archive.jsonl > analyses.jsonl

            \(ExitStatus.help)
            """,
        version: "0.1.0",
        subcommands: [Compare.self, Read.self, Quotes.self, Links.self, Analyze.self, ModelsCommand.self]
    )
}

/// Runs a command and maps how it ends to a message and an exit code.
@main
enum Main {
    static func main() {
        // A closed pipe is an error of write(), not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        let ending: Ending
        do {
            var command = try StemmaCommand.parseAsRoot()
            try command.run()
            ending = Ending(.ok)
        } catch {
            ending = Ending(error, in: StemmaCommand.self)
        }
        if let message = ending.message, !message.isEmpty {
            let stream = ending.isData ? FileHandle.standardOutput : .standardError
            try? stream.write(contentsOf: Data((message + "\n").utf8))
        }
        // Not exit(): a stream that ends early leaves threads at work, and the libraries that they are in would be taken down
        // under them.
        fflush(nil)
        _exit(ending.status.rawValue)
    }
}
