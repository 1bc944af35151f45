import Language
import Testing
import TextCore

/// Names that stand alone: by what they do, what is said in front of them, and whether they are cities.
struct LoneNameTests {
    /// Language, text, and each mention with its kind.
    static let lone: [(language: String, text: String, names: [String])] = [
        ("en", "Susan met Robert on Monday.", ["Susan person", "Robert person"]),
        ("en", "Vrelo told reporters he would run.", ["Vrelo person"]),
        ("en", "Vrelo flew home.", ["Vrelo person"]),
        ("en", "Vrelo met Quandt.", ["Vrelo person", "Quandt person"]),
        ("en", "Police said so. Witnesses said so. Management said so.", []),
        ("en", "Mark whatever fits. Bill collectors came.", []),
        ("es", "Vrelo dijo que firmaría.", ["Vrelo person"]),
        ("en", "Shelling hit Kherson, Khan Younis and Bakhmut.", ["Kherson place", "Khan Younis place", "Bakhmut place"]),
        ("en", "In Zelmund, tents burned.", ["Zelmund place"]),
        ("en", "The town of Zelmund was cut off.", ["Zelmund place"]),
        ("de", "Raketen schlugen in Cherson und bei Haftbeginn ein.", ["Cherson place"]),
    ]

    @Test(arguments: lone.indices) func kinds(_ row: Int) {
        let (language, text, names) = Self.lone[row]
        let annotated = annotate(text, language)
        #expect(annotated.names.map { "\(annotated.text[$0.range]) \($0.kind.rawValue)" } == names)
    }

    @Test func aFirstNameAloneTellsAGenderWhereNothingElseDoes() {
        let entities = annotate("Susan met Robert on Monday.").entities
        #expect(entities.map(\.gender) == [.feminine, .masculine])
        #expect(entities.allSatisfy { $0.isGenderGuessed })
    }

    @Test func whatElseTellsAGenderCountsMore() throws {
        let kelly = try #require(annotate("Kelly said he was ill.").entities.first)
        #expect(kelly.gender == .masculine)
        #expect(!kelly.isGenderGuessed)
        let full = annotate("John Kelly left. Kelly said so.").entities
        #expect(full.map(\.gender) == [.masculine])
    }
}
