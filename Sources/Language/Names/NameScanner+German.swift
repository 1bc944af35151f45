internal import TextCore

/// German capitalises all nouns: there a name needs a first name, a title, a lexicon or its form in capitals.
extension NameScanner {
    func isGermanName(_ index: Int, _ end: Int) -> Bool {
        let token = context.tokens[index]
        let flags = context.flags[index]
        if flags.contains(.function) || flags.contains(.common) { return false }
        if flags.contains(.time) {
            return surnames.contains(context.words.ids[index]) && index + 1 < end && context.flags[index + 1].contains(.saying)
        }
        if surnames.contains(context.words.ids[index]) || genitives.contains(context.words.ids[index]) { return true }
        if isTradeAsSurname(index) { return true }
        if token.shape.contains(.allCaps) || token.shape.contains(.mixedCase) { return true }
        if isCityBehindPreposition(index) { return true }
        if !flags.intersection(.firstName).isEmpty { return nextIsNoun(index, end) }
        if flags.contains(.honorific) { return nextIsNoun(index, end) }
        if flags.contains(.role) {
            return nextIsNoun(index, end)
                && (!context.flags[index + 1].intersection(.firstName).isEmpty || surnames.contains(context.words.ids[index + 1])
                    || unknownFullNameEnd(index + 1, end) != nil)
        }
        return false
    }

    /// „in Cherson“, „nach Bachmut“: a listed city, where an ordinary noun would mostly have an article.
    private func isCityBehindPreposition(_ index: Int) -> Bool {
        guard index > 0, contexts.inPlaces("de").contains(context.tokens[index - 1].hash) else { return false }
        let word = context.text[context.tokens[index].range]
        return NameKey.knownPlace(word) != nil || CityIndex.key(of: word) != nil
    }

    func germanRunEnd(from start: Int, end: Int) -> Int {
        var at = start
        // Titles and roles in front.
        while at < end, !context.flags[at].intersection([.role, .honorific]).isEmpty, !isTradeAsSurname(at),
            context.flags[at].intersection(.firstName).isEmpty
        {
            at += 1
            if at < end, context.isByte(at, UInt8(ascii: ".")), !context.tokens[at].followsSpace { at += 1 }
        }
        if at > start, let named = unknownFullNameEnd(at, end) { return named }
        return germanNameEnd(from: at, end: end, start: start)
    }

    /// Where two nouns end behind a title that no list knows and that have no noun's form: „Regierungssprecherin Friedeborg Quast sagte“,
    /// „Präsident Baschar al-Assad“; nil for others.
    private func unknownFullNameEnd(_ index: Int, _ end: Int) -> Int? {
        guard let nouns, index + 1 < end, context.flags[index].isDisjoint(with: .firstName),
            context.tokens[index + 1].followsSpace
        else { return nil }
        let last = particlesEnd(index + 1, end)
        guard last < end else { return nil }
        for word in [index, last] {
            let token = context.tokens[word]
            guard token.kind == .word, token.isCapitalized, token.end - token.start > 2, !token.shape.contains(.allCaps),
                context.flags[word].isDisjoint(with: Self.noSurname), !endsLikeNoun(word), gazetteer(word, end) == nil,
                !nouns.isBehindArticle(context.words.ids[word])
            else { return nil }
        }
        let isAtEnd = last + 1 >= end || !context.tokens[last + 1].isCapitalized && !context.isHyphen(last + 1)
        return isAtEnd ? last + 1 : nil
    }

    /// First names, initials and particles, then one surname.
    private func germanNameEnd(from first: Int, end: Int, start: Int) -> Int {
        var at = first
        var sawFirstName = false
        while at < end {
            let token = context.tokens[at]
            let flags = context.flags[at]
            if token.kind == .word, token.isCapitalized, !flags.contains(.function),
                !flags.contains(.time) || at == first && isWordAsFirstName(at, end, opens: true) || isSeasonBehindName(at)
            {
                let isFirst = !flags.intersection(.firstName).isEmpty
                at += 1
                while at + 1 < end, context.isHyphen(at), !context.tokens[at + 1].followsSpace,
                    context.tokens[at + 1].isCapitalized
                {
                    at += 2
                }
                if context.isInitial(at - 1), at < end, context.isByte(at, UInt8(ascii: ".")) { at += 1; continue }
                if isFirst {
                    sawFirstName = true
                    continue
                }
                if sawFirstName, isMiddleName(at - 1, end) { at += 1 }
                break
            }
            if flags.contains(.particle), sawFirstName, at + 1 < end, at > first, !token.isCapitalized {
                // „al-Assad“: the particle has a hyphen behind it.
                let joined = particlesEnd(at, end)
                at = joined > at + 1 && joined < end ? joined : at + 1
                continue
            }
            break
        }
        while at > first, context.flags[at - 1].contains(.particle), !context.tokens[at - 1].isCapitalized { at -= 1 }
        return max(at, start + 1)
    }

