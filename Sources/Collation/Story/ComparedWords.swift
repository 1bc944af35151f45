internal import Language
internal import TextCore

/// A word as it counts where texts are compared word for word.
struct ComparedWord {
    /// The same for words that only the house style of an outlet spells apart: "labour" and "labor", "U.S." and "US".
    let hash: UInt64
    /// Its tokens: several of a short form with points.
    let tokens: Range<Int>
}

extension AnnotatedText {
    /// Calls `body` with each word or number of some tokens, in order. O(*n*) in the tokens.
    func forEachComparedWord(in range: Range<Int>, _ body: (ComparedWord) -> Void) {
        var at = range.lowerBound
        while at < range.upperBound {
            switch tokens[at].kind {
            case .word, .number, .ideograph, .clitic:
                if let short = dottedShortForm(at: at), short.end <= range.upperBound {
                    body(ComparedWord(hash: short.hash, tokens: at..<short.end))
                    at = short.end
                    continue
                }
                body(ComparedWord(hash: wordHash(of: at), tokens: at..<at + 1))
            default: break
            }
            at += 1
        }
    }

    /// The short form with points that starts at a token ("G.O.P.", "U.S."): the hash of its letters, and the token behind it.
    /// O(letters).
    func dottedShortForm(at start: Int) -> (hash: UInt64, end: Int)? {
        guard tokens[start].range.count == 1, tokens[start].isCapitalized, isByte(start + 1, UInt8(ascii: "."))
        else { return nil }
        var letters = ""
        var at = start
        while at < tokens.count, at - start < 16, tokens[at].isWord, tokens[at].range.count == 1, tokens[at].isCapitalized,
            at == start || !tokens[at].followsSpace
        {
            letters += text[tokens[at].range]
            guard isByte(at + 1, UInt8(ascii: ".")), !tokens[at + 1].followsSpace else {
                at += 1
                break
            }
            at += 2
        }
        guard letters.utf8.count >= 2 else { return nil }
        return (Hash64.folded(letters), at)
    }
}
