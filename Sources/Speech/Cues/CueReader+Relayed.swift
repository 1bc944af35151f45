internal import Language
internal import TextCore

/// Words that are given to a source by other means than its own verb: “according to Ned Tolley”, “TASS quoted Ned Tolley as
/// saying …”, “…, which Reuters cited, …”.
extension CueReader {
    /// How many tokens the one who is quoted may take.
    private static let reach = 14

    /// `According to X, content` and `content, according to X`.
    func accordingTo(_ cue: Range<Int>, _ word: WordClass) -> Attribution? {
        if opensThesis(cue.upperBound) { return thesis(cue) }
        guard let source = sourceAccordedTo(cue) else { return nil }
        var attribution = Attribution(cue: cue, word: word, source: source, frame: cue.lowerBound..<source.mention.upperBound)
        attribution.isMarked = true
        if opensContent(cue) {
            placeBehindOpening(&attribution, source)
        } else {
            placeAround(&attribution, source)
        }
        return attribution
    }

    /// Whoever stands behind “according to”, with the appositions that are none taken off.
    private func sourceAccordedTo(_ cue: Range<Int>) -> Attribution.Source? {
        guard
            var source = obliquePronoun(cue.upperBound)
                ?? withoutHolder(withClosingMark(finder.source(after: cue.upperBound, before: period.upperBound)))
        else { return nil }
        // `According to the survey, most voters had decided`: a clause, no apposition.
        let apposition = source.head.upperBound..<source.mention.upperBound
        let isRelative =
            apposition.count > 2 && reading.has(apposition.lowerBound + 1, .relative)
            && source.mention.upperBound < period.upperBound && reading.isComma(source.mention.upperBound)
        if !isRelative,
            apposition.contains(where: {
                reading.has($0, .auxiliary)
                    || reading.has($0, .verbCue) && $0 + 1 < period.upperBound && reading.has($0 + 1, Self.opensClause)
            })
        {
            source.mention = source.head
        }
        // `По мнению партии, это «позор»`: an apposition that no comma ends is none.
        if reading.text.language != "en", reading.text.language != "de", !apposition.isEmpty,
            source.mention.upperBound < period.upperBound,
            !reading.isOutside(source.mention.upperBound) || !reading.isComma(source.mention.upperBound)
        {
            source.mention = source.head
        }
        // `Selon l’AFP, M. Roux a dit`: the subject of the clause behind the comma, no apposition.
        let next = source.mention.upperBound
        if !apposition.isEmpty, next < period.upperBound, reading.isOutside(next), reading.has(next, [.auxiliary, .verbCue]) {
            source.mention = source.head
        }
        return source
    }

    /// Whether content follows the frame rather than goes before it: nothing but adverbs in front, or `said that according to Ned Tolley
    /// the pier was old`.
    private func opensContent(_ cue: Range<Int>) -> Bool {
        let before = cue.lowerBound - 1
        if before >= period.lowerBound, reading.isOutside(before), reading.has(before, .complementizer) { return true }
        return (period.lowerBound..<cue.lowerBound).allSatisfy {
            reading.isOutside($0) && (reading.has($0, [.adverb, .coordinator]) || !tokens[$0].isWord)
        }
    }

    private func placeBehindOpening(_ attribution: inout Attribution, _ source: Attribution.Source) {
        attribution.frame = attribution.cue.lowerBound..<source.head.upperBound
        let comma = behindPhrase(behindRelative(source.head.upperBound))
        var start = comma
        if comma == source.head.upperBound, start < period.upperBound, reading.isComma(start) {
            start = source.mention.upperBound
            if start >= period.upperBound - 1 {
                // `Selon Marc Abrard, le port est plein`: no apposition, the content.
                start = source.head.upperBound
                attribution.source?.mention = source.head
            }
        }
        while start < period.upperBound, reading.isOutside(start), reading.isComma(start) { start += 1 }
        attribution.right = start..<period.upperBound
    }

    private func placeAround(_ attribution: inout Attribution, _ source: Attribution.Source) {
        let cue = attribution.cue
        attribution.left = period.lowerBound..<cue.lowerBound
        // `The boats, according to the port, must move`
        if let parts = around(attribution.frame, hasAddressee: false) {
            (attribution.left, attribution.right) = (parts.left, parts.right)
            attribution.isSplit = true
            return
        }
        if let parts = parenthesis(cue.lowerBound..<source.head.upperBound) ?? aroundComma(cue.lowerBound, source) {
            attribution.source?.mention = source.head
            attribution.frame = cue.lowerBound..<source.head.upperBound
            (attribution.left, attribution.right) = parts
            attribution.isSplit = true
            return
        }
        // `…, so Elshorst weiter: „…“`
        var next = source.mention.upperBound
        while next < period.upperBound, reading.isOutside(next), reading.has(next, .adverb) { next += 1 }
        guard next < period.upperBound, reading.isOutside(next) else { return }
        if reading.isColon(next) {
            if next + 1 < period.upperBound {
                attribution.right = (next + 1)..<period.upperBound
            } else {
                attribution.isPending = true
            }
        } else if next + 1 < period.upperBound, reading.isComma(next), !reading.isOutside(next + 1),
            !reading.isOutside(cue.lowerBound - 1)
                || reading.isComma(cue.lowerBound - 1) && !reading.isOutside(max(period.lowerBound, cue.lowerBound - 2))
        {
            // `„Wir haben“, so die Ministerin, „keine Wahl.“`
            attribution.right = (next + 1)..<period.upperBound
        }
    }

