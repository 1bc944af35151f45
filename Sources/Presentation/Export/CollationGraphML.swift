internal import Collation
internal import Reading
internal import Speech
internal import TextCore

/// A comparison as a directed graph in [GraphML](http://graphml.graphdrawing.org): articles (`a1`), statements (`s1`, and `o1`
/// for those of one article) and speakers (`p1`).
///
/// Edges lead from an article to the statements that it has, one for each place (`has`), from a speaker to what he says
/// (`says`), and between two articles with words in common (`copied`).
struct CollationGraphML {
    private let story: ExportedStory

    init(_ story: ExportedStory) { self.story = story }

    private static let space = "http://graphml.graphdrawing.org/xmlns"

    /// What nodes and edges can have: the id of the key, its holder, its name and its type.
    private static let keys: [(id: String, holder: String, name: String, type: String)] = [
        ("kind", "all", "kind", "string"), ("label", "node", "label", "string"), ("outlet", "node", "outlet", "string"),
        ("published", "node", "published", "string"), ("language", "node", "language", "string"),
        ("url", "node", "url", "string"), ("statement", "node", "statement", "string"),
        ("agreement", "node", "agreement", "string"), ("strength", "node", "strength", "string"),
        ("articles", "node", "articles", "int"), ("by", "all", "by", "string"), ("form", "edge", "form", "string"),
        ("start", "edge", "start", "int"), ("end", "edge", "end", "int"), ("text", "edge", "text", "string"),
        ("rank", "edge", "rank", "int"), ("depth", "edge", "depth", "double"), ("words", "edge", "words", "int"),
        ("quoted", "edge", "quoted_words", "int"), ("mode", "graph", "mode", "string"),
    ]

    func render() -> String {
        var writer = XMLWriter()
        writer.element(
            "graphml",
            [
                "xmlns": Self.space, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation": "\(Self.space) \(Self.space)/1.0/graphml.xsd",
            ]
        ) { writer in
            for key in Self.keys {
                writer.empty("key", ["id": key.id, "for": key.holder, "attr.name": key.name, "attr.type": key.type])
            }
            writer.element("graph", ["id": "story", "edgedefault": "directed"]) { writer in
                data("mode", story.collation.mode.words, &writer)
                nodes(&writer)
                edges(&writer)
            }
        }
        return writer.xml
    }

    private func data(_ key: String, _ value: String?, _ writer: inout XMLWriter) {
        if let value, !value.isEmpty { writer.element("data", ["key": key], text: value) }
    }

    private func node(_ id: String, _ kind: String, _ writer: inout XMLWriter, _ body: (inout XMLWriter) -> Void) {
        writer.element("node", ["id": id]) { writer in
            data("kind", kind, &writer)
            body(&writer)
        }
    }

    private func nodes(_ writer: inout XMLWriter) {
        for (index, analyzed) in story.articles.enumerated() {
            let article = analyzed.article
            node("a\(index + 1)", "article", &writer) { writer in
                data("label", article.headline.map { article.text[$0.range] } ?? story.view.labels[index], &writer)
                data("outlet", article.outlet?.name, &writer)
                data("published", article.published?.iso8601, &writer)
                data("language", analyzed.displayLanguage, &writer)
                data("url", LinkedNames.address(of: article), &writer)
            }
        }
        for (index, shared) in story.collation.shared.enumerated() {
            let row = story.coverage.rows[index]
            let wording = row.wording
            node(story.view.ids[index], "shared statement", &writer) { writer in
                data(
                    "label",
                    shared.witnesses.indices.contains(wording) ? story.words(shared.witnesses[wording].passage) : nil,
                    &writer
                )
                data("statement", shared.kind.rawValue, &writer)
                data("agreement", story.view.agreements[index].title, &writer)
                data("strength", shared.strength.rawValue, &writer)
                data("articles", String(row.cells.count), &writer)
                data("by", shared.basis.word, &writer)
            }
        }
        for (index, solo) in story.collation.solo.enumerated() {
            node(StoryView.soloID(index), "statement of one article", &writer) { writer in
                data("label", story.words(solo.passage), &writer)
                data("statement", solo.kind.rawValue, &writer)
                data("articles", "1", &writer)
            }
        }
        for (index, name) in story.speakers.enumerated() {
            node("p\(index + 1)", "speaker", &writer) { data("label", name, &$0) }
        }
    }

    private func edges(_ writer: inout XMLWriter) {
        var count = 0
        func edge(_ source: String, _ target: String, _ kind: String, _ body: (inout XMLWriter) -> Void) {
            count += 1
            writer.element("edge", ["id": "e\(count)", "source": source, "target": target]) { writer in
                data("kind", kind, &writer)
                body(&writer)
            }
        }
        func place(_ passage: Passage, _ standing: Coverage.Standing?, _ writer: inout XMLWriter) {
            let place = story.place(passage)
            data("start", String(place.lowerBound), &writer)
            data("end", String(place.upperBound), &writer)
            data("text", story.words(passage), &writer)
            data("rank", standing.map { String($0.rank) }, &writer)
            data("depth", standing.map(\.depth.hundredths), &writer)
        }
        for (index, shared) in story.collation.shared.enumerated() {
            for (number, witness) in shared.witnesses.enumerated()
            where story.articles.indices.contains(witness.passage.article) {
                edge("a\(witness.passage.article + 1)", story.view.ids[index], "has") { writer in
                    data("form", witness.form.rawValue, &writer)
                    data("by", witness.basis.word, &writer)
                    place(witness.passage, story.coverage.rows[index].standings[number], &writer)
                }
            }
            for speaker in Set(shared.witnesses.compactMap { story.speaker($0.speaker) }).sorted() {
                edge("p\(speaker + 1)", story.view.ids[index], "says") { _ in }
            }
        }
        for (index, solo) in story.collation.solo.enumerated() where story.articles.indices.contains(solo.passage.article) {
            edge("a\(solo.passage.article + 1)", StoryView.soloID(index), "has") { writer in
                place(solo.passage, story.coverage.solos[index], &writer)
            }
            if let speaker = story.speaker(solo.speaker) { edge("p\(speaker + 1)", StoryView.soloID(index), "says") { _ in } }
        }
        for run in story.collation.reuse
        where story.articles.indices.contains(run.first.article) && story.articles.indices.contains(run.second.article) {
            edge("a\(run.first.article + 1)", "a\(run.second.article + 1)", "words in common") { writer in
                place(run.first, nil, &writer)
                data("words", String(run.words), &writer)
                data("quoted", String(run.quotedWords), &writer)
            }
        }
    }
}
