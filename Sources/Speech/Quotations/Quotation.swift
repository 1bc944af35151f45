/// Words that an article gives to somebody, after PARC/PolNeAR: content, cue, source.
public struct Quotation: Sendable, Hashable {
    /// How the words are given.
    public enum Kind: String, Sendable, Hashable {
        /// Inside quotation marks throughout, or said in dialogue or an interview, whose dashes or labels stand for them.
        case direct
        /// Partly inside quotation marks.
        case mixed
        /// Retold without marks.
        case indirect
    }

    /// Whether the quoted words are whole.
    public enum Form: String, Sendable, Hashable {
        case sentence, fragment
    }

    /// What is wrong with the marks.
    public enum Damage: String, Sendable, Hashable {
        /// Opened and never closed, or gone on with in a paragraph that does not open it again; the end is assumed.
        case unclosed
        /// Closed without having been opened.
        case unopened
        /// Opened with one style, closed with another.
        case mismatched
    }

    /// What it is.
    public let kind: Kind
    /// How the source stands to the content.
    public let type: AttributionType
    /// The bytes of the content, marks left out, in order; several when the content is interrupted ("…," he said, "…").
    public let content: [Range<Int>]
    /// False for titles, nicknames, scare quotes and terms, and for marks inside another quotation: there the whole is the
    /// speech.
    public internal(set) var isSpeech: Bool
    /// The words that introduce it ("said").
    public let cue: Range<Int>?
    /// The mention of the source as it stands ("he", "the Kremlin press secretary").
    public let mention: Range<Int>?
    /// Whom the mention resolves to.
    public internal(set) var speaker: Speaker?
    /// Through which outlet or agency the words came, when the article says so.
    public let via: Via?
    /// That the source is described, not named, when it is.
    public let anonymity: Anonymity?
    /// Whole sentence or fragment.
    public let form: Form
    /// Damage to the marks, when there is any.
    public let damage: Damage?
    /// The bytes of the damaged mark: the one that nothing closes, that nothing opened, or that is of another style.
    public let damagedMark: Range<Int>?
    /// Index of the quotation that this one stands in: whose marks enclose this one's, or in whose retold words somebody else's
    /// are retold (`A said that B had said …`).
    public var enclosing: Int?
    /// Index of the section that it starts in.
    public let section: Int
    /// Words that an editor put into what was said (`[the bridge]`, `[sic]`): their bytes in the content, brackets included.
    public var brackets: [Range<Int>] = []
    /// Dots that stand for words left out, or for a pause (`…`, `...`, `[…]`): their bytes in the content. The mark alone does
    /// not say which of the two.
    public var ellipses: [Range<Int>] = []
    /// Where the article says that the words were spoken in another language; nil where it does not, which is no proof that
    /// they were not.
    public var translation: Translation?
    /// Index of the quotation that this one repeats or shortens: the one in the body for a headline's or standfirst's, an
    /// earlier one for the body's.
    public var repeats: Int?

    /// Makes a quotation.
    public init(
        kind: Kind,
        type: AttributionType = .assertion,
        content: [Range<Int>],
        isSpeech: Bool,
        cue: Range<Int>? = nil,
        mention: Range<Int>? = nil,
        speaker: Speaker? = nil,
        via: Via? = nil,
        anonymity: Anonymity? = nil,
        form: Form = .sentence,
        damage: Damage? = nil,
        damagedMark: Range<Int>? = nil,
        enclosing: Int? = nil,
        section: Int = 0
    ) {
        self.kind = kind
        self.type = type
        self.content = content
        self.isSpeech = isSpeech
        self.cue = cue
        self.mention = mention
        self.speaker = speaker
        self.via = via
        self.anonymity = anonymity
        self.form = form
        self.damage = damage
        self.damagedMark = damagedMark
        self.enclosing = enclosing
        self.section = section
    }

    /// Whether the article says that the words are translated.
    public var isTranslated: Bool { translation != nil }

    /// The same words given to somebody else, or to somebody by another name.
    public func attributed(to speaker: Speaker?, isSpeech: Bool) -> Quotation {
        var quotation = self
        quotation.speaker = speaker
        quotation.isSpeech = isSpeech
        return quotation
    }

    /// From the first content byte to the last.
    public var range: Range<Int> {
        guard let first = content.first, let last = content.last else { return 0..<0 }
        return first.lowerBound..<last.upperBound
    }
}

/// Whom words are given to.
public struct Speaker: Sendable, Hashable {
    /// What the source is.
    public enum Kind: String, Sendable, Hashable {
        case person, organisation, role, collective, document, unknown
    }

    /// The name that the article gives at its fullest ("Dmitry Peskov"), or the role or group as it stands ("Democrats").
    public let name: String
    /// What it is.
    public let kind: Kind
    /// Index of the article's entity, when a name was found.
    public let entity: Int?

    /// Makes a speaker.
    public init(name: String, kind: Kind, entity: Int? = nil) {
        self.name = name
        self.kind = kind
        self.entity = entity
    }
}
