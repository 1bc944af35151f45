internal import Language
internal import TextCore

/// Reads the propositions of an English sentence off its dependency heads.
///
/// - Complexity: O(*n* · *d*) in tokens and the bounded depth that subjects and governors are looked for.
struct HeadedPropositions {
    /// How many heads up a subject or a governor is looked for.
    private static let reach = 5
    /// An argument counts by at most this many words.
    private static let longest = 24

    let text: AnnotatedText
    let syntax: Syntax
    let referents: StoryReferents
    let lexicon: ActLexicon
    let function: Set<UInt64>
    let words: GrammarWords
    /// For each token, whether it belongs to a time.
    let isTime: [Bool]
    let isFigure: [Bool]

    init(
        text: AnnotatedText,
        syntax: Syntax,
        referents: StoryReferents,
        lexicon: ActLexicon,
        function: Set<UInt64>,
        words: GrammarWords
    ) {
        self.text = text
        self.syntax = syntax
        self.referents = referents
        self.lexicon = lexicon
        self.function = function
        self.words = words
        var isTime = [Bool](repeating: false, count: text.tokens.count)
        for time in text.times {
            for token in time.tokens.clamped(to: isTime.indices) { isTime[token] = true }
        }
        self.isTime = isTime
        var isFigure = [Bool](repeating: false, count: text.tokens.count)
        for figure in text.figures {
            for token in figure.tokens.clamped(to: isFigure.indices) { isFigure[token] = true }
        }
        self.isFigure = isFigure
    }

    /// The propositions of some tokens, in order of their predicates.
    func propositions(in tokens: Range<Int>) -> [Proposition] {
        var found: [Proposition] = []
        for token in tokens where text.tokens[token].isWord || text.tokens[token].kind == .number {
            let tag = syntax.tags[token]
            if tag.isVerb {
                if let proposition = verbal(token) { found.append(proposition) }
            } else if tag == .noun || tag == .plural {
                if let proposition = nominal(token) { found.append(proposition) }
            }
            if syntax.relations[token] == .apposition, let head = syntax.head(of: token), tag.isNoun {
                found.append(
                    Proposition(
                        token: token,
                        act: base(token),
                        arguments: [argument(head, .agent, within: tokens)],
                        isCopular: true
                    )
                )
            }
        }
        place(&found, in: tokens)
        return found
    }

    private func base(_ token: Int) -> UInt64 { lexicon.base(of: text.stems[token]) }

    // MARK: Verbs

    private func verbal(_ verb: Int) -> Proposition? {
        switch syntax.relations[verb] {
        case .auxiliary, .passiveAuxiliary, .pieceOfWord, .compound, .adjectivalModifier: return nil
        default: break
        }
        let (act, particle) = act(of: verb)
        guard act != 0 else { return nil }
        // `is the mayor`, `is safe`: the predicate is what is ascribed.
        if words.copulas.contains(text.tokens[verb].hash),
            let ascribed = syntax.child(of: verb, .attribute, .adjectivalComplement)
        {
            var proposition = Proposition(
                token: ascribed,
                verb: verb,
                act: base(ascribed),
                arguments: subjects(of: verb),
                isCopular: true
            )
            // `there is evidence`.
            if proposition.arguments.isEmpty { add(ascribed, .patient, to: &proposition) }
            obliques(of: ascribed, except: nil, into: &proposition)
            obliques(of: verb, except: nil, into: &proposition)
            qualify(&proposition, verb)
            if isNegatedNoun(ascribed) { proposition.isNegated.toggle() }
            return proposition
        }
        var proposition = Proposition(token: verb, act: act, arguments: [])
        if let passive = syntax.child(of: verb, .passiveSubject, .passiveClausalSubject) {
            add(passive, .patient, to: &proposition)
        } else if isReducedPassive(verb), let head = syntax.head(of: verb) {
            add(head, .patient, to: &proposition)
        } else {
            proposition.arguments += subjects(of: verb)
        }
        for child in syntax.children(of: verb) {
            switch syntax.relations[child] {
            case .directObject, .objectPredicate: add(relative(child, of: verb), .patient, to: &proposition)
            case .dative where syntax.tags[child].isNoun || syntax.tags[child] == .pronoun:
                add(child, .oblique(words.to), to: &proposition)
            case .agent:
                if let object = syntax.child(of: child, .prepositionalObject) { add(object, .agent, to: &proposition) }
            default: break
            }
        }
        if syntax.relations[verb] == .relativeClause, proposition.arguments(.patient).isEmpty,
            syntax.child(of: verb, .subject) != nil, let head = syntax.head(of: verb),
            !syntax.children(of: verb).contains(where: { isRelative($0) })
        {
            add(head, .patient, to: &proposition)
        }
        obliques(of: verb, except: particle, into: &proposition)
        qualify(&proposition, verb)
        return proposition
    }

