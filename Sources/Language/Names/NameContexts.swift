internal import TextCore

/// The data of `Lexicons/namecontexts.txt`: words that tell a name from an ordinary word beside it.
struct NameContexts: Sendable {
    static let shared = NameContexts()

    /// Months that are surnames, too.
    let monthSurnames: WordSet
    /// What stands in front of a month that is one, and in front of a first name that is a time.
    let beforeMonths: WordSet
    let beforeFirstNames: WordSet
    /// What stands behind a hyphen and is no syllable of a name.
    let compounds: WordSet
    /// Words written small that open surnames, by themselves and in front of a hyphen; those of them that are first names, too.
    let particles: WordSet
    let joinedParticles: WordSet
    let particlesOrFirstNames: WordSet
    /// Family names that stand in front of what is given: “Park” of Park Geun-hye.
    let familyNames: WordSet
    /// What German compounds go on with, longest first where one opens another.
    let compoundParts: [String]
    /// What the names of laws and treaties end with, which have acronyms, too.
    let things: WordSet
    /// Titles that go with first names: “Sir Keir”.
    let firstNameTitles: WordSet
    /// What shows a verb behind it, and what joins two roles.
    let beforeVerbs: WordSet
    let rolesOrVerbs: WordSet
    let coordinators: WordSet
    /// What stands in front of the name of a firm, and behind it in front of one of its people.
    let beforeFirms: WordSet
    let behindFirms: WordSet
    /// What stands in front of a place rather than a person.
    let beforePlaces: WordSet
    /// Behind a place ("Zelmund residents"), and in front of it ("the town of").
    let behindPlaces: WordSet
    let nounsOfPlaces: WordSet
    let ofPlaces: WordSet
    /// In front of "in" where what follows is no place: "confidence in".
    let notInPlaces: WordSet
    /// What people do and hardly anybody else ("married"), and what is done to them ("thanked").
    let actsOfPeople: WordSet
    let beforePeople: WordSet
    /// Nouns without an article that open sentences and say something: "police".
    let speakingNouns: WordSet
    /// First names that are everyday words, too: "Mark".
    let wordsAsFirstNames: WordSet
    /// Behind a prize's name and a hyphen: “Oscar-winning”; and letters behind names that are none of them: “Fiona Keats KC”.
    let behindPrizes: WordSet
    let postNominals: WordSet
    /// Titles that people bear with the name of a place behind them: "Prince of Wales".
    let styles: WordSet
    /// Between somebody's name and another that he is known by: "also known as".
    let bynames: PhraseTable<Void>
    private let placePrepositions: [String: WordSet]
    private let file = LexiconFile(PackageResources.namecontexts_txt)

    private init() {
        monthSurnames = file.spacedWordSet("month surname")
        beforeMonths = file.spacedWordSet("before month")
        beforeFirstNames = file.spacedWordSet("before first name")
        compounds = file.spacedWordSet("compound")
        beforeVerbs = file.spacedWordSet("before verb")
        rolesOrVerbs = file.spacedWordSet("role or verb")
        compoundParts = file.spacedWords("compound part").map(String.init)
        things = file.spacedWordSet("thing")
        familyNames = file.spacedWordSet("family name")
        firstNameTitles = file.spacedWordSet("title of first name")
        coordinators = file.spacedWordSet("coordinator")
        beforeFirms = file.spacedWordSet("before firm")
        behindFirms = file.spacedWordSet("behind firm")
        beforePlaces = file.spacedWordSet("before place")
        behindPlaces = file.spacedWordSet("behind place")
        nounsOfPlaces = file.spacedWordSet("noun of place")
        ofPlaces = file.spacedWordSet("of place")
        notInPlaces = file.spacedWordSet("no place")
        actsOfPeople = file.spacedWordSet("act of people")
        beforePeople = file.spacedWordSet("before people")
        speakingNouns = file.spacedWordSet("speaking noun")
        wordsAsFirstNames = file.spacedWordSet("word as first name")
        behindPrizes = file.spacedWordSet("behind prize")
        postNominals = file.spacedWordSet("post-nominal")
        placePrepositions = Dictionary(
            uniqueKeysWithValues: ["de", "en", "es", "fr", "it", "ru", "uk"].map { [file] in
                ($0, file.spacedWordSet("in place \($0)"))
            }
        )
        styles = file.spacedWordSet("style")
        bynames = PhraseTable(file["byname"].compactMap { row in row.first.map { ($0, ()) } })
        particles = file.spacedWordSet("particle")
        joinedParticles = file.spacedWordSet("joined particle")
        particlesOrFirstNames = file.spacedWordSet("particle or first name")
    }

    /// What stands in front of places in a language, and seldom in front of anything else with a capital and without an article.
    func inPlaces(_ language: String) -> WordSet { placePrepositions[language] ?? WordSet() }

    /// Words of time that open sentences in front of names, in a language that the time scanner does not read; in those without a
    /// vocabulary of their own all of them.
    func times(_ language: String) -> [Substring] {
        let languages = language == "und" ? ["pl", "tr"] : [language]
        return languages.flatMap { file.spacedWords("time \($0)") }
    }
}
