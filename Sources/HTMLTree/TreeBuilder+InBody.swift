/// The “in body” insertion mode: section 13.2.6.4.7. End tags are in `TreeBuilder+InBodyEndTags.swift`.
extension TreeBuilder {
    mutating func inBody() -> Outcome {
        switch token.kind {
        case .characters: insertBodyText(token.text)
        case .startTag: return startTagInBody()
        case .endTag: return endTagInBody()
        case .comment: insertComment()
        case .null, .doctype: break
        case .endOfFile:
            if !templateModes.isEmpty { return inTemplate() }
            isStopped = true
        }
        return .done
    }

    @inline(__always)
    mutating func insertBodyText(_ range: ByteRange) {
        reconstructFormatting()
        insertText(range)
        if framesetOK, !isSpace(range) { framesetOK = false }
    }

    /// “Close a p element” if there is one in button scope.
    @inline(__always)
    mutating func closeParagraph() {
        if open.has(.p, in: .button) { popParagraph() }
    }

    mutating func popParagraph() {
        generateImpliedEndTags(except: .p)
        popThrough(.p)
    }

    private mutating func startTagInBody() -> Outcome {
        switch token.tag {
        case .div, .p, .section, .article, .aside, .header, .footer, .nav, .main, .figure, .figcaption, .ul, .ol, .dl,
            .address, .blockquote, .center, .details, .dialog, .dir, .fieldset, .hgroup, .menu, .search, .summary:
            closeParagraph()
            openElement()
        case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: startFormatting()
        case .li, .dd, .dt: startItem()
        case .h1, .h2, .h3, .h4, .h5, .h6:
            closeParagraph()
            if let current = open.last, current.namespace == .html, current.tag.isHeading { pop() }
            openElement()
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title: return inHead()
        case .area, .br, .embed, .img, .keygen, .wbr:
            reconstructFormatting()
            insertVoid()
            framesetOK = false
        case .input: startInput()
        case .param, .source, .track: insertVoid()
        case .hr: startRule()
        case .image:
            token.tag = .img
            token.name = UInt32(Tag.img.rawValue)
            return .again
        case .table:
            if quirks != .quirks { closeParagraph() }
            framesetOK = false
            if openElement(reserve: 4) != nil { mode = .inTable }
        case .button:
            if open.has(.button) {
                generateImpliedEndTags()
                popThrough(.button)
            }
            reconstructFormatting()
            openElement()
            framesetOK = false
        case .form: startForm()
        case .pre, .listing:
            closeParagraph()
            openElement()
            skipsLineFeed = true
            framesetOK = false
        case .applet, .marquee, .object:
            reconstructFormatting()
            if openElement() != nil { formatting.addMarker() }
            framesetOK = false
        case .textarea, .xmp, .iframe, .noembed, .plaintext: return startTextElement()
        case .noscript where isScripting: return insertText(as: .rawText)
        case .select, .optgroup, .option: startSelectPart()
        case .rb, .rtc, .rp, .rt: startRuby()
        case .math, .svg:
            reconstructFormatting()
            openForeign(token.tag == .svg ? .svg : .mathML)
        case .html:
            if open.count(of: .template) == 0, open.count > 0 { mergeAttributes(into: open[0].node) }
        case .body: startSecondBody()
        case .frameset: startFramesetInBody()
        case .selectedcontent:
            reconstructFormatting()
            if let node = openElement() { selectedContents.append(node) }
        case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
        default:
            reconstructFormatting()
            openElement()
        }
        return .done
    }

    private mutating func startFormatting() {
        if token.tag == .a, let index = formatting.lastIndex(of: .a) {
            let element = formatting.entries[index].node
            if runAdoptionAgency() == false { endOther() }
            if let index = formatting.index(of: element) { removeFormatting(at: index) }
            if nodes[element].flags.contains(.open), let index = open.index(of: element) { removeFromStack(at: index) }
        }
        reconstructFormatting()
        if token.tag == .nobr, open.has(.nobr) {
            if runAdoptionAgency() == false { endOther() }
            reconstructFormatting()
        }
        if let node = openElement() { addFormatting(node, token.tag) }
    }

