internal import Language
internal import TextCore

/// Frames inside retold words: `The pier, she noted, had been old for years`.
extension CueReader {
    /// The longest subject that such a frame parts from its verb, in words.
    private static let longestSubject = 8

    /// Where a frame between commas has a subject in front of it and its verb behind it, both are one content around it.
    func placeIncise(_ attribution: inout Attribution) {
        guard !attribution.isPassive, !attribution.word.contains(.gerund),
            !attribution.word.isDisjoint(with: [.speech, .tell]), var source = attribution.source,
            source.reference != .relative, source.reference != .inherited
        else { return }
        let isBehind = source.mention.lowerBound >= attribution.cue.upperBound
        // `said Tolley, was older`: the verb is no apposition.
        let next = source.head.upperBound + 1
        if isBehind, source.mention.upperBound > next, reading.has(next, .auxiliary) { source.mention = source.head }
        let start = min(attribution.frame.lowerBound, attribution.cue.lowerBound, source.mention.lowerBound)
        let end = max(attribution.cue.upperBound, source.mention.upperBound)
        guard end - start <= SourceFinder.reach, !hasSpan(start..<end),
            let parts = around(start..<end, hasAddressee: attribution.word.contains(.tell))
        else { return }
        attribution.source = source
        attribution.frame = start..<end
        (attribution.left, attribution.right) = (parts.left, parts.right)
        attribution.isMarked = true
        attribution.isSplit = true
        attribution.isPending = false
    }

    /// The subject before a frame between commas, and the rest of its sentence behind it.
    func around(_ frame: Range<Int>, hasAddressee: Bool) -> (left: Range<Int>, right: Range<Int>)? {
        guard Self.parting.contains(reading.text.language) else { return nil }
        let opening = frame.lowerBound - 1
        guard opening > period.lowerBound, reading.isOutside(opening), reading.isComma(opening) else { return nil }
        var closing = frame.upperBound
        // `told reporters on Monday`
        let limit = min(period.upperBound, frame.upperBound + (hasAddressee ? 6 : 3))
        while closing < limit, reading.isOutside(closing), tokens[closing].isWord,
            hasAddressee || reading.has(closing, [.time, .preposition, .adverb]),
            !reading.has(closing, [.complementizer, .auxiliary, .subject])
        {
            closing += 1
        }
        guard closing + 1 < period.upperBound, reading.isOutside(closing), reading.isComma(closing) else { return nil }
        let verb = closing + 1
        guard reading.isOutside(verb), reading.has(verb, .auxiliary), !reading.has(verb, .subject), tokens[verb].kind == .word
        else { return nil }
        let left = period.lowerBound..<opening
        guard isSubject(left) else { return nil }
        return (left, verb..<period.upperBound)
    }

    private static let parting: Set<String> = ["en", "fr", "es", "it", "pt"]

    /// Whether words are a noun phrase for all that rules can tell: no verb, no comma, no marks in them.
    private func isSubject(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty, reading.wordCount(range, limit: Self.longestSubject + 1) <= Self.longestSubject,
            !reading.has(range.lowerBound, [.preposition, .subordinator]) || reading.has(range.lowerBound, .determiner)
        else { return false }
        return range.allSatisfy {
            reading.isOutside($0) && !reading.isComma($0) && !reading.isColon($0) && !reading.isBreak($0)
                && !reading.has($0, [.auxiliary, .narrative, .relative, .complementizer, .gerund])
                && (!reading.has($0, .verbCue) || reading.has($0, [.role, .collective, .document]))
        }
    }

    // MARK: Moss, the mayor said

    /// `“We leave,” Dmitry Peskov, the Kremlin spokesman said`: a name whose apposition lacks its second comma.
    func named(by apposition: Attribution.Source, _ low: Int) -> Attribution.Source {
        let comma = apposition.mention.lowerBound - 1
        guard reading.text.language == "en", apposition.reference == .noun, comma > low, reading.isOutside(comma),
            reading.isComma(comma), reading.has(comma + 1, .determiner),
            apposition.head.contains(where: { reading.has($0, .role) }),
            let name = finder.person(endingAt: comma), name.lowerBound >= low, name.count > 1,
            name.lowerBound == period.lowerBound || !reading.isOutside(name.lowerBound - 1)
        else { return apposition }
        return Attribution.Source(mention: name.lowerBound..<apposition.mention.upperBound, head: name, reference: .noun)
    }

