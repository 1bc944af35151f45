internal import Collation
internal import Language
internal import Reading
internal import Speech
internal import TextCore

/// A comparison as a critical apparatus of the Text Encoding Initiative ([TEI P5](https://tei-c.org/guidelines/p5/), chapter 13):
/// articles are the witnesses, and each finding is an `app` whose readings (`rdg`) hold the articles' own words.
///
/// The apparatus stands apart from the articles (`variantEncoding`: location-referenced, external). Each reading's `source` is
/// its article's address, or the name of its text by content (RFC 6920), with the place in code points as a fragment
/// (RFC 5147). `cert` of an `app` is the strength of the match, `type` of a reading its form, `n` its rank in the article.
/// A reading that is there because a person says so has `resp="#person"`. No article has an empty reading: what is not found in
/// an article is not taken for left out.
struct CollationTEI {
    private let story: ExportedStory

    init(_ story: ExportedStory) { self.story = story }

    func render() -> String {
        var writer = XMLWriter()
        writer.element("TEI", ["xmlns": "http://www.tei-c.org/ns/1.0", "xml:lang": "en"]) { writer in
            header(&writer)
            writer.element("text") { writer in
                writer.element("body") { writer in body(&writer) }
            }
        }
        return writer.xml
    }

    // MARK: Header

    private func header(_ writer: inout XMLWriter) {
        writer.element("teiHeader") { writer in
            writer.element("fileDesc") { writer in
                writer.element("titleStmt") { writer in
                    writer.element("title", text: "\(story.view.title): \(story.view.facts.joined(separator: ", "))")
                    writer.element("respStmt", ["xml:id": "stemma"]) { writer in
                        writer.element(
                            "resp",
                            text:
                                "comparison (language: \(story.collation.mode.language), meaning: \(story.collation.mode.meaning))"
                        )
                        writer.element("name", text: "Stemma")
                    }
                    writer.element("respStmt", ["xml:id": "person"]) { writer in
                        writer.element("resp", text: "readings confirmed by hand")
                        writer.element("name", text: authors)
                    }
                }
                writer.element("publicationStmt") { $0.element("p", text: "Unpublished working file.") }
                writer.element("notesStmt") { writer in
                    for note in story.view.notes { writer.element("note", text: note) }
                }
                writer.element("sourceDesc") { writer in
                    if story.articles.isEmpty {
                        writer.element("p", text: "No article was given.")
                    } else {
                        writer.element("listWit") { writer in
                            for index in story.articles.indices { witness(index, &writer) }
                        }
                    }
                }
            }
            writer.element("encodingDesc") { writer in
                writer.empty("variantEncoding", ["method": "location-referenced", "location": "external"])
            }
        }
    }

    /// Who confirmed links, as far as it is said.
    private var authors: String {
        var names: [String] = []
        for finding in story.collation.links where finding.outcome == .obeyed {
            if let author = finding.link.author, !author.isEmpty, !names.contains(author) { names.append(author) }
        }
        return names.isEmpty ? "a person" : names.joined(separator: ", ")
    }

    private func witness(_ index: Int, _ writer: inout XMLWriter) {
        let analyzed = story.articles[index]
        let article = analyzed.article
        writer.element("witness", ["xml:id": Self.witnessID(index), "n": story.view.labels[index]]) { writer in
            writer.element("bibl") { writer in
                for author in article.authors { writer.element("author", text: author) }
                if let headline = article.headline {
                    writer.element(
                        "title",
                        ["level": "a", "xml:lang": XMLWriter.language(analyzed.displayLanguage)],
                        text: article.text[headline.range]
                    )
                }
                if let outlet = article.outlet { writer.element("publisher", text: outlet.name) }
                if let published = article.published {
                    writer.element("date", ["when": LinkedNames.date(published)], text: published.iso8601)
                }
                if let address = LinkedNames.address(of: article) { writer.element("idno", ["type": "URI"], text: address) }
                writer.element("idno", ["type": "ni"], text: LinkedNames.content(of: article.text))
                writer.element("idno", ["type": "id"], text: article.id)
            }
        }
    }

    private static func witnessID(_ article: Int) -> String { "w\(article + 1)" }

    // MARK: Apparatus

    /// An entry of the apparatus: a finding with at least one place in the articles.
    private struct Entry<Finding> {
        let index: Int
        let finding: Finding
    }

    private func entries<Finding>(_ findings: [Finding], _ places: (Finding) -> [Passage]) -> [Entry<Finding>] {
        findings.enumerated().filter { places($0.element).contains { story.articles.indices.contains($0.article) } }
            .map { Entry(index: $0.offset, finding: $0.element) }
    }

