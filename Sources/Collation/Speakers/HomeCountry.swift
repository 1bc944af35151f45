internal import Language
internal import Reading

/// The country that an article takes for granted: agencies hardly ever write whose defence minister their own is.
///
/// - Complexity: O(*n*) in names, once an article.
struct HomeCountry {
    private let text: AnnotatedText
    /// The country of whose capital the dateline is, else that of the page.
    private let written: UInt64?
    /// The country that the article names most, where no other comes near.
    private let named: UInt64?
    /// For the offices of countries that it tells of, the first byte behind the name of the bearer, and the country.
    private let told: [(end: Int, country: UInt64)]

    init(_ analyzed: AnalyzedArticle) {
        text = analyzed.annotated
        written = Self.capital(analyzed) ?? analyzed.article.url.flatMap(Countries.key(ofPage:))
        var counts: [UInt64: Int] = [:]
        var told: [(Int, UInt64)] = []
        for name in text.names {
            let entity = text.entities[name.entity]
            if let country = Countries.key(of: entity) { counts[country, default: 0] += 1 }
            guard entity.kind == .person, name.fullRange != name.range else { continue }
            let places = Set(entity.offices.lazy.filter(\.isNational).flatMap(\.places))
            if places.count == 1, let country = places.first { told.append((name.fullRange.upperBound, country)) }
        }
        self.told = told
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        named = most.flatMap { most in
            most.value >= 2 && counts.allSatisfy { $0.key == most.key || 2 * $0.value < most.value } ? most.key : nil
        }
    }

    /// The country of whose capital the dateline is.
    private static func capital(_ analyzed: AnalyzedArticle) -> UInt64? {
        let text = analyzed.annotated
        // The dateline stands in front of all that is said, behind the headline.
        guard let dateline = analyzed.article.dateline,
            let name = text.names.prefix(64).first(where: { dateline.range.contains($0.range.lowerBound) }),
            Countries.isCapital(text.entities[name.entity])
        else { return nil }
        return Countries.key(of: text.entities[name.entity])
    }

    /// The country of an office of which none is told, borne by somebody of the article; nil where what the article tells is at odds.
    func country(of entity: Int) -> UInt64? {
        guard let first = text.names.first(where: { $0.entity == entity }) else { return nil }
        let before = Set(told.lazy.filter { $0.end <= first.range.lowerBound }.map(\.country))
        guard !before.isEmpty else { return written ?? named }
        guard let written else { return before.count == 1 ? before.first : nil }
        return before == [written] ? written : nil
    }

    /// Whether the article names a country, its people or its capital.
    func names(anyOf countries: Set<UInt64>) -> Bool {
        text.entities.contains { Countries.key(of: $0).map(countries.contains) ?? false }
    }

    /// Whether it names any country.
    var namesCountries: Bool { text.entities.contains { Countries.key(of: $0) != nil } }
}
