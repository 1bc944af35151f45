import Language
import Testing
import TextCore

/// What an office is of, between the office and the name.
@Suite struct RoleScopeTests {
    private func people(_ text: String, _ language: String) -> [String: [String]] {
        Dictionary(annotate(text, language).entities.filter { $0.kind == .person }.map { ($0.name, $0.roles) }) { $0 + $1 }
    }

    private func names(_ text: String, _ language: String) -> [String] {
        let annotated = annotate(text, language)
        return annotated.names.map { "\($0.kind.rawValue) \(annotated.text[$0.range])" }
    }

    /// Russian and Ukrainian put countries and institutions in the genitive, without a preposition.
    @Test(
        arguments: [
            ("ru", "Президент Франции Эдмон Кавель прибыл в порт.", "Эдмон Кавель", "президент франции"),
            ("ru", "Вчера президент Франции Эдмон Кавель прибыл в порт.", "Эдмон Кавель", "президент франции"),
            ("ru", "Министр обороны Польши Мариуш Дольный провёл совещание.", "Мариуш Дольный", "министр обороны польши"),
            ("ru", "Пресс-секретарь Кремля Борис Лунин ответил.", "Борис Лунин", "пресс-секретарь кремля"),
            ("ru", "Глава Портстроя Алексей Кедрин приехал.", "Алексей Кедрин", "глава портстроя"),
            ("ru", "Мэр Москвы Дольский открыл мост.", "Дольский", "мэр москвы"),
            ("uk", "Президент Франції Едмон Кавель прибув до порту.", "Едмон Кавель", "президент франції"),
            ("uk", "Міністр оборони Польщі Маріуш Дольний провів нараду.", "Маріуш Дольний", "міністр оборони польщі"),
        ]
    )
    func genitives(language: String, text: String, name: String, role: String) {
        #expect(people(text, language) == [name: [role]])
    }

    @Test(
        arguments: [
            ("ru", "Президент Франции заявил, что ждёт ответа."), ("ru", "Пресс-секретарь Кремля заявил об этом."),
            ("ru", "Об этом сообщил министр обороны Польши."), ("uk", "Президент Франції заявив, що чекає."),
        ]
    )
    func anOfficeAloneNamesNobody(language: String, text: String) {
        #expect(people(text, language).isEmpty)
        #expect(names(text, language).contains { $0.hasPrefix("place") || $0.hasPrefix("organisation") })
    }

    /// French and Spanish put the adjective of a country behind the noun.
    @Test(
        arguments: [
            ("fr", "Le président français Edmond Cavel est arrivé.", "Edmond Cavel", "président français"),
            (
                "fr", "La ministre allemande des Affaires étrangères, Anna Brehm, est partie.", "Anna Brehm",
                "ministre allemande des affaires étrangères"
            ),
            ("fr", "Le président de la République Edmond Cavel a parlé.", "Edmond Cavel", "président de la république"),
            ("es", "El presidente colombiano Gustavo Lerma llegó a Quito.", "Gustavo Lerma", "presidente colombiano"),
            ("es", "El ministro ruso de Exteriores, Boris Lunin, viajó.", "Boris Lunin", "ministro ruso de exteriores"),
        ]
    )
    func adjectives(language: String, text: String, name: String, role: String) {
        #expect(people(text, language) == [name: [role]])
    }

    /// A noun phrase in front of a comma and a full name, whatever it says that the office is of.
    @Test(
        arguments: [
            (
                "fr", "La présidente du Rassemblement libéral, Marine Cavel, est partie.", "Marine Cavel",
                "présidente du rassemblement libéral"
            ),
            (
                "fr", "La porte-parole de la diplomatie russe, Maria Lunina, a parlé.", "Maria Lunina",
                "porte-parole de la diplomatie russe"
            ),
            (
                "de", "Die Präsidentin der EU-Kommission, Ursula Lahn, reiste ab.", "Ursula Lahn",
                "präsidentin der eu-kommission"
            ),
            ("es", "La directora gerente del FMI, Cristina Lerma, advirtió.", "Cristina Lerma", "directora gerente del fmi"),
            (
                "en", "The head of the national space agency, Ada Lund, left on Monday.", "Ada Lund",
                "head of the national space agency"
            ),
            ("en", "U.S. Secretary of State Ada Lund left on Monday.", "Ada Lund", "secretary of state"),
        ]
    )
    func phrasesInFrontOfCommas(language: String, text: String, name: String, role: String) {
        #expect(people(text, language) == [name: [role]])
    }

    /// Heads of churches and realms are told by what else are forms of address.
    @Test func offices() {
        #expect(people("Pope Leo met King Charles at the harbour on Monday.", "en") == ["Leo": ["pope"], "Charles": ["king"]])
        #expect(people("On Monday Mr. Lund met Mrs. Brehm at the harbour.", "en") == ["Lund": [], "Brehm": []])
    }

    @Test func aFirstNameKnowsBetterThanTheOffice() {
        let text = annotate("Официальный представитель МИД России Мария Лунина ответила.", "ru")
        #expect(text.entities.filter { $0.kind == .person }.map(\.gender) == [.feminine])
    }

    /// Ukrainian has no stemmer, so that the cases of countries are listed.
    @Test func countriesInUkrainian() {
        let text = annotate("Він виїхав із Франції до Польщі. Потім повернувся у Францію.", "uk")
        #expect(text.entities.map(\.kind) == [.place, .place])
    }
}
