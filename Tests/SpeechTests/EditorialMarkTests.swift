import Speech
import Testing
import TextCore

/// Brackets and dots that an editor put into quoted words.
struct EditorialMarkTests {
    private func marks(_ text: String, language: String = "en") -> (brackets: [String], ellipses: [String]) {
        let analysis = Analysis(text, language: language)
        return (
            analysis.speech.quotations.flatMap { $0.brackets.map { analysis.text[$0] } },
            analysis.speech.quotations.flatMap { $0.ellipses.map { analysis.text[$0] } }
        )
    }

    @Test(arguments: [
        ("“We will open [the gate] on Thursday [at noon],” Lena Ostrov said.", "en", ["[the gate]", "[at noon]"]),
        ("“They was [sic] late again,” Lena Ostrov said.", "en", ["[sic]"]),
        ("“They was (sic) late again,” Lena Ostrov said.", "en", ["(sic)"]),
        ("“We will see (Laughter). The gate stays shut,” Lena Ostrov said.", "en", ["(Laughter)"]),
        // What somebody wrote in round brackets is his.
        ("“The lock authority (LA) will open the gate,” Lena Ostrov wrote.", "en", []),
        ("„Sie (die Schleuse, Anm. d. Red.) bleibt zu“, sagte Lena Ostrov.", "de", ["(die Schleuse, Anm. d. Red.)"]),
        ("„Wir öffnen [das Tor] am Donnerstag“, sagte Lena Ostrov.", "de", ["[das Tor]"]),
        ("« Nous l’ouvrirons [la vanne] jeudi matin », a déclaré Lena Ostrov.", "fr", ["[la vanne]"]),
        ("« Ils sont arrivés en retard (sic) jeudi », a déclaré Lena Ostrov.", "fr", ["(sic)"]),
        ("«Мы откроем его (шлюз — прим. ред.) в четверг», — сказала Лена Остров.", "ru", ["(шлюз — прим. ред.)"]),
        // Brackets of the outlet's own.
        ("Lena Ostrov [the harbour master] said the gate would open.", "en", []),
        // Nothing closes it.
        ("“We will open [the gate on Thursday,” Lena Ostrov said.", "en", []),
    ])
    func brackets(text: String, language: String, expected: [String]) {
        #expect(marks(text, language: language).brackets == expected)
    }

    @Test(arguments: [
        ("“We tried… and tried again,” Lena Ostrov said.", ["…"]),
        ("“We tried ... and tried again,” Lena Ostrov said.", ["..."]),
        ("“We tried . . . and tried again,” Lena Ostrov said.", [". . ."]),
        ("“We tried [...] and tried again,” Lena Ostrov said.", ["[...]"]),
        ("“We tried […] and tried again (…) in vain,” Lena Ostrov said.", ["[…]", "(…)"]),
        ("“We tried. And tried again.” Lena Ostrov said.", []),
        ("Lena Ostrov said they tried ... and tried again.", []),
    ])
    func ellipses(text: String, expected: [String]) {
        let found = marks(text)
        #expect(found.ellipses == expected)
        #expect(found.brackets.isEmpty)
    }

    @Test func marksLieInTheContentInOrder() throws {
        let analysis = Analysis("“We tried [the gate] … twice,” Lena Ostrov said, “and [then] gave up …”")
        for quotation in analysis.speech.quotations {
            let marks = (quotation.brackets + quotation.ellipses).sorted { $0.lowerBound < $1.lowerBound }
            for mark in marks {
                #expect(quotation.content.contains { $0.contains(mark.lowerBound) && $0.upperBound >= mark.upperBound })
            }
            for (one, next) in zip(marks, marks.dropFirst()) { #expect(one.upperBound <= next.lowerBound) }
        }
        #expect(analysis.speech.quotations.flatMap(\.brackets).count == 2)
        #expect(analysis.speech.quotations.flatMap(\.ellipses).count == 2)
    }
}
