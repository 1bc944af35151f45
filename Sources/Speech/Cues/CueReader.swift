internal import Language
internal import TextCore

/// Reads the cues of one period: for each, its source, its frame and where its content lies.
struct CueReader {
    let reading: SpeechReading
    let finder: SourceFinder
    let period: Range<Int>
    let isTitleCase: Bool

    var tokens: [Token] { reading.tokens }

    init(_ reading: SpeechReading, period: Range<Int>) {
        self.reading = reading
        self.period = period
        finder = SourceFinder(reading: reading)
        let section = reading.text.sentence(ofToken: period.lowerBound).map { reading.text.sentences[$0].section } ?? 0
        isTitleCase = section < reading.isTitleCase.count && reading.isTitleCase[section]
    }

    /// The attributions of the period, in order.
    func attributions() -> [Attribution] {
        var found: [Attribution] = []
        if let headline = headlineSource() { found.append(headline) }
        var index = period.lowerBound
        while index < period.upperBound {
            defer { index += 1 }
            guard reading.outer[index] < 0 else { continue }
            if let learned = learned(at: index) {
                found.append(learned)
                index = learned.frame.upperBound - 1
                continue
            }
            if let claim = nounClaim(at: index) ?? claim(at: index) ?? germanSourceClause(at: index)
                ?? possessiveSource(at: index) ?? opinion(at: index) ?? accountWithAdjective(at: index) ?? putIt(at: index)
            {
                found.append(claim)
                continue
            }
            guard reading.has(index, .cue), isCue(index), !isRelayed(index), !isCitedAside(index) else { continue }
            // `Fishermen, she noted, had complained`: the verb of what the frame parts.
            if let last = found.last, last.isSplit, let right = last.right, reading.text.language == "en",
                verbGroup(before: index).start == right.lowerBound
            {
                continue
            }
            if let attribution = attribution(at: index, after: found.last) {
                found.append(attribution)
                index = max(index, attribution.cue.upperBound - 1)
            }
        }
        dropRelays(&found)
        giveStancesToFinalFrame(&found)
        widenFinalFrame(&found)
        endInsideSources(&found)
        endInsideRelatives(&found)
        cutRightContent(&found)
        findNested(&found)
        leaveQuotedWords(&found)
        return found
    }

    // MARK: Is it a cue here?

    func isCue(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind != .quote else { return false }
        // `“Tell Me You Love Me” sold well`: a word of a title.
        if reading.isInAside[index],
            token.isCapitalized || tokens[max(0, index - 1)].isCapitalized && reading.isInAside[max(0, index - 1)]
        {
            return false
        }
        let word = reading.words[index]
        // `called 911`: a number is dialled.
        if token.hash == Self.called, index + 1 < period.upperBound, tokens[index + 1].kind == .number { return false }
        if !word.isDisjoint(with: [.source, .sourceAfter]) { return token.hash != Self.so || isSourceSo(index) }
        if token.isCapitalized, index > period.lowerBound, !isTitleCase, tokens[index - 1].kind != .quote { return false }
        guard index > period.lowerBound else { return true }
        let before = index - 1
        // `le soi-disant « plan »`: a part of a word.
        if tokens[before].kind == .dash, !token.followsSpace, !tokens[before].followsSpace, before > period.lowerBound,
            tokens[before - 1].isWord, !reading.has(index, .subject), reading.text.language == "fr", word.contains(.speech),
            tokens[before - 1].hash == Self.oneself
        {
            return false
        }
        guard reading.isOutside(before) else { return true }
        if reading.isCompounded(index) { return false }
        if isMannerOpener(before) || isReported(index), word.contains(.speech) { return true }
        if word.contains(.gerund) { return !reading.has(before, [.determiner, .possessive]) }
        if reading.has(before, [.subordinator]), !reading.has(before, [.adverb, .auxiliary, .subject, .relative]),
            word.contains(.speech)
        {
            return false
        }
        if word.contains(.present), !isTitleCase, !takesPresent(before, index) || isNounInPhrase(index) { return false }
        // `That comment is a lie`: a noun.
        if word.contains(.present), reading.has(before, .complementizer), index + 1 < period.upperBound,
            reading.isOutside(index + 1), reading.has(index + 1, .auxiliary)
        {
            return false
        }
        if reading.has(before, [.determiner, .possessive]), !reading.has(before, [.subject, .adverb]),
            !reading.has(before, .collective), !isGermanRelative(before), !isGermanAnaphor(before), !isCounted(before, index)
        {
            return false
        }
        // `a swiftly called meeting`: a participle before its noun.
        if before > period.lowerBound, reading.isOutside(before - 1), reading.isLyAdverb(before), !word.contains(.gerund),
            reading.has(before - 1, [.determiner, .possessive]), !reading.has(before - 1, [.subject, .collective])
        {
            return false
        }
        if reading.has(before, .preposition), !reading.has(before, .adverb) { return isInfinitive(index) }
        return true
    }

