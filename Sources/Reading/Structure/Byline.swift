internal import TextCore

/// A line that names the authors, and their names.
struct BylineRules: Sendable {
    static let standard = BylineRules(LexiconFile(PackageResources.people_txt))

    /// The reasons of lines below an author's name.
    static let outlet = "the author's outlet, below the name"
    static let handle = "the author's handle, below the name"

    private let labels, inside: PhraseTable
    private let particles, conjunctions, roles, notNames, afterNames: Set<UInt64>

    init(_ lexicon: LexiconFile) {
        labels = PhraseTable(lexicon, "byline labels")
        inside = PhraseTable(lexicon, "byline inside")
        particles = lexicon.vocabulary("particles")
        conjunctions = lexicon.vocabulary("and")
        roles = lexicon.vocabulary("roles")
        notNames = lexicon.vocabulary("not names")
        afterNames = lexicon.vocabulary("after names")
    }

    /// The authors of a line that starts with "By" or its kin; nil when it is no byline. Where nothing else can stand, the
    /// label may be written small.
    func authors(_ line: Line, _ tokens: [LineToken], _ text: UTF8Text, allowsSmall: Bool = false) -> [String]? {
        if let found = authorsInside(line, tokens, text) { return found }
        guard line.words <= 30, line.innerEnds == 0, let first = tokens.firstIndex(where: { $0.kind != .sign }),
            let end = labels.end(tokens, from: first), end < tokens.count
        else { return nil }
        var start = end
        let hasColon = tokens[end].isSign(":")
        if hasColon { start += 1 }
        guard hasColon || allowsSmall || tokens[first].isCapitalized else { return nil }
        let found = names(tokens, from: start, text)
        guard !found.names.isEmpty, !found.stopsInsideWords else { return nil }
        // "By Friday the group had left.": a sentence, not a name.
        if line.isTerminated, found.end < tokens.count, tokens[found.end...].filter({ $0.kind == .word }).count > 6 { return nil }
        // "Por Redacción": a byline that names nobody.
        return found.names.filter { !roles.contains(Hash64.folded($0)) }
    }

    /// The names at the end of "Aus Berlin berichtet Max Muster".
    private func authorsInside(_ line: Line, _ tokens: [LineToken], _ text: UTF8Text) -> [String]? {
        guard line.words <= 10, !line.isTerminated, let phrase = inside.first(in: tokens), phrase.lowerBound > 0 else {
            return nil
        }
        return nameList(Array(tokens[phrase.upperBound...]), text)
    }

    /// The names of "The Herald with AFP", where no sign tells them from a headline.
    func namesWithAgency(_ line: Line, _ tokens: [LineToken], _ text: UTF8Text) -> [String]? {
        guard line.words <= 8, !line.isTerminated, tokens.count >= 3, let last = tokens.last, last.kind == .word,
            Agencies.standard.newsAgency(tokens, at: tokens.count - 1)?.end == tokens.count,
            afterNames.contains(tokens[tokens.count - 2].value), !tokens[tokens.count - 2].isCapitalized
        else { return nil }
        return nameList(Array(tokens.dropLast(2)), text)
    }

    /// The author of "Jane Doe Political correspondent", where no sign tells name and role apart: its first two words.
    func nameWithRole(_ line: Line, _ tokens: [LineToken], _ text: UTF8Text) -> String? {
        guard (3...8).contains(line.words), !line.isTerminated, tokens.count >= 3, let last = tokens.last,
            last.kind == .word, roles.contains(last.value), !last.isCapitalized || tokens.count >= 4,
            tokens.prefix(2).allSatisfy({
                $0.kind == .word && $0.isCapitalized && !notNames.contains($0.value) && !roles.contains($0.value)
            })
        else { return nil }
        return text[tokens[0].range.lowerBound..<tokens[1].range.upperBound]
    }

    /// The names before a bar and a place, or before an agency in brackets: "Ana García | Ostholm", "Jane Doe (with AFP)".
    func namesWithPlace(_ line: Line, _ tokens: [LineToken], _ text: UTF8Text) -> [String]? {
        guard line.words <= 10, !line.isTerminated else { return nil }
        let found = names(tokens, from: 0, text)
        guard !found.names.isEmpty, found.names.allSatisfy({ $0.utf8.contains(0x20) }), found.end < tokens.count else {
            return nil
        }
        let rest = tokens[(found.end + 1)...].filter { $0.kind != .sign }
        if tokens[found.end].isSign("|") { return rest.count <= 3 && rest.allSatisfy(\.isCapitalized) ? found.names : nil }
        guard tokens[found.end].isSign("("), tokens.last?.isSign(")") == true else { return nil }
        return rest.count <= 4 && !CreditRules.standard.agencies(in: rest).isEmpty ? found.names : nil
    }

