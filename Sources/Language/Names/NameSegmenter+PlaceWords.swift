internal import TextCore

/// People whose surnames end the names of places, too: Hill, Park, Brooks.
extension NameSegmenter {
    /// `Tom Hill`: a first name and a word that ends the names of places, too, where people stand or where that word stands alone.
    func isPersonCalledAsPlace(_ run: Range<Int>, in sentence: Range<Int>) -> Bool {
        let (first, next) = (run.lowerBound, run.upperBound)
        guard run.count == 2, has(first, [.masculineName, .feminineName]) else { return false }
        if isAmongPeople(run, in: sentence) || loneSurnames.contains(context.words.ids[first + 1]) { return true }
        guard !has(first, .gazetteerStart) else { return false }
        // Such words are English, so that „Thomas Hill“ is nobody's place in a German text.
        if context.vocabulary.language != "en" { return true }
        // “Tom Hill, a farmer”, but “at Victoria Park, a suburb”
        return (first == sentence.lowerBound || !has(first - 1, .function)) && next + 1 < sentence.upperBound
            && context.isByte(next, UInt8(ascii: ",")) && isArticle(next + 1)
    }

    /// Words that end the names of places and stand alone somewhere as surnames do: “Hill said”, “Hill, 54,”, “met Hill”, but not “the
    /// Hill”. O(*n*).
    static func loneSurnames(_ context: AnnotationContext) -> Set<Int32> {
        var found: Set<Int32> = []
        for index in context.tokens.indices.dropFirst().dropLast()
        where context.flags[index].contains(.geographicHead) && context.tokens[index].isCapitalized {
            let (before, behind) = (context.tokens[index - 1], context.tokens[index + 1])
            if before.kind == .word, before.isCapitalized || articles.contains(before.hash) { continue }
            if behind.kind == .word, behind.isCapitalized { continue }
            let isAged =
                context.isByte(index + 1, UInt8(ascii: ",")) && index + 2 < context.tokens.count
                && context.tokens[index + 2].kind == .number
            let isObject = before.kind == .word && !context.vocabulary.capitalizesNouns
            if isObject || isAged || !context.flags[index + 1].isDisjoint(with: [.saying, .past]) {
                found.insert(context.words.ids[index])
            }
        }
        return found
    }

    private static let articles = WordSet("the a an this that his her its their our my your".split(separator: " "))
}
