internal import Collation
internal import Reading
internal import TextCore

/// Coverage and links: members that `stemma.collation/1` has beside those of its first day.
extension CollationJSON {
    /// The matrix of statements × articles, what each article and each outlet has, and the story in brief. Statements are named
    /// by their ids.
    func coverage(of collation: Collation, _ coders: [ArticleCoder], _ writer: inout JSONWriter) {
        let coverage = collation.coverage
        let ids = StoryView.ids(collation.shared)
        func names(_ statements: [Int]) -> [String] { statements.map { ids[$0] } }
        func article(_ index: Int) -> String { coders[index].article.id }
        func standing(_ standing: Coverage.Standing, _ writer: inout JSONWriter) {
            writer.member("rank", standing.rank)
            writer.member("of", standing.count)
            writer.member("depth", (standing.depth * 100).rounded() / 100)
        }
        writer.member("coverage") { writer in
            writer.member("statements", coverage.rows) { writer, row in
                writer.object { writer in
                    writer.member("id", ids[row.statement])
                    writer.member("articles", row.cells.count)
                    writer.member("outlets", row.outlets)
                    writer.member("wording", row.wording)
                    writer.member("places", row.cells) { writer, cell in
                        writer.object { writer in
                            writer.member("article", article(cell.article))
                            writer.key("witnesses")
                            writer.array(cell.witnesses) { writer, index in writer.value(index) }
                            standing(cell.standing, &writer)
                        }
                    }
                }
            }
            writer.member("articles", coverage.articles) { writer, own in
                writer.object { writer in
                    writer.member("article", article(own.article))
                    writer.member("shared", names(own.shared))
                    writer.member("only_here", own.onlyHere.map(StoryView.soloID))
                    writer.member("not_here", names(own.notHere))
                }
            }
            writer.member("outlets", coverage.outlets) { writer, outlet in
                writer.object { writer in
                    writer.member("outlet", outlet.name)
                    writer.member("articles", outlet.articles.map(article))
                    writer.member("shared", names(outlet.shared))
                    writer.member("only_here", names(outlet.onlyHere))
                    writer.member("not_in_these", names(outlet.notHere))
                }
            }
            writer.member("brief", coverage.brief) { writer, brief in
                let passage = collation.shared[brief.statement].witnesses[brief.witness].passage
                writer.object { writer in
                    writer.member("id", ids[brief.statement])
                    writer.member("articles", brief.articles)
                    writer.member("article", article(passage.article))
                    coders[passage.article].place(passage.range, &writer)
                }
            }
        }
    }

    /// What a person said, and what became of it. Each can be written to a file of links as it stands.
    func links(of collation: Collation, _ coders: [ArticleCoder], _ writer: inout JSONWriter) {
        writer.member("links", collation.links) { writer, finding in
            writer.object { writer in
                writer.member("entry", finding.link.entry)
                writer.member("verdict", finding.link.verdict.rawValue)
                writer.member("by", finding.link.author ?? Basis.person.word)
                writer.member("note", finding.link.note)
                writer.member("outcome", finding.outcome.rawValue)
                writer.member("found", finding.isFound)
                writer.member("statements", finding.statements)
                writer.member("passages", finding.link.passages.filter { coders.indices.contains($0.article) }) {
                    writer,
                    passage in
                    writer.object { writer in
                        writer.member("article", coders[passage.article].article.id)
                        coders[passage.article].place(passage.range, &writer)
                    }
                }
            }
        }
    }
}