    /// The key of a verb, with its particle where the lexicon knows the two together.
    private func act(of verb: Int) -> (key: UInt64, particle: Int?) {
        let base = base(verb)
        for child in syntax.children(of: verb) where child > verb && child - verb <= 4 {
            switch syntax.relations[child] {
            case .preposition where syntax.child(of: child, .prepositionalObject) != nil: break
            case .particle, .adverbialModifier, .preposition:
                let key = ActLexicon.key(base, particle: text.tokens[child].hash)
                if lexicon.knows(key) { return (key, child) }
            default: break
            }
        }
        return (base, nil)
    }

    private func isReducedPassive(_ verb: Int) -> Bool {
        syntax.tags[verb] == .pastParticiple && syntax.child(of: verb, .subject) == nil
            && (syntax.relations[verb] == .adnominalClause || syntax.relations[verb] == .relativeClause)
            && syntax.child(of: verb, .auxiliary) == nil
    }

    private func isRelative(_ token: Int) -> Bool { words.relatives.contains(text.tokens[token].hash) }

    /// The noun that a relative pronoun stands for; other tokens themselves.
    private func relative(_ token: Int, of verb: Int) -> Int {
        guard isRelative(token) else { return token }
        var at = verb
        for _ in 0..<Self.reach {
            guard let head = syntax.head(of: at) else { return token }
            if syntax.relations[at] == .relativeClause { return head }
            at = head
        }
        return token
    }

    /// Who does what a verb says, by its own subject or that of the verb that it is joined to or completes.
    private func subjects(of verb: Int) -> [Argument] {
        var at = verb
        for _ in 0..<Self.reach {
            if let subject = syntax.child(of: at, .subject, .clausalSubject) {
                return arguments(relative(subject, of: at), .agent)
            }
            if let subject = syntax.child(of: at, .passiveSubject) { return arguments(relative(subject, of: at), .agent) }
            guard let head = syntax.head(of: at) else { return [] }
            switch syntax.relations[at] {
            case .openComplement:
                // `asked him to leave`: he leaves.
                if let object = syntax.child(of: head, .directObject), object < at { return arguments(object, .agent) }
                at = head
            case .clausalComplement where syntax.tags[at] == .gerund || syntax.tags[at] == .baseVerb: at = head
            case .conjunct, .adverbialClause, .prepositionalComplement, .preposition: at = head
            case .adnominalClause, .relativeClause: return arguments(head, .agent)
            default: return []
            }
        }
        return []
    }

    private func obliques(of head: Int, except particle: Int?, into proposition: inout Proposition) {
        for child in syntax.children(of: head) where child != particle {
            guard syntax.relations[child] == .preposition || syntax.relations[child] == .dative else { continue }
            // `pull out of`: what the second preposition governs is the verb's.
            let last = syntax.child(of: child, .preposition) ?? child
            guard let object = syntax.child(of: last, .prepositionalObject) else { continue }
            add(object, .oblique(text.tokens[last].hash), to: &proposition)
        }
        if let particle, let object = syntax.child(of: particle, .prepositionalObject) {
            add(object, .oblique(text.tokens[particle].hash), to: &proposition)
        }
        if let particle, let next = syntax.child(of: particle, .preposition),
            let object = syntax.child(of: next, .prepositionalObject)
        {
            add(object, .oblique(text.tokens[next].hash), to: &proposition)
        }
    }

    // MARK: Nouns

