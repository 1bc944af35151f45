internal import Language
internal import Meaning
internal import Speech
internal import TextCore

/// Looks for the words of each claim of headlines and standfirsts in the bodies.
///
/// A claim is carried by a sentence as far as its content words stand there: the same stem, a word of the same concept, or
/// one with the same first five letters; a name or role of one who is named there, a short form of a name, or the same value in
/// other figures; and, at less than full worth, a word that headlines use for one of the sentence's (``HeadlineWords``), or one that
/// tells the same act. Words of the sentences beside it count half. A claim whose words all stand in the own body, but in
/// sentences apart, is carried in part, by these; so is one of which all words stand somewhere in the bodies, or most; and one
/// whose vector lies near that of a sentence, where there are vectors. That no words carry a claim is said only of one whose own
/// words are not there. Nothing is said about truth.
///
/// - Complexity: O(claims · sentences of the bodies of one language).
struct HeadlineClaims {
    /// Share of a claim's weight from which on it is carried in full, or in part.
    static let full: Float = 0.66
    static let partial: Float = 0.4
    /// The most that a sentence carries which negates what the claim does not, or the other way round.
    static let denied: Float = 0.65
    /// What a word is worth that only stands for the claim's.
    static let kin: Float = 0.8
    /// The cosine by MiniLM from which on a sentence says what a claim says, in other words; and that for sentences of other articles,
    /// which are about the same anyway.
    static let meant: Float = 0.6
    static let meantElsewhere: Float = 0.65

    let story: Story
    let propositions: StoryPropositions
    let vectors: StoryVectors?
    private let bodies: ClaimWords
    /// For each article, the acts that words above its body tell, by token. What stands in quotation marks is to be found as it
    /// stands.
    private let acts: [[Int: UInt64]]

    init(story: Story, propositions: StoryPropositions, vectors: StoryVectors? = nil) {
        self.story = story
        self.propositions = propositions
        self.vectors = vectors
        bodies = ClaimWords(story)
        acts = story.articles.indices.map { article in
            let names = story.articles[article].annotated.names
            let named = Set(names.filter { $0.kind != .unknown }.flatMap(\.tokens))
            var acts: [Int: UInt64] = [:]
            for unit in story.unitsOfArticle[article] where story.units[unit].role != .body {
                for (term, act) in zip(story.units[unit].terms, propositions.actOfTerm[unit])
                where act != 0 && !named.contains(term.token) && !story.isMarked(term.token, in: article) {
                    acts[term.token] = act
                }
            }
            return acts
        }
    }

    /// A content word of a claim.
    private struct Word {
        let concept: Int32?
        let prefix: Int32?
        /// What it is called in ``ClaimWords``: its own form, its letters without dots, the value of its figure.
        let names: [UInt64]
        /// Rows of ``HeadlineWords``.
        let rows: [Int32]
        /// The act that it tells.
        let act: UInt64?
        let weight: Float
        let token: Int
        /// The claim that it is a word of, where that stands in a unit.
        let claim: Gainsaying.Claim?
        /// Its bytes, all letters of a short form.
        let range: Range<Int>
    }

    /// How far a body carries a claim, and where.
    private struct Carrying {
        var coverage: Float = 0
        var unit: Int?
        var carried: Set<Int> = []
        /// What the sentence says otherwise.
        var otherwise = Gainsaying.Said()
    }

    /// The findings for all headlines and standfirsts, by article and place.
    func find() -> [HeadlineFinding] { saidInOtherWords(findByWords()) }

    private func findByWords() -> [HeadlineFinding] {
        story.articles.indices.flatMap { article -> [HeadlineFinding] in
            let text = story.articles[article].annotated
            let splitter = ClaimSplitter(text: text, lists: story.lists[article])
            var findings: [HeadlineFinding] = []
            if let headline = text.sections.firstIndex(where: { $0.role == .headline }) {
                findings += splitter.claims(in: text.sectionTokens[headline]).map { finding($0, .headline, splitter, article) }
            }
            for sentence in text.sentences where text.sections[sentence.section].role == .standfirst {
                guard !isCredit(sentence.tokens, splitter) else { continue }
                findings += splitter.claims(in: sentence.tokens).map { finding($0, .standfirst, splitter, article) }
            }
            return findings
        }
    }

