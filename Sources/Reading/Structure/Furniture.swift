internal import TextCore

/// A label for a line and the rule that gave it.
struct Label: Sendable {
    let kind: Block.Kind
    let reason: String

    init(_ kind: Block.Kind, _ reason: String) {
        self.kind = kind
        self.reason = reason
    }

    /// Whether it is a label of the body.
    var isRunning: Bool { kind == .paragraph || kind == .listItem }
}

/// What a page has around its text and says in set phrases: promos, share prompts, navigation, newsletters, notices.
///
/// Precision comes first: a line that reads as running text is never furniture.
///
/// A class, for two dozen tables are too much to copy.
final class Furniture: Sendable {
    static let standard = Furniture(LexiconFile(PackageResources.furniture_txt))

    private let promoLabel, promoStart, relatedWhole: PhraseTable
    private let shareWhole, shareInside, shareStart: PhraseTable
    private let shareNeeds: Set<UInt64>
    private let newsletterInside, newsletterStart: PhraseTable
    private let newsletterNeeds, readingWords, minuteWords, contactWords: Set<UInt64>
    private let newsletterWhole, relatedStart, topicsWhole, noticeStart: PhraseTable
    private let navigationWhole, navigationLabel, sectionWhole: PhraseTable
    private let commentsWhole, commentsStart, advertisementWhole, noticeInside, embedInside: PhraseTable
    private let firstPublishedStart, firstPublishedInside: PhraseTable
    private let shortcodes: Set<UInt64>
    private let linkOpeners, pointerTails, invitationInside, invitationAtEnd: PhraseTable
    private let embedHosts: Set<UInt64>

    init(_ lexicon: LexiconFile) {
        func table(_ section: String) -> PhraseTable { PhraseTable(lexicon, section) }
        promoLabel = table("promo label")
        promoStart = table("promo start")
        relatedWhole = table("related whole")
        shareWhole = table("share whole")
        shareInside = table("share inside")
        shareStart = table("share start if")
        shareNeeds = lexicon.vocabulary("share needs")
        newsletterInside = table("newsletter inside")
        newsletterStart = table("newsletter start if")
        newsletterNeeds = lexicon.vocabulary("newsletter needs")
        newsletterWhole = table("newsletter whole")
        relatedStart = table("related start")
        topicsWhole = table("topics whole")
        noticeStart = table("notice start")
        readingWords = lexicon.vocabulary("reading words")
        minuteWords = lexicon.vocabulary("minute words")
        contactWords = lexicon.vocabulary("contact words")
        navigationWhole = table("navigation whole")
        navigationLabel = table("navigation label")
        sectionWhole = table("section whole")
        commentsWhole = table("comments whole")
        commentsStart = table("comments start")
        advertisementWhole = table("advertisement whole")
        noticeInside = table("notice inside")
        embedInside = table("embed inside")
        firstPublishedStart = table("first published start")
        firstPublishedInside = table("first published inside")
        shortcodes = lexicon.vocabulary("shortcodes")
        linkOpeners = table("promo label before links")
        pointerTails = table("pointer tails")
        invitationInside = table("invitation inside")
        invitationAtEnd = table("invitation at the end")
        embedHosts = lexicon.vocabulary("embed hosts")
    }

