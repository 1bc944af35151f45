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

    /// Learns from an article that was read from a page.
    /// - Complexity: O(length of its text).
    public mutating func learn(from article: Article) {
        guard article.page != nil, let outlet = Self.outlet(of: article) else { return }
        var profile = outlets[outlet] ?? Profile()
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

    /// Why a block is furniture at an outlet; nil when it is not known to be.
    func reason(_ text: UTF8Text, _ range: Range<Int>, of article: Article) -> String? {
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
