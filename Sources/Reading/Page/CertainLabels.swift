internal import HTMLTree
internal import TextCore

/// What is certain of a page's blocks, whatever they read and lie like: that they are hidden, stand there twice, tell of a
/// correction, open an entry of a live blog, or say what nobody but a page's furniture says.
///
/// - Complexity: O(blocks + bytes of those that may be body).
struct CertainLabels {
    /// What is known of a block: its label, and whether it is body all the same.
    struct Known {
        let label: Label
        var isBody = false
    }

    var known: [Int: Known] = [:]
    /// The first block that asks for a subscription where the text breaks off.
    private(set) var subscription: Int?

    let page: SegmentedPage
    let features: BlockFeatures
    let clues: PageClues
    private let document: HTMLDocument
    /// The blocks that are body as far as the model knows.
    var body: [Int]
    let logits: [Float]
    /// The names of the page's authors, those of two words or more, and their bytes: each line at the ends is searched for them.
    private let authors: [(name: String, bytes: [UInt8])]

    init(
        _ page: SegmentedPage,
        _ document: HTMLDocument,
        _ clues: PageClues,
        _ features: BlockFeatures,
        _ logits: [Float],
        authors: [String]
    ) {
        self.authors = authors.filter { $0.utf8.contains(0x20) }.map { ($0, Array($0.utf8)) }
        self.page = page
        self.document = document
        self.clues = clues
        self.features = features
        self.logits = logits
        body = page.blocks.indices.filter { logits[$0] > 0 }
        findHidden()
        findTwins()
        findCorrections()
        findSubscription()
        findPointers()
        findFurniture()
        findTopMatter()
        if clues.isLive { findEntries() }
        findLinkedSentences()
    }

    mutating func note(_ index: Int, _ kind: Block.Kind, _ reason: String) {
        known[index] = Known(label: Label(kind, reason))
    }

    // MARK: What no reader sees

    /// Hidden blocks between those that are shown. Where most of the text is hidden, it is shown later: by a script, or to
    /// those who have paid.
    private mutating func findHidden() {
        for index in body where isReadOutOnly(index) { note(index, .other, "read out only, and shown to nobody") }
        body.removeAll { known[$0] != nil }
        let hidden = body.filter { page.blocks[$0].traits.contains(.hidden) && isSentence($0) && isHiddenAlone($0) }
        // Where the text ends hidden, the end is what a click on “Read more” shows.
        guard !hidden.isEmpty, hidden.count <= Self.mostHiddenAlone, hidden.last != body.last,
            self.bytes(of: hidden) * 2 < self.bytes(of: body)
        else { return }
        for index in hidden { note(index, .other, "hidden from readers") }
        body.removeAll { known[$0] != nil }
    }

    /// Whether a block lies in a small element for those who have the page read out.
    private func isReadOutOnly(_ index: Int) -> Bool {
        var container = page.blocks[index].container
        for _ in 0..<3 where container >= 0 && features.shape.blocks[container] <= Self.mostHidden {
            let classes = document.attribute(.class, of: page.containers[container].node)
            if let classes, PageElements.isForScreenReaders(classes, in: document) { return true }
            container = page.containers[container].parent
        }
        return false
    }

    /// Whether a block ends as sentences do. What else is hidden is code for those who want to copy it, and data for scripts.
    func isSentence(_ index: Int) -> Bool {
        switch features.profiles[index].last {
        case .stop, .question, .exclamation, .ellipsis, .quote: true
        default: false
        }
    }

    /// A hidden element of more blocks than this is a part of the page that a click shows: a tab, an answer.
    private static let mostHidden = 2
    /// More hidden blocks than this are a part of the article.
    private static let mostHiddenAlone = 4

