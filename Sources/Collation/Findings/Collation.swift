public import Language
public import Reading
public import Speech
internal import TextCore

/// The comparison of one story's articles: what they share and in whose words, what only one has, and what does not add up.
public struct Collation: Sendable {
    /// With which means the collation was made.
    public var mode: Mode
    /// The articles in the order given; other parts name them by index.
    public var articles: [AnalyzedArticle]
    /// Statements that at least two articles make.
    public var shared: [SharedStatement]
    /// Statements that only one of these articles makes.
    public var solo: [Solo]
    /// Figures that disagree or do not add up.
    public var figures: [FigureFinding]
    /// Each claim of each headline and standfirst, and what carries it.
    public var headlines: [HeadlineFinding]
    /// Copied runs of words.
    public var reuse: [Reuse]
    /// What the comparison could not tell, by article; none for a story of one language.
    public var limits: [ComparisonLimit]
    /// Which speakers are known from another place of the story than their own article's words.
    public var speakerSources: [SpeakerSource]
    /// What a person said of passages, and what became of it.
    public var links: [LinkFinding]

    /// Makes a collation.
    /// - Parameter mode: that of the articles when nil.
    public init(
        mode: Mode? = nil,
        articles: [AnalyzedArticle],
        shared: [SharedStatement] = [],
        solo: [Solo] = [],
        figures: [FigureFinding] = [],
        headlines: [HeadlineFinding] = [],
        reuse: [Reuse] = [],
        limits: [ComparisonLimit] = [],
        speakerSources: [SpeakerSource] = [],
        links: [LinkFinding] = []
    ) {
        self.mode = mode ?? Mode(of: articles)
        self.articles = articles
        self.shared = shared
        self.solo = solo
        self.figures = figures
        self.headlines = headlines
        self.reuse = reuse
        self.limits = limits
        self.speakerSources = speakerSources
        self.links = links
    }

    /// The means of one run.
    public struct Mode: Sendable, Hashable {
        /// `lexical`, or the pipeline used.
        public var language: String
        /// `lexical`, or the encoder used.
        public var meaning: String

        /// Makes a mode.
        public init(language: String, meaning: String) {
            self.language = language
            self.meaning = meaning
        }

        /// The means that articles were analyzed with: the most that any of them had.
        /// - Parameter meaning: the encoder that their sentences were compared with; nil for none.
        public init(of articles: [AnalyzedArticle], meaning: String? = nil) {
            let isFull = articles.contains { $0.annotated.means == .full }
            self.init(language: (isFull ? LanguageMeans.full : .lexical).rawValue, meaning: meaning ?? "lexical")
        }

        /// No model weights at all.
        public static let lexical = Mode(language: "lexical", meaning: "lexical")
    }
}

/// An article with what was found in it.
public struct AnalyzedArticle: Sendable {
    /// The article as read.
    public let article: Article
    /// Its words, names, figures and times.
    public let annotated: AnnotatedText
    /// Its quotations and statements.
    public let speech: SpeechAnalysis

    /// Makes an analyzed article.
    public init(article: Article, annotated: AnnotatedText, speech: SpeechAnalysis) {
        self.article = article
        self.annotated = annotated
        self.speech = speech
    }
}

/// Why a quotation's speaker is who the collation says, where the words around it do not tell: its mention stays as it
/// stands (“the Kremlin press secretary”), and this is the place that tells the name.
public struct SpeakerSource: Sendable, Hashable {
    /// By what the other place tells.
    public enum Means: String, Sendable, Hashable {
        /// It has the full name of one of whom the article gives a part of the name, or another spelling.
        case name
        /// It names the one who holds the office.
        case office
        /// It gives the same words to somebody by name.
        case words
    }

    /// Index of the article with the quotation.
    public let article: Int
    /// Index of the quotation in the article's speech.
    public let quotation: Int
    /// By what the place tells.
    public let means: Means
    /// The place that tells.
    public let passage: Passage

    /// Makes a source.
    public init(article: Int, quotation: Int, means: Means, passage: Passage) {
        self.article = article
        self.quotation = quotation
        self.means = means
        self.passage = passage
    }
}

/// How sure a finding is, in words.
public enum Strength: String, Sendable, Hashable, Comparable {
    case weak, moderate, strong

    /// Weak before moderate before strong.
    public static func < (a: Strength, b: Strength) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .weak: 0
        case .moderate: 1
        case .strong: 2
        }
    }
}

/// A place in one of the articles.
public struct Passage: Sendable, Hashable {
    /// Index of the article.
    public let article: Int
    /// Bytes of its text.
    public let range: Range<Int>

    /// Makes a passage.
    public init(article: Int, range: Range<Int>) {
        self.article = article
        self.range = range
    }
}

/// One article's form of a shared statement.
public struct Witness: Sendable, Hashable {
    /// In what form a witness has the statement.
    public enum Form: String, Sendable, Hashable {
        /// The same words as another witness.
        case verbatim
        /// In quotation marks, in words of its own.
        case quoted
        /// Speech without marks.
        case retold
        /// The outlet's narration.
        case narrated
    }

    /// Where it stands.
    public let passage: Passage
    /// In what form.
    public let form: Form
    /// Who says it there, as far as known.
    public let speaker: String?
    /// On whose word it is a witness of its statement.
    public let basis: Basis

    /// Makes a witness.
    public init(passage: Passage, form: Form, speaker: String? = nil, basis: Basis = .found) {
        self.passage = passage
        self.form = form
        self.speaker = speaker
        self.basis = basis
    }
}

