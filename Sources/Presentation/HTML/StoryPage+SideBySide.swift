internal import Collation
internal import Reading
internal import Speech
internal import TextCore

/// The articles beside each other, with what they share marked where it stands.
extension StoryPage {
    func sideBySide(_ page: inout HTMLBuilder) {
        let lede =
            view.articles.count > 1
            ? view.collation.shared.isEmpty
                ? "The articles as they stand. They share no statement that was found."
                : "The articles as they stand. Underlined words are shared; the number leads to the statement, and a line joins the two places."
            : "The article as it stands. There is no other to compare it with."
        section("side-by-side", view.articles.count > 1 ? "Side by side" : "The article", lede, &page) { page in
            if view.articles.count > 1 {
                chooser(&page)
                legend(&page)
            }
            page.element("div", ["class": "columns", "role": "group", "aria-label": "Articles", "tabindex": "0"]) { page in
                for index in view.articles.indices { report(index, &page) }
            }
        }
    }

    /// Hidden without the script, which is what makes it work.
    private func chooser(_ page: inout HTMLBuilder) {
        page.element("div", ["class": "choose", "hidden": ""]) { page in
            for side in ["Left", "Right"] {
                page.element("label") { page in
                    page.text("\(side) ")
                    page.element("select") { page in
                        for (index, label) in view.labels.enumerated() {
                            page.element("option", ["value": "\(index)"], text: label)
                        }
                    }
                }
            }
            if has("matrix") {
                page.element("button", ["type": "button", "data-step": "-1"], text: "‹ Previous (p)")
                page.element("button", ["type": "button", "data-step": "1"], text: "Next (n) ›")
            }
        }
    }

    private func legend(_ page: inout HTMLBuilder) {
        let used = Set(
            view.collation.shared.enumerated().flatMap { index, shared in
                shared.witnesses.map { view.agreement(of: $0, in: index) }
            }
        )
        let present = Agreement.allCases.filter(used.contains)
        guard !present.isEmpty || !view.collation.solo.isEmpty else { return }
        page.element("ul", ["class": "legend", "aria-label": "Legend"]) { page in
            for agreement in present {
                page.element("li") { page in
                    page.element("span", ["class": "m \(agreement.rawValue)"], text: "\(agreement.symbol) \(agreement.title)")
                }
            }
            if !view.collation.solo.isEmpty {
                page.element("li") { $0.element("span", ["class": "m solo"], text: "○ Only here") }
            }
        }
    }

    private func report(_ index: Int, _ page: inout HTMLBuilder) {
        let article = view.articles[index].article
        let marks = marks(index)
        var anchored: Set<String> = []
        let attributes: HTMLBuilder.Attributes = ["class": "report", "id": "a\(index)", "aria-labelledby": "a\(index)-outlet"]
        page.element("article", attributes) { page in
            page.element("header") { page in
                page.element("p", ["class": "outlet", "id": "a\(index)-outlet"]) { $0.element("bdi", text: view.labels[index]) }
                if let block = article.blocks.firstIndex(where: { $0.kind == .headline }) {
                    page.element("h3", ["id": "a\(index)-b\(block)", "lang": language(index), "dir": "auto"]) { page in
                        marked(index, article.blocks[block].range, marks, &anchored, &page)
                    }
                }
                page.element("p", ["class": "meta"], text: view.facts(ofArticle: index).joined(separator: " · "))
                let remarks = view.remarks(ofArticle: index)
                if !remarks.isEmpty { page.element("p", ["class": "meta"], text: remarks.joined(separator: " · ")) }
            }
            let shown = view.shownBlocks(ofArticle: index)
            for number in shown where article.blocks[number].kind != .headline {
                self.block(index, number, article.blocks[number], marks, &anchored, &page)
            }
            let hidden = article.blocks.count - shown.count
            if hidden > 0 {
                page.element("p", ["class": "meta"], text: "\(hidden) blocks of the web page around the article are not shown")
            }
            // Witnesses in what is not marked: their links lead to the article.
            for mark in marks {
                if let anchor = anchor(mark.kind), anchored.insert(anchor).inserted { place(anchor, &page) }
            }
        }
    }

    /// An empty element to which links lead.
    private func place(_ anchor: String, _ page: inout HTMLBuilder) {
        page.element("span", ["class": "at", "id": anchor], text: "")
    }

    /// The id of a witness's place; the first piece of its words carries it.
    private func anchor(_ kind: TextMark.Kind) -> String? {
        guard case .shared(let statement, let witness, _) = kind else { return nil }
        return "\(view.ids[statement])-\(witness + 1)"
    }

    private func block(
        _ article: Int,
        _ number: Int,
        _ block: Block,
        _ marks: [TextMark],
        _ anchored: inout Set<String>,
        _ page: inout HTMLBuilder
    ) {
        let id = "a\(article)-b\(number)"
        guard block.kind.isCompared else {
            page.element("p", ["class": "aside", "id": id]) { page in
                page.element("b", text: block.kind.words)
                page.text(" ")
                page.element("span", ["lang": language(article), "dir": "auto"], text: view.excerpt(article, block.range))
            }
            return
        }
        let name =
            switch block.kind {
            case .standfirst: "standfirst"
            case .heading: "heading"
            default: "para"
            }
        page.element("p", ["class": name, "id": id, "lang": language(article), "dir": "auto"]) { page in
            if let paragraph = view.paragraphNumber(article: article, block: number) {
                page.element("span", ["class": "pilcrow"], text: "¶\(paragraph) ")
            }
            marked(article, block.range, marks, &anchored, &page)
        }
    }

