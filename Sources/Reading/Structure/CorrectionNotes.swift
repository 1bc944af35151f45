internal import TextCore

/// Recognizes notes that tell what an article had wrong: "Correction: An earlier version of this article …", "FE DE ERRORES:",
/// "In einer früheren Version dieses Artikels hieß es …".
///
/// A class, for its tables are too much to copy.
final class CorrectionNotes: Sendable {
    static let standard = CorrectionNotes(LexiconFile(PackageResources.notes_txt))

    private let labels, notes, versions, texts, acts, sayings, verbs: PhraseTable
    private let calendar = Calendar.standard

    /// How many tokens of a block are asked.
    static let tokens = 40
    /// Within how many tokens from the start a note says that it is one.
    private static let opening = 24
    /// Notes are short.
    static let mostWords = 140

    init(_ lexicon: LexiconFile) {
        func table(_ section: String) -> PhraseTable { PhraseTable(lexicon, section) }
        labels = table("correction labels")
        notes = table("note labels")
        versions = table("versions")
        texts = table("this text")
        acts = table("corrections made")
        sayings = table("was said")
        verbs = table("correction verbs")
    }

    /// Whether the tokens that a block starts with are those of a note. `words` is how many words the block has.
    func isNote(_ tokens: [LineToken], words: Int) -> Bool {
        guard words <= Self.mostWords, let first = tokens.firstIndex(where: { $0.kind != .sign }) else { return false }
        // What somebody says in quotation marks is no note of the outlet's.
        guard !tokens[..<first].contains(where: Self.isQuotationMark) else { return false }
        if opensWithLabel(tokens, first) { return true }
        if first > 0, tokens[0].isSign("("), verbs.end(tokens, from: first) != nil, tokens[first].isCapitalized { return true }
        return tellsOfCorrection(tokens, first)
    }

    /// Whether the tokens are the heading of a note and nothing else: "Correction".
    func isHeading(_ tokens: [LineToken]) -> Bool {
        guard let first = tokens.firstIndex(where: { $0.kind != .sign }), let end = labels.end(tokens, from: first) else {
            return false
        }
        return tokens[end...].allSatisfy { $0.kind == .sign && !$0.isSign("?") }
    }

    /// "Correction:", "Correction (Feb. 6, 2024):", "CORRECTION —", "Corrections & clarifications •".
    private func opensWithLabel(_ tokens: [LineToken], _ first: Int) -> Bool {
        guard tokens[first].isCapitalized, let end = labels.end(tokens, from: first), end < tokens.count else { return false }
        if tokens[end].isDash, tokens[end].isAfterSpace || tokens[end].length > 1 {
            return tokens[first].isAllCaps || tellsOfCorrection(tokens, end)
        }
        let dated = endOfDate(tokens, from: end)
        guard dated < tokens.count else { return false }
        if tokens[dated].isSign(":") { return true }
        return dated > end && tokens[dated - 1].isSign(")") && tellsOfCorrection(tokens, dated)
    }

    /// The colon behind a label, with a date, at most, between the two.
    private func colon(_ tokens: [LineToken], behind label: Int) -> Int? {
        let at = endOfDate(tokens, from: label)
        return at < tokens.count && tokens[at].isSign(":") ? at : nil
    }

    /// Where a date that may follow a label ends; all tokens if it does not within a few of them.
    private func endOfDate(_ tokens: [LineToken], from start: Int) -> Int {
        var at = start
        while at < tokens.count, at - start <= Self.longestDate {
            let token = tokens[at]
            let isDated =
                token.kind == .number || token.isSign("(") || token.isSign(")") || token.isSign(",") || token.isSign(".")
                || token.isSign("/") || token.isSign("[") || token.isSign("]") || token.isDash
                || token.kind == .word && isOfDates(token)
            guard isDated else { return at }
            at += 1
        }
        return tokens.count
    }

    /// How many tokens a date has at most, brackets and commas counted.
    private static let longestDate = 10

    private func isOfDates(_ token: LineToken) -> Bool {
        calendar.months[token.value] != nil || calendar.weekdays.contains(token.value) || calendar.fillers.contains(token.value)
            || calendar.labels.contains(token.value)
    }

    /// "An earlier version of this article", "This story has been corrected".
    private func tellsOfCorrection(_ tokens: [LineToken], _ first: Int) -> Bool {
        let last = min(tokens.count, first + Self.opening)
        // After "Editor's note:" the words may come later.
        let noteEnd = notes.end(tokens, from: first).flatMap { colon(tokens, behind: $0) }.map { $0 + 1 }
        let start = noteEnd ?? first
        if let noteEnd, follows(acts, tokens, noteEnd, within: Self.opening) { return true }
        var at = first
        while at < last {
            if Self.isQuotationMark(tokens[at]) { return false }
            if let end = versions.end(tokens, from: at),
                follows(texts, tokens, end, within: 4) || sayings.end(tokens, from: end) != nil
            {
                return true
            }
            if at <= start + 2, let end = texts.end(tokens, from: at), follows(acts, tokens, end, within: 6) { return true }
            at += 1
        }
        return false
    }

    private func follows(_ table: PhraseTable, _ tokens: [LineToken], _ start: Int, within distance: Int) -> Bool {
        for at in start..<min(tokens.count, start + distance + 1) where table.end(tokens, from: at) != nil { return true }
        return false
    }

    private static func isQuotationMark(_ token: LineToken) -> Bool {
        token.isSign("\"") || token.isSign("“") || token.isSign("”") || token.isSign("„") || token.isSign("«")
            || token.isSign("»")
    }
}
