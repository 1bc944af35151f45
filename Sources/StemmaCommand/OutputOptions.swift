import ArgumentParser
import Foundation
import Presentation

/// Where the data goes.
struct OutputFile: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write to this file, whole or not at all, instead of standard output.", valueName: "file"),
        completion: .file()
    )
    var output: String?
}

/// Where the data goes and how it looks there.
struct OutputOptions: ParsableArguments {
    @OptionGroup var file: OutputFile

    @Option(help: ArgumentHelp("Colour on a terminal. NO_COLOR in the environment means never.", valueName: "when"))
    var color: ColorChoice = .auto

    @Option(help: ArgumentHelp("Columns of the text (default: those of the terminal, else 80).", valueName: "columns"))
    var width: Int?

    func validate() throws {
        if let width, !(40...1000).contains(width) {
            throw ValidationError("--width must be from 40 to 1000")
        }
    }

    /// How things are laid out there.
    func layout(on output: Output, showsAll: Bool) -> RenderOptions {
        RenderOptions(width: columns(on: output), usesColor: usesColor(on: output), showsAll: showsAll)
    }

    /// Whether colour is wanted there.
    private func usesColor(on output: Output) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        switch color {
        case .always: return true
        case .never: return false
        case .auto:
            // https://no-color.org: set and not empty.
            guard environment["NO_COLOR", default: ""].isEmpty, environment["TERM"] != "dumb" else { return false }
            return output.isTerminal
        }
    }

    /// How many columns there are.
    private func columns(on output: Output) -> Int {
        if let width { return width }
        var size = winsize()
        if output.isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return min(max(Int(size.ws_col), 40), 1000)
        }
        if let text = ProcessInfo.processInfo.environment["COLUMNS"], let columns = Int(text), (40...1000).contains(columns) {
            return columns
        }
        return 80
    }
}

/// When colour is used.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}
