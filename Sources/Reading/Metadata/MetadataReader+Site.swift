internal import HTMLTree
internal import TextCore

/// The page's address and the outlet that it belongs to.
extension MetadataReader {
    mutating func readAddress() {
        var candidates: [PageMetadata.Candidate<String>] = []
        if let canonical = scan.canonical, let target = document.attribute(.href, of: canonical) {
            let value = PageText.folded(document.bytes(target))
            if !value.isEmpty {
                candidates.append(
                    PageMetadata.Candidate(
                        value: value,
                        source: .link,
                        label: "link[rel=canonical]",
                        place: document.sourceRange(target),
                        node: canonical
                    )
                )
            }
        }
        for meta in metas(.url) {
            let value = PageText.folded(document.bytes(meta.content))
            if !value.isEmpty { candidates.append(candidate(meta, value)) }
        }
        if let url {
            candidates.append(PageMetadata.Candidate(value: url, source: .url, label: "address", place: nil, node: nil))
        }
        // A canonical address that is the site's front page says nothing about this page.
        let chosen =
            candidates.first { OutletTable.host(of: $0.value) != nil && !Self.path(of: $0.value).isEmpty } ?? candidates.first
        result.canonicalURL = finding(
            chosen,
            "the first of link, Open Graph, address that leads to a page",
            among: candidates,
            by: Self.addressKey
        )
        let host = candidates.lazy.compactMap { OutletTable.host(of: $0.value) }.first
        hostLabel = host.map { Self.squashed(Self.label(ofHost: $0)) } ?? ""
    }

    /// The label of a host that names the site: the longest before the public suffix.
    static func label(ofHost host: String) -> String {
        let domain = OutletTable.standard.registrableDomain(ofHost: host) ?? host
        return domain.utf8.split(separator: UInt8(ascii: ".")).first.map { String(Substring($0)) } ?? domain
    }

    /// An address without scheme, `www.`, query, fragment and last slash.
    static func addressKey(_ url: String) -> String {
        var bytes = Array(url.utf8)[...]
        if let colon = bytes.prefix(12).firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) {
            bytes = bytes[(colon + 3)...]
        }
        if bytes.starts(with: "www.".utf8) { bytes = bytes.dropFirst(4) }
        if let end = bytes.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) { bytes = bytes[..<end] }
        while bytes.last == UInt8(ascii: "/") { bytes = bytes.dropLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The path of an address, without slashes at its ends.
    static func path(of url: String) -> String {
        let key = addressKey(url)
        guard let slash = key.utf8.firstIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(key[key.utf8.index(after: slash)...])
    }

    // MARK: Outlet

    mutating func readSite() {
        var candidates: [PageMetadata.Candidate<String>] = []
        let address = result.canonicalURL.value ?? url
        if let host = address.flatMap(OutletTable.host), let known = OutletTable.standard.known(host: host) {
            candidates.append(PageMetadata.Candidate(value: known, source: .url, label: "address", place: nil, node: nil))
        }
        for meta in metas(.outlet) where meta.name.source == .openGraph { append(meta, to: &candidates) }
        for object in linked.objects.prefix(16) {
            guard let publisher = linked.member("publisher", of: object.reference) else { continue }
            for element in linked.elements(publisher, limit: 2) {
                guard let name = linked.text("name", of: linked.resolved(element)), isSiteName(name) else { continue }
                candidates.append(candidate(object, "publisher", name))
            }
        }
        for meta in metas(.outlet) where meta.name.source != .openGraph { append(meta, to: &candidates) }
        if candidates.isEmpty, let title = scan.title,
            let name = SiteName.name(in: PageText.text(of: title, in: document), hostLabel: hostLabel)
        {
            candidates.append(candidate(title, name, source: .title, label: "title"))
        }
        for candidate in candidates { siteNames.insert(WordKey(candidate.value)) }
        result.outlet = finding(
            candidates.first,
            "the first of the table of outlets, Open Graph, publisher in JSON-LD, other meta elements, the title",
            among: candidates,
            by: { WordKey($0) }
        )
    }

    private func append(_ meta: PageScan.Meta, to candidates: inout [PageMetadata.Candidate<String>]) {
        let name = text(meta)
        if isSiteName(name) { candidates.append(candidate(meta, name)) }
    }

    /// Short, and no address.
    private func isSiteName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 80 && !name.contains("://") && !name.hasPrefix("@")
    }

    /// Whether a text is the site's name, or its host.
    func isSite(_ text: String) -> Bool {
        let key = WordKey(text)
        guard !key.isEmpty else { return false }
        if siteNames.contains(key) { return true }
        let isStart = siteNames.contains { name in
            key.words.count >= 1 && name.words.count > key.words.count && name.starts(with: key)
        }
        // Most texts do not even start as the host does, nor with "the".
        if !isStart, let first = text.utf8.first, first | 0x20 &- 0x61 < 26, first | 0x20 != hostLabel.utf8.first,
            first | 0x20 != UInt8(ascii: "t")
        {
            return false
        }
        let squashed = Self.squashed(text)
        guard squashed.count >= 3 else { return false }
        if squashed == hostLabel { return true }
        // "The Herald" on herald.example, "Herald News" on heraldnews.example.
        if squashed.hasPrefix("the"), squashed.dropFirst(3) == hostLabel { return true }
        return isStart && squashed.count >= 6
    }

    /// Letters and digits in lower case without anything between.
    static func squashed(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            if scalar.value < 0x80, byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 {
                result.append(byte | 0x20)
            } else if CharacterClass.of(scalar.value).isWord, let folded = Unicode.Scalar(CaseFolding.fold(scalar.value)) {
                result.append(contentsOf: UTF8.encode(folded) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
