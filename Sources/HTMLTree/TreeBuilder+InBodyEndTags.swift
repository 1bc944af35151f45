extension TreeBuilder {
    mutating func endTagInBody() -> Outcome {
        switch token.tag {
        case .p:
            if !open.has(.p, in: .button) { insertImplied(.p) }
            popParagraph()
        case .div, .section, .article, .aside, .header, .footer, .nav, .main, .figure, .figcaption, .ul, .ol, .dl,
            .address, .blockquote, .button, .center, .details, .dialog, .dir, .fieldset, .hgroup, .listing, .menu, .pre,
            .search, .select, .summary:
            guard open.has(token.tag) else { break }
            generateImpliedEndTags()
            popThrough(token.tag)
        case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
            if runAdoptionAgency() == false { endOther() }
        case .li: endItem(.listItem)
        case .dd, .dt: endItem(.standard)
        case .h1, .h2, .h3, .h4, .h5, .h6:
            guard open.hasHeading() else { break }
            generateImpliedEndTags()
            while let current = open.last, open.count > 1 {
                pop()
                if current.namespace == .html, current.tag.isHeading { break }
            }
        case .form: endForm()
        case .body, .html:
            guard open.has(.body) else { break }
            mode = .afterBody
            if token.tag == .html { return .again }
        case .template: return inHead()
        case .applet, .marquee, .object:
            guard open.has(token.tag) else { break }
            generateImpliedEndTags()
            popThrough(token.tag)
            clearFormattingToMarker()
        case .br:
            reconstructFormatting()
            insertImplied(.br)
            pop()
            framesetOK = false
        default: endOther()
        }
        return .done
    }

    private mutating func endItem(_ scope: OpenElements.Scope) {
        guard open.has(token.tag, in: scope) else { return }
        generateImpliedEndTags(except: token.tag)
        popThrough(token.tag)
    }

    private mutating func endForm() {
        guard open.count(of: .template) == 0 else {
            guard open.has(.form) else { return }
            generateImpliedEndTags()
            return popThrough(.form)
        }
        let node = form
        form = .none
        guard node != .none, open.has(node) else { return }
        generateImpliedEndTags()
        if let index = open.index(of: node) { removeFromStack(at: index) }
    }

    /// “Any other end tag”.
    mutating func endOther() {
        if token.tag != .other, open.count(of: token.tag) == 0 { return }
        var index = open.count
        while index > 0 {
            index -= 1
            let entry = open[index]
            if entry.namespace == .html, nodes[entry.node].name == token.name {
                generateImpliedEndTags(except: token.tag)
                return pop(to: index)
            }
            if entry.isSpecial { return }
        }
    }
}
