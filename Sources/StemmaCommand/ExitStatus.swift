/// The exit codes of every command, as `--help` and docs/cli.md list them.
enum ExitStatus: Int32 {
    /// Everything was read and written.
    case ok = 0
    /// Some inputs could not be read; the rest was processed.
    case someUnread = 1
    /// The command line is wrong.
    case usage = 2
    /// No input could be read.
    case nothingRead = 3
    /// The output could not be written, or Stemma itself failed.
    case failed = 4

    /// For the end of each command's help.
    static let help = """
        Exit codes: 0 done; 1 some inputs could not be read, the rest was processed; 2 the command line is wrong; \
        3 no input could be read; 4 the output could not be written, or Stemma itself failed. A reader that closes \
        the pipe early is no error.
        """
}
