internal import TextCore

/// Long forms of the acronyms of a text: “Международный валютный фонд (МВФ)”, « l'Organisation mondiale de la santé », where the text has
/// “OMS” elsewhere. Most languages write only the first word with a capital, so that the letters show the name.
///
/// - Complexity: O(*n*) in tokens: in front of a bracket, and behind a capital that opens an acronym, a bounded number is read.
struct LongForms {
    private let context: AnnotationContext

    init(_ context: AnnotationContext) { self.context = context }

    /// An acronym that a text has somewhere.
    private struct Acronym {
        let letters: [UInt32]
        let hash: UInt64
        let entry: Vocabulary.Entry?
    }

    /// How many acronyms of one letter long forms are looked for.
    private static let mostOfLetter = 8

    /// The candidates with the long forms in place of those inside of them.
    func added(to candidates: [NameCandidate]) -> [NameCandidate] {
        spelled(bracketed(candidates))
    }

    // MARK: Acronyms elsewhere in the text

    private func spelled(_ candidates: [NameCandidate]) -> [NameCandidate] {
        let acronyms = acronyms(candidates)
        guard !acronyms.isEmpty else { return candidates }
        let reader = AcronymReader(context)
        var result: [NameCandidate] = []
        result.reserveCapacity(candidates.count + 4)
        var next = 0
        for sentence in context.sentences {
            var at = sentence.tokens.lowerBound
            while at < sentence.tokens.upperBound {
                defer { at += 1 }
                guard context.tokens[at].kind == .word, context.tokens[at].isCapitalized, let own = acronyms[first(at)],
                    let form = form(own, at, sentence.tokens.upperBound, reader)
                else { continue }
                while next < candidates.count, candidates[next].tokens.lowerBound < form.tokens.lowerBound {
                    result.append(candidates[next])
                    next += 1
                }
                let isOpen = result.last.map { $0.tokens.upperBound <= form.tokens.lowerBound } ?? true
                var inside = next
                while inside < candidates.count, candidates[inside].tokens.upperBound <= form.tokens.upperBound { inside += 1 }
                let isWhole = inside == candidates.count || candidates[inside].tokens.lowerBound >= form.tokens.upperBound
                // What the lists know, or a name that goes on, stays.
                guard isOpen, isWhole,
                    !candidates[next..<inside].contains(where: { isListed($0, form) || isPerson($0) })
                else { continue }
                next = inside
                result.append(form)
                at = form.tokens.upperBound - 1
            }
        }
        return result + candidates[next...]
    }

    private func isListed(_ candidate: NameCandidate, _ form: NameCandidate) -> Bool {
        candidate.entry != nil && candidate.tokens == form.tokens
    }

    /// A title in front of a name; not in « Confédération générale du travail ».
    private func isPerson(_ candidate: NameCandidate) -> Bool {
        (candidate.isTitled || candidate.kind == .person) && candidate.tokens.contains { context.tokens[$0].isCapitalized }
    }

    private func acronyms(_ candidates: [NameCandidate]) -> [UInt32: [Acronym]] {
        var acronyms: [UInt32: [Acronym]] = [:]
        for candidate in candidates where candidate.tokens.count == 1 && candidate.kind != .person && candidate.kind != .place {
            let token = context.tokens[candidate.tokens.lowerBound]
            guard token.kind == .word, token.shape.contains(.allCaps) else { continue }
            let letters = CaseFolding.fold(context.text[token.range]).unicodeScalars.map(\.value)
            guard (AcronymReader.shortest...AcronymReader.longest).contains(letters.count), let first = letters.first,
                (acronyms[first]?.count ?? 0) < Self.mostOfLetter,
                acronyms[first]?.contains(where: { $0.hash == token.hash }) != true
            else { continue }
            acronyms[first, default: []].append(Acronym(letters: letters, hash: token.hash, entry: candidate.entry))
        }
        return acronyms
    }

    private func first(_ index: Int) -> UInt32 {
        CaseFolding.fold(context.text.span.scalar(at: Int(context.tokens[index].start)).value)
    }

    /// The long form of one of some acronyms that starts at a token: behind no other word of the name.
    private func form(_ acronyms: [Acronym], _ start: Int, _ limit: Int, _ reader: AcronymReader) -> NameCandidate? {
        guard !context.flags[start].contains(.function) else { return nil }
        for acronym in acronyms {
            guard let end = reader.end(of: acronym.letters, from: start, limit: limit),
                acronym.letters.count >= Self.tellingLength || reader.capitalizesNames || isOrganisation(start..<end),
                !NameContexts.shared.things.contains(context.tokens[end - 1].hash)
            else { continue }
            var candidate = NameCandidate(
                tokens: start..<end,
                full: start..<end,
                kind: .organisation,
                entry: acronym.entry
            )
            candidate.acronym = acronym.hash
            return candidate
        }
        return nil
    }

    /// How many letters show a name by themselves, whatever words have them.
    private static let tellingLength = 4

    private func isOrganisation(_ form: Range<Int>) -> Bool {
        form.contains { context.flags[$0].contains(.organisationHead) }
    }

    // MARK: Acronyms in brackets

    private func bracketed(_ candidates: [NameCandidate]) -> [NameCandidate] {
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