    private mutating func startItem() {
        framesetOK = false
        let isListItem = token.tag == .li
        var index = open.count
        while index > 0 {
            index -= 1
            let entry = open[index]
            if entry.namespace == .html, isListItem ? entry.tag == .li : entry.tag == .dd || entry.tag == .dt {
                generateImpliedEndTags(except: entry.tag)
                popThrough(entry.tag)
                break
            }
            if entry.isSpecial, !(entry.isHTML(.address) || entry.isHTML(.div) || entry.isHTML(.p)) { break }
        }
        closeParagraph()
        openElement()
    }

    private mutating func startForm() {
        let hasTemplate = open.count(of: .template) > 0
        guard form == .none || hasTemplate else { return }
        closeParagraph()
        if let node = openElement(), !hasTemplate { form = node }
    }

    private mutating func startInput() {
        if let context, context.isHTML(.select) { return }
        if open.has(.select) { popThrough(.select) }
        reconstructFormatting()
        insertVoid()
        if !isHiddenInput() { framesetOK = false }
    }

    /// Whether the token's `type` is `hidden`.
    func isHiddenInput() -> Bool {
        guard let type = tokenAttribute(.type) else { return false }
        return tokenizer.equals(type, "hidden")
    }

    private mutating func startRule() {
        closeParagraph()
        if open.has(.select) { generateImpliedEndTags() }
        insertVoid()
        framesetOK = false
    }

    private mutating func startSelectPart() {
        switch token.tag {
        case .select:
            if let context, context.isHTML(.select) { return }
            if open.has(.select) { return popThrough(.select) }
            reconstructFormatting()
            openElement()
            framesetOK = false
            return
        case .option where open.has(.select): generateImpliedEndTags(except: .optgroup)
        case .optgroup where open.has(.select): generateImpliedEndTags()
        default: if isCurrent(.option) { pop() }
        }
        reconstructFormatting()
        openElement()
    }

    private mutating func startRuby() {
        if open.has(.ruby) { generateImpliedEndTags(except: token.tag == .rp || token.tag == .rt ? .rtc : .other) }
        openElement()
    }

    private mutating func startTextElement() -> Outcome {
        switch token.tag {
        case .textarea:
            skipsLineFeed = true
            framesetOK = false
            return insertText(as: .rcdata)
        case .xmp:
            closeParagraph()
            reconstructFormatting()
            framesetOK = false
        case .iframe: framesetOK = false
        case .plaintext:
            closeParagraph()
            insertElement()
            tokenizer.read(as: .plainText)
            return .done
        default: break
        }
        return insertText(as: .rawText)
    }

    private mutating func startSecondBody() {
        guard open.count > 1, open[1].isHTML(.body), open.count(of: .template) == 0 else { return }
        framesetOK = false
        mergeAttributes(into: open[1].node)
    }

    private mutating func startFramesetInBody() {
        guard framesetOK, open.count > 1, open[1].isHTML(.body) else { return }
        nodes.detach(open[1].node)
        pop(to: 1)
        insertElement()
        mode = .inFrameset
    }
}

extension Tokenizer {
    /// Whether a range equals ASCII bytes in either case; `lowercased` is in lower case.
    func equals(_ range: ByteRange, _ lowercased: StaticString) -> Bool {
        guard Int(range.count) == lowercased.utf8CodeUnitCount else { return false }
        return hasPrefix(range, lowercased)
    }

    func hasPrefix(_ range: ByteRange, _ lowercased: StaticString) -> Bool {
        let start = Int(range.start)
        guard Int(range.count) >= lowercased.utf8CodeUnitCount else { return false }
        if start < sideBase { return input.hasASCII(lowercased, at: start) }
        return side.span.hasASCII(lowercased, at: start - sideBase)
    }
}