    /// Whether a line is about an author: "Jane Doe is a staff writer covering the ports."
    func isAboutAuthor(_ line: Line, _ tokens: [LineToken], _ text: UTF8Text, authors: [String]) -> Bool {
        guard line.words <= 45 else { return false }
        let bytes = text.bytes[line.range]
        return authors.contains { bytes.starts(with: $0.utf8) && $0.utf8.count < bytes.count }
            && tokens.prefix(16).contains { $0.kind == .word && roles.contains($0.value) }
    }

    /// Whether every word of a short line is capitalised, as in the name of an outlet.
    func isTitleCased(_ line: Line, _ tokens: [LineToken]) -> Bool {
        let words = tokens.filter { $0.kind != .sign }
        return (1...4).contains(words.count) && !line.isTerminated
            && words.allSatisfy { $0.isCapitalized || particles.contains($0.value) || conjunctions.contains($0.value) }
    }

    /// Whether a line is a name and nothing else: two to four capitalised words.
    func isName(_ line: Line, _ tokens: [LineToken], _ text: UTF8Text) -> Bool {
        guard (2...6).contains(line.words), !line.isTerminated else { return false }
        let found = names(tokens, from: 0, text)
        return found.names.count >= 1 && found.end == tokens.count && found.names.allSatisfy { $0.utf8.contains(0x20) }
    }

    /// The names of a line of names and nothing else, each of two words or more.
    func nameList(_ tokens: [LineToken], _ text: UTF8Text) -> [String]? {
        let found = names(tokens, from: 0, text)
        let isList =
            found.end == tokens.count && !found.names.isEmpty
            && found.names.allSatisfy { $0.utf8.contains(0x20) && $0.utf8.count <= 40 }
        return isList ? found.names : nil
    }

    /// Whether a line is what authors are: "Staff Writer", "Political correspondent".
    func isRole(_ line: Line, _ tokens: [LineToken]) -> Bool {
        line.words <= 6 && !line.isTerminated && tokens.first?.isCapitalized == true
            && tokens.contains { $0.kind == .word && roles.contains($0.value) }
    }

    /// Names from `start` on, up to a comma with a role, a bar, or words that are no names.
    private func names(_ tokens: [LineToken], from start: Int, _ text: UTF8Text) -> (
        names: [String], end: Int, stopsInsideWords: Bool
    ) {
        var names: [String] = []
        var at = start
        while at < tokens.count {
            guard let end = name(tokens, from: at) else { break }
            names.append(text[tokens[at].range.lowerBound..<tokens[end - 1].range.upperBound])
            at = end
            guard at < tokens.count else { break }
            let next = tokens[at]
            if next.kind == .word, conjunctions.contains(next.value) || next.isSign("&") {
                at += 1
            } else if next.isSign("&") {
                at += 1
            } else if next.isSign(","), let end = name(tokens, from: at + 1), end - at > 2, !isRoleNext(tokens, at + 1),
                tokens[at - 1].isAllCaps || !tokens[at + 1].isAllCaps
            {
                // Not "Jane Doe, BBC News".
                at += 1
            } else {
                break
            }
        }
        let stops = at < tokens.count && tokens[at].kind == .word && tokens[at].isAfterSpace && !isAllowedAfterName(tokens[at])
        return (names, at, stops)
    }

    private func isRoleNext(_ tokens: [LineToken], _ at: Int) -> Bool {
        tokens[at...].prefix(5).contains {
            $0.kind == .word && (roles.contains($0.value) || !$0.isCapitalized && !particles.contains($0.value))
        }
    }

    /// "in Berlin", "for The Times", "of the Post": may follow a name.
    private func isAllowedAfterName(_ token: LineToken) -> Bool { afterNames.contains(token.value) }

    /// The end of a name that starts at `start`: up to five capitalised words, initials and particles.
    private func name(_ tokens: [LineToken], from start: Int) -> Int? {
        var at = start
        var capitals = 0
        var end: Int?
        while at < tokens.count, at - start < 12 {
            let token = tokens[at]
            if token.kind == .word, token.isCapitalized, !notNames.contains(token.value) {
                capitals += 1
                guard capitals <= 5 else { return nil }
                end = at + 1
            } else if token.kind == .word, particles.contains(token.value), !conjunctions.contains(token.value) || capitals == 0 {
                // "de la Tour": up to three particles before the name they belong to.
                guard tokens[(at + 1)...].prefix(3).first(where: { !particles.contains($0.value) })?.isCapitalized == true else {
                    return end
                }
            } else if token.isSign("."), at > start, tokens[at - 1].length <= 2, at + 1 < tokens.count {
                // An initial's stop.
            } else if token.isDash, !token.isAfterSpace, at > start, at + 1 < tokens.count, !tokens[at + 1].isAfterSpace {
                // A double name.
            } else if token.isSign("'") {
                // O'Brien, d'Arc.
            } else {
                break
            }
            at += 1
        }
        return end
    }
}
