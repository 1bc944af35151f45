internal import TextCore

/// Words of numbers, units and currencies in one language. The data are in `Lexicons/figures.txt`.
struct FigureLexicon: Sendable {
    /// When a quantifier counts as one.
    enum QuantifierRule: Sendable {
        /// Wherever it stands.
        case alone
        /// In front of "of" or an article.
        case of
        /// In front of a noun in the plural.
        case noun
    }

    struct Quantifier: Sendable {
        let value: Double
        let bound: Figure.Bound
        let rule: QuantifierRule
    }

    /// Cardinals below a thousand that add up.
    private(set) var numbers: [UInt64: Double] = [:]
    /// Words that multiply what stands in front: hundred, thousand, million, dozen.
    private(set) var scales: [UInt64: Double] = [:]
    private(set) var ordinals: [UInt64: Double] = [:]
    /// Denominators: half, third, Viertel.
    private(set) var parts: [UInt64: Double] = [:]
    private(set) var units: [UInt64: String] = [:]
    private(set) var currencies: [UInt64: String] = [:]
    private(set) var currencySigns: [UInt64: String] = [:]
    /// Letters in front of a dollar sign: "US$".
    private(set) var dollarPrefixes: [UInt64: String] = [:]
    private(set) var bounds = PhraseTrie()
    private(set) var boundValues: [Figure.Bound] = []
    private(set) var after = PhraseTrie()
    private(set) var quantifiers = PhraseTrie()
    private(set) var quantifierValues: [Quantifier] = []
    private(set) var percents = PhraseTrie()
    private(set) var percentIsPoint: [Bool] = []
    private(set) var votes: Set<UInt64> = []
    private(set) var versus: Set<UInt64> = []
    private(set) var ands: Set<UInt64> = []
    private(set) var rangeWords: Set<UInt64> = []
    private(set) var between: Set<UInt64> = []
    private(set) var articles: Set<UInt64> = []
    private(set) var adjectives: Set<UInt64> = []
    private(set) var irregularPlurals: Set<UInt64> = []
    /// Words in -s that are no plurals.
    private(set) var singulars: Set<UInt64> = []
    let language: String

    init(language: String, flags: inout VocabularyBuilder) {
        self.language = language
        let file = LexiconFile(PackageResources.figures_txt)
        let own = ["en", "fr", "de", "es", "ru"].contains(language) ? language : "und"
        func pairs(_ section: String) -> [(Substring, Double)] {
            let words = file.spacedWords(section)
            return stride(from: 0, to: words.count - 1, by: 2).compactMap { index in
                Double(words[index + 1]).map { (words[index], $0) }
            }
        }
        for (word, value) in pairs("\(own).number") {
            numbers[Hash64.folded(word)] = value
            flags.add(.number, to: word)
        }
        for (word, value) in pairs("\(own).scale") {
            scales[Hash64.folded(word)] = value
            flags.add(.number, to: word)
        }
        for (word, value) in pairs("\(own).ordinal") {
            ordinals[Hash64.folded(word)] = value
            flags.add(.number, to: word)
        }
        for (word, value) in pairs("\(own).part") {
            parts[Hash64.folded(word)] = value
            flags.add(.number, to: word)
        }
        for row in file["\(own).bound"] + file["\(own).after"] where row.count > 1 {
            guard let bound = Figure.Bound(rawValue: row[1]) else { continue }
            let hashes = flags.tokenHashes(row[0])
            guard let first = hashes.first else { continue }
            bounds.insert(hashes, boundValues.count)
            boundValues.append(bound)
            flags.add(.bound, toHash: first)
        }
        for row in file["\(own).after"] where row.count > 1 {
            guard let bound = Figure.Bound(rawValue: row[1]) else { continue }
            after.insert(flags.tokenHashes(row[0]), boundValues.count)
            boundValues.append(bound)
        }
        for row in file["\(own).quantifier"] where row.count > 3 && row[3] != "never" {
            guard let value = Double(row[1]), let bound = Figure.Bound(rawValue: row[2]) else { continue }
            let hashes = flags.tokenHashes(row[0])
            guard let first = hashes.first else { continue }
            let rule: QuantifierRule = row[3] == "of" ? .of : row[3] == "noun" ? .noun : .alone
            quantifiers.insert(hashes, quantifierValues.count)
            quantifierValues.append(Quantifier(value: value, bound: bound, rule: rule))
            flags.add(.quantifier, toHash: first)
        }
        for row in file["\(own).percent"] {
            let hashes = flags.tokenHashes(row[0])
            guard !hashes.isEmpty else { continue }
            percents.insert(hashes, percentIsPoint.count)
            percentIsPoint.append(Self.isPoint(row[0]))
        }
        percents.insert(flags.tokenHashes("%"), percentIsPoint.count)
        percentIsPoint.append(false)
        for row in file["\(own).unit"] + (own == "und" ? file["en.unit"] : []) where row.count > 1 {
            for word in row[0].split(separator: " ") {
                units[Hash64.folded(word)] = row[1]
                flags.add(.unit, to: word)
            }
        }
        for row in file["\(own).currency"] where row.count > 1 {
            for word in row[0].split(separator: " ") { currencies[Hash64.folded(word)] = row[1] }
        }
        for code in file.spacedWords("code") { currencies[Hash64.folded(code)] = code.uppercased() }
        Self.addPairs(file.spacedWords("sign"), to: &currencySigns)
        Self.addPairs(file.spacedWords("prefix"), to: &dollarPrefixes)
        func set(_ section: String) -> Set<UInt64> { Set(file.spacedWords(section).map { Hash64.folded($0) }) }
        votes = set("\(own).vote")
        versus = set("\(own).versus")
        ands = set("\(own).and")
        rangeWords = set("\(own).rangeTo")
        between = set("\(own).between")
        articles = set("\(own).article")
        adjectives = set("adjective")
        irregularPlurals = set("irregularPlurals")
        singulars = set("singularsInS")
        for word in file.spacedWords("\(own).label") { flags.add(.labelNoun, to: word) }
        for word in between { flags.add(.bound, toHash: word) }
        for word in ["jeder", "jede", "jedes", "каждый", "каждая"] { flags.add(.quantifier, to: word) }
        for word in articles { flags.add(.number, toHash: word) }
    }

    /// Points of percentage are differences of shares, not shares.
    private static func isPoint(_ phrase: String) -> Bool {
        ["point", "punkt", "punto", "пункт"].contains { phrase.contains($0) }
    }

    private static func addPairs(_ words: [Substring], to table: inout [UInt64: String]) {
        for index in stride(from: 0, to: words.count - 1, by: 2) {
            table[Hash64.folded(words[index])] = String(words[index + 1])
        }
    }
}