    /// The label of a line that is furniture by its words alone. `tokens` are all of a line of up to 60 words.
    func label(_ line: Line, _ tokens: [LineToken], _ bytes: Span<UInt8>) -> Label? {
        guard let first = tokens.first else { return nil }
        if let label = address(tokens) ?? shortcode(tokens, first, bytes) { return label }
        guard tokens.contains(where: { $0.kind == .word }) else {
            if tokens.allSatisfy({ $0.kind == .sign }) { return Label(.other, "signs without words") }
            return tokens.count <= 2 && first.kind == .number ? Label(.other, "a number without words") : nil
        }
        if isWhole(advertisementWhole, tokens) { return Label(.other, Self.advertisement) }
        if isWhole(commentsWhole, tokens) { return Label(.other, Self.commentsPrompt) }
        if isWhole(relatedWhole, tokens) { return Label(.relatedLink, Self.relatedHeading) }
        if line.words <= 7, !line.isTerminated, line.words >= 3, relatedStart.end(tokens, from: 0) != nil, first.isCapitalized,
            tokens.last?.isCapitalized == true
        {
            return Label(.relatedLink, Self.relatedHeading)
        }
        if isWhole(newsletterWhole, tokens) { return Label(.newsletter, Self.newsletterHeading) }
        if isWhole(topicsWhole, tokens) { return Label(.navigation, Self.topicsHeading) }
        if isWhole(shareWhole, tokens) { return Label(.sharePrompt, "a button for sharing") }
        if isWhole(navigationWhole, tokens) { return Label(.navigation, "a menu entry") }
        if let label = breadcrumb(tokens) { return label }
        // "Also on", an address, a title: the title may be as long as titles get.
        if line.words <= 60, let label = promo(line, tokens) { return label }
        // "The post Council closes bridge appeared first on The Herald."
        if let end = firstPublishedStart.end(tokens, from: 0),
            firstPublishedInside.first(in: tokens).map({ $0.lowerBound >= end }) == true
        {
            return Label(.other, "where the text appeared first")
        }
        let holdsNotice = noticeInside.first(in: tokens) != nil
        if line.words <= 45, let end = noticeStart.end(tokens, from: start(of: tokens)),
            end > 1 && tokens[0].isCapitalized && end >= 3 || holdsNotice
        {
            return Label(.other, Self.siteNotice)
        }
        guard line.words <= 30 else { return nil }
        if line.words <= 25, let label = newsletter(line, tokens) ?? share(line, tokens) { return label }
        if line.words <= 12, navigationLabel.end(tokens, from: 0).map({ isLabelEnd(tokens, $0) && $0 < tokens.count }) == true {
            return Label(.navigation, "a list of the article's topics")
        }
        if line.words <= 20, commentsStart.end(tokens, from: start(of: tokens)) != nil {
            return Label(.other, Self.commentsPrompt)
        }
        if line.words <= 25, line.innerEnds <= 1, embedInside.first(in: tokens) != nil {
            return Label(.embed, "an embedded post")
        }
        if let label = notice(line, tokens) { return label }
        if holdsNotice, line.words <= 14 || !line.isRunningText && !line.isTerminated {
            return Label(.other, Self.siteNotice)
        }
        return nil
    }

    /// The reasons of lines that are furniture whatever stands around them, some of them at the end of a text only.
    static let advertisement = "an advertisement mark"
    static let siteNotice = "a notice of the site"
    static let newsletterInvitation = "an invitation to a newsletter"
    static let shareInvitation = "an invitation to share"
    static let pointer = "a pointer to another article: label and title"
    static let pointerInCapitals = "a pointer to another article: label in capitals and title"
    /// The reason of a line that asks for comments, or counts them.
    static let commentsPrompt = "a prompt for comments"
    /// The reason of a line that is an address.
    static let address = "an address alone on its line"
    /// The reasons of lines that are markup left over, never words.
    static let shortcode = "a shortcode of a publishing system"
    static let markdownImage = "an image in Markdown"
    static let tag = "a tag of HTML"
    /// The reasons of lines that no reader reads, whatever stands around them.
    static let unread: Set<String> = [shortcode, markdownImage, tag]
    /// The reasons of the lines that head lists.
    static let relatedHeading = "the heading of a list of other articles"
    static let newsletterHeading = "the heading of an invitation to a newsletter"
    static let topicsHeading = "the heading of the article's topics"

    /// The reason of a promo that names its site.
    static let ownSite = "a pointer to another article of the site it names"

    /// Whether a line names a section of a site ("World"), as it stands above headlines.
    func isSection(_ tokens: [LineToken]) -> Bool { isWhole(sectionWhole, tokens) }

    /// Whether the words of a link say nothing but that there is more: "read more".
    func isPointerTail(_ tokens: [LineToken]) -> Bool { isWhole(pointerTails, tokens) }

    /// Whether a short line asks to install, to join a channel, to report a slip: set phrases of a page's own voice.
    /// What only ends of texts ask for, to install an app, may be an item of a list elsewhere.
    func isInvitation(_ tokens: [LineToken], isLast: Bool) -> Bool {
        invitationInside.first(in: tokens) != nil || isLast && invitationAtEnd.first(in: tokens) != nil
    }

    /// Whether a line is the address of a video or a post, which sites that cannot show them leave as it is.
    func isAddressOfEmbed(_ tokens: [LineToken]) -> Bool {
        address(tokens) != nil && tokens.prefix(8).contains { $0.kind == .word && embedHosts.contains($0.value) }
    }

    /// Where the title starts in a line that opens as pointers to other articles do: "Read also: …", ">> LIRE AUSSI - …". On a
    /// page, where the title is a link, such an opener needs no sign behind it.
    func titleAfterOpener(_ tokens: [LineToken]) -> Int? {
        let start = start(of: tokens)
        guard start < tokens.count, tokens[start].isCapitalized || start > 0,
            let end = promoLabel.end(tokens, from: start) ?? linkOpeners.end(tokens, from: start), end < tokens.count
        else { return nil }
        let title = tokens[end...].firstIndex { $0.kind != .sign || Self.opensQuotation($0) }
        guard let title else { return nil }
        let hasSeparator = title > end && tokens[end..<title].contains(where: Self.isSeparator)
        if hasSeparator { return title }
        guard tokens[title].kind != .word || tokens[title].isCapitalized else { return nil }
        let isShouted = tokens[start..<end].allSatisfy { $0.isAllCaps || $0.kind == .sign || $0.length <= 2 }
        return end - start >= 2 || isShouted && !tokens[title].isAllCaps ? title : nil
    }

