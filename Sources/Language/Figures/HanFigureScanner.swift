internal import TextCore

/// Figures of Chinese and Japanese: digits and characters with magnitudes (3.5万, 十四), units, what is counted, and what happened to
/// people counted.
///
/// - Complexity: O(*n*) in tokens: what is looked at beside a number is of bounded length.
struct HanFigureScanner {
    private let context: AnnotationContext
    private let isTime: [Bool]
    private let lexicon = HanFigureLexicon.shared
    private let kinds: CountedKindLexicon
    private var tokens: [Token] { context.tokens }

    init(_ context: AnnotationContext, language: String, times: [TimeExpression]) {
        self.context = context
        var isTime = [Bool](repeating: false, count: context.tokens.count)
        for time in times { for index in time.tokens where isTime.indices.contains(index) { isTime[index] = true } }
        self.isTime = isTime
        kinds = CountedKindLexicon.of(language)
    }

    /// The figures of the text, in order.
    func figures() -> [Figure] {
        var figures: [Figure] = []
        for sentence in context.sentences {
            var at = sentence.tokens.lowerBound
            while at < sentence.tokens.upperBound {
                if let figure = figure(at: at, in: sentence.tokens, after: figures.last) {
                    figures.append(figure)
                    at = max(at + 1, figure.tokens.upperBound)
                } else {
                    at = max(at + 1, number(at: at, sentence.tokens.upperBound)?.end ?? 0)
                }
            }
        }
        return figures
    }

    // MARK: Numbers

    private struct Number {
        var value: Double
        var end: Int
        var hasDigits = false
        var isVague = false
    }

    /// 14, 1.4万, 3万5000, 十四, 数十.
    private func number(at start: Int, _ limit: Int) -> Number? {
        var (total, section, current) = (0.0, 0.0, nil as Double?)
        var (hasDigits, isVague, isPositional, sawScale) = (false, false, false, false)
        var at = start
        scan: while at < limit, at - start < 16, !isTime[at] {
            let hash = tokens[at].hash
            switch tokens[at].kind {
            case .number:
                guard current == nil, let value = digits(at) else { break scan }
                current = value
                hasDigits = true
            case .ideograph:
                if let digit = lexicon.digits[hash] {
                    guard current == nil || isPositional else { break scan }
                    current = (current ?? 0) * (isPositional ? 10 : 0) + digit
                    isPositional = true
                    at += 1
                    continue
                }
                if at == start, lexicon.vague.contains(hash), at + 1 < limit, lexicon.scales[tokens[at + 1].hash] != nil {
                    (current, isVague) = (2, true)
                } else if let scale = lexicon.scales[hash] {
                    sawScale = true
                    if scale < 10000 {
                        section += (current ?? 1) * scale
                    } else {
                        let value = section + (current ?? 0)
                        guard value > 0 else { break scan }
                        total += value * scale
                        section = 0
                    }
                    current = nil
                } else {
                    break scan
                }
            default: break scan
            }
            isPositional = false
            at += 1
        }
        let value = total + section + (current ?? 0)
        guard at > start, current != nil || sawScale, value.isFinite, value < 1e18 else { return nil }
        return Number(value: value, end: at, hasDigits: hasDigits, isVague: isVague)
    }

    /// The value of a token of digits, ASCII or of full width, with marks of thousands and decimals.
    private func digits(_ index: Int) -> Double? {
        let span = context.text.span
        var (value, power, group, at) = (0.0, 0.0, 0, Int(tokens[index].start))
        while at < tokens[index].end {
            let (scalar, length) = span.scalar(at: at)
            switch scalar {
            case 0x30...0x39, 0xFF10...0xFF19:
                value = value * 10 + Double((scalar & 0xFF) % 0x10)
                power *= 10
                group += 1
            case 0x2E,
                0xFF0E where power == 0:
                power = 1
            case 0x2C, 0xFF0C: group = 0
            default: return nil
            }
            at += length
        }
        return value / max(power, 1)
    }

    // MARK: Figures

