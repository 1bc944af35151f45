import Testing

@testable import Speech

/// Bare roles, institutions and plural pronouns: they stand for somebody of whom the article says what they say, or for nobody.
struct FittingTests {
    private func speakers(_ text: String, _ language: String = "en") -> [String?] {
        Analysis(text, language: language).speech.quotations.filter(\.isSpeech).map { $0.speaker?.name }
    }

    @Test(
        arguments: [
            ("en", "Paul Rusk, a baker, watched the fire. “The quay will be rebuilt,” the mayor said.", "mayor"),
            ("en", "Facebook sued the state on Friday. The court ruled that the law was valid.", "court"),
            ("en", "The Supreme Court heard Facebook on Friday. The court ruled that the law was valid.", "Supreme Court"),
            ("en", "The Ministry of Ports met Facebook on Friday. The quay is old, the ministry said.", "Ministry of Ports"),
            ("en", "Mayor Paul Rusk met Ada Kern. “The quay will be rebuilt,” the mayor said.", "Paul Rusk"),
            ("es", "El ministro Pablo Ruiz visitó el puerto. El ministerio dijo que el puerto seguirá cerrado.", "ministerio"),
            ("it", "Mario Conti ha visto l'incendio. Secondo la polizia, il molo resterà chiuso.", "polizia"),
            ("fr", "Paul Rusque a vu l'incendie. Le ministre a dit que le quai serait reconstruit.", "ministre"),
            ("de", "Paul Rusk sah das Feuer. Der Minister sagte, der Hafen werde im Mai geöffnet.", "Minister"),
        ]
    )
    func rolesAndInstitutions(language: String, text: String, expected: String) {
        #expect(speakers(text, language).last == expected, "\(text)")
    }

    @Test(
        arguments: [
            ("en", "Ann Moss, Tom Corle and Ida Vesterby said the quay was safe.", "Ann Moss, Tom Corle and Ida Vesterby"),
            ("en", "“The quay is safe,” said Ann Moss, Tom Corle and Ida Vesterby.", "Ann Moss, Tom Corle and Ida Vesterby"),
            ("en", "Police, prosecutors and the mayor said the quay was safe.", "Police, prosecutors and the mayor"),
            (
                "en",
                "Anna Blick and Paul Rusk own the quay. It was built in 1900, Reuters reported. “We are leaving,” they said.",
                "Anna Blick and Paul Rusk"
            ),
            (
                "fr", "Anne Blique et Paul Rusque possèdent le quai. Ils ont dit que le quai était sûr.",
                "Anne Blique et Paul Rusque"
            ),
            ("de", "Anna Blick und Paul Rusk besitzen den Kai. „Wir gehen weg“, sagten sie.", "Anna Blick und Paul Rusk"),
            (
                "ru", "Анна Бликова и Пётр Русков владеют причалом. Они заявили, что причал безопасен.",
                "Анна Бликова и Пётр Русков"
            ),
            ("uk", "Анна Бликова та Петро Русков живуть тут. Вони заявили, що причал безпечний.", "Анна Бликова та Петро Русков"),
            ("es", "Ana Blanco y Pablo Ruiz viven aquí. Ellos dijeron que el muelle era seguro.", "Ana Blanco y Pablo Ruiz"),
        ]
    )
    func severalPeople(language: String, text: String, expected: String) {
        #expect(speakers(text, language).last == expected, "\(text)")
    }

    /// What opens the sentence with a comma is no item of the list.
    @Test func adverbialBeforeTwoPeople() {
        #expect(
            speakers("After the vote in Tarn, Tom Corle and Ida Vesterby said the quay was safe.") == [
                "Tom Corle and Ida Vesterby"
            ]
        )
    }

    @Test(
        arguments: [
            ("April Moss said the quay was safe.", "April Moss"), ("June Corle said the quay was safe.", "June Corle"),
            ("Will Barrow said the quay was safe.", "Will Barrow"), ("“The quay is safe,” said April Moss.", "April Moss"),
            ("In April Tolley said the quay was safe.", "Tolley"),
        ]
    )
    func monthsAsFirstNames(text: String, expected: String) {
        #expect(speakers(text) == [expected], "\(text)")
    }
}