    private func body(_ writer: inout XMLWriter) {
        let shared = entries(story.collation.shared) { $0.witnesses.map(\.passage) }
        let solos = entries(story.collation.solo) { [$0.passage] }
        let figures = entries(story.collation.figures) { story.places(of: $0).map(\.passage) }
        let headlines = entries(story.collation.headlines) { [$0.claim] + $0.witnesses }
        let copies = entries(story.collation.reuse) { [$0.first, $0.second] }
        if shared.isEmpty, solos.isEmpty, figures.isEmpty, headlines.isEmpty, copies.isEmpty {
            writer.element("p", text: "Nothing was found.")
        }
        division("shared", "Shared statements", shared, &writer) { index, shared, writer in self.shared(index, shared, &writer) }
        division("only-here", "Statements of one of these articles only", solos, &writer) { index, solo, writer in
            writer.element("app", ["xml:id": StoryView.soloID(index), "type": "onlyHere"]) { writer in
                reading(solo.passage, solo.kind.rawValue, rank: story.coverage.solos[index].rank, speaker: solo.speaker, &writer)
            }
        }
        division("figures", "Figures to check", figures, &writer) { index, finding, writer in
            writer.element("app", ["xml:id": "f\(index + 1)", "type": "figures"]) { writer in
                for (part, passage, figure) in story.places(of: finding) { reading(passage, part, figure: figure, &writer) }
                writer.element("note", text: story.words(finding))
            }
        }
        division("headlines", "Claims of headlines", headlines, &writer) { index, finding, writer in
            writer.element("app", ["xml:id": "h\(index + 1)", "type": "headline"]) { writer in
                reading(finding.claim, "claim", &writer)
                for witness in finding.witnesses { reading(witness, "support", &writer) }
                writer.element("note", text: finding.support.words)
            }
        }
        division("copied", "Words in common", copies, &writer) { index, run, writer in
            writer.element("app", ["xml:id": "r\(index + 1)", "type": "copied"]) { writer in
                for passage in [run.first, run.second] { reading(passage, "copied", &writer) }
                writer.element("note", text: run.count)
            }
        }
        speakers(&writer)
    }

    private func division<Finding>(
        _ type: String,
        _ title: String,
        _ entries: [Entry<Finding>],
        _ writer: inout XMLWriter,
        _ entry: (Int, Finding, inout XMLWriter) -> Void
    ) {
        guard !entries.isEmpty else { return }
        writer.element("div", ["type": type]) { writer in
            writer.element("head", text: title)
            writer.element("listApp") { writer in
                for one in entries { entry(one.index, one.finding, &writer) }
            }
        }
    }

    private func shared(_ index: Int, _ shared: SharedStatement, _ writer: inout XMLWriter) {
        let cert =
            switch shared.strength {
            case .weak: "low"
            case .moderate: "medium"
            case .strong: "high"
            }
        writer.element(
            "app",
            [
                "xml:id": story.view.ids[index], "type": story.view.agreements[index].rawValue, "cert": cert,
                "resp": shared.basis == .person ? "#person" : "#stemma",
            ]
        ) { writer in
            for (number, witness) in shared.witnesses.enumerated() {
                reading(
                    witness.passage,
                    witness.form.rawValue,
                    rank: story.coverage.rows[index].standings[number].rank,
                    speaker: witness.speaker,
                    basis: witness.basis,
                    &writer
                )
            }
            for reason in shared.reasons {
                writer.element("note", ["type": reason.isDifference ? "difference" : "reason"], text: reason.words)
            }
        }
    }

    private func reading(
        _ passage: Passage,
        _ type: String,
        rank: Int? = nil,
        speaker: String? = nil,
        figure: Figure? = nil,
        basis: Basis = .found,
        _ writer: inout XMLWriter
    ) {
        guard story.articles.indices.contains(passage.article) else { return }
        let attributes: XMLWriter.Attributes = [
            "wit": "#\(Self.witnessID(passage.article))", "type": type, "n": rank.map(String.init),
            "xml:lang": XMLWriter.language(story.language(passage.article)), "source": story.source(of: passage),
            "resp": basis == .person ? "#person" : nil,
        ]
        let words = story.words(passage)
        if let speaker = story.speaker(speaker) {
            writer.element("rdg", attributes, around: "said", ["who": "#p\(speaker + 1)"], text: words)
        } else if let figure, figure.value.isFinite, figure.second == nil {
            writer.element("rdg", attributes, around: "num", ["value": "\(figure.value)"], text: words)
        } else {
            writer.element("rdg", attributes, text: words)
        }
    }

    /// Whom readings are said by: people, offices and organisations alike.
    private func speakers(_ writer: inout XMLWriter) {
        guard !story.speakers.isEmpty else { return }
        writer.element("div", ["type": "speakers"]) { writer in
            writer.element("head", text: "Speakers")
            writer.element("list") { writer in
                for (index, name) in story.speakers.enumerated() {
                    writer.element("item", ["xml:id": "p\(index + 1)"], around: "name", text: name)
                }
            }
        }
    }
}
