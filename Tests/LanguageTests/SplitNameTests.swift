import Language
import Testing
import TextCore

/// Names that must not be cut or split.
struct SplitNameTests {
    private func names(_ text: String) -> [String] {
        let annotated = annotate(text)
        return annotated.names.map { "\(annotated.text[$0.range]) \($0.kind.rawValue)" }
    }

    @Test(arguments: [
        "White House spokeswoman Karine Jean-Pierre said so.", "Then Karine Jean-Pierre left the room.",
    ])
    func twoFirstNamesWithAHyphenAreASurnameToo(_ text: String) {
        #expect(names(text).contains("Karine Jean-Pierre person"))
    }

    @Test func aFormOfAddressInFrontOfADoubleName() {
        #expect(names("Yesterday Ms Jean-Pierre left the room.") == ["Jean-Pierre person"])
    }

    @Test func aLegalFormStaysWithItsFirm() {
        #expect(names("Apple Inc Chief Executive Ada Lund said so.") == ["Apple Inc organisation", "Ada Lund person"])
    }

    @Test func aLegalFormStaysWithItsFirmBeforeAnOffice() {
        #expect(names("Tesla Inc Chief Executive Ada Lund said so.") == ["Tesla Inc organisation", "Ada Lund person"])
    }

    @Test func aCrownPrinceHasAnOffice() {
        let annotated = annotate("Saudi Crown Prince Tariq bin Salem said so.")
        #expect(annotated.names.map { annotated.text[$0.range] } == ["Saudi", "Tariq bin Salem"])
        #expect(annotated.entities.contains { $0.roles.contains { $0.contains("crown prince") } })
    }
}
