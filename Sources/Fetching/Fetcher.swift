internal import Foundation
internal import TextCore

/// Fetches pages, feeds and files of the web, politely and within limits.
///
/// One fetcher serves one run: it remembers robots.txt of each site, and when it last asked each host. It may be used by several
/// threads at once. A fetch blocks its thread.
///
/// ```swift
/// let fetcher = Fetcher()
/// if case .fetched(let page) = try fetcher.fetch("https://example.org/news") { print(page.body.count) }
/// ```
public final class Fetcher: Sendable {
    let options: FetchOptions
    let transport: any HTTPTransport
    let schedule = HostSchedule()
    let robots = RobotsCache()

    /// Makes a fetcher.
    public init(_ options: FetchOptions = FetchOptions(), transport: any HTTPTransport = CurlTransport()) {
        self.options = options
        self.transport = transport
    }

    /// Ends waiting for turns; every fetch that has not sent its request fails with `cancelled`.
    public func cancel() { schedule.close() }

    /// Fetches one address, following redirects.
    ///
    /// Each address on the way is checked like the first: scheme, private addresses, robots.txt.
    /// - Parameter validators: What is known of an earlier version; sent only to the address that gave them.
    public func fetch(_ address: String, validators: Validators? = nil) throws(FetchError) -> FetchResult {
        var visited: [WebAddress] = []
        do {
            let first = try WebAddress(address)
            return try fetch(first, validators, &visited)
        } catch {
            throw FetchError(address: address, redirectedTo: visited.count > 1 ? visited.last?.text : nil, kind: error)
        }
    }

    private func fetch(_ first: WebAddress, _ validators: Validators?, _ visited: inout [WebAddress]) throws(FetchError.Kind)
        -> FetchResult
    {
        let question = Question(
            fields: { self.conditional($0, validators) },
            demand: { self.demand(at: $0) },
            ends: { status, address in status == 304 && validators?.address == address.text }
        )
        let (response, address) = try answer(to: question, at: first, &visited)
        return response.head.status == 304
            ? .notModified(address: address.text) : .fetched(try fetched(response, address, visited))
    }

    /// What is asked of each address on the way of one fetch.
    struct Question {
        /// Fields of the request, besides those of every request.
        let fields: (WebAddress) -> [HTTPField]
        /// How much of the body is wanted.
        let demand: (WebAddress) -> @Sendable (HTTPHead) -> BodyDemand
        /// Which statuses besides those of success are an answer.
        let ends: (Int, WebAddress) -> Bool
    }

    /// Asks an address, and those that it redirects to, until one answers.
    /// - Parameter visited: The addresses in their order; the last is the one that answers, or fails.
    func answer(to question: Question, at first: WebAddress, _ visited: inout [WebAddress]) throws(FetchError.Kind)
        -> (HTTPResponse, WebAddress)
    {
        var spent = Duration.zero
        var hasRetried = false
        var address = first
        visited = [first]
        while true {
            let crawlDelay = try checkRobots(address)
            let isDocument = visited.count == 1
            let request = try request(address, question.fields(address), spent: spent)
            let response = try schedule.turn(at: address.host, pause: isDocument ? max(options.delay, crawlDelay) : nil) {
                () throws(FetchError.Kind) -> HTTPResponse in
                let start = ContinuousClock.now
                defer { spent += start.duration(to: .now) }
                return try transport.send(request, demand: question.demand(address))
            }
            let status = response.head.status
            switch status {
            case _ where (200..<300).contains(status) || question.ends(status, address): return (response, address)
            case 301, 302, 303, 307, 308:
                address = try redirect(response.head, from: address, visited)
                visited.append(address)
            default:
                let wait = RetryAfter.seconds(response.head, now: Self.unixTime)
                guard status == 429 || status == 503, !hasRetried, let wait, .seconds(wait) <= options.longestRetryWait else {
                    throw .status(status, retryAfter: wait)
                }
                hasRetried = true
                try schedule.sleep(.seconds(wait))
            }
        }
    }

    // MARK: The parts of one exchange

    func request(_ address: WebAddress, _ conditions: [HTTPField], spent: Duration) throws(FetchError.Kind) -> HTTPRequest {
        let left = options.limits.total - spent
        guard left > .zero else { throw .tooSlow(milliseconds: options.limits.total.milliseconds) }
        return HTTPRequest(
            address: address,
            fields: [HTTPField("user-agent", options.userAgent), HTTPField("accept", Self.accepted)] + conditions,
            allowsPrivateAddresses: options.allowsPrivateAddresses,
            total: left,
            firstAnswer: min(left, options.limits.firstAnswer),
            silence: options.limits.silence
        )
    }

    private static let accepted =
        "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
        + "application/xml;q=0.9, application/json;q=0.9, text/plain;q=0.8, application/warc;q=0.8, */*;q=0.1"

    private func conditional(_ address: WebAddress, _ validators: Validators?) -> [HTTPField] {
        guard let validators, validators.address == address.text else { return [] }
        return [
            validators.entityTag.map { HTTPField(name: "if-none-match", value: $0) },
            validators.lastModified.map { HTTPField(name: "if-modified-since", value: $0) },
        ].compactMap { $0 }
    }

    /// Only a success of a readable type has its body read.
    private func demand(at address: WebAddress) -> @Sendable (HTTPHead) -> BodyDemand {
        let limit = options.limits.bodyBytes
        let acceptsAnyType = options.acceptsAnyType
        return { head in
            guard (200..<300).contains(head.status) else { return .none }
            if acceptsAnyType { return .whole(limit: limit) }
            let type = head["content-type"].flatMap { ContentType($0) }
            return type?.isReadable(at: address.target) ?? true ? .whole(limit: limit) : .none
        }
    }

    private func fetched(_ response: HTTPResponse, _ address: WebAddress, _ visited: [WebAddress]) throws(FetchError.Kind)
        -> Fetched
    {
        let type = response.head["content-type"].flatMap { ContentType($0) }
        if !options.acceptsAnyType, let type, !type.isReadable(at: address.target) { throw .unsupportedType(type.essence) }
        return Fetched(
            address: address.text,
            redirects: visited.dropLast().map(\.text),
            status: response.head.status,
            body: response.body,
            contentType: type,
            validators: Validators(
                address: address.text,
                entityTag: response.head["etag"],
                lastModified: response.head["last-modified"]
            ),
            retrieved: CivilTime(unixTime: Self.unixTime),
            isTruncated: response.isTruncated
        )
    }

    private func redirect(_ head: HTTPHead, from address: WebAddress, _ visited: [WebAddress]) throws(FetchError.Kind)
        -> WebAddress
    {
        guard let location = head["location"] else { throw .status(head.status, retryAfter: nil) }
        let next: WebAddress
        do {
            next = try address.resolving(location)
        } catch .invalidAddress {
            throw .invalidRedirect
        }
        guard !visited.contains(next) else { throw .redirectLoop }
        guard visited.count <= options.limits.redirects else { throw .tooManyRedirects(limit: options.limits.redirects) }
        return next
    }

    static var unixTime: Int { Int(Date().timeIntervalSince1970) }
}

extension CivilTime {
    /// A time in UTC, from seconds since 1970; earlier ones count as 1970.
    init(unixTime: Int) {
        let (day, rest) = max(0, unixTime).quotientAndRemainder(dividingBy: 86_400)
        self.init(dayNumber: day)
        (hour, minute, second, offset) = (rest / 3600, rest / 60 % 60, rest % 60, 0)
    }
}
