import Testing
import TextCore

@testable import Reading

@Suite struct PublicationTimeTests {
    @Test(arguments: [
        ("18 Oct, 2021 14:05", "2021-10-18T14:05"),
        ("October 18, 2021", "2021-10-18"),
        ("Oct. 18, 2022, 6:15 a.m. ET", "2022-10-18T06:15-04:00"),
        ("Jan. 18, 2022, 6:15 a.m. ET", "2022-01-18T06:15-05:00"),
        ("March 12, 2024 4:15 p.m. PT", "2024-03-12T16:15-07:00"),
        ("Nov. 3, 2024, 9:00 a.m. CT", "2024-11-03T09:00-06:00"),
        ("Published: 18 October 2021 at 2.05pm", "2021-10-18T14:05"),
        ("Mon 18 Oct 2021 14.05 BST", "2021-10-18T14:05+01:00"),
        ("2021-10-18T14:05Z", "2021-10-18T14:05Z"),
        ("2021-10-18T14:05:06.789+02:00", "2021-10-18T14:05:06+02:00"),
        ("2021-10-18 14:05:06", "2021-10-18T14:05:06"),
        ("Mon, 18 Oct 2021 14:05:00 +0300", "2021-10-18T14:05:00+03:00"),
        ("Mon, 18 Oct 2021 14:05:00 GMT", "2021-10-18T14:05:00Z"),
        ("18/10/2021", "2021-10-18"),
        ("10/18/2021", "2021-10-18"),
        ("03/04/2021 2:05 PM", "2021-03-04T14:05"),
        ("03/04/2021 14:05", "2021-04-03T14:05"),
        ("03/04/2021", "2021"),
        ("18.10.2021", "2021-10-18"),
        ("18.10.21, 14:05 Uhr", "2021-10-18T14:05"),
        ("Publié le mardi 18 octobre 2022 à 9 h 12", "2022-10-18T09:12"),
        ("le 18 octobre 2021 à 14h05", "2021-10-18T14:05"),
        ("le 1er mars 2021", "2021-03-01"),
        ("Montag, 18. Oktober 2021, 14.05 Uhr", "2021-10-18T14:05"),
        ("18 de octubre de 2021", "2021-10-18"),
        ("18 de outubro de 2021 às 14h05", "2021-10-18T14:05"),
        ("18 ottobre 2021 alle 14:05", "2021-10-18T14:05"),
        ("18 октября 2021, 14:05", "2021-10-18T14:05"),
        ("18 жовтня 2021 р., 14:05", "2021-10-18T14:05"),
        ("14:05, 18 октября 2021 г.", "2021-10-18T14:05"),
        ("2021年10月18日", "2021-10-18"),
        ("Updated 19 October 2021 | Published 18 October 2021", "2021-10-18"),
        ("20211018T140500Z", "2021-10-18T14:05:00Z"),
        ("1634565900", "2021-10-18T14:05:00Z"),
        ("March 2021", "2021-03"),
        ("XXXX-10-18", "XXXX-10-18"),
        ("12 a.m., October 18, 2021", "2021-10-18T00:00"),
    ])
    func forms(_ text: String, _ expected: String) {
        #expect(PublicationTime.parse(text)?.iso8601 == expected)
    }

    @Test(arguments: ["", "yesterday", "32.13.2021", "Page 3 of 12", "7-2", "9/11"])
    func noTimes(_ text: String) {
        #expect(PublicationTime.parse(text) == nil)
    }

    @Test func epochsInAnyUnit() {
        for number in [1_634_565_900.0, 1_634_565_900_000, 1_634_565_900_000_000] {
            #expect(PublicationTime.epoch(number)?.iso8601 == "2021-10-18T14:05:00Z")
        }
        #expect(PublicationTime.epoch(.nan) == nil)
        #expect(PublicationTime.epoch(.infinity) == nil)
        #expect(PublicationTime.epoch(-5) == nil)
    }
}

@Suite struct DatelineTests {
    private func parse(_ text: String) -> (whole: String, place: String?, date: String?, agency: String?)? {
        let text = UTF8Text(text)
        return DatelineParser.standard.parse(text, text.range).map {
            (text[$0.range], $0.place, $0.date?.iso8601, $0.agency)
        }
    }

    typealias Form = (text: String, whole: String, place: String?, date: String?, agency: String?)

