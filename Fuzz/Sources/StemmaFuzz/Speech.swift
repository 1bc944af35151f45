import Language
import Speech
import TextCore

/// Annotator and speech analyzer over sections of one line each. The first byte chooses the language and the roles of the
/// first lines.
func fuzzSpeech(_ bytes: [UInt8]) {
    let (code, rest) = language(of: bytes)
    let text = UTF8Text(repairing: rest)
    let annotated = Annotator().annotate(
        text,
        sections: sections(of: text, roles: Int(bytes.first ?? 0) / 11),
        language: code,
        published: CivilTime(year: 2021, month: 10, day: 18)
    )
    requireAnnotations(annotated)
    let speech = SpeechAnalyzer().analyze(annotated)
    for index in speech.quotations.indices { requireQuotation(index, of: speech, in: annotated) }
    requireOrder(speech.quotations.lazy.map(\.range), "quotation")
    for statement in speech.statements {
        requireRange(statement.range, in: text, "statement")
        require(!statement.tokens.isEmpty && statement.tokens.upperBound <= annotated.tokens.count, "statement without tokens")
        require(annotated.sentences.indices.contains(statement.sentence), "statement without a sentence")
        require(annotated.sections.indices.contains(statement.section), "statement without a section")
        if let quotation = statement.quotation {
            require(speech.quotations.indices.contains(quotation), "statement without its quotation")
            require(statement.kind == .speech, "narration of a quotation")
        }
    }
    requireApart(speech.statements.lazy.map(\.range), "statement")
}

/// A section for each line; bits of `roles` say whether the first is a headline, the second a standfirst, the third a heading.
private func sections(of text: UTF8Text, roles: Int) -> [TextSection] {
    var sections: [TextSection] = []
    var start = 0
    for end in text.bytes.indices + [text.count] where end == text.count || text.bytes[end] == 0x0A {
        let line = text.trimmed(start..<end)
        start = end + 1
        guard !line.isEmpty else { continue }
        let special: [TextSection.Role] = [.headline, .standfirst, .heading]
        let number = sections.count
        // Without bits a headline and the body, as before.
        let isSpecial = number < special.count && (roles == 0 ? number == 0 : roles >> number & 1 == 1)
        sections.append(TextSection(range: line, role: isSpecial ? special[number] : .body))
    }
    return sections
}

private func requireAnnotations(_ annotated: AnnotatedText) {
    let text = annotated.text
    require(annotated.stems.count == annotated.tokens.count, "stems and tokens differ in number")
    for name in annotated.names {
        requireRange(name.range, in: text, "name")
        requireRange(name.fullRange, in: text, "full name")
        require(annotated.entities.indices.contains(name.entity), "name without an entity")
    }
    for figure in annotated.figures {
        requireRange(figure.range, in: text, "figure")
        if let counted = figure.counted { requireRange(counted, in: text, "counted noun") }
        require(!figure.value.isNaN, "figure \(figure.range) is no number")
    }
    for time in annotated.times { requireRange(time.range, in: text, "time") }
    requireOrder(annotated.names.lazy.map(\.range), "name")
    requireOrder(annotated.figures.lazy.map(\.range), "figure")
    requireOrder(annotated.times.lazy.map(\.range), "time")
}

private func requireQuotation(_ index: Int, of speech: SpeechAnalysis, in annotated: AnnotatedText) {
    let text = annotated.text
    let quotation = speech.quotations[index]
    require(!quotation.content.isEmpty, "quotation without content")
    for range in quotation.content {
        requireRange(range, in: text, "content")
        require(!range.isEmpty, "empty content at \(range)")
    }
    requireApart(quotation.content, "content")
    for (part, what) in [(quotation.cue, "cue"), (quotation.mention, "mention"), (quotation.translation?.evidence, "evidence")] {
        guard let part else { continue }
        requireRange(part, in: text, what)
        require(!part.isEmpty, "empty \(what) at \(part)")
    }
    require(annotated.sections.indices.contains(quotation.section), "quotation without a section")
    if let speaker = quotation.speaker {
        require(!speaker.name.isEmpty, "speaker without a name")
        if let entity = speaker.entity { require(annotated.entities.indices.contains(entity), "speaker without an entity") }
    }
    let marks = (quotation.brackets + quotation.ellipses).sorted { $0.lowerBound < $1.lowerBound }
    requireApart(marks, "editor's mark")
    for mark in marks {
        requireRange(mark, in: text, "editor's mark")
        require(
            quotation.content.contains { $0.lowerBound <= mark.lowerBound && mark.upperBound <= $0.upperBound },
            "editor's mark \(mark) outside of the content"
        )
    }
    for (other, what) in [(quotation.enclosing, "enclosing"), (quotation.repeats, "repeated")] {
        guard let other else { continue }
        require(speech.quotations.indices.contains(other) && other != index, "no \(what) quotation \(other) of \(index)")
    }
    if let enclosing = quotation.enclosing {
        let around = speech.quotations[enclosing].range
        require(around.lowerBound <= quotation.range.lowerBound, "the enclosing quotation \(around) starts later")
    }
    if let repeats = quotation.repeats {
        require(quotation.isSpeech && speech.quotations[repeats].isSpeech, "what is no speech repeats nothing")
        require(!speech.quotations[repeats].range.overlaps(quotation.range), "\(quotation.range) repeats itself")
    }
}
