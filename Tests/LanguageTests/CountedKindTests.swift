import Language
import TestSupport
import Testing
import TextCore

/// What figures count, and as what: `figure = kind`, a dash for a kind that no lexicon knows.
@Suite("Kinds of what figures count")
struct CountedKindTests {
    @Test(
        "one thing said in many ways is of one kind",
        arguments: TableRow.rows("en", english) + TableRow.rows("fr", french) + TableRow.rows("de", german)
            + TableRow.rows("es", spanish) + TableRow.rows("ru", russian) + TableRow.rows("ar", arabic)
            + TableRow.rows("zh", chinese) + TableRow.rows("ja", japanese)
    )
    func kinds(_ row: TableRow) {
        let annotated = annotate(row.text, row.language)
        let found = annotated.figures.map { figure in
            let value = figure.value == figure.value.rounded() ? String(Int(figure.value)) : String(figure.value)
            return "\(value) = \(figure.kind?.name ?? "-")"
        }
        #expect(found == row.expected)
    }

    private static let english = """
        At least 14 people died in the fire. | 14 = killed
        The 14 deaths shocked the town. | 14 = killed
        14 were killed and 5 injured. | 14 = killed; 5 = injured
        The death toll rose to 14. | 14 = killed
        The death toll rose to 14 people. | 14 = killed
        The toll from the fire climbed to 14. | 14 = killed
        The number of people killed by the bomb at the Lindhof market hall rose to 14. | 14 = killed
        12 houses and 3 homes burned. | 12 = homes; 3 = homes
        The fire killed 300 sheep. | 300 = animals
        It cost $3 million. | 3000000 = money
        A crowd of 62,000 watched. | 62000 = people
        All 12 survived. | 12 = survived
        Six officers suffered minor injuries. | 6 = injured
        """
    private static let french = """
        Au moins 14 personnes sont mortes. | 14 = killed
        On compte 14 morts et cinq blessés. | 14 = killed; 5 = injured
        Quatorze personnes ont perdu la vie. | 14 = killed
        Le bilan est passé de 14 à 16 morts. | 14 = killed; 16 = killed
        Trois membres d'équipage ont été légèrement blessés. | 3 = injured
        L'incendie a détruit 12 maisons. | 12 = homes
        """
    private static let german = """
        Bei dem Brand starben 14 Menschen. | 14 = killed
        Es gab 14 Tote und fünf Verletzte. | 14 = killed; 5 = injured
        14 Menschen kamen ums Leben. | 14 = killed
        Die Zahl der Todesopfer stieg auf 14. | 14 = killed
        Das Feuer zerstörte zwölf Häuser. | 12 = homes
        Die Polizei nahm 23 Demonstranten fest. | 23 = detained
        """
    private static let spanish = """
        Al menos 14 personas murieron. | 14 = killed
        El accidente dejó 14 muertos y 5 heridos. | 14 = killed; 5 = injured
        La cifra de muertos subió a 14. | 14 = killed
        El fuego destruyó 12 viviendas. | 12 = homes
        Tres personas siguen desaparecidas. | 3 = missing
        """
    private static let russian = """
        В пожаре погибли 14 человек. | 14 = killed
        Известно о 14 погибших и пяти раненых. | 14 = killed; 5 = injured
        Число погибших выросло до 14. | 14 = killed
        Огонь уничтожил 12 домов. | 12 = homes
        В аэропорту 112 рейсов задержаны. | 112 = flights
        """
    private static let arabic = """
        قُتل 14 شخصاً وأصيب 5 آخرون. | 14 = killed; 5 = injured
        ارتفعت حصيلة القتلى إلى 14 قتيلا. | 14 = killed
        سقط ١٤ قتيلا و5 جرحى. | 14 = killed; 5 = injured
        لقي خمسة أشخاص مصرعهم. | 5 = killed
        اعتقلت الشرطة 7 أشخاص. | 7 = detained
        تضرر 30 منزلا. | 30 = homes
        نزحت 3000 عائلة. | 3000 = families
        """
    private static let chinese = """
        火灾造成14人死亡，5人受伤。 | 14 = killed; 5 = injured
        死亡人数升至十四人。 | 14 = killed
        死亡人数从14人升至16人。 | 14 = killed; 16 = killed
        14名乘客遇难，另有3人失踪。 | 14 = killed; 3 = missing
        警方逮捕了7人。 | 7 = detained
        120间房屋被毁，损失3.5亿元。 | 120 = homes; 350000000 = money
        一些人在2021年10月16日离开。 | -
        """
    private static let japanese = """
        火災で１４人が死亡し、5人がけがをした。 | 14 = killed; 5 = injured
        死者は14人に上った。 | 14 = killed
        警察は7人を逮捕した。 | 7 = detained
        住宅120棟が全壊した。 | 120 = homes
        ミサイル20発とドローン75機が使われた。 | 20 = missiles; 75 = drones
        """

