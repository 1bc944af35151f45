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

    /// In a headline of capitals only words that the text has with a capital elsewhere make a name.
    @Test(arguments: [
        ("Lund Bows Out of Harbor Vote Before Long Summer Break", "Lund"),
        ("Council Will Meet With Lund Before Harbor Vote", "Lund"), ("Aide Breaks His Silence Over Harbor Photo", ""),
    ])
    func headlinesMakeNoPeopleOfWords(_ headline: String, _ person: String) throws {
        let text = UTF8Text(headline + "\n\nOn Monday Ada Lund left. The vote was lost, and Lund said so.")
        let head = 0..<headline.utf8.count
        let sections = [TextSection(range: head, role: .headline), TextSection(range: head.upperBound..<text.count, role: .body)]
        let annotated = Annotator(english: try EnglishModel.shared.get()).annotate(text, sections: sections, language: "en")
        let people = annotated.names.filter { $0.kind == .person && $0.range.lowerBound < head.upperBound }
        #expect(people.map { annotated.text[$0.range] } == (person.isEmpty ? [] : [person]))
    }

    /// Words that only the model takes for a person's: behind an article, or where places stand.
    @Test(arguments: [
        ("Ada Lund told the Gazette that she was sure. “It is over,” Lund said.", "Gazette"),
        ("The minister spoke at Euston on Friday. The crowd was small.", "Euston"),
        ("The Varnach Doctrine is dead, the senator wrote on Monday.", "Varnach Doctrine"),
    ])
    func articlesAndPlacesShowNoPeople(_ text: String, _ name: String) throws {
        #expect(!(try names(text).contains("person \(name)")))
    }

    /// What is called after people names them.
    @Test func articlesInFrontOfOtherNounsLeavePeople() throws {
        #expect(
            try names("Barley fell. The Lundgren-Oyelaran index of food prices rose.").contains {
                $0.hasPrefix("person Lundgren")
            }
        )
        #expect(try names("The port blamed the Varnach administration on Monday.").contains("person Varnach"))
    }

    @Test func endsOfLongNamesStayWhole() throws {
        let annotated = try annotate("Aung San Suu Kyi was absent. Suu Kyi's lawyers objected to the ruling.")
        #expect(
            annotated.names.filter { $0.kind == .person }.map { annotated.text[$0.range] } == ["Aung San Suu Kyi", "Suu Kyi"]
        )
        #expect(annotated.entities.filter { $0.kind == .person }.count == 1)
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
