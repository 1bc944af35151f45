internal import TextCore

/// What the stages of annotation share about one text.
struct AnnotationContext {
    let text: UTF8Text
    /// ISO 639-1; several languages share a vocabulary.
    let language: String
    let vocabulary: Vocabulary
    let sections: [TextSection]
    let tokens: [Token]
    let stems: [UInt64]
    let sentences: [Sentence]
    /// Flags of each token's word.
    let flags: [WordFlags]
    /// Numbers of each token's word, and what the numbers stand for.
    let words: WordIndex

    func isHyphen(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .dash, !token.followsSpace else { return false }
        let first = text.bytes[Int(token.start)]
        guard token.end - token.start == 1 ? first == 0x2D : token.end - token.start == 3 else { return false }
        return first == 0x2D || text.span.scalar(at: Int(token.start)).value <= 0x2011
    }

    /// Whether a token is the one ASCII byte.
    func isByte(_ index: Int, _ byte: UInt8) -> Bool {
        let token = tokens[index]
        return token.end - token.start == 1 && text.bytes[Int(token.start)] == byte
    }

    /// The number of letters of an initial's token, counted as bytes; initials have one upper-case letter.
    func isInitial(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, token.isCapitalized else { return false }
        return token.end - token.start == 1 || (token.shape.contains(.beyondASCII) && token.end - token.start == 2)
    }

    /// The gender of those who mostly bear a first name; unknown for what is none, or both men's and women's. O(1).
    func genderOfFirstName(_ index: Int) -> Entity.Gender {
        switch (flags[index].contains(.masculineName), flags[index].contains(.feminineName)) {
        case (true, false): .masculine
        case (false, true): .feminine
        default: .unknown
        }
    }

    func byteRange(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
    }
}
