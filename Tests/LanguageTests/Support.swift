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

/// What is wrong with the ranges of an annotated text: at most a few faults, none when all is well. O(*n*).
func faults(in annotated: AnnotatedText) -> [String] {
    var faults: [String] = []
    func require(_ holds: Bool, _ fault: @autoclosure () -> String) { if !holds, faults.count < 5 { faults.append(fault()) } }
    func isSound(_ range: Range<Int>) -> Bool {
        let bytes = annotated.text.bytes
        return !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= bytes.count
            && [range.lowerBound, range.upperBound].allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
    }
    /// Ranges in bounds, on scalar boundaries, of their tokens, in order and apart.
    func check(_ expressions: [(range: Range<Int>, tokens: Range<Int>)], _ what: String) {
        var last = 0
        for (range, tokens) in expressions {
            require(isSound(range), "\(what) \(range)")
            let isInside = !tokens.isEmpty && tokens.upperBound <= annotated.tokens.count
            require(isInside && tokens.lowerBound >= last, "\(what) of tokens \(tokens) behind \(last)")
            guard isInside else { continue }
            let start = annotated.tokens[tokens.lowerBound].start
            require(range == Int(start)..<Int(annotated.tokens[tokens.upperBound - 1].end), "\(what) \(range) of \(tokens)")
            last = tokens.upperBound
        }
    }
    require(annotated.stems.count == annotated.tokens.count, "stems")
    require(annotated.isFunctionWord.count == annotated.tokens.count, "function words")
    check(annotated.names.map { ($0.range, $0.tokens) }, "name")
    check(annotated.figures.map { ($0.range, $0.tokens) }, "figure")
    check(annotated.times.map { ($0.range, $0.tokens) }, "time")
    for name in annotated.names {
        require(annotated.entities.indices.contains(name.entity), "entity \(name.entity)")
        require(isSound(name.fullRange) && name.fullRange.clamped(to: name.range) == name.range, "full \(name.fullRange)")
    }
    for figure in annotated.figures {
        require(figure.value.isFinite && figure.second?.isFinite != false, "value \(figure.value)")
        require(figure.counted.map(isSound) != false, "counted \(figure.range)")
    }
    return faults
}
