internal import Synchronization

/// The robots.txt of each origin for one run.
final class RobotsCache: Sendable {
    private let answers = Mutex<[String: RobotsAnswer]>([:])

    subscript(origin: String) -> RobotsAnswer? {
        get { answers.withLock { $0[origin] } }
        set { answers.withLock { $0[origin] = newValue } }
    }
}

/// What asking for a robots.txt came to.
enum RobotsAnswer: Sendable, Hashable {
    case rules(RobotsRules)
    /// Nothing of the site may be asked for, for this reason.
    case unreachable(FetchError.Kind)
}

extension Fetcher {
    /// How many redirects of robots.txt are followed (RFC 9309, 2.3.1.2).
    private static let robotsRedirects = 5

    /// Asks the site's robots.txt, once a run, whether the address may be fetched.
    /// - Returns: The `Crawl-delay` for this program, within the options' bounds; zero without one.
    func checkRobots(_ address: WebAddress) throws(FetchError.Kind) -> Duration {
        guard options.respectsRobots else { return .zero }
        switch try robotsAnswer(for: address) {
        case .rules(let rules):
            guard rules.allows(address.target) else { throw .disallowedByRobots }
            return min(rules.crawlDelay.map { .seconds($0) } ?? .zero, options.longestCrawlDelay)
        case .unreachable(let reason): throw reason
        }
    }

    private func robotsAnswer(for address: WebAddress) throws(FetchError.Kind) -> RobotsAnswer {
        if let answer = robots[address.origin] { return answer }
        // One of several threads asks, and the others find its answer when their turn at the host comes.
        return try schedule.turn(at: address.host, pause: nil) { () throws(FetchError.Kind) -> RobotsAnswer in
            if let answer = robots[address.origin] { return answer }
            let answer = try askForRobots(WebAddress(address.origin + "/robots.txt"))
            robots[address.origin] = answer
            return answer
        }
    }

    /// Fetches and reads a robots.txt: success is read, 4xx allows everything, 5xx and no answer forbid everything (2.3.1).
    private func askForRobots(_ first: WebAddress) throws(FetchError.Kind) -> RobotsAnswer {
        var address = first
        var spent = Duration.zero
        for _ in 0...Self.robotsRedirects {
            let response: HTTPResponse
            do {
                let request = try request(address, [], spent: spent)
                let start = ContinuousClock.now
                defer { spent += start.duration(to: .now) }
                response = try transport.send(request) { head in
                    (200..<300).contains(head.status) ? .prefix(RobotsRules.longestFile) : .none
                }
            } catch {
                return .unreachable(Self.reason(error))
            }
            switch response.head.status {
            case 200..<300: return .rules(RobotsRules(response.body, productToken: options.productToken))
            case 301, 302, 303, 307, 308:
                // A redirect that leads nowhere, or in a circle, is as good as no file.
                guard let location = response.head["location"], let next = try? address.resolving(location) else {
                    return .rules(.allowingAll)
                }
                address = next
            case 400..<500: return .rules(.allowingAll)
            case let status: return .unreachable(.robotsUnavailable(status: status))
            }
        }
        return .rules(.allowingAll)
    }

    /// Why the page cannot be had either, where the host itself is out of reach; else that its robots.txt is.
    private static func reason(_ error: FetchError.Kind) -> FetchError.Kind {
        switch error {
        case .hostNotFound, .cannotConnect, .notSecure, .privateAddress, .noLibrary, .system, .cancelled: error
        default: .robotsUnavailable(status: nil)
        }
    }
}
