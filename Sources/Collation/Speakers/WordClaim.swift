internal import Language
internal import Speech
internal import TextCore

/// A quotation that another with the same words may tell the speaker of.
struct WordClaim {
    /// How sure the article itself is.
    enum Standing {
        /// No speech by itself: a word in marks.
        case aside
        /// Nobody, or somebody without a name: “the committee chairman”, “an excerpt”.
        case nameless
        /// Several: “Democrats”.
        case several
        /// An organisation, which may pass on what somebody said.
        case outlet
        /// A pronoun or a role that was resolved.
        case resolved
        /// A name.
        case named
    }

    /// Where the one who says the same words elsewhere is named here.
    enum Nearness: Int {
        case absent, sameArticle, sameSentence
    }

    let standing: Standing
    let sentence: Int?
    private let isHeadline: Bool

    init?(_ article: AnalyzedArticle, _ number: Int, _ speaker: Speaker?) {
        let quotation = article.speech.quotations[number]
        guard quotation.kind != .indirect, quotation.enclosing == nil || quotation.isSpeech, !quotation.content.isEmpty else {
            return nil
        }
        let text = article.annotated
        sentence = text.sentence(ofToken: text.firstToken(endingAfter: quotation.range.lowerBound))
        isHeadline = text.sections.indices.contains(quotation.section) && text.sections[quotation.section].role == .headline
        guard quotation.isSpeech else {
            standing = .aside
            return
        }
        // `Varnach’s campaign` says what she says as often as not.
        let isOwned = speaker?.name.utf8.contains(0x99) == true && speaker?.name.contains("’s ") == true
        standing =
            switch speaker?.kind {
            case .role where isOwned: .several
            case nil, .role, .document, .unknown: .nameless
            case .collective: .several
            case .organisation: .outlet
            case .person: speaker?.entity == nil ? .named : .resolved
            }
    }

    /// Whether so many words in common suffice.
    func isMet(by words: SharedQuotes.Words, _ nearness: Nearness) -> Bool {
        switch standing {
        case .aside:
            // One or two words are a term that many use.
            words.content > 0 && words.all.count >= 3
                && (nearness == .sameSentence || nearness == .sameArticle && (words.all.count >= 4 || isHeadline))
        case .nameless: words.content > 0 && (words.all.count >= 4 || nearness != .absent)
        case .several: words.all.count >= 6 || isHeadline && words.all.count >= 3 && nearness != .absent
        case .outlet: words.content > 1 && nearness == .sameSentence
        case .resolved: words.all.count >= 4 && nearness != .absent
        case .named: false
        }
    }
}

/// Noun phrases that describe somebody.
enum Description {
    /// Whether a mention speaks of somebody in particular: “the mayor”, „der Kremlsprecher“, or a phrase without an article where
    /// the language has none or the headline leaves it out; not “a spokesman”.
    static func isDefinite(_ mention: Range<Int>, in text: AnnotatedText) -> Bool {
        let tokens = text.tokens(in: mention)
        guard let first = tokens.first else { return false }
        return !indefinite.contains(text.tokens[first].hash)
    }

    private static let indefinite = Set(
        ("a an one another some several many two three other un une des deux plusieurs ein eine einer einem zwei mehrere una unos"
            + " unas dos varios один одна два несколько один двоє кілька")
            .split(separator: " ").map { Hash64.folded($0) }
    )
}
