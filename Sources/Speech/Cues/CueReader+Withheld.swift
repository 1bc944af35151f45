internal import Language
internal import TextCore

extension CueReader {
    /// `Croft showed no emotion`, `She found a job`: what people show or find, other than in a clause, they do not say.
    func isDisplay(_ cue: Int, _ cueEnd: Int, by source: Attribution.Source) -> Bool {
        guard reading.text.language == "en", Self.displaying.contains(tokens[cue].hash), cueEnd < period.upperBound,
            reading.isOutside(cueEnd), !reading.has(cueEnd, [.complementizer, .subject]), !reading.isComma(cueEnd),
            !reading.isColon(cueEnd), tokens[cueEnd].isWord || tokens[cueEnd].kind == .number
        else { return false }
        guard source.reference != .pronoun else { return tokens[source.head.lowerBound].hash != Self.itself }
        return source.reference == .relative
            || !source.head.contains { reading.has($0, .document) }
                && (reading.namesPerson(source.head)
                    || source.head.contains { reading.has($0, [.masculineNoun, .feminineNoun]) })
    }

    private static let itself = Hash64.folded("it")
    private static let displaying = words("show shows showed")

    // MARK: Speech that is withheld

    /// `declined to say how`, `did not say whether`, `without saying why`: nothing was said, so no words are anybody's.
    func isWithheld(_ cue: Int, _ groupStart: Int) -> Bool {
        guard cue + 1 >= period.upperBound || reading.isOutside(cue + 1) else { return false }
        guard reading.text.language == "en" else { return isDenied(cue) }
        if asksForNoName(cue) { return true }
        var index = cue - 1
        let low = max(period.lowerBound, cue - 6)
        // `declined on Monday to say`, `was not willing to tell reporters`
        if isInfinitive(cue) {
            index -= 1
            // `granted anonymity to discuss private talks`
            if index >= low, tokens[index].hash == Self.anonymity { return true }
            while index >= low, reading.isOutside(index),
                reading.has(index, [.adverb, .time]) || reading.has(index, .preposition)
            {
                if Self.refusals.contains(tokens[index].hash) { return true }
                index -= 1
            }
            if index >= low, reading.isOutside(index), Self.refusals.contains(tokens[index].hash) { return true }
        }
        if index >= low, Self.without.contains(tokens[index].hash), reading.has(cue, .gerund) { return true }
        guard Self.disclosing.contains(tokens[cue].hash) else { return false }
        return (max(low, min(groupStart, cue))..<cue).contains {
            reading.isOutside($0) && Self.negations.contains(tokens[$0].hash)
        }
    }

    /// `asked not to be named because she feared for her job`: why somebody goes unnamed is the writer's to tell.
    private func asksForNoName(_ cue: Int) -> Bool {
        guard Self.asking.contains(tokens[cue].hash), cue + 3 < period.upperBound, reading.isOutside(cue + 3) else {
            return false
        }
        return zip((cue + 1)..., Self.notToBe).allSatisfy { tokens[$0].hash == $1 }
    }

    private static let anonymity = Hash64.folded("anonymity")
    private static let asking = words("ask asks asked asking")
    private static let notToBe = ["not", "to", "be"].map { Hash64.folded($0) }

    private static let refusals = words(
        "decline declined declines declining refuse refused refuses refusing fail failed fails failing neglected unable unwilling"
            + " reluctant hesitated hesitant stopped forgot"
    )
    private static let without = words("without of not")
    private static let negations = words(
        "not n't never cannot don't doesn't didn't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't"
    )
    /// Verbs that, negated, leave nothing said; “did not deny that” still says something.
    private static let disclosing = words(
        "say says said saying tell told specify disclose disclosed reveal revealed explain explained elaborate elaborated comment"
            + " commented respond responded answer answered mention mentioned indicate indicated confirm confirmed clarify"
            + " clarified announce announced detail name report reported state stated acknowledge acknowledged"
    )

    private static func words(_ text: String) -> Set<UInt64> {
        Set(text.split(separator: " ").map { Hash64.folded($0) })
    }

