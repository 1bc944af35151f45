internal import TextCore

/// Whether a name is a person's, by its form and by what stands around it.
extension NameSegmenter {
    /// Whether a name whose form says nothing is a person's by what stands around it, or a first name by itself.
    func isPerson(_ run: Range<Int>, in sentence: Range<Int>) -> Bool {
        guard let first = run.first,
            run.allSatisfy({ context.tokens[$0].kind != .word || context.tokens[$0].isCapitalized && !isAcronym($0) }),
            !run.contains(where: { has($0, [.organisationHead, .geographicHead, .role, .group, .common]) })
        else { return false }
        if run.count == 1 {
            // "Paul-based" is no Paul.
            return (run.upperBound >= sentence.upperBound || !context.isHyphen(run.upperBound)) && has(first, .firstName)
                && !has(first, [.function, .time]) && scanner.gazetteer(first, run.upperBound) == nil
                && scanner.evidence.lower[Int(context.words.ids[first])] == 0
                || isActorOrMet(first, in: sentence)
        }
        // “the Red Cross said”: people have no article.
        let isThing = run.lowerBound > sentence.lowerBound && context.tokens[run.lowerBound - 1].hash == Self.definite
        return run.count <= 4 && !context.vocabulary.capitalizesNouns && !isThing && isAmongPeople(run, in: sentence)
    }

    /// “Modi flew home”, “met Xi”: a lone name that does what people do, or to whom it is done.
    private func isActorOrMet(_ index: Int, in sentence: Range<Int>) -> Bool {
        guard context.vocabulary.language == "en", !context.vocabulary.capitalizesNouns else { return false }
        if index + 1 < sentence.upperBound, scanner.contexts.actsOfPeople.contains(context.tokens[index + 1].hash) { return true }
        return index > sentence.lowerBound && scanner.contexts.beforePeople.contains(context.tokens[index - 1].hash)
    }

    /// Whether what stands beside a name is said of people: a verb of saying, an age, "who".
    func isAmongPeople(_ run: Range<Int>, in sentence: Range<Int>) -> Bool {
        let (first, next) = (run.lowerBound, run.upperBound)
        if next < sentence.upperBound, has(next, .saying) { return true }
        if first > sentence.lowerBound, has(first - 1, .saying), !context.tokens[first - 1].isCapitalized { return true }
        guard next + 1 < sentence.upperBound, context.isByte(next, UInt8(ascii: ",")) else { return false }
        // "Kofi Lindqvist, 34," and "Kofi Lindqvist, who …".
        if context.tokens[next + 1].kind == .number {
            return context.tokens[next + 1].end - context.tokens[next + 1].start == 2
                && (next + 2 >= sentence.upperBound || context.isByte(next + 2, UInt8(ascii: ",")))
        }
        return Self.relatives.contains(context.tokens[next + 1].hash)
    }

    private static let definite = Hash64.folded("the")

    func isAcronym(_ index: Int) -> Bool {
        context.tokens[index].shape.contains(.allCaps) && context.tokens[index].end - context.tokens[index].start > 1
    }

    /// What opens a clause about a person.
    private static let relatives = WordSet("who whose whom aged".split(separator: " "))

    /// `Varo Q. Brandt`: a letter between two words is a person's.
    func hasMiddleInitial(_ run: Range<Int>) -> Bool {
        run.count == 4 && context.isInitial(run.lowerBound + 1) && context.isByte(run.lowerBound + 2, UInt8(ascii: "."))
            && context.tokens[run.lowerBound + 3].kind == .word && context.tokens[run.lowerBound].kind == .word
            && context.flags[run.lowerBound].isDisjoint(with: [.geographicHead, .organisationHead])
    }

    /// `Ban Ki-moon`.
    func hasSmallSyllable(_ run: Range<Int>) -> Bool {
        guard run.count == 4, let last = run.last else { return false }
        return context.tokens[last].kind == .word && !context.tokens[last].isCapitalized && context.isHyphen(last - 1)
    }
}
