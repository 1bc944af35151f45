internal import Collation
internal import Language
internal import Reading
internal import Speech
internal import TextCore

/// What the comparison found, as members of the collation: what articles share, what only one has, figures, claims of headlines,
/// words in common.
extension CollationJSON {
    func findings(of collation: Collation, _ coders: [ArticleCoder], _ writer: inout JSONWriter) {
        shared(of: collation, coders, &writer)
        solo(of: collation, coders, &writer)
        figures(of: collation, coders, &writer)
        headlines(of: collation, coders, &writer)
        reuse(of: collation, coders, &writer)
    }

    /// A passage as members of the object at hand: its article, offsets and words.
    private func place(_ passage: Passage, _ coders: [ArticleCoder], _ writer: inout JSONWriter) {
        guard coders.indices.contains(passage.article) else { return }
        writer.member("article", coders[passage.article].article.id)
        coders[passage.article].place(passage.range, &writer)
    }

    /// Passages as a member that is an array of objects.
    private func places(
        _ name: StaticString,
        _ passages: [Passage],
        _ coders: [ArticleCoder],
        _ writer: inout JSONWriter
    ) {
        writer.member(name, passages) { writer, passage in
            writer.object { writer in place(passage, coders, &writer) }
        }
    }

    // MARK: Statements

    private func shared(of collation: Collation, _ coders: [ArticleCoder], _ writer: inout JSONWriter) {
        writer.member("shared", zip(StoryView.ids(collation.shared), collation.shared)) { writer, member in
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
                        place(witness.passage, coders, &writer)
                        writer.member("form", witness.form.rawValue)
                        writer.member("speaker", witness.speaker)
                        if witness.basis == .person { writer.member("by", witness.basis.word) }
                    }
                }
                writer.member("reasons", shared.reasons.map(\.words))
            }
        }
    }

    private func solo(of collation: Collation, _ coders: [ArticleCoder], _ writer: inout JSONWriter) {
        writer.member("solo", collation.solo.enumerated()) { writer, member in
            let solo = member.element
            writer.object { writer in
                writer.member("id", StoryView.soloID(member.offset))
                place(solo.passage, coders, &writer)
                writer.member("kind", solo.kind.rawValue)
                writer.member("speaker", solo.speaker)
                if let closest = solo.closest {
                    writer.member("closest") { writer in
                        place(closest.passage, coders, &writer)
                        writer.member("probability", (closest.probability * 100).rounded() / 100)
                    }
                }
            }
        }
    }

    // MARK: Figures

    private func figures(of collation: Collation, _ coders: [ArticleCoder], _ writer: inout JSONWriter) {
        writer.member("figures", collation.figures.enumerated()) { writer, member in
            writer.object { writer in
                writer.member("id", "f\(member.offset + 1)")
                switch member.element {
                case .conflict(let what, let values): figures("conflict", what, values, coders, &writer)
                case .update(let what, let values): figures("update", what, values, coders, &writer)
                case .times(let what, let values): times(what, values, coders, &writer)
                case .arithmetic(let finding): arithmetic(finding, coders, &writer)
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

    private func times(_ what: String, _ values: [TimeWitness], _ coders: [ArticleCoder], _ writer: inout JSONWriter) {
        writer.member("kind", "conflict")
        writer.member("of", "time")
        writer.member("what", what)
        writer.member("values", values) { writer, value in
            writer.object { writer in
                place(value.passage, coders, &writer)
                guard coders.indices.contains(value.passage.article) else { return }
                writer.member("value", value.time.value.iso8601)
                writer.member("context", coders[value.passage.article].text, value.context)
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

    // MARK: Headlines and words in common

    private func headlines(of collation: Collation, _ coders: [ArticleCoder], _ writer: inout JSONWriter) {
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
                places("witnesses", finding.witnesses, coders, &writer)
                writer.member("missing", finding.missing)
                if !finding.otherwise.isEmpty { places("otherwise", finding.otherwise, coders, &writer) }
                if finding.isByMeaning { writer.member("by", "meaning") }
            }
        }
    }

    private func reuse(of collation: Collation, _ coders: [ArticleCoder], _ writer: inout JSONWriter) {
        writer.member("reuse", collation.reuse.enumerated()) { writer, member in
            let reuse = member.element
            writer.object { writer in
                writer.member("id", "r\(member.offset + 1)")
                writer.member("words", reuse.words)
                writer.member("quoted_words", reuse.quotedWords)
                places("witnesses", [reuse.first, reuse.second], coders, &writer)
            }
        }
    }
}