    // MARK: …, but for some, it fell, said Moss.

    /// Whether nothing but a name or a role stands between a cue and the end of its sentence: whatever commas come before, that
    /// is who says it.
    func endsWithSource(_ cueEnd: Int) -> Bool {
        guard reading.text.language == "en", let source = finder.source(after: cueEnd, before: period.upperBound),
            source.reference == .noun, source.head.lowerBound == cueEnd,
            tokens[cueEnd].isCapitalized
                || reading.has(cueEnd, .determiner) && source.head.contains(where: { reading.has($0, [.role, .collective]) })
        else { return false }
        let end = source.mention.upperBound
        return end >= period.upperBound || end + 1 == period.upperBound && tokens[end].kind == .terminator
    }

    // MARK: Moss -- the mayor of Tarn -- said

    /// The name in front of an apposition in dashes: `Ida Moss -- co-editor of a paper, and a pilot -- said`.
    func apposedByDashes(_ closing: Int, _ cueEnd: Int, _ low: Int) -> Attribution.Source? {
        guard reading.text.language == "en", closing > low, reading.isOutside(closing), reading.isBreak(closing),
            let opening = (max(low, closing - SourceFinder.reach)..<closing).last(where: {
                reading.isOutside($0) && reading.isBreak($0)
            }), opening > low, closing - opening > 2,
            ((opening + 1)..<closing).allSatisfy({ reading.isOutside($0) && !reading.endsSentence[$0] }),
            // `old -- and tired -- said Ned Tolley.`
            !endsWithSource(cueEnd), let source = finder.source(before: opening, from: low), source.reference == .noun,
            source.head.upperBound == opening || source.mention.upperBound == opening,
            reading.namesPerson(source.head) || source.head.contains(where: { reading.has($0, .role) })
        else { return nil }
        return Attribution.Source(mention: source.mention.lowerBound..<(closing + 1), head: source.head, reference: .noun)
    }

    // MARK: As Moss put it

    /// `As Ida Moss put it, “…”`, `“…,” as she puts it`: an idiom of saying.
    func putIt(at index: Int) -> Attribution? {
        guard reading.text.language == "en", Self.put.contains(tokens[index].hash), index + 1 < period.upperBound,
            reading.isOutside(index + 1), tokens[index + 1].hash == Self.it
        else { return nil }
        let low = max(period.lowerBound, index - 14)
        let opener = (low..<index).last { !reading.isOutside($0) || tokens[$0].hash == Self.asWord }
        guard let opener, let source = finder.source(before: index, from: opener + 1) else { return nil }
        let opens = reading.isOutside(opener)
        let frame = (opens ? opener : source.mention.lowerBound)..<(index + 2)
        var attribution = Attribution(
            cue: index..<(index + 2),
            word: .speech,
            source: source,
            frame: frame,
            isMarked: true
        )
        let isFirst = (period.lowerBound..<frame.lowerBound).allSatisfy {
            reading.isOutside($0) && (!tokens[$0].isWord || reading.has($0, .coordinator))
        }
        if isFirst {
            let mark = behindAdverbial(frame.upperBound)
            guard opens, mark < period.upperBound, reading.isOutside(mark), reading.isComma(mark) || reading.isColon(mark) else {
                return nil
            }
            if mark + 1 < period.upperBound {
                attribution.right = (mark + 1)..<period.upperBound
            } else {
                attribution.isPending = reading.isColon(mark)
            }
            return attribution
        }
        let before = frame.lowerBound - 1
        guard !reading.isOutside(before) || reading.isComma(before) || reading.isBreak(before) else { return nil }
        attribution.left = period.lowerBound..<(reading.isOutside(before) ? before : frame.lowerBound)
        return attribution
    }

