internal import TextCore

/// A name found by its form, before it is known whose it is.
struct NameCandidate {
    /// The name alone.
    var tokens: Range<Int>
    /// With title in front and apposition behind.
    var full: Range<Int>
    var kind: NameMention.Kind
    /// The gazetteer's entry, when it is one.
    var entry: Vocabulary.Entry?
    var gender: Entity.Gender = .unknown
    /// Tokens of the roles that stand with it.
    var roles: [Range<Int>] = []
    /// Whether an honorific or role stands in front.
    var isTitled = false
    /// Whether it is a title with the name of a place ("Prince of Wales") that stands for its bearer.
    var isStyle = false
    /// Party and state that stand behind it, as a role.
    var party: String?
    /// Hash of the acronym whose letters its words have.
    var acronym: UInt64?
}

/// Cuts runs of capitalised words into titles, names and what else stands with them.
///
/// - Complexity: O(*n*) in tokens; each run is short.
struct NameSegmenter {
    let scanner: NameScanner
    var context: AnnotationContext { scanner.context }

    /// Last words of people's names in running text: where a name ends in a headline of capitals.
    private let surnames: Set<Int32>
    /// Surnames of the text that are titles, too: "Larry King".
    private let titleSurnames: Set<Int32>

    /// Surnames of the text that end the names of places, too: "Tom Hill".
    let loneSurnames: Set<Int32>

    init(_ scanner: NameScanner) {
        self.scanner = scanner
        loneSurnames = Self.loneSurnames(scanner.context)
        let context = scanner.context
        var surnames: Set<Int32> = []
        if scanner.evidence.titleCase.contains(true), !context.vocabulary.capitalizesNouns {
            for number in context.sentences.indices where !scanner.evidence.titleCase[number] {
                for run in scanner.runs(inSentence: number) where run.count > 1 {
                    guard let last = run.last, context.tokens[last].kind == .word,
                        run.contains(where: { $0 < last && !context.flags[$0].intersection([.firstName, .honorific]).isEmpty }),
                        context.flags[last].isDisjoint(with: [.organisationHead, .geographicHead])
                    else { continue }
                    surnames.insert(context.words.ids[last])
                }
            }
        }
        self.surnames = surnames
        titleSurnames = Self.titleSurnames(context, scanner.evidence)
    }

    /// Titles that stand behind a first name, or behind another word of a name that a first name opens. Headlines that write all words
    /// with capitals tell nothing. O(*n*).
    private static func titleSurnames(_ context: AnnotationContext, _ evidence: CaseEvidence) -> Set<Int32> {
        var found: Set<Int32> = []
        for (number, sentence) in context.sentences.enumerated() where !evidence.titleCase[number] {
            for index in sentence.tokens.dropFirst() where context.flags[index].contains(.honorific) {
                func isOfName(_ index: Int) -> Bool {
                    sentence.tokens.contains(index) && context.tokens[index].kind == .word && context.tokens[index].isCapitalized
                }
                guard isOfName(index), isOfName(index - 1), context.tokens[index].followsSpace else { continue }
                let opens = !context.flags[index - 1].isDisjoint(with: .firstName)
                if opens || isOfName(index - 2) && !context.flags[index - 2].isDisjoint(with: .firstName) {
                    found.insert(context.words.ids[index])
                }
            }
        }
        return found
    }

    /// Whether a title is somebody's surname here: "King said", but not "the King said".
    func isSurname(_ title: Int) -> Bool {
        titleSurnames.contains(context.words.ids[title]) && (title == 0 || !isArticle(title - 1))
    }

    /// Where a person's name ends in a title-case run that goes on: behind a surname of the running text.
    func nameEnd(_ run: Range<Int>) -> Int? {
        guard run.count > 2, !surnames.isEmpty else { return nil }
        return run.dropFirst().dropLast().first { surnames.contains(context.words.ids[$0]) }.map { $0 + 1 }
    }

    /// The names of a text, in order.
    func candidates() -> [NameCandidate] {
        var candidates: [NameCandidate] = []
        candidates.reserveCapacity(context.tokens.count / 12)
        for number in context.sentences.indices {
            let sentence = context.sentences[number].tokens
            var styled = sentence.lowerBound
            for run in scanner.runs(inSentence: number) where run.lowerBound >= styled {
                guard let style = style(endingRun: run, in: sentence) else {
                    segment(run, in: sentence, into: &candidates)
                    continue
                }
                if run.lowerBound < style.lowerBound {
                    segment(run.lowerBound..<style.lowerBound, in: sentence, into: &candidates)
                }
                var candidate = NameCandidate(tokens: style, full: style, kind: .person)
                candidate.isStyle = true
                candidate.gender = gender(of: style)
                candidates.append(candidate)
                styled = style.upperBound
            }
        }
        return candidates
    }

    func has(_ index: Int, _ flags: WordFlags) -> Bool { !context.flags[index].intersection(flags).isEmpty }

    // MARK: Titles

    /// The end of a role or honorific that starts at `index`.
    func titleEnd(_ index: Int, _ end: Int) -> Int? {
        if has(index, .roleStart),
            let phrase = context.vocabulary.roles.longestMatch(in: context.tokens, at: index, limit: end)
                ?? (context.vocabulary.usesStems
                    ? context.vocabulary.roles.longestMatch(inHashes: context.stems, at: index, limit: end) : nil)
        {
            return phrase.endIndex
        }
        if has(index, .honorific) {
            let dot = index + 1
            let isDotted = dot < end && context.isByte(dot, UInt8(ascii: ".")) && !context.tokens[dot].followsSpace
            return isDotted ? dot + 1 : dot
        }
        return has(index, .role) ? index + 1 : nil
    }

