import Fetching
import Foundation
import Reading

/// The documents at addresses of the command line, fetched side by side and handed out in their order.
///
/// Fetching starts with the first document that is asked for; what has been fetched and not been asked for is bounded.
final class WebSource: @unchecked Sendable {
    // Everything below is used with `condition` locked only, but for what does not change.
    private let condition = NSCondition()
    private let addresses: [String]
    private let fetcher: Fetcher
    private var fetched: [String: [Result<WebDocument, ReadingError>]] = [:]
    private var waiting = 0
    private var isRunning = false
    private var isCancelled = false

    /// How many documents may wait to be asked for.
    private static let capacity = 4

    init(_ addresses: [String], allowsPrivate: Bool, respectsRobots: Bool) {
        self.addresses = addresses
        var options = FetchOptions()
        options.allowsPrivateAddresses = allowsPrivate
        options.respectsRobots = respectsRobots
        fetcher = Fetcher(options)
    }

    /// The document at an address; waits for it.
    func document(at address: String) -> Result<WebDocument, ReadingError> {
        condition.lock()
        defer { condition.unlock() }
        if !isRunning {
            isRunning = true
            Thread.detachNewThread { self.run() }
        }
        while fetched[address, default: []].isEmpty, !isCancelled { condition.wait() }
        guard var results = fetched[address], !results.isEmpty else {
            return .failure(ReadingError(path: address, kind: .notFetched("fetching was stopped")))
        }
        let result = results.removeFirst()
        fetched[address] = results
        waiting -= 1
        condition.broadcast()
        return result
    }

    /// Stops fetching.
    func cancel() {
        condition.lock()
        isCancelled = true
        condition.broadcast()
        condition.unlock()
        fetcher.cancel()
    }

    private func run() {
        try? fetcher.fetchAll(addresses) { address, result in
            let document = Self.document(address, result)
            condition.lock()
            defer { condition.unlock() }
            while waiting >= Self.capacity, !isCancelled { condition.wait() }
            if isCancelled { throw CancellationError() }
            fetched[address, default: []].append(document)
            waiting += 1
            condition.broadcast()
        }
    }

    private static func document(
        _ address: String,
        _ result: Result<FetchResult, FetchError>
    ) -> Result<WebDocument, ReadingError> {
        switch result {
        case .success(.fetched(let document)):
            .success(
                WebDocument(
                    bytes: document.body,
                    url: document.address,
                    contentType: document.contentType?.text,
                    isCutOff: document.isTruncated
                )
            )
        case .success(.notModified):
            .failure(ReadingError(path: address, kind: .notFetched("the server says that nothing changed")))
        case .failure(let error): .failure(ReadingError(path: address, kind: .notFetched(error.message)))
        }
    }
}
