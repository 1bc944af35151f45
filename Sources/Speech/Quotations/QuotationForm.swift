internal import Language
internal import TextCore

/// Tells quoted sentences from fragments.
enum QuotationForm {
    /// Retold speech is a sentence; quoted words are one when they start like one and hold a verb or end like one.
    static func form(of draft: Draft, in reading: SpeechReading) -> Quotation.Form {
        guard draft.kind == .direct, let first = draft.contents.first, let last = draft.contents.last else { return .sentence }
        // `[The war] must end`: what an editor put in opens the sentence like any other word.
        guard
            let start = first.first(where: {
                reading.tokens[$0].kind != .quote && reading.tokens[$0].kind != .terminator && !reading.isMark($0, "[")
            })
        else { return .fragment }
        let token = reading.tokens[start]
        let opens =
            token.isCapitalized || token.kind == .number || token.kind == .ideograph || isAltered(start, in: reading)
        guard opens else {
            // A clause that goes on from the frame may hold whole sentences behind it.
            return first.dropLast().contains { reading.endsSentence[$0] } ? .sentence : .fragment
        }
        if first.prefix(60).contains(where: { reading.has($0, [.auxiliary, .subject]) }) { return .sentence }
        if isFirstPerson(start, in: reading) || isShortClause(first, from: start, in: reading) { return .sentence }
        if reading.tokens[last.upperBound - 1].kind == .terminator || reading.wordCount(first, limit: 6) >= 6 { return .sentence }
        return hasVerb(first, behind: start, in: reading) ? .sentence : .fragment
    }

    /// „Russland lügt“, «Росія не хоче миру», «Это неприемлемо», “No vamos a ceder”, « Rien ne change »: what a word of negation, a
    /// demonstrative or a verb right behind a name shows to be a sentence.
    private static func isShortClause(_ content: Range<Int>, from start: Int, in reading: SpeechReading) -> Bool {
        guard let words = ShortClauseWords.of(reading.text.language), start + 1 < content.upperBound,
            reading.tokens[start + 1].isWord || reading.tokens[start + 1].kind == .clitic
        else { return false }
        let (tokens, next) = (reading.tokens, start + 1)
        if words.opening.contains(tokens[start].hash),
            reading.words[next].isDisjoint(with: [.preposition, .determiner, .coordinator])
        {
            return true
        }
        let end = min(content.upperBound, start + longestShortClause)
        if (next..<end).contains(where: { words.inside.contains(tokens[$0].hash) && $0 + 1 < content.upperBound }) { return true }
        // A verb right behind its subject.
        var verb = next
        if reading.has(start, .determiner), verb + 1 < content.upperBound { verb += 1 }
        let isBehindNoun = tokens[verb - 1].isCapitalized && (verb - 1 > start || isName(start, in: reading))
        guard isBehindNoun, verb < content.upperBound, tokens[verb].kind == .word, !tokens[verb].isCapitalized,
            tokens[verb].range.count > 3,
            reading.words[verb].isDisjoint(with: [.preposition, .adverb, .determiner, .coordinator, .complementizer, .possessive])
        else { return false }
        return words.verbs.end(reading.text.text.bytes[tokens[verb].range])
    }

    /// How many words are looked through for a negation.
    private static let longestShortClause = 6

    private static func isName(_ token: Int, in reading: SpeechReading) -> Bool {
        let names = reading.text.names
        var (low, high) = (0, names.count)
        while low < high {
            let middle = (low + high) / 2
            if names[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return low < names.count && names[low].tokens.contains(token)
    }

    /// `[w]e will not yield`: a letter that an editor made small.
    private static func isAltered(_ index: Int, in reading: SpeechReading) -> Bool {
        index > 0 && reading.isMark(index - 1, "[") && reading.tokens[index].range.count == 1 && index + 1 < reading.tokens.count
            && reading.isMark(index + 1, "]")
    }

    /// «Vamos a ganar», “Faremo di tutto”: where the verb's ending says who acts, it opens the sentence.
    private static func isFirstPerson(_ index: Int, in reading: SpeechReading) -> Bool {
        firstPerson[reading.text.language]?.end(reading.text.text.bytes[reading.tokens[index].range].map { $0 | 0x20 }) ?? false
    }

    private static let firstPerson = WordEndings.of("first person", in: ["es", "it", "pt"])

    /// `The council rejected the plan,`: whether a finite verb stands behind the first word: by the grammar's tags where there
    /// are any, else by its form.
    private static func hasVerb(_ content: Range<Int>, behind start: Int, in reading: SpeechReading) -> Bool {
        let rest = (start + 1)..<max(start + 1, content.upperBound)
        if let syntax = reading.text.syntax {
            return rest.contains { [.pastVerb, .presentVerb, .thirdPersonVerb, .modal].contains(syntax.tags[$0]) }
        }
        let lexicon = ClauseLexicon.of(reading.text.language)
        return rest.contains { index in
            guard ClauseCutter.isVerb(index, reading, lexicon), !reading.tokens[index].isCapitalized else { return false }
            // `A plan rejected by all`, `the elected mayor`: a participle.
            return !reading.has(index - 1, [.determiner, .possessive, .preposition])
                && !(index + 1 < content.upperBound && reading.tokens[index + 1].hash == CueReader.by)
        }
    }
}

/// Words and endings that show a short clause, by language: sections "clause opening", "clause inside", "clause verb" of `Lexicons/endings.txt`.
private struct ShortClauseWords: Sendable {
    let opening: Set<UInt64>
    let inside: Set<UInt64>
    let verbs: WordEndings

    static func of(_ language: String) -> ShortClauseWords? { all[language] }

    private static let all: [String: ShortClauseWords] = {
        let file = LexiconFile(PackageResources.endings_txt)
        return Dictionary(
            uniqueKeysWithValues: ["de", "fr", "es", "ru", "uk"].map { language in
                (
                    language,
                    ShortClauseWords(
                        opening: file.words("\(language) clause opening"),
                        inside: file.words("\(language) clause inside"),
                        verbs: WordEndings(language, "clause verb")
                    )
                )
            }
        )
    }()
}
