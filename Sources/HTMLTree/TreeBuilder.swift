/// Tree construction of the WHATWG HTML Standard, section 13.2.6.
///
/// It pulls token after token and changes the arena; the rules of the insertion modes are in the extensions. Three bounds
/// keep every page linear in time and memory: elements nest at most `depthLimit` deep, copies of formatting elements are
/// counted, and what is on the list of active formatting elements was on the stack.
struct TreeBuilder: ~Copyable, ~Escapable {
    enum Mode: UInt8, Sendable {
        case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text, inTable, inTableText
        case inCaption, inColumnGroup, inTableBody, inRow, inCell, inTemplate, afterBody, inFrameset, afterFrameset
        case afterAfterBody, afterAfterFrameset
    }

    /// What a rule says about its token.
    enum Outcome {
        case done
        /// “Reprocess the token”: the mode has changed.
        case again
    }

    var tokenizer: Tokenizer
    var token = Token()
    var nodes = NodeArena()
    var mode = Mode.initial
    /// The mode that `text` and `inTableText` return to.
    var originalMode = Mode.initial
    var templateModes: [Mode] = []
    var open = OpenElements()
    var formatting = ActiveFormatting()
    var head = NodeID.none
    var form = NodeID.none
    /// The context element of a fragment.
    var context: OpenElements.Entry?
    var isScripting = false
    var framesetOK = true
    var fosterParenting = false
    var skipsLineFeed = false
    var isStopped = false
    var quirks = HTMLDocument.QuirksMode.none
    var doctype: HTMLDocument.Doctype?
    var isSimplified = false

    var pendingTableText: [ByteRange] = []
    var pendingIsSpace = true
    /// Attributes that further `html` and `body` tags add, kept until the end so that each is moved once.
    var lateAttributes: [LateAttributes] = []

    /// The `selectedcontent` elements, whose content is copied from options at the end.
    var selectedContents: [NodeID] = []

    let depthLimit: Int
    var copiesLeft: Int
    /// Elements that were not opened because of the depth limit, by tag, so that their end tags close nothing else.
    var unopened = [Int32](repeating: 0, count: 256)
    var unopenedCount = 0
    /// Room after texts that were moved to the side buffer, so that appending to them again and again is linear.
    var textRoom: [NodeID: Int] = [:]

    @_lifetime(copy input)
    init(_ input: Span<UInt8>, options: HTMLParser.Options) {
        tokenizer = Tokenizer(input)
        isScripting = options.isScripting
        depthLimit = max(16, min(options.depthLimit, 4096))
        copiesLeft = 10_000 + input.count / 8
        nodes.reserve(64 + input.count / 96)
        tokenizer.attributes.reserveCapacity(64 + input.count / 80)
        _ = nodes.add(NodeRecord(kind: .document))
        // What decoding would have taken away.
        if input.count >= 3, input[0] == 0xEF, input[1] == 0xBB, input[2] == 0xBF { tokenizer.at = 3 }
        if let context = options.context { startFragment(context) }
    }

    /// Reads all input.
    mutating func run() {
        while !isStopped {
            tokenizer.next(&token)
            if skipsLineFeed { skipLineFeed() }
            process()
        }
        finish()
    }

    private mutating func skipLineFeed() {
        skipsLineFeed = false
        guard token.kind == .characters, tokenizer.byte(at: token.text.start) == 0x0A else { return }
        token.text.start += 1
        token.text.count -= 1
    }

    /// The element that decides how a token is read: the context where only the root of a fragment is open.
    @inline(__always)
    var adjustedCurrent: OpenElements.Entry? { open.count == 1 && context != nil ? context : open.last }

    @inline(__always)
    private mutating func process() {
        if token.kind == .characters, token.text.isEmpty { return }
        if unopenedCount > 0, token.kind == .endTag, closesUnopened() { return }
        var outcome: Outcome
        repeat {
            if let current = adjustedCurrent, current.namespace != .html, !isHTMLContent(current) {
                outcome = inForeignContent()
            } else {
                outcome = apply(mode)
            }
        } while outcome == .again
        tokenizer.allowsCDATA = (adjustedCurrent?.namespace ?? .html) != .html
    }