    /// Whether a block is in a small element that is not shown, which nothing calls a part that a click shows. What is hidden
    /// from those who have the page read out only is shown.
    private func isHiddenAlone(_ index: Int) -> Bool {
        var container = page.blocks[index].container
        var isShown = true
        while container >= 0, page.containers[container].traits.contains(.hidden) {
            guard features.shape.blocks[container] <= Self.mostHidden else { return false }
            if BlockSigns.opensByClick(page.names[page.containers[container].names]) { return false }
            if PageSegmenter.isNotShown(page.containers[container].node, in: document) { isShown = false }
            container = page.containers[container].parent
        }
        guard container < 0 || !BlockSigns.opensByClick(page.names[page.containers[container].names]) else { return false }
        return !isShown
    }

    /// A run of blocks that stands on the page a second time has this many of them, and one in so many bytes of the body: what is
    /// repeated in lists, reviews and forms has less.
    private static let shortestTwin = 3
    private static let smallestTwin = 5

    /// Whether a block stands a few behind another: between them may be what the twin leaves out.
    private static func follows(_ place: Int, _ before: Int) -> Bool { place > before && place - before <= 4 }

    /// Runs of blocks that stand on the page a second time, for screens of another size.
    private mutating func findTwins() {
        var first: [UInt32: Int] = [:]
        var twin: [Int?] = Array(repeating: nil, count: body.count)
        for (place, index) in body.enumerated() {
            let profile = features.profiles[index]
            guard profile.words > 0 else { continue }
            if let other = first[profile.whole] {
                if features.profiles[body[other]].length == profile.length { twin[place] = other }
            } else {
                first[profile.whole] = place
            }
        }
        let all = bytes(of: body)
        var start = 0
        while start < body.count {
            var end = start
            while end < body.count, let other = twin[end], end == start || Self.follows(other, twin[end - 1] ?? 0) { end += 1 }
            if end - start >= Self.shortestTwin, bytes(of: Array(body[start..<end])) * Self.smallestTwin >= all {
                for place in start..<end { note(body[place], .other, "stands on the page twice") }
            }
            start = max(end, start + 1)
        }
        body.removeAll { known[$0] != nil }
    }

    // MARK: Corrections

    /// An element that is called a correction holds no more blocks than this.
    private static let mostOfCorrection = 8

    private func bytes(of blocks: [Int]) -> Int { blocks.reduce(0) { $0 + features.profiles[$1].length } }

    private func notices(_ index: Int, _ bytes: Span<UInt8>) -> BlockWords.Notices {
        features.words.notices(index, bytes, page.blocks[index].range, words: features.profiles[index].words)
    }

    private mutating func findCorrections() {
        // A copy of its own: what is known changes while the bytes are borrowed.
        let page = page
        let bytes = page.text.span
        var isAfterHeading = false
        for (place, index) in body.enumerated() {
            let notices = notices(index, bytes)
            let isLast = place + 1 == body.count
            if isAfterHeading, features.profiles[index].words <= 120, isLast || notices.contains(.correction) {
                note(index, .correction, "the note below its heading")
                isAfterHeading = false
                continue
            }
            isAfterHeading = false
            if notices.contains(.correction) {
                note(index, .correction, "tells of a correction")
            } else if isCalledCorrection(index) {
                note(index, .correction, "in a note of a correction")
            } else if notices.contains(.correctionHeading), !isLast {
                guard place + 2 == body.count || self.notices(body[place + 1], bytes).contains(.correction) else { continue }
                note(index, .correction, "the heading of a correction")
                isAfterHeading = true
            }
        }
        // A page of nothing but corrections is an article.
        let notes = body.filter { known[$0] != nil }
        let isAll = !body.contains { known[$0] == nil && features.shape.isRunning[$0] }
        if isAll { for index in notes { known[index] = nil } }
        body.removeAll { known[$0] != nil }
    }

    private func isCalledCorrection(_ index: Int) -> Bool {
        var container = page.blocks[index].container
        for _ in 0..<3 where container >= 0 {
            guard features.shape.blocks[container] <= Self.mostOfCorrection else { return false }
            if BlockSigns.isCorrection(page.names[page.containers[container].names]) { return true }
            container = page.containers[container].parent
        }
        return false
    }

