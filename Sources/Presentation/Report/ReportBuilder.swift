internal import Collation
internal import Language
internal import Reading
internal import Speech
internal import TextCore

/// Puts a collation into words.
struct ReportBuilder {
    let view: StoryView
    private let showsAll: Bool
    /// Findings of a section, and witnesses of a statement, before they are folded.
    let limit: Int
    let lineLimit: Int

    init(_ collation: Collation, showsAll: Bool) {
        view = StoryView(collation)
        self.showsAll = showsAll
        limit = showsAll ? .max : 8
        lineLimit = showsAll ? .max : 12
    }

    func build() -> Report {
        let covered = view.collation.coverage
        var sections = [brief(covered)].compactMap { $0 } + view.statementSections.map { shared($0.section, $0.statements) }
        sections += [keptApart(), coverage(covered)].compactMap { $0 }
        if view.articles.count > 1 { sections += solos() }
        sections += [figures(), headlines(), copying(), damage()].compactMap { $0 }
        return Report(
            title: view.title,
            facts: view.facts,
            summary: view.summary,
            articles: view.articles.indices.map(card),
            sections: sections,
            notes: view.notes
        )
    }

    // MARK: Articles

    private func card(_ index: Int) -> Report.Card {
        let article = view.articles[index].article
        let leftOut = view.leftOut(index)
        return Report.Card(
            label: view.labels[index],
            headline: article.headline.map { view.excerpt(index, $0.range) } ?? "(no headline)",
            facts: view.facts(ofArticle: index),
            notCompared: view.leftOutCounts(index),
            remarks: view.remarks(ofArticle: index),
            leftOut: showsAll ? leftOut.map { ($0.kind.words, view.excerpt(index, $0.range), SafeText.line($0.reason)) } : []
        )
    }

    // MARK: Shared

    private func shared(_ section: StatementSection, _ statements: [(index: Int, shared: SharedStatement)]) -> Report.Section {
        // One column for the forms where any line of the section needs it.
        let mixesForms = section == .contradictions || statements.prefix(limit).contains { view.mixesForms($0.index) }
        let findings = statements.prefix(limit).map { index, shared in
            Report.Finding(
                id: view.ids[index],
                title: shared.speaker.map { SafeText.line($0) },
                badge: view.strength(shared),
                lines: shared.witnesses.prefix(lineLimit).enumerated().map { index, witness in
                    let repeats = index > 0 && view.excerpt(witness) == view.excerpt(shared.witnesses[0])
                    var notes: [String] = []
                    if let speaker = witness.speaker, speaker != shared.speaker { notes.append(SafeText.line(speaker)) }
                    if let language = view.foreignLanguage(witness.passage.article) { notes.append(language) }
                    if witness.basis == .person, shared.basis != .person { notes.append("joined by a person") }
                    return Report.Evidence(
                        label: view.label(witness.passage),
                        place: view.place(witness.passage),
                        mark: mixesForms ? witness.form.word : nil,
                        text: repeats ? "the same words as \(view.label(shared.witnesses[0].passage))" : view.excerpt(witness),
                        note: notes.isEmpty ? nil : notes.joined(separator: ", "),
                        tone: repeats ? .faint : .plain
                    )
                },
                remarks: remarks(shared),
                folded: max(shared.witnesses.count - lineLimit, 0)
            )
        }
        return Report.Section(
            symbol: section.symbol,
            title: section.title,
            count: statements.count,
            explanation: section.explanation,
            findings: findings,
            folded: statements.count - findings.count
        )
    }

    private func remarks(_ shared: SharedStatement) -> [Report.Remark] {
        var remarks: [Report.Remark] = []
        let why = shared.reasons.filter { !$0.isDifference }.map { SafeText.line($0.words) }
        let differs = shared.reasons.filter(\.isDifference).map { SafeText.line($0.words) }
        if shared.relation == .partial { remarks.append(.init(lead: "◐", text: shared.relation.words)) }
        if !why.isEmpty { remarks.append(.init(lead: "why:", text: why.joined(separator: "; "))) }
        if !differs.isEmpty {
            remarks.append(.init(lead: "⚠ but:", text: differs.joined(separator: "; "), tone: .warning))
        }
        return remarks
    }

    // MARK: Only here

    private func solos() -> [Report.Section] {
        view.articles.indices.compactMap { index in
            let solos = view.collation.solo.filter { $0.passage.article == index }
            guard !solos.isEmpty else { return nil }
            let lines = solos.prefix(limit).map { solo in
                Report.Evidence(
                    label: solo.speaker.map { SafeText.line($0) } ?? "",
                    place: view.place(solo.passage),
                    text: view.excerpt(solo),
                    footnote: view.closest(to: solo).map { "closest in \($0.place): \($0.words)" }
                )
            }
            return Report.Section(
                symbol: "○",
                title: "Only in",
                subject: view.labels[index],
                count: solos.count,
                explanation: view.notInOthers(index),
                findings: [
                    Report.Finding(lines: lines, folded: solos.count - lines.count)
                ]
            )
        }
    }

    // MARK: Checks

