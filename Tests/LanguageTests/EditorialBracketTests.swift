import Language
import Testing

/// Names of which an editor added a part.
struct EditorialBracketTests {
    @Test(arguments: [
        "“[Special counsel Robert] Harlan has done his job,” Ada Lund said.",
        "“[Robert] Harlan has done his job,” Ada Lund said.",
        "“[Robert W.] Harlan has done his job,” Ada Lund said.",
    ])
    func bracketsAndSurnameAreOnePerson(_ text: String) {
        let people = annotate(text).entities.filter { $0.kind == .person }.map(\.name)
        #expect(people == ["Harlan", "Ada Lund"])
    }

    @Test func theBearerIsFound() {
        let annotated = annotate("Robert Harlan testified. “[Special counsel Robert] Harlan is done,” Ada Lund said.")
        #expect(annotated.entities.filter { $0.kind == .person }.map(\.name) == ["Robert Harlan", "Ada Lund"])
    }

    @Test func wholeNamesInBracketsStay() {
        let annotated = annotate("“For [Robert Varnach] Brask is home,” Ada Lund said.")
        #expect(annotated.entities.contains { $0.name == "Robert Varnach" })
    }
}
