import Foundation

/// What a run has to say to people, on standard error, and the count that decides its exit code.
final class Diagnostics {
    /// Inputs that could be read.
    private(set) var read = 0
    /// Inputs that could not.
    private(set) var unread = 0
    private let progress = Progress()

    /// Counts an input that could be read.
    func countRead(_ number: Int = 1) {
        read += number
        progress.report(read)
    }

    /// Reports an input that could not be read.
    func unreadable(_ message: String) {
        unread += 1
        say(message)
    }

    /// Reports something that does not stop anything.
    func warn(_ message: String) { say(message) }

    /// How the run ends as far as its inputs go.
    func finish() throws {
        progress.clear()
        guard unread > 0 else { return }
        throw StatusOnly(status: read == 0 ? .nothingRead : .someUnread)
    }

    private func say(_ message: String) {
        progress.clear()
        FileHandle.standardError.write(Data("stemma: \(message)\n".utf8))
    }
}

/// A line on a terminal's standard error for work of more than a second; silent anywhere else.
final class Progress {
    private let isShown = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    private let started = ContinuousClock.now
    private var last = ContinuousClock.now
    private var isOnScreen = false

    /// Says how many articles are done, at most five times a second.
    func report(_ articles: Int) {
        guard isShown else { return }
        let now = ContinuousClock.now
        guard now - started > .seconds(1), now - last > .milliseconds(200) else { return }
        last = now
        isOnScreen = true
        FileHandle.standardError.write(Data("\r\u{1B}[Kstemma: \(articles) articles …".utf8))
    }

    /// Takes the line away.
    func clear() {
        guard isOnScreen else { return }
        isOnScreen = false
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
