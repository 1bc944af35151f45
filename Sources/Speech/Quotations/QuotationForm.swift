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
        if isFirstPerson(start, in: reading) { return .sentence }
        if reading.tokens[last.upperBound - 1].kind == .terminator || reading.wordCount(first, limit: 6) >= 6 { return .sentence }
        return hasVerb(first, behind: start, in: reading) ? .sentence : .fragment
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
