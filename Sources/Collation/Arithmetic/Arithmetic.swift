internal import Language
internal import TextCore

/// Checks what one article says of numbers against what it says beside them: a quantifier ("most", "two-thirds") against the
/// percentages that the next sentences give for it, a total against the parts that it announces, shares of one whole against
/// 100, a part against what it is a part of, votes against seats, changes against where they start and end, ages against births,
/// days of the week against dates, all who survived against those who died.
///
/// - Complexity: O(figures of the article · ``sentencesAhead``).
struct Arithmetic {
    /// How many sentences behind the claim its parts are looked for.
    static let sentencesAhead = 3

    let article: AnalyzedArticle
    let index: Int
    let lists: WordLists

    var text: AnnotatedText { article.annotated }

    init(_ article: AnalyzedArticle, index: Int) {
        self.article = article
        self.index = index
        lists = WordLists.of(article.annotated.language)
    }

    /// The findings, in order of the claims.
    func find() -> [ArithmeticFinding] {
        let figures = figuresOutsideTables()
        var findings: [ArithmeticFinding] = []
        for (at, figure) in figures.enumerated() {
            if let finding = checkRestated(figure, figures, at) {
                findings.append(finding)
            } else if let claim = claim(figure), let finding = check(figure, claim, figures, at) {
                findings.append(finding)
            }
            if let finding = checkTotal(figure, figures, at) { findings.append(finding) }
            if let finding = checkSum(figure, figures, at) { findings.append(finding) }
            if let finding = checkRoster(figure, figures, at) { findings.append(finding) }
            if let finding = checkSides(ofPeople: figure, figures, at) { findings.append(finding) }
            if let finding = checkShares(figure, figures, at) { findings.append(finding) }
            if let finding = checkHundred(figure, figures, at) { findings.append(finding) }
            if let finding = checkSides(figure, figures, at) ?? checkAnswers(figure, figures, at) { findings.append(finding) }
            if let finding = checkPlaces(figure, figures, at) { findings.append(finding) }
            if let finding = checkPart(figure, figures, at) { findings.append(finding) }
            if let finding = checkVotes(figure, figures) { findings.append(finding) }
            if let finding = checkChange(figure, figures, at) { findings.append(finding) }
            if let finding = checkDirection(figure, figures, at) { findings.append(finding) }
            if let finding = checkOutcomes(of: figure, figures, at) { findings.append(finding) }
            if let finding = checkAllAlive(figure, figures, at) { findings.append(finding) }
            if let finding = checkCounts(ofShare: figure, figures, at) { findings.append(finding) }
            if let finding = checkPeople(figure) { findings.append(finding) }
        }
        return (findings + checkAges() + checkWeekdays()).sorted { $0.claim < $1.claim }
    }

    /// The figures of sentences with no more than ``FigureSite/most``: more are a table without its columns, in which nothing says what
    /// is a part of what, and each would be held against all others.
    private func figuresOutsideTables() -> [Figure] {
        let sentences = text.figures.map(sentence)
        var counts: [Int: Int] = [:]
        for case let sentence? in sentences { counts[sentence, default: 0] += 1 }
        return zip(text.figures, sentences).filter { _, sentence in
            sentence.map { counts[$0, default: 0] <= FigureSite.most } ?? true
        }.map(\.0)
    }

    func passage(_ range: Range<Int>) -> Passage { Passage(article: index, range: range) }

    func sentence(of figure: Figure) -> Int? { text.sentence(ofToken: figure.tokens.lowerBound) }

    // MARK: Quantifiers

    /// What a quantifier claims of a whole, in percent.
    enum Claim {
        /// More than half.
        case majority
        /// About this much.
        case share(Double)
    }

    func claim(_ figure: Figure) -> Claim? {
        let words = figure.tokens.clamped(to: text.tokens.indices).map { text.tokens[$0].hash }
        if words.contains(where: lists.majority.contains) { return .majority }
        guard figure.unit == .share, figure.value > 0, figure.value < 1, figure.bound != .lessThan, figure.bound != .atMost else {
            return nil
        }
        return .share(figure.value * 100)
    }

