import Foundation

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
