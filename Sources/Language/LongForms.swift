internal import TextCore

/// Long forms of acronyms that stand behind them in brackets: “Международный валютный фонд (МВФ)”, « l'Organisation mondiale de la
/// santé (OMS) ». Most languages write only the first word with a capital, so that the brackets and the letters show the name.
///
/// - Complexity: O(*n*) in tokens: in front of a bracket a bounded number is read.
struct LongForms {
    private let context: AnnotationContext

    init(_ context: AnnotationContext) { self.context = context }

    /// The candidates with the long forms in place of those inside of them.
    func added(to candidates: [NameCandidate]) -> [NameCandidate] {
        var result: [NameCandidate] = []
        result.reserveCapacity(candidates.count + 4)
        for candidate in candidates {
            if let form = form(of: candidate), result.last.map({ !covers($0, form) }) ?? true {
                let start = result.lastIndex { $0.tokens.upperBound <= form.lowerBound }.map { $0 + 1 } ?? 0
                result.removeSubrange(start...)
                result.append(NameCandidate(tokens: form, full: form, kind: .organisation, entry: candidate.entry))
            }
            result.append(candidate)
        }
        return result
    }

    /// Whether a candidate is a long form that the lists know, or stands partly in front of one.
    private func covers(_ candidate: NameCandidate, _ form: Range<Int>) -> Bool {
        candidate.tokens.lowerBound <= form.lowerBound && candidate.tokens.upperBound > form.lowerBound
            && (candidate.tokens.upperBound == form.upperBound || candidate.tokens.lowerBound < form.lowerBound)
    }

    /// The words in front of a bracketed acronym whose first letters it is made of; nil where they are not.
    private func form(of candidate: NameCandidate) -> Range<Int>? {
        let token = candidate.tokens.lowerBound
        guard candidate.tokens.count == 1, token > 2, context.tokens[token].shape.contains(.allCaps),
            context.isByte(token - 1, UInt8(ascii: "(")), token + 1 < context.tokens.count,
            context.isByte(token + 1, UInt8(ascii: ")"))
        else { return nil }
        let letters = Array(CaseFolding.fold(context.text[context.tokens[token].range]).unicodeScalars)
        guard (2...8).contains(letters.count) else { return nil }
        var rest = letters[...]
        var at = token - 1
        while at > 0, let letter = rest.last, token - at < 20 {
            at -= 1
            let part = context.tokens[at]
            guard part.kind == .word || part.kind == .clitic else {
                if context.isHyphen(at) { continue }
                return nil
            }
            let first = CaseFolding.fold(context.text.span.scalar(at: Int(part.start)).value)
            // What connects words has a letter of its own in some acronyms.
            if part.kind == .word, first == letter.value, !isLink(at) || rest.count == 1 {
                rest.removeLast()
            } else if !isLink(at) {
                return nil
            }
        }
        return rest.isEmpty && context.tokens[at].isCapitalized ? at..<(token - 1) : nil
    }

    private func isLink(_ index: Int) -> Bool {
        context.tokens[index].kind == .clitic || context.flags[index].contains(.function)
            || context.flags[index].contains(.connector) && !context.tokens[index].isCapitalized
    }
}