    /// The stems of content words in a token range.
    private func stems(_ tokens: Range<Int>) -> Set<UInt64> {
        Set(
            tokens.filter { index in
                let token = text.tokens[index]
                return token.isWord && !lists.function.contains(token.hash) && text.stems[index] != 0
            }.map { text.stems[$0] }
        )
    }

    private func check(_ figure: Figure, _ claim: Claim, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard let home = sentence(of: figure), text.sections[text.sentences[home].section].role == .body else { return nil }
        let end = max(text.sentences[home].tokens.upperBound, figure.tokens.upperBound)
        let contrast = (figure.tokens.upperBound..<end).first { lists.contrast.contains(text.tokens[$0].hash) } ?? end
        let claimed = stems(figure.tokens.upperBound..<contrast)
        let opposed = stems(contrast..<end).subtracting(claimed)
        guard !claimed.isEmpty else { return nil }
        let following = figures[(at + 1)...].prefix { other in
            sentence(of: other).map { $0 <= home + Self.sentencesAhead } ?? false
        }
        // What something grew by is no share of it, and what stands alone between marks is a phrase.
        let percents = following.filter {
            $0.unit == .percent && $0.value >= 0 && $0.value <= 100 && $0.role != .increase && $0.role != .decrease
                && $0.bound != .atLeast && $0.bound != .moreThan && !isPhrase($0) && !isGroup($0)
        }
        // "Half of one percent" is a small share.
        guard let first = percents.first, !isFraction(figure, of: first), !isOfPoints(figure) else { return nil }
        let camps = camps(percents)
        // The camp that the claim means: the one whose words it shares, or the first when its parts are joined by words
        // that add ("and another 32%").
        guard
            let own = camps.first(where: { carries($0, claimed, opposed) })
                ?? camps.first(where: { $0.isAdded && !$0.isRestricted })
        else { return nil }
        let others = camps.filter { $0.parts.first?.range != own.parts.first?.range }
        // "44% strongly, 12% somewhat": one part beside others of its sentence may be half an answer.
        if own.parts.count == 1, let part = own.parts.first,
            others.contains(where: { camp in
                !camp.isRestricted && camp.stems.isDisjoint(with: opposed)
                    && camp.parts.contains { sentence(of: $0) == sentence(of: part) }
            })
        {
            return nil
        }
        let total = own.parts.reduce(0) { $0 + $1.value }
        let largest = others.map { camp in camp.parts.map(\.value).max() ?? 0 }.max()
        guard let verdict = verdict(claim, total, largest) else { return nil }
        // "More than half" is 57%, too.
        if figure.bound == .moreThan || figure.bound == .atLeast, case .share(let least) = claim, total >= least { return nil }
        return ArithmeticFinding(
            check: .quantifier,
            claim: passage(figure.range),
            parts: own.parts.map { passage($0.range) },
            total: total,
            largestOther: largest,
            verdict: verdict
        )
    }

    /// Whether a figure stands alone between quotation marks.
    private func isPhrase(_ figure: Figure) -> Bool {
        let (before, after) = (figure.tokens.lowerBound - 1, figure.tokens.upperBound)
        return text.tokens.indices.contains(before) && text.tokens.indices.contains(after)
            && text.tokens[before].kind == .quote && text.tokens[after].kind == .quote
    }

    /// "The 1 percent" and "the top 1 percent" are people.
    private func isGroup(_ figure: Figure) -> Bool {
        var before = figure.tokens.lowerBound - 1
        while text.tokens.indices.contains(before), lists.tiers.contains(text.tokens[before].hash) { before -= 1 }
        return text.tokens.indices.contains(before) && text.tokens[before].hash == GrammarWords.english.the
    }

    /// "Three-tenths of a percentage point".
    private func isOfPoints(_ figure: Figure) -> Bool {
        let end = min(text.tokens.count, figure.tokens.upperBound + 4)
        return (figure.tokens.upperBound..<max(figure.tokens.upperBound, end)).contains {
            GrammarWords.english.points.contains(text.tokens[$0].hash)
        }
    }

