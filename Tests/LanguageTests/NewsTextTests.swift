import Language
import TestSupport
import Testing
import TextCore

/// Sentences as news has them, each with what was once read wrongly in it.
@Suite("What news texts say of people, figures and times")
struct NewsTextTests {
    private static let published = CivilTime(year: 2026, month: 3, day: 12)

    @Test(
        "people are found whole, and nothing else is one",
        arguments: TableRow.rows("en", englishNames) + TableRow.rows("uk", ukrainianNames)
    )
    func people(_ row: TableRow) {
        let annotated = annotate(row.text, row.language, published: Self.published)
        #expect(annotated.entities.filter { $0.kind == .person }.map(\.name) == row.expected)
    }

    private static let englishNames = """
        Insp Helen Quayle said so. | Helen Quayle
        The trust's lawyer, Fiona Keats KC, regretted it. | Fiona Keats
        The judge jailed Kyle Reddy, 29, of Long Lane, Westcote. | Kyle Reddy
        Oscar-winning actor Dana Whitlock left. | Dana Whitlock
        Flights were delayed on Christmas Eve. Passenger Mohammed Farah, 35, waited. | Mohammed Farah
        Buses collided near Kandira, Turkey's interior minister, Cevdet Aslan, said. | Cevdet Aslan
        More than 9,000 fled, the Red Cross said. | -
        """
    private static let ukrainianNames = """
        Воротар Андрій Лунь відбив удар. | Андрій Лунь
        """

    @Test(
        "figures are what they are in their sentences",
        arguments: TableRow.rows("en", english) + TableRow.rows("fr", french) + TableRow.rows("de", german)
            + TableRow.rows("es", spanish) + TableRow.rows("ru", russian) + TableRow.rows("it", italian)
            + TableRow.rows("uk", ukrainianFigures) + TableRow.rows("ar", arabic)
    )
    func figures(_ row: TableRow) {
        let annotated = annotate(row.text, row.language, published: Self.published)
        #expect(annotated.figures.map { $0.described(in: annotated.text) } == row.expected)
    }

    /// Those counted beside somebody who is not are a part of the victims: another article's "three people" are not their opposite.
    private static let english = """
        Two children and their mother were killed on Tuesday. | Two = 2 count {children} @part #killed
        She has two children and her husband died in May. | two = 2 count {children}
        Two children and her husband was saved. | Two = 2 count {children}
        The death toll rose to 87 on Friday from 74 the day before. | 87 = 87 count @to #killed; 74 = 74 count @from #killed
        Three people in the lorry were hurt. | Three = 3 count {people} #injured
        That took inflation to 3.1% from 2.8%. | 3.1% = 3.1 percent @to; 2.8% = 2.8 percent @from
        Dr Malhotra, now 63, will speak. | 63 = 63 year @age
        """
    private static let french = """
        Deux enfants et leur mère ont été tués mardi. | Deux = 2 count {enfants} @part #killed
        Cela touche près d'un quart des effectifs. | près d'un quart = 0.25 about share {effectifs}
        """
    private static let german = """
        Zwei Kinder und ihre Mutter kamen am Dienstag bei einem Brand ums Leben. | Zwei = 2 count {Kinder} @part #killed
        Das sagte der 44-jährige Jens Wiechert. | 44-jährige = 44 year @age
        """
    private static let spanish = """
        Dos niños y su madre murieron el martes. | Dos = 2 count {niños} @part #killed
        La inflación subió tres décimas en febrero, hasta el 2,9 %. | tres décimas = 0.3 percentage point @increase; el 2,9 % = 2.9 percent @to
        """
    private static let russian = """
        Двое детей и их мать погибли во вторник. | Двое = 2 count {детей} @part #killed
        Инфляция замедлилась до 8,1% с 8,7% месяцем ранее. | 8,1% = 8.1 percent @to; 8,7% = 8.7 percent @from
        """
    private static let italian = """
        Almeno 14 persone sono morte e altre 30 sono rimaste ferite. | Almeno 14 = 14 atLeast count {persone} #killed; 30 = 30 count @further #injured
        Costa 250 milioni di euro in tre anni. | 250 milioni di euro = 250000000 EUR; tre anni = 3 year
        """
    private static let ukrainianFigures = """
        Загинули щонайменше 12 осіб, 45 поранені. | щонайменше 12 = 12 atLeast count {осіб} #killed; 45 = 45 count {поранені} #injured
        Це коштує близько 100 млн євро. | близько 100 млн євро = 100000000 about EUR
        """
    private static let arabic = """
        قتل ثلاثة وعشرون شخصا. | ثلاثة وعشرون = 23 count {شخصا} #killed
        أصيب مئة وخمسون شخصا. | مئة وخمسون = 150 count {شخصا} #injured
        أغلقت ثلاث عشرة مدرسة. | ثلاث عشرة = 13 count {مدرسة}
        """

