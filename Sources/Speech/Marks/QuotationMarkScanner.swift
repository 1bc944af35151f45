internal import Language
internal import TextCore

/// Pairs the quotation marks of a text.
///
/// Directional marks (“ ” « » „ “ 「 」) pair by shape, straight ones by the white space around them. Apostrophes, primes
/// and elisions are left out. A quotation may open again at the start of each following paragraph (the old rule of
/// print); one that nothing closes ends where its paragraph, or the next quotation after a full stop, says that it must.
///
/// - Complexity: O(*n*) in tokens: the stack of open marks is bounded.
struct QuotationMarkScanner {
    /// How many marks may be open at once; more than this is damage, and the oldest is given up.
    static let deepest = 6

    /// A mark that nothing has closed yet.
    struct Open {
        let token: Int
        let family: QuotationMark.Family
        /// Opened by „ ‚ or », which “ ‘ and « close.
        let isGerman: Bool
        /// Content of earlier paragraphs, and the token of the first opening mark.
        var earlier: [Range<Int>] = []
        var first: Int
        var section: Int
        /// Where another quotation opens after a full stop: the end, if nothing closes this one.
        var cut: Int?
        /// Whether a paragraph goes on with it that does not open it again.
        var isResumed = false
    }

    let text: AnnotatedText
    var spans: [MarkedSpan] = []
    private(set) var stack: [Open] = []
    private var lastClosed = 0

    private init(_ text: AnnotatedText) { self.text = text }

    /// The spans in order of their openings, without the frames inside them; speech that dashes open and the turns of
    /// interviews are among them.
    /// - Parameter words: for each token, its classes: frames are told by their cues.
    static func spans(of text: AnnotatedText, words: [WordClass]) -> [MarkedSpan] {
        var scanner = QuotationMarkScanner(text)
        for section in text.sectionTokens.indices { scanner.scan(section) }
        scanner.partByFrames(words)
        scanner.addDialogue(DialogueFrames(text, words: words))
        scanner.addInterview(words)
        return scanner.nested()
    }

    // MARK: Scanning

    private mutating func scan(_ section: Int) {
        let range = text.sectionTokens[section]
        for index in range {
            guard text.tokens[index].kind == .quote, let mark = mark(index) else { continue }
            if index == range.lowerBound, let carried = stack.first, !carried.earlier.isEmpty {
                continue
            }
            read(mark, at: index, in: range, section: section)
        }
        endSection(section, range)
    }

    func mark(_ index: Int) -> (family: QuotationMark.Family, side: QuotationMark.Side)? {
        QuotationMark.read(text.text.bytes.span, text.tokens[index])
    }

    private mutating func read(
        _ mark: (family: QuotationMark.Family, side: QuotationMark.Side),
        at index: Int,
        in range: Range<Int>,
        section: Int
    ) {
        let family = mark.family
        let before = index == range.lowerBound || text.tokens[index].followsSpace
        let after = index + 1 >= range.upperBound || text.tokens[index + 1].followsSpace
        let opensByContext = before || followsOpening(index, in: range)
        let closesByContext = after || precedesClosing(index, in: range)
        switch mark.side {
        case .opening:
            if family.isSingle, isElision(after: index, in: range) { return }
            open(index, family, section, german: !isCorner(family))
        case .closing:
            // `the ’90s`: an apostrophe that opens a word.
            if family.isSingle, before, !after { return }
            if family.isSingle, isPluralPossessive(index, in: range) { return }
            if close(index, family) { return }
            if family.isSingle { return }
            // ”…“ as some Arabic and Swedish texts have it.
            if before, !after { open(index, family, section, german: true) } else { unopened(index, family, section, range) }
        case .openingOrGerman:
            if let top = innermost(family), stack[top].isGerman, !opensByContext || closesByContext {
                _ = close(index, family)
            } else if !family.isSingle, !opensByContext, after, follows(index, in: range), let top = innermost(family),
                !stack[top].isGerman
            {
                // `“Nobody came,“ she said.`: a mark of the wrong shape behind a comma or stop.
                close(index, top, isMisshapen: true)
            } else if !family.isSingle, !opensByContext, closesByContext, innermost(family) == nil,
                !precedesOpening(index, in: range)
            {
                unopened(index, family, section, range)
            } else if !family.isSingle || !isElision(after: index, in: range) {
                open(index, family, section)
            }
        case .leftGuillemet:
            if let top = innermost(family), stack[top].isGerman {
                _ = close(index, family)
            } else if !opensByContext, closesByContext, innermost(family) == nil, !precedesOpening(index, in: range) {
                unopened(index, family, section, range)
            } else {
                open(index, family, section)
            }
        case .rightGuillemet:
            if close(index, family) { return }
            if before, !after, !closesByContext {
                open(index, family, section, german: true)
            } else {
                unopened(index, family, section, range)
            }
        case .either:
            if family.isSingle {
                if innermost(family) != nil, !before, closesByContext {
                    if isPluralPossessive(index, in: range) { return }
                    _ = close(index, family)
                } else if opensByContext, !after, !isElision(after: index, in: range) {
                    open(index, family, section)
                }
                return
            }
            if isInchMark(index, in: range) { return }
            if opensByContext, !closesByContext {
                open(index, family, section)
            } else if closesByContext, !opensByContext {
                if !close(index, family) { unopened(index, family, section, range) }
            } else if !close(index, family) {
                open(index, family, section)
            }
        }
    }

