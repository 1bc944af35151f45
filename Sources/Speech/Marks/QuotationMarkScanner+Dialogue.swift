internal import Language
internal import TextCore

/// Speech that a dash opens at the start of a paragraph, as French, Spanish, Russian, Polish and some English texts print dialogue.
extension QuotationMarkScanner {
    /// Cuts the frames out of marked spans and adds the speech that dashes open.
    mutating func addDialogue(_ frames: DialogueFrames) {
        guard frames.isUsed else { return }
        if frames.areInMarks { spans = spans.flatMap { parts(of: $0, frames) } }
        guard DialogueFrames.hasDashes(text.language) || !frames.areInMarks else { return }
        var section = 0
        while section < text.sectionTokens.count {
            guard opensWithDash(section, frames) else {
                section += 1
                continue
            }
            let first = section
            while section < text.sectionTokens.count, opensWithDash(section, frames) { section += 1 }
            if isDialogue(first..<section, frames) {
                for number in first..<section { addParagraph(number, frames) }
            }
        }
    }

    /// `«Мы уйдём, — сказал он. — Завтра»` is two spans with a frame between them.
    private func parts(of span: MarkedSpan, _ frames: DialogueFrames) -> [MarkedSpan] {
        guard span.contents.count == 1, let content = span.contents.first, content.count >= 6 else { return [span] }
        let pieces = frames.pieces(of: content)
        guard frames.hasFrame(content, pieces), !pieces.isEmpty else { return [span] }
        return pieces.enumerated().map { place, piece in
            var part = span
            let start = place == 0 ? span.tokens.lowerBound : piece.lowerBound
            let end = piece.upperBound == content.upperBound ? span.tokens.upperBound : piece.upperBound
            part.tokens = start..<max(start + 1, end)
            part.contents = [piece]
            if let mark = part.damagedMark, !part.tokens.contains(mark) { (part.damage, part.damagedMark) = (nil, nil) }
            return part
        }
    }

    private func opensWithDash(_ section: Int, _ frames: DialogueFrames) -> Bool {
        let range = text.sectionTokens[section]
        return text.sections[section].role == .body && range.count >= 3 && frames.isDash(range.lowerBound)
            && text.tokens[range.lowerBound + 1].kind != .number
            && (frames.areInMarks || opensEnglishDialogue(range))
    }

    /// An English hyphen opens an item of a list, and so does a dash before words that have marks of their own.
    private func opensEnglishDialogue(_ range: Range<Int>) -> Bool {
        text.tokens[range.lowerBound].range.count > 1
            && !range.contains { index in
                text.tokens[index].kind == .quote
                    && QuotationMark.read(text.text.bytes.span, text.tokens[index]).map { !$0.family.isSingle } == true
            }
    }

    /// Whether paragraphs that dashes open are talk rather than a list: one has a frame, a question gets its answer, or a
    /// colon stands before them.
    private func isDialogue(_ sections: Range<Int>, _ frames: DialogueFrames) -> Bool {
        var isTalk = false
        for section in sections {
            let range = text.sectionTokens[section]
            let last = text.tokens[range.upperBound - 1]
            let byte = text.text.bytes[Int(last.start)]
            if byte == UInt8(ascii: ";") || text.tokens[range.lowerBound + 1].isLowerCase(in: text) { return false }
            let content = (range.lowerBound + 1)..<range.upperBound
            isTalk = isTalk || frames.hasFrame(content, frames.pieces(of: content))
            isTalk = isTalk || byte == UInt8(ascii: "?") && section + 1 < sections.upperBound
        }
        guard !isTalk, sections.lowerBound > 0, frames.areInMarks else { return isTalk }
        let before = text.sectionTokens[sections.lowerBound - 1]
        guard sections.count == 1, let last = before.last, text.tokens[last].kind == .punctuation else { return false }
        return text.text.bytes[Int(text.tokens[last].start)] == UInt8(ascii: ":")
    }

    private mutating func addParagraph(_ section: Int, _ frames: DialogueFrames) {
        let range = text.sectionTokens[section]
        let content = (range.lowerBound + 1)..<range.upperBound
        for (place, piece) in frames.pieces(of: content).enumerated() where !piece.isEmpty {
            spans.append(
                MarkedSpan(
                    tokens: (place == 0 ? range.lowerBound : piece.lowerBound)..<piece.upperBound,
                    contents: [piece],
                    section: section,
                    damage: nil,
                    enclosing: nil,
                    family: .dash
                )
            )
        }
    }
}

extension Token {
    /// Whether it is a word that starts with a small letter; a text without capitals has none.
    fileprivate func isLowerCase(in text: AnnotatedText) -> Bool {
        guard kind == .word, !isCapitalized else { return false }
        return CharacterClass.of(text.text.bytes.span.scalar(at: Int(start)).value) == .lower
    }
}
