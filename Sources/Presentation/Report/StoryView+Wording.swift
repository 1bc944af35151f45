internal import Collation
internal import Language
internal import Reading
internal import Speech
internal import TextCore

/// The phrases that all views of a comparison use.
extension StoryView {
    /// What the story is about, in no outlet's words: the names that most articles share; else the first headline.
    var title: String {
        struct Topic {
            var name: String
            var articles: Set<Int>
            var mentions: Int
        }
        var topics: [Topic] = []
        var places: [UInt64: Int] = [:]
        for (index, analyzed) in articles.enumerated() {
            var mentions = [Int](repeating: 0, count: analyzed.annotated.entities.count)
            for name in analyzed.annotated.names where mentions.indices.contains(name.entity) { mentions[name.entity] += 1 }
            for (entity, count) in zip(analyzed.annotated.entities, mentions) where !entity.name.isEmpty {
                let key = Hash64.folded(entity.name)
                if let place = places[key] {
                    topics[place].articles.insert(index)
                    topics[place].mentions += count
                } else {
                    places[key] = topics.count
                    topics.append(Topic(name: entity.name, articles: [index], mentions: count))
                }
            }
        }
        let shared = topics.filter { $0.articles.count > 1 }.enumerated()
            .sorted {
                ($0.element.articles.count, $0.element.mentions, -$0.offset)
                    > ($1.element.articles.count, $1.element.mentions, -$1.offset)
            }
        if !shared.isEmpty { return shared.prefix(3).map { SafeText.line($0.element.name) }.joined(separator: " · ") }
        for (index, analyzed) in articles.enumerated() {
            if let headline = analyzed.article.headline { return excerpt(index, headline.range) }
        }
        return "Comparison"
    }

    /// Facts about the whole.
    var facts: [String] {
        let outlets = Set(articles.compactMap { $0.article.outlet.map { CaseFolding.fold($0.name) } }).count
        let unknown = articles.count { $0.article.outlet == nil }
        let languages = articles.compactMap(\.displayLanguage).reduce(into: [String]()) { list, language in
            if !list.contains(language) { list.append(language) }
        }
        var facts = [articles.count == 1 ? "1 article" : "\(articles.count) articles"]
        if outlets > 0 { facts.append(outlets == 1 ? "1 outlet" : "\(outlets) outlets") }
        if unknown > 0 { facts.append(unknown == 1 ? "outlet of 1 article unknown" : "outlets of \(unknown) articles unknown") }
        if !languages.isEmpty { facts.append(languages.map { SafeText.line($0) }.joined(separator: ", ")) }
        let times = articles.compactMap(\.article.published).filter { $0.year != nil }.map(\.date.iso8601).sorted()
        if let first = times.first, let last = times.last {
            facts.append(first == last ? first : "\(first) to \(last)")
        }
        return facts
    }

    /// What was found, counted.
    var summary: [String] {
        func count(_ number: Int, _ one: String, _ many: String) -> String? {
            number == 0 ? nil : number == 1 ? "1 \(one)" : "\(number) \(many)"
        }
        let unsupported = collation.headlines.count { $0.support == .none }
        let copied = collation.reuse.reduce(0) { $0 + max($1.words - $1.quotedWords, 0) }
        return [
            articles.count > 1
                ? count(collation.shared.count, "shared statement", "shared statements") ?? "no shared statement" : nil,
            count(collation.shared.count { $0.relation == .contradicts }, "contradiction", "contradictions"),
            count(collation.figures.count, "figure to check", "figures to check"),
            count(unsupported, "headline claim that no words carry", "headline claims that no words carry"),
            count(copied, "word copied", "words copied"),
            count(damagedQuotations.count, "damaged quotation mark", "damaged quotation marks"),
        ].compactMap { $0 }
    }

    /// Facts about one article: time, place, language, length.
    func facts(ofArticle index: Int) -> [String] {
        let analyzed = articles[index]
        var facts: [String] = []
        // The address in full where the label is short for it.
        if let outlet = analyzed.article.outlet.map({ SafeText.line($0.name) }), OutletLabels.isHost(outlet),
            !labels[index].hasPrefix(outlet)
        {
            facts.append(outlet)
        }
        if let published = analyzed.article.published { facts.append(published.words) }
        if let place = analyzed.article.dateline?.place { facts.append(SafeText.line(place)) }
        if let language = analyzed.displayLanguage { facts.append(SafeText.line(language)) }
        let words = wordCount(index)
        facts.append(words == 1 ? "1 word" : "\(words) words")
        return facts
    }

    /// What else is to be known about one article: whom it credits, what was noticed while reading.
    func remarks(ofArticle index: Int) -> [String] {
        let article = articles[index].article
        var remarks: [String] = []
        // An agency that credits itself says nothing.
        let outlet = article.outlet.map { Hash64.folded($0.name) }
        let agencies = article.agencies.filter { Hash64.folded($0) != outlet }
        if !agencies.isEmpty { remarks.append("credits " + agencies.map { SafeText.line($0) }.joined(separator: ", ")) }
        return remarks + article.warnings.map { SafeText.line($0.words) }
    }

