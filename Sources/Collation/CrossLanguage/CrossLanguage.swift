internal import Language
internal import Meaning
internal import TextCore

/// Scores pairs of units in different languages by what could stand in both: translated words, names, figures, days,
/// speakers, place and order (see ``CrossLanguageSpace``).
///
/// The fitted weights of one language do not apply: sequences of letters and common words say nothing between languages.
/// Where a multilingual encoder is there, what its vectors say is part of the evidence, with weights of their own.
/// A pair is scored twice: by itself, then again with how its neighbours in both articles and its rivals fared, because
/// reports of one event tend to tell it in one order. Weights are data, in `Lexicons/cross-language-weights.txt`.
///
/// - Complexity: O(*p* · *k* log *k*) for *p* pairs of units of *k* keys.
struct CrossLanguage {
    /// A pair at least this likely by itself may be carried by a third article.
    static let hint = 0.03
    /// From this probability on a pair is too likely for its sentences to be called without another witness.
    static let doubtful = 0.05

    /// Whether two units are in different languages.
    static func applies(to a: Unit, _ b: Unit, in story: Story) -> Bool {
        story.articles[a.article].annotated.language != story.articles[b.article].annotated.language
    }

    /// Indices of the pairs between languages, ascending, with their evidence and probabilities.
    let pairs: [Int]
    let evidence: [CrossLanguageEvidence]
    let probability: [Double]

    /// Scores those of a story's pairs that are between languages.
    init(_ all: [UnitPair], _ graph: PairGraph, _ story: Story, _ vectors: StoryVectors? = nil) {
        guard !story.crossLanguage.terms.isEmpty else {
            (pairs, evidence, probability) = ([], [], [])
            return
        }
        let vectors = vectors?.model == .multilingual ? vectors : nil
        let weights: CrossLanguageWeights = vectors == nil ? .embedded : .multilingual
        let pairs = all.indices.filter { Self.applies(to: story.units[all[$0].first], story.units[all[$0].second], in: story) }
        var evidence = pairs.map { CrossLanguageEvidence(all[$0].first, all[$0].second, story) }
        if let vectors {
            for (index, pair) in pairs.enumerated() {
                evidence[index].measureMeaning(all[pair].first, all[pair].second, story, vectors)
            }
        }
        var value = [Float](repeating: 0, count: all.count)
        var logOdds = [Double](repeating: 0, count: all.count)
        for (pair, found) in zip(pairs, evidence) {
            logOdds[pair] = weights.logOdds(found)
            value[pair] = Float(Double.logistic(logOdds[pair]))
        }
        let rivals = Rivals(value, graph, story)
        for (index, pair) in pairs.enumerated() {
            let standing = rivals.standing(pair)
            evidence[index][.neighbours] = Self.neighbours(all[pair], value, graph, story)
            // The best of bad pairs is no better for it.
            evidence[index][.mutual] = standing.rowRank == 0 && standing.columnRank == 0 ? value[pair] : 0
        }
        self.pairs = pairs
        self.evidence = evidence
        probability = evidence.map { .logistic(weights.logOdds($0)) }
    }

    /// The best of the pairs beside a pair that keep its order: one or two units on, or back, in both articles.
    private static func neighbours(_ pair: UnitPair, _ value: [Float], _ graph: PairGraph, _ story: Story) -> Float {
        let rows = story.unitsOfArticle[story.units[pair.first].article]
        let columns = story.unitsOfArticle[story.units[pair.second].article]
        var best: [Float] = [0, 0]
        for (side, steps) in [[-2, -1], [1, 2]].enumerated() {
            for i in steps where rows.contains(pair.first + i) {
                for j in steps where columns.contains(pair.second + j) {
                    guard let other = graph.pair(pair.first + i, pair.second + j) else { continue }
                    best[side] = max(best[side], value[other])
                }
            }
        }
        return best[0] + best[1]
    }
}

/// What speaks for two units in different languages to make one statement. Names are those of the weights file.
enum CrossLanguageFeature: Int, CaseIterable, Sendable {
    /// Weight of matched words and names.
    case words, names
    /// Weight of matched figures that few things have, and of others; figures that neither unit has of the other's.
    case rareFigures, figures, figuresDiffer
    /// A figure together with a word.
    case figureInContext
    case days, sameSpeaker, otherSpeaker, quotedBoth, quotedOne
    /// Matched weight over what could match, for the unit that is covered more, and the other.
    case coverageMost, coverageLeast
    /// How many terms match, and how many of these are words or figures that are surely one, as log(1 + n).
    case matches, facts
    case distance, lengthRatio, oneHeadline
    /// Filled in the second pass.
    case neighbours, mutual
    /// How alike the vectors of the units are, and the same again where words of one of the languages cannot be translated;
    /// whether that is so. Only with a multilingual encoder.
    case meaning, meaningAlone, untranslated

    static let count = allCases.count
}

/// The values of ``CrossLanguageFeature`` for one pair of units.
struct CrossLanguageEvidence: Sendable {
    /// What a name counts for in coverage: it says who, not what.
    static let name: Float = 0.5
    /// What a word counts for that the lexicon does not have.
    static let unknown: Float = 0.6

    private(set) var values = [Float](repeating: 0, count: CrossLanguageFeature.count)

    subscript(feature: CrossLanguageFeature) -> Float {
        get { values[feature.rawValue] }
        set { values[feature.rawValue] = newValue }
    }

