extension HTMLDocument {
    /// The HTML of a node's content: the standard's fragment serialization algorithm, section 13.3. For the root, of the
    /// whole page. O(nodes and bytes below), without recursion.
    ///
    /// Parsed again it gives the same tree where the tree is one that a page can have been written for; misnested tables
    /// and formatting can make others.
    public func html(of node: NodeID, isScripting: Bool = false) -> [UInt8] {
        var writer = HTMLWriter(document: self, isScripting: isScripting)
        writer.writeContent(of: node)
        return writer.output
    }
}

private struct HTMLWriter {
    let document: HTMLDocument
    let isScripting: Bool
    var output: [UInt8] = []

    mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { output.append(contentsOf: $0) }
    }

    mutating func writeContent(of scope: NodeID) {
        var node = document.firstChild(of: scope)
        while let current = node {
            writeStart(of: current)
            if let child = document.firstChild(of: current) {
                node = child
                continue
            }
            writeEnd(of: current)
            // Up to the next sibling of the node or of an element around it, which end here.
            node = document.nextSibling(of: current)
            var above = document.parent(of: current)
            while node == nil, let parent = above, parent != scope {
                writeEnd(of: parent)
                node = document.nextSibling(of: parent)
                above = document.parent(of: parent)
            }
        }
    }

    private mutating func writeStart(of node: NodeID) {
        switch document.kind(of: node) {
        case .document: break
        case .doctype:
            write("<!DOCTYPE ")
            if let name = document.doctype?.name { document.append(name, to: &output) }
            write(">")
        case .comment:
            write("<!--")
            document.append(document.text(of: node), to: &output)
            write("-->")
        case .text: writeText(node)
        case .element:
            write("<")
            output += document.nameBytes(of: node)
            for attribute in document.attributes(of: node) {
                write(" ")
                output += document.nameBytes(of: attribute.id, on: node)
                write("=\"")
                writeEscaped(attribute.value, inAttribute: true)
                write("\"")
            }
            write(">")
        }
    }

    private mutating func writeEnd(of node: NodeID) {
        guard document.kind(of: node) == .element else { return }
        if document.namespace(of: node) == .html, document.tag(of: node).isVoid { return }
        write("</")
        output += document.nameBytes(of: node)
        write(">")
    }

    private mutating func writeText(_ node: NodeID) {
        let range = document.text(of: node)
        if let parent = document.parent(of: node), document.namespace(of: parent) == .html {
            switch document.tag(of: parent) {
            case .style, .script, .xmp, .iframe, .noembed, .noframes, .plaintext:
                return document.append(range, to: &output)
            case .noscript where isScripting: return document.append(range, to: &output)
            default: break
            }
        }
        writeEscaped(range, inAttribute: false)
    }

    private mutating func writeEscaped(_ range: ByteRange, inAttribute: Bool) {
        let document = self.document
        let bytes = document.bytes(range)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "&"): write("&amp;")
            case UInt8(ascii: "<"): write("&lt;")
            case UInt8(ascii: ">"): write("&gt;")
            case UInt8(ascii: "\"") where inAttribute: write("&quot;")
            case 0xC2 where index < bytes.count && bytes[index] == 0xA0:
                write("&nbsp;")
                index += 1
            default: output.append(byte)
            }
        }
    }
}
