import Language
import TestSupport
import Testing
import TextCore

@Suite struct TimeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let language: String
        let text: String
        /// `expression = ISO 8601 value`, one per time.
        let times: [String]
        var testDescription: String { text }

        init(_ language: String, _ text: String, _ times: String...) {
            self.language = language
            self.text = text
            self.times = times
        }
    }

    /// A Monday.
    private static let monday = CivilTime(year: 2021, month: 10, day: 18)

    private func check(_ test: Case, published: CivilTime? = TimeTests.monday) {
        let annotated = annotate(test.text, test.language, published: published)
        #expect(annotated.times.map { "\(annotated.text[$0.range]) = \($0.value.iso8601)" } == test.times)
    }

    @Test(arguments: [
        Case("en", "Published 18 Oct, 2021 14:05 in Moscow.", "18 Oct, 2021 14:05 = 2021-10-18T14:05"),
        Case("en", "It began earlier this year.", "earlier this year = 2021"),
        Case("en", "In June, it fell.", "In June = 2021-06"),
        Case("en", "He spoke in March about it.", "in March = 2021-03"),
        Case("en", "It aired on Sunday evening on TV.", "Sunday evening = 2021-10-17TEV"),
        Case("en", "He spoke on Monday.", "Monday = 2021-10-18"),
        Case("en", "He spoke on Tuesday.", "Tuesday = 2021-10-12"),
        Case("en", "He will speak on Thursday.", "Thursday = 2021-10-21"),
        Case("en", "He is due to meet her on Thursday.", "Thursday = 2021-10-21"),
        Case("en", "It will end soon, he said on Thursday.", "Thursday = 2021-10-14"),
        Case("en", "Aides who will vote tried on Tuesday to help.", "Tuesday = 2021-10-12"),
        Case("en", "They meet next Tuesday.", "next Tuesday = 2021-10-19"),
        Case("en", "They met last Monday.", "last Monday = 2021-10-11"),
        Case("en", "It fell yesterday and today.", "yesterday = 2021-10-17", "today = 2021-10-18"),
        Case("en", "He arrived last night.", "last night = 2021-10-17TNI"),
        Case("en", "It begins tonight.", "tonight = 2021-10-18TEV"),
        Case("en", "He left yesterday morning.", "yesterday morning = 2021-10-17TMO"),
        Case("en", "It happened last week.", "last week = 2021-W41"),
        Case("en", "It happened last month.", "last month = 2021-09"),
        Case("en", "It happened last year.", "last year = 2020"),
        Case("en", "It ends next year.", "next year = 2022"),
        Case("en", "It reopened this summer.", "this summer = 2021-SU"),
        Case("en", "He left two days ago.", "two days ago = 2021-10-16"),
        Case("en", "He left a week ago.", "a week ago = 2021-W41"),
        Case("en", "He left three years ago.", "three years ago = 2018"),
        Case("en", "It grew in the 1990s.", "1990s = 1990"),
        Case("en", "On October 18, 2021, he left.", "October 18, 2021 = 2021-10-18"),
        Case("en", "On Oct. 18 he left.", "Oct. 18 = 2021-10-18"),
        Case("en", "On December 24 he left.", "December 24 = 2020-12-24"),
        Case("en", "On 5 May 2019 he left.", "5 May 2019 = 2019-05-05"),
        Case("en", "On the 5th of May he left.", "5th of May = 2021-05-05"),
        Case("en", "In July 2014 he left.", "In July 2014 = 2014-07"),
        Case("en", "He won in 2012.", "2012 = 2012"),
        Case("en", "The 2016 election came.", "2016 = 2016"),
        Case("en", "Oct. 18, 2022, 6:15 a.m. ET", "Oct. 18, 2022, 6:15 a.m. ET = 2022-10-18T06:15-04:00"),
        Case("en", "It starts at 2 p.m. on Friday.", "2 p.m. on Friday = 2021-10-22T14:00"),
        Case("en", "Posted 2021-10-18 by us.", "2021-10-18 = 2021-10-18"),
        Case("en", "Posted 10/18/2021 by us.", "10/18/2021 = 2021-10-18"),
        Case("en", "He may march in the sun on the second."),
        Case("en", "May said that Mark and April agree."),
        Case("en", "On Monday, Oct. 11, he left.", "Monday, Oct. 11 = 2021-10-11"),
        Case("en", "He has waited since September.", "September = 2021-09"),
        Case("en", "It fell in November.", "in November = 2020-11"),
        Case("fr", "Il a parlé dimanche soir.", "dimanche soir = 2021-10-17TEV"),
        Case("fr", "Il a parlé lundi dernier.", "lundi dernier = 2021-10-11"),
        Case("fr", "Il parlera dès samedi.", "samedi = 2021-10-23"),
        Case("fr", "Publié le mardi 18 octobre 2022 à 9 h 12.", "mardi 18 octobre 2022 à 9 h 12 = 2022-10-18T09:12"),
        Case("fr", "Le 1er mars 2020, il est parti.", "1er mars 2020 = 2020-03-01"),
        Case("fr", "Il est parti hier.", "hier = 2021-10-17"),
        Case("fr", "Il est parti la semaine dernière.", "semaine dernière = 2021-W41"),
        Case("fr", "Il est parti l’année dernière.", "année dernière = 2020"),
        Case("fr", "Il est parti il y a deux jours.", "il y a deux jours = 2021-10-16"),
        Case("fr", "Il est né en 1975.", "1975 = 1975"),
        Case("fr", "En juin, il est parti.", "En juin = 2021-06"),
        Case("de", "Er sprach am Sonntagabend.", "Sonntagabend = 2021-10-17TEV"),
        Case("de", "Er sprach am Dienstag.", "Dienstag = 2021-10-12"),
        Case("de", "Er ging gestern.", "gestern = 2021-10-17"),
        Case("de", "Am 18. Oktober 2021 ging er.", "18. Oktober 2021 = 2021-10-18"),
        Case("de", "Am 18.10.2021 ging er.", "18.10.2021 = 2021-10-18"),
        Case("de", "Im Juni ging er.", "Im Juni = 2021-06"),
        Case("de", "Er ging letzte Woche.", "letzte Woche = 2021-W41"),
        Case("de", "Er ging im vergangenen Jahr.", "vergangenen Jahr = 2020"),
        Case("de", "Er ging vor zwei Tagen.", "vor zwei Tagen = 2021-10-16"),
        Case("de", "Es begann um 14.05 Uhr.", "14.05 Uhr = XXXXT14:05"),
        Case("de", "Er ging 2015.", "2015 = 2015"),
        Case("es", "Habló el domingo por la noche.", "domingo por la noche = 2021-10-17TNI"),
        Case("es", "Se fue ayer.", "ayer = 2021-10-17"),
        Case("es", "El 18 de octubre de 2021 se fue.", "18 de octubre de 2021 = 2021-10-18"),
        Case("es", "Se fue el año pasado.", "año pasado = 2020"),
        Case("es", "Se fue la semana pasada.", "semana pasada = 2021-W41"),
        Case("es", "Se fue hace dos días.", "hace dos días = 2021-10-16"),
        Case("es", "En junio se fue.", "En junio = 2021-06"),
        Case("ru", "Он уехал вчера.", "вчера = 2021-10-17"),
        Case("ru", "Он выступил в воскресенье вечером.", "воскресенье вечером = 2021-10-17TEV"),
        Case("ru", "Он уехал 18 октября 2021 года.", "18 октября 2021 года = 2021-10-18"),
        Case("ru", "Он уехал в 2014 году.", "2014 году = 2014"),
        Case("ru", "Он уехал два дня назад.", "два дня назад = 2021-10-16"),
        Case("ru", "Он уехал в прошлом году.", "прошлом году = 2020"),
        Case("ru", "В июне он уехал.", "В июне = 2021-06"),
    ])
    func resolves(_ test: Case) { check(test) }

    @Test func unknownStaysUnknown() {
        check(
            Case("en", "PARIS, October 18. It aired on Sunday evening.", "October 18 = XXXX-10-18", "Sunday evening = XXXXTEV"),
            published: nil
        )
        let annotated = annotate("He spoke yesterday.", published: nil)
        #expect(annotated.times.map(\.value) == [CivilTime()])
        #expect(annotated.times.map(\.isRelative) == [false])
        #expect(annotated.times.map(\.granularity) == [.day])
        #expect(annotate("It fell in June.", published: CivilTime(year: 2021)).times.map(\.value.iso8601) == ["XXXX-06"])
    }

    @Test func relativeTimesSaySo() {
        let times = annotate("In June 2020 and last year.", published: Self.monday).times
        #expect(times.map(\.isRelative) == [false, true])
        #expect(annotate("It grew in the 1990s.").times.map(\.granularity) == [.decade])
    }

    /// Hours and minutes ago are a time where publication has one, and stay a duration where it has none.
    @Test(
        arguments: [
            ("en", "The gate closed two hours ago.", "two hours ago = 2021-10-17T23:00+02:00, hour"),
            ("en", "The gate closed 20 minutes ago.", "20 minutes ago = 2021-10-18T01:10+02:00, minute"),
            ("en", "The gate closed an hour ago.", "an hour ago = 2021-10-18T00:00+02:00, hour"),
            ("de", "Das Tor schloss vor zwei Stunden.", "vor zwei Stunden = 2021-10-17T23:00+02:00, hour"),
            ("fr", "La porte a fermé il y a deux heures.", "il y a deux heures = 2021-10-17T23:00+02:00, hour"),
            ("es", "La puerta cerró hace 20 minutos.", "hace 20 minutos = 2021-10-18T01:10+02:00, minute"),
            ("ru", "Ворота закрыли два часа назад.", "два часа назад = 2021-10-17T23:00+02:00, hour"),
        ]
    )
    func hoursAgo(language: String, text: String, expected: String) {
        var published = CivilTime(year: 2021, month: 10, day: 18, hour: 1, minute: 30)
        published.offset = 120
        let found = annotate(text, language, published: published)
        #expect(found.times.map { $0.described(in: found.text) } == [expected])
        #expect(found.figures.isEmpty)
        let day = annotate(text, language, published: CivilTime(year: 2021, month: 10, day: 18))
        #expect(day.times.isEmpty)
        #expect(day.figures.isEmpty == text.contains("an hour"), "it stays how long")
    }

    @Test(
        "the days of thirds of a month",
        arguments: [("early June", 1...10), ("mid-June", 11...20), ("late June", 21...30), ("June", 1...30)]
    )
    func thirds(_ words: String, _ days: ClosedRange<Int>) throws {
        let annotated = annotate("It closed in \(words).", "en", published: CivilTime(year: 2021, month: 10, day: 18))
        let june = try #require(CivilTime(year: 2021, month: 6, day: 1).dayNumber) - 1
        #expect(annotated.times.first?.days == (june + days.lowerBound)...(june + days.upperBound))
    }
}
