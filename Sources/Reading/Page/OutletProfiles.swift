internal import HTMLTree
internal import TextCore

/// Which blocks recur over the pages of an outlet: what stands on many of them is furniture, whatever it reads like.
///
/// Learned from any number of pages, kept as JSON, and optional: ``PageOptions/profiles``. A block is known by a hash of its
/// words, and the first words are kept beside it, so that a person can see what a profile leaves out.
public struct OutletProfiles: Sendable, Codable, Hashable {
    /// What is known of one outlet.
    struct Profile: Sendable, Codable, Hashable {
        /// How many pages were learned from.
        var pages = 0
        /// Blocks by the hash of their words.
        var blocks: [String: Recurring] = [:]
        /// The pages that were learned from, by hashes of their addresses and of their words, and the how-manieth each was.
        var known: [String: Int] = [:]

        init() {}

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            pages = try values.decode(Int.self, forKey: .pages)
            blocks = try values.decode([String: Recurring].self, forKey: .blocks)
            // Files of earlier releases did not keep them.
            known = try values.decodeIfPresent([String: Int].self, forKey: .known) ?? [:]
        }
    }

    /// A block that was seen.
    struct Recurring: Sendable, Codable, Hashable {
        /// On how many pages.
        var pages: Int
        /// Its beginning.
        var text: String
    }

    /// Profiles by the host of the pages' addresses, else the outlet's name.
    var outlets: [String: Profile] = [:]

    /// A block is furniture from this many pages on…
    static let fewestPages = 3
    /// … if they are one in this many of the outlet's.
    static let rarest = 10
    /// The most blocks that are kept for an outlet; what was seen once goes first.
    static let capacity = 20_000
    /// How many bytes of a block are kept to be shown.
    private static let excerpt = 80

    /// Profiles that know nothing yet.
    public init() {}

    /// Learns from an article that was read from a page. A page counts once: one that was learned from, under the same address or
    /// with the same words, and a later version of one, teach nothing.
    /// - Complexity: O(length of its text).
    public mutating func learn(from article: Article) {
        guard article.page != nil, let outlet = Self.outlet(of: article) else { return }
        var profile = outlets[outlet] ?? Profile()
        let names = Self.names(of: article)
        let isKnown = names.contains { profile.known[$0] != nil } || isMostlyKnown(article, profile)
        let place = profile.pages + (isKnown ? 0 : 1)
        for name in names where profile.known[name] == nil { profile.known[name] = place }
        if profile.known.count > Self.capacity {
            // The oldest half goes.
            let middle = profile.known.values.sorted()[profile.known.count / 2]
            profile.known = profile.known.filter { $0.value > middle }
        }
        guard !isKnown else {
            outlets[outlet] = profile
            return
        }
        profile.pages += 1
        var seen: Set<String> = []
        for block in article.blocks where block.kind != .headline {
            let key = Self.key(article.text, block.range)
            guard seen.insert(key).inserted else { continue }
            if profile.blocks[key] != nil {
                profile.blocks[key]?.pages += 1
            } else {
                let text = String(decoding: article.text.bytes[block.range].prefix(Self.excerpt), as: UTF8.self)
                profile.blocks[key] = Recurring(pages: 1, text: text)
            }
        }
        if profile.blocks.count > Self.capacity {
            profile.blocks = profile.blocks.filter { $0.value.pages > 1 }
        }
        outlets[outlet] = profile
    }

    /// What a page is known by: its address, and the words of its body.
    private static func names(of article: Article) -> [String] {
        var names: [String] = []
        let address = article.page?.canonicalURL.value ?? article.url
        // The front page's address, which some templates call every page's, is no page's own.
        if let address, !MetadataReader.path(of: address).isEmpty || address.utf8.contains(UInt8(ascii: "?")) {
            let end = address.utf8.firstIndex(of: UInt8(ascii: "#")) ?? address.endIndex
            names.append(String(Hash64.folded(address[..<end]), radix: 16))
        }
        var hash = Hash64()
        for block in article.blocks where block.isBody {
            CaseFolding.forEachFolded(in: article.text.span, block.range) { hash.combine(scalar: $0) }
        }
        if article.blocks.contains(where: \.isBody) { names.append(String(hash.value, radix: 16)) }
        return names
    }

    /// Whether most of an article's body was seen on other pages: it is a later version of one of them.
    private func isMostlyKnown(_ article: Article, _ profile: Profile) -> Bool {
        var (known, all) = (0, 0)
        for block in article.blocks where block.isBody {
            all += block.range.count
            if profile.blocks[Self.key(article.text, block.range)] != nil { known += block.range.count }
        }
        return known * 2 > all
    }

    /// The blocks of an article's body that are furniture at its outlet, and why; none where they are most of it, for then they
    /// are what the article says.
    func furniture(of article: Article) -> [Int: String] {
        var reasons: [Int: String] = [:]
        var (found, all) = (0, 0)
        for (index, block) in article.blocks.enumerated() where block.isBody {
            all += block.range.count
            guard let reason = reason(article.text, block.range, of: article) else { continue }
            reasons[index] = reason
            found += block.range.count
        }
        return found * 2 > all ? [:] : reasons
    }

    /// Why a block is furniture at an outlet; nil when it is not known to be.
    private func reason(_ text: UTF8Text, _ range: Range<Int>, of article: Article) -> String? {
        guard let profile = Self.outlet(of: article).flatMap({ outlets[$0] }),
            let found = profile.blocks[Self.key(text, range)], found.pages >= Self.fewestPages,
            found.pages * Self.rarest >= profile.pages
        else { return nil }
        return "stands on \(found.pages) of \(profile.pages) pages of this outlet"
    }

    private static func outlet(of article: Article) -> String? {
        article.url.flatMap(OutletTable.host(of:)) ?? article.outlet?.name
    }

    private static func key(_ text: UTF8Text, _ range: Range<Int>) -> String {
        var hash = Hash64()
        CaseFolding.forEachFolded(in: text.span, range) { hash.combine(scalar: $0) }
        return String(hash.value, radix: 16)
    }
}
