internal import TextCore

/// What the words of short blocks say they are: a promo, a credit, a byline, a time.
///
/// Only blocks near the running text are asked: menus are known by other signs.
struct BlockWords: Sendable {
    /// The label that its words alone give each block.
    private(set) var labels: [Label?]
    /// What the words of each block tell of the article or the page; nil where they were not asked.
    private var notices: [Notices?]

    /// What words tell of the article or the page.
    struct Notices: OptionSet {
        let rawValue: UInt8

        /// That something was corrected; the heading of such a note.
        static let correction = Notices(rawValue: 1)
        static let correctionHeading = Notices(rawValue: 1 << 1)
        /// That the rest is for subscribers; that there are subscriptions, which says so where a paywall is.
        static let subscription = Notices(rawValue: 1 << 2)
        static let offer = Notices(rawValue: 1 << 3)
    }

    /// Blocks of more words are not asked.
    static let longest = 45
    /// How many blocks before the first and after the last running text are asked.
    static let margin = 12

    init(_ page: SegmentedPage, _ profiles: [TextProfile], _ shape: PageShape) {
        labels = Array(repeating: nil, count: page.blocks.count)
        notices = Array(repeating: nil, count: page.blocks.count)
        guard let first = shape.firstRunning, let last = shape.lastRunning else { return }
        let bytes = page.text.span
        for index in max(0, first - Self.margin)..<min(page.blocks.count, last + Self.margin + 1) {
            let profile = profiles[index]
            guard (1...Self.longest).contains(profile.words), profile.length <= 400 else { continue }
            let range = page.blocks[index].range
            let tokens = LineToken.scan(bytes, range, limit: Self.tokens)
            labels[index] = Self.label(tokens, bytes, range)
            notices[index] = Self.notices(tokens, words: profile.words)
        }
    }

    /// How many tokens of a short block are looked at.
    private static let tokens = 160

    /// What the words of a block tell of the article or the page. O(1), or O(length of the block) up to a bound.
    func notices(_ index: Int, _ bytes: Span<UInt8>, _ range: Range<Int>, words: Int) -> Notices {
        if let known = notices[index] { return known }
        guard words <= CorrectionNotes.mostWords else { return [] }
        let limit = words <= PageNotices.mostWords ? Self.tokens : CorrectionNotes.tokens
        return Self.notices(LineToken.scan(bytes, range, limit: limit), words: words)
    }

    private static func notices(_ tokens: [LineToken], words: Int) -> Notices {
        var notices: Notices = []
        if CorrectionNotes.standard.isNote(tokens, words: words) { notices.insert(.correction) }
        if words <= 4, CorrectionNotes.standard.isHeading(tokens) { notices.insert(.correctionHeading) }
        if words <= PageNotices.mostWords { notices.formUnion(PageNotices.standard.subscriptionNotices(tokens)) }
        return notices
    }

    static func label(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Label? {
        label(LineToken.scan(bytes, range, limit: tokens), bytes, range)
    }

    private static func label(_ tokens: [LineToken], _ bytes: Span<UInt8>, _ range: Range<Int>) -> Label? {
        let line = Line.measured(bytes, range, true)
        if let label = Furniture.standard.label(line, tokens, bytes) ?? CreditRules.standard.label(line, tokens) { return label }
        guard !line.isRunningText, tokens.contains(where: { $0.kind == .number }) else { return nil }
        // Words before "ago" are taken back once it is read, so that a few do not decide yet.
        return TimeLine(tokens, mostWords: 8).isOnlyTime ? Label(.time, "nothing but a time") : nil
    }
}

extension Block.Kind {
    /// A number for each kind, for the block model.
    var ordinal: Int { Self.ordinals[self] ?? 0 }
    private static let ordinals = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0 + 1) })
}
