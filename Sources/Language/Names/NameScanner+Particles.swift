internal import TextCore

/// Surnames that small words open: “von der Leyen”, “bin Laden”, “al-Assad”.
extension NameScanner {
    /// Surnames with particles of the text's full names, by the word behind them: « Charles de Gaulle » tells what « de » is in
    /// « de Gaulle », where it is a preposition elsewhere.
    static func particled(_ context: AnnotationContext) -> [Int32: Int] {
        var particled: [Int32: Int] = [:]
        for index in context.tokens.indices
        where context.tokens[index].isCapitalized && !context.flags[index].isDisjoint(with: .firstName) {
            var at = index + 1
            // “Luiz Inácio Lula da Silva”
            while at < min(context.tokens.count, index + 3), context.tokens[at].kind == .word, context.tokens[at].isCapitalized {
                at += 1
            }
            let first = at
            while at < min(context.tokens.count, first + 3), context.tokens[at].kind == .word, !context.tokens[at].isCapitalized,
                NameContexts.shared.particles.contains(context.tokens[at].hash)
            {
                at += 1
            }
            guard at > first, at < context.tokens.count, context.tokens[at].kind == .word, context.tokens[at].isCapitalized,
                context.flags[at].isDisjoint(with: [.function, .time])
            else { continue }
            particled[context.words.ids[at]] = at - first
        }
        return particled
    }

    /// Where the particles begin that stand in front of a run and belong to its name; its start for none.
    func particleStart(before start: Int, from low: Int) -> Int {
        let known = particled[context.words.ids[start]] ?? 0
        var at = start
        while at > low {
            if let joined = joinedParticle(before: at, from: low) {
                at = joined
                continue
            }
            let before = at - 1
            // „Von der Leyen sagte“: the capital of the first particle is the sentence's.
            guard context.tokens[before].kind == .word, context.tokens[at].followsSpace,
                contexts.particles.contains(context.tokens[before].hash),
                start - before <= known
                    || !context.tokens[before].isCapitalized && isEnglishParticle(before) && start - before <= 3
            else { break }
            at = before
        }
        return at
    }

    private func isEnglishParticle(_ index: Int) -> Bool {
        context.vocabulary.language == "en" && !context.flags[index].contains(.function)
    }

    /// `al-Assad`: the particle in front of a hyphen.
    private func joinedParticle(before index: Int, from low: Int) -> Int? {
        guard index - 2 >= low, context.isHyphen(index - 1), !context.tokens[index - 1].followsSpace,
            !context.tokens[index].followsSpace, context.tokens[index - 2].kind == .word,
            !context.tokens[index - 2].isCapitalized,
            contexts.joinedParticles.contains(context.tokens[index - 2].hash)
        else { return nil }
        return index - 2
    }

    /// Where particles written small end that start at `index`: the capital behind them; `index` for none.
    func particlesEnd(_ index: Int, _ end: Int) -> Int {
        var at = index
        while at < end, at < index + 4, context.tokens[at].kind == .word, !context.tokens[at].isCapitalized {
            if at + 2 < end, joinedParticle(before: at + 2, from: at) != nil {
                at += 2
            } else if contexts.particles.contains(context.tokens[at].hash) {
                at += 1
            } else {
                return index
            }
        }
        return at
    }

    /// Whether a run opens with a particle written small.
    func opensWithParticle(_ run: Range<Int>) -> Bool {
        guard let first = run.first, !context.tokens[first].isCapitalized else { return false }
        return particlesEnd(first, run.upperBound) > first
    }
}