    /// `n’a pas dit que`, `no dijo que`, `не сказал, что`, `sagte nicht, dass`: a plain verb of saying with a negation beside it.
    private func isDenied(_ cue: Int) -> Bool {
        guard Self.saying.contains(tokens[cue].hash) else { return false }
        let near = max(period.lowerBound, cue - (reading.text.language == "fr" ? 4 : 3))..<cue
        // Behind a comma another clause begins.
        let clause = near.last { !reading.isOutside($0) || reading.isComma($0) }.map { ($0 + 1)..<cue } ?? near
        if reading.text.language == "de" {
            let next = cue + 1
            return next < period.upperBound && reading.isOutside(next) && tokens[next].hash == Self.nicht
        }
        return clause.contains { Self.denials.contains(tokens[$0].hash) }
    }

    private static let saying = words(
        "dit dire dijo dice dijeron dicho сказал сказала сказали сказало говорил говорила сказав говорив detto disse disseram"
            + " dito sagt sagte sagten powiedział powiedziała"
    )
    private static let denials = words("pas jamais no nunca не ніколи non mai não nie")
    private static let nicht = Hash64.folded("nicht")

    /// Whether a source is nobody: `nobody`, `none of the officials`, `no official`, `personne`, `nadie`, `никто`.
    func isNobody(_ source: Attribution.Source) -> Bool {
        guard let first = source.head.first, first < tokens.count else { return false }
        if Self.nobody.contains(tokens[first].hash) {
            return reading.text.language != "fr" || tokens[first].hash != Self.personne
                || source.head.count == 1 && !(first > 0 && reading.has(first - 1, [.determiner, .possessive]))
        }
        // `no one`, `no official`
        if reading.text.language == "en" {
            return first > 0 && tokens[first].hash == Self.one && tokens[first - 1].hash == Self.no
        }
        return false
    }

    private static let nobody = words(
        "nobody none no neither personne aucun aucune nul nadie ninguno ninguna ningún никто ніхто жоден жодна niemand keiner kein keine"
            + " nessuno nessuna ninguém nenhum nenhuma nikt żaden geen"
    )
    private static let personne = Hash64.folded("personne")
    private static let one = Hash64.folded("one")
    private static let no = Hash64.folded("no")

    /// Whether words are only supposed to be said: `may say`, `should say`, `if she says`. They are nobody's statement.
    func isHypothetical(_ cue: Int) -> Bool {
        guard period.contains(cue), reading.isOutside(cue) else { return false }
        let group = verbGroup(before: cue)
        guard reading.text.language == "en" else {
            return Self.conditions.contains(tokens[period.lowerBound].hash) && cue - period.lowerBound <= 8
                && !(period.lowerBound..<cue).contains { !reading.isOutside($0) || reading.isComma($0) }
        }
        if (group.start..<cue).contains(where: { Self.modals.contains(tokens[$0].hash) }) { return true }
        // `if she says`, `unless the port says`: no comma, no verb between the conjunction and the cue.
        var index = group.start - 1
        let low = max(period.lowerBound, group.start - 8)
        while index >= low, reading.isOutside(index), !reading.isComma(index), !reading.has(index, [.auxiliary, .verbCue]) {
            if Self.conditions.contains(tokens[index].hash) {
                return index == period.lowerBound || !reading.has(index - 1, .verbCue) && !reading.has(index - 1, .auxiliary)
            }
            index -= 1
        }
        return false
    }

    /// `If she says that the port will close, the men will strike`: what is said ends with the condition.
    func endCondition(_ attribution: inout Attribution) {
        guard let right = attribution.right, Self.conditions.contains(tokens[period.lowerBound].hash),
            isHypothetical(attribution.cue.lowerBound),
            let comma = right.first(where: { reading.isOutside($0) && reading.isComma($0) }), comma > right.lowerBound
        else { return }
        attribution.right = right.lowerBound..<comma
        attribution.isEnded = true
    }

    private static let modals = words("may might should must could")
    private static let conditions = words("if unless если якщо si se wenn falls jeśli")

    /// Whether a cue refuses: its content was not said.
    func isRefusal(_ cue: Int) -> Bool { Self.refusals.contains(tokens[cue].hash) }
}
