internal import TextCore

/// Words of numbers, units and currencies in one language. The data are in `Lexicons/figures.txt`.
struct FigureLexicon: Sendable {
    /// When a quantifier counts as one.
    enum QuantifierRule: String, Sendable {
        /// Wherever it stands.
        case alone
        /// In front of "of" or an article.
        case of
        /// In front of a noun in the plural.
        case noun
        /// Wherever it stands; the noun of one thing may follow.
        case single
        /// In front of a word for casualties, or of a verb that tells of them: “no hubo víctimas”, « personne n'a été tué ».
        case casualty
    }

    struct Quantifier: Sendable {
        let value: Double
        let bound: Figure.Bound
        let rule: QuantifierRule
    }

    /// Cardinals below a thousand that add up.
    private(set) var numbers: [UInt64: Double] = [:]
    /// Numbers of Arabic with "and" joined to them: «وعشرون».
    private(set) var joinedNumbers = WordSet()
    /// Words that multiply what stands in front: hundred, thousand, million, dozen.
    private(set) var scales: [UInt64: Double] = [:]
    /// Magnitudes that are never exact: "une vingtaine", "un centenar".
    private(set) var round = WordSet()
    private(set) var ordinals: [UInt64: Double] = [:]
    /// Denominators: half, third, Viertel.
    private(set) var parts: [UInt64: Double] = [:]
    private(set) var units: [UInt64: String] = [:]
    private(set) var currencies: [UInt64: String] = [:]
    /// Words for hundredths of a currency: "cents", "pence".
    private(set) var hundredths: [UInt64: String] = [:]
    /// Letters for them that touch the number: "60p".
    private(set) var hundredthSuffixes: [UInt64: String] = [:]
    private(set) var currencySigns: [UInt64: String] = [:]
    /// Letters in front of a dollar sign: "US$".
    private(set) var dollarPrefixes: [UInt64: String] = [:]
    /// In front of a number.
    private(set) var bounds = PhraseTable<Figure.Bound>()
    /// Behind a number.
    private(set) var after = PhraseTable<Figure.Bound>()
    private(set) var quantifiers = PhraseTable<Quantifier>()
    /// Words of percentage; the value says whether they are points.
    private(set) var percents = PhraseTable<Bool>()
    private(set) var basisPoints = PhraseTable<Void>()
    private(set) var votes = WordSet()
    private(set) var versus = WordSet()
    private(set) var ands = WordSet()
    private(set) var rangeWords = WordSet()
    private(set) var between = WordSet()
    private(set) var articles = WordSet()
    private(set) var adjectives = WordSet()
    /// Adjectives that are nouns where none follows: "jóvenes".
    private(set) var nounsToo = WordSet()
    private(set) var irregularPlurals = WordSet()
    /// Words behind a quantifier that make another thing of it: "majority leader".
    private(set) var notQuantified = WordSet()
    /// What phrases behind a number add to it: "and a half".
    private(set) var halves = PhraseTable<Double>()
    /// „jeder“ of „jeder Dritte“.
    private(set) var every = WordSet()
    /// How often: "twice", "several times".
    private(set) var often = PhraseTable<(value: Double, bound: Figure.Bound)>()
    /// Fractions of a percentage point: "a quarter point".
    private(set) var pointFractions = PhraseTable<Double>()
    /// What a point is called, and what stands beside "over" in front of a time where it is a bound: "for over five years".
    private(set) var points = WordSet()
    private(set) var longer = WordSet()
    /// In front of an age: "now 63".
    private(set) var nows = WordSet()
    /// The stem of "times", which such adverbs count.
    private(set) var times: UInt64?
    /// Words in front of a magnitude that leave it open: "several dozen".
    private(set) var vague = WordSet()
    /// "dozens", "tens of thousands", "several hundred", with the least that they stand for.
    private(set) var vagueNumbers = PhraseTable<Double>()
    /// "magnitude", "Stärke": of earthquakes.
    private(set) var magnitudes = WordSet()
    private(set) var minus = WordSet()
    private(set) var squares = WordSet()
    private(set) var cubics = WordSet()
    /// What tells metres from millions.
    let metres: MetreLexicon
    /// "per hour", "/h": what makes a speed of a distance.
    private(set) var perHour = PhraseTable<Void>()
    /// Words of addresses: "Street", "rue".
    private(set) var streets = WordSet()
    /// "aged": an age follows.
    private(set) var aged = WordSet()
    /// "a los" of «murió a los 87 años»: phrases in front of an age that is told of a death.
    private(set) var agedFront = PhraseTable<Void>()
    /// People whose age stands between commas behind them: "the boy, 11, ".
    private(set) var people = WordSet()
    /// "old" behind years.
    private(set) var old = WordSet()
    private(set) var oldInflected = WordSet()
    /// How nouns end that are only people's: „-fahrer“.
    private(set) var personEndings: [[UInt8]] = []
    /// "parts", in "three quarter parts" of languages that say so.
    private(set) var partWords = WordSet()
    /// Words in -s that are no plurals.
    private(set) var singulars = WordSet()
    /// Months and eras of other calendars.
    private(set) var calendars = WordSet()
    /// Verbs right behind numbers, which are no nouns counted.
    private(set) var notNouns = WordSet()
    /// How verbs end that stand right behind numbers: "-ieron".
    private(set) var verbEndings: [[UInt8]] = []
    /// Nouns that ordinals make names with: "first responders".
    private(set) var notOrdinals = WordSet()
    /// What kinds of things nouns are.
    let kinds: CountedKindLexicon
    /// What tells of a figure's role and of casualties.
    let roles: FigureRoleLexicon
    let language: String