    // MARK: The stack

    /// The innermost open mark that a mark of `family` closes: its own kind first.
    func innermost(_ family: QuotationMark.Family) -> Int? {
        stack.lastIndex { $0.family == family } ?? stack.lastIndex { family.mayClose($0.family) }
    }

    private mutating func open(_ index: Int, _ family: QuotationMark.Family, _ section: Int, german: Bool = false) {
        if let top = stack.last, top.cut == nil, !family.isSingle, index > 0, endsSentence(index - 1) {
            stack[stack.count - 1].cut = index
        }
        if stack.count >= Self.deepest {
            let oldest = stack.removeFirst()
            giveUp(oldest, at: index)
        }
        stack.append(Open(token: index, family: family, isGerman: german, first: index, section: section))
    }

    private func endsSentence(_ index: Int) -> Bool {
        switch text.tokens[index].kind {
        case .terminator: true
        case .quote: index > 0 && text.tokens[index - 1].kind == .terminator
        default: false
        }
    }

    private mutating func close(_ index: Int, _ family: QuotationMark.Family) -> Bool {
        guard let place = innermost(family) else { return false }
        close(index, place, isMisshapen: stack[place].family != family)
        return true
    }

    /// Closes an open mark; one that the closing mark does not fit by its shape is damaged.
    private mutating func close(_ index: Int, _ place: Int, isMisshapen: Bool) {
        while stack.count > place + 1 {
            let inner = stack.removeLast()
            giveUp(inner, at: index)
        }
        let found = stack.removeLast()
        lastClosed = index + 1
        let content = (found.token + 1)..<index
        guard !content.isEmpty || !found.earlier.isEmpty else { return }
        spans.append(
            MarkedSpan(
                tokens: found.first..<(index + 1),
                contents: found.earlier + (content.isEmpty ? [] : [content]),
                section: found.section,
                damage: found.isResumed ? .unclosed : isMisshapen ? .mismatched : nil,
                damagedMark: found.isResumed ? found.first : isMisshapen ? index : nil,
                enclosing: nil,
                family: found.family
            )
        )
    }

    /// Ends an open mark that nothing closes. Single marks were apostrophes, then, but for those that open speech.
    private mutating func giveUp(_ open: Open, at index: Int) {
        if open.family.isSingle, open.earlier.isEmpty, !opensSentence(open, before: index) { return }
        var end = open.cut ?? index
        if end - 2 > open.token, text.tokens[end - 1].kind == .terminator, text.tokens[end - 2].kind == .quote {
            // `… those "horrible Russians".`: the stop is the sentence's, not the quotation's.
            end -= 1
        }
        let content = (open.token + 1)..<max(open.token + 1, end)
        guard !content.isEmpty || !open.earlier.isEmpty else { return }
        spans.append(
            MarkedSpan(
                tokens: open.first..<max(open.first + 1, content.upperBound),
                contents: open.earlier + (content.isEmpty ? [] : [content]),
                section: open.section,
                damage: .unclosed,
                damagedMark: open.token,
                enclosing: nil,
                family: open.family
            )
        )
    }

    /// `Reed said: ‘The ferry is ours.`: whether a curved single mark opens a sentence that runs to a full stop at the end of its
    /// paragraph. Nothing else looks like it: an apostrophe stands in a word, and one for left-out letters is known.
    private func opensSentence(_ open: Open, before end: Int) -> Bool {
        guard open.family == .singleCurly, end - open.token > 4, text.tokens[open.token + 1].isCapitalized,
            QuotationMark.read(text.text.bytes.span, text.tokens[open.token])?.side == .openingOrGerman,
            text.tokens[end - 1].kind == .terminator,
            let section = text.sectionTokens.indices.contains(open.section)
                ? text.sectionTokens[open.section] : nil, end == section.upperBound
        else { return false }
        guard open.token > section.lowerBound else { return true }
        let before = text.tokens[open.token - 1]
        if before.kind == .terminator { return true }
        return before.kind == .punctuation && [UInt8(ascii: ":"), UInt8(ascii: ",")].contains(text.text.bytes[Int(before.start)])
    }

