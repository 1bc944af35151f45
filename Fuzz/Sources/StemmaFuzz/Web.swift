import Fetching

/// What servers send beside bodies: robots.txt, `Content-Type`, `Location`. An input's first byte chooses.
func fuzzWeb(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    switch first % 3 {
    case 0:
        let rules = RobotsRules(rest, productToken: "stemma")
        _ = rules.allows("/news/story.html?page=2")
        if let delay = rules.crawlDelay { require(delay >= 0, "a negative delay") }
    case 1:
        if let type = ContentType(rest) { require(!type.essence.isEmpty, "a content type without a type") }
    default:
        guard let base = try? WebAddress("https://news.example/a/b?c") else { return require(false, "the base is an address") }
        if let address = try? base.resolving(rest) {
            require(address.scheme == "http" || address.scheme == "https", "another scheme: \(address.scheme)")
            require(!address.host.isEmpty, "no host")
        }
    }
}
