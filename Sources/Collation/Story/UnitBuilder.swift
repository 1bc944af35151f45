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
        let range = text.sentences[sentence].tokens
        let section = text.sentences[sentence].section
        var terms: [Term] = []
        var words: [UInt64] = []
        var names: Set<UInt64> = []
        var mentioned: [UInt64] = []
        var found: Set<UInt64> = []
        var figures: Set<UInt64> = []
        var isNegated = false
        var hasPronoun = false
        let capitals = range.count { text.tokens[$0].isWord && text.tokens[$0].isCapitalized }
        let wordCount = range.count { text.tokens[$0].isWord }
        let isTitleCase = 5 * capitals >= 3 * max(1, wordCount)
        var opens = true
        var negation = NegationScope()
        var denial = NegationScope()
        for index in range {
            let token = text.tokens[index]
            switch token.kind {
            case .word, .number, .ideograph, .clitic: break
            case .terminator, .quote:
                opens = true
                negation.close()
                denial.close()
                continue
            default:
                negation.close()
                denial.close()
                continue
            }
            negation.step()
            denial.step()
            words.append(text.wordHash(of: index))
            let negates = lists.negation.contains(token.hash) || token.isNegatedForm(in: text.text)
            if negates {
                isNegated = true
                negation.open()
                if !lists.function.contains(token.hash) { denial.open() }
            }
            if lists.pronoun.contains(token.hash) { hasPronoun = true }
            let startsSentence = opens
            opens = false
            if token.kind == .number, !isFigure[index] { figures.insert(token.hash) }
            if let value = figureValue[index] { figures.insert(value) }
            guard token.kind != .clitic, text.stems[index] != 0 else { continue }
            if lists.function.contains(token.hash), !token.shape.contains(.allCaps) { continue }
            let stem = text.stems[index]
            let isName = !days.contains(token.hash) && isWrittenAsName(index, !startsSentence || isTitleCase)
            terms.append(
                Term(
                    stem: stem,
                    token: index,
                    isQuoted: isQuoted[index],
                    isFrame: isFrame[index],
                    isNegated: negation.take(),
                    // "Denied on Monday that she resigned": neither the verb that denies is denied, nor the day.
                    isDenied: !negates && !days.contains(token.hash) && denial.take(),
                    isName: isName
                )
            )
            if days.contains(token.hash) { found.insert(token.hash) }
            if people.contains(stem), token.isCapitalized { mentioned.append(stem) }
            if isName { names.insert(stem) }
        }
        let quoted = terms.count { $0.isQuoted }
        let quotedShare = terms.isEmpty ? 0 : Double(quoted) / Double(terms.count)
        var referents: Set<UInt64> = []
        if mentioned.isEmpty, let lastPerson, hasPronoun || quotedShare > 0.8 { referents = [lastPerson] }
        if let first = mentioned.first { lastPerson = first }
        return Unit(
            article: self.index,
            sentence: sentence,
            section: section,
            role: text.sections[section].role,
            range: text.sentences[sentence].range,
            tokens: range,
            order: order,
            count: count,
            terms: terms,
            words: words,
            names: names,
            people: Set(mentioned).union(referents),
            referents: referents,
            figures: figures,
            days: found,
            isNegated: isNegated,
            quotedShare: quotedShare,
            statements: statements,
            speakers: Set(statements.compactMap { speakerOfStatement[$0] })
        )
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

extension Token {
    /// Whether it is an English contraction of "not" (`n't`).
    func isNegatedForm(in text: UTF8Text) -> Bool {
        let bytes = text.bytes
        let end = Int(self.end)
        guard range.count >= 3, end <= bytes.count, bytes[end - 1] | 0x20 == UInt8(ascii: "t") else { return false }
        if bytes[end - 2] == UInt8(ascii: "'") { return bytes[end - 3] | 0x20 == UInt8(ascii: "n") }
        // ’ is E2 80 99.
        guard range.count >= 5, bytes[end - 2] == 0x99, bytes[end - 3] == 0x80, bytes[end - 4] == 0xE2 else { return false }
        return bytes[end - 5] | 0x20 == UInt8(ascii: "n")
    }
}

/// Which word a negation governs: the first content word behind it, when that is near and no mark parts them.
private struct NegationScope {
    /// How many words a negation reaches.
    static let reach = 5
    private var left = 0

    mutating func open() { left = Self.reach }
    mutating func close() { left = 0 }
    mutating func step() { left = max(0, left - 1) }

    /// Whether the content word at hand is governed; the next is not any more.
    mutating func take() -> Bool {
        defer { left = 0 }
        return left > 0
    }
}

/// Which tokens only say who speaks: the cue and the source of speech.
enum FrameTokens {
    /// A longer mention of a source says more than who it is.
    static let longest = 12

    /// One flag for each token of the article. O(*n*).
    static func mark(_ article: AnalyzedArticle) -> [Bool] {
        let text = article.annotated
        var isFrame = [Bool](repeating: false, count: text.tokens.count)
        // Where no cue says that somebody speaks, a few marked words are told, and their source is what is told of.
        for quotation in article.speech.quotations
        where quotation.isSpeech && (quotation.cue != nil || quotation.kind != .mixed) {
            for range in [quotation.cue, quotation.mention].compactMap({ $0 }) {
                let tokens = text.tokens(in: range).clamped(to: 0..<isFrame.count)
                guard tokens.count <= longest else { continue }
                for index in tokens { isFrame[index] = true }
            }
        }
        return isFrame
    }
}

/// Which tokens quotation marks enclose.
enum QuotedTokens {
    /// One flag for each token of the article. O(*n*).
    static func mark(_ article: AnalyzedArticle) -> [Bool] {
        let text = article.annotated
        var isQuoted = [Bool](repeating: false, count: text.tokens.count)
        for quotation in article.speech.quotations where quotation.kind != .indirect {
            for range in quotation.content {
                let tokens = text.tokens(in: range).clamped(to: 0..<isQuoted.count)
                if quotation.kind == .direct {
                    for index in tokens { isQuoted[index] = true }
                    continue
                }
                // Mixed: only what stands between marks. An apostrophe behind a word ("reporters' questions") opens none, nor
                // does it close a double mark.
                var isOpen = false
                var isSingle = false
                for index in tokens {
                    guard text.tokens[index].kind == .quote else {
                        if isOpen { isQuoted[index] = true }
                        continue
                    }
                    let isApostrophe = Self.isSingle(text.tokens[index], in: text.text)
                    if isOpen ? isApostrophe && !isSingle : isApostrophe && !text.tokens[index].followsSpace { continue }
                    isSingle = isApostrophe
                    isOpen.toggle()
                }
            }
        }
        return isQuoted
    }

    /// Whether a mark is ', ‘ or ’: apostrophes are written with these, too.
    private static func isSingle(_ token: Token, in text: UTF8Text) -> Bool {
        let scalar = text.bytes.span.scalar(at: Int(token.start)).value
        return scalar == 0x27 || scalar == 0x2018 || scalar == 0x2019
    }
}
