internal import TextCore

/// Words whose neighbours in quotation marks are speech, or are not.
struct MarkWords: Sendable {
    /// Give somebody or something a name ("called", "dubbed").
    let naming: Set<UInt64>
    /// Judge somebody or something in words ("assailed", "hailed").
    let judging: Set<UInt64>
    /// Nouns of what is said ("chants", "remarks").
    let saying: Set<UInt64>
    /// Nouns of what a crowd calls out ("chants").
    let outcry: Set<UInt64>
    /// Verbs and nouns that call something what stands behind "as" ("hailed").
    let calledAs: Set<UInt64>
    /// What carries words that nobody says ("banner", "cap").
    let carrying: Set<UInt64>
    /// What is done to a thing on which words stand ("engraved").
    let inscribing: Set<UInt64>
    /// Works that have titles.
    let work: Set<UInt64>
    /// Those who make or follow works ("host", "star").
    let maker: Set<UInt64>
    /// What is done with works ("sang", "watched").
    let making: Set<UInt64>
    /// What has a name of its own ("operation", "clause").
    let grouping: Set<UInt64>

    /// The English words.
    static let english = MarkWords(LexiconFile(PackageResources.mark_words_txt))

    private init(_ file: LexiconFile) {
        naming = file.words("naming")
        judging = file.words("judging")
        saying = file.words("saying")
        calledAs = file.words("called as")
        outcry = file.words("outcry")
        carrying = file.words("carrying")
        inscribing = file.words("inscribing")
        work = file.words("work")
        maker = file.words("maker")
        making = file.words("making")
        grouping = file.words("grouping")
    }
}
