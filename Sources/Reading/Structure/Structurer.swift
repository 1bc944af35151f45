internal import TextCore

/// Labels every line of a text: first by its words alone, then by its place.
///
/// Each step is linear in the text; no step looks at more than sixty words of a line.
struct Structurer {
    /// A line with its label, when it has one.
    struct Item {
        var line: Line
        var label: Label?
    }

    let text: UTF8Text
    /// What the record said about its headline and standfirst: those bytes of `text`.
    let given: Given
    var items: [Item] = []
    var dateline: Dateline?
    /// The dateline's item.
    var datelineItem: Int?
    var published: CivilTime?
    var authors: [String] = []
    var agencies: [String] = []
    /// The article's address, when a line says it.
    var url: String?
    /// An agency's mark at the end of a paragraph, by item.
    var tails: [Int: Range<Int>] = [:]

    let furniture = Furniture.standard
    let credits = CreditRules.standard
    let bylines = BylineRules.standard

    /// Parts that need no rule, because the record names them.
    struct Given {
        var headline: Range<Int>?
        var standfirst: Range<Int>?
        /// Whether the publication time is known, so that no line may change it.
        var isDated = false
        /// The article's address.
        var url: String?
    }

    init(_ text: UTF8Text, given: Given = Given()) {
        self.text = text
        self.given = given
        items = Line.unwrapped(Line.split(text), text).map { Item(line: $0) }
    }

    /// The tokens of an item's line: all of a short line, the first of a long one.
    func tokens(_ index: Int) -> [LineToken] {
        LineToken.scan(text.span, items[index].line.range, limit: 160)
    }

    /// Labels everything.
    mutating func run() {
        labelGiven()
        labelByWords()
        findAddress()
        labelHeadline()
        labelTop()
        labelCaptions()
        findDateline()
        labelStandfirst()
        labelLists()
        labelBody()
        labelTail()
    }

    // MARK: By the record's fields

    private mutating func labelGiven() {
        for index in items.indices {
            if let range = given.headline, range.overlaps(items[index].line.range) {
                items[index].label = Label(.headline, "the record's headline")
            } else if let range = given.standfirst, range.overlaps(items[index].line.range) {
                items[index].label = Label(.standfirst, "the record's standfirst")
            } else if given.headline == nil {
                return
            }
        }
    }

    // MARK: By the words of a line alone

    private mutating func labelByWords() {
        var index = 0
        while index < items.count {
            let line = items[index].line
            if items[index].label == nil, line.words <= 60, line.range.count <= 600 {
                let tokens = tokens(index)
                let label = furniture.label(line, tokens, text.span)
                if let label, label.kind != .sharePrompt || line.innerEnds == 0 {
                    items[index].label = label
                } else if let parts = glued(line) {
                    items.replaceSubrange(index...index, with: parts)
                    index += parts.count
                    continue
                } else if let label {
                    items[index].label = label
                } else if let label = credits.label(line, tokens),
                    label.reason != CreditRules.picture || bylines.authors(line, tokens, text) == nil
                {
                    items[index].label = label
                    // Who took a picture says nothing of whose the text is.
                    if label.kind != .caption, label.reason != CreditRules.picture { addAgencies(tokens) }
                } else if !line.isRunningText, isTime(tokens) {
                    items[index].label = Label(.time, "nothing but a time")
                }
            }
            index += 1
        }
    }

    /// Whether a line is a day or a time of day, and nothing else. A month alone is a heading as likely.
    private func isTime(_ tokens: [LineToken]) -> Bool {
        let found = TimeLine(tokens)
        return found.isOnlyTime
            && (found.time?.day != nil || found.time?.hour != nil || found.isLabelled || found.isRelative && tokens.count > 1)
    }

    mutating func addAgencies(_ tokens: [LineToken]) {
        for name in credits.agencies(in: tokens) + credits.capitalNames(in: tokens, text)
        where !agencies.contains(name) && !agencies.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
            agencies.append(name)
        }
    }

    /// "Share this story!All news": two pieces of furniture that lost the space between them.
    private func glued(_ line: Line) -> [Item]? {
        guard line.words <= 30 else { return nil }
        let bytes = text.span
        var at = line.range.lowerBound + 1
        while at + 1 < line.range.upperBound {
            let isEnd = bytes[at] == 0x21 || bytes[at] == 0x3F || bytes[at] == 0x2E
            if isEnd, bytes[at + 1] > 0x20, CharacterClass.of(bytes.scalar(at: at + 1).value) == .upper {
                let parts = [line.range.lowerBound..<at + 1, at + 1..<line.range.upperBound].map { range in
                    let part = Line.measured(bytes, range, line.isAfterBlank)
                    return Item(line: part, label: furniture.label(part, LineToken.scan(bytes, range), bytes))
                }
                if parts.allSatisfy({ $0.label != nil }) { return parts }
            }
            at += 1
        }
        return nil
    }

    // MARK: The result

    /// The blocks in order: the dateline and an agency's mark apart from their paragraphs.
    func blocks() -> [Block] {
        var blocks: [Block] = []
        blocks.reserveCapacity(items.count + 2)
        for (index, item) in items.enumerated() {
            var range = item.line.range
            let label = item.label ?? Label(.paragraph, "running text")
            if index == datelineItem, let dateline {
                blocks.append(
                    Block(kind: .dateline, range: dateline.range, reason: "place, date or agency before the first sentence")
                )
                range = text.trimmed(dateline.range.upperBound..<range.upperBound)
            }
            let tail = tails[index].flatMap { $0.lowerBound >= range.lowerBound ? $0 : nil }
            if let tail { range = text.trimmed(range.lowerBound..<tail.lowerBound) }
            if !range.isEmpty { blocks.append(Block(kind: label.kind, range: range, reason: label.reason)) }
            if let tail {
                blocks.append(Block(kind: .agencyTag, range: tail, reason: "the mark of a news agency after the last sentence"))
            }
        }
        return blocks
    }
}
