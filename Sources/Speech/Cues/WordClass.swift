/// What attribution needs to know about a word. A word may be in several classes.
struct WordClass: OptionSet, Sendable, Hashable {
    let rawValue: UInt64

    /// Introduces words as said or written.
    static let speech = WordClass(rawValue: 1 << 0)
    /// Takes an addressee before the content ("told reporters").
    static let tell = WordClass(rawValue: 1 << 1)
    /// Judges or thinks: owns a quoted fragment.
    static let attitude = WordClass(rawValue: 1 << 2)
    /// Is speech only right beside quoted words.
    static let manner = WordClass(rawValue: 1 << 3)
    /// Stands before its source ("according to").
    static let source = WordClass(rawValue: 1 << 4)
    /// Stands behind its source ("zufolge").
    static let sourceAfter = WordClass(rawValue: 1 << 5)
    /// A cue verb whose subject stands elsewhere ("saying", "calling").
    static let gerund = WordClass(rawValue: 1 << 6)
    static let determiner = WordClass(rawValue: 1 << 7)
    static let possessive = WordClass(rawValue: 1 << 8)
    static let masculine = WordClass(rawValue: 1 << 9)
    static let feminine = WordClass(rawValue: 1 << 10)
    static let plural = WordClass(rawValue: 1 << 11)
    /// A pronoun that can be a subject.
    static let subject = WordClass(rawValue: 1 << 12)
    static let relative = WordClass(rawValue: 1 << 13)
    static let preposition = WordClass(rawValue: 1 << 14)
    static let coordinator = WordClass(rawValue: 1 << 15)
    static let subordinator = WordClass(rawValue: 1 << 16)
    /// Opens a content clause ("that", "dass").
    static let complementizer = WordClass(rawValue: 1 << 17)
    static let auxiliary = WordClass(rawValue: 1 << 18)
    /// May stand between a subject and its cue.
    static let adverb = WordClass(rawValue: 1 << 19)
    static let time = WordClass(rawValue: 1 << 20)
    static let negation = WordClass(rawValue: 1 << 21)
    static let firstPerson = WordClass(rawValue: 1 << 22)
    /// A noun for somebody by office or calling ("minister").
    static let role = WordClass(rawValue: 1 << 23)
    /// A noun for several people ("officials").
    static let collective = WordClass(rawValue: 1 << 24)
    static let feminineNoun = WordClass(rawValue: 1 << 25)
    static let masculineNoun = WordClass(rawValue: 1 << 26)
    /// Introduces a title, name or term in marks ("so-called", "film").
    static let term = WordClass(rawValue: 1 << 27)

    /// A present-tense or base form, which may be a noun as well ("claims", "report").
    static let present = WordClass(rawValue: 1 << 28)
    /// A text that says something ("letter", "report").
    static let document = WordClass(rawValue: 1 << 29)

    /// A verb of narration in the past, where no noun phrase goes on ("issued", "went").
    static let narrative = WordClass(rawValue: 1 << 30)

    /// Gives somebody or something a name in marks ("nennen"): of its content only the marked words are the source's.
    static let naming = WordClass(rawValue: 1 << 31)
    /// A determiner that counts, and stands alone for those who are counted ("the three", "both").
    static let count = WordClass(rawValue: 1 << 32)

    /// Pronouns of him, and of her, that are no subject: possessives and oblique cases ("his", "ihm", "elle").
    static let his = WordClass(rawValue: 1 << 33)
    static let hers = WordClass(rawValue: 1 << 34)
    /// A noun that says what follows ("afirmación", "утверждение"); English and German have rules of their own.
    static let claim = WordClass(rawValue: 1 << 35)

    /// A verb of answering without words ("agrees", "nods"): who does it may speak next.
    static let reaction = WordClass(rawValue: 1 << 36)

    /// A verb of speech that tells what somebody wants or does ("demands", "agrees"): in another's frame its marked words are those
    /// of whoever the frame names.
    static let stance = WordClass(rawValue: 1 << 37)

    /// A verb whose base form is a noun as often ("demand", "report").
    static let nominal = WordClass(rawValue: 1 << 38)

    /// Verbs that own content.
    static let verbCue: WordClass = [.speech, .tell, .attitude, .manner]
    /// Anything that gives words to a source.
    static let cue: WordClass = [.speech, .tell, .attitude, .manner, .source, .sourceAfter]
    /// Words that no noun phrase goes on over.
    static let phraseEnd: WordClass = [.auxiliary, .narrative, .complementizer, .subordinator, .relative]

    /// The class that a lexicon section holds.
    static let sections: [(name: String, word: WordClass)] = [
        ("speech", .speech), ("tell", .tell), ("attitude", .attitude), ("naming", .naming), ("manner", .manner),
        ("source", .source),
        ("sourceAfter", .sourceAfter), ("determiner", .determiner), ("possessive", .possessive),
        ("masculine", .masculine), ("feminine", .feminine), ("plural", .plural), ("subject", .subject),
        ("relative", .relative), ("preposition", .preposition), ("coordinator", .coordinator),
        ("subordinator", .subordinator), ("complementizer", .complementizer), ("auxiliary", .auxiliary),
        ("adverb", .adverb), ("time", .time), ("negation", .negation), ("firstPerson", .firstPerson), ("role", .role),
        ("collective", .collective), ("document", .document),
        ("narrative", .narrative), ("feminineNoun", .feminineNoun), ("masculineNoun", .masculineNoun),
        ("term", .term), ("count", .count), ("his", .his), ("hers", .hers), ("claim", .claim),
        ("reaction", .reaction), ("stance", .stance), ("nominal", .nominal),
    ]
}
