import Speech
import Testing

/// Speech that is retold inside retold speech.
struct RetoldNestingTests {
    @Test(
        arguments: [
            ("en", "Ned Tolley said that Marit Oll had said that the pier was old.", "Marit Oll", "Ned Tolley"),
            ("de", "Jan Voll erklärte, Anna Kern habe gesagt, dass die Mole alt sei.", "Anna Kern", "Jan Voll"),
            ("fr", "Anne Roux a dit que Paul Morel avait dit que le quai était vieux.", "Paul Morel", "Anne Roux"),
            ("es", "Ana Vidal dijo que Luis Peña había dicho que el muelle era viejo.", "Luis Peña", "Ana Vidal"),
            ("ru", "Анна Белова сказала, что Иван Петров сказал, что причал стар.", "Иван Петров", "Анна Белова"),
            ("uk", "Анна Білова сказала, що Іван Петренко сказав, що причал старий.", "Іван Петренко", "Анна Білова"),
        ]
    )
    func retoldInRetold(language: String, text: String, inner: String, outer: String) throws {
        let said = Analysis(text, language: language).speech.quotations
        let nested = try #require(said.first { $0.enclosing != nil })
        let around = said[try #require(nested.enclosing)]
        #expect(nested.speaker?.name == inner)
        #expect(around.speaker?.name == outer)
        #expect(around.enclosing == nil)
    }

    /// Three deep: each stands in the next.
    @Test func chain() {
        let text = "Ned Tolley said that Marit Oll had said that Paul Lund had claimed that the pier was old."
        let said = Analysis(text).speech.quotations
        #expect(said.map(\.enclosing) == [nil, 0, 1])
    }

    @Test func besideEachOtherIsNotNested() {
        let text = "Ned Tolley said that the pier was old, and Marit Oll said that the ferry was new."
        #expect(Analysis(text).speech.quotations.allSatisfy { $0.enclosing == nil })
    }
}
