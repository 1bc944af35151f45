internal import Collation
internal import Reading
internal import Speech
internal import TextCore

/// A comparison as one JSON-LD document of schema.org: `{"@context": "https://schema.org", "@graph": […]}`.
///
/// | node | is | holds |
/// |---|---|---|
/// | NewsArticle | an article | what is known of it |
/// | [Claim](https://schema.org/Claim) | a statement, shared or of one article | `text`: its best-evidenced wording; `appearance`: the places where it stands; `author`: who says it |
/// | Quotation, CreativeWork | a place of a statement (inside `appearance`) | the words; speech is a Quotation |
/// | [ClaimReview](https://schema.org/ClaimReview) | the draft of a check: figures that disagree or do not add up, a headline's claim that the bodies do not carry | `creativeWorkStatus` Draft, `claimReviewed`, `reviewBody`; never a rating |
/// | CreateAction | the making of the document | the mode |
struct CollationJSONLD {
    private let story: ExportedStory
    private let sources: [ArticleNode]

    init(_ story: ExportedStory) {
        self.story = story
        sources = story.articles.map(ArticleNode.init)
    }

    func render() -> String {
        var nodes: [[UInt8]] = []
        func add(_ body: (inout JSONWriter) -> Void) {
            var writer = JSONWriter()
            writer.object(body)
            nodes.append(writer.bytes)
        }
        var written: Set<String> = []
        for source in sources where written.insert(source.id).inserted { add { source.write(&$0) } }
        for index in story.collation.shared.indices { add { shared(index, &$0) } }
        for index in story.collation.solo.indices { add { solo(index, &$0) } }
        for (index, finding) in story.collation.figures.enumerated() {
            let places = story.places(of: finding).map(\.passage)
            let claim: String
            switch finding {
            case .conflict(let what, _), .times(let what, _): claim = what
            case .update: continue
            case .arithmetic(let sum): claim = story.view.sentence(sum.claim)
            }
            add { review("f\(index + 1)", claim: claim, story.words(finding), places, &$0) }
        }
        for (index, finding) in story.collation.headlines.enumerated() where finding.support != .full {
            let places = [finding.claim] + finding.witnesses
            add { review("h\(index + 1)", claim: story.words(finding.claim), finding.support.words, places, &$0) }
        }
        add { QuotationsJSONLD.writeMaking(story.collation.mode, &$0) }
        var bytes = Array(#"{"@context":"https://schema.org","@graph":["#.utf8) + [0x0A]
        for (index, node) in nodes.enumerated() { bytes += (index == 0 ? [] : [0x2C, 0x0A]) + node }
        return String(decoding: bytes, as: UTF8.self) + "\n]}\n"
    }

    /// The name of a finding, made of its places.
    private func name(_ finding: String, _ passages: [Passage]) -> String {
        LinkedNames.uuid(of: (passages.map(story.source) + [finding]).joined(separator: " "))
    }

    // MARK: Claims

    private func shared(_ index: Int, _ writer: inout JSONWriter) {
        let shared = story.collation.shared[index]
        let row = story.coverage.rows[index]
        let wording = shared.witnesses.indices.contains(row.wording) ? shared.witnesses[row.wording] : nil
        writer.member("@type", "Claim")
        writer.member("@id", name(story.view.ids[index], shared.witnesses.map(\.passage)))
        writer.member("identifier", story.view.ids[index])
        writer.member("additionalType", story.view.agreements[index].title)
        if let wording {
            writer.member("text", story.words(wording.passage))
            if let language = story.language(wording.passage.article) { writer.member("inLanguage", language) }
        }
        author(shared.speaker, &writer)
        let strength = shared.basis == .person ? "confirmed by a person" : shared.strength.words
        let reasons = [strength] + shared.reasons.map(\.words)
        writer.member("abstract", reasons.joined(separator: "; "))
        writer.member("appearance", zip(shared.witnesses, row.standings)) { writer, place in
            let (witness, standing) = place
            appearance(
                witness.passage,
                isSpeech: witness.form == .quoted || witness.form == .retold,
                isWordForWord: witness.form == .quoted,
                witness.basis == .person ? "\(witness.form.word), joined by a person" : witness.form.word,
                witness.speaker,
                standing,
                &writer
            )
        }
    }

    private func solo(_ index: Int, _ writer: inout JSONWriter) {
        let solo = story.collation.solo[index]
        writer.member("@type", "Claim")
        writer.member("@id", name(StoryView.soloID(index), [solo.passage]))
        writer.member("identifier", StoryView.soloID(index))
        writer.member("additionalType", "in one of these articles only")
        writer.member("text", story.words(solo.passage))
        if let language = story.language(solo.passage.article) { writer.member("inLanguage", language) }
        author(solo.speaker, &writer)
        writer.member("appearance", [solo]) { writer, solo in
            appearance(solo.passage, isSpeech: solo.kind == .speech, nil, solo.speaker, story.coverage.solos[index], &writer)
        }
    }

    /// Who makes a claim.
    private func author(_ name: String?, _ writer: inout JSONWriter) {
        guard let name, !name.isEmpty else { return }
        switch story.knownSpeaker(name)?.kind {
        case .person: author("Person", "name", name, &writer)
        case .organisation: author("Organization", "name", name, &writer)
        case .role: author("Person", "jobTitle", name, &writer)
        default: writer.member("creditText", QuotationsJSONLD.bounded(name))
        }
    }

    private func author(_ type: String, _ property: StaticString, _ name: String, _ writer: inout JSONWriter) {
        writer.key("author")
        QuotationsJSONLD.node(type, property, name, &writer)
    }

    /// One place of a statement.
    private func appearance(
        _ passage: Passage,
        isSpeech: Bool,
        isWordForWord: Bool = false,
        _ form: String?,
        _ speaker: String?,
        _ standing: Coverage.Standing?,
        _ writer: inout JSONWriter
    ) {
        guard sources.indices.contains(passage.article) else { return }
        writer.object { writer in
            writer.member("@type", isSpeech ? "Quotation" : "CreativeWork")
            writer.member("@id", name("appearance", [passage]))
            if let form { writer.member("additionalType", form) }
            writer.member("text", story.words(passage))
            if let language = story.language(passage.article) { writer.member("inLanguage", language) }
            if isSpeech, let speaker {
                QuotationsJSONLD.credit(
                    story.knownSpeaker(speaker) ?? Speaker(name: speaker, kind: .unknown),
                    isWordForWord: isWordForWord,
                    &writer
                )
            }
            if let standing { writer.member("position", standing.rank) }
            writer.member("isPartOf") { $0.member("@id", sources[passage.article].id) }
        }
    }

    // MARK: Drafts of checks

    private func review(
        _ finding: String,
        claim: String,
        _ words: String,
        _ passages: [Passage],
        _ writer: inout JSONWriter
    ) {
        writer.member("@type", "ClaimReview")
        writer.member("@id", name(finding, passages))
        writer.member("identifier", finding)
        writer.member("creativeWorkStatus", "Draft")
        writer.member("claimReviewed", claim)
        writer.member("reviewBody", words)
        writer.member("itemReviewed") { writer in
            writer.member("@type", "Claim")
            writer.member("text", claim)
            writer.member("appearance", passages) { writer, passage in
                appearance(passage, isSpeech: false, nil, nil, nil, &writer)
            }
        }
    }
}