    // MARK: Subscriptions

    /// How many blocks after the last running text may ask for a subscription.
    private static let reachOfSubscription = 8

    private mutating func findSubscription() {
        guard let first = features.shape.firstRunning, let last = features.shape.lastRunning else { return }
        // A copy of its own: what is known changes while the bytes are borrowed.
        let page = page
        let bytes = page.text.span
        let elsewhere: PageTraits = [.navigation, .footer, .aside, .header, .hidden]
        for index in first..<min(page.blocks.count, last + Self.reachOfSubscription + 1) {
            let block = page.blocks[index]
            guard block.traits.isDisjoint(with: elsewhere), features.profiles[index].words >= 3 else { continue }
            let notices = notices(index, bytes)
            guard notices.contains(.subscription) || notices.contains(.offer) && isCalledPaywall(block) else { continue }
            if subscription == nil { subscription = index }
            note(index, .promo, "asks for a subscription")
        }
        body.removeAll { known[$0] != nil }
    }

    private func isCalledPaywall(_ block: PageBlock) -> Bool {
        var container = block.container
        for _ in 0..<3 where container >= 0 {
            let value = document.attribute(.class, of: page.containers[container].node)
            if let value, MetadataLexicon.standard.words(in: document.bytes(value)).contains(.paywall) { return true }
            container = page.containers[container].parent
        }
        return false
    }

    // MARK: Above the text

    /// Words of a line above the text that names authors, a place, a time.
    private static let mostWordsOfTop = 12
    /// The same of a line that says when the text was published and when it was changed.
    private static let mostWordsOfTimes = 20
    /// Digits of a year and a day: "November 2015" may head what follows.
    private static let digitsOfDay = 5

    /// Bylines, places, times and counts of comments between the headline and the text, where nothing but what their own
    /// elements are called tells them from short paragraphs.
    private mutating func findTopMatter() {
        guard let first = body.firstIndex(where: { features.shape.isRunning[$0] }) else { return }
        for index in body[..<first] {
            let block = page.blocks[index]
            let profile = features.profiles[index]
            let longest = profile.digits >= 2 * Self.digitsOfDay ? Self.mostWordsOfTimes : Self.mostWordsOfTop
            guard profile.words <= longest, !isSentence(index), !page.containers[block.container].tag.isHeading else {
                continue
            }
            if let label = features.words.labels[index],
                label.kind == .time && profile.digits >= Self.digitsOfDay || label.reason == Furniture.commentsPrompt
            {
                known[index] = Known(label: label)
            } else if profile.digits >= Self.digitsOfDay, page.containers[block.container].tag == .time || block.hasTime {
                note(index, .time, "says when it was published or changed")
            } else if let label = BlockSigns.ofTopMatter(block, in: page) {
                known[index] = Known(label: label)
            }
        }
        body.removeAll { known[$0] != nil }
    }

    // MARK: Set phrases

    /// How many of the last blocks may credit people and agencies, or tell of the authors.
    private static let lastBlocks = 4

    /// Log-odds below which the model is not sure that a block is body: blogs have pointers to other articles as part of their
    /// text, of which it is. What is likely of notices on privacy is so of articles on cookies.
    static let unsure: Float = 0.25
    private static let unsureOfPrivacy: Float = 5
    private static let mostWordsOfPrivacy = 120

    private mutating func findFurniture() {
        let page = page
        let bytes = page.text.span
        let last = Set(body.suffix(Self.lastBlocks))
        for index in body {
            let profile = features.profiles[index]
            if let label = features.words.labels[index], isCertain(label, index, isLast: last.contains(index)) {
                known[index] = Known(label: label)
            } else if logits[index] < Self.unsureOfPrivacy, (5...Self.mostWordsOfPrivacy).contains(profile.words),
                PageNotices.standard.isOfPrivacy(LineToken.scan(bytes, page.blocks[index].range, limit: 240))
            {
                note(index, .other, "a notice on cookies or personal data")
            } else if profile.words <= 4, isAmongButtons(index) {
                note(index, .sharePrompt, "among the buttons for sharing")
            } else if profile.words <= 60, let label = closing(bytes, index, isLast: last.contains(index)) {
                known[index] = Known(label: label)
            }
        }
        body.removeAll { known[$0] != nil }
    }

