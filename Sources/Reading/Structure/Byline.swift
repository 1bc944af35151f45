internal import TextCore

/// A line that names the authors, and their names.
struct BylineRules: Sendable {
    static let standard = BylineRules(LexiconFile(PackageResources.people_txt))

    private let labels: PhraseTable
    private let particles, conjunctions, roles, notNames: Set<UInt64>

    init(_ lexicon: LexiconFile) {
        labels = PhraseTable(lexicon, "byline labels")
        particles = lexicon.vocabulary("particles")
        conjunctions = lexicon.vocabulary("and")
        roles = lexicon.vocabulary("roles")
        notNames = lexicon.vocabulary("not names")
    }

    /// The authors of a line that starts with "By" or its kin; nil when it is no byline.
    func authors(_ line: Line, _ tokens: [LineToken], _ text: UTF8Text) -> [String]? {
        guard line.words <= 30, line.innerEnds == 0, let first = tokens.firstIndex(where: { $0.kind != .sign }),
            let end = labels.end(tokens, from: first), end < tokens.count
        else { return nil }
        var start = end
        let hasColon = tokens[end].isSign(":")
        if hasColon { start += 1 }
        guard hasColon || tokens[first].isCapitalized else { return nil }
        let found = names(tokens, from: start, text)
        guard !found.names.isEmpty, !found.stopsInsideWords else { return nil }
        // "By Friday the group had left.": a sentence, not a name.
        if line.isTerminated, found.end < tokens.count, tokens[found.end...].filter({ $0.kind == .word }).count > 6 { return nil }
        return found.names
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
            } else if next.isSign(","), let end = name(tokens, from: at + 1), end - at > 2, !isRoleNext(tokens, at + 1) {
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
    private func isAllowedAfterName(_ token: LineToken) -> Bool { Self.afterName.contains(token.value) }

    private static let afterName = Set(
        [
            "in", "for", "of", "at", "from", "à", "pour", "aus", "en", "для", "в", "a", "em", "special", "editor", "reporter",
            "correspondent",
        ]
        .map { Hash64.folded($0) }
    )

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
