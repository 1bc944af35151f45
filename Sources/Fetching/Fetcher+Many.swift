internal import Foundation

extension Fetcher {
    /// Fetches several addresses on up to `jobs` threads, and hands over what came of each in the order of the addresses.
    ///
    /// At most twice as many answers as threads are in memory. Addresses of one host still wait for one another.
    /// - Throws: What `body` throws; the fetches that have not begun by then are left out.
    public func fetchAll(
        _ addresses: [String],
        jobs: Int = 4,
        _ body: (_ address: String, _ result: Result<FetchResult, FetchError>) throws -> Void
    ) throws {
        let queue = FetchQueue(self, addresses, jobs: max(1, min(jobs, addresses.count)))
        defer { queue.close() }
        for address in addresses { try body(address, queue.next()) }
    }
}

/// Addresses on their way through several threads.
private final class FetchQueue: @unchecked Sendable {
    // The variables are used with `condition` locked only.
    private let condition = NSCondition()
    private let fetcher: Fetcher
    private let addresses: [String]
    private let window: Int
    private var started = 0
    private var taken = 0
    private var done: [Int: Result<FetchResult, FetchError>] = [:]
    private var isClosed = false

    init(_ fetcher: Fetcher, _ addresses: [String], jobs: Int) {
        self.fetcher = fetcher
        self.addresses = addresses
        window = 2 * jobs
        for _ in 0..<jobs { Thread.detachNewThread { self.run() } }
    }

    /// The next result in order; waits for it.
    func next() -> Result<FetchResult, FetchError> {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let result = done.removeValue(forKey: taken) {
                taken += 1
                condition.broadcast()
                return result
            }
            condition.wait()
        }
    }

    func close() {
        condition.lock()
        defer { condition.unlock() }
        isClosed = true
        condition.broadcast()
    }

    private func run() {
        condition.lock()
        defer { condition.unlock() }
        while true {
            while started < addresses.count, started >= taken + window, !isClosed { condition.wait() }
            guard started < addresses.count, !isClosed else { return }
            let number = started
            started += 1
            condition.unlock()
            let fetcher = fetcher
            let address = addresses[number]
            let result = Result<FetchResult, FetchError> { () throws(FetchError) in try fetcher.fetch(address) }
            condition.lock()
            done[number] = result
            condition.broadcast()
        }
    }
}
