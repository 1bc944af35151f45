internal import Language
internal import Reading
internal import TextCore

/// Whether two figures that may be of one thing are told of one stage, one stretch of time, one place and one order of magnitude.
/// Where any is another, both can be right.
struct FigureScope {
    let story: Story

    /// Counts and sums that differ by more than this factor are of different things, unless a zero or three too many explain it.
    static let factor = 12.0
    /// From this factor on, more has to be in common.
    static let doubtful = 3.0
    /// How much more, as a share of the lighter side's words.
    static let added: Float = 0.2

    /// Whether both figures can be answers to one question.
    func isOne(_ a: FigureSite, _ b: FigureSite, _ ground: FigureSite.Ground) -> Bool {
        areRead(a, b) && isOneMagnitude(a, b, ground) && isOpen(a) == isOpen(b) && isRate(a) == isRate(b)
            && isOneMoment(a, b) && isOnePlace(a, b, ground)
    }

    // MARK: Language

    /// Whether number words and times of both languages are known, or what is counted is: "40 bin" is not 40.
    private func areRead(_ a: FigureSite, _ b: FigureSite) -> Bool {
        [a, b].allSatisfy { WordLists.languages.contains(text(of: $0).language) || $0.figure.kind != nil }
    }

    // MARK: Magnitude

    private func isOneMagnitude(_ a: FigureSite, _ b: FigureSite, _ ground: FigureSite.Ground) -> Bool {
        switch a.figure.unit {
        case .count, .money, .measure: break
        default: return true
        }
        let scale = (a.figure.unit.base.factor, b.figure.unit.base.factor)
        let (x, y) = (a.figure.value * scale.0, b.figure.value * scale.1)
        guard x > 0, y > 0 else { return true }
        let ratio = max(x, y) / min(x, y)
        if ratio > Self.factor { return isPowerOfTen(ratio) }
        guard ratio >= Self.doubtful else { return true }
        let common = story.concepts.weight(of: a.context.intersection(b.context))
        let lighter = min(story.concepts.weight(of: a.context), story.concepts.weight(of: b.context))
        return common >= (ground.needed.share + Self.added) * lighter
    }

    /// Whether two values have the same digits: "3 million" and "3 billion" may be one slip.
    private func isPowerOfTen(_ ratio: Double) -> Bool {
        var left = ratio
        while left.isFinite, left > 9.999 { left /= 10 }
        return abs(left - 1) < 0.001
    }

    // MARK: Stage

    /// Whether a figure is only expected, possible or asked for: what stands beside it in its clause says so. What was set or came
    /// about does not contradict it.
    private func isOpen(_ site: FigureSite) -> Bool {
        // Of those asked, 42% "want" or "expect" it.
        if site.figure.unit == .percent || site.figure.unit == .share { return false }
        let words = lists(of: site)
        let hashes = text(of: site).tokens
        return clause(of: site).contains { words.open.contains(hashes[$0].hash) || words.proposing.contains(hashes[$0].hash) }
    }