    private static func opensQuotation(_ token: LineToken) -> Bool {
        token.isSign("“") || token.isSign("„") || token.isSign("«")
    }

    /// A sign between an opener and a title.
    private static func isSeparator(_ token: LineToken) -> Bool {
        token.isSign(":") || token.isSign("|") || token.isSign(">") || token.isSign("»") || token.isSign("›")
            || token.isSign("→") || token.isDash && token.isAfterSpace
    }

    // MARK: Rules

    private func promo(_ line: Line, _ tokens: [LineToken]) -> Label? {
        let start = start(of: tokens)
        if line.words <= 60, line.innerEnds <= 1, let end = promoLabel.end(tokens, from: start), end < tokens.count {
            let next = tokens[end]
            let hasSeparator =
                next.isSign(":") || next.isSign("|") || next.isSign(">") || next.isSign("»") || next.isSign("›")
                || next.isSign("→") || next.isDash && next.isAfterSpace
            // One word before a dash or bar is too little: "More – and better – schools".
            let isEnough = end - start >= 2 || next.isSign(":") && !line.isTerminated
            if hasSeparator, isEnough { return Label(.promo, Self.pointer) }
            let isShouted =
                end - start >= 2 && tokens[start..<end].allSatisfy { $0.isAllCaps || $0.length <= 2 && $0.isCapitalized }
                && !next.isAllCaps && next.isCapitalized
            if isShouted { return Label(.promo, Self.pointerInCapitals) }
        }
        if let end = promoStart.end(tokens, from: start), line.innerEnds <= 1 {
            if tokens[start].isCapitalized, isHost(tokens, end) {
                return Label(.promo, Self.ownSite)
            }
            if end - start >= 3, line.words <= 25 { return Label(.promo, "an invitation to other content") }
        }
        return nil
    }

    private func newsletter(_ line: Line, _ tokens: [LineToken]) -> Label? {
        let isAsked =
            newsletterStart.end(tokens, from: start(of: tokens)) != nil
            && tokens.contains { $0.kind == .word && newsletterNeeds.contains($0.value) }
        if isAsked || line.words <= 20 && newsletterInside.first(in: tokens) != nil {
            return Label(.newsletter, Self.newsletterInvitation)
        }
        return nil
    }

    private func share(_ line: Line, _ tokens: [LineToken]) -> Label? {
        if line.words <= 16, shareInside.first(in: tokens) != nil { return Label(.sharePrompt, Self.shareInvitation) }
        let start = start(of: tokens)
        if line.words <= 12, let end = shareStart.end(tokens, from: start),
            !line.isTerminated || line.innerEnds > 0 || line.words <= 8,
            tokens[end...].contains(where: { $0.kind == .word && shareNeeds.contains($0.value) })
        {
            return Label(.sharePrompt, Self.shareInvitation)
        }
        return nil
    }

    /// "Lecture 2 min.", "Know more? Email tips@…", "($1 = 0.98 euros)".
    private func notice(_ line: Line, _ tokens: [LineToken]) -> Label? {
        let words = tokens.lazy.filter { $0.kind == .word }
        if line.words <= 4 || line.words <= 7 && !line.isTerminated, tokens.contains(where: { $0.kind == .number }),
            words.contains(where: { minuteWords.contains($0.value) }),
            words.contains(where: { readingWords.contains($0.value) })
        {
            return Label(.other, Self.siteNotice)
        }
        if line.words <= 20, holdsMailAddress(tokens), words.contains(where: { contactWords.contains($0.value) }) {
            return Label(.other, "an invitation to write")
        }
        if let first = tokens.first, let last = tokens.last, first.isSign("("), last.isSign(")"), line.words <= 12,
            tokens.contains(where: { $0.isSign("=") }), tokens.contains(where: { $0.kind == .number })
        {
            return Label(.other, "a note on a rate of exchange")
        }
        return nil
    }

    private func holdsMailAddress(_ tokens: [LineToken]) -> Bool {
        for at in tokens.indices.dropFirst().dropLast(3) where tokens[at].isSign("@") && !tokens[at].isAfterSpace {
            let host = tokens[(at + 1)...].prefix { !$0.isAfterSpace }
            if host.contains(where: { $0.isSign(".") }) { return true }
        }
        return false
    }