    private func figure(at start: Int, in sentence: Range<Int>, after previous: Figure?) -> Figure? {
        guard !isTime[start] else { return nil }
        var front = start
        var (bound, isShare) = (Figure.Bound.exact, false)
        if let match = lexicon.inFront.longestMatch(in: tokens, at: front, limit: sentence.upperBound) {
            (front, bound) = (match.endIndex, match.value)
        }
        if let end = end(of: lexicon.percentFront, at: front, sentence) { (front, isShare) = (end, true) }
        guard front < sentence.upperBound, let number = number(at: front, sentence.upperBound) else { return nil }
        if front == start, isOrdinal(start, sentence) { return nil }
        var (end, second) = (number.end, nil as Double?)
        if number.isVague { bound = .atLeast }
        if let joint = self.end(of: lexicon.ranges, at: end, sentence), let other = self.number(at: joint, sentence.upperBound),
            other.value > number.value
        {
            (end, second, bound) = (other.end, other.value, .range)
        }
        if let match = lexicon.behind.longestMatch(in: tokens, at: end, limit: sentence.upperBound) {
            (end, bound) = (match.endIndex, match.value)
        }
        if self.end(of: lexicon.others, at: end, sentence) != nil { return nil }
        var (unit, role) = (isShare ? Figure.Unit.percent : .count, role(inFrontOf: start, sentence))
        if !isShare, let match = lexicon.units.longestMatch(in: tokens, at: end, limit: sentence.upperBound) {
            (end, unit) = (match.endIndex, match.value)
            // 2021年: a year, not how many.
            if unit == .measure("year"), number.hasDigits, (1000..<3000).contains(number.value) { return nil }
        } else if !isShare, let match = self.end(of: lexicon.ages, at: end, sentence) {
            (end, unit, role) = (match, .measure("year"), .age)
        }
        var counted: (range: Range<Int>, kind: CountedKind?)?
        var casualty: Figure.Casualty?
        if unit == .count {
            counted = self.counted(at: end, sentence)
            if let classified = counted, classified.range.count == 1, let noun = self.counted(inFrontOf: start, sentence) {
                counted = noun
            }
            casualty = casualtyBehind(end, sentence) ?? casualtyInFront(of: start, sentence)
            // 从14人升至16人: the other end of one change.
            if casualty == nil, role == .to, let previous, previous.tokens.lowerBound >= start - Self.changeReach {
                casualty = previous.casualty
            }
            // 一些, 三国: characters are numbers where something is counted, and one where somebody came to harm.
            guard number.hasDigits || counted != nil && (number.value != 1 || casualty != nil) else { return nil }
            if let kind = counted?.kind, !kind.isOfPeople { casualty = nil }
        }
        // 超过14人, 14人以上: behind the classifier, too.
        let next = max(end, counted?.range.upperBound ?? end)
        if bound == .exact, next > number.end,
            let match = lexicon.behind.longestMatch(in: tokens, at: next, limit: sentence.upperBound)
        {
            bound = match.value
        }
        let kind = counted.map { $0.kind ?? (casualty == nil ? nil : .people) } ?? nil
        return Figure(
            range: context.byteRange(start..<end),
            tokens: start..<end,
            value: number.value,
            second: second,
            bound: bound,
            unit: unit,
            counted: counted.map { context.byteRange($0.range) },
            countedStem: casualty != nil ? Hash64.folded(Self.people) : counted.map { stem(of: $0.range) },
            countedKind: kind,
            isQuantifier: number.isVague,
            role: role,
            casualty: casualty
        )
    }

    private static let people = "人"

    private func isOrdinal(_ index: Int, _ sentence: Range<Int>) -> Bool {
        index > sentence.lowerBound && end(of: lexicon.ordinalFront, at: index - 1, sentence) == index
    }

    private func stem(of range: Range<Int>) -> UInt64 {
        var hash = Hash64()
        for index in range { hash.combine(scalar: context.text.span.scalar(at: Int(tokens[index].start)).value) }
        return hash.value
    }

    private func end(of phrases: PhraseTable<Void>, at index: Int, _ sentence: Range<Int>) -> Int? {
        guard sentence.contains(index) else { return nil }
        return phrases.longestMatch(in: tokens, at: index, limit: sentence.upperBound)?.endIndex
    }

    // MARK: What is counted

