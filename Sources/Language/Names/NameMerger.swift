internal import TextCore

/// Names found by form and lexicon, brought together with those that the grammar model found.
///
/// Each is wrong in its own way: the rules know titles, countries and offices, and what is capitalised; the model knows what
/// stands where people stand. Where the rules are sure (an entry of the gazetteer, a title in front), they count; what a name is
/// whose form says nothing, and names that the rules passed over, the model decides.
struct NameMerger {
    let context: AnnotationContext
    let evidence: CaseEvidence
    /// Last words of people's full names in the text, by hash.
    private var surnames = WordSet()
    /// Last two words of people's longer names, by their hashes: “Suu Kyi” of “Aung San Suu Kyi”.
    private var ends: Set<[UInt64]> = []

    init(context: AnnotationContext, evidence: CaseEvidence) {
        self.context = context
        self.evidence = evidence
    }

    /// - Complexity: O(candidates + names).
    mutating func merge(_ candidates: [NameCandidate], _ names: [GrammarName]) -> [NameCandidate] {
        for candidate in candidates where candidate.kind == .person && candidate.tokens.count > 1 {
            noteSurname(candidate.tokens)
        }
        for name in names where name.kind == .person && name.tokens.count > 1 && !isBehindArticle(name) {
            noteSurname(name.tokens)
        }
        let names = names.compactMap { supported($0) }
        var merged: [NameCandidate] = []
        merged.reserveCapacity(candidates.count + names.count / 4)
        var at = 0
        for name in names {
            while at < candidates.count, candidates[at].tokens.upperBound <= name.tokens.lowerBound {
                merged.append(candidates[at])
                at += 1
            }
            let first = at
            while at < candidates.count, candidates[at].tokens.lowerBound < name.tokens.upperBound { at += 1 }
            // A candidate before may go on into the name; then it stays as it is, and so do those behind it.
            let isApart = merged.last?.tokens.upperBound ?? 0 <= name.tokens.lowerBound
            if !isApart {
                merged += candidates[first..<at]
            } else if first == at {
                if let added = added(name) { merged.append(added) }
            } else if at == first + 1 {
                merged.append(agreed(candidates[first], name))
            } else {
                merged += several(candidates[first..<at], name)
            }
        }
        merged += candidates[at...]
        return merged
    }

    private mutating func noteSurname(_ tokens: Range<Int>) {
        if let last = tokens.last(where: { context.tokens[$0].kind == .word && !context.flags[$0].contains(.suffix) }) {
            surnames.insert(context.tokens[last].hash)
        }
        if tokens.count > 2 { ends.insert(tokens.suffix(2).map { context.tokens[$0].hash }) }
    }

    // MARK: What the model's word is worth

    /// A name as far as it may be believed; nil for none.
    ///
    /// In a headline of capitals the model takes verbs and nouns for names: there only those words count that the text has with a
    /// capital elsewhere. “the Gazette”, “at Euston”: nothing about these words but the model's guess makes a person of them.
    private func supported(_ name: GrammarName) -> GrammarName? {
        guard name.kind == .person, let first = name.tokens.first else { return name }
        if let sentence = sentence(of: first), evidence.titleCase[sentence] {
            guard let tokens = namedWords(name.tokens) else { return nil }
            return GrammarName(tokens: tokens, kind: .person)
        }
        guard first > 0, !name.tokens.contains(where: mayBePerson) else { return name }
        let isThing = isBehindArticle(name) && !isFamily(name) && !isInFrontOfNoun(name)
        let isPlace = name.tokens.count == 1 && NameContexts.shared.beforePlaces.contains(context.tokens[first - 1].hash)
        return isThing || isPlace ? GrammarName(tokens: name.tokens, kind: .unknown) : name
    }

    private func isBehindArticle(_ name: GrammarName) -> Bool {
        name.tokens.lowerBound > 0 && context.tokens[name.tokens.lowerBound - 1].hash == Self.the
    }

    /// “the Lund administration”, “the Lund-Vole index”: called after people.
    private func isInFrontOfNoun(_ name: GrammarName) -> Bool {
        let next = name.tokens.upperBound
        if next < context.tokens.count, context.isHyphen(next) { return true }
        guard next < context.tokens.count, context.tokens[next].kind == .word, !context.tokens[next].isCapitalized,
            context.flags[next].isDisjoint(with: [.function, .saying])
        else { return false }
        return !context.text.bytes[context.tokens[next].range].suffix(2).elementsEqual("ed".utf8)
    }