    /// `Marrow’s endorsement of Lind`, `the arrest of two men`, `reached an agreement`.
    private func nominal(_ noun: Int) -> Proposition? {
        let act = base(noun)
        guard syntax.relations[noun] != .compound, lexicon.isDerived(act) else { return nil }
        var proposition = Proposition(token: noun, act: act, arguments: [], isNominal: true)
        for child in syntax.children(of: noun) {
            switch syntax.relations[child] {
            case .possessor: add(child, .agent, to: &proposition)
            case .compound where child < noun: add(child, .patient, to: &proposition)
            case .preposition:
                guard let object = syntax.child(of: child, .prepositionalObject) else { continue }
                let hash = text.tokens[child].hash
                add(object, hash == words.of ? .patient : hash == words.by ? .agent : .oblique(hash), to: &proposition)
            default: break
            }
        }
        if let verb = syntax.head(of: noun), syntax.relations[noun] == .directObject, syntax.tags[verb].isVerb,
            proposition.arguments(.agent).isEmpty
        {
            proposition.arguments += subjects(of: verb)
            qualify(&proposition, verb)
        }
        // A verb has the “no” of its object, and gives it to the act that the object tells.
        if isNegatedNoun(noun), syntax.relations[noun] != .directObject { proposition.isNegated.toggle() }
        return proposition.arguments.isEmpty ? nil : proposition
    }

    /// `no agreement`.
    private func isNegatedNoun(_ noun: Int) -> Bool {
        syntax.children(of: noun).contains { child in
            child < noun && (syntax.relations[child] == .determiner || syntax.relations[child] == .negation)
                && words.negations.contains(text.tokens[child].hash)
        }
    }

    // MARK: Arguments

    private func add(_ head: Int, _ role: Argument.Role, to proposition: inout Proposition) {
        proposition.arguments += arguments(head, role)
    }

    /// The argument that a token heads, and those joined to it.
    private func arguments(_ head: Int, _ role: Argument.Role) -> [Argument] {
        // “Nobody” negates, and a time is told as such.
        guard !words.negations.contains(text.tokens[head].hash), !isTime[head], text.tokens[head].kind != .number else {
            return []
        }
        // `half of the wells`: the wells are.
        if isFigure[head], let of = syntax.child(of: head, .preposition), text.tokens[of].hash == words.of,
            let object = syntax.child(of: of, .prepositionalObject)
        {
            return [argument(object, role, within: syntax.subtree(of: object))]
        }
        let around = syntax.subtree(of: head)
        var found = [argument(head, role, within: around)]
        var at = head
        for _ in 0..<4 {
            guard let next = syntax.child(of: at, .conjunct), syntax.tags[next].isNoun else { break }
            found.append(argument(next, role, within: around))
            at = next
        }
        return found
    }

    private func argument(_ head: Int, _ role: Argument.Role, within around: Range<Int>) -> Argument {
        var stems: [UInt64] = []
        var referent = referents.keys[head]
        let span = syntax.subtree(of: head)
        // What a clause inside or another member of a row says is no part of it.
        var end = span.upperBound
        for child in syntax.children(of: head) where child > head {
            switch syntax.relations[child] {
            case .relativeClause, .adnominalClause, .conjunct, .apposition, .clausalComplement:
                end = min(end, syntax.subtree(of: child).lowerBound)
            default: break
            }
        }
        for token in span.lowerBound..<max(head + 1, end) where stems.count < Self.longest {
            guard text.stems[token] != 0, !function.contains(text.tokens[token].hash) else { continue }
            let stem = base(token)
            if !stems.contains(stem) { stems.append(stem) }
        }
        if referent == 0, syntax.tags[head].isNoun, syntax.tags[head] != .noun, head > 0 { referent = referents.keys[head - 1] }
        // “Another”, “it”, “those” say nothing by themselves.
        if syntax.tags[head] == .determiner || syntax.tags[head] == .pronoun || syntax.tags[head] == .possessivePronoun {
            return Argument(role: role, head: head, stem: 0, referent: referent, words: [])
        }
        return Argument(role: role, head: head, stem: base(head), referent: referent, words: stems)
    }

    // MARK: Whether and how far

    /// Negation and modality, by the verb's own words and by what governs it.
    private func qualify(_ proposition: inout Proposition, _ verb: Int) {
        qualifyByOwnWords(&proposition, verb)
        var at = verb
        for _ in 0..<Self.reach {
            guard let head = syntax.head(of: at), syntax.relations[at] == .conjunct || isGoverned(at) else { return }
            if syntax.relations[at] != .conjunct { qualify(&proposition, at, governedBy: head) }
            at = head
        }
    }

