internal import TextCore

/// Finds runs of tokens that are written as names.
///
/// - Complexity: O(*n*) in tokens.
struct NameScanner {
    let context: AnnotationContext
    let evidence: CaseEvidence
    /// Words that were surnames of full names: what makes a lone noun a name where all nouns are capitalised.
    var surnames: Set<Int32> = []
    /// Surnames that are trades, too („Klaus Richter“): names only where no article stands in front.
    var trades: Set<Int32> = []
    /// Surnames with the s of the genitive: „Merkels“.
    var genitives: Set<Int32> = []
    /// Months that are somebody's surname here ("Theresa May"): those that stand behind a first name or a form of address.
    private(set) var monthSurnames: Set<Int32> = []
    /// Family names of the text that stand in front of two syllables: “Park” of Park Geun-hye.
    private(set) var familyNames: Set<Int32> = []
    /// How many particles stand in front of surnames that the text gives with them and a first name, by the surname.
    let particled: [Int32: Int]
    /// Nominatives of words that are capitalised inside sentences in other cases, by hash: «с Эрдоганом» shows «Эрдоган».
    let nominatives: WordSet
    /// Words in other cases than the nominative, by hash, whose nominatives are capitalised inside sentences: «Байдена».
    let obliques: WordSet
    /// The company that words keep, where all nouns are capitalised.
    let nouns: GermanNouns?
    let contexts = NameContexts.shared

    /// How many tokens a run may have.
    static let longestRun = 14

    init(_ context: AnnotationContext) {
        self.context = context
        evidence = CaseEvidence(context)
        nouns = context.vocabulary.capitalizesNouns ? GermanNouns(context) : nil
        particled = Self.particled(context)
        (nominatives, obliques) = Self.cases(context, evidence)
        if nouns != nil { readGermanSurnames() }
        for index in context.tokens.indices.dropFirst() where isMonthBehindName(index) {
            monthSurnames.insert(context.words.ids[index])
        }
        for index in context.tokens.indices.dropFirst(2)
        where contexts.familyNames.contains(context.tokens[index - 2].hash)
            && isSyllableName(index, from: index - 2, context.tokens.count)
        {
            familyNames.insert(context.words.ids[index - 2])
        }
    }

    /// The runs of one sentence, in order.
    func runs(inSentence number: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        let range = context.sentences[number].tokens
        var index = range.lowerBound
        var opens = true
        while index < range.upperBound {
            if canStart(index, opens: opens, sentence: number, end: range.upperBound) {
                let end = runEnd(from: index, sentence: number, end: range.upperBound)
                let isListed = context.flags[index].contains(.gazetteerStart) && gazetteer(index, end) != nil
                let start = isListed ? index : particleStart(before: index, from: runs.last?.upperBound ?? range.lowerBound)
                runs.append(start..<end)
                index = end
                opens = false
            } else {
                let token = context.tokens[index]
                if token.kind != .clitic || token.isCapitalized { opens = CaseEvidence.opensAfter(token, context, index) }
                index += 1
            }
        }
        return runs
    }

    /// The number of a token's word in the evidence of case.
    func word(_ index: Int) -> Int { Int(context.words.ids[index]) }

    private static func cases(_ context: AnnotationContext, _ evidence: CaseEvidence) -> (nominatives: WordSet, obliques: WordSet)
    {
        var (nominatives, obliques) = (WordSet(), WordSet())
        guard let cases = SlavicCases.of(context.vocabulary.language) else { return (nominatives, obliques) }
        var names: [Int32: String] = [:]
        for index in context.tokens.indices where context.tokens[index].isCapitalized && context.tokens[index].kind == .word {
            let word = context.words.ids[index]
            if names[word] == nil { names[word] = CaseFolding.fold(context.text[context.tokens[index].range]) }
        }
        let inside = Set(names.filter { evidence.capitalized[Int($0.key)] > evidence.lower[Int($0.key)] }.values)
        for name in names.values {
            let forms = cases.nominatives(ofSurname: name)
            if inside.contains(name) { for form in forms { nominatives.insert(Hash64.folded(form)) } }
            if name.unicodeScalars.count > 4, forms.contains(where: inside.contains) { obliques.insert(Hash64.folded(name)) }
        }
        return (nominatives, obliques)
    }

    /// The gazetteer's phrase at `index`, when it is written as there.
    func gazetteer(_ index: Int, _ end: Int) -> (end: Int, entry: Vocabulary.Entry)? {
        guard context.flags[index].contains(.gazetteerStart) else { return nil }
        let vocabulary = context.vocabulary
        let tokens = context.tokens
        var found = vocabulary.gazetteer.longestMatch(in: tokens, at: index, limit: end)
        if vocabulary.usesStems {
            let stems = context.stems
            let other = vocabulary.gazetteer.longestMatch(from: index, to: end) { stems[$0] == 0 ? tokens[$0].hash : stems[$0] }
            if let other, other.endIndex > found?.endIndex ?? index { found = other }
        }
        guard let found else { return nil }
        let entry = found.value
        let shape = tokens[index].shape
        switch entry.form {
        case .allCaps:
            guard found.endIndex - index > 1 ? shape.contains(.capitalized) : shape.contains(.allCaps) else { return nil }
        case .capitalized: guard shape.contains(.capitalized) else { return nil }
        case .lower: break
        }
        return (found.endIndex, entry)
    }
}
