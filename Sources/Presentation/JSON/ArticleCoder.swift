internal import Collation
internal import Language
internal import Reading
internal import Speech
internal import TextCore

/// Writes the parts of one analyzed article: every place as code point offsets with the exact text.
struct ArticleCoder {
    let analyzed: AnalyzedArticle
    private let codePoints: CodePointIndex
    /// The text that places are of: as it was given; nil for the text that was read of it.
    private let given: GivenText?

    /// - Parameter isGiven: whether places are of the text as it was given, for outputs that do not hold the one that was read.
    init(_ analyzed: AnalyzedArticle, isGiven: Bool = false) {
        self.analyzed = analyzed
        codePoints = CodePointIndex(analyzed.article.text)
        given = isGiven && !analyzed.article.omissions.isEmpty ? GivenText(analyzed.article) : nil
    }

    var article: Article { analyzed.article }
    var text: UTF8Text { analyzed.article.text }

    // MARK: Places

    func place(_ range: Range<Int>, _ writer: inout JSONWriter) {
        offsets(range, &writer)
        words("text", range, &writer)
    }

    private func words(_ name: StaticString, _ range: Range<Int>?, _ writer: inout JSONWriter) {
        if let given { writer.member(name, range.map(given.string)) } else { writer.member(name, text, range) }
    }

    func offsets(_ range: Range<Int>, _ writer: inout JSONWriter) {
        let points = given?.codePoints(range) ?? codePoints.codePoints(range)
        writer.member("start", points.lowerBound)
        writer.member("end", points.upperBound)
    }

    /// An optional place as three members, null when there is none.
    private func place(
        _ range: Range<Int>?,
        _ text: StaticString,
        _ start: StaticString,
        _ end: StaticString,
        _ writer: inout JSONWriter
    ) {
        let points = range.map { given?.codePoints($0) ?? codePoints.codePoints($0) }
        words(text, range, &writer)
        writer.member(start, points?.lowerBound)
        writer.member(end, points?.upperBound)
    }

    // MARK: The article

    /// What is known about the article, without its text.
    func description(_ writer: inout JSONWriter) {
        writer.member("id", article.id)
        writer.member("outlet", article.outlet?.name)
        writer.member("headline", text, article.headline?.range)
        writer.member("published", article.published?.iso8601)
        writer.member("language", analyzed.displayLanguage)
        if let outlet = article.outlet { writer.member("outlet_evidence", outlet.evidence.rawValue) }
        if let url = article.url { writer.member("url", url) }
        if !article.authors.isEmpty { writer.member("authors", article.authors) }
        if !article.agencies.isEmpty { writer.member("agencies", article.agencies) }
        if let dateline = article.dateline {
            writer.member("dateline") { writer in
                place(dateline.range, &writer)
                writer.member("place", dateline.place)
                writer.member("date", dateline.date?.iso8601)
                writer.member("agency", dateline.agency)
            }
        }
        if !article.warnings.isEmpty { writer.member("warnings", article.warnings.map(\.words)) }
    }

    func blocks(_ writer: inout JSONWriter) {
        writer.member("blocks", article.blocks) { writer, block in
            writer.object { writer in
                writer.member("kind", block.kind.rawValue)
                offsets(block.range, &writer)
                writer.member("reason", block.reason)
            }
        }
    }

    // MARK: Speech

    /// One object for each piece of content: an interrupted quotation has several, with one `group` number, so that each
    /// `text` stands in the article as it is.
    /// - Parameters:
    ///   - named: whether each object names its article.
    ///   - attitudes: whether attitudes stand between the quotations, in order of place; their groups follow those of the
    ///     quotations.
    func quotations(named: Bool, attitudes: Bool = false, _ writer: inout JSONWriter) {
        for (group, quotation) in attitudes ? analyzed.speech.attributions : Array(analyzed.speech.quotations.enumerated()) {
            for range in quotation.content {
                writer.object { writer in
                    if named { writer.member("article", article.id) }
                    place(range, &writer)
                    writer.member("kind", quotation.kind.rawValue)
                    writer.member("type", quotation.type.rawValue)
                    writer.member("speech", quotation.isSpeech)
                    place(quotation.cue, "cue", "cue_start", "cue_end", &writer)
                    place(quotation.mention, "mention", "speaker_start", "speaker_end", &writer)
                    writer.member("speaker", quotation.speaker?.name)
                    writer.member("speaker_kind", quotation.speaker?.kind.rawValue)
                    if let via = quotation.via {
                        writer.member("via") { writer in
                            writer.member("name", via.name)
                            offsets(via.range, &writer)
                        }
                    }
                    if let anonymity = quotation.anonymity {
                        writer.member("anonymous", true)
                        if let reason = anonymity.reason { writer.member("reason") { place(reason, &$0) } }
                    }
                    writer.member("form", quotation.form.rawValue)
                    writer.member("damage", quotation.damage?.rawValue)
                    if let mark = quotation.damagedMark {
                        place(mark, "damaged_mark", "damaged_mark_start", "damaged_mark_end", &writer)
                    }
                    writer.member("group", group)
                    if let enclosing = quotation.enclosing { writer.member("enclosing", enclosing) }
                    editing(quotation, in: range, &writer)
                }
            }
        }
    }