    /// Whether a percentage follows a share, but for "of": "half of one percent", "half a percent".
    private func isFraction(_ share: Figure, of percent: Figure) -> Bool {
        (1...2).contains(percent.tokens.lowerBound - share.tokens.upperBound) && sentence(of: share) == sentence(of: percent)
            && (share.tokens.upperBound..<percent.tokens.lowerBound).allSatisfy { lists.function.contains(text.tokens[$0].hash) }
    }

    /// Percentages that go together: those of one sentence that words like "another" or "a further" join, or that give two degrees of
    /// one answer ("7% strongly support it and 35% somewhat support it").
    private struct Camp {
        var parts: [Figure]
        /// Content stems of the words behind each part.
        var stems: Set<UInt64>
        /// Whether a word behind its last part says how much an answer is held.
        var hasDegree: Bool
        /// Whether its parts were joined by such words.
        var isAdded = false
        /// Whether words set it against the rest ("only", "a smaller group").
        var isRestricted: Bool
    }

    private func camps(_ percents: [Figure]) -> [Camp] {
        var camps: [Camp] = []
        for (at, part) in percents.enumerated() {
            let home = sentence(of: part)
            let end = home.map { text.sentences[$0].tokens.upperBound } ?? part.tokens.upperBound
            let next = percents.dropFirst(at + 1).first.map { min(end, $0.tokens.lowerBound) } ?? end
            let start = home.map { text.sentences[$0].tokens.lowerBound } ?? part.tokens.lowerBound
            let previous = at > 0 ? max(start, percents[at - 1].tokens.upperBound) : start
            let front = previous..<max(previous, part.tokens.lowerBound)
            let words = stems(part.tokens.upperBound..<max(part.tokens.upperBound, next))
            let isFurther = front.suffix(4).contains { lists.further.contains(text.tokens[$0].hash) }
            let isRestricted = front.suffix(6).contains { lists.restricting.contains(text.tokens[$0].hash) }
            let hasDegree = (part.tokens.upperBound..<max(part.tokens.upperBound, next)).prefix(4).contains {
                lists.degrees.contains(text.tokens[$0].hash)
            }
            let isOneAnswer =
                hasDegree && camps.last.map { $0.hasDegree && !$0.stems.isDisjoint(with: answers(words)) } ?? false
            let joins = at > 0 && home == sentence(of: percents[at - 1]) && (isFurther || isOneAnswer) && !isRestricted
            if joins, let last = camps.indices.last {
                camps[last].parts.append(part)
                camps[last].hasDegree = hasDegree
                camps[last].stems.formUnion(words)
                camps[last].isAdded = true
            } else {
                camps.append(
                    Camp(
                        parts: [part],
                        stems: words.union(stems(front)),
                        hasDegree: hasDegree,
                        isRestricted: isRestricted
                    )
                )
            }
        }
        return camps
    }

    /// Some stems without those that only say how much an answer is held.
    private func answers(_ stems: Set<UInt64>) -> Set<UInt64> { stems.subtracting(lists.degreeStems) }

    /// Whether a camp's words are those of the claim rather than of what it is set against.
    private func carries(_ camp: Camp, _ claimed: Set<UInt64>, _ opposed: Set<UInt64>) -> Bool {
        guard !camp.isRestricted, camp.stems.isDisjoint(with: opposed) else { return false }
        let common = camp.stems.intersection(claimed).count
        return camp.isAdded ? common >= 1 : common >= 2 && 5 * common >= 2 * claimed.count
    }

    private func verdict(_ claim: Claim, _ total: Double, _ largestOther: Double?) -> String? {
        switch claim {
        case .majority:
            guard total < 50 else { return nil }
            if let largestOther, largestOther >= total { return "not a majority" }
            return "a plurality, not a majority"
        case .share(let percent):
            guard abs(total - percent) > 4 else { return nil }
            return total < percent ? "less than claimed" : "more than claimed"
        }
    }

    // MARK: Totals

