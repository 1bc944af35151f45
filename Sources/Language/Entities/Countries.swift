internal import TextCore

/// Which names are those of countries.
public enum Countries {
    private static let keys: Set<UInt64> = {
        var keys: Set<UInt64> = []
        LexiconFile(PackageResources.places_txt).forEachRow(of: "country") { keys.insert(Hash64.folded("place:" + $0[0])) }
        return keys
    }()

    /// The country that a name is of or stands for: Russia for “Russian” and “Moscow”; nil for other names. O(1).
    public static func key(of entity: Entity) -> UInt64? {
        entity.kind == .place ? entity.keys.prefix(2).first(where: keys.contains) : nil
    }

    private static let capitals: [UInt64: UInt64] = {
        var capitals: [UInt64: UInt64] = [:]
        for row in LexiconFile(PackageResources.places_txt)["country"] where row.count > 3 {
            for name in row[3].split(separator: ";") { capitals[Hash64.folded(name)] = Hash64.folded("place:" + row[0]) }
        }
        return capitals
    }()

    /// The country whose capital has a name; nil for other places. O(length).
    public static func key(ofCapital name: String) -> UInt64? { capitals[Hash64.folded(name)] }

    /// The country whose domain a page has: Russia for `tass.ru`; nil for domains that are no country's. O(length).
    public static func key(ofPage url: String) -> UInt64? {
        guard let host = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst(url.contains("://") ? 1 : 0).first,
            let domain = host.split(separator: ":").first?.split(separator: ".").last, domain.utf8.count == 2
        else { return nil }
        let key = Hash64.folded("place:" + domain)
        return keys.contains(key) && !worldwide.contains(domain.lowercased()) ? key : nil
    }

    /// Domains of countries that others use.
    private static let worldwide: Set<String> = ["me", "co", "ly", "is", "so", "my", "cd", "sy"]
}
