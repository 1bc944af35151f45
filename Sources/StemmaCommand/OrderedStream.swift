import Foundation

/// Works on a stream of items on several threads and delivers the results in the order of the items.
///
/// At most four items a thread are in memory; ``submit(_:)`` waits while there are that many. A result is delivered as soon
/// as those before it are, so a slow stream is not held up.
final class OrderedStream<Item: Sendable, Value: Sendable>: @unchecked Sendable {
    // Everything below is used with `condition` locked only, but for `work`, which does not change.
    private let condition = NSCondition()
    private let work: @Sendable (Item) -> Value
    /// Called by one thread at a time.
    private let deliver: (Value) throws -> Void
    /// Called when results have been delivered and others may take a while.
    private let flush: () throws -> Void
    private let capacity: Int
    private var waiting: [(number: Int, item: Item)] = []
    private var done: [Int: Value] = [:]
    private var submitted = 0
    private var written = 0
    private var isClosed = false
    private var failure: (any Error)?

    /// Starts `jobs` threads.
    init(
        jobs: Int,
        work: @escaping @Sendable (Item) -> Value,
        deliver: @escaping (Value) throws -> Void,
        flush: @escaping () throws -> Void
    ) {
        self.work = work
        self.deliver = deliver
        self.flush = flush
        capacity = 4 * jobs
        for _ in 0..<jobs {
            let thread = Thread { self.run() }
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    /// Hands over the next item.
    /// - Throws: what went wrong with delivering since.
    func submit(_ item: Item) throws {
        condition.lock()
        defer { condition.unlock() }
        while submitted - written >= capacity, failure == nil { condition.wait() }
        if let failure { throw failure }
        waiting.append((submitted, item))
        submitted += 1
        condition.broadcast()
    }

    /// Waits until everything is delivered.
    func finish() throws {
        condition.lock()
        defer { condition.unlock() }
        while written < submitted, failure == nil { condition.wait() }
        isClosed = true
        condition.broadcast()
        if let failure { throw failure }
    }

    /// Lets go of what is not delivered yet.
    func cancel() {
        condition.lock()
        defer { condition.unlock() }
        isClosed = true
        waiting = []
        condition.broadcast()
    }

    private func run() {
        condition.lock()
        defer { condition.unlock() }
        while true {
            while waiting.isEmpty, !isClosed { condition.wait() }
            guard !waiting.isEmpty else { return }
            let (number, item) = waiting.removeFirst()
            condition.unlock()
            let result = work(item)
            condition.lock()
            done[number] = result
            drain()
            condition.broadcast()
        }
    }

    /// Delivers all results whose turn it is.
    private func drain() {
        guard failure == nil else { return }
        do {
            var hasWritten = false
            while let result = done.removeValue(forKey: written) {
                try deliver(result)
                written += 1
                hasWritten = true
            }
            if hasWritten { try flush() }
        } catch {
            failure = error
            isClosed = true
            waiting = []
        }
    }
}
