/// What lexicons say about a word by itself.
struct WordFlags: OptionSet, Sendable {
    let rawValue: UInt64
    init(rawValue: UInt64) { self.rawValue = rawValue }

    private static func bit(_ index: UInt64) -> WordFlags { WordFlags(rawValue: 1 << index) }

    /// Article, pronoun, preposition, conjunction, auxiliary.
    static let function = bit(0)
    static let masculineName = bit(1)
    static let feminineName = bit(2)
    /// "Mr", "Sen", "Frau": a name follows.
    static let honorific = bit(3)
    /// "minister", "spokesman".
    static let role = bit(4)
    /// "foreign", "vice", "former": in front of a role.
    static let roleModifier = bit(5)
    /// "Council", "Inc", "Partei".
    static let organisationHead = bit(6)
    /// First word of a phrase of the gazetteer.
    static let gazetteerStart = bit(7)
    /// First word of a role of several words.
    static let roleStart = bit(8)
    /// "de", "van", "bin".
    static let particle = bit(9)
    /// Everyday words that open sentences and headlines with a capital.
    static let common = bit(10)
    /// Months, weekdays, and words of time that may be capitalised.
    static let time = bit(11)
    /// "River", "County".
    static let geographicHead = bit(12)
    /// "of", "for", "and" inside an organisation's name.
    static let connector = bit(13)
    /// "Republican", "Christians": capitalised groups that are not names.
    static let group = bit(14)
    /// Feminine or masculine honorific or role.
    static let feminine = bit(15)
    static let masculine = bit(16)
    /// "Jr", "Sr", "III".
    static let suffix = bit(17)
    /// Third-person singular pronouns of people.
    static let she = bit(18)
    static let he = bit(19)

    // Figures.
    static let number = bit(24)
    static let bound = bit(25)
    static let quantifier = bit(26)
    static let unit = bit(27)
    static let currency = bit(28)
    /// "section", "flight": a number behind it is a label.
    static let labelNoun = bit(29)
    /// "percent".
    static let percent = bit(30)
    /// "doubled", "forties": a figure without a number.
    static let factor = bit(31)

    /// "dozens", "several": numbers that are left open.
    static let vague = bit(23)

    // Times.
    static let timeStart = bit(32)
    static let future = bit(33)
    static let saying = bit(34)
    /// Irregular past tenses: what follows is no plan.
    static let past = bit(35)

    /// "century", "siècle": a number or Roman numeral in front of it is that of a century.
    static let century = bit(36)

    /// First words of quarters, weekends, fiscal years and days counted from another one.
    static let stretch = bit(37)

    static let firstName: WordFlags = [.masculineName, .feminineName]
}
