/// SVG and MathML: section 13.2.6.5.
extension TreeBuilder {
    mutating func inForeignContent() -> Outcome {
        switch token.kind {
        case .null:
            let from = tokenizer.side.count
            tokenizer.side.append(scalar: 0xFFFD)
            insertText(tokenizer.sideRange(from: from))
        case .characters:
            insertText(token.text)
            if framesetOK, !isSpace(token.text) { framesetOK = false }
        case .comment: insertComment()
        case .startTag:
            if breaksOut() { return breakOut() }
            guard let current = adjustedCurrent else { break }
            openForeign(current.namespace)
        case .endTag:
            if token.tag == .br || token.tag == .p { return breakOut() }
            return endForeign()
        case .doctype, .endOfFile: break
        }
        return .done
    }

    /// Inserts an element in a namespace, and opens it unless the tag closes itself.
    mutating func openForeign(_ namespace: Namespace) {
        let node = makeElement(namespace)
        insert(node)
        if isIntegrationPoint(namespace) { nodes[node].flags.insert(.integrationPoint) }
        if token.isSelfClosing { return }
        guard open.count < depthLimit else { return noteUnopened(token.tag) }
        push(node, token.tag, namespace)
    }

    private func isIntegrationPoint(_ namespace: Namespace) -> Bool {
        switch (namespace, token.tag) {
        case (.svg, .foreignObject), (.svg, .desc), (.svg, .title): return true
        case (.mathML, .annotationXML):
            guard let encoding = tokenAttribute(.encoding) else { return false }
            return tokenizer.equals(encoding, "text/html") || tokenizer.equals(encoding, "application/xhtml+xml")
        default: return false
        }
    }

    /// Whether a start tag is of HTML, whatever element it stands in.
    private func breaksOut() -> Bool {
        switch token.tag {
        case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4, .h5,
            .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span,
            .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
            return true
        case .font: return tokenAttribute(.color) != nil || tokenAttribute(.face) != nil || tokenAttribute(.size) != nil
        default: return false
        }
    }

    private mutating func breakOut() -> Outcome {
        while let current = open.last, current.namespace != .html, !current.isMathMLTextPoint,
            !nodes[current.node].flags.contains(.integrationPoint)
        {
            pop()
        }
        return apply(mode)
    }

    private mutating func endForeign() -> Outcome {
        var index = open.count - 1
        while index > 0 {
            let entry = open[index]
            if entry.namespace == .html { return apply(mode) }
            if nodes[entry.node].name == token.name {
                pop(to: index)
                return .done
            }
            index -= 1
        }
        return .done
    }

    /// Sets the parser up for a fragment: “HTML fragment parsing algorithm”, section 13.4.
    mutating func startFragment(_ fragment: HTMLParser.Context) {
        let name = Array(fragment.name.utf8)
        let known = KnownNames.tags.find(name)
        var record = NodeRecord(kind: .element)
        record.name =
            known >= 0
            ? UInt32(known) : tokenizer.names.intern(name.span, 0..<name.count)
        record.namespace = fragment.namespace
        let tag = record.tag
        let node = nodes.add(record)
        token.tag = tag
        if isIntegrationPoint(fragment.namespace) { nodes[node].flags.insert(.integrationPoint) }
        context = OpenElements.Entry(node: node, tag: tag, namespace: fragment.namespace)
        if fragment.namespace == .html {
            // No start tag came before, so that no end tag ends such text.
            switch tag {
            case .title, .textarea: tokenizer.read(as: .rcdata)
            case .style, .xmp, .iframe, .noembed, .noframes: tokenizer.read(as: .rawText)
            case .script: tokenizer.read(as: .scriptData)
            case .noscript where isScripting: tokenizer.read(as: .rawText)
            case .plaintext: tokenizer.read(as: .plainText)
            default: break
            }
            if tag == .template { templateModes.append(.inTemplate) }
            if tag == .form { form = node }
        }
        let root = NodeRecord(kind: .element)
        let top = nodes.add(root)
        nodes[top].name = UInt32(Tag.html.rawValue)
        nodes.append(top, to: NodeID(0))
        push(top, .html, .html)
        tokenizer.allowsCDATA = fragment.namespace != .html
        resetMode()
    }
}
