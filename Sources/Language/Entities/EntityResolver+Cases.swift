internal import TextCore

/// People in the cases of Russian and Ukrainian.
extension EntityResolver {
    /// The capitalised words of a text in another case than the nominative, which the text has, too («Байдена» where it has «Байден»), or
    /// which the word in front of them tells: «по словам Байдена», «в Минздраве».
    static func nominatives(_ context: AnnotationContext) -> [Int32: String] {
        guard let cases = SlavicCases.of(context.vocabulary.language) else { return [:] }
        var words: [String: Int32] = [:]
        for index in context.tokens.indices where context.tokens[index].kind == .word && context.tokens[index].isCapitalized {
            words[context.text[context.tokens[index].range]] = context.words.ids[index]
        }
        var nominatives: [Int32: String] = [:]
        for (word, id) in words where word.unicodeScalars.count > 4 {
            let forms = cases.nominatives(ofSurname: word) + cases.phrases.nominatives(of: word)
            if let known = forms.first(where: { words[$0] != nil && $0 != word }) { nominatives[id] = known }
        }
        for index in context.tokens.indices.dropFirst() where context.tokens[index].isCapitalized {
            let id = context.words.ids[index]
            guard nominatives[id] == nil, context.tokens[index].kind == .word,
                let governed = cases.phrases.governed(by: context.tokens[index - 1].hash)
            else { continue }
            let word = context.text[context.tokens[index].range]
            let told =
                switch governed {
                case .prepositional: cases.phrases.nominative(word, from: governed)
                case .genitive: cases.nominative(ofGenitive: word)
                }
            if let told, told != word { nominatives[id] = told }
        }
        return nominatives
    }

    /// The words of a name, in the nominative where they are in another case.
    func nominative(_ tokens: [Int]) -> [String] {
        var words = tokens.map { context.text[context.tokens[$0].range] }
        guard let cases = SlavicCases.of(context.vocabulary.language), let last = tokens.last else {
            return words
        }
        let known = nominatives[context.words.ids[last]]
        // «Евгения Пригожина»: a woman's name, too, but where the text has a man's surname.
        let isNominative = words.count > 1 && !cases.genders(words[0]).isEmpty
        if !isNominative || known != nil || Self.masculine.contains(where: words[words.count - 1].hasSuffix),
            let name = cases.nominative(words)
        {
            return name
        }
        // «Анна Петрова» beside «Иван Петров»: two people, for her first name is in no other case.
        if let known, words.count == 1 || cases.genders(words[0]).isDisjoint(with: .feminineName) {
            words[words.count - 1] = known
        }
        return words
    }

    /// The name of a thing of several words in the nominative, where the word in front of it tells its case: «в Белом доме».
    private func nominative(ofThing candidate: NameCandidate) -> String? {
        let first = candidate.tokens.lowerBound
        guard first > 0, candidate.entry?.kind != .people, let cases = SlavicCases.of(context.vocabulary.language),
            let governed = cases.phrases.governed(by: context.tokens[first - 1].hash)
        else { return nil }
        return cases.phrases.nominative(candidate.tokens.map { context.text[context.tokens[$0].range] }, from: governed)?
            .joined(separator: " ")
    }

    /// Endings that no woman's surname has.
    private static let masculine = ["ого", "его", "ому", "ему"]

    /// A word of a role, folded; its noun in the nominative: «с премьером Орбаном» tells who “премьер” is.
    func roleWord(_ token: Int) -> String {
        let word = CaseFolding.fold(context.text[context.tokens[token].range])
        guard context.flags[token].contains(.role), let cases = SlavicCases.of(context.vocabulary.language) else { return word }
        return cases.nominatives(ofSurname: word).first(where: cases.isRole) ?? word
    }

    /// How a mention names somebody or something, in the nominative where that is known.
    func form(_ candidate: NameCandidate) -> String {
        let form = context.text[context.byteRange(candidate.tokens)]
        if candidate.tokens.count == 1, candidate.entry?.kind != .people, let token = candidate.tokens.first {
            return nominatives[context.words.ids[token]] ?? form
        }
        guard candidate.tokens.count > 1, context.vocabulary.bearsGenitives,
            candidate.tokens.allSatisfy({ context.tokens[$0].kind == .word })
        else { return form }
        if candidate.kind != .person { return nominative(ofThing: candidate) ?? form }
        return nominative(Array(candidate.tokens)).joined(separator: " ")
    }
}
