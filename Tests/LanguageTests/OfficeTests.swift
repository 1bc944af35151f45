import Language
import Testing

/// Offices in six languages.
struct OfficeTests {
    /// One office in several languages.
    static let same: [[(String, String)]] = [
        [
            ("former president", "en"), ("ancien président", "fr"), ("ehemaliger Präsident", "de"), ("expresidente", "es"),
            ("el expresidente", "es"), ("бывший президент", "ru"), ("експрезидент", "uk"),
        ],
        [("former defense minister", "en"), ("exministra de Defensa", "es")],
        [
            ("the Kremlin spokesman", "en"), ("Kremlin press secretary", "en"), ("spokeswoman for the Kremlin", "en"),
            ("le porte-parole du Kremlin", "fr"), ("der Kremlsprecher", "de"), ("Sprecher des Kreml", "de"),
            ("el portavoz del Kremlin", "es"), ("пресс-секретарь Кремля", "ru"), ("речник Кремля", "uk"),
        ],
        [
            ("French Foreign Minister", "en"), ("the foreign minister of France", "en"),
            ("ministre des Affaires étrangères français", "fr"), ("französischer Außenminister", "de"),
            ("Außenministerin Frankreichs", "de"), ("ministro de Exteriores de Francia", "es"),
            ("министр иностранных дел Франции", "ru"),
        ],
        [
            ("Ukrainian President", "en"), ("le président de l'Ukraine", "fr"), ("президент Украины", "ru"),
            ("ukrainischer Präsident", "de"), ("presidente de Ucrania", "es"),
        ],
        [
            ("the prime minister", "en"), ("la première ministre", "fr"), ("Ministerpräsidentin", "de"),
            ("primera ministra", "es"),
            ("премьер-министр", "ru"), ("прем’єр-міністр", "uk"),
        ],
        [
            ("defense secretary", "en"), ("ministre de la Défense", "fr"), ("Verteidigungsminister", "de"),
            ("ministra de Defensa", "es"),
            ("министра обороны", "ru"), ("міністр оборони", "uk"),
        ],
        [
            ("mayor", "en"), ("maire", "fr"), ("Oberbürgermeisterin", "de"), ("alcaldesa", "es"), ("мэр", "ru"),
            ("міський голова", "uk"),
        ],
        [
            ("chief executive", "en"), ("CEO", "en"), ("directrice générale", "fr"), ("Vorstandschefin", "de"),
            ("consejero delegado", "es"),
            ("гендиректор", "ru"), ("гендиректорка", "uk"),
        ],
        [
            ("police chief", "en"), ("chef de la police", "fr"), ("Polizeipräsident", "de"), ("jefa de policía", "es"),
            ("начальник полиции", "ru"), ("начальник поліції", "uk"),
        ],
        [("bishop", "en"), ("évêque", "fr"), ("Bischöfin", "de"), ("obispo", "es"), ("епископ", "ru"), ("єпископ", "uk")],
        [
            ("former president", "en"), ("ancien président", "fr"), ("ehemalige Präsidentin", "de"), ("ex presidente", "es"),
            ("бывший президент", "ru"), ("колишній президент", "uk"),
        ],
        [
            ("UN Secretary-General", "en"), ("secrétaire général de l'ONU", "fr"), ("UN-Generalsekretär", "de"),
            ("secretaria general de la ONU", "es"), ("генеральный секретарь ООН", "ru"), ("генсек ООН", "uk"),
        ],
        [
            ("governor", "en"), ("gouverneure", "fr"), ("Gouverneur", "de"), ("gobernadora", "es"), ("губернатор", "ru"),
            ("губернатора", "uk"),
        ],
        [("general", "en"), ("général", "fr"), ("General", "de"), ("general", "es"), ("генерал", "ru"), ("генерала", "uk")],
    ]

    @Test(arguments: same.indices) func languagesAgree(_ row: Int) throws {
        let forms = Self.same[row]
        let first = try #require(Office(forms[0].0, language: forms[0].1))
        for (phrase, language) in forms.dropFirst() {
            let office = try #require(Office(phrase, language: language), "\(phrase)")
            #expect(office == first, "\(phrase)")
        }
    }

    @Test(
        arguments: [
            ("the Kremlin spokesman", "the White House spokesman"), ("foreign minister", "finance minister"),
            ("president", "vice president"), ("president", "former president"), ("minister", "deputy minister"),
            ("French foreign minister", "German foreign minister"), ("mayor of Tarn", "mayor of Brask"), ("bishop", "archbishop"),
            ("the prime minister", "the prime minister's spokesman"),
        ]
    )
    func othersDiffer(_ a: String, _ b: String) throws {
        let first = try #require(Office(a, language: "en"))
        let second = try #require(Office(b, language: "en"))
        #expect(first != second)
        #expect(!first.isHeld(by: [second]) || first.scope.isEmpty)
        #expect(!second.isHeld(by: [first]))
    }

    @Test(arguments: ["", "the", "harbour", "said on Tuesday", "Ilse Varnach"]) func othersAreNone(_ phrase: String) {
        #expect(Office(phrase, language: "en") == nil)
        #expect(Office("president", language: "xx") == nil)
    }

    @Test func descriptionsFitWhoIsToldMore() throws {
        let told = try #require(Office("Russia's Kremlin press secretary", language: "en"))
        let short = try #require(Office("the Kremlin spokesman", language: "en"))
        let bare = try #require(Office("the spokesman", language: "en"))
        #expect(short.isHeld(by: [told]))
        #expect(bare.isHeld(by: [told]))
        #expect(!told.isHeld(by: [short]))
        #expect(told.mayBe(short))
        #expect(!bare.isSingular)
        #expect(try #require(Office("the mayor", language: "en")).isSingular)
    }
}
