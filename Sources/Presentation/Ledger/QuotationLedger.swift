internal import Collation
internal import Speech
internal import TextCore

/// Quotations of one or more articles by who said them.
struct QuotationLedger {
    /// One quotation at its place.
    struct Entry {
        var article: Int
        /// Its index among the article's quotations.
        var index: Int
        var quotation: Quotation

        var passage: Passage { Passage(article: article, range: quotation.range) }
    }

    /// Everything that one speaker says.
    struct Account {
        /// The fullest name by which an article gives the speaker; nil where no speaker was found.
        var speaker: String?
        var entries: [Entry]
    }

    /// Speakers in order of their first words; those without a speaker last. What is no speech is left out.
    let accounts: [Account]
    /// What stands in quotation marks and is no speech.
    let notSpeech: [Entry]

    init(_ articles: [AnalyzedArticle]) {
        var accounts: [Account] = []
        var names = SpeakerNames()
        var unknown: [Entry] = []
        var notSpeech: [Entry] = []
        for (index, analyzed) in articles.enumerated() {
            for (number, quotation) in analyzed.speech.quotations.enumerated() where !analyzed.speech.isWording(number) {
                let entry = Entry(article: index, index: number, quotation: quotation)
                guard quotation.isSpeech else {
                    notSpeech.append(entry)
                    continue
                }
                guard let speaker = quotation.speaker, !speaker.name.isEmpty else {
                    unknown.append(entry)
                    continue
                }
                let name = speaker.name
                let (account, isFullest) = names.account(of: name, isCollective: speaker.kind == .collective)
                if account == accounts.count {
                    accounts.append(Account(speaker: name, entries: [entry]))
                } else {
                    accounts[account].entries.append(entry)
                    if isFullest { accounts[account].speaker = name }
                }
            }
        }
        if !unknown.isEmpty { accounts.append(Account(speaker: nil, entries: unknown)) }
        self.accounts = accounts
        self.notSpeech = notSpeech
    }

    static func words(_ name: String) -> [UInt64] {
        name.split { $0 == " " || $0 == "\u{A0}" }.map { Hash64.folded(String($0)) }
    }

    /// One name is the other, or the end of it ("Peskov", "Dmitry Peskov").
    static func isSame(_ one: [UInt64], _ other: [UInt64]) -> Bool {
        let (short, long) = one.count <= other.count ? (one, other) : (other, one)
        return !short.isEmpty && long.suffix(short.count).elementsEqual(short)
    }
}
