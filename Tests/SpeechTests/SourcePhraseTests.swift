import Speech
import Testing
import TextCore

/// Where the phrase that names a source begins and ends.
struct SourcePhraseTests {
    @Test(arguments: [
        "According to a poll released Friday, the plan is popular.",
        "According to a report published last week by the agency, the plan is popular.",
        "According to a person briefed on the talks, the plan is popular.",
        "According to a person familiar with the talks, the plan is popular.",
    ])
    func aParticipleBehindASourceBelongsToIt(text: String) {
        #expect(Analysis(text).said.map { $0.prefix { $0 != "←" } } == ["indirect: the plan is popular "])
    }

    @Test func bothStandsForTwo() {
        let analysis = Analysis("The Courier and the Ledger both reported on Friday that the merger was off.")
        let mention = analysis.speech.quotations.first?.mention.map { analysis.text[$0] }
        #expect(mention == "The Courier and the Ledger")
    }

    @Test func aCommaBetweenAdjectivesEndsNoPhrase() {
        let analysis = Analysis("The head of Corvia and the big, big boss said that the lamp would be late.")
        #expect(analysis.speech.quotations.first?.mention.map { analysis.text[$0] } == "The head of Corvia and the big, big boss")
        // In front of another noun phrase it does.
        let other = Analysis("In the north, local farmers said that the rain was late.")
        #expect(other.speech.quotations.first?.mention.map { other.text[$0] } == "local farmers")
    }

    @Test(arguments: [
        ("fr", "L'association a fait savoir que les séances étaient complètes.", "association"),
        ("fr", "Le procureur a parlé d'un « système bien huilé ».", "procureur"),
        ("fr", "Son réalisateur, Aurel Brandt, s'en amuse : « Le brouillard, c'est le sujet. »", "Aurel Brandt"),
        ("fr", "Pour la critique Anne Pic, c'est « deux heures de brouillard ».", "Anne Pic"),
        ("es", "Ibáñez respondió que no se esconde y lo acusó de «vivir del ruido».", "Ibáñez"),
        ("es", "El alcalde Luis Ferrán calificó de «robo» el cierre de la estación.", "Luis Ferrán"),
        ("es", "El alcalde Luis Ferrán habló. «Nos quitan el tren», dijo el lunes ante los vecinos.", "Luis Ferrán"),
        ("de", "Trainerin Inga Roth war außer sich. „Das war nichts für schwache Nerven“, so die 48-Jährige.", "Inga Roth"),
        ("de", "Trainer Sven Weil kam. Am Abend sagte Sven Weil, er wolle die Szene „nicht überbewerten“.", "Sven Weil"),
    ])
    func otherLanguagesNameTheirSources(language: String, text: String, name: String) {
        let names = Analysis(text, language: language).speech.quotations.filter(\.isSpeech).map { $0.speaker?.name ?? "?" }
        #expect(!names.isEmpty && names.last == name)
    }
}
