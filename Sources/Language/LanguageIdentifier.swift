public import TextCore

/// Tells the language of a text by script and by its function words.
///
/// Good enough to choose lexicons for news of a paragraph or more; short or mixed text falls back to English when it is in
/// Latin script and to `und` otherwise.
public struct LanguageIdentifier: Sendable {
    /// Makes an identifier.
    public init() {}

    /// ISO 639-1 code of the language of `tokens`, or `und`.
    /// - Complexity: O(*n*), at most the first few thousand tokens.
    public func language(of text: UTF8Text, tokens: [Token]) -> String {
        let span = text.span
        var scripts = Scripts()
        var votes = [Int](repeating: 0, count: Self.languages.count)
        for token in tokens.prefix(4000) {
            switch token.kind {
            case .word, .clitic:
                scripts.count(span.scalar(at: Int(token.start)).value)
                for language in Self.languagesOfWord[token.hash] ?? [] { votes[Int(language)] += 1 }
            case .ideograph: scripts.count(span.scalar(at: Int(token.start)).value)
            default: break
            }
        }
        if let language = scripts.decisive { return language }
        guard let best = votes.indices.max(by: { votes[$0] < votes[$1] }), votes[best] > 0 else {
            return scripts.isMostlyLatin ? "en" : "und"
        }
        return Self.languages[best]
    }

    private struct Scripts {
        var latin = 0
        var han = 0
        var kana = 0
        var hangul = 0
        var hebrew = 0
        var thai = 0
        var devanagari = 0
        var greek = 0

        mutating func count(_ scalar: UInt32) {
            switch scalar {
            case 0..<0x250: latin += 1
            case 0x370..<0x400, 0x1F00..<0x2000: greek += 1
            case 0x590..<0x600: hebrew += 1
            case 0x900..<0x980: devanagari += 1
            case 0xE00..<0xE80: thai += 1
            case 0x3040..<0x3100: kana += 1
            case 0x3400..<0xA000: han += 1
            case 0xAC00..<0xD7A4: hangul += 1
            default: break
            }
        }

        /// A language that has its script to itself, when most words are in that script.
        var decisive: String? {
            let other = latin
            if kana + han > other { return kana * 10 > kana + han ? "ja" : "zh" }
            if hangul > other { return "ko" }
            if hebrew > other { return "he" }
            if thai > other { return "th" }
            if devanagari > other { return "hi" }
            if greek > other { return "el" }
            return nil
        }

        var isMostlyLatin: Bool { latin > 0 }
    }

    private static let languages = Vocabulary.functionWords.sections.keys.filter { $0.utf8.count == 2 }.sorted()

    private static let languagesOfWord: [UInt64: [UInt8]] = {
        var found: [UInt64: [UInt8]] = [:]
        for (index, language) in languages.enumerated() {
            for word in Vocabulary.functionWords.spacedWords(language) where word.utf8.count > 1 {
                let number = UInt8(truncatingIfNeeded: index)
                if found[Hash64.folded(word)]?.contains(number) != true { found[Hash64.folded(word), default: []].append(number) }
            }
        }
        return found
    }()
}
