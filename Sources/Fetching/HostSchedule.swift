internal import Foundation

/// Keeps the requests of all threads to one host one after the other, with a pause between documents.
final class HostSchedule: @unchecked Sendable {
    // `hosts` and `isClosed` are used with `condition` locked only.
    private let condition = NSCondition()
    private var hosts: [String: Host] = [:]
    private var isClosed = false

    private struct Host {
        var isBusy = false
        var lastDocument: ContinuousClock.Instant?
    }

    /// Waits for the host, sends, and lets the next one go.
    /// - Parameter pause: The least time since the last document; nil for what is no document of its own: robots.txt, and the
    ///   address that a redirect leads to.
    func turn<Value>(at host: String, pause: Duration?, _ body: () throws(FetchError.Kind) -> Value) throws(FetchError.Kind)
        -> Value
    {
        try wait(for: host, pause: pause)
        defer { leave(host, isDocument: pause != nil) }
        return try body()
    }

    /// Ends all waiting: those who wait throw `cancelled`.
    func close() {
        condition.lock()
        defer { condition.unlock() }
        isClosed = true
        condition.broadcast()
    }

    /// Waits for nothing but time; ends early when the schedule is closed.
    func sleep(_ duration: Duration) throws(FetchError.Kind) {
        condition.lock()
        defer { condition.unlock() }
        let end = ContinuousClock.now + duration
        while !isClosed, ContinuousClock.now < end { _ = condition.wait(until: Self.date(end)) }
        if isClosed { throw .cancelled }
    }

    private func wait(for host: String, pause: Duration?) throws(FetchError.Kind) {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if isClosed { throw .cancelled }
            let state = hosts[host, default: Host()]
            if state.isBusy {
                condition.wait()
            } else if let pause, let last = state.lastDocument, ContinuousClock.now < last + pause {
                _ = condition.wait(until: Self.date(last + pause))
            } else {
                hosts[host, default: Host()].isBusy = true
                return
            }
        }
    }

    private func leave(_ host: String, isDocument: Bool) {
        condition.lock()
        defer { condition.unlock() }
        hosts[host]?.isBusy = false
        if isDocument { hosts[host]?.lastDocument = .now }
        condition.broadcast()
    }

    private static func date(_ instant: ContinuousClock.Instant) -> Date {
        Date(timeIntervalSinceNow: Double(ContinuousClock.now.duration(to: instant).milliseconds) / 1000)
    }
}
