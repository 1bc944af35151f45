internal import Language
internal import TextCore

/// Where a closing mark was forgotten: in front of the frame of the quotation that it should have closed.
///
/// `“We came at dawn, said Ida Moss, the mayor.`, `“The port is closed, the mayor told the council on Monday.`
struct ForgottenMark {
    let text: AnnotatedText
    /// For each token, its classes.
    let words: [WordClass]

    /// How many tokens a subject in front of its verb may take.
    private static let longestSubject = 5

    /// The comma that ends what is quoted, when a frame stands right behind it.
    /// - Complexity: O(*n*) in tokens of the content.
    func comma(in content: Range<Int>) -> Int? {
        guard text.language == "en", content.count > 4 else { return nil }
        return ((content.lowerBound + 2)..<(content.upperBound - 2)).first { index in
            text.tokens[index].kind == .punctuation && text.text.bytes[Int(text.tokens[index].start)] == UInt8(ascii: ",")
                && opensFrame(index + 1, before: content.upperBound)
        }
    }

    private func opensFrame(_ start: Int, before end: Int) -> Bool {
        if isCue(start) { return start + 1 < end && opensSubject(start + 1) }
        guard opensSubject(start) else { return false }
        let verb = ((start + 1)..<min(end, start + 1 + Self.longestSubject)).first { index in
            isCue(index) || !isPartOfSubject(index)
        }
        guard let verb, isCue(verb) else { return false }
        let next = verb + 1
        guard next < end, text.tokens[next].kind == .word else { return true }
        return words[verb].contains(.tell) || !words[next].isDisjoint(with: [.time, .preposition])
    }

    private func isCue(_ index: Int) -> Bool {
        text.tokens[index].kind == .word && !text.tokens[index].isCapitalized
            && !words[index].isDisjoint(with: [.speech, .tell]) && words[index].isDisjoint(with: [.gerund, .present])
    }

    /// A name, a role with its article, or a pronoun of the third person.
    private func opensSubject(_ index: Int) -> Bool {
        guard text.tokens[index].kind == .word, !words[index].contains(.firstPerson) else { return false }
        if words[index].contains(.subject) { return !words[index].isDisjoint(with: [.masculine, .feminine, .plural]) }
        if words[index].contains(.determiner) {
            return ((index + 1)..<min(text.tokens.count, index + Self.longestSubject)).contains { words[$0].contains(.role) }
        }
        return text.tokens[index].isCapitalized && words[index].isDisjoint(with: [.time, .preposition, .adverb])
    }

    private func isPartOfSubject(_ index: Int) -> Bool {
        text.tokens[index].isCapitalized || !words[index].isDisjoint(with: [.role, .collective, .determiner])
    }
}