    private static let the = Hash64.folded("the")

    /// “the Harlans”
    private func isFamily(_ name: GrammarName) -> Bool {
        guard name.tokens.count == 1, let range = name.tokens.first.map({ context.tokens[$0].range }),
            context.text.bytes[range.upperBound - 1] == UInt8(ascii: "s")
        else { return false }
        return surnames.contains(Hash64.folded(context.text[range.lowerBound..<(range.upperBound - 1)]))
    }

    /// The first words in a row that the running text has with a capital, or that are somebody's first name; nil where none is.
    private func namedWords(_ tokens: Range<Int>) -> Range<Int>? {
        guard let start = tokens.first(where: isNamed) else { return nil }
        let end = tokens.first { $0 > start && !isNamed($0) && context.tokens[$0].kind == .word } ?? tokens.upperBound
        return start..<end
    }

    private func isNamed(_ token: Int) -> Bool {
        guard context.tokens[token].kind == .word else { return false }
        let word = Int(context.words.ids[token])
        if evidence.capitalized[word] > evidence.lower[word] { return true }
        return evidence.lower[word] == 0 && !context.flags[token].isDisjoint(with: [.masculineName, .feminineName, .suffix])
            || context.isInitial(token)
    }

    private func sentence(of token: Int) -> Int? {
        var (low, high) = (0, context.sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if context.sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return low < context.sentences.count ? low : nil
    }

    /// Whether the model's word for a person may count against the lists of places: a first name or somebody's surname.
    private func mayBePerson(_ token: Int) -> Bool {
        !context.flags[token].isDisjoint(with: .firstName) || surnames.contains(context.tokens[token].hash)
    }

    /// Whether a name that the model takes for a person's is a city's: listed, nobody's name, and nothing that it says.
    private func isCity(_ name: GrammarName) -> Bool {
        guard name.kind == .person, name.tokens.count <= Self.longestCity, let token = name.tokens.first,
            !name.tokens.contains(where: mayBePerson),
            case let words = context.text[context.byteRange(name.tokens)],
            (CityIndex.key(of: words) ?? NameKey.knownPlace(words)) != nil
        else { return false }
        let next = name.tokens.upperBound
        if next < context.tokens.count, context.flags[next].contains(.saying) { return false }
        return token == 0 || !context.flags[token - 1].contains(.saying) || context.tokens[token - 1].isCapitalized
    }

    /// How many tokens a city's name has in which the model may see a person's.
    private static let longestCity = 3

    /// A name that no rule saw.
    private func added(_ name: GrammarName) -> NameCandidate? {
        guard let first = name.tokens.first, let last = name.tokens.last, context.tokens[first].isCapitalized,
            context.tokens[last].kind == .word, context.flags[first].isDisjoint(with: [.time, .group, .role]),
            name.tokens.count <= 8,
            name.tokens.count > 1 || context.flags[first].isDisjoint(with: [.function, .common, .roleModifier, .honorific]),
            name.tokens.count > 1 || !isWordWithCapital(name)
        else { return nil }
        return NameCandidate(tokens: name.tokens, full: name.tokens, kind: isCity(name) ? .unknown : name.kind)
    }

    /// "Turnout was 45%": a word that only opens its sentence, for the text writes it small elsewhere and never with a capital.
    private func isWordWithCapital(_ name: GrammarName) -> Bool {
        guard name.kind == .person, let token = name.tokens.first else { return false }
        let word = Int(context.words.ids[token])
        return evidence.lower[word] > 0 && evidence.capitalized[word] == 0
    }

    /// A candidate that one name overlaps.
    private func agreed(_ candidate: NameCandidate, _ name: GrammarName) -> NameCandidate {
        var candidate = candidate
        if candidate.isStyle { return candidate }
        if candidate.entry != nil {
            // "Paris Hilton": a person whose first name the gazetteer knows as a place. The entry's own words are the place,
            // but for "Jordan" and the surname of somebody who is named in full.
            guard name.kind == .person, isLonger(name, candidate), isWritten(name),
                name.tokens != candidate.tokens || candidate.tokens.last.map(mayBePerson) == true
            else { return candidate }
            return NameCandidate(tokens: name.tokens, full: name.tokens, kind: .person)
        }
        let isCertain = candidate.isTitled || candidate.kind == .organisation && candidate.tokens.count > 1
        // “KTVI said”: letters are nobody's name, unless somebody bears it.
        if name.kind == .person, candidate.kind == .organisation, candidate.tokens.count == 1,
            let token = candidate.tokens.first, context.tokens[token].shape.contains(.allCaps), !mayBePerson(token)
        {
            return candidate
        }
        if name.tokens == candidate.tokens {
            if !candidate.isTitled, candidate.roles.isEmpty, isCity(name) || name.tokens.count == 1 && isWordWithCapital(name) {
                return candidate
            }
            if candidate.kind == .unknown || !isCertain && !opensWithFirstName(candidate) { candidate.kind = name.kind }
            return candidate
        }
        if isLonger(name, candidate) {
            // "Representative Ada Lund": the title is none of the name.
            if candidate.isTitled, candidate.full.lowerBound <= name.tokens.lowerBound,
                name.tokens.upperBound == candidate.tokens.upperBound
            {
                return candidate
            }
            // "Tesla Inc Chief Executive": the office behind it is no part of an organisation's name.
            let behind = candidate.tokens.upperBound
            if candidate.kind == .organisation, name.tokens.contains(behind),
                !context.flags[behind].isDisjoint(with: [.role, .roleStart])
            {
                return candidate
            }
            guard candidate.kind == .unknown || candidate.kind == name.kind, isWritten(name), name.tokens.count <= 8 else {
                return candidate
            }
            candidate.tokens = name.tokens
            candidate.full =
                min(candidate.full.lowerBound, name.tokens.lowerBound)..<max(candidate.full.upperBound, name.tokens.upperBound)
            candidate.kind = name.kind
            return candidate
        }
        if candidate.kind == .unknown {
            candidate.kind = name.kind
            // A word of another kind beside a person's name: "Sunday Trump".
            if name.kind == .person, candidate.tokens.lowerBound <= name.tokens.lowerBound,
                name.tokens.upperBound <= candidate.tokens.upperBound
            {
                let isEnd = ends.contains(candidate.tokens.map { context.tokens[$0].hash })
                if !isEnd { candidate.tokens = name.tokens }
            }
        }
        return candidate
    }

    /// Candidates that one name overlaps: parts of it where the name is one of people's, else names in it.
    private func several(_ candidates: ArraySlice<NameCandidate>, _ name: GrammarName) -> [NameCandidate] {
        guard name.kind == .person, name.tokens.count <= 5, isWritten(name),
            // "Goma, Bukavu": a list.
            !name.tokens.contains(where: { context.isByte($0, UInt8(ascii: ",")) }),
            candidates.allSatisfy({
                !$0.isTitled && !$0.isStyle && name.tokens.lowerBound <= $0.tokens.lowerBound
                    && $0.tokens.upperBound <= name.tokens.upperBound
            })
        else { return Array(candidates) }
        return [NameCandidate(tokens: name.tokens, full: name.tokens, kind: .person)]
    }

    private func isLonger(_ name: GrammarName, _ candidate: NameCandidate) -> Bool {
        name.tokens.lowerBound <= candidate.tokens.lowerBound && candidate.tokens.upperBound <= name.tokens.upperBound
    }

    private func opensWithFirstName(_ candidate: NameCandidate) -> Bool {
        candidate.kind == .person && !context.flags[candidate.tokens.lowerBound].intersection(.firstName).isEmpty
    }

    /// Whether all words are written as those of names: with a capital, but for particles and connectors.
    private func isWritten(_ name: GrammarName) -> Bool {
        // "Lund Aide" in a headline.
        if name.kind == .person, let last = name.tokens.last, context.flags[last].contains(.role),
            context.flags[last].isDisjoint(with: .firstName)
        {
            return false
        }
        return name.tokens.allSatisfy { index in
            let token = context.tokens[index]
            // "Varnach's 2014": a genitive and what it owns.
            if name.kind == .person, token.kind == .clitic || token.kind == .number { return false }
            return token.kind != .word || token.isCapitalized
                || !context.flags[index].intersection([.particle, .connector, .function]).isEmpty
        }
    }
}