    private func finding(_ claim: Range<Int>, _ origin: HeadlineFinding.Place, _ splitter: ClaimSplitter, _ article: Int)
        -> HeadlineFinding
    {
        let text = story.articles[article].annotated
        let range =
            claim.isEmpty ? 0..<0 : Int(text.tokens[claim.lowerBound].start)..<Int(text.tokens[claim.upperBound - 1].end)
        let claimed = story.unit(at: Passage(article: article, range: range)).map {
            story.polarity(of: story.units[$0], in: range)
        }
        let above = story.unit(at: Passage(article: article, range: range)).map {
            Gainsaying.Claim(tokens: claim, unit: $0)
        }
        let words = claim.filter(splitter.isContent).map { word($0, of: above, article) }
        let own = best(words, claimed, above, in: article) { isReversed(claim: Passage(article: article, range: range), by: $0) }
        let others = story.articles.indices.filter { other in
            other != article && story.articles[other].annotated.language == text.language
        }
        let scattered = scattered(words, in: article, from: own.unit)
        var support: HeadlineFinding.Support = .none
        var units: [Int] = []
        if own.coverage >= Self.full, let unit = own.unit {
            (support, units) = (.full, [unit])
        } else if own.coverage >= Self.partial, own.carried.count >= 2, let unit = own.unit {
            (support, units) = (.partial, [unit])
        } else if scattered.carried.count == words.count, own.otherwise.isEmpty {
            (support, units) = (.partial, scattered.units)
        } else {
            let elsewhere = others.map { best(words, claimed, above, in: $0) }.filter { $0.coverage >= Self.full }
            if !elsewhere.isEmpty {
                (support, units) = (.elsewhere, elsewhere.compactMap(\.unit))
            } else if hasEssentials(words, scattered.carried) || hasMost(words, scattered.carried) {
                (support, units) = (.partial, scattered.units)
            }
        }
        let isOtherwise =
            support == .partial && own.coverage >= Self.partial && !own.otherwise.isEmpty && own.unit.map(units.contains) == true
        guard !range.isEmpty else {
            return HeadlineFinding(place: origin, claim: Passage(article: article, range: range), support: .none, witnesses: [])
        }
        var missing = words.filter { word in
            !scattered.carried.contains(word.token) && !others.contains { place(of: word, in: $0) != nil }
        }.map(\.token)
        if isOtherwise { missing = Set(missing).union(own.otherwise.words).sorted() }
        // Words that all stand in these articles are not called missing from them.
        if support == .none, missing.isEmpty {
            support = .partial
            let elsewhere = words.filter { !scattered.carried.contains($0.token) }.compactMap { word in
                others.lazy.compactMap { place(of: word, in: $0) }.first
            }
            units = Set(scattered.units + elsewhere).sorted()
        }
        return HeadlineFinding(
            place: origin,
            claim: Passage(article: article, range: range),
            support: support,
            witnesses: units.map { Passage(article: story.units[$0].article, range: story.units[$0].range) },
            missing: support == .full ? [] : missing.map { text.text[self.word($0, of: above, article).range] },
            otherwise: isOtherwise
                ? own.otherwise.instead.compactMap { token in own.unit.map { place(ofToken: token, in: $0) } } : []
        )
    }

    private func place(ofToken token: Int, in unit: Int) -> Passage {
        let article = story.units[unit].article
        return Passage(article: article, range: story.articles[article].annotated.tokens[token].range)
    }

    /// The findings, those that no words carry held against the vectors of body sentences, of the own article first.
    private func saidInOtherWords(_ findings: [HeadlineFinding]) -> [HeadlineFinding] {
        let open = findings.indices.filter { index in
            let claim = findings[index].claim
            return findings[index].support == .none && !claim.range.isEmpty
                // Words in marks are to be found as they stand.
                && !story.marked(in: claim.article).contains { $0.overlaps(claim.range) }
        }
        // The limit was read off claims that MiniLM was asked about; of other models nothing is known.
        guard let vectors, vectors.model == .minilm, !open.isEmpty else { return findings }
        let texts = open.map { index in
            let claim = findings[index].claim
            return UTF8Text(story.articles[claim.article].annotated.text[claim.range])
        }
        guard let claims = vectors.encode(texts) else { return findings }
        var findings = findings
        for (row, index) in open.enumerated() {
            let finding = findings[index]
            let bodies = story.units.indices.filter { story.units[$0].role == .body }
                .map { (unit: $0, likeness: vectors.cosine(claims, row, $0)) }
            func nearest(isOwn: Bool, from least: Float) -> Int? {
                let near = bodies.filter { body in
                    body.likeness >= least && isOwn == (story.units[body.unit].article == finding.claim.article)
                }
                return near.max { $0.likeness < $1.likeness }?.unit
            }
            let own = nearest(isOwn: true, from: Self.meant)
            guard let unit = own ?? nearest(isOwn: false, from: Self.meantElsewhere) else { continue }
            let owner = story.units[unit]
            findings[index] = HeadlineFinding(
                place: finding.place,
                claim: finding.claim,
                support: own == nil ? .elsewhere : .partial,
                witnesses: [Passage(article: owner.article, range: owner.range)],
                missing: finding.missing,
                isByMeaning: true
            )
        }
        return findings
    }

