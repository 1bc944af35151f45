internal import HTMLTree
internal import TextCore

/// Reads the metadata of one page: what the scan collected, and the rules of each field over it, a file for each.
struct MetadataReader {
    let document: HTMLDocument
    let url: String?
    let scan: PageScan
    var linked: LinkedData
    /// The page's metadata, filled field by field.
    var result = PageMetadata()
    /// Names of the site, as keys: what is cut off titles, and is no person.
    var siteNames: Set<WordKey> = []
    /// The label of the host without its suffix, letters and digits only: `theherald` of `www.the-herald.co.uk`.
    var hostLabel = ""
    /// Every title that the page gives itself.
    var titles: [WordKey] = []

    init(_ document: HTMLDocument, url: String?) {
        self.document = document
        scan = PageScan(document)
        linked = LinkedData(scan.linkedData, in: document)
        self.url = url
    }

    mutating func run() {
        result.hasRepairedJSON = linked.isRepaired
        readAddress()
        readSite()
        readHeadline()
        readTimes()
        readAuthors()
        readAgencies()
        readDescription()
        readRest()
        readImages()
        readAccess()
    }

    // MARK: Places

    /// What `meta` elements say about a field, in the order of the page.
    func metas(_ field: MetaField) -> [PageScan.Meta] { scan.metas.filter { $0.name.field == field } }

    /// The content of a meta element, cleaned.
    func text(_ meta: PageScan.Meta) -> String { PageText.clean(document.bytes(meta.content)) }

    /// A candidate of a meta element.
    func candidate<Value>(_ meta: PageScan.Meta, _ value: Value) -> PageMetadata.Candidate<Value> {
        var attribute = "name"
        var name: ByteRange?
        if let value = document.attribute(.property, of: meta.node) {
            (attribute, name) = ("property", value)
        } else if let value = document.attribute(.name, of: meta.node) {
            name = value
        } else if let value = document.attribute(.httpEquiv, of: meta.node) {
            (attribute, name) = ("http-equiv", value)
        }
        return PageMetadata.Candidate(
            value: value,
            source: meta.name.source,
            label: "meta[" + attribute + "=" + (name.map { Self.shortened(document.string($0), to: 64) } ?? "") + "]",
            place: document.sourceRange(meta.content),
            node: meta.node
        )
    }

    /// A candidate of an element that the reader sees.
    func candidate<Value>(
        _ node: NodeID,
        _ value: Value,
        source: MetadataSource = .visible,
        label: String? = nil
    ) -> PageMetadata.Candidate<Value> {
        PageMetadata.Candidate(value: value, source: source, label: label ?? self.label(node), place: place(of: node), node: node)
    }

    /// A candidate of JSON-LD.
    func candidate<Value>(
        _ object: LinkedData.Object,
        _ key: StaticString,
        _ value: Value
    ) -> PageMetadata.Candidate<Value> {
        PageMetadata.Candidate(
            value: value,
            source: .jsonLD,
            label: "json-ld " + (object.types.first ?? "") + "." + key.description,
            place: linked.member(key, of: object.reference).flatMap(linked.place),
            node: nil
        )
    }

    /// An element for people: `div.byline`.
    func label(_ node: NodeID) -> String {
        let name = document.name(of: node)
        if let rel = document.attribute(.rel, of: node) {
            return name + "[rel=" + Self.shortened(document.string(rel), to: 32) + "]"
        }
        guard let value = document.attribute(.class, of: node), !value.isEmpty else { return name }
        let bytes = document.bytes(value)
        var label = Array(name.utf8)
        var at = 0
        for _ in 0..<2 {
            while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
            if at < bytes.count { label.append(UInt8(ascii: ".")) }
            while at < bytes.count, bytes[at] > 0x20 {
                label.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: label, as: UTF8.self)
    }

    /// The first characters of a string.
    private static func shortened(_ string: String, to length: Int) -> String {
        string.utf8.count <= length ? string : String(string.prefix(length))
    }

    /// From the first to the last byte of the text below a node, as far as it is in the source.
    func place(of node: NodeID) -> Range<Int>? {
        var range: Range<Int>?
        var visited = 0
        for below in document.descendants(of: node) {
            visited += 1
            guard visited <= 128 else { break }
            guard document.kind(of: below) == .text, let found = document.sourceRange(document.text(of: below)), !found.isEmpty
            else { continue }
            range = range.map { min($0.lowerBound, found.lowerBound)..<max($0.upperBound, found.upperBound) } ?? found
        }
        return range
    }

    // MARK: Findings

    /// A finding of the candidate that a rule chose, with the others by whether they say the same: have the same key.
    func finding<Value, Key: Equatable>(
        _ chosen: PageMetadata.Candidate<Value>?,
        _ reason: String,
        among candidates: [PageMetadata.Candidate<Value>],
        by key: (Value) -> Key
    ) -> PageMetadata.Finding<Value> {
        guard let chosen else { return PageMetadata.Finding(chosen: nil, reason: "", agreeing: [], conflicts: candidates) }
        var finding = PageMetadata.Finding(chosen: chosen, reason: reason, agreeing: [], conflicts: [])
        var isSelf = false
        var chosenKey: Key?
        for candidate in candidates {
            if !isSelf, candidate == chosen {
                isSelf = true
                continue
            }
            let isSame: Bool
            if candidate.value == chosen.value {
                isSame = true
            } else {
                let wanted = chosenKey ?? key(chosen.value)
                chosenKey = wanted
                isSame = key(candidate.value) == wanted
            }
            if isSame {
                finding.agreeing.append(candidate)
            } else {
                finding.conflicts.append(candidate)
            }
        }
        return finding
    }
}
