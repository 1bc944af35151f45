internal import Collation
internal import Reading
internal import Speech
internal import TextCore

/// A comparison as one standalone page: it asks for nothing outside itself, and works without its script.
///
/// The content security policy allows the page's own style and script by their hashes and nothing else. All article text is
/// made harmless by ``SafeText`` and escaped by ``HTMLBuilder``.
struct StoryPage {
    let view: StoryView
    let coverage: Coverage

    init(_ collation: Collation) {
        view = StoryView(collation)
        coverage = collation.coverage
    }

    static let style = String(decoding: PackageResources.page_css, as: UTF8.self)
    static let script = String(decoding: PackageResources.page_js, as: UTF8.self)

    private static let policy = """
        default-src 'none'; style-src \(SHA256.sourceExpression(PackageResources.page_css)); \
        script-src \(SHA256.sourceExpression(PackageResources.page_js)); base-uri 'none'; form-action 'none'
        """

    // MARK: Page

    func render() -> String {
        var page = HTMLBuilder()
        page.element("html", ["lang": "en"]) { page in
            head(&page)
            page.element("body") { page in
                page.element("a", ["class": "skip", "href": "#content"], text: "Skip to the comparison")
                masthead(&page)
                navigation(&page)
                page.element("main", ["id": "content", "class": "wrap"]) { page in
                    if view.articles.isEmpty { page.element("p", ["class": "lede"], text: "No article was given.") }
                    brief(&page)
                    sideBySide(&page)
                    statementSections(&page)
                    matrix(&page)
                    figures(&page)
                    headlines(&page)
                    quotations(&page)
                    onlyHere(&page)
                    copying(&page)
                    leftOut(&page)
                }
                footer(&page)
                lens(&page)
                help(&page)
                page.element("script") { $0.trusted(Self.script) }
            }
        }
        return page.html + "\n"
    }