    /// Measures a pair of units by themselves.
    init(_ first: Int, _ second: Int, _ story: Story) {
        let space = story.crossLanguage
        let (a, b) = (story.units[first], story.units[second])
        let (x, y) = (space.terms[first], space.terms[second])
        let matches = space.matches(first, second)
        var (matchedA, matchedB): (Float, Float) = (0, 0)
        var (figuresA, figuresB) = (x.terms.count { $0.isFigure }, y.terms.count { $0.isFigure })
        var facts: Float = 0
        for match in matches {
            let (one, other) = (x.terms[match.first], y.terms[match.second])
            if one.isFigure || other.isFigure {
                let isRare = one.kind == .rareFigure || other.kind == .rareFigure
                self[isRare ? .rareFigures : .figures] += match.weight
                figuresA -= one.isFigure ? 1 : 0
                figuresB -= other.isFigure ? 1 : 0
            } else {
                self[one.kind == .name || other.kind == .name ? .names : .words] += match.weight
            }
            let isName = one.kind == .name || other.kind == .name
            if match.isSure, !isName { facts += 1 }
            matchedA += match.weight * (isName ? Self.name : 1)
            matchedB += match.weight * (isName ? Self.name : 1)
        }
        self[.matches] = .log(1 + Float(matches.count))
        self[.facts] = .log(1 + facts)
        if figuresA > 0, figuresB > 0 { self[.figuresDiffer] = 1 }
        if self[.rareFigures] + self[.figures] > 0, self[.words] >= 0.4 { self[.figureInContext] = 1 }
        // Words that the lexicon does not have may be translations of anything: they count less.
        func total(_ terms: CrossLanguageTerms) -> Float {
            terms.terms.reduce(0) { sum, term in
                sum + term.weight * (term.kind == .name ? Self.name : term.isKnown ? 1 : Self.unknown)
            }
        }
        let covered = [matchedA / max(total(x), 1), matchedB / max(total(y), 1)]
        self[.coverageMost] = max(covered[0], covered[1])
        self[.coverageLeast] = min(covered[0], covered[1])
        self[.days] = x.days.isDisjoint(with: y.days) ? 0 : 1
        if !x.speakers.isEmpty, !y.speakers.isEmpty {
            self[x.speakers.isDisjoint(with: y.speakers) ? .otherSpeaker : .sameSpeaker] = 1
        }
        let (quotedA, quotedB) = (a.quotedShare > 0.3, b.quotedShare > 0.3)
        self[.quotedBoth] = quotedA && quotedB ? 1 : 0
        self[.quotedOne] = quotedA != quotedB ? 1 : 0
        self[.distance] = abs(a.place - b.place)
        self[.lengthRatio] = abs(.log(1 + Float(a.terms.count)) - .log(1 + Float(b.terms.count)))
        self[.oneHeadline] = a.isHeadline != b.isHeadline ? 1 : 0
    }
}

extension CrossLanguageEvidence {
    /// Adds what the vectors of two units say.
    mutating func measureMeaning(_ first: Int, _ second: Int, _ story: Story, _ vectors: StoryVectors) {
        let isUntranslated = [first, second].contains { unit in
            !TranslationLexicon.languages.contains(story.articles[story.units[unit].article].annotated.language)
        }
        self[.meaning] = vectors.centeredCosine(first, second)
        self[.meaningAlone] = isUntranslated ? self[.meaning] : 0
        self[.untranslated] = isUntranslated ? 1 : 0
    }
}

extension CrossLanguageTerms.Term {
    var isFigure: Bool { kind == .figure || kind == .rareFigure }
}

/// Weights of ``CrossLanguageFeature``s in log odds: data, in `Lexicons/cross-language-weights.txt`.
struct CrossLanguageWeights: Sendable {
    /// Log odds where there is nothing to go by.
    static let none = -20.0

    let intercept: Double
    let weights: [Double]

    static let embedded = CrossLanguageWeights(LexiconFile(PackageResources.cross_language_weights_txt))

    /// The weights that go with vectors of the multilingual encoder.
    static let multilingual = CrossLanguageWeights(LexiconFile(PackageResources.cross_language_weights_multilingual_txt))

    /// Reads rows `name, number`. Features without a row weigh nothing.
    init(_ file: LexiconFile) {
        func numbers(_ section: String) -> [String: Double] {
            Dictionary(
                file[section].compactMap { row in row.count > 1 ? Double(row[1]).map { (row[0], $0) } : nil },
                uniquingKeysWith: { first, _ in first }
            )
        }
        intercept = numbers("decision")["intercept"] ?? Self.none
        let weights = numbers("weights")
        self.weights = CrossLanguageFeature.allCases.map { weights["\($0)"] ?? 0 }
    }

    /// From this likeness of vectors on a pair needs no words in common.
    static let meaningAlone: Float = 0.25

    /// Log odds of a pair with this evidence. One word in common carries no match, and no names alone, but likeness of meaning may.
    func logOdds(_ evidence: CrossLanguageEvidence) -> Double {
        let hasWords = evidence[.matches] > 1 && evidence[.facts] > 0
        guard hasWords || evidence[.meaning] >= Self.meaningAlone else { return Self.none }
        return zip(weights, evidence.values).reduce(intercept) { $0 + $1.0 * Double($1.1) }
    }
}
