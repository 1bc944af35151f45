internal import TextCore

/// What the words of a page say of the page: that the rest is for subscribers, or that it asks for consent.
final class PageNotices: Sendable {
    static let standard = PageNotices(LexiconFile(PackageResources.notes_txt))

    private let subscription, offers, consent, asides, privacy, refusals: PhraseTable
    private let closings, closingStarts, invitations, contacts: PhraseTable
    private let aboutAuthors: Set<UInt64>

    init(_ lexicon: LexiconFile) {
        subscription = PhraseTable(lexicon, "subscription asked")
        offers = PhraseTable(lexicon, "subscription offered")
        consent = PhraseTable(lexicon, "consent asked")
        asides = PhraseTable(lexicon, "asides whole")
        closings = PhraseTable(lexicon, "closing lines")
        invitations = PhraseTable(lexicon, "follow phrases")
        privacy = PhraseTable(lexicon, "privacy notices")
        contacts = PhraseTable(lexicon, "contact lines")
        closingStarts = PhraseTable(lexicon, "closing starts")
        refusals = PhraseTable(lexicon, "access refused")
        aboutAuthors = lexicon.vocabulary("about authors")
    }

    /// Those who ask for a subscription do so in few words.
    static let mostWords = 45

    /// Whether the words of a short text ask for a subscription, or speak of those that there are.
    func subscriptionNotices(_ tokens: [LineToken]) -> BlockWords.Notices {
        // What somebody says of subscriptions in quotation marks is no notice.
        guard tokens.first?.isSign("“") != true, tokens.first?.isSign("\"") != true, tokens.first?.isSign("„") != true else {
            return []
        }
        var notices: BlockWords.Notices = []
        if subscription.first(in: tokens) != nil { notices.insert(.subscription) }
        if offers.first(in: tokens) != nil { notices.insert(.offer) }
        return notices
    }

    /// Whether a line is one that stands alone between paragraphs and is no text, signs aside.
    func isAside(_ tokens: [LineToken]) -> Bool {
        guard let first = tokens.firstIndex(where: { $0.kind != .sign }), let end = asides.end(tokens, from: first) else {
            return false
        }
        return tokens[end...].allSatisfy { $0.kind == .sign && !$0.isSign("?") }
    }

    /// Whether a text tells readers of cookies and of data about them. What somebody says of such in quotation marks is no notice.
    func isOfPrivacy(_ tokens: [LineToken]) -> Bool {
        let marks: [Unicode.Scalar] = ["“", "\"", "„", "«"]
        guard let first = tokens.first, !marks.contains(where: first.isSign) else { return false }
        return privacy.first(in: tokens) != nil
    }

    /// Whether what follows an author's name tells of the author.
    func isAbout(_ rest: Substring) -> Bool {
        let text = UTF8Text(String(rest.prefix(40)))
        let tokens = LineToken.scan(text.span, text.range, limit: 3)
        guard let first = tokens.first(where: { $0.kind == .word }), first.isAfterSpace else { return false }
        return !first.isCapitalized && aboutAuthors.contains(first.value)
    }

    /// The label of a last line that says who helped, where to write to, or whom to follow.
    func closingLine(_ tokens: [LineToken], isLinked: Bool, hasAddress: Bool) -> Label? {
        if hasAddress, contacts.first(in: tokens) != nil { return Label(.byline, "says where to write to the author") }
        if closings.first(in: tokens) != nil { return Label(.credit, "says where the text comes from or who helped") }
        // "© dpa-infocom, dpa:240205-99-123456/2", "(Avec AFP)": a sentence that starts so goes on.
        if tokens.count <= 40, let start = tokens.firstIndex(where: { $0.kind != .sign }), start <= 1,
            let end = closingStarts.end(tokens, from: start)
        {
            let isCoverage = tokens.contains { $0.isSign("/") }
            let words = tokens[end...].count { $0.kind == .word }
            if isCoverage || words <= 2 { return Label(.credit, "says where the text comes from or who helped") }
        }
        guard isLinked, tokens.count <= 40, tokens.first?.isCapitalized == true, invitations.end(tokens, from: 0) != nil else {
            return nil
        }
        return Label(.promo, "asks readers to follow")
    }

    /// A page that asks for consent says no more than this many words.
    private static let mostWordsOfConsent = 700
    private static let fewestPhrases = 3

    /// The words of a page that asks for consent to cookies and is nothing else: three of its phrases, in blocks that are
    /// most of its text; nil for other pages.
    func consentAsked(_ page: SegmentedPage, _ profiles: [TextProfile]) -> String? {
        let words = profiles.reduce(0) { $0 + $1.words }
        guard words <= Self.mostWordsOfConsent else { return nil }
        var phrases: [UInt64: Range<Int>] = [:]
        var (asking, all) = (0, 0)
        for (block, profile) in zip(page.blocks, profiles) where profile.words > 5 {
            let tokens = LineToken.scan(page.text.span, block.range, limit: 400)
            var isAsking = false
            for at in tokens.indices {
                guard let end = consent.end(tokens, from: at) else { continue }
                isAsking = true
                phrases[tokens[at].value ^ tokens[end - 1].value &* 3] =
                    tokens[at].range.lowerBound..<tokens[end - 1].range.upperBound
            }
            all += profile.words
            if isAsking { asking += profile.words }
        }
        guard phrases.count >= Self.fewestPhrases, asking * 2 > all else { return nil }
        let first = phrases.values.sorted { $0.lowerBound < $1.lowerBound }.prefix(Self.fewestPhrases)
        return "says “" + first.map { String(decoding: page.text[$0], as: UTF8.self) }.joined(separator: "”, “") + "”"
    }

    /// A page that refuses access says no more than this many words.
    private static let mostWordsOfRefusal = 150

    /// The words of a page that asks for proof of being human, or gives no access; nil for other pages. Articles on such pages
    /// have more words.
    func accessRefused(_ page: SegmentedPage, _ profiles: [TextProfile]) -> String? {
        guard profiles.reduce(0, { $0 + $1.words }) <= Self.mostWordsOfRefusal else { return nil }
        for block in page.blocks {
            let tokens = LineToken.scan(page.text.span, block.range, limit: 200)
            guard !tokens.contains(where: { $0.isSign("“") || $0.isSign("„") || $0.isSign("«") }) else { continue }
            for at in tokens.indices {
                guard let end = refusals.end(tokens, from: at) else { continue }
                let said = tokens[at].range.lowerBound..<tokens[end - 1].range.upperBound
                return "says “" + String(decoding: page.text[said], as: UTF8.self) + "”"
            }
        }
        return nil
    }
}
