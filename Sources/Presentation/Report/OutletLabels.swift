internal import Collation
internal import Reading
internal import TextCore

/// Short, unique names by which outputs call articles.
enum OutletLabels {
    /// One name for each article: the outlet's, else the file's. Addresses lose `www.`, and their public suffix where what is
    /// left is no other article's name; several articles of one name are counted.
    static func labels(_ articles: [AnalyzedArticle]) -> [String] {
        let names = articles.map { analyzed in
            let name = SafeText.line(analyzed.article.outlet?.name ?? fileName(analyzed.article.id))
            return name.isEmpty ? "article" : withoutPrefix(name)
        }
        let shortened = shortened(names)
        var counts: [String: Int] = [:]
        for name in shortened { counts[name, default: 0] += 1 }
        var seen: [String: Int] = [:]
        return shortened.map { name in
            guard counts[name, default: 0] > 1 else { return name }
            seen[name, default: 0] += 1
            return "\(name) (\(seen[name] ?? 1))"
        }
    }

    /// Names without public suffixes, as far as different names stay different.
    private static func shortened(_ names: [String]) -> [String] {
        let distinct = Set(names)
        var takers: [String: Int] = [:]
        for name in distinct { takers[CaseFolding.fold(withoutSuffix(name)), default: 0] += 1 }
        return names.map { name in
            let short = withoutSuffix(name)
            return takers[CaseFolding.fold(short)] == 1 ? short : name
        }
    }

    private static func withoutPrefix(_ name: String) -> String {
        guard isHost(name), name.hasPrefix("www."), name.utf8.count(where: { $0 == UInt8(ascii: ".") }) > 1 else { return name }
        return String(name.dropFirst(4))
    }

    /// The host without its public suffix: the last label, and a second one such as `co` in `co.uk`. What is left must be a
    /// name: with a letter, and longer than one.
    static func withoutSuffix(_ name: String) -> String {
        guard isHost(name) else { return name }
        var labels = name.split(separator: ".")
        let country = labels.removeLast()
        if country.count == 2, labels.count > 1, let second = labels.last, secondLevels.contains(String(second)) {
            labels.removeLast()
        }
        let left = labels.joined(separator: ".")
        return left.count > 1 && left != "www" && left.contains(where: \.isLetter) ? left : name
    }

    private static let secondLevels: Set<String> = ["ac", "co", "com", "edu", "gob", "gov", "gouv", "net", "ne", "or", "org"]

    /// Whether a name is an address: two or more labels of small ASCII letters, digits and hyphens.
    static func isHost(_ name: String) -> Bool {
        let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, last.count > 1 else { return false }
        guard last.allSatisfy({ (0x61...0x7A).contains($0) }) || last.starts(with: Array("xn--".utf8)) else { return false }
        return labels.allSatisfy { label in
            !label.isEmpty
                && label.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
        }
    }

    /// The last component of a path without its extension.
    private static func fileName(_ path: String) -> String {
        let last = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
        return String(last[..<dot])
    }
}
