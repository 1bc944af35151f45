import Testing

@testable import Reading

@Suite struct AuthorNamesTests {
    private func names(_ text: String, _ trust: AuthorNames.Trust = .field) -> AuthorNames {
        AuthorNames(text, trust: trust) { $0 == "The Harbour Post" }
    }

    static let fields: [(text: String, people: [String], organizations: [String])] = [
        ("Jane Doe", ["Jane Doe"], []),
        ("By Jane Doe", ["Jane Doe"], []),
        ("Von Max Muster und Erika Beispiel", ["Max Muster", "Erika Beispiel"], []),
        ("Par Anne Dupont et Luc Petit", ["Anne Dupont", "Luc Petit"], []),
        ("Jane Doe, John Roe and Mary Major", ["Jane Doe", "John Roe", "Mary Major"], []),
        ("Ana Ruiz y Luis Vega", ["Ana Ruiz", "Luis Vega"], []),
        ("Jane Doe (jdo)", ["Jane Doe"], []),
        ("Jane Doe, Political Correspondent", ["Jane Doe"], []),
        ("Jane Doe Political Correspondent", ["Jane Doe"], []),
        ("Jane Doe, Berlin", ["Jane Doe"], []),
        ("Jane Doe in Berlin", ["Jane Doe"], []),
        ("Jane Doe, MD, PhD", ["Jane Doe"], []),
        ("Jane Doe - Harbour Editorial Team", ["Jane Doe"], []),
        ("Jane Doe, jdoe@post.example", ["Jane Doe"], []),
        ("Jane Doe @janedoe", ["Jane Doe"], []),
        ("Jane Doe, AP", ["Jane Doe"], ["AP"]),
        ("dpa", [], ["dpa"]),
        ("Reuters Staff", [], ["Reuters Staff"]),
        ("The Harbour Post", [], ["The Harbour Post"]),
        ("Redaktion", [], ["Redaktion"]),
        ("harbourpost.com", [], ["harbourpost.com"]),
        ("harbourpost.com, Frankfurt, Germany", [], ["harbourpost.com"]),
        ("dpa, Jane Doe", ["Jane Doe"], ["dpa"]),
        ("Charles de la Tour", ["Charles de la Tour"], []),
        ("Von Trapp", ["Von Trapp"], []),
        ("Мария Иванова", ["Мария Иванова"], []),
        ("https://post.example/author/jane-doe", [], []),
        ("105092", [], []),
        ("The Tide Herald", [], ["The Tide Herald"]),
        ("", [], []),
    ]

    @Test(arguments: fields)
    func namesOfAField(_ text: String, _ people: [String], _ organizations: [String]) {
        let found = names(text)
        #expect(found.people == people)
        #expect(found.organizations == organizations)
    }

    static let bylines: [(pieces: [String], people: [String])] = [
        (["By", "Jane Doe", "and", "John Roe", "Posted May 24, 2026", "4 min read"], ["Jane Doe", "John Roe"]),
        (["Written by", "Jane Doe", "Reviewed by", "Mary Major"], ["Jane Doe"]),
        (["Fact checked by", "Mary Major"], []),
        (["Sep 16 Written by Jane Doe"], ["Jane Doe"]),
        (["Jane Doe", "Staff Writer"], ["Jane Doe"]),
        (["By JANE DOE and JOHN ROE | The Tide Herald"], ["JANE DOE", "JOHN ROE"]),
        (["Follow"], []),
        (["Foto:", "Max Muster"], []),
        (["Eingestellt von", "Max Muster"], ["Max Muster"]),
        (["Max Muster", "Alles von Max Muster"], ["Max Muster"]),
    ]

    @Test func aDayOfTheWeekIsNoName() {
        #expect(names("Donnerstag", .element).isEmpty)
        #expect(names("Joe Friday", .element).people == ["Joe Friday"])
    }

    @Test(arguments: bylines)
    func namesOfAByline(_ pieces: [String], _ people: [String]) {
        #expect(AuthorNames(pieces: pieces, trust: .text) { _ in false }.people == people)
    }

    @Test func accountsInTheirOwnElement() {
        #expect(names("harbourcat", .element).people == ["harbourcat"])
        #expect(names("harbourcat", .element).isAccount)
        #expect(names("harbourcat", .text).people.isEmpty)
        #expect(!names("Jane Doe", .element).isAccount)
    }

    @Test func mergingKeepsOneOfEachName() {
        var all = names("Jane Doe")
        all.merge(names("JANE DOE and John Roe"))
        all.merge(names("jdoe"))
        all.dropHandles()
        #expect(all.people == ["Jane Doe", "John Roe"])
    }
}
