internal import TextCore

/// What the lexicons know for texts of one language: flags of single words, and phrases with what they name.
///
/// Made once per language and process.
final class Vocabulary: Sendable {
    /// What a phrase of the gazetteer names.
    struct Entry: Sendable {
        enum Kind: Sendable {
            case place, people, organisation
        }

        let kind: Kind
        /// The same in all languages: `place:ru`, `org:NATO`.
        let key: UInt64
        /// What it stands for besides ("Moscow" for Russia).
        let related: UInt64?
        /// How the name is written, and so must be in a text: "US" is no "us".
        let form: Form

        enum Form: Sendable {
            case allCaps, capitalized, lower
        }
    }

    /// ISO 639-1.
    let language: String
    /// Flags of single words, by hash of the folded word, and of its stem where ``usesStems``.
    let words: WordTable<WordFlags>
    /// Places, peoples and organisations.
    let gazetteer: PhraseTable<Entry>
    /// Roles of several words.
    let roles: PhraseTable<Void>
    /// Whether names and titles are inflected, so that they are looked up by stem too.
    let usesStems: Bool
    /// Whether all nouns are capitalised, so that a capital says little.
    let capitalizesNouns: Bool
    /// Whether what an office is of follows it in the genitive, without a preposition: «президент Франции».
    let bearsGenitives: Bool
    /// Numbers, units and currencies.
    let figures: FigureLexicon
    /// Months, weekdays and the like.
    let times: TimeLexicon

    /// The vocabulary of a language. Languages without lexicons of their own share that of names alone.
    static func of(_ language: String) -> Vocabulary {
        switch language {
        case "en": english
        case "fr": french
        case "de": german
        case "es": spanish
        case "ru": russian
        case "uk": ukrainian
        case "it": italian
        case "pt": portuguese
        case "nl": dutch
        case "ar": arabic
        default: other
        }
    }

    private static let english = Vocabulary("en")
    private static let french = Vocabulary("fr")
    private static let german = Vocabulary("de")
    private static let spanish = Vocabulary("es")
    private static let russian = Vocabulary("ru")
    private static let ukrainian = Vocabulary("uk")
    private static let italian = Vocabulary("it")
    private static let portuguese = Vocabulary("pt")
    private static let dutch = Vocabulary("nl")
    private static let arabic = Vocabulary("ar")
    private static let other = Vocabulary("und")

    private init(_ language: String) {
        self.language = language
        usesStems = language == "ru" || language == "de"
        capitalizesNouns = language == "de"
        bearsGenitives = language == "ru" || language == "uk"
        var builder = VocabularyBuilder(language: language, usesStems: usesStems)
        builder.addFunctionWords()
        builder.addNames()
        builder.addRoles()
        builder.addOrganisations()
        builder.addPlaces()
        figures = FigureLexicon(language: language, flags: &builder)
        times = TimeLexicon(language: language, flags: &builder)
        words = builder.flags
        gazetteer = builder.gazetteer
        roles = builder.roles
    }

    /// The lexicon of function words, by language: also what languages are identified by.
    static let functionWords = LexiconFile(PackageResources.functionwords_txt)
}

extension LexiconFile {
    /// The words of a section whose rows are lists divided by spaces.
    func spacedWords(_ section: String) -> [Substring] {
        self[section].joined().flatMap { $0.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) } }
    }

    /// The same words as a set.
    func spacedWordSet(_ section: String) -> WordSet {
        var words = WordSet()
        forEachWord(of: section) { words.insert(Hash64.folded($0)) }
        return words
    }
}
