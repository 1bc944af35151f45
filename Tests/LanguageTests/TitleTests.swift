import Language
import Testing
import TextCore

/// What stands with names: titles that open sentences, offices whose field is written small, surnames of two words.
@Suite struct TitleTests {
    private func roles(_ text: String, _ language: String = "en") -> [String: [String]] {
        Dictionary(annotate(text, language).entities.filter { $0.kind == .person }.map { ($0.name, $0.roles) }) { $0 + $1 }
    }

    /// The first capital of a sentence says nothing, and the title is whole all the same.
    @Test(
        arguments: [
            ("Foreign Minister Ana Silva came.", "Ana Silva", "foreign minister"),
            ("Vice President Tom Hale came.", "Tom Hale", "vice president"),
            ("Deputy Mayor Ed Poe came.", "Ed Poe", "deputy mayor"),
            ("Prime Minister Keir Hallam came.", "Keir Hallam", "prime minister"),
            ("Fire Chief Lena Krol came.", "Lena Krol", "fire chief"),
            ("Yesterday Mayor Lia Fox came.", "Lia Fox", "mayor"),
            ("But Mayor Lia Fox came.", "Lia Fox", "mayor"),
        ]
    )
    func titlesThatOpenSentences(text: String, name: String, role: String) {
        #expect(roles(text)[name] == [role])
    }

    @Test func aDeputyIsNotTheHolder() {
        let text = annotate("Vice President Tom Hale left. President Rosa Diaz stayed.", "en")
        let offices = Dictionary(uniqueKeysWithValues: text.entities.map { ($0.name, $0.offices) })
        let president = Office("the president", language: "en")
        #expect(president.map { $0.isHeld(by: offices["Rosa Diaz"] ?? []) } == true)
        #expect(president.map { $0.isHeld(by: offices["Tom Hale"] ?? []) } == false)
    }

    /// What an office is of is written small in front of a name.
    @Test(
        arguments: [
            ("ru", "Вчера министр обороны Олег Орлов приехал.", "Олег Орлов", "министр обороны"),
            (
                "fr", "Hier, la ministre des Affaires étrangères Claire Dubois est venue.", "Claire Dubois",
                "ministre des affaires étrangères"
            ),
            (
                "fr", "Hier, la ministre des Affaires étrangères, Claire Dubois, est venue.", "Claire Dubois",
                "ministre des affaires étrangères"
            ),
            (
                "fr", "Hier, l'ancien ministre de la Défense Luc Roux est venu.", "Luc Roux",
                "ancien ministre de la défense"
            ),
            ("es", "Ayer la ministra de Defensa Lucía Gómez viajó.", "Lucía Gómez", "ministra de defensa"),
        ]
    )
    func officesWithTheirField(language: String, text: String, name: String, role: String) {
        #expect(roles(text, language)[name] == [role])
    }

    /// An office of masculine form says nothing against a woman's first name.
    /// “the California Democrat”
    @Test(arguments: [
        ("Rep. Adam Lund, D-Calif., said so.", "california democrat"),
        ("Sen. Ann Lund (R-S.C.) said so.", "south carolina republican"),
        ("Sen. Ann Lund, R-Texas, said so.", "texas republican"),
        ("Gov. Ann Lund (D-New York) said so.", "new york democrat"),
    ])
    func partyTagsAreRoles(text: String, role: String) {
        #expect(roles(text).values.joined().contains(role), "\(roles(text))")
    }

    @Test func firstNamesTellGenderBeforeOffices() {
        let text = annotate("Вчера министр здравоохранения Анна Белова приехала.", "ru")
        #expect(text.entities.filter { $0.kind == .person }.map(\.gender) == [.feminine])
    }

    @Test func surnamesOfTwoWords() {
        let text = annotate(
            "Jane Smith-Jones met Tom Jones. Then Smith-Jones left, and Jones stayed. Then Hale-Jones came.",
            "en"
        )
        let names = text.names.map { text.entities[$0.entity].name }
        #expect(names == ["Jane Smith-Jones", "Tom Jones", "Jane Smith-Jones", "Tom Jones", "Hale-Jones"])
    }

    @Test func firstNamesOfTwoWords() {
        let text = annotate("Hier Jean-Pierre Martin est venu. Martin est resté.", "fr")
        #expect(text.names.map { text.entities[$0.entity].name } == ["Jean-Pierre Martin", "Jean-Pierre Martin"])
    }

    /// Umlauts are written with an e where a keyboard has none.
    @Test func umlautsWrittenOut() {
        for (one, other) in [("Müller", "Mueller"), ("Görtz", "Goertz"), ("Bär-Kern", "Baer-Kern"), ("Günther", "Guenther")] {
            let text = annotate("Then Anna \(one) came. Then Anna \(other) left.", "en")
            #expect(text.entities.count == 1, "\(one)")
        }
        let others = annotate("Then Anna Noel came. Then Anna Nail left. Then Jo Cox met Joe Cox.", "en")
        #expect(others.entities.count == 4)
    }
}
