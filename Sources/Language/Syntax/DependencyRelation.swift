/// How a token depends on its head: the labels of ClearNLP (Choi and Palmer 2012), by which the grammar of English is made.
///
/// Raw values are the labels as they are printed.
public enum DependencyRelation: String, Sendable, Hashable, CaseIterable {
    /// The head of a sentence.
    case root = "ROOT"
    /// A clause that modifies a noun: “the plan to leave”.
    case adnominalClause = "acl"
    /// An adjective that completes a verb: “looks good”.
    case adjectivalComplement = "acomp"
    case adverbialClause = "advcl"
    case adverbialModifier = "advmod"
    /// The “by” of a passive.
    case agent
    case adjectivalModifier = "amod"
    case apposition = "appos"
    /// What a copula ascribes: “is a liar”.
    case attribute = "attr"
    case auxiliary = "aux"
    case passiveAuxiliary = "auxpass"
    /// The sign of a genitive.
    case caseMarker = "case"
    case coordinator = "cc"
    /// A clause with a subject that completes a verb: “said he won”.
    case clausalComplement = "ccomp"
    case compound
    case conjunct = "conj"
    case clausalSubject = "csubj"
    case passiveClausalSubject = "csubjpass"
    case dative
    case determiner = "det"
    case directObject = "dobj"
    case expletive = "expl"
    case interjection = "intj"
    /// The word that opens a subordinate clause.
    case marker = "mark"
    case meta
    case negation = "neg"
    case nounModifier = "nmod"
    /// A noun phrase used as an adverb: “last week”.
    case nounAdverbial = "npadvmod"
    case subject = "nsubj"
    case passiveSubject = "nsubjpass"
    case numericModifier = "nummod"
    /// What an object is made or called: “called him a liar”.
    case objectPredicate = "oprd"
    case parataxis
    /// A clause that completes a preposition: “for leaving”.
    case prepositionalComplement = "pcomp"
    /// A noun phrase that completes a preposition.
    case prepositionalObject = "pobj"
    case possessor = "poss"
    case preconjunction = "preconj"
    case predeterminer = "predet"
    case preposition = "prep"
    case particle = "prt"
    case punctuation = "punct"
    case quantifierModifier = "quantmod"
    case relativeClause = "relcl"
    /// A clause without a subject of its own that completes a verb: “wants to leave”.
    case openComplement = "xcomp"
    /// Unclassified.
    case dependent = "dep"
    /// A piece of a word that the grammar takes as one: its head is the piece that stands for the word.
    case pieceOfWord = "goeswith"
    /// Not known.
    case unknown = ""
}
