internal import Language
internal import TextCore

/// What verbs take as content.
extension HeadedAttitudeReader {
    typealias Frames = AttitudeLexicon.Frames

    /// What governs the content of a verb, and in which frame.
    private struct Complement {
        var frame: Frames
        var content: Range<Int>
        var type: AttributionType
        /// The last word that belongs to the predicate.
        var cueEnd: Int
        var isRetold = false
    }

    /// The attitude that a verb expresses, when it has content of a kind that the verb takes.
    func attitude(ofVerb verb: Int, _ readings: [AttitudeLexicon.Verb]) -> AttitudeDraft? {
        let isPassive = isPassive(verb)
        let agent = isPassive ? agent(of: verb) : nil
        // A participle behind its noun without an auxiliary.
        if !isPassive, syntax.tags[verb] == .pastParticiple, syntax.relations[verb] == .adnominalClause { return nil }
        for reading in readings {
            let found =
                if let particle = reading.particles.first {
                    governed(by: verb, particle, reading)
                } else if isPassive {
                    passive(verb, reading)
                } else {
                    active(verb, reading)
                }
            guard let found else { continue }
            let source = found.frame == .raising && agent == nil ? nil : isPassive ? agent : subject(of: verb)
            // `Consider the cost`: nobody's.
            if source == nil, !isPassive, found.frame != .raising { return nil }
            return AttitudeDraft(
                type: found.type,
                cue: verb..<max(verb + 1, found.cueEnd),
                content: found.content,
                source: source,
                isRetold: found.isRetold
            )
        }
        return nil
    }

    /// Whether a participle has a passive subject or auxiliary. One that only modifies a noun (`the plan backed by X`) tells what
    /// the noun is; it is the noun's sentence that asserts something.
    private func isPassive(_ verb: Int) -> Bool {
        guard syntax.tags[verb] == .pastParticiple || syntax.tags[verb] == .pastVerb else { return false }
        return syntax.child(of: verb, .passiveSubject, .passiveAuxiliary) != nil
    }

    private func agent(of verb: Int) -> Attribution.Source? {
        guard let by = syntax.child(of: verb, .agent), let agent = syntax.child(of: by, .prepositionalObject) else { return nil }
        return source(agent)
    }

    // MARK: Frames

    private func active(_ verb: Int, _ reading: AttitudeLexicon.Verb) -> Complement? {
        let object = syntax.child(of: verb, .directObject)
        if let clause = syntax.child(of: verb, .clausalComplement) {
            if let type = reading.type(.clause) ?? reading.type(.causee) {
                return complement(.clause, syntax.subtree(of: clause), type, of: verb, isRetold: type == .assertion)
            }
        }
        if let clause = syntax.child(of: verb, .openComplement), clause > verb {
            if let object, let type = reading.type(.causee) {
                let start = min(syntax.subtree(of: object).lowerBound, syntax.subtree(of: clause).lowerBound)
                return complement(.causee, start..<syntax.subtree(of: clause).upperBound, type, of: verb)
            }
            if let type = reading.type(.infinitive) { return complement(.infinitive, syntax.subtree(of: clause), type, of: verb) }
            if Self.copulas.contains(tokens[verb].hash), let type = reading.type(.raising) {
                return complement(.raising, syntax.subtree(of: clause), type, of: verb)
            }
        }
        if let predicate = syntax.child(of: verb, .objectPredicate, .adjectivalComplement, .attribute), predicate > verb {
            let range = syntax.subtree(of: predicate)
            if Self.copulas.contains(tokens[verb].hash), let type = reading.type(.raising) {
                return complement(.raising, range, type, of: verb)
            }
            if let type = reading.type(.predicate) {
                let start = object.map { min(syntax.subtree(of: $0).lowerBound, range.lowerBound) } ?? range.lowerBound
                return complement(.predicate, start..<range.upperBound, type, of: verb)
            }
        }
        guard let object, let type = reading.type(.object) else { return nil }
        let range = syntax.subtree(of: object)
        return complement(
            .object,
            object > verb ? range.lowerBound..<tail(of: verb, behind: range.upperBound) : range,
            type,
            of: verb
        )
    }

    /// Verbs that need no passive to be nobody's.
    private static let copulas = Set(
        ["seem", "appear", "look", "sound"].flatMap { [$0, $0 + "s", $0 + "ed", $0 + "ing"] }.map { Hash64.folded($0) }
    )

    private func passive(_ verb: Int, _ reading: AttitudeLexicon.Verb) -> Complement? {
        let subject = syntax.child(of: verb, .passiveSubject)
        if let clause = syntax.child(of: verb, .openComplement), let type = reading.type(.raising) ?? reading.type(.causee) {
            return complement(.raising, syntax.subtree(of: clause), type, of: verb)
        }
        if let clause = syntax.child(of: verb, .clausalComplement), let type = reading.type(.clause) {
            return complement(.clause, syntax.subtree(of: clause), type, of: verb)
        }
        if let predicate = syntax.child(of: verb, .objectPredicate, .attribute, .adjectivalComplement),
            let type = reading.type(.predicate) ?? reading.type(.raising)
        {
            return complement(.predicate, syntax.subtree(of: predicate), type, of: verb)
        }
        guard let type = reading.type(.object), let subject, syntax.relations[verb] != .relativeClause else { return nil }
        return complement(.object, syntax.subtree(of: subject), type, of: verb)
    }

    /// `talk about X`, `call for X`, `point out X`.
    private func governed(by verb: Int, _ particle: UInt64, _ reading: AttitudeLexicon.Verb) -> Complement? {
        guard
            let word = syntax.children(of: verb).first(where: {
                $0 > verb && tokens[$0].hash == particle
                    && [.preposition, .particle, .adverbialModifier, .marker].contains(syntax.relations[$0])
            })
        else { return nil }
        let end = word + reading.particles.count
        let governed =
            syntax.child(of: word, .prepositionalObject, .prepositionalComplement)
            ?? syntax.children(of: verb).first {
                $0 > word && [.directObject, .clausalComplement, .prepositionalComplement].contains(syntax.relations[$0])
            }
        guard let governed, governed >= end, let type = reading.type(.object) ?? reading.type(.clause) ?? reading.type(.causee)
        else { return nil }
        let range = syntax.subtree(of: governed)
        return Complement(
            frame: .object,
            content: max(range.lowerBound, end)..<tail(of: verb, behind: range.upperBound),
            type: type,
            cueEnd: end
        )
    }

    /// The end of what belongs to an object behind it: `praised the crew for its work`, `describes it as a wall`.
    private func tail(of verb: Int, behind end: Int) -> Int {
        var end = end
        for child in syntax.children(of: verb) where child >= end {
            switch syntax.relations[child] {
            case .preposition, .objectPredicate, .openComplement, .clausalComplement, .adjectivalComplement:
                end = max(end, syntax.subtree(of: child).upperBound)
            default: return end
            }
        }
        return end
    }

    /// Content that does not hold its own predicate: where arcs cross, the longer side of it.
    private func complement(
        _ frame: Frames,
        _ range: Range<Int>,
        _ type: AttributionType,
        of verb: Int,
        isRetold: Bool = false
    ) -> Complement? {
        var content = range
        if range.contains(verb) {
            let before = range.lowerBound..<verb
            let behind = (verb + 1)..<range.upperBound
            content = before.count > behind.count ? before : behind
        }
        return content.isEmpty
            ? nil : Complement(frame: frame, content: content, type: type, cueEnd: verb + 1, isRetold: isRetold)
    }
}