    private func qualifyByOwnWords(_ proposition: inout Proposition, _ verb: Int) {
        proposition.modality = .real
        if words.copulas.contains(text.tokens[verb].hash) || isNegatedForm(verb) { proposition.isNegated = isNegatedForm(verb) }
        for child in syntax.children(of: verb) {
            let hash = text.tokens[child].hash
            switch syntax.relations[child] {
            case .negation: if !isOnly(child) { proposition.isNegated.toggle() }
            case .auxiliary, .passiveAuxiliary:
                proposition.modality = words.modality(hash) ?? proposition.modality
                if isNegatedForm(child) { proposition.isNegated.toggle() }
            case .adverbialModifier where words.negations.contains(hash): proposition.isNegated.toggle()
            case .adverbialModifier where lexicon.governs(base(child)).contains(.doubting): proposition.modality = .possible
            case .subject, .passiveSubject, .directObject:
                if words.negations.contains(hash) || isNegatedNoun(child) { proposition.isNegated.toggle() }
            default: break
            }
        }
    }

    /// Whether what stands above a token says how far the token holds. Nobody knows why he left: he left.
    private func isGoverned(_ token: Int) -> Bool {
        switch syntax.relations[token] {
        case .openComplement, .clausalComplement, .prepositionalComplement, .adnominalClause, .directObject, .preposition:
            !asks(token)
        default: false
        }
    }

    /// Negation and modality by one verb or noun above: "denied that", "plans to", "has yet to".
    private func qualify(_ proposition: inout Proposition, _ token: Int, governedBy head: Int) {
        let governing = lexicon.governs(act(of: head).key)
        let isPassive = syntax.child(of: head, .passiveSubject) != nil
        if governing.contains(.negating) { proposition.isNegated.toggle() }
        if proposition.modality == .real || proposition.modality == .future {
            if governing.contains(.forbidden) {
                // To be barred is not to be allowed.
                proposition.modality = .allowed
                proposition.isNegated.toggle()
            } else if governing.contains(.doubting) {
                proposition.modality = .possible
            } else if governing.contains(.planned), syntax.relations[token] == .openComplement || !isPassive {
                proposition.modality = .planned
            } else if governing.contains(.required) {
                proposition.modality = .required
            } else if governing.contains(.allowed) {
                proposition.modality = .allowed
            }
        }
        // `has yet to leave`.
        if words.copulas.contains(text.tokens[head].hash) || words.possessives.contains(text.tokens[head].hash),
            syntax.children(of: head).contains(where: { text.tokens[$0].hash == words.yet })
        {
            proposition.isNegated.toggle()
        }
        for child in syntax.children(of: head) where syntax.relations[child] == .negation {
            if !isOnly(child) { proposition.isNegated.toggle() }
        }
    }

    /// Whether a clause that a verb or adjective governs is a question ("why the driver lost control"): what is not known is only what
    /// is asked. Questions of whether leave the clause itself open.
    private func asks(_ clause: Int) -> Bool {
        guard syntax.relations[clause] == .clausalComplement || syntax.relations[clause] == .prepositionalComplement else {
            return false
        }
        return syntax.children(of: clause).contains { child in
            child < clause && words.interrogatives.contains(text.tokens[child].hash) && syntax.relations[child] != .marker
        }
    }

    /// `cannot`, `isn't`: one token here.
    private func isNegatedForm(_ token: Int) -> Bool {
        text.tokens[token].hash == words.cannot || text.tokens[token].isNegatedForm(in: text.text)
    }

    /// `not only`.
    private func isOnly(_ negation: Int) -> Bool {
        negation + 1 < text.tokens.count && text.tokens[negation + 1].hash == words.only
    }

    // MARK: Figures and times

    /// Gives each figure and time to the nearest predicate above it.
    private func place(_ found: inout [Proposition], in tokens: Range<Int>) {
        guard !found.isEmpty else { return }
        var owner: [Int: Int] = [:]
        for index in found.indices {
            if owner[found[index].token] == nil { owner[found[index].token] = index }
            if owner[found[index].verb] == nil { owner[found[index].verb] = index }
        }
        func nearest(_ token: Int) -> [Int] {
            var at = token
            var owners: [Int] = []
            for _ in 0..<(2 * Self.reach) {
                if let index = owner[at] {
                    owners.append(index)
                    if !found[index].isNominal { break }
                }
                guard let head = syntax.head(of: at) else { break }
                at = head
            }
            return owners
        }
        for (index, figure) in text.figures.enumerated() where tokens.contains(figure.tokens.lowerBound) {
            for owner in nearest(figure.tokens.upperBound - 1) { found[owner].figures.append(index) }
        }
        for (index, time) in text.times.enumerated() where tokens.contains(time.tokens.lowerBound) {
            for owner in nearest(time.tokens.lowerBound) { found[owner].times.append(index) }
        }
    }
}
