internal import HTMLTree

/// What the names of elements say of the blocks in them that are not body: `share-buttons`, `newsletter-signup`.
struct BlockSigns: Sendable {
    /// What blocks are, and why, by the words in the names of elements; the first list that has one of the words counts.
    private static let lists: [(Block.Kind, String, [String])] = [
        (.comment, "in the readers' comments", ["comment", "comments", "disqus", "kommentare", "kommentar", "commentaires"]),
        (
            .newsletter, "in an invitation to a newsletter",
            ["newsletter", "newsletters", "signup", "subscribe", "subscription", "mailing"]
        ),
        (
            .sharePrompt, "among the buttons for sharing",
            ["share", "sharing", "social", "socials", "sharebar", "addthis", "follow"]
        ),
        (
            .correction, "in a note of a correction",
            [
                "correction", "corrections", "clarification", "editorsnote", "errata", "erratum", "corrigendum", "rectificatif",
                "rectification", "korrektur", "korrekturhinweis", "berichtigung", "errores", "erratas", "rectificacion",
                "correccion", "rettifica", "correzione", "amendment",
            ]
        ),
        (.caption, "by a picture", ["caption", "captions", "figcaption", "imagecaption", "legend"]),
        (.credit, "credits a picture", ["credit", "credits", "copyright", "photographer"]),
        (.byline, "where the author is named", ["byline", "author", "authors", "bio", "autor", "contributor", "contributors"]),
        (.time, "where times are named", ["timestamp", "dateline", "datetime", "pubdate"]),
        (.embed, "in an embedded post", ["embed", "tweet", "twitter", "instagram", "tiktok", "iframe"]),
        (
            .relatedLink, "among pointers to other articles",
            [
                "related", "recommended", "recommendations", "recirc", "more", "trending", "popular", "latest", "teaser",
                "teasers", "readmore", "card", "cards", "outbrain", "taboola",
            ]
        ),
        (
            .promo, "in a promo",
            ["promo", "promos", "promotion", "ad", "ads", "advert", "advertisement", "sponsored", "sponsor", "banner", "paywall"]
        ),
        (
            .navigation, "in the navigation of the site",
            [
                "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "tags", "topics", "footer", "header",
                "masthead", "pagination", "cookie", "consent", "login",
            ]
        ),
    ]

    private static let table: [UInt32: Int] = {
        var table: [UInt32: Int] = [:]
        for (index, list) in lists.enumerated() {
            for word in list.2 {
                var hashes: [UInt32] = []
                ElementNames.append(Array(word.utf8).span, limit: 1, to: &hashes)
                for hash in hashes where table[hash] == nil { table[hash] = index }
            }
        }
        return table
    }()

    /// A bit for the low bits of each word's hash: nearly all names of elements are none of the words.
    private static let mayHold: [Bool] = {
        var bits = [Bool](repeating: false, count: 4096)
        for hash in table.keys { bits[Int(hash & 4095)] = true }
        return bits
    }()

    /// Whether one of an element's names calls it the note of a correction.
    static func isCorrection(_ names: ArraySlice<UInt32>) -> Bool { holds(.correction, names) }

    /// Whether one of an element's names calls it a place for buttons to share.
    static func isForSharing(_ names: ArraySlice<UInt32>) -> Bool { names.contains(where: sharing.contains) }

    /// Whether one of an element's names calls it a part of the page that a click shows.
    static func opensByClick(_ names: ArraySlice<UInt32>) -> Bool { names.contains(where: folding.contains) }

    private static let sharing = hashes(["share", "sharing", "sharebar", "sharedaddy", "sharetools", "addthis", "addtoany"])
    private static let folding = hashes([
        "accordion", "collapse", "collapsible", "tab", "tabs", "tabpanel", "panel", "toggle", "expand", "expandable", "faq",
        "answer", "spoiler", "more", "readmore", "details", "slide", "slides", "slideshow", "carousel", "gallery",
    ])

    private static func hashes(_ words: [String]) -> Set<UInt32> {
        var hashes: [UInt32] = []
        for word in words { ElementNames.append(Array(word.utf8).span, limit: 1, to: &hashes) }
        return Set(hashes)
    }

    private static func holds(_ kind: Block.Kind, _ names: ArraySlice<UInt32>) -> Bool {
        names.contains { mayHold[Int($0 & 4095)] && table[$0].map { lists[$0].0 == kind } == true }
    }

    /// What a block above the text is by what its own element is called: who wrote it, where and when, how many comments.
    static func ofTopMatter(_ block: PageBlock, in page: SegmentedPage) -> Label? {
        let names = page.names[page.containers[block.container].names]
        if names.contains(where: places.contains) { return Label(.other, "where the place is named") }
        if holds(.byline, names) { return Label(.byline, "where the author is named") }
        if holds(.time, names) { return Label(.time, "where times are named") }
        if names.contains(where: counts.contains) { return Label(.other, Furniture.commentsPrompt) }
        return nil
    }

    private static let places = hashes(["location", "place", "ubicacion", "lieu", "lugar", "ort", "dateline"])
    private static let counts = hashes(["comments", "commentcount", "comentarios", "kommentare", "commentaires"])

    /// How far up the names are asked.
    private static let reach = 5

    /// What the elements of a block, and those around it, are called after; the innermost that is known.
    static func label(_ block: PageBlock, in page: SegmentedPage) -> Label? {
        func known(_ names: Range<Int>) -> Label? {
            var first: Int?
            for name in page.names[names] where mayHold[Int(name & 4095)] {
                if let list = table[name], list < first ?? .max { first = list }
            }
            return first.map { Label(lists[$0].0, lists[$0].1) }
        }
        if let label = known(block.names) { return label }
        var container = block.container
        for _ in 0..<reach where container >= 0 {
            if let label = known(page.containers[container].names) { return label }
            container = page.containers[container].parent
        }
        return nil
    }
}
