import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Fetching

/// Options for tests: no pauses, short deadlines, the local server allowed.
func testOptions(_ change: (inout FetchOptions) -> Void = { _ in }) -> FetchOptions {
    var options = FetchOptions()
    options.allowsPrivateAddresses = true
    options.respectsRobots = false
    options.delay = .zero
    options.limits.total = .seconds(20)
    options.limits.firstAnswer = .seconds(20)
    change(&options)
    return options
}

/// Starts a server for the time of a test.
func withServer<Value>(_ script: @escaping LocalServer.Script, _ body: (LocalServer) throws -> Value) throws -> Value {
    let server = try #require(LocalServer(script))
    defer { server.stop() }
    return try body(server)
}

extension FetchResult {
    /// What was fetched; nil when nothing has changed.
    var page: Fetched? {
        if case .fetched(let page) = self { page } else { nil }
    }
}

/// Fetches from a server with one script, and gives what came of it.
func outcome(
    _ options: FetchOptions = testOptions(),
    target: String = "/page",
    _ script: @escaping LocalServer.Script
) throws -> Result<Fetched, FetchError.Kind> {
    try withServer(script) { server in
        do throws(FetchError) {
            let result = try Fetcher(options).fetch(server.address + target)
            guard let page = result.page else { return .failure(.cancelled) }
            return .success(page)
        } catch {
            return .failure(error.kind)
        }
    }
}

extension Result {
    var failure: Failure? {
        if case .failure(let failure) = self { failure } else { nil }
    }
}

/// Answers from a table instead of the network, and keeps what it was asked.
final class ScriptedTransport: HTTPTransport {
    private let script: @Sendable (HTTPRequest) -> Result<HTTPResponse, FetchError.Kind>
    private let requests = Mutex<[HTTPRequest]>([])

    var seen: [HTTPRequest] { requests.withLock { $0 } }
    var addresses: [String] { seen.map(\.address.text) }

    init(_ script: @escaping @Sendable (HTTPRequest) -> Result<HTTPResponse, FetchError.Kind>) { self.script = script }

    func send(_ request: HTTPRequest, demand: @escaping @Sendable (HTTPHead) -> BodyDemand) throws(FetchError.Kind)
        -> HTTPResponse
    {
        requests.withLock { $0.append(request) }
        let response = try script(request).get()
        if case .none = demand(response.head) { return HTTPResponse(head: response.head) }
        return response
    }
}

extension HTTPResponse {
    /// A short way to write an answer.
    static func of(_ status: Int, _ fields: [String: String] = [:], _ body: String = "") -> HTTPResponse {
        HTTPResponse(
            head: HTTPHead(status: status, fields: fields.sorted { $0.key < $1.key }.map { HTTPField($0.key, $0.value) }),
            body: Array(body.utf8)
        )
    }
}

/// Lets a server's script wait.
func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }
