internal import HTMLTree

/// What HTML elements do to the text on a page.
enum PageElements {
    enum Role: UInt8 {
        /// Never shown as text.
        case skipped
        /// A picture, a frame, a video: no text, but its place tells something of the text around.
        case media
        case lineBreak, rule
        /// Stands on lines of its own.
        case block
        case link, strong, italic
        /// Any other: part of the line.
        case inline
    }

    static func role(of tag: Tag) -> Role {
        switch tag {
        case .script, .style, .noscript, .template, .head, .title, .meta, .base, .datalist, .select, .textarea, .canvas,
            .map, .area, .param, .source, .track, .input, .progress, .meter, .noframes, .noembed, .frameset, .rp, .rt:
            .skipped
        case .img, .image, .picture, .video, .audio, .iframe, .embed, .object, .applet: .media
        case .br: .lineBreak
        case .hr: .rule
        case .address, .article, .aside, .blockquote, .body, .button, .caption, .center, .dd, .details, .dialog, .dir, .div,
            .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup,
            .html, .legend, .li, .listing, .main, .menu, .nav, .ol, .option, .p, .plaintext, .pre, .search, .section,
            .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul, .xmp:
            .block
        case .a: .link
        case .b, .strong: .strong
        case .i, .em, .cite, .dfn, .`var`: .italic
        default: .inline
        }
    }

    /// What an element says of all that is in it.
    static func traits(of tag: Tag) -> PageTraits {
        switch tag {
        case .article: .article
        case .main: .main
        case .aside: .aside
        case .nav, .menu, .search: .navigation
        case .header, .hgroup: .header
        case .footer: .footer
        case .figure: .figure
        case .figcaption, .caption: .caption
        case .blockquote: .quote
        case .ul, .ol, .dl, .dir: .list
        case .table: .table
        case .form, .fieldset: .form
        case .details: .details
        case .dialog: .dialog
        case .pre, .listing, .plaintext, .xmp: .preformatted
        case .address: .address
        case .button: .button
        default: []
        }
    }

    /// The same of a `role` of WAI-ARIA.
    static func traits(ofRole role: ByteRange, in document: HTMLDocument) -> PageTraits {
        let roles: [(StaticString, PageTraits)] = [
            ("main", .main), ("article", .article), ("complementary", .aside), ("navigation", .navigation), ("banner", .header),
            ("contentinfo", .footer), ("dialog", .dialog), ("alertdialog", .dialog), ("search", .navigation), ("form", .form),
            ("figure", .figure), ("menu", .navigation), ("menubar", .navigation), ("button", .button),
        ]
        for (name, traits) in roles where document.hasToken(name, in: role) { return traits }
        return []
    }

    /// Whether an element's classes call it one that is read to those who do not see the page, and shown to nobody: the names that
    /// frameworks have for it.
    static func isForScreenReaders(_ classes: ByteRange, in document: HTMLDocument) -> Bool {
        let bytes = document.bytes(classes)
        var start = 0
        while start < bytes.count {
            while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
            var end = start
            while end < bytes.count, bytes[end] > 0x20 { end += 1 }
            if end - start >= shortestHidden, hiddenClasses.contains(where: { equals($0, bytes, start..<end) }) { return true }
            start = end
        }
        return false
    }

    private static func equals(_ name: StaticString, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { name in
            for offset in 0..<range.count where bytes[range.lowerBound + offset] | 0x20 != name[offset] | 0x20 { return false }
            return true
        }
    }

    private static let hiddenClasses: [StaticString] = [
        "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "screenreader-only",
        "u-visually-hidden", "is-visually-hidden", "show-for-sr", "a11y-hidden",
    ]
    private static let shortestHidden = 7
}
