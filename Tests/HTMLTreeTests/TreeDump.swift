@testable import HTMLTree

/// A document as the lines of the html5lib tree tests.
func treeLines(_ document: HTMLDocument) -> [String] {
    var lines: [String] = []
    var stack: [(node: NodeID, depth: Int)] = document.children(of: document.root).reversed().map { ($0, 0) }
    while let (node, depth) = stack.popLast() {
        let indent = "| " + String(repeating: "  ", count: depth)
        switch document.kind(of: node) {
        case .document: break
        case .doctype: lines.append(indent + doctypeLine(document))
        case .comment: lines.append(indent + "<!-- \(document.string(document.text(of: node))) -->")
        case .text: lines.append(indent + "\"\(document.string(document.text(of: node)))\"")
        case .element:
            lines.append(indent + "<\(prefix(document.namespace(of: node)))\(document.name(of: node))>")
            let attributes = document.attributes(of: node).map { attribute in
                let name = document.name(of: attribute.id, on: node)
                let shown = document.isNamespaced(attribute.id, on: node) ? name.replacing(":", with: " ") : name
                return "\(shown)=\"\(document.string(attribute.value))\""
            }
            for attribute in attributes.sorted(by: { Array($0.utf16).lexicographicallyPrecedes(Array($1.utf16)) }) {
                lines.append(indent + "  " + attribute)
            }
            var below = depth + 1
            if document.isHTML(node, .template) {
                lines.append(indent + "  content")
                below += 1
            }
            stack += document.children(of: node).reversed().map { ($0, below) }
        }
    }
    return lines
}

private func prefix(_ namespace: Namespace) -> String {
    switch namespace {
    case .html: ""
    case .svg: "svg "
    case .mathML: "math "
    }
}

private func doctypeLine(_ document: HTMLDocument) -> String {
    guard let doctype = document.doctype else { return "<!DOCTYPE ?>" }
    let name = doctype.name.map(document.string) ?? ""
    guard doctype.publicID != nil || doctype.systemID != nil else { return "<!DOCTYPE \(name)>" }
    let identifiers = [doctype.publicID, doctype.systemID].map { $0.map(document.string) ?? "" }
    return "<!DOCTYPE \(name) \"\(identifiers[0])\" \"\(identifiers[1])\">"
}