    /// `put it in a statement to reporters, …`: the comma behind an adverbial; the token itself where none opens.
    private func behindAdverbial(_ start: Int) -> Int {
        guard start < period.upperBound, reading.isOutside(start), reading.has(start, [.preposition, .time]) else { return start }
        let near = start..<min(period.upperBound, start + 16)
        guard let comma = near.first(where: { !reading.isOutside($0) || reading.isComma($0) }), reading.isOutside(comma),
            (start..<comma).allSatisfy({ reading.words[$0].isDisjoint(with: [.auxiliary, .complementizer]) })
        else { return start }
        return comma
    }

    private static let put = Set(["put", "puts"].map { Hash64.folded($0) })
    private static let it = Hash64.folded("it")
    private static let asWord = Hash64.folded("as")

    // MARK: Said Moss: “…”

    /// Whether a source behind a verb that opens its sentence is somebody, with a colon or a comma and marks behind it.
    func opensQuotation(_ source: Attribution.Source) -> Bool {
        let mark = source.mention.upperBound
        guard mark + 1 < period.upperBound, reading.isOutside(mark),
            source.reference == .pronoun || tokens[source.head.lowerBound].isCapitalized
                || reading.has(source.head.lowerBound, [.determiner, .role])
        else { return false }
        return (reading.isColon(mark) || reading.isComma(mark)) && !reading.isOutside(mark + 1)
    }

    // MARK: Said a 34-year-old teacher

    /// `a 34-year-old teacher`: the age is a part of the phrase, though time ends one elsewhere.
    func aged(_ start: Int) -> Attribution.Source? {
        guard reading.text.language == "en" else { return nil }
        let number = start < period.upperBound && reading.has(start, .determiner) ? start + 1 : start
        guard number + 4 < period.upperBound, tokens[number].kind == .number, tokens[number + 1].kind == .dash,
            Self.years.contains(tokens[number + 2].hash), tokens[number + 3].kind == .dash, tokens[number + 4].hash == Self.old
        else { return nil }
        guard let source = finder.source(after: number + 5, before: period.upperBound), source.reference == .noun,
            source.head.lowerBound == number + 5
        else {
            // `said the 34-year-old.`
            let alone = start..<(number + 5)
            return start < number ? Attribution.Source(mention: alone, head: alone, reference: .noun) : nil
        }
        return Attribution.Source(
            mention: start..<source.mention.upperBound,
            head: start..<source.head.upperBound,
            reference: .noun
        )
    }

    private static let years = Set(["year", "month"].map { Hash64.folded($0) })
    private static let old = Hash64.folded("old")

    // MARK: A déclaré jeudi devant la presse le maire

    /// The subject behind a cue with adverbials between: `a déclaré jeudi à la radio la ministre`, `dijo ayer ante la prensa el
    /// alcalde`.
    func subjectBehindAdverbials(_ start: Int) -> Attribution.Source? {
        guard Self.inverting.contains(reading.text.language) else { return nil }
        var index = start
        let limit = min(period.upperBound, start + 16)
        var isPhrase = false
        while index < limit, reading.isOutside(index) {
            let isPreposition = reading.has(index, .preposition) || Self.adverbials.contains(tokens[index].hash)
            if isPreposition {
                isPhrase = true
                index += 1
                // Its article and its noun.
                while index < limit, reading.isOutside(index),
                    reading.has(index, [.determiner, .possessive, .preposition]) || tokens[index].kind == .clitic
                {
                    index += 1
                }
                guard index < limit, reading.isOutside(index), tokens[index].isWord || tokens[index].kind == .number else {
                    return nil
                }
                // `dijo a la agencia EFE`: the name belongs to its noun.
                let noun = index
                index += 1
                if let lexicon = ProvenanceLexicon.of(reading.text.language), lexicon.generic.contains(tokens[noun]) {
                    let name = (index..<limit).prefix {
                        reading.isOutside($0) && (tokens[$0].kind == .quote || tokens[$0].isCapitalized)
                    }
                    if name.contains(where: { lexicon.outlet.contains(tokens[$0]) }) { index = name.upperBound }
                }
            } else if reading.has(index, .determiner), index + 1 < limit, reading.has(index + 1, .time) {
                // `el martes`, `ce mardi`
                isPhrase = true
                index += 2
            } else if reading.has(index, [.time, .adverb]) || Self.dayParts.contains(tokens[index].hash) {
                isPhrase = true
                index += 1
            } else if tokens[index].kind == .number {
                index += 1
            } else {
                break
            }
        }
        guard isPhrase, index < limit, reading.isOutside(index), tokens[index].isWord || tokens[index].kind == .clitic,
            tokens[index].isCapitalized || reading.has(index, [.determiner, .role, .collective])
        else { return nil }
        // `sprach von 4.000 Demonstranten`: a noun by itself is no German subject, unless it is somebody's.
        let isGerman = reading.text.language == "de"
        guard
            !isGerman || GermanWords.nominative.contains(tokens[index].hash) || reading.has(index, [.role, .collective])
                || finder.person(startingAt: index) != nil
        else { return nil }
        return finder.source(after: index, before: period.upperBound)
    }