    /// Whether a token inside a foreign element is read by the rules of HTML.
    private func isHTMLContent(_ current: OpenElements.Entry) -> Bool {
        let isText = token.kind == .characters || token.kind == .null
        switch token.kind {
        case .endOfFile: return true
        case .startTag, .characters, .null:
            if current.isMathMLTextPoint { return isText || token.tag != .mglyph && token.tag != .malignmark }
            if current.namespace == .mathML, current.tag == .annotationXML, token.kind == .startTag, token.tag == .svg {
                return true
            }
            return nodes[current.node].flags.contains(.integrationPoint)
        case .endTag, .comment, .doctype: return false
        }
    }

    /// Applies the rules of a mode to the token.
    mutating func apply(_ mode: Mode) -> Outcome {
        switch mode {
        case .inBody: inBody()
        case .text: inText()
        case .inTable: inTable()
        case .inTableText: inTableText()
        case .inCaption: inCaption()
        case .inColumnGroup: inColumnGroup()
        case .inTableBody: inTableBody()
        case .inRow: inRow()
        case .inCell: inCell()
        case .inTemplate: inTemplate()
        case .initial: initial()
        case .beforeHTML: beforeHTML()
        case .beforeHead: beforeHead()
        case .inHead: inHead()
        case .inHeadNoscript: inHeadNoscript()
        case .afterHead: afterHead()
        case .afterBody: afterBody()
        case .inFrameset: inFrameset()
        case .afterFrameset: afterFrameset()
        case .afterAfterBody: afterAfterBody()
        case .afterAfterFrameset: afterAfterFrameset()
        }
    }

    /// Switches to a mode and processes the token by it.
    mutating func again(_ mode: Mode) -> Outcome {
        self.mode = mode
        return .again
    }
}

extension TreeBuilder {
    // MARK: The stack

    @inline(__always)
    mutating func push(_ node: NodeID, _ tag: Tag, _ namespace: Namespace) {
        open.push(OpenElements.Entry(node: node, tag: tag, namespace: namespace))
        nodes[node].flags.insert(.open)
    }

    @inline(__always)
    mutating func pop() {
        guard let entry = open.pop() else { return }
        nodes[entry.node].flags.remove(.open)
        if unopenedCount > 0, open.count < depthLimit { forgetUnopened() }
    }

    /// Pops up to and with the element at an index.
    mutating func pop(to index: Int) {
        while open.count > index { pop() }
    }

    /// Pops up to and with the last HTML element with a tag.
    mutating func popThrough(_ tag: Tag) {
        while let current = open.last, open.count > 1 {
            pop()
            if current.isHTML(tag) { return }
        }
    }

    mutating func removeFromStack(at index: Int) {
        nodes[open[index].node].flags.remove(.open)
        open.remove(at: index)
    }

    @inline(__always)
    func isCurrent(_ tag: Tag) -> Bool { open.last?.isHTML(tag) ?? false }

    /// “Generate implied end tags”, except for one.
    @inline(__always)
    mutating func generateImpliedEndTags(except tag: Tag = .other) {
        while let current = open.last, current.namespace == .html, current.tag.hasImpliedEnd, current.tag != tag { pop() }
    }

    // MARK: The depth limit

    /// Notes an element that was inserted but not opened.
    mutating func noteUnopened(_ tag: Tag) {
        unopened[Int(tag.rawValue)] += 1
        unopenedCount += 1
    }

    /// Whether the token is the end tag of an element that was not opened.
    private mutating func closesUnopened() -> Bool {
        guard unopened[Int(token.tag.rawValue)] > 0 else { return false }
        unopened[Int(token.tag.rawValue)] -= 1
        unopenedCount -= 1
        return true
    }

    private mutating func forgetUnopened() {
        for index in unopened.indices { unopened[index] = 0 }
        unopenedCount = 0
    }
}