    private func figures() -> Report.Section? {
        guard !view.collation.figures.isEmpty else { return nil }
        let findings = view.collation.figures.prefix(limit).enumerated().map { index, finding in
            switch finding {
            case .conflict(let what, let values): differing("f\(index + 1)", what, "values differ", values)
            case .update(let what, let values): differing("f\(index + 1)", what, "later count", values)
            case .times(let what, let values): differing("f\(index + 1)", what, "times differ", values)
            case .arithmetic(let finding):
                Report.Finding(
                    id: "f\(index + 1)",
                    title: view.sum(finding),
                    badge: "does not add up",
                    lines: [
                        Report.Evidence(
                            label: view.label(finding.claim),
                            place: view.place(finding.claim),
                            mark: view.excerpt(finding.claim),
                            text: view.sentence(finding.claim)
                        )
                    ],
                    remarks: [.init(lead: "⚠", text: SafeText.line(finding.verdict), tone: .warning)]
                )
            }
        }
        return Report.Section(
            symbol: "⚠",
            title: "Figures to check",
            count: view.collation.figures.count,
            findings: findings,
            folded: view.collation.figures.count - findings.count
        )
    }

    /// Values that articles give for one thing, each in its words.
    private func differing(_ id: String, _ what: String, _ badge: String, _ values: [some PlacedValue]) -> Report.Finding {
        Report.Finding(
            id: id,
            title: SafeText.line(what),
            badge: badge,
            lines: values.map { value in
                Report.Evidence(
                    label: view.label(value.passage),
                    place: view.place(value.passage),
                    mark: view.excerpt(value.passage),
                    text: view.excerpt(value.passage.article, value.context),
                    note: view.foreignLanguage(value.passage.article)
                )
            }
        )
    }

    private func headlines() -> Report.Section? {
        guard !view.collation.headlines.isEmpty else { return nil }
        let findings = view.collation.headlines.enumerated().map { index, finding in
            var lines = [
                Report.Evidence(
                    label: "",
                    place: view.place(finding.claim),
                    text: view.excerpt(finding.claim),
                    note: view.foreignLanguage(finding.claim.article)
                )
            ]
            // What carries a claim is said in short where it is plain, and whole on request.
            let most = showsAll ? Int.max : finding.support == .full ? 1 : 2
            lines += finding.witnesses.prefix(most).map { witness in
                let isOwn = finding.claim.article == witness.article
                let words = view.excerpt(witness)
                return Report.Evidence(
                    label: isOwn ? "" : view.label(witness),
                    place: view.place(witness),
                    text: showsAll || finding.support != .full ? words : TerminalCanvas.fitted(words, Self.evidenceWidth),
                    note: view.foreignLanguage(witness.article),
                    tone: .faint
                )
            }
            return Report.Finding(
                id: "h\(index + 1)",
                title: view.label(finding.claim),
                badge: "\(finding.support.symbol) \(finding.support.words)"
                    + (finding.place == .standfirst ? ", standfirst" : ""),
                lines: lines,
                remarks: [
                    view.missingWords(finding).map { .init(lead: "not carried:", text: $0, tone: .plain) },
                    view.otherWords(finding).map { .init(lead: "the sentence has:", text: $0, tone: .plain) },
                    view.scatteredRemark(finding).map { .init(lead: "scattered:", text: $0) },
                    view.meaningRemark(finding).map { .init(lead: "in other words:", text: $0) },
                ].compactMap { $0 },
                folded: max(finding.witnesses.count - most, 0),
                tone: finding.support == .none ? .bad : finding.support == .full ? .good : .warning
            )
        }
        return Report.Section(
            symbol: "▤",
            title: "Headlines against bodies",
            count: findings.count,
            explanation: "Which words of the bodies carry what each headline claims.",
            findings: findings
        )
    }

    /// Columns of evidence for a claim that its own body carries.
    private static let evidenceWidth = 160

    private func copying() -> Report.Section? {
        guard view.articles.count > 1 else { return nil }
        let runs = view.copiedRuns
        guard !runs.isEmpty else {
            return Report.Section(
                symbol: "⧉",
                title: "Copying",
                count: nil,
                explanation: "None found: no run of words long enough in common.",
                findings: []
            )
        }
        let findings = runs.prefix(limit).map { id, run in
            let repeats = view.excerpt(run.second) == view.excerpt(run.first)
            return Report.Finding(
                id: id,
                title: "\(view.label(run.first)) and \(view.label(run.second))",
                badge: run.count,
                lines: [
                    Report.Evidence(
                        label: view.label(run.first),
                        place: view.place(run.first),
                        text: view.excerpt(run.first)
                    ),
                    Report.Evidence(
                        label: view.label(run.second),
                        place: view.place(run.second),
                        text: repeats ? "the same words as \(view.label(run.first))" : view.excerpt(run.second),
                        tone: repeats ? .faint : .plain
                    ),
                ],
                remarks: view.credits(run).map { [.init(lead: "credit:", text: $0)] } ?? []
            )
        }
        return Report.Section(
            symbol: "⧉",
            title: "Copying",
            count: runs.count,
            explanation: "Quoting alike is not copying: words in quotation marks are counted apart.",
            findings: findings,
            folded: runs.count - findings.count
        )
    }

    private func damage() -> Report.Section? {
        let damaged = view.damagedQuotations
        guard !damaged.isEmpty else { return nil }
        let lines = damaged.prefix(limit).map { place, quotation, damage in
            Report.Evidence(
                label: view.label(place),
                place: view.place(place),
                text: view.quotedExcerpt(place),
                note: damage.words
            )
        }
        return Report.Section(
            symbol: "❝",
            title: "Quotation marks to check",
            count: damaged.count,
            findings: [Report.Finding(lines: lines, folded: damaged.count - lines.count)]
        )
    }
}
