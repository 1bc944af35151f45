import Foundation

/// Works on a stream of items on several threads and writes the results, a line each, in the order of the items.
///
/// At most four items a thread are in memory; ``submit(_:)`` waits while there are that many. A result is written as soon
/// as those before it are, so a slow stream is not held up.
final class OrderedStream<Item: Sendable>: @unchecked Sendable {
    // Everything below is used with `condition` locked only, but for `work`, which does not change.
    private let condition = NSCondition()
    private let output: Output
    private let work: @Sendable (Item) -> [UInt8]
    private let capacity: Int
    private var waiting: [(number: Int, item: Item)] = []
    private var done: [Int: [UInt8]] = [:]
    private var submitted = 0
    private var written = 0
    private var isClosed = false
    private var failure: (any Error)?

    /// Starts `jobs` threads.
    init(output: Output, jobs: Int, work: @escaping @Sendable (Item) -> [UInt8]) {
        self.output = output
        self.work = work
        capacity = 4 * jobs
        for _ in 0..<jobs {
            let thread = Thread { self.run() }
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    /// Hands over the next item.
    /// - Throws: what went wrong with writing since.
    func submit(_ item: Item) throws {
        condition.lock()
        defer { condition.unlock() }
        while submitted - written >= capacity, failure == nil { condition.wait() }
        if let failure { throw failure }
        waiting.append((submitted, item))
        submitted += 1
        condition.broadcast()
    }

    /// Waits until everything is written.
    func finish() throws {
        condition.lock()
        defer { condition.unlock() }
        while written < submitted, failure == nil { condition.wait() }
        isClosed = true
        condition.broadcast()
        if let failure {
            output.discard()
            throw failure
        }
        try output.finish()
    }

    /// Lets go of what is not written yet.
    func cancel() {
        condition.lock()
        defer { condition.unlock() }
        isClosed = true
        waiting = []
        output.discard()
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

    /// Writes all results whose turn it is.
    private func drain() {
        guard failure == nil else { return }
        do {
            var hasWritten = false
            while let result = done.removeValue(forKey: written) {
                try output.write(utf8: result)
                try output.write("\n")
                written += 1
                hasWritten = true
            }
            if hasWritten { try output.flush() }
        } catch {
            failure = error
            isClosed = true
            waiting = []
        }
    }
}