    /// `selon lui`, `selon elle`: a pronoun that is no subject.
    private func obliquePronoun(_ index: Int) -> Attribution.Source? {
        guard reading.text.language == "fr", index < period.upperBound, reading.isOutside(index),
            reading.has(index, [.his, .hers]),
            index + 1 >= period.upperBound || !tokens[index + 1].isWord || !reading.isOutside(index + 1)
        else { return nil }
        return Attribution.Source(mention: index..<(index + 1), head: index..<(index + 1), reference: .pronoun)
    }

    /// `Le pont devait, selon le maire, fermer en juin`: the rest of the sentence behind a frame between commas is no apposition.
    private func aroundComma(_ cue: Int, _ source: Attribution.Source) -> (left: Range<Int>?, right: Range<Int>?)? {
        let (opening, closing) = (cue - 1, source.head.upperBound)
        guard ["fr", "es", "it", "pt"].contains(reading.text.language), opening > period.lowerBound,
            closing + 2 < period.upperBound,
            reading.isOutside(opening), reading.isComma(opening), reading.isOutside(closing), reading.isComma(closing),
            reading.isOutside(closing + 1), tokens[closing + 1].kind == .word, !tokens[closing + 1].isCapitalized,
            !reading.has(closing + 1, [.determiner, .possessive, .role, .collective, .coordinator, .relative, .subordinator]),
            !((closing + 1)..<period.upperBound).contains(where: { reading.isOutside($0) && reading.isComma($0) })
        else { return nil }
        return (period.lowerBound..<opening, (closing + 1)..<period.upperBound)
    }

    /// `Selon un haut responsable sous couvert d’anonymat, …`, `По данным ТАСС со ссылкой на мэра, …`: the comma behind a phrase
    /// that belongs to the source; the token itself where none does.
    private func behindPhrase(_ start: Int) -> Int {
        guard start + 1 < period.upperBound, reading.isOutside(start), tokens[start].isWord || tokens[start].kind == .clitic,
            reading.has(start, .preposition) || relayingPhrase(in: start..<(start + 1)) != nil || isFrenchParticiple(start)
                || isEnglishParticiple(start)
        else { return start }
        let limit = min(period.upperBound - 1, start + Self.reach)
        guard let comma = (start..<limit).first(where: { !reading.isOutside($0) || reading.isComma($0) }),
            reading.isOutside(comma),
            (start..<comma).allSatisfy({
                $0 == start && isEnglishParticiple(start)
                    || reading.words[$0].isDisjoint(with: [.auxiliary, .complementizer, .relative, .narrative])
            })
        else { return start }
        return comma
    }

    /// `Selon le rapport, que le journal a pu lire, dix millions manquent`, `Según un informe al que ha tenido acceso este diario,
    /// faltan diez`: the comma behind a relative clause; the token itself where none stands there.
    private func behindRelative(_ start: Int) -> Int {
        guard Self.relatives.keys.contains(reading.text.language), start + 3 < period.upperBound, reading.isOutside(start) else {
            return start
        }
        var opener = reading.isComma(start) ? start + 1 : start
        // `al que`, `dans lequel`
        if tokens[opener].kind == .word, !opensRelative(opener) { opener += 1 }
        guard opener < period.upperBound, opensRelative(opener),
            let close = ((opener + 1)..<min(period.upperBound, opener + SourceFinder.reach)).first(where: {
                !reading.isOutside($0) || reading.isComma($0)
            }), reading.isOutside(close), close + 2 < period.upperBound
        else { return start }
        return close
    }

    private func opensRelative(_ index: Int) -> Bool {
        reading.isOutside(index) && Self.relatives[reading.text.language]?.contains(tokens[index].hash) == true
    }

    private static let relatives: [String: Set<UInt64>] = [
        "fr": ["qui", "que", "qu'", "dont", "lequel", "laquelle", "lesquels", "lesquelles"],
        "es": ["que", "quien", "quienes", "cuyo", "cuya", "cuyos", "cuyas", "cual"],
    ]
    .mapValues { Set($0.map { Hash64.folded($0) }) }

    /// `s’exprimant`, `parlant`: a present participle, perhaps behind its pronoun.
    private func isFrenchParticiple(_ index: Int) -> Bool {
        guard reading.text.language == "fr" else { return false }
        let verb = tokens[index].range.count <= 3 ? index + 1 : index
        return verb < period.upperBound && reading.text.text.bytes[tokens[verb].range].suffix(3).elementsEqual("ant".utf8)
    }

