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
}