    /// Whether the words carried make up a claim but for details: most of its weight, at least two words, and no word
    /// left out that is as rare as the rarest of them.
    private func hasEssentials(_ words: [Word], _ carried: Set<Int>) -> Bool {
        let held = words.filter { carried.contains($0.token) }
        guard held.count >= 2, let rarest = held.map(\.weight).max() else { return false }
        let total = words.reduce(0) { $0 + $1.weight }
        return held.reduce(0) { $0 + $1.weight } >= Self.full * total
            && words.allSatisfy { carried.contains($0.token) || $0.weight < rarest }
    }

    /// Whether most words of a claim are carried, and at least three: a headline's own verb ("mounts", "vows") or an image is often the
    /// only word that the body does not have.
    private func hasMost(_ words: [Word], _ carried: Set<Int>) -> Bool {
        let held = words.count { carried.contains($0.token) }
        return held >= 3 && 3 * held >= 2 * words.count
    }

    /// Whether a sentence above the text only says whose picture stands there: names alone ("Press Agency", "Varnach/Press Agency"),
    /// or two with a slash between.
    private func isCredit(_ tokens: Range<Int>, _ splitter: ClaimSplitter) -> Bool {
        let text = splitter.text
        let content = tokens.filter(splitter.isContent)
        func isName(_ index: Int) -> Bool { text.tokens.indices.contains(index) && text.tokens[index].isCapitalized }
        if content.allSatisfy({ text.tokens[$0].isCapitalized || text.tokens[$0].kind == .number }) {
            // A line in which every word has a capital may be a headline's second deck: such have more to say.
            return content.count <= 5
        }
        return tokens.contains { text.isByte($0, UInt8(ascii: "/")) && isName($0 - 1) && isName($0 + 1) }
    }

    /// The words of a claim that stand anywhere in a body, and the sentences where: the one that carries most, and for
    /// each further word the nearest.
    private func scattered(_ words: [Word], in article: Int, from best: Int?) -> (carried: Set<Int>, units: [Int]) {
        var carried: Set<Int> = []
        var units: [Int] = best.map { [$0] } ?? []
        for word in words {
            // The word itself, before one that only means the like.
            let near = place(of: word, in: article, near: best, as: stands) ?? place(of: word, in: article, near: best)
            guard let near else { continue }
            carried.insert(word.token)
            if !units.contains(where: { stands($0, word) || $0 == near }) { units.append(near) }
        }
        return (carried, units.sorted())
    }

    /// The body sentence of an article that holds a word: the one nearest to a given one, or the first.
    private func place(
        of word: Word,
        in article: Int,
        near: Int? = nil,
        as isHeld: ((Int, Word) -> Bool)? = nil
    ) -> Int? {
        let isHeld = isHeld ?? holds
        let holding = story.unitsOfArticle[article].filter {
            story.units[$0].role == .body && isHeld($0, word) && !denies($0, word)
        }
        guard let near else { return holding.first }
        return holding.min { (abs($0 - near), $0) < (abs($1 - near), $1) }
    }

    private func word(_ token: Int, of claim: Gainsaying.Claim?, _ article: Int) -> Word {
        let text = story.articles[article].annotated
        let stem = text.stems[token]
        let short = text.dottedShortForm(at: token)
        let key = short?.hash ?? stem
        let concept = story.concepts.id(ofKey: story.lists[article].concepts[key] ?? key)
        let isCommon = story.lists[article].common.contains(text.tokens[token].hash)
        let figure = text.figures.first { $0.tokens.contains(token) && !$0.isQuantifier && $0.unit != .ordinal }
        return Word(
            concept: concept,
            prefix: short == nil ? story.prefixes.id(ofKey: Letters.prefix(of: text.tokens[token], in: text.text)) : nil,
            names: [short?.hash ?? text.tokens[token].hash] + (figure.map { [FigureAgreement.key($0)] } ?? []),
            rows: HeadlineWords.of(text.language).heads[short?.hash ?? stem] ?? [],
            act: acts[article][token],
            weight: max(0.1, concept.map(story.concepts.weight(of:)) ?? 1) * (isCommon ? 0.5 : 1),
            token: token,
            claim: claim,
            range: short.map { text.tokens[token].range.lowerBound..<text.tokens[$0.end].range.upperBound }
                ?? text.tokens[token].range
        )
    }

