public import Collation
internal import Language
internal import Reading
internal import Speech
internal import TextCore

/// The collation as JSON, schema `stemma.collation/1`.
///
/// Offsets are Unicode code points into each article's `text`, and every place carries its exact text besides. Keys beyond the
/// schema may be added; none is renamed or dropped within version 1.
public struct CollationJSON: Sendable {
    /// Whether members stand on lines of their own.
    public let isPretty: Bool

    /// Makes a presenter: for people and files pretty, for streams (NDJSON) on a single line.
    public init(isPretty: Bool = false) {
        self.isPretty = isPretty
    }

    /// One JSON document without a line end behind it. O(size of the output).
    public func render(_ collation: Collation) -> String {
        String(decoding: bytes(collation), as: UTF8.self)
    }

    /// The document as UTF-8 bytes.
    public func bytes(_ collation: Collation) -> [UInt8] {
        let coders = collation.articles.map { ArticleCoder($0) }
        let size = collation.articles.reduce(0) { $0 + $1.article.text.count }
        var writer = JSONWriter(isPretty: isPretty, capacity: 4 * size + 1024)
        writer.object { writer in
            writer.member("schema", "stemma.collation/1")
            writer.member("mode") { writer in
                writer.member("language", collation.mode.language)
                writer.member("meaning", collation.mode.meaning)
            }
            writer.member("articles", coders) { writer, coder in
                writer.object { writer in
                    coder.description(&writer)
                    writer.member("text", coder.text, coder.text.range)
                    coder.blocks(&writer)
                }
            }
            writer.key("quotations")
            writer.array { writer in
                for coder in coders { coder.quotations(named: true, &writer) }
            }
            if !collation.speakerSources.isEmpty { speakerSources(of: collation, coders, &writer) }
            findings(of: collation, coders, &writer)
            if !collation.limits.isEmpty { limits(of: collation, coders, &writer) }
            if collation.articles.count > 1 { coverage(of: collation, coders, &writer) }
            if !collation.links.isEmpty { links(of: collation, coders, &writer) }
            writer.key("descent")
            writer.array { _ in }
        }
        return writer.bytes
    }

    /// From which place of the story speakers are known whom their own article does not name, or not in full: `group` is that of
    /// the article's quotation, `by` what the place tells.
    private func speakerSources(of collation: Collation, _ coders: [ArticleCoder], _ writer: inout JSONWriter) {
        let told = collation.speakerSources.filter {
            coders.indices.contains($0.article) && coders.indices.contains($0.passage.article)
        }
        writer.member("speaker_sources", told) { writer, source in
            writer.object { writer in
                writer.member("article", coders[source.article].article.id)
                writer.member("group", source.quotation)
                writer.member("by", source.means.rawValue)
                writer.member("source") { writer in
                    writer.member("article", coders[source.passage.article].article.id)
                    coders[source.passage.article].place(source.passage.range, &writer)
                }
            }
        }
    }

    /// What the comparison could not tell about articles in other languages.
    private func limits(of collation: Collation, _ coders: [ArticleCoder], _ writer: inout JSONWriter) {
        writer.member("limits", collation.limits.filter { coders.indices.contains($0.article) }) { writer, limit in
            writer.object { writer in
                writer.member("article", coders[limit.article].article.id)
                writer.member("language", limit.language)
                writer.member("extent", limit.extent.rawValue)
                writer.member("undecided", limit.undecided)
            }
        }
    }

