public import TextCore

/// A piece of text that no sentence leaves: a headline, a paragraph, a caption.
public struct TextSection: Sendable, Hashable {
    /// What a section is in its article.
    public enum Role: Sendable, Hashable {
        case headline, standfirst, heading, body, caption
    }

    /// Its bytes.
    public let range: Range<Int>
    /// What it is.
    public let role: Role

    /// Makes a section.
    public init(range: Range<Int>, role: Role) {
        self.range = range
        self.role = role
    }
}

/// With which means a text was read.
public enum LanguageMeans: String, Sendable, Hashable {
    /// Form, lexicons and rules alone.
    case lexical
    /// A grammar model, too.
    case full
}

/// A text with what grammar and lexicons see in it. Made by ``Annotator``.
///
/// Parallel arrays share one index: `stems[i]` belongs to `tokens[i]`.
public struct AnnotatedText: Sendable {
    /// The text that all ranges point into.
    public let text: UTF8Text
    /// ISO 639-1 code of the language, as given or identified.
    public let language: String
    /// The sections that were read, in order; text between them was not.
    public let sections: [TextSection]
    /// Tokens of all sections, in order.
    public let tokens: [Token]
    /// For each section, its tokens.
    public let sectionTokens: [Range<Int>]
    /// Hash of each token's Snowball stem; 0 for tokens that are no words or numbers.
    public let stems: [UInt64]
    /// For each token, whether it is a function word: article, pronoun, preposition, conjunction, auxiliary, clitic.
    public let isFunctionWord: [Bool]
    /// Sentences, in order.
    public let sentences: [Sentence]
    /// Names of people, organisations, places and works, in order of their places.
    public let names: [NameMention]
    /// Who the names stand for: see ``NameMention/entity``.
    public let entities: [Entity]
    /// Figures, in order.
    public let figures: [Figure]
    /// Dates and times, in order.
    public let times: [TimeExpression]
    /// Hashes of American spellings, by token, where an English text spells in the British way.
    var respelled: [Int32: UInt64] = [:]
    /// Tags, heads and relations of the tokens; nil without a grammar of the language, or where nobody asked for it.
    public internal(set) var syntax: Syntax?

    /// With which means names were found.
    public internal(set) var means = LanguageMeans.lexical

    /// What to compare token `index` by where texts are compared word for word: its hash, of a British spelling ("labour",
    /// "organised") that of the American one. O(1).
    public func wordHash(of index: Int) -> UInt64 {
        respelled.isEmpty ? tokens[index].hash : respelled[Int32(clamping: index)] ?? tokens[index].hash
    }

    /// Index of the sentence whose tokens hold token `index`, if any. O(log *n*).
    public func sentence(ofToken index: Int) -> Int? {
        var low = 0
        var high = sentences.count
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].tokens.upperBound <= index { low = middle + 1 } else { high = middle }
        }
        return low < sentences.count && sentences[low].tokens.contains(index) ? low : nil
    }

    /// Index of the first token that ends after byte `offset`; `tokens.count` when there is none. O(log *n*).
    public func firstToken(endingAfter offset: Int) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if Int(tokens[middle].end) <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The tokens that overlap a byte range. O(log *n*).
    public func tokens(in range: Range<Int>) -> Range<Int> {
        let start = firstToken(endingAfter: range.lowerBound)
        var end = start
        while end < tokens.count, Int(tokens[end].start) < range.upperBound { end += 1 }
        return start..<end
    }
}
