import Testing

@testable import Speech

/// Frames of news agencies and reports: who or what an account is from.
struct AccountTests {
    @Test(arguments: [
        ("ru", "Как сообщили в полиции, водитель скрылся.", "indirect: водитель скрылся ← полиция"),
        ("ru", "По предварительным данным следствия, водитель был пьян.", "indirect: водитель был пьян ← следствие"),
        ("uk", "За попередніми даними слідства, водій був нетверезий.", "indirect: водій був нетверезий ← слідство"),
        ("uk", "Як повідомили в поліції, водій утік з місця аварії.", "indirect: водій утік з місця аварії ← поліція"),
        ("ru", "Анна Белова рассказала «Вестям», что решение уже принято.", "indirect: решение уже принято ← Анна Белова"),
        (
            "de", "Wie aus dem Bericht hervorgeht, fehlen zehn Millionen Euro.",
            "indirect: fehlen zehn Millionen Euro ← dem Bericht"
        ),
        (
            "de", "Wie aus einem Bericht hervorgeht, der der Zeitung vorliegt, fehlen zehn Millionen Euro.",
            "indirect: fehlen zehn Millionen Euro ← einem Bericht"
        ),
        (
            "de", "Aus dem Bericht geht hervor, dass zehn Millionen Euro fehlen.",
            "indirect: zehn Millionen Euro fehlen ← dem Bericht"
        ),
        ("fr", "Selon le maire, qui a perdu sa majorité, le port fermera lundi.", "indirect: le port fermera lundi ← maire"),
        (
            "fr", "Selon un rapport, que Le Courrier a pu consulter, dix millions d’euros manquent.",
            "indirect: dix millions d’euros manquent ← un rapport"
        ),
        (
            "es", "Según un informe al que ha tenido acceso este diario, faltan diez millones de euros.",
            "indirect: faltan diez millones de euros ← un informe"
        ),
        (
            "es", "Tal y como informó la policía, el conductor huyó del lugar.",
            "indirect: el conductor huyó del lugar ← policía"
        ),
    ])
    func accounts(language: String, text: String, expected: String) {
        #expect(Analysis(text, language: language).said == [expected])
    }

    /// The paper that is told is no words of his.
    @Test func papersThatAreTold() {
        let text = "Анна Белова приехала в порт. «Решение уже принято», — сказала она «Вестям»."
        #expect(Analysis(text, language: "ru").said == ["direct: Решение уже принято ← Анна Белова"])
        let quoted = "Анна Белова ответила «Нет»."
        #expect(Analysis(quoted, language: "ru").said == ["direct: Нет ← Анна Белова"])
    }

    /// No source, no speech: whose data they are is not said.
    @Test func accountsOfNobody() {
        #expect(Analysis("По предварительным данным, водитель был пьян.", language: "ru").said == [])
    }

    /// Why somebody goes unnamed is the writer's to tell.
    @Test func reasonsForAnonymity() {
        let text =
            "Two people, who asked not to be named because they were not authorized to speak, said the offer was withdrawn."
        #expect(Analysis(text).said.map { String($0.prefix(33)) } == ["indirect: the offer was withdrawn"])
    }
}
