internal import Language
internal import Speech
internal import TextCore

/// Makes the units of one article.
///
/// - Complexity: O(*n*) in tokens.
struct UnitBuilder {
    private let article: AnalyzedArticle
    private let index: Int
    private let lists: WordLists
    private let days: Set<UInt64>
    /// For each token, whether quotation marks enclose it.
    private let isQuoted: [Bool]
    /// For each token, whether it only says who speaks.
    private let isFrame: [Bool]
    /// For each token, 1 + the entity that a name there stands for; 0 for none.
    private let entity: [Int32]
    /// For each token, whether a figure covers it; and the key of the figure that starts there.
    private let isFigure: [Bool]
    private let figureValue: [Int: UInt64]
    /// For each quotation that is speech, its speaker's key.
    private let speakerOfStatement: [SpeakerKey?]

    /// The units of an article, in order. Captions make none.
    static func units(of article: AnalyzedArticle, index: Int) -> [Unit] {
        UnitBuilder(article, index: index).build()
    }

    private init(_ article: AnalyzedArticle, index: Int) {
        self.article = article
        self.index = index
        let text = article.annotated
        lists = WordLists.of(text.language)
        isQuoted = QuotedTokens.mark(article)
        isFrame = FrameTokens.mark(article)
        days = Self.days(in: text.language, lists)
        var entity = [Int32](repeating: 0, count: text.tokens.count)
        for name in text.names {
            for token in name.tokens.clamped(to: 0..<entity.count) { entity[token] = Int32(clamping: name.entity + 1) }
        }
        self.entity = entity
        var isFigure = [Bool](repeating: false, count: text.tokens.count)
        var figureValue: [Int: UInt64] = [:]
        for figure in text.figures where !figure.isQuantifier && figure.unit != .ordinal {
            let tokens = figure.tokens.clamped(to: isFigure.indices)
            for token in tokens { isFigure[token] = true }
            figureValue[tokens.lowerBound] = FigureAgreement.key(figure)
        }
        self.isFigure = isFigure
        self.figureValue = figureValue
        speakerOfStatement = article.speech.statements.map { statement in
            guard let quotation = statement.quotation, article.speech.quotations.indices.contains(quotation) else { return nil }
            return article.speech.quotations[quotation].speaker.flatMap { SpeakerKey($0) }
        }
    }

    private func build() -> [Unit] {
        let text = article.annotated
        let sentences = text.sentences.indices.filter { text.sections[text.sentences[$0].section].role != .caption }
        var units: [Unit] = []
        units.reserveCapacity(sentences.count)
        var statement = 0
        var lastPerson: UInt64?
        let people = knownPeople()
        let statements = article.speech.statements
        for (order, sentence) in sentences.enumerated() {
            while statement < statements.count, statements[statement].sentence < sentence { statement += 1 }
            let first = statement
            while statement < statements.count, statements[statement].sentence == sentence { statement += 1 }
            units.append(
                unit(sentence, order, sentences.count, first..<statement, people: people, lastPerson: &lastPerson)
            )
        }
        return units
    }

    private func unit(
        _ sentence: Int,
        _ order: Int,
        _ count: Int,
        _ statements: Range<Int>,
        people: Set<UInt64>,
        lastPerson: inout UInt64?
    ) -> Unit {
        let text = article.annotated
        let (tokens, section) = (text.sentences[sentence].tokens, text.sentences[sentence].section)
        let contents = contents(of: tokens, people)
        let quotedShare = contents.quotedShare
        var referents: Set<UInt64> = []
        if contents.mentioned.isEmpty, let lastPerson, contents.hasPronoun || quotedShare > Self.mostlyQuoted {
            referents = [lastPerson]
        }
        if let first = contents.mentioned.first { lastPerson = first }
        return Unit(
            article: self.index,
            sentence: sentence,
            section: section,
            role: text.sections[section].role,
            range: text.sentences[sentence].range,
            tokens: tokens,
            order: order,
            count: count,
            terms: contents.terms,
            words: contents.words,
            names: contents.names,
            people: Set(contents.mentioned).union(referents),
            referents: referents,
            figures: contents.figures,
            days: contents.days,
            isNegated: contents.isNegated,
            quotedShare: quotedShare,
            statements: statements,
            speakers: Set(statements.compactMap { speakerOfStatement[$0] })
        )
    }

    /// Whoever a sentence quotes to a larger share than this, its words are taken to be of the person named last.
    private static let mostlyQuoted = 0.8

    // MARK: Words of a sentence

    /// What the words of a sentence say.
    private struct Contents {
        var terms: [Term] = []
        var words: [UInt64] = []
        var names: Set<UInt64> = []
        /// Stems of people's names, in order.
        var mentioned: [UInt64] = []
        var days: Set<UInt64> = []
        var figures: Set<UInt64> = []
        var isNegated = false
        var hasPronoun = false

