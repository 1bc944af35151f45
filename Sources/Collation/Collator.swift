internal import Language
internal import Meaning
internal import Speech
internal import TextCore

/// Compares the articles of one story.
///
/// Works on words: stems, names, figures, order and place (see ``PairFeature``); and on vectors of sentences, where an encoder for
/// the languages of the story is given. What it says does not depend on the order in which articles are given, and does not
/// change from run to run.
///
/// - Complexity: linear in the text, but for reuse among many copies: pairs of sentences come from an index with bounded
///   lists (see ``CandidateIndex``).
public struct Collator: Sendable {
    private let encoders: MeaningEncoders

    /// Makes a collator; without encoders it works on words alone.
    public init(encoders: MeaningEncoders = MeaningEncoders()) { self.encoders = encoders }

    /// The vectors of a story's sentences; nil without an encoder for its languages.
    func vectors(of story: Story) -> StoryVectors? {
        encoders.encoder(for: Set(story.articles.map(\.annotated.language))).flatMap { StoryVectors(story, $0) }
    }

    /// Collates articles. With one article, everything is solo.
    /// - Parameter links: what a person says of passages of these articles, which is obeyed.
    public func collate(_ articles: [AnalyzedArticle], links: [StatementLink] = []) -> Collation {
        let order = CanonicalOrder.of(articles)
        let speakers = StorySpeakers(order.map { articles[$0] })
        let resolved = speakers.resolved()
        let story = Story(resolved)
        let vectors = story.articles.count > 1 ? vectors(of: story) : nil
        let scored = ScoredPairs(story, vectors: vectors)
        let found = StatementGrouping.groups(of: scored, in: story)
        let obeyed = ObeyedLinks(GivenOrder(order).canonical(links), story: story, table: scored.table)
        let linked = obeyed.groups(found)
        let placing = WitnessPlacing(story: story, table: scored.table)
        let disagreeing =
            FigureConflicts(story: story, scored: scored, groups: linked).find() + TimeConflicts(story: story).find()
        let reasons = ReasonFinder(story: story, order: order, disputes: Disputes(disagreeing))
        var shared: [SharedStatement] = []
        var disputed: [DisputedValues] = []
        var groups: [StatementGroup] = []
        var witnesses: [[PlacedWitness]] = []
        for group in linked {
            let placed = placing.witnesses(of: group)
            let places = placed.map(\.witness)
            let speaker = Self.agreedSpeaker(places)
            let why = reasons.reasons(for: placed, scored: scored, speaker: speaker)
            // Sales in Europe and sales in Asia make no statement, unless a person says so.
            if why.areOfOthers, group.byPerson.isEmpty { continue }
            groups.append(group)
            witnesses.append(placed)
            disputed += why.disputed
            shared.append(
                SharedStatement(
                    id: "",
                    kind: places.contains { $0.form == .quoted || $0.form == .retold } ? .speech : .fact,
                    speaker: speaker,
                    strength: scored.weights.strength(group.probability),
                    relation: RelationFinder(story: story).relation(of: placed, contradict: why.contradict),
                    witnesses: places,
                    reasons: why.reasons
                )
            )
        }
        let solos = SoloStatements(story: story, scored: scored, placing: placing, groups: groups, witnesses: witnesses).find()
        let (solo, limits) = ComparisonLimits(story: story, scored: scored, vectors: vectors).told(solos)
        return GivenOrder(order).collation(
            Collation(
                mode: Collation.Mode(of: resolved, meaning: vectors?.model.rawValue),
                articles: resolved,
                shared: shared,
                solo: solo,
                figures: disagreeing + StatementConflicts(story: story).findings(disputed, beside: disagreeing)
                    + story.articles.indices.flatMap { index in
                        Arithmetic(story.articles[index], index: index).find().map(FigureFinding.arithmetic)
                    },
                headlines: HeadlineClaims(story: story, propositions: scored.propositions, vectors: vectors).find(),
                reuse: CopiedRuns.find(in: story),
                limits: limits,
                speakerSources: speakers.sources,
                links: obeyed.findings(found)
            )
        )
    }

    /// The speaker on whom the witnesses of at least two articles agree and whom none contradicts, at the name's fullest.
    ///
    /// One outlet's attribution is not enough: where the others narrate, nobody else says whose words these are.
    private static func agreedSpeaker(_ witnesses: [Witness]) -> String? {
        let spoken = witnesses.filter { $0.speaker != nil }
        guard Set(spoken.map(\.passage.article)).count >= 2 else { return nil }
        let names = spoken.compactMap(\.speaker)
        guard let fullest = names.max(by: { ($0.utf8.count, $1) < ($1.utf8.count, $0) }) else { return nil }
        guard let key = SpeakerKey(name: fullest) else { return nil }
        return names.allSatisfy { SpeakerKey(name: $0)?.isCompatible(with: key) == true } ? fullest : nil
    }
}

/// Translates findings from the canonical order of articles to the order given, and puts them in that order.
struct GivenOrder {
    private let order: [Int]

    init(_ order: [Int]) { self.order = order }

    func passage(_ passage: Passage) -> Passage {
        Passage(article: order.indices.contains(passage.article) ? order[passage.article] : passage.article, range: passage.range)
    }

    /// Links with passages in articles of the canonical order; those of articles that are not given are left out.
    func canonical(_ links: [StatementLink]) -> [StatementLink] {
        let numbers = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        return links.compactMap { link in
            let passages = link.passages.compactMap { place in
                numbers[place.article].map { Passage(article: $0, range: place.range) }
            }
            guard passages.count == link.passages.count, passages.count > 1 else { return nil }
            return StatementLink(
                entry: link.entry,
                verdict: link.verdict,
                passages: passages,
                author: link.author,
                note: link.note
            )
        }
    }

