internal import Collation

/// In what way the witnesses of a shared statement agree: what sections, matrix and lines are sorted by.
///
/// It is the strongest description that is true of at least two articles; where other witnesses have another form, each line
/// says its own.
enum Agreement: String, CaseIterable {
    case sameWordsQuoted, sameQuotation, otherSpeakers, verbatim, quotedAndRetold, saidAndNarrated, retold, narrated

    /// What is known of one witness besides its form.
    struct Evidence {
        var article: Int
        var form: Witness.Form
        /// Whether its words stand in quotation marks.
        var isQuoted: Bool
        /// Its quoted words, folded; empty where none are.
        var words: [Substring] = []
        /// Who says it there.
        var speaker: String?
    }

    /// - Parameter hasOneSpeaker: whether the collation found that the articles agree on the speaker.
    init(_ witnesses: [Evidence], hasOneSpeaker: Bool) {
        func articles(_ isWanted: (Evidence) -> Bool) -> Set<Int> { Set(witnesses.filter(isWanted).map(\.article)) }
        /// Whether one article has the first and another the second.
        func lie(_ some: Set<Int>, apartFrom others: Set<Int>) -> Bool {
            some.contains { one in others.contains { $0 != one } }
        }
        let quoted = witnesses.filter(\.isQuoted)
        let quoting = articles(\.isQuoted)
        let retelling = articles { !$0.isQuoted && $0.form == .retold }
        // A sentence copied without marks counts as the outlet's own words: whether it retells somebody is not known here.
        let narrating = articles { !$0.isQuoted && $0.form != .retold }
        if quoting.count > 1 {
            if !hasOneSpeaker, Self.namesDiffer(quoted.compactMap(\.speaker)) {
                self = .otherSpeakers
            } else {
                self = Self.areSame(quoted) ? .sameWordsQuoted : .sameQuotation
            }
        } else if articles({ !$0.isQuoted && $0.form == .verbatim }).count > 1 {
            self = .verbatim
        } else if lie(quoting, apartFrom: retelling) {
            self = .quotedAndRetold
        } else if lie(quoting.union(retelling), apartFrom: narrating) {
            self = .saidAndNarrated
        } else {
            self = retelling.isEmpty ? .narrated : .retold
        }
    }

    /// Whether all quoted witnesses have the same words: copied sentences have, others are compared.
    private static func areSame(_ quoted: [Evidence]) -> Bool {
        if quoted.allSatisfy({ $0.form == .verbatim }) { return true }
        guard let first = quoted.first?.words, !first.isEmpty else { return false }
        return quoted.allSatisfy { $0.words == first }
    }

    /// Whether two of the names can be no forms of one: neither is the end of the other.
    private static func namesDiffer(_ names: [String]) -> Bool {
        let names = names.map { QuotationLedger.words($0) }.filter { !$0.isEmpty }
        return names.contains { one in names.contains { !QuotationLedger.isSame(one, $0) } }
    }

    /// A sign that stands with the words, never alone.
    var symbol: String {
        switch self {
        case .sameWordsQuoted: "❝"
        case .sameQuotation: "≈"
        case .otherSpeakers: "≠"
        case .verbatim: "≡"
        case .quotedAndRetold: "→"
        case .saidAndNarrated: "∼"
        case .retold: "↔"
        case .narrated: "="
        }
    }

    /// The title of a section.
    var title: String {
        switch self {
        case .sameWordsQuoted: "Same quotation, same words"
        case .sameQuotation: "Same quotation, different words"
        case .otherSpeakers: "Quoted under different names"
        case .verbatim: "Word for word"
        case .quotedAndRetold: "Quoted here, retold there"
        case .saidAndNarrated: "Said here, narrated there"
        case .retold: "Retold in each"
        case .narrated: "Narrated in each"
        }
    }

    /// What the title means, in a sentence.
    var explanation: String {
        switch self {
        case .sameWordsQuoted: "At least two articles put the same words in quotation marks."
        case .sameQuotation:
            "At least two articles put it in quotation marks, in words of their own: translated, cut or edited differently."
        case .otherSpeakers: "At least two articles put it in quotation marks, but do not name the same speaker."
        case .verbatim: "At least two articles have the same sentence outside quotation marks."
        case .quotedAndRetold: "One article gives the words in quotation marks, another retells them."
        case .saidAndNarrated: "One article gives it to a speaker, another states it in its own voice."
        case .retold: "Each retells a speaker without quotation marks."
        case .narrated: "Each states it in its own voice."
        }
    }
}

extension Witness.Form {
    /// A sign that stands with the word, never alone.
    var symbol: String {
        switch self {
        case .verbatim: "≡"
        case .quoted: "❝"
        case .retold: "↪"
        case .narrated: "¶"
        }
    }

    /// The form in a word.
    var word: String {
        switch self {
        case .verbatim: "same words"
        case .quoted: "quoted"
        case .retold: "retold"
        case .narrated: "narrated"
        }
    }
}

extension Relation {
    /// The relation in words.
    var words: String {
        switch self {
        case .verbatim: "the same words"
        case .quotedInOtherWords: "the same quotation in other words"
        case .quotedAndRetold: "quoted here, retold there"
        case .same: "the same in other words"
        case .partial: "one tells only a part of what the other tells"
        case .contradicts: "they contradict each other"
        }
    }
}

extension Strength {
    /// The strength in words.
    var words: String {
        switch self {
        case .weak: "weak match"
        case .moderate: "moderate match"
        case .strong: "strong match"
        }
    }
}

extension HeadlineFinding.Support {
    /// A sign that stands with the words, never alone.
    var symbol: String {
        switch self {
        case .full: "✓"
        case .partial: "◐"
        case .elsewhere: "⇢"
        case .none: "✗"
        }
    }

    /// The support in words.
    var words: String {
        switch self {
        case .full: "carried by the body"
        case .partial: "carried in part"
        case .elsewhere: "carried only by another article"
        case .none: "no words of these articles carry it"
        }
    }
}
