import Language
import TestSupport
import Testing
import TextCore

@Suite struct NameTests {
    private func names(_ text: String, _ language: String = "en", headline: Bool = false) -> [String] {
        let annotated = annotate(text, language, headline: headline)
        return annotated.names.filter { !$0.isDemonym }.map { "\($0.kind.rawValue) \(annotated.text[$0.range])" }
    }

    private func entity(_ name: String, in annotated: AnnotatedText) throws -> Entity {
        try #require(annotated.entities.first { $0.name == name || $0.aliases.contains(name) })
    }

    @Test func titlesStandApart() {
        #expect(
            names("The Kremlin Spokesman Pavel Dresk met Russian Foreign Minister Sergey Malkov.")
                == ["organisation Kremlin", "person Pavel Dresk", "person Sergey Malkov"]
        )
        #expect(names("He told Sen. John Harlow and Mrs. Tarrant.") == ["person John Harlow", "person Tarrant"])
        #expect(names("Then White House Press Secretary Jay Carney left.") == ["organisation White House", "person Jay Carney"])
        #expect(names("Then Secretary of State John Kerry left.") == ["person John Kerry"])
    }

    @Test func aKnownNameWithAComplementIsAnotherName() {
        #expect(names("It went to the Supreme Court of Veldia.") == ["organisation Supreme Court of Veldia"])
        #expect(names("It went to the Supreme Court.") == ["organisation Supreme Court"])
    }

    @Test func rolesBelongToTheirBearers() throws {
        let annotated = annotate("It was heard from President Viktor Orlan’s press secretary, Pavel Dresk, on the quay.")
        #expect(try entity("Pavel Dresk", in: annotated).roles == ["press secretary"])
        #expect(try entity("Viktor Orlan", in: annotated).roles == ["president"])
        let other = annotate("Ilse Varnach, the national harbor minister, left. Anders Vole, whose tugboat was moored, stayed.")
        #expect(try entity("Ilse Varnach", in: other).roles == ["national harbor minister"])
        #expect(try entity("Anders Vole", in: other).roles == [])
        let pre = annotate("On Friday Kremlin Spokesman Pavel Dresk left.")
        #expect(try entity("Pavel Dresk", in: pre).roles == ["kremlin spokesman"])
        #expect(pre.text[try #require(pre.names.last).fullRange] == "Kremlin Spokesman Pavel Dresk")
    }

    @Test func surnamesFindTheirBearers() throws {
        let annotated = annotate(
            "Rehling fears the winter\nThe mayor, Tomas Rehling, spoke. Rehling’s staff left. Mr. Rehling stayed.",
            headline: true
        )
        let mentions = annotated.names.filter { annotated.text[$0.range].hasSuffix("Rehling") }
        #expect(mentions.count == 4)
        #expect(Set(mentions.map(\.entity)).count == 1)
    }

    @Test func oneSurnameTwoPeople() throws {
        let annotated = annotate("Bill Clinton met Hillary Clinton. Mrs. Clinton spoke first. Mr. Clinton left.")
        let people = annotated.names.map { annotated.entities[$0.entity].name }
        #expect(people == ["Bill Clinton", "Hillary Clinton", "Hillary Clinton", "Bill Clinton"])
    }

    @Test func genderFromNamesTitlesAndPronouns() throws {
        let annotated = annotate("Chairwoman Sigrun Aldal spoke. Kim Orvane smiled before she left. Mr. Tal waited.")
        #expect(try entity("Sigrun Aldal", in: annotated).gender == .feminine)
        #expect(try entity("Kim Orvane", in: annotated).gender == .feminine)
        #expect(try entity("Tal", in: annotated).gender == .masculine)
    }

    @Test func sentencesOpenWithWords() {
        #expect(names("Critics of the plan left. Massive protests followed. Yesterday Obama spoke.") == ["unknown Obama"])
        #expect(names("Massive NATO drills took place.") == ["organisation NATO"])
        #expect(names("However, the vote failed. Officials said so.") == [])
    }

    @Test func headlinesInTitleCase() {
        let text =
            "Ferry Crash Cuts Port City of Kessenhavn in Two\nThe crash in Kessenhavn cut the city in two. A ferry hit a bridge in Kessenhavn."
        #expect(names(text, headline: true).allSatisfy { $0.hasSuffix("Kessenhavn") })
    }

    @Test func particlesAndInitials() {
        #expect(
            names("He met Ursula von der Leyen and J. Edgar Hoover.") == [
                "person Ursula von der Leyen", "person J. Edgar Hoover",
            ]
        )
        #expect(names("Il a vu Dominique de Villepin hier.", "fr") == ["person Dominique de Villepin"])
        #expect(names("They saw George W. Bush there.") == ["person George W. Bush"])
    }

    @Test func organisations() throws {
        #expect(
            names("It is the European Council on Foreign Relations.") == ["organisation European Council on Foreign Relations"]
        )
        #expect(names("It is Belt & Sound Lines.") == ["organisation Belt & Sound Lines"])
        #expect(
            names("It is the Department of Health and Human Services.") == [
                "organisation Department of Health and Human Services"
            ]
        )
    }

    @Test func acronymsAndTheirLongForms() throws {
        let annotated = annotate(
            "The North Atlantic Treaty Organization met. Later NATO voted. The Northern Fishing Board (NFB) agreed, and the NFB paid."
        )
        let nato = try entity("NATO", in: annotated)
        #expect(nato.name == "North Atlantic Treaty Organization")
        #expect(try entity("NFB", in: annotated).name == "Northern Fishing Board")
        let initials = annotate("The Coast Fishing Union met. The CFU agreed.")
        #expect(initials.entities.count == 1)
    }

    @Test func placesAndTheirPeople() throws {
        let annotated = annotate("The U.S. and Russia met. American and Russian envoys left for Moscow.")
        let states = annotated.names.filter { !$0.isDemonym }.map { annotated.text[$0.range] }
        #expect(states == ["U.S.", "Russia", "Moscow"])
        let russia = try entity("Russia", in: annotated)
        #expect(annotated.names.filter { annotated.entities[$0.entity] == russia }.count == 2)
        let moscow = try entity("Moscow", in: annotated)
        #expect(!Set(moscow.keys).isDisjoint(with: russia.keys))
    }

    @Test func keysMeetAcrossLanguages() throws {
        func keys(_ text: String, _ language: String, _ name: String) throws -> Set<UInt64> {
            Set(try entity(name, in: annotate(text, language)).keys)
        }
        let english = try keys("He saw Sergey Lavrov.", "en", "Sergey Lavrov")
        #expect(!english.isDisjoint(with: try keys("He saw Sergei Lavrov.", "en", "Sergei Lavrov")))
        #expect(!english.isDisjoint(with: try keys("Об этом заявил Сергей Лавров.", "ru", "Сергей Лавров")))
        #expect(!english.isDisjoint(with: try keys("Das sagte Sergej Lawrow.", "de", "Sergej Lawrow")))
        let putin = try keys("He saw Vladimir Putin.", "en", "Vladimir Putin")
        #expect(!putin.isDisjoint(with: try keys("Il a vu Vladimir Poutine.", "fr", "Vladimir Poutine")))
        #expect(putin.isDisjoint(with: english))
        let kyiv = try keys("He left Kyiv then.", "en", "Kyiv")
        #expect(!kyiv.isDisjoint(with: try keys("Er verließ Kiew.", "de", "Kiew")))
        #expect(
            !(try keys("He likes Germany.", "en", "Germany")).isDisjoint(
                with: try keys("Il aime l’Allemagne.", "fr", "Allemagne")
            )
        )
    }

    @Test func statesInPartyTags() {
        #expect(
            names("Then Sen. Harry Reid (D-Nev.) and Rep. Peter King, R-N.Y., left.")
                == ["person Harry Reid", "place Nev.", "person Peter King", "place N.Y."]
        )
    }

    @Test func hyphensJoinTwoNames() {
        #expect(names("It strained U.S.-Israel ties.") == ["place U.S.", "place Israel"])
    }

    @Test func speakersAreMostLikelyPeople() {
        #expect(names("It was Orvane who came. Later Orvane said so.") == ["person Orvane", "person Orvane"])
    }

    @Test func german() {
        #expect(
            names(
                "Bundeskanzlerin Angela Merkel sprach am Montag in Berlin. Die Regierung plant neue Steuern. Merkel ging danach.",
                "de"
            )
                == ["person Angela Merkel", "place Berlin", "person Merkel"]
        )
    }

    @Test(arguments: [
        ("Im Jahr 1969 betrat Neil Alden Armstrong den Mond.", "de"), ("In 1969 Neil Alden Armstrong walked on the Moon.", "en"),
        ("En 1969, Neil Alden Armstrong a marché sur la Lune.", "fr"), ("En 1969 Neil Alden Armstrong caminó por la Luna.", "es"),
    ])
    func middleNamesBelong(_ text: String, _ language: String) {
        #expect(names(text, language).first == "person Neil Alden Armstrong")
    }

    @Test func germanMiddleNamesLeadToSurnames() {
        #expect(
            names("Den Mond betrat Neil Alden Armstrong. Dann sprach Armstrong.", "de")
                == ["person Neil Alden Armstrong", "person Armstrong"]
        )
        // A noun behind a surname is none of the name: it stands behind an article, or the surname elsewhere without it.
        #expect(
            names("Hier ließ Neil Armstrong Proben liegen. Die Proben blieben.", "de").first == "person Neil Armstrong"
        )
        #expect(names("Dass Neil Armstrong Proben nahm, weiß man. Armstrong flog.", "de").first == "person Neil Armstrong")
        #expect(names("Man weiß, dass Neil Armstrong Untersuchungen plant.", "de").first == "person Neil Armstrong")
    }

    @Test func russianCases() throws {
        let annotated = annotate(
            "Дмитрий Песков заявил об этом. По словам Пескова, это так. Президент России Владимир Путин согласен.",
            "ru"
        )
        let peskov = annotated.names.filter { annotated.text[$0.range].contains("Песков") }
        #expect(peskov.count == 2)
        #expect(Set(peskov.map(\.entity)).count == 1)
        #expect(annotated.names.contains { annotated.text[$0.range] == "России" && $0.kind == .place })
    }

    @Test func frenchRoles() throws {
        let annotated = annotate(
            "La ministre des Ports, Ilse Varnach, est partie. Le maire, Tomas Rehling, juge la décision trop sévère.",
            "fr"
        )
        #expect(try entity("Tomas Rehling", in: annotated).roles == ["maire"])
    }
}
