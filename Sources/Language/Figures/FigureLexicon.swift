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
    let numbers: [UInt64: Double]
    /// Numbers of Arabic with "and" joined to them: «وعشرون».
    let joinedNumbers: WordSet
    /// Words that multiply what stands in front: hundred, thousand, million, dozen.
    let scales: [UInt64: Double]
    /// Magnitudes that are never exact: "une vingtaine", "un centenar".
    let round: WordSet
    let ordinals: [UInt64: Double]
    /// Denominators: half, third, Viertel.
    let parts: [UInt64: Double]
    private(set) var units: [UInt64: String] = [:]
    private(set) var currencies: [UInt64: String] = [:]
    /// Words for hundredths of a currency: "cents", "pence".
    private(set) var hundredths: [UInt64: String] = [:]
    private(set) var currencySigns: [UInt64: String] = [:]
    /// Letters in front of a dollar sign: "US$".
    private(set) var dollarPrefixes: [UInt64: String] = [:]
    /// In front of a number.
    let bounds: PhraseTable<Figure.Bound>
    /// Behind a number.
    let after: PhraseTable<Figure.Bound>
    let quantifiers: PhraseTable<Quantifier>
    /// Words of percentage; the value says whether they are points.
    let percents: PhraseTable<Bool>
    let basisPoints: PhraseTable<Void>
    let votes: WordSet
    let versus: WordSet
    let ands: WordSet
    let rangeWords: WordSet
    let between: WordSet
    let articles: WordSet
    let adjectives: WordSet
    /// Adjectives that are nouns where none follows: "jóvenes".
    let nounsToo: WordSet
    let irregularPlurals: WordSet
    /// Words behind a quantifier that make another thing of it: "majority leader".
    let notQuantified: WordSet
    /// What phrases behind a number add to it: "and a half".
    let halves: PhraseTable<Double>
    /// How often: "twice", "several times".
    let often: PhraseTable<(value: Double, bound: Figure.Bound)>
    /// Fractions of a percentage point: "a quarter point".
    let pointFractions: PhraseTable<Double>
    /// What a point is called, and what stands beside "over" in front of a time where it is a bound: "for over five years".
    let points: WordSet
    let longer: WordSet
    /// In front of an age: "now 63".
    let nows: WordSet
    /// The stem of "times", which such adverbs count.
    let times: UInt64?
    /// Words in front of a magnitude that leave it open: "several dozen".
    let vague: WordSet
    /// "dozens", "tens of thousands", "several hundred", with the least that they stand for.
    let vagueNumbers: PhraseTable<Double>
    /// "magnitude", "Stärke": of earthquakes.
    let magnitudes: WordSet
    let minus: WordSet
    let squares: WordSet
    let cubics: WordSet
    /// What tells metres from millions.
    let metres: MetreLexicon
    /// "per hour", "/h": what makes a speed of a distance.
    let perHour: PhraseTable<Void>
    /// Words of addresses: "Street", "rue".
    let streets: WordSet
    /// "aged": an age follows.
    let aged: WordSet
    /// "a los" of «murió a los 87 años»: phrases in front of an age that is told of a death.
    let agedFront: PhraseTable<Void>
    /// People whose age stands between commas behind them: "the boy, 11, ".
    let people: WordSet
    /// "old" behind years.
    let old: WordSet
    let oldInflected: WordSet
    /// "parts", in "three quarter parts" of languages that say so.
    let partWords: WordSet
    /// Words in -s that are no plurals.
    let singulars: WordSet
    /// Months and eras of other calendars.
    let calendars: WordSet
    /// Verbs right behind numbers, which are no nouns counted.
    let notNouns: WordSet
    /// How verbs end that stand right behind numbers: "-ieron".
    let verbEndings: [[UInt8]]
    /// Nouns that ordinals make names with: "first responders".
    let notOrdinals: WordSet
    /// What kinds of things nouns are.
    let kinds: CountedKindLexicon
    /// What tells of a figure's role and of casualties.
    let roles: FigureRoleLexicon
    let language: String

    init(language: String, flags: inout VocabularyBuilder) {
        self.language = language
        let file = LexiconFile(PackageResources.figures_txt)
        let own = ["en", "fr", "de", "es", "ru", "ar", "it", "uk"].contains(language) ? language : "und"
        kinds = CountedKindLexicon.of(language)
        var joined = WordSet()
        func values(_ section: String) -> [UInt64: Double] {
            let words = file.spacedWords("\(own).\(section)")
            var values: [UInt64: Double] = [:]
            for index in stride(from: 0, to: words.count - 1, by: 2) {
                guard let value = Double(words[index + 1]) else { continue }
                values[Hash64.folded(words[index])] = value
                flags.add(.number, to: words[index])
                // «وعشرون»: "and twenty"
                guard own == "ar" else { continue }
                let word = "و" + words[index]
                values[Hash64.folded(word)] = value
                flags.add(.number, to: word)
                joined.insert(Hash64.folded(word))
            }
            return values
        }
        numbers = values("number")
        scales = values("scale")
        ordinals = values("ordinal")
        joinedNumbers = joined
        parts = values("part")
        func boundPhrases(_ section: String) -> [([UInt64], Figure.Bound)] {
            file["\(own).\(section)"].compactMap { row in
                guard row.count > 1, let bound = Figure.Bound(rawValue: row[1]) else { return nil }
                return (flags.tokenHashes(row[0]), bound)
            }
        }
        let behind = boundPhrases("after")
        let inFront = boundPhrases("bound") + behind
        for (hashes, _) in inFront { if let first = hashes.first { flags.add(.bound, toHash: first) } }
        bounds = PhraseTable(hashes: inFront, keepingFirst: true)
        after = PhraseTable(hashes: behind, keepingFirst: true)
        var quantifiers: [([UInt64], Quantifier)] = []
        for row in file["\(own).quantifier"] where row.count > 3 && row[3] != "never" {
            guard let value = Double(row[1]), let bound = Figure.Bound(rawValue: row[2]) else { continue }
            let hashes = flags.tokenHashes(row[0])
            guard let first = hashes.first else { continue }
            let rule: QuantifierRule =
                row[3] == "of"
                ? .of
                : row[3] == "noun"
                    ? .noun
                    : row[3] == "single"
                        ? .single
                        : row[3] == "casualty" ? .casualty : .alone
            quantifiers.append((hashes, Quantifier(value: value, bound: bound, rule: rule)))
            flags.add(.quantifier, toHash: first)
        }
        self.quantifiers = PhraseTable(hashes: quantifiers, keepingFirst: true)
        let percentPhrases = file["\(own).percent"].map { row in (flags.tokenHashes(row[0]), Self.isPoint(row[0])) }
        percents = PhraseTable(hashes: percentPhrases + [(flags.tokenHashes("%"), false)], keepingFirst: true)
        basisPoints = PhraseTable(
            hashes: file["\(own).basisPoint"].map { (flags.tokenHashes($0[0]), ()) },
            keepingFirst: true
        )
        for row in file["\(own).unit"] + (own == "und" ? file["en.unit"] : []) where row.count > 1 {
            for word in row[0].split(separator: " ") {
                units[Hash64.folded(word)] = row[1]
                flags.add(.unit, to: word)
            }
        }
        for row in file["\(own).currency"] where row.count > 1 {
            for word in row[0].split(separator: " ") { currencies[Hash64.folded(word)] = row[1] }
        }
        for row in file["\(own).hundredth"] where row.count > 1 {
            for word in row[0].split(separator: " ") { hundredths[Hash64.folded(word)] = row[1] }
        }
        for code in file.spacedWords("code") { currencies[Hash64.folded(code)] = code.uppercased() }
        Self.addPairs(file.spacedWords("sign"), to: &currencySigns)
        Self.addPairs(file.spacedWords("prefix"), to: &dollarPrefixes)
        func set(_ section: String) -> WordSet { file.spacedWordSet(section) }
        func words(_ section: String) -> WordSet { set("\(own).\(section)") }
        notQuantified = words("notQuantified")
        round = words("round")
        halves = PhraseTable(
            hashes: file["\(own).half"].compactMap { row in
                row.count > 1 ? Double(row[1]).map { (flags.tokenHashes(row[0]), $0) } : nil
            },
            keepingFirst: true
        )
        var often: [([UInt64], (value: Double, bound: Figure.Bound))] = []
        for row in file["\(own).often"] where row.count > 2 {
            let hashes = flags.tokenHashes(row[0])
            guard let value = Double(row[1]), let bound = Figure.Bound(rawValue: row[2]), let first = hashes.first else {
                continue
            }
            often.append((hashes, (value, bound)))
            flags.add(.bound, toHash: first)
        }
        self.often = PhraseTable(hashes: often, keepingFirst: true)
        func phraseValues(_ section: String, _ flag: WordFlags) -> PhraseTable<Double> {
            let rows: [([UInt64], Double)] = file["\(own).\(section)"].compactMap { row in
                guard row.count > 1, let value = Double(row[1]) else { return nil }
                return (flags.tokenHashes(row[0]), value)
            }
            for (hashes, _) in rows { if let first = hashes.first { flags.add(flag, toHash: first) } }
            return PhraseTable(hashes: rows, keepingFirst: true)
        }
        pointFractions = phraseValues("pointFraction", .bound)
        points = words("point")
        longer = words("longer")
        nows = words("now")
        times = flags.stemHash(["en": "times", "fr": "fois", "de": "mal", "es": "veces", "ru": "раз"][own] ?? "")
        vague = words("vague")
        vagueNumbers = phraseValues("vagueNumber", .vague)
        magnitudes = words("magnitude")
        minus = words("minus")
        for word in file.spacedWords("\(own).minus") { flags.add(.bound, to: word) }
        squares = words("square")
        metres = MetreLexicon(own, file, &flags)
        cubics = words("cubic")
        perHour = PhraseTable(hashes: file["\(own).perHour"].map { (flags.tokenHashes($0[0]), ()) }, keepingFirst: true)
        streets = words("street")
        aged = words("aged")
        agedFront = PhraseTable(hashes: file["\(own).agedFront"].map { (flags.tokenHashes($0[0]), ()) }, keepingFirst: true)
        people = words("person")
        old = words("old")
        oldInflected = words("oldInflected")
        partWords = words("partWord")
        votes = set("\(own).vote")
        versus = set("\(own).versus")
        ands = set("\(own).and")
        rangeWords = set("\(own).rangeTo")
        between = set("\(own).between")
        articles = set("\(own).article")
        adjectives = set("adjective")
        nounsToo = set("nounToo")
        irregularPlurals = set("irregularPlurals")
        roles = FigureRoleLexicon(own, file, &flags)
        singulars = set("singularsInS")
        calendars = set("calendar")
        notOrdinals = words("notOrdinal")
        notNouns = words("notNoun")
        verbEndings = file.spacedWords("\(own).verbEnding").map { Array($0.utf8) }
        for word in file.spacedWords("\(own).label") { flags.add(.labelNoun, to: word) }
        for word in file.spacedWords("\(own).between") { flags.add(.bound, to: word) }
        for word in ["jeder", "jede", "jedes", "каждый", "каждая"] { flags.add(.quantifier, to: word) }
        for word in file.spacedWords("\(own).article") { flags.add(.number, to: word) }
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
