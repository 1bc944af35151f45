internal import TextCore

/// What the words of short blocks say they are: a promo, a credit, a byline, a time.
///
/// Only blocks near the running text are asked: menus are known by other signs.
struct BlockWords: Sendable {
    /// The label that its words alone give each block.
    private(set) var labels: [Label?]

    /// Blocks of more words are not asked.
    static let longest = 45
    /// How many blocks before the first and after the last running text are asked.
    static let margin = 12

    init(_ page: SegmentedPage, _ profiles: [TextProfile], _ shape: PageShape) {
        labels = Array(repeating: nil, count: page.blocks.count)
        guard let first = shape.firstRunning, let last = shape.lastRunning else { return }
        let bytes = page.text.span
        for index in max(0, first - Self.margin)..<min(page.blocks.count, last + Self.margin + 1) {
            let profile = profiles[index]
            guard (1...Self.longest).contains(profile.words), profile.length <= 400 else { continue }
            labels[index] = Self.label(bytes, page.blocks[index].range)
        }
    }

    static func label(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Label? {
        let tokens = LineToken.scan(bytes, range, limit: 160)
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