    /// Whether a label that a block's words give it holds whatever the block lies like.
    private func isCertain(_ label: Label, _ index: Int, isLast: Bool) -> Bool {
        let block = page.blocks[index]
        switch label.reason {
        case Furniture.advertisement: return true
        case CreditRules.reporting, CreditRules.agencyMark, Furniture.siteNotice: return isLast
        case Furniture.newsletterInvitation, Furniture.shareInvitation:
            // What a text opens with introduces it: letters that newsletters print.
            return block.linked > 0 && block.links.count <= 2 && index != body.first
        case CreditRules.captionByLabel:
            // "FILE PHOTO:", "FILE –", "Photo d'archives :".
            let tokens = LineToken.scan(page.text.span, block.range, limit: 2)
            return tokens.first?.isAllCaps == true || tokens.last?.kind == .word
        case Furniture.pointer, Furniture.pointerInCapitals:
            let tokens = LineToken.scan(page.text.span, block.range, limit: 2)
            let isShouted = tokens.allSatisfy { $0.isAllCaps || $0.isSign(":") }
            return isShouted || block.linked * 2 > block.range.count && logits[index] < Self.unsure
        case CreditRules.picture: return CreditRules.standard.isOfPhoto(LineToken.scan(page.text.span, block.range, limit: 6))
        default: return false
        }
    }

    /// What a line says of the text that it closes, or between its paragraphs.
    private func closing(_ bytes: Span<UInt8>, _ index: Int, isLast: Bool) -> Label? {
        let block = page.blocks[index]
        let words = features.profiles[index].words
        guard words <= 9 || isLast || words <= Self.mostWordsOfInvitation else { return nil }
        let tokens = LineToken.scan(bytes, block.range, limit: 120)
        if words <= Self.mostWordsOfInvitation, isLast || block.linked > 0 || words <= 9, !startsQuoted(tokens) {
            if Furniture.standard.isInvitation(tokens, isLast: isLast) {
                return Label(.promo, "an invitation in the page's own voice")
            }
        }
        guard words <= 9 || isLast else { return nil }
        if words <= 14, Furniture.standard.isAddressOfEmbed(tokens) { return Label(.embed, Furniture.address) }
        if words <= 9, PageNotices.standard.isAside(tokens) { return Label(.other, Furniture.advertisement) }
        if words <= 14, authors.contains(where: { bytes.contains($0.bytes, in: block.range) }) {
            let line = Line.measured(bytes, block.range, true)
            let own = UTF8Text(repairing: page.text[block.range])
            let ownTokens = LineToken.scan(own.span, own.range, limit: 60)
            if !line.isTerminated, BylineRules.standard.authors(line, ownTokens, own) != nil {
                return Label(.byline, "names the authors")
            }
        }
        guard isLast else { return nil }
        let (start, end) = (block.range.lowerBound, block.range.upperBound)
        if let author = authors.first(where: { bytes.has($0.bytes, at: start, before: end) }) {
            let own = UTF8Text(repairing: page.text[block.range])
            let ownTokens = LineToken.scan(own.span, own.range, limit: 60)
            let line = Line.measured(own.span, own.range, true)
            if PageNotices.standard.isAbout(own[author.bytes.count..<own.count][...])
                || BylineRules.standard.isAboutAuthor(line, ownTokens, own, authors: [author.name])
            {
                return Label(.byline, "about an author")
            }
        }
        let hasAddress = block.range.contains { bytes[$0] == UInt8(ascii: "@") }
        return PageNotices.standard.closingLine(tokens, isLinked: block.linked > 0, hasAddress: hasAddress)
    }

    private static let mostWordsOfInvitation = 25

