import ArgumentParser
import Foundation

/// What ends a run early. Inputs that cannot be read do not: ``Diagnostics`` counts them and the run goes on.
enum Failure: Error {
    /// The output file or standard output cannot be written.
    case cannotWrite(path: String, code: Int32)
    /// The output is one of the inputs.
    case outputIsInput(String)
    /// A file of outlet profiles that cannot be read.
    case profiles(String)
    /// A file of a person's links that cannot be used: what is wrong with it.
    case links(String)
    /// A place of models that cannot be used as it was given: what is wrong with it.
    case models(String)
    /// Whoever read our standard output has closed it.
    case readerGone
}

/// How a run ends: the one place where errors become a message and an exit code.
struct Ending {
    let message: String?
    /// Help and version are data: they go to standard output.
    var isData = false
    let status: ExitStatus

    init(_ status: ExitStatus) {
        message = nil
        self.status = status
    }

    init(_ error: any Error, in root: any ParsableCommand.Type) {
        switch error {
        case Failure.readerGone:
            message = nil
            status = .ok
        case Failure.cannotWrite(let path, let code):
            message = "stemma: \(path): cannot write: \(describe(code)); check the path, its permissions and free space"
            status = .failed
        case Failure.outputIsInput(let path):
            message = "stemma: \(path): an input, too; write to another file"
            status = .usage
        case Failure.profiles(let path):
            message = "stemma: \(path): no file of outlet profiles; make one with stemma read --learn"
            status = .usage
        case Failure.models(let message), Failure.links(let message):
            self.message = "stemma: \(message)"
            status = .usage
        case let ending as StatusOnly:
            message = nil
            status = ending.status
        default:
            let code = root.exitCode(for: error)
            message = root.fullMessage(for: error).replacingErrorPrefix
            isData = code.isSuccess
            status = code.isSuccess ? .ok : code == .validationFailure ? .usage : .failed
        }
    }
}

/// Ends a run whose messages have all been given.
struct StatusOnly: Error {
    let status: ExitStatus
}

/// The system's words for an `errno`, in lower case as they stand in the middle of a message.
func describe(_ code: Int32) -> String {
    let text = String(cString: strerror(code))
    guard let first = text.first, text.dropFirst().first?.isUppercase != true else { return text }
    return first.lowercased() + text.dropFirst()
}

extension String {
    /// The argument parser's `Error: …` in the form of all our messages.
    fileprivate var replacingErrorPrefix: String {
        hasPrefix("Error: ") ? "stemma: " + dropFirst("Error: ".count) : self
    }
}
