import Language
import Testing
import TextCore

/// People of one article: who is one, and who is another of the same surname.
@Suite struct PeopleTests {
    private func people(_ text: String, headline: Bool = false) -> [String] {
        let annotated = annotate(text, "en", headline: headline)
        return annotated.names.filter { annotated.entities[$0.entity].kind == .person }.map { annotated.entities[$0.entity].name }
    }

    @Test func aSurnameIsNotASonsWhoIsNamedLater() {
        #expect(
            people("President Dolan spoke. Mr. Dolan left. Peter Dolan Jr. wrote a letter. Mr. Dolan read it.")
                == ["Dolan", "Dolan", "Peter Dolan Jr", "Dolan"]
        )
        #expect(
            people("Peter Dolan opened the pier. His son, Peter Dolan Jr., left. Mr. Dolan stayed.")
                == ["Peter Dolan", "Peter Dolan Jr", "Peter Dolan"]
        )
    }

    @Test(
        arguments: [
            ("de", "April Moos sagte, der Hafen bleibe zu. Moos ging.", ["April Moos", "April Moos"]),
            ("de", "Im April Regen zu messen, sagte niemand.", []),
            ("uk", "Вчора Мінін сказав, що порт закрито.", ["Мінін"]),
            ("es", "El exalcalde de Varden Juan Mori fue detenido.", ["Varden", "Juan Mori"]),
            ("it", "Ieri Volkin ha detto che il porto resta chiuso.", ["Volkin"]),
        ]
    )
    func wordsBesideAName(language: String, text: String, names: [String]) {
        let annotated = annotate(text, language)
        #expect(annotated.names.map { annotated.entities[$0.entity].name } == names)
    }

    @Test func aSuffixAloneMakesNobodyElse() {
        #expect(
            people("Joe Holm wins\nJoseph R. Holm Jr. spoke first. Joe Holm left, and Mr. Holm smiled.", headline: true)
                .allSatisfy {
                    $0 == "Joseph R. Holm Jr"
                }
        )
    }

    /// Article, language, and for each mention of a person who it is.
    static let bynames: [(String, String, [String])] = [
        (
            "Stefan Varga, also known as Lord Ash, was held. Ash denied it.", "en",
            ["Stefan Varga", "Stefan Varga", "Stefan Varga"]
        ),
        ("Marta Olin, better known as Lady Blue, sang. Lady Blue smiled.", "en", ["Marta Olin", "Marta Olin", "Marta Olin"]),
        ("Juan Mori, alias El Gordo, was caught. El Gordo said nothing.", "en", ["Juan Mori", "Juan Mori", "Juan Mori"]),
        ("Vera Blue, born Marta Emilia Olin, sang.", "en", ["Vera Blue", "Vera Blue"]),
        ("Juan Mori, known as the Kessen ripper, fled. Kessen slept.", "en", ["Juan Mori"]),
        ("Juan Mori, conocido como Tito Olmo, huyó. Tito Olmo volvió.", "es", ["Juan Mori", "Juan Mori", "Juan Mori"]),
        ("Marta Olin, née Anna Dorn, est venue.", "fr", ["Marta Olin", "Marta Olin"]),
    ]

    @Test(arguments: bynames.indices) func whoIsKnownByAnotherName(_ row: Int) {
        let (text, language, people) = Self.bynames[row]
        let annotated = annotate(text, language)
        let found = annotated.names.map { annotated.entities[$0.entity] }.filter { $0.kind == .person }.map(\.name)
        #expect(found == people)
    }

    @Test func titlesOfPlacesAreTheirBearers() {
        #expect(
            people("Prince Henrik, the Prince of Wales, arrived. The Prince of Wales said he was glad.")
                == ["Henrik", "Henrik", "Henrik"]
        )
        #expect(people("The Duchess of Kessen, Anna Lorn, was there.") == ["Anna Lorn", "Anna Lorn"])
        #expect(people("The Duke of Sussex spoke. The Duke of Sussex left.") == ["Duke of Sussex", "Duke of Sussex"])
        #expect(people("Anna Lorn and the Duke of Sussex spoke.") == ["Anna Lorn", "Duke of Sussex"])
    }

    @Test func syllablesWrittenSmallBelongToTheName() {
        #expect(
            people("Thai Prime Minister Prayuth Chan-ocha said so. Prayuth left.") == ["Prayuth Chan-ocha", "Prayuth Chan-ocha"]
        )
    }

    @Test func titlesDoNotCrossGenders() {
        #expect(people("Anna Reed spoke. Ms. Reed left. Mr. Reed stayed.") == ["Anna Reed", "Anna Reed", "Reed"])
        #expect(
            people("Anna Reed and Paul Reed came. Mr. Reed left. Mrs. Reed stayed.")
                == ["Anna Reed", "Paul Reed", "Paul Reed", "Anna Reed"]
        )
    }

    @Test func middleNamesAreOnePersonsUnlessTheyDiffer() {
        #expect(Set(people("John F. Kern opened the pier. John Kern and Kern left.")) == ["John F. Kern"])
        #expect(Set(people("Varo Q. Brandt left. Varo Brandt came back.")) == ["Varo Q. Brandt"])
        #expect(Set(people("George W. Lund met George H. Lund.")).count == 2)
    }

    @Test func aSurnameByItselfStaysWithWhomItWasGiven() {
        #expect(
            people("Paul Tarrant runs the port. Tarrant said so. Mark Tarrant, his brother, left. Then Tarrant called.").last
                == "Paul Tarrant"
        )
    }

    @Test func surnamesOfAParticleBehindATitle() {
        let french = annotate("Marine Le Pen a parlé lundi. Mme Le Pen a quitté la salle.", "fr")
        #expect(french.entities.filter { $0.kind == .person }.map(\.name) == ["Marine Le Pen"])
        #expect(Set(people("Robert De Niro left. Mr. De Niro came back.")) == ["Robert De Niro"])
    }

    @Test func monthsThatAreSurnames() {
        let text = "Prime Minister Theresa May left. Mrs May said it was over. May said she would be back in May."
        #expect(people(text) == ["Theresa May", "Theresa May", "Theresa May"])
        #expect(people("Chris May 5 and the vote in May.").allSatisfy { $0 != "Chris May" })
    }

    @Test func thePronounTellsWhichOfTwo() {
        #expect(people("Sarah Miller and Tom Miller left. Miller said he was sad.").last == "Tom Miller")
        #expect(people("Tom Miller and Sarah Miller left. Miller said she was sad.").last == "Sarah Miller")
    }

    @Test func namesOfSyllablesAndFamilyNamesInFront() {
        #expect(people("Ban Ko-lin spoke. Later Mr. Ban left.") == ["Ban Ko-lin", "Ban Ko-lin"])
        #expect(people("Then Paul-based firms left.").isEmpty)
    }

    @Test func headlinesOfCapitalsDoNotLengthenNames() {
        let text = "Anna Lund Hammers Port Board\nAnna Lund met the board. Then Lund left."
        #expect(Set(people(text, headline: true)) == ["Anna Lund"])
        let nick = "Crooked Anna Lund Meets Board\nAnna Lund met the board. Then Lund left."
        #expect(Set(people(nick, headline: true)) == ["Anna Lund"])
    }

    @Test func aShortFormFindsTheOrganisation() {
        let annotated = annotate("The Ferry Club International met. Later the Ferry Club left.", "en", headline: false)
        #expect(annotated.entities.count == 1)
    }

    @Test(arguments: [
        ("John F. Kern", "John Kern", true), ("J. Kern", "John Kern", true), ("Kern", "John Kern", true),
        ("George W. Lund", "George H.W. Lund", false), ("Anna Kern", "John Kern", false), ("W. John Kern", "John Kern", true),
        ("Joe Holm", "Joseph R. Holm Jr.", true), ("Peter Dolan", "Peter Dolan Jr.", false), ("Ms. Kern", "Anna Kern", true),
    ])
    func partsOfNames(_ a: String, _ b: String, _ fits: Bool) throws {
        let first = try #require(PersonName(words: a.split(separator: " ")))
        let second = try #require(PersonName(words: b.split(separator: " ")))
        #expect(first.mayBe(second) == fits)
        #expect(second.mayBe(first) == fits)
    }
}