    func nextIsNoun(_ index: Int, _ end: Int) -> Bool {
        var next = index + 1
        if next < end, context.isByte(next, UInt8(ascii: ".")), !context.tokens[next].followsSpace { next += 1 }
        if next + 1 < end, context.isHyphen(next) { next += 1 }
        while next < end, next < index + 3, context.flags[next].contains(.particle), !context.tokens[next].isCapitalized {
            next += 1
        }
        guard next < end else { return false }
        let token = context.tokens[next]
        // „Manfred Weber“: stems take surnames for other words.
        let isName = !context.flags[index].isDisjoint(with: [.masculineName, .feminineName])
        if isName, isSeasonBehindName(next) { return true }
        return token.kind == .word && token.isCapitalized
            && context.flags[next].intersection(isName ? [.time, .function] : [.time, .function, .common]).isEmpty
    }

    /// „Petra Sommer“: a season behind a first name is a surname; a day or month may be when something was („traf Petra Freitag“).
    private func isSeasonBehindName(_ index: Int) -> Bool {
        index > 0 && context.vocabulary.times.seasons[context.tokens[index].hash] != nil && context.tokens[index].isCapitalized
            && !context.flags[index - 1].isDisjoint(with: [.masculineName, .feminineName])
            && context.flags[index - 1].isDisjoint(with: [.time, .function])
    }

    /// Whether the unknown word behind a first name is a middle name and the surname comes next ("Neil Alden Armstrong"),
    /// rather than a surname with some noun behind it ("dass Neil Armstrong Proben nahm").
    private func isMiddleName(_ index: Int, _ end: Int) -> Bool {
        let next = index + 1
        guard let nouns, next < end, !context.flags[index - 1].contains(.particle), !context.isHyphen(index - 1),
            context.tokens[next].kind == .word, context.tokens[next].isCapitalized, context.tokens[next].followsSpace,
            context.flags[next].intersection(Self.noSurname).isEmpty, !endsLikeNoun(next), gazetteer(next, end) == nil
        else { return false }
        let surname = context.words.ids[next]
        return surnames.contains(surname)
            || nouns.isFollowed(context.words.ids[index], onlyBy: surname)
                && !nouns.isBehindArticle(surname)
    }

    private static let noSurname: WordFlags = [
        .time, .function, .common, .role, .roleModifier, .honorific, .organisationHead, .geographicHead, .group, .unit,
    ]

    /// Endings of nouns made of other words, which few surnames have.
    private func endsLikeNoun(_ index: Int) -> Bool {
        let bytes = context.text.bytes[context.tokens[index].range]
        return Self.nounEndings.contains { bytes.count > $0.count + 1 && bytes.suffix($0.count).elementsEqual($0) }
    }

    private static let nounEndings = [
        "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "ismus", "tät", "täten",
        "nis", "nisse", "innen",
    ].map { Array($0.utf8) }

    /// „Richter sagte“, where a Klaus Richter is named and no article or adjective stands in front.
    func isTradeAsSurname(_ index: Int) -> Bool {
        guard trades.contains(context.words.ids[index]), context.tokens[index].isCapitalized else { return false }
        guard index > 0, context.tokens[index - 1].kind == .word else { return true }
        let before = context.tokens[index - 1]
        if GermanNouns.articles.contains(before) || before.isCapitalized { return false }
        return !context.flags[index - 1].isDisjoint(with: [.function, .saying])
    }

    /// Finds the last words of names that a first name, a title or a role opens, and their genitives.
    mutating func readGermanSurnames() {
        for sentence in context.sentences {
            var index = sentence.tokens.lowerBound
            let end = sentence.tokens.upperBound
            while index < end {
                defer { index += 1 }
                let token = context.tokens[index]
                let flags = context.flags[index]
                if flags.contains(.role), token.isCapitalized, let named = unknownFullNameEnd(index + 1, end) {
                    surnames.insert(context.words.ids[named - 1])
                    continue
                }
                guard token.kind == .word, token.isCapitalized,
                    !flags.intersection([.masculineName, .feminineName, .honorific]).isEmpty,
                    nextIsNoun(index, end), gazetteer(index, end) == nil
                else { continue }
                let stop = germanRunEnd(from: index, end: end)
                guard stop - index >= 2, stop <= end else { continue }
                let last = stop - 1
                guard context.flags[last].intersection([.masculineName, .feminineName, .organisationHead]).isEmpty,
                    context.tokens[last].kind == .word, gazetteer(last, end) == nil
                else {
                    index = stop - 1
                    continue
                }
                if !context.flags[last].contains(.role) {
                    surnames.insert(context.words.ids[last])
                } else if !context.flags[last - 1].isDisjoint(with: .firstName) {
                    trades.insert(context.words.ids[last])
                }
                index = stop - 1
            }
        }
        readGenitives()
    }

    private mutating func readGenitives() {
        guard !surnames.isEmpty else { return }
        var own = WordSet()
        for index in context.tokens.indices where surnames.contains(context.words.ids[index]) {
            own.insert(context.tokens[index].hash)
        }
        for index in context.tokens.indices where context.tokens[index].isCapitalized && context.tokens[index].kind == .word {
            let range = context.tokens[index].range
            guard range.count > 4, context.text.bytes[range.upperBound - 1] == UInt8(ascii: "s"),
                own.contains(Hash64.folded(context.text[range.lowerBound..<(range.upperBound - 1)]))
            else { continue }
            genitives.insert(context.words.ids[index])
        }
    }
}
