internal import Collation
internal import Reading
internal import Speech

/// The story in brief, the matrix of statements × articles, and what a person keeps apart.
extension StoryPage {
    // MARK: In brief

    func brief(_ page: inout HTMLBuilder) {
        section("brief", "In brief", "The statements that most articles carry, each in the words of one of them.", &page) {
            page in
            page.element("ol", ["class": "brief"]) { page in
                for brief in coverage.brief {
                    let shared = view.collation.shared[brief.statement]
                    let witness = shared.witnesses[brief.witness]
                    page.element("li") { page in
                        if let speaker = shared.speaker {
                            page.element("b") { $0.element("bdi", text: SafeText.line(speaker)) }
                            page.text(": ")
                        }
                        page.element(
                            "span",
                            ["lang": language(witness.passage.article), "dir": "auto"],
                            text: view.excerpt(witness)
                        )
                        page.text(" ")
                        page.element("span", ["class": "meta"]) { page in
                            let id = view.ids[brief.statement]
                            page.element("a", ["class": "id", "href": "#\(id)"], text: id)
                            page.text(" \(brief.articles) of \(view.articles.count) articles; in the words of ")
                            page.element("bdi", text: view.label(witness.passage))
                            if shared.reasons.contains(where: \.isDifference) { page.text("; ⚠ the articles differ") }
                        }
                    }
                }
            }
        }
    }

    // MARK: Matrix

    func matrix(_ page: inout HTMLBuilder) {
        section("matrix", "Statements and articles", nil, &page) { page in
            page.element(
                "div",
                ["class": "scroll", "role": "region", "aria-label": "Table of statements and articles", "tabindex": "0"]
            ) { page in
                page.element("table") { page in
                    page.element(
                        "caption",
                        text: "Which article has which statement, in what form, and how far down: 3 of 24 is the third of the 24 "
                            + "statements found in the article. ○ means: not found in this article."
                    )
                    page.element("thead") { page in
                        page.element("tr") { page in
                            page.element("th", ["scope": "col"], text: "Statement")
                            for (index, label) in view.labels.enumerated() {
                                page.element("th", ["scope": "col"]) { page in
                                    page.element("a", ["class": "target", "href": "#a\(index)"]) {
                                        $0.element("bdi", text: label)
                                    }
                                }
                            }
                            page.element("th", ["scope": "col"], text: "Articles")
                        }
                    }
                    page.element("tbody") { page in
                        let rows = view.statementSections.flatMap(\.statements).map { coverage.rows[$0.index] }
                        for row in rows.enumerated()
                            .sorted(by: { ($1.element.cells.count, $0.offset) < ($0.element.cells.count, $1.offset) })
                            .map(\.element)
                        {
                            self.row(row, &page)
                        }
                    }
                    totals(&page)
                }
            }
            for outlet in coverage.outlets {
                guard let words = view.coverageWords(outlet) else { continue }
                page.element("p", ["class": "meta"]) { page in
                    page.element("bdi", text: SafeText.line(outlet.name))
                    page.text(" (\(outlet.articles.count) articles): \(words)")
                }
            }
            let apart = view.farApart(coverage, most: 3)
            if view.showsCoverage, !apart.isEmpty {
                page.element("p", ["class": "meta"], text: apart.joined(separator: "; ") + ".")
            }
        }
    }

    private func row(_ row: Coverage.Row, _ page: inout HTMLBuilder) {
        let shared = view.collation.shared[row.statement]
        let id = view.ids[row.statement]
        page.element("tr") { page in
            page.element("th", ["scope": "row"]) { page in
                page.element("a", ["href": "#\(id)", "class": "id"], text: id)
                page.text(" ")
                if shared.witnesses.indices.contains(row.wording) {
                    let wording = shared.witnesses[row.wording]
                    if let speaker = shared.speaker {
                        page.element("b") { $0.element("bdi", text: SafeText.line(speaker)) }
                        page.text(": ")
                    }
                    let words = TerminalCanvas.fitted(view.excerpt(wording), 120)
                    page.element("span", ["lang": language(wording.passage.article), "dir": "auto"], text: words)
                }
            }
            for article in view.articles.indices {
                let cell = row.cell(ofArticle: article)
                page.element("td", ["class": cell == nil ? "cell absent" : "cell"]) { page in
                    guard let cell else { return page.text("○ not here") }
                    for place in cell.witnesses {
                        if place != cell.witnesses.first { page.text(", ") }
                        let form = shared.witnesses[place].form
                        page.element("a", ["href": "#\(id)-\(place + 1)"], text: "\(form.symbol) \(form.word)")
                    }
                    page.element("span", ["class": "standing"], text: view.words(cell.standing))
                }
            }
            page.element("td", ["class": "cell"], text: "\(row.cells.count) of \(view.articles.count)")
        }
    }

    /// What each article has, counted.
    private func totals(_ page: inout HTMLBuilder) {
        func line(_ title: String, _ page: inout HTMLBuilder, _ value: (Coverage.Article) -> Int) {
            page.element("tr") { page in
                page.element("th", ["scope": "row"], text: title)
                for own in coverage.articles { page.element("td", ["class": "cell"], text: "\(value(own))") }
                page.element("td", ["class": "cell"], text: "")
            }
        }
        page.element("tfoot") { page in
            line("Shared statements in this article", &page) { $0.shared.count }
            line("Statements found only here", &page) { $0.onlyHere.count }
            if view.showsCoverage { line("Shared statements not in this article", &page) { $0.notHere.count } }
        }
    }

    // MARK: Kept apart

    func keptApart(_ page: inout HTMLBuilder) {
        let links = view.keptApart
        guard !links.isEmpty else { return }
        page.element("h3", ["class": "kind"]) { page in
            page.text("✂ Kept apart by a person ")
            page.element("span", ["class": "tag"], text: "\(links.count)")
        }
        page.element("p", ["class": "lede"], text: "The comparison would have taken these for one statement.")
        for finding in links {
            page.element("div", ["class": "statement"]) { page in
                page.element("ul", ["class": "witnesses"]) { page in
                    for passage in finding.link.passages {
                        page.element("li") { page in
                            page.element(
                                "blockquote",
                                ["lang": language(passage.article), "dir": "auto"],
                                text: view.excerpt(passage)
                            )
                            page.element("p", ["class": "meta"]) { placeLink(passage, to: blockAnchor(passage), &$0) }
                        }
                    }
                }
                let parts = [finding.link.author, finding.link.note].compactMap { $0 }.map { SafeText.line($0) }
                if !parts.isEmpty { page.element("p", ["class": "why"], text: parts.joined(separator: ": ")) }
            }
        }
    }
}