    /// What of one article was not compared, counted by kind ("2 bylines, 1 caption"); nil when nothing.
    func leftOutCounts(_ index: Int) -> String? {
        var counts: [Block.Kind: Int] = [:]
        for block in leftOut(index) { counts[block.kind, default: 0] += 1 }
        let parts = Block.Kind.allCases.compactMap { kind in counts[kind].map { kind.counted($0) } }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// The words of a headline's claim that nothing carries: “threatens”, “resign”; nil when none.
    func missingWords(_ finding: HeadlineFinding) -> String? {
        guard !finding.missing.isEmpty else { return nil }
        return finding.missing.map { "“\(SafeText.line($0))”" }.joined(separator: ", ")
    }

    /// What the sentence shown says otherwise than the claim: “seven”, “denied”; nil when nothing.
    func otherWords(_ finding: HeadlineFinding) -> String? {
        guard !finding.otherwise.isEmpty else { return nil }
        return finding.otherwise.map { "“\(excerpt($0))”" }.joined(separator: ", ")
    }

    /// Said of a claim that only an encoder of meaning finds carried.
    func meaningRemark(_ finding: HeadlineFinding) -> String? {
        finding.isByMeaning ? "no words carry it; by their meaning, this sentence comes near" : nil
    }

    /// Said of a claim that is carried in part though all of its words are found.
    func scatteredRemark(_ finding: HeadlineFinding) -> String? {
        guard finding.support == .partial, finding.missing.isEmpty, finding.otherwise.isEmpty, !finding.isByMeaning else {
            return nil
        }
        return "its words are found, but no one sentence of this body has them all"
    }

    /// Copied runs with their ids, most words outside quotation marks first.
    var copiedRuns: [(id: String, run: Reuse)] {
        collation.reuse.enumerated().map { ("r\($0.offset + 1)", $0.element) }.sorted { one, other in
            (one.1.words - one.1.quotedWords, one.1.words) > (other.1.words - other.1.quotedWords, other.1.words)
        }
    }

    /// What the reader should know about how the comparison was made.
    var notes: [String] {
        let mode = collation.mode
        var notes: [String] = []
        if mode == .lexical {
            notes.append("lexical mode: no model weights; statements are matched by words, names, figures, dates and speakers")
        } else {
            notes.append(
                mode.meaning == Collation.Mode.lexical.meaning
                    ? "\(SafeText.line(mode.language)) mode for English: a grammar model finds names; statements are matched by words, names, "
                        + "figures, dates and speakers"
                    : "language: \(SafeText.line(mode.language)); meaning: \(SafeText.line(mode.meaning))"
            )
        }
        if articles.isEmpty { notes.append("no article: there is nothing to compare") }
        if articles.count == 1 { notes.append("one article: there is nothing to compare it with") }
        return notes + linkNotes + limitNotes
    }

    /// What "only here" means: never that an outlet has left something out.
    func notInOthers(_ index: Int) -> String {
        let others = labels.indices.filter { $0 != index }.map { labels[$0] }
        switch others.count {
        case 0: return ""
        case 1: return "not in this article of \(others[0])"
        case 2...4:
            return "not in these articles of " + others.dropLast().joined(separator: ", ") + " and " + others[others.count - 1]
        default: return "not in these articles of the \(others.count) others"
        }
    }

    /// The bytes of a witness; with their marks when the words are quoted.
    func shownRange(_ witness: Witness) -> Range<Int> {
        let passage = witness.passage
        guard witness.form == .quoted || witness.form == .verbatim, articles.indices.contains(passage.article) else {
            return passage.range
        }
        return Self.withMarks(passage.range, articles[passage.article].article.text)
    }

    /// A witness's words; with their marks when they are quoted.
    func excerpt(_ witness: Witness) -> String {
        excerpt(witness.passage.article, shownRange(witness))
    }

    /// A solo's words; with their marks when it is speech.
    func excerpt(_ solo: Solo) -> String {
        solo.kind == .speech ? quotedExcerpt(solo.passage) : excerpt(solo.passage)
    }

    /// Where what comes nearest to a solo stands, and how it begins.
    func closest(to solo: Solo) -> (place: String, words: String)? {
        guard let passage = solo.closest?.passage else { return nil }
        return ("\(label(passage)) \(place(passage))", Self.opening(of: excerpt(passage)))
    }

    /// The first words of a text, as many as fit into a line or so.
    private static func opening(of text: String) -> String {
        let limit = 100
        guard text.count > limit else { return text }
        let head = text.prefix(limit)
        return head[..<(head.lastIndex(of: " ") ?? head.endIndex)] + " …"
    }

    /// The sentence that holds a passage, else its block.
    func sentence(_ passage: Passage) -> String {
        guard articles.indices.contains(passage.article) else { return "" }
        let analyzed = articles[passage.article]
        if let sentence = analyzed.annotated.sentences.first(where: { $0.range.overlaps(passage.range) }) {
            return excerpt(passage.article, sentence.range)
        }
        return block(passage).map { excerpt(passage.article, analyzed.article.blocks[$0].range) } ?? excerpt(passage)
    }

    /// "“Most”, but 9% + 32% = 41%; the largest other share is 35%".
    func sum(_ finding: ArithmeticFinding) -> String {
        let parts = finding.parts.map { excerpt($0) }
        let claim = "“\(excerpt(finding.claim))”"
        switch finding.check {
        case .quantifier, .sum, .whole:
            // One part: it is set beside its whole, not added up.
            guard parts.count > 1 else { return "\(claim), but \(parts.joined())" }
            let unit = parts.allSatisfy { $0.hasSuffix("%") } ? "%" : ""
            var text = "\(claim), but \(parts.joined(separator: " + ")) = \(finding.total.plain)\(unit)"
            if let other = finding.largestOther { text += "; the largest other share is \(other.plain)\(unit)" }
            return text
        case .votes: return "\(claim): \(finding.total.plain) votes, but \(parts.joined())"
        case .change:
            let unit = excerpt(finding.claim).hasSuffix("%") ? "%" : ""
            return "\(claim), but \(parts.joined(separator: " and ")) are \(finding.total.plain)\(unit) apart"
        case .age: return "\(claim), but born \(parts.joined()): \(finding.total.plain) by the day of publication"
        case .weekday:
            let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
            let number = Int(finding.total) - 1
            return names.indices.contains(number) ? "\(claim), but that day is a \(names[number])" : claim
        }
    }

    /// Who names whom as a source, for two articles with words in common.
    func credits(_ run: Reuse) -> String? {
        func credit(_ one: Int, _ other: Int) -> String? {
            guard articles.indices.contains(one), articles.indices.contains(other) else { return nil }
            guard let outlet = articles[other].article.outlet?.name else { return nil }
            guard articles[one].article.agencies.contains(where: { Hash64.folded($0) == Hash64.folded(outlet) }) else {
                return nil
            }
            return "\(labels[one]) names \(labels[other]) as a source"
        }
        guard run.first.article != run.second.article else { return nil }
        return credit(run.first.article, run.second.article) ?? credit(run.second.article, run.first.article)
    }

    /// Quotations whose marks are damaged, in order.
    var damagedQuotations: [(place: Passage, quotation: Quotation, damage: Quotation.Damage)] {
        articles.enumerated().flatMap { index, analyzed in
            analyzed.speech.quotations.compactMap { quotation in
                quotation.damage.map { (Passage(article: index, range: quotation.range), quotation, $0) }
            }
        }
    }
}

extension Quotation.Damage {
    /// What is wrong and what was assumed.
    var words: String {
        switch self {
        case .unclosed: "opened, never closed; the end is assumed"
        case .unopened: "closed, never opened; the start is assumed"
        case .mismatched: "opened and closed with marks of different kinds"
        }
    }
}

extension Reason {
    /// Whether it tells the witnesses apart rather than joining them.
    var isDifference: Bool {
        isContradiction
    }
}

extension Reuse {
    /// "39 words in a row, none in quotation marks".
    var count: String {
        let quoted =
            switch quotedWords {
            case ...0: "none in quotation marks"
            case words...: "all in quotation marks"
            default: "\(quotedWords) in quotation marks"
            }
        return "\(words) words in a row, \(quoted)"
    }
}

extension CivilTime {
    /// Date and time as people write them in tables: `2022-10-18 07:40`, with the offset where one is known.
    var words: String {
        guard year != nil else { return month == nil ? "time unknown" : "\(iso8601.dropFirst(5)) (year unknown)" }
        let text = iso8601
        guard hour != nil, let mark = text.firstIndex(of: "T") else { return text }
        var clock = String(text[text.index(after: mark)...])
        if offset == 0 { clock = clock.dropLast() + " UTC" }
        return text[..<mark] + " " + clock
    }
}

extension Double {
    /// Without a fraction when there is none, else with at most two digits of it.
    var plain: String {
        guard isFinite else { return "?" }
        if let whole = Int(exactly: self) { return String(whole) }
        let hundredths = (self * 100).rounded()
        guard let whole = Int(exactly: hundredths) else { return description }
        let digits = String(whole.magnitude % 100)
        let fraction = String(repeating: "0", count: 2 - digits.count) + digits
        return (whole < 0 ? "-" : "") + String(whole.magnitude / 100) + "."
            + (fraction.hasSuffix("0") ? String(fraction.dropLast()) : fraction)
    }
}