    /// Whether a present or base form can be a verb behind token `before`, not a noun: `polls show`, `he claims`.
    func takesPresent(_ before: Int, _ index: Int) -> Bool {
        let token = tokens[before]
        // `a former Republican state lawmaker`: a noun in front of another.
        if token.isCapitalized, !isThirdPerson(index), index + 1 < period.upperBound, reading.isOutside(index + 1),
            reading.has(index + 1, .role), !tokens[index + 1].isCapitalized, !tokens[index + 1].shape.contains(.allCaps)
        {
            return false
        }
        if reading.has(before, [.subject, .relative, .role, .collective, .document, .auxiliary, .masculine, .feminine])
            || token.hash == Self.to || isCounted(before, index)
        {
            return true
        }
        switch token.kind {
        case .number: return true
        case .clitic: return token.hash != Self.possessive
        case .punctuation: return reading.isMark(before, ")") || isThirdPerson(index) || isBesideSpan(before)
        case .quote: return !isPossessiveMark(before)
        case .dash, .terminator: return true
        case .word:
            if token.isCapitalized, isThirdPerson(index) || !mayBeNoun(index) { return true }
            if reading.has(before, [.adverb, .coordinator]) { return true }
            return isPlural(before) && !isThirdPerson(index)
        default: return false
        }
    }

    /// `AI demand grows`: behind a name that is no plural, a base form that is a noun as often is the noun.
    private func mayBeNoun(_ index: Int) -> Bool {
        let before = index - 1
        return reading.text.language == "en" && reading.has(index, .nominal) && !isPlural(before)
            && !(before > period.lowerBound && reading.isOutside(before - 1) && reading.has(before - 1, .coordinator))
    }

    private func isPlural(_ index: Int) -> Bool { isThirdPerson(index) }

    /// `missing analysts’ estimates`: an apostrophe behind the s of a word.
    private func isPossessiveMark(_ index: Int) -> Bool {
        reading.isOutside(index) && !tokens[index].followsSpace && index > period.lowerBound && tokens[index - 1].kind == .word
            && isPlural(index - 1)
    }

    /// `the three said`, `both said that`: a number stands for those who say it, and no noun comes behind the cue.
    private func isCounted(_ before: Int, _ cue: Int) -> Bool {
        guard reading.has(before, .count) else { return false }
        let next = cue + Int(reading.lengths[cue])
        guard next < period.upperBound, reading.isOutside(next), tokens[next].isWord else { return true }
        return reading.has(next, [.complementizer, .subject, .determiner, .possessive, .preposition, .time])
    }

    func isBesideSpan(_ index: Int) -> Bool { index > period.lowerBound && !reading.isOutside(index - 1) }

    func isThirdPerson(_ index: Int) -> Bool {
        reading.text.text.bytes[Int(tokens[index].end) - 1] == UInt8(ascii: "s")
    }

