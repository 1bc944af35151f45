import Testing

@testable import Speech

/// Frames and sources that other languages build in their own ways.
struct FrameLexiconTests {
    @Test(arguments: [
        ("de", "„Das wird nichts“, ist Karl Moor überzeugt.", "Karl Moor"),
        ("de", "„Wir gehen“, machte Ute Lenz klar.", "Ute Lenz"),
        ("de", "„Wir schaffen das“, ist sich Ute Lenz sicher.", "Ute Lenz"),
        ("ru", "«Мы не знали», — призналась медсестра Ольга Иванова.", "Ольга Иванова"),
        ("ru", "«Мы не знали», — вздохнула медсестра Ольга Иванова.", "Ольга Иванова"),
        ("uk", "«Ми не знали», — зізналася медсестра Марія Шевчук.", "Марія Шевчук"),
        ("uk", "«Чекаємо», — сказав мешканець Львова Сергій Титов.", "Сергій Титов"),
        ("es", "«Nadie me avisó», se quejó un profesor que prefiere no dar su nombre.", "un profesor"),
        ("de", "Wie die „Bild“ berichtet, soll der Minister zurücktreten.", "Bild"),
        ("ru", "Газета «Коммерсантъ» пишет, что дом был построен в 1962 году.", "Коммерсантъ"),
        ("ru", "Как рассказал источник, близкий к правительству, преемник уже выбран.", "источник"),
        ("es", "Según publicó eldiario.es, el título era falso.", "eldiario.es"),
    ])
    func speakers(language: String, text: String, speaker: String) {
        let analysis = Analysis(text, language: language)
        #expect(analysis.speech.quotations.filter(\.isSpeech).map { $0.speaker?.name } == [speaker], "\(analysis.said)")
    }

    @Test func outletsInMarksAreTold() {
        let text = "Ricarda Lang kritisiert den Haushalt. „Das reicht nicht“, sagte Lang der „Süddeutschen Zeitung“."
        #expect(Analysis(text, language: "de").said == ["direct: Das reicht nicht ← Ricarda Lang"])
    }

    @Test func accountsWithMarks() {
        let text = "Пётр Орлов приехал в Казань. По его словам, Запад «боится правды»."
        #expect(Analysis(text, language: "ru").said == ["mixed: Запад «боится правды» ← Пётр Орлов"])
    }

    /// What a headline is about says nothing.
    @Test(arguments: [
        (
            "fr", "Retraites : Macron promet « un débat »\nLe président Emmanuel Macron a parlé mardi.",
            ["direct: un débat ← Emmanuel Macron"]
        ),
        ("fr", "Incendie : le préfet parle aux habitants\nLe feu a pris mardi dans la ville.", []),
        ("fr", "Macron : « Je reste »\nLe président Emmanuel Macron reste.", ["direct: Je reste ← Emmanuel Macron"]),
    ])
    func labels(language: String, text: String, said: [String]) {
        let analysis = Analysis(text, language: language, headline: true)
        let found = analysis.speech.quotations.filter(\.isSpeech).map { quotation in
            let words = analysis.content(quotation).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return "\(quotation.kind): \(words) ← \(quotation.speaker?.name ?? "?")"
        }
        #expect(found == said)
    }
}
