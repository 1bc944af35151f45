internal import TextCore

/// Names of outlets by their hosts.
struct OutletTable: Sendable {
    static let standard = OutletTable(LexiconFile(PackageResources.outlets_txt))

    private let names: [String: String]
    private let knownNames, publicSuffixes, platforms: Set<String>

    init(_ lexicon: LexiconFile) {
        var names: [String: String] = [:]
        for row in lexicon["hosts"] where row.count >= 2 { names[row[0]] = row[1] }
        self.names = names
        knownNames = Set(names.values)
        platforms = Set(lexicon["platforms"].flatMap { $0.dropFirst() })
        publicSuffixes = Set(lexicon["public suffixes"].flatMap { $0.dropFirst() })
    }

    /// The outlet at a host: from the table by the host or a domain above it, else the registrable domain.
    /// - Complexity: O(labels of the host).
    func name(ofHost host: String) -> String? {
        let labels = Self.labels(host)
        guard labels.count >= 2, labels.count <= 12, labels.allSatisfy({ Self.isLabel($0) }),
            labels.last?.utf8.contains(where: { (0x61...0x7A).contains($0) || $0 >= 0x80 }) == true
        else { return nil }
        for start in 0...(labels.count - 2) {
            if let name = names[labels[start...].joined(separator: ".")] { return name }
        }
        let length = publicSuffixes.contains(labels.suffix(2).joined(separator: ".")) ? 3 : 2
        return labels.suffix(length).joined(separator: ".")
    }

    /// The domain under which a site is registered: `herald.co.uk` of `www.herald.co.uk`; nil for what is no host.
    func registrableDomain(ofHost host: String) -> String? {
        let labels = Self.labels(host)
        guard labels.count >= 2, labels.count <= 12, labels.allSatisfy({ Self.isLabel($0) }) else { return nil }
        let length = publicSuffixes.contains(labels.suffix(2).joined(separator: ".")) ? 3 : 2
        return labels.suffix(length).joined(separator: ".")
    }

    /// Whether an address leads to a site on which anybody publishes: it names no outlet.
    func isPlatform(url: String) -> Bool {
        guard let host = Self.host(of: url) else { return false }
        let labels = CaseFolding.fold(host).split(separator: ".")
        return labels.indices.contains { platforms.contains(labels[$0...].joined(separator: ".")) }
    }

    /// The outlet at a host that the table knows.
    func known(host: String) -> String? {
        let name = name(ofHost: host)
        return name.flatMap { name in knownNames.contains(name) ? name : nil }
    }

    /// The host of an address.
    static func host(of url: String) -> String? {
        let bytes = Array(url.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: Array("://".utf8)) else {
            return nil
        }
        var end = colon + 3
        var start = end
        scan: while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): break scan
            case UInt8(ascii: "@"): start = end + 1
            default: break
            }
            end += 1
        }
        if let port = bytes[start..<end].firstIndex(of: UInt8(ascii: ":")) { end = port }
        return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : nil
    }

    private static func labels(_ host: String) -> [String] {
        let isLower = host.utf8.allSatisfy { $0 < 0x80 && $0 &- 0x41 >= 26 }
        return (isLower ? host : CaseFolding.fold(host)).utf8
            .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
    }

    private static func isLabel(_ label: String) -> Bool {
        !label.isEmpty && label.utf8.count <= 63
            && label.utf8.allSatisfy { $0 >= 0x80 || $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    }
}