    /// What somebody says in quotation marks is no invitation of the page.
    private func startsQuoted(_ tokens: [LineToken]) -> Bool {
        guard let first = tokens.first else { return false }
        return first.isSign("“") || first.isSign("\"") || first.isSign("„") || first.isSign("«") || first.isSign("»")
    }

    /// Whether a block lies in an element that is called after sharing and holds no running text.
    private func isAmongButtons(_ index: Int) -> Bool {
        var container = page.blocks[index].container
        for _ in 0..<4 where container >= 0 {
            guard features.shape.running[container] == 0, !page.containers[container].tag.isHeading else { return false }
            if BlockSigns.isForSharing(page.names[page.containers[container].names]) { return true }
            container = page.containers[container].parent
        }
        return false
    }

    // MARK: Live blogs

    /// Words of a line that is a time and says where or when beside it.
    private static let mostWordsOfTime = 6

    /// The times that open entries: lines of one look that are times, or start with one, each with text below it.
    private mutating func findEntries() {
        // A copy of its own: what is known changes while the bytes are borrowed.
        let page = page
        let bytes = page.text.span
        var times: [(block: Int, isAll: Bool)] = []
        let furniture: PageTraits = [.navigation, .footer, .aside]
        for (index, block) in page.blocks.enumerated() where block.traits.isDisjoint(with: furniture) {
            let profile = features.profiles[index]
            guard profile.digits >= 2, profile.words <= 24 else { continue }
            let tokens = LineToken.scan(bytes, block.range, limit: 60)
            let line = TimeLine(tokens, mostWords: 24)
            if line.isOnlyTime || block.hasTime && profile.words <= Self.mostWordsOfTime {
                times.append((index, true))
            } else if opensWithClock(tokens), logits[index] > 0 {
                times.append((index, false))
            }
        }
        func hasTextBelow(_ place: Int) -> Bool {
            let end = place + 1 < times.count ? times[place + 1].block : page.blocks.count
            return body.contains { $0 > times[place].block && $0 < end && features.shape.isRunning[$0] }
        }
        // What stands once is the time of the whole.
        var count: [Int: Int] = [:]
        for place in times.indices where hasTextBelow(place) { count[features.looks[times[place].block], default: 0] += 1 }
        for place in times.indices where hasTextBelow(place) && count[features.looks[times[place].block]] ?? 0 >= 2 {
            let (index, isAll) = times[place]
            let label = Label(.liveEntry, "the time that opens an entry of a live blog")
            known[index] = Known(label: label, isBody: !isAll)
        }
        body.removeAll { known[$0] != nil }
    }

    /// "13:00 – The terminal closes", "4.15pm: …".
    private func opensWithClock(_ tokens: [LineToken]) -> Bool {
        guard tokens.count > 4, let hour = tokens[0].number, hour < 24, tokens[1].isSign(":") || tokens[1].isSign("."),
            !tokens[1].isAfterSpace, let minute = tokens[2].number, minute < 60, tokens[2].length == 2
        else { return false }
        let zone = tokens[3].kind == .word ? 4 : 3
        return tokens[3].isDash || tokens[3].isSign("|") || zone < tokens.count && tokens[zone].isDash
            || Calendar.standard.zones[tokens[3].value] != nil || tokens[3].isSign(":")
    }
}

extension Span where Element == UInt8 {
    /// Whether some bytes stand at a place, with their end at most at another.
    fileprivate func has(_ wanted: [UInt8], at start: Int, before end: Int) -> Bool {
        guard start + wanted.count <= end else { return false }
        for offset in wanted.indices where self[start + offset] != wanted[offset] { return false }
        return true
    }

    /// Whether some bytes stand anywhere in a range. O(length of the range · those that start alike), bounded by callers.
    fileprivate func contains(_ wanted: [UInt8], in range: Range<Int>) -> Bool {
        guard let first = wanted.first else { return false }
        for start in range where self[start] == first && has(wanted, at: start, before: range.upperBound) { return true }
        return false
    }
}
