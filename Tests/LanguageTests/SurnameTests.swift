import Language
import Testing
import TextCore

/// Surnames of several words, and words that are surnames.
@Suite struct SurnameTests {
    private func bearers(_ text: String, _ language: String = "en") -> [String] {
        let annotated = annotate(text, language)
        return annotated.names.filter { $0.kind == .person }.map { annotated.entities[$0.entity].name }
    }

    @Test(
        arguments: [
            ("Ursula von der Lahn spoke. “We need time,” von der Lahn said.", "Ursula von der Lahn"),
            ("Robert De Nario came. Then De Nario left.", "Robert De Nario"),
            ("Omar bin Sadan fled. Later bin Sadan came back. Bin Sadan said so.", "Omar bin Sadan"),
            ("Luis Inacio Lona da Selva won. Lona da Selva said so. Then da Selva left.", "Luis Inacio Lona da Selva"),
            ("Charles de Garle left London. De Garle said so. Later de Garle returned.", "Charles de Garle"),
            ("Bashar al-Assan fled. Later al-Assan called. Al-Assan said nothing.", "Bashar al-Assan"),
            ("David Ben Turion came. Ben Turion said so.", "David Ben Turion"),
            ("Aung Lan Suu Mey, who was freed, spoke. Suu Mey said so.", "Aung Lan Suu Mey"),
            ("Larry King asked. Then King said so.", "Larry King"),
            ("Martin Lothar King, Jr., spoke. “It rains,” King said.", "Martin Lothar King, Jr"),
            ("Rep. Steve King spoke on Monday. “It rains,” King said.", "Steve King"),
        ]
    )
    func endsOfFullNames(text: String, name: String) {
        let bearers = bearers(text)
        #expect(bearers.count > 1)
        #expect(Set(bearers) == [name])
    }

    @Test(
        arguments: [
            ("fr", "Charles de Garle aimait la France. Selon de Garle, tout va bien.", "Charles de Garle"),
            ("de", "Ursula von der Lahn reiste ab. Das sagte von der Lahn am Montag.", "Ursula von der Lahn"),
            ("de", "Ursula von der Lahn reiste ab. Von der Lahn sagte, das sei gut.", "Ursula von der Lahn"),
            ("de", "Regierungssprecherin Friedeborg Quast kam. Das sagte Quast am Montag.", "Friedeborg Quast"),
            ("es", "Andrés Manuel Lope Obrero habló. Lope Obrero dijo que no.", "Andrés Manuel Lope Obrero"),
        ]
    )
    func inOtherLanguages(language: String, text: String, name: String) {
        #expect(bearers(text, language) == [name, name])
    }

    @Test func otherNamesStayApart() {
        // A first name in front of a hyphen is half of one.
        #expect(Set(bearers("Jean-Pierre Rolle met Pierre Rolle.")).count == 2)
        let words = annotate("Then Van Jarnes met Ben Afflick.")
        #expect(words.entities.map(\.name) == ["Van Jarnes", "Ben Afflick"])
        let preposition = annotate("Der Brief von der Ministerin Anna Lahn kam.", "de")
        #expect(preposition.names.map { preposition.text[$0.range] } == ["Anna Lahn"])
    }

    @Test func particlesOfPeopleWhoAreNotNamedInFull() {
        let text = annotate("The court heard that de Garle said so, and that von der Lahn left.")
        #expect(text.names.map { text.text[$0.range] } == ["de Garle", "von der Lahn"])
        #expect(text.names[0].kind == .person)
    }

    /// Trades are surnames, too.
    @Test func germanTrades() {
        let text = "Klaus Richter kam. Richter sagte, er gehe. Das sagte Richter. Der Richter schwieg. Ein junger Richter lachte."
        #expect(bearers(text, "de") == ["Klaus Richter", "Klaus Richter", "Klaus Richter"])
        #expect(bearers("Manfred Weber kam. Weber sagte nichts.", "de") == ["Manfred Weber", "Manfred Weber"])
    }

    @Test func germanGenitives() {
        let text = annotate("Angela Merkwitz schwieg. Merkwitzs Sprecher kam. Anna Lerchel ging. Lerchels Sprecher blieb.", "de")
        #expect(
            text.names.map { text.entities[$0.entity].name }
                == ["Angela Merkwitz", "Angela Merkwitz", "Anna Lerchel", "Anna Lerchel"]
        )
    }

    @Test func aTitleIsNoSurnameBehindAnArticle() {
        #expect(bearers("Larry King asked. Then the King said so. King Harald left.") == ["Larry King", "Harald"])
    }
}