    // MARK: Marks

    /// Something that is marked in an article's text.
    struct TextMark {
        enum Kind {
            /// A witness: the statement's place in the collation, the witness's in the statement.
            case shared(Int, Int, Agreement)
            case solo
            case figure(Int)
            case claim(Int, HeadlineFinding.Support)
        }

        var range: Range<Int>
        var kind: Kind
    }

    private func marks(_ article: Int) -> [TextMark] {
        var marks: [TextMark] = []
        for (index, shared) in view.collation.shared.enumerated() {
            for (number, witness) in shared.witnesses.enumerated() where witness.passage.article == article {
                let range = view.shownRange(witness)
                let agreement = view.agreement(of: witness, in: index)
                marks.append(TextMark(range: range, kind: .shared(index, number, agreement)))
            }
        }
        for solo in view.collation.solo where solo.passage.article == article && view.articles.count > 1 {
            marks.append(TextMark(range: solo.passage.range, kind: .solo))
        }
        for (index, finding) in view.collation.figures.enumerated() {
            let places =
                switch finding {
                case .conflict(_, let values), .update(_, let values): values.map(\.passage)
                case .times(_, let values): values.map(\.passage)
                case .arithmetic(let sum): [sum.claim] + sum.parts
                }
            for place in places where place.article == article {
                marks.append(TextMark(range: place.range, kind: .figure(index)))
            }
        }
        for (index, finding) in view.collation.headlines.enumerated() where finding.claim.article == article {
            marks.append(TextMark(range: finding.claim.range, kind: .claim(index, finding.support)))
        }
        return marks.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The words of a block, marked. `anchored` holds the ids that the article has already.
    private func marked(
        _ article: Int,
        _ range: Range<Int>,
        _ all: [TextMark],
        _ anchored: inout Set<String>,
        _ page: inout HTMLBuilder
    ) {
        let marks = all.filter { $0.range.overlaps(range) }
        let pieces = MarkedText.pieces(
            of: range,
            marks: marks.enumerated().map { MarkedText.Mark(range: $1.range, index: $0) }
        )
        let text = view.articles[article].article.text
        for piece in pieces {
            let words = padded(text, piece.range)
            var classes: [String] = []
            var statements: [String] = []
            var kinds: [String] = []
            var anchors: [String] = []
            for index in piece.marks {
                switch marks[index].kind {
                case .shared(let statement, _, let agreement):
                    if statements.isEmpty { classes.insert(agreement.rawValue, at: 0) }
                    statements.append(view.ids[statement])
                    kinds.append(agreement.rawValue)
                    if let anchor = anchor(marks[index].kind), anchored.insert(anchor).inserted { anchors.append(anchor) }
                case .solo: if classes.isEmpty { classes.append("solo") }
                case .figure: classes.append("figure")
                case .claim: break
                }
            }
            // An element has one id: the places of further witnesses stand before it.
            for anchor in anchors.dropFirst() { place(anchor, &page) }
            if classes.isEmpty {
                page.text(words)
            } else {
                page.element(
                    "span",
                    [
                        "class": "m " + classes.joined(separator: " "), "id": anchors.first,
                        "data-s": statements.isEmpty ? nil : statements.joined(separator: " "),
                        "data-k": kinds.isEmpty ? nil : kinds.joined(separator: " "),
                    ],
                    text: words
                )
            }
            for index in piece.ending { chip(marks[index].kind, &page) }
        }
    }

    /// A piece with the blanks at its ends kept, so that pieces join as the text does.
    private func padded(_ text: UTF8Text, _ range: Range<Int>) -> String {
        let line = SafeText.line(text, range)
        let trimmed = text.trimmed(range)
        guard !trimmed.isEmpty else { return range.isEmpty ? "" : " " }
        return (trimmed.lowerBound > range.lowerBound && !line.hasPrefix("\u{A0}") ? " " : "") + line
            + (trimmed.upperBound < range.upperBound && !line.hasSuffix("\u{A0}") ? " " : "")
    }

    /// What stands behind a mark's last word: a sign and a number that lead to the finding.
    private func chip(_ kind: TextMark.Kind, _ page: inout HTMLBuilder) {
        switch kind {
        case .shared(let statement, _, let agreement):
            let id = view.ids[statement]
            page.element(
                "a",
                [
                    "class": "chip \(agreement.rawValue)", "href": "#\(id)", "data-statement": id, "lang": "en",
                    "aria-label": "Statement \(id): \(agreement.title)", "data-kind": agreement.rawValue,
                ],
                text: "\(agreement.symbol)\(id)"
            )
        case .solo: break
        case .figure(let index):
            page.element(
                "a",
                ["class": "chip figure", "href": "#f\(index + 1)", "lang": "en", "aria-label": "Figure to check f\(index + 1)"],
                text: "⚠"
            )
        case .claim(let index, let support):
            page.element(
                "a",
                [
                    "class": "chip headline \(support.tone)", "href": "#h\(index + 1)", "lang": "en",
                    "aria-label": "Headline claim h\(index + 1): \(support.words)",
                ],
                text: support.symbol
            )
        }
    }
}