    static let so = Hash64.folded("so")
    private static let called = Hash64.folded("called")

    /// `„…“, so Ned Tolley`: the German “so” gives a source only behind its words.
    func isSourceSo(_ index: Int) -> Bool {
        guard reading.text.language == "de", index > period.lowerBound, index + 1 < period.upperBound else { return false }
        let before = index - 1
        guard !reading.isOutside(before) || reading.isComma(before) || reading.isBreak(before) else { return false }
        let next = tokens[index + 1]
        return reading.isOutside(index + 1)
            && (next.isCapitalized || reading.has(index + 1, [.determiner, .possessive, .role, .masculine, .feminine]))
    }

    private static let oneself = Hash64.folded("soi")
    static let to = Hash64.folded("to")
    static let possessive = Hash64.folded("'s")
    static let inYear = Hash64.folded("in")
    static let with = Hash64.folded("with")
    static let by = Hash64.folded("by")

    func isInfinitive(_ index: Int) -> Bool { index > period.lowerBound && tokens[index - 1].hash == Self.to }

    // MARK: One attribution

    func attribution(at index: Int, after previous: Attribution?) -> Attribution? {
        let cueEnd = min(period.upperBound, index + Int(reading.lengths[index]))
        let word = reading.words[index]
        if word.contains(.source), word.isDisjoint(with: .verbCue) { return accordingTo(index..<cueEnd, word) }
        if word.contains(.sourceAfter) || lacksParticle(index, cueEnd) { return nil }
        if let manner = manner(of: index, cueEnd) { return manner }
        if isClauseOfTime(index, cueEnd) { return nil }
        guard let site = site(of: index..<cueEnd, word, after: previous), var subject = subject(of: site) else { return nil }
        subject.source = trimmed(subject, at: site)
        if let source = subject.source, isNobody(source) || isDisplay(index, cueEnd, by: source) { return nil }
        guard subject.source != nil || site.isPassive || word.contains(.speech) else { return nil }
        // `declined to answer “such questions”`: with marks the words are his, without nothing is.
        if isRefusal(index), !hasSpan(cueEnd..<period.upperBound) { return nil }
        return placed(subject, at: site)
    }

    /// Frames that say how or by whom something was said: `как сообщил …`, `as … said`, „wie … sagte“.
    private func manner(of index: Int, _ cueEnd: Int) -> Attribution? {
        if reading.text.language == "de", let manner = germanManner(of: index, cueEnd) { return manner }
        return mannerClause(of: index, cueEnd) ?? englishMannerClause(of: index, cueEnd)
    }

    /// What stands around a cue; nil where nobody says anything by it.
    private func site(of cue: Range<Int>, _ word: WordClass, after previous: Attribution?) -> CueSite? {
        var group = verbGroup(before: cue.lowerBound)
        group.start = relayingStart(before: group.start)
        if isWithheld(cue.lowerBound, group.start) { return nil }
        // `The ship is said to have sunk`: by nobody in particular.
        if group.isPassive, word.contains(.speech), cue.upperBound < period.upperBound, tokens[cue.upperBound].hash == Self.to {
            return nil
        }
        // A cue without content, inside an apposition or relative clause, is no border for the source of the next.
        let isAfterRelative = previous?.source?.reference == .relative
        let isAfterContent = previous.map { $0.isMarked || $0.left != nil } ?? false
        let reachesBack = isAfterRelative || !isAfterContent && before(group.start, isComma: true)
        return CueSite(
            cue: cue,
            word: word,
            groupStart: group.start,
            isInfinitive: group.isInfinitive,
            isPassive: group.isPassive && !word.contains(.gerund) && !word.isDisjoint(with: [.tell, .attitude]),
            low: reachesBack ? period.lowerBound : max(period.lowerBound, previous?.frame.upperBound ?? 0),
            previous: previous
        )
    }