    private mutating func unopened(_ index: Int, _ family: QuotationMark.Family, _ section: Int, _ range: Range<Int>) {
        var start = max(range.lowerBound, lastClosed)
        if index > start, let sentence = text.sentence(ofToken: index - 1) {
            start = max(start, text.sentences[sentence].tokens.lowerBound)
        }
        lastClosed = index + 1
        guard index - start >= 2 else { return }
        spans.append(
            MarkedSpan(
                tokens: start..<(index + 1),
                contents: [start..<index],
                section: section,
                damage: .unopened,
                damagedMark: index,
                enclosing: nil,
                family: family
            )
        )
    }

    // MARK: Ends

    private mutating func endSection(_ section: Int, _ range: Range<Int>) {
        while stack.count > 1 { giveUp(stack.removeLast(), at: range.upperBound) }
        guard var outer = stack.popLast() else { return }
        let isResumed = outer.earlier.isEmpty && closesLater(outer, after: section)
        guard outer.cut == nil, isResumed && !outer.family.isSingle || opensAgain(outer, after: section) else {
            giveUp(outer, at: range.upperBound)
            return
        }
        // The token before the content: the mark, where there is one.
        let next = text.sectionTokens[section + 1].lowerBound - (isResumed ? 1 : 0)
        let content = (outer.token + 1)..<range.upperBound
        if !content.isEmpty { outer.earlier.append(content) }
        guard !outer.earlier.isEmpty else { return }
        var carried = Open(
            token: next,
            family: outer.family,
            isGerman: outer.isGerman,
            first: outer.first,
            section: outer.section
        )
        carried.earlier = outer.earlier
        carried.isResumed = isResumed
        stack = [carried]
    }

    /// Whether the first mark of the next section closes what is open: the section goes on with the quotation, though it does not
    /// open it again as print does.
    private func closesLater(_ open: Open, after section: Int) -> Bool {
        guard section + 1 < text.sections.count, text.sections[section].role == .body, text.sections[section + 1].role == .body
        else { return false }
        let range = text.sectionTokens[section + 1]
        // Its end is a sentence's: a fragment that nothing closes is a slip of its own.
        guard let first = range.first(where: { text.tokens[$0].kind == .quote && mark($0)?.family.isSingle == false }),
            first > range.lowerBound, let mark = mark(first), mark.family == open.family, endsSentence(first - 1)
        else { return false }
        let after = first + 1 >= range.upperBound || text.tokens[first + 1].followsSpace
        switch mark.side {
        case .closing: return after
        case .rightGuillemet: return after && !open.isGerman
        case .either: return after && !text.tokens[first].followsSpace
        case .openingOrGerman, .leftGuillemet: return open.isGerman && after
        case .opening: return false
        }
    }

    /// Whether the next section starts with the same mark again.
    private func opensAgain(_ open: Open, after section: Int) -> Bool {
        guard section + 1 < text.sections.count, text.sections[section].role == .body, text.sections[section + 1].role == .body
        else { return false }
        let range = text.sectionTokens[section + 1]
        guard range.count > 1, let mark = mark(range.lowerBound) else {
            return false
        }
        if open.family.isSingle {
            // `’Twas`, and marks that open no sentence.
            guard !isElision(after: range.lowerBound, in: range), text.tokens[range.lowerBound + 1].isCapitalized,
                open.earlier.isEmpty == false || text.tokens[open.token + 1].isCapitalized,
                let last = text.sectionTokens[section].last, text.tokens[last].kind == .terminator
            else { return false }
        }
        switch mark.side {
        case .opening, .openingOrGerman, .leftGuillemet: return mark.family == open.family
        case .rightGuillemet: return mark.family == open.family
        case .either, .closing: return mark.family == open.family && !text.tokens[range.lowerBound + 1].followsSpace
        }
    }

    /// The spans in order, each knowing the one around it.
    private func nested() -> [MarkedSpan] {
        // Marks around nothing but marks quote nothing.
        var ordered = spans.filter { span in
            span.contents.contains { $0.contains { text.tokens[$0].kind != .quote } }
        }
        ordered.sort {
            ($0.tokens.lowerBound, -$0.tokens.upperBound) < ($1.tokens.lowerBound, -$1.tokens.upperBound)
        }
        var around: [Int] = []
        for index in ordered.indices {
            let tokens = ordered[index].tokens
            while let last = around.last, ordered[last].tokens.upperBound < tokens.upperBound { around.removeLast() }
            ordered[index].enclosing = around.last
            around.append(index)
        }
        return ordered
    }
}