    static let datelines: [Form] = [
        ("PARIS, October 18. /TASS/. The spokesman said so.", "PARIS, October 18. /TASS/.", "PARIS", "XXXX-10-18", "TASS"),
        ("WASHINGTON (AP) — The Senate voted.", "WASHINGTON (AP) —", "WASHINGTON", nil, "AP"),
        ("LONDON, Oct 18 (Reuters) - Oil fell.", "LONDON, Oct 18 (Reuters) -", "LONDON", "XXXX-10-18", "Reuters"),
        ("PHOENIX — The governor left.", "PHOENIX —", "PHOENIX", nil, nil),
        ("HEMPSTEAD, N.Y. ― The debate began.", "HEMPSTEAD, N.Y. ―", "HEMPSTEAD, N.Y.", nil, nil),
        (
            "FLINT, Mich., Oct. 4 (UPI) -- The water is safe.", "FLINT, Mich., Oct. 4 (UPI) --", "FLINT, Mich.", "XXXX-10-04",
            "UPI"
        ),
        ("BERLIN (dpa) - Die Regierung berät.", "BERLIN (dpa) -", "BERLIN", nil, "dpa"),
        ("Berlin/Moskau (dpa) - Die Regierung berät.", "Berlin/Moskau (dpa) -", "Berlin/Moskau", nil, "dpa"),
        ("Paris, le 18 octobre (AFP) – Le ministre a parlé.", "Paris, le 18 octobre (AFP) –", "Paris", "XXXX-10-18", "AFP"),
        ("Paris (AFP) - Le ministre a parlé.", "Paris (AFP) -", "Paris", nil, "AFP"),
        ("МОСКВА, 18 октября. /ТАСС/. Песков сказал.", "МОСКВА, 18 октября. /ТАСС/.", "МОСКВА", "XXXX-10-18", "ТАСС"),
        ("МОСКВА, 18 окт — РИА Новости. Песков сказал.", "МОСКВА, 18 окт — РИА Новости.", "МОСКВА", "XXXX-10-18", "РИА Новости"),
        ("Madrid, 18 oct (EFE).- El Gobierno aprobó.", "Madrid, 18 oct (EFE).-", "Madrid", "XXXX-10-18", "EFE"),
        ("BEIJING, Oct. 18 (Xinhua) -- China said.", "BEIJING, Oct. 18 (Xinhua) --", "BEIJING", "XXXX-10-18", "Xinhua"),
        ("NEW YORK (Reuters) - Oil fell.", "NEW YORK (Reuters) -", "NEW YORK", nil, "Reuters"),
        ("NEW DELHI, Oct 18 (AFP) - Oil fell.", "NEW DELHI, Oct 18 (AFP) -", "NEW DELHI", "XXXX-10-18", "AFP"),
        ("NEW YORK — The mayor left.", "NEW YORK —", "NEW YORK", nil, nil),
        ("New York (dpa) - Der Dax fiel.", "New York (dpa) -", "New York", nil, "dpa"),
        ("NEW LORNMARK (AP) — The mayor left.", "NEW LORNMARK (AP) —", "NEW LORNMARK", nil, "AP"),
        (
            "RIO DE JANEIRO, March 13 (Reuters) - It rained.", "RIO DE JANEIRO, March 13 (Reuters) -", "RIO DE JANEIRO",
            "XXXX-03-13", "Reuters"
        ),
        ("Rio de Janeiro (AFP) – Il pleut.", "Rio de Janeiro (AFP) –", "Rio de Janeiro", nil, "AFP"),
        ("(Reuters) - Oil fell.", "(Reuters) -", nil, nil, "Reuters"),
        ("ROMA, 18 ottobre 2021 (ANSA) - Il governo ha deciso.", "ROMA, 18 ottobre 2021 (ANSA) -", "ROMA", "2021-10-18", "ANSA"),
        (
            "KESSENHAVN, October 18. /NORDWIRE/. The board met.", "KESSENHAVN, October 18. /NORDWIRE/.", "KESSENHAVN",
            "XXXX-10-18", "NORDWIRE"
        ),
    ]

    @Test(arguments: datelines)
    func forms(_ form: Form) {
        let found = parse(form.text)
        #expect(found?.whole == form.whole)
        #expect(found?.place == form.place)
        #expect(found?.date == form.date)
        #expect(found?.agency == form.agency)
    }

    @Test(arguments: [
        "Paris and London agreed on Monday to share the costs.",
        "BREAKING — The minister has resigned.",
        "BREAKING NEWS — The minister has resigned.",
        "NEW STUDY — The minister has read it.",
        "NATO said on Monday that it would act.",
        "The council – the city’s oldest – met on Monday.",
        "In Paris, on October 18, the minister spoke.",
        "October 18 was a Monday.",
        "“We are ready” — that was all he said.",
        "Washington",
        "—",
        "U.S.-backed forces — some of them — withdrew.",
    ])
    func noDatelines(_ text: String) {
        #expect(parse(text) == nil)
    }
}