    /// The source of a subject without what does not belong to it.
    private func trimmed(_ subject: CueSubject, at site: CueSite) -> Attribution.Source? {
        let opening = subject.isInverted ? site.cue.upperBound : site.low
        let source = withOpeningMark(
            withClosingMark(withoutRelaying(withoutOffice(withoutParticles(subject.source)))),
            opening
        )
        return withoutHolder(source.flatMap { isGermanSource($0) ? $0 : nil })
    }

    // MARK: Its place

    /// The attribution of a cue to its subject, with the words on either side that are said.
    private func placed(_ subject: CueSubject, at site: CueSite) -> Attribution {
        let (index, word, source) = (site.cue.lowerBound, site.word, subject.source)
        let frame = frame(of: site, subject)
        var attribution = Attribution(cue: site.cue, word: word, source: source, frame: withQuotative(frame))
        attribution.isPassive = site.isPassive
        attribution.isImpersonal = isImpersonal(index, source)
        if attribution.isImpersonal, reading.text.language == "ru" { attribution.source = nil }
        if reading.text.language == "de" {
            placeGerman(&attribution, isInverted: subject.isInverted, low: site.low)
        } else {
            place(&attribution, isInverted: subject.isInverted, isPassive: site.isPassive, low: site.low)
        }
        placeIncise(&attribution)
        endCondition(&attribution)
        endBeforeSecondVerb(&attribution)
        endAside(&attribution)
        endBeforeRelaying(&attribution)
        if subject.isTail { (attribution.left, attribution.right) = (nil, nil) }
        // A source behind a fronted clause ends it.
        if word.contains(.gerund), let right = attribution.right, let source, source.reference != .relative,
            source.mention.lowerBound > right.lowerBound, source.mention.lowerBound < right.upperBound
        {
            attribution.right = right.lowerBound..<source.mention.lowerBound
        }
        // `what he calls the “ferry rule,” the mayor said it would hold`: the span is the first cue's.
        if let previous = site.previous, attribution.left != nil, !subject.isInverted,
            previous.right?.contains(frame.lowerBound - 1) == true,
            previous.word.isDisjoint(with: [.speech, .source]), let start = clauseBehind(attribution.frame)
        {
            attribution.left = nil
            attribution.right = start..<period.upperBound
            attribution.isMarked = true
        }
        return attribution
    }

    /// The tokens of a cue with its auxiliaries and its subject.
    private func frame(of site: CueSite, _ subject: CueSubject) -> Range<Int> {
        var frame = site.groupStart..<site.cue.upperBound
        guard let source = subject.source else { return frame }
        // `a-t-elle précisé`: the inverted auxiliary belongs to the frame.
        if source.reference == .pronoun, source.mention.upperBound == site.groupStart {
            var start = source.mention.lowerBound
            while start - 1 >= site.low, reading.isOutside(start - 1), start > 0,
                tokens[start - 1].kind == .dash && !tokens[start - 1].followsSpace
                    || start < source.mention.lowerBound && reading.has(start - 1, [.auxiliary, .adverb])
            {
                start -= 1
            }
            frame = min(frame.lowerBound, start)..<frame.upperBound
        }
        if subject.isInverted || site.isPassive {
            return frame.lowerBound..<max(frame.upperBound, source.mention.upperBound)
        }
        guard source.mention.lowerBound >= site.low, source.mention.upperBound <= site.groupStart,
            source.mention.upperBound >= site.groupStart - 1
                || site.isInfinitive && leadsToInfinitive(source.mention.upperBound..<site.groupStart)
        else { return frame }
        return min(frame.lowerBound, source.mention.lowerBound)..<frame.upperBound
    }

    func before(_ index: Int, isComma: Bool) -> Bool {
        index > period.lowerBound && reading.isOutside(index - 1) && reading.isComma(index - 1) == isComma
    }

    func hasComma(before index: Int, from low: Int) -> Bool {
        guard low < index else { return false }
        return (max(low, index - SourceFinder.reach)..<index).contains { reading.isOutside($0) && reading.isComma($0) }
    }