    init(language: String, flags: inout VocabularyBuilder) {
        self.language = language
        let rows = LanguageSections(LexiconFile(PackageResources.figures_txt), language: language, orNoneWithout: "number")
        kinds = CountedKindLexicon.of(language)
        metres = MetreLexicon(rows)
        roles = FigureRoleLexicon(rows.language, &flags)
        readNumbers(rows, &flags)
        readBounds(rows, &flags)
        readQuantifiers(rows, &flags)
        readShares(rows, &flags)
        readUnits(rows, &flags)
        readCurrencies(rows)
        readAges(rows)
        readNouns(rows, &flags)
        readLinks(rows, &flags)
    }

    private mutating func readNumbers(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        let conjunctions = rows.words("joinedAnd")
        func values(_ section: String) -> [UInt64: Double] {
            var values: [UInt64: Double] = [:]
            for (word, text) in rows.pairs(section) {
                guard let value = Double(text) else { continue }
                values[Hash64.folded(word)] = value
                flags.add(.number, to: word)
                // «وعشرون»: "and twenty"
                for conjunction in conjunctions {
                    let joined = conjunction + word
                    values[Hash64.folded(joined)] = value
                    flags.add(.number, to: joined)
                    joinedNumbers.insert(Hash64.folded(joined))
                }
            }
            return values
        }
        numbers = values("number")
        scales = values("scale")
        ordinals = values("ordinal")
        parts = values("part")
        round = rows.set("round")
        vague = rows.set("vague")
        let vagueNumbers = rows.phrases("vagueNumber") { Double($0[1]) }
        flags.add(.vague, toStartsOf: vagueNumbers)
        self.vagueNumbers = PhraseTable(vagueNumbers)
        halves = PhraseTable(rows.phrases("half") { Double($0[1]) })
        minus = rows.set("minus")
        for word in rows.words("minus") { flags.add(.bound, to: word) }
        partWords = rows.set("partWord")
    }

    private mutating func readBounds(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        let behind = rows.phrases("after") { Figure.Bound(rawValue: $0[1]) }
        let inFront = rows.phrases("bound") { Figure.Bound(rawValue: $0[1]) } + behind
        flags.add(.bound, toStartsOf: inFront)
        bounds = PhraseTable(inFront)
        after = PhraseTable(behind)
        let often = rows.phrases("often", columns: 3) { row -> (value: Double, bound: Figure.Bound)? in
            guard let value = Double(row[1]), let bound = Figure.Bound(rawValue: row[2]) else { return nil }
            return (value, bound)
        }
        flags.add(.bound, toStartsOf: often)
        self.often = PhraseTable(often)
        times = rows.words("times").first.flatMap { flags.stemHash(String($0)) }
        longer = rows.set("longer")
    }