    /// A total whose parts follow a colon, a dash or a bracket: "14 people: 9 adults and 6 children".
    private func checkTotal(_ total: Figure, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard isAdded(unit(total)), total.bound == .exact, !total.isQuantifier, let home = sentence(of: total) else { return nil }
        let end = text.sentences[home].tokens.upperBound
        let behind = self.behind(total)
        let parts = Array(figures[(at + 1)...].prefix { $0.tokens.upperBound <= end })
        guard behind < end, parts.count >= 2, parts.allSatisfy({ isPart($0, of: total) }), let first = parts.first,
            opensList(behind) && unit(total) == .count || hasColon(behind..<max(behind, first.tokens.lowerBound))
                || isRoster(total, parts, home)
        else { return nil }
        // Every figure up to the end of the list counts something else than the total does.
        guard parts.allSatisfy({ countsOther($0, than: total) }), isEnumeration(parts) else { return nil }
        return mismatch(total, parts)
    }

    /// A sum that follows its parts: "9 adults and 6 children, 14 people in total".
    private func checkSum(_ total: Figure, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard isAdded(unit(total)), total.bound == .exact, !total.isQuantifier, let home = sentence(of: total) else { return nil }
        let tokens = text.sentences[home].tokens
        let behind = self.behind(total)
        let near = max(tokens.lowerBound, total.tokens.lowerBound - 3)..<min(tokens.upperBound, behind + 3)
        guard total.role == .total || near.contains(where: { lists.total.contains(text.tokens[$0].hash) }) else { return nil }
        let parts = figures[..<at].filter { sentence(of: $0) == home }
        guard parts.count >= 2, let last = parts.last, isEnumeration(Array(parts)),
            parts.allSatisfy({ isPart($0, of: total) }),
            parts.allSatisfy({ countsOther($0, than: total) })
        else { return nil }
        let gap = self.behind(last)
        guard gap <= total.tokens.lowerBound, (gap..<total.tokens.lowerBound).count(where: { text.tokens[$0].isWord }) <= 5 else {
            return nil
        }
        return mismatch(total, Array(parts))
    }

    /// Whether a part counts something else than its total does: other people, or what happened to some of them.
    private func countsOther(_ part: Figure, than total: Figure) -> Bool {
        unit(total) != .count || part.countedStem != total.countedStem || isNarrower(part, than: total)
            || part.casualty != nil && part.casualty != total.casualty
    }

    /// Whether a part's noun has words in front of it, and its total's has none: "9 Labour members" of "15 members".
    private func isNarrower(_ part: Figure, than total: Figure) -> Bool {
        guard let one = part.counted, let other = total.counted else { return false }
        return text.tokens(in: one).count > 1 && text.tokens(in: other).count == 1
    }

    /// Whether figures of a unit can be added up: counts, percentages and money.
    private func isAdded(_ unit: Figure.Unit) -> Bool {
        switch unit {
        case .count, .percent, .money: true
        default: false
        }
    }

    /// Whether a figure can be a part of a total: exact, of the total's unit, and of counts, of something named or of people to whom
    /// something happened. Steps add up to a step: "will rise by 0.6 billion".
    func isPart(_ figure: Figure, of total: Figure) -> Bool {
        guard unit(figure) == unit(total), figure.bound == .exact, !figure.isQuantifier else { return false }
        switch figure.role {
        case _ where unit(figure) == .count: return figure.counted != nil || figure.casualty != nil
        case .value, .further: return true
        case .increase, .decrease: return figure.unit != .percent && total.role != .value
        default: return false
        }
    }

    /// The unit of a figure. A large number of nothing in a sentence whose money is of one currency is of that, too: "1.1 billion
    /// euros for defence and 0.6 billion for schools".
    func unit(_ figure: Figure) -> Figure.Unit {
        guard figure.unit == .count, figure.counted == nil, figure.value >= 1_000_000, let home = sentence(of: figure) else {
            return figure.unit
        }
        let units = figures(in: home).lazy.map(\.unit)
        let currencies = Set(units.filter { if case .money = $0 { true } else { false } })
        return currencies.count == 1 ? currencies.first ?? figure.unit : figure.unit
    }

