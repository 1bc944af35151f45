internal import Grammar
internal import TextCore

/// A name that the grammar model found, in the tokens of the annotation.
struct GrammarName {
    let tokens: Range<Int>
    let kind: NameMention.Kind
}

/// The names of English texts as the grammar model finds them.
///
/// - Complexity: O(*n*) in tokens.
struct GrammarNames {
    /// What each of the pipeline's labels stands for; nil for what is no name: dates, amounts, ordinals, and peoples, whom the
    /// lexicon of countries knows.
    private let kinds: [NameMention.Kind?]

    /// - Parameter labels: names of the pipeline's kinds of entities, by their codes.
    init(labels: [String]) {
        kinds = labels.map { label in
            switch label {
            case "PERSON": .person
            case "ORG": .organisation
            case "GPE", "LOC", "FAC": .place
            case "WORK_OF_ART": .work
            default: nil
            }
        }
    }

    /// The names of all sections, in order, none overlapping another.
    func names(_ context: AnnotationContext, _ analyses: [GrammarAnalysis]) -> [GrammarName] {
        var names: [GrammarName] = []
        // Tokens of both are in the order of the text, so that one walk brings them together.
        var token = 0
        for (section, analysis) in zip(context.sections, analyses) {
            let offset = section.range.lowerBound
            for entity in analysis.entities {
                guard let first = entity.tokens.first, let last = entity.tokens.last, let kind = kinds[Int(entity.label)] else {
                    continue
                }
                let start = offset + analysis.tokens[first].range.lowerBound
                let end = offset + analysis.tokens[last].range.upperBound
                while token < context.tokens.count, Int(context.tokens[token].start) < start { token += 1 }
                let from = token
                while token < context.tokens.count, Int(context.tokens[token].end) <= end { token += 1 }
                let tokens = trimmed(from..<token, context)
                if !tokens.isEmpty { names.append(GrammarName(tokens: tokens, kind: kind)) }
            }
        }
        return names
    }

    /// Without articles and marks around it, and without the genitive's ending.
    private func trimmed(_ range: Range<Int>, _ context: AnnotationContext) -> Range<Int> {
        var range = range
        // “[George W.] Bush”: what an editor put in front stands apart.
        if let bracket = range.last(where: { context.isByte($0, UInt8(ascii: "]")) }) { range = bracket + 1..<range.upperBound }
        while let first = range.first,
            context.tokens[first].kind != .word || isSmallFunctionWord(first, context) || isThe(first, context)
        {
            range = first + 1..<range.upperBound
        }
        while let last = range.last,
            context.tokens[last].kind != .word && context.tokens[last].kind != .number
                && !(context.isByte(last, UInt8(ascii: ".")) && !context.tokens[last].followsSpace && last > range.lowerBound
                    && (context.isInitial(last - 1) || context.flags[last - 1].contains(.suffix)))
        {
            range = range.lowerBound..<last
        }
        return range
    }

    private func isSmallFunctionWord(_ index: Int, _ context: AnnotationContext) -> Bool {
        context.flags[index].contains(.function) && !context.tokens[index].isCapitalized
    }

    private func isThe(_ index: Int, _ context: AnnotationContext) -> Bool { context.tokens[index].hash == Self.the }

    private static let the = Hash64.folded("the")
}