    private mutating func readQuantifiers(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        let phrases = rows.phrases("quantifier", columns: 4) { row -> Quantifier? in
            guard let value = Double(row[1]), let bound = Figure.Bound(rawValue: row[2]),
                let rule = QuantifierRule(rawValue: row[3])
            else { return nil }
            return Quantifier(value: value, bound: bound, rule: rule)
        }
        flags.add(.quantifier, toStartsOf: phrases)
        quantifiers = PhraseTable(phrases)
        notQuantified = rows.set("notQuantified")
        every = rows.set("every")
        for word in rows.words("every") { flags.add(.quantifier, to: word) }
    }

    /// Percentages and their points.
    private mutating func readShares(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        let sign = LexiconPhrase(hashes: VocabularyBuilder.tokenHashes("%"), value: false)
        let shares = rows.phrases("percent", columns: 1) { _ in false }
        // Points of percentage are differences of shares, not shares.
        let points = rows.phrases("percentPoint", columns: 1) { _ in true }
        percents = PhraseTable(shares + points + [sign])
        basisPoints = rows.phraseTable("basisPoint")
        let fractions = rows.phrases("pointFraction") { Double($0[1]) }
        flags.add(.bound, toStartsOf: fractions)
        pointFractions = PhraseTable(fractions)
        self.points = rows.set("point")
    }

    private mutating func readUnits(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        // Where a language has no words here, its abbreviations are read as English ones.
        let named = rows.language == "und" ? LanguageSections(rows.file, language: "en") : rows
        for row in named.rows("unit", columns: 2) {
            for word in row[0].split(separator: " ") {
                units[Hash64.folded(word)] = row[1]
                flags.add(.unit, to: word)
            }
        }
        squares = rows.set("square")
        cubics = rows.set("cubic")
        perHour = rows.phraseTable("perHour")
        magnitudes = rows.set("magnitude")
    }

    private mutating func readCurrencies(_ rows: LanguageSections) {
        func codes(_ section: String) -> [(UInt64, String)] {
            rows.rows(section, columns: 2).flatMap { row in row[0].split(separator: " ").map { (Hash64.folded($0), row[1]) } }
        }
        for (word, code) in codes("currency") { currencies[word] = code }
        for (word, code) in codes("hundredth") { hundredths[word] = code }
        for (letter, code) in codes("hundredthSuffix") { hundredthSuffixes[letter] = code }
        let all = LanguageSections(rows.file, language: "any")
        for code in all.words("code") { currencies[Hash64.folded(code)] = code.uppercased() }
        for (sign, code) in all.pairs("sign") { currencySigns[Hash64.folded(sign)] = String(code) }
        for (letters, code) in all.pairs("prefix") { dollarPrefixes[Hash64.folded(letters)] = String(code) }
    }

    private mutating func readAges(_ rows: LanguageSections) {
        nows = rows.set("now")
        aged = rows.set("aged")
        agedFront = rows.phraseTable("agedFront")
        people = rows.set("person")
        old = rows.set("old")
        oldInflected = rows.set("oldInflected")
        personEndings = rows.words("personEnding").map { Array($0.utf8) }
    }

    /// What counted nouns are, what stands between them and their number, and what is no noun.
    private mutating func readNouns(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        let all = LanguageSections(rows.file, language: "any")
        adjectives = all.set("adjective")
        nounsToo = all.set("nounToo")
        irregularPlurals = all.set("irregularPlurals")
        singulars = all.set("singularsInS")
        calendars = all.set("calendar")
        notOrdinals = rows.set("notOrdinal")
        notNouns = rows.set("notNoun")
        verbEndings = rows.words("verbEnding").map { Array($0.utf8) }
        streets = rows.set("street")
        for word in rows.words("label") { flags.add(.labelNoun, to: word) }
    }

    /// What joins figures, and what opens them.
    private mutating func readLinks(_ rows: LanguageSections, _ flags: inout VocabularyBuilder) {
        votes = rows.set("vote")
        versus = rows.set("versus")
        ands = rows.set("and")
        rangeWords = rows.set("rangeTo")
        between = rows.set("between")
        for word in rows.words("between") { flags.add(.bound, to: word) }
        articles = rows.set("article")
        for word in rows.words("article") { flags.add(.number, to: word) }
    }
}