    func gender(of range: Range<Int>) -> Entity.Gender {
        for index in range.reversed() {
            if has(index, .feminine) { return .feminine }
            if has(index, .masculine) { return .masculine }
        }
        return .unknown
    }

    private func segment(_ run: Range<Int>, in sentence: Range<Int>, into candidates: inout [NameCandidate]) {
        // "la ministra de Defensa Lucía Gómez": the office's field is written as names are.
        let run = office(reachingInto: run, in: sentence).map { $0..<run.upperBound } ?? run
        // The last title with a name behind it.
        var title: Range<Int>?
        var index = run.lowerBound
        while index < run.upperBound {
            if let end = titleEnd(index, run.upperBound) {
                if namesSomebody(end..<run.upperBound) { title = index..<end }
                index = end
            } else {
                index += 1
            }
        }
        var places: [NameCandidate] = []
        if let title, !endsInHead(title.upperBound..<run.upperBound), canBePerson(title.upperBound) {
            // "Президент России Владимир Путин": the country between title and name.
            var nameStart = title.upperBound
            if context.vocabulary.bearsGenitives, has(title.lowerBound, [.role, .roleStart]) {
                nameStart = scopeEnd(title.upperBound..<run.upperBound, into: &places)
            } else {
                while let phrase = scanner.gazetteer(nameStart, run.upperBound), phrase.end < run.upperBound,
                    has(phrase.end, .firstName),
                    !has(nameStart, .firstName)
                {
                    places.append(candidate(of: nameStart..<phrase.end, phrase.entry))
                    nameStart = phrase.end
                }
            }
            let name = nameStart..<run.upperBound
            splitLeading(run.lowerBound..<title.lowerBound, into: &candidates)
            candidates += places
            // «Президент Франции заявил»: an office without its holder.
            if name.isEmpty { return }
            if let place = region(endingBehind: name, in: sentence) {
                candidates.append(place)
                return
            }
            let start = title.lowerBound == run.lowerBound ? opening(ofTitleAt: run.lowerBound, in: sentence) : run.lowerBound
            var candidate = NameCandidate(tokens: name, full: start..<run.upperBound, kind: .person)
            candidate.isTitled = true
            candidate.gender = gender(ofTitle: title, before: name)
            if has(title.lowerBound, [.role, .roleStart]) {
                candidate.roles.append(start..<(context.vocabulary.bearsGenitives ? nameStart : title.upperBound))
            } else if title.count <= 2, candidate.gender == .unknown || isOffice(title) {
                // `Rep. Grimm`, `Pope Leo`: an office, unlike `Mr.`
                candidate.roles.append(title.lowerBound..<(title.lowerBound + 1))
            }
            attach(&candidate, in: sentence)
            candidates.append(candidate)
            return
        }
        split(run, in: sentence, into: &candidates)
    }

    /// Whether a run has more than what only goes on a name: "Martin King, Jr." has no title in it.
    private func namesSomebody(_ run: Range<Int>) -> Bool {
        run.contains { context.tokens[$0].kind != .punctuation && !has($0, .suffix) && !context.isByte($0, UInt8(ascii: ".")) }
    }

    private func isOffice(_ title: Range<Int>) -> Bool {
        OfficeLexicon.of(context.vocabulary.language).flatMap { Office(context.tokens[title], in: context.text, $0) } != nil
    }

    private func canBePerson(_ index: Int) -> Bool {
        !has(index, [.role, .roleModifier, .organisationHead]) || has(index, .firstName)
    }

    func endsInHead(_ range: Range<Int>) -> Bool {
        guard let last = range.last else { return false }
        return has(last, [.organisationHead, .geographicHead]) && !has(range.lowerBound, .firstName)
    }

    /// Names inside the words in front of a title: "Kremlin", "Russian Foreign".
    private func splitLeading(_ range: Range<Int>, into candidates: inout [NameCandidate]) {
        var index = range.lowerBound
        var plain = index
        while index < range.upperBound {
            if let phrase = scanner.gazetteer(index, range.upperBound) {
                // "Apple Inc Chief Executive": the legal form is part of the name.
                var end = phrase.end
                if phrase.entry.kind == .organisation, end < range.upperBound, Self.legalForms.contains(context.tokens[end].hash)
                {
                    end += 1
                }
                candidates.append(candidate(of: index..<end, phrase.entry))
                index = end
                plain = index
            } else if has(index, [.roleModifier, .group, .role, .honorific, .firstName]) || context.tokens[index].kind != .word {
                index += 1
                plain = index
            } else {
                var end = index + 1
                while end < range.upperBound, !has(end, [.roleModifier, .group, .role]) {
                    guard let phrase = scanner.gazetteer(end, range.upperBound) else {
                        end += 1
                        continue
                    }
                    // "Bank of England Governor"
                    guard has(index, .organisationHead), has(end - 1, .connector) else { break }
                    end = phrase.end
                }
                if plain == index { candidates.append(plainCandidate(index..<end)) }
                index = end
                plain = index
            }
        }
    }

    private static let legalForms = WordSet(["inc", "corp", "ltd", "plc", "co", "llc", "ag", "se", "sa", "nv", "spa", "group"])

    func candidate(of tokens: Range<Int>, _ entry: Vocabulary.Entry) -> NameCandidate {
        NameCandidate(tokens: tokens, full: tokens, kind: entry.kind == .organisation ? .organisation : .place, entry: entry)
    }

    func plainCandidate(_ tokens: Range<Int>) -> NameCandidate {
        var kind = NameMention.Kind.unknown
        if tokens.contains(where: { has($0, .organisationHead) }) {
            kind = .organisation
        } else if let last = tokens.last, has(last, .geographicHead), tokens.count > 1 {
            kind = .place
        }
        return NameCandidate(tokens: tokens, full: tokens, kind: kind)
    }
}
