internal import Collation
internal import Speech

/// In what way the witnesses of a shared statement agree: what sections, matrix and lines are sorted by.
enum Agreement: String, CaseIterable {
    case verbatim, sameQuotation, quotedAndRetold, saidAndNarrated, retold, narrated

    init(_ shared: SharedStatement) {
        let forms = shared.witnesses.map(\.form)
        if forms.allSatisfy({ $0 == .verbatim }) {
            self = .verbatim
            return
        }
        // A witness that repeats another's words does so inside marks when the statement is speech.
        let kinds = Set(forms.map { $0 == .verbatim ? (shared.kind == .speech ? .quoted : .narrated) : $0 })
        switch (kinds.contains(.quoted), kinds.contains(.retold), kinds.contains(.narrated)) {
        case (true, false, false): self = .sameQuotation
        case (true, true, false): self = .quotedAndRetold
        case (false, true, false): self = .retold
        case (false, false, _): self = .narrated
        default: self = .saidAndNarrated
        }
    }

    /// A sign that stands with the words, never alone.
    var symbol: String {
        switch self {
        case .verbatim: "≡"
        case .sameQuotation: "≈"
        case .quotedAndRetold: "→"
        case .saidAndNarrated: "∼"
        case .retold: "↔"
        case .narrated: "="
        }
    }

    /// The title of a section.
    var title: String {
        switch self {
        case .verbatim: "Word for word"
        case .sameQuotation: "Same quotation, different words"
        case .quotedAndRetold: "Quoted here, retold there"
        case .saidAndNarrated: "Said here, narrated there"
        case .retold: "Retold in each"
        case .narrated: "Narrated in each"
        }
    }

    /// What the title means, in a sentence.
    var explanation: String {
        switch self {
        case .verbatim: "The same words in each."
        case .sameQuotation:
            "Each puts it in quotation marks, in words of its own: one utterance, translated or edited differently."
        case .quotedAndRetold: "One gives the words in quotation marks, another retells them."
        case .saidAndNarrated: "One gives it to a speaker, another states it in its own voice."
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