    private static let inverting: Set<String> = ["fr", "es", "it", "pt", "de", "ru", "uk"]
    private static let adverbials = Set(
        ["devant", "lors", "auprès", "pendant", "ante", "tras", "davanti", "durante", "perante", "à", "au"].map {
            Hash64.folded($0)
        }
    )
    private static let dayParts = Set(
        ["soir", "matin", "midi", "après-midi", "dernier", "prochain", "noche", "tarde", "mañana", "sera", "mattina", "noite"]
            .map { Hash64.folded($0) }
    )

    // MARK: Отметив, что

    /// `рассказал изданию, отметив, что`: a Slavic verbal adverb has the subject of the verb before it.
    func isVerbalAdverb(_ cue: Int) -> Bool {
        Self.verbalAdverbs[reading.text.language]?.end(reading.text.text.bytes[tokens[cue].range]) ?? false
    }

    /// `Павел Орлов отверг обвинения, отметив, что`: the subject of the clause before a verbal adverb, without its verb.
    func subject(ofVerbalAdverb cue: Int, _ previous: Attribution?) -> Attribution.Source? {
        // The clause's own verb of speech has the subject, where it stands in front of it.
        if let previous, let source = previous.source, source.reference != .relative,
            source.mention.upperBound <= previous.cue.lowerBound || previous.left != nil || previous.isMarked
        {
            return source
        }
        guard let source = finder.subject(from: period.lowerBound, before: verbGroup(before: cue).start) else {
            return previous?.source
        }
        return withoutPredicate(source)
    }

    /// A phrase up to the verb that stands behind its noun.
    private func withoutPredicate(_ source: Attribution.Source) -> Attribution.Source {
        guard source.reference == .noun, let lexicon = Self.finite[reading.text.language] else { return source }
        let verb = source.head.dropFirst().first { index in
            guard tokens[index].kind == .word, !tokens[index].isCapitalized,
                reading.words[index].isDisjoint(with: [.role, .collective, .document, .preposition])
            else { return false }
            let isClause =
                tokens[index - 1].isCapitalized || reading.has(index - 1, [.role, .collective])
                || Self.finiteWords.contains(tokens[index].hash)
            return isClause
                && (lexicon.contains { $0.end(reading.text.text.bytes[tokens[index].range]) }
                    || Self.finiteWords.contains(tokens[index].hash) || reading.has(index, .verbCue))
        }
        guard let verb else { return source }
        let head = source.head.lowerBound..<verb
        return Attribution.Source(mention: head, head: head, reference: .noun)
    }

    /// Endings of finite verbs, and those that have none of them: «отверг».
    private static let finite: [String: [WordEndings]] = Dictionary(
        uniqueKeysWithValues: ["ru", "uk"].map { language in
            (
                language,
                ["past masculine", "past feminine", "past neuter", "past plural", "present singular", "present plural"].map {
                    WordEndings(language, $0)
                }
            )
        }
    )
    private static let finiteWords = LexiconFile(PackageResources.endings_txt).words("ru past irregular")

    private static let verbalAdverbs = WordEndings.of("verbal adverb", in: ["ru", "uk"])
}
