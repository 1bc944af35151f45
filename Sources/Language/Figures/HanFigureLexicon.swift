internal import TextCore

/// Words beside figures in Chinese and Japanese: `Lexicons/figures-han.txt`.
struct HanFigureLexicon: Sendable {
    static let shared = HanFigureLexicon()

    /// Single characters that are numbers, and those that multiply.
    let digits: [UInt64: Double]
    let scales: [UInt64: Double]
    /// "数" of 数十: a number that is left open.
    let vague: WordSet
    let inFront: PhraseTable<Figure.Bound>
    let behind: PhraseTable<Figure.Bound>
    let units: PhraseTable<Figure.Unit>
    let ages: PhraseTable<Void>
    /// What dates, clocks and editions have behind their numbers.
    let others: PhraseTable<Void>
    /// Classifiers, and those that only people have.
    let classifiers: PhraseTable<Void>
    let personal: PhraseTable<Void>
    /// What happened to people, behind their number and in front of it.
    let casualties: PhraseTable<Figure.Casualty>
    let tolls: PhraseTable<Figure.Casualty>
    /// Behind a word for casualties, where their number is meant rather than they: 死亡人数.
    let notCasualties: PhraseTable<Void>
    let roles: PhraseTable<Figure.Role>
    let ranges: PhraseTable<Void>
    let percentFront: PhraseTable<Void>
    let ordinalFront: PhraseTable<Void>

    private init() {
        let file = LexiconFile(PackageResources.figures_han_txt)
        func pairs(_ section: String) -> [(String, String)] {
            file[section].flatMap { row in
                row.count > 1 ? row[1].split(separator: " ").map { (String($0), row[0]) } : []
            }
        }
        func phrases(_ section: String) -> PhraseTable<Void> { PhraseTable(file.spacedWords(section).map { (String($0), ()) }) }
        func table<Value>(_ section: String, _ value: (String) -> Value?) -> PhraseTable<Value> {
            PhraseTable(pairs(section).compactMap { pair in value(pair.1).map { (pair.0, $0) } })
        }
        func numbers(_ section: String) -> [UInt64: Double] {
            Dictionary(pairs(section).compactMap { pair in Double(pair.1).map { (Hash64.folded(pair.0), $0) } }) { first, _ in
                first
            }
        }
        digits = numbers("digit")
        scales = numbers("scale")
        vague = file.spacedWordSet("vague")
        inFront = table("front", Figure.Bound.init(rawValue:))
        behind = table("behind", Figure.Bound.init(rawValue:))
        units = PhraseTable(
            pairs("unit").map { ($0.0, $0.1 == "percent" ? .percent : .measure($0.1)) }
                + pairs("currency").map { ($0.0, .money($0.1)) }
        )
        ages = phrases("age")
        others = phrases("other")
        classifiers = phrases("classifier")
        personal = phrases("personal")
        casualties = table("casualty", Figure.Casualty.init(rawValue:))
        tolls = table("toll", Figure.Casualty.init(rawValue:))
        notCasualties = phrases("notCasualty")
        roles = table("role", Figure.Role.init(rawValue:))
        ranges = phrases("range")
        percentFront = phrases("percentFront")
        ordinalFront = phrases("ordinalFront")
    }
}
