internal import Language
internal import Reading

/// The country that an article takes for granted: agencies hardly ever write whose defence minister their own is.
///
/// Only what is certain counts, for a false attribution is worse than none: everything that the article says up to an office must
/// speak for one country.
///
/// - Complexity: O(*n*) in names, once an article.
struct HomeCountry {
    private let text: AnnotatedText
    /// The country of whose capital the dateline is.
    private let capital: UInt64?
    /// The country of whose domain the page is.
    private let domain: UInt64?
    /// The countries that the article names, also by their people and capitals, with the first byte behind each name.
    private var named: [(end: Int, country: UInt64)] = []
    /// The countries of whose government's offices it tells, with the first byte behind the name of each bearer.
    private var told: [(end: Int, country: UInt64)] = []

    init(_ analyzed: AnalyzedArticle) {
        text = analyzed.annotated
        let dateline = analyzed.article.dateline
        capital = dateline?.place.flatMap(Countries.key(ofCapital:))
        // Datelines are not read for names.
        if let capital, let dateline { named.append((dateline.range.upperBound, capital)) }
        domain = analyzed.article.url.flatMap(Countries.key(ofPage:))
        for name in text.names {
            let entity = text.entities[name.entity]
            if let country = Countries.key(of: entity) { named.append((name.range.upperBound, country)) }
            guard entity.kind == .person, name.fullRange != name.range else { continue }
            let places = Set(entity.offices.lazy.filter(\.isNational).flatMap(\.places))
            if places.count == 1, let country = places.first { told.append((name.fullRange.upperBound, country)) }
        }
    }

    /// The country of an office of which none is told, borne by somebody of the article; nil where what the article tells up to there
    /// is at odds.
    func country(of entity: Int) -> UInt64? {
        let mentions = text.names.filter { $0.entity == entity }
        // A headline has the name alone.
        guard let first = mentions.first(where: { $0.fullRange != $0.range }) ?? mentions.first else { return nil }
        func before(_ list: [(end: Int, country: UInt64)]) -> Set<UInt64> {
            Set(list.lazy.filter { $0.end <= first.range.lowerBound }.map(\.country))
        }
        let told = before(told)
        guard told.count <= 1 else { return nil }
        // Who writes at home may write of others: a page of a country from its capital.
        let own = domain == capital ? domain : nil
        if let own { return told.isEmpty || told == [own] ? own : nil }
        let evidence = told.union([capital, domain].compactMap { $0 })
        guard evidence.count == 1, let country = evidence.first, before(named).isSubset(of: evidence) else { return nil }
        return country
    }

    /// Whether the article names a country, its people or its capital.
    func names(anyOf countries: Set<UInt64>) -> Bool { named.contains { countries.contains($0.country) } }

    /// Whether it names any country.
    var namesCountries: Bool { !named.isEmpty }
}
