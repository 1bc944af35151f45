internal import Language
internal import Speech
internal import TextCore

/// Which tokens only say who speaks: the cue and the source of speech.
enum FrameTokens {
    /// A longer mention of a source says more than who it is.
    static let longest = 12

    /// One flag for each token of the article. O(*n*).
    static func mark(_ article: AnalyzedArticle) -> [Bool] {
        let text = article.annotated
        var isFrame = [Bool](repeating: false, count: text.tokens.count)
        // Where no cue says that somebody speaks, a few marked words are told, and their source is what is told of.
        for quotation in article.speech.quotations
        where quotation.isSpeech && (quotation.cue != nil || quotation.kind != .mixed) {
            for range in [quotation.cue, quotation.mention].compactMap({ $0 }) {
                let tokens = text.tokens(in: range).clamped(to: 0..<isFrame.count)
                guard tokens.count <= longest else { continue }
                for index in tokens { isFrame[index] = true }
            }
        }
        return isFrame
    }
}

/// Which tokens quotation marks enclose.
enum QuotedTokens {
    /// One flag for each token of the article. O(*n*).
    static func mark(_ article: AnalyzedArticle) -> [Bool] {
        let text = article.annotated
        var isQuoted = [Bool](repeating: false, count: text.tokens.count)
        for quotation in article.speech.quotations where quotation.kind != .indirect {
            for range in quotation.content {
                let tokens = text.tokens(in: range).clamped(to: 0..<isQuoted.count)
                if quotation.kind == .direct {
                    for index in tokens { isQuoted[index] = true }
                    continue
                }
                // Mixed: only what stands between marks. An apostrophe behind a word ("reporters' questions") opens none, nor
                // does it close a double mark.
                var isOpen = false
                var isSingle = false
                for index in tokens {
                    guard text.tokens[index].kind == .quote else {
                        if isOpen { isQuoted[index] = true }
                        continue
                    }
                    let isApostrophe = Self.isSingle(text.tokens[index], in: text.text)
                    if isOpen ? isApostrophe && !isSingle : isApostrophe && !text.tokens[index].followsSpace { continue }
                    isSingle = isApostrophe
                    isOpen.toggle()
                }
            }
        }
        return isQuoted
    }

    /// Whether a mark is ', ‘ or ’: apostrophes are written with these, too.
    private static func isSingle(_ token: Token, in text: UTF8Text) -> Bool {
        let scalar = text.bytes.span.scalar(at: Int(token.start)).value
        return scalar == 0x27 || scalar == 0x2018 || scalar == 0x2019
    }
}