    /// The tokens of a site's context from the comma in front of the figure to the one behind it.
    private func clause(of site: FigureSite) -> Range<Int> {
        let text = text(of: site)
        let tokens = site.tokens.clamped(to: text.tokens.indices)
        func isEnd(_ index: Int) -> Bool {
            switch text.tokens[index].kind {
            case .dash: text.tokens[index].followsSpace
            case .punctuation:
                [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "(")].contains { text.isByte(index, $0) }
            default: false
            }
        }
        let figure = site.figure.tokens.clamped(to: tokens)
        let start = (tokens.lowerBound..<figure.lowerBound).last(where: isEnd).map { $0 + 1 } ?? tokens.lowerBound
        let end = (figure.upperBound..<max(figure.upperBound, tokens.upperBound)).first(where: isEnd) ?? tokens.upperBound
        return min(start, figure.lowerBound)..<max(end, figure.upperBound)
    }

    // MARK: Time

    /// Whether a figure is one of each day, week or year.
    private func isRate(_ site: FigureSite) -> Bool {
        let tokens = text(of: site).tokens
        let clause = clause(of: site)
        return clause.contains { lists(of: site).rates.longestMatch(in: tokens, at: $0, limit: clause.upperBound) != nil }
    }

    /// Prices, rates and temperatures have another value tomorrow: only those of one known day can be compared.
    private func isOneMoment(_ a: FigureSite, _ b: FigureSite) -> Bool {
        guard isMoving(a) || isMoving(b) else { return true }
        let (x, y) = (story.days(beside: a), story.days(beside: b))
        if !x.isEmpty, !y.isEmpty { return x.contains { one in y.contains { one.overlaps($0) } } }
        guard let one = published(a), let other = published(b) else { return false }
        return one == other
    }

    private func isMoving(_ site: FigureSite) -> Bool {
        let text = text(of: site)
        let moving = lists(of: site).moving
        return site.tokens.clamped(to: text.tokens.indices).contains { moving.contains(text.tokens[$0].hash) }
    }

    private func published(_ site: FigureSite) -> Int? {
        story.articles[story.units[site.unit].article].article.published?.dayNumber
    }

    // MARK: Place

    /// Whether two figures can be of one place. Shares, and people who were killed, hurt or held, are as many as the place is
    /// large: where only one side names a place, the other's sentence before has to name it, too. Where both make one statement, only
    /// places count that the sentence says something of: "killed 14 in Varden", not "the mayor of Varden".
    private func isOnePlace(_ a: FigureSite, _ b: FigureSite, _ ground: FigureSite.Ground) -> Bool {
        let isShare = a.figure.unit == .percent || a.figure.unit == .share
        guard isShare || a.figure.casualty != nil else {
            let (one, other) = (places(of: a, in: a.tokens), places(of: b, in: b.tokens))
            return one.isEmpty || other.isEmpty || !one.isDisjoint(with: other)
        }
        let isOne = ground == .oneStatement
        let one = places(of: a, in: story.units[a.unit].tokens, onlyLocated: isOne)
        let other = places(of: b, in: story.units[b.unit].tokens, onlyLocated: isOne)
        return one.isEmpty && other.isEmpty || speaks(a, ofAny: other) || speaks(b, ofAny: one)
    }

    /// Whether the sentence of a site, or the one before it, has any of some words.
    private func speaks(_ site: FigureSite, ofAny words: Set<UInt64>) -> Bool {
        let unit = story.units[site.unit]
        let before = site.unit - 1
        let isOneText = story.unitsOfArticle[unit.article].contains(before) && story.units[before].role == unit.role
        return unit.words.contains(where: words.contains)
            || isOneText && story.units[before].words.contains(where: words.contains)
    }

    /// The words of the names of places in some tokens: "Los Angeles County" and "Los Angeles" have some in common. A name that
    /// nothing is known of is one of a place where a preposition of place or a noun like "province" stands beside it.
    /// - Parameter onlyLocated: whether only names count that a preposition of place stands in front of.
    private func places(of site: FigureSite, in tokens: Range<Int>, onlyLocated: Bool = false) -> Set<UInt64> {
        let text = text(of: site)
        let words = lists(of: site)
        func stands(_ index: Int, among list: Set<UInt64>) -> Bool {
            text.tokens.indices.contains(index) && list.contains(text.tokens[index].hash)
        }
        return text.names.reduce(into: []) { set, name in
            guard tokens.contains(name.tokens.lowerBound) else { return }
            guard !onlyLocated || stands(name.tokens.lowerBound - 1, among: words.locative) else { return }
            let isPlace =
                name.kind == .place
                || name.kind == .unknown
                    && (stands(name.tokens.upperBound, among: words.regions)
                        || stands(name.tokens.lowerBound - 1, among: words.locative)
                            && text.tokens[name.tokens.clamped(to: text.tokens.indices)].allSatisfy { $0.kind == .word })
            guard isPlace else { return }
            for token in name.tokens.clamped(to: text.tokens.indices) { set.insert(text.tokens[token].hash) }
        }
    }

    private func text(of site: FigureSite) -> AnnotatedText { story.articles[story.units[site.unit].article].annotated }

    private func lists(of site: FigureSite) -> WordLists { story.lists[story.units[site.unit].article] }
}
