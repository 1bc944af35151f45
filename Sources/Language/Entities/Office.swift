internal import TextCore

/// An office or title, with what it is of, in one form for six languages: “the Kremlin spokesman”, « le porte-parole du
/// Kremlin » and „der Kremlsprecher“ are equal.
///
/// The data are in `Lexicons/offices.txt`: English, French, German, Spanish, Russian and Ukrainian.
public struct Office: Sendable, Hashable {
    /// Which office: “minister” for every minister.
    public let key: UInt64
    /// What it is of: countries, institutions, fields (“foreign”), other offices, and words by their sounds.
    public let scope: Set<UInt64>
    /// The countries and regions among what it is of.
    public let places: Set<UInt64>
    /// Whether it is given as one held before.
    public let isFormer: Bool
    /// Whether it is that of a deputy.
    public let isDeputy: Bool

    /// The office that a noun phrase names (“Russian Foreign Minister”, “presidente del Banco Central”); nil where it names
    /// none that the lexicon knows.
    ///
    /// - Parameter language: an ISO 639-1 code; languages without offices of their own have none.
    /// - Complexity: O(*n*) in the phrase, of which the first 64 words count.
    public init?(_ phrase: some StringProtocol, language: String) {
        guard let lexicon = OfficeLexicon.of(language) else { return nil }
        let text = UTF8Text(phrase)
        self.init(Tokenizer().tokens(of: text).prefix(OfficeReader.longest)[...], in: text, lexicon)
    }

    /// The office that some tokens of a text name.
    init?(_ tokens: ArraySlice<Token>, in text: UTF8Text, _ lexicon: OfficeLexicon) {
        guard let office = OfficeReader(tokens: tokens, text: text, lexicon: lexicon).office() else { return nil }
        self = office
    }

    init(key: UInt64, scope: Set<UInt64>, places: Set<UInt64>, isFormer: Bool, isDeputy: Bool) {
        self.key = key
        self.scope = scope
        self.places = places
        self.isFormer = isFormer
        self.isDeputy = isDeputy
    }

    /// Whether somebody who is told to hold some offices is who a description means: “the Kremlin spokesman” fits a “spokesman
    /// of the Kremlin, Russia”, not the “spokesman” of whom no more is said. O(*n*) in the offices.
    public func isHeld(by offices: some Sequence<Office>) -> Bool {
        var known: Set<UInt64> = []
        var isHeld = false
        for office in offices where office.key == key && office.isFormer == isFormer && office.isDeputy == isDeputy {
            isHeld = true
            known.formUnion(office.scope)
        }
        return isHeld && scope.isSubset(of: known)
    }

    /// Whether one and the same person may hold both: one office, of which nothing that is told of one is at odds with the
    /// other by leaving it no word in common.
    public func mayBe(_ other: Office) -> Bool {
        key == other.key && isFormer == other.isFormer && isDeputy == other.isDeputy
            && (scope.isEmpty || other.scope.isEmpty || !scope.isDisjoint(with: other.scope))
            && (fields.isEmpty || other.fields.isEmpty || !fields.isDisjoint(with: other.fields))
    }

    /// What is told of the field: “foreign” for a foreign minister and for a spokesman of the foreign ministry.
    public var fields: Set<UInt64> { scope.intersection(OfficeLexicon.fields) }

    /// Whether nobody who is told to hold some offices is meant by a description: “the Russian foreign minister” is none of Ukraine,
    /// “the former president” nobody who is it now, “the deputy mayor” not the mayor, “the defence minister” not the foreign one. A former
    /// ambassador may go on being called “the ambassador”, an assistant professor “the professor”, and an office of which no country is
    /// told may be that of any. O(*n*) in the offices.
    public func isAnother(than offices: some Sequence<Office>) -> Bool {
        let own = offices.filter { $0.key == key }
        guard !own.isEmpty else { return false }
        let same = own.filter { office in
            (office.isFormer || !isFormer) && (office.isDeputy == isDeputy || office.isDeputy && !isSingular)
        }
        if same.isEmpty { return true }
        let known = same.reduce(into: Set<UInt64>()) { $0.formUnion($1.places) }
        if !places.isEmpty, !known.isEmpty, known.isDisjoint(with: places) { return true }
        let fields = fields
        let knownFields = same.reduce(into: Set<UInt64>()) { $0.formUnion($1.fields) }
        return !fields.isEmpty && !knownFields.isEmpty && knownFields.isDisjoint(with: fields)
    }

