internal import Collation
internal import Language
internal import Reading
internal import Speech
internal import TextCore

/// Figures, headlines and copying: what a reader should check.
extension StoryPage {
    // MARK: Figures

    func figures(_ page: inout HTMLBuilder) {
        let findings = view.collation.figures
        let lede = findings.isEmpty ? "No figures were found that disagree or do not add up." : nil
        section("figures", "Figures to check", lede, &page) { page in
            for (index, finding) in findings.enumerated() {
                page.element("div", ["class": "statement", "id": "f\(index + 1)"]) { page in
                    switch finding {
                    case .conflict(let what, let values):
                        differing("f\(index + 1)", what, "⚠ values differ", values, &page) { scale(values, &$0) }
                    case .update(let what, let values):
                        differing("f\(index + 1)", what, "↗ later count", values, &page) { scale(values, &$0) }
                    case .times(let what, let values): differing("f\(index + 1)", what, "⚠ times differ", values, &page) { _ in }
                    case .arithmetic(let sum): arithmetic("f\(index + 1)", sum, &page)
                    }
                }
            }
        }
    }

    private func differing(
        _ id: String,
        _ what: String,
        _ tag: String,
        _ values: [some PlacedValue],
        _ page: inout HTMLBuilder,
        drawing: (inout HTMLBuilder) -> Void
    ) {
        page.element("h3") { page in
            page.element("a", ["class": "id", "href": "#\(id)"], text: id)
            let first = values.first.flatMap { language($0.passage.article) }
            page.element("span", ["lang": first, "dir": "auto"], text: SafeText.line(what))
            page.element("span", ["class": "tag warn"], text: tag)
        }
        drawing(&page)
        page.element("div", ["class": "scroll"]) { page in
            page.element("table") { page in
                page.element("thead") { page in
                    page.element("tr") { page in
                        for title in ["Value", "Article", "In these words"] { page.element("th", ["scope": "col"], text: title) }
                    }
                }
                page.element("tbody") { page in
                    for value in values {
                        let language = language(value.passage.article)
                        page.element("tr") { page in
                            page.element(
                                "td",
                                ["class": "value", "lang": language, "dir": "auto"],
                                text: view.excerpt(value.passage)
                            )
                            page.element("td") { placeLink(value.passage, to: blockAnchor(value.passage), &$0) }
                            page.element(
                                "td",
                                ["lang": language, "dir": "auto"],
                                text: view.excerpt(value.passage.article, value.context)
                            )
                        }
                    }
                }
            }
        }
    }

    /// The values on one line; the table beside it says the same.
    private func scale(_ values: [FigureWitness], _ page: inout HTMLBuilder) {
        let numbers = Set(values.map(\.figure.value).filter { $0.isFinite && $0.magnitude < 1e15 }).sorted()
        let hasRatios = values.contains { $0.figure.unit == .ratio || $0.figure.unit == .ordinal }
        guard let low = numbers.first, let high = numbers.last, high > low, !hasRatios else { return }
        page.element("svg", ["class": "scale", "viewBox": "0 0 600 62", "aria-hidden": "true"]) { page in
            page.element("line", ["x1": "30", "y1": "34", "x2": "570", "y2": "34"]) { _ in }
            for number in numbers {
                let x = String(Int(60 + 480 * (number - low) / (high - low)))
                let count = Set(values.filter { $0.figure.value == number }.map(\.passage.article)).count
                page.element("circle", ["cx": x, "cy": "34", "r": "8"]) { _ in }
                page.element("text", ["x": x, "y": "16"], text: number.plain)
                page.element("text", ["x": x, "y": "60"], text: count == 1 ? "1 article" : "\(count) articles")
            }
        }
    }

    private func arithmetic(_ id: String, _ sum: ArithmeticFinding, _ page: inout HTMLBuilder) {
        page.element("h3") { page in
            page.element("a", ["class": "id", "href": "#\(id)"], text: id)
            page.element("span", text: view.sum(sum))
            page.element("span", ["class": "tag warn"], text: "⚠ \(SafeText.line(sum.verdict))")
        }
        page.element("blockquote", ["lang": language(sum.claim.article), "dir": "auto"], text: view.sentence(sum.claim))
        page.element("p", ["class": "meta"]) { placeLink(sum.claim, to: blockAnchor(sum.claim), &$0) }
    }

    // MARK: Headlines

