internal import HTMLTree

/// Where a link leads, roughly, by its address.
enum LinkKind {
    private static let share: [StaticString] = [
        "facebook.com/shar", "twitter.com/intent", "twitter.com/share", "x.com/intent", "whatsapp", "linkedin.com/share",
        "pinterest.com/pin", "reddit.com/submit", "t.me/share", "mailto:?",
    ]
    private static let social: [StaticString] = [
        "facebook.com", "twitter.com", "instagram.com", "youtube.com", "linkedin.com", "t.me/", "//x.com",
    ]
    private static let author: [StaticString] = ["/author", "/profile", "/autor", "/by/", "/people/", "/staff/", "/contributor"]
    private static let topic: [StaticString] = ["/tag", "/topic", "/category", "/section", "/thema", "/tema", "/keyword", "/search"]

    /// 0 for a page, 1 for a place on this one, 2 sharing, 3 social networks, 4 authors, 5 topics, 6 mail, 7 script, 8 none.
    static func of(_ address: ByteRange, in document: HTMLDocument) -> Int {
        guard let first = document.bytes(address).count > 0 ? document.bytes(address)[0] : nil else { return 8 }
        if first == UInt8(ascii: "#") { return 1 }
        if first | 0x20 == UInt8(ascii: "j"), document.contains("javascript:", in: address) { return 7 }
        func has(_ words: [StaticString]) -> Bool { words.contains { document.contains($0, in: address) } }
        if has(share) { return 2 }
        if first | 0x20 == UInt8(ascii: "m"), document.contains("mailto:", in: address) { return 6 }
        if has(social) { return 3 }
        if has(author) { return 4 }
        return has(topic) ? 5 : 0
    }
}

/// Tags in classes that matter to the text in them.
enum TagClass {
    static func of(_ tag: Tag) -> Int {
        switch tag {
        case .p: 1
        case .div: 2
        case .li: 3
        case .h1: 4
        case .h2: 5
        case .h3: 6
        case .h4: 7
        case .h5, .h6: 8
        case .td, .th: 9
        case .figcaption, .caption: 10
        case .blockquote: 11
        case .pre, .listing, .xmp: 12
        case .dd: 13
        case .dt: 14
        case .section: 15
        case .article: 16
        case .main: 17
        case .header, .hgroup: 18
        case .footer: 19
        case .aside: 20
        case .nav, .menu: 21
        case .ul: 22
        case .ol: 23
        case .dl: 24
        case .table, .tbody, .thead, .tfoot, .tr: 25
        case .figure: 26
        case .form, .fieldset: 27
        case .button: 28
        case .address: 29
        case .details, .summary: 30
        case .body: 31
        case .center: 32
        case .dialog: 33
        case .legend, .option: 34
        default: 35
        }
    }
}