        var quotedShare: Double {
            terms.isEmpty ? 0 : Double(terms.count { $0.isQuoted }) / Double(terms.count)
        }
    }

    private func contents(of tokens: Range<Int>, _ people: Set<UInt64>) -> Contents {
        let text = article.annotated
        let isTitleCase = isTitleCase(tokens)
        var contents = Contents()
        var scopes = NegationScopes()
        var opens = true
        for index in tokens {
            let token = text.tokens[index]
            switch token.kind {
            case .word, .number, .ideograph, .clitic: break
            case .terminator, .quote:
                opens = true
                scopes.close()
                continue
            default:
                scopes.close()
                continue
            }
            scopes.step()
            contents.words.append(text.wordHash(of: index))
            let isNegation = lists.negation.contains(token.hash) || token.isNegatedForm(in: text.text)
            if isNegation {
                contents.isNegated = true
                scopes.open(isDenial: !lists.function.contains(token.hash))
            }
            if lists.pronoun.contains(token.hash) { contents.hasPronoun = true }
            if token.kind == .number, !isFigure[index] { contents.figures.insert(token.hash) }
            if let value = figureValue[index] { contents.figures.insert(value) }
            if let term = term(at: index, capitalTells: !opens || isTitleCase, isNegation: isNegation, &scopes) {
                contents.terms.append(term)
                if days.contains(token.hash) { contents.days.insert(token.hash) }
                if people.contains(term.stem), token.isCapitalized { contents.mentioned.append(term.stem) }
                if term.isName { contents.names.insert(term.stem) }
            }
            opens = false
        }
        return contents
    }

    /// The term that a word makes; nil for words of grammar.
    private func term(at index: Int, capitalTells: Bool, isNegation: Bool, _ scopes: inout NegationScopes) -> Term? {
        let text = article.annotated
        let token = text.tokens[index]
        guard token.kind != .clitic, text.stems[index] != 0 else { return nil }
        if lists.function.contains(token.hash), !token.shape.contains(.allCaps) { return nil }
        let isDay = days.contains(token.hash)
        return Term(
            stem: text.stems[index],
            token: index,
            isQuoted: isQuoted[index],
            isFrame: isFrame[index],
            isNegated: scopes.negation.take(),
            // "Denied on Monday that she resigned": neither the verb that denies is denied, nor the day.
            isDenied: !isNegation && !isDay && scopes.denial.take(),
            isName: !isDay && isWrittenAsName(index, capitalTells)
        )
    }

    /// Whether most words have a capital, as in headlines: there even the first one may be a name.
    private func isTitleCase(_ tokens: Range<Int>) -> Bool {
        let text = article.annotated
        let words = tokens.count { text.tokens[$0].isWord }
        let capitals = tokens.count { text.tokens[$0].isWord && text.tokens[$0].isCapitalized }
        return 5 * capitals >= 3 * max(1, words)
    }

    /// Names of the days of the week in a language. Of English only whole ones: "sat" and "sun" are words, too.
    private static func days(in language: String, _ lists: WordLists) -> Set<UInt64> {
        guard language == "en" || !WordLists.languages.contains(language) else { return Set(lists.weekdays.keys) }
        return Set(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map { Hash64.folded($0) })
    }

    /// Whether a word is written as a name: with a capital where not every word has one. Where capitals do not tell names, since
    /// all nouns have them or the script has none, what was recognized as a name is one.
    private func isWrittenAsName(_ index: Int, _ capitalTells: Bool) -> Bool {
        let text = article.annotated
        let token = text.tokens[index]
        if Self.capitalizesNouns.contains(text.language) { return token.isCapitalized && entity[index] > 0 }
        if token.isCapitalized { return capitalTells }
        return entity[index] > 0 && !text.hasCase(token)
    }

    /// Languages that write every noun with a capital.
    private static let capitalizesNouns: Set<String> = ["de", "lb"]

    /// Stems of the last words of people's names.
    private func knownPeople() -> Set<UInt64> {
        let text = article.annotated
        var people: Set<UInt64> = []
        for name in text.names where name.kind == .person {
            guard let last = name.tokens.last(where: { text.tokens.indices.contains($0) && text.tokens[$0].isWord }) else {
                continue
            }
            people.insert(text.stems[last])
        }
        return people
    }
}

extension AnnotatedText {
    /// Whether a word is in a script with small letters and capitals.
    fileprivate func hasCase(_ token: Token) -> Bool {
        String(decoding: bytes(of: token).prefix(4), as: UTF8.self).unicodeScalars.first?.properties.isCased == true
    }
}
