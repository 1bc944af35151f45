/// What a comparison says, in words and in order, before it is laid out: terminal and Markdown print the same one.
struct Report {
    /// What the story is about.
    var title: String
    /// Facts about the whole ("4 articles · 4 outlets · en, fr").
    var facts: [String]
    /// What was found, counted.
    var summary: [String]
    var articles: [Card]
    var sections: [Section]
    /// What the reader should know about how this was made.
    var notes: [String]

    /// One article.
    struct Card {
        var label: String
        var headline: String
        var facts: [String]
        /// What was not compared, counted.
        var notCompared: String?
        /// Whom it credits, what was noticed while reading.
        var remarks: [String]
        /// Lines that were left out, each with its kind; printed only on request.
        var leftOut: [(kind: String, text: String, reason: String)] = []
    }

    /// A part of the report.
    struct Section {
        var symbol: String
        var title: String
        /// A name that the title ends with.
        var subject: String?
        var count: Int?
        var explanation: String?
        var findings: [Finding]
        /// How many findings are not shown.
        var folded = 0
    }

    /// One finding with its evidence.
    struct Finding {
        /// By what it is cited, the same in every output: `s1` for a statement, `f1` for figures, `h1` for a headline's claim,
        /// `r1` for a copied run.
        var id: String?
        var title: String?
        var badge: String?
        var lines: [Evidence]
        var remarks: [Remark] = []
        /// How many lines are not shown.
        var folded = 0
        /// How the badge is coloured.
        var tone = Tone.plain
    }

    /// Words of an article at their place.
    struct Evidence {
        /// Which article.
        var label: String
        /// Where in it.
        var place: String
        /// A value or a form that the line stands for.
        var mark: String?
        /// The words.
        var text: String
        /// Language, speaker: what must be known to read the words right.
        var note: String?
        var tone = Tone.plain
        /// What stands below the words.
        var footnote: String?
    }

    /// A sentence about a finding.
    struct Remark {
        var lead: String
        var text: String
        var tone = Tone.faint
    }

    /// What a colour may underline; never the only bearer of a meaning.
    enum Tone {
        case plain, faint, good, warning, bad
    }
}
