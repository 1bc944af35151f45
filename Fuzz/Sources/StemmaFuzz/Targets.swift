import Language
import Reading
import TextCore

/// The language that an input's first byte stands for; the rest is the text.
func language(of bytes: [UInt8]) -> (code: String?, text: ArraySlice<UInt8>) {
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