    /// `According to a poll released Friday, …`, `According to a person briefed on the talks, …`: what a source is told by.
    private func isEnglishParticiple(_ index: Int) -> Bool {
        guard reading.text.language == "en", tokens[index].kind == .word, !tokens[index].isCapitalized else { return false }
        let lexicon = ClauseLexicon.of("en")
        return lexicon.postposed.contains(tokens[index].hash)
            || ClauseLexicon.ends(tokens[index], in: reading.text.text.bytes.span, with: lexicon.verbEndings)
    }

    /// `газета «Утро»`: a source that ends in a name in marks ends with the mark.
    func withClosingMark(_ source: Attribution.Source?) -> Attribution.Source? {
        guard var source, reading.text.language != "en" else { return source }
        var end = source.head.upperBound
        guard end > 0, reading.isInAside[end - 1], source.head.contains(where: { tokens[$0].kind == .quote }) else {
            return source
        }
        // One mark, or two behind a name inside a name.
        while end < period.upperBound, tokens[end].kind == .quote, reading.isInAside[end], !tokens[end].followsSpace { end += 1 }
        source.head = source.head.lowerBound..<end
        source.mention = source.mention.lowerBound..<max(source.mention.upperBound, end)
        return source
    }

    /// `El director del diario «El Alba», Pablo Reyes`: a source does not begin inside of marks.
    func withOpeningMark(_ source: Attribution.Source?, _ low: Int) -> Attribution.Source? {
        guard var source, reading.text.language != "en", reading.text.language != "de",
            let first = source.head.first, reading.isInAside[first], tokens[first].kind != .quote
        else { return source }
        var mark = first
        while mark > low, reading.isInAside[mark], tokens[mark].kind != .quote { mark -= 1 }
        guard tokens[mark].kind == .quote else { return source }
        guard mark > low, let front = finder.plain(before: mark, from: low), front.reference == .noun
        else {
            source.head = mark..<source.head.upperBound
            source.mention = min(mark, source.mention.lowerBound)..<source.mention.upperBound
            return source
        }
        source.head = front.head.lowerBound..<source.head.upperBound
        source.mention = front.mention.lowerBound..<source.mention.upperBound
        return source
    }

    /// Whether a verb of quoting has another's words behind it, `quoted Ned Tolley as saying`: it is no cue itself, the words are
    /// the other's.
    func isRelayed(_ cue: Int) -> Bool { asSaying(behind: cue) != nil }

    /// The one whose words are relayed by a cue behind “as”.
    func relayedSource(before cue: Int) -> Attribution.Source? {
        guard reading.text.language == "en", cue > period.lowerBound, tokens[cue - 1].hash == Self.as else { return nil }
        let low = max(period.lowerBound, cue - Self.reach)
        guard let verb = (low..<cue).last(where: { asSaying(behind: $0) == cue }), verb + 1 < cue - 1,
            let source = finder.source(after: verb + 1, before: cue - 1), source.mention.upperBound <= cue - 1
        else { return nil }
        return source
    }

    /// The cue behind `quoted … as`.
    private func asSaying(behind verb: Int) -> Int? {
        guard reading.text.language == "en", Self.quoting.contains(tokens[verb].hash), reading.isOutside(verb) else { return nil }
        let limit = min(period.upperBound - 1, verb + Self.reach)
        var index = verb + 1
        while index < limit, reading.isOutside(index) {
            if tokens[index].hash == Self.as {
                return reading.has(index + 1, .gerund) && reading.has(index + 1, .speech) ? index + 1 : nil
            }
            if tokens[index].kind == .terminator, reading.endsSentence[index] || reading.has(index, .complementizer) {
                return nil
            }
            index += 1
        }
        return nil
    }

    /// `told Varra News, which Reuters cited, that …`: a relative clause of an outlet between a frame and its content.
    func isCitedAside(_ cue: Int) -> Bool {
        guard reading.text.language == "en", Self.quoting.contains(tokens[cue].hash), cue + 1 < period.upperBound,
            reading.isOutside(cue + 1)
        else { return false }
        if reading.isCitation(cue) { return true }
        guard reading.isComma(cue + 1) else { return false }
        let low = max(period.lowerBound, cue - Self.reach)
        return (low..<cue).contains {
            reading.isOutside($0) && tokens[$0].hash == Self.which && $0 > low && reading.isComma($0 - 1)
        }
    }

    private static let `as` = Hash64.folded("as")
    private static let which = Hash64.folded("which")
    private static let quoting = Set(
        ["quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing"].map { Hash64.folded($0) }
    )
}

extension SpeechReading {
    /// `…, the agency reported, quoting the port authority.`: whom somebody has news from, at the end of a sentence.
    func isCitation(_ index: Int) -> Bool {
        guard text.language == "en", Self.citing.contains(tokens[index].hash), index > 2, isOutside(index - 1),
            isComma(index - 1),
            has(index - 2, .speech)
        else { return false }
        var next = index + 1
        while next < tokens.count, next < index + SourceFinder.reach, isOutside(next), !isComma(next), !has(next, .complementizer)
        {
            if endsSentence[next] { return true }
            next += 1
        }
        return false
    }

    private static let citing = Set(["quoting", "citing"].map { Hash64.folded($0) })
}