    private func head(_ page: inout HTMLBuilder) {
        page.element("head") { page in
            page.empty("meta", ["charset": "utf-8"])
            page.empty("meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy])
            page.empty("meta", ["name": "referrer", "content": "no-referrer"])
            page.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            page.empty("meta", ["name": "color-scheme", "content": "light dark"])
            page.empty("meta", ["name": "generator", "content": "Stemma"])
            page.element("title", text: "\(view.title): \(view.facts.first ?? "comparison")")
            page.element("style") { $0.trusted(Self.style) }
        }
    }

    private func masthead(_ page: inout HTMLBuilder) {
        page.element("header", ["class": "masthead wrap"]) { page in
            page.element("p", ["class": "folio"]) { page in
                page.element("b", text: "Stemma")
                page.element("span", text: view.facts.joined(separator: " · "))
            }
            page.element("h1", ["dir": "auto"], text: view.title)
            let entries = entries
            guard !entries.isEmpty else { return }
            page.element("ul", ["class": "index"]) { page in
                for entry in entries {
                    page.element("li") { page in
                        page.element("a", ["href": "#\(entry.section)"]) { page in
                            page.element("span", ["class": "number"], text: "\(entry.number)")
                            page.text(" ")
                            page.element("span", ["class": "what"], text: entry.number == 1 ? entry.one : entry.many)
                        }
                    }
                }
            }
        }
    }

    /// What was found, counted: each leads to its section.
    private var entries: [(number: Int, one: String, many: String, section: String)] {
        let collation = view.collation
        let copied = collation.reuse.reduce(0) { $0 + max($1.words - $1.quotedWords, 0) }
        let unsupported = collation.headlines.count { $0.support == .none }
        let only = "found in one article only"
        let contradictions = collation.shared.count { $0.relation == .contradicts }
        var entries = [
            (collation.shared.count, "shared statement", "shared statements", "statements"),
            (collation.solo.count, only, only, "only-here"),
            (collation.figures.count, "figure to check", "figures to check", "figures"),
            (unsupported, "headline claim that no words carry", "headline claims that no words carry", "headlines"),
            (copied, "word copied", "words copied", "copying"),
        ]
        if contradictions > 0 { entries.insert((contradictions, "contradiction", "contradictions", "statements"), at: 1) }
        return entries.filter { has($0.3) }
    }

    /// The sections of a page, and what the navigation calls them.
    private static let sections = [
        ("brief", "In brief"), ("side-by-side", "Side by side"), ("statements", "Statements"), ("matrix", "Matrix"),
        ("figures", "Figures"),
        ("headlines", "Headlines"), ("quotations", "Quotations"), ("only-here", "Only here"), ("copying", "Copying"),
        ("left-out", "Not compared"),
    ]

    /// Whether the page has a section: one article is compared with nothing, and none at all has nothing to show.
    func has(_ section: String) -> Bool {
        switch section {
        case "statements", "only-here", "copying": view.articles.count > 1
        case "matrix": view.articles.count > 1 && !view.collation.shared.isEmpty
        case "brief": view.showsCoverage && !coverage.brief.isEmpty
        case "left-out": view.articles.indices.contains { !view.leftOut($0).isEmpty }
        default: !view.articles.isEmpty
        }
    }

    private func navigation(_ page: inout HTMLBuilder) {
        let sections = Self.sections.filter { has($0.0) }
        guard !sections.isEmpty else { return }
        page.element("nav", ["class": "sections", "aria-label": "Sections"]) { page in
            page.element("ul", ["class": "wrap"]) { page in
                for (id, title) in sections {
                    let title = id == "side-by-side" && view.articles.count == 1 ? "Article" : title
                    page.element("li") { $0.element("a", ["href": "#\(id)"], text: title) }
                }
            }
        }
    }

    /// A section with its title and a sentence on what it shows.
    func section(
        _ id: String,
        _ title: String,
        _ lede: String?,
        _ page: inout HTMLBuilder,
        _ body: (inout HTMLBuilder) -> Void
    ) {
        guard has(id) else { return }
        page.element("section", ["id": id, "aria-labelledby": "\(id)-title"]) { page in
            page.element("h2", ["id": "\(id)-title"], text: title)
            if let lede { page.element("p", ["class": "lede"], text: lede) }
            body(&page)
        }
    }

    // MARK: Around the comparison

    private func footer(_ page: inout HTMLBuilder) {
        page.element("footer") { page in
            page.element("div", ["class": "wrap"]) { page in
                for note in view.notes { page.element("p", text: note.capitalizedSentence) }
                if has("only-here") {
                    page.element(
                        "p",
                        text: "“Only here” means: not in these articles. Another article of the same outlet may carry it."
                    )
                }
                page.element("p") { page in
                    page.text("This page loads nothing from elsewhere.")
                    guard has("matrix") else { return }
                    page.text(" ")
                    page.element("button", ["type": "button", "data-help": "", "hidden": ""], text: "Keys (?)")
                }
            }
        }
    }

    /// Where the script shows the statement in focus; hidden without it.
    private func lens(_ page: inout HTMLBuilder) {
        page.element("aside", ["class": "lens", "aria-label": "Statement in focus", "aria-live": "polite", "hidden": ""]) {
            page in
            page.element("div", ["class": "bar"]) { page in
                page.element("button", ["type": "button", "data-close": ""], text: "Close (Esc)")
            }
            page.element("div", ["class": "content"]) { _ in }
        }
    }

    private func help(_ page: inout HTMLBuilder) {
        page.element("dialog", ["aria-labelledby": "help-title"]) { page in
            page.element("h2", ["id": "help-title"], text: "Keys")
            page.element("dl") { page in
                let keys = [
                    ("n", "next shared statement"), ("p", "previous shared statement"), ("Esc", "close the statement in focus"),
                    ("?", "this help"),
                ]
                for (key, meaning) in keys {
                    page.element("dt") { $0.element("kbd", text: key) }
                    page.element("dd", text: meaning)
                }
            }
            page.element("label", ["class": "switch"]) { page in
                page.empty("input", ["type": "checkbox", "checked": "", "data-letters": ""])
                page.text("Use the single-letter keys n, p and ?")
            }
            page.element("form", ["method": "dialog"]) { $0.element("button", text: "Close") }
        }
    }

    /// A link to a place: where a passage stands, in words.
    func placeLink(_ passage: Passage, to anchor: String, _ page: inout HTMLBuilder) {
        page.element("span", ["class": "meta"]) { page in
            page.element("a", ["href": "#\(anchor)"]) { page in
                page.element("bdi", text: view.label(passage))
                page.text(" " + view.place(passage))
            }
        }
    }

    /// The language of an article, for `lang`.
    func language(_ article: Int) -> String? {
        guard view.articles.indices.contains(article) else { return nil }
        return view.articles[article].displayLanguage.map { SafeText.line($0) }
    }

    /// The block in which a passage stands, as an anchor.
    func blockAnchor(_ passage: Passage) -> String {
        view.block(passage).map { "a\(passage.article)-b\($0)" } ?? "a\(passage.article)"
    }
}

extension String {
    /// The first letter in upper case.
    fileprivate var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}
