/// Parts of speech of English tokens: the tags of the Penn Treebank as OntoNotes uses them. Raw values are the tags.
public enum PennTag: String, Sendable, Hashable, CaseIterable {
    case coordinator = "CC"
    case cardinal = "CD"
    case determiner = "DT"
    case existential = "EX"
    case foreign = "FW"
    /// A preposition, or a conjunction that subordinates.
    case preposition = "IN"
    case adjective = "JJ"
    case comparative = "JJR"
    case superlative = "JJS"
    case listMarker = "LS"
    case modal = "MD"
    case noun = "NN"
    case plural = "NNS"
    case properNoun = "NNP"
    case properPlural = "NNPS"
    case predeterminer = "PDT"
    case possessiveEnding = "POS"
    case pronoun = "PRP"
    case possessivePronoun = "PRP$"
    case adverb = "RB"
    case comparativeAdverb = "RBR"
    case superlativeAdverb = "RBS"
    case particle = "RP"
    case symbol = "SYM"
    case to = "TO"
    case interjection = "UH"
    case baseVerb = "VB"
    case pastVerb = "VBD"
    case gerund = "VBG"
    case pastParticiple = "VBN"
    case presentVerb = "VBP"
    case thirdPersonVerb = "VBZ"
    case whDeterminer = "WDT"
    case whPronoun = "WP"
    case whPossessive = "WP$"
    case whAdverb = "WRB"
    case address = "ADD"
    case affix = "AFX"
    case hyphen = "HYPH"
    case superfluousPunctuation = "NFP"
    case unknownWord = "XX"
    case whiteSpace = "_SP"
    case dollar = "$"
    case comma = ","
    case fullStop = "."
    case colon = ":"
    case openingQuote = "``"
    case closingQuote = "''"
    case openingBracket = "-LRB-"
    case closingBracket = "-RRB-"
    /// Not known.
    case unknown = ""

    /// Whether it is a verb's, other than a modal's.
    public var isVerb: Bool {
        switch self {
        case .baseVerb, .pastVerb, .gerund, .pastParticiple, .presentVerb, .thirdPersonVerb: true
        default: false
        }
    }

    /// Whether it is a common or proper noun's.
    public var isNoun: Bool {
        switch self {
        case .noun, .plural, .properNoun, .properPlural: true
        default: false
        }
    }
}
