/// The elements that the HTML parser treats in a way of their own, or that readers of pages ask for.
///
/// Cases are spelled as the elements are. The names of all others are kept too (``HTMLDocument/name(of:)``); their tag is
/// ``other``. A tag is a spelling: an SVG `title` and an HTML `title` both have ``title``, and differ in namespace.
public enum Tag: UInt8, Sendable, Hashable, CaseIterable {
    /// An element without a case here.
    case other
    case a, abbr, acronym, address, applet, area, article, aside, audio
    case b, base, basefont, bdi, bdo, bgsound, big, blockquote, body, br, button
    case canvas, caption, center, cite, code, col, colgroup
    case data, datalist, dd, del, details, dfn, dialog, dir, div, dl, dt
    case em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset
    case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
    case i, iframe, image, img, input, ins, kbd, keygen
    case label, legend, li, link, listing, main, map, mark, marquee, menu, meta, meter
    case nav, nobr, noembed, noframes, noscript
    case object, ol, optgroup, option, output
    case p, param, picture, plaintext, pre, progress, q, rb, rp, rt, rtc, ruby
    case s, samp, script, search, section, select, selectedcontent, slot, small, source, span, strike, strong, style
    case sub, summary, sup
    case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
    case u, ul, `var`, video, wbr, xmp
    // MathML.
    case math, mi, mo, mn, ms, mtext, mglyph, malignmark
    /// `annotation-xml`.
    case annotationXML
    // SVG. `foreignobject` in HTML, `foreignObject` in SVG.
    case svg, desc, foreignObject, g, path, rect, circle, use, symbol, line, polygon, defs
}

extension Tag {
    /// `area`, `br`, `img` and the like: HTML elements that never have content.
    public var isVoid: Bool {
        switch self {
        case .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input, .keygen, .link, .meta,
            .param, .source, .track, .wbr:
            true
        default: false
        }
    }

    /// `h1` to `h6`.
    public var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }

    /// HTML elements of the standard's “special” category (section 13.2.4.2).
    var isSpecialInHTML: Bool {
        switch self {
        case .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br, .button,
            .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed, .fieldset, .figcaption,
            .figure, .footer, .form, .frame, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr,
            .html, .iframe, .img, .input, .keygen, .li, .link, .listing, .main, .marquee, .menu, .meta, .nav, .noembed,
            .noframes, .noscript, .object, .ol, .p, .param, .plaintext, .pre, .script, .search, .section, .select,
            .source, .style, .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title, .tr,
            .track, .ul, .wbr, .xmp:
            true
        default: false
        }
    }

    /// HTML elements that “generate implied end tags” closes.
    var hasImpliedEnd: Bool {
        switch self {
        case .dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc: true
        default: false
        }
    }

    /// HTML elements that “generate all implied end tags thoroughly” closes.
    var hasThoroughlyImpliedEnd: Bool {
        switch self {
        case .caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: true
        default: hasImpliedEnd
        }
    }
}

/// The namespace of an element.
public enum Namespace: UInt8, Sendable, Hashable {
    case html, svg, mathML
}
