import Testing

@testable import Speech

/// An office without a name is not that of its namesake elsewhere.
@Suite struct OfficeHolderTests {
    private func speakers(_ text: String, _ language: String) -> [String] {
        Analysis(text, language: language).speech.quotations.filter(\.isSpeech).map { $0.speaker?.name ?? "?" }
    }

    @Test(
        arguments: [
            (
                "en", "Ukrainian Foreign Minister Dmytro Olenko came. The Russian foreign minister said “the plan is a farce”.",
                "Russian foreign minister"
            ),
            (
                "en", "French President Edmond Cavel arrived. Ukraine’s president said “we are grateful for it all”.",
                "Ukraine’s president"
            ),
            ("en", "Texas Gov. Greg Tolley sent buses. The New York governor said “this is a stunt”.", "New York governor"),
            ("en", "Texas Gov. Greg Tolley sent buses. The governor of Illinois said “this is a stunt”.", "governor of Illinois"),
            ("en", "President Ned Tolley signed it. The former president said “this is a sham”.", "former president"),
            (
                "de", "Der ukrainische Außenminister Dmytro Olenko kam. Der russische Außenminister sagte: „Das ist eine Farce.“",
                "russische Außenminister"
            ),
            (
                "de", "Bundeskanzler Olaf Scherz schwieg. Der frühere Bundeskanzler sagte: „Ich hätte gewartet.“",
                "frühere Bundeskanzler"
            ),
            (
                "es", "El ministro de Exteriores ucraniano, Dmitró Olenko, habló. El ministro ruso dijo: «Es una farsa».",
                "ministro ruso"
            ),
            (
                "fr", "Le président français Edmond Cavel est là. Le président ukrainien a déclaré : « Nous sommes prêts. »",
                "président ukrainien"
            ),
            (
                "ru", "Министр иностранных дел Украины Дмитрий Оленко ждал. Министр иностранных дел России заявил: «Это фарс».",
                "Министр иностранных дел России"
            ),
        ]
    )
    func anotherHolder(language: String, text: String, speaker: String) {
        #expect(speakers(text, language) == [speaker])
    }

    @Test(
        arguments: [
            (
                "Kraslavian Foreign Minister Dmytro Olenko arrived. The foreign minister said “the talks were a farce”.",
                "Dmytro Olenko"
            ),
            ("President Ned Tolley left. The American president said “the talks were a farce”.", "Ned Tolley"),
            (
                "President Ned Tolley signed it. Former President Ada Lund laughed. The former president said “this is a sham”.",
                "Ada Lund"
            ),
            (
                "French President Edmond Cavel met Russian President Boris Lunin. The Russian president said “it is cold in here”.",
                "Boris Lunin"
            ),
        ]
    )
    func theHolder(text: String, speaker: String) { #expect(speakers(text, "en") == [speaker]) }

    /// Two ministers of one country are two, and “chief”, “boss” and “leader” are words for whoever heads what they are of.
    @Test(
        arguments: [
            (
                "“The West is to blame,” Russia’s foreign minister said. “We sent 300 soldiers,” the Russian defence minister said.",
                ["Russia’s foreign minister", "Russian defence minister"]
            ),
            (
                "“We pay,” Poland’s prime minister said. “We sent 300 soldiers,” the Polish defence minister said.",
                ["Poland’s prime minister", "Polish defence minister"]
            ),
            (
                "“We pay,” Germany’s economy minister said. “We save,” the German finance minister said.",
                ["Germany’s economy minister", "German finance minister"]
            ),
            (
                "“We fight,” Israel’s defense minister said. “We talk,” the Israeli foreign minister said.",
                ["Israel’s defense minister", "Israeli foreign minister"]
            ),
            (
                "NATO Secretary-General Ada Velm came. “We are ready,” the NATO chief said.", ["Ada Velm"]
            ),
            (
                "European Commission President Ada Velm came. “We are ready,” the EU chief said.", ["Ada Velm"]
            ),
            (
                "German Chancellor Ada Velm came. “We are ready,” the German leader said.", ["Ada Velm"]
            ),
            (
                "Tesla CEO Ada Velm came. “We are ready,” the Tesla chief said. “It is done,” the Tesla boss said.",
                ["Ada Velm", "Ada Velm"]
            ),
        ]
    )
    func officesInOneArticle(text: String, expected: [String]) { #expect(speakers(text, "en") == expected) }

    /// What an office is of is no speaker.
    @Test(
        arguments: [
            ("ru", "Встреча прошла. Пресс-секретарь Кремля заявил: «Решения пока нет».", "Пресс-секретарь Кремля"),
            (
                "ru", "Встреча прошла. Пресс-секретарь президента России сообщил, что решения нет.",
                "Пресс-секретарь президента России"
            ),
            (
                "fr", "La réunion a eu lieu. Le ministre russe des Affaires étrangères a déclaré : « C’est une farce. »",
                "ministre russe des Affaires étrangères"
            ),
            (
                "es", "La reunión fue ayer. El ministro ruso de Asuntos Exteriores dijo: «Es una farsa».",
                "ministro ruso de Asuntos Exteriores"
            ),
        ]
    )
    func theWholeOffice(language: String, text: String, speaker: String) {
        #expect(speakers(text, language) == [speaker])
    }

    /// “of” inside an organisation's name or an office, in front of who bears it.
    @Test(arguments: [
        ("Bank of England governor Ada Lund said inflation would fall.", "Ada Lund"),
        ("University of Oxford professor Sarah Tolley said that the vaccine works.", "Sarah Tolley"),
        ("House of Commons Speaker Lindsay Varn said the debate would go on.", "Lindsay Varn"),
        ("Director of Public Prosecutions Stephen Varn said the case was closed.", "Stephen Varn"),
        ("Secretary of State for Health Wesley Varn said waiting lists would fall.", "Wesley Varn"),
        ("Yesterday the mother of England captain Harry Lund said he was well.", "mother of England captain Harry Lund"),
    ])
    func bearersBehindOf(text: String, speaker: String) { #expect(speakers(text, "en") == [speaker]) }

    /// Husband and wife: the verb and the form of the name tell them apart.
    @Test func couples() {
        let text = "Иван Орлов и Анна Орлова живут в Казани. «Мы уедем», — сказала Орлова. «Я останусь», — ответил Орлов."
        #expect(speakers(text, "ru") == ["Анна Орлова", "Иван Орлов"])
    }

    @Test(arguments: [
        ("en", "Sir Colin Hallam rose. Colin Tolley sat. “It is right,” Sir Colin said.", "Colin Hallam"),
        ("en", "MSF’s head of mission, Claire Nicole, said that two nurses died.", "Claire Nicole"),
        ("es", "El alcalde Juan Pérez Lona habló. «Es un buen plan», dijo Pérez.", "Juan Pérez Lona"),
        (
            "es", "El alcalde Juan Pérez García habló. Su colega María García Sanz calló. «No me gusta», afirmó García.",
            "María García Sanz"
        ),
        ("de", "Der syrische Präsident Halmar al-Tessir sagte: „Das Land ist sicher.“", "Halmar al-Tessir"),
        ("ru", "Глава Еврокомиссии Урсула фон дер Ленц заявила, что ЕС готов.", "Урсула фон дер Ленц"),
        ("ar", "قال الرئيس التركي شرجب طيوب أردونان إن تركيا جاهزة.", "شرجب طيوب أردونان"),
    ])
    func names(language: String, text: String, speaker: String) { #expect(speakers(text, language) == [speaker]) }
}
