internal import Collation
internal import Reading
internal import TextCore

/// A comparison as a collection of W3C Web Annotations: one annotation for each finding, whose targets are its places.
///
/// | finding | motivations | bodies |
/// |---|---|---|
/// | shared statement | `linking`, `classifying`, `identifying`, `describing` | how the articles agree and how sure that is; the speaker; why |
/// | statement of one article | `classifying`, `identifying` | that it is in one article only; the speaker |
/// | figures, headline | `questioning`, `describing` | what differs, does not add up, is not carried |
/// | words in common | `linking`, `describing` | how many |
/// | rejected link | `linking`, `classifying` | that a person says that these are not one statement |
///
/// Targets are selected as those of ``QuotationAnnotations``. A person is the `creator` of what rests on a person's word.
struct CollationAnnotations {
    private let story: ExportedStory
    private let sources: [AnnotatedSource]

    init(_ story: ExportedStory) {
        self.story = story
        sources = story.articles.map(AnnotatedSource.init)
    }

    private struct Body {
        let purpose: String
        let value: String
        var language: String? = "en"
    }

    func render() -> String {
        var frame = AnnotationFrame(label: "Comparison", identity: "urn:stemma:comparison")
        var bytes: [UInt8] = []
        for (index, shared) in story.collation.shared.enumerated() {
            let agreement = story.view.agreements[index]
            let strength = shared.basis == .person ? "confirmed by a person" : shared.strength.words
            let speaker = shared.speaker.map { [Body(purpose: "identifying", value: $0, language: nil)] } ?? []
            bytes += annotation(
                story.view.ids[index],
                "linking",
                [Body(purpose: "classifying", value: "\(agreement.title) (\(strength))")] + speaker
                    + shared.reasons.map { Body(purpose: "describing", value: $0.words) },
                shared.witnesses.map(\.passage),
                creator: shared.witnesses.contains { $0.basis == .person } ? .some(author(ofStatement: index)) : nil,
                &frame
            )
        }
        for (index, solo) in story.collation.solo.enumerated() {
            let speaker = solo.speaker.map { [Body(purpose: "identifying", value: $0, language: nil)] } ?? []
            bytes += annotation(
                StoryView.soloID(index),
                nil,
                [Body(purpose: "classifying", value: "in one of these articles only")] + speaker,
                [solo.passage],
                &frame
            )
        }
        for (index, finding) in story.collation.figures.enumerated() {
            let body = Body(purpose: "describing", value: story.words(finding))
            bytes += annotation("f\(index + 1)", "questioning", [body], story.places(of: finding).map(\.passage), &frame)
        }
        for (index, finding) in story.collation.headlines.enumerated() {
            let body = Body(purpose: "describing", value: finding.support.words)
            bytes += annotation("h\(index + 1)", "questioning", [body], [finding.claim] + finding.witnesses, &frame)
        }
        for (index, run) in story.collation.reuse.enumerated() {
            let body = Body(purpose: "describing", value: run.count)
            bytes += annotation("r\(index + 1)", "linking", [body], [run.first, run.second], &frame)
        }
        for finding in story.collation.links where finding.link.verdict == .rejected && finding.outcome == .obeyed {
            bytes += annotation(
                "rejected \(finding.link.entry)",
                "linking",
                [Body(purpose: "classifying", value: "not the same statement")],
                finding.link.passages,
                creator: .some(finding.link.author),
                &frame
            )
        }
        return String(decoding: bytes + frame.end(mode: story.collation.mode), as: UTF8.self)
    }

    /// Who confirmed a statement, where that is said.
    private func author(ofStatement index: Int) -> String? {
        let id = story.collation.shared[index].id
        return story.collation.links.first { $0.statements.contains(id) && $0.link.author != nil }?.link.author
    }

    /// - Parameter creator: the name of the person on whose word it rests, or that there is one without a name.
    private func annotation(
        _ finding: String,
        _ motivation: String?,
        _ bodies: [Body],
        _ passages: [Passage],
        creator: String?? = nil,
        _ frame: inout AnnotationFrame
    ) -> [UInt8] {
        let targets = passages.filter { sources.indices.contains($0.article) }
        guard !targets.isEmpty else { return [] }
        let names = targets.map { sources[$0.article].name(of: $0.range) }
        let id = LinkedNames.uuid(of: (names + [finding, "finding"]).joined(separator: " "))
        return frame.add(id) { writer in
            writer.member("type", "Annotation")
            var motivations = motivation.map { [$0] } ?? []
            for body in bodies where !motivations.contains(body.purpose) { motivations.append(body.purpose) }
            writer.member("motivation", motivations)
            if let creator {
                writer.member("creator") { writer in
                    writer.member("type", "Person")
                    if let creator { writer.member("name", creator) }
                }
            }
            writer.key("body")
            writer.array(bodies) { writer, body in
                AnnotatedSource.body(body.purpose, QuotationsJSONLD.bounded(body.value), language: body.language, &writer)
            }
            writer.key("target")
            if targets.count == 1 {
                sources[targets[0].article].target(targets[0].range, &writer)
            } else {
                writer.array(targets) { writer, passage in sources[passage.article].target(passage.range, &writer) }
            }
        }
    }
}
