import Language
import TextCore

@testable import Speech

/// A text analyzed for a test: each line is a section, the first a headline and the second a standfirst when asked for.
struct Analysis {
    let text: UTF8Text
    let annotated: AnnotatedText
    let speech: SpeechAnalysis

    init(
        _ string: String,
        language: String = "en",
        headline: Bool = false,
        standfirst: Bool = false,
        skipping: (String) -> Bool = { _ in false }
    ) {
        text = UTF8Text(string)
        var sections: [TextSection] = []
        var start = 0
        for line in text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let range = text.trimmed(start..<(start + line.count))
            start += line.count + 1
            guard !range.isEmpty, !skipping(text[range]) else { continue }
            let isFirst = sections.count == (headline ? 1 : 0)
            sections.append(
                TextSection(
                    range: range,
                    role: headline && sections.isEmpty ? .headline : standfirst && isFirst ? .standfirst : .body
                )
            )
        }
        annotated = Annotator().annotate(text, sections: sections, language: language)
        speech = SpeechAnalyzer().analyze(annotated)
    }

    /// Quotations that are speech, as `kind: content ← speaker`.
    var said: [String] {
        speech.quotations.filter(\.isSpeech).map { "\($0.kind): \(content($0)) ← \($0.speaker?.name ?? "?")" }
    }

    /// The contents of all quotations in marks, pieces joined by ` / `.
    var contents: [String] { speech.quotations.filter { $0.kind == .direct }.map(content) }

    /// What stands in marks without being speech.
    var asides: [String] { speech.quotations.filter { !$0.isSpeech && $0.enclosing == nil }.map(content) }

    var statements: [String] { speech.statements.map { text[$0.range] } }

    func content(_ quotation: Quotation) -> String { quotation.content.map { text[$0] }.joined(separator: " / ") }

    /// The quotation that covers most of a passage.
    func quotation(covering passage: Range<Int>) -> Quotation? {
        speech.quotations.filter { $0.kind != .indirect || passage.count == 0 }.max {
            $0.range.clamped(to: passage).count * 4 - $0.range.count < $1.range.clamped(to: passage).count * 4 - $1.range.count
        }
    }
}

extension UTF8Text {
    /// The bytes of the first occurrence of a string.
    func range(of string: String) -> Range<Int>? {
        let needle = Array(string.utf8)
        guard !needle.isEmpty, needle.count <= count else { return nil }
        for start in 0...(count - needle.count)
        where bytes[start] == needle[0] && Array(bytes[start..<(start + needle.count)]) == needle {
            return start..<(start + needle.count)
        }
        return nil
    }
}
