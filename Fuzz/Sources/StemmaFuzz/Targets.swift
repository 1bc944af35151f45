import Language
import Reading
import Speech
import TextCore

/// The language that an input's first byte stands for; the rest is the text.
private func language(of bytes: [UInt8]) -> (code: String?, text: ArraySlice<UInt8>) {
    let codes: [String?] = ["en", "fr", "de", "es", "ru", "it", "el", "ja", "zh", "ar", nil, "uk", "th", "tr"]
    guard let first = bytes.first else { return (nil, []) }
    return (codes[Int(first) % codes.count], bytes.dropFirst())
}

/// Tokenizer and sentence splitter, on raw bytes and on the text that they are read as.
func fuzzTokens(_ bytes: [UInt8]) {
    let tokenizer = Tokenizer()
    var end = 0
    for token in tokenizer.tokens(in: bytes.span, range: 0..<bytes.count) {
        require(
            token.range.lowerBound >= end && !token.range.isEmpty && token.range.upperBound <= bytes.count,
            "token \(token.range)"
        )
        end = token.range.upperBound
    }
    let (code, rest) = language(of: bytes)
    let text = UTF8Text(repairing: rest)
    let tokens = tokenizer.tokens(of: text)
    end = 0
    for token in tokens {
        requireRange(token.range, in: text, "token")
        require(token.range.lowerBound >= end && !token.range.isEmpty, "token \(token.range) is out of order")
        end = token.range.upperBound
    }
    let sentences = SentenceSplitter(language: code).sentences(of: text, tokens: tokens, in: tokens.indices, section: 0)
    var next = 0
    for sentence in sentences {
        require(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty, "sentence \(sentence.tokens) leaves a gap")
        require(text.trimmed(sentence.range) == sentence.range, "sentence \(sentence.range) has white space at its ends")
        next = sentence.tokens.upperBound
    }
    require(next == tokens.count, "the last \(tokens.count - next) tokens are in no sentence")
    let index = CodePointIndex(text)
    for token in tokens { require(index.bytes(index.codePoints(token.range)) == token.range, "code points of \(token.range)") }
}

/// Annotator and speech analyzer over sections of one line each.
func fuzzSpeech(_ bytes: [UInt8]) {
    let (code, rest) = language(of: bytes)
    let text = UTF8Text(repairing: rest)
    var sections: [TextSection] = []
    var start = 0
    for end in text.bytes.indices + [text.count] where end == text.count || text.bytes[end] == 0x0A {
        let line = text.trimmed(start..<end)
        if !line.isEmpty { sections.append(TextSection(range: line, role: sections.isEmpty ? .headline : .body)) }
        start = end + 1
    }
    let annotated = Annotator().annotate(
        text,
        sections: sections,
        language: code,
        published: CivilTime(year: 2021, month: 10, day: 18)
    )
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
    let speech = SpeechAnalyzer().analyze(annotated)
    for quotation in speech.quotations {
        require(!quotation.content.isEmpty, "quotation without content")
        for range in quotation.content { requireRange(range, in: text, "content") }
        requireOrder(quotation.content, "content")
        if let cue = quotation.cue { requireRange(cue, in: text, "cue") }
        if let mention = quotation.mention { requireRange(mention, in: text, "mention") }
    }
    requireOrder(speech.quotations.lazy.map(\.range), "quotation")
    for statement in speech.statements {
        requireRange(statement.range, in: text, "statement")
        require(annotated.sentences.indices.contains(statement.sentence), "statement without a sentence")
        if let quotation = statement.quotation {
            require(speech.quotations.indices.contains(quotation), "statement without its quotation")
        }
    }
    requireOrder(speech.statements.lazy.map(\.range), "statement")
}

/// The plain-text reader, from bytes of any encoding on.
func fuzzText(_ bytes: [UInt8]) {
    let decoded = TextDecoder().decode(bytes)
    requireArticle(PlainTextReader().read(decoded.text, origin: Origin(path: "fuzz.txt")))
}

/// The JSONL reader, record by record: an article or an error that says where and what.
func fuzzRecords(_ bytes: [UInt8]) {
    let reader = RecordReader()
    for (number, line) in bytes.split(separator: 0x0A).prefix(16).enumerated() {
        do throws(ReadingError) {
            requireArticle(try reader.read(line, origin: Origin(path: "fuzz.jsonl", line: number + 1)))
        } catch {
            require(error.line == number + 1 && !error.description.isEmpty, "an error without its place: \(error)")
        }
    }
}
