/// Templates, framesets and what follows the body: sections 13.2.6.4.16 to 13.2.6.4.22; and the end of parsing.
extension TreeBuilder {
    mutating func inTemplate() -> Outcome {
        switch token.kind {
        case .characters, .null, .comment, .doctype: return inBody()
        case .startTag:
            switch token.tag {
            case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title: return inHead()
            case .caption, .colgroup, .tbody, .tfoot, .thead: return again(inTemplateAs: .inTable)
            case .col: return again(inTemplateAs: .inColumnGroup)
            case .tr: return again(inTemplateAs: .inTableBody)
            case .td, .th: return again(inTemplateAs: .inRow)
            default: return again(inTemplateAs: .inBody)
            }
        case .endTag: return token.tag == .template ? inHead() : .done
        case .endOfFile:
            guard open.count(of: .template) > 0 else {
                isStopped = true
                return .done
            }
            closeTemplate()
            return .again
        }
    }

    private mutating func again(inTemplateAs mode: Mode) -> Outcome {
        _ = templateModes.popLast()
        templateModes.append(mode)
        return again(mode)
    }

    mutating func afterBody() -> Outcome {
        switch token.kind {
        case .characters:
            let space = takeSpace()
            if !space.isEmpty { insertBodyText(space) }
            if token.text.isEmpty { return .done }
        case .comment:
            insertComment(into: open.count > 0 ? open[0].node : NodeID(0))
            return .done
        case .doctype: return .done
        case .startTag where token.tag == .html: return inBody()
        case .endTag where token.tag == .html:
            if context == nil { mode = .afterAfterBody }
            return .done
        case .endOfFile: return stop()
        default: break
        }
        return again(.inBody)
    }

    mutating func inFrameset() -> Outcome {
        switch token.kind {
        case .characters: insertSpacesOnly()
        case .comment: insertComment()
        case .startTag:
            switch token.tag {
            case .html: return inBody()
            case .frameset: openElement()
            case .frame: insertVoid()
            case .noframes: return inHead()
            default: break
            }
        case .endTag:
            guard token.tag == .frameset, open.count > 1 else { break }
            pop()
            if context == nil, !isCurrent(.frameset) { mode = .afterFrameset }
        case .endOfFile: return stop()
        case .null, .doctype: break
        }
        return .done
    }

    mutating func afterFrameset() -> Outcome {
        switch (token.kind, token.tag) {
        case (.characters, _): insertSpacesOnly()
        case (.comment, _): insertComment()
        case (.startTag, .html): return inBody()
        case (.startTag, .noframes): return inHead()
        case (.endTag, .html): mode = .afterAfterFrameset
        case (.endOfFile, _): return stop()
        default: break
        }
        return .done
    }

    mutating func afterAfterBody() -> Outcome {
        switch (token.kind, token.tag) {
        case (.comment, _):
            insertComment(into: NodeID(0))
            return .done
        case (.doctype, _), (.startTag, .html): return inBody()
        case (.characters, _):
            let space = takeSpace()
            if !space.isEmpty { insertBodyText(space) }
            return token.text.isEmpty ? .done : again(.inBody)
        case (.endOfFile, _): return stop()
        default: return again(.inBody)
        }
    }

    mutating func afterAfterFrameset() -> Outcome {
        switch (token.kind, token.tag) {
        case (.comment, _): insertComment(into: NodeID(0))
        case (.characters, _): insertSpacesOnly()
        case (.doctype, _), (.startTag, .html): return inBody()
        case (.startTag, .noframes): return inHead()
        case (.endOfFile, _): return stop()
        default: break
        }
        return .done
    }

    private mutating func stop() -> Outcome {
        isStopped = true
        return .done
    }

    /// Inserts the white space of the token's text, and drops the rest.
    private mutating func insertSpacesOnly() {
        while !token.text.isEmpty {
            let space = takeSpace()
            if !space.isEmpty { insertText(space) }
            while !token.text.isEmpty, !tokenizer.byte(at: token.text.start).isHTMLSpace {
                token.text.start += 1
                token.text.count -= 1
            }
        }
    }

    /// “Reset the insertion mode appropriately”.
    mutating func resetMode() {
        var index = open.count
        while index > 0 {
            index -= 1
            let isLast = index == 0
            let entry = isLast ? context ?? open[index] : open[index]
            if let mode = self.mode(for: entry, isLast: isLast) {
                self.mode = mode
                return
            }
        }
        mode = .inBody
    }

    private func mode(for entry: OpenElements.Entry, isLast: Bool) -> Mode? {
        if entry.namespace == .html {
            switch entry.tag {
            case .td, .th: if !isLast { return .inCell }
            case .tr: return .inRow
            case .tbody, .thead, .tfoot: return .inTableBody
            case .caption: return .inCaption
            case .colgroup: return .inColumnGroup
            case .table: return .inTable
            case .template: return templateModes.last ?? .inBody
            case .head: if !isLast { return .inHead }
            case .body: return .inBody
            case .frameset: return .inFrameset
            case .html: return head == .none ? .beforeHead : .afterHead
            default: break
            }
        }
        return isLast ? .inBody : nil
    }

    /// What is left to do when the input has ended.
    mutating func finish() {
        fillSelectedContents()
        for late in lateAttributes where !late.records.isEmpty {
            let record = nodes[late.node]
            let own = tokenizer.attributes[Int(record.start)..<Int(record.start) + Int(record.count)]
            nodes[late.node].start = UInt32(truncatingIfNeeded: tokenizer.attributes.count)
            nodes[late.node].count += UInt32(truncatingIfNeeded: late.records.count)
            tokenizer.attributes += Array(own) + late.records
        }
        // The children of a fragment's root element are the fragment.
        if context != nil, let top = open.entries.first {
            nodes.detach(top.node)
            nodes.moveChildren(of: top.node, to: NodeID(0))
        }
    }
}