    /// What a number counts: 人 of 14人, 乘客 of 14名外国乘客, 艘 of 3艘; nil where no classifier and no known noun stands behind.
    private func counted(at start: Int, _ sentence: Range<Int>) -> (range: Range<Int>, kind: CountedKind?)? {
        guard sentence.contains(start), tokens[start].kind == .ideograph else { return nil }
        let classifier = end(of: lexicon.classifiers, at: start, sentence)
        let own = kinds.phrases.longestMatch(in: tokens, at: start, limit: sentence.upperBound)
        let isJapanese = context.language == "ja"
        // 500人の兵士, 23の学校: who or what the people or things are stands behind.
        if isJapanese, let noun = nounBehindNo(own?.value == .people ? own?.endIndex ?? start : start, sentence) { return noun }
        if let own, own.endIndex - start > 1 || own.value == .people && end(of: lexicon.personal, at: start, sentence) == nil {
            return (start..<own.endIndex, own.value)
        }
        guard let classifier else { return own.map { (start..<$0.endIndex, $0.value) } }
        // 20発のミサイル: Japanese joins what stands behind.
        var at = classifier
        if isJapanese {
            guard at < sentence.upperBound, tokens[at].hash == Self.no else {
                return (start..<classifier, end(of: lexicon.personal, at: start, sentence) != nil ? .people : own?.value)
            }
            at += 1
        }
        while at < min(sentence.upperBound, classifier + Self.nounReach), tokens[at].kind == .ideograph,
            !HanNameLexicon.shared.isVerb(at, in: tokens)
        {
            if let noun = kinds.phrases.longestMatch(in: tokens, at: at, limit: sentence.upperBound), noun.endIndex > at + 1 {
                return (at..<noun.endIndex, noun.value)
            }
            at += 1
        }
        if end(of: lexicon.personal, at: start, sentence) != nil { return (start..<classifier, .people) }
        return (start..<classifier, own?.value)
    }

    /// The known noun behind の.
    private func nounBehindNo(_ index: Int, _ sentence: Range<Int>) -> (range: Range<Int>, kind: CountedKind?)? {
        guard index + 1 < sentence.upperBound, tokens[index].hash == Self.no else { return nil }
        for at in (index + 1)..<min(sentence.upperBound, index + 1 + Self.nounReach) where tokens[at].kind == .ideograph {
            if let noun = kinds.phrases.longestMatch(in: tokens, at: at, limit: sentence.upperBound), noun.endIndex > at + 1 {
                return (at..<noun.endIndex, noun.value)
            }
        }
        return nil
    }

    /// 住宅120棟: the noun in front of a number with its classifier.
    private func counted(inFrontOf start: Int, _ sentence: Range<Int>) -> (range: Range<Int>, kind: CountedKind?)? {
        for length in stride(from: Self.longestNoun, through: 2, by: -1) where start - length >= sentence.lowerBound {
            let first = start - length
            if let noun = kinds.phrases.longestMatch(in: tokens, at: first, limit: start), noun.endIndex == start {
                return (first..<start, noun.value)
            }
        }
        return nil
    }

    private static let longestNoun = 4
    private static let no = Hash64.folded("の")

    /// 14人在火灾中遇难: in the clause behind a number, up to the next one, a verb of speech or a mark.
    private func casualtyBehind(_ start: Int, _ sentence: Range<Int>) -> Figure.Casualty? {
        var at = start
        while at < min(sentence.upperBound, start + Self.clauseReach), tokens[at].kind == .ideograph {
            if let found = lexicon.casualties.longestMatch(in: tokens, at: at, limit: sentence.upperBound) {
                return end(of: lexicon.notCasualties, at: found.endIndex, sentence) == nil ? found.value : nil
            }
            if HanNameLexicon.shared.isVerb(at, in: tokens) { return nil }
            at += 1
        }
        return nil
    }

    /// 死亡人数升至14人, 逮捕了7人.
    private func casualtyInFront(of start: Int, _ sentence: Range<Int>) -> Figure.Casualty? {
        var at = start - 1
        while at >= max(sentence.lowerBound, start - Self.tollReach), tokens[at].kind == .ideograph {
            if let found = lexicon.tolls.longestMatch(in: tokens, at: at, limit: start) { return found.value }
            at -= 1
        }
        return nil
    }

    /// 另有3人, 其中3人, 共14人, 升至14人.
    private func role(inFrontOf start: Int, _ sentence: Range<Int>) -> Figure.Role {
        for length in 1...Self.roleReach where start - length >= sentence.lowerBound {
            if let match = lexicon.roles.longestMatch(in: tokens, at: start - length, limit: start), match.endIndex == start {
                return match.value
            }
        }
        return .value
    }

    private static let changeReach = 6
    private static let nounReach = 9
    private static let clauseReach = 16
    private static let tollReach = 12
    private static let roleReach = 4
}