    private func findings(of collation: Collation, _ coders: [ArticleCoder], _ writer: inout JSONWriter) {
        func place(_ passage: Passage, _ writer: inout JSONWriter) {
            guard coders.indices.contains(passage.article) else { return }
            writer.member("article", coders[passage.article].article.id)
            coders[passage.article].place(passage.range, &writer)
        }
        let ids = StoryView.ids(collation.shared)
        writer.member("shared", zip(ids, collation.shared)) { writer, member in
            let (id, shared) = member
            writer.object { writer in
                writer.member("id", id)
                writer.member("kind", shared.kind.rawValue)
                writer.member("speaker", shared.speaker)
                writer.member("strength", shared.strength.rawValue)
                if shared.basis == .person { writer.member("by", shared.basis.word) }
                writer.member("relation", shared.relation.rawValue)
                writer.member("witnesses", shared.witnesses) { writer, witness in
                    writer.object { writer in
                        place(witness.passage, &writer)
                        writer.member("form", witness.form.rawValue)
                        writer.member("speaker", witness.speaker)
                        if witness.basis == .person { writer.member("by", witness.basis.word) }
                    }
                }
                writer.member("reasons", shared.reasons.map(\.words))
            }
        }
        writer.member("solo", collation.solo.enumerated()) { writer, member in
            let solo = member.element
            writer.object { writer in
                writer.member("id", StoryView.soloID(member.offset))
                place(solo.passage, &writer)
                writer.member("kind", solo.kind.rawValue)
                writer.member("speaker", solo.speaker)
                if let closest = solo.closest {
                    writer.member("closest") { writer in
                        place(closest.passage, &writer)
                        writer.member("probability", (closest.probability * 100).rounded() / 100)
                    }
                }
            }
        }
        writer.member("figures", collation.figures.enumerated()) { writer, member in
            writer.object { writer in
                writer.member("id", "f\(member.offset + 1)")
                switch member.element {
                case .conflict(let what, let values): figures("conflict", what, values, coders, &writer)
                case .update(let what, let values): figures("update", what, values, coders, &writer)
                case .times(let what, let values):
                    writer.member("kind", "conflict")
                    writer.member("of", "time")
                    writer.member("what", what)
                    writer.member("values", values) { writer, value in
                        writer.object { writer in
                            place(value.passage, &writer)
                            guard coders.indices.contains(value.passage.article) else { return }
                            writer.member("value", value.time.value.iso8601)
                            writer.member("context", coders[value.passage.article].text, value.context)
                        }
                    }
                case .arithmetic(let finding):
                    arithmetic(finding, coders, &writer)
                }
            }
        }
        writer.member("headlines", collation.headlines.enumerated()) { writer, member in
            let finding = member.element
            writer.object { writer in
                writer.member("id", "h\(member.offset + 1)")
                guard coders.indices.contains(finding.claim.article) else { return }
                let coder = coders[finding.claim.article]
                writer.member("article", coder.article.id)
                coder.offsets(finding.claim.range, &writer)
                writer.member("of", finding.place.rawValue)
                writer.member("claim", coder.text, finding.claim.range)
                writer.member("support", finding.support.rawValue)
                writer.member("witnesses", finding.witnesses) { writer, witness in
                    writer.object { writer in place(witness, &writer) }
                }
                writer.member("missing", finding.missing)
                if !finding.otherwise.isEmpty {
                    writer.member("otherwise", finding.otherwise) { writer, passage in
                        writer.object { writer in place(passage, &writer) }
                    }
                }
                if finding.isByMeaning { writer.member("by", "meaning") }
            }
        }
        writer.member("reuse", collation.reuse.enumerated()) { writer, member in
            let reuse = member.element
            writer.object { writer in
                writer.member("id", "r\(member.offset + 1)")
                writer.member("words", reuse.words)
                writer.member("quoted_words", reuse.quotedWords)
                writer.member("witnesses", [reuse.first, reuse.second]) { writer, passage in
                    writer.object { writer in place(passage, &writer) }
                }
            }
        }
    }

    private func figures(
        _ kind: String,
        _ what: String,
        _ values: [FigureWitness],
        _ coders: [ArticleCoder],
        _ writer: inout JSONWriter
    ) {
        writer.member("kind", kind)
        writer.member("what", what)
        writer.member("values", values) { writer, value in
            guard coders.indices.contains(value.passage.article) else { return }
            let coder = coders[value.passage.article]
            writer.object { writer in
                writer.member("article", coder.article.id)
                coder.place(value.passage.range, &writer)
                coder.figure(value.figure, &writer)
                writer.member("context", coder.text, value.context)
            }
        }
    }

    private func arithmetic(_ finding: ArithmeticFinding, _ coders: [ArticleCoder], _ writer: inout JSONWriter) {
        guard coders.indices.contains(finding.claim.article) else { return }
        let coder = coders[finding.claim.article]
        writer.member("kind", "arithmetic")
        writer.member("check", finding.check.rawValue)
        writer.member("article", coder.article.id)
        coder.offsets(finding.claim.range, &writer)
        writer.member("claim", coder.text, finding.claim.range)
        writer.member("parts", finding.parts) { writer, part in writer.value(coder.text, part.range) }
        writer.member("total", finding.total)
        writer.member("largest_other", finding.largestOther)
        writer.member("verdict", finding.verdict)
        writer.member("evidence", finding.parts) { writer, part in
            writer.object { writer in coder.place(part.range, &writer) }
        }
    }
}
