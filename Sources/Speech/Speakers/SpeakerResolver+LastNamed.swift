internal import Language
internal import TextCore

/// What somebody who was just named is called instead of the name, in German, French, Spanish, Russian and Ukrainian: „der CDU-Politiker“,
/// « l’élu », “el mandatario”, «американский лидер».
extension SpeakerResolver {
    /// The one person of whom the sentences before speak, where a description may be his; nil for several, or one of whom something
    /// else is told.
    func lastNamed(describedBy head: Range<Int>) -> Speaker? {
        guard let words = Self.descriptions[reading.text.language], let noun = describingNoun(of: head, words),
            names(in: head).allSatisfy({ names[$0].kind != .person }), !isOfAnything(head, noun),
            let entity = salient(before: head.lowerBound, describedGender(head, noun)), entities[entity].kind == .person,
            isAlone(entity, before: head), !clashes(head, noun, entity), !isOtherHolder(head, entity)
        else { return nil }
        return speaker(entity)
    }

    /// The token of the noun that describes somebody; nil where the phrase is no such description.
    private func describingNoun(of head: Range<Int>, _ words: [String]) -> Int? {
        let language = reading.text.language
        if language == "ru" || language == "uk" {
            guard let noun = SlavicPhrase(head, reading)?.noun, !reading.tokens[noun].isCapitalized || noun == head.lowerBound,
                words.contains(CaseFolding.fold(reading.text.text[reading.tokens[noun].range]))
            else { return nil }
            return noun
        }
        guard isDefinite(head.lowerBound), head.count > 1 else { return nil }
        if language == "de" {
            let noun = head.upperBound - 1
            let word = CaseFolding.fold(reading.text.text[reading.tokens[noun].range])
            return reading.tokens[noun].isCapitalized && words.contains(where: word.hasSuffix) ? noun : nil
        }
        let noun = head.lowerBound + 1
        return words.contains(CaseFolding.fold(reading.text.text[reading.tokens[noun].range])) ? noun : nil
    }

    /// «глава МАГАТЭ», « le maire de Tarn »: what names say that somebody is of, who need not be the one just named. Peoples and parties in
    /// front of a noun tell no more than that.
    private func isOfAnything(_ head: Range<Int>, _ noun: Int) -> Bool {
        let mayBeOfPlace = Self.legislators.contains(reading.tokens[noun].hash)
        return names(in: head).contains {
            if mayBeOfPlace, names[$0].kind == .place { return false }
            return names[$0].tokens.lowerBound > noun && !names[$0].isDemonym
        }
    }

    private func describedGender(_ head: Range<Int>, _ noun: Int) -> Entity.Gender {
        let first = reading.tokens[head.lowerBound].hash
        if Self.feminine.contains(first) { return .feminine }
        if Self.masculine.contains(first) { return .masculine }
        return gender(head)
    }

    /// Whether a gender that is known is another than the description's.
    private func clashes(_ head: Range<Int>, _ noun: Int, _ entity: Int) -> Bool {
        let wanted = describedGender(head, noun)
        let own = entities[entity].gender
        return wanted != .unknown && own != .unknown && own != wanted && !entities[entity].isGenderGuessed
    }

    /// „der Finanzminister“ behind Kanzler Ladow: whether somebody is told to hold an office that goes with no other. Who leads a party may
    /// have one beside it, and of a minister more may be told than that.
    private func isOtherHolder(_ head: Range<Int>, _ entity: Int) -> Bool {
        guard let office = Office(reading.text.text[reading.bytes(head)], language: reading.text.language) else { return false }
        if office.isAnother(than: entities[entity].offices) { return true }
        // „der CSU-Chef“, “el líder socialista”: a party's, beside any office.
        if reading.text.language == "de" && !names(in: head).isEmpty
            || head.contains(where: { Self.leading.contains(reading.tokens[$0].hash) })
        {
            return false
        }
        let others = entities[entity].offices.filter { !$0.isFormer && $0.key != Self.partyLeader }
        if office.key == Self.partyLeader { return false }
        // Of whom nothing is told at all it is not told that he holds one.
        if others.isEmpty { return entities[entity].offices.isEmpty && entities[entity].roles.isEmpty }
        return !others.contains { $0.key == office.key && $0.isDeputy == office.isDeputy }
    }

    private static let legislators = both("legislator")
    private static let leading = both("leading")

    private static func both(_ section: String) -> Set<UInt64> {
        let file = LexiconFile(PackageResources.grammar_txt)
        return ["fr", "es", "ru", "uk"].reduce(into: []) { $0.formUnion(file.words("\($1) \(section)")) }
    }

    private static let partyLeader = Office("party leader", language: "en")?.key
    private static let feminine = Set(["die", "la"].map { Hash64.folded($0) })
    private static let masculine = Set(["der", "le", "el"].map { Hash64.folded($0) })
    private static let descriptions: [String: [String]] = {
        let file = LexiconFile(PackageResources.grammar_txt)
        let languages = ["de", "fr", "es", "ru", "uk"]
        return Dictionary(
            uniqueKeysWithValues: languages.map { language in
                (language, file["\(language) description"].joined().map { CaseFolding.fold($0) })
            }
        )
    }()
}