/// One statement with the articles that make it.
public struct SharedStatement: Sendable, Hashable {
    /// `s1`, `s2`, … in order of the first witness.
    public let id: String
    /// Speech when any witness gives it to a speaker.
    public let kind: Statement.Kind
    /// Who says it, when the witnesses of at least two articles agree on it and none names another.
    public let speaker: String?
    /// How sure the match is.
    public let strength: Strength
    /// How the witnesses stand to each other; ``reasons`` say in what they differ.
    public let relation: Relation
    /// At least two, of at least two articles.
    public let witnesses: [Witness]
    /// Why these are thought to be one statement.
    public let reasons: [Reason]

    /// Makes a shared statement.
    public init(
        id: String,
        kind: Statement.Kind,
        speaker: String?,
        strength: Strength,
        relation: Relation = .same,
        witnesses: [Witness],
        reasons: [Reason]
    ) {
        self.id = id
        self.kind = kind
        self.speaker = speaker
        self.strength = strength
        self.relation = relation
        self.witnesses = witnesses
        self.reasons = reasons
    }
}

/// A reason for a finding. Presentation puts it into words.
public enum Reason: Sendable, Hashable {
    /// Rare words in common, as they stand in the first witness.
    case sharedWords([String])
    /// Names in common.
    case sharedNames([String])
    /// One speaker.
    case sameSpeaker(String)
    /// Figures in common, as they stand.
    case sharedFigures([String])
    /// Times in common, as ISO 8601 values.
    case sharedTimes([String])
    /// A run of that many words in common.
    case sharedRun(words: Int)
    /// One witness negates where the other does not.
    case negationDiffers
    /// The words point in opposite directions ("rose", "fell").
    case directionDiffers([String])
    /// Figures that differ, as they stand.
    case figuresDiffer([String])
    /// The same act on different days, as they stand.
    case timesDiffer([String])
    /// Who does it in the one has it done to them in the other: who does it in each.
    case rolesSwapped([String])
    /// The same act is told of somebody else: the last words of the names as they stand.
    case actorsDiffer([String])
    /// The same sentence but for a word or two: which stand in one place of it ("Wheat", "Corn"). They may mean the same.
    case wordsDiffer([String])
    /// What is so in the one is open, planned or forbidden in the other: the predicates as they stand.
    case modalityDiffers([String])
    /// The statements around them match too.
    case sameContext
    /// Words of a witness stand for what its article says elsewhere, and another witness says in full ("this" for "a divided
    /// Europe", "he" for "Dmitry Peskov").
    case refersTo(String, String)
    /// A witness answers a question of its article, and another says in full what was asked.
    case answers(String)
    /// Witnesses are in different languages (ISO 639-1, sorted), and were compared by what could stand in both: translated words,
    /// names, figures, days; and by an encoder of meaning, where the mode names one.
    case acrossLanguages([String])
}

/// A statement with one witness.
public struct Solo: Sendable, Hashable {
    /// Where it stands.
    public let passage: Passage
    /// Speech or narration.
    public let kind: Statement.Kind
    /// Who says it.
    public let speaker: String?
    /// What comes nearest to it in the other articles without being taken for the same: where to look before it is
    /// believed that none of them has it. Nil where nothing comes near.
    public let closest: Neighbour?

    /// A sentence of another article.
    public struct Neighbour: Sendable, Hashable {
        /// Where it stands.
        public let passage: Passage
        /// How likely it is that both sentences share a statement, from 0 to 1.
        public let probability: Double

        /// Makes a neighbour.
        public init(passage: Passage, probability: Double) {
            self.passage = passage
            self.probability = probability
        }
    }

    /// Makes a solo.
    public init(passage: Passage, kind: Statement.Kind, speaker: String?, closest: Neighbour? = nil) {
        self.passage = passage
        self.kind = kind
        self.speaker = speaker
        self.closest = closest
    }
}

/// A claim of a headline or standfirst, and what carries it.
public struct HeadlineFinding: Sendable, Hashable {
    /// Where a claim is made.
    public enum Place: String, Sendable, Hashable {
        case headline, standfirst
    }

    /// How far the words of the bodies carry a claim.
    public enum Support: String, Sendable, Hashable {
        /// The article's own body carries it.
        case full
        /// Part of its words are carried.
        case partial
        /// Only another article's body carries it.
        case elsewhere
        /// No words carry it.
        case none
    }

    /// Where it is made.
    public let place: Place
    /// The claim.
    public let claim: Passage
    /// How far it is carried.
    public let support: Support
    /// What carries it.
    public let witnesses: [Passage]
    /// Words of the claim that nothing carries.
    public let missing: [String]
    /// What the sentence that carries it in part says otherwise: "seven" of a claim of ten years, "denied", "may".
    public let otherwise: [Passage]
    /// Whether no words carry it, and a sentence that an encoder of meaning finds near to it does.
    public let isByMeaning: Bool

    /// Makes a finding.
    public init(
        place: Place = .headline,
        claim: Passage,
        support: Support,
        witnesses: [Passage],
        missing: [String] = [],
        otherwise: [Passage] = [],
        isByMeaning: Bool = false
    ) {
        self.place = place
        self.claim = claim
        self.support = support
        self.witnesses = witnesses
        self.missing = missing
        self.otherwise = otherwise
        self.isByMeaning = isByMeaning
    }
}

/// A run of words that two articles have in common.
public struct Reuse: Sendable, Hashable {
    /// One place of the run.
    public let first: Passage
    /// The other.
    public let second: Passage
    /// How many words.
    public let words: Int
    /// How many of them stand in quotation marks in both: quoting alike is not copying.
    public let quotedWords: Int

    /// Makes a run.
    public init(first: Passage, second: Passage, words: Int, quotedWords: Int) {
        self.first = first
        self.second = second
        self.words = words
        self.quotedWords = quotedWords
    }
}