    /// Whether it is another office than one that is told, of which it has as much to tell: “the Polish defence minister” is not “Poland's
    /// prime minister”, while “the minister” and “the Polish leader” may be.
    public func isOtherOffice(than other: Office) -> Bool {
        key != other.key && !scope.isEmpty && !other.scope.isEmpty && key != OfficeHeads.head && other.key != OfficeHeads.head
    }

    /// Whether it is a weaker word for whoever heads something: “chief”, “boss”, “leader”.
    public var isWordForHead: Bool { key == OfficeHeads.head }

    /// Whether it is an office that a country, town or institution has one of, so that the office alone tells who is meant where
    /// a story names one holder.
    public var isSingular: Bool { OfficeLexicon.singular.contains(key) }
}

/// Reads one noun phrase.
struct OfficeReader {
    /// Words of a phrase that are read: more are no title.
    static let longest = 64

    let tokens: ArraySlice<Token>
    let text: UTF8Text
    let lexicon: OfficeLexicon

    /// A phrase of a lexicon, or a word by itself.
    private struct Part {
        var range: Range<Int>
        var keys: [UInt64]
        var isOffice = false
        var isPlace = false
        var isPreposition = false
        /// Whether it is a word for a deputy, which may be an office of its own: a deputy of parliament.
        var isDeputy = false
    }

    func office() -> Office? {
        let parts = parts()
        var end = parts.count
        if lexicon.headComesLast {
            // English: the last office in front of the first preposition: “the prime minister's spokesman for trade”.
            let firstOffice = parts.firstIndex { $0.isOffice } ?? 0
            end = parts[firstOffice...].firstIndex { $0.isPreposition } ?? parts.count
        }
        let head =
            lexicon.headComesLast
            ? parts[..<end].lastIndex { $0.isOffice }
            : parts.firstIndex { $0.isOffice }
        guard let head, let key = parts[head].keys.first else { return nil }
        var scope = Set(parts[head].keys.dropFirst())
        // “expresidente”
        var isFormer = scope.remove(OfficeLexicon.former) != nil
        var isDeputy = false
        var places: Set<UInt64> = []
        for (index, part) in parts.enumerated() where index != head && !part.isPreposition {
            guard part.keys != [OfficeLexicon.former] else { isFormer = isFormer || index < head; continue }
            guard part.keys != [OfficeLexicon.deputy] else { isDeputy = isDeputy || index < head; continue }
            // “Deputy Mayor”
            if part.isDeputy, index < head { isDeputy = true; continue }
            scope.formUnion(part.keys)
            if part.isPlace { places.formUnion(part.keys) }
        }
        return Office(
            key: OfficeLexicon.sameOffice(key, scope),
            scope: scope,
            places: places,
            isFormer: isFormer,
            isDeputy: isDeputy
        )
    }

    private func parts() -> [Part] {
        var parts: [Part] = []
        let all = Array(tokens)
        let stemmer = lexicon.stemmer()
        let stems = all.map { token in
            guard token.kind == .word, let stemmer else { return token.hash }
            return stemmer.stemHash(Array(CaseFolding.fold(text[token.range]).utf8))
        }
        var at = 0
        while at < all.count {
            guard all[at].kind == .word || all[at].kind == .number || all[at].kind == .clitic else {
                at += 1
                continue
            }
            if let phrase = lexicon.phrase(all, stems, at) {
                var part = Part(range: at..<phrase.end, keys: phrase.keys, isOffice: phrase.isOffice, isPlace: phrase.isPlace)
                part.isDeputy = phrase.end == at + 1 && lexicon.deputies.contains(all[at].hash)
                parts.append(part)
                at = phrase.end
                continue
            }
            if lexicon.prepositions.contains(all[at].hash) {
                parts.append(Part(range: at..<(at + 1), keys: [], isPreposition: true))
            } else if all[at].kind == .word, !lexicon.functionWords.contains(all[at].hash) {
                parts.append(Part(range: at..<(at + 1), keys: [NameKey.word(text[all[at].range])]))
            }
            at += 1
        }
        return parts
    }
}
