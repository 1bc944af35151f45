import Testing

@testable import Speech

/// Roles without a name: who holds them.
@Suite struct RoleSpeakerTests {
    private func speakers(_ text: String, _ language: String) -> [String] {
        Analysis(text, language: language).speech.quotations.filter(\.isSpeech).map { $0.speaker?.name ?? "?" }
    }

    /// The field of an office is no first name, and one who is told is no speaker.
    @Test(arguments: [
        ("“It is old,” Robert Raymond, a former counsel, told The Herald.", "Robert Raymond"),
        ("“It is old,” the neighbor, who spoke on condition of anonymity, told The Kelham Post.", "neighbor"),
        ("Chief of Staff John Tarn said the plan was old.", "John Tarn"),
        ("White House Chief of Staff Rolf Varn told reporters that the plan was old.", "Rolf Varn"),
        ("Secretary of Defense Piet Holm said the plan was old.", "Piet Holm"),
        ("Secretary of State Ann Kelby said the plan was old.", "Ann Kelby"),
    ])
    func officesAndListeners(text: String, speaker: String) {
        #expect(speakers(text, "en") == [speaker])
    }

    @Test func aNumberIsDialled() {
        let found = speakers("Maden called 911 during the fire to ask for help, the paper reported.", "en")
        #expect(!found.contains("Maden"))
    }

    @Test(
        arguments: [
            ("ru", "Президент Франции Эдмон Кавель прибыл. Президент Франции заявил, что ждёт ответа.", "Эдмон Кавель"),
            ("ru", "Мэр Москвы Эдмон Кавель прибыл. По словам мэра, мост закроют.", "Эдмон Кавель"),
            ("uk", "Мер Києва Едмон Кавель прибув. За словами мера, міст закриють.", "Едмон Кавель"),
            ("ru", "Пресс-секретарь Кремля Борис Лунин ждал. «Решение принято», — сказал пресс-секретарь.", "Борис Лунин"),
            (
                "uk", "Президент Франції Едмон Кавель прибув. Президент Франції заявив, що переговори будуть важкими.",
                "Едмон Кавель"
            ),
            ("fr", "Le président français Edmond Cavel est là. « Nous sommes prêts », a dit le président.", "Edmond Cavel"),
            (
                "fr", "La porte-parole du gouvernement Sophie Prenelle a ri. « C’est trop tôt », a dit la porte-parole.",
                "Sophie Prenelle"
            ),
            ("es", "El presidente colombiano Gustavo Lerma llegó. «No habrá guerra», dijo el presidente.", "Gustavo Lerma"),
            ("en", "UN Secretary-General Ana Gurtes arrived. “Stop it,” the secretary-general said.", "Ana Gurtes"),
        ]
    )
    func holders(language: String, text: String, speaker: String) {
        #expect(speakers(text, language) == [speaker])
    }

    /// The president of another country is another.
    @Test func anotherCountrysHolder() {
        let text = "Президент Франции Эдмон Кавель прибыл. Президент Польши заявил, что рад этой встрече."
        #expect(speakers(text, "ru") == ["Президент Польши"])
    }

    @Test func thePeopleAroundThem() {
        let text = "Olaf Scherz schwieg. Scherz’ Sprecherin sagte, das Treffen sei gut gewesen."
        #expect(speakers(text, "de") == ["Scherz’ Sprecherin"])
    }

    /// Age and trade stand between commas of their own.
    @Test(
        arguments: [
            "“It was awful,” Anna Berg, 45, a nurse, said.", "Anna Berg, 45, a nurse from Oslo, said the street was full.",
        ]
    )
    func ages(text: String) {
        #expect(speakers(text, "en") == ["Anna Berg"])
    }
}
