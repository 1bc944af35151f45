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

    /// Whether a name is that of a country's capital, which stands for its government. O(1).
    public static func isCapital(_ entity: Entity) -> Bool {
        entity.kind == .place && entity.keys.count > 1 && !keys.contains(entity.keys[0]) && keys.contains(entity.keys[1])
    }

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