    func headlines(_ page: inout HTMLBuilder) {
        let findings = view.collation.headlines
        let lede =
            findings.isEmpty
            ? "No headline makes a claim that could be checked." : "Which words of the bodies carry what each headline claims."
        section("headlines", "Headlines against bodies", lede, &page) { page in
            guard !findings.isEmpty else { return }
            page.element("div", ["class": "headlines"]) { page in
                for index in view.articles.indices {
                    let claims = findings.enumerated().filter { $0.element.claim.article == index }
                    if !claims.isEmpty { headline(index, claims, &page) }
                }
            }
        }
    }

    private func headline(_ article: Int, _ claims: [(offset: Int, element: HeadlineFinding)], _ page: inout HTMLBuilder) {
        page.element("div") { page in
            page.element("p", ["class": "meta"]) { $0.element("bdi", text: view.labels[article]) }
            if let block = view.articles[article].article.headline {
                page.element("h3", ["lang": language(article), "dir": "auto"], text: view.excerpt(article, block.range))
            }
            page.element("ul", ["class": "claims"]) { page in
                for (index, claim) in claims {
                    page.element("li", ["id": "h\(index + 1)"]) { page in
                        page.element("a", ["class": "id", "href": "#h\(index + 1)"], text: "h\(index + 1)")
                        page.text(" ")
                        page.element("span", ["lang": language(article), "dir": "auto"], text: view.excerpt(claim.claim))
                        page.text(" ")
                        page.element(
                            "span",
                            ["class": "tag \(claim.support.tone)"],
                            text: "\(claim.support.symbol) \(claim.support.words)"
                        )
                        if claim.place == .standfirst { page.element("span", ["class": "tag"], text: "standfirst") }
                        for witness in claim.witnesses.prefix(3) {
                            page.element("p", ["class": "why"]) { page in
                                placeLink(witness, to: blockAnchor(witness), &page)
                                page.text(" ")
                                page.element(
                                    "span",
                                    ["lang": language(witness.article), "dir": "auto"],
                                    text: view.excerpt(witness)
                                )
                            }
                        }
                        if let remark = view.scatteredRemark(claim) {
                            page.element("p", ["class": "why"], text: "Scattered: \(remark).")
                        }
                        if let remark = view.meaningRemark(claim) {
                            page.element("p", ["class": "why"], text: "In other words: \(remark).")
                        }
                        if let words = view.missingWords(claim) {
                            page.element("p", ["class": "why"]) { page in
                                page.text("Not carried by the bodies: ")
                                page.element("span", ["lang": language(article)], text: words)
                            }
                        }
                        if let words = view.otherWords(claim) {
                            page.element("p", ["class": "why"]) { page in
                                page.text("The sentence has: ")
                                page.element("span", ["lang": language(article)], text: words)
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: Copying

    func copying(_ page: inout HTMLBuilder) {
        let runs = view.copiedRuns
        let lede =
            runs.isEmpty
            ? "None found: no run of words long enough in common."
            : "Runs of words in common. Quoting alike is not copying: words in quotation marks are counted apart."
        section("copying", "Copying", lede, &page) { page in
            for (id, run) in runs {
                let (one, other) = (view.excerpt(run.first), view.excerpt(run.second))
                page.element("div", ["class": "statement", "id": id]) { page in
                    page.element("h3") { page in
                        page.element("a", ["class": "id", "href": "#\(id)"], text: id)
                        page.element("span", text: "\(view.label(run.first)) and \(view.label(run.second))")
                        page.element("span", ["class": "tag warn"], text: "⧉ \(run.count)")
                    }
                    for (passage, words) in one == other ? [(run.first, one)] : [(run.first, one), (run.second, other)] {
                        page.element("blockquote", ["lang": language(passage.article), "dir": "auto"], text: words)
                    }
                    page.element("p", ["class": "meta"]) { page in
                        placeLink(run.first, to: blockAnchor(run.first), &page)
                        page.text(" · ")
                        placeLink(run.second, to: blockAnchor(run.second), &page)
                        if let credit = view.credits(run) { page.text(" · credit: \(credit)") }
                    }
                }
            }
        }
    }
}

extension HeadlineFinding.Support {
    /// The style class of its colour, which stands beside sign and words.
    var tone: String {
        switch self {
        case .full: "good"
        case .partial, .elsewhere: "warn"
        case .none: "bad"
        }
    }
}