    /// "Home > World > Europe", "News | World | Video".
    private func breadcrumb(_ tokens: [LineToken]) -> Label? {
        // "« Offshore »", "»Ja«, sagte sie.": words in quotation marks.
        if tokens.first?.isSign("«") == true || tokens.last?.isSign("»") == true { return nil }
        if tokens.contains(where: { $0.isSign("«") }), tokens.contains(where: { $0.isSign("»") }) { return nil }
        if tokens.contains(where: { $0.isSign("‹") }), tokens.contains(where: { $0.isSign("›") }) { return nil }
        guard tokens.contains(where: { $0.kind == .sign && (Self.isArrow($0) || Self.isBar($0)) }) else { return nil }
        var (arrows, bars, known, longest, words) = (0, 0, 0, 0, 0)
        var start = 0
        for index in 0...tokens.count {
            let token = index < tokens.count ? tokens[index] : nil
            let isArrow = token.map(Self.isArrow) ?? false
            let isBar = token.map(Self.isBar) ?? false
            if isArrow { arrows += 1 }
            if isBar { bars += 1 }
            if isArrow || isBar || token == nil {
                let part = Array(tokens[start..<index])
                if isWhole(sectionWhole, part) || isWhole(navigationWhole, part) || isWhole(shareWhole, part) { known += 1 }
                longest = max(longest, words)
                words = 0
                start = index + 1
            } else if token?.kind != .sign {
                words += 1
            }
        }
        if arrows > 0, longest <= 4, tokens.count <= 30 { return Label(.navigation, "a path through the site") }
        if bars > 0, longest <= 4, known * 2 > bars + 1 { return Label(.navigation, "a row of menu entries") }
        return nil
    }

    /// A sign between the steps of a path, and one between the entries of a row.
    private static func isArrow(_ token: LineToken) -> Bool {
        token.isAfterSpace && (token.isSign(">") || token.isSign("›") || token.isSign("»") || token.isSign("→"))
    }
    private static func isBar(_ token: LineToken) -> Bool {
        token.isSign("|") || token.isSign("•") || token.isSign("·") || token.isAfterSpace && token.isSign("/")
    }

    /// Whether a line is nothing but an address.
    func isAddress(_ tokens: [LineToken]) -> Bool { address(tokens) != nil }

    private func address(_ tokens: [LineToken]) -> Label? {
        guard tokens.count >= 3, tokens.dropFirst().allSatisfy({ !$0.isAfterSpace }) else { return nil }
        let isLink = tokens[0].value == Self.http || tokens[0].value == Self.https
        let isAddress = isLink && tokens[1].isSign(":") || tokens[0].value == Self.www && tokens[1].isSign(".")
        return isAddress ? Label(.relatedLink, Self.address) : nil
    }

    private static let http = Hash64.folded("http")
    private static let https = Hash64.folded("https")
    private static let www = Hash64.folded("www")

    /// "[caption id=…]", "![alt](…)", "<iframe …>".
    private func shortcode(_ tokens: [LineToken], _ first: LineToken, _ bytes: Span<UInt8>) -> Label? {
        guard let last = tokens.last, tokens.count >= 3 else { return nil }
        if first.isSign("["), last.isSign("]") {
            let name = tokens[1].isSign("/") ? tokens[2] : tokens[1]
            if name.kind == .word, shortcodes.contains(name.value) { return Label(.embed, Self.shortcode) }
        }
        if first.isSign("!"), tokens[1].isSign("["), last.isSign(")") { return Label(.embed, Self.markdownImage) }
        if first.isSign("<"), last.isSign(">"), tokens[1].isSign("/") || tokens[1].kind == .word, !tokens[1].isAfterSpace {
            return Label(.embed, Self.tag)
        }
        return nil
    }

    // MARK: Shapes

    /// Where the words start: after bullets, arrows and brackets.
    private func start(of tokens: [LineToken]) -> Int { tokens.firstIndex { $0.kind != .sign } ?? 0 }

    /// Whether the tokens are one phrase and nothing else but signs and a count.
    private func isWhole(_ table: PhraseTable, _ tokens: [LineToken]) -> Bool {
        var start = start(of: tokens)
        // "5 comments"
        if start + 1 < tokens.count, tokens[start].kind == .number { start += 1 }
        guard tokens.count <= 16, let end = table.end(tokens, from: start) else { return false }
        var counts = 0
        return tokens[end...].allSatisfy { token in
            if token.kind == .number { counts += 1 }
            return token.kind == .sign && !token.isSign("?") || token.kind == .number && counts <= 1
        }
    }

    private func isLabelEnd(_ tokens: [LineToken], _ end: Int) -> Bool {
        guard end < tokens.count else { return true }
        return tokens[end].isSign(":") || tokens[end].isSign("|")
    }

    /// Whether "rt.com" or the like follows.
    private func isHost(_ tokens: [LineToken], _ at: Int) -> Bool {
        at + 2 < tokens.count && tokens[at].kind != .sign && tokens[at + 1].isSign(".") && !tokens[at + 1].isAfterSpace
            && tokens[at + 2].kind == .word && !tokens[at + 2].isAfterSpace && tokens[at + 2].length >= 2
    }
}
