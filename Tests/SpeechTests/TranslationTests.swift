import Speech
import Testing
import TextCore

/// What an article says of the language in which words were spoken.
struct TranslationTests {
    @Test(arguments: [
        ("“The gate stays shut,” Lena Ostrov said in Russian.", "en", "in Russian", "ru"),
        ("Lena Ostrov told a crowd of skippers in fluent German: “The gate stays shut.”", "en", "in fluent German", "de"),
        ("Speaking in Ukrainian, Lena Ostrov said: “The gate stays shut.”", "en", "Speaking in Ukrainian", "uk"),
        ("“The gate stays shut,” Lena Ostrov said through an interpreter.", "en", "through an interpreter", ""),
        (
            "“The gate stays shut,” Lena Ostrov said, according to a translation by a local newspaper.", "en",
            "according to a translation", ""
        ),
        ("“The gate stays shut,” Lena Ostrov said (translated from the Polish).", "en", "translated from the Polish", "pl"),
        ("“The gate stays shut,” Lena Ostrov said. (Translated from German.)", "en", "Translated from German", "de"),
        ("„Das Tor bleibt zu“, sagte Lena Ostrov auf Russisch.", "de", "auf Russisch", "ru"),
        ("„Das Tor bleibt zu“, sagte Lena Ostrov über einen Dolmetscher.", "de", "über einen Dolmetscher", ""),
        ("„Das Tor bleibt zu“, sagte Lena Ostrov (aus dem Englischen übersetzt).", "de", "aus dem Englischen übersetzt", "en"),
        ("« La vanne reste fermée », a déclaré Lena Ostrov en russe.", "fr", "en russe", "ru"),
        (
            "« La vanne reste fermée », a déclaré Lena Ostrov (traduit de l’anglais).", "fr", "traduit de l’anglais", "en"
        ),
        (
            "« La vanne reste fermée », a déclaré Lena Ostrov par l’intermédiaire d’un interprète.", "fr",
            "par l’intermédiaire d’un interprète", ""
        ),
        ("«La compuerta sigue cerrada», dijo Lena Ostrov en ruso.", "es", "en ruso", "ru"),
        ("«La compuerta sigue cerrada», dijo Lena Ostrov a través de un intérprete.", "es", "a través de un intérprete", ""),
        ("«Шлюз остается закрытым», — сказала Лена Остров по-английски.", "ru", "по-английски", "en"),
        ("«Шлюз остается закрытым», — сказала Лена Остров на английском языке.", "ru", "на английском языке", "en"),
        ("«Шлюз остается закрытым», — сказала Лена Остров через переводчика.", "ru", "через переводчика", ""),
        ("«Шлюз залишається закритим», — сказала Лена Остров англійською.", "uk", "англійською", "en"),
        ("«Шлюз залишається закритим», — сказала Лена Остров через перекладача.", "uk", "через перекладача", ""),
    ])
    func saysSo(text: String, language: String, evidence: String, spoken: String) throws {
        let analysis = Analysis(text, language: language)
        let translation = try #require(analysis.speech.quotations.first { $0.isSpeech }?.translation)
        #expect(analysis.text[translation.evidence] == evidence)
        #expect(translation.language ?? "" == spoken)
    }

    @Test(arguments: [
        ("“The gate stays shut,” Lena Ostrov said in English.", "en"),
        ("“The gate stays shut,” Lena Ostrov said in Russian state media.", "en"),
        ("“The gate stays shut,” Lena Ostrov said. A book in Russian lay on her desk.", "en"),
        ("“I speak in Russian here,” Lena Ostrov said.", "en"),
        ("„Das Tor bleibt zu“, sagte Lena Ostrov auf Deutsch.", "de"),
        ("« La vanne reste fermée », a déclaré Lena Ostrov en français.", "fr"),
        ("“The gate stays shut,” Lena Ostrov said. The novel was translated from the Polish by her sister in 1990.", "en"),
    ])
    func saysNothing(text: String, language: String) {
        let analysis = Analysis(text, language: language)
        #expect(!analysis.speech.quotations.isEmpty)
        #expect(analysis.speech.quotations.allSatisfy { !$0.isTranslated })
    }

    @Test func onlyTheQuotationsBesideAreMeant() {
        let analysis = Analysis(
            "“The gate stays shut,” Lena Ostrov said in Russian.\n“We will wait,” said Peter Quist, a skipper."
        )
        #expect(analysis.speech.quotations.filter(\.isSpeech).map(\.isTranslated) == [true, false])
    }

    /// A sentence of thousands of quotations and phrases costs no more than its length.
    @Test func manyPhrasesInOneSentence() {
        let analysis = Analysis(String(repeating: "“it stays shut,” Lena Ostrov said in Russian, ", count: 3000))
        #expect(analysis.speech.quotations.count >= 2000)
    }
}
