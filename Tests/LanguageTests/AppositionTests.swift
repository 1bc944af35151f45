import Language
import Testing
import TextCore

/// Whose a role is that stands beside a name.
@Suite struct AppositionTests {
    private func roles(_ text: String) -> [String: [String]] {
        Dictionary(annotate(text).entities.filter { $0.kind == .person }.map { ($0.name, $0.roles) }) { $0 + $1 }
    }

    @Test(
        arguments: [
            (
                "Susan E. Rixe, President Obrama’s national security adviser, spoke.", "Susan E. Rixe",
                ["national security adviser"]
            ),
            ("Sarah Sandel, traveling with the president, said no.", "Sarah Sandel", []),
            ("Anna Berg, an aide to the president, said no.", "Anna Berg", ["aide"]),
            ("Anna Berg, a Republican of Ohio and a presidential candidate, said no.", "Anna Berg", ["presidential candidate"]),
            ("Anna Berg, the Kremlin press secretary, said no.", "Anna Berg", ["kremlin press secretary"]),
        ]
    )
    func appositions(text: String, name: String, its: [String]) {
        #expect(roles(text)[name] == its)
    }

    @Test(arguments: ["The head of Global Policy Management spoke.", "Phoenix wants to host Super Bowl XLIX."])
    func whatARoleIsOfIsNobody(text: String) {
        #expect(roles(text).isEmpty)
    }

    @Test func rolesBehindPrepositions() {
        #expect(roles("He likened it to director Oliver Stern.") == ["Oliver Stern": ["director"]])
    }

    @Test func pronounsBehindTwoPeople() {
        let text = annotate("Maria Lund told Obrama that she was ill. Obrama smiled. Obrama said nothing.")
        #expect(text.entities.map(\.gender) == [.feminine, .unknown])
    }
}