    /// The figures of a sentence. O(log of all + found).
    private func figures(in home: Int) -> ArraySlice<Figure> {
        let tokens = text.sentences[home].tokens
        let figures = text.figures
        var (low, high) = (0, figures.count)
        while low < high {
            let middle = (low + high) / 2
            if figures[middle].tokens.lowerBound < tokens.lowerBound { low = middle + 1 } else { high = middle }
        }
        return figures[low...].prefix { $0.tokens.lowerBound < tokens.upperBound }
    }

    /// The index behind a figure and the noun that it counts, where that stands behind it.
    func behind(_ figure: Figure) -> Int {
        max(figure.tokens.upperBound, figure.counted.map { text.tokens(in: $0).upperBound } ?? 0)
    }

    private func hasColon(_ tokens: Range<Int>) -> Bool { tokens.contains { text.isByte($0, UInt8(ascii: ":")) } }

    /// The finding that parts do not make their total; nil when they do. What is written with digits left out may be rounded.
    func mismatch(_ total: Figure, _ parts: [Figure]) -> ArithmeticFinding? {
        let sum = parts.reduce(0) { $0 + $1.value }
        let isRounded = unit(total) != .count
        let slack = isRounded ? ([total] + parts).reduce(0) { $0 + written($1).upperBound - $1.value } : 0
        guard abs(sum - total.value) > slack, sum.isFinite else { return nil }
        return ArithmeticFinding(
            claim: passage(total.range),
            parts: parts.map { passage($0.range) },
            total: sum,
            largestOther: nil,
            verdict: "parts do not add up to the total"
        )
    }

    private func opensList(_ index: Int) -> Bool {
        let token = text.tokens[index]
        switch token.kind {
        case .dash: return token.followsSpace
        case .punctuation:
            let byte = text.text.bytes[Int(token.start)]
            return token.range.count == 1 && (byte == UInt8(ascii: ":") || byte == UInt8(ascii: "("))
        default: return false
        }
    }

    /// Whether only a few words stand between one part and the next, and no verb could: noun, comma or "and".
    func isEnumeration(_ parts: [Figure]) -> Bool {
        zip(parts, parts.dropFirst()).allSatisfy { one, next in
            let behind = self.behind(one)
            guard behind <= next.tokens.lowerBound else { return false }
            // Of shares and sums, what each is stands between: "7% strongly and 35% somewhat".
            return (behind..<next.tokens.lowerBound).count { text.tokens[$0].isWord } <= (unit(one) == .count ? 2 : 4)
        }
    }

    // MARK: Shares of one whole

    /// Percentages of one sentence whose last is "the remaining": together they are the whole.
    private func checkHundred(_ first: Figure, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard first.unit == .percent, let home = sentence(of: first) else { return nil }
        if at > 0, figures[at - 1].unit == .percent, sentence(of: figures[at - 1]) == home { return nil }
        let parts = figures[at...].prefix { sentence(of: $0) == home }.filter { $0.unit == .percent }
        guard parts.count >= 3, let last = parts.last else { return nil }
        let behind = parts[parts.count - 2].tokens.upperBound
        // "Two others at 2 percent each": how often a share counts is not told by its number alone.
        let row = first.tokens.lowerBound..<min(text.sentences[home].tokens.upperBound, last.tokens.upperBound + 2)
        guard !row.contains(where: { GrammarWords.english.distributives.contains(text.tokens[$0].hash) }) else { return nil }
        guard behind <= last.tokens.lowerBound,
            (behind..<last.tokens.lowerBound).contains(where: { lists.rest.contains(text.tokens[$0].hash) })
        else { return nil }
        let sum = parts.reduce(0) { $0 + $1.value }
        guard abs(sum - 100) > Double(parts.count) / 2 + 0.5 else { return nil }
        return notTheWhole(parts, from: first, to: last, sum: sum)
    }

    /// Shares that do not come to a hundred.
    func notTheWhole(_ parts: [Figure], from first: Figure, to last: Figure, sum: Double) -> ArithmeticFinding {
        ArithmeticFinding(
            check: .whole,
            claim: passage(first.range.lowerBound..<last.range.upperBound),
            parts: parts.map { passage($0.range) },
            total: sum,
            largestOther: nil,
            verdict: sum > 100 ? "more than the whole" : "less than the whole"
        )
    }
}
