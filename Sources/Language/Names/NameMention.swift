/// A name as it stands at one place.
public struct NameMention: Sendable, Hashable {
    /// What kind of thing a name stands for, as far as form and lexicons tell.
    public enum Kind: String, Sendable, Hashable {
        case person, organisation, place, work, unknown
    }

    /// The bytes of the name alone ("Dmitry Peskov").
    public let range: Range<Int>
    /// Its tokens.
    public let tokens: Range<Int>
    /// The bytes with title and role in front or apposition behind ("Kremlin Spokesman Dmitry Peskov").
    public let fullRange: Range<Int>
    /// What it names.
    public let kind: Kind
    /// Index into ``AnnotatedText/entities``.
    public let entity: Int
    /// Whether it names a country by its people or as an adjective ("Russian", "the Americans").
    public let isDemonym: Bool

    /// Makes a mention.
    public init(
        range: Range<Int>,
        tokens: Range<Int>,
        fullRange: Range<Int>,
        kind: Kind,
        entity: Int,
        isDemonym: Bool = false
    ) {
        self.range = range
        self.tokens = tokens
        self.fullRange = fullRange
        self.kind = kind
        self.entity = entity
        self.isDemonym = isDemonym
    }
}

/// Somebody or something that an article names, perhaps in several forms.
public struct Entity: Sendable, Hashable {
    /// Grammatical gender as far as titles, first names and pronouns tell.
    public enum Gender: String, Sendable, Hashable {
        case feminine, masculine, plural, unknown
    }

    /// The fullest form of the name, without titles ("Dmitry Peskov").
    public let name: String
    /// What it is.
    public let kind: NameMention.Kind
    /// For pronouns.
    public let gender: Gender
    /// Whether ``gender`` rests on nothing but a first name that stands alone, which may be a surname: “Kelly said”.
    public let isGenderGuessed: Bool
    /// Roles that the article gives it, case-folded ("kremlin spokesman", "press secretary").
    public let roles: [String]
    /// The offices among the roles, in the one form that they have across languages.
    public let offices: Set<Office>
    /// Other forms of the name that occur, or its long form or acronym.
    public let aliases: [String]
    /// Hashes by which the same name is found in another article: surname, acronym, folded full name.
    public let keys: [UInt64]
    /// Whether the article gives a first name alone, behind a title that goes with one: “Sir Keir”.
    public let isFirstName: Bool

    /// Makes an entity.
    public init(
        name: String,
        kind: NameMention.Kind,
        gender: Gender = .unknown,
        isGenderGuessed: Bool = false,
        roles: [String] = [],
        offices: Set<Office> = [],
        aliases: [String] = [],
        keys: [UInt64] = [],
        isFirstName: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.gender = gender
        self.isGenderGuessed = isGenderGuessed
        self.roles = roles
        self.offices = offices
        self.aliases = aliases
        self.keys = keys
        self.isFirstName = isFirstName
    }
}
