import Testing

@testable import Language

/// The list of large cities, searched where it lies.
struct CityTests {
    @Test(
        arguments: [
            ("Brescia", "brescia"), ("BRESCIA", "brescia"), ("Алеппо", "aleppo"), ("Мюнхен", "munich"),
            ("Chula Vista", "chula vista"),
        ]
    )
    func namesOfOneCityAgree(name: String, main: String) {
        #expect(CityIndex.key(of: name) != nil)
        #expect(CityIndex.key(of: name) == CityIndex.key(of: main))
    }

    @Test(arguments: ["", "#", "Brackwater", "a", "zzzz", "я", "Lincoln", "Jackson", "Washington", "Paris Hilton"])
    func othersAreNone(name: String) {
        #expect(CityIndex.mainName(of: name.lowercased()) == nil)
    }

    @Test func everyLineIsFound() throws {
        var last: [UInt8] = []
        let lines = String(decoding: PackageResources.cities_txt, as: UTF8.self).split(separator: "\n").dropFirst()
        #expect(lines.count > 4000)
        for line in lines {
            let columns = line.split(separator: "\t").map(String.init)
            let form = try #require(columns.first)
            #expect(last.lexicographicallyPrecedes(Array(form.utf8)), "\(form)")
            last = Array(form.utf8)
            #expect(CityIndex.mainName(of: form) == columns.last)
        }
    }

    @Test func aCityOfNoOtherKindIsAPlace() {
        let text = annotate("The ferry to Brescia was late. Brescia was empty.", "en")
        #expect(text.entities.filter { $0.name == "Brescia" }.map(\.kind) == [.place])
    }

    @Test func aPersonStaysAPerson() {
        let text = annotate("Ada Brescia won. “We did it,” Brescia said. Mr. Lincoln left.", "en")
        #expect(text.entities.map(\.kind) == [.person, .person])
    }

    /// First-level regions: one under its names in all languages, and not another.
    @Test(
        arguments: [
            [("en", "They left Lower Saxony."), ("de", "Sie verließen Niedersachsen."), ("fr", "Ils ont quitté la Basse-Saxe.")],
            [("en", "They left Brittany."), ("fr", "Ils ont quitté la Bretagne."), ("ru", "Они покинули Бретань.")],
            [("en", "They left Andalusia."), ("es", "Salieron de Andalucía."), ("de", "Sie verließen Andalusien.")],
            [("en", "They left Hesse."), ("de", "Sie verließen Hessen.")],
        ]
    )
    func regions(_ texts: [(language: String, text: String)]) throws {
        let keys = texts.map { text in
            Set(annotate(text.text, text.language).entities.filter { $0.kind == .place }.flatMap(\.keys))
        }
        let shared = keys.dropFirst().reduce(keys[0]) { $0.intersection($1) }
        #expect(!shared.isEmpty)
        #expect(shared.isDisjoint(with: annotate("They left Bavaria and Brandenburg.").entities.flatMap(\.keys)))
    }
}
