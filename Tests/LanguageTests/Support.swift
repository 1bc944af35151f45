import Language
import TextCore

/// Annotates a text whose paragraphs are its lines; with `headline`, the first is the headline.
func annotate(_ string: String, _ language: String = "en", published: CivilTime? = nil, headline: Bool = false) -> AnnotatedText {
    let text = UTF8Text(string)
    var sections: [TextSection] = []
    var start = 0
    for (offset, byte) in (text.bytes + [0x0A]).enumerated() where byte == 0x0A {
        let range = text.trimmed(start..<offset)
        if !range.isEmpty { sections.append(TextSection(range: range, role: headline && sections.isEmpty ? .headline : .body)) }
        start = offset + 1
    }
    return Annotator().annotate(text, sections: sections, language: language, published: published)
}