    /// Whether a body sentence tells a claim's act with who does it and to whom exchanged: "Reds beat Blues", "Blues beat Reds". Known
    /// where there are heads.
    private func isReversed(claim: Passage, by unit: Int) -> Bool {
        guard let above = story.unit(at: claim) else { return false }
        let differences = PropositionDifferences(
            story: story,
            comparer: PropositionComparer(story: story, propositions: propositions),
            ground: .likeWords
        )
        let verdict = differences.verdict(
            PropositionDifferences.Passage(unit: above, range: claim.range),
            PropositionDifferences.Passage(unit: unit, range: story.units[unit].range)
        )
        return verdict.reasons.contains { if case .rolesSwapped = $0 { true } else { false } }
    }

    /// The body sentence of an article that carries most of a claim.
    /// - Parameter isReversed: whether a sentence that carries it in full tells the opposite of who did it.
    private func best(
        _ words: [Word],
        _ claimed: Polarity?,
        _ above: Gainsaying.Claim?,
        in article: Int,
        isReversed: (Int) -> Bool = { _ in false }
    ) -> Carrying {
        let total = words.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return Carrying() }
        let body = story.unitsOfArticle[article].filter { story.units[$0].role == .body }
        var result = Carrying()
        let gainsaying = Gainsaying(story: story, propositions: propositions)
        var known: [Int: Gainsaying.Said] = [:]
        func said(by unit: Int) -> Gainsaying.Said {
            if let said = known[unit] { return said }
            let held = words.filter { holds(unit, $0) }.map(\.token)
            var said = Gainsaying.Said()
            if let above, held.count >= 2 { said = gainsaying.said(otherwiseThan: above, by: unit, holds: held.contains) }
            known[unit] = said
            return said
        }
        for (position, unit) in body.enumerated() {
            var weight: Float = 0
            var carried: Set<Int> = []
            let beside = [position - 1, position + 1].filter(body.indices.contains).map { body[$0] }
            for word in words {
                if holds(unit, word) {
                    weight += word.weight * (means(unit, word) ? 1 : Self.kin)
                    carried.insert(word.token)
                } else if beside.contains(where: { holds($0, word) && said(by: $0).isEmpty && !denies($0, word) }) {
                    weight += word.weight / 2
                }
            }
            guard weight / total > result.coverage else { continue }
            let otherwise = said(by: unit)
            // A sentence that denies what the claim says, or says it otherwise, has its words, and does not carry it.
            let isDenied = claimed.map { story.polarity(of: story.units[unit]).denies($0) } ?? false
            if isDenied || !otherwise.isEmpty || weight >= Self.full * total && isReversed(unit) {
                weight = min(weight, Self.denied * total)
            }
            if weight / total > result.coverage {
                result = Carrying(
                    coverage: weight / total,
                    unit: unit,
                    carried: carried.subtracting(otherwise.words),
                    otherwise: otherwise
                )
            }
        }
        return result
    }

    /// Whether a unit says that what a claim's word tells is not so.
    private func denies(_ unit: Int, _ word: Word) -> Bool {
        word.claim.map { Gainsaying(story: story, propositions: propositions).denies(unit, word.token, of: $0) } ?? false
    }

    /// Whether a unit has a word of the same concept, one that headlines call so, or one that tells the same act.
    private func holds(_ unit: Int, _ word: Word) -> Bool {
        means(unit, word) || bodies.hasKin(unit, word.rows) || word.act.map { propositions.tells(unit, $0) } == true
    }

    /// Whether a unit has a word of the same concept, or names who or what it stands for.
    private func means(_ unit: Int, _ word: Word) -> Bool {
        story.concepts.has(unit, word.concept) || stands(unit, word) || word.names.contains { bodies.implies(unit, $0) }
    }

    /// Whether a word stands in a unit, in any form.
    private func stands(_ unit: Int, _ word: Word) -> Bool { story.prefixes.has(unit, word.prefix) }
}

extension Story {
    /// What stands in quotation marks in an article.
    func marked(in article: Int) -> [Range<Int>] {
        articles[article].speech.quotations.filter { $0.kind != .indirect }.flatMap(\.content)
    }

    fileprivate func isMarked(_ token: Int, in article: Int) -> Bool {
        let range = articles[article].annotated.tokens[token].range
        return marked(in: article).contains { $0.overlaps(range) }
    }
}

extension BagSpace {
    /// Whether a row has a key. O(log of the row).
    func has(_ index: Int, _ key: Int32?) -> Bool {
        guard let key else { return false }
        let row = row(index)
        var low = row.startIndex
        var high = row.endIndex
        while low < high {
            let middle = (low + high) / 2
            if row[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < row.endIndex && row[low] == key
    }
}