    @Test("magnitudes, bounds, units and roles of Chinese and Japanese figures")
    func hanFigures() {
        func described(_ text: String, _ language: String) -> [String] {
            let annotated = annotate(text, language)
            return annotated.figures.map { $0.described(in: annotated.text) }
        }
        #expect(described("至少3.5万人参加，约30公里。", "zh") == ["至少3.5万 = 35000 atLeast count {人}", "约30公里 = 30 about km"])
        #expect(described("支持率上升至45%。", "zh") == ["45% = 45 percent @to"])
        #expect(described("男子34岁，其中3人获救。", "zh") == ["34岁 = 34 year @age", "3 = 3 count {人} @part #rescued"])
        #expect(described("3万5000人以上が避難した。", "ja") == ["3万5000 = 35000 atLeast count {人} #displaced"])
        #expect(described("費用は2億円。", "ja") == ["2億円 = 200000000 JPY"])
        #expect(described("数十人が集まった。", "ja") == ["数十 = 20 atLeast count {人}"])
        #expect(described("第3回会議、百分之三十。", "zh") == ["百分之三十 = 30 percent"])
    }

    @Test("a change knows which way it goes, whatever its ends say, and a count whether it is all")
    func directions() {
        func rises(_ text: String, _ language: String) -> [Bool?] {
            annotate(text, language).figures.filter { $0.role == .from || $0.role == .to }.map(\.isRise)
        }
        #expect(rises("Unemployment rose from 4.1% to 3.9%.", "en") == [true, true])
        #expect(rises("Le chômage a reculé de 7,5 % à 7,3 %.", "fr") == [false, false])
        #expect(rises("Die Quote sank von 6,1 auf 5,9 Prozent.", "de") == [false, false])
        #expect(rises("Безработица снизилась с 3,2% до 2,9%.", "ru") == [false, false])
        #expect(rises("ارتفع المعدل من 4.1 بالمئة إلى 4.5 بالمئة.", "ar") == [true, true])
        #expect(annotate("All 12 survived.").figures.map(\.isAll) == [true])
        #expect(annotate("They met 12 times.").figures.map(\.isAll) == [false])
    }

    @Test("heights are metres where snow or a summit is near, and ages are told of deaths")
    func heightsAndAges() {
        func described(_ text: String, _ language: String) -> [String] {
            let annotated = annotate(text, language)
            return annotated.figures.map { $0.described(in: annotated.text) }
        }
        #expect(described("Snow fell above 1,200m overnight.", "en") == ["above 1,200m = 1200 moreThan m"])
        #expect(described("Sales rose above 1,200m.", "en").first?.hasSuffix(" m") != true)
        #expect(described("Murió a los 87 años.", "es") == ["87 años = 87 year @age"])
        #expect(described("Volvió a los 20 años de su fuga.", "es") == ["20 años = 20 year"])
        #expect(described("Il est mort à 87 ans.", "fr") == ["87 ans = 87 year @age"])
    }

    @Test("people may be people of a kind, but not things, and the killed are not the injured")
    func kindsThatMayBeOne() {
        func kind(_ text: String) -> CountedKind? { annotate(text).figures.first?.kind }
        guard let people = kind("12 people came."), let sailors = kind("12 sailors came."),
            let streets = kind("12 streets flooded."), let killed = kind("12 people were killed."),
            let injured = kind("12 were injured.")
        else {
            Issue.record("a figure without a kind")
            return
        }
        #expect(people.canBe(sailors) && sailors.canBe(people))
        #expect(!people.canBe(streets))
        #expect(!killed.canBe(injured) && !killed.canBe(people))
    }
}
