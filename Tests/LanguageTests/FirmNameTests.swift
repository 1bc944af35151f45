import Language
import Testing
import TextCore

/// Organisations that have people's names.
struct FirmNameTests {
    private func kinds(_ text: String, _ name: String) -> Set<NameMention.Kind> {
        let annotated = annotate(text)
        return Set(annotated.names.filter { annotated.text[$0.range] == name }.map(\.kind))
    }

    @Test func aNounInFrontShowsAFirm() {
        let text = "The law firm Morgan Harlan represented the port. Morgan Harlan said that it was pleased."
        #expect(kinds(text, "Morgan Harlan") == [.organisation])
    }

    @Test func itsPeopleShowAFirm() {
        let text = "Stanley Morgan analyst Ada Lund said demand was strong. Stanley Morgan declined to comment."
        #expect(kinds(text, "Stanley Morgan") == [.organisation])
        #expect(kinds(text, "Ada Lund") == [.person])
    }

    @Test func othersStayPeople() {
        #expect(
            kinds("Stanley Morgan told the firm. Ada Lund said the bank, Stanley Morgan wrote, was shut.", "Stanley Morgan") == [
                .person
            ]
        )
    }
}
