import Collation
import Language
import Reading
import Speech
import Stemma
import TextCore

/// Articles and what was found in them as JSON. Offsets are Unicode code points into `text`, ends exclusive.
struct ArticleRecord {
    let article: Article
    let index: CodePointIndex

    init(_ article: Article) {
        self.article = article
        index = CodePointIndex(article.text)
    }

    /// What was read: `stemma read --format jsonl`.
    func writeRead(to json: inout JSONWriter) {
        json.object { json in
            writeHead(to: &json)
            json.string("text", utf8: article.text.bytes)
            writeBlocks(to: &json)
        }
    }

    /// The quotations: `stemma quotes --format jsonl`.
    func writeQuotes(_ quotations: [(number: Int, quotation: Quotation)], to json: inout JSONWriter) {
        json.object { json in
            json.string("article", article.id)
            json.string("outlet", article.outlet?.name)
            json.array("quotes", of: quotations) { json, entry in
                writeQuotation(entry.quotation, number: entry.number, to: &json)
            }
        }
    }

    /// Everything found in one article: a line of `stemma analyze`.
    func writeAnalysis(_ analyzed: AnalyzedArticle, to json: inout JSONWriter) {
        json.object { json in
            writeHead(to: &json)
            json.string("text", utf8: article.text.bytes)
            writeBlocks(to: &json)
            json.array("quotations", of: analyzed.speech.quotations.enumerated()) { json, entry in
                writeQuotation(entry.element, number: entry.offset, to: &json)
            }
            json.array("statements", of: analyzed.speech.statements) { json, statement in
                json.object { json in
                    json.string("kind", statement.kind.rawValue)
                    writePlace(statement.range, to: &json)
                    json.integer("quotation", statement.quotation)
                    json.string("speaker", statement.speaker(in: analyzed))
                    json.boolean("negated", statement.isNegated)
                }
            }
            let entities = analyzed.annotated.entities
            json.array("names", of: analyzed.annotated.names) { json, name in
                json.object { json in
                    writePlace(name.range, to: &json)
                    json.string("kind", name.kind.rawValue)
                    json.string("name", entities.indices.contains(name.entity) ? entities[name.entity].name : nil)
                }
            }
            json.array("figures", of: analyzed.annotated.figures) { json, figure in
                json.object { json in
                    writePlace(figure.range, to: &json)
                    json.number("value", figure.value)
                    if let second = figure.second { json.number("second", second) }
                    json.string("unit", figure.unit.name)
                    json.string("bound", figure.bound.rawValue)
                    json.string("counted", figure.counted.map { article.text[$0] })
                }
            }
            json.array("times", of: analyzed.annotated.times) { json, time in
                json.object { json in
                    writePlace(time.range, to: &json)
                    json.string("value", time.value.iso8601)
                    json.boolean("relative", time.isRelative)
                }
            }
        }
    }

    private func writeHead(to json: inout JSONWriter) {
        json.string("id", article.id)
        json.string("outlet", article.outlet?.name)
        json.string("headline", article.headline.map { article.text[$0.range] })
        json.string("published", article.published?.iso8601)
        json.string("language", article.language)
        json.string("url", article.url)
        json.array("authors", of: article.authors) { json, author in json.string(nil, author) }
        json.array("agencies", of: article.agencies) { json, agency in json.string(nil, agency) }
        json.string("path", article.origin.path)
        json.integer("line", article.origin.line)
        json.array("warnings", of: article.warnings) { json, warning in json.string(nil, warning.words) }
    }

    private func writeBlocks(to json: inout JSONWriter) {
        json.array("blocks", of: article.blocks) { json, block in
            json.object { json in
                json.string("kind", block.kind.rawValue)
                let range = index.codePoints(block.range)
                json.integer("start", range.lowerBound)
                json.integer("end", range.upperBound)
                json.string("reason", block.reason)
            }
        }
    }

    /// One entry for each piece of a quotation: pieces of one quotation have its number in common.
    private func writeQuotation(_ quotation: Quotation, number: Int, to json: inout JSONWriter) {
        for piece in quotation.content {
            json.object { json in
                json.integer("quotation", number)
                writePlace(piece, to: &json)
                json.string("kind", quotation.kind.rawValue)
                json.boolean("speech", quotation.isSpeech)
                json.string("form", quotation.form.rawValue)
                if let damage = quotation.damage { json.string("damage", damage.rawValue) }
                if let enclosing = quotation.enclosing { json.integer("enclosing", enclosing) }
                json.string("cue", quotation.cue.map { article.text[$0] })
                let cue = quotation.cue.map { index.codePoints($0) }
                json.integer("cue_start", cue?.lowerBound)
                json.integer("cue_end", cue?.upperBound)
                json.string("mention", quotation.mention.map { article.text[$0] })
                let mention = quotation.mention.map { index.codePoints($0) }
                json.integer("speaker_start", mention?.lowerBound)
                json.integer("speaker_end", mention?.upperBound)
                json.string("speaker", quotation.speaker?.name)
            }
        }
    }

    private func writePlace(_ range: Range<Int>, to json: inout JSONWriter) {
        let place = index.codePoints(range)
        json.integer("start", place.lowerBound)
        json.integer("end", place.upperBound)
        json.string("text", utf8: article.text.bytes[range.clamped(to: article.text.range)])
    }
}

extension Statement {
    /// Who says it in that article.
    func speaker(in article: AnalyzedArticle) -> String? {
        guard let quotation, article.speech.quotations.indices.contains(quotation) else { return nil }
        return article.speech.quotations[quotation].speaker?.name
    }
}

extension Figure.Unit {
    /// As JSON names it.
    var name: String {
        switch self {
        case .count: "count"
        case .percent: "percent"
        case .money(let currency): "money:\(currency)"
        case .ratio: "ratio"
        case .share: "share"
        case .ordinal: "ordinal"
        case .measure(let unit): "measure:\(unit)"
        }
    }
}

extension ReadingWarning {
    /// In words, and what to do where there is anything to do.
    var words: String {
        switch self {
        case .decoded(let encoding): "decoded from \(encoding)"
        case .replacedInvalidBytes(let count): "\(count) invalid byte\(count == 1 ? "" : "s") replaced by U+FFFD"
        case .droppedNULs(let count): "\(count) NUL byte\(count == 1 ? "" : "s") dropped"
        case .noHeadline: "no headline found"
        case .noPublicationTime: "no publication time found; relative dates stay open (--published gives one)"
        case .noBody: "no paragraph of body text found"
        case .unreadablePublicationTime(let text): "publication time \"\(text)\" could not be read"
        case .inferredYear(let year): "the year \(year) of its publication comes from elsewhere in the text"
        }
    }
}
