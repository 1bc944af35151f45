/// The insertion modes up to `body`: sections 13.2.6.4.1 to 13.2.6.4.6, and text elements (13.2.6.4.8).
extension TreeBuilder {
    mutating func initial() -> Outcome {
        switch token.kind {
        case .characters:
            _ = takeSpace()
            if token.text.isEmpty { return .done }
        case .comment:
            insertComment(into: NodeID(0))
            return .done
        case .doctype:
            let node = nodes.add(NodeRecord(kind: .doctype))
            nodes.append(node, to: NodeID(0))
            doctype = token.doctype
            quirks = quirksMode()
            mode = .beforeHTML
            return .done
        default: break
        }
        quirks = .quirks
        return again(.beforeHTML)
    }

    mutating func beforeHTML() -> Outcome {
        switch token.kind {
        case .doctype: return .done
        case .comment:
            insertComment(into: NodeID(0))
            return .done
        case .characters:
            _ = takeSpace()
            if token.text.isEmpty { return .done }
        case .startTag where token.tag == .html:
            insertElement()
            mode = .beforeHead
            return .done
        case .endTag:
            switch token.tag {
            case .head, .body, .html, .br: break
            default: return .done
            }
        default: break
        }
        insertImplied(.html)
        return again(.beforeHead)
    }

    mutating func beforeHead() -> Outcome {
        switch token.kind {
        case .characters:
            _ = takeSpace()
            if token.text.isEmpty { return .done }
        case .comment:
            insertComment()
            return .done
        case .doctype: return .done
        case .startTag where token.tag == .html: return inBody()
        case .startTag where token.tag == .head:
            head = insertElement()
            mode = .inHead
            return .done
        case .endTag:
            switch token.tag {
            case .head, .body, .html, .br: break
            default: return .done
            }
        default: break
        }
        head = insertImplied(.head)
        return again(.inHead)
    }

    mutating func inHead() -> Outcome {
        switch token.kind {
        case .characters:
            let space = takeSpace()
            if !space.isEmpty { insertText(space) }
            if token.text.isEmpty { return .done }
        case .comment:
            insertComment()
            return .done
        case .doctype: return .done
        case .startTag:
            switch token.tag {
            case .html: return inBody()
            case .base, .basefont, .bgsound, .link, .meta:
                insertVoid()
                return .done
            case .title: return insertText(as: .rcdata)
            case .noframes, .style: return insertText(as: .rawText)
            case .noscript:
                if isScripting { return insertText(as: .rawText) }
                insertElement()
                mode = .inHeadNoscript
                return .done
            case .script: return insertText(as: .scriptData)
            case .template:
                guard openElement(reserve: 4) != nil else { return .done }
                formatting.addMarker()
                framesetOK = false
                mode = .inTemplate
                templateModes.append(.inTemplate)
                return .done
            case .head: return .done
            default: break
            }
        case .endTag:
            switch token.tag {
            case .head:
                pop()
                mode = .afterHead
                return .done
            case .body, .html, .br: break
            case .template:
                endTemplate()
                return .done
            default: return .done
            }
        default: break
        }
        pop()
        return again(.afterHead)
    }

    private mutating func endTemplate() {
        guard open.count(of: .template) > 0 else { return }
        while let current = open.last, current.namespace == .html, current.tag.hasThoroughlyImpliedEnd { pop() }
        closeTemplate()
    }

    /// Closes the last template, and returns to the mode around it.
    mutating func closeTemplate() {
        popThrough(.template)
        clearFormattingToMarker()
        _ = templateModes.popLast()
        resetMode()
    }

    mutating func inHeadNoscript() -> Outcome {
        switch token.kind {
        case .doctype: return .done
        case .characters:
            let space = takeSpace()
            if !space.isEmpty { insertText(space) }
            if token.text.isEmpty { return .done }
        case .comment: return inHead()
        case .startTag:
            switch token.tag {
            case .html: return inBody()
            case .basefont, .bgsound, .link, .meta, .noframes, .style: return inHead()
            case .head, .noscript: return .done
            default: break
            }
        case .endTag:
            switch token.tag {
            case .noscript:
                pop()
                mode = .inHead
                return .done
            case .br: break
            default: return .done
            }
        default: break
        }
        pop()
        return again(.inHead)
    }

    mutating func afterHead() -> Outcome {
        switch token.kind {
        case .characters:
            let space = takeSpace()
            if !space.isEmpty { insertText(space) }
            if token.text.isEmpty { return .done }
        case .comment:
            insertComment()
            return .done
        case .doctype: return .done
        case .startTag:
            switch token.tag {
            case .html: return inBody()
            case .body:
                insertElement()
                framesetOK = false
                mode = .inBody
                return .done
            case .frameset:
                insertElement()
                mode = .inFrameset
                return .done
            case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
                guard head != .none else { break }
                push(head, .head, .html)
                let outcome = inHead()
                if let index = open.index(of: head) { removeFromStack(at: index) }
                return outcome
            case .head: return .done
            default: break
            }
        case .endTag:
            switch token.tag {
            case .template: return inHead()
            case .body, .html, .br: break
            default: return .done
            }
        default: break
        }
        insertImplied(.body)
        return again(.inBody)
    }

    mutating func inText() -> Outcome {
        switch token.kind {
        case .characters: insertText(token.text)
        case .endOfFile:
            pop()
            return again(originalMode)
        default:
            pop()
            mode = originalMode
        }
        return .done
    }
}
