/// Cases of feedparser's tests in scope that are not run, each with its reason.
enum ConformanceSkips {
    private static let escaping =
        "feedparser's cleaning writes the markup anew; Stemma keeps the publisher's, whose tree is the same"
    private static let declarations = "feedparser's cleaning adds declarations that neither the feed has nor HTML needs"
    private static let shortText =
        "nothing declares the encoding, and the text is too short or its language unknown to the detector"

    static let reasons: [String: String] = [
        "rss/entity_in_doctype.xml": "entities that a document declares are never expanded",
        "rss/rss_version_091_netscape.xml": "both kinds of 0.91 are read alike; only the DTD tells them apart",
        "atom10/entry_content_div_escaped_markup.xml":
            "the outer div is no part of the text in XHTML alone (RFC 4287, section 3.1.1.3)",
        "atom10/qna.xml": escaping,
        "sgml/charref_uppercase_x.xml": escaping,
        "rss/item_description_not_a_doctype.xml": escaping,
        "namespace/atommathml.xml": declarations,
        "namespace/atomxlink.xml": declarations,
        "namespace/rss2.0mathml.xml": declarations,
        "namespace/rss2.0svg5.xml": declarations,
        "namespace/rss2.0xlink.xml": declarations,
        "base/cdf_item_abstract_xml_base.xml": "CDF, Microsoft's format of 1997, is not read",
        "feedburner/feedburner_browserfriendly.xml": "FeedBurner's note to people who open the feed",
        "chardet/big5.xml": shortText,
        "chardet/gb2312.xml": shortText,
        "chardet/tis620.xml": shortText,
    ]
}
