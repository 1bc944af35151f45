import Grammar
import Language
import TestSupport
import Testing
import TextCore

/// Names of English texts with the grammar model.
@Suite(.enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence)))
struct GrammarNamesTests {
    private func annotate(_ string: String, _ language: String = "en") throws -> AnnotatedText {
        let text = UTF8Text(string)
        return Annotator(english: try EnglishModel.shared.get())
            .annotate(text, sections: [TextSection(range: text.range, role: .body)], language: language)
    }

    private func names(_ string: String) throws -> [String] {
        let annotated = try annotate(string)
        return annotated.names.map { "\($0.kind.rawValue) \(annotated.text[$0.range])" }
    }

    @Test func whatTheModelKnows() throws {
        // Neither a first name of the lexicons nor a title.
        #expect(try names("Last week Oluwaseyi Grindstad visited the plant.").contains("person Oluwaseyi Grindstad"))
        #expect(try names("The deal was signed by Brandvold and Kessel on Monday.").contains("person Kessel"))
    }

    @Test func whatTheRulesKnowStays() throws {
        let found = try names("Russian Foreign Minister Sergey Lavrov met the president of France in Moscow.")
        #expect(found.contains("person Sergey Lavrov"))
        #expect(found.contains("place France"))
        #expect(found.contains("place Moscow"))
    }

    /// Cities that the lists know stay places where the model takes them for people.
    @Test(arguments: [
        ("Drones struck Kharkiv overnight.", "Kharkiv"), ("Ukraine's capital Kyiv was hit by missiles.", "Kyiv"),
        ("The firm has offices in Yerevan, Goma, Bukavu, Nagpur and Chemnitz.", "Yerevan Goma Bukavu Nagpur Chemnitz"),
    ])
    func listedCitiesStayPlaces(_ text: String, _ cities: String) throws {
        let found = try names(text)
        for city in cities.split(separator: " ") { #expect(found.contains("place \(city)"), "\(found)") }
    }

    @Test func spellingsOfACityMergeWithTheModel() throws {
        let annotated = try annotate("Ivan Brell arrived in Kiev on Monday. He said that Kyiv would hold out.")
        #expect(annotated.entities.filter { $0.kind == .place }.count == 1)
    }

    @Test func aSurnameThatIsACityStaysAPersons() throws {
        let found = try names("Ada Brescia won the vote. Brescia thanked her friends.")
        #expect(found.filter { $0.hasPrefix("place") }.isEmpty, "\(found)")
    }

    @Test func otherLanguagesAreReadByRules() throws {
        #expect(try annotate("La ministre Ilse Varnach a visité le port.", "fr").means == .lexical)
        #expect(try annotate("Minister Ilse Varnach visited the port.").means == .full)
    }

    /// Names in order, apart, on their tokens, whatever the text.
    @Test func soundOnOddTexts() throws {
        var random = SeededRandom(seed: 11)
        let pieces = [
            "Paris Hilton", "the U.S.", "Mr. ", "Sunday ", "Jordan", "’s", "“", "”", " said ", "Bank of Veldia", ", ", "\n",
            "AT&T", "de la ",
            "NATO-", "EU", "Jr.", "🙂", "Москва", "von der Leyen ", "O'Brien", "and ", ".", "Marshall Plan", "x",
        ]
        for _ in 0..<300 {
            let text = (0..<12).map { _ in pieces.randomElement(using: &random) ?? "" }.joined(
                separator: Bool.random(using: &random) ? " " : ""
            )
            let problems = faults(in: try annotate(text))
            if !problems.isEmpty { Issue.record("\(text): \(problems)") }
        }
    }
}
