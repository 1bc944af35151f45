/// What the command line asks for.
struct Options {
    /// Only rows whose name holds this.
    var filter = ""
    /// Where the JSON rows go besides standard output.
    var output: String?
    /// Runs of each row.
    var runs = 9
    /// Less text and fewer runs: whether it works, and roughly how fast.
    var isQuick = false
    /// The `stemma` to run for whole-process rows.
    var command: String?
    /// A folder of web pages (`.html`, `.htm`, also gzipped) to use instead of invented ones.
    var pages: String?
    /// Texts to use instead of `Examples/`.
    var files: [String] = []

    static let usage = """
        usage: stemma-bench [--filter NAME] [--out FILE] [--runs N] [--quick] [--stemma PATH]
                            [--pages FOLDER] [FILE…]
        Prints one JSON object a row; README.md says what the rows are. FILEs take the place of Examples/.
        """

    /// What is wrong with the arguments, in words.
    struct Misuse: Error {
        let message: String
    }

    init(_ arguments: some Sequence<String>) throws(Misuse) {
        var arguments = Array(arguments)[...]
        while let argument = arguments.popFirst() {
            switch argument {
            case "--quick":
                isQuick = true
                runs = 3
            case "--filter": filter = try Self.value(of: argument, &arguments)
            case "--out": output = try Self.value(of: argument, &arguments)
            case "--pages": pages = try Self.value(of: argument, &arguments)
            case "--stemma": command = try Self.value(of: argument, &arguments)
            case "--runs":
                guard let number = Int(try Self.value(of: argument, &arguments)), (1...10_000).contains(number) else {
                    throw Misuse(message: "--runs takes a number from 1 to 10000")
                }
                runs = number
            case "--help", "-h": throw Misuse(message: "")
            case _ where argument.hasPrefix("-"): throw Misuse(message: "unknown option \(argument)")
            default: files.append(argument)
            }
        }
    }

    private static func value(of option: String, _ arguments: inout ArraySlice<String>) throws(Misuse) -> String {
        guard let value = arguments.popFirst() else { throw Misuse(message: "\(option) needs a value") }
        return value
    }
}
