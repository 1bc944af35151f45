internal import TextCore

/// German capitalises all nouns: there a name needs a first name, a title, a lexicon or its form in capitals.
extension NameScanner {
    func isGermanName(_ index: Int, _ end: Int) -> Bool {
        let token = context.tokens[index]
        let flags = context.flags[index]
        if flags.contains(.function) || flags.contains(.time) || flags.contains(.common) { return false }
        if surnames.contains(context.words.ids[index]) { return true }
        if token.shape.contains(.allCaps) || token.shape.contains(.mixedCase) { return true }
        if !flags.intersection(.firstName).isEmpty { return nextIsNoun(index, end) }
        if flags.contains(.honorific) { return nextIsNoun(index, end) }
        if flags.contains(.role) {
            return nextIsNoun(index, end)
                && (!context.flags[index + 1].intersection(.firstName).isEmpty || surnames.contains(context.words.ids[index + 1]))
        }
        return false
    }

    func germanRunEnd(from start: Int, end: Int) -> Int {
        var at = start
        // Titles and roles in front.
        while at < end, !context.flags[at].intersection([.role, .honorific]).isEmpty,
            context.flags[at].intersection(.firstName).isEmpty
        {
            at += 1
            if at < end, context.isByte(at, UInt8(ascii: ".")), !context.tokens[at].followsSpace { at += 1 }
        }
        return germanNameEnd(from: at, end: end, start: start)
    }

    /// First names, initials and particles, then one surname.
    private func germanNameEnd(from first: Int, end: Int, start: Int) -> Int {
        var at = first
        var sawFirstName = false
        while at < end {
            let token = context.tokens[at]
            let flags = context.flags[at]
            if token.kind == .word, token.isCapitalized, !flags.contains(.function),
                !flags.contains(.time) || at == first && isWordAsFirstName(at, end, opens: true)
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
                at += 1
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
        return token.kind == .word && token.isCapitalized
            && context.flags[next].intersection([.time, .function, .common]).isEmpty
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

    /// The last words of names that a first name, a title or a role opens.
    func germanSurnames() -> Set<Int32> {
        var surnames: Set<Int32> = []
        for sentence in context.sentences {
            var index = sentence.tokens.lowerBound
            let end = sentence.tokens.upperBound
            while index < end {
                defer { index += 1 }
                let token = context.tokens[index]
                let flags = context.flags[index]
                guard token.kind == .word, token.isCapitalized,
                    !flags.intersection([.masculineName, .feminineName, .honorific]).isEmpty,
                    nextIsNoun(index, end), gazetteer(index, end) == nil
                else { continue }
                let stop = germanRunEnd(from: index, end: end)
                guard stop - index >= 2, stop <= end else { continue }
                let last = stop - 1
                if context.flags[last].intersection([.masculineName, .feminineName, .role, .organisationHead]).isEmpty,
                    context.tokens[last].kind == .word, gazetteer(last, end) == nil
                {
                    surnames.insert(context.words.ids[last])
                }
                index = stop - 1
            }
        }
        return surnames
    }
}