    private func figures(_ findings: [FigureFinding]) -> [FigureFinding] {
        var conflicts: [(first: Passage, finding: FigureFinding)] = []
        var updates: [(first: Passage, finding: FigureFinding)] = []
        var sums: [ArithmeticFinding] = []
        func placed(_ values: [FigureWitness]) -> [FigureWitness] {
            values.map { FigureWitness(passage: passage($0.passage), context: $0.context, figure: $0.figure) }
                .sorted { $0.passage < $1.passage }
        }
        for finding in findings {
            switch finding {
            case .conflict(let what, let values):
                let witnesses = placed(values)
                guard let first = witnesses.first?.passage else { continue }
                conflicts.append((first, .conflict(what: what, values: witnesses)))
            case .update(let what, let values):
                let witnesses = placed(values)
                guard let first = witnesses.first?.passage else { continue }
                updates.append((first, .update(what: what, values: witnesses)))
            case .times(let what, let values):
                let witnesses = values.map { TimeWitness(passage: passage($0.passage), context: $0.context, time: $0.time) }
                    .sorted { $0.passage < $1.passage }
                guard let first = witnesses.first?.passage else { continue }
                conflicts.append((first, .times(what: what, values: witnesses)))
            case .arithmetic(let sum):
                sums.append(
                    ArithmeticFinding(
                        check: sum.check,
                        claim: passage(sum.claim),
                        parts: sum.parts.map(passage),
                        total: sum.total,
                        largestOther: sum.largestOther,
                        verdict: sum.verdict
                    )
                )
            }
        }
        return conflicts.sorted { $0.first < $1.first }.map(\.finding)
            + updates.sorted { $0.first < $1.first }.map(\.finding)
            + sums.sorted { $0.claim < $1.claim }.map(FigureFinding.arithmetic)
    }

    private func placed(_ solo: Solo) -> Solo {
        Solo(
            passage: passage(solo.passage),
            kind: solo.kind,
            speaker: solo.speaker,
            closest: solo.closest.map { Solo.Neighbour(passage: passage($0.passage), probability: $0.probability) }
        )
    }

    /// A collation of articles in the given order, its findings renamed and put in order.
    func collation(_ found: Collation) -> Collation {
        var statements = found.shared.map { statement in
            let witnesses = statement.witnesses.map {
                Witness(passage: passage($0.passage), form: $0.form, speaker: $0.speaker, basis: $0.basis)
            }
            return statement.with(id: "", witnesses: witnesses.sorted { $0.passage < $1.passage })
        }
        statements.sort { a, b in
            a.witnesses.map(\.passage).lexicographicallyPrecedes(b.witnesses.map(\.passage))
        }
        let reuse = found.reuse.map { run in
            let (a, b) = (passage(run.first), passage(run.second))
            return Reuse(first: min(a, b), second: max(a, b), words: run.words, quotedWords: run.quotedWords)
        }
        let limits = found.limits.map { limit in
            ComparisonLimit(
                article: order.indices.contains(limit.article) ? order[limit.article] : limit.article,
                language: limit.language,
                extent: limit.extent,
                undecided: limit.undecided
            )
        }
        let headlines = found.headlines.map { finding in
            HeadlineFinding(
                place: finding.place,
                claim: passage(finding.claim),
                support: finding.support,
                witnesses: finding.witnesses.map(passage).sorted(),
                missing: finding.missing,
                otherwise: finding.otherwise.map(passage),
                isByMeaning: finding.isByMeaning
            )
        }
        let sources = found.speakerSources.map { source in
            SpeakerSource(
                article: order.indices.contains(source.article) ? order[source.article] : source.article,
                quotation: source.quotation,
                means: source.means,
                passage: passage(source.passage)
            )
        }
        let shared = statements.enumerated().map { $1.with(id: "s\($0 + 1)", witnesses: $1.witnesses) }
        return Collation(
            mode: found.mode,
            articles: given(found.articles),
            shared: shared,
            solo: found.solo.map(placed).sorted { $0.passage < $1.passage },
            figures: figures(found.figures),
            headlines: headlines.sorted { $0.claim < $1.claim },
            reuse: reuse.sorted { ($0.first, $0.second) < ($1.first, $1.second) },
            limits: limits.sorted { $0.article < $1.article },
            speakerSources: sources.sorted { ($0.article, $0.quotation) < ($1.article, $1.quotation) },
            links: found.links.map { $0.placed(passage, in: shared) }
        )
    }

    /// Articles of the canonical order in the order given.
    private func given(_ articles: [AnalyzedArticle]) -> [AnalyzedArticle] {
        guard articles.count == order.count else { return articles }
        return zip(order, articles).sorted { $0.0 < $1.0 }.map(\.1)
    }
}

extension SharedStatement {
    func with(id: String, witnesses: [Witness]) -> SharedStatement {
        SharedStatement(
            id: id,
            kind: kind,
            speaker: speaker,
            strength: strength,
            relation: relation,
            witnesses: witnesses,
            reasons: reasons
        )
    }
}

extension Passage: Comparable {
    /// By article, then place.
    public static func < (a: Passage, b: Passage) -> Bool {
        (a.article, a.range.lowerBound, a.range.upperBound) < (b.article, b.range.lowerBound, b.range.upperBound)
    }
}
