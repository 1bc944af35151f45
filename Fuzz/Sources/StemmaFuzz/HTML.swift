import HTMLTree

/// The options that an input's first byte stands for; the rest is the page.
private func options(of bytes: [UInt8]) -> (options: HTMLParser.Options, html: [UInt8]) {
    let contexts: [HTMLParser.Context?] = [
        nil, nil, nil, .init("div"), .init("table"), .init("tr"), .init("select"), .init("template"), .init("title"),
        .init("script"), .init("frameset"), .init("svg", namespace: .svg), .init("annotation-xml", namespace: .mathML),
    ]
    var options = HTMLParser.Options()
    guard let first = bytes.first.map(Int.init) else { return (options, []) }
    options.isScripting = first & 1 == 1
    options.depthLimit = first & 2 == 2 ? 16 : 512
    options.context = contexts[(first >> 2) % contexts.count]
    return (options, Array(bytes.dropFirst()))
}

/// The HTML parser, its serializer and the encoding sniffer.
func fuzzHTML(_ bytes: [UInt8]) {
    _ = EncodingSniffer.encoding(of: bytes, contentType: String(decoding: bytes.prefix(64), as: UTF8.self))
    let (options, html) = options(of: bytes)
    let document = HTMLParser.parse(html, options: options)
    requireTree(document, depthLimit: options.depthLimit)
    requireTree(HTMLParser.parse(document.html(of: document.root), options: options), depthLimit: options.depthLimit)
}

/// Requires of a document what it promises: every node is met once on a walk, links agree both ways, ranges lie in the
/// document's bytes, depth and size are bounded.
private func requireTree(_ document: HTMLDocument, depthLimit: Int) {
    require(document.nodeCount <= 2 * document.source.count + 10_016, "\(document.nodeCount) nodes")
    var visited = 0
    var depth = 0
    var node = document.root
    while true {
        visited += 1
        require(visited <= document.nodeCount, "a node is met twice")
        require(depth <= 2 * depthLimit + 2, "\(depth) deep")
        _ = document.string(document.text(of: node))
        for attribute in document.attributes(of: node) {
            require(!document.name(of: attribute.id, on: node).isEmpty, "an attribute without name")
            _ = document.bytes(attribute.value)
            require(document.attribute(attribute.id, of: node) == attribute.value, "an attribute twice")
        }
        if document.kind(of: node) == .element { require(!document.name(of: node).isEmpty, "an element without name") }
        if let child = document.firstChild(of: node) {
            require(document.parent(of: child) == node && document.previousSibling(of: child) == nil, "links of a first child")
            node = child
            depth += 1
            continue
        }
        while document.nextSibling(of: node) == nil, let parent = document.parent(of: node) {
            require(document.lastChild(of: parent) == node, "links of a last child")
            node = parent
            depth -= 1
        }
        guard let sibling = document.nextSibling(of: node) else { break }
        require(document.previousSibling(of: sibling) == node, "links of siblings")
        node = sibling
    }
}