    func statements(_ writer: inout JSONWriter) {
        writer.member("statements", analyzed.speech.statements) { writer, statement in
            writer.object { writer in
                place(statement.range, &writer)
                writer.member("kind", statement.kind.rawValue)
                writer.member("negated", statement.isNegated)
                writer.member("group", statement.quotation)
                writer.member("speaker", analyzed.speaker(of: statement)?.name)
            }
        }
    }

    // MARK: Language

    func names(_ writer: inout JSONWriter) {
        writer.member("entities", analyzed.annotated.entities) { writer, entity in
            writer.object { writer in
                writer.member("name", entity.name)
                writer.member("kind", entity.kind.rawValue)
                writer.member("gender", entity.gender.rawValue)
                writer.member("roles", entity.roles)
                writer.member("aliases", entity.aliases)
            }
        }
        writer.member("names", analyzed.annotated.names) { writer, mention in
            writer.object { writer in
                place(mention.range, &writer)
                writer.member("kind", mention.kind.rawValue)
                writer.member("entity", mention.entity)
            }
        }
    }

    func figure(_ figure: Figure, _ writer: inout JSONWriter) {
        writer.key("value")
        writer.array { writer in
            writer.value(figure.value)
            if let second = figure.second { writer.value(second) }
        }
        writer.member("unit", figure.unit.code)
        writer.member("bound", figure.bound.rawValue)
        if figure.isQuantifier { writer.member("quantifier", true) }
        if figure.role != .value { writer.member("role", figure.role.rawValue) }
        if let casualty = figure.casualty { writer.member("casualty", casualty.rawValue) }
        if let kind = figure.kind { writer.member("kind", kind.name) }
        if let counted = figure.counted { writer.member("counted", text, counted) }
        if let subject = figure.subject { writer.member("subject", text, subject) }
    }

    func figures(_ writer: inout JSONWriter) {
        writer.member("figures", analyzed.annotated.figures) { writer, found in
            writer.object { writer in
                place(found.range, &writer)
                figure(found, &writer)
            }
        }
    }

    func times(_ writer: inout JSONWriter) {
        writer.member("times", analyzed.annotated.times) { writer, time in
            writer.object { writer in
                place(time.range, &writer)
                let (value, last) = time.resolved
                writer.member("value", value.iso8601)
                if let end = last { writer.member("until", end.iso8601) }
                if let portion = time.portion { writer.member("mod", portion.rawValue) }
                writer.member("relative", time.isRelative || time.assumedDay != nil)
            }
        }
    }
}

extension AnalyzedArticle {
    /// The language found; what the record gave when nothing was found.
    var displayLanguage: String? {
        annotated.language.isEmpty ? article.language : annotated.language
    }

    /// Who says a statement, as far as its quotation tells.
    func speaker(of statement: Statement) -> Speaker? {
        guard let index = statement.quotation, speech.quotations.indices.contains(index) else { return nil }
        return speech.quotations[index].speaker
    }
}

extension Figure.Unit {
    /// `count`, `%`, an ISO 4217 code, `ratio`, `share`, `ordinal`, or the measure's symbol.
    var code: String {
        switch self {
        case .count: "count"
        case .percent: "%"
        case .money(let code): code
        case .ratio: "ratio"
        case .share: "share"
        case .ordinal: "ordinal"
        case .measure(let name): name
        }
    }
}
