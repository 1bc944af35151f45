internal import TextCore

/// Whom weaker words for an office mean: “the NATO chief”, “the Ukrainian leader”.
extension Office {
    /// How well a person fits a description of the head of a body or country.
    public enum HeadFit: Int, Sendable, Comparable {
        /// Its first: chief executive, secretary-general, president, whoever leads a country.
        case first
        /// Who may be called its head where no other is known: a chairman, a director.
        case second

        /// Whether the first fits better.
        public static func < (a: HeadFit, b: HeadFit) -> Bool { a.rawValue < b.rawValue }
    }

    /// How somebody of some offices fits a word that tells no office: “chief”, “boss”, “head” and “leader” are said of a secretary-general
    /// of NATO, and who is known as NATO's chief may be called its secretary-general. Nil where none of the offices heads what this
    /// one is of. O(*n*) in the offices.
    public func headFit(of offices: some Sequence<Office>) -> HeadFit? {
        guard !scope.isEmpty, !isDeputy else { return nil }
        return offices.compactMap { headFit(of: $0) }.min()
    }

    private func headFit(of other: Office) -> HeadFit? {
        guard !other.isDeputy, isFormer == other.isFormer else { return nil }
        let heads = OfficeHeads.shared
        if key == OfficeHeads.head { return isHead(other, heads) }
        // “Stoltenberg, the NATO chief”: the secretary-general, but of a chairman or one of several ministers that says nothing.
        guard other.key == OfficeHeads.head, heads.first.contains(key), key != OfficeHeads.minister else { return nil }
        return scope == places ? leads(other, heads) : scope.isSubset(of: heads.whole(other.scope)) ? .first : nil
    }

    /// Whether a leader of whom another article speaks may be this president or head of government.
    private func leads(_ leader: Office, _ heads: OfficeHeads) -> HeadFit? {
        guard leader.scope == scope, let office = heads.leader(of: scope), office == key else { return nil }
        return .first
    }

    /// Whether an office heads what “the chief” is of.
    private func isHead(_ other: Office, _ heads: OfficeHeads) -> HeadFit? {
        if scope == places {
            guard heads.ofCountries.contains(other.key), other.scope.subtracting(OfficeHeads.federal) == scope else { return nil }
            guard let office = heads.leader(of: scope) else { return heads.areOpen(scope) ? nil : .first }
            return office == other.key ? .first : nil
        }
        guard scope.isSubset(of: heads.whole(other.scope)) else { return nil }
        if other.key == OfficeHeads.minister {
            // “the treasury chief”, not the chief of a party that a minister belongs to.
            return other.fields.isEmpty || !other.fields.isSubset(of: scope) ? nil : .first
        }
        // “Ford Europe president”: of a part alone, where the office does not say that it is the one of the whole.
        let more = other.scope.subtracting(other.places).subtracting(scope)
        if OfficeHeads.one.contains(other.key) { return .first }
        guard more.isEmpty || heads.whole(more).isSuperset(of: scope) else { return nil }
        return heads.first.contains(other.key) ? .first : heads.second.contains(other.key) ? .second : nil
    }
}

extension Office {
    /// Whether it is an office of a country's government, of which home papers leave the country out: “Defence Minister Lund”.
    public var isNational: Bool { OfficeHeads.shared.national.contains(key) && !isDeputy }

    /// The same office, where it is told of which country it is.
    public func of(country: UInt64) -> Office {
        Office(
            key: key,
            scope: scope.union([country]),
            places: places.union([country]),
            isFormer: isFormer,
            isDeputy: isDeputy
        )
    }
}

/// Which offices head bodies and countries, as `Lexicons/offices.txt` says.
struct OfficeHeads: Sendable {
    static let shared = OfficeHeads()

    static let head = Hash64.folded("office:head")
    static let minister = Hash64.folded("office:minister")
    static let federal: Set<UInt64> = [Hash64.folded("scope:federal")]
    /// Those that say that they head the whole of what they are of.
    static let one = Set(["chief-executive", "secretary-general", "bank-governor"].map { Hash64.folded("office:" + $0) })

    let first: Set<UInt64>
    let second: Set<UInt64>
    let ofCountries: Set<UInt64>
    let national: Set<UInt64>
    /// The body of which the head of another is called the head, too: the commission's of the European Union.
    private let wholes: [UInt64: [UInt64]]
    /// By country, the office of whoever leads it; nil where that is open.
    private let leaders: [UInt64: UInt64?]

    private init() {
        let file = LexiconFile(PackageResources.offices_txt)
        func offices(_ section: String) -> Set<UInt64> {
            Set(file[section].joined().filter { !$0.isEmpty }.map { Hash64.folded("office:" + $0) })
        }
        first = offices("heads")
        second = offices("lesser heads")
        ofCountries = offices("heads of countries")
        national = offices("national")
        var wholes: [UInt64: [UInt64]] = [:]
        for row in file["part"] where row.count > 1 {
            wholes[Hash64.folded(row[0]), default: []].append(Hash64.folded(row[1]))
        }
        self.wholes = wholes
        var leaders: [UInt64: UInt64?] = [:]
        for row in file["led by"] {
            let office = row[0].isEmpty ? nil : Hash64.folded("office:" + row[0])
            for country in row.dropFirst() { leaders[Hash64.folded("place:" + country)] = .some(office) }
        }
        self.leaders = leaders
    }

    /// What an office is of, with what that stands for.
    func whole(_ scope: Set<UInt64>) -> Set<UInt64> {
        scope.reduce(into: scope) { $0.formUnion(wholes[$1] ?? []) }
    }

    /// The office of whoever leads a country.
    func leader(of places: Set<UInt64>) -> UInt64? {
        guard places.count == 1, let place = places.first, let office = leaders[place] else { return nil }
        return office
    }

    /// Whether several may be called leaders of a country, so that the word tells nobody.
    func areOpen(_ places: Set<UInt64>) -> Bool {
        places.count != 1 || places.first.map { leaders[$0] == .some(nil) } ?? true
    }
}
