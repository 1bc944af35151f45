internal import Language
internal import TextCore

/// Somebody or something that takes part in an act.
struct Argument: Sendable {
    /// In what way.
    enum Role: Sendable, Hashable {
        /// Who does it, or is so.
        case agent
        /// To whom or what it is done.
        case patient
        /// What a preposition adds: its hash.
        case oblique(UInt64)
    }

    var role: Role
    /// The token that heads it.
    let head: Int
    /// The stem of the head.
    let stem: UInt64
    /// Whom or what the story calls by it: equal in all articles; 0 where that is not known.
    let referent: UInt64
    /// Stems of its content words, the head's too, each once.
    let words: [UInt64]
}

/// One act or state that a sentence tells, with who takes part: the predicate of a clause, a participle, an apposition, or a
/// noun that stands for a clause (“Mr. Marrow’s endorsement of Ms. Lind”).
struct Proposition: Sendable {
    /// How far what is told is so.
    enum Modality: Sendable, Hashable {
        case real, future, possible, planned, required, allowed, forbidden
    }

    /// The token of the predicate.
    let token: Int
    /// The verb of the clause, where the predicate is what it ascribes; else the predicate.
    let verb: Int
    /// What ``ActLexicon`` knows the predicate by.
    let act: UInt64
    var arguments: [Argument]
    var isNegated: Bool
    var modality: Modality
    /// Whether a noun tells it.
    var isNominal: Bool
    /// Whether the predicate says only what somebody is or is called.
    var isCopular: Bool
    /// Indices of the article's figures and times that stand in it and in no clause inside it.
    var figures: [Int] = []
    var times: [Int] = []

    init(
        token: Int,
        verb: Int? = nil,
        act: UInt64,
        arguments: [Argument],
        isNegated: Bool = false,
        modality: Modality = .real,
        isNominal: Bool = false,
        isCopular: Bool = false
    ) {
        self.token = token
        self.verb = verb ?? token
        self.act = act
        self.arguments = arguments
        self.isNegated = isNegated
        self.modality = modality
        self.isNominal = isNominal
        self.isCopular = isCopular
    }

    func arguments(_ role: Argument.Role) -> [Argument] { arguments.filter { $0.role == role } }
}
