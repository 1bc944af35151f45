internal import Collation
internal import Speech

/// Shared statements in full.
extension StoryPage {
    func statementSections(_ page: inout HTMLBuilder) {
        let lede =
            view.collation.shared.isEmpty
            ? "No statement was found in more than one of these articles." : "What at least two articles say, and in whose words."
        section("statements", "Shared statements", lede, &page) { page in
            for (section, statements) in view.statementSections {
                page.element("h3", ["class": "kind"]) { page in
                    page.text("\(section.symbol) \(section.title) ")
                    page.element("span", ["class": "tag"], text: "\(statements.count)")
                }
                page.element("p", ["class": "lede"], text: section.explanation)
                for (index, shared) in statements { statement(index, shared, view.agreements[index], &page) }
            }
            keptApart(&page)
        }
    }

    private func statement(_ index: Int, _ shared: SharedStatement, _ agreement: Agreement, _ page: inout HTMLBuilder) {
        let id = view.ids[index]
        page.element(
            "div",
            [
                "class": "statement", "id": id, "data-kind": agreement.rawValue, "data-chip": "\(agreement.symbol)\(id)",
            ]
        ) { page in
            page.element("h4") { page in
                page.element("a", ["class": "id", "href": "#\(id)"], text: id)
                if let speaker = shared.speaker { page.element("bdi", text: SafeText.line(speaker)) }
                // Said by the heading above; the lens, where a statement stands alone, shows it.
                page.element("span", ["class": "tag kind-name"], text: "\(agreement.symbol) \(agreement.title)")
                page.element("span", ["class": "tag"], text: view.strength(shared))
            }
            page.element("ul", ["class": "witnesses"]) { page in
                for (place, witness) in shared.witnesses.enumerated() {
                    page.element("li") { page in
                        page.element(
                            "blockquote",
                            ["lang": language(witness.passage.article), "dir": "auto"],
                            text: view.excerpt(witness)
                        )
                        page.element("p", ["class": "meta"]) { page in
                            placeLink(witness.passage, to: "\(id)-\(place + 1)", &page)
                            page.text(" · \(witness.form.symbol) \(witness.form.word)")
                            if let speaker = witness.speaker, speaker != shared.speaker {
                                page.text(" · ")
                                page.element("bdi", text: SafeText.line(speaker))
                            }
                            if witness.basis == .person, shared.basis != .person { page.text(" · joined by a person") }
                        }
                    }
                }
            }
            let first = shared.witnesses.first.flatMap { language($0.passage.article) }
            let why = shared.reasons.filter { !$0.isDifference }
            let differs = shared.reasons.filter(\.isDifference)
            if shared.relation == .partial {
                page.element("p", ["class": "why"]) { page in page.text("◐ " + shared.relation.words) }
            }
            if !why.isEmpty {
                page.element("p", ["class": "why"]) { page in
                    page.text("Why: ")
                    reasons(why, in: first, &page)
                }
            }
            if !differs.isEmpty {
                page.element("p", ["class": "why"]) { page in
                    page.element("strong") { page in
                        page.text("⚠ But: ")
                        reasons(differs, in: first, &page)
                    }
                }
            }
        }
    }

    /// Reasons one after another; what they name in an article's words has the article's language.
    private func reasons(_ reasons: [Reason], in language: String?, _ page: inout HTMLBuilder) {
        for (index, reason) in reasons.enumerated() {
            if index > 0 { page.text("; ") }
            page.text(reason.lead)
            let named = SafeText.line(reason.named)
            guard !named.isEmpty else { continue }
            if reason.isInWordsOfFirstWitness {
                page.element("span", ["lang": language], text: named)
            } else {
                page.text(named)
            }
        }
    }
}