    @Test("one count has one kind in all languages", arguments: sameKinds)
    func kind(_ row: (kind: String, value: Double, sentences: [String: String])) {
        for (language, sentence) in row.sentences.sorted(by: { $0.key < $1.key }) {
            let figures = annotate(sentence, language).figures
            #expect(figures.contains { $0.kind?.name == row.kind && $0.value == row.value }, "\(language): \(sentence)")
        }
    }

    private static let sameKinds: [(kind: String, value: Double, sentences: [String: String])] = [
        (
            "missing", 5,
            [
                "en": "Five people are missing.", "fr": "Cinq personnes sont portées disparues.",
                "de": "Fünf Menschen werden vermisst.", "es": "Cinco personas siguen desaparecidas.",
                "ru": "Пять человек пропали без вести.", "uk": "П'ятеро людей зникли безвісти.", "zh": "5人失踪。",
                "ar": "خمسة أشخاص في عداد المفقودين.", "ja": "5人が行方不明となっている。", "it": "Cinque persone risultano disperse.",
            ]
        ),
        (
            "jobs", 450,
            [
                "en": "It will cut 450 jobs.", "fr": "Elle supprimera 450 postes.", "de": "Es streicht 450 Stellen.",
                "es": "La empresa recortará 450 empleos.", "ru": "Компания сократит 450 рабочих мест.",
                "uk": "Компанія скоротить 450 робочих місць.", "zh": "该公司将裁减450个职位。", "ar": "ستلغي الشركة 450 وظيفة.",
                "ja": "同社は450の雇用を削減する。", "it": "L'azienda taglierà 450 posti di lavoro.",
            ]
        ),
        (
            "schools", 23,
            [
                "en": "Twenty-three schools were closed.", "fr": "Vingt-trois écoles ont été fermées.",
                "de": "Dreiundzwanzig Schulen wurden geschlossen.", "es": "Veintitrés escuelas cerraron.",
                "ru": "Закрыты двадцать три школы.", "uk": "Закрито двадцять три школи.", "zh": "23所学校关闭。",
                "ar": "أغلقت ثلاث وعشرون مدرسة.", "ja": "23の学校が閉鎖された。", "it": "Ventitré scuole sono state chiuse.",
            ]
        ),
        (
            "soldiers", 500,
            [
                "en": "It will send 500 soldiers.", "fr": "Il enverra 500 soldats.", "de": "Es wird 500 Soldaten schicken.",
                "es": "Enviará 500 soldados.", "ru": "Страна отправит 500 солдат.", "uk": "Країна відправить 500 солдатів.",
                "zh": "该国将派遣500名士兵。", "ar": "سترسل البلاد 500 جندي.", "ja": "500人の兵士を派遣する。", "it": "Invierà 500 soldati.",
            ]
        ),
    ]

    @Test(
        "times are those that are meant",
        arguments: TableRow.rows("en", englishTimes) + TableRow.rows("de", germanTimes) + TableRow.rows("ru", russianTimes)
            + TableRow.rows("it", italianTimes) + TableRow.rows("uk", ukrainianTimes)
    )
    func times(_ row: TableRow) {
        let annotated = annotate(row.text, row.language, published: Self.published)
        #expect(annotated.times.map { $0.described(in: annotated.text) } == row.expected)
    }

    private static let englishTimes = """
        She expects a recovery by the end of June. | end of June = 2026-06 END, month
        Prices had fallen by June. | June = 2025-06, month
        By late summer, the lake was empty. | late summer = 2025-SU END, season
        Prices rose in January from the previous month. | in January = 2026-01, month; previous month = 2025-12, month
        It lost £45m last quarter. | last quarter = 2025-10/2025-12, quarter
        """
    private static let germanTimes = """
        Mercier reist im Sommer nach Berlin. | Sommer = 2026-SU, season
        Mercier reist am Freitag nach Berlin. | Freitag = 2026-03-13, day
        Mercier trat am Freitag zurück. | Freitag = 2026-03-06, day
        Der Umsatz stieg im ersten Halbjahr um 8 Prozent. | ersten Halbjahr = 2026-01/2026-06, halfYear
        """
    private static let russianTimes = """
        Инфляция в феврале замедлилась до 8,1% с 8,7% месяцем ранее. | в феврале = 2026-02, month; месяцем ранее = 2026-01, month
        """
    private static let italianTimes = """
        Sarà a Bruxelles giovedì prossimo. | giovedì prossimo = 2026-03-19, day
        I prezzi sono saliti a febbraio. | febbraio = 2026-02, month
        """
    private static let ukrainianTimes = """
        Він прибув минулої п'ятниці. | минулої п'ятниці = 2026-03-06, day
        Мер оголосив 11 березня днем жалоби. | 11 березня = 2026-03-11, day
        """
}
