internal import TextCore

/// Finds the words that an acronym is made of: „Bundesamt für Migration und Flüchtlinge“ for BAMF, « Organisation du traité de
/// l'Atlantique Nord » for OTAN.
///
/// - Complexity: what is read at one token is bounded by the acronym's letters.
struct AcronymReader {
    let context: AnnotationContext
    /// Words of several parts have a letter for each: Bundes-kriminal-amt.
    private let hasCompounds: Bool
    /// Whether all words of a name but the small ones have capitals.
    let capitalizesNames: Bool

    init(_ context: AnnotationContext) {
        self.context = context
        hasCompounds = context.vocabulary.capitalizesNouns
        capitalizesNames = hasCompounds || context.vocabulary.language == "en"
    }

    /// The shortest acronym whose letters show a name that no brackets do.
    static let shortest = 3
    static let longest = 8
    /// How many small words may stand between two that have a letter.
    private static let mostLinks = 3

    /// Where the words end that start at a token and whose first letters, folded, an acronym has; nil where it has others.
    func end(of letters: [UInt32], from start: Int, limit: Int) -> Int? {
        guard context.tokens[start].isCapitalized, !context.tokens[start].shape.contains(.allCaps) else { return nil }
        return end(of: letters[...], at: start, limit: min(limit, start + 3 * Self.longest), links: 0)
    }

    private func end(of letters: ArraySlice<UInt32>, at index: Int, limit: Int, links: Int) -> Int? {
        guard let letter = letters.first else { return index }
        guard index < limit else { return nil }
        let token = context.tokens[index]
        if context.isHyphen(index), !token.followsSpace { return end(of: letters, at: index + 1, limit: limit, links: links) }
        guard token.kind == .word || token.kind == .clitic else { return nil }
        if token.kind == .word, first(index) == letter, !capitalizesNames || token.isCapitalized {
            for count in stride(from: hasCompounds ? parts(index, letters) : 1, through: 1, by: -1) {
                if let end = end(of: letters.dropFirst(count), at: index + 1, limit: limit, links: 0) { return end }
            }
        }
        // “Co-operation”
        let isSecondPart = index > 0 && context.isHyphen(index - 1) && !token.followsSpace && !token.isCapitalized
        guard isSecondPart || isLink(index), links < Self.mostLinks else { return nil }
        return end(of: letters, at: index + 1, limit: limit, links: links + 1)
    }

    private func first(_ index: Int) -> UInt32 {
        CaseFolding.fold(context.text.span.scalar(at: Int(context.tokens[index].start)).value)
    }

    /// How many of an acronym's letters the parts of a German compound have, the first of which it opens with.
    private func parts(_ index: Int, _ letters: ArraySlice<UInt32>) -> Int {
        let word = CaseFolding.fold(context.text[context.tokens[index].range])
        guard context.tokens[index].isCapitalized, word.utf8.count >= 8 else { return 1 }
        var (count, at) = (1, word.index(word.startIndex, offsetBy: 3))
        while at < word.endIndex, count < letters.count {
            let rest = word[at...]
            if let part = NameContexts.shared.compoundParts.first(where: { rest.hasPrefix($0) }),
                part.unicodeScalars.first?.value == letters[letters.startIndex + count]
            {
                count += 1
                at = word.index(at, offsetBy: part.count)
            } else {
                at = word.index(after: at)
            }
        }
        return count
    }

    private func isLink(_ index: Int) -> Bool {
        context.tokens[index].kind == .clitic || context.flags[index].contains(.function)
            || context.flags[index].contains(.connector) && !context.tokens[index].isCapitalized
    }
}
