/// The insertion modes of tables: sections 13.2.6.4.9 to 13.2.6.4.15.
extension TreeBuilder {
    /// “Clear the stack back to a table context” and the like: pops what is above `tags`, `template` or `html`.
    private mutating func clearStack(to tags: Tag...) {
        while let current = open.last, open.count > 1 {
            if current.namespace == .html, current.tag == .template || tags.contains(current.tag) { return }
            pop()
        }
    }

    mutating func inTable() -> Outcome {
        switch token.kind {
        case .characters, .null:
            guard let current = open.last, current.namespace == .html else { break }
            switch current.tag {
            case .table, .tbody, .template, .tfoot, .thead, .tr:
                pendingTableText.removeAll(keepingCapacity: true)
                pendingIsSpace = true
                originalMode = mode
                return again(.inTableText)
            default: break
            }
        case .comment:
            insertComment()
            return .done
        case .doctype: return .done
        case .startTag: if let outcome = startTagInTable() { return outcome }
        case .endTag:
            switch token.tag {
            case .table:
                if open.has(.table, in: .table) { closeTable() }
                return .done
            case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return .done
            case .template: return inHead()
            default: break
            }
        case .endOfFile: return inBody()
        }
        return inBodyWithFosterParenting()
    }

    private mutating func inBodyWithFosterParenting() -> Outcome {
        fosterParenting = true
        let outcome = inBody()
        fosterParenting = false
        return outcome
    }

    private mutating func closeTable() {
        popThrough(.table)
        resetMode()
    }

    private mutating func startTagInTable() -> Outcome? {
        switch token.tag {
        case .caption:
            clearStack(to: .table)
            formatting.addMarker()
            insertElement()
            mode = .inCaption
        case .colgroup:
            clearStack(to: .table)
            insertElement()
            mode = .inColumnGroup
        case .col:
            clearStack(to: .table)
            insertImplied(.colgroup)
            return again(.inColumnGroup)
        case .tbody, .tfoot, .thead:
            clearStack(to: .table)
            insertElement()
            mode = .inTableBody
        case .td, .th, .tr:
            clearStack(to: .table)
            insertImplied(.tbody)
            return again(.inTableBody)
        case .table:
            guard open.has(.table, in: .table) else { return .done }
            closeTable()
            return .again
        case .style, .script, .template: return inHead()
        case .input:
            guard isHiddenInput() else { return nil }
            insertVoid()
        case .form:
            guard open.count(of: .template) == 0, form == .none else { return .done }
            form = insertElement()
            pop()
        default: return nil
        }
        return .done
    }

    mutating func inTableText() -> Outcome {
        switch token.kind {
        case .null: return .done
        case .characters:
            pendingTableText.append(token.text)
            if pendingIsSpace, !isSpace(token.text) { pendingIsSpace = false }
            return .done
        default:
            fosterParenting = !pendingIsSpace
            for range in pendingTableText {
                if pendingIsSpace { insertText(range) } else { insertBodyText(range) }
            }
            fosterParenting = false
            pendingTableText.removeAll(keepingCapacity: true)
            return again(originalMode)
        }
    }

    mutating func inCaption() -> Outcome {
        switch (token.kind, token.tag) {
        case (.endTag, .caption):
            closeCaption()
            return .done
        case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody), (.startTag, .td),
            (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead), (.startTag, .tr), (.endTag, .table):
            return closeCaption() ? .again : .done
        case (.endTag, .body), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html), (.endTag, .tbody), (.endTag, .td),
            (.endTag, .tfoot), (.endTag, .th), (.endTag, .thead), (.endTag, .tr):
            return .done
        default: return inBody()
        }
    }

    @discardableResult
    private mutating func closeCaption() -> Bool {
        guard open.has(.caption, in: .table) else { return false }
        generateImpliedEndTags()
        popThrough(.caption)
        clearFormattingToMarker()
        mode = .inTable
        return true
    }

    mutating func inColumnGroup() -> Outcome {
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
            case .col:
                insertVoid()
                return .done
            case .template: return inHead()
            default: break
            }
        case .endTag:
            switch token.tag {
            case .colgroup:
                guard isCurrent(.colgroup) else { return .done }
                pop()
                mode = .inTable
                return .done
            case .col: return .done
            case .template: return inHead()
            default: break
            }
        case .endOfFile: return inBody()
        case .null: break
        }
        guard isCurrent(.colgroup) else { return .done }
        pop()
        return again(.inTable)
    }

    mutating func inTableBody() -> Outcome {
        switch (token.kind, token.tag) {
        case (.startTag, .tr):
            clearStack(to: .tbody, .tfoot, .thead)
            insertElement()
            mode = .inRow
            return .done
        case (.startTag, .th), (.startTag, .td):
            clearStack(to: .tbody, .tfoot, .thead)
            insertImplied(.tr)
            return again(.inRow)
        case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
            guard open.has(token.tag, in: .table) else { return .done }
            closeTableBody()
            return .done
        case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody), (.startTag, .tfoot),
            (.startTag, .thead), (.endTag, .table):
            guard open.has(.tbody, in: .table) || open.has(.thead, in: .table) || open.has(.tfoot, in: .table) else {
                return .done
            }
            closeTableBody()
            return .again
        case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html), (.endTag, .td),
            (.endTag, .th), (.endTag, .tr):
            return .done
        default: return inTable()
        }
    }

    private mutating func closeTableBody() {
        clearStack(to: .tbody, .tfoot, .thead)
        if open.count > 1 { pop() }
        mode = .inTable
    }

    mutating func inRow() -> Outcome {
        switch (token.kind, token.tag) {
        case (.startTag, .th), (.startTag, .td):
            clearStack(to: .tr)
            insertElement()
            mode = .inCell
            formatting.addMarker()
            return .done
        case (.endTag, .tr):
            closeRow()
            return .done
        case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody), (.startTag, .tfoot),
            (.startTag, .thead), (.startTag, .tr), (.endTag, .table):
            return closeRow() ? .again : .done
        case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
            guard open.has(token.tag, in: .table) else { return .done }
            return closeRow() ? .again : .done
        case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html), (.endTag, .td),
            (.endTag, .th):
            return .done
        default: return inTable()
        }
    }

    @discardableResult
    private mutating func closeRow() -> Bool {
        guard open.has(.tr, in: .table) else { return false }
        clearStack(to: .tr)
        if open.count > 1 { pop() }
        mode = .inTableBody
        return true
    }

    mutating func inCell() -> Outcome {
        switch (token.kind, token.tag) {
        case (.endTag, .td), (.endTag, .th):
            guard open.has(token.tag, in: .table) else { return .done }
            generateImpliedEndTags()
            popThrough(token.tag)
            clearFormattingToMarker()
            mode = .inRow
            return .done
        case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody), (.startTag, .td),
            (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead), (.startTag, .tr):
            return closeCell() ? .again : .done
        case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html): return .done
        case (.endTag, .table), (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead), (.endTag, .tr):
            guard open.has(token.tag, in: .table) else { return .done }
            return closeCell() ? .again : .done
        default: return inBody()
        }
    }

    private mutating func closeCell() -> Bool {
        guard open.has(.td, in: .table) || open.has(.th, in: .table) else { return false }
        generateImpliedEndTags()
        while let current = open.last, open.count > 1 {
            pop()
            if current.isHTML(.td) || current.isHTML(.th) { break }
        }
        clearFormattingToMarker()
        mode = .inRow
        return true
    }
}
