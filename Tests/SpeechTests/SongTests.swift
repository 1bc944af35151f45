import Testing

@testable import Speech

/// Lines of songs are nobody's words.
struct SongTests {
    @Test(arguments: [
        ("en", "“Hello darkness, my old friend,” he sang on the hit of 1964."),
        ("en", "Her best-known song begins: “I was born by the river.”"),
        ("en", "The lyrics include the line “I did it my way”."), ("en", "On the track she raps: “I run this town.”"),
        ("de", "„Ich will nur tanzen“, singt Marie Held in ihrem neuen Lied."),
        ("fr", "« La foule était là », chante Anne Roux dans son nouvel album."),
        ("es", "«Quiero volar», canta Rosa Vidal en su nuevo disco."), ("ru", "«Я свободен», — поёт Анна Белова."),
        ("uk", "«Я вільний», — співає Ганна Біла."),
    ])
    func lines(language: String, text: String) {
        let analysis = Analysis(text, language: language)
        #expect(analysis.said.isEmpty, "\(analysis.said)")
        #expect(analysis.asides.count == 1)
    }

    @Test(arguments: [
        "The crowd sang as Ann Moss said: “We will not leave this square.”", "“We will rebuild,” Ann Moss sings to the mayor.",
    ])
    func speechBesideSinging(text: String) { #expect(Analysis(text).contents.count == 1 && Analysis(text).asides.isEmpty) }
}