    /// `with Sergey Lavrov saying`: a subject of its own.
    func gerundSubject(_ before: Int, _ low: Int) -> Attribution.Source? {
        guard reading.isOutside(before), !reading.isComma(before), !reading.has(before, [.preposition, .coordinator, .auxiliary])
        else { return nil }
        let start = max(low, before - 14)
        guard let with = (start..<before).last(where: { reading.isOutside($0) && tokens[$0].hash == Self.with }) else {
            return nil
        }
        return finder.source(before: before + 1, from: with + 1)
    }

    /// `Der Zeitung sagte Filep Karma: „…“`: German sets the subject behind its verb when something else comes first.
    func verbSecond(_ start: Int) -> Attribution.Source? {
        guard reading.text.language == "de", start < period.upperBound, reading.isOutside(start), tokens[start].isCapitalized,
            let source = finder.source(after: start, before: period.upperBound), source.mention.upperBound < period.upperBound
        else { return nil }
        let next = source.mention.upperBound
        return reading.isOutside(next) && reading.isColon(next) ? source : nil
    }

    func inverted(_ start: Int) -> Attribution.Source? {
        let start = behindOutlet(start)
        guard
            var source = aged(start) ?? subjectBehindAdverbials(start) ?? finder.source(after: start, before: period.upperBound),
            mayBeSubject(source)
        else { return nil }
        // `sagte in Berlin der Minister, die Brücke werde geschlossen`: the clause that was said, no apposition.
        let apposition = source.head.upperBound..<source.mention.upperBound
        if reading.text.language == "de", reading.firstSubjunctive(apposition, second: true) != nil {
            source.mention = source.head
        }
        // `…, said the decision was final`: a clause follows, not a source.
        let next = source.head.upperBound
        if next < period.upperBound, reading.isOutside(next), reading.has(next, .auxiliary), !reading.has(next, .adverb) {
            return nil
        }
        return source
    }

    /// Walks left over auxiliaries, adverbs and times of day between a subject and its cue.
    func verbGroup(before index: Int) -> (start: Int, isPassive: Bool, isInfinitive: Bool) {
        var start = index
        var isPassive = false
        var isInfinitive = false
        var at = index - 1
        while at >= period.lowerBound, index - at < 12, reading.isOutside(at) {
            let token = tokens[at]
            if token.hash == Self.to, at == index - 1 {
                if reading.has(index, .gerund) { break }
                isInfinitive = true
            } else if reading.has(at, .auxiliary), !reading.has(at, .subject) {
                if Self.be.contains(token.hash), !isInfinitive { isPassive = true }
            } else if token.kind == .dash, !reading.isBreak(at) {
                at -= 1
                continue
            } else if at == index - 1, ClauseLexicon.of(reading.text.language).clitics.contains(token.hash) {
                // `y lo acusó de`: an object.
            } else if reading.has(at, .time) || (reading.has(at, .preposition) && at + 1 < index && reading.has(at + 1, .time)) {
                if tokens[at].isCapitalized, at == period.lowerBound { break }
            } else if reading.isLyAdverb(at) {
                start = at
                at -= 1
                continue
            } else if token.kind == .number, at > period.lowerBound, reading.isOutside(at - 1),
                tokens[at - 1].hash == Self.inYear,
                token.range.count == 4
            {
                // `who in 2010 said`
                start = at - 1
                at -= 2
                continue
            } else if !(reading.has(at, .adverb) && reading.words[at].isDisjoint(with: [.subject, .collective, .determiner])) {
                break
            }
            start = at
            at -= 1
        }
        return (start, isPassive, isInfinitive)
    }

    static let be: Set<UInt64> = Set(["is", "are", "was", "were", "be", "been", "being"].map { Hash64.folded($0) })

    /// What shows, behind a cue, that it is a verb.
    static let opensClause: WordClass = [.complementizer, .time, .determiner, .possessive, .subject]
}
