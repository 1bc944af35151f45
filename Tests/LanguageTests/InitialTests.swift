import Language
import Testing
import TextCore

/// Initials in names, and letters that are no name.
@Suite struct InitialTests {
    private func people(_ text: String) -> [String] {
        let annotated = annotate(text)
        return annotated.entities.filter { $0.kind == .person }.map(\.name)
    }

    @Test(
        arguments: [
            ("J.D. Varnach came.", "J.D. Varnach"), ("Later D.J. Smith came.", "D.J. Smith"),
            ("An invitation came from Speaker John A. Brennick in May.", "John A. Brennick"),
            ("Then John I. Moss spoke.", "John I. Moss"), ("J. R. R. Tolland wrote.", "J. R. R. Tolland"),
        ]
    )
    func initials(text: String, name: String) {
        #expect(people(text) == [name])
    }

    @Test(arguments: ["The G.R.U. was behind it.", "He asked the N.F.L. for help."])
    func lettersAreNobody(text: String) {
        #expect(people(text).isEmpty)
    }
}
