import Testing

@testable import Speech

/// Texts that speak, and the phrases in which somebody writes: who has a text is not who wrote it.
struct TextSourceTests {
    @Test(arguments: [
        ("A report obtained by The Varra Herald says the dam could fail.", "A report", "Varra Herald"),
        ("A letter seen by the Varra Herald said the dam was unsafe.", "A letter", "Varra Herald"),
        ("A memo leaked to the Varra Herald warned that the dam would burst.", "A memo", "Varra Herald"),
        ("A report commissioned by Southern Water found that the dam was safe.", "A report", nil),
        ("A study published in Nature found that the dam was weak.", "A study", nil),
    ])
    func holders(text: String, speaker: String, via: String?) throws {
        let analysis = Analysis(text)
        let said = try #require(analysis.speech.quotations.first { $0.isSpeech })
        #expect(said.speaker?.name == speaker, "\(analysis.said)")
        #expect(said.via?.name == via)
    }

    @Test func authors() {
        #expect(
            Analysis("An email from Ann Cole to Tom Price said the plan was “dead”.").said.last?.hasSuffix("← Ann Cole") == true
        )
        let post = Analysis("A Facebook post by the port said it would close.").said
        #expect(post.count == 1 && post[0].hasPrefix("indirect: it would close"), "\(post)")
    }

    @Test(arguments: [
        ("Ann Moss said in a Truth Social post that the deal was dead.", "that the deal was dead"),
        ("Ann Moss said in a blog post on Monday that she would quit.", "that she would quit"),
        ("Ann Moss said in a written answer that no money was left.", "that no money was left"),
        ("Ann Moss wrote in a note that she would leave.", "that she would leave"),
        ("Ann Moss said in a statement on Tuesday the plant would close.", "the plant would close"),
        ("Ann Moss said in a letter to staff the company would cut jobs.", "the company would cut jobs"),
    ])
    func phrasesOfTexts(text: String, content: String) {
        let analysis = Analysis(text)
        #expect(analysis.speech.quotations.map(analysis.content) == [content], "\(analysis.said)")
        #expect(analysis.speech.quotations.first?.speaker?.name == "Ann Moss")
    }

    @Test(arguments: [
        (
            "fr", "Un rapport obtenu par Le Monde affirme que le barrage est dangereux pour les habitants de la ville.",
            "Un rapport"
        ),
        ("es", "Un informe obtenido por El País afirma que la presa es peligrosa para los vecinos de la ciudad.", "Un informe"),
    ])
    func holdersInOtherLanguages(language: String, text: String, speaker: String) {
        let said = Analysis(text, language: language).speech.quotations
        #expect(said.map { $0.speaker?.name } == [speaker])
        #expect(said.first?.via != nil)
    }

    /// A clause of somebody else's ends what is judged or said.
    @Test func contrastedClauses() {
        let text = "Tom Ott called the remarks “encouraging,” while Ann Moss warned that Iran “must not be allowed to arm.”"
        let analysis = Analysis(text)
        #expect(
            analysis.said == [
                "mixed: the remarks “encouraging,” ← Tom Ott", "mixed: that Iran “must not be allowed to arm.” ← Ann Moss",
            ],
            "\(analysis.said)"
        )
        let cuts = Analysis("Ann Moss called the cuts “shameful” as Tom Ott warned that more would come.").said
        #expect(cuts.first == "mixed: the cuts “shameful” ← Ann Moss", "\(cuts)")
    }

    /// Whom an outlet cites has said it; the outlet is the way by which it came.
    @Test(arguments: [
        ("The Varra Herald reported, citing two officials, that the dam would be sold.", "two officials"),
        ("The Varra Herald reported on Monday, citing a source, that the dam would be sold.", "a source"),
    ])
    func citations(text: String, source: String) {
        let analysis = Analysis(text)
        #expect(analysis.said == ["indirect: that the dam would be sold ← \(source)"], "\(analysis.said)")
        #expect(analysis.speech.quotations.first?.via?.name == "Varra Herald")
    }
}
