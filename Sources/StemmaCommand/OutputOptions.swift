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

    @Option(
        help: ArgumentHelp(
            "Colour. auto: on a terminal, unless NO_COLOR is set; always: even then, and in files.",
            valueName: "when"
        )
    )
    var color: ColorChoice = .auto

    @Option(help: ArgumentHelp("Columns of the text (default: those of the terminal, else 80).", valueName: "columns"))
    var width: Int?

    /// Columns in which text can be laid out.
    private static let widths = 20...1000

    func validate() throws {
        if let width, !Self.widths.contains(width) {
            throw ValidationError("--width must be from \(Self.widths.lowerBound) to \(Self.widths.upperBound)")
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
        // What is said on the command line counts more than what the environment wishes: https://no-color.org.
        case .always: return true
        case .never: return false
        case .auto:
            // Set and not empty.
            guard environment["NO_COLOR", default: ""].isEmpty, environment["TERM"] != "dumb" else { return false }
            return output.isTerminal
        }
    }

    /// How many columns there are.
    private func columns(on output: Output) -> Int {
        if let width { return width }
        var size = winsize()
        if output.isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return min(max(Int(size.ws_col), Self.widths.lowerBound), Self.widths.upperBound)
        }
        if let text = ProcessInfo.processInfo.environment["COLUMNS"], let columns = Int(text), Self.widths.contains(columns) {
            return columns
        }
        return 80
    }
}

/// When colour is used.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}
